"""`show`: show records in full."""

from __future__ import annotations

import click

from ...archive import Archive
from ...model.records import Record, plain
from ..app import session_options
from ..listing import linking, open_archive, record_address
from ..options import JSON, NO_COLOR, NO_PAGER, Output, any_record, format_option
from ..output import color, left_out, show_text, width, yaml_text
from ..usage import Command, today


@click.command(cls=Command)
@click.argument("names", metavar="ID...", nargs=-1, required=True, shell_complete=any_record)
@format_option(("card", "json", "yaml"), "card", "output_format")
@JSON
@NO_COLOR
@NO_PAGER
@session_options
def show(
    names: tuple[str, ...],
    output_format: str | None,
    as_json: bool,
    no_color: bool,
    no_pager: bool,
) -> int:
    """Show records in full: statements, participants, meetings, sources, topics.

    \b
    alliance-archive show yonhap-2017-10-23-02     the words, by whom and where
    alliance-archive show mattis
    alliance-archive show us-japan-alliance --json

    ID is an id, a name or part of a name.
    """
    archive = open_archive()
    records = [archive.find(name) for name in names]
    output = Output(no_color=no_color, no_pager=no_pager)
    if as_json or output_format == "json":
        from ...render.formats import to_json

        objects = [plain(record) for record in records]
        text = to_json(objects if len(objects) > 1 else objects[0], indent=2) + "\n"
    elif output_format == "yaml":
        text = yaml_text([plain(record) for record in records])
    else:
        text = "\n".join(_card(archive, record, output) for record in records)
    show_text(text, output)
    return left_out(archive)


def _card(archive: Archive, record: Record, output: Output) -> str:
    from ...render.table import card
    from ...reports.card import card as card_of

    origin = record.origin if color(output) and linking() else None
    address = record_address(archive, origin.path, origin.line) if origin else ""
    return card(*card_of(archive, record, today()), width(output), color(output), address)
