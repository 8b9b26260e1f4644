"""Whether a line looks like a headline."""

from __future__ import annotations

import re

LONGEST = 140
_MOST_WORDS = 18
_MARKER = re.compile(r"(?:#{1,6}[ \t]+|[ \t]*(?:[•‣◦▪·*–—-]|\d{1,2}[.)])[ \t]+)")
_SENTENCE_END = re.compile(r"\w{4,}[.!?][\"”“«»]?\s+[\"„“»«]?\w")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


def is_headline(line: str) -> bool:
    """Say whether a line is short, a single sentence and not ended by a full stop or colon."""
    line = line.strip()
    if not line or len(line) > LONGEST or len(line.split()) > _MOST_WORDS:
        return False
    if line[-1] in ".:;,…" or not any(char.isalpha() for char in line):
        return False
    return not _SENTENCE_END.search(line)


def find_title(text: str, start: int = 0) -> str:
    """Return the first line as title where it looks like a headline and text follows it."""
    match = _LINE.search(text, start)
    if match is None or not text[match.end() :].strip():
        return ""
    line = match.group().strip()
    heading = re.match(r"#{1,6}[ \t]+(.*?)[ \t#]*$", line)
    if heading:
        return heading[1]
    if _MARKER.match(line):
        return ""
    return line if is_headline(line) else ""
