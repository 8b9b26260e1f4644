"""How far a clause commits to what it says, and who says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.extract.clauses.verbs import VerbGroup
from factcheck.extract.clauses.words import Word
from factcheck.lang.clauses import clause_words
from factcheck.lang.measure import is_word
from factcheck.model import Modality
from factcheck.tables.modality import ModalityRow
from factcheck.vocab.modality import modality_words


@dataclass(frozen=True, slots=True)
class Commitment:
    """Modality, whether a governing verb negates, and who says so."""

    modality: Modality = Modality.ACTUAL
    negates: bool = False
    attribution: str = ""


def commitment(
    text: str,
    group: VerbGroup,
    governing: Sequence[str],
    attribution: str,
    language: str,
    conditional: bool = False,
) -> Commitment:
    """Return how surely a clause speaks.

    `text` is the clause; `governing` the infinitives of the verbs over it, nearest first;
    `attribution` who is named as its source, or "".
    """
    words = modality_words(language)
    over = (*group.control, *(v for v in governing if not _counts_past(v, group, language)))
    rows = [table[v] for v in over for table in (words.control, words.nouns) if v in table]
    negates = sum(row.negates for row in rows) % 2 == 1
    told = bool(attribution) or any(row.modality == "reported" for row in rows)
    modal = _modal_row(group, language, shifted=told and not conditional)
    found = [modal, _adverb_row(text, language), *rows]
    modality = _weakest([row for row in found if row], group)
    if conditional and modality in (Modality.ACTUAL, Modality.REPORTED):
        modality = Modality.POSSIBLE
    if modality is Modality.ACTUAL and (group.subjunctive or attribution):
        modality = Modality.REPORTED
    if modality is Modality.ACTUAL and group.tense == "future":
        modality = Modality.ANNOUNCED
    return Commitment(modality, negates, attribution)


_FROM_WEAKEST = (
    Modality.DENIED,
    Modality.POSSIBLE,
    Modality.NEGOTIATED,
    Modality.FORECAST,
    Modality.ANNOUNCED,
    Modality.REPORTED,
)


def _weakest(rows: Sequence[ModalityRow], group: VerbGroup) -> Modality:
    """The least committed marker wins: "will say that it may" is possible."""
    stated = {row.modality for row in rows}
    return next((m for m in _FROM_WEAKEST if m.value in stated), Modality.ACTUAL)


def _counts_past(verb: str, group: VerbGroup, language: str) -> bool:
    """Say whether a verb of guessing is over what is past: "police estimated that 300 came"."""
    return group.tense == "past" and not group.modal and is_word("counts", verb, language)


def _modal_row(group: VerbGroup, language: str, *, shifted: bool) -> ModalityRow | None:
    """ "soll verloren haben" reports the past; "soll übernehmen" announces.

    In what somebody said (`shifted`), "would" stands for "will".
    """
    row = modality_words(language).modal.get(group.modal)
    if shifted and clause_words(language).has("backshift", group.modal):
        return _ANNOUNCED
    if row is not None and group.perfect and row.modality == "announced":
        return _REPORTED
    return row


_REPORTED = ModalityRow("reported", "reported")
_ANNOUNCED = ModalityRow("announced", "announced")


def _adverb_row(text: str, language: str) -> ModalityRow | None:
    words = modality_words(language)
    found = words.adverb_pattern.search(text.lower())
    return words.adverbs[found.group()] if found else None


@cache
def _source_pattern(language: str) -> re.Pattern[str]:
    return re.compile(_SOURCES[language])


# The name behind or before the words that mark a source; the name's length is bounded.
_STOP = (
    r"hat|habe|haben|ist|sei|sind|soll|sollen|will|wird|wurde|wurden|verhandelt|plant|has|is|was"
    r"|will|had|have|are"
)
_NAME = rf"[^\s,;:.()]+(?:\s(?!(?:{_STOP})\b)[^\s,;:.()]+){{0,4}}?"
# In German a name's nouns are capitalised: a lower-case word that joins none ends it.
_JOINS = r"der|des|dem|den|die|das|von|vom|für|und|am|im|in|an|bei|zu|zur|zum"
_NAME_DE = (
    rf"(?:[a-zäöüß][^\s,;:.()]*\s){{0,3}}?[^\sa-zäöüß,;:.()][^\s,;:.()]*"
    rf"(?:\s(?!(?:{_STOP})\b)[^\s,;:.()]+){{0,4}}?"
)
_END_DE = rf"(?=\s(?!(?:{_JOINS})\b)[a-zäöüß\d]|\s(?:{_JOINS})\s(?:\w+\s)?\d|[,;:.()]|$)"
_TOLD = (
    r"Angaben?|Aussagen?|Informationen|Auskunft|Darstellung|Einschätzung|Schätzung(?:en)?"
    r"|Berechnung(?:en)?|Zählung(?:en)?|Worten|Erkenntnissen|Ansicht|Meinung|Überzeugung"
)
# "Gouverneur der ukrainischen Region": capitalised words, and what joins two of them
_BEFORE_DE = (
    rf"\b[A-ZÄÖÜ][^\s,;:.()]*"
    rf"(?:\s(?:(?:{_JOINS})\s)?(?:[a-zäöüß]{{3,}}e[nrms]\s)?[A-ZÄÖÜ][^\s,;:.()]*){{0,3}}"
)
_SAID = r"berichtet\w*|meldet\w*|schreibt|schrieb|mitteilte|mitteilt|sagte|erklärte"
_END = rf"(?=\s(?:{_STOP})\b|[,;:.()]|$)"
_SOURCES = {
    "de": (
        rf"\b[Ll]aut\s(?P<name>{_NAME_DE}){_END_DE}"
        rf"|\b[Nn]ach (?:{_TOLD})"
        rf" (?:von|der|des)\s(?P<data>{_NAME_DE}){_END_DE}"
        rf"|\b[Nn]ach\s(?P<told>[A-ZÄÖÜ][^\W\d_]{{2,20}}?)(?:s|n)?angaben\b"
        rf"|\b[Ww]ie\s(?P<how>{_NAME_DE})\s(?:{_SAID})\b"
        rf"|,\s(?:so|sagte|erklärte|teilte)\s(?P<so>{_NAME_DE})(?:\smit)?(?=[,;.]|$)"
        rf"|(?P<before>{_BEFORE_DE})\szufolge\b"
    ),
    "en": (
        rf"\b[Aa]ccording to\s(?P<name>{_NAME}){_END}"
        rf"|,\s(?P<before>{_NAME})\s(?:said|says|reported|reports)\b"
    ),
}


def source(text: str, language: str) -> str:
    """Return who a clause names as its source ("laut Bloomberg"); "" for unnamed reports."""
    found = _source_pattern(language).search(text)
    if not found:
        return ""
    name = next((group for group in found.groups() if group), "").strip()
    return "" if clause_words(language).has("anonymous", name.lower()) else name


def negators(words: Sequence[Word], language: str) -> int:
    """Return how many words deny the clause; "nicht nur" and the like deny nothing."""
    rules = clause_words(language)
    negation = rules.sets["negation"]
    count = sum(word.lower in negation for word in words)
    if not count:
        return 0
    text = " ".join(word.lower for word in words)
    spared = sum(text.count(phrase) for phrase in rules.sets["not_negating"])
    return max(0, count - spared)
