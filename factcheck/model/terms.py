"""The words of the program, each with its fixed set of values."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What two comparable claims are to each other."""

    CONTRADICTION = "contradiction"
    DISCREPANCY = "discrepancy"
    UPDATE = "update"
    AGREEMENT = "agreement"


class Severity(StrEnum):
    """How loud a finding is; `--fail-on` compares against it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Modality(StrEnum):
    """How far the text commits to the claim. Which ones compare is a table (modality.toml)."""

    ACTUAL = "actual"
    REPORTED = "reported"
    ANNOUNCED = "announced"
    NEGOTIATED = "negotiated"
    POSSIBLE = "possible"
    FORECAST = "forecast"
    DENIED = "denied"


class Aspect(StrEnum):
    """Which side of a measurand a number speaks about."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    COUNT = "count"
    DATE = "date"
    DURATION = "duration"
    RANK = "rank"


class Role(StrEnum):
    """The part that a claim plays in a finding."""

    PRIMARY = "primary"
    COUNTERPART = "counterpart"
    AGREES_WITH_PRIMARY = "agrees_with_primary"
    AGREES_WITH_COUNTERPART = "agrees_with_counterpart"
    PART = "part"
    TOTAL = "total"


class Outcome(StrEnum):
    """What a level means for comparability."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
