"""A draft is checked while another process writes the index: each answer is of one moment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import archive

COUNT = 12
ARTICLE = "---\nid: old-{n:02}\nsource: Blatt {n}\npublished: 2026-02-01\n---\n"
SAID = "Die Reederei Halmer beschäftigt {} Menschen."
DRAFT = f"---\nid: draft\nsource: Bote\npublished: 2026-02-02\n---\n{SAID.format('2.400')}\n"
WRITER = """
import sys
from pathlib import Path
from factcheck import archive
index, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
for n in range(1, count):
    sys.stdin.readline()  # the reader checks while this one is written
    (folder / f"{n:02}.txt").write_text((folder / "00.txt").read_text("utf-8").replace(
        "old-00", f"old-{n:02}").replace("Blatt 0", f"Blatt {n}"), encoding="utf-8")
    archive.add(index, [folder], workers=1)
    print(n, flush=True)
"""


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "00.txt").write_text(ARTICLE.format(n=0) + SAID.format("1.900") + "\n", "utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    index = tmp_path / "index"
    archive.build(index, [folder], workers=1)
    return index, folder, draft


def opponents(index: Path, draft: Path) -> set[str]:
    """Return the articles that the draft's one finding names; all of them say the same."""
    (finding,) = archive.check([draft], index).findings
    return {member.claim.document for member in finding.claims} - {"draft"}


def test_each_answer_knows_what_was_added_so_far_and_nothing_else(places):
    index, folder, draft = places
    added = [f"old-{n:02}" for n in range(COUNT)]
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-c", WRITER, str(index), str(folder), str(COUNT)]
    seen = [opponents(index, draft)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environ, stdin=pipe, stdout=pipe, text=True) as writer:
        for _ in range(1, COUNT):
            writer.stdin.write("\n")
            writer.stdin.flush()
            seen.append(opponents(index, draft))
            writer.stdout.readline()  # the next check meets the next article
    assert writer.returncode == 0
    seen.append(opponents(index, draft))
    sizes = [len(names) for names in seen]
    assert all(names == set(added[: len(names)]) for names in seen)
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (1, COUNT)
    assert len(set(sizes)) > 2, "the writer was never seen at work"
