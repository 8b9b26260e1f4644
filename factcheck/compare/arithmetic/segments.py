"""Which words of a sentence belong to each amount of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.compare.arithmetic.line import Line
from factcheck.lang.arithmetic import any_kind, apart, cue
from factcheck.model import NumericClaim

_TWO = 2  # kinds at least


def segments(line: Line, parts: Sequence[NumericClaim], start: int | None = None) -> list[str]:
    """Return for each part the words of its own item: from comma or "und" to the next.

    The first item begins after the last comma behind `start`, by default the sentence's start.
    """
    cuts = cue("separator", line.language)
    begin = line.sentence.start if start is None else start
    begin += _after_last(cuts, line.text(begin, parts[0].start))
    found = []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        gap = line.text(part.end, None if last else parts[number + 1].start)
        cut = cuts.search(gap)
        end = part.end + (cut.start() if cut else len(gap) if last else 0)
        found.append(line.text(begin, end))
        begin = part.end + cut.end() if cut else end
    return found


def _after_last(cuts: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in cuts.finditer(text)), default=0)


def complementary(language: str, found: Sequence[str]) -> bool:
    """Say whether the items name different kinds that exclude each other ("Männer", "Frauen")."""
    return any(_all_differ(kinds, found) for kinds in apart(language))


def names_kinds(text: str, language: str) -> bool:
    """Say whether a text names two kinds of a set that exclude each other."""
    if len({match.group() for match in any_kind(language).finditer(text)}) < _TWO:
        return False
    return any(
        sum(kind.search(text) is not None for kind in kinds) > 1 for kinds in apart(language)
    )


def _all_differ(kinds: Sequence[re.Pattern[str]], found: Sequence[str]) -> bool:
    named = [{n for n, kind in enumerate(kinds) if kind.search(item)} for item in found]
    return all(len(one) == 1 for one in named) and len(set().union(*named)) == len(found)


def parallel(line: Line, parts: Sequence[NumericClaim]) -> bool:
    """Say whether the same preposition follows every part ("2.500 in Köln, 900 in Bonn")."""
    opening = cue("place", line.language)
    firsts = [opening.match(line.text(part.end).lstrip()) for part in parts]
    words = {match.group().lower() for match in firsts if match}
    return all(firsts) and len(words) == 1
