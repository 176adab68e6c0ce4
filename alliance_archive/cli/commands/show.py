"""`show`: one record, whole."""

from __future__ import annotations

import click

from ...archive import Archive
from ...model.records import Record, plain
from ..app import session_options
from ..listing import linking, open_archive, record_address
from ..options import Output, any_record
from ..output import colour, left_out, show_text, width, yaml_text


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
    archive = open_archive()
    records = [archive.find(name) for name in names]
    output = Output(no_color=no_color, no_pager=no_pager)
    if as_json or form == "json":
        from ...render.formats import to_json

        objects = [plain(record) for record in records]
        text = to_json(objects if len(objects) > 1 else objects[0], indent=2) + "\n"
    elif form == "yaml":
        text = yaml_text([plain(record) for record in records])
    else:
        text = "\n".join(_card(archive, record, output) for record in records)
    show_text(text, output)
    return left_out(archive)


def _card(archive: Archive, record: Record, output: Output) -> str:
    from ...render.table import card
    from ...reports.card import card as card_of

    origin = record.origin if colour(output) and linking() else None
    address = record_address(archive, origin.path, origin.line) if origin else ""
    return card(*card_of(archive, record), width(output), colour(output), address)
