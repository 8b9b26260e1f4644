"""factcheck finds claims in articles that cannot both be true, and says why and where.

Heavy parts load when a function is first called; `import factcheck` stays cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.api import check, compare, extract, periods, quantities, scan

__version__ = "0.1.0"
__all__ = ["check", "compare", "extract", "periods", "quantities", "scan"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from factcheck import api

        return getattr(api, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
