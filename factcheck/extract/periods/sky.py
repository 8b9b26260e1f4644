"""Where sun and moon stand: enough to date the festivals of lunar calendars to the day.

Longitudes are ecliptic degrees of date; moments are days of Universal Time counted like
`date.toordinal()`, so that 1.5 is noon of the first day. Series after Meeus, "Astronomical
Algorithms" (chapters 25 and 47), cut where terms fall below 0.03 degrees; good for 1800 to 2200.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import cos, radians, sin

_EPOCH = date(2000, 1, 1).toordinal() + 0.5
_LUNATION = 29.530588861
_NEW_MOON = date(2000, 1, 6).toordinal() + 0.7598
TROPICAL_YEAR = 365.242189

# Periodic terms of the moon's longitude in degrees, with the multiples of the mean elongation,
# the sun's anomaly, the moon's anomaly and the moon's argument of latitude.
_MOON_TERMS = (
    (6.288774, 0, 0, 1, 0),
    (1.274027, 2, 0, -1, 0),
    (0.658314, 2, 0, 0, 0),
    (0.213618, 0, 0, 2, 0),
    (-0.185116, 0, 1, 0, 0),
    (-0.114332, 0, 0, 0, 2),
    (0.058793, 2, 0, -2, 0),
    (0.057066, 2, -1, -1, 0),
    (0.053322, 2, 0, 1, 0),
    (0.045758, 2, -1, 0, 0),
    (-0.040923, 0, 1, -1, 0),
    (-0.034720, 1, 0, 0, 0),
    (-0.030383, 0, 1, 1, 0),
)


def _centuries(moment: float) -> float:
    clock_drift = 69 / 86400  # dynamical time runs ahead of Universal Time
    return (moment + clock_drift - _EPOCH) / 36525


def sun(moment: float) -> float:
    """Return the sun's apparent longitude."""
    t = _centuries(moment)
    anomaly = radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly)
    centre += 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    node = radians(125.04 - 1934.136 * t)
    return (280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * sin(node)) % 360


def moon(moment: float) -> float:
    """Return the moon's longitude."""
    t = _centuries(moment)
    elongation = radians(297.8501921 + 445267.1114034 * t)
    sun_anomaly = radians(357.5291092 + 35999.0502909 * t)
    moon_anomaly = radians(134.9633964 + 477198.8675055 * t)
    latitude = radians(93.2720950 + 483202.0175233 * t)
    shift = sum(
        size * sin(d * elongation + m * sun_anomaly + n * moon_anomaly + f * latitude)
        for size, d, m, n, f in _MOON_TERMS
    )
    nutation = -0.00478 * sin(radians(125.04 - 1934.136 * t))
    return (218.3164477 + 481267.88123421 * t + shift + nutation) % 360


def elongation(moment: float) -> float:
    """Return how far the moon is ahead of the sun."""
    return (moon(moment) - sun(moment)) % 360


def _when(angle: Callable[[float], float], target: float, speed: float, guess: float) -> float:
    for _ in range(8):
        miss = (angle(guess) - target + 180) % 360 - 180
        guess -= miss / speed
        if abs(miss) < 1e-4:
            break
    return guess


def moon_phase(target: float, near: float) -> float:
    """Return the moment closest to `near` at which the moon is `target` degrees ahead."""
    lunations = round((near - _NEW_MOON) / _LUNATION - target / 360)
    guess = _NEW_MOON + (lunations + target / 360) * _LUNATION
    return _when(elongation, target, 360 / _LUNATION, guess)


def new_moon_before(moment: float) -> float:
    """Return the last new moon at or before a moment."""
    found = moon_phase(0, moment)
    return found if found <= moment else moon_phase(0, moment - _LUNATION)


def new_moon_after(moment: float) -> float:
    """Return the first new moon after a moment."""
    found = moon_phase(0, moment)
    return found if found > moment else moon_phase(0, moment + _LUNATION)


def sun_reaches(target: float, year: int) -> float:
    """Return the moment of a calendar year at which the sun's longitude is `target` degrees."""
    equinox = date(year, 3, 20).toordinal() + 0.5
    turn = (target + 80) % 360 - 80  # January and February come before the equinox
    guess = equinox + turn / 360 * TROPICAL_YEAR + 2 * (cos(radians(turn)) - 1)
    return _when(sun, target, 360 / TROPICAL_YEAR, guess)
