"""What the readers hand around: raw articles before they have an identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from factcheck.model import Document, Skipped


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its format gives it: text and the metadata that the format states.

    `body_start` is the offset in `text` where front matter ends. `key` tells articles of one
    file apart (feeds, JSONL); it is empty where a file holds a single article.
    """

    text: str
    title: str = ""
    source: str = ""
    published: date | None = None
    language: str = ""
    id: str = ""
    url: str = ""
    trusted: bool = False
    body_start: int = 0
    origin: str = "text"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file held: its articles, notices about how it was read, and entries left out."""

    articles: tuple[Article, ...]
    notices: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Everything that a set of paths held.

    `skipped` names files that could not be read; `failed` the subset (as shown paths) that was
    named by the caller and not found in a folder. `notices` are sentences for the user.
    """

    documents: list[Document] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
