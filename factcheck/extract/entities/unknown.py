"""What a run of capitalised words means: a person, a listed company, a misspelt name, or text."""

from __future__ import annotations

from factcheck.extract.entities.bare import stands_bare
from factcheck.extract.entities.fuzzy import respell
from factcheck.extract.entities.memory import Memory
from factcheck.extract.entities.nouns import is_role, kind_said
from factcheck.extract.entities.people import has_role, is_person
from factcheck.extract.entities.runs import Run
from factcheck.extract.entities.scan import Scan
from factcheck.extract.tagging import is_known, is_name
from factcheck.lang.entities import words_of
from factcheck.model import Entity, EntityMention
from factcheck.vocab.entities import Lexicon
from factcheck.vocab.listed import key, listed, slug, strip_form

_SHORTEST = 3


def firms_in(scan: Scan, runs: list[Run]) -> dict[str, str]:
    """Return the names that stand beside a noun for a company or the like, with its kind."""
    return {_full_name(scan, run): kind for run in runs if (kind := _kind_before(scan, run))}


def people_in(scan: Scan, runs: list[Run], memory: Memory) -> list[Entity]:
    """Return the people whom a sentence names in full."""
    return [_person(_full_name(scan, run)) for run in runs if _is_person(scan, run, memory)]


def firm_of(scan: Scan, run: Run, memory: Memory) -> Entity | None:
    """Return the company or institution that a run of several words names, or None."""
    if _is_person(scan, run, memory) or (found := _as_text(scan, run, memory)) is None:
        return None
    entity = found[0]
    first = scan.words[run.first].text
    fits = entity.kind in ("company", "institution") and not _is_sort(first, scan.language)
    return (listed(strip_form(entity.name)) or entity) if fits else None


def short_names(scan: Scan, named: list[EntityMention], memory: Memory) -> list[EntityMention]:
    """Return surnames and firms' short names that are ordinary nouns too ("Sommer will ...")."""
    found = []
    for at, word in enumerate(scan.words):
        if not word.text[0].isupper() or any(
            m.start < word.end and word.start < m.end for m in named
        ):
            continue
        known = _known_short(word.text, memory)
        if known is not None and stands_bare(scan, at):
            how = "surname" if known.kind == "person" else "name"
            found.append(EntityMention(word.start, word.end, word.text, known, how))
    return found


def _is_sort(word: str, language: str) -> bool:
    """Say whether a name's first word only says what it is ("Stadtwerke Husum")."""
    return word in words_of(language, "org_word") or word in words_of(language, "institution_word")


def mention(scan: Scan, run: Run, memory: Memory, words: Lexicon) -> EntityMention | None:
    """Return what the run means; None when it is no name."""
    start, end = scan.words[run.first].start, scan.words[run.last].end
    text = scan.text[start:end]
    found = _resolve(scan, run, memory, words) or _as_text(scan, run, memory)
    if found is None:
        return None
    entity, how = found
    return EntityMention(start, end, text, entity, how)


def _resolve(scan: Scan, run: Run, memory: Memory, words: Lexicon) -> tuple[Entity, str] | None:
    name = _name(scan, run)
    if _is_person(scan, run, memory):
        return _person(_full_name(scan, run)), "name"
    if _is_short(run) and not run.form and (known := _known_short(name, memory)) is not None:
        return known, "surname" if known.kind == "person" else "name"
    if (misspelt := _respell(scan, run, words)) is not None:
        return words.entity(misspelt), "fuzzy"
    if not (_reads_as_name(scan, run) or name in memory.firms or name in memory.names):
        return None
    if scan.language == "de" and any(known.common for known in words.starting(name)):
        return None
    if name in words_of(scan.language, "not_listed") and not run.form:
        return None
    for form, how in ((name, "name"), (_nominative(name), "genitive")):
        if (company := listed(strip_form(form))) is not None:
            return company, how
    return None


def _respell(scan: Scan, run: Run, words: Lexicon) -> str | None:
    """Return the id of the entity that a single unknown word misspells, or None."""
    name = _name(scan, run)
    if not _is_short(run) or has_role(scan, run) or is_known(name, scan.language):
        return None
    return respell(name, words) if listed(name) is None else None


def _is_person(scan: Scan, run: Run, memory: Memory) -> bool:
    if not is_person(scan, run):
        return False
    name = _full_name(scan, run)
    return name not in memory.firms and (has_role(scan, run) or listed(name) is None)


def _kind_before(scan: Scan, run: Run) -> str:
    """Return the kind that the noun right before the run says, or an empty string."""
    if run.first == 0:
        return ""
    before, first = scan.words[run.first - 1], scan.words[run.first]
    touches = scan.text[before.end : first.start] == " "
    return kind_said(before.text, scan.language) if touches else ""


def _as_text(scan: Scan, run: Run, memory: Memory) -> tuple[Entity, str] | None:
    name = _full_name(scan, run)
    kind = memory.firms.get(name, "")
    if not kind and name not in memory.names and not _reads_as_name(scan, run):
        return None
    parts = [word.text for word in scan.words[run.first : run.last + 1]]
    return Entity(f"text:{key(name)}", name, kind or _kind(scan, run, parts)), "text"


def _kind(scan: Scan, run: Run, parts: list[str]) -> str:
    if run.form or any(part in words_of(scan.language, "org_word") for part in parts):
        return "company"
    if any(part in words_of(scan.language, "institution_word") for part in parts):
        return "institution"
    if parts[0] in words_of(scan.language, "place_front"):
        return "place"
    if has_role(scan, run):
        return "person"
    before = scan.words[run.first - 1].text.lower() if run.first else ""
    return "place" if before in words_of(scan.language, "town_preposition") else "unknown"


def _reads_as_name(scan: Scan, run: Run) -> bool:
    """Say whether the words read as a name rather than as nouns that start with a capital."""
    parts = [word.text for word in scan.words[run.first : run.last + 1]]
    if len(parts) == 1 and is_role(parts[0], scan.language):
        return False
    if run.form or has_role(scan, run):
        return True
    sorts = [_is_sort(part, scan.language) for part in parts]
    if any(sorts):
        return not all(sorts)
    if scan.language == "en" and run.first > 0:
        return len(parts[0]) >= _SHORTEST or len(parts) > 1
    if _is_foreign(scan, run):
        return False
    if len(parts) == 1:
        word = parts[0]
        long_enough = len(word) >= _SHORTEST and "-" not in word
        if run.first == 0 and not is_name(word.lower(), scan.language):
            return False  # any word has a capital there
        return long_enough and is_name(word, scan.language) and _is_bare(scan, run)
    return any(is_name(part, scan.language) for part in parts)


def _is_foreign(scan: Scan, run: Run) -> bool:
    """Say whether the run is part of a phrase of another language ("Right of First Refusal")."""
    around = (run.first - 1, run.last + 1)
    foreign = words_of(scan.language, "foreign")
    return any(0 <= at < len(scan.words) and scan.words[at].text in foreign for at in around)


def _is_bare(scan: Scan, run: Run) -> bool:
    """Say whether the word stands without article, adjective or owner, as names do."""
    if len(scan.words) == 1:
        return False
    if scan.determiner(run.first) or run.first == 0:
        return run.first == 0
    before = scan.words[run.first - 1].text
    owner = before[0].isupper() and before.endswith("s")
    return not owner and stands_bare(scan, run.first)


def _is_short(run: Run) -> bool:
    return run.first == run.last


def _name(scan: Scan, run: Run) -> str:
    start, end = scan.words[run.first].start, scan.words[run.last].end
    return scan.text[start:end]


def _person(name: str) -> Entity:
    return Entity(slug(name), name, "person")


def _full_name(scan: Scan, run: Run) -> str:
    """Return a name in the nominative ("Ron Wydens Forderung" -> "Ron Wyden")."""
    name = _name(scan, run)
    at = run.last + 1
    owns = (
        at < len(scan.words) and scan.text[scan.words[run.last].end : scan.words[at].start] == " "
    )
    if owns and scan.language == "de" and name.endswith("s") and scan.words[at].text[0].isupper():
        return name[:-1]
    return name


def _known_short(name: str, memory: Memory) -> Entity | None:
    return memory.short_for(name) or memory.short_for(_nominative(name))


def _nominative(name: str) -> str:
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
