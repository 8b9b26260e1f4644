"""Amounts that are no plain number with a unit: vague plurals, multiples, ranks, shares."""

from __future__ import annotations

from factcheck.extract.quantities.draft import Draft
from factcheck.extract.quantities.entry import Entry
from factcheck.extract.quantities.hedge import hedges_before
from factcheck.extract.quantities.interval import Interval, hedged, rounding
from factcheck.extract.quantities.measure import Measure, noun_dimension, rate_after, unit_after
from factcheck.extract.quantities.scale import Number
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.words import read_ordinal
from factcheck.tables.units import Unit, units

_WIDTH = 0.03
_FEWEST_FIGURES = 4  # "a seven-figure sum" is an amount, "two-digit growth" lacks its unit
_SCALED = 1000.0  # from here on an ambiguous unit takes its larger meaning
_VAGUE_DIMENSIONS = frozenset({"money", "count", "mass", "length", "time", "area", "volume"})
_HYPHENS = frozenset({"-", "‐", "‑"})
Found = tuple[list[Draft], int]


def read_special(t: Tokens, i: int, floor: int) -> Found:
    """Return the amounts of a special kind at token i and where they end; end i for none."""
    entry = t.entry(i)
    if entry is None:
        return [], i
    if entry.kind in ("cardinal", "literal") and _labelled(t, i, entry, floor):
        return _rank(i - 1, i + 1, entry.value), i + 1
    if entry.kind in ("cardinal", "literal") and _counts_digits(t, i):
        return _by_digits(t, i, i, i + 3, entry.value, floor)
    if entry.kind in ("cardinal", "literal") and t.kind(i + 1) == "compound" and t.near(i + 1):
        return _times_a_part(t, i, entry, floor)
    if entry.kind in ("cardinal", "multiplier", "article"):
        found = read_ordinal(t, i)
        if found and found[0] == "ordinal":
            return _rank(i, found[2], found[1]), found[2]
    reader = _READERS.get(entry.kind)
    return reader(t, i, entry, floor) if reader else ([], i)


def _vague(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "Hunderttausende", "Dutzende Menschen", "hundreds of thousands of dollars"."""
    if entry.row is None or not entry.row.vague_up_to:
        return [], i
    if _inside_compound(t, i):
        return [], i + 1
    return _vague_amount(t, i, i, (2 * entry.row.value, entry.row.vague_up_to), floor)


def _vague_amount(t: Tokens, start: int, i: int, bounds: tuple[float, float], floor: int) -> Found:
    low, high = bounds
    end = i + 1
    scale = _scale_after(t, end)
    if scale is not None:
        factor, end = scale
        low, high = low * factor, high * factor
    measure = unit_after(t, end, hyphen=False) or _unit_after_of(t, end)
    unit = _counted(measure, low) if measure else None
    if unit and measure:
        end = measure.end
    interval = Interval(low, high, False, True).convert(unit)
    dimension = unit.dimension if unit else _dimension_at(t, end)
    draft = Draft(start, end, interval, None, dimension, unit)
    draft.code = "count" if dimension == "count" and unit is None else ""
    draft.per, _ = rate_after(t, end)
    return [draft], end


def _dimension_at(t: Tokens, i: int) -> str:
    """Return "count" when a noun follows ("Tausende Bauern", "dozens of whales"), else "number"."""
    if t.word(i) in t.vocabulary.sets["of"] and t.near(i):
        i += 1
    return noun_dimension(t, i)


def _counted(measure: Measure, low: float) -> Unit | None:
    """Return the unit that a vague amount counts, None for one that it cannot."""
    unit = measure.unit
    if unit.scaled_as and low >= _SCALED:
        return units()[unit.scaled_as]
    return unit if unit.dimension in _VAGUE_DIMENSIONS else None


def _scale_after(t: Tokens, i: int) -> tuple[float, int] | None:
    """Return the scale after a vague plural ("Hunderte Millionen", "hundreds of thousands")."""
    if t.word(i) in t.vocabulary.sets["of"] and t.near(i):
        i += 1
    entry = t.entry(i)
    if entry is None or entry.row is None or not t.near(i):
        return None
    if entry.kind in ("multiplier", "vague") and entry.row.kind in ("scale", "thousand"):
        return entry.row.value, i + 1
    return None


def _unit_after_of(t: Tokens, i: int) -> Measure | None:
    if t.word(i) in t.vocabulary.sets["of"] and t.near(i):
        return unit_after(t, i + 1, hyphen=False)
    return None


def _inside_compound(t: Tokens, i: int) -> bool:
    return (t.raw(i + 1) in _HYPHENS and t.glued(i + 1)) or (
        t.raw(i - 1) in _HYPHENS and t.glued(i)
    )


def _multiplier(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "Milliarden Euro" and "mehrere Hundert", leave "hundert" and "a million" alone."""
    row = entry.row
    if row is None or not row.vague_up_to:
        return [], i
    several, start = _several_before(t, i, floor)
    if several:
        return _vague_amount(t, start, i, (2 * row.value, row.vague_up_to), floor)
    if t.word(i) in t.lexicon.vague and row.kind != "hundred" and row.kind != "thousand":
        if _inside_compound(t, i):
            return [], i + 1
        return _vague_amount(t, i, i, (2 * row.value, row.vague_up_to), floor)
    if row.kind == "scale":
        return [], i + 1
    return [], i


def _several_before(t: Tokens, i: int, floor: int) -> tuple[bool, int]:
    for size in (2, 1):
        start = i - size
        if start < floor or not all(t.near(k) for k in range(start + 1, i + 1)):
            continue
        phrase = " ".join(t.word(k) for k in range(start, i))
        if phrase in t.vocabulary.connectors["several"]:
            return True, start
    return False, i


def _multiple(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "verdoppelt", "dreifach", "das Dreifache", "twice"."""
    if entry.value == 1 or (t.raw(i + 1) in _HYPHENS and t.glued(i + 1) and t.glued(i + 2)):
        return [], i + 1
    end = i + 1
    if t.near(end) and t.word(end) in t.vocabulary.connectors["so_much"]:
        end = _as_much(t, end)
    return _ratio(t, i, end, entry.value, floor)


def _as_much(t: Tokens, i: int) -> int:
    """Return the end of "so viel", "as many", "größer"."""
    word = t.word(i)
    if word in ("so", "as") and t.near(i + 1) and t.raw(i + 1).isalpha():
        return i + 2
    return i + 1


def _ratio(t: Tokens, start: int, end: int, value: float, floor: int) -> Found:
    hedges, start = hedges_before(t, start, floor)
    interval = hedged(value, Interval(value, value), hedges)
    draft = Draft(start, end, interval, value, "ratio", units()["times"], hedges=hedges)
    return [draft], end


def _occasion(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "dreimal so viel" as a multiple and "dreimal" as a count."""
    if entry.value == 1:
        return [], i + 1
    if t.near(i + 1) and t.word(i + 1) in t.vocabulary.connectors["so_much"]:
        return _ratio(t, i, _as_much(t, i + 1), entry.value, floor)
    hedges, start = hedges_before(t, i, floor)
    interval = hedged(entry.value, Interval(entry.value, entry.value), hedges)
    unit = units()["occasion"]
    return [Draft(start, i + 1, interval, entry.value, "count", unit, hedges=hedges)], i + 1


def _compound(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "Fünfjahresvertrag", "zehnprozentig", "Viertelstunde"."""
    unit = entry.unit
    if unit is None:
        return [], i
    if entry.head and entry.head.lower() in t.vocabulary.sets["name_head"]:
        return [], i + 1
    number = Number(i, i + 1, entry.value, fraction=entry.digits < 0)
    start = i
    if t.kind(i - 1) == "article" and t.near(i) and entry.digits < 0 and i > floor:
        start = i - 1
    hedges, start = hedges_before(t, start, floor)
    interval = hedged(number.value, rounding(number, unit.dimension), hedges).convert(unit)
    draft = Draft(
        start,
        i + 1,
        interval,
        number.value * unit.factor,
        unit.dimension,
        unit,
        hedges=hedges,
        head=entry.head,
    )
    return [draft], i + 1


def _times_a_part(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "drei Viertelstunden"."""
    part = t.entry(i + 1)
    if part is None or part.digits >= 0 or part.unit is None:
        return [], i
    number = Number(i, i + 2, entry.value * part.value, fraction=True)
    hedges, start = hedges_before(t, i, floor)
    rounded = rounding(number, part.unit.dimension)
    interval = hedged(number.value, rounded, hedges).convert(part.unit)
    value = number.value * part.unit.factor
    draft = Draft(start, i + 2, interval, value, "time", part.unit, hedges=hedges)
    return [draft], i + 2


def _superlative(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    return _rank(i, i + 1, entry.value), i + 1


def _rank(start: int, end: int, value: float) -> list[Draft]:
    return [Draft(start, end, Interval(value, value), value, "rank", None, code="rank")]


def _ordinal(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "jeder Dritte" as a share and any other ordinal as a rank."""
    if t.kind(i - 1) == "each" and t.near(i) and i > floor and entry.value > 1:
        return _every(t, i, entry, floor)
    end = i + 1
    if t.raw(end) in _HYPHENS and t.near(end) and t.near(end + 1):
        if t.word(end + 1) in t.vocabulary.sets["superlative"]:
            end += 2
    elif t.near(end) and t.word(end) in t.vocabulary.sets["superlative"]:
        end += 1
    return _rank(i, end, entry.value), end


def _literal(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read the ordinals "11th", "4ter" and "die 3. Banane"."""
    if entry.step or entry.value != int(entry.value):
        return [], i
    if t.glued(i + 1) and t.word(i + 1) in t.vocabulary.sets["ordinal_letters"]:
        return _rank(i, i + 2, entry.value), i + 2
    if (
        t.after(i) != "."
        or not t.lexicon.style.ordinal_dot
        or entry.value >= 1000
        or not _dotted(t, i)
    ):
        return [], i
    found = _rank(i, i + 1, entry.value)
    found[0].extra = 1
    return found, i + 1


def _dotted(t: Tokens, i: int) -> bool:
    """Say whether the dot after the number makes an ordinal and ends no sentence."""
    if len(t.words) == 1:
        return t.end(i) + 1 == len(t.text.rstrip())
    gap = t.gap(i + 1)
    if t.word(i + 1) in t.lexicon.months:
        return False
    if gap not in (". ", ".\u00a0") or not t.raw(i + 1)[:1].isalpha():
        return False
    if t.near(i) and t.word(i - 1) in t.vocabulary.sets["before_ordinal"]:
        return True
    return i > 0 and t.near(i) and t.raw(i + 1)[:1].islower()


def _half(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "halb so viel"; leave the clock's "halb zwölf" and the adverb alone."""
    if t.word(i) not in t.vocabulary.sets["half_adverb"]:
        return [], i
    if t.near(i + 1) and t.word(i + 1) in t.vocabulary.connectors["so_much"]:
        return _ratio(t, i, _as_much(t, i + 1), entry.value, floor)
    following = t.entry(i + 1)
    if following and following.kind in ("cardinal", "literal") and following.value <= 24:
        return [], i + 2
    return [], i


def _every(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    value = 100 / entry.value
    hedges, start = hedges_before(t, i - 1, floor)
    rounded = Interval(value * (1 - _WIDTH), value * (1 + _WIDTH))
    interval = hedged(value, rounded, hedges)
    draft = Draft(start, i + 1, interval, value, "percent", units()["percent"], hedges=hedges)
    return [draft], i + 1


def _half_noun(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "die Hälfte", but not "die erste Hälfte"."""
    start = i
    if t.near(i) and t.word(i - 1) in t.vocabulary.sets["half_of"] and i > floor:
        start = i - 1
    elif t.kind(i - 1) == "ordinal":
        return [], i + 1
    value = entry.value * 100
    hedges, start = hedges_before(t, start, floor)
    rounded = Interval(value * (1 - _WIDTH), value * (1 + _WIDTH))
    interval = hedged(value, rounded, hedges)
    draft = Draft(start, i + 1, interval, value, "percent", units()["percent"], hedges=hedges)
    return [draft], i + 1


def _stellig(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "zweistelliger Millionenbetrag" and "im niedrigen einstelligen Prozentbereich"."""
    return _by_digits(t, i, i, i + 1, entry.value, floor)


def _by_digits(t: Tokens, first: int, i: int, end: int, digits: float, floor: int) -> Found:
    low, high = (10.0 ** (digits - 1), 10.0**digits)
    written_end = end
    scale, unit, end = _magnitude(t, end)
    if scale == 0 and digits < _FEWEST_FIGURES:
        return [], i + 1
    scale, end = scale or 1.0, max(end, written_end)
    start = first
    band = t.vocabulary.values.get("band", {}).get(t.word(first - 1))
    if band is not None and t.near(first) and first > floor:
        third = (high - low) / 3
        low, high, start = low + band * third, low + (band + 1) * third, first - 1
    interval = Interval(low * scale, high * scale, False, True).convert(unit)
    dimension = unit.dimension if unit else ("money" if low * scale >= 1e3 else "number")
    return [Draft(start, end, interval, None, dimension, unit)], end


def _counts_digits(t: Tokens, i: int) -> bool:
    """Say whether "-figure" or "-digit" follows ("a seven-figure sum")."""
    hyphen = t.raw(i + 1) in _HYPHENS and t.glued(i + 1) and t.glued(i + 2)
    return hyphen and t.word(i + 2) in t.vocabulary.sets["digits"]


def _labelled(t: Tokens, i: int, entry: Entry, floor: int) -> bool:
    """Say whether the word before makes the number a rank ("Platz 3", "No. 1")."""
    if i <= floor or not t.near_or_dot(i) or entry.step or t.entry(i + 1) is not None:
        return False
    label, sets = t.word(i - 1), t.vocabulary.sets
    if label in sets["rank"] or (label in sets["number_sign"] and t.raw(i) == "1"):
        return True
    return entry.value == 1 and label in sets["number_one"]


def _magnitude(t: Tokens, i: int) -> tuple[float, Unit | None, int]:
    """Return the scale, unit and end of "Millionenbetrag", "Prozentbereich", "percent"."""
    if not t.near(i):
        return 0.0, None, i
    word = t.word(i)
    if unit := t.vocabulary.ranges.get(word):
        return 1.0, unit, i + 1
    if scale := t.lexicon.scale_of_compound(word):
        return _with_unit(t, scale, i + 1)
    entry = t.entry(i)
    if entry and entry.row and entry.kind in ("multiplier", "vague") and entry.value >= 1000:
        return _with_unit(t, entry.value, i + 1)
    found = unit_after(t, i, hyphen=False)
    if found and found.unit.dimension in ("percent", "money", "percentage_point"):
        return 1.0, found.unit, found.end
    return 0.0, None, i


def _with_unit(t: Tokens, scale: float, i: int) -> tuple[float, Unit | None, int]:
    found = unit_after(t, i)
    if found and found.unit.dimension == "money":
        end = found.end
        if t.raw(end) in _HYPHENS and t.glued(end) and t.glued(end + 1):
            end += 2
        return scale, found.unit, end
    return scale, None, i


def _digits_word(t: Tokens, i: int, entry: Entry, floor: int) -> Found:
    """Read "double-digit percent" and "a high single-digit million"."""
    if t.raw(i + 1) in _HYPHENS and t.word(i + 2) in t.vocabulary.sets["digits"]:
        return _by_digits(t, i, i, i + 3, entry.value, floor)
    return [], i


_READERS = {
    "literal": _literal,
    "half": _half,
    "vague": _vague,
    "multiplier": _multiplier,
    "multiple": _multiple,
    "occasion": _occasion,
    "compound": _compound,
    "superlative": _superlative,
    "ordinal": _ordinal,
    "half_noun": _half_noun,
    "stellig": _stellig,
    "digits_word": _digits_word,
}
