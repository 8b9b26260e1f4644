"""HTML pages: trafilatura finds the article; what it is known to lose is put in its way again."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from factcheck.errors import InputError
from factcheck.limits import HTML_BYTES
from factcheck.read.decoding import decode
from factcheck.read.markup import lines_of, parse_html
from factcheck.read.metadata import clean, plausible_date, plausible_title, with_title
from factcheck.read.model import Article, Reading
from factcheck.tables.notices import Notice

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DIRECTIVE = re.compile(r"^\s*factcheck:")
_TABLE_EDGE = re.compile(r"^\|\s*|\s*\|$")
_TABLE_RULE = re.compile(r"[-|: ]+")
_OPEN, _CLOSE = "qxzkeptcomment", "zxq"  # around the number of a kept comment
_KEPT = re.compile(f"{_OPEN}(\\d{{1,6}}){_CLOSE}")


def read(data: bytes, path: str) -> Reading:
    """Return the article of a page; InputError says why there is none."""
    if len(data) > HTML_BYTES:
        raise InputError(Notice("large_page", most=HTML_BYTES))
    markup, notices = _decode(data)
    tree = parse_html(_XML_DECLARATION.sub("", clean(markup).replace(_OPEN, "")))
    language = str(tree.get("lang") or "")
    comments = _keep_directives(tree)
    _rescue_items(tree)
    found = _extract(tree)
    body = _lines(found.text) if found is not None and found.text else lines_of(tree)
    if not any(map(str.isalnum, body)):
        raise InputError(Notice("no_article"))
    title = plausible_title(found.title if found is not None else "")
    text = _KEPT.sub(lambda match: comments[int(match[1])], with_title(title, body))
    return Reading((_article(text, title, language, found),), notices)


def _article(text: str, title: str, language: str, found: Any) -> Article:
    return Article(
        text=text,
        title=title,
        source=clean(getattr(found, "sitename", None) or ""),
        published=_date(getattr(found, "date", None)),
        language=language,
        url=clean(getattr(found, "url", None) or ""),
        origin="html",
    )


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        try:
            return data.decode(declared[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass
    decoded = decode(data)
    return decoded.text, decoded.notices


def _extract(tree: Any) -> Any:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, AttributeError, TypeError):
        return None  # the page's visible text is used instead


def _rescue_items(tree: Any) -> None:
    """Put list items that stand outside a list into one: otherwise their figures are lost."""
    for item in list(tree.iter("li")):
        parent = item.getparent()
        if parent is None or parent.tag in ("ul", "ol", "menu"):
            continue
        items = [item, *_following_items(item)]
        group = item.makeelement("ul")
        item.addprevious(group)
        for member in items:
            group.append(member)


def _following_items(item: Any) -> Iterator[Any]:
    following = item.getnext()
    while following is not None and following.tag == "li":
        yield following
        following = following.getnext()


def _keep_directives(tree: Any) -> list[str]:
    """Turn our own comments into marks that survive the extraction; return their wording."""
    from lxml import etree  # type: ignore[import-untyped]

    kept: list[str] = []
    for comment in list(tree.iter(etree.Comment)):
        if _DIRECTIVE.match(comment.text or ""):
            mark = f" {_OPEN}{len(kept)}{_CLOSE} "
            kept.append(f"<!--{comment.text}-->")
            _place(comment, mark)
        comment.drop_tree()
    return kept


def _place(comment: Any, mark: str) -> None:
    """Put the mark where the comment stands; between two blocks, at the start of the next."""
    following = comment.getnext()
    if (comment.tail or "").strip() or following is None:
        comment.tail = mark + (comment.tail or "")
    else:
        following.text = mark + (following.text or "")


def _lines(text: str) -> str:
    """Return trafilatura's text with sure bullets, and a blank line between blocks."""
    lines = []
    for line in text.split("\n"):
        line = _TABLE_EDGE.sub("", line.strip())
        if line and not _TABLE_RULE.fullmatch(line):
            lines.append(f"• {line[2:]}" if line.startswith("- ") else line)
    return "\n\n".join(lines)


def _date(value: str | None) -> date | None:
    try:
        return plausible_date(date.fromisoformat((value or "")[:10]))
    except ValueError:
        return None
