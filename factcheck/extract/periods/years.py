"""When a number is a year, and the year that stands after a month or quarter."""

from __future__ import annotations

from factcheck.extract.periods.calendar import months_from, year_of
from factcheck.extract.periods.nodes import Fixed
from factcheck.extract.periods.run import GLUED, Hit, Run
from factcheck.extract.periods.tokens import YEARS

LONGEST_SPOKEN = 5  # words of a year
BARE = range(1900, 2060)
_THIS_CENTURY = 50  # two digits below it are of 2000 and after: "12/28/63" is 1963
QUOTES = frozenset("\"„“”»«‚‘’'")
_BREAKS = frozenset("-–/:.,'")


def stated_year(run: Run, i: int, *, short: bool = False) -> tuple[int, int] | None:
    """Return a year in a place that only a year can fill, and the index after it.

    Four digits, or two after an apostrophe; with `short` also two digits alone.
    """
    value = run.digits(i, 4)
    if value is None:
        return spoken_year(run, i)
    if glued(run, i) or (run.counted(i) and not _placed(run, i, value)):
        return None
    digits = run.tokens[i].info.digits
    if digits == 4 and value in YEARS:
        return value, i + 1
    if digits == 2 and (short or run.char_before(i) in ("'", "’")):
        return 2000 + value if value < _THIS_CENTURY else 1900 + value, i + 1
    return None


def _placed(run: Run, i: int, value: int) -> bool:
    """Say whether the word before makes it a year, whatever follows: "In 2024 companies spent"."""
    told = any(run.row(i - 1, kind) for kind in ("ahead", "month", "unit"))
    return (
        told
        and value in BARE
        and value % 100 != 0
        and run.gap(i) == ""
        and run.char_after(i) == " "
    )


def spoken_year(run: Run, i: int) -> tuple[int, int] | None:
    """Return a year in words ("zweitausenddrei", "neunzehn hundert vier und neunzig")."""
    total, part, j = 0.0, 0.0, i
    while j < len(run.tokens) and j - i < LONGEST_SPOKEN:
        info = run.tokens[j].info
        if info.number is None or info.digits or (j > i and run.gap(j) != ""):
            if j == i or not run.row(j, "and") or part >= 10 or part == 0:
                break
        elif info.number in (100, 1000):
            total, part = total + max(part, 1) * info.number, 0
        else:
            part += info.number
        j += 1
    if not 1100 <= total + part <= 2100 or total + part != int(total + part):
        return None
    return None if run.counted(j - 1) else (int(total + part), j)


def glued(run: Run, i: int) -> bool:
    """Say whether a number goes on behind it, as a decimal, a time or a compound does."""
    end = run.tokens[i].end
    after, then = run.text[end : end + 1], run.text[end + 1 : end + 2]
    if after in "-–" and after and then.isalpha():
        return True
    return after in _BREAKS and after not in "-–/" and then.isdigit()


def year(run: Run, i: int, *, firm: bool = False) -> Hit | None:
    """Read a year that stands alone or a split year ("2024/25"); a `firm` place needs no proof."""
    found = stated_year(run, i)
    if found is None:
        return None
    if run.tokens[i].info.digits == 0:
        led = i > 0 and _leads(run, i - 1)
        return _fixed_year(*found) if led or run.whole(i, found[1]) else None
    if run.tokens[i].info.digits != 4:
        return None
    if not firm and not _plausible(run, i, found[0]):
        return None
    return split_year(run, i) or _fixed_year(found[0], found[1])


def _fixed_year(value: int, stop: int) -> Hit | None:
    dates = year_of(value)
    return Hit(Fixed(dates, "year"), stop) if dates else None


def split_year(run: Run, i: int) -> Hit | None:
    """Read "2024/25" or "2024/2025" as the two calendar years that it touches."""
    years = split_years(run, i)
    dates = months_from(years[0], 1, 24) if years else None
    return Hit(Fixed(dates, "span"), i + 2) if dates else None


def split_years(run: Run, i: int) -> tuple[int, int] | None:
    """Return both years of "2024/25"; None unless the second follows on the first."""
    first, second = run.digits(i, 4), run.digits(i + 1, 4)
    if first is None or second is None or first not in YEARS or run.gap(i + 1) not in ("/", "-"):
        return None
    if run.gap(i + 1) == "-" and run.tokens[i + 1].info.digits == 4:
        return None
    follows = second in (first + 1, (first + 1) % 100)
    return (first, first + 1) if follows and not run.counted(i + 1) else None


def _plausible(run: Run, i: int, value: int) -> bool:
    before = run.char_before(i)
    if run.text[max(0, run.tokens[i].start - 3) : run.tokens[i].start].strip()[-1:] in GLUED:
        return False
    if before in GLUED or (before in _BREAKS and not _joined(run, i)):
        return False
    if before in QUOTES and run.char_after(i) in QUOTES:
        return False
    if i and _leads(run, i - 1):
        if run.row(i - 1, "from") and run.in_set(run.word_after(i), "change_to"):
            return False
        return value in YEARS if run.row(i - 1, "unit") else value in BARE or _old(run, i)
    if value not in BARE:
        return False
    word = run.word_before(i)
    if word and (run.in_set(word, "no_year_before") or word.isdigit()):
        return False
    follower = run.word_after(i)
    return not (value % 100 == 0 and follower and (follower[0].isupper() or run.language != "de"))


def _old(run: Run, i: int) -> bool:
    return any(run.row(i - 1, kind) for kind in ("since", "before", "after", "month"))


def _joined(run: Run, i: int) -> bool:
    """Say whether the mark before a year joins it to a time: "2019-2023", "mid-2025"."""
    if i and run.row(i - 1, "part") and run.gap(i) == "-":
        return True
    return run.gap(i) in ("-", "/") and run.digits(i - 1, 4) is not None


_LEADERS = frozenset(
    (
        *("unit", "month", "season", "holiday", "part", "edge", "ahead"),
        *("since", "until", "after", "before", "from", "between"),
    )
)


def _leads(run: Run, i: int) -> bool:
    rows = run.tokens[i].info.rows
    return not _LEADERS.isdisjoint(rows) or ("mark" in rows and i > 0 and _leads(run, i - 1))
