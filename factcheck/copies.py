"""Tells texts that are copies or versions of each other, whatever their figures."""

from __future__ import annotations

import re
from zlib import crc32

from factcheck.model import Document

WORDS = 3  # of a shingle
SHORTEST = 40  # words of a text from which on its wording can be called its own
SHARED = 0.7  # of the shorter text's shingles that the longer one has too
SHORTER = 0.4  # length of the shorter text against the longer one: a teaser is no copy
APART = 30  # days between two stated publications after which one is a new article

_WORD = re.compile(r"[^\W\d_]+")


def shingles(text: str) -> frozenset[int]:
    """Return hashes of the text's runs of three words; figures and line breaks count for nothing.

    The same in every process. Empty for a text of fewer than SHORTEST words.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < SHORTEST:
        return frozenset()
    runs = zip(*(words[start:] for start in range(WORDS)), strict=False)
    return frozenset(crc32(" ".join(run).encode("utf-8", "replace")) for run in runs)


def are_copies(left: frozenset[int], right: frozenset[int]) -> bool:
    """Say whether two texts, given by their shingles, are one text but for some edits."""
    small, large = sorted((left, right), key=len)
    if not small or len(small) < SHORTER * len(large):
        return False
    return len(small & large) >= SHARED * len(small)


def body_shingles(document: Document) -> frozenset[int]:
    """Return the shingles of an article without its front matter."""
    return shingles(document.text[document.body_start :])


class Versions:
    """The articles of which others may be older versions: those of a draft, say."""

    def __init__(self, articles: tuple[Document, ...]) -> None:
        self._articles = [(article, body_shingles(article)) for article in articles]

    def of(self, other: Document) -> Document | None:
        """Return the article that `other` is a version of: same id, same url, or near copy.

        What two sources publish are two articles, and so is what one publishes again much later.
        """
        for article, _ in self._articles:
            if same_name(article, other):
                return article
        likely = [(a, own) for a, own in self._articles if own and _may_be_one(a, other)]
        found = body_shingles(other) if likely else frozenset()
        return next((article for article, own in likely if are_copies(own, found)), None)


def same_name(article: Document, other: Document) -> bool:
    """Say whether two articles have one id or one url."""
    if article.url and article.url == other.url:
        return True
    plain, _, number = other.id.rpartition("#")  # "#2" tells apart what shares an id
    return article.id == other.id or (number.isdecimal() and article.id == plain)


def _may_be_one(article: Document, other: Document) -> bool:
    if article.source and other.source and article.source.casefold() != other.source.casefold():
        return False
    if article.published is None or other.published is None:
        return True
    if article.published_inferred or other.published_inferred:
        return True
    return abs((article.published - other.published).days) <= APART
