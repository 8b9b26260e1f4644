"""Every command in the documentation runs, every link leads somewhere."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import doc_pages
from doc_pages import ROOT, Command
from factcheck.cli import main
from factcheck.cli.run import last_report

MAX_SECONDS = 60
# Commands that install, or that run for minutes or for good, are looked up and not run.
LASTING = ("watch", "lsp")
OUTSIDE = {"git", "cd", "pip", "python3", "apt-get", "sudo", "source", "pre-commit"}
ANY_ID = re.compile(r"\bID\b")  # stands for the id of the last report's first finding
SHELL_SIGNS = re.compile(r"[|<>;&$]")
PLACEHOLDER = re.compile(r"NAME|FCn|<|lang/es/")  # places that a reader is told to make
NOT_OURS = re.compile(r"/work/|/home/\w|/tmp/w|pypi\.org/simple|index-url|artifactory|nexus", re.I)


def ids(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture(scope="module")
def corpus_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("page", doc_pages.pages(), ids=ids)
def test_commands_run(
    page: Path, tmp_path: Path, corpus_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run a page's commands from top to bottom, in a folder with a copy of the sample corpus.

    The cache keeps the unpacked model from page to page, but no page reads another's last report.
    """
    _copy_articles(tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(corpus_cache))
    last_report().unlink(missing_ok=True)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    faults = []
    for block in doc_pages.blocks(page):
        name = doc_pages.sample_file(block)
        if name:
            _write(tmp_path, name, "\n".join(block.lines) + "\n")
        for command in doc_pages.commands(block):
            fault = check(command)
            if fault:
                faults.append(f"{command}\n  {fault}")
    assert not faults, "\n".join(faults)


def _copy_articles(folder: Path) -> None:
    """Copy the articles that the pages name, and those about the same firm: quick, and enough."""
    text = "".join(page.read_text(encoding="utf-8") for page in doc_pages.pages())
    named = {*re.findall(r"\b[\w-]+\.txt", text)}
    folder.mkdir()
    for path in (ROOT / "corpus").glob("*.txt"):
        if path.name in named or path.name.startswith("halden"):
            shutil.copy(path, folder)


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    assert path.resolve().is_relative_to(folder.resolve()), f"{name} lies outside"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def check(command: Command) -> str:
    """Return what is wrong with the command, "" when nothing is."""
    text, _, comment = command.text.partition(" #")
    text = ANY_ID.sub(lambda _: _first_id(), text)
    wanted = re.search(r"exit code (\d+)", comment)
    codes = (int(wanted[1]),) if wanted else (0, 1)
    text = text.replace(".venv/bin/", "")
    words = [word for word in shlex.split(text) if "=" not in word or word.startswith("-")]
    if not words:
        return "no command"
    if words[0] == "factcheck" and words[1:2] and words[1] in LASTING:
        return _runs(f"factcheck {shlex.join(words[1:])} --help", (0,))
    if words[0] == "factcheck" or words[0] in ("cat", "echo", "cp", "mv", "sed", "printf"):
        return _runs(text, codes)
    lookup = LOOKUPS.get(words[0])
    if lookup:
        return lookup(words)
    return "" if words[0] in OUTSIDE else f"{words[0]!r} is no command that this test knows"


def _first_id() -> str:
    report = json.loads(last_report().read_text(encoding="utf-8"))
    return str(report["findings"][0]["id"])[:12]


def _runs(text: str, codes: tuple[int, ...]) -> str:
    code, errors = _in_shell(text) if _needs_shell(text) else _in_process(shlex.split(text)[1:])
    if code in codes:
        return ""
    return f"exit code {code}, expected {' or '.join(map(str, codes))}: {errors[-500:]}"


def _needs_shell(text: str) -> bool:
    return bool(SHELL_SIGNS.search(text)) or not text.startswith("factcheck ")


def _in_shell(text: str) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "-c", text], capture_output=True, timeout=MAX_SECONDS, stdin=subprocess.DEVNULL
    )
    return done.returncode, done.stderr.decode(errors="replace")


def _in_process(arguments: list[str]) -> tuple[int, str]:
    errors = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
        code = main(arguments)
    return code, errors.getvalue()


def _make_target(words: list[str]) -> str:
    targets = [word for word in words[1:] if not word.startswith("-")]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    missing = [t for t in targets if not re.search(rf"^{re.escape(t)}:", makefile, re.MULTILINE)]
    return f"the Makefile has no target {', '.join(missing)}" if missing else ""


def _python(words: list[str]) -> str:
    if words[1:2] == ["-m"] and words[2] in ("pip", "venv", "pytest"):
        return ""
    path = words[2].replace(".", "/") if words[1:2] == ["-m"] else words[1]
    places = (ROOT / path, ROOT / f"{path}.py")
    return "" if any(place.exists() for place in places) else f"there is no {path}"


def _files(words: list[str]) -> str:
    named = [word.partition("::")[0] for word in words[1:] if "/" in word]
    missing = [name for name in named if not (ROOT / name).exists()]
    return f"there is no {', '.join(missing)}" if missing else ""


LOOKUPS: dict[str, Callable[[list[str]], str]] = {
    "make": _make_target,
    "python": _python,
    "pytest": _files,
    "ruff": _files,
}


@pytest.mark.parametrize("page", doc_pages.pages(), ids=ids)
def test_links_lead_somewhere(page: Path) -> None:
    broken = [
        f"{ids(page)}:{line}: {target}"
        for line, target in doc_pages.links(page)
        if not re.match(r"https?://|mailto:", target) and not _leads(page, target)
    ]
    assert not broken, "\n".join(broken)


def _leads(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    path = (page.parent / name).resolve() if name else page
    if not path.exists() or not path.is_relative_to(ROOT):
        return False
    return not anchor or (path.suffix == ".md" and anchor in doc_pages.anchors(path))


@pytest.mark.parametrize("page", doc_pages.pages(), ids=ids)
def test_places_exist(page: Path) -> None:
    """A file or folder named in the text is there."""
    missing = [
        f"{ids(page)}:{line}: {place}"
        for line, place in doc_pages.places(page)
        if not PLACEHOLDER.search(place) and not (ROOT / place).exists()
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("page", doc_pages.pages(), ids=ids)
def test_no_page_speaks_of_one_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    lines = [n for n, line in enumerate(text.splitlines(), start=1) if NOT_OURS.search(line)]
    assert not lines, f"{ids(page)}: lines {lines}"


def test_every_page_can_be_reached() -> None:
    """From README.md over links; a page that nobody finds helps nobody."""
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        targets = [target.partition("#")[0] for _, target in doc_pages.links(page)]
        waiting += [
            (page.parent / t).resolve()
            for t in targets
            if t.endswith(".md") and (page.parent / t).exists()
        ]
    assert not set(doc_pages.pages()) - reached


def test_a_wrong_command_is_named_with_its_place(tmp_path: Path) -> None:
    command = Command(ROOT / "README.md", 7, "factcheck scan corpus --no-such-option")
    assert "exit code 2" in check(command)
    assert str(command).startswith("README.md:7: ")
    assert check(Command(ROOT / "README.md", 8, "make no-such-target"))
    assert check(Command(ROOT / "README.md", 9, "frobnicate now"))


def test_commands_are_read_with_their_lines() -> None:
    lines = ("$ factcheck scan \\", "> corpus", "output", "$ factcheck explain FC101 # why")
    block = doc_pages.Block(ROOT / "README.md", 10, "console findings=3", lines)
    read = [(command.line, command.text) for command in doc_pages.commands(block)]
    assert read == [(10, "factcheck scan corpus"), (13, "factcheck explain FC101 # why")]
