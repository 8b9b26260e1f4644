"""Times as a stopwatch writes them: "2:01:09", "3:26,47 Minuten", "2:19 Stunden"."""

from __future__ import annotations

import re

from factcheck.extract.quantities.draft import Draft
from factcheck.extract.quantities.interval import Interval
from factcheck.extract.quantities.measure import unit_after
from factcheck.extract.quantities.tokens import Tokens
from factcheck.tables.units import units

_SECOND = 1 / 86_400  # in days, the base unit of time
_THREE = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?:[.,](\d{1,3}))?(?![\w:]|[.,]\d)")
_TWO = re.compile(r"(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?(?![\w:]|[.,]\d)")
_STAMP = re.compile(r"(?:[\dT]\s?|[:.,/-])$")  # "2025-11-13 12:30:45"
_UNITS = {"hour": 60.0, "minute": 1.0}  # what the number before the colon counts, in minutes


def read_clocked(t: Tokens, i: int) -> tuple[list[Draft], int]:
    """Return the stopwatch time that begins at token i and its end; i for none.

    Two parts need a fraction or a unit behind them: 2:1 is a score, 14:30 a time of day.
    """
    start = t.start(i)
    if t.after(i) != ":" or _STAMP.search(t.text[max(0, start - 3) : start]):
        return [], i
    found = _THREE.match(t.text, start) or _TWO.match(t.text, start)
    if found is None:
        return [], i
    bare = _token_at(t, i, found.end())
    seconds, step, end = _seconds(t, found, bare)
    if seconds is None or (end == bare and _is_time_of_day(t, i, end)):
        return [], i
    half = step / 2 * _SECOND
    value = seconds * _SECOND
    interval = Interval(value - half, value + half, False, True)
    row = units()["stopwatch"]
    return [Draft(i, end, interval, value, "time", row, digits=len(found.group()))], end


def _seconds(t: Tokens, found: re.Match[str], end: int) -> tuple[float | None, float, int]:
    """Return the seconds, the last written place in seconds, and the end with the unit."""
    parts = [int(part) for part in found.groups()[: found.re.groups - 1]]
    decimals = found.groups()[-1] or ""
    fraction = int(decimals) / 10 ** len(decimals) if decimals else 0.0
    step = 10.0 ** -len(decimals)
    measure = unit_after(t, end)
    unit = measure.unit.id if measure else ""
    end = measure.end if measure and measure.unit.dimension == "time" else end
    if len(parts) == 3:
        return parts[0] * 3600.0 + parts[1] * 60 + parts[2] + fraction, step, end
    if not decimals and unit not in _UNITS:
        return None, step, end
    scale = 1.0 if decimals else _UNITS[unit]
    return (parts[0] * 60.0 + parts[1] + fraction) * scale, step * scale, end


def _token_at(t: Tokens, i: int, position: int) -> int:
    """Return the first token that begins at or behind a position of the text."""
    while i < len(t.words) and t.start(i) < position:
        i += 1
    return i


def _is_time_of_day(t: Tokens, i: int, end: int) -> bool:
    sets = t.vocabulary.sets
    after = t.near(end) and t.word(end) in sets["clock"]
    return after or (t.near(i) and t.word(i - 1) in sets["at_clock"])
