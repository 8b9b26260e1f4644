"""The file of accepted findings: who accepted which one, why, and until when.

It holds fingerprints, so it survives moved, renamed and rewrapped articles; a changed value has
another fingerprint and is new again. It is sorted and has neither lines nor timestamps, so two
people's additions merge.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from factcheck.errors import BaselineError
from factcheck.model import Finding
from factcheck.tables.notices import Notice

FILE_NAME = ".factcheck-baseline.json"
SCHEMA = "factcheck/baseline@1"
_KEYS = ("id", "rule", "status", "reason", "by", "until", "quotes")


class Status(StrEnum):
    """Why a finding need not be reported again."""

    ACCEPTED = "accepted"
    FALSE_ALARM = "false_alarm"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding. `until` is the last day on which it stays accepted."""

    id: str
    rule: str
    status: Status
    reason: str
    by: str = ""
    until: date | None = None
    quotes: tuple[str, ...] = ()  # for those who review the file; nothing reads them

    def holds(self, today: date) -> bool:
        """Say whether the entry has not expired."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class Baseline:
    """All accepted findings, sorted by id, each id once."""

    entries: tuple[Entry, ...] = ()

    def by_id(self) -> dict[str, Entry]:
        """Return the entries by fingerprint."""
        return {entry.id: entry for entry in self.entries}


def load(path: Path, *, missing_ok: bool = False) -> Baseline:
    """Return the baseline of a file.

    BaselineError names file, entry and key of what cannot be understood; a missing file is an
    error unless `missing_ok`, then it is an empty baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        if missing_ok:
            return Baseline()
        raise BaselineError(f"{path}: there is no such baseline") from error
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{path}: is not JSON ({error}); repair or remove it") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BaselineError(f"{path}: is not of schema {SCHEMA}; repair or remove it")
    rows = data.get("entries")
    if not isinstance(rows, list):
        raise BaselineError(f"{path}: entries is not a list")
    return _sorted(_entry(path, number, row) for number, row in enumerate(rows, start=1))


def apply(
    findings: Iterable[Finding], baseline: Baseline, today: date
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Entry, ...]]:
    """Return (kept, suppressed, stale).

    Suppressed findings carry their entry as `suppression`. Stale are the entries that suppress
    nothing: their finding is gone, its value changed, or they expired.
    """
    entries = {key: entry for key, entry in baseline.by_id().items() if entry.holds(today)}
    kept, suppressed, used = [], [], set()
    for finding in findings:
        entry = entries.get(finding.id)
        if entry is None:
            kept.append(finding)
            continue
        used.add(entry.id)
        suppressed.append(replace(finding, suppression=suppression(entry)))
    stale = tuple(entry for entry in baseline.entries if entry.id not in used)
    return tuple(kept), tuple(suppressed), stale


def update(
    baseline: Baseline,
    findings: Iterable[Finding],
    *,
    status: Status | str = Status.ACCEPTED,
    reason: str,
    by: str = "",
    until: date | None = None,
    drop: Iterable[str] = (),
) -> Baseline:
    """Return the baseline with an entry for each finding, and without those of `drop` (ids).

    An entry of the same id is replaced. BaselineError for an empty reason or an unknown status.
    """
    if not reason.strip():
        raise BaselineError("a reason is needed to accept a finding")
    known = _status(status)
    entries = {key: entry for key, entry in baseline.by_id().items() if key not in set(drop)}
    for finding in findings:
        quotes = tuple(member.claim.quote for member in finding.claims[:2])
        entries[finding.id] = Entry(finding.id, finding.rule, known, reason, by, until, quotes)
    return _sorted(entries.values())


def dump(baseline: Baseline) -> str:
    """Return the file's text: sorted, one key a line, ending with a newline."""
    rows = [_row(entry) for entry in _sorted(baseline.entries).entries]
    text = json.dumps({"schema": SCHEMA, "entries": rows}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def save(path: Path, baseline: Baseline) -> None:
    """Write the file at once or not at all; BaselineError says why it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(dump(baseline))
        Path(name).replace(path)
    except OSError as error:
        raise BaselineError(f"{path}: cannot be written: {error.strerror or error}") from error


def suppression(entry: Entry) -> dict[str, str]:
    """Return what a suppressed finding says about why it is known."""
    return {
        "where": "baseline",
        "status": entry.status.value,
        "reason": entry.reason,
        "by": entry.by,
        "until": entry.until.isoformat() if entry.until else "",
    }


def expiry_notice(entry: Entry) -> str:
    """Return one line that names an entry no longer in force."""
    until = entry.until.isoformat() if entry.until else ""
    return Notice("expired", rule=entry.rule, id=entry.id[:12], until=until)


def _sorted(entries: Iterable[Entry]) -> Baseline:
    return Baseline(tuple(sorted(entries, key=lambda entry: entry.id)))


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "rule": entry.rule,
        "status": entry.status.value,
        "reason": entry.reason,
        "by": entry.by,
        "until": entry.until.isoformat() if entry.until else None,
        "quotes": list(entry.quotes),
    }


def _entry(path: Path, number: int, row: Any) -> Entry:
    where = f"{path}: entry {number}"
    if not isinstance(row, Mapping):
        raise BaselineError(f"{where}: is not an object")
    for key in row:
        if key not in _KEYS:
            raise BaselineError(f"{where}: unknown key {key!r}; known are {', '.join(_KEYS)}")
    try:
        return Entry(
            id=_text(row["id"]),
            rule=_text(row["rule"]),
            status=_status(row["status"]),
            reason=_text(row["reason"]),
            by=_text(row.get("by") or ""),
            until=date.fromisoformat(row["until"]) if row.get("until") else None,
            quotes=tuple(_text(quote) for quote in row.get("quotes") or ()),
        )
    except KeyError as error:
        raise BaselineError(f"{where}: {error.args[0]} is missing") from error
    except (TypeError, ValueError) as error:
        raise BaselineError(f"{where}: {error}") from error
    except BaselineError as error:
        raise BaselineError(f"{where}: {error}") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


def _status(value: Status | str) -> Status:
    try:
        return Status(value)
    except ValueError as error:
        known = ", ".join(Status)
        raise BaselineError(f"status {value!r} is none of {known}") from error
