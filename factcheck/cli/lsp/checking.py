"""Checks the text of one editor window; what does not change between two keystrokes stays warm."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.run import Settings, last_report, without_known
from factcheck.errors import UsageError
from factcheck.model import Report
from factcheck.read import Buffer, shown_path

if TYPE_CHECKING:
    from factcheck.index import KeptIndex


class Checker:
    """Checks drafts against an archive, which is an index or is made into one once.

    The archive stays open between checks, so that all of them come from one thread.
    """

    def __init__(self, settings: Settings, against: Sequence[str]) -> None:
        self._settings = settings
        self._against = list(against)
        self._index: KeptIndex | None = None
        self._ready = False

    @property
    def settings(self) -> Settings:
        """Return the settings of the run."""
        return self._settings

    def check(self, path: Path, text: str) -> Report:
        """Return the findings that touch the text, accepted ones set apart."""
        from factcheck import archive, pipeline

        options = self._settings.options(published=date.today())
        draft = Buffer(shown_path(path), text.encode("utf-8", "replace"))
        index = self._archive()
        if index is None:
            report = pipeline.scan([draft], options)  # type: ignore[list-item]
        else:
            report = archive.check_kept([draft], index, options)
        return without_known(report, self._settings)

    def refresh(self) -> None:
        """Look at the archive's files again before the next check."""
        self._ready = False

    def close(self) -> None:
        """Let go of the archive's files; a later check opens them again."""
        if self._index is not None:
            self._index.close()

    def _archive(self) -> KeptIndex | None:
        """Return the archive's index, filled anew if that was asked for; None without archive."""
        from factcheck import embed
        from factcheck.index import KeptIndex

        if self._against and not self._ready:
            path = self._filled()
            if self._index is None:
                self._index = KeptIndex(path, embed.load(self._settings.model))
            self._ready = True
        return self._index

    def _filled(self) -> Path:
        """Return where the index is; folders and files get one in the cache folder."""
        from factcheck import archive
        from factcheck.index import is_index

        if len(self._against) == 1 and is_index(self._against[0]):
            return Path(self._against[0])
        if any(map(is_index, self._against)):
            raise UsageError("--against takes one index, or folders and files")
        path = self._cached_index()
        fill = archive.add if is_index(path) else archive.build
        fill(path, self._against, self._settings.options())
        return path

    def _cached_index(self) -> Path:
        places = [str(Path(path).resolve()) for path in self._against]
        name = "\n".join([str(Path.cwd()), self._settings.model, *sorted(places)])
        digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]
        folder = last_report().parent / "editor"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder / digest
