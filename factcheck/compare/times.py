"""Where two periods are compared, and when a later article may report a later state."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.model import Period, Resolution

_UNSTATED = frozenset({Resolution.PUBLICATION, Resolution.UNKNOWN})
NO_ROOM = timedelta(days=3)  # articles this close leave no room for a change


def stated(period: Period) -> bool:
    """Say whether the text itself places the claim in time, with dates known."""
    return period.resolved not in _UNSTATED and bool(period.start or period.end)


def same_period(left: Period, right: Period) -> bool:
    """Say whether both mean the same dates."""
    return (left.start, left.end) == (right.start, right.end)


def bounds(period: Period) -> tuple[date, date]:
    """Return the dates with open ends at the ends of time."""
    return period.start or date.min, period.end or date.max


def overlap(left: Period, right: Period) -> bool:
    """Say whether the two share a day."""
    (start_a, end_a), (start_b, end_b) = bounds(left), bounds(right)
    return start_a <= end_b and start_b <= end_a


def contains(outer: Period, inner: Period) -> bool:
    """Say whether `inner` lies within `outer`."""
    (start_a, end_a), (start_b, end_b) = bounds(outer), bounds(inner)
    return start_a <= start_b and end_b <= end_a


def days(period: Period) -> int:
    """Return the length in days; an open period is endless."""
    start, end = bounds(period)
    return (end - start).days + 1


def distance(left: date | None, right: date | None) -> timedelta:
    """Return the time between two publications; none when a date is unknown."""
    return abs(left - right) if left and right else timedelta(0)


def leaves_room(left: date | None, right: date | None, *, changed: bool, after: timedelta) -> bool:
    """Say whether the later of two articles can be reporting a later state.

    `changed` is whether the text itself says so; `after` is how long a stated value stays true.
    """
    return changed or distance(left, right) > max(after, NO_ROOM)
