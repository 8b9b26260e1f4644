"""Single days: "12.9.2025", "12. September", "September 12, 2025", "2025-09-12", "am 15."."""

from __future__ import annotations

from functools import partial

from factcheck.extract.periods.calendar import Dates, day_of, month_of
from factcheck.extract.periods.nodes import Cyclic, Fixed, Node
from factcheck.extract.periods.run import Hit, Run
from factcheck.extract.periods.tokens import YEARS
from factcheck.extract.periods.years import glued, stated_year

_NO_DATE = frozenset("§$€£,")  # before a number: an amount, a paragraph
_JOINS = ("", ".", "-", "/", ",")
MONTH_FIRST = frozenset({"en"})  # languages that write month before day in numbers


def day(run: Run, i: int) -> Hit | None:
    """Read a date at a place, whichever way it is spelled."""
    return _numeric(run, i) or _day_month(run, i) or _month_day(run, i) or _month_year(run, i)


def dated(year: int | None, month: int, number: int) -> Node | None:
    """Return a day of a year, or of whichever year is meant; None when no such day exists."""
    if year is not None:
        found = day_of(year, month, number)
        return Fixed(found, "day") if found else None
    if day_of(2000, month, number) is None:
        return None
    return Cyclic(partial(_in_year, month=month, number=number), "day")


def _in_year(year: int, month: int, number: int) -> Dates | None:
    return day_of(year, month, number)


def _numeric(run: Run, i: int) -> Hit | None:
    first = run.digits(i, 4)
    if first is None or run.gap(i + 1) not in (".", "-", "/") or run.char_before(i) in _NO_DATE:
        return None
    if run.tokens[i].info.digits == 4:
        return _year_first(run, i, first) if first in YEARS else None
    second, mark = run.digits(i + 1), run.gap(i + 1)
    if second is None or run.tokens[i].info.digits > 2:
        return None
    if run.gap(i + 2) == mark and run.digits(i + 2, 4) is not None:
        three = _three_numbers(run, i, first, second)
        if three:
            return three
    return _two_numbers(run, i, first, second)


def _year_first(run: Run, i: int, year: int) -> Hit | None:
    month_row = run.row(i + 1, "month")
    month = month_row.value if month_row else run.digits(i + 1)
    number = run.digits(i + 2)
    if month is None or number is None or run.gap(i + 2) != run.gap(i + 1) or glued(run, i + 2):
        return None
    node = dated(year, month, number)
    return Hit(node, i + 3) if node else None


def _three_numbers(run: Run, i: int, first: int, second: int) -> Hit | None:
    found = stated_year(run, i + 2, short=True)
    if found is None:
        return None
    number, month = _ordered(run, i, first, second)
    node = dated(found[0], month, number)
    return Hit(node, i + 3) if node else None


def _ordered(run: Run, i: int, first: int, second: int) -> tuple[int, int]:
    swapped = run.language in MONTH_FIRST and run.gap(i + 1) == "/"
    if (swapped and first <= 12) or second > 12:
        return second, first
    return first, second


def _two_numbers(run: Run, i: int, first: int, second: int) -> Hit | None:
    mark = run.gap(i + 1)
    if mark == "-" or glued(run, i + 1) or run.counted(i + 1):
        return None
    if mark == "." and run.language in MONTH_FIRST:
        return None
    if not (dotted(run, i + 1) if mark == "." else _placed(run, i, i + 2)):
        return None
    if mark == "." and not (run.char_after(i + 1) == "." or _placed(run, i, i + 2)):
        return None
    number, month = _ordered(run, i, first, second) if mark == "/" else (first, second)
    node = dated(None, month, number)
    return Hit(node, i + 2) if node else None


def dotted(run: Run, i: int) -> bool:
    """Say whether "12.09" there, with or without a last dot, is plausibly a day."""
    both = run.tokens[i - 1].info.digits == 2 == run.tokens[i].info.digits
    end = run.tokens[i].end
    dot = run.char_after(i) == "." and run.text[end + 1 : end + 2] in (" ", "")
    return _placed(run, i - 1, i + 1) or (both and dot)


_PLACES = ("dayloc", "until", "since", "to", "from", "weekday", "between", "after")


def _placed(run: Run, start: int, stop: int) -> bool:
    near = any(run.row(start - 1, kind) for kind in _PLACES)
    ranged = run.gap(start) in ("-", ".-") or run.gap(stop) in ("-", ".-")
    return near or ranged or run.whole(start, stop)


def day_number(run: Run, i: int) -> int | None:
    """Return a day of the month written as "12", "12.", "12th" or "zwölfter"."""
    found = run.ordinal(i)
    found = run.digits(i) if found is None else found
    return found if found and 1 <= found <= 31 else None


def _day_month(run: Run, i: int) -> Hit | None:
    number = day_number(run, i)
    if number is None or run.char_before(i) in (".", ",", "$", "€"):
        return None
    j = run.skip(i + 1, "genitive") if run.language in MONTH_FIRST else i + 1
    month, stop = _month_at(run, i, j)
    if month is None or run.gap(j) not in _JOINS:
        return None
    return with_year(run, stop, month, number)


def _month_at(run: Run, i: int, j: int) -> tuple[int | None, int]:
    row = run.row(j, "month")
    if row:
        return row.value, j + 1
    rank = run.ordinal(j)
    numbered = rank is not None and (run.ordinal(i) is not None) and rank <= 12
    if not numbered or run.gap(j) not in ("", "."):
        return None, j
    spoken = run.tokens[i].info.ordinal is not None or run.tokens[j].info.ordinal is not None
    placed = _placed(run, i, j + 1) or stated_year(run, j + 1) is not None
    return (rank, j + 1) if spoken and placed else (None, j)


def with_year(run: Run, i: int, month: int, number: int) -> Hit | None:
    """Return a day of a month, with the year that may stand at i."""
    year, stop = None, i
    if run.gap(i) in _JOINS:
        lone = run.digits(i) is not None and not run.word_after(i) and run.gap(i) == ""
        found = stated_year(run, i, short=lone and run.gap(i + 1) is None)
        year, stop = found or (None, i)
    node = dated(year, month, number)
    return Hit(node, stop) if node else None


def _month_day(run: Run, i: int) -> Hit | None:
    row = run.row(i, "month")
    number = day_number(run, i + 1) if row else None
    if row is None or number is None or run.gap(i + 1) not in ("", ".", "-"):
        return None
    hit = with_year(run, i + 2, row.value, number)
    if hit is None or isinstance(hit.node, Fixed):
        return hit
    return hit if _lone_day(run, i, i + 1) else None


def _lone_day(run: Run, i: int, j: int) -> bool:
    """Say whether the number after a month is a day, not the start of an amount."""
    if run.tokens[j].info.digits == 0:
        return True
    joined = run.gap(j + 1) == "" and (run.row(j + 1, "month") or run.row(j + 1, "unit"))
    if glued(run, j) or run.counted(j) or joined:
        return False
    if run.language not in MONTH_FIRST:
        return not run.word_after(j)
    inside = run.tokens[i - 1].info.word == "in" if i else False
    return not inside and run.count(j + 1) is None


def _month_year(run: Run, i: int) -> Hit | None:
    """Read "01/2025" and "September-2020-23"."""
    month = run.digits(i)
    if month is not None and run.gap(i + 1) == "/" and 1 <= month <= 12:
        found = stated_year(run, i + 1)
        dates = month_of(found[0], month) if found else None
        four = found is not None and run.tokens[i + 1].info.digits == 4
        if dates and four and run.gap(i) != "/" and run.char_before(i) != "/":
            return Hit(Fixed(dates, "month"), i + 2)
    row = run.row(i, "month")
    year, number = run.digits(i + 1, 4), run.digits(i + 2)
    if row and number and year in YEARS and run.gap(i + 1) == run.gap(i + 2) == "-":
        node = dated(year, row.value, number)
        return Hit(node, i + 3) if node else None
    return None


def day_of_month(run: Run, i: int) -> Hit | None:
    """Read "am 15." or "on the 15th" as a day of this or a neighbouring month."""
    number = run.ordinal(i)
    named = run.tokens[i].info.digits == 0 and run.tokens[i].info.word.isalpha()
    if number is None or not 1 <= number <= 31 or named or not _alone(run, i):
        return None
    if not any(run.row(i - 1, kind) for kind in ("dayloc", "until", "since")):
        return None
    return Hit(Cyclic(partial(_in_month, number=number), "day", "month"), i + 1)


def _alone(run: Run, i: int) -> bool:
    end = run.tokens[i].end + (run.char_after(i) == ".")
    rest = run.text[end : end + 2].lstrip(" ")[:1]
    return not (rest.isdigit() or rest.isupper() or (rest.isalnum() and run.language != "de"))


def _in_month(index: int, number: int) -> Dates | None:
    return day_of(index // 12, index % 12 + 1, number)
