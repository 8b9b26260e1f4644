"""Why: a finding with the weight of every aspect as a waterfall of bars, and a rule's page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.model import Evidence, Finding, Rule, Verdict
from factcheck.report.escape import visible
from factcheck.report.names import level_name, proposer_name, sides_of
from factcheck.report.paper import Paper
from factcheck.report.read_back import finding_view
from factcheck.report.terminal import INDENT, write_finding
from factcheck.report.wording import symbol
from factcheck.tables.catalogue import Catalogue, catalogue
from factcheck.tables.weights import relation_weights, weights

BARS = 40  # columns of the waterfall where the window has room
ADDS, TAKES, NOTHING = "█", "▒", "│"


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of the waterfall: from where to where the sum moves, in bits."""

    name: str
    start: float
    end: float

    @property
    def weight(self) -> float:
        """Return the step's own weight in bits."""
        return self.end - self.start


def finding_page(
    finding: Mapping[str, Any], *, ui_language: str = "en", width: int = 100, color: bool = False
) -> str:
    """Return why a finding of a JSON report was reported, as text ending with a newline.

    `finding` is an entry of its `findings` or `suppressed`; UsageError when it is not.
    """
    words, paper = catalogue(ui_language), Paper(width, color=color)
    shown = finding_view(finding)
    write_finding(paper, shown, words, None)
    verdict = shown.finding.verdict
    paper.line(
        (f"{words.text(f'verdict_{verdict}')}: ", verdict.value),
        (words.text(f"meaning_{verdict}"), ""),
        first=INDENT,
        indent=INDENT,
    )
    paper.blank()
    if shown.finding.evidence:
        _weights(paper, shown.finding, words)
    _facts(paper, shown.finding.id, shown.finding.proposed_by, shown.finding.confidence, words)
    return paper.text()


def rule_page(rule: Rule, *, ui_language: str = "en", width: int = 100, color: bool = False) -> str:
    """Return what a rule means and how one place is accepted, as text ending with a newline."""
    words, paper = catalogue(ui_language), Paper(width, color=color)
    severity = words.text(f"severity_{rule.severity}")
    paper.line((f"{rule.id} {rule.name} ", "strong"), (f"({severity})", "label"))
    paper.blank()
    known = words.name("rule", rule.id)
    paper.line((visible(rule.summary if known == rule.id else known), ""))
    paper.blank()
    for verdict in Verdict:
        name = f"{symbol(verdict)} {words.text(f'verdict_{verdict}')}: "
        paper.line((name, verdict.value), (words.text(f"meaning_{verdict}"), ""), indent=2)
    paper.blank()
    paper.line((words.text("how_to_ignore"), ""))
    reason = words.text("label_reason")
    paper.line((f"<!-- factcheck: ignore[{rule.id}] {reason} -->", "quote"), first=2, indent=2)
    return paper.text()


def steps(evidence: Sequence[Evidence], words: Catalogue) -> list[Step]:
    """Return the bars of the waterfall in the order of the evidence, starting at 0 bits."""
    total, made = 0.0, []
    for item in evidence:
        made.append(Step(words.name("aspect", item.aspect), total, total + item.weight))
        total += item.weight
    return made


def bar(step: Step, low: float, high: float, width: int) -> str:
    """Return one bar drawn from where the sum was to where it is, `width` columns wide."""
    span = (high - low) or 1.0
    first, last = sorted(round((end - low) / span * (width - 1)) for end in (step.start, step.end))
    drawn = (ADDS if step.weight > 0 else TAKES) * (last - first) or NOTHING
    return (" " * first + drawn).ljust(width)


def _prior(finding: Finding) -> Evidence:
    """Return how likely any two claims that were proposed speak of the same thing, as a step."""
    relation = finding.kind == "relation"
    table, kind = (relation_weights(), "relational") if relation else (weights(), "numeric")
    return Evidence("prior", "", "", "", table.get("prior", {}).get(kind, 0.0))


def _weights(paper: Paper, finding: Finding, words: Catalogue) -> None:
    """Write the waterfall, or the plain list of a finding whose aspects were not weighed."""
    if any(item.weight for item in finding.evidence):
        _waterfall(paper, (_prior(finding), *finding.evidence), words)
        return
    paper.line((words.text("label_why"), "strong"), first=INDENT, indent=INDENT)
    for item in finding.evidence:
        name = f"{words.name('aspect', item.aspect)}: "
        paper.line((name, "label"), (_detail(item, words), ""), first=INDENT + 2, indent=INDENT + 4)
    paper.blank()


def _detail(item: Evidence, words: Catalogue) -> str:
    return " · ".join(part for part in (level_name(item, words), sides_of(item, words)) if part)


def _waterfall(paper: Paper, evidence: Sequence[Evidence], words: Catalogue) -> None:
    made = steps(evidence, words)
    sums = [0.0, *(step.end for step in made)]
    room = max(len(step.name) for step in made) + 2
    width = max(min(BARS, paper.width - INDENT - room - 8), 10)
    paper.line((words.text("label_weights"), "strong"), first=INDENT, indent=INDENT)
    for item, step in zip(evidence, made, strict=True):
        style = "agreement" if step.weight >= 0 else "contradiction"
        number = f"{step.weight:+.1f}".replace("-", "−")
        drawn = bar(step, min(sums), max(sums), width)
        paper.line((f"{step.name:<{room}}", ""), (drawn, style), (f"{number:>6}", ""), first=INDENT)
        detail = _detail(item, words)
        if detail:
            paper.line((detail, "label"), first=INDENT + 2, indent=INDENT + 4)
    total = f"{sums[-1]:+.1f}".replace("-", "−")
    paper.line(
        (words.text("label_sum").ljust(room + width), "strong"),
        (f"{total:>6}", "strong"),
        first=INDENT,
    )
    paper.blank()


def _facts(
    paper: Paper, identity: str, proposed_by: Sequence[str], confidence: float, words: Catalogue
) -> None:
    for name, value in (
        ("label_proposed_by", ", ".join(proposer_name(item, words) for item in proposed_by)),
        ("label_confidence", words.share(confidence)),
        ("label_id", identity),
    ):
        if value:
            label = f"{words.text(name)}: "
            paper.line((label, "label"), (visible(value), ""), first=INDENT, indent=INDENT + 2)
