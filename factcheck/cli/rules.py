"""The register of rules, for those who ask what one means."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from factcheck.model import Rule


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by id, from the modules of factcheck.compare.rules."""
    from factcheck.compare import rules

    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        found.update({rule.id: rule for rule in vars(module).values() if isinstance(rule, Rule)})
    return dict(sorted(found.items()))


def find_rule(name: str) -> Rule | None:
    """Return the rule with that id or name, whatever its case; None where there is none."""
    wanted = name.strip().casefold()
    for rule in all_rules().values():
        if wanted in (rule.id.casefold(), rule.name.casefold()):
            return rule
    return None
