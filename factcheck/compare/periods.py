"""Where two periods are compared: the levels, read from the metric's nature."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.compare.levels import otherwise
from factcheck.compare.said import Said
from factcheck.compare.times import NO_ROOM, contains, days, same_period, stated
from factcheck.model import Aspect, Comparison, Level, Modality, Outcome, Period, Resolution
from factcheck.tables.metrics import Metric, metrics

_AHEAD = (Modality.ANNOUNCED, Modality.FORECAST, Modality.POSSIBLE, Modality.NEGOTIATED)
_YEARLY, _YEAR = "span:yearly", 360  # "im gesamten Jahr"; days
_RECENT = 60  # days after which a state stated for a past time is no longer that of today
_UNNAMED = Metric(id="", dimensions=(), volatility_days=30, de=(), en=())


def metric_of(said: Said) -> Metric:
    """Return the metric's row; a neutral one when the text names none."""
    return metrics().get(said.claim.metric, _UNNAMED)


def _same(left: Said, right: Said) -> bool:
    a, b = left.claim.period, right.claim.period
    return stated(a) and stated(b) and same_period(a, b)


def _is_date(left: Said, right: Said) -> bool:
    return left.claim.aspect is Aspect.DATE and right.claim.aspect is Aspect.DATE


def _guessed(left: Said, right: Said) -> bool:
    """Say whether the dates to compare rest on a guess of when a text appeared."""
    if not (left.inferred or right.inferred) or not _is_date(left, right):
        return False
    ways = {left.claim.period.resolved, right.claim.period.resolved}
    return ways == {Resolution.STATED, Resolution.RELATIVE}


def _both_current(left: Said, right: Said) -> bool:
    """Say whether neither names a time, or only a day or so that the other reports on, too."""
    return _is_current(left, right) and _is_current(right, left)


def _is_current(said: Said, other: Said) -> bool:
    return not stated(said.claim.period) or _is_news(said, other)


def _is_news(said: Said, other: Said) -> bool:
    period, day = said.claim.period, other.published
    if stated(other.claim.period) or day is None or days(period) > NO_ROOM.days:
        return False
    slow = metric_of(said).volatility_days >= NO_ROOM.days
    return slow and _gap(period, day) <= NO_ROOM


def _one_stated(left: Said, right: Said) -> bool:
    return stated(left.claim.period) != stated(right.claim.period)


def _fits(left: Said, right: Said) -> bool:
    """Say whether an unstated period may mean the one that the other side states."""
    if not _one_stated(left, right):
        return False
    said, silent = (left, right) if stated(left.claim.period) else (right, left)
    if silent.published and silent.claim.modality in _AHEAD:
        return said.claim.period.end is None or said.claim.period.end >= silent.published
    if silent.published is None or silent.claim.period.resolved is Resolution.UNKNOWN:
        return True
    metric = metric_of(said)
    longest = min(days(said.claim.period), 400) if metric.flow else _RECENT
    reach = timedelta(days=max(min(metric.volatility_days, longest), NO_ROOM.days))
    return _gap(said.claim.period, silent.published) <= reach


def _flow_fits(left: Said, right: Said) -> bool:
    if not _one_stated(left, right):
        return False
    return (metric_of(left).flow or metric_of(right).flow) and _fits(left, right)


def _whole_year(left: Said, right: Said) -> bool:
    """Say whether one adds up over a whole year, and the other over a stated part of one."""
    if not _one_stated(left, right) or not (metric_of(left).flow or metric_of(right).flow):
        return False
    said, silent = (left, right) if stated(left.claim.period) else (right, left)
    return _YEARLY in silent.claim.qualifiers and days(said.claim.period) < _YEAR


def _gap(period: Period, day: date) -> timedelta:
    if period.start and day < period.start:
        return period.start - day
    if period.end and day > period.end:
        return day - period.end
    return timedelta(0)


def _within(left: Said, right: Said) -> bool:
    """Say whether one period lies in the other and the figure does not add up over time."""
    a, b = left.claim.period, right.claim.period
    if not stated(a) or not stated(b) or (a.anchor and a.anchor == b.anchor):
        return False
    if metric_of(left).flow or metric_of(right).flow:
        return False
    return contains(a, b) or contains(b, a)


PERIOD: Comparison[Said] = Comparison(
    "period",
    (
        Level("guessed", "a relative date of an undated text", Outcome.DIFFERENT, _guessed),
        Level("asked", "the date is the question", Outcome.COMPATIBLE, _is_date),
        Level("same", "same period", Outcome.SAME, _same),
        Level("whole_year", "a part of a year and a whole one", Outcome.DIFFERENT, _whole_year),
        Level("unstated", "no period named", Outcome.COMPATIBLE, _both_current),
        Level(
            "fits_flow",
            "named on one side, the other adds up over time",
            Outcome.COMPATIBLE,
            _flow_fits,
        ),
        Level("fits", "named on one side, fits the other's date", Outcome.COMPATIBLE, _fits),
        Level("within", "one period lies in the other", Outcome.COMPATIBLE, _within),
        otherwise("different", "different periods", Outcome.DIFFERENT),
    ),
    lambda said: said.claim.period.label,
)
