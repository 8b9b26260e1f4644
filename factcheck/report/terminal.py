"""The report for reading in a terminal: each finding with both quotes, then a summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Finding, NumericClaim, Role, Verdict
from factcheck.report import Options, axis
from factcheck.report.escape import clipped, visible
from factcheck.report.names import level_of, sides_of
from factcheck.report.paper import MARK, Paper, Run, styled
from factcheck.report.sentence import Piece
from factcheck.report.sides import LONGEST_MESSAGE, FindingView, Side
from factcheck.report.view import ReportView, said_by, same_things
from factcheck.report.wording import caption, role_name, row_name, symbol
from factcheck.tables.catalogue import Catalogue, catalogue
from factcheck.vocab import amounts

if TYPE_CHECKING:
    from rich.text import Text

SIDE_BY_SIDE = 80  # columns from which the two quotes stand beside each other
INDENT = 3
NARROWEST_AXIS = 30  # columns; where labels leave less, they go above their rows
MOST_SKIPPED = 10
MOST_MEMBERS = 12


def render(view: ReportView, options: Options) -> str:
    """Return the report as text of the options' width."""
    return write(view, options).text()


def write(view: ReportView, options: Options) -> Paper:
    """Return the report on paper, for text or for a picture."""
    paper = Paper(options.width, color=options.color)
    words = catalogue(options.ui_language)
    for number, finding in enumerate(view.findings, start=1):
        write_finding(paper, view.view(finding), words, number)
    if not view.findings:
        paper.line((words.text("nothing_found"), "agreement"))
        paper.blank()
    _summary(paper, view, words)
    return paper


def write_finding(paper: Paper, shown: FindingView, words: Catalogue, number: int | None) -> None:
    """Write one finding: verdict, message, the two quotes, their drawing, the rest of the group."""
    _heading(paper, shown.finding, words, number)
    paper.line((shown.message, "strong"), first=INDENT, indent=INDENT)
    paper.blank()
    _pair(paper, shown, words)
    if shown.numbers:
        paper.blank()
        _drawing(paper, shown.numbers, words)
    _evidence(paper, shown.finding, words)
    if not shown.together:
        _members(paper, shown.parts, words.text("label_parts"), words)
    _members(paper, shown.group, _group_title(shown.finding, words), words)
    paper.blank()


def _heading(paper: Paper, finding: Finding, words: Catalogue, number: int | None) -> None:
    verdict = words.text(f"verdict_{finding.verdict}")
    count = f"{number:>2}" if number else "──"
    left = f"{count} {symbol(finding.verdict)} {verdict.upper()} "
    right = f" {finding.rule} {finding.name} · {words.share(finding.confidence)}"
    if len(left) + len(right) + 3 > paper.width:
        right = f" {finding.rule}"
    rule = "─" * max(paper.width - len(left) - len(right), 0)
    paper.line((left, finding.verdict.value), (rule, "axis"), (right, "label"))


def _pair(paper: Paper, shown: FindingView, words: Catalogue) -> None:
    if shown.together:
        for text in _cell(shown.together, "", "0", words, paper.color):
            paper.add(text, INDENT)
        return
    cells = [
        _cell(side, f"{row_name(side, number, words)}  ", str(number), words, paper.color)
        for number, side in enumerate(shown.pair)
    ]
    if paper.width >= SIDE_BY_SIDE:
        paper.columns(cells[0], cells[1], INDENT)
        return
    for number, cell in enumerate(cells):
        if number:
            paper.blank()
        for text in cell:
            paper.add(text, INDENT)


def _cell(side: Side, name: str, tag: str, words: Catalogue, color: bool) -> list[Text]:
    cell = [styled((name, tag), (said_by(side.document, words), "strong"))]
    if side.title:
        cell.append(styled((side.title, "label")))
    cell.append(styled((side.place, "label")))
    cell.append(styled(*quoted(side.pieces, tag, words, color=color)))
    return cell


def quoted(pieces: Sequence[Piece], tag: str, words: Catalogue, *, color: bool) -> Iterable[Run]:
    """Return a sentence in the language's quotation marks, its differing words marked."""
    opening, closing = words.text("quotation_marks").split()
    yield opening, "label"
    for piece in pieces:
        if piece.differs:
            mark = "" if color else MARK
            yield f"{mark}{piece.text}{mark}", f"{tag}_mark"
        else:
            yield piece.text, "quote" if piece.quoted else "sentence"
    yield closing, "label"


def _drawing(paper: Paper, sides: Sequence[Side], words: Catalogue) -> None:
    quantities = [side.claim.quantity for side in sides if isinstance(side.claim, NumericClaim)]
    names = [row_name(side, number, words) for number, side in enumerate(sides)]
    labels = [
        f"{name}  {amounts.label(quantity, words.language)}"
        for name, quantity in zip(names, quantities, strict=True)
    ]
    beside = paper.width - INDENT - max(map(len, labels)) - 2 >= NARROWEST_AXIS
    room = max(map(len, labels)) + 2 if beside else 0
    lines = axis.draw(quantities, min(paper.width - INDENT - room, 72), words.language)
    for number, line in enumerate(lines):
        label = labels[number] if number < len(labels) else ""
        if label and not beside:
            paper.line((label, _row_style(number)), first=INDENT, indent=INDENT)
        head = f"{label:<{room}}" if beside else ""
        runs = [(run.text, _row_style(number) if run.tag.isdigit() else run.tag) for run in line]
        paper.line((head, _row_style(number)), *runs, first=INDENT, indent=INDENT)
    if below := caption(quantities, words):
        paper.line((below, "label"), first=INDENT + room, indent=INDENT + room)


def _row_style(number: int) -> str:
    return str(min(number, 2))


def _evidence(paper: Paper, finding: Finding, words: Catalogue) -> None:
    things = same_things(finding)
    if not things:
        return
    runs: list[Run] = [(words.text("label_evidence") + ": ", "label")]
    for number, item in enumerate(things):
        runs.append((" · " if number else "", "label"))
        runs.append((f"{words.name('aspect', item.aspect)} ", "label"))
        runs.append((sides_of(item, words), ""))
        runs.append((level_of(item, words), "label"))
    paper.blank()
    paper.line(*runs, first=INDENT, indent=INDENT)


def _group_title(finding: Finding, words: Catalogue) -> str:
    if finding.camps is None:
        return words.text("label_also")
    counts = f"{finding.camps.primary} : {finding.camps.counterpart}"
    return f"{words.text('label_split')} ({counts})"


def _members(paper: Paper, sides: Sequence[Side], title: str, words: Catalogue) -> None:
    if not sides:
        return
    paper.blank()
    paper.line((title, "label"), first=INDENT, indent=INDENT)
    for side in sides[:MOST_MEMBERS]:
        _member(paper, side, words)
    if len(sides) > MOST_MEMBERS:
        more = words.text("more_left_out", n=len(sides) - MOST_MEMBERS)
        paper.line((more, "label"), first=INDENT, indent=INDENT)


def _member(paper: Paper, side: Side, words: Catalogue) -> None:
    role = words.text("role_between") if side.role == Role.COUNTERPART else role_name(side, words)
    indent = INDENT + len(role) + 2
    head: list[Run] = [(f"{role}  ", _role_style(side)), (said_by(side.document, words), "strong")]
    head += [("  ", ""), (side.place, "label")]
    quote: Run = (side.quote, "quote")
    if INDENT + sum(len(text) for text, _ in head) + 2 + len(side.quote) <= paper.width:
        paper.line(*head, ("  ", ""), quote, first=INDENT, indent=indent)
    else:
        paper.line(*head, first=INDENT, indent=indent)
        paper.line(quote, first=indent, indent=indent)


def _role_style(side: Side) -> str:
    return {"agrees_with_primary": "0", "agrees_with_counterpart": "1"}.get(side.role, "2")


def _summary(paper: Paper, view: ReportView, words: Catalogue) -> None:
    counts = view.counts
    title = words.text("label_summary")
    paper.line((f"── {title} " + "─" * (paper.width - len(title) - 4), "axis"))
    for verdict in Verdict:
        if verdict is not Verdict.AGREEMENT or counts[verdict.value]:
            _count(
                paper,
                symbol(verdict),
                words.text(f"verdicts_{verdict}"),
                counts[verdict.value],
                verdict.value,
            )
    for key in ("articles", "claims", "hidden", "suppressed", "skipped"):
        count = counts["documents" if key == "articles" else key]
        if count or key in ("articles", "claims"):
            _count(paper, " ", words.text(f"label_{key}"), count, "label")
    _skipped(paper, view, words)


def _count(paper: Paper, symbol: str, name: str, count: int, style: str) -> None:
    paper.line(
        (f" {symbol} ", style),
        (f"{count:>5}", "strong" if count else "label"),
        (f"  {name}", style if count else "label"),
    )


def _skipped(paper: Paper, view: ReportView, words: Catalogue) -> None:
    skipped = view.report.skipped
    for item in skipped[:MOST_SKIPPED]:
        text = visible(clipped(f"{item.path}: {item.reason}", LONGEST_MESSAGE))
        paper.line((text, "label"), first=INDENT + 7, indent=INDENT + 9)
    if len(skipped) > MOST_SKIPPED:
        more = words.text("more_left_out", n=len(skipped) - MOST_SKIPPED)
        paper.line((more, "label"), first=INDENT + 7, indent=INDENT + 9)
