"""The report as JUnit XML: one suite per article, one test case per finding."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from factcheck.model import Document, Finding, Severity
from factcheck.report import Options
from factcheck.report.escape import for_xml
from factcheck.report.sides import Side
from factcheck.report.view import ReportView, said_by
from factcheck.report.wording import role_name
from factcheck.tables.catalogue import Catalogue, catalogue


def render(view: ReportView, options: Options) -> str:
    """Return XML: errors and warnings fail, notes pass, known findings and files are skipped."""
    words = catalogue(options.ui_language)
    root = Xml.Element("testsuites", name="factcheck")
    for document in view.report.documents:
        _suite(root, document, view, words)
    if view.report.skipped:
        suite = Xml.SubElement(root, "testsuite", name=words.text("label_skipped"))
        for item in view.report.skipped:
            case = _case(suite, item.path, item.path)
            Xml.SubElement(case, "skipped", message=for_xml(item.reason))
    for element in (root, *root):
        _count(element)
    Xml.indent(root)
    body = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(root: Xml.Element, document: Document, view: ReportView, words: Catalogue) -> None:
    suite = Xml.SubElement(root, "testsuite", name=for_xml(document.path))
    findings = [f for f in view.findings if f.primary.document == document.id]
    known = [f for f in view.report.suppressed if f.primary.document == document.id]
    for finding in findings:
        _finding(suite, finding, document, view, words)
    for finding in known:
        case = _case(suite, _title(finding, words), document.path)
        reason = (finding.suppression or {}).get("reason", "")
        Xml.SubElement(case, "skipped", message=for_xml(reason))
    if not findings and not known:
        _case(suite, words.text("nothing_found"), document.path)


def _finding(
    suite: Xml.Element, finding: Finding, document: Document, view: ReportView, words: Catalogue
) -> None:
    case = _case(suite, _title(finding, words), document.path)
    shown = view.view(finding)
    text = "\n".join(_place(side, words) for side in shown.sides)
    if finding.severity is Severity.NOTE:
        Xml.SubElement(case, "system-out").text = f"{for_xml(shown.message)}\n{text}"
        return
    failure = Xml.SubElement(
        case, "failure", type=finding.verdict.value, message=for_xml(shown.message)
    )
    failure.text = text


def _case(suite: Xml.Element, name: str, path: str) -> Xml.Element:
    return Xml.SubElement(suite, "testcase", name=for_xml(name), classname=for_xml(path))


def _title(finding: Finding, words: Catalogue) -> str:
    verdict = words.text(f"verdict_{finding.verdict}")
    return f"{finding.rule} {finding.name} ({verdict}, {finding.id[:12]})"


def _place(side: Side, words: Catalogue) -> str:
    where = f"{side.place} ({said_by(side.document, words)})"
    return for_xml(f"{role_name(side, words)}: {where}: {side.quote}")


def _count(element: Xml.Element) -> None:
    cases = list(element.iter("testcase"))
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    element.set("errors", "0")
    element.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
