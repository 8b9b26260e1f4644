"""Years that stand with a work: "a 1980 prison drama", "ein Roman von 1954"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.extract.context import Clause, Phrase, SentenceContext
from factcheck.extract.numeric.clause import clause_at
from factcheck.extract.numeric.participles import Dated
from factcheck.extract.numeric.years import year_mention
from factcheck.lang.measure import words_of
from factcheck.model import EntityMention

_METRIC = "release_date"
_COPULAS = ("be", "sein")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_NAME = 3  # letters between the kind of work and its name (a quotation mark)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    works = "|".join(sorted(words_of("works", language), key=len, reverse=True))
    before = rf"\b{_YEAR} (?:[^\W\d_][\w-]* ){{0,5}}?(?P<a>{works})\b"
    if language == "de":
        after = rf"(?P<b>\b\w*(?:{works}))\b(?: [„“\"][^„“”\"]{{1,60}}[“”\"])?"
        return re.compile(rf"{after} (?:aus dem Jahre? |von |aus ){_YEAR}\b", re.IGNORECASE)
    return re.compile(before)


def work_dates(context: SentenceContext) -> Iterator[Dated]:
    """Yield each year that says when a work came out, with its clause and the work."""
    for match in _pattern(context.sentence.language).finditer(context.text):
        clause = clause_at(context, match.start("year"))
        thing = _thing(context, clause, match) if clause else None
        if clause is not None and thing is not None:
            yield year_mention(match.group("year"), match.start("year")), clause, _METRIC, thing


def _thing(context: SentenceContext, clause: Clause, match: re.Match[str]) -> Phrase | None:
    """Return the name beside the kind of work, or what the clause says to be one."""
    named = [e for e in context.entities if e.start >= match.end() and e.start - match.end() <= 1]
    if match.re.groupindex.get("b"):
        named = [e for e in context.entities if match.start() <= e.start < match.end()] or named
    if named:
        return _phrase(named[0])
    subject = clause.subject
    copular = clause.verb in _COPULAS and subject is not None and subject.end <= match.start()
    return subject if copular else None


def _phrase(mention: EntityMention) -> Phrase:
    return Phrase(mention.start, mention.end, mention.text, mention.text, mention)
