"""Reads the periods that a text names: dates, quarters, "im letzten Quartal", "bis 2032"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.extract.periods.calendar import Dates, moved
from factcheck.extract.periods.fiscal import as_fiscal, fiscal_year_at
from factcheck.extract.periods.grammar import Leaning, read, simple
from factcheck.extract.periods.nodes import (
    Between,
    Cyclic,
    Fiscal,
    Fixed,
    Moment,
    Relative,
    Unknown,
)
from factcheck.extract.periods.run import Hit, Run
from factcheck.extract.periods.tense import tense_around
from factcheck.extract.periods.tokens import composed, runs
from factcheck.model import Period, PeriodMention, Resolution, Span

__all__ = ["as_fiscal", "dates", "find"]


def find(
    text: str,
    language: str,
    published: date | None = None,
    company: str = "",
    lean: str = "",
) -> list[PeriodMention]:
    """Return the periods of a text in order, without overlaps.

    Offsets count code points of `text`. Dates are inclusive; those of a relative period are
    None, and it is `unknown`, without `published`. `company` is the entity id whose fiscal
    calendar counts. `lean` ("past" or "future") is the tense of clauses that tell none; by
    default the last occurrence is meant unless it is long ago and the next one near.
    """
    joined, places = composed(text)
    found: list[PeriodMention] = []
    for run, start, hit in _hits(joined, language):
        mention = _mention(run, start, hit, Moment(published, lean, company), found)
        if mention:
            found.append(mention)
    return [_replaced(m, text, places) for m in found] if places else found


def dates(text: str, language: str) -> list[Span]:
    """Return where a text names times, without working out which; no amounts are there."""
    joined, places = composed(text)
    spans = [_span(run, start, hit) for run, start, hit in _hits(joined, language)]
    return [Span(places[s.start], places[s.end]) for s in spans] if places else spans


def _hits(text: str, language: str) -> list[tuple[Run, int, Hit]]:
    found: list[tuple[Run, int, Hit]] = []
    for tokens in runs(text, language):
        run, i = Run(tokens, text, language), 0
        while i < len(tokens):
            stop, hit = _next(run, i)
            if hit:
                found.append((run, i, hit))
            i = stop
    return found


def _next(run: Run, i: int) -> tuple[int, Hit | None]:
    if run.row(i, "every"):
        repeated = simple(run, run.skip(i + 1, "article")) or _bare_unit(run, i + 1)
        return (repeated.stop if repeated else i + 1), None
    hit = read(run, i)
    if hit is None:
        return i + 1, None
    if hit.weak and not _supported(run, i, hit):
        return hit.stop, None
    return hit.stop, _shared_year(run, hit)


def _bare_unit(run: Run, i: int) -> Hit | None:
    return Hit(Unknown("span"), i + 1) if run.row(i, "unit") else None


def _supported(run: Run, i: int, hit: Hit) -> bool:
    before = i - 1 if run.row(i - 1, "loc") else i - 2 if run.row(i - 1, "article") else -1
    return run.row(before, "loc") is not None or run.whole(i, hit.stop)


def _shared_year(run: Run, hit: Hit) -> Hit:
    """Lend "Januar und Februar 2025" its year to the first month too."""
    if not isinstance(hit.node, Cyclic) or hit.node.step is not None:
        return hit
    if run.row(hit.stop, "and") is None:
        return hit
    other = simple(run, run.skip(hit.stop + 1, "loc", "article"))
    if other is None or not isinstance(other.node, Fixed) or other.node.grain != hit.node.grain:
        return hit
    lent = hit.node.until(other.node.stretch[0])
    return hit._replace(node=Fixed(lent, hit.node.grain)) if lent else hit


def _span(run: Run, start: int, hit: Hit) -> Span:
    first, last = run.tokens[start], run.tokens[hit.stop - 1]
    node, short = hit.node, 0 < last.info.digits < 3
    day = isinstance(node, Cyclic) and node.grain == "day" and node.cycle == "month"
    dotted = day or (last.gap == "." and "month" not in run.tokens[hit.stop - 2].info.rows)
    open_year = short and dotted and not isinstance(node, Fixed)
    end = last.end + (open_year and run.char_after(hit.stop - 1) == ".")
    return Span(first.start, end)


def _mention(
    run: Run, start: int, hit: Hit, at: Moment, earlier: list[PeriodMention]
) -> PeriodMention | None:
    span = _span(run, start, hit)
    if at.published is not None and not (isinstance(hit.node, Fixed) and not at.company):
        told = tense_around(run.text, span.start, span.end, run.language)
        if told == "present" and run.row(start - 1, "from"):
            told = ""  # "Die Analyse vom 12. September liegt vor" tells of the analysis
        at = replace(at, tense=told if told not in ("", "present") else at.tense or told)
    coming = isinstance(hit.node, Relative) and hit.node.coming
    if coming and at.tense == "past" and not hit.anchor:
        return None
    found = None if coming and at.tense == "past" else _dates(hit, at, earlier)
    period = _period(hit, found, " ".join(span.of(run.text).split()))
    return PeriodMention(span.start, span.end, span.of(run.text), _settled(period, hit, at))


def _dates(hit: Hit, at: Moment, earlier: list[PeriodMention]) -> Dates | None:
    node = hit.node
    if isinstance(node, Unknown) and node.shift is not None:
        return _same_before(earlier, node.shift)
    try:
        return node.dates(at)
    except (OverflowError, ValueError):  # past the first or last year of the calendar
        return None


def _same_before(earlier: list[PeriodMention], years: int) -> Dates | None:
    for mention in reversed(earlier):
        start, end = mention.period.start, mention.period.end
        if start and end and mention.period.granularity in ("quarter", "half", "month", "span"):
            first, last = moved(start, "year", years), moved(end, "year", years)
            return (first, last) if first and last else None
    return None


def _period(hit: Hit, found: Dates | None, label: str) -> Period:
    grain = hit.node.grain
    if found is None:
        return Period(None, None, grain, Resolution.UNKNOWN, label, hit.anchor)
    how = hit.node.resolved
    how = Resolution.RELATIVE if how == Resolution.UNKNOWN else how
    start = None if hit.anchor == "until" else found[0]
    end = None if hit.anchor == "since" else found[1]
    return Period(start, end, grain, how, label, hit.anchor)


def _settled(period: Period, hit: Hit, at: Moment) -> Period:
    """Read a quarter that cannot be the calendar's, told as done, as the company's fiscal one."""
    if not at.company or at.tense == "future" or period.granularity not in ("quarter", "half"):
        return period
    node = hit.node.node if isinstance(hit.node, Leaning) else hit.node
    if isinstance(node, Fiscal | Between | Relative) or (
        isinstance(node, Cyclic) and node.complete
    ):
        return period
    if isinstance(node, Cyclic) and node.step is None and at.tense == "past":
        return _unfinished(period, at) or period
    return as_fiscal(period, at.company, at.published) or period


def _unfinished(period: Period, at: Moment) -> Period | None:
    start, end, day = period.start, period.end, at.published
    if not (start and end and day and end >= day) or fiscal_year_at(at.company, day) is None:
        return None
    months = 3 if period.granularity == "quarter" else 6
    node = Fiscal(f"fiscal_{period.granularity}", (start.month - 1) // months + 1)
    found = node.dates(at)
    if found is None:
        return None
    return replace(period, start=found[0], end=found[1], resolved=Resolution.FISCAL)


def _replaced(mention: PeriodMention, text: str, places: list[int]) -> PeriodMention:
    start, end = places[mention.start], places[mention.end]
    return replace(mention, start=start, end=end, text=text[start:end])
