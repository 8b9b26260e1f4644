"""JSON Lines: one article a line, with the keys of front matter and `text`."""

from __future__ import annotations

import json
from typing import Any

from factcheck.errors import InputError
from factcheck.limits import ARTICLES_PER_FILE
from factcheck.read.decoding import decode
from factcheck.read.frontmatter import parse_date
from factcheck.read.metadata import clean, with_title
from factcheck.read.model import Article, Reading
from factcheck.tables.notices import Notice

_TEXT_KEYS = ("text", "body", "content")


def read(data: bytes, path: str) -> Reading:
    """Return the articles of the lines; a wrong line is left out and named by its number."""
    decoded = decode(data)
    articles: list[Article] = []
    skipped: list[str] = []
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        if len(articles) >= ARTICLES_PER_FILE:
            skipped.append(Notice("many_lines", n=number, most=ARTICLES_PER_FILE))
            break
        try:
            articles.append(_article(line, number))
        except InputError as error:
            skipped.append(error.args[0])
    if not articles:
        raise InputError(skipped[0] if skipped else Notice("no_articles_inside"))
    return Reading(tuple(articles), decoded.notices, tuple(skipped))


def _article(line: str, number: int) -> Article:
    row = _object(line, number)
    text = next((row[key] for key in _TEXT_KEYS if isinstance(row.get(key), str)), "")
    if not any(map(str.isalnum, text)):
        raise InputError(Notice("line_without_text", n=number, keys=", ".join(_TEXT_KEYS)))
    title = _string(row, "title")
    return Article(
        text=with_title(title, clean(text)),
        title=title,
        source=_string(row, "source"),
        published=parse_date(_string(row, "published"), number),
        language=_string(row, "language"),
        id=_string(row, "id"),
        url=_string(row, "url"),
        trusted=row.get("trusted") is True,
        origin="jsonl",
        key=str(number),
    )


def _object(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(Notice("no_json", n=number)) from error
    if not isinstance(row, dict):
        raise InputError(Notice("no_object", n=number))
    return row


def _string(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(clean(str(value)).split())
