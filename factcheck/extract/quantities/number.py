"""Reads one number: digits, words, scales, fractions and spoken decimals."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.extract.numerals import Sum
from factcheck.extract.quantities.entry import Entry
from factcheck.extract.quantities.tokens import Tokens

_COMPACT_NEEDS_MONEY = frozenset({"m", "t", "b"})
_IN_ORDINALS = frozenset({"cardinal", "multiplier", "joiner", "ordinal", "fraction", "article"})
_NETWORK = frozenset({"G"})  # "5G" is a name
_MOST_SCALES = 2  # "100 Tausend Milliarden"
_HYPHENS = frozenset({"-", "‐", "‑"})


@dataclass(slots=True)
class Number:
    """One number as read: tokens start to end (exclusive).

    `step` is the place value of the last written digit where that decides the rounding (decimals
    or a scale word), else 0. `factor` is the product of the scale words.
    """

    start: int
    end: int
    value: float
    step: float = 0.0
    digits: int = 0
    factor: float = 1.0
    fraction: bool = False  # said as a fraction: 3 % wide
    literal: bool = False  # digits only, so that years and names must be ruled out
    decimals: bool = False
    vague: tuple[float, float] | None = None

    @property
    def share(self) -> bool:
        """Say whether it is a proper fraction with no scale word."""
        return self.fraction and self.factor == 1 and 0 < abs(self.value) < 1


def read_number(t: Tokens, i: int, *, join: bool = True) -> Number | None:
    """Return the longest number that begins at token i; `join` lets "und" connect parts."""
    entry = t.entry(i)
    if entry is None:
        return None
    number = _fraction(t, i) or _cardinal(t, i, join=join)
    if number is None:
        return None
    if not number.fraction:
        number = _mixed(t, number, join=join)
    return _group(t, number)


def _cardinal(t: Tokens, i: int, *, join: bool) -> Number | None:
    entry = t.entry(i)
    if entry is None:
        return None
    if entry.kind == "literal":
        return _literal(t, i, entry, join=join)
    if entry.kind in ("mixed", "portion"):
        return _scaled(t, Number(i, i + 1, entry.value, fraction=True))
    if entry.kind == "zero":
        return _decimals(t, Number(i, i + 1, 0.0))
    if entry.kind == "article" and not _begins_words(t, i):
        return Number(i, i + 1, 1.0) if _one_of_a_unit(t, i) else None
    if entry.kind == "article" and _is_group(t.entry(i + 1)):
        return Number(i, i + 1, 1.0)
    if entry.kind not in ("cardinal", "article", "multiplier"):
        return None
    return _words(t, i, join=join)


def _is_group(entry: Entry | None) -> bool:
    return entry is not None and entry.row is not None and entry.row.kind == "group"


def _one_of_a_unit(t: Tokens, i: int) -> bool:
    """Say whether a unit follows the article ("ein Prozent", "einen Euro"), and no plain noun."""
    allowed = t.vocabulary.sets["article_dimension"]
    if t.word(i) in t.lexicon.genitive or not t.near(i + 1):
        return False
    following = (*t.vocabulary.symbols.get(t.raw(i + 1)), *t.vocabulary.units.get(t.word(i + 1)))
    return any(u.dimension in allowed and t.matches(i + 1, tokens) for tokens, u in following) or (
        any(u.dimension in allowed and t.matches(i + 1, w, folded=False) for w, u in following)
    )


def _begins_words(t: Tokens, i: int) -> bool:
    """Say whether "ein" begins a longer number: "ein hundert", "ein und zwanzig"."""
    following = t.entry(i + 1)
    if following is None or not t.near(i + 1):
        return False
    if following.kind == "joiner":
        ten = t.entry(i + 2)
        may = t.word(i) not in t.lexicon.never_joined and not t.lexicon.numerals.tens_first
        return may and ten is not None and ten.kind in ("cardinal", "ordinal") and _is_ten(ten)
    return following.kind == "multiplier"


def _literal(t: Tokens, i: int, entry: Entry, *, join: bool) -> Number:
    number = Number(i, i + 1, entry.value, step=entry.step, digits=entry.digits, literal=True)
    number.decimals = entry.step > 0
    if number.decimals:
        return _scaled(t, number)
    compact = _scaled(t, number)
    if compact.end > i + 1 and t.kind(compact.end - 1) != "multiplier":
        return compact
    if t.kind(i + 1) == "point":
        return _decimals(t, number)
    whole = _words(t, i, join=join)
    if whole is None or whole.end <= compact.end:
        return compact
    whole.digits = entry.digits
    return whole


def _scaled(t: Tokens, number: Number) -> Number:
    """Multiply by the scale words or the compact letters that follow."""
    for _ in range(_MOST_SCALES):
        factor, end = _scale_at(t, number.end, glued=number.literal)
        if factor == 0:
            return number
        number = replace(
            number,
            end=end,
            value=number.value * factor,
            step=(number.step or (1.0 if number.literal else 0.0)) * factor,
            factor=number.factor * factor,
            literal=False,
        )
    return number


def _scale_at(t: Tokens, i: int, *, glued: bool) -> tuple[float, int]:
    if t.raw(i) in _HYPHENS and t.glued(i) and t.glued(i + 1) and _is_scale(t.entry(i + 1)):
        return _factor(t.entry(i + 1)), i + 2
    if t.near(i) and _is_scale(t.entry(i)):
        return _factor(t.entry(i)), i + 1
    if not glued:
        return 0.0, i
    return _compact(t, i)


def _compact(t: Tokens, i: int) -> tuple[float, int]:
    """Return the factor of letters after digits ("34.9bn", "100 K"), 0.0 when there are none."""
    row = t.lexicon.compact.get(t.raw(i)) if t.near(i) else None
    if row is None:
        return 0.0, i
    letter = t.raw(i)
    if letter in _NETWORK and len(t.raw(i - 1)) == 1 and t.glued(i):
        return 0.0, i
    if letter.lower() in _COMPACT_NEEDS_MONEY and letter != "M" and not _money_around(t, i):
        return (row.value, i + 1) if letter == "b" and t.glued(i) else (0.0, i)
    if len(letter) == 1 and not t.glued(i) and letter.islower() and t.language != "en":
        return 0.0, i
    return row.value, i + 1


def _money_around(t: Tokens, i: int) -> bool:
    voc = t.vocabulary
    before = t.raw(i - 2)
    after = t.raw(i + 1)
    return bool(voc.before.get(before)) or any(
        unit.dimension == "money" for _, unit in (*voc.symbols.get(after), *voc.units.get(t.word(i + 1)))
    )


def _is_scale(entry: Entry | None) -> bool:
    if entry is None or entry.row is None:
        return False
    return entry.kind == "multiplier" and entry.row.kind in ("scale", "thousand", "lakh", "hundred")


def _factor(entry: Entry | None) -> float:
    return entry.value if entry else 1.0


@dataclass(slots=True)
class _Words:
    """A run of number words being added up."""

    total: Sum
    position: int
    factor: float = 1.0  # of the last scale word
    literal: bool = False
    count: int = 0
    last: str = ""


def _words(t: Tokens, i: int, *, join: bool) -> Number | None:
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
    return _decimals(t, number)


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
        run.total.unit = fits and entry.value < 10 and t.word(position) not in t.lexicon.never_joined
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
    if following.kind == "cardinal" and _is_ten(following) and not total.tens_first:
        if not total.join_ten(following.value):
            return False
        run.position, run.last = joiner + 2, "cardinal"
        run.count += 2
        return True
    if not _may_join(run) or total.limit < 100:
        return False
    part = _named(t, joiner + 1)
    if part is not None and part.value < 1:
        return False
    rest = _words(t, joiner + 1, join=True)
    if rest is None or rest.value >= total.limit or rest.value == 0 or rest.decimals:
        return False
    total.add(rest.value, _still_open(rest.value) if total.tens_first else 1)
    run.position, run.last = rest.end, "cardinal"
    run.count += 2
    return True


def read_ordinal(t: Tokens, i: int) -> tuple[str, float, int] | None:
    """Return kind, value and end of an ordinal said in several words ("zwei tausend zweite").

    The kind is ordinal, or fraction for a denominator ("zwei und zwanzigstel").
    """
    if t.kind(i) == "literal" or t.kind(i + 1) not in _IN_ORDINALS and t.raw(i + 1) not in _HYPHENS:
        return None
    run = _Words(Sum(t.lexicon.numerals.tens_first), i)
    while _step(t, run, join=True):
        pass
    position = run.position
    after_joiner = t.kind(position) == "joiner"
    if after_joiner or t.raw(position) in _HYPHENS:
        position += 1
    entry = t.entry(position)
    if run.count == 0 or entry is None or entry.kind not in ("ordinal", "fraction"):
        return None
    if not all(t.near(k) for k in range(run.position, position + 1)):
        return None
    if not _finish(run, entry, after_joiner=after_joiner):
        return None
    return entry.kind, run.total.value, position + 1


def _finish(run: _Words, entry: Entry, *, after_joiner: bool) -> bool:
    if after_joiner and _is_ten(entry) and run.total.unit:
        return run.total.join_ten(entry.value)
    if after_joiner and run.total.limit < 100:
        return False
    if entry.value in (100, 1000) or entry.value >= 1e6:
        return run.total.multiply(entry.value)
    return run.total.add(entry.value, 1)


def _is_ten(entry: Entry) -> bool:
    return 20 <= entry.value <= 90 and entry.value % 10 == 0


def _still_open(value: float) -> float:
    """Return what "three hundred twenty" may still take, exclusive."""
    if value % 100 == 0:
        return 100
    return 10 if value % 10 == 0 and value % 100 >= 20 else 1


def _may_join(run: _Words) -> bool:
    return run.last == "multiplier" and (run.count > 1)


def _decimals(t: Tokens, number: Number) -> Number:
    """Read "komma eins vier" or "point seventy-one" and the scale words after it."""
    i = number.end
    if t.kind(i) != "point" or not (t.near(i) and t.near(i + 1)):
        return _scaled(t, number) if number.step else number
    digits, end = _spoken_digits(t, i + 1)
    if not digits:
        return number
    decimals = float(f"0.{digits}")
    value = number.value + decimals if number.value >= 0 else number.value - decimals
    spoken = Number(number.start, end, value, step=10.0 ** -len(digits), decimals=True)
    return _scaled(t, spoken)


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
    number = _words(t, i, join=False) if t.lexicon.numerals.tens_first else None
    if number and number.value < 100:
        return str(int(number.value)), number.end
    return str(int(entry.value)), i + 1


def _mixed(t: Tokens, number: Number, *, join: bool) -> Number:
    """Add the fraction of "one and a half", "10 1/2", "ein ein halb"."""
    i = number.end
    if t.kind(i) == "glyph" and t.near(i):
        return _with_fraction(t, number, _fraction(t, i))
    if number.literal and t.near(i) and t.raw(i + 1) == "/" and t.kind(i) == "literal":
        return _with_fraction(t, number, _fraction(t, i))
    if t.kind(i) in ("article", "cardinal") and t.kind(i + 1) == "half" and t.near(i):
        return _with_fraction(t, number, _fraction(t, i)) if number.value < 1000 else number
    if join and t.kind(i) == "joiner" and t.near(i) and t.near(i + 1):
        return _with_fraction(t, number, _fraction(t, i + 1))
    return number


def _with_fraction(t: Tokens, number: Number, part: Number | None) -> Number:
    if part is None or not 0 < part.value / part.factor < 1:
        return number
    if number.factor > 1 and part.factor == 1:
        value = number.value + part.value * number.factor
    elif number.factor > 1:
        value = number.value + part.value
    else:
        value = (number.value + part.value / part.factor) * part.factor
    factor = max(part.factor, number.factor, 1.0)
    return replace(
        number, end=part.end, value=value, fraction=True, factor=factor, literal=False
    )


def _fraction(t: Tokens, i: int) -> Number | None:
    """Return a fraction that begins at token i: "1/2", "½", "ein halb", "two thirds"."""
    entry = t.entry(i)
    if entry is None:
        return None
    found = None
    if entry.kind == "glyph":
        found = Number(i, i + 1, entry.value, fraction=True)
    elif entry.kind == "literal":
        found = _slash(t, i, entry)
    elif entry.kind in ("half", "quarter"):
        found = Number(i, i + 1, entry.value, fraction=True)
    elif entry.kind == "fraction" and t.language == "de":
        found = Number(i, i + 1, 1 / entry.value, fraction=True)
    if found is None:
        found = _named(t, i)
    return _of_a_scale(t, found) if found else None


def _of_a_scale(t: Tokens, found: Number) -> Number:
    """Read the scale word of "half a million", "ein halbes Dutzend", "drei Viertel Millionen"."""
    i = found.end
    if t.kind(i) == "article" and t.near(i) and t.kind(i + 1) == "multiplier":
        i += 1
    entry = t.entry(i)
    if entry is None or entry.kind != "multiplier" or not t.near(i):
        return found
    return replace(found, end=i + 1, value=found.value * entry.value, factor=entry.value)


def _slash(t: Tokens, i: int, entry: Entry) -> Number | None:
    below = t.entry(i + 2)
    if t.raw(i + 1) != "/" or not (t.glued(i + 1) and t.glued(i + 2)):
        return None
    if below is None or below.kind != "literal" or below.step or not 1 < below.value <= 100:
        return None
    if entry.step or entry.value >= 100 or t.raw(i + 3) == "/" or t.raw(i - 1) == "/":
        return None
    return Number(i, i + 3, entry.value / below.value, fraction=True)


def _named(t: Tokens, i: int) -> Number | None:
    """Return "ein Drittel", "two thirds", "three quarters", "drei halbe"."""
    if t.kind(i) == "article":
        whole = _half_more(t, i)
        if whole is not None:
            return whole
        top: Number | None = Number(i, i + 1, 1.0)
    elif t.kind(i) in ("cardinal", "literal", "multiplier"):
        top = _words(t, i, join=True)
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
    return _over(t, top, below_entry, i)


def _half_more(t: Tokens, i: int) -> Number | None:
    """Return the 1.5 of "ein ein halb"."""
    if t.kind(i + 1) == "article" and t.kind(i + 2) == "half" and t.near(i + 1) and t.near(i + 2):
        if t.word(i) not in t.lexicon.never_joined and t.language == "de":
            return Number(i, i + 3, 1.5, fraction=True)
    return None


def _over(t: Tokens, top: Number, below: Entry, i: int) -> Number | None:
    if below.kind in ("half", "quarter"):
        return Number(top.start, i + 1, top.value * below.value, fraction=True)
    if below.kind == "fraction":
        return Number(top.start, i + 1, top.value / below.value, fraction=True)
    if below.kind == "ordinal" and t.language == "en" and top.value == 1 and below.value > 2:
        return Number(top.start, i + 1, 1 / below.value, fraction=True)
    return None


def _group(t: Tokens, number: Number) -> Number:
    """Multiply by a dozen."""
    entry = t.entry(number.end)
    if entry is None or entry.row is None or entry.row.kind != "group" or not t.near(number.end):
        return number
    return replace(
        number,
        end=number.end + 1,
        value=number.value * entry.value,
        literal=False,
    )
