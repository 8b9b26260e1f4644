"""Which metric each amount of a sentence measures.

Every metric word costs its distance from the amount; other amounts and statement boundaries in
between cost more. The cheapest one that can take the amount's dimension wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.distance import distance
from factcheck.extract.numeric.measured import Measured, joined_up
from factcheck.extract.numeric.ordinals import is_place_of_its_own, noun_behind, ranked_noun
from factcheck.extract.numeric.scopes import is_rate_base, narrowed, rate_scope, scope_of
from factcheck.extract.numeric.tallies import ballots
from factcheck.extract.numeric.things import counted_thing, numbered
from factcheck.extract.numeric.turns import turned
from factcheck.extract.numeric.verb_words import moves_its_object, names, words_with
from factcheck.lang.function_words import function_words
from factcheck.lang.measure import is_word
from factcheck.model import Modality, QuantityMention
from factcheck.tables.metrics import Metric, metrics, related
from factcheck.vocab.metrics import MetricMention, find_metrics, verb_metrics

_TOO_FAR = 120.0
_JOINING = 2  # words between a metric and what it is one of: "for the"
_VERB = 18.0  # a verb names the metric, but a noun nearby knows better
_REST = 5.0  # a verb with its noun or preposition says more than the bare verb
_LONGER = 100.0  # letters of the words with a verb: longer ones say more
_SHARE = 20.0  # "62 Prozent der Mitglieder stimmten für ...": not the members are measured
_PERSON = "person"
_OWN = 1.0  # a metric of persons fits their verbs better
_GERUND = "VVG"
_PREDICATES = ("ADJ(D)", "AJ0", "VV(PP)", "VVN")
_NOUN = 15.0  # a noun that only one metric counts
_PARTICIPLE = 6.0  # right before the amount
_BESIDE = 0.5  # the verb's cost where the noun beside the number only counts
_FULL_WORD = re.compile(r"\w+")
_HOTTEST = 60.0  # degrees of weather told without their unit
_PERCENT = re.compile(r"%|pro[zc]|per\s?cent", re.IGNORECASE)
_RELATIVE = 20  # code points between an amount and the clause that tells of it
_AGE = "age"  # a noun of units.toml and a metric: "die 52-Jährige", "52 Jahre alt"
_OWN_WORDS = {"time", "rank"}  # amounts whose words measure no other one
_CHANGES = {"percent", "percentage_point", "ratio"}


def measure(context: SentenceContext) -> list[Measured]:
    """Return what each of the sentence's quantities measures, in their order."""
    if not context.quantities:
        return []
    language = context.sentence.language
    found = turned(context.text, find_metrics(context.text, language), language)
    mentions = [
        m
        for m in found
        if not is_rate_base(context.text, m, language)
        and not _is_the_verb(context, m)
        and not _is_in_name(context, m)
    ]
    measured = [_measure(context, quantity, mentions) for quantity in context.quantities]
    base = rate_scope(context.text, found, language)
    joined = ballots(context, joined_up(context, measured))
    return [
        _would_be(context, q, narrowed(m, base))
        for q, m in zip(context.quantities, joined, strict=True)
    ]


def _would_be(context: SentenceContext, quantity: QuantityMention, measured: Measured) -> Measured:
    """Return the metric of what only would be: a share that "would vote" is one of a poll."""
    row, clause = metrics().get(measured.metric), clause_at(context, quantity.start)
    if row is None or not row.if_possible or clause is None:
        return measured
    possible = clause.modality is Modality.POSSIBLE
    return replace(measured, metric=row.if_possible) if possible else measured


def _is_the_verb(context: SentenceContext, mention: MetricMention) -> bool:
    """Say whether the word is its clause's verb and no noun: "will cost", "agreed to pay"."""
    language = context.sentence.language
    return any(
        mention.text.lower().startswith(clause.verb)
        and clause.verb_start <= mention.start < clause.verb_end
        and bool(verb_metrics(clause.verb, language))
        for clause in context.clauses
    )


def _is_in_name(context: SentenceContext, mention: MetricMention) -> bool:
    """Say whether the word is one of a longer name's: "Feuerwehr Siegen" wins nothing."""
    return any(
        entity.start <= mention.start
        and mention.end <= entity.end
        and " " in entity.text
        and entity.how != "epithet"
        for entity in context.entities
    )


def takes(metric: Metric, mention: QuantityMention) -> bool:
    """Say whether the metric is measured in the amount's dimension; changes fit every metric."""
    dimension = mention.quantity.dimension
    if dimension in metric.dimensions:
        return not (metric.nouns and mention.quantity.noun) or (
            mention.quantity.noun in metric.nouns or dimension != "count"
        )
    if dimension in ("number", "ratio") and "count" in metric.dimensions:
        return dimension == "number"
    if dimension == "number" and "temperature" in metric.dimensions:
        return abs(mention.quantity.value or _HOTTEST) < _HOTTEST
    return dimension in _CHANGES


def _measure(
    context: SentenceContext, quantity: QuantityMention, mentions: list[MetricMention]
) -> Measured:
    if quantity.quantity.noun == _AGE:
        return Measured(_AGE, _AGE)
    options = [*_by_word(context, quantity, mentions), *_by_verb(context, quantity, mentions)]
    options += [*_by_participle(context, quantity, mentions), *_by_noun(quantity)]
    cost, best = min(options, key=lambda option: option[0], default=(_TOO_FAR, Measured()))
    noun = quantity.quantity.noun or quantity.head
    if cost >= _TOO_FAR and quantity.quantity.dimension == "rank":
        placed = is_place_of_its_own(context, quantity)
        return Measured("rank") if placed else Measured(noun=ranked_noun(context, quantity))
    if cost >= _TOO_FAR:
        return Measured(noun=noun or counted_thing(context, quantity))
    return replace(best, noun=best.noun or noun)


def _by_word(
    context: SentenceContext, quantity: QuantityMention, mentions: list[MetricMention]
) -> Iterator[tuple[float, Measured]]:
    language = context.sentence.language
    mentions = [m for m in mentions if not _is_of_another(context, quantity, m)]
    mentions = [m for m in mentions if not _hangs_on(context, quantity, m, mentions)]
    for mention in (*find_metrics(quantity.head, language), *mentions):
        inside = mention not in mentions
        cost = -10.0 if inside else distance(context, quantity, mention)
        for metric_id in mention.metrics:
            row = metrics()[metric_id]
            if row.per == "share" and is_share(context, quantity):
                continue  # "ein Fünftel der Aktien" is a stake, no price
            if takes(row, quantity) and not _counts_things(context, row, quantity, mention):
                extra = 0.0 if quantity.quantity.dimension in row.dimensions else 8.0
                extra += 10.0 if row.weak else 0.0
                named = None if inside else mention
                scope = scope_of(mention, language)
                yield cost + extra, Measured(metric_id, "", scope, named, turn=mention.turn)


def _hangs_on(
    context: SentenceContext,
    quantity: QuantityMention,
    mention: MetricMention,
    mentions: Sequence[MetricMention],
) -> bool:
    """Say whether it only says what another metric is one of: "das Kursziel für die Aktie"."""
    language = context.sentence.language
    for head in mentions:
        between = context.text[head.end : mention.start].lower()
        words = between.split() if head.end < mention.start else []
        joined = 1 <= len(words) <= _JOINING and is_word("metric_of", words[0], language)
        if joined and function_words(language).issuperset(words):
            return _measures_instead(head, mention, quantity)
    return False


def _measures_instead(
    head: MetricMention, mention: MetricMention, quantity: QuantityMention
) -> bool:
    """Say whether the amount may be the head's, and its attribute is no kind of it.

    "Der Preis der Aktie" is the share price.
    """
    kinds = [(own, other) for own in mention.metrics for other in head.metrics]
    if any(related(own, other) for own, other in kinds):
        return False
    return any(takes(metrics()[metric], quantity) for metric in head.metrics)


def _is_of_another(
    context: SentenceContext, quantity: QuantityMention, mention: MetricMention
) -> bool:
    """Say whether the word is a part of another amount: "year-old" of "19-year-old"."""
    return any(
        other is not quantity and other.start < mention.end and mention.start < other.end
        for other in context.quantities
        if other.quantity.dimension in _OWN_WORDS
    )


def _counted_by_word(quantity: QuantityMention, mentions: list[MetricMention]) -> bool:
    """Say whether a metric's noun is only what is counted ("27 Fahrgäste"): the verb says more."""
    amount = quantity.quantity
    unknown = amount.dimension == "count" and not amount.noun
    return unknown and any(0 <= m.start - quantity.end <= 1 for m in mentions)


def _counts_things(
    context: SentenceContext, row: Metric, quantity: QuantityMention, mention: MetricMention
) -> bool:
    """Say whether a metric of people is asked to count what may be things.

    "Vier Hubschrauber flogen Verletzte aus": a noun that no table knows stands by the number.
    """
    amount = quantity.quantity
    if amount.dimension != "count" or amount.noun:
        return False
    behind = mention.start >= quantity.end and row.dimensions == ("count",)
    if "person" not in row.nouns and not behind:
        return False
    if " " in mention.text:  # "ums Leben" says what happened, it counts nothing
        return False
    if behind and "person" not in row.nouns and _is_predicate(context, mention):
        return False
    if quantity.start <= mention.start < quantity.end:
        return False
    between = [w for w in context.words if quantity.end <= w.start < mention.start]
    return mention.start < quantity.end or any(word.kind != "adj" for word in between)


def _is_predicate(context: SentenceContext, mention: MetricMention) -> bool:
    """Say whether the word says what the counted things are: "870 Stellen sind unbesetzt"."""
    own = (token for token in context.tokens if token.start == mention.start)
    return any(token.tag.startswith(_PREDICATES) for token in own)


def _by_verb(
    context: SentenceContext, quantity: QuantityMention, mentions: list[MetricMention]
) -> Iterator[tuple[float, Measured]]:
    clause = _telling(context, quantity)
    if clause is None or not clause.verb:
        return
    if quantity.quantity.dimension == "rank" and noun_behind(context, quantity):
        return  # "die zweite Staffel kommt"
    after, around = words_with(context, quantity, clause)
    if moves_its_object(context, quantity, clause):
        return
    cost = _BESIDE if _counted_by_word(quantity, mentions) else _VERB
    for metric_id, rest in verb_metrics(clause.verb, context.sentence.language):
        row = metrics()[metric_id]
        if rest and not (rest in after or names(rest, around)):
            continue
        fits = quantity.quantity.dimension in row.dimensions or _counts_names(context, quantity)
        fits = (
            fits
            or _is_number_of(context, row, quantity, clause)
            or _are_people(row, quantity, clause)
        )
        if row.of == _PERSON and not _is_of_person(clause):
            continue  # who earns 9 million is paid so, a company makes a profit
        if fits and takes(row, quantity) and not _is_stranger(row, quantity):
            known = _REST + len(rest) / _LONGER if rest else 0.0
            known += _OWN if row.of == _PERSON else 0.0
            known += _SHARE if rest and is_share(context, quantity) else 0.0
            yield cost - known, Measured(metric_id, by_verb=True)


def _is_of_person(clause: Clause) -> bool:
    known = clause.subject.entity if clause.subject else None
    return known is not None and known.entity.kind == _PERSON


def _telling(context: SentenceContext, quantity: QuantityMention) -> Clause | None:
    """Return the clause whose verb tells what the amount measures.

    "Die Leitung zählte 1.350 Beschäftigte, die streikten": not the one of the counting.
    """
    clause = clause_at(context, quantity.start)
    language = context.sentence.language
    if clause is None or not is_word("counts", clause.verb, language):
        return clause
    after = (c for c in context.clauses if 0 <= c.start - quantity.end <= _RELATIVE)
    relative = next((c for c in after if c.subject and _is_within(c.subject, quantity)), None)
    return relative or clause


def _is_within(phrase: Phrase, quantity: QuantityMention) -> bool:
    return phrase.start < quantity.end and quantity.start < phrase.end


def _is_number_of(
    context: SentenceContext, row: Metric, quantity: QuantityMention, clause: Clause
) -> bool:
    """Say whether a bare number is that of a named thing: "put the number of people at 300"."""
    bare = quantity.quantity.dimension == "number" and "count" in row.dimensions
    return bare and numbered(clause, context.sentence.language) is not None


def _are_people(row: Metric, quantity: QuantityMention, clause: Clause) -> bool:
    """Say whether a bare number stands for people, as in "Seven taken to hospital"."""
    subject = clause.subject
    bare = quantity.quantity.dimension == "number" and "person" in row.nouns
    return bare and subject is not None and subject.text == quantity.text


def _is_stranger(row: Metric, quantity: QuantityMention) -> bool:
    """Say whether a verb that counts certain things only is asked to count another one."""
    return row.strict and quantity.quantity.dimension == "count" and not quantity.quantity.noun


def _by_participle(
    context: SentenceContext, quantity: QuantityMention, mentions: list[MetricMention]
) -> Iterator[tuple[float, Measured]]:
    """Yield what an English participle right before the amount measures: "killing 12 people"."""
    before = [t for t in context.tokens if t.end == quantity.start - 1 and t.tag == _GERUND]
    if before and any(c.verb_start <= before[0].start < c.verb_end for c in context.clauses):
        return
    for metric_id, rest in verb_metrics(before[0].lemma, "en") if before else ():
        row = metrics()[metric_id]
        if not rest and quantity.quantity.dimension in row.dimensions and takes(row, quantity):
            cost = _BESIDE if _counted_by_word(quantity, mentions) else _PARTICIPLE
            yield cost, Measured(metric_id, by_verb=True)


def is_share(context: SentenceContext, quantity: QuantityMention) -> bool:
    """Say whether a percentage is one of what stands behind it, which is no metric then.

    "62 Prozent der Mitglieder", "vier von fünf Mitgliedern", "every third member".
    """
    if quantity.quantity.dimension == "percent" and _is_fraction(quantity):
        return True
    word = _FULL_WORD.search(context.text, quantity.end, quantity.end + 12)
    language = context.sentence.language
    return (
        quantity.quantity.dimension == "percent"
        and word is not None
        and is_word("share_of", word.group().lower(), language)
    )


def _is_fraction(quantity: QuantityMention) -> bool:
    """Say whether the amount is a share in words: neither sign nor word of percent is in it."""
    worded = any(map(str.isalpha, quantity.text))
    return worded and not quantity.role and not _PERCENT.search(quantity.text)


def _counts_names(context: SentenceContext, quantity: QuantityMention) -> bool:
    """Say whether a bare number counts what a name begins: "19 Endurance pickups"."""
    if (
        quantity.quantity.dimension != "number"
        or context.text[quantity.end : quantity.end + 1] != " "
    ):
        return False
    return any(
        token.start == quantity.end + 1 and token.tag.startswith(("N", "AJ0", "ADJ"))
        for token in context.tokens
    )


def _by_noun(quantity: QuantityMention) -> Iterator[tuple[float, Measured]]:
    """Yield the metric that a counted noun names by itself, when only one row lists it."""
    noun = quantity.quantity.noun
    rows = [row for row in metrics().values() if noun and noun in row.nouns]
    if len(rows) == 1:
        yield _NOUN, Measured(rows[0].id)
