"""A finding of a JSON report as a view again, so that it can be explained without its articles."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from factcheck.errors import UsageError
from factcheck.model import (
    Camps,
    Claim,
    Document,
    Evidence,
    Finding,
    FindingClaim,
    NumericClaim,
    Period,
    Quantity,
    Resolution,
    Role,
    Severity,
    Verdict,
)
from factcheck.report.diff import differing
from factcheck.report.position import Position
from factcheck.report.sentence import pieces
from factcheck.report.sides import FindingView, Side

Json = Mapping[str, Any]


def finding_view(data: Json) -> FindingView:
    """Return the view of one entry of `findings` or `suppressed`.

    UsageError when the entry is not of factcheck/report@1.
    """
    try:
        return _view(data)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise UsageError(f"the finding is not of schema factcheck/report@1 ({error!r})") from error


def _view(data: Json) -> FindingView:
    members = [(Role(item["role"]), _claim(item), item) for item in data["claims"]]
    marks = differing(members[0][1].quote, members[1][1].quote)
    sides, rule = [], str(data["rule"])
    for number, (role, claim, item) in enumerate(members):
        spans = marks[number] if number < len(marks) else ()
        start = Position(int(item["line"]), int(item["column"]))
        sides.append(Side(role, claim, _document(item), start, start, pieces(claim, spans), rule))
    return FindingView(_finding(data, members), tuple(sides))


def _finding(data: Json, members: list[tuple[Role, Claim, Json]]) -> Finding:
    return Finding(
        rule=str(data["rule"]),
        name=str(data["name"]),
        verdict=Verdict(data["verdict"]),
        severity=Severity(data["severity"]),
        confidence=float(data["confidence"]),
        kind=str(data["kind"]),
        message=str(data["message"]),
        claims=tuple(FindingClaim(role, claim) for role, claim, _ in members),
        evidence=tuple(_evidence(item) for item in data["evidence"]),
        proposed_by=tuple(str(item) for item in data["proposed_by"]),
        id=str(data["id"]),
        camps=_camps(data["group"]) if "group" in data else None,
    )


def _camps(data: Json) -> Camps:
    stale = data["likely_stale"]
    return Camps(
        primary=int(data["primary"]),
        counterpart=int(data["counterpart"]),
        copies=int(data["copies"]),
        stale=Role(stale) if stale else None,
        because=str(data["because"]),
    )


def _evidence(item: Json) -> Evidence:
    aspect, left, right, level = (str(item[key]) for key in ("aspect", "left", "right", "level"))
    return Evidence(aspect, left, right, level, float(item.get("weight") or 0.0))


def _document(item: Json) -> Document:
    day = item["published"]
    return Document(
        id=str(item["document"]),
        path=str(item["document"]),
        text="",
        title=str(item["title"]),
        source=str(item["source"]),
        published=date.fromisoformat(day) if day else None,
    )


def _claim(item: Json) -> Claim:
    start = int(item["start"])
    quote, sentence = str(item["quote"]), str(item["sentence"])
    fields: dict[str, Any] = {
        "document": str(item["document"]),
        "start": start,
        "end": int(item["end"]),
        "quote": quote,
        "sentence": sentence,
        "sentence_start": start - max(sentence.find(quote), 0),
        "subject": None,
        "period": Period(None, None, "", Resolution.UNKNOWN),
    }
    normalized = item["normalized"]
    if "dimension" not in normalized:
        return Claim(**fields)
    quantity = _quantity(normalized)
    return NumericClaim(**fields, metric=str(normalized["metric"]), quantity=quantity)


def _quantity(data: Json) -> Quantity:
    low, high = data["low"], data["high"]
    return Quantity(
        low=-math.inf if low is None else float(low),
        high=math.inf if high is None else float(high),
        unit=str(data["unit"]),
        dimension=str(data["dimension"]),
        low_open=bool(data["low_open"]),
        high_open=bool(data["high_open"]),
        value=None if data["value"] is None else float(data["value"]),
        hedge=str(data["hedge"]),
    )
