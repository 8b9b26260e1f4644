"""Errors that a user can cause: one clear sentence and an exit code, never a traceback."""

from __future__ import annotations


class FactcheckError(Exception):
    """Base of all; the message names the file or option and the remedy."""

    exit_code = 2


class UsageError(FactcheckError):
    """The command line or a setting cannot be used as given."""


class InputError(FactcheckError):
    """A file cannot be read as an article."""


class TableError(FactcheckError):
    """A row of tables/ or lang/ is wrong; the message names file, table and key."""


class ModelError(FactcheckError):
    """An embedding model cannot be loaded."""


class IndexDamagedError(FactcheckError):
    """An index is foreign, truncated, locked or of another model or schema."""


class BaselineError(FactcheckError):
    """The baseline file cannot be read or written."""
