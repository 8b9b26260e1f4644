"""The functions of `import factcheck`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.model import Claim, Document, Finding, PeriodMention, QuantityMention, Report

if TYPE_CHECKING:
    from factcheck.pipeline import Options

Paths = Sequence[str | Path] | str | Path


def quantities(text: str, language: str | None = None) -> list[QuantityMention]:
    """Return the amounts in a text, in order; offsets count code points of `text`.

    `language` is "de" or "en"; by default it is detected.
    """
    from factcheck.extract.periods import find as find_periods
    from factcheck.extract.quantities import find

    code = _language(text, language)
    dates = [(mention.start, mention.end) for mention in find_periods(text, code)]
    return find(text, code, dates=dates)


def periods(
    text: str, language: str | None = None, published: date | str | None = None
) -> list[PeriodMention]:
    """Return the periods in a text, relative ones resolved against `published`.

    Fiscal ones follow the calendar of the company that their sentence names; where none is named
    they are unknown.
    """
    from factcheck.extract.periods.companies import find_alone

    return find_alone(text, _language(text, language), _day(published, "published"))


def extract(
    text: str, language: str | None = None, published: date | str | None = None
) -> list[Claim]:
    """Return the claims of a text, in order."""
    from factcheck import pipeline

    document = _document(text, "text", language, _day(published, "published"))
    return list(pipeline.extract([document], pipeline.Options())[0])


def compare(
    left: str,
    right: str,
    *,
    left_published: date | str | None = None,
    right_published: date | str | None = None,
    language: str | None = None,
) -> list[Finding]:
    """Return the findings between two texts; undated texts count as said at the same time.

    A date is a `datetime.date` or written YYYY-MM-DD.
    """
    from factcheck import pipeline

    options = pipeline.Options()
    first = _day(left_published, "left_published")
    second = _day(right_published, "right_published")
    undated = first is None and second is None
    if first is None or second is None:
        first = second = first or second or date.today()
    documents = tuple(
        replace(_document(text, name, language, day), published_inferred=undated)
        for text, name, day in ((left, "left", first), (right, "right", second))
    )
    claims = tuple(pipeline.extract(documents, options))
    report = pipeline.cross_compare(pipeline.Extraction(documents, claims), options)
    return [f for f in report.findings if len({c.claim.document for c in f.claims}) > 1]


def scan(paths: Paths, **options: Any) -> Report:
    """Read articles, cross-compare all of them; options as in `pipeline.Options`."""
    from factcheck import pipeline

    return pipeline.scan(_paths(paths), _options(options))


def check(drafts: Paths, against: Paths, **options: Any) -> Report:
    """Check drafts against an archive; options as in `pipeline.Options`."""
    from factcheck import pipeline

    return pipeline.check(_paths(drafts), _paths(against), _options(options))


def _options(given: Mapping[str, Any]) -> Options:
    """Return the options of a run; UsageError names one that there is not."""
    from factcheck import pipeline

    known = [field.name for field in fields(pipeline.Options)]
    for name in given:
        if name not in known:
            raise UsageError(f"{name} is no option; known: {', '.join(known)}")
    return pipeline.Options(**{**given, "published": _day(given.get("published"), "published")})


def _day(value: date | str | None, name: str) -> date | None:
    """Return a date from a date or YYYY-MM-DD; UsageError names the argument that is neither."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{name}: {value!r} is not a date; write it as YYYY-MM-DD") from error


def _document(text: str, name: str, language: str | None, published: date | None) -> Document:
    return Document(
        id=name, path=name, text=text, published=published, language=_language(text, language)
    )


def _language(text: str, wanted: str | None) -> str:
    """Return the language asked for, else the text's own; UsageError where it is not read."""
    from factcheck.lang.base import languages
    from factcheck.lang.detect import detect

    if not isinstance(text, str):
        raise UsageError(f"a text is wanted, not {type(text).__name__}")
    if wanted is None:
        return detect(text)
    if wanted not in languages():
        raise UsageError(f"language: {wanted!r} is not read; known: {', '.join(languages())}")
    return wanted


def _paths(paths: Paths) -> list[str | Path]:
    """Return the paths; one alone counts as a list of one."""
    return [paths] if isinstance(paths, (str, Path)) else list(paths)
