"""`show`: one record, whole."""

from __future__ import annotations

import click

from ...model.records import plain
from ..complete import any_record
from ..listing import opened
from ..marks import linking, place
from ..options import Output
from ..output import colour, left_out, text, width
from ..session import session_options


@click.command()
@click.argument("names", metavar="ID...", nargs=-1, required=True, shell_complete=any_record)
@click.option("--format", "form", type=click.Choice(("card", "json", "yaml")), default="card")
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option("--no-color", is_flag=True, help="No colour, as with NO_COLOR.")
@click.option("--no-pager", is_flag=True, help="Long records straight to the terminal.")
@session_options
def show(
    names: tuple[str, ...],
    form: str,
    as_json: bool,
    no_color: bool,
    no_pager: bool,
) -> int:
    """The record of each ID (or name) whole: a statement, participant, meeting, source or topic.

    \b
    alliance-archive show yonhap-2017-10-23-02       the words and the chain of attribution
    alliance-archive show mattis
    alliance-archive show us-japan-alliance --json
    """
    found = opened()
    records = [found.find(name) for name in names]
    how = Output(no_color=no_color, no_pager=no_pager)
    if as_json or form == "json":
        from ...render.structured import to_json

        objects = [plain(record) for record in records]
        made = to_json(objects if len(objects) > 1 else objects[0], indent=2) + "\n"
    elif form == "yaml":
        from ...store.write import to_yaml

        made = to_yaml([plain(record) for record in records])
    else:
        from ...render.table import card
        from ...reports.card import card_of

        linked = colour(how) and linking()
        made = "\n".join(
            card(
                *card_of(found, record),
                width(how),
                colour(how),
                place(found, record.origin.path, record.origin.line)
                if linked and record.origin
                else "",
            )
            for record in records
        )
    text(made, how)
    return left_out(found)
