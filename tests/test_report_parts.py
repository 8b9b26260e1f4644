"""What the formats are made of: amounts, the axis, marked words, positions, the catalogue."""

from __future__ import annotations

import math
import re
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.model import Evidence, Quantity, Severity, Verdict
from factcheck.report import axis, axis_svg
from factcheck.report.diff import differing
from factcheck.report.names import level_name, metric_name, sides_of
from factcheck.report.position import LineIndex
from factcheck.report.view import ReportView
from factcheck.tables.catalogue import catalogue
from factcheck.vocab import amounts
from report_sample import SAMPLE

PACKAGE = Path(factcheck.__file__).parent
MESSAGES = tomllib.loads((PACKAGE / "tables" / "catalogue.toml").read_text(encoding="utf-8"))
OPEN_GROUPS = re.compile(  # their ids come from tables and enums
    "(verdicts?|meaning|severity|aspect|level|role|modality|state|figure|period|proposed)_"
)
DE, EN = catalogue("de"), catalogue("en")


def plain(low: float, high: float, value: float, unit: str, dimension: str) -> Quantity:
    return Quantity(low, high, unit, dimension, high_open=True, value=value, digits=2)


def hedged(low: float, high: float, unit: str = "USD", dimension: str = "money") -> Quantity:
    return Quantity(low, high, unit, dimension, low_open=True, value=low, hedge="over")


AMOUNTS = [
    (plain(33.5e9, 34.5e9, 34e9, "USD", "money"), "34 Mrd. $", "$34 bn"),
    (hedged(34e9, math.inf), "über 34 Mrd. $", "over $34 bn"),
    (hedged(-math.inf, 19.4e9), "bis 19,4 Mrd. $", "up to $19.4 bn"),
    (hedged(33.95e9, 35e9), "33,95–35 Mrd. $", "$33.95–$35 bn"),
    (hedged(999e6, 1.2e9), "999 Mio. $–1,2 Mrd. $", "$999 m–$1.2 bn"),
    (plain(14.495, 14.505, 14.5, "EUR", "money"), "14,50 €", "€14.50"),
    (plain(0.5, 1.5, 1, "CHF", "money"), "1 CHF", "CHF1"),
    (plain(311_500, 312_500, 312_000, "count", "count"), "312.000", "312,000"),
    (plain(1e12, 1.1e12, 1e12, "EUR", "money"), "1 Bio. €", "€1 tn"),
    (plain(16.5, 17.5, 17, "percent", "percent"), "17 %", "17%"),
    (plain(-0.385, -0.375, -0.38, "percent", "percent"), "−0,38 %", "−0.38%"),
    (plain(730.5, 730.5, 730.5, "year", "time"), "2 Jahre", "2 years"),
    (plain(1.1e6, 1.2e6, 1_126_540.8, "mile", "length"), "700 Meilen", "700 miles"),
    (Quantity(739679, 739679, "day", "date", value=739679), "4.3.2026", "4 Mar 2026"),
    (plain(0, 1, 0, "percent", "percent"), "0 %", "0%"),
]


@pytest.mark.parametrize(("quantity", "german", "english"), AMOUNTS)
def test_amounts_read_as_an_editor_writes_them(quantity, german, english):
    written = [amounts.label(quantity, language) for language in ("de", "en")]
    assert [text.replace("\u00a0", " ") for text in written] == [german, english]


def test_percentages_lie_points_apart_and_dates_days():
    share, day = plain(14, 16, 15, "percent", "percent"), Quantity(9, 9, "day", "date", value=9)
    assert amounts.difference(85, share, "de").replace("\u00a0", " ") == "85 Prozentpunkte"
    assert amounts.difference(63, day, "en").replace("\u00a0", " ") == "63 days"


def test_the_ends_of_an_interval_stay_apart():
    text = amounts.interval(34_000_100_000, 34_000_200_000, hedged(1, 2), "en")
    assert text.replace("\u00a0", " ") == "$34.0001–$34.0002 bn"


FINITE = st.floats(-1e15, 1e15, allow_nan=False)
ENDS = st.one_of(FINITE, st.sampled_from([-math.inf, math.inf]))


@st.composite
def quantities(draw) -> Quantity:
    low, high = sorted((draw(ENDS), draw(ENDS)))
    low = -math.inf if low == math.inf else low
    high = math.inf if high == -math.inf else high
    open_ends = draw(st.booleans()), draw(st.booleans())
    value = draw(st.one_of(st.none(), FINITE))
    return Quantity(low, high, "EUR", "money", *open_ends, value=value)


@given(st.lists(quantities(), min_size=1, max_size=4), st.integers(8, 120))
def test_a_drawing_keeps_its_width_and_gives_each_amount_a_row(drawn, width):
    lines = ["".join(run.text for run in line) for line in axis.draw(drawn, width, "de")]
    assert len(lines) >= len(drawn) + 1
    assert max(map(len, lines)) <= max(width, 12)
    for line in lines[: len(drawn)]:
        assert line.strip(), "every amount is visible"


@given(st.lists(quantities(), min_size=1, max_size=4))
def test_the_picture_stays_inside_its_frame(drawn):
    svg = axis_svg.draw(["A"] * len(drawn), drawn, "en", "t")
    for x in re.findall(r' (?:x|x1|x2|cx)="([^"]+)"', svg):
        assert -60 <= float(x) <= axis_svg.WIDTH + 60


@given(quantities(), quantities())
def test_overlap_and_gap_do_not_depend_on_the_order(left, right):
    assert axis.common(left, right) == axis.common(right, left)


def test_an_overlap_is_told_from_a_gap():
    over, almost = hedged(34, math.inf), Quantity(33.95, 35, "USD", "money", high_open=True)
    assert axis.common(over, almost) == axis.Common(34, 35, overlap=True)
    below = Quantity(1, 34, "USD", "money")
    assert axis.common(below, over) == axis.Common(34, 34, overlap=False)


DIFFERENCES = [
    ("über 34 Milliarden Dollar", "fast 35 Milliarden Dollar", ["über 34"], ["fast 35"]),
    ("34 Milliarden", "34 Milliarden", [], []),
    ("Sie haben und Recht", "Sie hatten und Unrecht", ["haben und Recht"], ["hatten und Unrecht"]),
    ("Nord kauft OpenAI heute", "Süd meidet OpenAI immer", ["Nord kauft", "heute"], None),
    ("KI-Chips", "KI-Modelle", ["KI-Chips"], ["KI-Modelle"]),
    ("17,4", "17,5", ["17,4"], ["17,5"]),
    ("", "neu", [], ["neu"]),
]


@pytest.mark.parametrize(("left", "right", "of_left", "of_right"), DIFFERENCES)
def test_differing_words_are_found(left, right, of_left, of_right):
    marks = differing(left, right)
    assert [span.of(left) for span in marks[0]] == of_left
    if of_right is not None:
        assert [span.of(right) for span in marks[1]] == of_right


@given(st.text(max_size=80), st.text(max_size=80))
def test_marks_lie_in_order_inside_the_text(left, right):
    for text, spans in zip((left, right), differing(left, right), strict=True):
        ends = [edge for span in spans for edge in (span.start, span.end)]
        assert ends == sorted(ends) and all(0 <= edge <= len(text) for edge in ends)
        assert all(span.start < span.end for span in spans)


def test_very_long_quotes_are_not_compared_word_by_word():
    began = time.perf_counter()
    left, right = "wort " * 200_000, "satz " * 200_000
    assert differing(left, right)[0][0].of(left) == left
    assert time.perf_counter() - began < 1


@given(st.text(st.sampled_from("ab\r\n"), max_size=40), st.integers(0, 40))
def test_positions_count_lines_as_they_end(text, offset):
    offset = min(offset, len(text))
    before = re.split("\r\n|\n|\r", text[:offset])
    if text[offset - 1 : offset + 1] == "\r\n":
        return  # between the two characters of one line end
    position = LineIndex(text).at(offset)
    assert (position.line, position.column) == (len(before), len(before[-1]) + 1)


@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_has_both_languages_and_the_same_placeholders(message):
    row = MESSAGES[message]
    fields = [sorted(re.findall(r"{(\w+)}", row[language])) for language in ("de", "en")]
    assert fields[0] == fields[1]


def test_every_message_that_the_code_names_exists_and_no_other():
    speaking = [PACKAGE / "tables" / "catalogue.py", *(PACKAGE / "report").glob("*.py")]
    speaking += [*(PACKAGE / "compare").rglob("*.py"), *(PACKAGE / "rank").glob("*.py")]
    code = "".join(path.read_text("utf-8") for path in speaking)
    named = set(re.findall(r"""["']((?:FC\d{3}|[a-z]+)(?:_[a-z]+)*)["']""", code))
    labels = {f"label_{name}" for name in named}
    asked = set(re.findall(r"""text\(["']([a-z_]+)["']""", code))
    assert asked <= set(MESSAGES)
    fixed = {key for key in MESSAGES if not OPEN_GROUPS.match(key)}
    assert fixed <= named | labels


def test_every_verdict_severity_role_and_modality_has_its_words():
    from factcheck.model import Modality, Role

    for group, members in (("verdict", Verdict), ("severity", Severity), ("role", Role)):
        for member in members:
            assert DE.text(f"{group}_{member}")
    assert all(DE.name("modality", member) != member.value for member in Modality)


@pytest.mark.parametrize("table", ["weights", "relation_weights"])
def test_every_weighted_level_reads_as_words(table):
    weights = tomllib.loads((PACKAGE / "tables" / f"{table}.toml").read_text(encoding="utf-8"))
    for aspect, row in weights.items():
        for level in () if aspect == "prior" else row["levels"]:
            shown = level_name(Evidence(aspect, "", "", level), EN)
            assert "{" not in shown and "_" not in shown


def test_ids_of_tables_are_shown_as_words():
    assert metric_name("revenue", DE) == "Umsatz"
    assert metric_name("no such metric", DE) == "no such metric"
    assert (
        sides_of(Evidence("predicate", "partnership", "partnership", "same"), DE) == "Partnerschaft"
    )
    assert sides_of(Evidence("state", "not ends", "holds", "compared"), DE) == (
        "nicht: endet ↔ besteht"
    )
    assert sides_of(Evidence("modality", "denied", "actual", "compared"), EN) == (
        "denied ↔ stated as fact"
    )


def test_an_unknown_ui_language_is_english():
    assert catalogue("fr").text("verdict_update") == "Update"
    assert catalogue("de-AT").text("verdict_update") == "Neuer Stand"


def test_a_claim_of_an_article_that_the_report_does_not_hold_is_shown_all_the_same():
    from dataclasses import replace

    view = ReportView(replace(SAMPLE, documents=()))
    shown = view.view(SAMPLE.findings[0])
    assert shown.pair[0].document.path == SAMPLE.findings[0].primary.document
