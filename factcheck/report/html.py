"""The report as one self-contained page: no script, no outside resource, a strict policy."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from string import Template

from factcheck.model import Verdict
from factcheck.report import Options
from factcheck.report.html_article import articles
from factcheck.report.html_finding import finding_section
from factcheck.report.markup import Html, element, join
from factcheck.report.view import ReportView
from factcheck.report.wording import symbol
from factcheck.tables.catalogue import Catalogue, catalogue

_FOLDER = Path(__file__).parent


def render(view: ReportView, options: Options) -> str:
    """Return the page: summary and filters, the articles with marked passages, the findings."""
    words = catalogue(options.ui_language)
    style = _read("page.css")
    page = Template(_read("page.html"))
    return page.substitute(
        language=words.language,
        policy=_policy(style),
        title=words.text("label_title"),
        style=style,
        body=_body(view, words),
    )


def _body(view: ReportView, words: Catalogue) -> Html:
    shown = [view.view(finding) for finding in view.findings]
    findings = [finding_section(item, number, words) for number, item in enumerate(shown, 1)]
    return join(
        element("a", words.text("skip_to_findings"), class_="skip", href="#findings"),
        _header(view, words),
        element(
            "main",
            element(
                "section",
                element("h2", words.text("label_findings")),
                *(findings or [element("p", words.text("nothing_found"), class_="nothing")]),
                id="findings",
                tabindex="-1",
            ),
            articles(shown, words, view.report.settings.get("drafts", ())),
        ),
        _skipped(view, words),
    )


def _header(view: ReportView, words: Catalogue) -> Html:
    facts = " · ".join(
        f"{view.counts[key]} {words.text(f'label_{label}')}"
        for key, label in (
            ("documents", "articles"),
            ("claims", "claims"),
            ("suppressed", "suppressed"),
            ("hidden", "hidden"),
        )
        if view.counts[key] or key in ("documents", "claims")
    )
    return element(
        "header",
        element("h1", words.text("label_title")),
        element("p", facts, class_="facts"),
        element(
            "fieldset",
            element("legend", words.text("label_filter")),
            *(_filter(verdict, view, words) for verdict in Verdict),
        ),
    )


def _filter(verdict: Verdict, view: ReportView, words: Catalogue) -> Html | None:
    count = view.counts[verdict.value]
    if verdict is Verdict.AGREEMENT and not count:
        return None
    return element(
        "label",
        element("input", type="checkbox", id=f"show-{verdict}", checked=True),
        element("span", symbol(verdict), class_="symbol", aria_hidden="true"),
        f" {words.text(f'verdicts_{verdict}')} ",
        element("b", str(count)),
        class_=f"filter {verdict}",
    )


def _skipped(view: ReportView, words: Catalogue) -> Html | None:
    if not view.report.skipped:
        return None
    items = [
        element("li", element("code", item.path), f": {item.reason}")
        for item in view.report.skipped
    ]
    heading = element("h2", words.text("label_skipped"))
    return element("footer", heading, element("ul", *items))


def _policy(style: str) -> str:
    """Return a content security policy that allows this page's own style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
