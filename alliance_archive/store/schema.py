"""The JSON Schema of the archive's files, made from the tables by which they are read."""

from __future__ import annotations

from typing import Any

from . import fields
from .fields import Fields, object_schema

NAME = "schema.json"


def schema() -> dict[str, Any]:
    """The schema of a file, JSON Schema draft-07: what editors' YAML support understands."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "alliance-archive file",
        "description": "Participants, meetings and topics, or one source with its statements.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "participants": _list(fields.PARTICIPANT),
            "meetings": _list(fields.MEETING),
            "topics": _list(fields.TOPIC),
            "source": object_schema(fields.SOURCE),
            "statements": _list(fields.STATEMENT),
        },
        "dependencies": {"statements": ["source"]},
    }


def _list(spec: Fields) -> dict[str, Any]:
    # A section may stand empty, as in a new archive.
    return {"type": ["array", "null"], "items": object_schema(spec)}
