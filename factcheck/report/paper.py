"""A sheet of text of a fixed width: colour or none, and no markup that text could trigger."""

from __future__ import annotations

import io
import re
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Named colours only: the reader's terminal decides how they look on its own background.
STYLES = {
    "contradiction": "bold red",
    "discrepancy": "bold yellow",
    "update": "bold blue",
    "agreement": "bold green",
    "strong": "bold",
    "label": "dim",
    "sentence": "",
    "quote": "bold",
    "0": "bold cyan",
    "1": "bold magenta",
    "2": "bold green",
    "0_mark": "bold cyan underline",
    "1_mark": "bold magenta underline",
    "axis": "dim",
}
MARK = "*"  # around differing words where there is no colour to mark them
DIVIDER = " │ "

# No-break spaces, and letters of no meaning that stand for them while lines are broken.
_JOINED = {0x00A0: "\uf8f0", 0x2007: "\uf8f1", 0x202F: "\uf8f2"}
_APART = {ord(letter): chr(space) for space, letter in _JOINED.items()}

_WORD = re.compile(r"\S+")
_LINE_COLUMN = re.compile(r":\d+:\d+$")
_FONT_FACE = re.compile(r"@font-face \{\{[^}]*\}\}")

Run = tuple[str, str]  # text and a key of STYLES, or a rich style


def styled(*runs: Run) -> Text:
    """Return rich text of the runs; the text is taken as it is."""
    from rich.text import Text

    text = Text()
    for run, style in runs:
        text.append(run, STYLES.get(style, style) or None)
    return text


class Paper:
    """Collects lines of at most `width` columns, then gives them as one string."""

    def __init__(self, width: int, *, color: bool) -> None:
        self.width = max(width, 20)
        self.color = color
        self._lines: list[Text] = []
        self._console = _console(self.width, color, io.StringIO())

    def blank(self) -> None:
        """Write an empty line."""
        self._lines.append(styled())

    def line(self, *runs: Run, first: int = 0, indent: int = 0) -> None:
        """Write a paragraph; `first` and `indent` are the columns of its first and later lines."""
        text = styled(*runs)
        lines = self.wrap(text, self.width - max(first, indent))
        for number, line in enumerate(lines):
            self._lines.append(styled((" " * (indent if number else first), "")).append_text(line))

    def add(self, text: Text, indent: int = 0) -> None:
        """Write a paragraph of rich text, all its lines indented alike."""
        for line in self.wrap(text, self.width - indent):
            self._lines.append(styled((" " * indent, "")).append_text(line))

    def columns(self, left: list[Text], right: list[Text], indent: int) -> None:
        """Write two lists of paragraphs side by side."""
        width = (self.width - indent - len(DIVIDER)) // 2
        cells = [
            [line for text in side for line in self.wrap(text, width)] for side in (left, right)
        ]
        for one, other in zip_longest(*cells, fillvalue=styled()):
            text = styled((" " * indent, ""))
            text.append_text(one)
            text.append(" " * (width - one.cell_len) + DIVIDER, STYLES["axis"])
            text.append_text(other)
            self._lines.append(text)

    def wrap(self, text: Text, width: int) -> list[Text]:
        """Return the text as lines of at most `width` columns, long words broken.

        What no-break spaces join, such as the groups of a number, stays on one line.
        """
        width = max(width, 8)
        joined = text.copy()
        joined.plain = text.plain.translate(_JOINED)
        lines = list(_cut_paths(joined, width).wrap(self._console, width, overflow="fold"))
        for line in lines:
            line.plain = line.plain.translate(_APART)
            line.rstrip()
        return lines

    def text(self) -> str:
        """Return all that was written, ending with one newline."""
        for line in self._lines:
            line.rstrip()
        output = io.StringIO()
        console = _console(self.width, self.color, output)
        for line in self._lines:
            console.print(line, soft_wrap=True)
        return output.getvalue().rstrip("\n") + "\n"

    def svg(self, title: str) -> str:
        """Return all that was written as a picture of a terminal window."""
        console = _console(self.width, True, io.StringIO())
        for line in self._lines:
            console.print(line, soft_wrap=True)
        return console.export_svg(title=title, code_format=_svg_format())


def _cut_paths(text: Text, width: int) -> Text:
    """Return the text with line ends where paths that are too long for a line can be cut."""
    cuts: list[int] = []
    for word in _WORD.finditer(text.plain):
        start = word.start()
        while word.end() - start > width:
            cut = _cut(text.plain, start, word.end(), width)
            if cut <= start:
                break
            cuts.append(cut)
            start = cut
    return styled(("\n", "")).join(text.divide(cuts)) if cuts else text


def _cut(text: str, start: int, end: int, width: int) -> int:
    """Return where to end the line: behind a slash, before `:line:column`, behind a hyphen."""
    slash = text.rfind("/", start, start + width) + 1
    if slash > start:
        return slash
    place = _LINE_COLUMN.search(text, start, end)
    if place and place.start() <= start + width:
        return place.start()
    return max(text.rfind(sign, start, start + width) for sign in "-_") + 1


def _svg_format() -> str:
    """Return rich's picture without the font that it would load from elsewhere."""
    from rich._export_format import CONSOLE_SVG_FORMAT

    return _FONT_FACE.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code", "DejaVu Sans Mono")


def _console(width: int, color: bool, file: io.StringIO) -> Console:
    from rich.console import Console

    return Console(
        file=file,
        width=width,
        record=color,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        force_interactive=False,
        force_jupyter=False,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
