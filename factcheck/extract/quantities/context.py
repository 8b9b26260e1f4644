"""Numbers that are no amounts: years, names, scores, telephone numbers, list numbers."""

from __future__ import annotations

from factcheck.extract.quantities.measure import noun_dimension
from factcheck.extract.quantities.side import Side, read_side
from factcheck.extract.quantities.tokens import Tokens

_DASHES = frozenset({"-", "–", "—", "−", "‐", "‑", "/"})
_NO_NUMBER_BEFORE = frozenset("§#_@=&?\\%^")
_NUMBER_KINDS = frozenset({"cardinal", "literal", "zero", "multiplier", "point", "sign"})
_LONGEST_NAME_NUMBER = 4  # digits
_SHORTEST_ADJECTIVE = 5  # letters: "ersten", "dieser", and no article
_FIRST_YEAR, _LAST_YEAR = 1800, 2100


def no_amount(t: Tokens, side: Side, floor: int, *, hedged: bool) -> bool:
    """Say whether the number is a name, a date, a time, a score or a label."""
    i = side.number.start
    if inside_a_word(t, side) or _clock(t, side) or _pronoun(t, side):
        return True
    if side.number.share and not side.measure and not hedged and _half_of_nothing(t, side):
        return True
    if not t.raw(i)[:1].isdigit():
        return False
    if not hedged and t.before(side.start) and t.before(side.start) in "<>":
        return True
    if side.number.end - i == 1 and not side.measure and _leads(t, i, side.end):
        return True
    if side.dimension == "count" and not hedged and _named(t, side):
        return True
    if side.measure or not side.number.literal:
        return False
    if _odd_digits(t, side, hedged=hedged):
        return True
    if _year(t, side, hedged=hedged) or _chain(t, side):
        return True
    return not hedged and side.start > floor and _label(t, side)


def inside_a_word(t: Tokens, side: Side) -> bool:
    """Say whether the number is part of a longer token ("D192", "GPT-5", "1:0", "v2")."""
    i = side.start
    before = t.before(i)
    if _of_paragraphs(t, side):
        return True
    if before and before in _NO_NUMBER_BEFORE and not (before == "=" and _is_sum(t, i)):
        return True
    if before.isalnum() and t.raw(i)[:1].isdigit():
        return True
    if before == "." and t.start(i) > 1 and t.text[t.start(i) - 2].isalnum():
        return True
    if before in (":", "/") and t.start(i) > 1 and t.text[t.start(i) - 2].isalnum():
        return True
    if before in _DASHES and t.glued(i - 1) and t.raw(i - 2)[-1:].isalpha():
        return t.raw(i)[:1].isdigit() or side.measure is None
    return _runs_on(t, side)


def _of_paragraphs(t: Tokens, side: Side) -> bool:
    """Say whether the number is one of those after a paragraph sign ("§ 5", "§§ 12 und 13")."""
    i = side.start
    while not side.measure and (back := _listed(t, i)) and t.raw(i - back)[:1].isdigit():
        i -= back
    return t.raw(i - 1) == "§" and t.near(i)


def _listed(t: Tokens, i: int) -> int:
    """Return how many tokens back the number before "und" or a comma stands, 0 for none."""
    if t.gap(i).strip() == ",":
        return 1
    linked = t.word(i - 1) in t.vocabulary.sets["number_link"]
    return 2 if linked and t.near(i) and t.near(i - 1) else 0


def _is_sum(t: Tokens, i: int) -> bool:
    """Say whether the equals sign before token i belongs to a sum and not to a web address."""
    return not t.before(i - 1).isalnum()


def _runs_on(t: Tokens, side: Side) -> bool:
    end = t.end(side.end - 1) + side.extra
    following, second = t.text[end : end + 1], t.text[end + 1 : end + 2]
    if following == ":" and second.isdigit():
        return True
    if t.raw(side.end - 1) == "s" and t.glued(side.end - 1) and side.number.value % 10 == 0:
        return True  # "the 1990s"
    if following in ("_", "@", "\\") or (
        following == "." and second.isalnum() and second.islower()
    ):
        return True
    if side.measure is None and side.number.literal and following.isalpha():
        return True
    return following == "/" and second.isdigit() and side.measure is None


def _clock(t: Tokens, side: Side) -> bool:
    """Say whether a clock word follows ("8 Uhr", "11pm") or precedes ("halb zwölf")."""
    sets = t.vocabulary.sets
    if t.near(side.number.end) and t.word(side.number.end) in sets["clock"]:
        return True
    return bool(t.near(side.start) and t.word(side.start - 1) in sets["clock"] and not side.measure)


def _pronoun(t: Tokens, side: Side) -> bool:
    """Say whether the number is "eins" or "one" by itself, standing for a thing."""
    i = side.number.start
    if side.number.end - i > 1 or side.measure or t.word(i) not in t.lexicon.pronouns:
        return False
    if len(t.words) == 1 or t.glued(i + 1):
        return False
    around = {t.kind(k) for k, near in ((i - 1, t.near(i)), (i + 1, t.near(i + 1))) if near}
    if around & _NUMBER_KINDS:
        return False
    return not (t.near(i) and t.word(i - 1) in t.vocabulary.sets["eins_after"])


def _half_of_nothing(t: Tokens, side: Side) -> bool:
    """Say whether a half or a quarter stands for a part of a game or a year, not a share."""
    i = side.number.start
    if t.kind(i - 1) == "ordinal" and t.near(i):
        return True
    if t.kind(i) not in ("half", "quarter") and t.kind(side.number.end - 1) != "quarter":
        return False
    if t.near(side.end) and t.word(side.end) in t.vocabulary.sets["of"]:
        return False
    return t.kind(i) in ("half", "quarter") and len(t.words) > 1


def clock_end(t: Tokens, i: int) -> int:
    """Return the end of a time of day whose hour's word is token i ("zwei Uhr fünf Minuten")."""
    end = i + 1
    for _ in range(3):
        side = read_side(t, end, end) if t.near(end) and t.entry(end) else None
        if side is None or side.dimension not in ("", "time") or side.number.value >= 60:
            break
        end = side.end
    return end


def minutes_to(t: Tokens, side: Side) -> int:
    """Return the end of "zehn vor zwölf", 0 when the number begins no such time."""
    i = side.end
    if side.measure or not t.near(i) or t.word(i) not in t.vocabulary.sets["half_hour"]:
        return 0
    hour = t.entry(i + 1)
    if hour and hour.kind in ("cardinal", "literal") and 0 < hour.value <= 24 and t.near(i + 1):
        alone = len(t.words) <= 4 or t.word(i + 2) in t.vocabulary.sets["clock"]
        return i + 2 if side.number.value < 60 and alone else 0
    return 0


def _leads(t: Tokens, i: int, end: int) -> bool:
    """Say whether the number is a list's own ("1. Erstens", "2) Zweitens")."""
    start = t.start(i)
    line = t.text[max(0, start - 3) : start]
    if line.strip(" \t") and not line.rstrip(" \t").endswith("\n"):
        return False
    rest = t.text[t.end(end - 1) : t.end(end - 1) + 2]
    return rest[:1] in (".", ")") and rest[1:2].isspace()


def _year(t: Tokens, side: Side, *, hedged: bool) -> bool:
    number = side.number
    raw = t.raw(number.start)
    if len(raw) != 4 or not raw.isdigit() or number.end - number.start > 1:
        return False
    if not _FIRST_YEAR <= number.value < _LAST_YEAR:
        return False
    if hedged and number.value % 100 == 0:
        return False
    return not _counts_something(t, side) or number.value >= 1900


def _odd_digits(t: Tokens, side: Side, *, hedged: bool) -> bool:
    """Say whether the digits are those of a clock, a post code, a date or a code."""
    i = side.number.start
    raw = t.raw(i)
    if len(t.words) == 1:
        return False
    if t.raw(side.start) == "+" and t.near(side.end) and t.kind(side.end) == "literal":
        return True
    if raw[0] == "0" and len(raw) > 1 and raw.isdigit():
        return True
    style = t.lexicon.style
    if side.number.decimals and style.grouping in raw and style.decimal not in raw:
        return not hedged
    if side.number.value <= 31 and _beside_month(t, side):
        return True
    return len(raw) == 5 and raw.isdigit() and not t.near(i) and _counts_something(t, side)


def _beside_month(t: Tokens, side: Side) -> bool:
    """Say whether a month's name makes the number a day."""
    months = t.lexicon.months
    after = t.near_or_dot(side.end) and t.word(side.end) in months and t.raw(side.end).istitle()
    before = t.near_or_dot(side.start) and t.word(side.start - 1) in months
    return after or (before and t.raw(side.start - 1).istitle())


def _counts_something(t: Tokens, side: Side) -> bool:
    following = t.raw(side.end)
    return t.near(side.end) and following[:1].isupper() and t.lexicon.style.capital_nouns


def _chain(t: Tokens, side: Side) -> bool:
    """Say whether digits go on after a dash or slash ("1-222-2222", "030/12345", "2024/25")."""
    i, end = side.start, side.end
    raw = t.raw(side.number.start)
    if len(raw) > 2 and raw[0] == "0" and raw.isdigit() and t.kind(end) in ("literal", "junk"):
        return True
    for dash, other in ((end, end + 1), (i - 1, i - 2)):
        digits = t.raw(dash) in _DASHES and t.raw(other)[:1].isdigit()
        if digits and t.glued(dash) and t.glued(dash + 1):
            return True
    return False


def _named(t: Tokens, side: Side) -> bool:
    """Say whether a known name takes the number before a noun ("Windows 11 users").

    Not where nouns are capitalised: there "Tag" and "Jahr" look like names ("pro Tag 300 Stellen").
    """
    return (
        not t.lexicon.style.capital_nouns
        and t.near(side.start)
        and t.raw(side.start - 1) in t.vocabulary.exact_names
        and not _grouped(t, side)
    )


def _grouped(t: Tokens, side: Side) -> bool:
    """Say whether the digits stand in groups ("2,300"), which no product's number does."""
    return t.lexicon.style.grouping in t.raw(side.number.start)


def _counts(t: Tokens, i: int) -> bool:
    """Say whether a noun stands at token i, maybe behind an adjective ("31 neue Masernfälle")."""
    return noun_dimension(t, i) == "count"


def _ends_time(t: Tokens, i: int) -> bool:
    """Say whether token i closes a time that an adjective tells: "im ersten Quartal 241"."""
    told = t.raw(i - 1)
    if t.word(i) not in t.vocabulary.sets["time_noun"] or not t.near(i):
        return False
    return len(told) >= _SHORTEST_ADJECTIVE and _adjective(t, told)


def _adjective(t: Tokens, word: str) -> bool:
    return word.islower() and word.endswith(t.lexicon.style.adjective_endings)


def _label(t: Tokens, side: Side) -> bool:
    """Say whether the word before makes the number a name ("Windows 11", "Artikel 5")."""
    i = side.start
    word = t.raw(i - 1)
    if _ends_time(t, i - 1):
        return False
    if word in t.vocabulary.exact_names and t.near_or_dot(i):
        return not _grouped(t, side)
    if not t.near(i):
        return False
    if not word[:1].isupper() or not word.isalpha() or side.number.decimals:
        return False
    if len(t.raw(side.number.start)) > _LONGEST_NAME_NUMBER:
        return False
    if word.lower() in t.lexicon.function_words or t.entry(i - 1) is not None:
        return False
    following = t.raw(side.end) if t.near(side.end) else ""
    if t.lexicon.style.capital_nouns:
        return not _counts(t, side.end)
    return not (following[:1].islower() and following.endswith("s"))
