"""Article text is data: it may never act as markup, terminal codes or reading direction."""

from __future__ import annotations

import html
import re

_CONTROL_PICTURES = 0x2400  # U+2400 + code is the picture of a C0 control
_INVISIBLE = (0x00AD, 0x200B, 0x2060, 0xFEFF)  # soft hyphen and zero-width space, joiner, BOM
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SPACES = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)


def _visible_table() -> dict[int, str]:
    table = {code: chr(_CONTROL_PICTURES + code) for code in range(0x20)}
    table[0x7F] = "\u2421"
    table |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates cannot be encoded
    table |= {code: f"[U+{code:04X}]" for code in (*_DIRECTION, *range(0xE0000, 0xE0080))}
    table |= dict.fromkeys(_INVISIBLE, "")
    table |= dict.fromkeys(_SPACES, " ")
    return table


_VISIBLE = _visible_table()
_RAW_IN_JSON = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&]|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
_MARKDOWN_LATER = str.maketrans({"@": "@<!-- -->", "#": "#<!-- -->", "$": "<span>$</span>"})


def visible(text: str) -> str:
    """Return the text on one line, with control and direction characters made visible."""
    return text.translate(_VISIBLE)


def clipped(text: str, most: int) -> str:
    """Return the text, its middle left out where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    half = (most - 3) // 2
    return f"{text[:half]} … {text[-half:]}"


def for_html(text: str) -> str:
    """Return the text for an HTML element or a quoted attribute."""
    return html.escape(visible(text), quote=True)


def for_json(dumped: str) -> str:
    """Return dumped JSON with the characters that a terminal or editor may obey as \\u escapes."""
    return _RAW_IN_JSON.sub(_json_escape, dumped)


def for_xml(text: str) -> str:
    """Return the text without characters that XML 1.0 cannot hold; the writer escapes the rest."""
    return _NOT_XML.sub("\ufffd", visible(text))


def for_markdown(text: str) -> str:
    """Return the text with every character that Markdown or a forge could act on escaped."""
    escaped = _MARKDOWN.sub(r"\\\g<0>", visible(text))
    # Forges look for mentions, issue numbers and formulas after Markdown took its escapes away.
    return escaped.translate(_MARKDOWN_LATER)


def for_github(text: str) -> str:
    """Return the text as the message of a workflow command."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def for_github_property(text: str) -> str:
    """Return the text as a property (file, title) of a workflow command."""
    return for_github(text).replace(":", "%3A").replace(",", "%2C")


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
