"""Writes a made-up archive with a known list of conflicts, updates and look-alikes in it.

    python -m benchmarks.make_archive 1000 --seed 7 --output bench-out/archive-1000

The folder gets `articles/*.txt` (about 400 words, German and English, with front matter) and
`planted.json`. All articles but the planted ones draw on one table of facts, so they agree with
each other; every planted fact is written in several wordings and both languages, some of the
articles are copied word for word under an agency's name. The same N and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

TEXTS = tomllib.loads(Path(__file__).with_name("archive_texts.toml").read_text(encoding="utf-8"))
METRICS = [name for name, row in TEXTS.items() if "unit" in row and "state" not in row]
STATES = [name for name, row in TEXTS.items() if "state" in row]
QUARTERS = [(year, quarter) for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)]
WORDS = 400
FACTS = 6  # an article
COPIES = 0.06  # share of articles that an agency copy follows
PLANTS = 0.03  # planted facts an article
APART = 500  # days between an outdated state and its update
COMPANY_EVERY = 20  # articles for each made-up company
NAMED = {
    1: ("ersten", "first"),
    2: ("zweiten", "second"),
    3: ("dritten", "third"),
    4: ("vierten", "fourth"),
}


@dataclass(frozen=True)
class Fact:
    """One company's figure for one quarter, in base units."""

    company: str
    metric: str
    quarter: tuple[int, int]
    value: float


@dataclass
class Article:
    """One article to be written: facts are sentences ready made."""

    name: str
    company: str
    quarter: tuple[int, int]
    language: str
    published: date
    source: str
    facts: list[str] = field(default_factory=list)


@dataclass
class Planted:
    """Two facts that conflict, follow each other or only look alike, and where each is said."""

    kind: str  # conflict, update, lookalike
    changed: str  # what differs: value, period, metric
    a: list[dict[str, str]] = field(default_factory=list)
    b: list[dict[str, str]] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    folder = arguments.output or Path("bench-out") / f"archive-{arguments.articles}"
    planted = make(arguments.articles, arguments.seed, folder)
    print(f"{folder}: {arguments.articles} articles, {len(planted)} planted pairs of facts")


def make(count: int, seed: int, folder: Path) -> list[Planted]:
    """Write `count` articles and the list of what is planted in them."""
    world = World(count, seed)
    articles = [world.article(number) for number in range(count)]
    copies = int(count * COPIES)
    originals = articles[: count - copies]
    planted = [plant for plant in world.plants(originals) if plant.a and plant.b]
    texts = folder / "articles"
    texts.mkdir(parents=True, exist_ok=True)
    bodies = {}
    for article in originals:
        bodies[article.name] = world.body(article)
        _write(texts, article, bodies[article.name])
    for copy, original in zip(articles[count - copies :], originals, strict=False):
        _write_copy(texts, copy, original, bodies[original.name], planted)
    listed = json.dumps([asdict(plant) for plant in planted], ensure_ascii=False, indent=1)
    (folder / "planted.json").write_text(listed + "\n", encoding="utf-8")
    return planted


class World:
    """The companies, the true figures, and chance; the same for the same count and seed."""

    def __init__(self, count: int, seed: int) -> None:
        self.random = random.Random(f"{seed}|{count}")
        self.seed = seed
        self.companies = list(_companies(max(12, count // COMPANY_EVERY), self.random))
        self.taken: set[tuple[str, str, tuple[int, int]]] = set()

    def article(self, number: int) -> Article:
        """Return an article about a company, in the weeks after a quarter; no facts in it yet."""
        known = self.random.random() < 0.3
        company = self.random.choice(TEXTS["names"]["known"] if known else self.companies)
        year, quarter = self.random.choice(QUARTERS)
        end = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
        return Article(
            name=f"{number:06d}.txt",
            company=company,
            quarter=(year, quarter),
            language=self.random.choice(["de", "en"]),
            published=end + timedelta(self.random.randrange(5, 60)),
            source=self.random.choice(TEXTS["names"]["sources"]),
        )

    def plants(self, articles: list[Article]) -> Iterator[Planted]:
        """Plant facts in articles about one company, then fill all up with true ones."""
        groups: dict[str, list[Article]] = {}
        for article in articles:
            groups.setdefault(article.company, []).append(article)
        wide = [group for group in groups.values() if len(group) >= 2]
        for number in range(int(len(articles) * PLANTS)):
            if wide:
                group = self.random.choice(wide)
                yield self._update(group) if number % 6 == 0 else self._plant(group)
        for article in articles:
            self._fill(article)

    def _plant(self, group: list[Article]) -> Planted:
        """Say one fact in some articles, and one that differs in a single respect in others."""
        metric = self.random.choice(METRICS)
        kind, changed = self.random.choice(
            [("conflict", "value")] * 3 + [("lookalike", "metric"), ("lookalike", "period")]
        )
        chosen = self.random.sample(group, min(len(group), 4))
        quarter = min(article.quarter for article in chosen)
        fact = Fact(group[0].company, metric, quarter, self._new_value(metric))
        return self._say(Planted(kind, changed), fact, self._other(fact, changed), chosen)

    def _update(self, group: list[Article]) -> Planted:
        """Say a state in one article and another, much later, in a second one."""
        first, last = (pick(group, key=lambda a: a.published) for pick in (min, max))
        metric = self.random.choice(STATES)
        fact = Fact(first.company, metric, (0, 0), self._new_value(metric))
        plant = Planted("update", "value")
        if (last.published - first.published).days < APART:
            return plant
        return self._say(plant, fact, self._other(fact, "value"), [first, last])

    def _say(self, plant: Planted, fact: Fact, other: Fact, chosen: list[Article]) -> Planted:
        """Write the two facts into the articles by turns, unless one of them is taken."""
        keys = {(said.company, said.metric, said.quarter) for said in (fact, other)}
        if keys & self.taken:
            return plant
        self.taken |= keys
        for number, article in enumerate(chosen):
            said, side = (fact, plant.a) if number % 2 == 0 else (other, plant.b)
            sentence = self.sentence(said, article.language)
            article.facts.append(sentence)
            side.append({"file": article.name, "sentence": sentence})
        return plant

    def _other(self, fact: Fact, changed: str) -> Fact:
        if changed == "value":
            value = _rounded(
                fact.value * self.random.choice([0.6, 0.8, 1.25, 1.6, 10]), fact.metric
            )
            return Fact(fact.company, fact.metric, fact.quarter, value)
        if changed == "period":
            year, quarter = fact.quarter
            return Fact(
                fact.company, fact.metric, (year - 1, quarter), self._new_value(fact.metric)
            )
        unit = TEXTS[fact.metric]["unit"]
        others = [m for m in METRICS if m != fact.metric and TEXTS[m]["unit"] == unit]
        metric = self.random.choice(others)
        return Fact(fact.company, metric, fact.quarter, self._new_value(metric))

    def _new_value(self, metric: str) -> float:
        row = TEXTS[metric]
        return _rounded(row["low"] * (row["high"] / row["low"]) ** self.random.random(), metric)

    def _fill(self, article: Article) -> None:
        """Add true figures of the quarter or the one a year before, none that is planted."""
        year, quarter = article.quarter
        for metric in self.random.sample(METRICS, len(METRICS)):
            if len(article.facts) >= FACTS:
                break
            when = (year - self.random.randrange(2), quarter)
            if (article.company, metric, when) not in self.taken:
                value = self._true(article.company, metric, when)
                fact = Fact(article.company, metric, when, value)
                article.facts.append(self.sentence(fact, article.language))

    def _true(self, company: str, metric: str, quarter: tuple[int, int]) -> float:
        own = random.Random(f"{self.seed}|{company}|{metric}|{quarter}")
        row = TEXTS[metric]
        return _rounded(row["low"] * (row["high"] / row["low"]) ** own.random(), metric)

    def sentence(self, fact: Fact, language: str) -> str:
        """Say the fact in one of the row's wordings."""
        row = TEXTS[fact.metric]
        period = _period(fact.quarter, language)
        return self.random.choice(row[language]).format(
            company=fact.company,
            value=_value(fact, row, language),
            period=period,
            period_first=period[:1].upper() + period[1:],
        )

    def body(self, article: Article) -> str:
        """Return the article's text: its facts among sentences that say little."""
        sentences = list(article.facts)
        while sum(sentence.count(" ") + 1 for sentence in sentences) < WORDS:
            place = self.random.randrange(1, len(sentences) + 1)
            sentences.insert(place, self._filler(article.language))
        paragraphs = [" ".join(sentences[n : n + 4]) for n in range(0, len(sentences), 4)]
        return "\n\n".join(paragraphs) + "\n"

    def _filler(self, language: str) -> str:
        """Return a sentence that holds little; half of them name people and firms never seen."""
        row = TEXTS["filler"]
        texts = row[language] if self.random.random() < 0.5 else row[f"people_{language}"]
        return self.random.choice(texts).format(
            thing=self.random.choice(row[f"things_{language}"]),
            place=self.random.choice(row["places"]),
            person=self._person(),
            other=self._person(),
            firm=next(_companies(1, self.random)),
            second=next(_companies(1, self.random)),
        )

    def _person(self) -> str:
        row = TEXTS["filler"]
        return f"{self.random.choice(row['given'])} {self.random.choice(row['family'])}"


def _companies(count: int, chance: random.Random) -> Iterator[str]:
    names = TEXTS["names"]
    seen: set[str] = set()
    while len(seen) < count:
        stem = chance.choice(names["first"]) + chance.choice(names["middle"])
        name = stem + chance.choice(names["last"])
        if name not in seen:
            seen.add(name)
            yield f"{name} {chance.choice(names['form'])}".strip()


def _period(quarter: tuple[int, int], language: str) -> str:
    german, english = NAMED.get(quarter[1], ("", ""))
    if language == "de":
        return f"im {german} Quartal {quarter[0]}"
    return f"in the {english} quarter of {quarter[0]}"


def _rounded(value: float, metric: str) -> float:
    """Round as a newsroom does: three digits, so that no wording rounds any further."""
    return float(f"{value:.2e}") if TEXTS[metric]["unit"] != "percent" else round(value, 1)


def _value(fact: Fact, row: Mapping[str, Any], language: str) -> str:
    if row["unit"] == "percent":
        number = f"{fact.value:.1f}"
        return f"{number} percent" if language == "en" else f"{number.replace('.', ',')} Prozent"
    if row["unit"] == "count":
        number = f"{round(fact.value):,}"
        return (
            f"{number if language == 'en' else number.replace(',', '.')} {row[f'noun_{language}']}"
        )
    return _money(fact.value, language)


def _money(value: float, language: str) -> str:
    large = value >= 1e9
    number = f"{value / (1e9 if large else 1e6):.4g}"
    if language == "en":
        return f"{number} {'billion' if large else 'million'} euros"
    return f"{number.replace('.', ',')} {'Milliarden' if large else 'Millionen'} Euro"


def _write(folder: Path, article: Article, body: str) -> None:
    headline = article.facts[0].rstrip(".")
    head = (
        f"---\ntitle: {article.company}: {headline}\nsource: {article.source}\n"
        f"published: {article.published}\nlanguage: {article.language}\nid: {article.name}\n---\n\n"
    )
    (folder / article.name).write_text(head + body, encoding="utf-8")


def _write_copy(
    folder: Path, copy: Article, original: Article, body: str, planted: list[Planted]
) -> None:
    """Write the original's words under the agency's name, and list them beside the original's."""
    copied = Article(
        copy.name,
        original.company,
        original.quarter,
        original.language,
        original.published,
        TEXTS["names"]["agency"],
        original.facts,
    )
    _write(folder, copied, body)
    for plant in planted:
        for side in (plant.a, plant.b):
            side += [
                {**place, "file": copy.name} for place in side if place["file"] == original.name
            ]


if __name__ == "__main__":
    main()
