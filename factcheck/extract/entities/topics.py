"""What an article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from factcheck.extract.entities.hits import find_hits
from factcheck.model import Document, EntityMention, Sentence, SentenceKind
from factcheck.vocab.entities import Lexicon, lexicon

_TOPICAL = frozenset({"company", "institution", "person", "party", "club"})
_TITLE_WEIGHT = 3
_FIRST_WEIGHT = 2  # the first sentence that names anyone
_STAND_INS = frozenset({"pronoun", "epithet"})


def topic(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Sequence[EntityMention]]
) -> EntityMention | None:
    """Return the first mention of what the article is about, or None when it names nobody.

    That is the company, institution, party, club or person that the whole page names most (its
    navigation too, which names the page's subject), a mention in the title counting threefold
    and the first one twofold; companies go before all others.
    """
    return main_entity(document, sentences, mentions)


def main_entity(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Sequence[EntityMention]]
) -> EntityMention | None:
    """Return the first mention of the article's main entity; see `topic`."""
    counts: Counter[str] = Counter()
    first: dict[str, EntityMention] = {}
    for sentence, found in zip(sentences, mentions, strict=True):
        for mention in found:
            if mention.entity.kind in _TOPICAL and mention.how not in _STAND_INS:
                counts[mention.entity.id] += _weight(sentence, not first)
                first.setdefault(mention.entity.id, mention)
    counts.update(_on_page(document, first))
    companies = [key for key in first if first[key].entity.kind == "company"]
    best = max(companies or first, key=lambda key: counts[key], default=None)
    return first[best] if best is not None else None


def _weight(sentence: Sentence, is_first: bool) -> int:
    if sentence.kind is SentenceKind.TITLE:
        return _TITLE_WEIGHT
    return _FIRST_WEIGHT if is_first else 1


def _on_page(document: Document, known: dict[str, EntityMention]) -> Counter[str]:
    counts = _named_in(document.text[document.body_start :], lexicon(document.language))
    return Counter({entity: count for entity, count in counts.items() if entity in known})


@lru_cache(maxsize=1)  # an article asks twice: before its pronouns are understood, and after
def _named_in(text: str, words: Lexicon) -> Counter[str]:
    return Counter(hit.name.entity for hit in find_hits(text, words))
