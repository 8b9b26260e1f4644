"""Listed companies by the words of their names without the legal form, from pytickersymbols."""

from __future__ import annotations

import re
from functools import cache

from factcheck.model import Entity
from factcheck.vocab.words import atoms

_OWN_FORMS = ("SE", "Aktiengesellschaft", "KGaA", "gGmbH", "UG", "e.K.", "eG")  # not in cleanco
_REMARK = re.compile(r" \([^)]*\)$")  # what an encyclopaedia adds to tell namesakes apart
_SHORTEST = 3
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def strip_form(name: str) -> str:
    """Return a company's name without its legal form ("Nebius Group N.V." -> "Nebius Group")."""
    words = _REMARK.sub("", name).split()
    while len(words) > 1 and is_legal_form(words[-1]) and words[-2] not in ("&", "and", "und"):
        words.pop()
    return " ".join(words).rstrip(",")


def is_legal_form(word: str) -> bool:
    """Say whether a word can end a company's legal name ("AG", "Inc.", "Corporation")."""
    return _fold(word) in _legal_words()


def key(name: str) -> str:
    """Return the form under which names are compared: atoms in lower case, one blank between."""
    return " ".join(atom.text for atom in atoms(name)).lower()


def slug(name: str) -> str:
    """Return an id for a name: lower case, German umlauts spelt out, hyphens between words."""
    return key(name).translate(_UMLAUTS).replace(" ", "-")


def listed(name: str) -> Entity | None:
    """Return the listed company of that name, or None. The first call loads the list."""
    return _companies().get(key(name))


@cache
def _companies() -> dict[str, Entity]:
    from pytickersymbols import PyTickerSymbols

    found: dict[str, Entity] = {}
    for stock in PyTickerSymbols().get_all_stocks():
        name = strip_form(str(stock["name"]))
        if len(name) >= _SHORTEST:
            found.setdefault(key(name), Entity(slug(name), name, "company"))
    return found


@cache
def _legal_words() -> frozenset[str]:
    from cleanco.termdata import terms_by_type

    known = {_fold(term.split()[-1]) for terms in terms_by_type.values() for term in terms}
    return frozenset(known | {_fold(word) for word in _OWN_FORMS})


def _fold(word: str) -> str:
    return word.replace(".", "").replace(",", "").lower()
