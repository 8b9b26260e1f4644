"""What the metadata of different formats have in common."""

from __future__ import annotations

import re
from datetime import date, datetime

_SURROGATES = re.compile("[\ud800-\udfff]")
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|odt|rtf|indd|qxp|pages|txt|tex)\s*$", re.IGNORECASE)
_PROGRAM_TITLE = re.compile(
    r"^\W*(?:microsoft word\b.*|word document|untitled.*|unbenannt.*|dokument\s?\d*|"
    r"document\s?\d*|powerpoint.*|print\w*|layout\s?\d*)\W*$",
    re.IGNORECASE,
)
# Dates that a program or its template writes, and nobody: python-docx's template, the zero
# of Unix, DOS and Windows clocks.
_TEMPLATE_DATES = frozenset(
    {date(2013, 12, 23), date(1970, 1, 1), date(1980, 1, 1), date(1601, 1, 1), date(1899, 12, 30)}
)


def plausible_date(value: object) -> date | None:
    """Return the day of a date or time that a person may have caused; else None."""
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date) or value in _TEMPLATE_DATES or value.year < 1980:
        return None
    return value


def plausible_title(value: str | None) -> str:
    """Return the title in one line, empty where a program has named the file."""
    title = " ".join(clean(value or "").split())
    if _FILE_NAME.search(title) or _PROGRAM_TITLE.match(title):
        return ""
    return title


def clean(text: str) -> str:
    """Return text that can be encoded: lone surrogates and NUL are replaced."""
    return _SURROGATES.sub("\ufffd", text).replace("\x00", "\ufffd")


def with_title(title: str, body: str) -> str:
    """Return the body with its title as first line, unless it begins with it."""
    body = body.strip()
    first = body.partition("\n")[0]
    if not title or " ".join(first.split()) == title:
        return body
    return f"{title}\n\n{body}"
