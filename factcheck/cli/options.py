"""Command-line options made from the settings table, with defaults from a configuration file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck import config
from factcheck.tables.settings import Setting, settings

F = TypeVar("F", bound=Callable[..., Any])
_CONFIGURATION = "factcheck.configuration"


class DateType(click.ParamType[date]):
    """A day, written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: click.Context | None) -> date:
        """Return the date; usage error where there is no such day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as YYYY-MM-DD", param, ctx)


class PlaceType(click.Path):
    """A path; an empty one, as an unset shell variable gives, does not mean the working folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; usage error where it is empty."""
        if str(value) == "" or value == b"":
            self.fail("the name is empty; name a file or a folder", param, ctx)
        return super().convert(value, param, ctx)


PLACE = PlaceType()


def with_settings(*names: str) -> Callable[[F], F]:
    """Give a command the named settings as options, and --config and --isolated."""

    def decorate(command: F) -> F:
        for option in reversed([_CONFIG, _ISOLATED, *(_option(settings()[n]) for n in names)]):
            command = option(command)
        return command

    return decorate


def configuration(ctx: click.Context) -> config.Configuration:
    """Return the configuration that the command runs with."""
    found: config.Configuration = ctx.meta.get(_CONFIGURATION) or config.Configuration()
    return found


def _option(setting: Setting) -> Callable[[Any], Any]:
    if setting.kind == "flag":
        return click.option(f"--{setting.id}", is_flag=True, default=False, help=setting.help)
    return click.option(
        f"--{setting.id}",
        type=_type(setting),
        multiple=setting.multiple,
        default=None if setting.multiple or not setting.default else setting.default,
        show_default=bool(setting.default),
        metavar=_METAVARS.get(setting.kind),
        help=setting.help,
    )


_METAVARS = {"date": "DATE", "file": "FILE", "files": "FILE", "paths": "PATH", "text": "NAME"}


def _type(setting: Setting) -> Any:
    if setting.kind == "choice":
        return click.Choice(setting.choices)
    if setting.kind == "number":
        return click.FloatRange(setting.low, setting.high)
    if setting.kind == "date":
        return DateType()
    if setting.kind in ("file", "files", "paths"):
        return PlaceType(path_type=Path)
    return str


def _use_config(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    if value is not None:
        if ctx.meta.get("factcheck.isolated"):
            raise click.UsageError("--config and --isolated exclude each other")
        _use(ctx, config.load(value))
    elif not ctx.meta.get("factcheck.isolated"):
        _use(ctx, config.find(Path.cwd()))
    return value


def _isolate(ctx: click.Context, param: click.Parameter, value: bool) -> bool:
    if value:
        if _CONFIGURATION in ctx.meta:
            raise click.UsageError("--config and --isolated exclude each other")
        ctx.meta["factcheck.isolated"] = True
    return value


def _use(ctx: click.Context, found: config.Configuration) -> None:
    ctx.meta[_CONFIGURATION] = found
    ctx.default_map = {settings()[name].parameter: value for name, value in found.values.items()}


_ISOLATED = click.option(
    "--isolated",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_isolate,
    help="Read no configuration file.",
)
_CONFIG = click.option(
    "--config",
    type=PlaceType(path_type=Path),
    is_eager=True,
    expose_value=False,
    callback=_use_config,
    metavar="FILE",
    help="Configuration file to read instead of the nearest one.",
)
