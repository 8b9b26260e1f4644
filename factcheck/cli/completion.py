"""`factcheck completion`: the script that makes a shell complete our commands."""

from __future__ import annotations

import click


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the script that makes SHELL complete commands and options.

    Add it to the shell's start-up file, for example:
    factcheck completion bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    from factcheck.cli.console import emit

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for {shell}")
    emit(kind(ctx.find_root().command, {}, "factcheck", "_FACTCHECK_COMPLETE").source() + "\n")
    return 0
