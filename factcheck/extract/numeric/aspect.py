"""Which side of its measurand an amount speaks about: the level or its change, and the sign."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extract.context import SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.measured import Measured
from factcheck.extract.numeric.metric import is_share
from factcheck.extract.numeric.pieces import counted_from
from factcheck.extract.numeric.tallies import is_tally
from factcheck.lang.measure import is_word, names_one
from factcheck.model import Aspect, Quantity, QuantityMention
from factcheck.tables.metrics import metrics

_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(r" ([^\W\d_]+)")
_BY_DIMENSION = {"time": Aspect.DURATION, "rank": Aspect.RANK, "count": Aspect.COUNT}
_RELATIVE = {"percent", "percentage_point", "ratio"}
_MOST_EACH = 10_000.0  # money; a dividend of millions is the whole company's
_CAPPED = "up_to"  # the hedge whose "up" is no rise
_AGENTS = {"money", "count", "number"}
_MEASURES = {"length", "mass", "volume", "area"}
_SWINGS = {*_RELATIVE, "count", "number", "money", "mass"}  # not degrees: "minus 5 Grad"


def aspect_of(context: SentenceContext, mention: QuantityMention, measured: Measured) -> Aspect:
    """Return the aspect: "um 5 Prozent" is a change, "auf 5 Prozent" a level.

    That consumer prices rose by 5 percent is a level: that of inflation.
    """
    aspect = _told_aspect(context, mention, measured)
    if aspect not in (Aspect.LEVEL, Aspect.CHANGE) or not _is_rate(mention, measured):
        return aspect
    return Aspect.CHANGE if _within_month(context) else Aspect.LEVEL


def _is_rate(mention: QuantityMention, measured: Measured) -> bool:
    """Say whether the percentage is of what the metric is the rate of: "die Verbraucherpreise"."""
    row, named = metrics().get(measured.metric), measured.mention
    if row is None or named is None or mention.quantity.dimension != "percent":
        return False
    return any(word in named.text.lower() for word in row.rate_of)


def _within_month(context: SentenceContext) -> bool:
    """Say whether the sentence compares with the month before, and not with the last year."""
    months = (p for p in context.periods if p.period.granularity == "month")
    if any(counted_from(context, period.start) for period in months):
        return True
    return names_one("month_before", context.text, context.sentence.language)


def _told_aspect(context: SentenceContext, mention: QuantityMention, measured: Measured) -> Aspect:
    before = _word_before(context, mention)
    language = context.sentence.language
    dimension = mention.quantity.dimension
    if measured.turn and not mention.role and not is_word("to", before, language):
        return Aspect.CHANGE
    row = metrics().get(measured.metric)
    weather = row is not None and "temperature" in row.dimensions
    swing = dimension in _SWINGS and not weather and is_word("swing", before, language)
    swing = swing and not _is_of_the_verb(context, mention)
    if is_word("more", _word_behind(context, mention), language) and dimension in _SWINGS:
        return Aspect.CHANGE
    if _lost_of(context, mention, measured):
        return Aspect.CHANGE
    agent = _is_agent(context, mention, before)
    if swing or (is_word("by", before, language) and not agent and not is_tally(context, mention)):
        return Aspect.CHANGE
    if row is not None and dimension not in row.dimensions and dimension in _RELATIVE:
        share = is_share(context, mention)
        part = share or "count" in row.dimensions
        stays = _direction(context, mention) == 0 or (share and is_word("to", before, language))
        return Aspect.SHARE if part and stays else Aspect.CHANGE
    if row is not None and row.aspect != "level":
        return Aspect(row.aspect)
    if dimension == "ratio" and row is None:  # "die Zahl der Windräder verdoppelte sich"
        return Aspect.CHANGE
    return _BY_DIMENSION.get(dimension, Aspect.LEVEL)


def _is_of_the_verb(context: SentenceContext, mention: QuantityMention) -> bool:
    """Say whether "up" or "down" before an amount belongs to the verb: "wrote down 3 billion"."""
    clause = clause_at(context, mention.start)
    verb = clause.verb if clause else ""
    return bool(verb) and is_word("no_swing", verb, context.sentence.language)


def _lost_of(context: SentenceContext, mention: QuantityMention, measured: Measured) -> bool:
    """Say whether the amount is lost or gained of what follows: "verlor 50 Meter an Länge"."""
    named = measured.mention
    if named is None or named.start < mention.end or not _direction(context, mention):
        return False
    between = context.text[mention.end : named.start].strip().lower()
    return is_word("lost_of", between, context.sentence.language)


def _is_agent(context: SentenceContext, mention: QuantityMention, before: str) -> bool:
    """Say whether the amount does what a passive says: "is backed by 20 million euros"."""
    clause = clause_at(context, mention.start)
    dimension = mention.quantity.dimension
    if clause is None or not clause.passive:
        return False
    measured = dimension in _MEASURES and _is_of_something(context, mention)
    if dimension not in _AGENTS and not measured and not is_share(context, mention):
        return False
    if dimension != "money" and not is_word("agent", before, context.sentence.language):
        return False
    return _direction(context, mention) == 0


def _is_of_something(context: SentenceContext, mention: QuantityMention) -> bool:
    """Say whether the noun behind an amount is what there is so much of: "48 mm of rain"."""
    return is_word("share_of", _word_behind(context, mention), context.sentence.language)


def adds_up(measured: Measured, aspect: Aspect) -> bool:
    """Say whether the amount grows with the length of its period: changes, flows, the unknown."""
    row = metrics().get(measured.metric)
    return row is None or row.flow or aspect is Aspect.CHANGE


def signed(
    context: SentenceContext, mention: QuantityMention, aspect: Aspect, measured: Measured
) -> Quantity:
    """Return the quantity, turned negative when the words around call the change a fall.

    An amount that its metric counts by something is one per that: a dividend is per share.
    """
    quantity = _rated(mention.quantity, measured)
    turns = aspect is Aspect.CHANGE or _falls(context, mention, measured)
    if not turns or quantity.low < 0 or quantity.dimension == "ratio":
        return quantity
    direction = measured.turn or _direction(context, mention)
    return _negated(quantity) if direction < 0 else quantity


def _falls(context: SentenceContext, mention: QuantityMention, measured: Measured) -> bool:
    """Say whether a rate is told as the change of what it is one of: "Preise sanken um 0,3"."""
    to = is_word("to", _word_before(context, mention), context.sentence.language)
    return not to and _is_rate(mention, measured)


def _rated(quantity: Quantity, measured: Measured) -> Quantity:
    row = metrics().get(measured.metric)
    if row is not None and quantity.dimension == "number" and "temperature" in row.dimensions:
        return replace(quantity, dimension="temperature", unit="degree")
    if row is None or not row.per or quantity.per or quantity.dimension != "money":
        return quantity
    single = quantity.value is not None and quantity.value < _MOST_EACH
    return replace(quantity, per=row.per) if single else quantity


def text_says_changed(context: SentenceContext, mention: QuantityMention) -> bool:
    """Say whether the sentence itself calls its figure a new one: "inzwischen", "stieg auf 5"."""
    language = context.sentence.language
    if any(is_word("changed", word, language) for word in _WORD.findall(context.text.lower())):
        return True
    before = _word_before(context, mention)
    risen = is_word("to", before, language)
    return risen and _direction(context, mention) != 0


def _direction(context: SentenceContext, mention: QuantityMention) -> int:
    """Return the direction that the nearest rise or fall word gives: +1, -1, or 0 for none."""
    language = context.sentence.language
    clause = clause_at(context, mention.start)
    verb = clause.verb if clause else ""  # a particle apart is joined here: "ging ... zurück"
    if turn := is_word("up", verb, language) - is_word("down", verb, language):
        return turn
    nearest, direction = 10_000, 0
    for match in _WORD.finditer(context.text):
        word = match.group().lower()
        if mention.start <= match.start() < mention.end:  # "mehr als die Hälfte"
            continue
        sign = is_word("up", word, language) - is_word("down", word, language)
        gap = max(mention.start - match.end(), match.start() - mention.end, 0)
        if sign and gap < nearest:
            nearest, direction = gap, sign
    return direction


def _negated(quantity: Quantity) -> Quantity:
    return replace(
        quantity,
        low=-quantity.high,
        high=-quantity.low,
        low_open=quantity.high_open,
        high_open=quantity.low_open,
        value=None if quantity.value is None else -quantity.value,
    )


def _word_behind(context: SentenceContext, mention: QuantityMention) -> str:
    """Return the word right behind an amount and its noun: "7.000 weniger"."""
    word = _BEHIND.match(context.text, mention.end)
    return word[1].lower() if word else ""


def _word_before(context: SentenceContext, mention: QuantityMention) -> str:
    words = _WORD.findall(context.text[max(0, mention.start - 20) : mention.start])
    inside = None if mention.quantity.hedge == _CAPPED else _WORD.match(mention.text)
    language = context.sentence.language
    if inside and any(is_word(row, inside.group().lower(), language) for row in ("by", "swing")):
        return inside.group().lower()
    return words[-1].lower() if words else ""
