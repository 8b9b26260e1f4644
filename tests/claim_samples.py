"""Claims made by hand, for the tests of pairs and of the index."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.model import Entity, NumericClaim, Period, Quantity, RelationalClaim, Resolution

MICROSOFT = Entity("microsoft", "Microsoft", "company")
AMAZON = Entity("amazon", "Amazon", "company")
HOSPITAL = Entity("text:klinikum nord", "Klinikum Nord")
CLINIC = Entity("text:klinikum", "Klinikum")
Q3 = Period(date(2025, 7, 1), date(2025, 9, 30), "quarter", Resolution.STATED, "Q3 2025")
Q2 = Period(date(2025, 4, 1), date(2025, 6, 30), "quarter", Resolution.STATED, "Q2 2025")
NOW = Period(date(2025, 11, 1), date(2025, 11, 1), "day", Resolution.PUBLICATION)


def number(
    value=34e9,
    subject: Entity | None = MICROSOFT,
    metric="capex",
    unit="USD",
    document="a",
    start=0,
    **other,
) -> NumericClaim:
    dimension = "money" if len(unit) == 3 and unit.isupper() else unit
    noun = other.pop("noun", "")
    return NumericClaim(
        document=document,
        start=start,
        end=start + 5,
        quote="34 Mrd",
        sentence="Es waren 34 Mrd im letzten Quartal.",
        sentence_start=0,
        subject=subject,
        period=other.pop("period", Q3),
        metric=metric,
        quantity=Quantity(value, value, unit, dimension, value=value, noun=noun),
        **other,
    )


def relation(subject, predicate, target, document="a", start=0, polarity=1) -> RelationalClaim:
    return RelationalClaim(
        document=document,
        start=start,
        end=start + 9,
        quote="so ist es",
        sentence="So ist es.",
        sentence_start=0,
        subject=subject,
        period=NOW,
        predicate=predicate,
        state="holds",
        polarity=polarity,
        object=target,
    )


def deed(subject, verb, target=None, document="a", start=0, **other) -> RelationalClaim:
    """A claim of the open family; `verb` with its language ("de:öffnen")."""
    claim = relation(subject, "deed", target, document, start)
    return replace(claim, attributes=(("deed", verb),), **other)
