"""factcheck finds claims in articles that cannot both be true, and says why and where.

Heavy parts load when a function is first called; `import factcheck` stays cheap.
"""

from __future__ import annotations

import sys
from types import ModuleType
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


class _Package(ModuleType):
    """Keeps the function `factcheck.extract` when the package `factcheck.extract` is imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
