"""FC410: a share said twice, as a fraction or a count and in percent, is not the same share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import Clash, Passage, addable, disjoint
from factcheck.lang.arithmetic import cue
from factcheck.model import Aspect, NumericClaim, Quantity, Role, Rule, Severity

RULE = Rule(
    "FC410",
    "share-mismatch",
    Severity.ERROR,
    "A share that an article says in two ways, such as a third and 45 percent, is not the same.",
)
_LOOSE = 0.1  # of a fraction: "jeder dritte" is said of 30 to 36.7 percent
_THING = 3  # words that name the thing shared
_LINKS = re.compile(r"[,(–—]| - ")
_SIGNED = "+-−±"  # "(+5 Prozent)" is a change
_SIGNS = " \t\u00a0,;:()–-—"


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for "jeder dritte, also 45 Prozent" and "43 von 86, das sind 60 Prozent"."""
    line = passage.line
    if not any(map(_is_share, line.claims)) or not _LINKS.search(line.text()):
        return
    for left, right in pairwise(line.amounts):
        shares = _two_ways(left, right) and not _signed(line, right)
        if shares and _said_again(line, left, right) and disjoint(*_ends(left), _widened(right)):
            yield _clash((left, right), left.quote, right.quote)
    for part, whole, share in zip(line.amounts, line.amounts[1:], line.amounts[2:], strict=False):
        if _is_share(share) and _is_part(line, part, whole) and _said_again(line, whole, share):
            yield from _counted(part, whole, share)
        elif _is_share(share) and _opens(line, part, whole) and _said_again(line, whole, share):
            yield from _counted(whole, part, share)


def _is_share(claim: NumericClaim) -> bool:
    return claim.quantity.dimension == "percent"


def _two_ways(left: NumericClaim, right: NumericClaim) -> bool:
    """Say whether two shares are written differently, one of them in words, neither a change."""
    if not (_is_share(left) and _is_share(right)) or left.role or right.role:
        return False
    return bool(left.quantity.digits) != bool(right.quantity.digits)


def _signed(line: Line, claim: NumericClaim) -> bool:
    """Say whether an amount is written as a change: "+5 Prozent", "plus 5 Prozent"."""
    word = claim.quote.split()[0]
    return word[0] in _SIGNED or cue("change_noun", line.language).fullmatch(word) is not None


def _said_again(line: Line, left: NumericClaim, right: NumericClaim) -> bool:
    """Say whether a link such as "also" joins the two, and the second says no more than that.

    Without a link it stands between two commas or dashes behind what is shared. Between a count
    and its share the counted thing may stand: "30 der 60 Höfe, also 40 Prozent".
    """
    gap = line.text(left.end, right.start)
    stripped = gap.strip(" \u00a0")
    named = cue("that_is", line.language).search(gap) and "," in gap
    opened = stripped.endswith("(")
    words = cue("that_is", line.language).sub("", gap).strip(_SIGNS).split()
    after = line.text(right.end).lstrip()
    ends = not after or after[0] in ".,;:)–"
    if named or opened:
        return ends and len(words) <= (1 if named else _THING)
    return left.aspect is not Aspect.CHANGE and _enclosed(line, stripped, after)


def _enclosed(line: Line, gap: str, after: str) -> bool:
    """Say whether a share stands as an aside: "ein Drittel der Befragten, 54 Prozent, lehnt"."""
    sign = gap[-1:]
    shared = gap[:-1].strip(" \u00a0")
    if not sign or sign not in ",–—-" or not after.startswith(sign):
        return False
    opening = cue("members_open", line.language).match(shared)
    return len(shared.split()) <= (_THING + 1 if opening else 1)


def _is_part(line: Line, part: NumericClaim, whole: NumericClaim) -> bool:
    gap = line.text(part.end, whole.start).strip()
    counts = part.quantity.dimension in ("count", "number") and addable(part, whole)
    return counts and cue("part_of", line.language).fullmatch(gap) is not None


def _opens(line: Line, whole: NumericClaim, part: NumericClaim) -> bool:
    """Say whether a whole and its part open a sentence: "von 200 Befragten waren 90 dafür"."""
    opening = cue("partitive", line.language).fullmatch(line.text(None, whole.start).strip())
    counts = part.quantity.dimension in ("count", "number")
    return counts and opening is not None and addable(part, whole)


def _counted(part: NumericClaim, whole: NumericClaim, share: NumericClaim) -> Iterator[Clash]:
    if whole.quantity.low <= 0:
        return
    low = part.quantity.low / whole.quantity.high * 100
    high = part.quantity.high / whole.quantity.low * 100
    if disjoint(low, high, share.quantity):
        stated = (part.quantity.value or low) / (whole.quantity.value or 1.0) * 100
        yield Clash(
            ((Role.TOTAL, share), (Role.PART, part), (Role.PART, whole)),
            {"actual": (stated, share.quantity)},
            {"share": share.quote, "part": part.quote, "whole": whole.quote},
            message="FC410_counted",
        )


def _widened(claim: NumericClaim) -> Quantity:
    low, high = _ends(claim)
    return replace(claim.quantity, low=low, high=high)


def _ends(claim: NumericClaim) -> tuple[float, float]:
    """Return the share's interval; a fraction in words is looser than a figure."""
    quantity = claim.quantity
    room = 0.0 if quantity.digits else _LOOSE * (quantity.value or 0.0)
    return quantity.low - room, quantity.high + room


def _clash(claims: tuple[NumericClaim, NumericClaim], left: str, right: str) -> Clash:
    roles = (Role.PRIMARY, Role.COUNTERPART)
    return Clash(tuple(zip(roles, claims, strict=True)), {}, {"left": left, "right": right}, 0.85)
