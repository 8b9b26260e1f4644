"""The articles on the page: their text with every passage marked that a finding speaks of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model import Document, Span, Verdict
from factcheck.report.escape import clipped
from factcheck.report.markup import Html, element, join
from factcheck.report.sides import LONGEST_NAME, FindingView
from factcheck.report.view import said_by
from factcheck.tables.catalogue import Catalogue

LONGEST = 40_000  # characters; of a longer article only what stands near its marks is shown
NEAR = 1_500
_ORDER = list(Verdict)


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim's place in an article, and where its finding stands on the page."""

    span: Span
    number: int  # of the finding
    position: int  # of the claim in the finding
    verdict: Verdict


def articles(
    shown: Sequence[FindingView], words: Catalogue, drafts: Collection[str] = ()
) -> Html | None:
    """Return every article that a finding speaks of: the drafts (ids) first, then as found."""
    documents: dict[str, Document] = {}
    passages: dict[str, list[Passage]] = {}
    for number, view in enumerate(shown, start=1):
        for position, side in enumerate(view.sides):
            span = Span(side.claim.start, side.claim.end)
            documents.setdefault(side.document.id, side.document)
            passages.setdefault(side.document.id, []).append(
                Passage(span, number, position, view.finding.verdict)
            )
    if not documents:
        return None
    return element(
        "section",
        element("h2", words.text("label_articles")),
        *(
            _article(documents[key], passages[key], words, key in drafts)
            for key in sorted(documents, key=lambda key: key not in drafts)
        ),
        id="articles",
    )


def _article(document: Document, passages: list[Passage], words: Catalogue, is_draft: bool) -> Html:
    draft = f"{words.text('label_draft')} · " if is_draft else ""
    return element(
        "article",
        element(
            "h3", clipped(document.title or document.path, LONGEST_NAME), lang=document.language
        ),
        element("p", f"{draft}{said_by(document, words)} · {document.path}", class_="byline"),
        element("div", *_text(document, passages), class_="text", lang=document.language),
        class_="source-text",
    )


def _text(document: Document, passages: list[Passage]) -> Iterable[Html]:
    """Yield the article's text in pieces cut wherever a passage begins or ends."""
    text = document.text
    cuts = sorted({p.span.start for p in passages} | {p.span.end for p in passages})
    body = document.body_start
    edges = sorted({min(body, *cuts), body, *cuts, len(text)})
    long = len(text) > LONGEST
    for start, end in pairwise(edges):
        here = Span(start, end)
        covering = [p for p in passages if p.span.start <= start and end <= p.span.end]
        if covering or start >= body:  # of the front matter, only what is a claim
            yield _piece(here.of(text), covering, here, cut=long)
        if covering and end <= body:
            yield element("br")


def _piece(text: str, covering: list[Passage], here: Span, cut: bool) -> Html:
    if not covering:
        return _lines(text, cut)
    covering.sort(key=lambda p: (_ORDER.index(p.verdict), p.number))
    first = covering[0]
    anchors = [
        element("a", f"{p.number}", href=f"#finding-{p.number}", class_="note")
        for p in covering
        if p.span.end == here.end
    ]
    targets = [
        element("span", id=f"mark-{p.number}-{p.position}")
        for p in covering
        if p.span.start == here.start
    ]
    link = element(
        "a", _lines(text, cut), href=f"#finding-{first.number}", class_=f"passage {first.verdict}"
    )
    return join(*targets, link, *anchors)


def _lines(text: str, cut: bool) -> Html:
    """Return text with its paragraphs kept; of a long one only its two ends."""
    if cut and len(text) > 2 * NEAR:
        return join(_lines(text[:NEAR], False), "\u00a0[…]\u00a0", _lines(text[-NEAR:], False))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parts: list[Html] = []
    for number, line in enumerate(lines):
        if number:
            parts.append(element("br"))
        parts.append(join(line))
    return join(*parts)
