"""Text as the eye reads it, each code point where it was: markup and controls become spaces."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NO_WORD = re.compile(r"\w{100,}")  # encoded data; the longest German words have 80 letters
_NOT_BREAK = re.compile(r"[^\r\n]")
_FENCE = re.compile(r"^(```|~~~)[^\n]*\n(?:(?!\1).*\n)*(?:\1.*)?", re.MULTILINE)
_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,500})\](\([^()\s]{0,500}(?:\s+\"[^\"\n]{0,200}\")?\))")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3}|_{1,3}|~~|`)(?=\S)|(?<=\S)(\*{1,3}|_{1,3}|~~|`)(?![\w*])"
)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def look_through(text: str, origin: str) -> str:
    """Return a text of the same length with the format's markup blanked, line ends kept."""
    text = _without_comments(text)
    if origin != "markdown":
        return text
    for pattern in (_FENCE, _TAG, _RULE, _QUOTE):
        text = pattern.sub(_blank, text)
    return _EMPHASIS.sub(_blank, _LINK.sub(_link, text))


def readable(text: str) -> str:
    """Return a text of the same length: line breaks, controls and what is no word as spaces."""
    return _NO_WORD.sub(_blank, _CONTROL.sub(" ", text))


def _without_comments(text: str) -> str:
    """Blank <!-- comments -->; one that is never closed is text (and costs no second search)."""
    parts = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        parts += [text[position:start], _NOT_BREAK.sub(" ", text[start : end + 3])]
        position = end + 3
    return "".join((*parts, text[position:]))


def _blank(match: re.Match[str]) -> str:
    return _NOT_BREAK.sub(" ", match.group())


def _link(match: re.Match[str]) -> str:
    """Keep a link's words; an image's description is no prose."""
    if match[1]:
        return " " * len(match.group())
    return f" {match[2]} {' ' * len(match[3])}"
