"""What the command line cannot use, said in the language asked for."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

import click

_OPTION = "--ui-language"


def asked_language(arguments: Sequence[str]) -> str:
    """Return the language that a command line asks for, even a wrong one; else the locale's."""
    from factcheck.cli.run import locale_language
    from factcheck.tables.catalogue import LANGUAGES

    words = [part for argument in arguments for part in argument.split("=", 1)]
    following = dict(pairwise(words))
    asked = following.get(_OPTION, "")
    return asked if asked in LANGUAGES else locale_language(os.environ)


def show(error: click.ClickException, language: str) -> None:
    """Write a usage error to standard error, line by line in a language."""
    from factcheck.tables.usage import usage_told

    written = io.StringIO()
    error.show(written)
    sys.stderr.write(usage_told(written.getvalue(), language))
