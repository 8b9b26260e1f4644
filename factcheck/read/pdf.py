"""PDF files: the text of the pages, without running heads and with words joined again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from factcheck.errors import InputError
from factcheck.lang.headline import find_title
from factcheck.limits import CHECKED_LENGTH, PAGES
from factcheck.read.metadata import clean, plausible_date, plausible_title
from factcheck.read.model import Article, Reading
from factcheck.tables.notices import Notice

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-zäöüß])")
_NUMBER = re.compile(r"\d+")
_EDGE = 2  # lines at the top and the foot of a page that may be its running head
_REPEATS = 3  # pages that must share it


def read(data: bytes, path: str) -> Reading:
    """Return the article of a PDF file; InputError says why there is none."""
    reader = _open(data)
    pages = _texts(reader)
    text = _HYPHEN.sub("", "\n\n".join(without_running_heads(pages)))
    if not any(map(str.isalnum, text)):
        raise InputError(Notice("only_pictures"))
    notices = () if len(reader.pages) <= PAGES else (Notice("first_pages", most=PAGES),)
    title, published = _metadata(reader)
    text = _title_apart(text, title)
    return Reading(
        (Article(text, title or find_title(text), published=published, origin="pdf"),), notices
    )


def _title_apart(text: str, title: str) -> str:
    """Return the text with a blank line below the title: a page shows only a wider gap."""
    first, _, rest = text.lstrip().partition("\n")
    return f"{first}\n\n{rest}" if title and first.split() == title.split() else text


def _open(data: bytes) -> Any:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = len(reader.pages)
    except Exception as error:  # pypdf lets errors of many kinds through
        raise InputError(Notice("no_pdf")) from error
    if locked or not pages:
        raise InputError(Notice("locked_pdf" if locked else "no_pages"))
    return reader


def _texts(reader: Any) -> list[str]:
    texts: list[str] = []
    length = 0
    for page in reader.pages[:PAGES]:
        try:
            text = clean(page.extract_text())
        except Exception as error:  # as above; a page that hides its text hides the article's
            raise InputError(Notice("page", n=len(texts) + 1)) from error
        texts.append(text)
        length += len(text)
        if length > CHECKED_LENGTH:
            break
    return texts


def without_running_heads(pages: Sequence[str]) -> list[str]:
    """Return the pages without the lines that three or more carry at the top or the foot."""
    split = [page.split("\n") for page in pages]
    counts = Counter(key for lines in split for key in {_key(line) for line in _edges(lines)})
    running = {key for key, count in counts.items() if count >= _REPEATS}
    return ["\n".join(_strip(lines, running)) for lines in split]


def _strip(lines: list[str], running: set[str]) -> list[str]:
    last = len(lines) - _EDGE
    return [
        line
        for place, line in enumerate(lines)
        if _EDGE <= place < last or not line.strip() or _key(line) not in running
    ]


def _edges(lines: list[str]) -> list[str]:
    return [line for line in (*lines[:_EDGE], *lines[-_EDGE:]) if line.strip()]


def _key(line: str) -> str:
    """Return the line with its numbers masked: a page number changes from page to page."""
    return _NUMBER.sub("0", " ".join(line.split()))


def _metadata(reader: Any) -> tuple[str, date | None]:
    try:
        stated = reader.metadata
        return plausible_title(stated.title), plausible_date(stated.creation_date)
    except Exception:  # as above; an article without metadata is still an article
        return "", None
