"""The group of commands: a table of names, each loaded when it is needed."""

from __future__ import annotations

import difflib
import importlib

import click

from factcheck import __version__

COMMANDS = {
    "scan": "scan",
    "check": "check",
    "claims": "claims",
    "explain": "explain",
    "index": "index",
    "baseline": "baseline",
    "config": "config",
    "watch": "watch",
    "lsp": "lsp",
    "completion": "completion",
}


class LazyGroup(click.Group):
    """A group whose commands are modules of factcheck.cli with a `command`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command; usage error with the nearest name where there is none."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"No such command {name!r}.{hint}")
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which they are explained."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load and return the command; None where there is no such one."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"factcheck.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def factcheck() -> None:
    """Find claims in news articles that cannot both be true.

    Exit codes: 0 nothing to report, 1 findings, 2 the job could not be done, 130 interrupted.
    """
