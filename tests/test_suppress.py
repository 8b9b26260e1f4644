"""Accepted findings: the baseline file and the comments inside articles."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BaselineError
from factcheck.model import Document
from factcheck.suppress import baseline, inline, suppress
from factcheck.suppress.baseline import Baseline, Status
from factcheck.suppress.directives import directives
from report_sample import DOCUMENTS, SAMPLE, SCALE_SLIP, SUM, SUPERFACTORY, TALKS, TENSION

TODAY = date(2026, 1, 15)


def accepted(*findings, **more) -> Baseline:
    return baseline.update(Baseline(), findings, **{"reason": "checked by phone", **more})


def test_an_accepted_finding_is_suppressed_with_its_reason():
    entries = accepted(SUM, by="ab", until=date(2026, 3, 31), status="false_alarm")
    kept, known, stale = baseline.apply(SAMPLE.findings, entries, TODAY)
    assert SUM not in kept and len(kept) == len(SAMPLE.findings) - 1
    assert known[0].suppression == {
        "where": "baseline",
        "status": "false_alarm",
        "reason": "checked by phone",
        "by": "ab",
        "until": "2026-03-31",
    }
    assert stale == ()


def test_an_expired_entry_counts_again_and_is_named():
    entries = accepted(SUM, until=date(2026, 1, 14))
    outcome = suppress(SAMPLE.findings, DOCUMENTS, entries, TODAY)
    assert SUM in outcome.kept and outcome.suppressed == ()
    assert "FC401" in outcome.notices[0] and "2026-01-14" in outcome.notices[0]
    assert suppress([SUM], DOCUMENTS, accepted(SUM, until=TODAY), TODAY).kept == ()


def test_a_changed_value_has_another_fingerprint_and_is_new():
    changed = replace(SUM, id="f" * 64)
    kept, known, stale = baseline.apply([changed], accepted(SUM), TODAY)
    assert (kept, known) == ((changed,), ())
    assert [entry.id for entry in stale] == [SUM.id]


def test_the_file_is_sorted_and_read_back_as_written(tmp_path):
    path = tmp_path / baseline.FILE_NAME
    entries = accepted(TENSION, SUM, SCALE_SLIP)
    baseline.save(path, entries)
    assert baseline.load(path) == entries
    assert path.read_text("utf-8") == baseline.dump(accepted(SCALE_SLIP, TENSION, SUM))
    ids = [row["id"] for row in json.loads(path.read_text("utf-8"))["entries"]]
    assert ids == sorted(ids)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_update_replaces_adds_and_drops():
    first = accepted(SUM, TENSION)
    second = baseline.update(
        first, [SUM], status=Status.CORRECTED, reason="fixed", drop=[TENSION.id]
    )
    assert [(e.id, e.status, e.reason) for e in second.entries] == [(SUM.id, "corrected", "fixed")]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        ("[]", "factcheck/baseline@1"),
        ('{"schema": "factcheck/baseline@2", "entries": []}', "factcheck/baseline@1"),
        ('{"schema": "factcheck/baseline@1", "entries": {}}', "entries"),
        ('{"schema": "factcheck/baseline@1", "entries": [1]}', "entry 1"),
        ('{"schema": "factcheck/baseline@1", "entries": [{"id": "a"}]}', "rule is missing"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_an_unreadable_baseline_is_never_empty(tmp_path, text, named):
    path = tmp_path / "b.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BaselineError, match=named) as raised:
        baseline.load(path)
    assert str(path) in str(raised.value) and raised.value.exit_code == 2


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("status", "fine", "accepted, false_alarm, corrected"),
        ("until", "31.3.2026", "entry 1"),
        ("reason", 3, "not text"),
        ("untill", "2026-03-31", "unknown key 'untill'"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path, key, value, named):
    path = tmp_path / "b.json"
    data = json.loads(baseline.dump(accepted(SUM)))
    data["entries"][0][key] = value
    path.write_text(json.dumps(data), "utf-8")
    with pytest.raises(BaselineError, match=named):
        baseline.load(path)


def test_a_missing_file_is_empty_only_when_it_may_be(tmp_path):
    assert baseline.load(tmp_path / "no.json", missing_ok=True) == Baseline()
    with pytest.raises(BaselineError, match="no such"):
        baseline.load(tmp_path / "no.json")


def test_a_reason_is_needed():
    with pytest.raises(BaselineError, match="reason"):
        baseline.update(Baseline(), [SUM], reason=" ")


@given(st.permutations(list(SAMPLE.findings)))
def test_the_order_of_findings_changes_no_byte(findings):
    assert baseline.dump(accepted(*findings)) == baseline.dump(accepted(*SAMPLE.findings))


def commented(comment: str, document: Document = TALKS, line: str = "Der Hafen") -> Document:
    """Return the document with a comment inserted before a line, without moving the offsets."""
    start = document.text.index(line)
    return replace(document, text=document.text[:start] + comment + document.text[start:])


def shifted(finding, document: Document, original: Document):
    """Return the finding with its claims moved to where their quotes stand in `document`."""

    def move(member):
        claim = member.claim
        if claim.document != document.id:
            return member
        start = document.text.index(claim.quote)
        return replace(member, claim=replace(claim, start=start, end=start + len(claim.quote)))

    return replace(finding, claims=tuple(move(member) for member in finding.claims))


CASES = [  # comment before the line about the port, is the port finding (FC101) suppressed
    ("<!-- factcheck: ignore[FC101] old figure -->\n", True),
    ("\n\n<!-- factcheck: ignore[FC101] old figure -->\n\n", True),
    ("<!-- factcheck: ignore[FC307,FC101] old figure -->\n", True),
    ("<!-- factcheck: ignore[value-conflict] old figure -->\n", True),
    ("<!-- factcheck: ignore[FC102] old figure -->\n", False),
    ("<!-- factcheck: ignore[FC101] -->\n", False),
    ("<!-- factcheck: ignore old figure -->\n", False),
    ("<!-- factcheck: ignroe[FC101] old figure -->\n", False),
    ("<!-- factcheck: off[FC101] draft -->\n\n", True),
    ("<!-- factcheck: off[FC101] draft -->\n\n<!-- factcheck: on[FC101] -->\n\n", False),
    ("<!-- factcheck: off[FC101] draft -->\n\n<!-- factcheck: on -->\n\n", False),
    ("<!-- factcheck: off[FC101] draft -->\n\n<!-- factcheck: on[FC307] -->\n\n", True),
]


@pytest.mark.parametrize(("comment", "taken"), CASES)
def test_comments_cover_their_paragraph_or_range(comment, taken):
    document = commented(comment)
    finding = shifted(SCALE_SLIP, document, TALKS)
    kept, known, notices = inline.apply([finding], [document])
    assert (len(kept), len(known)) == ((0, 1) if taken else (1, 0))
    assert bool(notices) != taken
    if notices:
        assert notices[0].startswith("archiv/gespraeche.md:") and "FC901" in notices[0]


def test_a_comment_covers_no_other_paragraph():
    comment = "<!-- factcheck: ignore[FC101] x -->\n\n"
    document = commented(comment, line="Trotz")
    document = replace(document, text=document.text.replace("Der Hafen", "\n\nDer Hafen"))
    kept, _, notices = inline.apply([shifted(SCALE_SLIP, document, TALKS)], [document])
    assert len(kept) == 1 and "takes no finding away" in notices[0]


def test_inline_suppression_is_marked_as_such():
    document = commented("<!-- factcheck: ignore[FC101] agreed with desk -->\n")
    outcome = suppress([shifted(SCALE_SLIP, document, TALKS)], [document, SUPERFACTORY])
    assert outcome.suppressed[0].suppression == {
        "where": "inline",
        "status": "accepted",
        "reason": "agreed with desk",
    }


@pytest.mark.parametrize(
    "piece", ["<!-- factcheck: ignore[", "<!-- factcheck: ignore[FC101] x ", "<!--", "\n \n", "x"]
)
def test_hostile_text_is_read_in_linear_time(piece):
    text = piece * (400_000 // len(piece))
    began = time.perf_counter()
    directives(text)
    assert time.perf_counter() - began < 3
