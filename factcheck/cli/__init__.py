"""The command line. Command modules load when they are named, heavy stages when they run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

__all__ = ["main"]

INTERRUPTED = 130
FAILED = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, 1 (findings), 2 (could not do the job) or 130.

    Nothing that a user can cause ends in a traceback.
    """
    try:
        return _run(argv)
    except ModuleNotFoundError as error:
        return _missing(error)


def _run(argv: Sequence[str] | None) -> int:
    import click

    from factcheck.cli.complaints import asked_language, show
    from factcheck.cli.console import complain, prepare_streams
    from factcheck.cli.root import factcheck
    from factcheck.errors import FactcheckError
    from factcheck.garbage import collect_rarely
    from factcheck.tables.usage import usage, usage_told

    collect_rarely()
    prepare_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = asked_language(arguments)
    try:
        code = factcheck.main(args=arguments, prog_name="factcheck", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        show(error, language)
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        complain(usage("interrupted", language))
        return INTERRUPTED
    except FactcheckError as error:
        complain(usage_told(str(error), language))
        return error.exit_code
    except ModuleNotFoundError:
        raise
    except Exception as error:
        return _unexpected(error, language)


def _missing(error: ModuleNotFoundError) -> int:
    """Name the package that the installation lacks; its own message may need that very package."""
    print(
        f"factcheck: the Python package {error.name!r} is not installed; install factcheck anew "
        "with all that it needs: pip install -c constraints.txt -e .",
        file=sys.stderr,
    )
    return FAILED


def _unexpected(error: Exception, language: str) -> int:
    """Report what no stage foresaw; exit code 1 would claim that there are findings."""
    from factcheck.cli.console import complain
    from factcheck.tables.usage import usage

    if os.environ.get("FACTCHECK_DEBUG"):
        import traceback

        traceback.print_exception(error)
    where = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    complain(usage("own_error", language, where=where))
    return FAILED
