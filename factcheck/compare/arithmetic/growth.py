"""Finds a change together with the value before it and the value after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import Passage, addable
from factcheck.lang.arithmetic import any_cue, cue, cue_words
from factcheck.model import Aspect, NumericClaim

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BASES = ("base_year", "base_quarter", "base_month")
_GRAINS = ("grain_month", "grain_quarter", "half")
_NOUN = 22  # letters from "ein Plus von" or "an increase of" to its amount
_WORD = 6  # letters that "von" or "from" needs before an amount


@dataclass(frozen=True, slots=True)
class Growth:
    """A change and its two values."""

    old: NumericClaim
    new: NumericClaim
    change: NumericClaim

    @property
    def is_factor(self) -> bool:
        """Say whether the change is a number of times ("verdoppelt")."""
        return self.change.quantity.dimension == "ratio"

    @property
    def is_rate(self) -> bool:
        """Say whether the change is in percent of the value before."""
        return self.change.quantity.dimension == "percent"


def growths(passage: Passage) -> Iterator[Growth]:
    """Yield the change of a sentence, or of two: "stieg um 9 % auf 8. Im Vorjahr waren es 7"."""
    line = passage.line
    lines = [line] if passage.before is None else [passage.before, line]
    named = any(_is_change(each, c) or c.role for each in lines for c in each.claims)
    if not named and not line.says("times"):
        return
    if line.says("adjusted"):
        return
    found = _from_to(line) or _down_from(line) or _against_base(passage) or _dated(line)
    if found is None or not _comparable(line, found):
        return
    if not _own_verb(line, found) and _tied(line, found):
        yield found


def _against_base(passage: Passage) -> Growth | None:
    """Return the change against a named time before, in the sentence or with the one before."""
    line, before = passage.line, passage.before
    found = _with_base([line]) if _bases([line]) == 1 and not line.says("counted_from") else None
    if found or before is None or any(map(_adjusted, (before, line))):
        return found
    window = [before, line]
    return _with_base(window) if _bases(window) == 1 and _one_time(window) else None


def _adjusted(line: Line) -> bool:
    return line.says("adjusted") or line.says("counted_from")


def _from_to(line: Line) -> Growth | None:
    before = [c for c in line.amounts if c.role == "from"]
    after = [c for c in line.amounts if c.role == "to"]
    changes = [c for c in line.amounts if not c.role and _is_change(line, c)]
    if not before and not after:
        before, after = _bare_from_to(line)
    if len(before) == len(after) == len(changes) == 1:
        return Growth(before[0], after[0], changes[0])
    return None


def _down_from(line: Line) -> Growth | None:
    """Return the change whose value before follows the one after: "60, down from 80"."""
    changes = [c for c in line.amounts if _is_change(line, c)]
    levels = [c for c in line.amounts if c not in changes]
    if len(changes) != 1 or len(levels) != 2:
        return None
    new, old, change = *levels, changes[0]
    gap = line.text(new.end, old.start)
    if new.end <= change.start < old.start:
        gap = f"{line.text(new.end, change.start).rstrip()} {line.text(change.end, old.start)}"
    tied = cue("down_from", line.language).fullmatch(" ".join(gap.strip(" ,(").split()))
    return Growth(old, new, change) if tied else None


def _bare_from_to(line: Line) -> tuple[list[NumericClaim], list[NumericClaim]]:
    """Return the numbers of "von 40 auf 30" or "to 30 from 40", which may lack a unit."""
    first, last = "change_from", "change_to"
    found = [pair for pair in pairwise(line.amounts) if _opened(line, pair, first, last)]
    found += [(b, a) for a, b in pairwise(line.amounts) if _opened(line, (a, b), last, first)]
    found = found or [pair for pair in pairwise(line.amounts) if _instead(line, pair[0])]
    return [old for old, _ in found], [new for _, new in found]


def _instead(line: Line, old: NumericClaim) -> bool:
    """Say whether an amount is what something else stands for now: "statt bisher 200 Euro"."""
    before = line.text(None, old.start)[-_NOUN:]
    found = cue("instead", line.language).search(before)
    return found is not None and len(before[found.end() :].split()) <= 1


def _opened(line: Line, pair: tuple[NumericClaim, NumericClaim], first: str, second: str) -> bool:
    """Say whether words of two rows stand right before two amounts."""
    a, b = pair
    before = line.text(None, a.start)[-_WORD:].split()[-1:]
    opens = cue(first, line.language).fullmatch("".join(before))
    joined = cue(second, line.language).fullmatch(line.text(a.end, b.start).strip())
    return opens is not None and joined is not None


def _dated(line: Line) -> Growth | None:
    """Return the change named after two dated values: "2023 waren es 4, 2024 5, ein Plus von"."""
    changes = [c for c in line.amounts if _is_change(line, c)]
    levels = [c for c in line.amounts if c not in changes]
    if len(changes) != 1 or len(levels) != 2 or not _is_noun(line, changes[0]):
        return None
    years = [_year(line, None, levels[0]), _year(line, levels[0].end, levels[1])]
    if None in years or years[0] == years[1]:
        return None
    old, new = levels if str(years[0]) < str(years[1]) else reversed(levels)
    return Growth(old, new, changes[0])


def _year(line: Line, start: int | None, claim: NumericClaim) -> str | None:
    """Return the one year named between an offset and an amount."""
    years = {match.group() for match in _YEAR.finditer(line.text(start, claim.start))}
    return years.pop() if len(years) == 1 else None


def _with_base(lines: Sequence[Line]) -> Growth | None:
    """Return the change whose value before is named as such ("im Vorjahr", "a year earlier")."""
    line = lines[-1]
    changes = [c for each in lines for c in each.amounts if _is_change(each, c)]
    levels = [c for each in lines for c in each.amounts if c not in changes]
    if len(changes) != 1 or len(levels) != 2:
        return None
    old = [c for c in levels if c in line.amounts and _is_base(line, c)]
    new = [c for c in levels if c not in old]
    return Growth(old[0], new[0], changes[0]) if len(old) == len(new) == 1 else None


def _one_time(lines: Sequence[Line]) -> bool:
    """Say whether the second sentence names no months or quarters that the first does not."""
    first, second = ({row for row in _GRAINS if line.says(row)} for line in lines)
    return second <= first


def _bases(lines: Sequence[Line]) -> int:
    """Count the kinds of earlier time that the sentences name: year, quarter, month."""
    return sum(any(line.says(row) for line in lines) for row in _BASES)


def _is_base(line: Line, claim: NumericClaim) -> bool:
    """Say whether the words around an amount, up to the next comma, name an earlier time."""
    earlier = [c.end for c in line.amounts if c.end <= claim.start]
    later = [c.start for c in line.amounts if c.start >= claim.end]
    cuts = cue("separator", line.language)
    before = line.text(max(earlier, default=None), claim.start)
    before = before[max((match.end() for match in cuts.finditer(before)), default=0) :]
    after = line.text(claim.end, min(later, default=None))
    cut = cuts.search(after)
    around = f"{before} {after[: cut.start()] if cut else after}"
    return any(line.says(row, around) for row in _BASES)


def _own_verb(line: Line, found: Growth) -> bool:
    """Say whether the change stands in a clause with a verb of its own: it is of another thing."""
    if found.change.sentence_start != found.new.sentence_start:
        return False
    first, last = sorted((found.change, found.new), key=lambda claim: claim.start)
    if first.sentence_start != line.sentence.start or found.is_factor:
        return False
    clause = _clause(line, first.end, last)
    verbs = any_cue(("grew", "shrank"), line.language).finditer(clause)
    return any(_is_verb(clause, verb, line.language) for verb in verbs)


def _tied(line: Line, found: Growth) -> bool:
    """Say whether a change told behind its values is said of them: "ein Plus von", no "nach"."""
    values = [c for c in (found.old, found.new) if c.sentence_start == line.sentence.start]
    change = found.change
    if change.sentence_start != line.sentence.start:
        return True
    if not all(value.end <= change.start for value in values):
        first = min((v.start for v in values if v.start > change.start), default=change.end)
        gap = line.text(change.end, first)
        return not (line.says("separator", gap) and line.says("elsewhere", gap))
    gap = line.text(max(value.end for value in values), change.start)
    cuts = [match.end() for match in cue("separator", line.language).finditer(gap)]
    return _names_change(line, gap[max(cuts, default=0) :])


def _names_change(line: Line, text: str) -> bool:
    """Say whether words say no more than that a change follows; an adjective may stand in."""
    if line.says("elsewhere", text):
        return False
    words = text.strip(" \u00a0(").split()
    ties = (line.says("growth_tie", word) for word in words)
    loose = [number for number, tied in enumerate(ties) if not tied]
    return all(line.says("change_noun", "".join(words[n + 1 : n + 2])) for n in loose)


def _clause(line: Line, start: int, claim: NumericClaim) -> str:
    """Return the clause of an amount, from comma to comma; "" where it began before `start`."""
    cuts = cue("separator", line.language)
    gap = line.text(start, claim.start)
    before = [match.end() for match in cuts.finditer(gap)]
    if not before:
        return ""
    rest = line.text(claim.end)
    cut = cuts.search(rest)
    return f"{gap[max(before) :]}{rest[: cut.start()] if cut else rest}"


def _is_verb(text: str, word: re.Match[str], language: str) -> bool:
    """Say whether a rise or fall is told by a verb: no noun, nothing after "an" or "up"."""
    if language == "de":
        return word.group()[0].islower() and word.group() not in cue_words("change_noun", language)
    before = text[: word.start()].split()[-1:]
    noun = word.group().lower() in cue_words("change_noun", language)
    return not noun and not cue("article", language).fullmatch("".join(before))


def _is_change(line: Line, claim: NumericClaim) -> bool:
    quantity = claim.quantity
    if quantity.dimension == "ratio":
        return quantity.unit == "times"
    if claim.aspect is Aspect.CHANGE or quantity.dimension == "percentage_point":
        return True
    if quantity.dimension != "percent" or claim.role or claim.sentence_start != line.sentence.start:
        return False
    return _is_noun(line, claim) or _is_more(line, claim)


def _is_noun(line: Line, claim: NumericClaim) -> bool:
    """Say whether a noun such as "Plus" or "increase" tells the change: of what, it leaves open."""
    before = line.text(claim.start - _NOUN, claim.start)
    return claim.start >= line.sentence.start and line.says("change_noun", before)


def _is_more(line: Line, claim: NumericClaim) -> bool:
    after = line.text(claim.end).lstrip()
    return cue("more", line.language).match(after) is not None


def _comparable(line: Line, found: Growth) -> bool:
    """Say whether the two values are of one thing, and the change can be theirs."""
    old, new, change = found.old, found.new, found.change
    if min(old.quantity.low, new.quantity.low) <= 0 or not new.quantity.bounded:
        return False
    old, new = _plain(old), _plain(new)
    if not (addable(old, new) or addable(new, old)) or not old.quantity.bounded:
        return False
    named = "" if _is_noun(line, change) else change.metric
    metrics = (old.metric, new.metric), (named, new.metric)
    if any(a and b and a != b for a, b in (*metrics, (old.scope, new.scope))):
        return False
    kind = change.quantity.dimension
    points = kind == "percentage_point" and new.quantity.dimension == "percent"
    return points or kind in ("percent", "ratio") or addable(change, old) or _same_unit(change, new)


def _plain(claim: NumericClaim) -> NumericClaim:
    """Return a value without its "a year": that may open "a year earlier"."""
    return replace(claim, quantity=replace(claim.quantity, per=""))


def _same_unit(left: NumericClaim, right: NumericClaim) -> bool:
    a, b = left.quantity, right.quantity
    return (a.dimension, a.unit, a.noun) == (b.dimension, b.unit, b.noun)
