"""FC404: a part is larger than the whole that it is part of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.compare.arithmetic.passage import Clash, Passage, same_things
from factcheck.lang.arithmetic import cue
from factcheck.model import NumericClaim, Role, Rule, Severity

RULE = Rule(
    "FC404",
    "part-exceeds-whole",
    Severity.ERROR,
    "A part is larger than the whole that the article says it is part of.",
)


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for "davon B" after A, and "von den A sind B", where B is larger."""
    known = (*passage.before[-1:], *passage.here)
    for whole, part in pairwise(known):
        exceeds = same_things(whole, part) and part.quantity.low > whole.quantity.high
        if exceeds and part in passage.here and _is_part(passage, whole, part):
            yield _clash(whole, part)


def _is_part(passage: Passage, whole: NumericClaim, part: NumericClaim) -> bool:
    if passage.says("of_which", passage.between(whole, part)):
        return True
    if whole.sentence_start != part.sentence_start:
        return False
    opening = passage.text[whole.sentence_start : whole.start].strip()
    return cue("partitive", passage.language).fullmatch(opening) is not None


def _clash(whole: NumericClaim, part: NumericClaim) -> Clash:
    return Clash(
        ((Role.TOTAL, whole), (Role.PART, part)), {}, {"whole": whole.quote, "part": part.quote}
    )
