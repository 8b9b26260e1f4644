"""One sentence on its way: its words, the table's names in it, and its mentions so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from factcheck.extract.entities.bodies import find_bodies
from factcheck.extract.entities.evidence import holds
from factcheck.extract.entities.fronts import find_fronts, firms_in_front
from factcheck.extract.entities.hits import Hit, find_hits
from factcheck.extract.entities.memory import Memory
from factcheck.extract.entities.runs import Run, find_runs
from factcheck.extract.entities.scan import Scan, scan
from factcheck.extract.entities.unknown import firm_of, firms_in, mention, people_in, short_names
from factcheck.lang.entities import words_of
from factcheck.model import Entity, EntityMention, Sentence
from factcheck.vocab.entities import Lexicon, lexicon
from factcheck.vocab.listed import key


@dataclass(slots=True)
class View:
    """What is known of one sentence."""

    scan: Scan
    words: Lexicon
    hits: list[Hit]
    named: list[EntityMention] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


def view_of(sentence: Sentence) -> View:
    """Cut the sentence and find the table's names in it."""
    words = lexicon(sentence.language)
    cut = scan(sentence.text, words.language)
    hits = [hit for hit in find_hits(sentence.text, words) if not _is_end_of_town(cut, hit, words)]
    return View(cut, words, hits)


def name_known(view: View, memory: Memory) -> None:
    """Keep the table's names that hold, and remember whom the sentence names in full."""
    text = view.scan.text
    kept: list[Hit] = []
    dropped: list[Hit] = []
    for hit in view.hits:
        (kept if holds(text, hit, memory.sure, view.words) else dropped).append(hit)
    mentions = [_mention(view, hit) for hit in kept if not _is_parent(view, hit)]
    named = [_with_sort(view.scan, mention) for mention in mentions]
    bodies = find_bodies(text, view.words.language, named)
    view.named = in_order([*named, *bodies])
    cars = [_mention(view, hit) for hit in dropped if not hit.name.common]
    view.runs = find_runs(view.scan, [*view.named, *cars])
    memory.firms |= firms_in(view.scan, view.runs) | firms_in_front(view.scan)


def meet(view: View, memory: Memory) -> None:
    """Remember whom the sentence names in full, so that a surname finds them anywhere."""
    people = [m.entity for m in view.named if m.entity.kind == "person"]
    for person in (*people, *people_in(view.scan, view.runs, memory)):
        memory.meet(person)
    for run in view.runs:
        if run.last > run.first and (firm := firm_of(view.scan, run, memory)) is not None:
            memory.shorten(firm)


def name_unknown(view: View, memory: Memory) -> None:
    """Add the names that no table knows."""
    found = (mention(view.scan, run, memory, view.words) for run in view.runs)
    view.named = in_order([*view.named, *(m for m in found if m is not None)])
    short = short_names(view.scan, view.named, memory)
    view.named = in_order([*view.named, *short])
    view.named = in_order([*view.named, *find_fronts(view.scan, view.named, memory)])


def in_order(mentions: list[EntityMention]) -> list[EntityMention]:
    """Return the mentions by their place in the sentence."""
    return sorted(mentions, key=lambda mention: mention.start)


def _is_end_of_town(cut: Scan, hit: Hit, words: Lexicon) -> bool:
    """Say whether a town's name is only the end of another town's ("Bad Münster")."""
    if words.rows[hit.name.entity].kind != "place" or hit.how not in ("name", "alias"):
        return False
    before = cut.before(hit.start)
    touches = cut.text[: hit.start].endswith(f"{before} ")
    return touches and before in words_of(words.language, "town_front")


def _mention(view: View, hit: Hit) -> EntityMention:
    text = view.scan.text[hit.start : hit.end]
    return EntityMention(hit.start, hit.end, text, view.words.entity(hit.name.entity), hit.how)


def _is_parent(view: View, hit: Hit) -> bool:
    """Say whether the name only introduces its owner ("Google-Mutter Alphabet")."""
    if hit.head not in words_of(view.words.language, "maker"):
        return False
    own = view.words.rows[hit.name.entity]
    end = hit.end + len(hit.head) + 2
    return any(
        other.start == end and other.name.entity in (own.id, own.owner) for other in view.hits
    )


def _with_sort(scan: Scan, mention: EntityMention) -> EntityMention:
    """Return "Landgericht München" for a town that tells institutions of one sort apart."""
    at = scan.index(mention.start)
    if at == 0 or mention.entity.kind != "place" or mention.how not in ("name", "alias"):
        return mention
    sort = scan.words[at - 1]
    if sort.text not in words_of(scan.language, "institution_word"):
        return mention
    if scan.text[sort.end : mention.start] != " ":
        return mention
    text = scan.text[sort.start : mention.end]
    entity = Entity(f"text:{key(text)}", text, "institution")
    return replace(mention, start=sort.start, text=text, entity=entity, how="text")
