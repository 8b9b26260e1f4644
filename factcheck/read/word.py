"""Word documents (DOCX): a line a paragraph, so that a line number is a paragraph number."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from factcheck.errors import InputError
from factcheck.lang.headline import find_title
from factcheck.read.archives import check_zip
from factcheck.read.metadata import clean, plausible_date, plausible_title
from factcheck.read.model import Article, Reading
from factcheck.tables.notices import Notice

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINE = "\x0b"  # a line break inside a paragraph: ends a line for us, and no paragraph number
_SPECIAL = {f"{_W}tab": " ", f"{_W}br": _LINE, f"{_W}cr": _LINE, f"{_W}noBreakHyphen": "-"}
_TITLE_STYLES = ("title", "heading 1")


def read(data: bytes, path: str) -> Reading:
    """Return the article of a DOCX file; InputError says why there is none."""
    if data.startswith(_OLD_WORD):
        raise InputError(Notice("old_word"))
    check_zip(data)
    document = _open(data)
    paragraphs = list(document.element.body.iter(f"{_W}p"))
    text = "\n".join(_line(paragraph) for paragraph in paragraphs).rstrip("\n")
    if not any(map(str.isalnum, text)):
        raise InputError(Notice("empty"))
    title = _title(document, text)
    return Reading((Article(text, title, published=_date(document), origin="docx"),))


def _open(data: bytes) -> Any:
    from docx import Document

    try:
        return Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets errors of many kinds through
        raise InputError(Notice("no_word")) from error


def _line(paragraph: Any) -> str:
    """Return a paragraph's text with tracked insertions, without tracked deletions."""
    parts = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        else:
            parts.append(_SPECIAL.get(node.tag, ""))
    text = clean("".join(parts)).replace("\r", " ").replace("\n", " ")
    return f"• {text}" if text.strip() and _is_item(paragraph) else text


def _is_item(paragraph: Any) -> bool:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return False
    style = properties.find(f"{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    return properties.find(f"{_W}numPr") is not None or name.lower().startswith("list")


def _title(document: Any, text: str) -> str:
    for paragraph in document.paragraphs:
        style = getattr(paragraph.style, "name", "") or ""
        if style.lower() in _TITLE_STYLES and paragraph.text.strip():
            return " ".join(clean(paragraph.text).split())
    return find_title(text) or plausible_title(document.core_properties.title)


def _date(document: Any) -> date | None:
    """Return when the document was made; a template's own date says nothing."""
    try:
        stated = (document.core_properties.created, document.core_properties.modified)
    except ValueError:
        return None
    return next((day for day in map(plausible_date, stated) if day), None)
