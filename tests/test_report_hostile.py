"""Hostile article text harms no format: all formats by all texts."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.model import Evidence, Finding, FindingClaim, Report, Skipped
from factcheck.report import FORMATS, explain, render, render_claims
from report_sample import DOCUMENTS, SAMPLE

TEXTS = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": "\"'><svg/onload=alert(1)> javascript:alert(1)",
    "end of style": "</style></title></head><body onload=alert(1)>",
    "rich markup": "[bold red]loud[/] [link=https://example.org]here[/link] :smile:",
    "colour codes": "\x1b[31mred\x1b[0m \x1b[2J\x1b[1;1H",
    "link code": "\x1b]8;;https://example.org\x07here\x1b]8;;\x07 \x1b]0;title\x07",
    "eight-bit codes": "\x9b31m red \x9d0;title\x9c \x90q\x9c",
    "direction": "\u202egnp.exe\u202c \u2066a\u2069 \u200fb \u061c",
    "tag characters": "\U000e0041\U000e0042 \u200b\ufeff\u2060",
    "workflow command": "\n::error file=a.md,line=1::boom\r\n::stop-commands::x\n##[error]boom%0A",
    "cdata": "]]> <![CDATA[ x ]]> &amp; &#0; <?xml version='1.0'?> <!DOCTYPE a [<!ENTITY x 'y'>]>",
    "control": "a\x00b\x01c\x08d\x0be\x0cf\x1fg\x7f",
    "surrogate": "a\ud800b\udfffc",
    "not a character": "a\ufffeb\uffffc",
    "line ends": "a\rb\nc\u2028d\u2029e\x85f",
    "markdown": "[x](https://example.org) ![y](z) `c` ```\n# h\n> q\n| a | b |\n@all #1 $x$ https://a.b",
    "placeholders": "{0} {message} $title ${body} %s %(a)s [x](1) }{",
    "comment": "--> <!-- factcheck: ignore[FC101] x -->",
    "long word": "x" * 5_000,
    "empty": "",
}
BAD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufeff\U000e0000-\U000e007f]"
)
SGR = re.compile(r"\x1b\[[0-9;]*m")


def poisoned(text: str) -> Report:
    """Return the sample with the text wherever an article's words or name can get to."""
    documents = tuple(
        replace(d, title=text, source=text, path=f"{d.path}{text}", text=d.text + text)
        for d in SAMPLE.documents
    )
    return replace(
        SAMPLE,
        documents=documents,
        findings=tuple(_poisoned(finding, text) for finding in SAMPLE.findings),
        suppressed=tuple(_poisoned(finding, text) for finding in SAMPLE.suppressed),
        skipped=(Skipped(f"x{text}", f"y{text}"),),
        settings={"note": text},
    )


def _poisoned(finding: Finding, text: str) -> Finding:
    members = []
    for member in finding.claims:
        claim = member.claim
        quote = claim.quote + text
        members.append(
            FindingClaim(
                member.role,
                replace(claim, quote=quote, sentence=quote + text, sentence_start=claim.start),
            )
        )
    evidence = tuple(
        Evidence(item.aspect, item.left + text, item.right + text, item.level, item.weight)
        for item in finding.evidence
    )
    known = finding.suppression and {**finding.suppression, "reason": text}
    return replace(
        finding,
        message=finding.message + text,
        claims=tuple(members),
        evidence=evidence,
        suppression=known,
    )


def check_terminal(written: str) -> None:
    assert not BAD.search(written)


def check_json(written: str) -> None:
    assert not BAD.search(written)
    json.loads(written)


def check_markdown(written: str) -> None:
    assert not BAD.search(written)
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(written)
    allowed = "h2 h3 p strong em blockquote pre code ul li table thead tbody tr th td span hr br"
    assert _tags(page) <= set(allowed.split())
    assert page.count("<h3>") == BENIGN["markdown"].count("\n### ")
    assert not re.search(r"(?<![\w<!-])@all|https?://(?!.*</code>)", written)


def check_html(written: str) -> None:
    assert not BAD.search(written.replace("\n", ""))
    reader = _Reader()
    reader.feed(written)
    assert reader.tags <= _tags(BENIGN["html"])
    assert reader.links <= {"#"}
    assert written.count("<style>") == written.count("</style>") == 1


def check_sarif(written: str) -> None:
    check_json(written)
    for result in json.loads(written)["runs"][0]["results"]:
        assert "](" not in result["message"]["text"]


def check_junit(written: str) -> None:
    assert not BAD.search(written)
    root = Xml.fromstring(written)
    assert len(root.findall(".//testcase")) == BENIGN["junit"].count("<testcase")


def check_github(written: str) -> None:
    assert not BAD.search(written)
    lines = written.splitlines()
    assert len(lines) == len(BENIGN["github"].splitlines())
    for line in lines[:-1]:
        assert re.match(r"::(error|warning|notice) file=[^:]*::", line)


CHECKS = {
    "terminal": check_terminal,
    "json": check_json,
    "markdown": check_markdown,
    "html": check_html,
    "sarif": check_sarif,
    "junit": check_junit,
    "github": check_github,
}
BENIGN = {format: render(SAMPLE, format, show_agreements=True) for format in FORMATS}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            own = tag in ("th", "td") and name == "style"  # the alignment of Markdown's tables
            assert own or not re.match("on|style|src|action|formaction", name)
            if name == "href":
                self.links.add((value or "")[:1])


def _tags(page: str) -> set[str]:
    reader = _Reader()
    reader.feed(page)
    return reader.tags


def test_every_format_has_its_check():
    assert set(CHECKS) == set(FORMATS)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("format", FORMATS)
def test_no_text_harms_a_format(format, text):
    written = render(poisoned(text), format, show_agreements=True)
    written.encode("utf-8")
    CHECKS[format](written)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_colour_lets_no_code_of_an_article_through(text):
    written = render(poisoned(text), "terminal", show_agreements=True, color=True)
    check_terminal(SGR.sub("", written))
    own = set(SGR.findall(render(SAMPLE, "terminal", show_agreements=True, color=True)))
    assert set(SGR.findall(written)) <= own


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_harms_the_lists_and_pages(text):
    report = poisoned(text)
    claims = [member.claim for finding in report.findings for member in finding.claims]
    check_json(render_claims(claims, report.documents, "json"))
    check_terminal(render_claims(claims, report.documents, "terminal"))
    for finding in json.loads(render(report, "json"))["findings"]:
        check_terminal(explain.finding_page(finding))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_json_keeps_the_text_exactly(text):
    read = json.loads(render(poisoned(text), "json"))
    assert read["findings"][0]["claims"][0]["quote"] == "1,25 Milliarden Euro" + text


@pytest.mark.parametrize("format", FORMATS)
def test_a_paragraph_of_five_megabytes_is_reported(format):
    text = "Wort 34 < 35 & so weiter. " * 200_000
    finding = _poisoned(SAMPLE.findings[2], text)
    documents = tuple(replace(document, text=document.text + text) for document in DOCUMENTS)
    began = time.perf_counter()
    written = render(replace(SAMPLE, documents=documents, findings=(finding,)), format)
    assert time.perf_counter() - began < 10
    assert not BAD.search(written)
    assert format == "json" or len(written) < 200_000


@settings(max_examples=10, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_harms_no_format(text):
    report = poisoned(text)
    for format, check in CHECKS.items():
        check(render(report, format, show_agreements=True))
