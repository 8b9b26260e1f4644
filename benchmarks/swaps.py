"""Changes one word of a sentence, or one figure, and asks whether both can be true.

`python -m benchmarks.swaps` takes sentences of our own pairs with a single figure. With another
figure alone each must be flagged (but for bounds, which can both hold); with another figure and
one thing put in the place of another, none should be. The new word comes from another sentence,
so that it reads oddly, and no list of words could have foreseen it.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.labelled import own_rows
from factcheck import api, evaluate
from factcheck.lang.detect import detect
from factcheck.lang.function_words import function_words
from factcheck.lang.light_words import light_words
from factcheck.model import NumericClaim

FOUND = 0.95  # least share of changed figures that must be flagged
FLAGGED = 0.08  # most of the exchanged things that may be
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
_NAMED = re.compile(r"(?<=[^\W\d_] )[A-ZÄÖÜ][^\W\d_]{3,}")  # a noun in German, a name in English


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with one figure, and the words that can be put in another's place."""

    id: str
    text: str
    published: str
    claim: NumericClaim
    language: str
    things: tuple[tuple[int, int], ...]

    def changed(self, thing: tuple[int, int] | None = None, word: str = "") -> str:
        """Return the text with another figure, and another word for one of its things."""
        edits = [(self.claim.start, self.claim.end, _NUMBER.sub(_other, self.claim.quote, 1))]
        if thing is not None:
            edits.append((*thing, word))
        text = self.text
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text


def _other(number: re.Match[str]) -> str:
    """Return the number with another first digit."""
    first = next(i for i, letter in enumerate(number.group()) if letter.isdigit())
    digit = int(number.group()[first])
    return f"{number.group()[:first]}{digit % 8 + 1}{number.group()[first + 1 :]}"


def sentences(seed: int) -> Iterator[Sentence]:
    """Yield the texts that make one numeric claim in digits, shuffled."""
    rows = [row for group in own_rows("tune").values() for row in group]
    texts = [(row["id"], row[side], row[f"{side}_published"]) for row in rows for side in "ab"]
    random.Random(seed).shuffle(texts)
    for row_id, text, published in texts:
        claims = [claim for claim in api.extract(text) if isinstance(claim, NumericClaim)]
        if len(claims) == 1 and _has_one_value(claims[0]) and not _YEAR.search(text):
            language = detect(text)
            things = tuple(_things(text, claims[0], language))
            yield Sentence(row_id, text, published, claims[0], language, things)


def _has_one_value(claim: NumericClaim) -> bool:
    """Say whether the figure stands in digits and is no bound, as two bounds can both hold."""
    bounds = (claim.quantity.low, claim.quantity.high)
    return all(map(math.isfinite, bounds)) and len(_NUMBER.findall(claim.quote)) == 1


def _things(text: str, claim: NumericClaim, language: str) -> Iterator[tuple[int, int]]:
    empty = function_words(language) | light_words(language)
    for match in _NAMED.finditer(text):
        beside = match.end() <= claim.start or match.start() >= claim.end
        dated = match.group() in claim.period.label
        if beside and not dated and match.group().lower() not in empty:
            yield match.span()


def exchanged(chosen: Sequence[Sentence], seed: int) -> Iterator[tuple[Sentence, str]]:
    """Yield each sentence with its text after one thing was put in the place of another."""
    shuffled = random.Random(seed)
    words: dict[str, list[str]] = defaultdict(list)
    for sentence in chosen:
        words[sentence.language] += [sentence.text[i:j] for i, j in sentence.things]
    for sentence in chosen:
        if sentence.things:
            start, end = shuffled.choice(sentence.things)
            word = shuffled.choice(words[sentence.language])
            if word[:4] != sentence.text[start : start + 4]:
                yield sentence, sentence.changed((start, end), word)


def _flagged(sentence: Sentence, other: str) -> bool:
    row = {"a": sentence.text, "b": other}
    days = {"a_published": sentence.published, "b_published": sentence.published}
    return evaluate.judge_pairs([{**row, **days}])[0].flagged


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=300, help="sentences that are changed")
    parser.add_argument("--misses", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    chosen = [s for s, _ in zip(sentences(options.seed), range(options.most), strict=False)]
    figures = [(s, s.changed()) for s in chosen]
    things = list(exchanged(chosen, options.seed))
    missed = [pair for pair in figures if not _flagged(*pair)]
    false = [pair for pair in things if _flagged(*pair)]
    found, flagged = 1 - len(missed) / len(figures), len(false) / len(things)
    print(f"another figure alone: {found:.3f} of {len(figures)} found (least {FOUND})")
    print(f"and another thing: {flagged:.3f} of {len(things)} flagged (most {FLAGGED})")
    if options.misses:
        for sentence, text in (*missed, *false):
            print(f"- {sentence.text} || {text}")
    raise SystemExit(found < FOUND or flagged > FLAGGED)


if __name__ == "__main__":
    main()
