"""Counts who stands on which side of a finding, and says which side is likely stale."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck.model import Camps, Claim, Document, Finding, NumericClaim, Role, Verdict
from factcheck.rank.texts import Texts, independent
from factcheck.tables.agencies import agency_of
from factcheck.tables.catalogue import Catalogue, catalogue

Documents = Mapping[str, Document]
_PRIMARY = (Role.PRIMARY, Role.AGREES_WITH_PRIMARY)
_STALE = {  # why -> the message for figures, and that for clauses, too long to be said again
    "trusted": ("stale_trusted", "stale_trusted_clause"),
    "later": ("stale_later", "stale_later_clause"),
}
_MANY = 3  # articles from which on sides are counted
_SHOWN = 3  # articles of a side named in the message
_LONGEST = 60  # letters of a quote in the message


def with_camps(
    finding: Finding,
    documents: Documents,
    texts: Texts,
    drafts: Collection[str] = (),
    language: str = "en",
) -> Finding:
    """Return the finding with its sides counted, and what follows said in its message.

    Findings inside one article, sums and agreements have no sides.
    """
    sides = [[], []] if _one_sided(finding) else _split(finding, documents)
    if not all(sides):
        return finding
    texts_of = [independent(side, texts) for side in sides]
    stale, because = _stale(finding, sides, [len(found) for found in texts_of], documents, drafts)
    if finding.verdict is Verdict.UPDATE:
        stale = None
    copies = sum(len(names) - 1 for found in texts_of for names in found.values())
    camps = Camps(len(texts_of[0]), len(texts_of[1]), copies, stale, because if stale else "")
    if camps == Camps(1, 1):
        return finding
    told = _told(finding, camps, sides, texts_of, documents, catalogue(language))
    return replace(finding, camps=camps, message=finding.message + told)


def _one_sided(finding: Finding) -> bool:
    same = finding.primary.document == finding.secondary.document
    return same or finding.verdict is Verdict.AGREEMENT or finding.kind == "arithmetic"


def _split(finding: Finding, documents: Documents) -> list[list[Claim]]:
    sides: list[list[Claim]] = [[], []]
    for member in finding.claims:
        if member.claim.document in documents:
            sides[member.role not in _PRIMARY].append(member.claim)
    return sides


def _stale(
    finding: Finding,
    sides: Sequence[Sequence[Claim]],
    counts: Sequence[int],
    documents: Documents,
    drafts: Collection[str],
) -> tuple[Role | None, str]:
    """Return the side that is likely stale, and why.

    That is the one against a trusted source; else, of two that exclude each other, the one that
    was published before the other, unless more texts stand with it, or only drafts with the later.
    """
    roles = (Role.PRIMARY, Role.COUNTERPART)
    trusted = [any(documents[c.document].trusted for c in side) for side in sides]
    if trusted[0] != trusted[1]:
        return roles[trusted.index(False)], "trusted"
    if finding.verdict is not Verdict.CONTRADICTION:
        return None, ""
    for earlier, later in ((0, 1), (1, 0)):
        drafted = all(claim.document in drafts for claim in sides[later])
        before = _before(sides[earlier], sides[later], documents)
        if before and not drafted and counts[later] >= counts[earlier]:
            return roles[earlier], "later"
    return None, ""


def _before(left: Iterable[Claim], right: Iterable[Claim], documents: Documents) -> bool:
    """Say whether all articles of one side were published before all of the other."""
    first, second = ([_day(documents[c.document]) for c in side] for side in (left, right))
    ends = [day for day in first if day], [day for day in second if day]
    known = len(ends[0]) == len(first) and len(ends[1]) == len(second)
    return known and max(ends[0]) < min(ends[1])


def _day(document: Document) -> date | None:
    return None if document.published_inferred else document.published


def _told(
    finding: Finding,
    camps: Camps,
    sides: Sequence[Sequence[Claim]],
    texts_of: Sequence[Mapping[str, set[str]]],
    documents: Documents,
    words: Catalogue,
) -> str:
    """Return the sentences that tell the sides: their size, copies, and the likely stale one."""
    quotes = {"left": _quote(finding.primary), "right": _quote(finding.secondary)}
    told = []
    if min(camps.primary, camps.counterpart) > 1:
        named = {"lefts": _named(sides[0], documents, words)}
        named["rights"] = _named(sides[1], documents, words)
        told.append(words.text("camps_split", **quotes, **named))
    elif camps.primary + camps.counterpart >= _MANY:
        told.append(words.text("camps", **quotes, a=camps.primary, b=camps.counterpart))
    told += [_copies(names, documents, words) for found in texts_of for names in found.values()]
    if camps.stale:
        told.append(_stale_text(finding, camps, sides, documents, words))
    return "".join(f" {text}" for text in told if text)


def _copies(names: set[str], documents: Documents, words: Catalogue) -> str:
    if len(names) < 2:
        return ""
    agency = agency_of(documents[name].text for name in sorted(names))
    key = "camps_copies_agency" if agency else "camps_copies"
    return words.text(key, n=len(names), agency=agency)


def _stale_text(
    finding: Finding,
    camps: Camps,
    sides: Sequence[Sequence[Claim]],
    documents: Documents,
    words: Catalogue,
) -> str:
    stale_first = camps.stale is Role.PRIMARY
    stale, other = (finding.primary, finding.secondary)[:: 1 if stale_first else -1]
    speakers = [documents[claim.document] for claim in sides[stale_first]]
    speakers.sort(key=lambda d: (not d.trusted, str(d.published), d.id))
    return words.text(
        _STALE[camps.because][not isinstance(stale, NumericClaim)],
        stale=_quote(stale),
        other=_quote(other),
        source=_source(speakers[0], words),
    )


def _named(side: Sequence[Claim], documents: Documents, words: Catalogue) -> str:
    """Return the articles of a side, earliest first, by source and date."""
    articles = {claim.document: documents[claim.document] for claim in side}
    ordered = sorted(articles.values(), key=lambda d: (str(d.published), d.source, d.id))
    shown = [_source(document, words) for document in ordered[:_SHOWN]]
    more = len(ordered) - len(shown)
    return ", ".join([*shown, words.text("more_left_out", n=more)] if more else shown)


def _source(document: Document, words: Catalogue) -> str:
    name = document.source or document.title or document.id
    return f"{name} ({words.day(document.published)})" if document.published else name


def _quote(claim: Claim) -> str:
    quote = " ".join(claim.quote.split())
    short = isinstance(claim, NumericClaim) or len(quote) <= _LONGEST
    return quote if short else quote[:_LONGEST].rsplit(" ", 1)[0] + " …"
