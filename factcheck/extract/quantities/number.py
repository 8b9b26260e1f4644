"""Reads one number: digits, words, scales, fractions and spoken decimals."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.quantities.entry import Entry
from factcheck.extract.quantities.scale import Number, scaled
from factcheck.extract.quantities.tokens import Tokens
from factcheck.extract.quantities.words import is_ten, named_fraction, read_decimals, read_words

_JOINING = frozenset({"/", "-", "‐", "‑"})

_DENOMINATORS = frozenset({*range(2, 11), 12, 16, 20, 22, 25, 32, 50, 64, 100})


def read_number(t: Tokens, i: int, *, join: bool = True) -> Number | None:
    """Return the longest number that begins at token i; `join` lets "und" connect parts."""
    entry = t.entry(i)
    if entry is None:
        return None
    if entry.kind == "literal" and (simple := _plain(t, i, entry)):
        return simple
    number = _fraction(t, i) or _cardinal(t, i, join=join)
    if number is None:
        return None
    if not number.fraction:
        number = _mixed(t, number, join=join)
    return _group(t, number)


def _plain(t: Tokens, i: int, entry: Entry) -> Number | None:
    """Return digits with at most a scale word where no number word follows: the usual case."""
    following = t.entry(i + 1)
    if following is not None and following.kind != "multiplier":
        return None
    number = Number(i, i + 1, entry.value, step=entry.step, digits=entry.digits, literal=True)
    number.decimals = entry.step > 0
    number = scaled(t, number)
    if t.entry(number.end) is None and t.raw(number.end) not in _JOINING:
        return number
    return None


def _cardinal(t: Tokens, i: int, *, join: bool) -> Number | None:
    entry = t.entry(i)
    if entry is None:
        return None
    if entry.kind == "literal":
        return _literal(t, i, entry, join=join)
    if entry.kind in ("mixed", "portion"):
        return scaled(t, Number(i, i + 1, entry.value, fraction=True))
    if entry.kind == "zero":
        return read_decimals(t, Number(i, i + 1, 0.0))
    if entry.kind == "article" and one_of_range(t, i):
        return Number(i, i + 1, 1.0)
    if entry.kind == "article" and not _begins_words(t, i):
        return Number(i, i + 1, 1.0) if _one_of_a_unit(t, i) else None
    if entry.kind == "article" and _is_group(t.entry(i + 1)):
        return Number(i, i + 1, 1.0)
    if entry.kind not in ("cardinal", "article", "multiplier"):
        return None
    return read_words(t, i, join=join)


def one_of_range(t: Tokens, i: int) -> bool:
    """Say whether the article is the lower end of a range ("ein bis zwei Jahre")."""
    k = i + 2 if t.raw(i + 1) in _JOINING and t.glued(i + 1) else i + 1
    if t.word(k) not in t.vocabulary.range_words["from"] or not t.near(k) or not t.near(k + 1):
        return False
    return t.kind(k + 1) in ("cardinal", "literal", "occasion")


def _is_group(entry: Entry | None) -> bool:
    return entry is not None and entry.row is not None and entry.row.kind == "group"


def _one_of_a_unit(t: Tokens, i: int) -> bool:
    """Say whether a unit follows the article ("ein Prozent", "einen Euro"), and no plain noun."""
    allowed = _counted_by_article(t, i)
    if not allowed or t.word(i) in t.lexicon.genitive or not t.near(i + 1):
        return False
    following = (*t.vocabulary.symbols.get(t.raw(i + 1)), *t.vocabulary.units.get(t.word(i + 1)))
    return any(u.dimension in allowed and t.matches(i + 1, tokens) for tokens, u in following) or (
        any(u.dimension in allowed and t.matches(i + 1, w, folded=False) for w, u in following)
    )


def _counted_by_article(t: Tokens, i: int) -> frozenset[str]:
    """Return the dimensions that the article counts; in English behind some words only.

    "It lasted a week" tells how long, "40 euros a week" what it is per.
    """
    sets = t.vocabulary.sets
    opened = i > 0 and t.near(i) and t.word(i - 1) in sets.get("article_opener", frozenset())
    if t.entry(i + 1) is not None or t.kind(i + 4) == "half":  # "a second time", "and a half"
        opened = False
    return sets["article_dimension"] | (sets["opened_dimension"] if opened else frozenset())


def _begins_words(t: Tokens, i: int) -> bool:
    """Say whether "ein" begins a longer number: "ein hundert", "ein und zwanzig"."""
    following = t.entry(i + 1)
    if following is None or not t.near(i + 1):
        return False
    if following.kind == "joiner":
        ten = t.entry(i + 2)
        may = t.word(i) not in t.lexicon.never_joined and not t.lexicon.numerals.tens_first
        return may and ten is not None and ten.kind in ("cardinal", "ordinal") and is_ten(ten)
    return following.kind == "multiplier"


def _literal(t: Tokens, i: int, entry: Entry, *, join: bool) -> Number:
    number = Number(i, i + 1, entry.value, step=entry.step, digits=entry.digits, literal=True)
    number.decimals = entry.step > 0
    if number.decimals:
        return scaled(t, number)
    compact = scaled(t, number)
    if compact.end > i + 1 and t.kind(compact.end - 1) != "multiplier":
        return compact
    if t.kind(i + 1) == "point":
        return read_decimals(t, number)
    whole = read_words(t, i, join=join)
    if whole is None or whole.end <= compact.end:
        return compact
    whole.digits = entry.digits
    return whole


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
    return replace(number, end=part.end, value=value, fraction=True, factor=factor, literal=False)


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
    elif entry.kind == "fraction" and t.lexicon.style.bare_parts:
        found = Number(i, i + 1, 1 / entry.value, fraction=True)
    if found is None:
        found = named_fraction(t, i)
    return _of_a_scale(t, found) if found else None


def _of_a_scale(t: Tokens, found: Number) -> Number:
    """Read the scale word of "half a million", "ein halbes Dutzend", "drei Viertel Millionen"."""
    i = found.end
    if t.word(i) in t.vocabulary.sets["of"] and t.near(i) and t.kind(i + 1) == "article":
        i += 1
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
    if below is None or below.kind != "literal" or below.value not in _DENOMINATORS:
        return None
    if (
        entry.step
        or entry.value >= min(100, below.value)
        or t.raw(i + 3) == "/"
        or t.raw(i - 1) == "/"
    ):
        return None
    return Number(i, i + 3, entry.value / below.value, fraction=True)


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
