"""One file per rule. For numbers the first rule that gives a verdict decides."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.compare.numeric import NumericOutcome
from factcheck.compare.rules import (
    fc101_value_conflict,
    fc102_value_discrepancy,
    fc103_value_update,
    fc104_value_agreement,
    fc201_date_conflict,
    fc202_duration_conflict,
    fc403_headline_mismatch,
)
from factcheck.model import Rule, Verdict

Judge = Callable[[NumericOutcome], Verdict | None]

NUMERIC_RULES: tuple[tuple[Rule, Judge], ...] = tuple(
    (module.RULE, module.judge)
    for module in (
        fc403_headline_mismatch,
        fc103_value_update,
        fc201_date_conflict,
        fc202_duration_conflict,
        fc101_value_conflict,
        fc102_value_discrepancy,
        fc104_value_agreement,
    )
)
