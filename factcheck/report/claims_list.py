"""What was extracted, for `factcheck claims`: as JSON (factcheck/claims@1) and for reading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from factcheck.model import Claim, Document, NumericClaim, RelationalClaim
from factcheck.report import Options, normalized
from factcheck.report.escape import visible
from factcheck.report.json_report import dumped
from factcheck.report.names import metric_name, predicate_name, state_name
from factcheck.report.paper import Paper
from factcheck.report.position import LineIndex
from factcheck.report.view import said_by
from factcheck.tables.catalogue import Catalogue, catalogue
from factcheck.vocab import amounts

SCHEMA = "factcheck/claims@1"


def as_json(claims: Sequence[Claim], documents: Sequence[Document]) -> str:
    """Return the claims as JSON, in the order given; `document` is the path."""
    paths = {document.id: document.path for document in documents}
    return dumped({"schema": SCHEMA, "claims": [_claim(claim, paths) for claim in claims]})


def as_text(claims: Sequence[Claim], documents: Sequence[Document], options: Options) -> str:
    """Return the claims for reading, under their articles."""
    words, paper = catalogue(options.ui_language), Paper(options.width, color=options.color)
    known = {document.id: document for document in documents}
    for document_id, group in groupby(claims, key=lambda claim: claim.document):
        document = known.get(document_id) or Document(document_id, document_id, "")
        _article(paper, document, list(group), words)
    paper.line((f"{words.text('label_claims')}: {len(claims)}", "label"))
    return paper.text()


def _article(paper: Paper, document: Document, claims: list[Claim], words: Catalogue) -> None:
    paper.line((visible(document.title or document.path), "strong"))
    paper.line((f"{visible(document.path)} · {said_by(document, words)}", "label"))
    lines = LineIndex(document.text)
    for claim in claims:
        place = f"{lines.at(claim.start).line:>5}  "
        paper.line((place, "label"), (visible(claim.quote), "quote"), indent=len(place))
        paper.line((" " * len(place) + gist(claim, words), "label"), indent=len(place))
    paper.blank()


def gist(claim: Claim, words: Catalogue) -> str:
    """Return in one line what was understood: who, what, how much, when, how surely."""
    parts = [claim.subject.name if claim.subject else "?"]
    if isinstance(claim, NumericClaim):
        parts += [
            metric_name(claim.metric, words) or "?",
            amounts.label(claim.quantity, words.language),
        ]
    elif isinstance(claim, RelationalClaim):
        thing = claim.object.name if claim.object else claim.object_text
        state = f"not {claim.state}" if claim.negated else claim.state
        said = f"{predicate_name(claim.predicate, words)}: {state_name(state, words)}"
        parts += [said, thing]
    parts += [span(claim, words), words.name("modality", claim.modality)]
    return visible(" · ".join(dict.fromkeys(part for part in parts if part)))


def span(claim: Claim, words: Catalogue) -> str:
    """Return the claim's period as dates, or as written where no dates are known."""
    start, end = claim.period.start, claim.period.end
    if start is None and end is None:
        return claim.period.label
    ends = [words.day(value) if value else "…" for value in (start, end)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _claim(claim: Claim, paths: dict[str, str]) -> dict[str, Any]:
    numeric = claim if isinstance(claim, NumericClaim) else None
    relational = claim if isinstance(claim, RelationalClaim) else None
    thing = numeric.object if numeric else relational.object if relational else None
    return {
        "document": paths.get(claim.document, claim.document),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "sentence": claim.sentence,
        "type": "numeric" if numeric else "relational",
        "subject": normalized.name(claim.subject),
        "metric": numeric.metric if numeric else None,
        "aspect": numeric.aspect.value if numeric else None,
        "quantity": normalized.quantity(numeric.quantity) if numeric else None,
        "predicate": relational.predicate if relational else None,
        "polarity": relational.polarity if relational else None,
        "object": normalized.name(thing)
        or (relational.object_text or None if relational else None),
        "period": normalized.period(claim.period),
        "modality": claim.modality.value,
        "attribution": claim.attribution or None,
        "negated": claim.negated,
    }
