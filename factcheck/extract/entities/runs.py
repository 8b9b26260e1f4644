"""Runs of capitalised words that no table knows: people, companies, and names that stay text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.entities.nouns import class_noun, is_role, kind_said
from factcheck.extract.entities.scan import Scan
from factcheck.extract.tagging import is_known, is_name, is_noun
from factcheck.lang.entities import words_of
from factcheck.model import EntityMention
from factcheck.vocab.listed import is_legal_form
from factcheck.vocab.numerals import numerals
from factcheck.vocab.words import Word

_LONGEST_RUN = 6


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one unknown name; positions in the scan. `form` is a legal form after it."""

    first: int
    last: int
    form: bool = False


def find_runs(scan: Scan, named: Sequence[EntityMention]) -> list[Run]:
    """Return the runs of name-like words that no mention covers, in order."""
    if scan.language == "en" and _is_title_case(scan):
        return []
    taken = _taken(scan, named)
    return [run for first, last in _capitals(scan, taken) for run in _pieces(scan, first, last)]


def _is_title_case(scan: Scan) -> bool:
    letters = [word.text for word in scan.words if len(word.text) > 3 and word.text.isalpha()]
    return len(letters) > 3 and all(word[0].isupper() for word in letters)


def _taken(scan: Scan, named: Sequence[EntityMention]) -> set[int]:
    return {
        at
        for mention in named
        for at in range(scan.index(mention.start), scan.index(mention.end - 1) + 1)
    }


def _capitals(scan: Scan, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last position of each run of capitalised words, particles inside."""
    at, count = 0, len(scan.words)
    while at < count:
        if at in taken or not _is_capital(scan.words[at]):
            at += 1
            continue
        last = at
        while last + 1 < count and last - at < _LONGEST_RUN:
            step = _step(scan, last, taken)
            if not step:
                break
            last += step
        yield at, last
        at = last + 1


def _step(scan: Scan, last: int, taken: set[int]) -> int:
    """Return how many words further the run goes on: 0, 1, or 2 to 3 over particles."""
    particles = words_of(scan.language, "particle")
    for step in (1, 2, 3):
        at = last + step
        if at >= len(scan.words) or at in taken or not _touches(scan, at):
            return 0
        word = scan.words[at]
        if _is_capital(word):
            return step
        if word.text not in particles:
            return 0
        particles = words_of(scan.language, "second_particle")
    return 0


def _touches(scan: Scan, at: int) -> bool:
    before, word = scan.words[at - 1], scan.words[at]
    gap = scan.text[before.end : word.start]
    return gap in (" ", "\u00a0") or (word.text == "." and len(before.text) == 1)


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() and word.text[-1].isalnum()


def _pieces(scan: Scan, first: int, last: int) -> Iterator[Run]:
    """Cut a run at words that are known nouns; the pieces are names."""
    start = first
    for at in range(first, last + 2):
        if at <= last and not _is_plain(scan, at):
            continue
        if (run := _trim(scan, start, at - 1)) is not None:
            yield _with_nouns(scan, run, first) if run.form else run
        start = at + 1


def _with_nouns(scan: Scan, run: Run, first: int) -> Run:
    """Return a firm's run with the nouns of its name ("Maschinenbau Huber GmbH")."""
    start = run.first
    while start > first and not _is_apposition(scan.words[start - 1].text, scan.language):
        start -= 1
    return Run(start, run.last, run.form)


def _is_apposition(word: str, language: str) -> bool:
    lower = word.lower()
    steering = any(lower in words_of(language, sort) for sort in ("definite", "indefinite"))
    return steering or class_noun(word, language) is not None or not word[0].isupper()


def _is_plain(scan: Scan, at: int) -> bool:
    """Say whether the word is an ordinary one, that is no part of a name."""
    text, language = scan.words[at].text, scan.language
    if is_legal_form(text) or not text[0].isupper():
        return False
    if text in words_of(language, "not_name"):
        return True
    if text in words_of(language, "org_word") or text in words_of(language, "institution_word"):
        return False
    if at > 0 and text in words_of(language, "name_tail") and _touches(scan, at):
        return False
    if (language == "en" and not _opens(scan, at)) or _is_surname(scan, at):
        return False
    return is_known(text, language) and not is_name(text, language)


def _opens(scan: Scan, at: int) -> bool:
    """Say whether any word would be written large here: first of all, or behind a colon."""
    return at == 0 or ":" in scan.text[scan.words[at - 1].start : scan.words[at].start]


def _is_surname(scan: Scan, at: int) -> bool:
    """Say whether a noun stands after a first name, as a surname does ("Petra Sommer")."""
    if at == 0 or not _touches(scan, at):
        return False
    first, word = scan.words[at - 1].text, scan.words[at].text
    if not first[0].isupper() or kind_said(word, scan.language) or is_role(word, scan.language):
        return False
    return is_known(first, scan.language) and is_name(first, scan.language)


def _is_lead(word: str, language: str) -> bool:
    """Say whether a run's first word is not yet the name ("Eventagentur Zappzoom")."""
    if not word[0].isupper() or is_role(word, language) or word.lower() in _particles(language):
        return True
    if language != "de":
        return False
    if numerals(language).covers(word.lower()):  # "Elf Feuerwehrleute"
        return True
    return kind_said(word, language) != "" or is_noun(word, language)


def _is_whole_name(scan: Scan, first: int, last: int) -> bool:
    """Say whether a word that looks like a plain noun is the name: alone, or before a sort."""
    word = scan.words[first].text
    if not word[0].isupper() or word.lower() in _particles(scan.language):
        return False
    following = scan.words[first + 1].text if first < last else ""
    return first == last or following in words_of(scan.language, "org_word")


def _is_tail(word: str) -> bool:
    """Say whether a run's last word is no part of the name: a particle, a letter, a legal form."""
    return not word[0].isupper() or len(word) == 1 or is_legal_form(word)


def _particles(language: str) -> frozenset[str]:
    return words_of(language, "particle")


def _trim(scan: Scan, first: int, last: int) -> Run | None:
    """Return the run without particles at its ends and with its legal form set apart."""
    while first <= last and _is_lead(scan.words[first].text, scan.language):
        if _is_whole_name(scan, first, last):
            break
        first += 1
    form = False
    while first < last and _is_tail(scan.words[last].text):
        form = form or is_legal_form(scan.words[last].text)
        last -= 1
    if first > last or (first == last and is_legal_form(scan.words[first].text)):
        return None
    return Run(first, last, form)
