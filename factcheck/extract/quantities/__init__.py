"""Quantities: every amount of a text, as an interval in base units."""

from factcheck.extract.quantities.scan import find

__all__ = ["find"]
