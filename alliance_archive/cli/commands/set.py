"""`set`: set, extend or drop fields of records."""

from __future__ import annotations

from typing import Any

import click

from ...edit.assignments import read_assignment
from ...edit.records import set_fields
from ...queries.filter import EVERYTHING, Filter
from ...render.cells import counted
from ..completers import assignable
from ..confirm import alone, carry_out, editing_options
from ..listing import open_archive
from ..options import filter_options
from ..session import Command
from ..usage import BadUsage


@click.command("set", cls=Command)
@click.argument(
    "words", nargs=-1, required=True, metavar="[ID]... FIELD=VALUE...", shell_complete=assignable
)
@editing_options
@filter_options
def set_(words: tuple[str, ...], query: Filter, **options: Any) -> int:
    """Set fields of the records ID, or of all statements that the filters choose.

    \b
    alliance-archive set mattis other_names+=Mattis
    alliance-archive set --meeting trilateral topics+=security-cooperation
    alliance-archive set trilateral-2017-10-23 place.name=Manila
    alliance-archive set song 'memberships+={role: Envoy, organization: ASEAN}'
    alliance-archive set song note=

    FIELD=VALUE sets a field, FIELD+=VALUE adds to a list, FIELD-=VALUE takes out of it, and FIELD=
    drops it. A field within a field is place.country. Names become ids: attributed_to=song. Ids in
    a list are separated by commas. Drafts are accepted in `review`; status is set by id only.
    """
    names = [word for word in words if not read_assignment(word)]
    assignments = [word for word in words if read_assignment(word)]
    if not assignments:
        raise BadUsage(
            "set needs FIELD=VALUE, such as country=KR (see: alliance-archive set --help)"
        )
    if not names and query == EVERYTHING:
        raise BadUsage("set needs an ID or a filter, such as --meeting NAME")
    if names and query != EVERYTHING:
        raise BadUsage("set takes IDs or filters, not both")
    archive = open_archive()
    with alone(archive, **options):
        change = set_fields(archive, names, assignments, None if names else query)
        return carry_out(change, counted(change.records, "record"), **options)
