"""Tagged words sorted into the few classes that the clause rules speak of."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import NamedTuple

from factcheck.extract.context import SentenceContext
from factcheck.extract.tagging import infinitive
from factcheck.lang.clauses import ClauseWords, clause_words
from factcheck.model import EntityMention, Token
from factcheck.vocab.metrics import metric_verbs
from factcheck.vocab.predicates import predicate_words

VERBAL = frozenset({"fin", "inf", "pp", "izu", "ger"})
QUOTES = frozenset("\"'„“”»«‚‘’›‹`")


class Word(NamedTuple):
    """A token, its class, and the entity that it is part of."""

    token: Token
    kind: str  # noun, pron, det, adj, adv, num, prep, post, conj, sub, rel, fin, inf, pp, ...
    lower: str
    aux: str = ""  # have, be, become, do, modal; "" for a full verb
    mention: EntityMention | None = None
    temporal: bool = False
    cut: str = ""  # the mark that stands before it

    @property
    def start(self) -> int:
        """Return where the word starts in the sentence."""
        return self.token.start

    @property
    def end(self) -> int:
        """Return where the word ends in the sentence."""
        return self.token.end


def classify(context: SentenceContext) -> list[Word]:
    """Return the sentence's words; quotation marks are left out, as they split nothing."""
    rules = clause_words(context.sentence.language)
    mentions = {
        position: mention
        for mention in context.entities
        for position in range(mention.start, mention.end)
    }
    temporal = {
        position for period in context.periods for position in range(period.start, period.end)
    }
    text = context.text
    words = [
        _word(token, rules, mentions.get(token.start), token.start in temporal)
        for token in context.tokens
        if not _parts_nothing(text, token)
    ]
    return _repaired(words, rules)


def _parts_nothing(text: str, token: Token) -> bool:
    """Say whether a token is a mark that neither says nor parts anything."""
    if token.text == ".":
        return _initial_dot(text, token)
    return token.text in QUOTES or (token.text == "-" and _inner_hyphen(text, token))


def _initial_dot(text: str, token: Token) -> bool:
    """The dot of "George W. Bush" ends nothing."""
    before = text[max(0, token.start - 2) : token.start]
    return len(before) == 2 and before[0] == " " and before[1].isupper()


def _inner_hyphen(text: str, token: Token) -> bool:
    """The hyphen of '"Nova"-Modelle' joins, it does not part."""
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    return not before.isspace() and not after.isspace()


def _word(token: Token, rules: ClauseWords, mention: EntityMention | None, temporal: bool) -> Word:
    lower = token.text.lower()
    kind = rules.kind_of_tag(token.tag)
    if kind != "particle":
        kind = rules.maps["kinds"].get(lower, kind)
    if kind in ("num", "other") and any(map(str.isdigit, lower)) and any(map(str.isalpha, lower)):
        kind = "noun"  # "Z3", "A380"
    if mention and mention.how != "pronoun" and kind not in ("det", "punct", "poss"):
        kind = "noun"
    aux = ""
    if kind in VERBAL:
        lemma = token.lemma.lower()
        aux = rules.maps["auxiliary"].get(lemma, "")
        if rules.has("modal", lemma) or token.tag.startswith("VM"):
            aux = "modal"
    return Word(token, kind, lower, aux, mention, temporal)


def _repaired(words: list[Word], rules: ClauseWords) -> list[Word]:
    if rules.language == "en":
        return _repair_english(words)
    return _repair_german(words, rules)


def _repair_german(words: list[Word], rules: ClauseWords) -> list[Word]:
    """A capitalised verb inside a sentence is a noun; a clause ends in no preposition."""
    fixed: list[Word] = []
    for index, word in enumerate(words):
        after = words[index + 1].kind if index + 1 < len(words) else "punct"
        capital = word.token.text[:1].isupper() and index > 0 and words[index - 1].kind != "punct"
        if word.kind in ("inf", "fin", "adv") and capital and len(word.token.text) > 1:
            fixed.append(_as(word, "noun"))
        elif (word.kind == "fin" and (verb := _hidden_participle(word))) or (
            verb := _perfect_of(word, fixed, after)
        ):
            fixed.append(Word(replace(word.token, lemma=verb), "pp", word.lower))
        elif word.kind == "rel" and rules.has("definite", word.lower) and _no_clause(words, index):
            fixed.append(_as(word, "det"))
        elif word.kind == "fin" and after == "noun" and _attribute(fixed):
            fixed.append(_as(word, "adj"))
        elif word.kind == "prep" and after == "punct" and rules.has("particles", word.lower):
            fixed.append(_as(word, "particle"))
        else:
            fixed.append(word)
    return fixed


def _no_clause(words: list[Word], index: int) -> bool:
    """Say whether no verb but a noun comes before the next mark: "X, dem späteren Chef, ..."."""
    if index == 0 or words[index - 1].kind != "punct":
        return False
    behind = list(itertools.takewhile(lambda word: word.kind != "punct", words[index + 1 :]))
    kinds = [word.kind for word in behind]
    return "noun" in kinds and kinds[0] in ("adj", "adv", "noun") and not VERBAL & set(kinds)


def _hidden_participle(word: Word) -> str:
    """Return the infinitive of a participle that the tagger does not know ("gekeult"), or ""."""
    lemma = word.token.lemma.lower() if word.kind == "fin" else ""
    stem = lemma.removeprefix("ge")
    unknown = stem != lemma and word.lower.endswith("t") and lemma not in metric_verbs("de")
    return stem if unknown and stem in metric_verbs("de") else ""


def _perfect_of(word: Word, before: list[Word], after: str) -> str:
    """Return the verb of a participle taken for an adjective ("hat die Kuppel vollendet"), or "".

    Only where it closes what "haben" or "werden" opened and no other verb has come.
    """
    if word.token.tag != "ADJ(D)" or after != "punct" or len(word.lower) < _PARTICIPLE:
        return ""
    inside = itertools.takewhile(lambda w: w.kind != "punct", reversed(before))
    verbs = [w.aux for w in inside if w.kind in VERBAL]
    if verbs not in (["have"], ["become"]):
        return ""
    verb = infinitive(word.lower, "de")
    return verb if verb != word.lower else ""


_PARTICIPLE = 8  # letters; "recht" and "bekannt" are none


def _attribute(before: list[Word]) -> bool:
    """Say whether an article and a preposition wait for their noun ("den mit 5 Euro ...")."""
    kinds = [word.kind for word in before[-_ATTRIBUTE:]]
    opens = any(pair == ("det", "prep") for pair in itertools.pairwise(kinds))
    return opens and kinds[-1] in ("noun", "num", "adv") and "fin" not in kinds[-3:]


_ATTRIBUTE = 8


def _repair_english(words: list[Word]) -> list[Word]:
    """ "that" is sorted by place; a sentence without a verb may hide it in a noun ("supports")."""
    fixed: list[Word] = []
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        if word.kind == "that":
            opens = after is not None and after.kind in ("fin", "adv") and after.lower != "is"
            relative = opens and bool(fixed) and fixed[-1].kind == "noun"
            fixed.append(_as(word, "rel" if relative else "sub"))
        elif word.lower == "than" and after is not None and _opens_amount(after):
            fixed.append(_as(word, "adv"))  # "more than 300" is one amount and opens no clause
        elif fixed and fixed[-1].aux == "have" and word.kind in ("noun", "adj"):
            verb, _ = _known_verb(word.lower)
            token = replace(word.token, lemma=verb, tag="VVN")
            fixed.append(Word(token, "pp", word.lower) if verb else word)
        else:
            fixed.append(word)
    return fixed if any(word.kind in VERBAL for word in fixed) else _hidden_verb(fixed)


def _opens_amount(word: Word) -> bool:
    return word.token.tag == "CRD" or word.lower[:1] in "$£€¥"


def _hidden_verb(words: list[Word]) -> list[Word]:
    """Take the first lower-case noun or adjective that the tables know as a verb for one."""
    for index, word in enumerate(words[1:], 1):
        if word.kind not in ("noun", "adj") or not word.token.text.islower():
            continue
        verb, tag = _known_verb(word.lower)
        if verb and words[index - 1].kind == "noun":
            token = replace(word.token, lemma=verb, tag=tag)
            return [*words[:index], Word(token, "fin", word.lower), *words[index + 1 :]]
    return words


def _known_verb(form: str) -> tuple[str, str]:
    """Return infinitive and tag of a finite form ("supports", "approved", "left")."""
    known = predicate_words("en").verbs.keys() | metric_verbs("en")
    irregular = clause_words("en").maps["ablaut"].get(form, "")
    if irregular in known:
        return irregular, "VVD"
    for ending, tag in (("s", "VVZ"), ("es", "VVZ"), ("ed", "VVD"), ("d", "VVD")):
        stem = form.removesuffix(ending)
        if stem != form and stem in known:
            return stem, tag
    return "", ""


def _as(word: Word, kind: str) -> Word:
    return Word(word.token, kind, word.lower, "", word.mention, word.temporal)
