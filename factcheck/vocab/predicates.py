"""Predicate, operator and role words of one language as lookups, made once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from factcheck.tables.predicates import (
    PredicateRow,
    RoleRow,
    operator_rows,
    predicate_rows,
    role_rows,
)

_KEPT = 20_000  # ends of phrases


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One way to say a family's state with a verb."""

    family: str
    state: str
    verb: str  # infinitive; an English particle verb in full ("take over")
    reflexive: bool = False
    preposition: str = ""
    noun: str = ""  # lower case; must stand in the clause
    swap: bool = False


@dataclass(frozen=True, slots=True)
class NounForm:
    """A noun that names a relation or a deed."""

    family: str
    state: str  # of a deed; "holds" or "ends" for a thing that stands for the relation
    deed: bool = False
    doer_genitive: bool = False  # "Rücktritt des Ministers"


@dataclass(frozen=True, slots=True)
class Operator:
    """What a verb does to the relation that its noun names."""

    state: str
    kind: str  # verbs, grants, intransitive
    preposition: str = ""
    reflexive: bool = False


@dataclass(frozen=True, eq=False)
class PredicateWords:
    """Lookups of one language; keys are lower case. Each is equal to itself only."""

    language: str
    verbs: Mapping[str, tuple[VerbForm, ...]]
    adjectives: Mapping[str, tuple[VerbForm, ...]]
    phrases: Mapping[str, tuple[tuple[str, tuple[VerbForm, ...]], ...]]  # verb -> its set phrases
    nouns: Mapping[str, tuple[NounForm, ...]]
    operators: Mapping[str, tuple[Operator, ...]]
    operator_nouns: Mapping[str, str]
    roles: Mapping[str, RoleRow]

    def noun_forms(self, head: str) -> tuple[NounForm, ...]:
        """Return what a noun phrase's last words name; German compounds count by their end."""
        return _noun_forms_of(self, head)

    def operator_noun(self, head: str) -> str:
        """Return the state that a noun gives to what stands under it, or ""."""
        return _operator_noun_of(self, head)

    def role(self, head: str) -> RoleRow | None:
        """Return the role that a noun names, or None."""
        return _role_of(self, head)


@lru_cache(maxsize=_KEPT)
def _noun_forms_of(words: PredicateWords, head: str) -> tuple[NounForm, ...]:
    return lookup(head, words.nouns, words.language) or ()


@lru_cache(maxsize=_KEPT)
def _operator_noun_of(words: PredicateWords, head: str) -> str:
    return lookup(head, words.operator_nouns, words.language) or ""


@lru_cache(maxsize=_KEPT)
def _role_of(words: PredicateWords, head: str) -> RoleRow | None:
    row = lookup(head, words.roles, words.language)
    if row is None or not row.whole:
        return row
    return row if _plain(head) in _lowered(row.words(words.language)) else None


def _plain(head: str) -> str:
    """Return a phrase's last word without what a hyphen joins to it ("Ex-Frau")."""
    return head.split()[-1].rpartition("-")[2]


@cache
def _lowered(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


_SHORTEST_TAIL = 4
_Value = TypeVar("_Value")


def lookup(words: str, table: Mapping[str, _Value], language: str) -> _Value | None:
    """Find the longest end of some lower-case words that the table knows."""
    parts = words.split()
    for count in range(min(4, len(parts)), 0, -1):
        joined = " ".join(parts[-count:])
        found = table.get(joined)
        if found is not None:
            return found
        if count == 1 and language == "de":
            return _compound(joined, table)
    return None


def _compound(word: str, table: Mapping[str, _Value]) -> _Value | None:
    for start in range(1, len(word) - _SHORTEST_TAIL + 1):
        found = table.get(word[start:])
        if found is not None:
            return found
    return None


@cache
def predicate_words(language: str) -> PredicateWords:
    """Return the predicate words of a language."""
    forms = [form for row in predicate_rows().values() for form in _verb_forms(row, language)]
    adjectives = [form for form in forms if form.verb.endswith("ed") or _adjective(form, language)]
    return PredicateWords(
        language=language,
        verbs=_grouped((form.verb, form) for form in forms),
        adjectives=_grouped((form.verb, form) for form in adjectives),
        phrases=_phrases(forms, language),
        nouns=_grouped(
            pair for row in predicate_rows().values() for pair in _noun_forms(row, language)
        ),
        operators=_grouped(_operators(language)),
        operator_nouns={
            word.lower(): row.id
            for row in operator_rows().values()
            for word in row.nouns.get(language, ())
        },
        roles=_role_words(language),
    )


def _adjective(form: VerbForm, language: str) -> bool:
    """German infinitives end in -n; "ansässig", "beteiligt" do not."""
    return language == "de" and not form.verb.endswith("n")


def _phrases(
    forms: Iterable[VerbForm], language: str
) -> dict[str, tuple[tuple[str, tuple[VerbForm, ...]], ...]]:
    """Verbs with a fixed phrase: "auf den Markt bringen", "go public"."""
    found: list[tuple[str, tuple[str, tuple[VerbForm, ...]]]] = []
    for form in forms:
        if " " not in form.verb:
            continue
        first, _, rest = form.verb.partition(" ")
        before, _, last = form.verb.rpartition(" ")
        verb, phrase = (first, rest) if language == "en" else (last, before)
        found.append((verb, (phrase.lower(), (form,))))
    return _grouped(found)


def _verb_forms(row: PredicateRow, language: str) -> Iterable[VerbForm]:
    for state, forms in row.verbs.get(language, {}).items():
        for form in forms:
            yield parse_form(row.id, state, form, language)


_DE_PREPOSITIONS = frozenset(
    [
        "mit",
        "von",
        "an",
        "auf",
        "aus",
        "bei",
        "für",
        "gegen",
        "in",
        "nach",
        "zu",
        "über",
        "hinter",
        "vor",
        "durch",
        "um",
        "unter",
    ]
)
_EN_PREPOSITIONS = frozenset(
    ["with", "from", "on", "upon", "to", "of", "in", "into", "at", "for", "against", "as"]
)


def parse_form(family: str, state: str, form: str, language: str) -> VerbForm:
    """Read a form of the table: "[sich] VERB [PREPOSITION] [+NOUN] [<]"."""
    words = form.split()
    swap = "<" in words
    noun = " ".join(word[1:] for word in words if word.startswith("+")).lower()
    words = [word for word in words if word != "<" and not word.startswith("+")]
    reflexive = words[0] == "sich"
    words = words[1:] if reflexive else words
    known = _EN_PREPOSITIONS if language == "en" else _DE_PREPOSITIONS
    has_preposition = len(words) > 1 and words[-1] in known
    verb = " ".join(words[:-1] if has_preposition else words)
    preposition = words[-1] if has_preposition else ""
    return VerbForm(family, state, verb, reflexive, preposition, noun, swap)


def _noun_forms(row: PredicateRow, language: str) -> Iterable[tuple[str, NounForm]]:
    for word in row.nouns.get(language, ()):
        yield word.lower(), NounForm(row.id, "holds")
    for word in row.against.get(language, ()):
        yield word.lower(), NounForm(row.id, "ends")
    for state, words in row.events.get(language, {}).items():
        for word in words:
            bare = word.removesuffix(" ^").lower()
            yield bare, NounForm(row.id, state, deed=True, doer_genitive=word.endswith("^"))


def _operators(language: str) -> Iterable[tuple[str, Operator]]:
    known = _EN_PREPOSITIONS if language == "en" else _DE_PREPOSITIONS
    for row in operator_rows().values():
        for kind, words in (
            ("verbs", row.verbs),
            ("grants", row.grants),
            ("intransitive", row.intransitive),
        ):
            for form in words.get(language, ()):
                parts = form.split()
                reflexive = parts[0] == "sich"
                parts = parts[1:] if reflexive else parts
                governed = len(parts) > 1 and language == "de" and parts[-1] in known
                verb = " ".join(parts[:-1] if governed else parts)
                yield verb, Operator(row.id, kind, parts[-1] if governed else "", reflexive)


def _role_words(language: str) -> dict[str, RoleRow]:
    return {word.lower(): row for row in role_rows().values() for word in row.words(language)}


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    grouped: dict[str, list[_Value]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in grouped.items()}
