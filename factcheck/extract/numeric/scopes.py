"""What narrows a metric: the front of its compound, or what a rate is per."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.numeric.measured import Measured
from factcheck.lang.measure import is_word
from factcheck.tables.metrics import metrics
from factcheck.vocab.metrics import MetricMention

_FULL_WORD = re.compile(r"\w+")


def rate_scope(text: str, mentions: Sequence[MetricMention], language: str) -> str:
    """Return what narrows the word that a rate is per: "je Vorzugsaktie"."""
    bases = (scope_of(m, language) for m in mentions if is_rate_base(text, m, language))
    return next((scope for scope in bases if scope), "")


def narrowed(measured: Measured, scope: str) -> Measured:
    """Return a rate with the scope of what it is per."""
    row = metrics().get(measured.metric)
    fits = scope and row is not None and row.per and not measured.scope
    return replace(measured, scope=scope) if fits else measured


def is_rate_base(text: str, mention: MetricMention, language: str) -> bool:
    """Say whether the word is what a rate is per: "je Aktie", "per share"."""
    before = _FULL_WORD.findall(text[max(0, mention.start - 8) : mention.start])
    return bool(before) and is_word("per", before[-1].lower(), language)


def scope_of(mention: MetricMention, language: str) -> str:
    """Return what a compound narrows its metric to: "Cloud" of "Cloud-Umsatz"."""
    parts = mention.modifier.replace("’", "-").split("-")
    return " ".join(
        part
        for part in parts
        if part
        and not is_word("neutral", part.rstrip("s"), language)
        and not is_word("neutral", part, language)
    )
