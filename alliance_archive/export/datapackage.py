"""A folder of CSV files with their description: Frictionless Tabular Data Package 1.0."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from pathlib import Path
from typing import Any

from ..archive import Archive
from ..atomic import whole_folder
from ..index.views import RELATIONS, Attribute, Relation
from ..queries.filter import EVERYTHING, Filter
from ..render.delimited import delimited, in_blocks
from ..render.formats import to_json
from .tables import chosen_statements, rows_sql

NAME, TITLE = "alliance-archive", "Who said what: statements of alliance diplomacy"
DESCRIPTOR = "datapackage.json"


def write_datapackage(
    archive: Archive, folder: str | os.PathLike[str], query: Filter = EVERYTHING
) -> int:
    """Write the statements of a filter, and all other records, to a folder of CSV files.

    Return the number of statements written. An existing folder is replaced only if it is empty or
    an earlier data package. Raises HoldsOtherFiles, CannotWrite, UnknownName, AmbiguousName or
    BadDate.
    """
    with (
        chosen_statements(archive, query) as connection,
        whole_folder(folder, _is_package) as inside,
    ):
        _fill(inside, connection)
    return archive.count(query)


def _fill(folder: Path, connection: sqlite3.Connection) -> None:
    resources = []
    for relation in RELATIONS:
        path = folder / f"{relation.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            stream.write(delimited([column.name] for column in relation.attributes))
            for block in in_blocks(connection.execute(rows_sql(relation))):
                stream.write(delimited(zip(*block, strict=True)))
        resources.append(_resource(relation, path))
    package = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": TITLE,
        "generator": NAME,
        "resources": resources,
    }
    (folder / DESCRIPTOR).write_text(to_json(package, indent=2) + "\n", encoding="utf-8")


def _is_package(folder: Path) -> bool:
    """Return whether a folder is a data package that this program wrote, and nothing else."""
    names = {DESCRIPTOR, *(f"{relation.name}.csv" for relation in RELATIONS)}
    try:
        if {path.name for path in folder.iterdir()} - names:
            return False
        package = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(package, dict) and package.get("generator") == NAME


def _resource(relation: Relation, path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
    return {
        "profile": "tabular-data-resource",
        "name": relation.name,
        "description": relation.about,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest.hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in relation.attributes],
            "missingValues": [""],
            "primaryKey": list(relation.key),
            "foreignKeys": [
                _foreign_key(relation, column) for column in relation.attributes if column.refers
            ],
        },
    }


def _foreign_key(relation: Relation, column: Attribute) -> dict[str, Any]:
    # In Table Schema 1.0 an empty name refers to the table itself.
    resource = "" if column.refers == relation.name else column.refers
    return {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}


def _field(column: Attribute) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.pattern:
        constraints["pattern"] = f"^{column.pattern}$"
    field = {"name": column.name, "type": column.type, "description": column.about}
    return field | ({"constraints": constraints} if constraints else {})
