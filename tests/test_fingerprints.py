"""A finding's id stays when articles are renamed, moved, re-wrapped or re-ordered, in any format.

It changes when a figure does.
"""

from __future__ import annotations

import html
import json
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import archive, pipeline
from test_read_formats import _docx, _pdf

WIDE = 10_000


@dataclass(frozen=True)
class Story:
    """An article of the tests, before it is written in a format."""

    id: str
    url: str
    title: str
    published: str
    paragraphs: tuple[str, ...]
    source: str = "Beispielblatt"


STORIES = (
    Story(
        "s-1",
        "https://blatt.example/a/1",
        "Kartellamt gibt Kauf von Talhof frei",
        "2025-03-03",
        (
            "Das Bundeskartellamt hat die Übernahme von Talhof durch Brennecke genehmigt.",
            "Der Umsatz von Siemens lag im Jahr 2024 bei 75 Milliarden Euro. Am Montag war davon "
            "in der Stadt noch einmal ausführlich die Rede, ohne dass etwas Neues dazukam.",
        ),
    ),
    Story(
        "s-2",
        "https://blatt.example/a/2",
        "Kartellamt untersagt Kauf von Talhof",
        "2025-03-04",
        (
            "Das Bundeskartellamt hat die Übernahme von Talhof durch Brennecke untersagt.",
            "Nach allem, was bekannt ist, erzielte Siemens im Jahr 2024 einen Umsatz von "
            "62 Milliarden Euro, und das Haus äußerte sich dazu am Dienstag nicht weiter.",
        ),
    ),
)
CHANGED = replace(
    STORIES[1], paragraphs=tuple(p.replace("62", "63") for p in STORIES[1].paragraphs)
)
IDENTITIES = {
    "id": {"url": "", "title": ""},
    "url": {"id": "", "title": ""},
    "title": {"id": "", "url": ""},
}
Files = list[tuple[str, bytes]]  # stem and content


def _wrapped(story: Story, width: int, gap: str = "\n\n") -> str:
    return gap.join(textwrap.fill(p, width, break_on_hyphens=False) for p in story.paragraphs)


def _front(story: Story, width: int) -> bytes:
    keys = ("id", "url", "title", "published", "source")
    lines = [f"{key}: {getattr(story, key)}" for key in keys if getattr(story, key)]
    return "\n".join(["---", *lines, "---", "", _wrapped(story, width), ""]).encode()


def _plain(stories: Sequence[Story], width: int) -> Files:
    return [(story.published, _front(story, width)) for story in stories]


def _page(stories: Sequence[Story], width: int) -> Files:
    return [(story.published, _page_of(story, width)) for story in stories]


def _page_of(story: Story, width: int) -> bytes:
    body = "".join(f"<p>{textwrap.fill(p, width)}</p>\n" for p in story.paragraphs)
    link = f'<link rel="canonical" href="{story.url}">' if story.url else ""
    head = f"<h1>{html.escape(story.title)}</h1>" if story.title else ""
    return (
        f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{story.title}</title>'
        f'{link}<meta property="og:site_name" content="{story.source}">'
        f'<meta property="article:published_time" content="{story.published}T08:00:00+01:00">'
        f"</head><body><article>{head}{body}</article></body></html>"
    ).encode()


def _word(stories: Sequence[Story], width: int) -> Files:
    del width  # a paragraph of Word has no line ends
    return [
        (
            story.published,
            _docx(
                [(story.title, "Title"), *((p, "Normal") for p in story.paragraphs)],
                created=datetime.fromisoformat(story.published),
            ),
        )
        for story in stories
    ]


def _paper(stories: Sequence[Story], width: int) -> Files:
    """Lines of a page; a paragraph on one line would run off it."""
    files = []
    for story in stories:
        text = _wrapped(story, min(width, 90)).split("\n")
        info = f"/Title ({story.title}) /CreationDate (D:{story.published.replace('-', '')}080000Z)"
        files.append((story.published, _pdf([[story.title, "", *text]], info)))
    return files


def _lines(stories: Sequence[Story], width: int) -> Files:
    rows = [
        {key: value for key, value in vars(story).items() if key != "paragraphs" and value}
        | {"text": _wrapped(story, width)}
        for story in stories
    ]
    return [("alle", "\n".join(json.dumps(row) for row in rows).encode())]


def _feed(stories: Sequence[Story], width: int) -> Files:
    items = "".join(_item(story, width) for story in stories)
    return [
        (
            "alle",
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>Beispielblatt</title>{items}'
            "</channel></rss>".encode(),
        )
    ]


def _item(story: Story, width: int) -> str:
    day = datetime.fromisoformat(story.published).strftime("%a, %d %b %Y 08:00:00 +0000")
    text = html.escape("".join(f"<p>{textwrap.fill(p, width)}</p>" for p in story.paragraphs))
    guid = f"<guid>{story.id}</guid>" if story.id else ""
    link = f"<link>{story.url}</link>" if story.url else ""
    return (
        f"<item><title>{story.title}</title>{guid}{link}<pubDate>{day}</pubDate>"
        f"<description>{text}</description></item>"
    )


FORMATS: dict[str, tuple[Callable[[Sequence[Story], int], Files], tuple[str, ...]]] = {
    ".txt": (_plain, ("id", "url", "title")),
    ".md": (_plain, ("id", "url", "title")),
    ".html": (_page, ("url", "title")),
    ".docx": (_word, ("title",)),
    ".pdf": (_paper, ("title",)),
    ".jsonl": (_lines, ("id", "url", "title")),
    ".rss": (_feed, ("id", "url", "title")),
}
CASES = [(suffix, identity) for suffix, (_, kinds) in FORMATS.items() for identity in kinds]


def known_by(identity: str, stories: Sequence[Story]) -> list[Story]:
    return [replace(story, **IDENTITIES[identity]) for story in stories]


def findings(
    suffix: str, stories: Sequence[Story], *, width: int = WIDE, prefix: str = "", below: str = ""
) -> set[tuple[str, str]]:
    """Write the stories in a format and return rule and id of what a scan finds."""
    write, _ = FORMATS[suffix]
    with TemporaryDirectory() as folder:
        place = Path(folder) / below
        place.mkdir(parents=True, exist_ok=True)
        for name, content in write(stories, width):
            (place / f"{prefix}{name}{suffix}").write_bytes(content)
        return {(f.rule, f.id) for f in pipeline.scan([folder]).findings}


@pytest.mark.parametrize(("suffix", "identity"), CASES)
@settings(max_examples=3, deadline=None)
@given(
    width=st.sampled_from([40, 60, 72, 100, WIDE]),
    prefix=st.sampled_from(["", "neu ", "z-"]),
    below=st.sampled_from(["", "2025/03", "Ä b"]),
    turned=st.booleans(),
)
def test_where_and_how_an_article_is_kept_changes_no_id(
    suffix, identity, width, prefix, below, turned
):
    stories = known_by(identity, STORIES)
    before = findings(suffix, stories)
    assert {"FC101"} <= {rule for rule, _ in before}
    after = findings(
        suffix,
        stories[::-1] if turned else stories,
        width=width,
        prefix=prefix,
        below=below,
    )
    assert after == before


@pytest.mark.parametrize(("suffix", "identity"), CASES)
def test_a_changed_figure_changes_the_id_of_its_finding_alone(suffix, identity):
    before = findings(suffix, known_by(identity, STORIES))
    after = findings(suffix, known_by(identity, (STORIES[0], CHANGED)))
    assert {rule for rule, _ in before} == {rule for rule, _ in after}
    assert {f for f in before if f[0] == "FC101"}.isdisjoint(after)
    assert {f for f in before if f[0] != "FC101"} == {f for f in after if f[0] != "FC101"}


def test_one_article_in_any_format_has_one_id():
    """What the format is called is nothing that an id may depend on."""
    by_url = {suffix: findings(suffix, known_by("url", STORIES)) for suffix in (".txt", ".jsonl")}
    assert by_url[".txt"] == by_url[".jsonl"]


def test_a_check_gives_the_ids_of_a_scan(tmp_path):
    stories = known_by("id", STORIES)
    for name, content in _plain(stories, WIDE):
        (tmp_path / f"{name}.txt").write_bytes(content)
    draft, old = sorted(tmp_path.glob("*.txt"))
    scanned = {f.id for f in pipeline.scan([tmp_path]).findings}
    checked = {f.id for f in pipeline.check([draft], [old]).findings}
    archive.build(tmp_path / "index", [old])
    by_index = {f.id for f in archive.check([draft], tmp_path / "index").findings}
    assert scanned == checked == by_index
