"""The types that every stage shares.

Nothing in here imports anything else of ours. Offsets count Unicode code points of the document's
text; `end` is exclusive; dates are inclusive at both ends.
"""

from __future__ import annotations

from factcheck.model.claims import (
    CandidatePair,
    Claim,
    NumericClaim,
    RelationalClaim,
)
from factcheck.model.findings import (
    Camps,
    Comparison,
    Evidence,
    Finding,
    FindingClaim,
    Level,
    Report,
    Rule,
    Skipped,
)
from factcheck.model.reading import (
    Entity,
    EntityMention,
    Period,
    PeriodMention,
    Quantity,
    QuantityMention,
    Resolution,
)
from factcheck.model.terms import (
    Aspect,
    Modality,
    Outcome,
    Role,
    Severity,
    Verdict,
)
from factcheck.model.text import (
    Document,
    Sentence,
    SentenceKind,
    Span,
    Token,
)

__all__ = [
    "Aspect",
    "Camps",
    "CandidatePair",
    "Claim",
    "Comparison",
    "Document",
    "Entity",
    "EntityMention",
    "Evidence",
    "Finding",
    "FindingClaim",
    "Level",
    "Modality",
    "NumericClaim",
    "Outcome",
    "Period",
    "PeriodMention",
    "Quantity",
    "QuantityMention",
    "RelationalClaim",
    "Report",
    "Resolution",
    "Role",
    "Rule",
    "Sentence",
    "SentenceKind",
    "Severity",
    "Skipped",
    "Span",
    "Token",
    "Verdict",
]
