"""`factcheck lsp`: a language server, so that any editor shows findings while one writes."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.options import with_settings


@click.command(name="lsp")
@with_settings(
    "against",
    "model",
    "min-confidence",
    "show-agreements",
    "published",
    "entities",
    "baseline",
    "ui-language",
)
def command(against: tuple[Any, ...], **values: Any) -> int:
    """Run a language server on standard input and output.

    Editors start it by themselves. With --against, drafts are checked against an index or
    against articles; without it, each draft is checked against itself.
    """
    import importlib.util

    from factcheck.errors import UsageError

    if importlib.util.find_spec("pygls") is None:
        raise UsageError("the language server needs pygls; install newsroom-factcheck[editor]")
    from factcheck.cli.lsp.checking import Checker
    from factcheck.cli.lsp.server import make_server
    from factcheck.cli.run import Settings

    checker = Checker(Settings(**values), [str(path) for path in against])
    try:
        make_server(checker).start_io()
    finally:
        checker.close()
    return 0
