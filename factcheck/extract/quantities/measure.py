"""Reads what is counted or measured around a number: units, currencies, nouns, rates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from factcheck.extract.quantities.tokens import Tokens
from factcheck.tables.units import Unit, units
from factcheck.vocab.metrics import is_participle

_YEAR = 4  # digits
_LONGEST_NAME = 3  # words
_HYPHENS = frozenset({"-", "‐", "‑"})
_CODE_PREFIXES = {"M": 1e6, "T": 1e3, "K": 1e3}
_OPENING = "([{<"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and the tokens that say it: start to end, exclusive."""

    unit: Unit
    start: int
    end: int
    factor: float = 1.0  # scale inside a code ("MEUR")
    adjective: bool = False  # the words between number and noun were skipped
    closes: int = 0  # characters after the last token that belong to it ("(kg)")


def unit_after(t: Tokens, i: int, *, glued: bool = False, hyphen: bool = True) -> Measure | None:
    """Return the unit that begins at token i, a hyphen before it allowed.

    `glued` says that the number before is digits, so that symbols may follow without a space.
    """
    if hyphen and t.raw(i) in _HYPHENS and t.near(i) and t.near(i + 1):
        if t.glued(i) == t.glued(i + 1):
            if t.raw(i + 1)[:1].isalpha() is False and t.raw(i + 1) not in ("%", "°"):
                return None
            if t.word(i + 1) in t.vocabulary.sets["fold"]:
                return Measure(units()["times"], i + 1, i + 2)
            if adjective := t.vocabulary.adjectives.get(t.word(i + 1)):
                return Measure(_aged(adjective, t.raw(i + 1)), i + 1, i + 2)
            found = unit_after(t, i + 1, glued=True, hyphen=False)
            return found if found and (t.glued(i) or found.unit.dimension != "count") else None
        return None
    if not t.near_or_dot(i):
        return _bracketed(t, i)
    if t.glued(i) and not glued and t.raw(i)[:1].isalnum():
        return None
    return _longest(t, i) or _prefixed_code(t, i)


def _aged(unit: Unit, word: str) -> Unit:
    """Return the unit of an age for "17-Jährige", the plain unit for "30-jährig"."""
    return units()[f"{unit.id}_of_age"] if word[:1].isupper() and unit.id == "year" else unit


def _longest(t: Tokens, i: int) -> Measure | None:
    voc = t.vocabulary
    best: Measure | None = None
    for tokens, unit in voc.symbols.get(t.raw(i)):
        if t.matches(i, tokens, folded=False) and _symbol_fits(t, i, tokens, unit):
            best = Measure(unit, i, i + len(tokens))
            break
    for tokens, unit in voc.units.get(t.word(i)):
        if best and len(tokens) <= best.end - i:
            break
        if t.matches(i, tokens):
            return Measure(unit, i, i + len(tokens))
    return best


def _symbol_fits(t: Tokens, i: int, tokens: tuple[str, ...], unit: Unit) -> bool:
    end = i + len(tokens)
    if tokens[0].isalpha() and t.glued(end) and t.raw(end)[:1].isdigit():
        return False
    if len(tokens) > 1 or len(tokens[0]) > 1 or not tokens[0].isalpha():
        return True
    if not unit.compact and t.glued(i):
        return False
    following = t.after(i)
    return following not in ("-", "'", "’") and not (following == "." and t.glued(i + 1))


def _prefixed_code(t: Tokens, i: int) -> Measure | None:
    """Return the currency of "MEUR" or "TEUR"."""
    token = t.raw(i)
    if len(token) != 4 or (not token.isupper() and not token.isascii()):
        return None
    unit = units().get(token[1:].upper())
    factor = _CODE_PREFIXES.get(token[0].upper())
    if unit is None or factor is None or unit.dimension != "money":
        return None
    return Measure(unit, i, i + 1, factor=factor)


def _bracketed(t: Tokens, i: int) -> Measure | None:
    gap = t.gap(i)
    if len(gap) > 2 or not gap or gap[-1] not in _OPENING:
        return None
    for tokens, unit in t.vocabulary.symbols.get(t.raw(i)):
        end = i + len(tokens)
        if t.matches(i, tokens, folded=False) and t.after(end - 1) in (")", "]", "}", ">"):
            return Measure(unit, i, end, closes=1)
    return None


def noun_after(t: Tokens, i: int) -> Measure | None:
    """Return the counted noun or time that follows one adjective ("300 neue Stellen").

    Where nouns are small a name may stand before it, too: "205 Russian attack drones".
    """
    after = _past_names(t, i)
    named = after > i
    if named and (_longest(t, after) is None) and _adjective_at(t, after):
        after += 1
    elif not named and _adjective_at(t, i):
        after = i + 1
    found = _longest(t, after) if after > i else None
    dimensions = ("count",) if named else ("count", "time")
    if found is None or found.unit.dimension not in dimensions:
        return None
    return replace(found, start=i, adjective=True)


def _past_names(t: Tokens, i: int) -> int:
    """Return the token after the names that tell whose the counted things are: "20 Turkish"."""
    end = i
    while end - i < _LONGEST_NAME and _name_at(t, end):
        end += 1
    return end


def _name_at(t: Tokens, i: int) -> bool:
    word = t.raw(i)
    if t.lexicon.style.capital_nouns or not t.near(i) or not t.near(i + 1):
        return False
    return word.isalpha() and word[:1].isupper() and t.entry(i) is None


def _adjective_at(t: Tokens, i: int) -> bool:
    """Say whether token i may be an adjective between a number and its noun."""
    word = t.raw(i)
    if not (word.isalpha() and word[:1].islower() and t.near(i) and t.near(i + 1)):
        return False
    if len(word) < 3 or t.entry(i) is not None or word in t.lexicon.function_words:
        return False
    if len(t.raw(i - 1)) == _YEAR and is_participle(word, t.language):
        return False  # "die 1899 gegründete Firma"
    endings = t.lexicon.style.adjective_endings
    return not endings or word.endswith(endings)


def noun_dimension(t: Tokens, i: int) -> str:
    """Return "count" when a noun that no row knows stands at token i, else "number".

    One adjective may stand before it: "128 neue Monde", "128 new moons".
    """
    if _noun_at(t, i) or (_adjective_at(t, i) and _noun_at(t, i + 1)):
        return "count"
    return "number"


def _noun_at(t: Tokens, i: int) -> bool:
    following = t.raw(i)
    if not t.near(i) or not following.isalpha():
        return False
    if t.lexicon.style.capital_nouns:
        return following[:1].isupper()
    plural = following.islower() and following.endswith("s") and len(following) > 3
    return plural and following not in t.lexicon.function_words


def currency_before(t: Tokens, i: int) -> Measure | None:
    """Return the currency whose last token is right before token i ("US$ 5", "EUR 125")."""
    if i == 0 or not t.near_or_dot(i):
        return None
    best: Measure | None = None
    for phrases, folded in ((t.vocabulary.before, False), (t.vocabulary.before_folded, True)):
        last = t.word(i - 1) if folded else t.raw(i - 1)
        for tokens, unit in phrases.get(last):
            start = i - len(tokens)
            if start < 0 or (best and start >= best.start):
                continue
            if t.matches(start, tokens, folded=folded):
                best = Measure(unit, start, i)
                break
    return best or _code_before(t, i)


def _code_before(t: Tokens, i: int) -> Measure | None:
    found = _prefixed_code(t, i - 1)
    return replace(found, start=i - 1, end=i) if found else None


def rate_after(t: Tokens, i: int) -> tuple[str, int]:
    """Return what the amount is per ("share", "month") and the end of its words; "" if nothing."""
    if t.raw(i) in _HYPHENS and t.glued(i):
        i += 1
    if not t.near(i):
        return "", i
    for tokens, rate in t.vocabulary.rates.get(t.word(i)):
        if t.matches(i, tokens) or _hyphened(t, i, tokens):
            return rate, i + len(tokens)
    return "", i


def rate_before(t: Tokens, i: int) -> str:
    """Return what the amount at token i is per, said right before it: "monatlich 68 Euro"."""
    for size in (1, 2, 3):
        start = i - size
        if start < 0 or not t.near(i):
            return ""
        if size > 1 and not _opens_rate(t, start):
            continue
        for tokens, rate in t.vocabulary.rates.get(t.word(start)):
            if len(tokens) == size and t.matches(start, tokens):
                return rate
    return ""


def _opens_rate(t: Tokens, i: int) -> bool:
    sets = t.vocabulary.sets
    return t.word(i) in sets["rate_word"] or t.word(i) in sets["rate_preposition"]


def rate_behind_noun(t: Tokens, i: int) -> str:
    """Return what an amount is per where its noun stands between: "14 Liter Regen pro Tag"."""
    if (
        not _opens_rate(t, i + 1)
        or not t.near(i)
        or not t.raw(i).isalpha()
        or t.entry(i) is not None
    ):
        return ""
    return rate_after(t, i + 1)[0]


def _hyphened(t: Tokens, i: int, tokens: tuple[str, ...]) -> bool:
    positions = range(i, i + 2 * len(tokens), 2)
    return t.raw(i - 1) in _HYPHENS and all(
        t.word(p) == wanted for p, wanted in zip(positions, tokens, strict=False)
    )


@cache
def inch() -> Unit:
    """Return the unit of a double prime."""
    return units()["inch"]
