"""What the archive finds of what was planted in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck import archive, embed, pipeline
from factcheck.index import Index, open_index
from factcheck.model import Finding, Verdict

CONFLICTS = {Verdict.CONTRADICTION, Verdict.DISCREPANCY}
WANTED = {"update": {Verdict.UPDATE}}  # what else than a conflict a planted pair should be
OPTIONS = pipeline.Options()
Place = Mapping[str, str]


def score(folder: Path) -> dict[str, Any]:
    """Return planted conflicts found, alone and in the archive, and false alarms.

    `alone` is what comparing the two articles by themselves finds; `lost` what the archive loses
    of that; `false` counts conflicts in the checked articles that nobody planted.
    """
    plants = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    lost: list[str] = []
    with open_index(folder / "index", embed.load()) as index:
        checked = _Checked(folder, index)
        for plant in plants:
            mine, other = plant["a"][0], plant["b"][0]
            kind, wanted = plant["kind"], WANTED.get(plant["kind"], CONFLICTS)
            found = _verdicts(checked.findings(mine["file"]), [mine], plant["b"])
            alone = _verdicts(checked.alone(mine["file"], other["file"]), [mine], [other])
            counts[kind] += 1
            counts[f"{kind} found"] += bool(found & wanted)
            counts[f"{kind} alone"] += bool(alone & wanted)
            counts[f"{kind} as conflict"] += kind != "conflict" and bool(found & CONFLICTS)
            if alone & wanted and not found & wanted:
                lost.append(f"{mine['sentence']} | {other['sentence']}")
        findings = checked.all_findings()
    alarms = [finding for finding in findings if _is_false(finding, plants)]
    counts.update({"checked": checked.count, "false": len(alarms)})
    return {**counts, "lost": lost, "false alarms": [_shown(finding) for finding in alarms[:8]]}


class _Checked:
    """Findings about articles of the archive, each article checked once."""

    def __init__(self, folder: Path, index: Index) -> None:
        self._folder, self._index = folder, index
        self._findings: dict[str, tuple[Finding, ...]] = {}

    @property
    def count(self) -> int:
        return len(self._findings)

    def all_findings(self) -> list[Finding]:
        return [finding for found in self._findings.values() for finding in found]

    def findings(self, name: str) -> tuple[Finding, ...]:
        """Return what checking the article against the archive finds."""
        if name not in self._findings:
            path = self._folder / "articles" / name
            self._findings[name] = archive.check_open([path], self._index, OPTIONS).findings
        return self._findings[name]

    def alone(self, left: str, right: str) -> tuple[Finding, ...]:
        """Return what comparing two articles by themselves finds."""
        paths = [self._folder / "articles" / name for name in (left, right)]
        return pipeline.scan(paths, OPTIONS).findings


def _verdicts(
    findings: Iterable[Finding], left: Sequence[Place], right: Sequence[Place]
) -> set[Verdict]:
    """Return the verdicts of the findings that join one of the left places with a right one."""
    return {
        finding.verdict
        for finding in findings
        if _touches(finding, left) and _touches(finding, right)
    }


def _touches(finding: Finding, places: Sequence[Place]) -> bool:
    return any(
        part.claim.document == place["file"] and part.claim.quote in place["sentence"]
        for part in finding.claims
        for place in places
    )


def _is_false(finding: Finding, plants: Sequence[Mapping[str, Any]]) -> bool:
    conflicts = [p for p in plants if p["kind"] == "conflict"]
    return finding.verdict in CONFLICTS and not any(
        _touches(finding, p["a"]) and _touches(finding, p["b"]) for p in conflicts
    )


def _shown(finding: Finding) -> str:
    """Return the rule and the two sentences of an alarm, for somebody to read."""
    first, second = (part.claim for part in finding.claims[:2])
    return f"{finding.rule} {first.sentence} | {second.sentence}"
