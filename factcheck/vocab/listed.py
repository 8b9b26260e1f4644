"""Listed companies by the words of their names without the legal form, from pytickersymbols."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from factcheck import cache as keep
from factcheck.model import Entity
from factcheck.vocab import words as _atoms
from factcheck.vocab.words import atoms

_OWN_FORMS = ("SE", "Aktiengesellschaft", "KGaA", "gGmbH", "UG", "e.K.", "eG")  # not in cleanco
_REMARK = re.compile(r" \([^)]*\)$")  # what an encyclopaedia adds to tell namesakes apart
_SHORTEST = 3
_NAMES = 20_000  # an article asks for each of its names many times
_KEPT = "listed.json"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def strip_form(name: str) -> str:
    """Return a company's name without its legal form ("Nebius Group N.V." -> "Nebius Group")."""
    words = _REMARK.sub("", name).split()
    while len(words) > 1 and is_legal_form(words[-1]) and words[-2] not in ("&", "and", "und"):
        words.pop()
    return " ".join(words).rstrip(",")


@lru_cache(maxsize=_NAMES)
def is_legal_form(word: str) -> bool:
    """Say whether a word can end a company's legal name ("AG", "Inc.", "Corporation")."""
    return _fold(word) in _legal_words()


@lru_cache(maxsize=_NAMES)
def key(name: str) -> str:
    """Return the form under which names are compared: atoms in lower case, one blank between."""
    return " ".join(atom.text for atom in atoms(name)).lower()


def slug(name: str) -> str:
    """Return an id for a name: lower case, German umlauts spelt out, hyphens between words."""
    return key(name).translate(_UMLAUTS).replace(" ", "-")


def listed(name: str) -> Entity | None:
    """Return the listed company of that name, or None. The first call loads the list."""
    found = _companies().get(key(name))
    return Entity(found[0], found[1], "company") if found else None


@cache
def _companies() -> dict[str, list[str]]:
    """Return id and name by key, from the cache where it has them.

    Shortening all names takes a twentieth of a short run.
    """
    made_from = _fingerprint()
    found: Any = keep.load(_KEPT, made_from)
    if isinstance(found, dict):
        return found
    made = _shortened()
    keep.save(_KEPT, made_from, made)
    return made


def _fingerprint() -> str:
    packages = (
        f"{name} {keep.version_of(name)}".encode() for name in ("pytickersymbols", "cleanco")
    )
    code = (Path(file).read_bytes() for file in (__file__, _atoms.__file__))
    return keep.digest(*packages, *code)


def _shortened() -> dict[str, list[str]]:
    from pytickersymbols import PyTickerSymbols

    found: dict[str, list[str]] = {}
    for stock in PyTickerSymbols().get_all_stocks():
        name = strip_form(str(stock["name"]))
        if len(name) >= _SHORTEST:
            found.setdefault(key(name), [slug(name), name])
    return found


@cache
def _legal_words() -> frozenset[str]:
    from cleanco.termdata import terms_by_type

    known = {_fold(term.split()[-1]) for terms in terms_by_type.values() for term in terms}
    return frozenset(known | {_fold(word) for word in _OWN_FORMS})


def _fold(word: str) -> str:
    return word.replace(".", "").replace(",", "").lower()
