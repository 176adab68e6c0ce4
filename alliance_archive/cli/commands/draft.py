"""`draft`: an article's plain text turned into a record to review."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ...draft.english import Extraction, KnownName, extract, machine_view
from ...draft.refusals import NOT_ENGLISH, NotAnArticle, decode
from ...errors import ArchiveError
from ...model.fields import SOURCE_KINDS
from ...verify.texts import MAX_TEXT_BYTES, read_text
from ..session import session_options

if TYPE_CHECKING:
    from ...archive import Archive
    from ...draft.proposal import Draft, Surroundings
    from ...model.records import Source


class Given(NamedTuple):
    """What the user says of the source."""

    ident: str | None
    publisher: str | None
    date: str | None
    title: str | None
    kind: str


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("--publisher", metavar="NAME", help="Default: the (Agency) that the text names.")
@click.option(
    "--date", metavar="DATE", help="The day of publication. Default: that of a date line."
)
@click.option("--id", "ident", metavar="ID", help="Default: made of publisher and date.")
@click.option("--title", metavar="TEXT", help="The headline.")
@click.option("--kind", type=click.Choice(SOURCE_KINDS), default="article", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write there.")
@click.option("--add", is_flag=True, help="Write into the archive, as sources/ID.yaml.")
@click.option("--no-known", is_flag=True, help="Do not look for the archive's people in the text.")
@click.option("--format", "form", type=click.Choice(("yaml", "json")), default="yaml")
@session_options
def draft(
    file: str, output: str | None, add: bool, no_known: bool, form: str, **options: Any
) -> int:
    """Who says what in an article: its plain text turned into a record to review.

    \b
    alliance-archive draft article.txt --date 2021-10-04
    alliance-archive draft article.txt --date 2021-10-04 -o draft.yaml
    alliance-archive draft article.txt --date 2021-10-04 --publisher "Daily Example" --add
    alliance-archive draft article.txt --format json | jq length

    The record holds the source with the fingerprint of its text, a statement for each attribution
    found, and at the end the people whom the archive does not know. Summaries are left to be
    written, with the reported words in a comment beside them; `review` leads through them.
    --format json gives the mention of the speaker, the cue and the reported words as offsets.

    It reads English, by rules. Nothing is found in a text of another language.
    """
    if add and (output or no_known or form == "json"):
        raise ArchiveError("--add goes without -o, --no-known and --format json")
    given = Given(**options)
    data = _read(file)
    name = "what was given" if file == "-" else file
    if form == "json":
        return _machine(decode(data, name), name, output, no_known)
    return _record(data, name, given, output, no_known=no_known, add=add)


def _read(file: str) -> bytes:
    if file == "-":
        data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1)
        if len(data) > MAX_TEXT_BYTES:
            raise ArchiveError(f"the text is larger than {MAX_TEXT_BYTES // 2**20} MiB")
        return data
    found = read_text(Path(file))
    if found is None:
        raise ArchiveError(f"{file} does not exist")
    return found


def _machine(text: str, name: str, output: str | None, no_known: bool) -> int:
    from ..options import Output
    from ..output import stream

    # Offsets are into the text as it was given: nothing is normalised here.
    found = _extracted(text, name, [] if no_known else _known(_archive()))
    with stream(Output(output=output)) as target:
        json.dump(machine_view(text, found), target, ensure_ascii=False)
        target.write("\n")
    return 0


def _record(
    data: bytes, name: str, given: Given, output: str | None, *, no_known: bool, add: bool
) -> int:
    from ...draft.proposal import propose
    from ...store.record_yaml import draft_yaml
    from ...text.normalise import normalise
    from ..options import Output
    from ..output import note, stream

    text = normalise(decode(data, name))
    archive = None if no_known else _archive()
    found = _extracted(text, name, _known(archive))
    if found.refused:
        return 0
    around = _surroundings(archive)
    made = propose(text, found, _source(text, found, given, around, archive), around)
    record = draft_yaml(*made)
    if add:
        assert archive is not None
        _add(archive, made.source.id, record)
    else:
        with stream(Output(output=output)) as target:
            target.write(record)
    note(_counted(made))
    return 0


def _extracted(text: str, name: str, known: list[KnownName]) -> Extraction:
    """What the text yields. Raises NotAnArticle; another language only gets a note."""
    from ..output import note

    found = extract(text, known)
    if found.refused == "language":
        note(f"{name}: {NOT_ENGLISH}")
    elif found.refused:
        raise NotAnArticle(name, found.refused)
    return found


def _archive() -> Archive:
    from ..listing import opened

    return opened()


def _known(archive: Archive | None) -> list[KnownName]:
    people = archive.records("participant") if archive else []
    return [
        KnownName(
            each.id, each.kind, each.name, each.family_name or "", each.other_names,
            each.country or "",
        )
        for each in people
    ]  # fmt: skip


def _surroundings(archive: Archive | None) -> Surroundings:
    from ...draft.proposal import Surroundings

    if archive is None:
        return Surroundings()
    return Surroundings(
        archive.records("participant"),
        archive.records("meeting"),
        archive.records("topic"),
        archive.has,
    )


def _source(
    text: str, found: Extraction, given: Given, around: Surroundings, archive: Archive | None
) -> Source:
    from ...model.dates import day_span
    from ...model.records import Source
    from ...text.normalise import fingerprint

    publisher, date = _told(given.publisher or found.publisher, given.date or found.date)
    day_span(date)
    marks = fingerprint(text)
    if archive:
        _note_same(archive, marks)
    return Source(
        id=_ident(given.ident, publisher, date, around),
        publisher=" ".join(publisher.split()),
        date=date,
        kind=given.kind,
        title=given.title,
        dateline=found.dateline,
        language="en",
        text=marks,
    )


def _told(publisher: str | None, date: str | None) -> tuple[str, str]:
    """Both, which a source needs. Raises ArchiveError, which names all that is missing at once."""
    if publisher and date:
        return publisher, date
    wanted = [] if publisher else [("publisher", "--publisher NAME")]
    wanted += [] if date else [("date", "--date DATE, such as 2021-10-04")]
    missing = " and ".join(f"the {what}" for what, _ in wanted)
    options = " and ".join(option for _, option in wanted)
    raise ArchiveError(f"the text does not tell {missing}: give {options}")


def _note_same(archive: Archive, marks: object) -> None:
    from ..output import note

    for source in archive.records("source"):
        if source.text == marks:
            note(f"the archive has this very text already: {source.id}")


def _ident(given: str | None, publisher: str, date: str, around: Surroundings) -> str:
    from ...draft.people import free_id, slug
    from ...store.values import SLUG

    if given:
        if not SLUG.fullmatch(given):
            raise ArchiveError(
                f"“{given}” is no id: lower-case letters a–z and digits, parted by -"
            )
        if around.taken(given):
            raise ArchiveError(f"the archive has the id {given} already: give another with --id")
        return given
    wanted = f"{slug(publisher) or 'source'}-{date}"
    # Its statements' ids begin with it.
    return free_id(wanted, lambda each: around.taken(each) or around.taken(f"{each}-01"))


def _add(archive: Archive, ident: str, record: str) -> None:
    from ...atomic import new_file
    from ...store.init import modeline
    from ...store.locate import is_packaged

    if is_packaged(archive.root):
        raise ArchiveError(
            "this is the archive that comes with the program: name your own with --archive DIR, "
            "or begin one with init DIR"
        )
    name = f"sources/{ident}.yaml"
    path = os.path.join(archive.root, name)
    with new_file(path) as stream:
        stream.write(modeline(archive.root, name) + record)
    click.echo(archive.display_path(name))


def _counted(made: Draft) -> str:
    statements, people = len(made.statements), len(made.participants)
    to_write = sum(each.form != "direct" for each in made.statements)
    summaries = f", {to_write} to be summed up" if to_write else ""
    return (
        f"{statements} statement{'s' * (statements != 1)}{summaries}; "
        f"{people or 'no'} {'person' if people == 1 else 'people'} new"
    )
