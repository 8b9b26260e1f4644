"""Which articles carry one text: an agency's report that several papers print counts once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.copies import are_copies, body_shingles
from factcheck.model import Claim, Document
from factcheck.tables.agencies import without_byline

SAME_WORDS = 8  # words of a sentence or text from which on its repetition is no chance
SKETCH = 24  # shingles, the smallest hashes, of which near copies share one
CROWD = 50  # articles with one shingle in common: a phrase, not a text
_WORD = re.compile(r"[^\W\d_]+")


class Sets:
    """Disjoint sets of names; the least name of a set stands for it."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the name that stands for the set; one that is in none stands for itself."""
        found = name
        while (above := self._above.get(found, found)) != found:
            found = above
        return found

    def join(self, left: str, right: str) -> None:
        """Make one set of two."""
        first, second = sorted((self.of(left), self.of(right)))
        self._above[second] = first


class Texts:
    """The articles of a run by the text that they carry, whatever its figures."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._sets = Sets()
        articles = sorted(documents, key=lambda document: document.id)
        self._join_equal(articles)
        self._join_near(articles)

    def of(self, document: str) -> str:
        """Return what stands for the text of an article, given by its id."""
        return self._sets.of(document)

    def _join_equal(self, articles: Iterable[Document]) -> None:
        first: dict[tuple[str, ...], str] = {}
        for article in articles:
            words = wording(article.text[article.body_start :])
            if words:
                self._sets.join(article.id, first.setdefault(words, article.id))

    def _join_near(self, articles: Iterable[Document]) -> None:
        shingles = {article.id: body_shingles(article) for article in articles}
        holders: Mapping[int, list[str]] = defaultdict(list)
        for article, found in shingles.items():
            for shingle in sorted(found)[:SKETCH]:
                holders[shingle].append(article)
        for names in holders.values():
            for name in names[1:] if len(names) <= CROWD else ():
                if self.of(name) == self.of(names[0]):
                    continue
                if are_copies(shingles[names[0]], shingles[name]):
                    self._sets.join(names[0], name)


def wording(text: str) -> tuple[str, ...]:
    """Return a text's words without its figures and byline; empty where they are too few."""
    words = tuple(_WORD.findall(without_byline(text).casefold()))
    return words if len(words) >= SAME_WORDS else ()


def independent(claims: Iterable[Claim], texts: Texts) -> dict[str, set[str]]:
    """Return the articles of the claims by the text that they share, or a sentence of it."""
    sets = Sets()
    first: dict[tuple[str, ...], str] = {}
    claims = list(claims)
    for claim in claims:
        text, words = texts.of(claim.document), wording(claim.sentence)
        if words:
            sets.join(text, first.setdefault(words, text))
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        found[sets.of(texts.of(claim.document))].add(claim.document)
    return found
