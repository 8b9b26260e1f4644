"""The page: self-contained, strict, usable by keyboard, and shown by a real browser."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factcheck.report import render
from factcheck.report.markup import VOID, breakable
from report_sample import SAMPLE

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--no-first-run", "--hide-scrollbars", "--disable-extensions"),
)


def page(**options: bool) -> str:
    return render(SAMPLE, "html", ui_language="de", show_agreements=True, **options)


class Outline(HTMLParser):
    """Collects what the checks ask for: ids, links, headings, and unclosed elements."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.labelled: list[str] = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "svg":
            assert values["role"] == "img" and values["aria-label"]
        if "aria-labelledby" in values:
            self.labelled.append(values["aria-labelledby"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def outline() -> Outline:
    reader = Outline()
    reader.feed(page())
    return reader


def test_every_element_is_closed(outline):
    assert outline.open == []


def test_links_lead_to_places_on_the_page(outline):
    assert len(set(outline.ids)) == len(outline.ids)
    assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)
    assert set(outline.labelled) <= set(outline.ids)


def test_headings_skip_no_level(outline):
    assert outline.headings[0] == 1
    pairs = zip(outline.headings, outline.headings[1:], strict=False)
    assert all(later <= earlier + 1 for earlier, later in pairs)


def test_the_policy_allows_this_style_and_nothing_else():
    text = page()
    policy = re.search(r'Security-Policy" content="([^"]+)"', text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert policy and style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1].startswith("default-src 'none'; ") and f"'sha256-{digest}'" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.search(r"url\(|@import|https?:", text)


def test_each_marked_passage_leads_to_its_finding():
    text = page()
    passage = re.search(r'<a href="#finding-(\d)" class="passage discrepancy">fast 35', text)
    assert passage
    number = passage[1]
    assert f'id="finding-{number}"' in text and f'href="#mark-{number}-0"' in text


def test_the_split_and_the_timeline_are_shown():
    text = page()
    assert "Wer sagt was (1 : 2)" in text
    assert re.search(r'<details class="timeline" open><summary>Zeitfolge</summary>', text)
    days = re.findall(r'<time datetime="([^"]+)"', text.partition('id="finding-3"')[2])[:3]
    assert days == sorted(days) and len(days) == 3


def test_the_draft_stands_first_among_the_articles():
    from dataclasses import replace

    settings = {**SAMPLE.settings, "drafts": ["stadtanzeiger-3"]}
    text = render(replace(SAMPLE, settings=settings), "html", ui_language="de")
    first = text.partition('id="articles"')[2]
    assert first.index("Entwurf · ohne Quelle") < first.index("Wirtschaftsblick")


def test_every_verdict_has_its_filter():
    text = page()
    for verdict in ("contradiction", "discrepancy", "update", "agreement"):
        assert f'id="show-{verdict}" checked' in text
        assert f"body:has(#show-{verdict}:not(:checked))" in text


def test_a_long_article_is_shown_around_its_passages_only():
    from dataclasses import replace

    padding = "Mehr Text. " * 20_000
    documents = tuple(replace(d, text=d.text + padding) for d in SAMPLE.documents)
    text = render(replace(SAMPLE, documents=documents), "html")
    assert "[…]" in text and "passage discrepancy" in text and len(text) < 120_000


def test_of_the_front_matter_only_claims_are_shown():
    from dataclasses import replace

    documents = tuple(replace(d, body_start=len(d.text)) for d in SAMPLE.documents)
    text = render(replace(SAMPLE, documents=documents), "html")
    articles = text.partition('id="articles"')[2]
    assert "fast 35 Milliarden Dollar" in articles and "Stimmung" not in articles
    reader = Outline()
    reader.feed(text)
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)


def test_a_path_may_be_broken_behind_a_slash_and_is_escaped():
    assert breakable("a/<b>/c.txt:1:2") == "a/<wbr>&lt;b&gt;/<wbr>c.txt:1:2"
    assert breakable("c.txt") == "c.txt"


@pytest.mark.skipif(not BROWSER, reason="no Chromium here: the page is not looked at")
@pytest.mark.parametrize(("width", "height"), [(1400, 1000), (390, 1600)])
def test_a_browser_shows_the_page_without_complaint(tmp_path, width, height):
    file, picture = tmp_path / "report.html", tmp_path / "report.png"
    file.write_text(page(), encoding="utf-8")
    done = _browse(
        tmp_path,
        f"--window-size={width},{height}",
        f"--screenshot={picture}",
        "--enable-logging=stderr",
        f"{file.as_uri()}#finding-3",
    )
    assert not re.search("CONSOLE|Refused|violates", done.stderr)
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert int.from_bytes(head[16:20]) == width
    assert picture.stat().st_size > 20_000, "an empty page compresses to less"


@pytest.mark.skipif(not BROWSER, reason="no Chromium here: the page is not printed")
def test_the_printed_page_opens_what_is_folded(tmp_path):
    pypdf = pytest.importorskip("pypdf")
    file, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    file.write_text(page(), encoding="utf-8")
    _browse(tmp_path, f"--print-to-pdf={printed}", file.as_uri())
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(printed).pages)
    assert "Kennung" in text and "Zeitfolge" in text
    assert "Anzeigen" not in text


@pytest.mark.skipif(not BROWSER, reason="no Chromium here: the filters are not tried")
def test_a_filter_that_is_off_hides_its_findings(tmp_path):
    pypdf = pytest.importorskip("pypdf")
    file, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    off = page().replace('id="show-update" checked', 'id="show-update"')
    file.write_text(off, encoding="utf-8")
    _browse(tmp_path, f"--print-to-pdf={printed}", file.as_uri())
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(printed).pages)
    assert "Der spätere Artikel nennt" not in " ".join(text.split())
    assert "UNSTIMMIGKEIT" in text


def _browse(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [BROWSER, *FLAGS, f"--user-data-dir={folder / 'profile'}", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=True, stdin=subprocess.DEVNULL
    )


def _luminance(color: str) -> float:
    digits = color.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_all_text_has_contrast_enough(scheme):
    block = re.findall(r":root \{(.*?)\}", page(), re.DOTALL)[scheme]
    colors = dict(re.findall(r"--([\w-]+): (#\w+)", block))
    backgrounds = ["paper", "card"]
    texts = set(colors) - {*backgrounds, "line", "mark-a", "mark-b"}
    pairs = [(text, ground) for text in texts for ground in backgrounds]
    for text, ground in [*pairs, ("ink", "mark-a"), ("ink", "mark-b")]:
        dark, light = sorted(_luminance(colors[name]) for name in (text, ground))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, ground)
