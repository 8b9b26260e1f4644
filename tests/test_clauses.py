"""Clauses: the examples of specs/clauses, then what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_cases import clause_rows, context_of
from factcheck.extract.clauses import analyse
from factcheck.model import Modality


def _shown(clause, key):
    value = getattr(clause, key)
    if key == "objects":
        return [phrase.text for phrase in value]
    if key in ("subject", "recipient", "agent"):
        return value.text if value else None
    return value.value if isinstance(value, Modality) else value


@pytest.mark.parametrize(
    ("language", "row"),
    clause_rows(),
    ids=lambda v: v if isinstance(v, str) else f"{v['text']}#{v.get('clause', 0)}",
)
def test_example(language, row):
    clauses = analyse(context_of(row["text"], language))
    clause = clauses[row.get("clause", 0)]
    wanted = {key: value for key, value in row.items() if key not in ("text", "clause")}
    assert {key: _shown(clause, key) for key in wanted} == wanted


WORDS = st.sampled_from(
    [
        "Siemens",
        "Bosch",
        "und",
        ",",
        ".",
        ":",
        "–",
        "(",
        ")",
        "die",
        "der",
        "den",
        "nicht",
        "hat",
        "wird",
        "gekauft",
        "verkauft",
        "dass",
        "weil",
        "will",
        "zu",
        "kaufen",
        "ab",
        "an",
        "“",
        "„",
        "12",
        "%",
        "which",
        "the",
        "to",
        "buy",
        "has",
        "sold",
        "by",
        "not",
        "and",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=14), st.sampled_from(["de", "en"]))
def test_any_words(words, language):
    """Whatever the words: offsets lie inside, phrases are the text's own, nothing breaks."""
    text = " ".join(words)
    for clause in analyse(context_of(text, language)):
        assert 0 <= clause.start <= clause.end <= len(text)
        phrases = [*clause.objects, *(phrase for _, phrase in clause.adjuncts)]
        phrases += [p for p in (clause.subject, clause.recipient, clause.agent) if p]
        assert all(text[p.start : p.end] == p.text for p in phrases)
