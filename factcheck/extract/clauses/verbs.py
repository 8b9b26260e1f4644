"""The verb group of a clause: full verb, particle, tense, voice, governing modal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.extract.clauses.words import VERBAL, Word
from factcheck.lang.clauses import ClauseWords


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What the verbs of a clause say; `lemma` is "" in a clause without a verb."""

    lemma: str = ""
    main: Word | None = None
    finite: Word | None = None
    modal: str = ""  # surface form of the modal verb ("soll", "could"), lower case
    control: tuple[str, ...] = ()  # verbs over an infinitive of the same clause
    passive: bool = False
    perfect: bool = False
    tense: str = "present"
    subjunctive: bool = False  # Konjunktiv I: said by someone else


def verb_group(
    words: Sequence[Word], rules: ClauseWords, shared: VerbGroup | None = None
) -> VerbGroup:
    """Return the verb group of a clause's words; `shared` lends its modal or auxiliary."""
    group = _own_group(words, rules)
    if shared is None or not group.lemma:
        return group
    return replace(
        group,
        finite=shared.finite,
        modal=shared.modal,
        control=shared.control,
        passive=shared.passive and group.main is not None and group.main.kind == "pp",
        perfect=shared.perfect,
        tense=shared.tense,
        subjunctive=shared.subjunctive,
    )


def _own_group(words: Sequence[Word], rules: ClauseWords) -> VerbGroup:
    verbs = [word for word in words if word.kind in VERBAL and word.kind != "ger"]
    finite = next((word for word in verbs if word.kind == "fin"), None)
    if rules.language == "en":
        verbs = verbs or [word for word in words if word.kind == "ger"]
        return _english(words, _from_finite(words, verbs, finite), finite, rules)
    return _german(words, verbs, finite, rules)


def _german(
    words: Sequence[Word], verbs: list[Word], finite: Word | None, rules: ClauseWords
) -> VerbGroup:
    if not verbs:
        return VerbGroup()
    if finite is None and not any(w.kind in ("izu", "to") for w in words):
        finite = next((w for w in verbs if w.kind == "inf"), None)  # "Honda und Nissan fusionieren"
    auxiliaries = {word.aux for word in verbs if word.aux}
    full = [word for word in verbs if not word.aux]
    main = _main(full, rules) if full else verbs[-1]
    finite = next((w for w in verbs if w.kind == "fin" and w.aux), None) or finite
    lemma = _joined(main, words)
    passive = _german_passive(main, lemma, auxiliaries, finite, rules)
    perfect = "have" in auxiliaries or ("be" in auxiliaries and main.kind == "pp")
    modal = next((w.lower for w in verbs if w.aux == "modal"), "")
    return VerbGroup(
        lemma=lemma,
        main=main,
        finite=finite,
        modal=modal or _conditional(verbs, rules),
        passive=passive,
        perfect=perfect,
        tense=_german_tense(main, finite, perfect, rules),
        subjunctive=finite is not None and _subjunctive(finite),
    )


def _main(full: Sequence[Word], rules: ClauseWords) -> Word:
    """The last full verb; with "lassen" the one that it lets happen ("ließ ihn patentieren")."""
    last = full[-1]
    done = [w for w in full if w.kind == "inf" and not rules.has("causative", w.token.lemma)]
    return done[-1] if done and rules.has("causative", last.token.lemma.lower()) else last


def _joined(main: Word, words: Sequence[Word]) -> str:
    """Join a separated particle: "lehnt ... ab" is "ablehnen"."""
    lemma = main.token.lemma.lower()
    if main.kind != "fin":
        return lemma
    behind = [w for w in words if w.kind == "particle" and w.start > main.start]
    if not behind or lemma.startswith(behind[-1].lower):
        return lemma
    return behind[-1].lower + lemma


def _german_passive(
    main: Word, lemma: str, auxiliaries: set[str], finite: Word | None, rules: ClauseWords
) -> bool:
    """werden + participle; sein + participle unless the verb forms its perfect with sein."""
    if main.kind != "pp" or main.aux:
        return False
    if "become" in auxiliaries or _remains(finite, rules):
        return True
    if "have" in auxiliaries:
        return False
    return finite is None or ("be" in auxiliaries and not rules.has("active_with_be", lemma))


def _remains(finite: Word | None, rules: ClauseWords) -> bool:
    """ "bleibt geschlossen": the verb lends its subject a state."""
    return finite is not None and rules.has("stays", finite.token.lemma.lower())


def _conditional(verbs: list[Word], rules: ClauseWords) -> str:
    return next((w.lower for w in verbs if rules.has("konjunktiv_2", w.lower)), "")


def _german_tense(main: Word, finite: Word | None, perfect: bool, rules: ClauseWords) -> str:
    if finite is None:
        return "past" if main.kind == "pp" else "future"
    if perfect:
        return "past"
    if finite.aux == "become" and main.kind in ("inf", "fin") and main is not finite:
        return "future"
    form, lemma = finite.lower, finite.token.lemma.lower()
    if finite.aux == "become":
        return "past" if form.startswith("wurd") else "present"
    if finite.aux == "modal":
        return "past" if form.endswith(("te", "ten")) else "present"
    return "past" if _preterite(form, lemma, rules) else "present"


def _preterite(form: str, lemma: str, rules: ClauseWords) -> bool:
    """Weak "-te", or a strong form whose vowel is neither the infinitive's nor its umlaut."""
    stem = lemma.removesuffix("en").removesuffix("n")
    if form.endswith(("te", "ten")) and not stem.endswith("t"):
        return True
    if form.endswith(("tete", "teten")):
        return True
    return (not form.endswith(("t", "e")) and form[:4] != lemma[:4]) or rules.has(
        "past_forms", form
    )


def _subjunctive(finite: Word) -> bool:
    """Third person in -e ("habe", "plane"), and "sei"."""
    lemma = finite.token.lemma.lower()
    if finite.lower in ("sei", "seien", "wolle", "könne", "müsse", "solle", "dürfe"):
        return True
    return finite.lower == lemma.removesuffix("n") and finite.lower != lemma


def _english(
    words: Sequence[Word], verbs: list[Word], finite: Word | None, rules: ClauseWords
) -> VerbGroup:
    if not verbs:
        return VerbGroup()
    chain = _chain(words, verbs)
    main = chain[-1]
    auxiliaries = {word.aux for word in chain if word.aux and word is not main}
    finite = finite or (main if main.kind == "pp" and not auxiliaries else None)
    passive = main.kind == "pp" and bool({"be", "get"} & auxiliaries)
    bare = main.kind == "pp" and not auxiliaries and _no_object(words, main)
    control = tuple(w.token.lemma.lower() for w in chain[:-1] if not w.aux)
    return VerbGroup(
        lemma=_phrasal(main, words),
        main=main,
        finite=finite,
        modal=next((w.lower for w in chain if w.aux == "modal"), ""),
        control=control,
        passive=passive or bare,
        perfect="have" in auxiliaries,
        tense=_english_tense(words, chain, finite),
    )


def _from_finite(words: Sequence[Word], verbs: list[Word], finite: Word | None) -> list[Word]:
    """Return the verbs from the finite one on: "the pledge to end it was signed".

    Not where a participle opens the clause: "Killed were two sailors".
    """
    if finite is None or verbs[0] is finite or verbs[0] is words[0]:
        return verbs
    return verbs[verbs.index(finite) :]


def _chain(words: Sequence[Word], verbs: list[Word]) -> list[Word]:
    """The first verbs with nothing but adverbs, "not" and "to" between them."""
    chain = [verbs[0]]
    inside = {id(word): index for index, word in enumerate(words)}
    all_verbs = [word for word in words if word.kind in VERBAL]
    for verb in all_verbs[all_verbs.index(verbs[0]) + 1 :]:
        between = words[inside[id(chain[-1])] + 1 : inside[id(verb)]]
        if any(w.kind not in ("adv", "neg", "to", "particle") and not _ordinal(w) for w in between):
            break
        if not chain[-1].aux and not any(w.kind == "to" for w in between) and verb.kind != "ger":
            break
        chain.append(verb)
    return chain


def _ordinal(word: Word) -> bool:
    """Say whether the word counts occasions like an adverb: "was first printed"."""
    return word.token.tag == "ORD"


def _phrasal(main: Word, words: Sequence[Word]) -> str:
    """Join a particle: "steps down" is "step down"."""
    lemma = main.token.lemma.lower()
    after = [w for w in words if w.start >= main.end][:3]
    if after and after[0].kind == "particle" and not _caps_number(after):
        return f"{lemma} {after[0].lower}"
    return lemma


def _caps_number(after: Sequence[Word]) -> bool:
    """Say whether the particle is the hedge of a number: "shed up to 300 jobs"."""
    return [word.kind for word in after[1:]] == ["prep", "num"] and after[1].lower == "to"


def _no_object(words: Sequence[Word], main: Word) -> bool:
    """A bare participle with nothing but a preposition behind it is a passive."""
    after = next((w for w in words if w.start >= main.end), None)
    return after is None or after.kind not in ("noun", "det", "adj", "num", "pron")


def _english_tense(words: Sequence[Word], chain: list[Word], finite: Word | None) -> str:
    if any(word.lower in ("will", "shall", "'ll") for word in chain):
        return "future"
    if finite is None:
        return "future" if any(word.kind == "to" for word in words) else "present"
    past = finite.token.tag.endswith(("D", "N")) or any(w.aux == "have" for w in chain[:-1])
    return "past" if past else "present"
