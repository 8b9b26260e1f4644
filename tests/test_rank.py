"""Who stands on which side: groups, copies, trusted and later sources, timelines."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import permutations

import pytest

from factcheck import pipeline
from factcheck.model import Document, Finding, Report, Role, Verdict
from factcheck.rank.texts import Texts
from factcheck.report import render
from factcheck.report.read_back import finding_view

DAY = date(2025, 6, 10)
FLOOD = (
    "Bei der Überschwemmung in Lauta sind {n} Menschen ums Leben gekommen. ",
    "Bei der schweren Überschwemmung in Lauta sind {n} Menschen ums Leben gekommen. ",
    "Bei der Überschwemmung in Lauta kamen {n} Menschen ums Leben. ",
    "Bei der Überschwemmung in der Stadt Lauta sind {n} Menschen ums Leben gekommen. ",
    "Bei der Überschwemmung in Lauta sind insgesamt {n} Menschen ums Leben gekommen. ",
)
MORE = (
    "Die Schulen bleiben bis Freitag geschlossen.",
    "Am Damm arbeiten Freiwillige aus den Nachbardörfern an einer neuen Sperre aus Sandsäcken.",
    "Auf den Höfen am Fluss ertranken auch Tiere, die Scheunen stehen noch immer im Schlamm.",
    "Der Bahnverkehr ruht, und viele Straßen sind nur mit dem Boot zu erreichen.",
    "Das Rathaus hat eine Anlaufstelle für alle geöffnet, die ihr Haus verlassen mussten.",
)


def article(name: str, text: str, source: str = "", day: date = DAY, **more: object) -> Document:
    return Document(name, f"{name}.txt", text, "", source or name, day, language="de", **more)


def flood(number: int, dead: int, day: date = DAY, **more: object) -> Document:
    text = FLOOD[number % 5].format(n=dead) + MORE[number % 5]
    return article(f"a{number}", text, f"Blatt {number}", day, **more)


def scan(*documents: Document, drafts: set[str] | None = None) -> Report:
    options = pipeline.Options()
    claims = tuple(pipeline.extract_here(documents, options))
    return pipeline.cross_compare(pipeline.Extraction(documents, claims), options, drafts)


def shown(finding: Finding) -> tuple[object, ...]:
    members = sorted((c.role, c.claim.document, c.claim.start) for c in finding.claims)
    return finding.id, finding.verdict, finding.message, finding.camps, tuple(members)


def sides(finding: Finding) -> tuple[set[str], set[str]]:
    first = {Role.PRIMARY, Role.AGREES_WITH_PRIMARY}
    left = {c.claim.document for c in finding.claims if c.role in first}
    return left, {c.claim.document for c in finding.claims} - left


def test_one_wrong_figure_against_many_is_one_finding():
    (finding,) = scan(*(flood(n, 60 if n == 2 else 80) for n in range(5))).findings
    assert finding.verdict is Verdict.CONTRADICTION
    assert {"a2"} in sides(finding)
    assert sorted(map(len, sides(finding))) == [1, 4]
    assert sorted((finding.camps.primary, finding.camps.counterpart)) == [1, 4]
    assert "Independent texts" in finding.message


def test_a_draft_against_many_is_one_finding_with_the_draft_first():
    documents = [flood(n, 60 if n == 4 else 80) for n in range(5)]
    (finding,) = scan(*documents, drafts={"a4"}).findings
    assert finding.primary.document == "a4"
    assert sides(finding) == ({"a4"}, {"a0", "a1", "a2", "a3"})
    assert (finding.camps.primary, finding.camps.counterpart) == (1, 4)


def test_a_split_archive_is_shown_with_sources_and_dates():
    (finding,) = scan(*(flood(n, 60 if n < 2 else 80) for n in range(4))).findings
    assert "archive is split" in finding.message
    for n in range(4):
        assert f"Blatt {n} (10 Jun 2025)" in finding.message


def test_the_order_of_articles_changes_nothing():
    documents = [flood(n, 60 if n == 2 else 80) for n in range(4)]
    found = {tuple(map(shown, scan(*order).findings)) for order in permutations(documents)}
    assert len(found) == 1


def test_a_copy_counts_once():
    documents = [flood(0, 80), flood(1, 80), flood(2, 60)]
    copy = article("b", documents[0].text, "Bote")
    (finding,) = scan(*documents).findings
    (copied,) = scan(*documents, copy).findings
    counts = [(f.camps.primary, f.camps.counterpart) for f in (finding, copied)]
    assert counts[0] == counts[1]
    assert copied.camps.copies == 1
    assert "Counted once: 2 copies of one text." in copied.message
    assert "b" in {c.claim.document for c in copied.claims}


def test_copies_of_an_agency_name_it():
    text = "Lauta (dpa) - " + FLOOD[0].format(n=80) + MORE[0]
    papers = [article(name, text, name.title()) for name in ("bote", "kurier", "stern")]
    (finding,) = scan(*papers, flood(2, 60)).findings
    assert "Counted once: 3 copies of one dpa text." in finding.message
    assert sorted((finding.camps.primary, finding.camps.counterpart)) == [1, 1]


def test_a_byline_makes_no_other_text():
    text = FLOOD[0].format(n=80) + MORE[0]
    texts = Texts([article("a", text), article("b", f"Lauta (dpa) - {text}"), flood(1, 80)])
    assert texts.of("a") == texts.of("b") != texts.of("a1")


def test_copies_of_a_relation_are_one_finding():
    ended = "Siemens hat den Liefervertrag mit Bosch im März gekündigt. " + MORE[0]
    goes_on = "Siemens hat den Liefervertrag mit Bosch im März verlängert. " + MORE[1]
    documents = [article("a", ended), article("b", goes_on), article("c", ended)]
    (finding,) = scan(*documents).findings
    assert finding.camps.copies == 1


def test_near_copies_are_one_text_and_others_are_not():
    long = " ".join(FLOOD[n].format(n=80) + MORE[n] for n in range(5))
    edited = long.replace("bis Freitag", "bis zum Freitag").replace("80", "81")
    other = " ".join(MORE[n] + FLOOD[n].format(n=80)[::-1] for n in (2, 0, 4, 1, 3))
    texts = Texts([article("a", long), article("b", edited), article("c", other)])
    assert texts.of("a") == texts.of("b") != texts.of("c")


def test_a_trusted_source_says_which_side_is_stale():
    (finding,) = scan(flood(0, 80), flood(1, 60, trusted=True)).findings
    assert finding.primary.quote == "80 Menschen"
    assert finding.camps.stale is Role.PRIMARY
    assert finding.camps.because == "trusted"
    assert "trusted source Blatt 1" in finding.message


def test_the_earlier_of_two_may_be_out_of_date():
    (finding,) = scan(flood(0, 80), flood(1, 60, DAY + timedelta(days=1))).findings
    assert (finding.camps.stale, finding.camps.because) == (Role.PRIMARY, "later")
    assert "Blatt 1 (11 Jun 2025)" in finding.message


def test_a_single_later_article_does_not_outdate_many():
    documents = [*(flood(n, 80) for n in range(4)), flood(4, 60, DAY + timedelta(days=1))]
    (finding,) = scan(*documents).findings
    assert finding.camps.stale is None


@pytest.mark.parametrize("days", [-3, 0, 3])
@pytest.mark.parametrize("turned", [False, True])
def test_the_draft_is_named_first(days: int, turned: bool):
    draft = flood(1, 12, DAY + timedelta(days=days))
    documents = [draft, flood(0, 21)]
    (finding,) = scan(*(reversed(documents) if turned else documents), drafts={"a1"}).findings
    assert finding.primary.document == "a1"
    assert finding.message.index("12 Menschen") < finding.message.index("21 Menschen")
    shown = {item.aspect: (item.left, item.right) for item in finding.evidence}
    assert shown["articles"] == ("a1", "a0")


def test_a_draft_outdates_nothing():
    documents = [flood(0, 80), flood(1, 60, DAY + timedelta(days=1))]
    (finding,) = scan(*documents, drafts={"a1"}).findings
    assert finding.camps is None


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_states_that_follow_each_other_are_one_timeline(order):
    states = [flood(n, dead, DAY + timedelta(days=9 * n)) for n, dead in enumerate((60, 70, 80))]
    (finding,) = scan(*(states[n] for n in order)).findings
    assert finding.verdict is Verdict.UPDATE
    assert [c.claim.document for c in finding.claims] == ["a0", "a2", "a1"]
    assert "(10 Jun 2025)" in finding.message
    assert "(28 Jun 2025)" in finding.message


def test_json_tells_the_sides_and_reads_back():
    report = scan(*(flood(n, 60 if n == 2 else 80) for n in range(4)), flood(4, 60, trusted=True))
    data = json.loads(render(report, "json"))["findings"][0]
    assert sorted((data["group"]["primary"], data["group"]["counterpart"])) == [2, 3]
    assert data["group"]["because"] == "trusted"
    assert finding_view(data).finding.camps == report.findings[0].camps


@pytest.mark.parametrize("form", ["terminal", "html"])
def test_sides_are_counted_where_the_group_is_shown(form):
    documents = [flood(n, 60 if n == 3 else 80) for n in range(4)]
    copy = article("b", documents[0].text, "Bote")
    shown = render(scan(*documents, copy), form)
    assert "Who says what (3 : 1)" in shown


def test_a_state_in_between_is_called_so():
    states = [flood(n, dead, DAY + timedelta(days=9 * n)) for n, dead in enumerate((60, 70, 80))]
    assert "in between  Blatt 1 · 19 Jun 2025" in render(scan(*states), "terminal")
