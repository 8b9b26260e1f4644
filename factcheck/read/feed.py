"""RSS and Atom files: an article an entry. Nothing is fetched."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from factcheck.errors import InputError
from factcheck.limits import ARTICLES_PER_FILE
from factcheck.read.decoding import decode
from factcheck.read.markup import DEEPEST, lines_of, parse_html
from factcheck.read.metadata import clean, plausible_date, plausible_title, with_title
from factcheck.read.model import Article, Reading
from factcheck.tables.notices import Notice

_EVENTS = ("start", "end")


def read(data: bytes, path: str) -> Reading:
    """Return the entries of a feed; an entry without text is left out and named."""
    decoded = decode(data)
    refuse_bombs(decoded.text)
    feed = _parse(data)
    if not feed.entries:
        raise InputError(Notice("no_feed"))
    articles: list[Article] = []
    skipped: list[str] = []
    for number, entry in enumerate(feed.entries[:ARTICLES_PER_FILE], start=1):
        try:
            articles.append(_article(entry, feed.feed, number))
        except InputError as error:
            skipped.append(Notice("entry", n=number, reason=error.args[0]))
    if not articles:
        raise InputError(skipped[0])
    return Reading(tuple(articles), decoded.notices, tuple(skipped))


def refuse_bombs(text: str) -> None:
    """Raise InputError where XML declares entities, which can grow without end, or is too deep."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    level = 0
    try:
        for event, element in iterparse(io.BytesIO(text.encode("utf-8", "replace")), _EVENTS):
            level += 1 if event == "start" else -1
            if level > DEEPEST:
                raise InputError(Notice("nested", most=DEEPEST))
            if event == "end":
                element.clear()
    except DefusedXmlException as error:
        raise InputError(Notice("xml_entities")) from error
    except (ParseError, ValueError) as error:  # feedparser forgives much of this
        if "<!ENTITY" in text:
            raise InputError(Notice("xml_entities")) from error


def _parse(data: bytes) -> Any:
    import feedparser

    return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)


def _article(entry: Mapping[str, Any], feed: Mapping[str, Any], number: int) -> Article:
    title = plausible_title(_plain(str(entry.get("title", ""))))
    body = _plain(_content(entry))
    text = with_title(title, body) if body else title
    if not any(map(str.isalnum, text)):
        raise InputError(Notice("no_text"))
    return Article(
        text=text,
        title=title if body else "",
        source=plausible_title(_plain(str(feed.get("title", "")))),
        published=_date(entry),
        language=str(entry.get("language") or feed.get("language") or ""),
        id=clean(str(entry.get("id", ""))),
        url=clean(str(entry.get("link", ""))),
        origin="feed",
        key=str(number),
    )


def _content(entry: Mapping[str, Any]) -> str:
    contents = [str(part.get("value", "")) for part in entry.get("content", ())]
    return max([*contents, str(entry.get("summary", ""))], key=len)


def _plain(markup: str) -> str:
    return lines_of(parse_html(clean(markup))) if markup.strip() else ""


def _date(entry: Mapping[str, Any]) -> date | None:
    stated = entry.get("published_parsed") or entry.get("updated_parsed")
    return plausible_date(date(*stated[:3])) if stated else None
