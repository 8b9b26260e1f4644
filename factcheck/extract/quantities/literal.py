"""Digit strings to values, in the locale of the language."""

from __future__ import annotations

import re

from factcheck.extract.quantities.entry import Entry
from factcheck.lang.digits import digit_style

_LONGEST = 30  # characters; longer digit strings are no amounts
_SPACES = re.compile("[ \u00a0\u2007\u2009\u202f'’]")
_GROUPED = {
    ",": re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}"),
    ".": re.compile(r"\d{1,3}(?:\.\d{3})+"),
}


def parse_literal(token: str, language: str) -> Entry:
    """Return the entry of a digit string; kind "junk" for one that is no amount."""
    plain = plain_digits(token, language)
    if plain is None:
        return Entry("junk")
    whole, _, decimals = plain.partition(".")
    value = float(plain)
    step = 10.0 ** -len(decimals) if decimals else 0.0
    digits = len((whole.lstrip("0") + decimals).lstrip("0") if decimals else whole.lstrip("0"))
    return Entry("literal", value, step=step, digits=max(digits, 1))


def plain_digits(token: str, language: str) -> str | None:
    """Return the number as Python writes it ("1.250,5" to "1250.5"), None when it is none."""
    if len(token) > _LONGEST:
        return None
    token = _SPACES.sub("", token)
    style = digit_style(language)
    decimal, grouping = style.decimal, style.grouping
    whole, mark, fraction = token.rpartition(decimal)
    if mark and decimal not in whole and grouping not in fraction:
        return _with_fraction(_ungroup(whole, grouping), fraction)
    if decimal in token and grouping not in token:
        return _ungroup(token, decimal)  # "1,250,000" in German
    if grouping not in token:
        return token if token.isdecimal() else None
    grouped = _ungroup(token, grouping)
    if grouped is not None:
        return grouped
    return token.replace(grouping, ".") if token.count(grouping) == 1 else None


def _with_fraction(whole: str | None, fraction: str) -> str | None:
    return None if whole is None else f"{whole}.{fraction}"


def _ungroup(token: str, grouping: str) -> str | None:
    if grouping not in token:
        return token or "0"
    if _GROUPED[grouping].fullmatch(token):
        return token.replace(grouping, "")
    return None
