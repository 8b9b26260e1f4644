"""Days of the Jewish, Islamic, Chinese and Hindu calendars as dates of ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from math import floor

from factcheck.extract.periods.sky import (
    elongation,
    moon_phase,
    new_moon_after,
    new_moon_before,
    sun,
    sun_reaches,
)

BEIJING = 8 / 24
INDIA = 5.5 / 24
MECCA_SUNSET = 15.3 / 24  # in Universal Time
_HEBREW_EPOCH = date(1, 1, 1).toordinal() - 1373428  # what its day count starts from
_MOMENTS = {"sunrise": 0.25, "noon": 0.5, "sunset": 0.76, "night": 0.85, "midnight": 1.0}


def hebrew(year: int, month: int, day: int) -> Iterator[date]:
    """Yield the evenings in a year on which a Jewish day begins; month 1 is Nisan, 7 Tishri.

    Month 12 is the last before Nisan, so that Purim falls into the second Adar of a leap year.
    """
    for count in (year + 3760, year + 3761):
        found = _hebrew_ordinal(count, month, day) - 1
        if date.fromordinal(found).year == year:
            yield date.fromordinal(found)


def _hebrew_new_year(count: int) -> int:
    months = (235 * count - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + ((3 * (days + 1)) % 7 < 3)


def _hebrew_year_start(count: int) -> int:
    """Return the ordinal of 1 Tishri, moved so that every year has a lawful length."""
    before, this, after = (_hebrew_new_year(count + i) for i in (-1, 0, 1))
    shift = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return this + shift + _HEBREW_EPOCH


def _hebrew_ordinal(count: int, month: int, day: int) -> int:
    start, following = _hebrew_year_start(count), _hebrew_year_start(count + 1)
    if month >= 7:
        lengths = _autumn_months(following - start)
        return start + sum(lengths[: month - 7]) + day - 1
    spring = (30, 29, 30, 29, 30, 29)  # Nisan to Elul, which end the year
    return following - sum(spring[month - 1 :]) + day - 1


def _autumn_months(length: int) -> list[int]:
    leap = length > 380
    long_second, short_third = length % 10 == 5, length % 10 == 3
    months = [30, 29 + long_second, 30 - short_third, 29, 30]
    return [*months[:4], 30 + 30 * leap, 29]


@lru_cache(maxsize=512)
def _islamic_months(year: int) -> tuple[tuple[int, int], ...]:
    """Return (month, ordinal of its first day) of the months around a year."""
    found = []
    moment = new_moon_before(date(year - 1, 11, 1).toordinal())
    while moment < date(year + 1, 2, 1).toordinal():
        first = floor(moment + 1 - MECCA_SUNSET) + 1
        count = round((first - date(2000, 4, 6).toordinal()) / 29.530588)
        found.append((count % 12 + 1, first))
        moment = new_moon_after(moment + 1)
    return tuple(found)


def islamic(year: int, month: int, day: int) -> Iterator[date]:
    """Yield the days of a year that are that day of an Islamic month; 1 is Muharram.

    A month begins the day after a new moon before Mecca's sunset. What a country announces may
    differ by a day.
    """
    for number, first in _islamic_months(year):
        found = date.fromordinal(first + day - 1)
        if number == month and found.year == year:
            yield found


def chinese(year: int, month: int, day: int) -> Iterator[date]:
    """Yield the day of a Chinese month that is counted from the start of a year."""
    term = floor(sun_reaches((330 + 30 * (month - 1)) % 360, year) + BEIJING)
    new = new_moon_before(term + 1 - BEIJING - 1e-6)
    first = date.fromordinal(floor(new + BEIJING))
    if (first.month, first.day) < (1, 21):  # a leap month stands before the new year
        first = date.fromordinal(floor(new_moon_after(new + 1) + BEIJING))
    yield date.fromordinal(first.toordinal() + day - 1)


def hindu(year: int, month: int, tithi: int, moment: str) -> Iterator[date]:
    """Yield the days of a year with that lunar day at that time of day in India.

    Month 1 is Chaitra; months run from new moon to new moon; lunar day 15 is the full moon, 30
    the new moon. Leap months are passed over.
    """
    new = new_moon_before(date(year - 1, 11, 20).toordinal())
    while new < date(year + 1, 1, 1).toordinal():
        following = new_moon_after(new + 1)
        sign = _sidereal_sign(new)
        if sign != _sidereal_sign(following) and (sign + 1) % 12 + 1 == month:
            found = _day_of_tithi(new, tithi, _MOMENTS[moment])
            if found.year == year:
                yield found
        new = following


def _sidereal_sign(moment: float) -> int:
    precession = 23.853 + (moment - date(2000, 1, 1).toordinal()) / 365.25 * 0.013969
    return int((sun(moment) - precession) % 360 // 30)


def _day_of_tithi(new: float, tithi: int, time: float) -> date:
    start = moon_phase((tithi - 1) * 12 % 360, new + (tithi - 1) * 0.98435) if tithi > 1 else new
    day = floor(start + INDIA)
    for candidate in (day, day + 1):
        if _tithi_at(candidate + time - INDIA) == tithi:
            return date.fromordinal(candidate)
    return date.fromordinal(day)


def _tithi_at(moment: float) -> int:
    return int(elongation(moment) // 12) + 1


def parsi_new_year(year: int) -> Iterator[date]:
    """Yield the new year of the Parsi calendar, whose years have 365 days and no leap day."""
    found = date.fromordinal(date(2018, 8, 17).toordinal() + 365 * (year - 2018))
    if found.year == year:
        yield found


def solar(year: int, degrees: float) -> Iterator[date]:
    """Yield the day, in Universal Time, on which the sun reaches a longitude."""
    yield date.fromordinal(floor(sun_reaches(degrees, year)))
