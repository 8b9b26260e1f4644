"""Unknown words that an article uses as German uses names: bare, where a noun needs an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from factcheck.extract.entities.scan import Scan
from factcheck.extract.tagging import is_adjective_form, is_known, is_name, is_verb
from factcheck.lang.entities import words_of

_SHORTEST = 3
_LONG = 12  # unknown words from here on are compounds


def bare_names(scans: Iterable[Scan]) -> set[str]:
    """Return the unknown words that stand bare before a singular verb and never with an article."""
    bare: Counter[str] = Counter()
    other: set[str] = set()
    for scan in scans:
        for at in range(len(scan.words)) if scan.language == "de" else ():
            if _is_candidate(scan, at):
                word = scan.words[at].text
                if not stands_bare(scan, at):
                    other.add(word)
                elif _has_singular_verb(scan, at):
                    bare[word] += 1
    return {word for word in bare if word not in other}


def stands_bare(scan: Scan, at: int) -> bool:
    """Say whether neither article nor adjective stands before the word."""
    if at == 0:
        return True
    before = scan.words[at - 1].text
    if scan.determiner(at) or before in words_of(scan.language, "as"):
        return False
    if before[0].isdigit() or before.lower() in words_of(scan.language, "quantifier"):
        return False
    return not (before.islower() and is_adjective_form(before, scan.language))


def _is_candidate(scan: Scan, at: int) -> bool:
    word = scan.words[at].text
    if not (word[0].isupper() and word.isalpha() and len(word) >= _SHORTEST):
        return False
    if word.lower().endswith(_noun_endings(scan.language)) or is_known(word, scan.language):
        return False
    return len(word) < _LONG or is_name(word, scan.language)


@cache
def _noun_endings(language: str) -> tuple[str, ...]:
    return tuple(words_of(language, "noun_ending"))


def _has_singular_verb(scan: Scan, at: int) -> bool:
    """Say whether the next word, or the one before it, may be a verb of the third person."""
    verbs = words_of(scan.language, "singular_verb")
    following = scan.words[at + 1].text if at + 1 < len(scan.words) else ""
    if following in verbs:
        return True
    if following.endswith(("t", "te")) and is_verb(following, scan.language):
        return True
    return at > 0 and scan.words[at - 1].text in verbs
