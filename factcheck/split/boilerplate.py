"""Which units of a page are advertising, navigation or the page's own dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.lang.boilerplate import boilerplate
from factcheck.model import Document
from factcheck.split.plain import look_through, readable
from factcheck.split.units import Unit, find_units

_PROSE = 80  # code points; a longer unit that ends with a full stop ends a list of links
_COPIES = 3  # articles that must share a paragraph before it counts as the site's own
_REMEMBERED = 4096  # units; a site's frame comes back in every article
_SHARED = 0.5  # an article that shares more than this is a version of the other


@lru_cache(maxsize=_REMEMBERED)
def is_boilerplate(text: str) -> bool:
    """Say whether the whole unit is no part of the article."""
    lowered = text.lower()
    return any(row.search(text, lowered) for row in boilerplate()["paragraph"])


@lru_cache(maxsize=_REMEMBERED)
def opens_links(text: str) -> bool:
    """Say whether a list of links to other articles follows the unit."""
    lowered = text.lower()
    return any(row.search(text, lowered) for row in boilerplate()["tail"])


def ends_links(text: str) -> bool:
    """Say whether the unit is prose again after a list of links."""
    return len(text) >= _PROSE and text.rstrip("\"'“”»«)")[-1:] in ".!?"


def prefix_length(text: str) -> int:
    """Return the length of a dateline ("Hamburg, 3. März (dpa) - ") before the first sentence."""
    lowered = text[:120].lower()
    matches = (row.search(text[:120], lowered) for row in boilerplate()["prefix"])
    return max((match.end() for match in matches if match), default=0)


@lru_cache(maxsize=_REMEMBERED)
def is_boilerplate_sentence(text: str) -> bool:
    """Say whether one sentence inside prose is no part of the article."""
    lowered = text.lower()
    return any(row.search(text, lowered) for row in boilerplate()["sentence"])


def repeated(documents: Iterable[Document]) -> frozenset[str]:
    """Return the paragraphs that three or more otherwise different articles repeat verbatim."""
    pages = [set(_paragraphs(document)) for document in documents]
    counts = Counter(paragraph for page in pages for paragraph in page)
    common = {paragraph for paragraph, count in counts.items() if count >= _COPIES}
    own = Counter(
        paragraph for page in pages if not _is_version(page, common) for paragraph in page & common
    )
    return frozenset(paragraph for paragraph, count in own.items() if count >= _COPIES)


def key(text: str) -> str:
    """Return the form in which two paragraphs count as the same."""
    return " ".join(text.split())


def _is_version(page: set[str], common: set[str]) -> bool:
    return len(page & common) > _SHARED * len(page)


def _paragraphs(document: Document) -> Sequence[str]:
    text = look_through(document.text, document.origin)
    units: list[Unit] = find_units(text, document.body_start)
    return [key(readable(text[unit.start : unit.end])) for unit in units]
