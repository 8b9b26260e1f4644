"""Bytes to text: UTF-8, UTF-16 and Windows-1252, told apart without guessing at content."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factcheck.errors import InputError
from factcheck.tables.notices import Notice

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SAMPLE = 4096
_MOST_CONTROLS = 0.05  # share of control characters above which bytes are no text
_NAMES = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
_MAGIC = {
    b"%PDF-": "pdf_file",
    b"PK\x03\x04": "zip_file",
    b"\x1f\x8b": "gzip_file",
    b"{\\rtf": "rtf_file",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, line ends as they are, and what to tell the user."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of a file's bytes; InputError says why it is no text."""
    for magic, meaning in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(Notice("not_plain", what=Notice(meaning)))
    text, encoding = _decode(data)
    notices = []
    if encoding in _NAMES:
        notices.append(Notice("read_as", encoding=_NAMES[encoding]))
    controls = len(_CONTROL.findall(text))
    if controls > _MOST_CONTROLS * len(text) + 4:
        raise InputError(Notice("binary"))
    if controls:
        notices.append(Notice("controls", n=controls))
    return Decoded(text, tuple(notices))


def _decode(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding), encoding
    if b"\x00" in data[:_SAMPLE] or b"\x00" in data:
        encoding = _utf16_without_mark(data[:_SAMPLE])
        return _strict(data, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strict(data, "cp1252"), "cp1252"


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(Notice("binary")) from error
    if "\x00" in text:
        raise InputError(Notice("nul"))
    return text


def _utf16_without_mark(sample: bytes) -> str:
    """Name the byte order in which nearly every other byte is zero, as in Western text."""
    pairs = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > 0.8 * pairs and sample[0::2].count(0) == 0:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.8 * pairs and sample[1::2].count(0) == 0:
        return "utf-16-be"
    raise InputError(Notice("nul"))
