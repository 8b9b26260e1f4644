"""Where a report was written ("Kiel - ", "JAKARTA -- ", "Hamburg. "): no part of its sentence."""

from __future__ import annotations

import re

from factcheck.vocab.entities import lexicon
from factcheck.vocab.words import atoms

_TOWN = r"[^\W\d_a-zß][\w.]*(?:[ -](?:[^\W\d_a-zß][\w.]*|(?:am|an|der|im|in|ob|bei|de|of)\b)){0,3}"
_DASH = re.compile(rf"\W*({_TOWN}(?:/{_TOWN})*) +(?:-{{1,2}}|[–—]) +(?=[\"„“»(]?[\dA-ZÄÖÜ])")
_STOP = re.compile(rf"\W*({_TOWN}(?:/{_TOWN})*)\. +(?=[\"„“»(]?[\dA-ZÄÖÜ])")
_LONGEST = 60  # code points that a dateline may take


def dateline_length(text: str, language: str, *, opening: bool) -> int:
    """Return the length of the dateline before a paragraph's first sentence, 0 when it has none.

    A town that no table knows counts before a dash where the article opens, which is the
    `opening` paragraph; a full stop needs a town that is known, there.
    """
    head = text[:_LONGEST]
    dash = _DASH.match(head)
    if dash is not None:
        kinds = _kinds(dash[1], language)
        return dash.end() if kinds <= {"place"} and (kinds or opening) else 0
    stop = _STOP.match(head) if opening else None
    return stop.end() if stop is not None and _kinds(stop[1], language) == {"place"} else 0


def _kinds(towns: str, language: str) -> set[str]:
    """Return what the names joined by strokes are, as far as the table knows them."""
    kinds = {_kind(town, language) for town in towns.split("/")}
    return kinds - {""}


def _kind(town: str, language: str) -> str:
    words, known = [atom.text for atom in atoms(town)], lexicon(language)
    for form in (words, [word.capitalize() for word in words]):
        for name in known.starting(form[0]):
            if list(name.atoms) == form:
                return known.entity(name.entity).kind
    return ""
