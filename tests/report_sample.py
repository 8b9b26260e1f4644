"""One report, built from the model's types alone, that every format is tested against."""

from __future__ import annotations

import math
from datetime import date

from factcheck.model import (
    Aspect,
    Claim,
    Document,
    Entity,
    Evidence,
    Finding,
    FindingClaim,
    Modality,
    NumericClaim,
    Period,
    Quantity,
    RelationalClaim,
    Report,
    Resolution,
    Role,
    Severity,
    Skipped,
    Verdict,
)

MICROSOFT = Entity("microsoft", "Microsoft", "company")
OPENAI = Entity("openai", "OpenAI", "company")
HARBOUR = Entity("text:hafen lindau", "Hafen Lindau", "company")
Q3 = Period(date(2025, 7, 1), date(2025, 9, 30), "quarter", Resolution.FISCAL, "Q3 2025")
NOVEMBER = Period(date(2025, 11, 13), date(2025, 11, 13), "day", Resolution.PUBLICATION)

SUPERFACTORY = Document(
    id="boersenbote-13",
    path="archiv/superfabrik.md",
    title="Rechenzentren im Verbund",
    source="Der Börsenbote",
    published=date(2025, 11, 13),
    text=(
        "Rechenzentren im Verbund\r\n\r\n"
        "Im Quartal bis September gab Microsoft über 34 Milliarden Dollar für neue Anlagen aus. "
        "🚀\r\n"
        "Die Partnerschaft mit OpenAI ist bis 2032 gesichert.\r\n"
    ),
)
TALKS = Document(
    id="wirtschaftsblick-17",
    path="archiv/gespraeche.md",
    title="OpenAI spricht mit Amazon",
    source="Wirtschaftsblick",
    published=date(2025, 12, 17),
    published_inferred=True,
    text=(
        "OpenAI spricht mit Amazon\n\n"
        "Trotz Investitionen von fast 35 Milliarden Dollar bleibt die Stimmung gut.\n"
        "Ihr exklusives Erstzugriffsrecht hat Microsoft im Oktober verloren.\n"
        "Der Hafen Lindau kostet 1,25 Milliarden Euro.\n"
    ),
)
WIRE = Document(
    id="wire-14",
    path="archive/wire.txt",
    title="Quarterly spending climbs",
    source="Northern Wire",
    published=date(2025, 11, 14),
    language="en",
    text=(
        "Quarterly spending climbs\n"
        "Microsoft put 34.9 billion dollars into data centres in the three months to September.\n"
        "The port of Lindau will cost 1.25 million euros.\n"
    ),
)
BUDGET = Document(
    id="stadtanzeiger-3",
    path="entwurf.md",
    title="Haushalt der Stadt",
    source="",
    published=None,
    text=(
        "Haushalt der Stadt\n"
        "Die Stadt gibt 19,4 Millionen Euro aus: 12,4 Millionen Euro für Schulen "
        "und 6 Millionen Euro für Straßen.\n"
    ),
)


def dollars(low: float, high: float, value: float, **more: object) -> Quantity:
    return Quantity(low, high, "USD", "money", value=value, **more)  # type: ignore[arg-type]


def euros(low: float, high: float, value: float) -> Quantity:
    return Quantity(low, high, "EUR", "money", high_open=True, value=value, digits=3)


def place(document: Document, quote: str) -> dict[str, object]:
    """Return the fields that say where a quote stands; its sentence is the line around it."""
    start = document.text.index(quote)
    line_start = document.text.rfind("\n", 0, start) + 1
    line_end = document.text.index("\n", start)
    sentence = document.text[line_start:line_end].rstrip("\r")
    return {
        "document": document.id,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "sentence": sentence,
        "sentence_start": line_start,
        "language": document.language,
    }


def spending(document: Document, quote: str, quantity: Quantity, **more: object) -> NumericClaim:
    fields = {"subject": MICROSOFT, "period": Q3, "metric": "capex", **more}
    return NumericClaim(**place(document, quote), quantity=quantity, **fields)  # type: ignore[arg-type]


def relation(document: Document, quote: str, predicate: str, state: str, polarity: int) -> Claim:
    return RelationalClaim(
        **place(document, quote),  # type: ignore[arg-type]
        subject=MICROSOFT,
        period=NOVEMBER,
        predicate=predicate,
        state=state,
        polarity=polarity,
        object=OPENAI,
        modality=Modality.REPORTED,
        attributes=(("until", "2032-12-31"),) if polarity > 0 else (("exclusive", "yes"),),
    )


def finding(number: int, rule: str, name: str, verdict: Verdict, **more: object) -> Finding:
    severity = {
        Verdict.CONTRADICTION: Severity.ERROR,
        Verdict.DISCREPANCY: Severity.WARNING,
    }.get(verdict, Severity.NOTE)
    return Finding(
        rule,
        name,
        verdict,
        severity,
        id=f"{number:02x}" * 32,
        proposed_by=("block",),
        **more,  # type: ignore[arg-type]
    )


def claims(*members: tuple[Role, Claim]) -> tuple[FindingClaim, ...]:
    return tuple(FindingClaim(role, claim) for role, claim in members)


OVER_34 = spending(
    SUPERFACTORY,
    "über 34 Milliarden Dollar",
    dollars(34e9, math.inf, 34e9, low_open=True, digits=2, hedge="over"),
)
ALMOST_35 = spending(
    TALKS,
    "fast 35 Milliarden Dollar",
    dollars(33.95e9, 35e9, 35e9, high_open=True, digits=2, hedge="almost"),
)
EXACT_349 = spending(WIRE, "34.9 billion dollars", dollars(34.85e9, 34.95e9, 34.9e9, digits=3))
SECURED = relation(
    SUPERFACTORY,
    "Die Partnerschaft mit OpenAI ist bis 2032 gesichert",
    "partnership",
    "holds",
    1,
)
LOST = relation(
    TALKS,
    "Ihr exklusives Erstzugriffsrecht hat Microsoft im Oktober verloren",
    "exclusive_right",
    "ends",
    -1,
)
PORT = {"subject": HARBOUR, "period": NOVEMBER, "metric": "cost"}
PORT_DE = spending(TALKS, "1,25 Milliarden Euro", euros(1.245e9, 1.255e9, 1.25e9), **PORT)
PORT_EN = spending(WIRE, "1.25 million euros", euros(1.245e6, 1.255e6, 1.25e6), **PORT)
CITY = {"subject": None, "period": NOVEMBER, "metric": "spending", "aspect": Aspect.LEVEL}
TOTAL = spending(BUDGET, "19,4 Millionen Euro", euros(19.35e6, 19.45e6, 19.4e6), **CITY)
SCHOOLS = spending(BUDGET, "12,4 Millionen Euro", euros(12.35e6, 12.45e6, 12.4e6), **CITY)
ROADS = spending(BUDGET, "6 Millionen Euro", euros(5.5e6, 6.5e6, 6e6), **CITY)

ABOUT_CAPEX = (
    Evidence("subject", "Microsoft", "Microsoft", "same", 7.1),
    Evidence("metric", "Investitionen", "Investitionen", "same", 5.2),
    Evidence("period", "Juli–September 2025", "", "compatible", -0.8),
    Evidence("value", "> 34 Mrd. $", "33,95–35 Mrd. $", "overlap", 0.0),
)

HEDGES = finding(
    1,
    "FC102",
    "range-conflict",
    Verdict.DISCREPANCY,
    confidence=0.9234,
    kind="amount",
    message=(
        "Microsofts Investitionen im Quartal Juli bis September 2025: „über 34 Milliarden Dollar“ "
        "und „fast 35 Milliarden Dollar“ stimmen nur dann beide, wenn der Wert zwischen 34 und "
        "35 Milliarden Dollar liegt."
    ),
    claims=claims(
        (Role.PRIMARY, OVER_34),
        (Role.COUNTERPART, ALMOST_35),
        (Role.AGREES_WITH_COUNTERPART, EXACT_349),
    ),
    evidence=ABOUT_CAPEX,
)
TENSION = finding(
    2,
    "FC307",
    "relation-tension",
    Verdict.DISCREPANCY,
    confidence=0.71,
    kind="relation",
    message=(
        "Microsoft und OpenAI: Das exklusive Recht ist verloren, die Partnerschaft aber bis 2032 "
        "gesichert. Beides geht zusammen nur, wenn Exklusivität und Zugang zweierlei sind."
    ),
    claims=claims((Role.PRIMARY, LOST), (Role.COUNTERPART, SECURED)),
    evidence=(
        Evidence("subject", "Microsoft", "Microsoft", "same", 6.0),
        Evidence("object", "OpenAI", "OpenAI", "same", 6.5),
    ),
)
SCALE_SLIP = finding(
    3,
    "FC101",
    "value-conflict",
    Verdict.CONTRADICTION,
    confidence=0.97,
    kind="amount",
    message=(
        "Die Kosten des Hafens Lindau: 1,25 Milliarden gegen 1,25 Millionen Euro, ein Faktor von "
        "1.000, vielleicht eine verwechselte Einheit."
    ),
    claims=claims((Role.PRIMARY, PORT_DE), (Role.COUNTERPART, PORT_EN)),
    evidence=(Evidence("subject", "Hafen Lindau", "port of Lindau", "compatible", 2.0),),
)
SUM = finding(
    4,
    "FC401",
    "sum-conflict",
    Verdict.CONTRADICTION,
    confidence=0.88,
    kind="arithmetic",
    message="Die Teile 12,4 und 6 Millionen Euro ergeben 18,4, genannt sind 19,4 Millionen Euro.",
    claims=claims((Role.TOTAL, TOTAL), (Role.PART, SCHOOLS), (Role.PART, ROADS)),
)
MOVED = finding(
    5,
    "FC101",
    "value-conflict",
    Verdict.UPDATE,
    confidence=0.6,
    kind="amount",
    message="Der spätere Artikel nennt eine höhere Summe.",
    claims=claims((Role.PRIMARY, OVER_34), (Role.COUNTERPART, EXACT_349)),
)
AGREED = finding(
    6,
    "FC100",
    "value-agreement",
    Verdict.AGREEMENT,
    confidence=0.8,
    kind="amount",
    message="Beide nennen knapp 35 Milliarden Dollar.",
    claims=claims((Role.PRIMARY, ALMOST_35), (Role.COUNTERPART, EXACT_349)),
)
KNOWN = Finding(
    "FC101",
    "value-conflict",
    Verdict.CONTRADICTION,
    Severity.ERROR,
    confidence=0.9,
    kind="amount",
    message="Bekannt.",
    claims=claims((Role.PRIMARY, EXACT_349), (Role.COUNTERPART, OVER_34)),
    id="07" * 32,
    suppression={"status": "accepted", "reason": "geprüft", "by": "ab", "until": "2026-03-31"},
)

DOCUMENTS = (SUPERFACTORY, TALKS, WIRE, BUDGET)
SAMPLE = Report(
    documents=DOCUMENTS,
    findings=(SCALE_SLIP, SUM, HEDGES, TENSION, MOVED, AGREED),
    claim_counts={SUPERFACTORY.id: 2, TALKS.id: 3, WIRE.id: 2, BUDGET.id: 3},
    suppressed=(KNOWN,),
    skipped=(Skipped("archiv/bild.png", "is no text; remove it from the folder"),),
    settings={"model": "use-multilingual", "min_confidence": 0.5, "ui_language": "de"},
)
EMPTY = Report(documents=(), findings=())
