"""Checks the text of one editor window; what does not change between two keystrokes stays warm."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from factcheck.cli.run import Settings, last_report, without_known
from factcheck.errors import UsageError
from factcheck.model import Report
from factcheck.read import Buffer, shown_path


class Checker:
    """Checks drafts against an archive, which is an index or is made into one once."""

    def __init__(self, settings: Settings, against: Sequence[str]) -> None:
        self._settings = settings
        self._against = list(against)
        self._index: Path | None = None
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
            report = archive.check([draft], index, options)
        return without_known(report, self._settings)

    def refresh(self) -> None:
        """Look at the archive's files again before the next check."""
        self._ready = False

    def _archive(self) -> Path | None:
        """Return the index of the archive; folders and files get one in the cache folder."""
        from factcheck import archive
        from factcheck.index import is_index

        if self._ready or not self._against:
            return self._index
        if len(self._against) == 1 and is_index(self._against[0]):
            self._index = Path(self._against[0])
        elif any(map(is_index, self._against)):
            raise UsageError("--against takes one index, or folders and files")
        else:
            self._index = self._cached_index()
            fill = archive.add if is_index(self._index) else archive.build
            fill(self._index, self._against, self._settings.options())
        self._ready = True
        return self._index

    def _cached_index(self) -> Path:
        places = [str(Path(path).resolve()) for path in self._against]
        name = "\n".join([str(Path.cwd()), self._settings.model, *sorted(places)])
        digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]
        folder = last_report().parent / "editor"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder / digest
