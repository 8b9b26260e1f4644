"""Which entity a phrase stands for, and what else it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.relational.pronouns import antecedent
from factcheck.lang.clauses import clause_words
from factcheck.model import Entity, EntityMention, Token
from factcheck.vocab.predicates import predicate_words
from factcheck.vocab.things import is_common_noun, thing


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a relation: who, what kind of thing, and who else is named with it."""

    entity: Entity | None = None
    text: str = ""
    thing: str = ""
    others: tuple[Entity, ...] = ()
    phrase: Phrase | None = None

    @property
    def known(self) -> bool:
        """Say whether anything is known about the side."""
        return self.entity is not None


def word_set(context: SentenceContext, row: str) -> frozenset[str]:
    """Return a row of the sentence's language's clauses.toml."""
    return clause_words(context.sentence.language).sets[row]


def names(context: SentenceContext, start: int, end: int) -> list[EntityMention]:
    """Return the mentions inside a span of the sentence, in order."""
    return [m for m in context.entities if start <= m.start and m.end <= end]


def extent(context: SentenceContext, clause: Clause, phrase: Phrase) -> list[tuple[str, Phrase]]:
    """Return the phrases that hang on a phrase, nearest first ("von Metro", "durch EPH")."""
    key = ("extent", id(clause), id(phrase))
    if key not in context.answers:
        context.answers[key] = _extent(context, clause, phrase), clause, phrase
    found: list[tuple[str, Phrase]] = context.answers[key][0]
    return found


def _extent(context: SentenceContext, clause: Clause, phrase: Phrase) -> list[tuple[str, Phrase]]:
    found: list[tuple[str, Phrase]] = []
    text, end = context.text, phrase.end
    adjuncts = clause.adjuncts
    if not clause.start <= phrase.start < clause.end:  # a subject shared with another clause
        adjuncts = tuple(pair for other in context.clauses for pair in other.adjuncts)
    for link, other in sorted(adjuncts, key=lambda pair: pair[1].start):
        if other.start < end:
            continue
        if other == clause.agent:
            break  # who did it hangs on the verb
        between = text[end : other.start].strip(" \"'„“”»«").lower()
        joined = link == "und" and between in word_set(context, "and")
        if not joined and not _adjacent(between, link, word_set(context, "before_link")):
            break
        found.append((link, other))
        end = other.end
    return found


def _adjacent(between: str, link: str, small: frozenset[str]) -> bool:
    """Say whether only the link itself stands between two phrases ("bis zu", ", ")."""
    if link == "app":
        return between in (",", "(", "–", "-", "—")
    words = between.split()
    return not words or words == [link] or (len(words) == 2 and words[0] in small)


def party(context: SentenceContext, clause: Clause, phrase: Phrase | None) -> Party:
    """Return the side that a phrase names; empty when it names nobody."""
    if phrase is None:
        return Party()
    key = ("party", id(clause), id(phrase))
    if key not in context.answers:
        context.answers[key] = _party(context, clause, phrase), clause, phrase
    found: Party = context.answers[key][0]
    return found


def _party(context: SentenceContext, clause: Clause, phrase: Phrase) -> Party:
    those = _those_meant(context, clause, phrase)
    if those is not None:
        return party(context, clause, those)
    if is_measure(context, phrase):
        return Party()
    language = context.sentence.language
    if _stands_for_thing(context, clause, phrase):
        meant = antecedent(context, clause, phrase)
        return party(*meant) if meant is not None else Party()
    if phrase.entity is not None and _covers_head(phrase):
        whole = _plain_name(context, phrase)
        entity = phrase.entity.entity
        return _named(context, clause, phrase, entity if entity.resolved or not whole else whole)
    name = _title_in_quotes(context, phrase) or _plain_name(context, phrase)
    name = name or _trailing_name(context, phrase)
    if name is not None:
        return Party(name, phrase.text, "", _joined_names(context, clause, phrase), phrase)
    return _described(context, clause, phrase, language)


def _stands_for_thing(context: SentenceContext, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a pronoun names nobody, or would name the one who does it to himself."""
    if phrase.text.lower() not in word_set(context, "pronouns"):
        return False
    doer = clause.subject
    if phrase.entity is None or doer is None or phrase is doer or doer.entity is None:
        return phrase.entity is None
    return phrase.entity.entity == doer.entity.entity


_HALF = 50.0  # percent; most of them speak for all


def _those_meant(context: SentenceContext, clause: Clause, phrase: Phrase) -> Phrase | None:
    """Who is counted: "keiner der Passagiere", "62 Prozent der Wähler"."""
    shares = [
        q.quantity for q in context.quantities if q.start < phrase.end and q.end > phrase.start
    ]
    most = any(q.dimension == "percent" and (q.value or 0.0) > _HALF for q in shares)
    if not most and phrase.text.lower() not in word_set(context, "quantifiers"):
        return None
    links = word_set(context, "whose")
    return next((p for link, p in extent(context, clause, phrase)[:1] if link in links), None)


def is_measure(context: SentenceContext, phrase: Phrase) -> bool:
    """An amount or a time is no party ("10 Milliarden Dollar", "im letzten Quartal")."""
    amounts = [q for q in context.quantities if q.quantity.dimension != "count"]
    spans = [(mention.start, mention.end) for mention in amounts]
    times = [(mention.start, mention.end) for mention in context.periods]
    dated = (start for start, end in times if start < phrase.end <= end)
    if any(not _names_before(context, phrase, start) for start in dated):
        return True
    return any(start < phrase.end <= end for start, end in spans)


def _names_before(context: SentenceContext, phrase: Phrase, time: int) -> bool:
    """Say whether a noun stands before the time ("die Klimakonferenz 2031")."""
    kinds = clause_words(context.sentence.language).kind_of_tag
    return any(
        phrase.start <= token.start < time and kinds(token.tag) == "noun"
        for token in context.tokens
    )


def _plain_name(context: SentenceContext, phrase: Phrase) -> Entity | None:
    """Capitalised words and nothing else ("Anna Berg"): a name that no table knows."""
    text = bare(phrase.text)
    parts = text.split()
    if len(parts) == 1:
        return _lone_name(context, phrase)
    if len(parts) > 1 and _is_title(context, parts[0]):  # "König Anders", "Striker Tom Rey"
        parts = parts[1:]
        text = " ".join(parts)
    if not parts or not all(part[:1].isupper() for part in parts) or "-" in text:
        return None
    if any(m.entity.resolved for m in names(context, phrase.start, phrase.end)):
        return None
    if _begins_common(context, phrase, parts[0]):
        return None
    known = ":" not in thing(text, parts[-1], context.sentence.language)
    if known and not (len(parts) > 2 and _begins_as_name(context, phrase)):
        return None
    return Entity("text:" + " ".join(text.lower().split()), text, "unknown")


_QUOTED = re.compile(r"[„“»«\"”]([^„“”»«\"]{3,})[“”»«\"]?$")


def _title_in_quotes(context: SentenceContext, phrase: Phrase) -> Entity | None:
    """ "den Roman „Seeluft“": what stands in quotation marks behind a noun is its name."""
    marks = context.text[max(0, phrase.start - 1) : phrase.start]
    found = _QUOTED.search(f"{marks}{phrase.text}")
    if found is None or phrase.entity is not None:
        return None
    title = found.group(1).strip()
    return Entity("text:" + title.lower(), title, "unknown")


def _is_title(context: SentenceContext, word: str) -> bool:
    """Say whether the word stands for an office or is no name but a noun before one."""
    return predicate_words(context.sentence.language).roles.get(word.lower()) is not None


def _lone_name(context: SentenceContext, phrase: Phrase) -> Entity | None:
    """One word that reads as a name ("Debrecen"), be it one that ends as a noun does."""
    text = phrase.text
    proper = any(
        token.start == phrase.start and token.end == phrase.end and token.tag in _PROPER
        for token in context.tokens
    )
    if not proper or text.isupper() or is_common_noun(text, context.sentence.language):
        return None
    return Entity("text:" + text.lower(), text, "unknown")


def _begins_common(context: SentenceContext, phrase: Phrase, first: str) -> bool:
    """ "Gebirgsregionen Nepals" opens with a German noun, no name."""
    inside = [t for t in context.tokens if phrase.start <= t.start < phrase.end]
    return any(token.text == first and token.tag == "NN" for token in inside)


def _begins_as_name(context: SentenceContext, phrase: Phrase) -> bool:
    """ "Osama Bin Laden" is a name, though its last word is a noun too."""
    return any(t.start == phrase.start and t.tag in _PROPER for t in context.tokens)


def _trailing_name(context: SentenceContext, phrase: Phrase) -> Entity | None:
    """An unknown person behind a title: "US-Senator Ron Wyden", "Sein Nachfolger Peter Au"."""
    inside = [t for t in context.tokens if phrase.start <= t.start and t.end <= phrase.end]
    run: list[Token] = []
    for token in reversed(inside):
        if token.tag not in _PROPER or "-" in token.text:
            break
        run.insert(0, token)
    if not run or len(run) == len(inside) or names(context, run[0].start, run[-1].end):
        return None
    if len(run) == 1 and inside[-2].tag not in _COMMON:
        return None  # "das russische Rosneft" may be more than a name
    name = context.text[run[0].start : run[-1].end]
    kind = "person" if len(run) > 1 else "unknown"
    return Entity("text:" + " ".join(name.lower().split()), name, kind)


_COMMON = frozenset({"NN", "NN1", "NN2"})
_PROPER = frozenset({"NE", "NP0"})


def _covers_head(phrase: Phrase) -> bool:
    mention = phrase.entity
    if mention is None or mention.end < phrase.end - 1 or mention.how == "compound":
        return False
    return not _owned(phrase)


def _owned(phrase: Phrase) -> str:
    """Return the noun before a name in the genitive ("Präsident" of "der Präsident Perus")."""
    mention = phrase.entity
    if mention is None or mention.how != "genitive":
        return ""
    before = bare(phrase.text[: max(0, mention.start - phrase.start)]).strip()
    return before if before.rpartition(" ")[2][:1].isupper() else ""


def _named(context: SentenceContext, clause: Clause, phrase: Phrase, entity: Entity) -> Party:
    """A name; "both companies" and "Microsoft und OpenAI" name another with it."""
    same = [m.entity for m in names(context, phrase.start, phrase.end) if m.entity != entity]
    joined = _joined_names(context, clause, phrase)
    return Party(entity, phrase.text, "", tuple(dict.fromkeys([*same, *joined])), phrase)


def _joined_names(context: SentenceContext, clause: Clause, phrase: Phrase) -> tuple[Entity, ...]:
    """Who is named with it, by a table or not ("Kollmar und Brenk")."""
    found = []
    for _, other in _joined(context, clause, phrase):
        entity = other.entity.entity if other.entity else _plain_name(context, other)
        found += [entity] if entity is not None else []
    return tuple(found)


def _joined(
    context: SentenceContext, clause: Clause, phrase: Phrase
) -> Iterator[tuple[str, Phrase]]:
    for link, other in extent(context, clause, phrase):
        if link not in ("und", "app"):
            return
        if link == "und":
            yield link, other


def _described(context: SentenceContext, clause: Clause, phrase: Phrase, language: str) -> Party:
    """A common noun: the resolved entity that it hangs on, else the noun itself."""
    inner = names(context, phrase.start, phrase.end)
    hanging = extent(context, clause, phrase)
    beside = _named_beside(context, hanging)
    if beside is not None:
        return Party(beside, beside.name, "", (), phrase)
    hanging = hanging_on(context, clause, phrase)
    noun = _owned(phrase)
    outer = [
        mention
        for link, other in _belonging(context, phrase, hanging)
        for mention in names(context, other.start, other.end)
    ]
    kind = thing(noun or bare(phrase.text), noun.rpartition(" ")[2] or phrase.head, language)
    entities = list(dict.fromkeys(m.entity for m in (*inner, *outer)))
    whole = context.text[phrase.start : max([phrase.end, *(p.end for _, p in hanging)])]
    if not entities:
        owning = word_set(context, "owning")
        unknown = (_plain_name(context, p) for link, p in hanging if link in owning)
        entities = [entity for entity in unknown if entity is not None][:1]
    if entities:
        return Party(entities[0], whole, kind, tuple(entities[1:]), phrase)
    return Party(text_entity(bare(phrase.text), kind, language), whole, kind, (), phrase)


def hanging_on(
    context: SentenceContext, clause: Clause, phrase: Phrase
) -> list[tuple[str, Phrase]]:
    """What narrows a phrase: "dass die Wähler gegen X stimmten" leaves X to the verb."""
    hanging = extent(context, clause, phrase)
    hanging = list(takewhile(lambda pair: pair[0] != "app", hanging))
    if hanging and _leads(clause, phrase) and _verb_last(context, clause, hanging[-1][1].end):
        owning = word_set(context, "owning")
        hanging = list(takewhile(lambda pair: pair[0] in owning, hanging))
    return hanging


def _belonging(
    context: SentenceContext, phrase: Phrase, hanging: list[tuple[str, Phrase]]
) -> Iterator[tuple[str, Phrase]]:
    """What belongs to the noun: of a thing its owner and place, of a relation everybody in it.

    "verlor die Medaille an X", "schlug den Preis unter dem Druck von X aus": X hangs on the verb.
    """
    related = bool(predicate_words(context.sentence.language).noun_forms(phrase.head.lower()))
    loose = word_set(context, "hangs_on_verb")
    for link, other in hanging:
        if link in loose and not related:
            return
        yield link, other


def _leads(clause: Clause, phrase: Phrase) -> bool:
    """Say whether the phrase is the subject, or what hangs on it right behind."""
    subject = clause.subject
    if subject is None or phrase in (*clause.objects, clause.recipient):
        return False
    return subject.start <= phrase.start <= subject.end + 1


def _verb_last(context: SentenceContext, clause: Clause, behind: int) -> bool:
    """Say whether the verbs stand at the clause's end and none right behind the phrases.

    In "Der Bauer aus Kelheim muss ... abgeben" what stands before the modal hangs on the noun.
    """
    if clause.verb_start <= 0 or any(p.end > clause.verb_start for _, p in clause.adjuncts):
        return False
    following = next((t for t in context.tokens if t.start >= behind), None)
    if following is None or following.start >= clause.verb_start:
        return True
    return clause_words(context.sentence.language).kind_of_tag(following.tag) != "fin"


def _named_beside(context: SentenceContext, hanging: list[tuple[str, Phrase]]) -> Entity | None:
    """The name behind the comma of a description ("der Mutterkonzern, Ernslaw One,")."""
    links = [link for link, _ in hanging[:2]]
    if "app" not in links or (links[0] != "app" and links[0] not in word_set(context, "owning")):
        return None
    name = hanging[links.index("app")][1]
    if name.entity is not None and name.entity.start == name.start and _covers_head(name):
        return name.entity.entity
    return _plain_name(context, name)


_DETERMINER = re.compile(
    r"^(?:(?:der|die|das|den|dem|des|ein\w*|kein\w*|sein\w*|ihr\w*|dies\w*|the|an?|its|his|her|their"
    r"|this|no|alle\w*|all)\s)+",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return the words of a phrase without its determiners and quotation marks."""
    return _DETERMINER.sub("", text).strip(" \"'„“”»«")


def text_entity(text: str, kind: str, language: str) -> Entity | None:
    """Return an entity for words that nothing resolves; None when they say nothing."""
    words = bare(text)
    if not words or clause_words(language).has("pronouns", words.lower()):
        return None
    common = language == "de" or words.split()[-1][:1].islower()
    if kind and ":" not in kind and common and is_common_noun(words, language):
        return Entity(f"thing:{kind}", words, "thing")
    return Entity("text:" + " ".join(words.lower().split()), words, "unknown")


def possessive_subject(phrase: Phrase, language: str) -> bool:
    """Say whether the phrase opens with "its", "ihre": its owner is the clause's subject."""
    first = phrase.text.split(" ", 1)[0].lower().strip("\"'„“”")
    return clause_words(language).has("possessive", first)
