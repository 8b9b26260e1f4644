"""FC401: the parts that an article lists do not add up to the total that it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.line import Line
from factcheck.compare.arithmetic.passage import (
    Clash,
    Passage,
    addable,
    disjoint,
    stated_sum,
    total,
)
from factcheck.compare.arithmetic.segments import complementary, names_kinds, parallel, segments
from factcheck.lang.arithmetic import any_cue, cue, cue_words
from factcheck.model import NumericClaim, Role, Rule, Severity

RULE = Rule(
    "FC401",
    "total-mismatch",
    Severity.ERROR,
    "The parts that an article lists do not add up to its total, rounding allowed for.",
)
_SHORT = 3  # words after the last item of a list of things; more are a clause
_LEAST = 2  # parts of a sum


def check(passage: Passage) -> Iterator[Clash]:
    """Yield a clash for each total whose parts, as listed, miss it."""
    found: dict[int, Clash] = {}
    for clash in (*_total_last(passage), *_total_first(passage), *_bullets(passage)):
        found.setdefault(clash.claims[0][1].start, clash)
    yield from found.values()


def _total_last(passage: Passage) -> Iterator[Clash]:
    """Parts, then "insgesamt" and the sum: some run of parts before it must fit."""
    line = passage.line
    if not line.says("total") or line.says("some"):
        return
    for index, whole in enumerate(line.amounts):
        listed = _listed_before(passage, index, whole)
        if len(listed) < _LEAST or _other_time(line, listed[-1], whole) or _pool(line, whole):
            continue
        runs = [listed[start:] for start in range(len(listed) - 1)]
        if all(disjoint(*total(run), whole.quantity) for run in runs):
            yield _clash(whole, listed)


def _listed_before(passage: Passage, index: int, whole: NumericClaim) -> list[NumericClaim]:
    """Return the parts that a sum after them can mean."""
    line = passage.line
    here = list(line.amounts[:index])
    near = here[-1].end if here else line.sentence.start
    if not _sums_up(line, line.text(near, whole.start)):
        return []
    kinds = _kinds(line, [*here, whole])
    listed = [part for part in here if addable(part, whole, things=kinds)]
    if any(_counts(part) and part not in listed for part in here):
        return []
    if len(listed) >= _LEAST or passage.before is None:
        return listed
    earlier = [part for part in passage.before.amounts if addable(part, whole)]
    if len(earlier) != len(passage.before.amounts):
        return []
    adds = line.says("adds", line.text(None, whole.start))
    if len(listed) == 1 and len(earlier) == 1 and adds:
        return earlier + listed
    opens = line.says("together", line.text(None, whole.start))
    return earlier if not here and opens else []


def _kinds(line: Line, amounts: Sequence[NumericClaim]) -> bool:
    """Say whether parts count people of kinds that exclude each other: women and men."""
    *parts, whole = amounts
    people = whole.quantity.noun in cue_words("people", line.language)
    enough = people and len(parts) >= _LEAST and all(map(_counts, parts))
    return enough and complementary(line.language, segments(line, parts))


def _counts(claim: NumericClaim) -> bool:
    return claim.quantity.dimension in ("count", "number")


def _sums_up(line: Line, gap: str) -> bool:
    """Say whether the words before an amount call it a sum; "zusammen mit" does not.

    The clause of the sum has no subject and no verb of its own: "Polen hat insgesamt".
    """
    found = cue("total", line.language).search(gap)
    if found is None:
        return False
    opening = gap[: found.start()]
    cuts = [match.end() for match in cue("separator", line.language).finditer(opening)]
    words = [*opening[max(cuts, default=0) :].split(), *gap[found.end() :].split()]
    return all(map(any_cue(("sum_words", "total"), line.language).fullmatch, words))


def _pool(line: Line, whole: NumericClaim) -> bool:
    """Say whether an amount is what the parts are taken from, or what was needed: no sum."""
    rest = line.text(whole.end)
    cut = cue("separator", line.language).search(rest)
    after = rest[: cut.start()] if cut else rest
    before = line.text(None, whole.start)
    found = list(cue("total", line.language).finditer(before))
    opening = before[: found[-1].start()].split()[-2:] if found else []
    of = cue("out_of", line.language).search(" ".join(opening))
    return of is not None or line.says("pool", f"{whole.quote} {after}")


def _other_time(line: Line, last: NumericClaim, whole: NumericClaim) -> bool:
    """Say whether the sum is for a time of its own ("insgesamt in diesem Jahr")."""
    times = [line.sentence.start + period.start for period in line.periods]
    return any(last.end <= time for time in times) and whole.period != last.period


def _total_first(passage: Passage) -> Iterator[Clash]:
    """The sum, then all its parts: "davon entfielen", a colon, "Männer" and "Frauen"."""
    line = passage.line
    if not _lists_parts(line):
        return
    for index in range(len(line.amounts)):
        whole, parts = line.amounts[index], line.amounts[index + 1 :]
        if _told_as_parts(line, whole, parts):
            yield from _against(line, whole, parts)
            break  # what is a part here is no total of the parts behind it
    if passage.before and passage.before.amounts and len(line.amounts) >= _LEAST:
        opening = line.text(None, line.amounts[0].start)
        whole = passage.before.amounts[-1]
        if line.says("of_which", opening) and _told_as_parts(line, whole, line.amounts):
            yield from _against(line, whole, line.amounts)


def _lists_parts(line: Line) -> bool:
    """Say whether any words of the sentence can make a list complete."""
    words = any_cue(("of_which", "rest", "divides"), line.language)
    cues = words.search(line.text()) is not None or ":" in line.text()
    return cues or names_kinds(line.text(), line.language)


def _told_as_parts(line: Line, whole: NumericClaim, parts: Sequence[NumericClaim]) -> bool:
    """Say whether all amounts behind one are of its kind and time, and can be its parts."""
    if len(parts) < _LEAST or line.unread(parts[0].start, line.sentence.end):
        return False
    if any(line.sentence.start + period.start > parts[0].start for period in line.periods):
        return False
    if not all(addable(part, whole, things=True) for part in parts):
        return False
    if complementary(line.language, segments(line, [whole, *parts])):
        return False  # "27 dafür, 14 dagegen, drei enthielten sich": the first is one of the kinds
    opening = line.text(max(whole.end, line.sentence.start), parts[0].start)
    return whole.quantity.dimension != "percent" or line.says("of_which", opening)


def _against(line: Line, whole: NumericClaim, parts: Sequence[NumericClaim]) -> Iterator[Clash]:
    """Yield a clash for parts that are told to be all of a total, or are more than it."""
    things = not all(addable(part, whole) and not _own_thing(line, part) for part in parts)
    opening = line.text(max(whole.end, line.sentence.start), parts[0].start)
    low, high = total(parts)
    if not disjoint(low, high, whole.quantity):
        return
    items = segments(
        line, parts, whole.end if whole.sentence_start == line.sentence.start else None
    )
    apart = whole.quantity.dimension != "money" and complementary(line.language, items)
    ends = len(line.text(parts[-1].end).split()) <= _SHORT
    if things and not apart and not (ends and _listed(line, opening, parts)):
        return
    exceeds = low > whole.quantity.high and (apart or _split_up(line, whole, parts))
    if exceeds or _complete(line, whole, parts, items, apart=apart):
        yield _clash(whole, parts)


def _own_thing(line: Line, part: NumericClaim) -> str:
    """Return the thing that a bare number counts by a word of its own."""
    return "" if part.quantity.noun else line.thing(part)


def _split_up(line: Line, whole: NumericClaim, parts: Sequence[NumericClaim]) -> bool:
    """Say whether the parts are told apart by places: they cannot share what they count."""
    gap = line.text(max(whole.end, line.sentence.start), parts[0].start)
    return line.says("of_which", gap) and parallel(line, parts)


def _complete(
    line: Line,
    whole: NumericClaim,
    parts: Sequence[NumericClaim],
    items: Sequence[str],
    *,
    apart: bool,
) -> bool:
    """Say whether the text lists all parts that there are."""
    gap = line.text(max(whole.end, line.sentence.start), parts[0].start)
    if line.says("some", line.text(max(whole.end, line.sentence.start))):
        return False
    if apart and (line.says("of_which", gap) or line.says("separator", gap) or ":" in gap):
        return True
    if line.says("divides", gap) or (line.says("splits") and line.says("of_which", gap)):
        return True
    if line.says("rest", items[-1]):
        return True
    return _listed(line, gap, parts)


def _listed(line: Line, opening: str, parts: Sequence[NumericClaim]) -> bool:
    """Say whether the parts stand after a colon, the last of them after "und"."""
    joined = line.says("joined", line.text(parts[-2].end, parts[-1].start))
    return opening.rstrip().endswith(":") and joined


def _bullets(passage: Passage) -> Iterator[Clash]:
    """A sentence with the sum and a colon, then a list of one part each."""
    line, items = passage.line, passage.items
    if len(items) < _LEAST or len(line.amounts) != 1 or line.says("some"):
        return
    whole = line.amounts[0]
    if not all(len(item.amounts) == 1 for item in items):
        return
    parts = [item.amounts[0] for item in items]
    fits = all(addable(part, whole) for part in parts)
    if fits and disjoint(*total(parts), whole.quantity):
        yield _clash(whole, parts)


def _clash(whole: NumericClaim, parts: Sequence[NumericClaim]) -> Clash:
    return Clash(
        ((Role.TOTAL, whole), *((Role.PART, part) for part in parts)),
        {"sum": (stated_sum(parts), whole.quantity)},
        {"total": whole.quote, "parts": " + ".join(part.quote for part in parts)},
    )
