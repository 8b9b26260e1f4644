"""Whether a run of capitalised words names a person, by the words around it."""

from __future__ import annotations

from factcheck.extract.entities.nouns import is_role
from factcheck.extract.entities.runs import Run
from factcheck.extract.entities.scan import Scan
from factcheck.extract.tagging import is_known, is_name
from factcheck.lang.entities import words_of

_QUOTES = frozenset('"„“”»«')
_MOST_PARTS = 4
_SHORTEST_PART = 2
_APPOSITION = 6  # words after a comma in which a role may stand


def is_person(scan: Scan, run: Run) -> bool:
    """Say whether the run is a person's full name: two to four parts, and evidence beside it."""
    parts = [word.text for word in scan.words[run.first : run.last + 1]]
    if not 2 <= len(parts) <= _MOST_PARTS or run.form:
        return False
    if not all(_is_part(part, scan.language) for part in parts):
        return False
    if parts[0] in words_of(scan.language, "place_front"):
        return False
    if _is_place_like(scan, run) or _is_quoted(scan, run) or _is_owned(scan, run):
        return False
    return (
        has_role(scan, run)
        or _role_follows(scan, run)
        or _speaks(scan, run)
        or _has_first_name(parts[0], scan.language)
        or all(is_name(part, scan.language) for part in parts)
    )


def has_role(scan: Scan, run: Run) -> bool:
    """Say whether a title or an office stands right before the run ("Senator Ron Wyden")."""
    at = run.first - 1
    if at > 0 and scan.words[at].text == ".":  # "Dr. Lena Vogt"
        at -= 1
    return at >= 0 and is_role(scan.words[at].text, scan.language)


def _is_part(text: str, language: str) -> bool:
    if text in words_of(language, "org_word") or text in words_of(language, "institution_word"):
        return False
    letters = text.replace("-", "").replace("'", "").replace("’", "")
    if len(letters) < _SHORTEST_PART:
        return False
    return letters.isalpha() and not text.isupper()


def _is_place_like(scan: Scan, run: Run) -> bool:
    before = scan.words[run.first - 1].text.lower() if run.first else ""
    return before in words_of(scan.language, "no_person_after")


def _is_owned(scan: Scan, run: Run) -> bool:
    """Say whether an article or a possessive stands right before, as it does before no person."""
    before = scan.words[run.first - 1].text.lower() if run.first else ""
    if before in words_of(scan.language, "indefinite"):
        return True
    return before in words_of(scan.language, "no_person_after")


def _is_quoted(scan: Scan, run: Run) -> bool:
    return run.first > 0 and scan.words[run.first - 1].text in _QUOTES


def _role_follows(scan: Scan, run: Run) -> bool:
    rest = scan.words[run.last + 1 : run.last + 2 + _APPOSITION]
    if not rest or rest[0].text not in (",", "("):
        return False
    return any(is_role(word.text, scan.language) for word in rest[1:])


def _speaks(scan: Scan, run: Run) -> bool:
    verbs = words_of(scan.language, "speech")
    after = scan.words[run.last + 1].text if run.last + 1 < len(scan.words) else ""
    before = scan.words[run.first - 1].text if run.first else ""
    return after in verbs or before in verbs


def _has_first_name(word: str, language: str) -> bool:
    return is_known(word, language) and is_name(word, language)
