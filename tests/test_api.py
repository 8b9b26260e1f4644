"""What the functions of `import factcheck` take, and what they say of what they do not take."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.errors import UsageError

LEFT = "Die Werft in Lauta hat 3.000 Mitarbeiter."
RIGHT = "Die Werft in Lauta hat 5.000 Mitarbeiter."

WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("compare", {"left": LEFT, "right": RIGHT, "left_published": "gestern"}, "left_published:"),
    ("compare", {"left": LEFT, "right": RIGHT, "right_published": 7}, "right_published: 7"),
    ("compare", {"left": LEFT, "right": RIGHT, "language": "fr"}, "language: 'fr' is not read"),
    ("compare", {"left": LEFT, "right": None}, "a text is wanted, not NoneType"),
    ("periods", {"text": LEFT, "published": "2025-13-01"}, "published: '2025-13-01'"),
    ("quantities", {"text": 5}, "a text is wanted, not int"),
    ("extract", {"text": LEFT, "published": "heute"}, "published: 'heute'"),
    ("scan", {"paths": ["."], "modell": "x"}, "modell is no option; known: model"),
    ("check", {"drafts": ".", "against": ".", "published": "bald"}, "published: 'bald'"),
]


@pytest.mark.parametrize(("function", "arguments", "said"), WRONG)
def test_what_cannot_be_used_is_named_in_one_sentence(function, arguments, said):
    with pytest.raises(UsageError) as raised:
        getattr(factcheck, function)(**arguments)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("day", ["2025-03-04", date(2025, 3, 4), datetime(2025, 3, 4, 12)])
def test_a_day_is_a_date_or_written_as_one(day):
    (mention,) = factcheck.periods("Das war gestern.", "de", day)
    assert mention.period.start == date(2025, 3, 3)
    findings = factcheck.compare(LEFT, RIGHT, left_published=day, right_published=day)
    assert [str(finding.verdict) for finding in findings] == ["contradiction"]


def test_one_path_need_not_be_in_a_list(tmp_path: Path):
    for name, text in (("a", LEFT), ("b", RIGHT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    for path in (tmp_path, str(tmp_path)):
        report = factcheck.scan(path, published="2025-03-04")
        assert len(report.documents) == 2
        assert not report.skipped
