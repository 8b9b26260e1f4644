"""Scores quantities: value, unit and span of each row, and nothing else found of its kind.

Our mention covers hedge, currency and unit, so a reference span counts when ours contains it and
what we add holds no other number. A fraction of ours is a percentage, the references' a number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.reading.scores import SetScore, rows
from factcheck.extract.quantities import find
from factcheck.model import QuantityMention
from factcheck.tables.units import Unit, units

EXCLUSIONS = Path(__file__).with_name("exclusions.json")
SETS = (
    "recognizers_de_numbers",
    "recognizers_en_numbers",
    "duckling_de_numbers",
    "nemo_de_itn",
    "text2num_de",
)
_PLAIN = ("number", "count", "percent", "ratio")
_DIMENSIONS = {
    "CurrencyModel": ("money",),
    "PercentModel": ("percent", "percentage_point"),
    "AgeModel": ("time",),
    "TemperatureModel": ("temperature",),
    "OrdinalModel": ("rank",),
    "NumberModel": ("number", "count"),
    "NumberRangeModel": (),
    "DimensionModel": (
        "length",
        "area",
        "mass",
        "volume",
        "power",
        "energy",
        "angle",
        "speed",
        "data",
        "pressure",
        "voltage",
    ),
}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "year": 0}
_FREE_WORDS = frozenset(["um", "die", "von", "ein", "eine", "einer", "einen", "der", "das", "dem"])


def score() -> list[SetScore]:
    """Return the scores of all number sets, one per class of rows."""
    return [part for name in SETS for part in _score(name)]


def _score(name: str) -> list[SetScore]:
    parts: dict[str, SetScore] = {}
    excluded = exclusions().get(name, {})
    for row in rows(name):
        part = _part(row)
        if part == "date":
            continue  # scored with the dates
        result = parts.setdefault(part, SetScore(name, part))
        if row["id"] in excluded:
            result.excluded += 1
            continue
        found = find(row["text"], row["lang"])
        right = _CHECKS[name](row, found)
        shown = [(m.text, m.quantity.value, m.quantity.unit) for m in found]
        result.add(right, f"{row['id']} | {row['text'][:90]} | {_wanted(row)} | {shown}")
    return list(parts.values())


@cache
def exclusions() -> dict[str, dict[str, str]]:
    """Return, by set, the ids of rows whose convention is not ours, with the reason."""
    found: dict[str, dict[str, str]] = {}
    for group in json.loads(EXCLUSIONS.read_text(encoding="utf-8")):
        for row_id in group["ids"]:
            found.setdefault(group["set"], {})[row_id] = group["reason"]
    return found


def _part(row: dict[str, Any]) -> str:
    for key in ("model", "dim", "class", "function", "category", "kind"):
        if key in row:
            return str(row[key])
    return ""


def _wanted(row: dict[str, Any]) -> str:
    if isinstance(row["expected"], list):
        return str([(e["text"], e.get("value"), e.get("unit")) for e in row["expected"]])
    return str(row["expected"])


def written(m: QuantityMention) -> list[float]:
    """Return the values that the mention may have been written as, in its own unit."""
    q = m.quantity
    values = [v for v in (q.value, q.low, q.high) if v is not None]
    found = list(values)
    if q.dimension == "percent" and "%" not in m.text:
        found += [v / 100 for v in values]
    for unit in units().values():
        if unit.code == q.unit and unit.dimension == q.dimension:
            found += [(v - unit.offset) / unit.factor for v in values]
    return found


def _same(value: float, m: QuantityMention) -> bool:
    return any(abs(value - v) <= 1e-6 * max(1.0, abs(value)) for v in written(m))


def _float(value: str, language: str) -> float:
    value = value.rstrip("%")
    if language == "de":
        value = value.replace(".", "").replace(",", ".") if "," in value else value
    try:
        return float(value)
    except ValueError:
        return float("nan")  # a relative ordinal ("end-1")


def _covers(m: QuantityMention, text: str, start: int, end: int) -> bool:
    if not (m.start <= start and end <= m.end):
        return False
    rest = text[m.start : start] + " " + text[end : m.end]
    return not re.search(r"\d", rest) or m.quantity.low != m.quantity.high


@cache
def _unit_names() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for unit in units().values():
        for word in (*unit.en, unit.id.replace("_", " ")):
            found.setdefault(word.lower(), set()).add(unit.code)
    aliases = json.loads(EXCLUSIONS.with_name("unit_names.json").read_text(encoding="utf-8"))
    for word, codes in aliases.items():
        found.setdefault(word.lower(), set()).update(codes)
    return {word: frozenset(codes) for word, codes in found.items()}


def _unit_fits(name: str | None, m: QuantityMention) -> bool:
    if name is None:
        return True
    codes = _unit_names().get(name.lower(), frozenset())
    return m.quantity.unit in codes


def _recognizers(row: dict[str, Any], found: list[QuantityMention]) -> bool:
    text, language, model = row["text"], row["lang"], row["model"]
    used: set[int] = set()
    for wanted in row["expected"]:
        hit = next(
            (k for k, m in enumerate(found) if _recognized(wanted, m, text, language, model)), None
        )
        if hit is None:
            return False
        used.add(hit)
    rest = [m for k, m in enumerate(found) if k not in used]
    return not any(_of_model(m, model) for m in rest)


def _of_model(m: QuantityMention, model: str) -> bool:
    if model == "NumberRangeModel":
        return m.quantity.low == -float("inf") or m.quantity.high == float("inf")
    return m.quantity.dimension in _DIMENSIONS[model]


def _recognized(
    wanted: dict[str, Any], m: QuantityMention, text: str, language: str, model: str
) -> bool:
    if not _covers(m, text, wanted["start"], wanted["end"] + 1):
        return False
    if model == "NumberRangeModel":
        return _same_range(wanted["value"], m)
    if wanted.get("value") in (None, "null"):
        return False
    if not _same(_float(wanted["value"], language), m):
        return False
    if model == "OrdinalModel":
        return m.quantity.dimension == "rank"
    return _unit_fits(wanted.get("unit"), m)


_RANGE = re.compile(r"([\[(])([^,]*),([^,]*)([\])])")


def _same_range(value: str, m: QuantityMention) -> bool:
    match = _RANGE.fullmatch(value)
    if match is None:
        return False
    low = float(match[2]) if match[2] else -float("inf")
    high = float(match[3]) if match[3] else float("inf")
    q = m.quantity
    for scale in (1.0, 100.0) if q.dimension == "percent" else (1.0, (q.value and 1.0) or 1.0):
        unit = next((u for u in units().values() if u.code == q.unit), None)
        factor = unit.factor if unit and scale == 1.0 and q.dimension != "percent" else scale
        if abs_close(q.low, low * factor) and abs_close(q.high, high * factor):
            return True
    return False


def abs_close(a: float, b: float) -> bool:
    return a == b or abs(a - b) <= 1e-6 * max(1.0, abs(a))


def _phrase(text: str, found: list[QuantityMention]) -> QuantityMention | None:
    """Return the one mention that covers the phrase but for articles and prepositions."""
    if len(found) != 1:
        return None
    m = found[0]
    rest = (text[: m.start] + " " + text[m.end :]).lower()
    words = re.findall(r"\w+", rest)
    return m if all(word in _FREE_WORDS for word in words) else None


def _duckling(row: dict[str, Any], found: list[QuantityMention]) -> bool:
    m = _phrase(row["text"], found)
    expected = row["expected"]
    if m is None:
        return False
    if "hs" in expected:
        return _haskell(expected["hs"], m)
    if "ordinal" in expected:
        return m.quantity.dimension == "rank" and m.quantity.value == expected["ordinal"]
    if "grain" in expected:
        seconds = expected["value"] * _SECONDS[expected["grain"]]
        return m.quantity.dimension == "time" and _near(m.quantity.value, seconds / 86400)
    return _same(expected["value"], m) and _unit_fits(expected.get("unit"), m)


def _near(value: float | None, wanted: float) -> bool:
    return value is not None and abs(value - wanted) <= 1e-6 * max(1e-3, abs(wanted))


def _haskell(source: str, m: QuantityMention) -> bool:
    kind, name = re.findall(r"[A-Za-z]+", source)[:2]
    numbers = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", source)]
    unit = _unit(name)
    values = [n * unit.factor for n in numbers]
    q = m.quantity
    if q.unit != unit.code:
        return False
    if kind == "between":
        return q.low <= values[0] * 1.000001 and q.high >= values[1] * 0.999999
    if kind == "under":
        return abs_close(q.high, values[0]) and q.low == -float("inf")
    return abs_close(q.low, values[0]) and q.high == float("inf")


def _unit(name: str) -> Unit:
    return next(u for u in units().values() if name.lower() in [*u.en, u.id])


_MONEY = {"$": "USD", "€": "EUR", "£": "GBP"}


def _nemo(row: dict[str, Any], found: list[QuantityMention]) -> bool:
    part, wanted = _part(row), str(row["expected"])
    spoken, written_form = row["text"], wanted
    if part == "time":
        return not found
    if not re.search(r"\d", written_form):
        return _word_kept(spoken, found)
    m = _phrase_nemo(spoken, found)
    if m is None:
        return False
    sign = -1.0 if written_form.startswith("-") else 1.0
    value = _nemo_value(written_form.lstrip("-")) * sign
    currency = next((code for mark, code in _MONEY.items() if mark in written_form), None)
    return _same(value, m) and (currency is None or m.quantity.dimension == "money")


def _phrase_nemo(text: str, found: list[QuantityMention]) -> QuantityMention | None:
    words = text.split()
    if words and words[-1][:1].isupper():
        text = text[: -len(words[-1])]
    return _phrase(text, found)


def _word_kept(spoken: str, found: list[QuantityMention]) -> bool:
    """The set leaves small numbers as words: we may read them, or nothing."""
    return len(found) <= 1


def _nemo_value(text: str) -> float:
    scales = {"millionen": 1e6, "million": 1e6, "milliarden": 1e9}
    factor = next((v for w, v in scales.items() if w in text), 1.0)
    if mixed := re.fullmatch(r"(?:(\d+) )?(\d+)/(\d+).*", text):
        return int(mixed[1] or 0) + int(mixed[2]) / int(mixed[3])
    number = re.search(r"\d[\d.]*(?:,\d+)?", text)
    assert number is not None
    return float(number.group().rstrip(".").replace(".", "").replace(",", ".")) * factor


def _text2num(row: dict[str, Any], found: list[QuantityMention]) -> bool:
    if row["function"] == "text2num":
        m = _phrase(row["text"], found)
        if row["expected"] is None:
            return m is None
        return m is not None and _same(float(row["expected"]), m)
    wanted = [_nemo_value(n) for n in re.findall(r"[-+]?\d+(?:,\d+)?", row["expected"])]
    signed = ["-" in n for n in re.findall(r"[-+]?\d+(?:,\d+)?", row["expected"])]
    values = [-v if minus else v for v, minus in zip(wanted, signed, strict=True)]
    return len(values) == len(found) and all(
        _same(v, m) for v, m in zip(values, found, strict=True)
    )


_CHECKS: dict[str, Callable[[dict[str, Any], list[QuantityMention]], bool]] = {
    "recognizers_de_numbers": _recognizers,
    "recognizers_en_numbers": _recognizers,
    "duckling_de_numbers": _duckling,
    "nemo_de_itn": _nemo,
    "text2num_de": _text2num,
}


def ids(parts: Iterable[SetScore]) -> list[str]:
    """Return the ids of all misses."""
    return [miss.split(" | ")[0] for part in parts for miss in part.misses]
