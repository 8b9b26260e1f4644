"""The functions of `import factcheck`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.model import Claim, Document, Finding, PeriodMention, QuantityMention, Report


def quantities(text: str, language: str | None = None) -> list[QuantityMention]:
    """Return the amounts in a text, in order; offsets count code points of `text`.

    `language` is "de" or "en"; by default it is detected.
    """
    from factcheck.extract.periods import find as find_periods
    from factcheck.extract.quantities import find

    code = language or _language(text)
    dates = [(mention.start, mention.end) for mention in find_periods(text, code)]
    return find(text, code, dates=dates)


def periods(
    text: str, language: str | None = None, published: date | None = None
) -> list[PeriodMention]:
    """Return the periods in a text, relative ones resolved against `published`.

    Fiscal ones follow the calendar of the company that their sentence names; where none is named
    they are unknown.
    """
    from factcheck.extract.periods.companies import find_alone

    return find_alone(text, language or _language(text), published)


def extract(text: str, language: str | None = None, published: date | None = None) -> list[Claim]:
    """Return the claims of a text, in order."""
    from factcheck import pipeline

    document = _document(text, "text", language, published)
    return list(pipeline.extract([document], pipeline.Options())[0])


def compare(
    left: str,
    right: str,
    *,
    left_published: date | None = None,
    right_published: date | None = None,
    language: str | None = None,
) -> list[Finding]:
    """Return the findings between two texts; undated texts count as said at the same time."""
    from factcheck import pipeline

    options = pipeline.Options()
    undated = left_published is None and right_published is None
    if left_published is None or right_published is None:
        left_published = right_published = left_published or right_published or date.today()
    documents = tuple(
        replace(_document(text, name, language, day), published_inferred=undated)
        for text, name, day in ((left, "left", left_published), (right, "right", right_published))
    )
    claims = tuple(pipeline.extract(documents, options))
    report = pipeline.cross_compare(pipeline.Extraction(documents, claims), options)
    return [f for f in report.findings if len({c.claim.document for c in f.claims}) > 1]


def scan(paths: Sequence[str | Path], **options: Any) -> Report:
    """Read articles, cross-compare all of them; options as in `pipeline.Options`."""
    from factcheck import pipeline

    return pipeline.scan(paths, pipeline.Options(**options))


def check(drafts: Sequence[str | Path], against: Sequence[str | Path], **options: Any) -> Report:
    """Check drafts against an archive; options as in `pipeline.Options`."""
    from factcheck import pipeline

    return pipeline.check(drafts, against, pipeline.Options(**options))


def _document(text: str, name: str, language: str | None, published: date | None) -> Document:
    return Document(
        id=name, path=name, text=text, published=published, language=language or _language(text)
    )


def _language(text: str) -> str:
    from factcheck.lang.detect import detect

    return detect(text)
