"""A document's id: what stays the same when a file is renamed, moved, re-wrapped or reordered."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Document
from factcheck.read.model import Article
from factcheck.tables.notices import Notice

_NOT_WORD = re.compile(r"\W+")


def normalise_title(title: str) -> str:
    """Return the title as lower-case words joined by single hyphens."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return _NOT_WORD.sub("-", folded).strip("-")


def document_id(article: Article, path: str) -> str:
    """Return the article's id, else url, else source, date and title, else path (with key).

    An inferred date is left out: it depends on the articles that happen to be read with it.
    """
    if article.id or article.url:
        return article.id or article.url
    title = normalise_title(article.title)
    if title:
        day = article.published.isoformat() if article.published else ""
        return "/".join(part for part in (normalise_title(article.source), day, title) if part)
    return f"{path}#{article.key}" if article.key else path


def make_unique(documents: Sequence[Document]) -> tuple[list[Document], list[str]]:
    """Number documents that share an id ("#2", in order of content), and say so.

    Content decides the order, so that moving or renaming files changes no id.
    """
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[document.id].append(document)
    renamed: dict[int, Document] = {}
    notices: list[str] = []
    for shared, group in groups.items():
        if len(group) == 1:
            continue
        for number, document in enumerate(sorted(group, key=_content_key)[1:], start=2):
            renamed[id(document)] = replace(document, id=f"{shared}#{number}")
        paths = ", ".join(sorted(document.path for document in group))
        notices.append(Notice("same_id", paths=paths, id=repr(shared)))
    return [renamed.get(id(document), document) for document in documents], notices


def _content_key(document: Document) -> tuple[str, str]:
    body = " ".join(document.text[document.body_start :].split())
    return hashlib.sha256(body.encode("utf-8", "replace")).hexdigest(), document.path
