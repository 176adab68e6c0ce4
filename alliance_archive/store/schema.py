"""The JSON Schema of the archive's files, made from the table of fields."""

from __future__ import annotations

import json
from typing import Any

from ..model.fields import KINDS, Kind
from .values import object_schema

NAME = "schema.json"


def schema() -> dict[str, Any]:
    """Return the schema of a file, JSON Schema draft-07: what editors' YAML support understands."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "alliance-archive file",
        "description": "Participants, meetings and topics, or one source with its statements.",
        "type": "object",
        "additionalProperties": False,
        "properties": {kind.section: _section(kind) for kind in KINDS.values()},
        "dependencies": {"statements": ["source"]},
    }


def schema_text() -> str:
    """Return the schema as the file that goes with an archive."""
    return json.dumps(schema(), indent=2) + "\n"


def _section(kind: Kind) -> dict[str, Any]:
    record = object_schema(kind.fields)
    if kind.single:
        return {"description": kind.about, **record}
    # A section may stand empty, as in a new archive.
    return {"description": kind.about, "type": ["array", "null"], "items": record}
