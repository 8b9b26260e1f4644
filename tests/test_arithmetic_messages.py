"""What the rules FC4xx say of one article, in both languages, and what they call its figures."""

from __future__ import annotations

import re
from datetime import date

import pytest

from factcheck import pipeline
from factcheck.model import Document, Report
from factcheck.report import render

SAID = [
    (
        "Der Rat tagt am Freitag, dem 20. November 2025.",
        "Der 20.11.2025 ist ein Donnerstag, kein Freitag.",
        "20 Nov 2025 is a Thursday, not a Friday.",
    ),
    (
        "Die Gebühr stieg von 3,50 Euro auf 3,80 Euro, ein Plus von 5 Prozent.",
        "Von „3,50 Euro“ auf „3,80 Euro“ sind es rechnerisch 8,6 %, nicht „5 Prozent“.",
        "From “3,50 Euro” to “3,80 Euro” is a change of 8.6%, not “5 Prozent”.",
    ),
    (
        "Die Miete verdreifachte sich von 400 Euro auf 900 Euro.",
        "„900 Euro“ ist das 2,25-Fache von „400 Euro“, nicht „verdreifachte“.",
        "“900 Euro” is 2.25 times “400 Euro”, not “verdreifachte”.",
    ),
    (
        "Er war von 1994 bis 2006 im Amt, acht Jahre lang.",
        "„acht Jahre“ passt nicht zu „von 1994 bis 2006“: Das sind 11 Jahre bis 13 Jahre.",
        "“acht Jahre” does not fit “von 1994 bis 2006”: that is 11 years to 13 years.",
    ),
    (
        "Die Sperrung dauert vom 1. März bis 31. August, also drei Monate.",
        "„drei Monate“ passt nicht zu „vom 1. März bis 31. August“: Das sind 6 Monate.",
        "“drei Monate” does not fit “vom 1. März bis 31. August”: that is 6 months.",
    ),
]
NAMED = [
    ("Die Gebühr stieg von 3 Euro auf 4 Euro, ein Plus von 5 Prozent.", {"Veränderung", "Wert"}),
    ("Von 45 Abgeordneten stimmten 52 mit Ja.", {"Ganzes", "Teil"}),
    ("Die Polizei nahm 23 Personen fest, 14 Männer und 11 Frauen.", {"Summe", "Teil"}),
    ("43 der 86 Abgeordneten, also 60 Prozent, stimmten zu.", {"Anteil", "Anzahl"}),
]
ALL = {name for _, names in NAMED for name in names}


def report_on(text: str, language: str) -> Report:
    document = Document("a", "a.txt", text, "", "Blatt", date(2025, 11, 14), language="de")
    options = pipeline.Options(ui_language=language)
    claims = tuple(pipeline.extract_here([document], options))
    return pipeline.cross_compare(pipeline.Extraction((document,), claims), options)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("text", "german", "english"), SAID)
def test_says_what_the_article_should_say(text, german, english, language):
    (finding,) = report_on(text, language).findings
    expected = german if language == "de" else english
    assert finding.message.replace("\u00a0", " ") == expected


@pytest.mark.parametrize("style", ["github", "junit"])
@pytest.mark.parametrize(("text", "names"), NAMED)
def test_figures_are_called_what_they_are(text, names, style):
    shown = render(report_on(text, "de"), style, ui_language="de")
    assert {name for name in ALL if f"{name}  " in shown or f"{name}:" in shown} <= names
    assert any(name in shown for name in names)


@pytest.mark.parametrize("style", ["markdown", "terminal", "html"])
def test_a_sentence_that_holds_all_figures_is_shown_once(style):
    text = "Die Gebühr stieg von 3 Euro auf 4 Euro, ein Plus von 5 Prozent."
    shown = render(report_on(text, "de"), style, ui_language="de", width=100)
    once = 2 if style == "html" else 1  # the page has the article beside its findings
    plain = re.sub(r"<[^>]+>|[*]", "", shown)
    assert plain.count("ein Plus von") == once
    marked = {"markdown": "**{}**", "terminal": "*{}*", "html": "<mark>{}</mark>"}[style]
    for figure in ("3 Euro", "4 Euro", "5 Prozent"):
        assert marked.format(figure) in shown
