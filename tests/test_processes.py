"""Work shared out to processes: the same answers in the same order, and no process left over."""

from __future__ import annotations

import atexit
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck import pipeline, processes
from factcheck.model import Document

OPTIONS = pipeline.Options()


def test_answers_in_order() -> None:
    batches = ((number, number) for number in range(40))
    assert list(processes.run("operator:add", batches, 2)) == [2 * n for n in range(40)]


def test_errors_are_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(processes.run("operator:truediv", [(1, 2), (1, 0)], 2))


def test_a_process_that_ends_too_early() -> None:
    with pytest.raises(OSError, match="too early"):
        list(processes.run("os:_exit", [(3,)], 1))


def test_none_is_left_over(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    class Noted(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    answers = processes.run("operator:add", ((n, n) for n in range(1000)), 2)
    assert next(answers) == 0
    answers.close()
    assert len(started) == 2
    assert all(process.returncode is not None for process in started)


def test_prints_do_not_get_between_the_answers() -> None:
    assert list(processes.run("builtins:print", [("x",), ("y",)], 1)) == [None, None]


def test_the_users_folder_is_not_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "operator.py").write_text("raise SystemExit(9)", encoding="utf-8")
    (tmp_path / "factcheck.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.chdir(tmp_path)
    assert list(processes.run("operator:add", [(1, 2)], 1)) == [3]


def articles(count: int) -> list[Document]:
    return [
        Document(
            id=f"a{number}",
            path=f"a{number}.txt",
            text=f"Nordwerk erzielte im Jahr 2024 einen Umsatz von {number + 2} Millionen Euro.\n",
            published=date(2025, 3, 1),
        )
        for number in range(count)
    ]


def test_same_claims_as_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    done = []
    monkeypatch.setattr(processes, "cores", lambda: 2)
    options = pipeline.Options(progress=lambda *step: done.append(step))
    found = pipeline.extract(articles(pipeline.MANY + 3), options)
    assert found == pipeline.extract_here(articles(pipeline.MANY + 3), OPTIONS)
    assert done[-1] == ("reading", pipeline.MANY + 3, pipeline.MANY + 3)


def test_one_process_where_no_other_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    monkeypatch.setattr(sys, "executable", "/does/not/exist")
    found = pipeline.extract(articles(pipeline.MANY), OPTIONS)
    assert found == pipeline.extract_here(articles(pipeline.MANY), OPTIONS)


FRAME = "Der Talbote erreicht seit 1.912 Tagen 40.000 Haushalte in der ganzen Region."


@pytest.mark.parametrize("count", [4, pipeline.MANY])
def test_what_several_articles_repeat_is_no_part_of_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    for document in articles(count):
        text = f"{document.text}\nMehr dazu folgt in Ausgabe {document.id}.\n\n{FRAME}\n"
        (tmp_path / document.path).write_text(text, encoding="utf-8")
    whole = pipeline.read([tmp_path], OPTIONS)
    assert not any(claim.sentence == FRAME for group in whole.claims for claim in group)
    apart = pipeline.read([tmp_path], OPTIONS, together=False)
    assert any(claim.sentence == FRAME for claim in apart.claims[0])
    alone = pipeline.read_here([tmp_path], OPTIONS)
    assert alone == apart, "an article by itself is read the same in an index"


def test_same_vectors_as_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"Umsatz der Werft {number}" for number in range(40)]
    monkeypatch.setattr(pipeline, "ENCODED", 4)
    monkeypatch.setattr(processes, "cores", lambda: 1)
    alone = pipeline.encode(texts, OPTIONS)
    monkeypatch.setattr(processes, "cores", lambda: 2)
    assert (pipeline.encode(texts, OPTIONS) == alone).all()
    assert alone.shape[0] == len(texts)
    monkeypatch.setattr(sys, "executable", "/does/not/exist")
    assert (pipeline.encode(texts, OPTIONS) == alone).all()
    assert len(pipeline.encode([], OPTIONS)) == 0


def test_one_batch_beside_what_else_is_done() -> None:
    with processes.beside("operator:add", (1, 2)) as answer:
        assert answer() == 3
    with (
        processes.beside("operator:truediv", (1, 0)) as answer,
        pytest.raises(ZeroDivisionError),
    ):
        answer()


def twice(value: object) -> Iterator[object]:
    shared = [value]
    yield shared
    yield [shared]


def broken(value: object) -> Iterator[object]:
    yield value
    raise ValueError("the second")


def test_a_generator_answers_one_by_one_and_shares_what_is_one_object(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    with processes.beside("test_processes:twice", (7,)) as answer:
        first = answer()
        (again,) = answer()
    assert first == [7]
    assert again is first
    with processes.beside("test_processes:broken", (7,)) as answer:
        assert answer() == 7
        with pytest.raises(ValueError, match="the second"):
            answer()


def note_at_the_end(path: str) -> None:
    atexit.register(Path(path).write_text, "kept", "utf-8")


def test_a_process_beside_keeps_what_it_remembers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    path = tmp_path / "noted"
    with processes.beside("test_processes:note_at_the_end", (str(path),)) as answer:
        answer()
    assert path.read_text("utf-8") == "kept"


def test_a_process_started_ahead_is_the_one_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    processes.foresee("operator:add")
    monkeypatch.setattr(processes, "_Process", lambda _: pytest.fail("another one was started"))
    with processes.beside("operator:add", (1, 2)) as answer:
        assert answer() == 3


def test_none_can_be_started_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/does/not/exist")
    processes.foresee("operator:sub")
    monkeypatch.undo()
    with processes.beside("operator:sub", (3, 2)) as answer:
        assert answer() == 1


def test_a_process_beside_that_ends_too_early() -> None:
    with (
        processes.beside("os:_exit", (3,)) as answer,
        pytest.raises(OSError, match="too early"),
    ):
        answer()


def test_same_findings_as_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims of two kinds: amounts, and who leads whom."""
    said = "Nordwerk erzielte im Jahr 2024 einen Umsatz von {} Millionen Euro.\n"
    leads = "{} ist Vorstandschef von Siemens.\n"
    texts = [said.format(620), said.format(750), leads.format("Anna Lang"), leads.format("Bo Kurz")]
    documents = tuple(
        Document(id=f"a{n}", path=f"a{n}.txt", text=text, published=date(2025, 3, 1))
        for n, text in enumerate(texts)
    )
    claims = tuple(pipeline.extract_here(documents, OPTIONS))
    extraction = pipeline.Extraction(documents, claims)
    expected = pipeline.cross_compare(extraction, OPTIONS)
    assert {finding.kind for finding in expected.findings} == {"amount", "relation"}
    monkeypatch.setattr(processes, "cores", lambda: 2)
    monkeypatch.setattr(pipeline, "MANY_CLAIMS", 1)
    assert pipeline.cross_compare(extraction, OPTIONS) == expected
    known = {id(claim) for group in claims for claim in group}
    found = pipeline.compare_all([c for group in claims for c in group], documents, OPTIONS)
    assert all(id(member.claim) in known for finding in found for member in finding.claims)
    monkeypatch.setattr(processes, "_Process", _fail)
    assert pipeline.cross_compare(extraction, OPTIONS) == expected


def _fail(*_: object) -> None:
    raise OSError("no memory")
