"""What an article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.model import Document, EntityMention, Sentence, SentenceKind

_TOPICAL = ("company", "institution", "person", "party", "club", "unknown")
_TITLE_WEIGHT = 3


def topic(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Sequence[EntityMention]]
) -> EntityMention | None:
    """Return the first mention of what the article is about, or None when nothing stands out.

    That is the company, institution, party, club or person named most, a mention in the title
    counting threefold; companies go before all others.
    """
    counts: Counter[str] = Counter()
    first: dict[str, EntityMention] = {}
    for sentence, found in zip(sentences, mentions, strict=True):
        weight = _TITLE_WEIGHT if sentence.kind is SentenceKind.TITLE else 1
        for mention in found:
            if mention.entity.kind in _TOPICAL and mention.how != "text":
                first.setdefault(mention.entity.id, mention)
                counts[mention.entity.id] += weight
    companies = [key for key in counts if first[key].entity.kind == "company"]
    best = max(companies or counts, key=lambda key: counts[key], default=None)
    return first[best] if best is not None else None
