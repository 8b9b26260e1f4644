"""FC407: shares that exclude each other do not make up the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import Clash, Passage, stated_sum, total
from factcheck.compare.arithmetic.segments import complementary, names_kinds, segments
from factcheck.lang.arithmetic import any_kind, cue
from factcheck.model import Aspect, NumericClaim, Role, Rule, Severity

RULE = Rule(
    "FC407",
    "shares-mismatch",
    Severity.ERROR,
    "Shares that exclude each other, such as yes, no and undecided, make more than 100 percent, "
    "or less where none is left over.",
)
_ALL = 100.0  # percent
_LEAST = 2


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for a sentence whose answers cannot be shares of one whole."""
    line = passage.line
    if not names_kinds(line.text(), line.language):
        return
    shares = [c for c in line.amounts if c.quantity.dimension == "percent"]
    if len(shares) < _LEAST or any(c.aspect is Aspect.CHANGE for c in shares):
        return
    if line.says("of_which") or line.unread(shares[0].start, line.sentence.end):
        return
    if any(_of_a_kind(line, share) for share in shares):
        return
    items = segments(line, shares)
    if complementary(line.language, items) and _misses(line, shares, items):
        yield _clash(shares)


def _of_a_kind(line: Line, share: NumericClaim) -> bool:
    """Say whether a share is one of a kind itself: "60 Prozent der Männer"."""
    rest = line.text(share.end).lstrip()
    opening = cue("members_open", line.language).match(rest)
    kinds = any_kind(line.language)
    return opening is not None and kinds.match(rest[opening.end() :].lstrip()) is not None


def _misses(line: Line, shares: Sequence[NumericClaim], items: Sequence[str]) -> bool:
    low, high = total(shares)
    closed = len(shares) > _LEAST and any(line.says("closing", item) for item in items)
    return low > _ALL or (closed and high < _ALL)


def _clash(shares: Sequence[NumericClaim]) -> Clash:
    return Clash(
        tuple((Role.PART, share) for share in shares),
        {"sum": (stated_sum(shares), shares[0].quantity)},
        {"parts": " + ".join(share.quote for share in shares)},
        confidence=0.85,
    )
