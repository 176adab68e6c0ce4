"""`show`: show records in full."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from itertools import compress
from typing import Any, NamedTuple

import click

from ...archive import Archive
from ...errors import ArchiveError, LeftOut, UnknownName, shell_word
from ...model.records import Record, Source, Statement, plain
from ...queries.filter import Filter
from ..completers import any_record
from ..listing import linking, note_namesakes, open_archive, record_address
from ..options import JSON, Output, drawing_options, format_option
from ..output import color, left_out, note, show_text, stream, width, yaml_text
from ..session import Command
from ..usage import FOLDER, today


@click.command(cls=Command)
@click.argument("names", metavar="ID...", nargs=-1, required=True, shell_complete=any_record)
@click.option("--texts", type=FOLDER, metavar="DIR", help="Look for the sources' texts in DIR.")
@format_option(("card", "json", "yaml"), "card")
@JSON
@drawing_options
def show(names: tuple[str, ...], texts: str | None, output: Output) -> int:
    """Show records in full: statements, participants, meetings, sources, topics.

    \b
    alliance-archive show yonhap-2017-10-23-02     the words, by whom and where
    alliance-archive show mattis
    alliance-archive show us-japan-alliance --json
    alliance-archive show us-rok-2017-10-23-1      an act: all its reports

    ID is an id, a name or part of a name, or the id of an act. Where the text of a statement's
    source is found, as verify looks for it, the sentence is shown with the statement's passage in
    « », and of an act what its canonical report cut off.
    """
    archive = open_archive()
    records = [_found(archive, name) for name in names]
    of_people = [not isinstance(it, ReportedAct) and it.KIND == "participant" for it in records]
    note_namesakes(archive, compress(names, of_people))
    form = output.chosen_format("card")
    if form == "json":
        from ...render.formats import to_json

        objects = list(map(_plain, records))
        data = to_json(objects if len(objects) > 1 else objects[0], indent=2) + "\n"
    elif form == "yaml":
        data = yaml_text(list(map(_plain, records)))
    else:
        passages = _texts_of(archive, records, texts)
        cards = "\n".join(_card(archive, record, output, passages) for record in records)
        show_text(cards, output)
        return left_out(archive)
    with stream(output) as target:
        target.write(data)
    return left_out(archive)


class ReportedAct(NamedTuple):
    """An act by its id, with the statements that report it."""

    id: str
    reports: list[Statement]


def _plain(record: Record | ReportedAct) -> dict[str, Any]:
    if isinstance(record, ReportedAct):
        return {"act": record.id, "reports": [plain(report) for report in record.reports]}
    return plain(record)


def _found(archive: Archive, name: str) -> Record | ReportedAct:
    """Return the record or act that a name means. Raises errors that say if statements have it."""
    if reports := archive.reports_of(name):
        return ReportedAct(name, reports)
    try:
        return archive.find(name)
    except LeftOut:
        raise
    except UnknownName as error:
        query = Filter(match=(name,))
        if error.nearest or not (count := archive.count(query)):
            raise
        have = "statement has" if count == 1 else "statements have"
        command = f"{archive.command} who {shell_word(name)}"
        raise ArchiveError(f"{error}. {count} {have} the words: {command}") from None


def _texts_of(
    archive: Archive, records: Iterable[Record | ReportedAct], chosen: str | None
) -> dict[str, str | None]:
    """Return the texts of the sources of statements and of acts' canonical reports, by id.

    Note why there is none if a folder of texts was chosen, or the text found is unfit.
    """
    statements = [record for record in records if isinstance(record, Statement)]
    acts = [record.reports for record in records if isinstance(record, ReportedAct)]
    acts += [archive.reports_of(statement.act) for statement in statements if statement.act]
    sources = {report.source for report in (*statements, *(act[0] for act in acts if act))}
    if not sources:
        return {}
    from ...verify.texts import matching_text, texts_folder

    folder = texts_folder(chosen, archive.root)
    root = os.path.normpath(archive.display_path(""))
    texts: dict[str, str | None] = {}
    for ident in sorted(sources):
        source = archive.get(ident)
        assert isinstance(source, Source)
        texts[ident], why_none, found = matching_text(folder, source, root)
        if why_none and (chosen or found):
            note(why_none)
    return texts


def _card(
    archive: Archive, record: Record | ReportedAct, output: Output, texts: Mapping[str, str | None]
) -> str:
    from ...render.table import card
    from ...reports.card import act_card
    from ...reports.card import card as card_of

    if isinstance(record, ReportedAct):
        return card(*act_card(archive, record.id, texts), width(output), color(output))
    origin = record.origin if color(output) and linking() else None
    address = record_address(archive, origin.path, origin.line) if origin else ""
    lines = card_of(archive, record, texts, today())
    return card(*lines, width(output), color(output), address)
