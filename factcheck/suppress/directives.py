"""Ignore comments in Markdown and HTML articles, and what part of the text each covers.

`<!-- factcheck: ignore[FC101] reason -->` covers its own paragraph, or the next one where it
stands alone. `<!-- factcheck: off[FC101] reason -->` covers all that follows up to
`<!-- factcheck: on[FC101] -->` or, without one, the article's end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from factcheck.model import Span
from factcheck.tables.notices import Notice

# Every repetition is bounded: an article cannot make the search slow.
_COMMENT = re.compile(
    r"<!--\s{0,20}factcheck:[ \t]{0,20}(?P<kind>[a-z]{1,20})"
    r"(?:\[(?P<rules>[^\]<\r\n]{0,200})\])?[ \t]{0,20}"
    r"(?P<reason>(?:[^<\r\n]|<(?!!--)){0,500}?)\s{0,20}-->"
)
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
MOST = 1000  # comments read in one article
KINDS = ("ignore", "off", "on")


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment. `covers` is the part of the text whose findings it takes away."""

    kind: str
    rules: tuple[str, ...]  # ids or names, lower case
    reason: str
    start: int
    covers: Span

    @property
    def fault(self) -> str:
        """Return what is wrong with the comment, or an empty string."""
        if self.kind not in KINDS:
            return Notice("unknown_kind", kind=repr(self.kind), kinds=", ".join(KINDS))
        if self.kind == "on":
            return ""
        if not self.rules:
            return Notice("needs_rule", kind=self.kind)
        return "" if self.reason else Notice("needs_reason", kind=self.kind)


def directives(text: str) -> list[Directive]:
    """Return the comments of an article in order."""
    found = list(islice(_COMMENT.finditer(text), MOST))
    if not found:
        return []
    paragraphs = [p for p in _paragraphs(text) if _COMMENT.sub("", p.of(text)).strip()]
    return [
        _directive(text, match, found[number + 1 :], paragraphs)
        for number, match in enumerate(found)
    ]


def _directive(
    text: str, match: re.Match[str], later: list[re.Match[str]], paragraphs: list[Span]
) -> Directive:
    kind, rules = match["kind"], _rules(match["rules"])
    if kind == "off":
        covers = Span(match.end(), _end_of_range(text, rules, later))
    elif kind == "ignore":
        covers = _covered(text, match, paragraphs)
    else:
        covers = Span(match.start(), match.start())
    return Directive(kind, rules, match["reason"].strip(), match.start(), covers)


def _rules(listed: str | None) -> tuple[str, ...]:
    return tuple(rule.strip().casefold() for rule in (listed or "").split(",") if rule.strip())


def _end_of_range(text: str, rules: tuple[str, ...], later: list[re.Match[str]]) -> int:
    for match in later:
        ended = _rules(match["rules"])
        if match["kind"] == "on" and (not ended or set(rules) <= set(ended)):
            return match.start()
    return len(text)


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for match in _BLANK_LINE.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def _covered(text: str, match: re.Match[str], paragraphs: list[Span]) -> Span:
    """Return the first paragraph with text that ends after the comment begins."""
    number = bisect_right(paragraphs, match.start(), key=lambda paragraph: paragraph.end)
    return paragraphs[number] if number < len(paragraphs) else Span(len(text), len(text))
