"""Names that the table knows, found in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.lang.entities import words_of
from factcheck.vocab.entities import Lexicon
from factcheck.vocab.entity_names import Name
from factcheck.vocab.words import Word, atoms

# What may stand between the parts of a name.
_OPENING, _CLOSING = " (", ")"  # "Frankfurt (Oder)"
_GAPS = frozenset(
    {
        "",
        " ",
        "\u00a0",
        "-",
        "\u2011",
        "\u2013",
        ".",
        ". ",
        "'",
        "’",
        "/",
        " & ",
        "+",
        " + ",
        ", ",
        _OPENING,
    }
)
_APOSTROPHES = ("'s", "’s", "'", "’")
_SHORTEST_GENITIVE = 4
_SHORTEST_CAPITALS = 4
_HYPHENS = "-\u2011"


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in the sentence; `head` is the rest of a hyphen compound ("Partnerschaft")."""

    start: int
    end: int
    name: Name
    how: str
    head: str = ""


def find_hits(text: str, lexicon: Lexicon) -> list[Hit]:
    """Return the table's names in a sentence, in order; of overlapping ones the longest."""
    cut = atoms(text)
    found: list[Hit] = []
    position = 0
    while position < len(cut):
        if not lexicon.may_start(cut[position].text):
            position += 1
            continue
        hit, used = _at(text, cut, position, lexicon)
        if hit is not None:
            found.append(hit)
        position += used
    return found


def _at(text: str, cut: Sequence[Word], position: int, lexicon: Lexicon) -> tuple[Hit | None, int]:
    first = _in_small(cut[position].text, lexicon)
    for name in lexicon.starting(first):
        if (hit := _match(text, cut, position, name, lexicon)) is not None:
            return hit, len(name.atoms)
    if first.endswith("s"):
        for stem in (first[:-1], first[:-2] if first.endswith("es") else ""):
            for name in lexicon.starting(stem):
                if len(name.atoms) == 1 and _takes_genitive(name, first):
                    return _hit(
                        text, cut[position], cut[position].end, name, "genitive", lexicon
                    ), 1
    return None, 1


def _match(
    text: str, cut: Sequence[Word], position: int, name: Name, lexicon: Lexicon
) -> Hit | None:
    last = position + len(name.atoms) - 1
    if last >= len(cut):
        return None
    how = name.how
    for offset, wanted in enumerate(name.atoms):
        word = cut[position + offset]
        written = _in_small(word.text, lexicon) if offset == 0 else _like(word.text, wanted)
        if offset and text[cut[position + offset - 1].end : word.start] not in _GAPS:
            return None
        if written != wanted:
            if offset == 0 or position + offset != last or written != wanted + "s":
                return None
            how = "genitive"
    end = cut[last].end
    closes = _OPENING in text[cut[position].end : end] and text.startswith(_CLOSING, end)
    return _hit(text, cut[position], end + closes, name, how, lexicon)


def _in_small(atom: str, lexicon: Lexicon) -> str:
    """Return an atom in capitals ("BERLIN") as the table writes it, any other as it is."""
    if len(atom) >= _SHORTEST_CAPITALS and atom.isupper() and not lexicon.starting(atom):
        return atom.capitalize()
    return atom


def _like(atom: str, wanted: str) -> str:
    same = len(atom) > 1 and atom.isupper() and atom == wanted.upper()
    return wanted if same else atom


def _takes_genitive(name: Name, word: str) -> bool:
    return (
        name.how != "adjective"
        and len(word) >= _SHORTEST_GENITIVE
        and (len(word) - len(name.atoms[0]) == 1 or not word[:-2].isupper())
    )


def _hit(text: str, first: Word, end: int, name: Name, how: str, lexicon: Lexicon) -> Hit | None:
    head = _head(text, end)
    if head and (head in words_of(lexicon.language, "not_head") or _lowers_into_word(name, head)):
        return None
    if head:
        return Hit(first.start, end, name, "compound", head)
    if how in ("name", "alias") and text.startswith(_APOSTROPHES[:2], end):
        how = "genitive"
    return Hit(first.start, end, name, how)


def _head(text: str, end: int) -> str:
    """Return the last part of the compound that goes on after `end`, or an empty string."""
    if end + 1 >= len(text) or text[end] not in _HYPHENS or not text[end + 1].isalnum():
        return ""
    stop = end + 1
    while stop < len(text) and (text[stop].isalnum() or text[stop] in _HYPHENS):
        stop += 1
    return text[end + 1 : stop].rstrip(_HYPHENS).rpartition("-")[2]


def _lowers_into_word(name: Name, head: str) -> bool:
    return name.how == "adjective" and name.atoms[0][0].islower() and head[0].islower()
