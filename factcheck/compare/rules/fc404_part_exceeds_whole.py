"""FC404: a part is larger than the whole that it is part of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import Clash, Passage, addable
from factcheck.lang.arithmetic import any_cue, cue, cue_words
from factcheck.model import Aspect, NumericClaim, Role, Rule, Severity

RULE = Rule(
    "FC404",
    "part-exceeds-whole",
    Severity.ERROR,
    "A part is larger than the whole that the article says it is part of.",
)
_ALL = 100.0  # percent


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for "davon B" after A, "von den A sind B" and "B von A", where B is larger."""
    line = passage.line
    if not _names_a_part(line):
        return
    earlier = passage.before.amounts[-1:] if passage.before else ()
    for left, right in pairwise((*earlier, *line.amounts)):
        if _larger(passage, right, left) and _follows(line, left, right):
            yield _clash(left, right)
        elif _larger(passage, left, right) and _precedes(line, left, right):
            yield _clash(right, left)
    yield from _more_than_all(line)
    yield from _more_than_a_share(line)


def _names_a_part(line: Line) -> bool:
    """Say whether the words of a sentence can make one amount a part of another."""
    text = line.text()
    opens = cue("partitive", line.language).match(text.lstrip())
    words = any_cue(("of_which", "members", "share"), line.language)
    return bool(opens) or words.search(text) is not None or _part_of(line, text)


def _part_of(line: Line, text: str) -> bool:
    found = cue("part_of", line.language).finditer(text)
    return any(
        text[: match.start()].rstrip()[-1:].isdigit() and text[match.end() :].lstrip()[:1].isdigit()
        for match in found
    )


def _larger(passage: Passage, part: NumericClaim, whole: NumericClaim) -> bool:
    return (
        part.quantity.low > whole.quantity.high
        and (addable(part, whole) or _same_people(part, whole))
        and whole.aspect is not Aspect.CHANGE
        and (_thing(passage, part) in ("", _thing(passage, whole)) or _same_people(part, whole))
    )


def _same_people(part: NumericClaim, whole: NumericClaim) -> bool:
    """Say whether two counts of people are of one metric: children among the injured."""
    people = cue_words("people", part.language)
    counted = {part.quantity.noun, whole.quantity.noun} <= people
    return counted and bool(part.metric) and part.metric == whole.metric


def _thing(passage: Passage, claim: NumericClaim) -> str:
    here = claim.sentence_start == passage.line.sentence.start
    line = passage.line if here or passage.before is None else passage.before
    return line.thing(claim)


def _follows(line: Line, whole: NumericClaim, part: NumericClaim) -> bool:
    """Say whether the text calls the second amount a part of the first."""
    start = line.sentence.start
    gap = line.text(max(whole.end, start), part.start)
    if whole.end > start and cue("part_so_far", line.language).match(gap.lstrip()):
        return False  # "six of them seriously and nine slightly"
    after = cue("of_which", line.language).match(line.text(part.end).lstrip())
    if line.says("of_which", gap) or after:
        return True
    if whole.sentence_start != start or whole.quantity.dimension == "percent":
        return False
    return (
        cue("partitive", line.language).fullmatch(line.text(None, whole.start).strip()) is not None
    )


def _precedes(line: Line, part: NumericClaim, whole: NumericClaim) -> bool:
    """Say whether a part is followed by its whole: "43 der 38 Abgeordneten"."""
    if part.sentence_start != whole.sentence_start or whole.quantity.dimension != "count":
        return False
    gap = line.text(part.end, whole.start).strip()
    return cue("part_of", line.language).fullmatch(gap) is not None


def _more_than_all(line: Line) -> Iterator[Clash]:
    """Yield a clash for "110 Prozent der Befragten"."""
    for claim in line.amounts:
        quantity = claim.quantity
        if quantity.dimension != "percent" or quantity.low <= _ALL:
            continue
        opening = cue("members_open", line.language).match(line.text(claim.end).lstrip())
        if opening is None or claim.aspect is Aspect.CHANGE:
            continue
        start = line.text(claim.end).index(opening.group()) + opening.end() + claim.end
        member = cue("members", line.language).match(line.text(start).lstrip())
        if member:
            begin = start + len(line.text(start)) - len(line.text(start).lstrip())
            whole = line.claim(begin, begin + member.end(), claim.quantity)
            yield _clash(whole, claim)


def _more_than_a_share(line: Line) -> Iterator[Clash]:
    """Yield a clash for "der Anteil liegt bei 120 Prozent"."""
    named = cue("share", line.language).search(line.text())
    for claim in line.amounts if named else ():
        level = claim.quantity.dimension == "percent" and claim.aspect is not Aspect.CHANGE
        start = line.sentence.start + (named.start() if named else 0)
        if level and claim.quantity.low > _ALL and claim.metric == "share" and start < claim.start:
            whole = line.claim(start, start + len(named.group() if named else ""), claim.quantity)
            yield _clash(whole, claim)


def _clash(whole: NumericClaim, part: NumericClaim) -> Clash:
    return Clash(
        ((Role.TOTAL, whole), (Role.PART, part)), {}, {"whole": whole.quote, "part": part.quote}
    )
