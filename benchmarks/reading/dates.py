"""Scores periods: dates and ranges by their first and last day, durations by their length.

A row is right when the text yields the expected times and no others. Where a set offers several
values for a yearless date any of them will do; duckling means the coming one throughout, so there
the future reading counts too. Grains below the day are not read as periods, recurrences neither.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.reading.scores import SetScore, rows
from factcheck.extract.periods import find
from factcheck.extract.periods.calendar import unit_at

EXCLUSIONS = Path(__file__).with_name("date_exclusions.json")
Ends = tuple[date | None, date | None]
_FINE_GRAINS = ("second", "minute", "hour")
_DAYS = timedelta(days=1)
_MONTHS = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"]


def score() -> list[SetScore]:
    """Return the scores of the date sets, one per class of rows."""
    return [part for name in _CHECKS for part in _score(name)]


def _score(name: str) -> list[SetScore]:
    parts: dict[str, SetScore] = {}
    excluded = exclusions().get(name, {})
    for row in rows(name):
        part = _PARTS[name](row)
        if not part:
            continue
        result = parts.setdefault(part, SetScore(_LABELS.get(name, name), part))
        if row["id"] in excluded or part == "below the day":
            result.excluded += 1
            continue
        right, found = _CHECKS[name](row)
        result.add(right, f"{row['id']} | {row['text'][:90]} | {_wanted(row)} | {found}")
    return list(parts.values())


@cache
def exclusions() -> dict[str, dict[str, str]]:
    """Return, by set, the ids of rows whose convention is not ours, with the reason."""
    found: dict[str, dict[str, str]] = {}
    for group in json.loads(EXCLUSIONS.read_text(encoding="utf-8")):
        for row_id in group["ids"]:
            found.setdefault(group["set"], {})[row_id] = group["reason"]
    return found


def _wanted(row: dict[str, Any]) -> str:
    expected = row["expected"]
    if isinstance(expected, dict):
        return " ".join(str(expected.get(key, "")) for key in ("from", "to", "grain"))
    return str([e["text"] for e in expected] if isinstance(expected, list) else expected)


def _day(text: str) -> date:
    year, month, day = (int(part) for part in text[:10].split("-"))
    return date(year, month or 1, day or 1)


def _read(text: str, reference: date, lean: str = "") -> list[tuple[str, Ends]]:
    found = find(text, "de", reference, lean=lean)
    return [(m.text, (m.period.start, m.period.end)) for m in found]


def _duckling_part(row: dict[str, Any]) -> str:
    expected = row["expected"]
    if expected["grain"] in _FINE_GRAINS:
        return "below the day"
    return "range" if "to" in expected else "date"


def _duckling(row: dict[str, Any]) -> tuple[bool, object]:
    expected, reference = row["expected"], _day(row["ref_time"])
    start = _day(expected["from"])
    wanted: Ends | None = unit_at(expected["grain"], start)
    if "to" in expected:
        wanted = start, _day(expected["to"]) - _DAYS
    readings = [_read(row["text"], reference, lean) for lean in ("", "future")]
    return any([ends for _, ends in r] == [wanted] for r in readings), readings[1]


def _recognizers_part(row: dict[str, Any]) -> str:
    types = {entry["type"].split(".")[1] for entry in row["expected"]}
    if not types:
        return "no time"
    if types <= {"date", "daterange", "time", "timerange"} and types & {"date", "daterange"}:
        return "range" if "daterange" in types else "date"
    return "duration" if types == {"duration"} else "below the day"


def _recognizers(row: dict[str, Any]) -> tuple[bool, object]:
    if _recognizers_part(row) == "duration":
        return _duration(row)
    days = [e for e in row["expected"] if e["type"].endswith((".date", ".daterange"))]
    found = _read(row["text"], _day(row["ref_time"]))
    pairs = zip(found, days, strict=False)
    right = len(found) == len(days) and all(_agrees(*pair) for pair in pairs)
    return right, found


def _agrees(found: tuple[str, Ends], expected: dict[str, Any]) -> bool:
    text, ends = found
    overlap = text.lower() in expected["text"] or expected["text"] in text.lower()
    return overlap and any(ends in _candidates(value) for value in expected["values"])


def _candidates(value: dict[str, str]) -> list[Ends]:
    if value.get("value") == "not resolved":
        return [(None, None)]
    if "value" in value:
        return [(_day(value["value"]), _day(value["value"]))]
    start = _day(value["start"]) if "start" in value else None
    end = _day(value["end"]) if "end" in value else None
    return [(start, end), (start, end - _DAYS)] if end else [(start, None)]


def _duration(row: dict[str, Any]) -> tuple[bool, object]:
    from factcheck.extract.quantities import find as find_quantities

    found = [m for m in find_quantities(row["text"], "de") if m.quantity.dimension == "time"]
    wanted = float(row["expected"][0]["values"][0]["value"]) / 86400
    values = [m.quantity.value or 0.0 for m in found]
    return len(values) == 1 and abs(values[0] - wanted) < 1e-4 * wanted, values


def _nemo_part(row: dict[str, Any]) -> str:
    return "date" if row["class"] == "date" else ""


def _nemo(row: dict[str, Any]) -> tuple[bool, object]:
    found = _read(row["text"], date(2020, 12, 31), "past")
    return [ends for _, ends in found] == [_nemo_date(row["expected"])], found


def _nemo_date(text: str) -> Ends | None:
    for month, name in enumerate(_MONTHS, 1):
        text = re.sub(rf"\.?\s*{name}\w*\.?\s*", f".{month}.", text.lower())
    if match := re.fullmatch(r"(\d+)\.(\d+)\.?(\d{4})?", text):
        day, month, year = (int(part or 2020) for part in match.groups())
        return unit_at("day", date(year, month, day))
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if not parts:
        return None
    unit = ("year", "month", "day")[len(parts) - 1]
    return unit_at(unit, date(*[*parts, 1, 1][:3]))


_LABELS = {"nemo_de_itn": "nemo_de_itn dates"}  # its numbers are scored apart
_PARTS: dict[str, Callable[[dict[str, Any]], str]] = {
    "recognizers_de_datetime": _recognizers_part,
    "duckling_de_time": _duckling_part,
    "nemo_de_itn": _nemo_part,
}
_CHECKS: dict[str, Callable[[dict[str, Any]], tuple[bool, object]]] = {
    "recognizers_de_datetime": _recognizers,
    "duckling_de_time": _duckling,
    "nemo_de_itn": _nemo,
}
