"""The evidence that two relational claims speak of one thing, each level with its weight."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from factcheck.compare.relation_aspects import AROUND
from factcheck.compare.relation_told import Told
from factcheck.compare.rules.relations_protocol import Pairing
from factcheck.model import Evidence, RelationalClaim
from factcheck.tables.predicates import predicate_rows
from factcheck.tables.weights import relation_weights

_MOST = 60.0  # bits; more changes no digit of a probability


def weighed(pairing: Pairing, fillers: str = "") -> tuple[Evidence, ...]:
    """Return the level of each aspect with its weight in bits, then the states that are compared.

    `fillers` names the side ("subject" or "object") that has to differ, where one does.
    """
    table = relation_weights()
    levels = (*_sides(pairing, fillers), *_around(pairing))
    weights = (table.get(item.aspect, {}).get(item.level, 0.0) for item in levels)
    first, second = pairing.claims
    states = Evidence("state", _state(first), _state(second), "compared")
    return (*(replace(e, weight=w) for e, w in zip(levels, weights, strict=True)), states)


def probability(evidence: Iterable[Evidence]) -> float:
    """Return how likely the claims speak of one thing, from 0 to 1."""
    bits = relation_weights()["prior"]["relational"] + sum(item.weight for item in evidence)
    return 1.0 / (1.0 + math.exp2(-max(min(bits, _MOST), -_MOST)))


def _sides(pairing: Pairing, fillers: str) -> tuple[Evidence, ...]:
    """Return the sides; a family that can do without an object hardly misses one."""
    spare = predicate_rows()[pairing.earlier.predicate].intransitive
    found = []
    for item in pairing.shown():
        level = "fillers" if item.aspect == fillers else item.level
        if spare and item.aspect == "object" and level in ("one_missing", "both_missing"):
            level = f"{level}_spare"
        found.append(replace(item, level=level))
    return tuple(found)


def _around(pairing: Pairing) -> tuple[Evidence, ...]:
    told = [Told(c, day) for c, day in zip(pairing.claims, pairing.published, strict=True)]
    return tuple(
        Evidence(
            comparison.aspect,
            comparison.show(told[0]),
            comparison.show(told[1]),
            comparison.decide(told[0], told[1]).name,
        )
        for comparison in AROUND
    )


def _state(claim: RelationalClaim) -> str:
    return f"not {claim.state}" if claim.negated else claim.state
