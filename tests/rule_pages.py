"""Reads the rule pages in specs/rules: articles in fences, then the findings expected.

Where a page has drafts beside the articles, the articles are the archive that they are checked
against; else all articles are compared with each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent / "specs" / "rules"
_TITLE = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+)[ \t]*(.*?)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r'^(FC\d{3}) (\w+) ([\w#-]+):"(.+?)" ([\w#-]+):"(.+?)"$')
_OPTION = re.compile(r"(\w+)=(\S+)")


@dataclass(frozen=True)
class Expected:
    rule: str
    verdict: str
    left: tuple[str, str]  # article id, quoted words
    right: tuple[str, str]


@dataclass(frozen=True)
class Example:
    page: str
    title: str
    articles: dict[str, tuple[dict[str, str], str]]  # id -> (front matter, text)
    drafts: dict[str, tuple[dict[str, str], str]]
    expected: tuple[Expected, ...]
    known_miss: bool


def examples() -> list[Example]:
    return [example for page in sorted(PAGES.glob("*.md")) for example in _examples(page)]


def _examples(page: Path) -> list[Example]:
    parts = _TITLE.split(page.read_text(encoding="utf-8"))
    titles = zip(parts[1::2], parts[2::2], strict=True)
    return [_example(page.stem, title, body) for title, body in titles]


def _example(page: str, title: str, body: str) -> Example:
    texts: dict[str, dict[str, tuple[dict[str, str], str]]] = {"article": {}, "draft": {}}
    expected, known_miss = [], False
    for kind, info, text in _FENCE.findall(body):
        if kind in texts:
            options = dict(_OPTION.findall(info))
            texts[kind][options.pop("id")] = (options, text)
        elif kind == "findings":
            known_miss = "known-miss" in info
            expected = [_expected(page, title, line) for line in text.strip().splitlines()]
    articles, drafts = texts["article"], texts["draft"]
    assert articles, f"{page}: {title}: no article"
    found = tuple(e for e in expected if e)
    return Example(page, title, articles, drafts, found, known_miss)


def _expected(page: str, title: str, line: str) -> Expected | None:
    if line.strip() == "none":
        return None
    match = _EXPECTED.match(line.strip())
    assert match, f"{page}: {title}: cannot read {line!r}"
    rule, verdict, a, quote_a, b, quote_b = match.groups()
    return Expected(rule, verdict, (a, quote_a), (b, quote_b))
