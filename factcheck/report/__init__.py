"""Reports: one file per output format, all from the same `Report`.

A format is a module of this package with `render(view, options) -> str`; adding one means
adding its file and its row in FORMATS.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from shutil import get_terminal_size
from types import MappingProxyType
from typing import TextIO

from factcheck.errors import UsageError
from factcheck.model import Claim, Document, Report, Skipped

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "terminal": "terminal",
        "json": "json_report",
        "markdown": "markdown",
        "html": "html",
        "sarif": "sarif",
        "junit": "junit",
        "github": "github",
    }
)
SUFFIXES: Mapping[str, str] = MappingProxyType(  # of --output files
    {
        ".txt": "terminal",
        ".json": "json",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".sarif": "sarif",
        ".xml": "junit",
    }
)
PIPE_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is written; `width` (columns) and `color` matter to the terminal only."""

    ui_language: str = "en"
    width: int = PIPE_WIDTH
    color: bool = False


def render(
    report: Report,
    format: str,
    *,
    ui_language: str = "en",
    show_agreements: bool = False,
    width: int | None = None,
    color: bool = False,
) -> str:
    """Return the whole report in one of FORMATS, ending with a newline.

    `width` is in columns (None: 100). Article text never acts as markup, whatever it holds.
    UsageError names the formats when there is no such one.
    """
    from factcheck.report.view import ReportView

    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}; use one of {', '.join(FORMATS)}")
    module = import_module(f"factcheck.report.{FORMATS[format]}")
    view = ReportView(_told(report, ui_language), show_agreements=show_agreements)
    return str(module.render(view, Options(ui_language, width or PIPE_WIDTH, color)))


def _told(report: Report, language: str) -> Report:
    """Return the report with the reasons of what was not read in its language."""
    from factcheck.tables.notices import told

    skipped = (Skipped(item.path, told(item.reason, language)) for item in report.skipped)
    return replace(report, skipped=tuple(skipped)) if report.skipped else report


def look_of(stream: TextIO, environ: Mapping[str, str]) -> tuple[int, bool]:
    """Return width in columns and whether to colour, for a report printed to `stream`.

    Colour needs a terminal, no NO_COLOR and a TERM that is not "dumb". A pipe is PIPE_WIDTH wide,
    unless COLUMNS asks for another width.
    """
    if not stream.isatty():
        asked = environ.get("COLUMNS", "")
        return (int(asked) or PIPE_WIDTH) if asked.isdecimal() else PIPE_WIDTH, False
    width = get_terminal_size((PIPE_WIDTH, 24)).columns
    return width, not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def render_claims(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    format: str,
    *,
    ui_language: str = "en",
    width: int | None = None,
    color: bool = False,
) -> str:
    """Return what was extracted, as `terminal` or as `json` (factcheck/claims@1)."""
    from factcheck.report import claims_list

    options = Options(ui_language, width or PIPE_WIDTH, color)
    if format == "json":
        return claims_list.as_json(claims, documents)
    if format == "terminal":
        return claims_list.as_text(claims, documents, options)
    raise UsageError(f"claims are listed as terminal or json, not as {format!r}")
