"""Reads the documentation as data: its command lines, its sample files, its links and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)[ \t]*(.*)$")
_HEADING = re.compile(r"^#{1,6} (.+?)(?: #+)?$")
_LINK = re.compile(r"!?\[[^\]\n]{0,300}\]\(([^()\s]{1,300})\)")
_CODE = re.compile(r"`[^`\n]{0,500}`")
_PLACE = re.compile(r"`((?:factcheck|tests|docs|benchmarks|corpus)/[\w./-]{0,200})`")
_NO_ANCHOR = re.compile(r"[^\w\- ]")


@dataclass(frozen=True)
class Block:
    """One fenced block; `line` is the number of its first line of content."""

    page: Path
    line: int
    info: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Command:
    page: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}: {self.text}"


def pages() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path) -> list[Block]:
    found: list[Block] = []
    fence, info, start, content = "", "", 0, []
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        match = _FENCE.match(line)
        if not fence and match:
            fence, info, start, content = match[1], match[2].strip(), number + 1, []
        elif fence and match and match[1].startswith(fence) and not match[2]:
            found.append(Block(page, start, info, tuple(content)))
            fence = ""
        elif fence:
            content.append(line)
    assert not fence, f"{page}:{start - 1}: a fence that is never closed"
    return found


def prose(page: Path) -> list[tuple[int, str]]:
    """Return the numbered lines outside fences."""
    inside = {n for b in blocks(page) for n in range(b.line - 1, b.line + len(b.lines) + 1)}
    lines = page.read_text(encoding="utf-8").splitlines()
    return [(n, line) for n, line in enumerate(lines, start=1) if n not in inside]


def commands(block: Block) -> list[Command]:
    """Return the lines after "$ " of a `console` block, or every line of an `sh` block."""
    language = block.info.split(" ")[0]
    if language not in ("console", "sh"):
        return []
    found: list[Command] = []
    open_line = False
    for number, line in enumerate(block.lines, start=block.line):
        text = line.removeprefix("> ") if open_line else line
        if open_line:
            last = found.pop()
            found.append(Command(last.page, last.line, last.text[:-1] + text.strip()))
        elif language == "sh" and text.strip() and not text.lstrip().startswith("#"):
            found.append(Command(block.page, number, text.strip()))
        elif language == "console" and text.startswith("$ "):
            found.append(Command(block.page, number, text[2:].strip()))
        else:
            continue
        open_line = found[-1].text.endswith("\\")
    return found


def sample_file(block: Block) -> str | None:
    """Return the file name that a block such as "```text draft.txt" shows the content of."""
    language, _, name = block.info.partition(" ")
    return name if language in ("text", "markdown", "toml", "ini") and name else None


def links(page: Path) -> list[tuple[int, str]]:
    return [(n, t) for n, line in prose(page) for t in _LINK.findall(_CODE.sub("", line))]


def places(page: Path) -> list[tuple[int, str]]:
    """Return the files and folders of the repository that the page speaks of."""
    return [(n, place) for n, line in prose(page) for place in _PLACE.findall(line)]


def anchors(page: Path) -> set[str]:
    """Return the headings as a code host turns them into anchors."""
    found: set[str] = set()
    for _, line in prose(page):
        match = _HEADING.match(line)
        if match:
            plain = _NO_ANCHOR.sub("", match[1].replace("`", "").strip().lower())
            found.add(plain.replace(" ", "-"))
    return found
