"""Splits a document into the sentences that may hold claims.

Advertising, navigation, datelines and the page's own dates are left out. `Sentence.text` is what
the eye reads: as long as the span, with line breaks, control characters and markup as spaces, so
that offsets in it are offsets in the document. Quotes are to be cut from `Document.text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.lang.detect import detect
from factcheck.lang.headline import is_headline
from factcheck.limits import CHECKED_LENGTH
from factcheck.model import Document, Sentence, SentenceKind
from factcheck.split.boilerplate import (
    ends_links,
    is_boilerplate,
    is_boilerplate_sentence,
    key,
    opens_links,
    prefix_length,
    repeated,
)
from factcheck.split.dateline import dateline_length
from factcheck.split.plain import look_through, readable
from factcheck.split.sentences import find_sentences
from factcheck.split.units import Unit, find_units

__all__ = ["split", "split_all"]

_TITLE_LINE = re.compile(r"(?:^|[\r\n])title[ \t]*:[ \t]*(\S[^\r\n]*)", re.IGNORECASE)
_KINDS = {"bullet": SentenceKind.BULLET, "heading": SentenceKind.HEADING}


def split(document: Document, known: frozenset[str] = frozenset()) -> list[Sentence]:
    """Return the article's sentences in order; `known` are paragraphs to leave out.

    Each is a span of `document.text`; sentences and the gaps between them give the text back.
    A sentence that the article repeats word for word is returned once.
    """
    text = look_through(document.text[:CHECKED_LENGTH], document.origin)
    units = find_units(text, document.body_start)
    plain = readable(text)
    return [*_front_title(document, plain, units), *_body(document, plain, units, known)]


def split_all(documents: Sequence[Document]) -> list[list[Sentence]]:
    """Split articles read together: what several of them repeat verbatim is left out too."""
    known = repeated(documents)
    return [split(document, known) for document in documents]


def _front_title(document: Document, plain: str, units: Sequence[Unit]) -> Iterator[Sentence]:
    """Yield the title that stands in the front matter, unless the article begins with it."""
    match = _TITLE_LINE.search(document.text, 0, document.body_start)
    if match is None or (units and _is_title(document, plain, units[0])):
        return
    yield from _sentences(document, plain, Unit(*match.span(1)), SentenceKind.TITLE, 0, set())


def _body(
    document: Document, plain: str, units: Sequence[Unit], known: frozenset[str]
) -> Iterator[Sentence]:
    in_links, opened = False, False
    seen: set[tuple[str, str]] = set()
    for number, unit in enumerate(units, start=1):
        text = plain[unit.start : unit.end]
        in_links = opens_links(text) or (in_links and not ends_links(text))
        if in_links or is_boilerplate(text) or (known and key(text) in known):
            continue
        kind = _kind(document, plain, unit, first=number == 1)
        start = unit.start + _lead(text, document, opening=not opened)
        opened = opened or kind is SentenceKind.BODY
        yield from _sentences(document, plain, Unit(start, unit.end), kind, number, seen)


def _lead(text: str, document: Document, *, opening: bool) -> int:
    """Return the length of the dateline, with its agency and day where it names them."""
    return prefix_length(text) or dateline_length(text, document.language, opening=opening)


def _kind(document: Document, plain: str, unit: Unit, first: bool) -> SentenceKind:
    if first and _is_title(document, plain, unit):
        return SentenceKind.TITLE
    if unit.mark:
        return _KINDS[unit.mark]
    line = key(plain[unit.start : unit.end])
    is_label = line.endswith(":") and len(line.split()) <= 4
    return SentenceKind.HEADING if is_label or is_headline(line) else SentenceKind.BODY


def _is_title(document: Document, plain: str, unit: Unit) -> bool:
    title = key(readable(look_through(document.title, document.origin)))
    return bool(title) and key(plain[unit.start : unit.end]).rstrip(" #") == title


def _sentences(
    document: Document,
    plain: str,
    unit: Unit,
    kind: SentenceKind,
    paragraph: int,
    seen: set[tuple[str, str]],
) -> Iterator[Sentence]:
    """Yield the sentences of one unit that have not been `seen` in the same kind of place."""
    for start, end in find_sentences(plain[unit.start : unit.end], document.language):
        text = plain[unit.start + start : unit.start + end]
        if (kind, text) in seen or not any(map(str.isalnum, text)):
            continue
        if is_boilerplate_sentence(text):
            continue
        seen.add((kind, text))
        yield Sentence(
            start=unit.start + start,
            end=unit.start + end,
            text=text,
            kind=kind,
            language=detect(text, document.language),
            paragraph=paragraph,
            question=text.rstrip("\"'“”»«)").endswith("?"),
        )
