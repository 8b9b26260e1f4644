"""HTML to lines of text, for fragments and for pages in which no article stands out."""

from __future__ import annotations

import re
from typing import Any

from factcheck.errors import InputError
from factcheck.tables.notices import Notice

_BLOCKS = re.compile(
    "p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|header|footer|figure|"
    "figcaption|pre|dt|dd|hr|main|aside"
)
_UNSEEN = re.compile("script|style|noscript|template|head|iframe|object|svg|math|select")
DEEPEST = 500


def parse_html(markup: str) -> Any:
    """Return the tree of a page or fragment (lxml); InputError where it is none or too deep."""
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(no_network=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputError(Notice("no_html")) from error
    if depth(tree) > DEEPEST:
        raise InputError(Notice("nested", most=DEEPEST))
    return tree


def depth(tree: Any) -> int:
    """Return how deep the elements of a tree are nested."""
    from lxml import etree

    deepest = level = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def lines_of(tree: Any) -> str:
    """Return the visible text, a line a block, list items with a bullet."""
    from lxml import etree

    parts: list[str] = []
    hidden = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            hidden += _is(name, _UNSEEN)
            parts.append("\n• " if name == "li" else "\n" * _is(name, _BLOCKS))
            parts.append(_inline(node.text) if not hidden else "")
        else:
            hidden -= _is(name, _UNSEEN)
            parts.append("\n" * _is(name, _BLOCKS))
            parts.append(_inline(node.tail) if not hidden else "")
    lines = ("".join(parts)).split("\n")
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip(" \t•"))


def _is(name: str, kind: re.Pattern[str]) -> bool:
    return kind.fullmatch(name) is not None


def _inline(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")
