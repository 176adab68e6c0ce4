"""A folder of CSV files with their description: Frictionless Tabular Data Package 1.0."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..render.structured import to_json
from .relational import Column, Rows, T, Table

DESCRIPTOR = "datapackage.json"
GENERATOR = "alliance-archive"
_CHUNK = 1 << 16


def write_package(folder: Path, name: str, title: str, tables: Sequence[T], rows: Rows[T]) -> None:
    """Fill an empty folder: `<table>.csv` for each table, in UTF-8, and datapackage.json."""
    resources = []
    for table in tables:
        path = folder / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow([column.name for column in table.attributes])
            writer.writerows(rows(table))
        resources.append(_resource(table, path))
    described = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "generator": GENERATOR,
        "resources": resources,
    }
    (folder / DESCRIPTOR).write_text(to_json(described, indent=2) + "\n", encoding="utf-8")


def is_package(folder: Path, tables: Sequence[Table]) -> bool:
    """Whether a folder is one that `write_package` has filled, and holds nothing else."""
    known = {DESCRIPTOR, *(f"{table.name}.csv" for table in tables)}
    try:
        if {path.name for path in folder.iterdir()} - known:
            return False
        described = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(described, dict) and described.get("generator") == GENERATOR


def _resource(table: Table, path: Path) -> dict[str, Any]:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.about,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest.hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.attributes],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": [column.name],
                    # An empty name is the table itself (Table Schema 1.0, foreign keys).
                    "reference": {
                        "resource": "" if column.refers == table.name else column.refers,
                        "fields": ["id"],
                    },
                }
                for column in table.attributes
                if column.refers
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.pattern:
        constraints["pattern"] = f"^{column.pattern}$"
    described = {"name": column.name, "type": column.type, "description": column.about}
    return described | ({"constraints": constraints} if constraints else {})
