"""When a relation ends, begins and how long it lasts, as its claim says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from factcheck.compare.relation_times import stated
from factcheck.compare.rules.relations_protocol import Pairing, Room
from factcheck.model import RelationalClaim, Resolution
from factcheck.tables.predicates import predicate_rows

_DURATION_SLACK = 0.03  # part of a duration that rounding explains
_QUOTED = {"de": "„{said}“", "en": "“{said}”"}
_IN_DAYS = {"de": "{quoted} ({days} Tage)", "en": "{quoted} ({days} days)"}


@dataclass(frozen=True, slots=True)
class Term:
    """A date (ISO) or a length in days, and the words that say it."""

    value: str
    said: str
    unit: str = ""

    def shown(self, other: Term) -> Mapping[str, str]:
        """Return its words per language, with the days where the other has another unit."""
        quoted = {language: form.format(said=self.said) for language, form in _QUOTED.items()}
        if not self.is_length or self.unit == other.unit:
            return quoted
        days = f"{float(self.value):.0f}"
        return {
            language: form.format(quoted=quoted[language], days=days)
            for language, form in _IN_DAYS.items()
        }

    @property
    def is_length(self) -> bool:
        """Say whether it is a length and no date."""
        return "-" not in self.value


def different_terms(pairing: Pairing) -> Iterator[tuple[Term, Term]]:
    """Yield the ends, beginnings, lengths and dates in which two claims differ."""
    earlier, later = pairing.claims
    ends = _ends(pairing)
    if ends and not _same_date(*ends):
        yield ends
    since = [_attribute(claim, "since") for claim in pairing.claims]
    if since[0] and since[1] and not _same_date(since[0], since[1]):
        yield since[0], since[1]
    length = [_attribute(claim, "duration") for claim in pairing.claims]
    if length[0] and length[1] and _apart(float(length[0].value), float(length[1].value)):
        yield length[0], length[1]
    if _other_event_date(pairing):
        yield _event_date(earlier), _event_date(later)


def gives_two_ends(pairing: Pairing) -> bool:
    """Say whether both claims say until when the relation holds, be it as an end that is ahead."""
    return _ends(pairing) is not None


def ends_ahead(pairing: Pairing) -> bool:
    """Say whether one claim only dates the end, later on, of what the other says to hold."""
    if gives_two_ends(pairing):
        return True
    sides = list(zip(pairing.claims, pairing.published, strict=True))
    for (one, published), (other, _) in (sides, sides[::-1]):
        if one.state == "ends" and _end_of(one, published) and other.state in ("holds", "starts"):
            return True
    return False


def _ends(pairing: Pairing) -> tuple[Term, Term] | None:
    ends = [
        _end_of(claim, published)
        for claim, published in zip(pairing.claims, pairing.published, strict=True)
    ]
    return (ends[0], ends[1]) if ends[0] and ends[1] else None


def _end_of(claim: RelationalClaim, published: date | None) -> Term | None:
    """Return until when the relation holds; a stated end that lies ahead says so as well."""
    until, end = _attribute(claim, "until"), claim.period.end
    if until or claim.negated or claim.state != "ends" or not stated(claim) or end is None:
        return until
    ahead = published is not None and end > published
    return Term(end.isoformat(), claim.period.label) if ahead else None


def _attribute(claim: RelationalClaim, name: str) -> Term | None:
    value = claim.attribute(name)
    said = claim.attribute(f"{name}_said") or value
    return Term(value, said, claim.attribute(f"{name}_unit")) if value else None


def _event_date(claim: RelationalClaim) -> Term:
    assert claim.period.start is not None
    return Term(claim.period.start.isoformat(), claim.period.label)


def _same_date(left: Term, right: Term) -> bool:
    """The same day, or one names only the year that the other's day lies in."""
    if left.value == right.value:
        return True
    days = left.value[5:], right.value[5:]
    return left.value[:4] == right.value[:4] and ("12-31" in days or "01-01" in days)


def _apart(left: float, right: float) -> bool:
    return abs(left - right) > _DURATION_SLACK * max(left, right)


def _other_event_date(pairing: Pairing) -> bool:
    """An event that happens once is dated differently."""
    if pairing.room is not Room.APART or not all(stated(claim) for claim in pairing.claims):
        return False
    if None in pairing.published and any(_is_relative(claim) for claim in pairing.claims):
        return False  # "im November" of nobody knows which year
    return predicate_rows()[pairing.earlier.predicate].once


def _is_relative(claim: RelationalClaim) -> bool:
    return claim.period.resolved is Resolution.RELATIVE
