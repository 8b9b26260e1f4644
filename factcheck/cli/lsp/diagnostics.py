"""A report as what an editor shows: diagnostics with the counterpart, and ways to accept them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from factcheck.cli.lsp.places import Places
from factcheck.model import Claim, Finding, Report, Severity
from factcheck.report.escape import visible
from factcheck.tables.notices import Notice, told

SOURCE = "factcheck"
ACCEPT = "factcheck.accept"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_LINE = re.compile(r"line (\d+): ")


def diagnostics(
    report: Report, path: str, text: str, language: str = "en"
) -> list[types.Diagnostic]:
    """Return the diagnostics of one document, whose path is as the report shows it."""
    own = {document.id for document in report.documents if document.path == path}
    places = Places(text)
    found = [
        _diagnostic(report, finding, claim, places)
        for finding in report.findings
        for claim in _claims_of(finding, own)
    ]
    return [*found, *_unreadable(report, path, places, language)]


def _claims_of(finding: Finding, documents: set[str]) -> Iterator[Claim]:
    """Yield the claims of the documents, each place once."""
    seen: set[tuple[int, int]] = set()
    for member in finding.claims:
        place = (member.claim.start, member.claim.end)
        if member.claim.document in documents and place not in seen:
            seen.add(place)
            yield member.claim


def _diagnostic(report: Report, finding: Finding, claim: Claim, places: Places) -> types.Diagnostic:
    others = [member.claim for member in finding.claims if member.claim is not claim]
    return types.Diagnostic(
        range=places.range(claim.start, claim.end),
        message=visible(finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[_related(report, other) for other in others],
        data={"id": finding.id, "rule": finding.rule},
    )


def _related(report: Report, claim: Claim) -> types.DiagnosticRelatedInformation:
    document = report.document(claim.document)
    places = Places(document.text)
    about = " ".join(part for part in (document.source, str(document.published or "")) if part)
    quote = visible(claim.quote)
    return types.DiagnosticRelatedInformation(
        location=types.Location(
            uri=Path(document.path).resolve().as_uri(),
            range=places.range(claim.start, claim.end),
        ),
        message=f"{about}: {quote}" if about else quote,
    )


def _unreadable(
    report: Report, path: str, places: Places, language: str
) -> Iterator[types.Diagnostic]:
    for skip in report.skipped:
        if skip.path == path:
            match = _LINE.match(skip.reason)
            line = int(match[1]) - 1 if match else 0
            yield types.Diagnostic(
                range=types.Range(types.Position(line, 0), places.line_end(line)),
                message=visible(told(skip.reason, language)),
                severity=types.DiagnosticSeverity.Error,
                source=SOURCE,
            )


def actions(
    uri: str, text: str, shown: list[types.Diagnostic], language: str = "en"
) -> list[types.CodeAction]:
    """Return how the diagnostics can be accepted: with a comment, or in the baseline.

    The comment's reason is left to be written: without one it takes nothing away.
    """
    places = Places(text)
    found: list[types.CodeAction] = []
    for diagnostic in shown:
        if diagnostic.source == SOURCE and isinstance(diagnostic.data, dict):
            found += [_comment(uri, places, diagnostic, language), _baseline(diagnostic, language)]
    return found


def _comment(
    uri: str, places: Places, diagnostic: types.Diagnostic, language: str
) -> types.CodeAction:
    end = places.line_end(diagnostic.range.end.line)
    text = f" <!-- factcheck: ignore[{diagnostic.code}]  -->"
    edit = types.TextEdit(range=types.Range(end, end), new_text=text)
    return types.CodeAction(
        title=told(Notice("accept_here", rule=diagnostic.code), language),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )


def _baseline(diagnostic: types.Diagnostic, language: str) -> types.CodeAction:
    identity = diagnostic.data["id"] if isinstance(diagnostic.data, dict) else ""
    title = told(Notice("accept_in_baseline", rule=diagnostic.code), language)
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        command=types.Command(title=title, command=ACCEPT, arguments=[identity, "", ""]),
    )
