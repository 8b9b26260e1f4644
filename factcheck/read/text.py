"""Plain text with optional front matter."""

from __future__ import annotations

from factcheck.errors import InputError
from factcheck.lang.headline import find_title
from factcheck.read.decoding import decode
from factcheck.read.frontmatter import FrontMatter, parse
from factcheck.read.model import Article, Reading
from factcheck.tables.notices import Notice


def read(data: bytes, path: str) -> Reading:
    """Return the article of a text file; InputError says why there is none."""
    return read_marked(data, "text")


def read_marked(data: bytes, origin: str) -> Reading:
    """Return the article of a text or Markdown file."""
    decoded = decode(data)
    front = parse(decoded.text)
    if not any(map(str.isalnum, decoded.text[front.body_start :])):
        raise InputError(Notice("empty_after_front_matter" if front.values else "empty"))
    return Reading((article(decoded.text, front, origin),), decoded.notices)


def article(text: str, front: FrontMatter, origin: str) -> Article:
    """Return the article of a text whose front matter is known."""
    return Article(
        text=text,
        title=front.get("title") or find_title(text, front.body_start),
        source=front.get("source"),
        published=front.published,
        language=front.get("language"),
        id=front.get("id"),
        url=front.get("url"),
        trusted=front.trusted,
        body_start=front.body_start,
        origin=origin,
    )
