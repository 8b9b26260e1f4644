"""What each amount of a sentence measures, of whom and on which side: the rows say it as data.

A row names a text and one amount of it; every other key is held against the claim of that amount.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from factcheck import extract
from factcheck.model import NumericClaim

SPECS = Path(__file__).parent / "specs" / "measurands"
ROWS = [
    pytest.param(path.stem[-2:], row, id=f"{path.stem}-{number}")
    for path in sorted(SPECS.glob("*.json"))
    for number, row in enumerate(json.loads(path.read_text("utf-8")))
]
PUBLISHED = date(2025, 11, 13)


def told(claim: NumericClaim) -> dict[str, object]:
    quantity, period = claim.quantity, claim.period
    return {
        "metric": claim.metric,
        "negated": claim.negated,
        "modality": claim.modality.value,
        "aspect": claim.aspect.value,
        "subject": claim.subject.name if claim.subject else "",
        "object": claim.object.name if claim.object else "",
        "attribution": claim.attribution,
        "scope": claim.scope,
        "place": claim.place,
        "noun": claim.metric_text,
        "hedge": quantity.hedge,
        "per": quantity.per,
        "value": quantity.value,
        "start": str(period.start or ""),
        "end": str(period.end or ""),
        "first": str(date.fromordinal(int(quantity.low))) if quantity.dimension == "date" else "",
    }


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_the_amount_is_read_as_told(language, row):
    claims = extract(row["text"], language, PUBLISHED)
    numbers = [claim for claim in claims if isinstance(claim, NumericClaim)]
    found = [claim for claim in numbers if claim.quote == row["amount"]]
    if row.get("absent"):
        assert not found
        return
    assert found, [claim.quote for claim in numbers]
    claim = found[0]
    wanted = {key: value for key, value in row.items() if key not in ("text", "amount")}
    low, high = wanted.pop("low", None), wanted.pop("high", None)
    assert {key: told(claim)[key] for key in wanted} == wanted
    assert low is None or claim.quantity.low >= low - 1e-9
    assert high is None or claim.quantity.high <= high + 1e-9
