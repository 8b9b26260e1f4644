"""FC408: an age does not fit the year of birth that the same sentence gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import Clash, Passage
from factcheck.lang.arithmetic import cue
from factcheck.model import (
    NumericClaim,
    Period,
    PeriodMention,
    Quantity,
    Resolution,
    Role,
    Rule,
    Severity,
)

RULE = Rule(
    "FC408",
    "age-mismatch",
    Severity.ERROR,
    "An age does not fit the year of birth that the same sentence gives.",
)
_YEAR_DAYS = 365.25
_REACH = 30  # letters between "geboren" and the year
_LONG_AGO = 25  # years: an age so far off is one of another time, no slip
_ASIDES = ("()", " ,")  # around a bare number: "Solberg (34)", "Solberg, 34,"
_GRAINS = ("day", "month", "year")


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for an age and a birth that leave no day on which both are right."""
    line = passage.line
    if not line.says("born") or line.says("kin"):
        return
    ages = [c for c in line.amounts if _is_age(line, c)]
    birth = _birth(line)
    if len(ages) != 1 or birth is None or _back_then(line, ages[0]):
        return
    now = _now(line, [p for p in line.periods if p is not birth])
    if now is None:
        return
    stated = _years(ages[0])
    least, most = _possible(birth.period, now)
    if not least <= stated <= most and least - _LONG_AGO <= stated <= most + _LONG_AGO:
        yield _clash(line, ages[0], birth, least, most)


def _years(age: NumericClaim) -> int:
    """Return an age in whole years; a bare number is one already."""
    unit = 1.0 if age.quantity.dimension == "number" else _YEAR_DAYS
    return round((age.quantity.value or 0.0) / unit)


def _is_age(line: Line, claim: NumericClaim) -> bool:
    """Say whether an amount is an age, also a bare number in brackets or between commas."""
    quantity = claim.quantity
    if quantity.dimension == "number" and quantity.digits == len(claim.quote):
        return line.text(claim.start - 1, claim.end + 1)[:: len(claim.quote) + 1] in _ASIDES
    if quantity.unit != "year" or quantity.hedge or quantity.value is None:
        return False
    around = line.text(claim.start - 16, claim.end + 6)
    return quantity.noun == "age" or line.says("age", around)


def _back_then(line: Line, age: NumericClaim) -> bool:
    """Say whether the verb before an age is in the past: "was 24 at his first show"."""
    before = line.text(None, age.start)
    cuts = [match.end() for match in cue("separator", line.language).finditer(before)]
    return line.says("was_then", before[max(cuts, default=0) :])


def _birth(line: Line) -> PeriodMention | None:
    """Return the date nearest to the one word such as "geboren"."""
    words = list(cue("born", line.language).finditer(line.text()))
    dates = [p for p in line.periods if p.period.granularity in _GRAINS and not p.period.anchor]
    if len(words) != 1 or not dates:
        return None
    word = words[0]
    gaps = {id(p): max(p.start - word.end(), word.start() - p.end) for p in dates}
    nearest = min(dates, key=lambda p: gaps[id(p)])
    return nearest if nearest.period.start and gaps[id(nearest)] <= _REACH else None


def _now(line: Line, others: list[PeriodMention]) -> Period | None:
    """Return when the age was reached: at the death that is dated, else on publication day."""
    dated = [p.period for p in others if p.period.start and p.period.end]
    if line.says("died") and len(dated) == 1:
        return dated[0]
    published = line.document.published
    elsewhen = any(not p.start == p.end == published for p in dated) or len(dated) < len(others)
    unsure = elsewhen or published is None or line.document.published_inferred
    if unsure or line.says("then") or line.says("died"):
        return None
    return Period(published, published, "day", Resolution.PUBLICATION)


def _possible(born: Period, now: Period) -> tuple[int, int]:
    """Return the least and the greatest age in whole years."""
    first, last = born.start or date.min, born.end or date.max
    since, until = now.start or date.min, now.end or date.max
    return _age(last, since), _age(first, until)


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _clash(line: Line, age: NumericClaim, birth: PeriodMention, least: int, most: int) -> Clash:
    start = line.sentence.start
    day = float((birth.period.start or date.min).toordinal())
    quantity = Quantity(day, day, "day", "date", value=day)
    born = line.claim(start + birth.start, start + birth.end, quantity, "born")
    years = str(most) if least == most else f"{least}–{most}"
    return Clash(
        ((Role.PRIMARY, age), (Role.COUNTERPART, born)),
        {},
        {"age": age.quote, "born": born.quote, "years": years},
        confidence=0.85,
        kind="duration",
    )
