"""What scan, check and watch share: options in, notices, report and exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import cache
from factcheck.cli.console import complain, emit, write_file
from factcheck.errors import FactcheckError, UsageError

if TYPE_CHECKING:
    from factcheck.cli.progress import Progress
    from factcheck.model import Report
    from factcheck.pipeline import Options
    from factcheck.read.paths import Buffer

NOTHING, FINDINGS, FAILED = 0, 1, 2
LAST_REPORT = "last-report.json"
_RANKS = {"error": 3, "warning": 2, "note": 1}


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of scan and check after parsing."""

    format: str = "terminal"
    output: tuple[Path, ...] = ()
    model: str = "bundled"
    fail_on: str = "error"
    min_confidence: float = 0.5
    show_agreements: bool = False
    published: date | None = None
    entities: Path | None = None
    baseline: Path | None = None
    ui_language: str | None = None

    def __post_init__(self) -> None:
        """Raise UsageError before any work where a file's ending does not name its form."""
        for path in self.output:
            if self.format == "terminal" and str(path) != "-":
                _check_ending(path)

    @property
    def language(self) -> str:
        """Return the language of the report: the one asked for, else that of the locale."""
        return self.ui_language or locale_language(os.environ)

    def options(self, progress: Progress | None = None, published: date | None = None) -> Options:
        """Return what the pipeline is told; `published` is the default date of drafts."""
        from factcheck.pipeline import Options

        if self.entities is not None:
            _check_names(self.entities)
        return Options(
            model=self.model,
            published=self.published or published,
            min_confidence=self.min_confidence,
            show_agreements=self.show_agreements,
            entities=self.entities,
            ui_language=self.language,
            progress=progress,
        )


def _check_ending(path: Path) -> None:
    from factcheck.report import SUFFIXES

    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise UsageError(f"{path}: the ending names no form; use {known}, or add --format")


def _check_names(path: Path) -> None:
    """Raise UsageError where the file of names is no TOML at all; its rows are checked later."""
    import tomllib

    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        why = str(error)
        raise UsageError(
            f'{path}: is no file of names; --entities takes TOML such as [acme] name = "Acme AG" '
            f"({why})"
        ) from error


def locale_language(environ: Mapping[str, str]) -> str:
    """Return "de" where the locale's messages are German, else "en"."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "de" if environ[name].lower().startswith("de") else "en"
    return "en"


def sources(paths: Sequence[str]) -> list[Any]:
    """Return the paths, with standard input read where one of them is "-"."""
    return [_standard_input() if path == "-" else path for path in paths]


def _standard_input() -> Buffer:
    from factcheck.read.paths import Buffer

    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UsageError("-: standard input cannot be read")
    return Buffer("-", stream.read())


def finish(
    report: Report, settings: Settings, named: Sequence[str], *, compared: bool = True
) -> int:
    """Write notices and the report, keep it for `explain`, and return the exit code.

    Without a document, or where nothing was `compared` (no draft, no archive), no report is
    written: "no contradictions" would be wrong.
    """
    report = without_known(report, settings)
    announce(report, named, settings.language)
    if not report.documents or not compared:
        return FAILED
    write(report, settings)
    keep(report, settings)
    return FAILED if named_failures(report, named) else exit_code(report, settings.fail_on)


def without_known(report: Report, settings: Settings) -> Report:
    """Return the report with accepted findings set apart; BaselineError where it is unreadable."""
    from factcheck.suppress import baseline, suppress

    path = settings.baseline or Path(baseline.FILE_NAME)
    accepted = baseline.load(path, missing_ok=settings.baseline is None)
    outcome = suppress(report.findings, report.documents, accepted)
    return replace(
        report,
        findings=outcome.kept,
        suppressed=report.suppressed + outcome.suppressed,
        notices=report.notices + outcome.notices,
    )


def announce(report: Report, named: Sequence[str], language: str) -> None:
    """Print notices and skipped files on standard error, named paths as they were typed."""
    from factcheck.read import shown_path
    from factcheck.tables.notices import Notice, told

    typed = {shown_path(path): path for path in named}
    for notice in report.notices:
        complain(told(notice, language))
    for skip in report.skipped:
        path = typed.get(skip.path, skip.path)
        complain(told(Notice("skipped", path=path, reason=skip.reason), language))
    if not report.documents and len(report.skipped) != 1:  # one line has said it already
        complain(told(Notice("nothing"), language))


def named_failures(report: Report, named: Iterable[str]) -> set[str]:
    """Return the paths named on the command line that could not be read."""
    from factcheck.read import shown_path

    return {shown_path(path) for path in named} & {skip.path for skip in report.skipped}


def exit_code(report: Report, fail_on: str) -> int:
    """Return 1 where a finding is at or above `fail_on`; agreement is no fault."""
    if fail_on == "never":
        return NOTHING
    loudest = max(
        (_RANKS[f.severity] for f in report.findings if f.verdict != "agreement"), default=0
    )
    return FINDINGS if loudest >= _RANKS[fail_on] else NOTHING


def write(report: Report, settings: Settings) -> None:
    """Write the report to its files, or to standard output where none is named."""
    from factcheck.report import look_of

    if not settings.output:
        width, color = look_of(sys.stdout, os.environ)
        emit(_rendered(report, settings.format, settings, width=width, color=color))
    for path in settings.output:
        text = _rendered(report, output_format(path, settings), settings)
        if str(path) == "-":
            emit(text)
        else:
            write_file(path, text)


def output_format(path: Path, settings: Settings) -> str:
    """Return the format that a file's ending names, else the one asked for."""
    from factcheck.report import SUFFIXES

    if len(settings.output) == 1 and settings.format != "terminal":
        return settings.format
    return SUFFIXES.get(path.suffix.lower(), settings.format)


def _rendered(report: Report, format: str, settings: Settings, **look: Any) -> str:
    from factcheck.report import render

    return render(
        report,
        format,
        ui_language=settings.language,
        show_agreements=settings.show_agreements,
        **look,
    )


def last_report() -> Path:
    """Return where the last report is kept, in the user's cache folder."""
    return cache.folder() / LAST_REPORT


def keep(report: Report, settings: Settings) -> None:
    """Keep the report for `explain`; a cache that cannot be written stops nothing."""
    with suppress(OSError, RuntimeError, FactcheckError):  # RuntimeError: no home folder
        path = last_report()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, _rendered(report, "json", settings), private=True)
