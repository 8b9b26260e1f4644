"""Number words to one number: sums, "und" and "and", spoken decimals, named fractions."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.numerals import Sum
from factcheck.extract.quantities.entry import Entry
from factcheck.extract.quantities.scale import Number, scaled
from factcheck.extract.quantities.tokens import Tokens

_HYPHENS = frozenset({"-", "‐", "‑"})
_IN_ORDINALS = frozenset({"cardinal", "multiplier", "joiner", "ordinal", "fraction", "article"})


@dataclass(slots=True)
class _Words:
    """A run of number words being added up."""

    total: Sum
    position: int
    factor: float = 1.0  # of the last scale word
    literal: bool = False
    count: int = 0
    last: str = ""


def read_words(t: Tokens, i: int, *, join: bool) -> Number | None:
    """Return the number that the number words from token i on say, None when there are none."""
    run = _Words(Sum(t.lexicon.numerals.tens_first), i)
    while _step(t, run, join=join):
        pass
    if run.count == 0 or (run.count == 1 and t.kind(i) == "article"):
        return None
    only_scaled = run.factor > 100 and run.last == "multiplier"
    number = Number(i, run.position, run.total.value, factor=run.factor if only_scaled else 1.0)
    if only_scaled and run.factor >= 1e6:
        number.step = run.factor
    if run.literal and only_scaled:
        number.step, number.digits = run.factor, 1
    number.literal = run.literal and run.count == 1
    return read_decimals(t, number)


def _step(t: Tokens, run: _Words, *, join: bool) -> bool:
    """Take the next word into the run; say whether there was one."""
    position = run.position
    if run.count and t.raw(position) in _HYPHENS:
        position += 1
        if not (t.near(position - 1) and t.near(position)) or t.kind(position) == "literal":
            return False
        if t.glued(position - 1) != t.glued(position):
            return False
        if not t.glued(position) and run.last != "cardinal":
            return False
    if run.count and not t.near(position):
        return False
    entry = t.entry(position)
    if entry is None:
        return False
    if entry.kind == "joiner":
        return join and run.count > 0 and _joined(t, run, position)
    if not _take(t, run, entry, position):
        return False
    run.position, run.last = position + 1, entry.kind
    run.count += 1
    return True


def _take(t: Tokens, run: _Words, entry: Entry, position: int) -> bool:
    if entry.kind == "article":
        single = t.word(position) not in t.lexicon.never_joined
        fits = (run.count == 0 or single) and run.last != "cardinal" and run.total.add(1, 1)
        run.total.unit = fits and single
        return fits
    if entry.kind == "literal":
        if entry.step or (run.count and run.last != "multiplier"):
            return False
        run.literal = True
        return run.total.add(entry.value, 1)
    if entry.kind == "multiplier":
        return _multiply(run, entry)
    if entry.kind == "cardinal":
        if run.last == "literal":
            return False
        fits = run.total.add(entry.value, entry.low)
        run.total.unit = (
            fits and entry.value < 10 and t.word(position) not in t.lexicon.never_joined
        )
        return fits
    return False


def _multiply(run: _Words, entry: Entry) -> bool:
    assert entry.row is not None
    total = run.total
    if entry.row.kind == "group":
        return False
    if entry.row.kind == "lakh":
        value = (total.value or 1.0) * entry.value
        run.total = Sum(total.tens_first, done=value, limit=entry.value, empty=False)
        run.factor = entry.value
        return True
    if run.count == 0 and entry.row.kind == "scale":
        return False
    if not total.multiply(entry.value):
        return False
    run.factor = entry.value
    return True


def _joined(t: Tokens, run: _Words, joiner: int) -> bool:
    """Take "und zwanzig" or "and six" into the run; say whether it fits."""
    following = t.entry(joiner + 1)
    if following is None or not t.near(joiner + 1):
        return False
    total = run.total
    if following.kind == "cardinal" and is_ten(following) and not total.tens_first:
        if not total.join_ten(following.value):
            return False
        run.position, run.last = joiner + 2, "cardinal"
        run.count += 2
        return True
    if not _may_join(run) or total.limit < 100:
        return False
    part = named_fraction(t, joiner + 1)
    if part is not None and part.value < 1:
        return False
    rest = read_words(t, joiner + 1, join=True)
    if rest is None or rest.value >= total.limit or rest.value == 0 or rest.decimals:
        return False
    total.add(rest.value, _still_open(rest.value) if total.tens_first else 1)
    run.position, run.last = rest.end, "cardinal"
    run.count += 2
    return True


def _still_open(value: float) -> float:
    """Return what "three hundred twenty" may still take, exclusive."""
    if value % 100 == 0:
        return 100
    return 10 if value % 10 == 0 and value % 100 >= 20 else 1


def _may_join(run: _Words) -> bool:
    return run.last == "multiplier" and (run.count > 1)


def is_ten(entry: Entry) -> bool:
    """Say whether the word is one of twenty to ninety."""
    return 20 <= entry.value <= 90 and entry.value % 10 == 0


def read_ordinal(t: Tokens, i: int) -> tuple[str, float, int] | None:
    """Return kind, value and end of an ordinal said in several words ("zwei tausend zweite").

    The kind is ordinal, or fraction for a denominator ("zwei und zwanzigstel").
    """
    if t.kind(i) == "literal" or (
        t.kind(i + 1) not in _IN_ORDINALS and t.raw(i + 1) not in _HYPHENS
    ):
        return None
    run = _Words(Sum(t.lexicon.numerals.tens_first), i)
    while _step(t, run, join=True):
        pass
    position = run.position
    after_joiner = t.kind(position) == "joiner"
    if after_joiner or t.raw(position) in _HYPHENS:
        position += 1
    entry = t.entry(position)
    if t.lexicon.numerals.tens_first and run.count == 1 and run.total.value == 1:
        return None  # "one hundredth" is a part
    if run.count == 0 or entry is None or entry.kind not in ("ordinal", "fraction"):
        return None
    if not all(t.near(k) for k in range(run.position, position + 1)):
        return None
    if not _finish(run, entry, after_joiner=after_joiner):
        return None
    return entry.kind, run.total.value, position + 1


def _finish(run: _Words, entry: Entry, *, after_joiner: bool) -> bool:
    if after_joiner and is_ten(entry) and run.total.unit:
        return run.total.join_ten(entry.value)
    if after_joiner and run.total.limit < 100:
        return False
    if entry.value in (100, 1000) or entry.value >= 1e6:
        return run.total.multiply(entry.value)
    return run.total.add(entry.value, 1)


def read_decimals(t: Tokens, number: Number) -> Number:
    """Read "komma eins vier" or "point seventy-one" and the scale words after it."""
    i = number.end
    if t.kind(i) != "point" or not (t.near(i) and t.near(i + 1)):
        return scaled(t, number) if number.step else number
    digits, end = _spoken_digits(t, i + 1)
    if not digits:
        return number
    decimals = float(f"0.{digits}")
    value = number.value + decimals if number.value >= 0 else number.value - decimals
    spoken = Number(number.start, end, value, step=10.0 ** -len(digits), decimals=True)
    return scaled(t, spoken)


def _spoken_digits(t: Tokens, i: int) -> tuple[str, int]:
    found, end = "", i
    while end - i < 20 and t.near(end):
        entry = t.entry(end)
        if entry is None or entry.kind not in ("cardinal", "zero", "literal"):
            break
        if entry.value >= 10 and not found:
            return _two_digits(t, end, entry)
        if entry.value >= 10 or entry.step:
            break
        found += str(int(entry.value))
        end += 1
    return found, end


def _two_digits(t: Tokens, i: int, entry: Entry) -> tuple[str, int]:
    if entry.value >= 100 or entry.kind == "literal":
        return (str(int(entry.value)), i + 1) if entry.kind == "literal" else ("", i)
    number = read_words(t, i, join=False) if t.lexicon.numerals.tens_first else None
    if number and number.value < 100:
        return str(int(number.value)), number.end
    return str(int(entry.value)), i + 1


def named_fraction(t: Tokens, i: int) -> Number | None:
    """Return "ein Drittel", "two thirds", "three quarters", "drei halbe"."""
    if t.kind(i) == "article":
        whole = _half_more(t, i)
        if whole is not None:
            return whole
        top: Number | None = Number(i, i + 1, 1.0)
    elif t.kind(i) in ("cardinal", "literal", "multiplier"):
        top = read_words(t, i, join=True)
    else:
        return None
    if top is None or top.decimals:
        return None
    if t.kind(i) == "article" and (below := read_ordinal(t, i + 1)) and below[0] == "fraction":
        return Number(i, below[2], 1 / below[1], fraction=True) if t.near(i + 1) else None
    i = top.end
    if t.raw(i) in _HYPHENS and t.near(i) and t.near(i + 1):
        i += 1
    below_entry = t.entry(i)
    if below_entry is None or not t.near(i):
        return None
    if top.literal and below_entry.kind == "quarter":
        return None  # "3 quarters" are nine months
    return _over(t, top, below_entry, i)


def _half_more(t: Tokens, i: int) -> Number | None:
    """Return the 1.5 of "ein ein halb"."""
    if t.kind(i + 1) != "article" or t.kind(i + 2) != "half":
        return None
    if not (t.near(i + 1) and t.near(i + 2)) or t.word(i) in t.lexicon.never_joined:
        return None
    return Number(i, i + 3, 1.5, fraction=True)


def _over(t: Tokens, top: Number, below: Entry, i: int) -> Number | None:
    if below.kind in ("half", "quarter"):
        return Number(top.start, i + 1, top.value * below.value, fraction=True)
    if below.kind == "fraction":
        return Number(top.start, i + 1, top.value / below.value, fraction=True)
    named = t.lexicon.style.ordinal_parts and below.kind == "ordinal"
    if named and top.value == 1 and below.value > 2:
        return Number(top.start, i + 1, 1 / below.value, fraction=True)
    return None
