"""Every example on every rule page gives the findings that the page shows, and no others."""

from __future__ import annotations

import pytest

from factcheck import pipeline
from factcheck.model import Finding, Report
from rule_pages import Example, Expected, examples

EXAMPLES = examples()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.page}: {e.title}")
def test_page(example: Example, tmp_path):
    if example.known_miss:
        pytest.xfail("the page calls it a known miss")
    report = _scan(example, tmp_path)
    found = report.findings
    for expected in example.expected:
        assert any(_is(f, expected) for f in found), (expected, [_show(f) for f in found])
    extra = [f for f in found if not any(_is(f, expected) for expected in example.expected)]
    assert not [f for f in extra if f.verdict != "update"], [_show(f) for f in extra]


def _scan(example: Example, folder) -> Report:
    _write(example.articles, folder / "articles")
    _write(example.drafts, folder / "drafts")
    options = pipeline.Options(show_agreements=example.page == "FC104")
    if example.drafts:
        return pipeline.check([folder / "drafts"], [folder / "articles"], options)
    return pipeline.scan([folder / "articles"], options)


def _write(texts, folder) -> None:
    folder.mkdir()
    for name, (options, text) in texts.items():
        lines = ["---", f"id: {name}", *(f"{k}: {v}" for k, v in options.items()), "---", "", text]
        (folder / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8")


def _is(finding: Finding, expected: Expected) -> bool:
    if (finding.rule, finding.verdict) != (expected.rule, expected.verdict):
        return False
    claims = [c.claim for c in finding.claims]
    return any(
        _has(x, expected.left) and _has(y, expected.right)
        for x in claims
        for y in claims
        if x is not y
    )


def _has(claim, side) -> bool:
    document, words = side
    return claim.document == document and (words in claim.quote or claim.quote in words)


def _show(finding: Finding) -> str:
    sides = [f"{c.claim.document}:{c.claim.quote!r}" for c in finding.claims]
    return f"{finding.rule} {finding.verdict} {finding.confidence} {' | '.join(sides)}"
