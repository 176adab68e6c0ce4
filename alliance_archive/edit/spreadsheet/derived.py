"""The columns of a plain export that are derived from others: what to edit instead of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class PlainExport(NamedTuple):
    """The columns of a plain export, and the function that returns an id's cells in it now."""

    columns: Sequence[str]
    cells: Callable[[str], Mapping[str, str]]


# What to edit instead of a column that is derived from others.
_INSTEAD = {
    "attributed_names": "edit attributed_to",
    "voiced_names": "edit voiced_by",
    "words": "edit summary, or quotes",
    "topic_names": "edit topics",
    "about_names": "edit about",
    **dict.fromkeys(
        ("role", "country"), "edit memberships or country in export --editable --kind participants"
    ),
    **dict.fromkeys(
        ("meeting_name", "meeting_date", "meeting_place"),
        "edit meeting, or the meeting itself in export --editable --kind meetings",
    ),
    **dict.fromkeys(
        ("publisher", "source_title", "source_url", "source_date"),
        "edit the source in export --editable --kind sources",
    ),
    **dict.fromkeys(
        ("date", "date_from", "date_start", "date_end"),
        "edit date in export --editable, where it is the record's own",
    ),
}


def instead_of(column: str) -> str:
    """Return what to edit instead of a derived column."""
    return _INSTEAD.get(column, "edit the columns of export --editable")
