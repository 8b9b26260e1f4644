"""Who is what to whom: "X ist Chef von Y", "Y-Chef X", "X wird zum Präsidenten gewählt"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.relational.match import Match
from factcheck.extract.relational.parties import (
    Party,
    bare,
    extent,
    names,
    party,
    possessive_subject,
    text_entity,
    word_set,
)
from factcheck.extract.relational.verbal import fits
from factcheck.lang.clauses import clause_words
from factcheck.lang.entities import words_of
from factcheck.tables.predicates import RoleRow, predicate_rows, role_rows
from factcheck.vocab.predicates import PredicateWords
from factcheck.vocab.things import thing

OFFICE = "office"


def holders(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[Match]:
    """Yield the offices, kinships and ranks that the clause gives to somebody."""
    yield from _copula(context, clause, words)
    yield from _ranked(context, clause, words)
    yield from _appointed(context, clause, words)
    yield from _beside_name(context, clause, words)


def _copula(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[Match]:
    """ "X ist / wird / bleibt Chef von Y", "Der Chef von Y ist X"."""
    states = clause_words(words.language).maps["copula"]
    state = states.get(clause.verb)
    if state is None or clause.subject is None:
        return
    for phrase in clause.objects:
        row = words.role(_last(phrase)) or words.role(phrase.head.lower())
        holder = party(context, clause, clause.subject)
        if row is not None:
            yield from _match(context, clause, row, state, holder, phrase)
            return
        titled = _title_and_name(phrase, words)
        if titled is not None:  # "Präsident Costa Ricas": the name is whose president
            row, title, name = titled
            scope = _person(context, name.start, name.end, name.text)
            yield from _match(context, clause, row, state, holder, title, scope)
            return
    if clause.objects:
        holder = party(context, clause, clause.objects[0])
        yield from _named_last(context, clause, holder, state, words)


def _named_last(
    context: SentenceContext, clause: Clause, holder: Party, state: str, words: PredicateWords
) -> Iterator[Match]:
    """ "Der Chef von Y ist X"; "Die Hauptstadt Australiens ist X": whose it is stands inside."""
    subject = clause.subject
    if subject is None or holder.thing:
        return
    row = words.role(_last(subject)) or words.role(subject.head.lower())
    titled = _title_and_name(subject, words) if row is None else None
    if row is not None:
        yield from _match(context, clause, row, state, holder, subject)
    elif titled is not None:
        row, title, name = titled
        scope = _person(context, name.start, name.end, name.text)
        yield from _match(context, clause, row, state, holder, title, scope)


def _ranked(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[Match]:
    """ "X ist der größte Y": only one can be; Y with what hangs on it is the object."""
    state = clause_words(words.language).maps["copula"].get(clause.verb)
    if state is None or clause.subject is None:
        return
    sides = [(clause.subject, phrase) for phrase in clause.objects]
    sides += [(phrase, clause.subject) for phrase in clause.objects]
    for holder, phrase in sides:
        rank, among = _rank(phrase, words.language)
        if rank and among and words.role(_last(phrase)) is None:
            field = _field(context, clause, phrase, among)
            held_by = party(context, clause, holder)
            if held_by.known and field.known:
                yield Match("rank", state, clause, held_by, field, role=rank, after=phrase.end)
            return


def _rank(phrase: Phrase, language: str) -> tuple[str, str]:
    """Return the rank's id and the noun behind it."""
    lower = phrase.text.lower()
    for word, rank in clause_words(language).maps["rank"].items():
        start = lower.find(word)
        if start >= 0 and (start == 0 or not lower[start - 1].isalpha()):
            behind = phrase.text[start + len(word) :]
            return rank, behind.partition(" ")[2].strip()
    return "", ""


def _field(context: SentenceContext, clause: Clause, phrase: Phrase, among: str) -> Party:
    """Among whom: the noun, and the places or markets that hang on it."""
    hanging = extent(context, clause, phrase)
    others = tuple(m.entity for _, p in hanging for m in names(context, p.start, p.end))
    whole = " ".join([among, *(p.text for _, p in hanging)])
    kind = thing(among, among.split()[-1], context.sentence.language)
    entity = text_entity(among, kind, context.sentence.language)
    return Party(entity, whole, kind, others, phrase)


def _appointed(context: SentenceContext, clause: Clause, words: PredicateWords) -> Iterator[Match]:
    """ "ernennt X zum Chef", "tritt als Chef zurück", "appointed X as CEO"."""
    states = clause_words(words.language).maps["office_verbs"]
    state = states.get(clause.verb) or states.get(clause.verb.split(" ")[0])
    if state is None:
        return
    changed = clause.subject if clause.passive or not clause.objects else clause.objects[0]
    links = word_set(context, "role_links")
    candidates = [(link, p) for link, p in clause.adjuncts if link in links]
    candidates += [("", p) for p in clause.objects if p is not changed]
    for _, phrase in candidates:
        row = words.role(_last(phrase)) or words.role(phrase.head.lower())
        if row is None:
            continue
        holder = party(context, clause, changed)
        employer = party(context, clause, clause.agent if clause.passive else clause.subject)
        default = employer if changed is not clause.subject else Party()
        yield from _match(context, clause, row, state, holder, phrase, default)


def _beside_name(
    context: SentenceContext, clause: Clause, words: PredicateWords
) -> Iterator[Match]:
    """ "OpenAI-Chef Sam Altman", "X, Chef von Y, ...", "the chief of Y, X"."""
    phrases = _all(clause)
    linked = clause.verb in clause_words(words.language).maps["copula"]
    for phrase in phrases:
        if not (linked and any(phrase is other for other in clause.objects)):
            yield from _title(context, clause, phrase, words)
    for link, phrase in clause.adjuncts:
        before = [p for p in phrases if p.end < phrase.start]
        if link != "app" or not before:
            continue
        yield from _apposed(context, clause, before, phrase, words)


def _apposed(
    context: SentenceContext,
    clause: Clause,
    before: list[Phrase],
    phrase: Phrase,
    words: PredicateWords,
) -> Iterator[Match]:
    """A name with its role behind the comma, or a role with its name."""
    nearest = max(before, key=lambda p: p.end)
    row = words.role(_last(phrase)) or words.role(phrase.head.lower())
    if row is not None and nearest.entity is not None:
        holder = party(context, clause, nearest)
        yield from _match(context, clause, row, "holds", holder, phrase, certainty=0.9)
        return
    for role in sorted(before, key=lambda p: -p.end)[:2]:
        row = words.role(_last(role)) or words.role(role.head.lower())
        holder = party(context, clause, phrase)
        if row is not None and holder.known and not holder.thing and row.exclusive:
            yield from _match(context, clause, row, "holds", holder, role, certainty=0.9)
            return


def _title(
    context: SentenceContext, clause: Clause, phrase: Phrase, words: PredicateWords
) -> Iterator[Match]:
    """A role's noun with the name right behind it, in one phrase."""
    titled = _title_and_name(phrase, words)
    if titled is None:
        return
    row, title, name = titled
    inside = names(context, name.start, name.end)
    scope, start = None, name.start
    if (
        len(inside) > 1 and inside[0].how == "genitive"
    ):  # "Außenminister Großbritanniens Jack Straw"
        scope, start = Party(inside[0].entity, inside[0].text), inside[1].start
    scope = scope or _behind_name(context, clause, phrase) or _led(context, clause, phrase, words)
    holder = _person(context, start, name.end, context.text[start : name.end])
    copula = clause.verb in clause_words(words.language).maps["copula"] and not clause.objects
    certainty = 1.0 if copula else 0.9  # "als Cardoso Präsident war" has a tense, a title none
    yield from _match(context, clause, row, "holds", holder, title, scope, certainty)


def _led(
    context: SentenceContext, clause: Clause, phrase: Phrase, words: PredicateWords
) -> Party | None:
    """What the one with the title leads: "wird von Rektorin X geleitet", "Director X runs Y"."""
    families = {form.family for form in words.verbs.get(clause.verb, ()) if not form.noun}
    doer = clause.agent if clause.passive else clause.subject
    target = clause.subject if clause.passive else next(iter(clause.objects), None)
    if OFFICE not in families or doer != phrase or target is None:
        return None
    found, row = party(context, clause, target), predicate_rows()[OFFICE]
    return found if fits(found, row.object_kinds, row.object_things) else None


def _behind_name(context: SentenceContext, clause: Clause, phrase: Phrase) -> Party | None:
    """ "Präsident X von Portugal": what the title is held in, behind the name."""
    for link, hanging in extent(context, clause, phrase)[:1]:
        found = party(context, clause, hanging)
        if link in word_set(context, "whose") and found.entity is not None:
            fits = found.entity.resolved and found.entity.kind != "person" and not found.thing
            return found if fits else None
    return None


def _title_and_name(phrase: Phrase, words: PredicateWords) -> tuple[RoleRow, Phrase, Phrase] | None:
    """Cut "OpenAI-Chef Sam Altman" into the title and the name."""
    parts = phrase.text.split()
    for index in range(1, len(parts)):
        title, name = " ".join(parts[:index]), " ".join(parts[index:])
        row = words.role(title.lower().strip("\"'„“"))
        if row is None or not _is_name(parts[index:], words.language):
            continue
        if words.role(name.lower()) is not None:
            continue
        start = phrase.start + phrase.text.index(name, len(title))
        head = Phrase(phrase.start, start - 1, title, parts[index - 1])
        return row, head, Phrase(start, phrase.end, name, parts[-1])
    return None


def _is_name(parts: list[str], language: str) -> bool:
    """Capitals from end to end, but for the particles inside ("Karin de Vries")."""
    inside = words_of(language, "particle") | words_of(language, "second_particle")
    ends = parts[0][:1].isupper() and parts[-1][:1].isupper()
    return ends and all(part[:1].isupper() or part in inside for part in parts)


def _person(context: SentenceContext, start: int, end: int, name: str) -> Party:
    """The entity that the whole name means, else the name as it stands."""
    inside = [m for m in names(context, start, end) if m.entity.resolved]
    whole = [m for m in inside if m.start == start] or [m for m in inside if m.end == end]
    if whole:
        return Party(whole[0].entity, whole[0].text)
    return Party(text_entity(name, "", context.sentence.language), name)


def _all(clause: Clause) -> list[Phrase]:
    phrases = [*clause.objects, *(phrase for _, phrase in clause.adjuncts)]
    return phrases + [p for p in (clause.subject, clause.recipient, clause.agent) if p]


def _last(phrase: Phrase) -> str:
    return phrase.text.lower().strip("\"'„“”»« ")


def _match(
    context: SentenceContext,
    clause: Clause,
    row: RoleRow,
    state: str,
    holder: Party,
    phrase: Phrase,
    default: Party | None = None,
    certainty: float = 1.0,
) -> Iterator[Match]:
    """One match for a role, turned round where the table names the inverse first."""
    scope = _scope(context, clause, phrase, holder) or default or Party()
    if not holder.known:
        return
    if not scope.known and possessive_subject(phrase, context.sentence.language):
        scope = _last_person(context, phrase.start, holder)
    if not scope.known:
        scope = _topic(context, row, phrase.start)
    if not scope.known and row.family != "office":
        return
    row = between(row, holder, scope)
    if row.family == "kinship" and not (is_person(holder) and is_person(scope)):
        return
    if _former(phrase, words_of=context.sentence.language):
        state = "ends"
    subject, found, role = holder, scope, row.id
    if row.inverse:
        subject, found, role = scope, holder, row.inverse
    yield Match(
        row.family,
        state,
        clause,
        subject,
        found,
        role=role,
        certainty=certainty,
        after=phrase.end,
        ignores_negation=certainty < 1.0,
    )


def between(row: RoleRow, holder: Party, scope: Party) -> RoleRow:
    """Return what a role's noun means between these two: people's daughters are no companies."""
    sides = (holder, scope)
    kinds = {side.entity.kind for side in sides if side.entity is not None}
    if row.people and "person" in kinds and all(map(is_person, sides)):
        return role_rows()[row.people]
    return role_rows()[row.firms] if row.firms and "company" in kinds else row


def is_person(side: Party) -> bool:
    """Say whether the side is somebody, or a name that may be somebody's."""
    entity = side.entity
    return entity is not None and entity.kind in ("person", "unknown") and not side.thing


def _topic(context: SentenceContext, row: RoleRow, before: int) -> Party:
    """Whose office it is when nobody says so: the article's topic, if no other was named since."""
    topic = context.topic.entity if context.topic else None
    if topic is None or topic.kind not in row.of:
        return Party()
    earlier = context.previous.entities if context.previous else ()
    named = [*earlier, *(m for m in context.entities if m.end <= before)]
    others = [m for m in named if m.entity.kind in row.of and m.entity != topic]
    return Party() if others else Party(topic, topic.name)


def _last_person(context: SentenceContext, before: int, holder: Party) -> Party:
    """Whose it is: the person last named, here or in the sentence before ("Sein Nachfolger")."""
    earlier = list(context.previous.entities) if context.previous else []
    named = [*earlier, *(m for m in context.entities if m.end <= before)]
    people = [m for m in named if m.entity.kind == "person" and m.entity != holder.entity]
    people = people or [
        m for m in named if m.entity.kind == "unknown" and m.entity != holder.entity
    ]
    return Party(people[-1].entity, people[-1].entity.name) if people else Party()


def _scope(context: SentenceContext, clause: Clause, phrase: Phrase, holder: Party) -> Party | None:
    """What the role is held in: a compound, a genitive, "von Y" / "of Y"."""
    owner = _owner_before(context, phrase)
    if owner is not None and owner.entity != holder.entity:
        return owner
    for mention in names(context, phrase.start, phrase.end):
        if mention.entity != holder.entity:
            return Party(mention.entity, mention.text)
    for link, hanging in extent(context, clause, phrase):
        if link in word_set(context, "scope"):
            found = party(context, clause, hanging)
            if found.known and found.entity != holder.entity:
                return found
        elif link not in ("und",):
            break
    return None


def _owner_before(context: SentenceContext, phrase: Phrase) -> Party | None:
    """A name that no table knows in the genitive right before the noun ("Lena Vogts Bruder")."""
    words = bare(phrase.text).split()[:-1]
    name = " ".join(words).rstrip("'’")
    plain = name if name != " ".join(words) else name.removesuffix("s")
    if not words or name == plain == " ".join(words) or not all(w[:1].isupper() for w in words):
        return None
    if any(m.entity.resolved for m in names(context, phrase.start, phrase.end)):
        return None
    entity = text_entity(plain, "", context.sentence.language)
    return Party(entity, name) if entity is not None else None


def _former(phrase: Phrase, words_of: str) -> bool:
    lower = f" {phrase.text.lower()}"
    return any(f" {word}" in lower for word in clause_words(words_of).sets["former"])
