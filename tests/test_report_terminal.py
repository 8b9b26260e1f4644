"""The terminal report: what an editor must be able to read at every width."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.report import PIPE_WIDTH, look_of, render, render_claims
from factcheck.report.paper import Paper, styled
from report_sample import ALMOST_35, DOCUMENTS, EMPTY, LOST, OVER_34, SAMPLE

WIDTHS = (40, 60, 80, 100, 160)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def terminal(width: int = 100, language: str = "de", **options: bool) -> str:
    return render(SAMPLE, "terminal", ui_language=language, width=width, **options)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_line_is_wider_than_the_window(width, language):
    from rich.cells import cell_len

    text = terminal(width, language, show_agreements=True)
    assert max(cell_len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_finding_says_what_where_and_when(width):
    text = " ".join(terminal(width).split())
    for needed in (
        *("WIDERSPRUCH", "UNSTIMMIGKEIT", "NEUER STAND", "FC102", "Der Börsenbote", "13.11.2025"),
        *("archiv/superfabrik.md:3:40", "(erschlossen)", "ohne Datum", "Zusammenfassung"),
    ):
        assert needed in text, needed


def test_differing_words_are_marked_without_colour():
    assert "*fast 35* Milliarden" in terminal(160)


def test_colour_changes_nothing_but_colour():
    colored, plain = terminal(color=True), terminal()
    assert ANSI.search(colored) and not ANSI.search(plain)
    assert ANSI.sub("", colored).replace(" ", "")[:200] == plain.replace(" ", "")[:200]


def test_the_quotes_stand_side_by_side_only_where_there_is_room():
    assert "│" in terminal(100)
    assert "│" not in terminal(60)


def test_numbers_are_drawn_with_labelled_ends():
    text = terminal()
    assert "○━━" in text and "━▶" in text
    assert "Beides richtig nur bei 34–35 Mrd. $" in text.replace("\u00a0", " ")
    assert "Faktor 1.000" in text


def test_the_group_is_listed():
    assert re.search(r"wie B +Northern Wire · 14.11.2025 +archive/wire.txt:2:15", terminal())


def test_the_summary_counts():
    text = terminal()
    for count, name in ((2, "Widersprüche"), (2, "Unstimmigkeiten"), (1, "Bekannt, ausgeblendet")):
        assert re.search(rf"{count} +{name}", text), name
    assert "archiv/bild.png: is no text" in text


def test_nothing_found_is_said():
    assert "No contradictions found." in render(EMPTY, "terminal")


def test_claims_are_listed_under_their_article():
    text = render_claims([OVER_34, ALMOST_35, LOST], DOCUMENTS, "terminal", ui_language="en")
    assert "archiv/superfabrik.md" in text
    assert "over $34 bn" in text.replace("\u00a0", " ")


def test_a_pipe_is_plain_and_of_fixed_width():
    assert look_of(io.StringIO(), {}) == (PIPE_WIDTH, False)
    assert look_of(io.StringIO(), {"COLUMNS": "60"}) == (60, False)
    assert look_of(io.StringIO(), {"COLUMNS": "wide"}) == (PIPE_WIDTH, False)


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_no_color_and_dumb_terminals_are_respected():
    assert look_of(_Screen(), {"TERM": "xterm"})[1]
    assert not look_of(_Screen(), {"TERM": "xterm", "NO_COLOR": "1"})[1]
    assert not look_of(_Screen(), {"TERM": "dumb"})[1]


@settings(max_examples=15, deadline=None)
@given(st.integers(20, 220))
def test_any_width_gives_a_report(width):
    assert "FC102" in terminal(width)


@pytest.mark.parametrize("width", range(20, 60))
@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u202f"])
def test_a_number_is_never_broken_between_its_groups(width, space):
    number = f"1{space}234{space}567{space}Euro"
    lines = Paper(width, color=False).wrap(
        styled((f"Der Umsatz lag bei {number} im Jahr.", "")), width
    )
    assert any(number in line.plain for line in lines)
    assert max(line.cell_len for line in lines) <= width


@pytest.mark.parametrize("width", range(24, 60))
def test_a_long_path_is_broken_behind_its_slashes(width):
    path = "archive/2025/northern-desk/halden-streicht-stellen.txt:9:124"
    lines = Paper(width, color=False).wrap(styled(("Siehe ", ""), (path, "quote")), width)
    words = "".join(line.plain for line in lines)
    assert words.removeprefix("Siehe").strip() == path
    assert max(line.cell_len for line in lines) <= width
    if width >= len("halden-streicht-stellen.txt:9:124"):
        assert lines[-1].plain.endswith("halden-streicht-stellen.txt:9:124")
