"""Two numbers that belong together: ranges, changes from one value to another, "two in five"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.extract.quantities.hedge import hedges_before
from factcheck.extract.quantities.measure import Measure
from factcheck.extract.quantities.scale import Number
from factcheck.extract.quantities.side import Side, read_side
from factcheck.extract.quantities.tokens import Tokens
from factcheck.lang.amounts import Hedge
from factcheck.tables.units import units

_DASHES = frozenset({"-", "–", "—", "−", "~", "‐", "‑"})
_CHANGE_REACH = 12  # tokens before "from" in which the verb of the change may stand


@dataclass(slots=True)
class Pair:
    """Two sides; `kind` is range, change or ratio. `start` counts the word before ("zwischen")."""

    kind: str
    left: Side
    right: Side
    start: int
    hedges: list[Hedge]


def opener(t: Tokens, i: int) -> str:
    """Return which word before token i announces a second number: between, from, or ""."""
    if not t.near(i):
        return ""
    word = t.word(i - 1)
    for kind in ("between", "from"):
        if word in t.vocabulary.connectors[kind]:
            return kind
    return ""


def second(t: Tokens, left: Side, opened: str) -> Pair | None:
    """Return the pair that a side begins, None when no second number follows."""
    found = _connector(t, left, opened)
    if found is None:
        return None
    kind, position = found
    hedges, position = _skip_hedges(t, position)
    right = read_side(t, position, position) or _after_sign(t, position)
    right = right or special_side(t, position)
    if right is None or right.number.vague:
        return None
    if kind == "over":
        whole = right.measure is None and right.number.value > 0 and not _goes_on(t, right.end)
        return Pair("over", left, right, left.start, []) if whole else None
    if kind == "ratio":
        return _ratio(t, left, right)
    share(left, right)
    if not _comparable(left, right):
        return None
    if kind == "range" and not _rising(t, left, right):
        return None
    start = left.start - 1 if opened and kind == "range" else left.start
    if opened == "from" and t.raw(left.end) in _DASHES:
        start = left.start
    return Pair(kind, left, right, start, hedges)


def _connector(t: Tokens, left: Side, opened: str) -> tuple[str, int] | None:
    """Return the kind of pair and where its second number may begin."""
    i = left.end
    if left.extra and left.measure is None:
        return None
    if (
        t.raw(i) == "-"
        and t.glued(i)
        and not t.glued(i + 1)
        and t.word(i + 1) in _words(t, "range")
    ):
        i += 1  # "sechs- bis zehnmal"
    if not t.near(i) or not t.near(i + 1):
        return None
    word = t.word(i)
    if word in _DASHES:
        return ("range", i + 1) if _dash_fits(t, left, i) else None
    if opened == "from" and word in _words(t, "to") and _is_change(t, left, word):
        return "change", i + 1
    if opened == "between":
        return ("range", i + 1) if word in t.vocabulary.range_words["between"] else None
    if word in _words(t, "either") and left.measure is None and not left.number.decimals:
        return ("range", i + 1) if t.entry(i + 1) is not None else None
    if word in t.vocabulary.range_words["from"] and (opened == "from" or _plain_to(t, i)):
        skip = 2 if t.word(i + 1) == "zu" else 1
        return "range", i + skip
    return _of(t, left, i)


def _plain_to(t: Tokens, i: int) -> bool:
    return (
        t.entry(i + 1) is not None
        or t.raw(i + 1) in "$€£¥~"
        or bool(t.vocabulary.before.get(t.raw(i + 1)))
        or bool(t.vocabulary.hedges.get(t.word(i + 1)))
    )


def _words(t: Tokens, kind: str) -> frozenset[str]:
    return t.vocabulary.connectors.get(kind, frozenset())


def _dash_fits(t: Tokens, left: Side, i: int) -> bool:
    following = t.raw(i + 1)
    if t.glued(i) != t.glued(i + 1) and not (following[:1].isdigit() or following == "~"):
        return False
    return following[:1].isdigit() or following in ("~", "$", "€", "£")


def _is_change(t: Tokens, left: Side, word: str) -> bool:
    verbs = _words(t, "change")
    if not verbs:
        return True
    stop = max(left.start - 1 - _CHANGE_REACH, -1)
    return any(t.word(k) in verbs for k in range(left.start - 1, stop, -1))


def _of(t: Tokens, left: Side, i: int) -> tuple[str, int] | None:
    """Return the place of the whole in "two in five", "one out of three", "zwei von drei"."""
    if left.measure is not None or left.number.fraction or left.number.decimals:
        return None
    if t.word(i) in _words(t, "over") and t.near(i + 1):
        return "over", i + 1
    for size in (2, 1):
        phrase = " ".join(t.word(i + k) for k in range(size))
        if phrase in _words(t, "ratio_of") and t.near(i + size):
            return "ratio", i + size
    return None


def _goes_on(t: Tokens, i: int) -> bool:
    """Say whether a word follows that the number may count."""
    return t.near(i) and t.raw(i)[:1].isalpha()


def _skip_hedges(t: Tokens, i: int) -> tuple[list[Hedge], int]:
    for size in (3, 2, 1):
        hedges, start = hedges_before(t, i + size, i)
        if hedges and start == i:
            return hedges, i + size
    return [], i


def _after_sign(t: Tokens, i: int) -> Side | None:
    """Return the side whose sign or currency stands before its number."""
    for size in (1, 2):
        if t.near(i + size) and t.kind(i + size) in ("literal", "cardinal"):
            side = read_side(t, i + size, i)
            return side if side and side.start == i else None
    return None


def special_side(t: Tokens, i: int) -> Side | None:
    """Return the side of a number and its unit in one word ("zehnmal", "dreifach")."""
    entry = t.entry(i)
    if entry is None or entry.kind not in ("occasion", "multiple", "compound"):
        return None
    end = i + 1
    unit = entry.unit or units()["times"]
    if entry.kind == "occasion":
        so_much = t.near(end) and t.word(end) in _words(t, "so_much")
        unit = units()["times" if so_much else "occasion"]
        end += int(so_much)
    return Side(i, end, Number(i, i + 1, entry.value), Measure(unit, i, end))


def _ratio(t: Tokens, left: Side, right: Side) -> Pair | None:
    part, whole = left.number.value, right.number.value
    if right.measure and right.dimension != "count":
        return None
    if not 0 < part < whole or part != int(part) or whole != int(whole):
        return None
    if 1800 <= whole < 2100 and right.measure is None:
        return None
    right.end, right.measure = right.number.end, None
    return Pair("ratio", left, right, left.start, [])


def share(left: Side, right: Side) -> None:
    """Give the left side the scale and the unit that only the right side states."""
    small = abs(left.number.value) < abs(right.number.value / right.number.factor)
    shared_unit = left.measure is None or left.dimension == "money"
    own_unit = left.measure is not None and right.measure is not None
    wants_scale = left.number.factor == 1 < right.number.factor and small and shared_unit
    if wants_scale and (not own_unit or left.end <= left.number.end):
        left.number = scaled(left.number, right.number.factor)
    if left.measure is None:
        left.measure = right.measure
    elif right.measure is None and left.dimension == "money":
        right.measure = left.measure


def scaled(number: Number, factor: float) -> Number:
    """Return the number times a factor that is said elsewhere."""
    step = number.step or 1.0
    return replace(
        number, value=number.value * factor, step=step * factor, factor=factor, literal=False
    )


def _comparable(left: Side, right: Side) -> bool:
    if left.measure is None or right.measure is None:
        return left.measure is right.measure
    if left.measure.unit.code == right.measure.unit.code:
        return True
    same = left.dimension == right.dimension
    return same and left.dimension not in ("money", "count")


def base(side: Side) -> float:
    """Return the side's value in base units."""
    unit = side.measure.unit if side.measure else None
    return side.number.value * (unit.factor if unit else 1.0) + (unit.offset if unit else 0.0)


def _rising(t: Tokens, left: Side, right: Side) -> bool:
    if base(left) >= base(right):
        return False
    years = (t.raw(left.number.start), t.raw(right.number.start))
    bare = left.measure is None and left.number.literal and right.number.literal
    if bare and all(len(y) == 4 and y.isdigit() and 1800 <= int(y) < 2100 for y in years):
        return False
    if bare and len(years[0]) == 4 and len(years[1]) == 2:
        return False
    return not (bare and len(years[0]) > 1 and years[0][0] == "0")
