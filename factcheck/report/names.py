"""Ids of tables as the words that an editor knows: metrics, predicates, states, levels."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from factcheck.model import Evidence
from factcheck.report.escape import clipped, visible
from factcheck.report.sides import LONGEST_NAME
from factcheck.tables.catalogue import Catalogue
from factcheck.tables.metrics import metrics
from factcheck.tables.predicates import predicate_rows, role_rows
from factcheck.tables.units import units

PLAIN_LEVELS = ("same", "none", "compared")  # nothing that a reader need be told
_COUNTED = re.compile(r"(?P<stem>[a-z_]+)_(?P<n>\d+)")
_NEGATED = "not "
_BLOCK = "block:"
_UNLISTED = "text:"  # how the id of a name begins that no table has


def sides_of(item: Evidence, words: Catalogue) -> str:
    """Return what the two claims say of an aspect, once where they say the same."""
    name = _NAMES.get(item.aspect, _as_it_is)
    sides = [name(side, words) for side in (item.left, item.right) if side]
    shown = (visible(clipped(side, LONGEST_NAME)) for side in sides if side)
    return " ↔ ".join(dict.fromkeys(shown))


def level_of(item: Evidence, words: Catalogue) -> str:
    """Return the level in brackets, or nothing where the aspect is plainly the same."""
    return "" if item.level in PLAIN_LEVELS else f" ({level_name(item, words)})"


def level_name(item: Evidence, words: Catalogue) -> str:
    """Return what the level means, as far as the catalogue knows it."""
    own = f"{item.aspect}_{item.level}"
    if words.name("level", own) != own:
        return words.name("level", own)
    counted = _COUNTED.fullmatch(item.level)
    if counted:
        known = words.name("level", f"{counted['stem']}_n")
        if "{n}" in known:
            return known.format(n=counted["n"])
    return visible(words.name("level", item.level).replace("_", " "))


def metric_name(metric: str, words: Catalogue) -> str:
    """Return a metric's first word, or the text itself where no row has it."""
    row = metrics().get(metric)
    if row is None:
        return metric
    word = row.words(words.language)[0].strip("=*")
    return word[:1].upper() + word[1:] if words.language == "de" else word


def predicate_name(predicate: str, words: Catalogue) -> str:
    """Return the label of a family of relations, or the text itself where no row has it."""
    row = predicate_rows().get(predicate)
    return row.label.get(words.language, predicate) if row else predicate


def state_name(state: str, words: Catalogue) -> str:
    """Return what became of a relation, its negation in front."""
    if state.startswith(_NEGATED):
        return words.text("state_not", state=words.name("state", state.removeprefix(_NEGATED)))
    return words.name("state", state)


def proposer_name(proposer: str, words: Catalogue) -> str:
    """Return what brought two claims together: a key that both have, or their likeness."""
    key = proposer.removeprefix(_BLOCK).replace("+", "_")
    named = words.name("proposed", key)
    return proposer if named == key else named


def _unit_name(unit: str, words: Catalogue) -> str:
    row = units().get(unit)
    known = row.words(words.language) if row else ()
    return known[0] if known else unit


def _role_name(role: str, words: Catalogue) -> str:
    row = role_rows().get(role)
    known = row.words(words.language) if row else ()
    return known[0] if known else role


def _plain_names(text: str, words: Catalogue) -> str:
    return text.replace(_UNLISTED, "").replace("_", " ")


def _places(text: str, words: Catalogue) -> str:
    return _plain_names(text, words).replace("-", " ").title()


def _not_again(text: str, words: Catalogue) -> str:
    return ""  # the whole sentence stands above


def _modality_name(modality: str, words: Catalogue) -> str:
    return words.name("modality", modality)


def _figure_name(aspect: str, words: Catalogue) -> str:
    return words.name("figure", aspect)


def _as_it_is(text: str, words: Catalogue) -> str:
    return text


_NAMES: Mapping[str, Callable[[str, Catalogue], str]] = MappingProxyType(
    {
        "metric": metric_name,
        "predicate": predicate_name,
        "state": state_name,
        "modality": _modality_name,
        "aspect": _figure_name,
        "unit": _unit_name,
        "role": _role_name,
        "names": _places,
        "place": _places,
        "qualifiers": _plain_names,
        "settled": metric_name,
        "wording": _not_again,
        "frame": _not_again,
    }
)
