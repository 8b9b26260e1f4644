"""One unit's text to sentences: sentencex's boundaries, corrected by the language's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.lang.splitting import StopRules, stop_rules

LONGEST = 2000  # code points; what is longer is no sentence and is cut at a space
_CHUNK = 8_000  # code points handed over at once; "!" by the thousand costs the square of it
_ORDINAL = re.compile(r"(?:^|[\s(–-])\d{1,3}\.$")
_ONLY_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s*$")
_CLOSERS = " \"'”“»«)"
_COLON = re.compile(r":\s+(?=[^\W\d_a-z])")
_BRAND = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[a-z]{1,3}[A-Z])")
_NUMBER_NEXT = re.compile(r"(?:[^\W\d_]{3}|(?<!\d)\d{4}|[%€$])[.!?][\"'”“»«]?\s+(?=\d)")
_STOP_INSIDE = re.compile(r"[.!?][\"'”“»«]?\s+[^\W_]")  # most pieces have none
_FIRST_WORD = re.compile(r"[\s\"'„“”»«‚‘(\[]*([^\W\d_][\w-]*)")


def find_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence of one unit, without the spaces around it."""
    pieces = _merge(text, list(_pieces(text, language)), stop_rules(language))
    parts = (part for start, end in pieces for part in _part_question(text, start, end))
    spans = (span for start, end in parts for span in _cut(text, start, end))
    return [(start, end) for start, end in spans if start < end]


def _pieces(text: str, language: str) -> Iterator[tuple[int, int]]:
    from sentencex import segment

    rules = stop_rules(language)
    for begin, finish in _chunks(text, _CHUNK):
        position = begin
        for piece in segment(language, text[begin:finish]):
            start = text.find(piece, position, finish)
            if start < 0:
                continue
            position = start + len(piece)
            yield from _split_further(text, start, position, rules)


def _split_further(text: str, start: int, end: int, rules: StopRules) -> Iterator[tuple[int, int]]:
    """Split after abbreviations that end a sentence, and before iPhone and numbers."""
    if not _STOP_INSIDE.search(text, start, end):
        yield start, end
        return
    ends = [match.end() for match in _BRAND.finditer(text, start, end)]
    ends += [match.end() for match in _NUMBER_NEXT.finditer(text, start, end)]
    for match in rules.may_inside.finditer(text, start, end):
        word = match["next"]
        if word[0].isupper() and word.lower() in rules.starters:
            ends.append(match.end())
    for position in sorted(ends):
        yield start, position
        start = position
    yield start, end


def _merge(text: str, pieces: list[tuple[int, int]], rules: StopRules) -> Iterator[tuple[int, int]]:
    if not pieces:
        return
    start, end = pieces[0]
    for next_start, next_end in pieces[1:]:
        left = text[max(start, end - 40) : end].rstrip()
        if not _goes_on(left, text[next_start : next_start + 40], rules):
            yield start, end
            start = next_start
        end = next_end
    yield start, end


def _goes_on(left: str, right: str, rules: StopRules) -> bool:
    """Say whether the sentence that ends with `left` goes on in `right`."""
    if not left.endswith("."):
        return False
    last = max(0, len(left) - rules.longest)
    if _ONLY_NUMBER.fullmatch(left) or rules.never.search(left, last):
        return True
    word = _FIRST_WORD.match(right)
    starts = word is not None and word[1][0].isupper() and word[1].lower() in rules.starters
    if rules.may.search(left, last):
        return not starts
    if rules.ordinals and _ORDINAL.search(left) and not rules.plain_numbers.search(left):
        return not starts
    return False


def _part_question(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a question from the statement that leads up to it ("Offen bleibt: Wer zahlt?")."""
    if text[start:end].rstrip(_CLOSERS).endswith("?"):
        colon = _COLON.search(text, start, end)
        if colon:
            yield start, colon.end()
            start = colon.end()
    yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for begin, finish in _chunks(text[start:end], LONGEST):
        piece = text[start + begin : start + finish]
        lead = len(piece) - len(piece.lstrip())
        yield start + begin + lead, start + begin + max(lead, len(piece.rstrip()))


def _chunks(text: str, longest: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > longest:
        middle, end = start + longest // 2, start + longest
        cut = max(text.rfind(". ", middle, end) + 1, 0) or text.rfind(" ", middle, end)
        end = cut + 1 if cut > 0 else end
        yield start, end
        start = end
    yield start, len(text)
