"""Known and accepted findings: the baseline file, and ignore comments inside articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from factcheck.model import Document, Finding
from factcheck.suppress import baseline as accepted
from factcheck.suppress import inline


@dataclass(frozen=True, slots=True)
class Outcome:
    """What remains, what is known (each with its `suppression`), and what to tell the user."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    notices: tuple[str, ...] = ()


def suppress(
    findings: Iterable[Finding],
    documents: Iterable[Document],
    baseline: accepted.Baseline | None = None,
    today: date | None = None,
) -> Outcome:
    """Take away what comments in the articles and the baseline accept.

    `today` (default: the current day) decides which baseline entries have expired. Notices name
    malformed and stale ignore comments, and expired baseline entries.
    """
    remaining, commented, stale = inline.apply(findings, documents)
    if baseline is None:
        return Outcome(remaining, commented, stale)
    kept, known, lapsed = accepted.apply(remaining, baseline, today or date.today())
    expired = tuple(accepted.expiry_notice(entry) for entry in lapsed if entry.until)
    return Outcome(kept, commented + known, stale + expired)
