"""Articles and their sentences. Offsets count code points; `end` is exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read, before anything is understood."""

    id: str
    path: str
    text: str
    title: str = ""
    source: str = ""
    published: date | None = None
    published_inferred: bool = False
    language: str = "de"
    origin: str = "text"
    url: str = ""
    trusted: bool = False
    body_start: int = 0  # where front matter ends and the article begins


class SentenceKind(StrEnum):
    """Where in the article a sentence stands."""

    TITLE = "title"
    HEADING = "heading"
    BULLET = "bullet"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the document; sentences and the gaps between them give the text back."""

    start: int
    end: int
    text: str
    kind: SentenceKind = SentenceKind.BODY
    language: str = "de"
    paragraph: int = 0
    question: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its part of speech (HanTa's STTS-like tags; Penn tags for English)."""

    start: int
    end: int
    text: str
    lemma: str
    tag: str
