"""How a match ended: "gewann 3:1 gegen Fulda", "a 2-0 victory over Charlton".

Whoever tells it, the greater number comes first: 1:3 is the same result as 3:1. The quantity is
that number times a thousand and the other one added.
"""

from __future__ import annotations

import re

from factcheck.extract.context import Clause, SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.lang.measure import holds, is_word
from factcheck.model import Quantity, QuantityMention

SCORE = "score"  # the metric, and the dimension of its amounts
_SIGNS = {"de": ":", "en": "-–"}
_SCORES = {
    language: re.compile(rf"(?<![\w:.,(/–-])(\d{{1,3}})[{signs}](\d{{1,3}})(?![\w:/]|[.,–]\d|-\d)")
    for language, signs in _SIGNS.items()
}
_WORD = re.compile(r"[^\W\d_][\w-]*")
_NEAR = 45  # code points around a score in which its own words stand
_TOP = 1000
_NAMES = 2


def scores_of(context: SentenceContext) -> list[QuantityMention]:
    """Return the final scores that a sentence tells, one a clause at most."""
    language = context.sentence.language
    found = list(_SCORES[language].finditer(context.text))
    if len(found) != 1:  # sets, halves, or the results of a whole day
        return []
    match, clause = found[0], clause_at(context, found[0].start())
    if clause is None or not _ends_a_match(context, clause, match):
        return []
    return [QuantityMention(match.start(), match.end(), match.group(), _score(match))]


def _score(match: re.Match[str]) -> Quantity:
    high, low = sorted((int(match[1]), int(match[2])), reverse=True)
    value = float(high * _TOP + low)
    return Quantity(low=value, high=value, unit=SCORE, dimension=SCORE, value=value)


def _ends_a_match(context: SentenceContext, clause: Clause, match: re.Match[str]) -> bool:
    language, text = context.sentence.language, context.text
    around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR].lower()
    words = _WORD.findall(around)
    if any(is_word("no_result", word, language) for word in words):
        return False
    if is_word("results", clause.verb, language):
        return True
    last = (word.rpartition("-")[2] for word in words)
    if any(holds("result_nouns", word, language) for word in last):
        return True
    before = text[: match.start()].lower().split()[-1:]
    named = [e for e in context.entities if clause.start <= e.start < clause.end]
    return len(named) >= _NAMES and any(is_word("score_articles", w, language) for w in before)
