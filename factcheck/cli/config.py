"""`factcheck config show`: what a run would use, and where each value comes from."""

from __future__ import annotations

import os

import click

from factcheck.cli.options import configuration, with_settings


@click.group(name="config")
def command() -> None:
    """Show the configuration."""


@command.command(name="show")
@with_settings()
@click.pass_context
def show(ctx: click.Context) -> int:
    """Print every setting, its value, and where the value comes from."""
    from factcheck.cli.console import emit
    from factcheck.read import shown_path
    from factcheck.report.escape import visible
    from factcheck.tables.settings import settings

    found = configuration(ctx)
    lines = []
    for name, setting in settings().items():
        if name in found.values and found.path is not None:
            value, origin = found.values[name], shown_path(found.path)
        else:
            value, origin = setting.default, "default"
        if name == "ui-language" and not value:
            value, origin = _language(), "locale"
        lines.append(f"{name:<16} {visible(_written(value)):<24} {visible(origin)}")
    emit("\n".join(line.rstrip() for line in lines) + "\n")
    return 0


def _language() -> str:
    from factcheck.cli.run import locale_language

    return locale_language(os.environ)


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if value != "" else "-"
