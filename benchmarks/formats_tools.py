"""The outside programs that `benchmarks.formats` opens reports with: a browser and pre-commit."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--no-first-run", "--hide-scrollbars", "--disable-extensions", "--enable-logging=stderr"),
)
_COMPLAINT = re.compile(r"CONSOLE.*|.*(?:Refused|violates).*")
ARTICLE = """---
id: {id}
published: 2025-03-0{id}
---
Der Umsatz von Siemens lag im Jahr 2024 bei {amount} Milliarden Euro.
"""


class AbsentError(Exception):
    """A program that a check needs is not installed here."""


def browser(page: Path, picture: Path, width: int, height: int, *, dark: bool) -> list[str]:
    """Take a picture of a page, in pixels, and return what the browser complained about."""
    program = next(filter(None, map(shutil.which, _BROWSERS)), "")
    if not program:
        raise AbsentError("no Chromium")
    with TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                program,
                *_FLAGS,
                f"--user-data-dir={profile}",
                f"--blink-settings=preferredColorScheme={0 if dark else 1}",
                f"--window-size={width},{height}",
                f"--screenshot={picture}",
                page.as_uri(),
            ],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    return _COMPLAINT.findall(done.stderr)


def hooks(transcript: Path) -> tuple[int, int]:
    """Run our hook with and without a contradiction; return both exit codes."""
    if importlib.util.find_spec("pre_commit") is None:
        raise AbsentError("pre-commit is not installed")
    with TemporaryDirectory() as folder:
        place = Path(folder)
        _repository(place)
        outcomes = [_commit(place, amount) for amount in (62, 75)]
    transcript.write_text("\n".join(out for _, out in outcomes), encoding="utf-8")
    return outcomes[0][0], outcomes[1][0]


def _repository(place: Path) -> None:
    import yaml

    rows = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    hook = next(row for row in rows if row["id"] == "factcheck")
    hook |= {"language": "system", "entry": f"{sys.executable} -m {hook['entry']}"}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (place / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (place / "a.md").write_text(ARTICLE.format(id=1, amount=75), encoding="utf-8")
    subprocess.run(["git", "init", "-q", "."], cwd=place, check=True)


def _commit(place: Path, amount: int) -> tuple[int, str]:
    (place / "b.md").write_text(ARTICLE.format(id=2, amount=amount), encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=place, check=True)
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PRE_COMMIT_HOME": str(place / ".cache")}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"],
        cwd=place,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, f"$ pre-commit run --all-files   ({amount})\n{done.stdout}"
