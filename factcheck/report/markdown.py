"""The report as Markdown, made for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import NumericClaim, Verdict
from factcheck.report import Options, axis
from factcheck.report.escape import for_markdown, visible
from factcheck.report.names import level_of, sides_of
from factcheck.report.sides import FindingView, Side
from factcheck.report.view import ReportView, said_by, same_things
from factcheck.report.wording import caption, role_name, row_name, symbol
from factcheck.tables.catalogue import Catalogue, catalogue
from factcheck.vocab import amounts

DRAWING_WIDTH = 60


def render(view: ReportView, options: Options) -> str:
    """Return the report as GitHub-flavoured Markdown; article text is escaped throughout."""
    words = catalogue(options.ui_language)
    parts = [f"## {words.text('label_title')}", _summary(view, words)]
    if not view.findings:
        parts.append(words.text("nothing_found"))
    for finding in view.findings:
        parts += _finding(view.view(finding), words)
    if view.report.skipped:
        parts.append(f"### {words.text('label_skipped')}")
        parts.append(
            "\n".join(
                f"- {for_markdown(item.path)}: {for_markdown(item.reason)}"
                for item in view.report.skipped
            )
        )
    return "\n\n".join(parts) + "\n"


def _summary(view: ReportView, words: Catalogue) -> str:
    cells = [
        (f"{symbol(verdict)} {words.text(f'verdicts_{verdict}')}", view.counts[verdict.value])
        for verdict in Verdict
        if verdict is not Verdict.AGREEMENT or view.counts[verdict.value]
    ]
    cells += [
        (words.text("label_articles"), view.counts["documents"]),
        (words.text("label_claims"), view.counts["claims"]),
        (words.text("label_suppressed"), view.counts["suppressed"]),
    ]
    names = " | ".join(name for name, _ in cells)
    numbers = " | ".join(str(number) for _, number in cells)
    return f"| {names} |\n|{' ---: |' * len(cells)}\n| {numbers} |"


def _finding(shown: FindingView, words: Catalogue) -> list[str]:
    finding = shown.finding
    verdict = words.text(f"verdict_{finding.verdict}")
    parts = [
        f"### {symbol(finding.verdict)} {verdict} · {finding.rule} {finding.name} "
        f"· {words.share(finding.confidence)}",
        f"**{for_markdown(shown.message)}**",
    ]
    if shown.together:
        parts.append(_quote(shown.together, "", words))
    else:
        names = (f"**{row_name(side, n, words)}** · " for n, side in enumerate(shown.pair))
        parts += [_quote(*named, words) for named in zip(shown.pair, names, strict=True)]
    if shown.numbers:
        parts.append(_drawing(shown.numbers, words))
    if same_things(finding):
        parts.append(_evidence(shown, words))
    if members := (*(() if shown.together else shown.parts), *shown.group):
        parts.append("\n".join(_member(side, words) for side in members))
    return parts


def _quote(side: Side, name: str, words: Catalogue) -> str:
    opening, closing = words.text("quotation_marks").split()
    pieces = "".join(
        f"**{for_markdown(p.text)}**" if p.differs and p.text.strip() else for_markdown(p.text)
        for p in side.pieces
    )
    where = f"{for_markdown(said_by(side.document, words))} · {for_markdown(side.place)}"
    title = f" · {for_markdown(side.title)}" if side.title else ""
    return f"> {name}{where}{title}\n>\n> {opening}{pieces}{closing}"


def _drawing(sides: Sequence[Side], words: Catalogue) -> str:
    quantities = [side.claim.quantity for side in sides if isinstance(side.claim, NumericClaim)]
    labels = [
        f"{row_name(side, number, words)}  {amounts.label(quantity, words.language)}"
        for number, (side, quantity) in enumerate(zip(sides, quantities, strict=True))
    ]
    room = max(map(len, labels)) + 2
    lines = []
    for number, runs in enumerate(axis.draw(quantities, DRAWING_WIDTH, words.language)):
        label = labels[number] if number < len(labels) else ""
        lines.append(f"{label:<{room}}" + "".join(run.text for run in runs))
    lines.append(" " * room + caption(quantities, words))
    text = "\n".join(visible(line).rstrip().replace("`", "'") for line in lines)
    return f"```text\n{text.rstrip()}\n```"


def _evidence(shown: FindingView, words: Catalogue) -> str:
    things = []
    for item in same_things(shown.finding):
        name = words.name("aspect", item.aspect)
        things.append(for_markdown(f"{name} {sides_of(item, words)}{level_of(item, words)}"))
    return f"{words.text('label_evidence')}: {' · '.join(things)}"


def _member(side: Side, words: Catalogue) -> str:
    where = for_markdown(f"{said_by(side.document, words)} · {side.place}")
    return f"- {role_name(side, words)}: {where}: {for_markdown(side.quote)}"
