"""The settings of a run: what the command line and configuration files share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.rows import load_rows


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; see the head of settings.toml for the keys."""

    id: str
    kind: str
    help: str
    example: str
    default: str = ""
    choices: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 0.0

    @property
    def parameter(self) -> str:
        """Return the name that the value has in Python."""
        return self.id.replace("-", "_")

    @property
    def multiple(self) -> bool:
        """Say whether it may be given several times."""
        return self.kind in ("files", "paths")


@cache
def settings() -> dict[str, Setting]:
    """Return the settings by name, in the order of the table."""
    return load_rows(Path(__file__).with_suffix(".toml"), Setting)
