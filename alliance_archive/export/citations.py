"""What a citation contains, whatever the style.

A statement is cited as a speech act: its authors are those it is attributed to, and its note names
who voiced and who reported it. What a record does not hold is left out, never supplied.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..archive import Archive
from ..errors import ArchiveError
from ..model.records import Participant, Record, Source, Statement
from ..queries.rows import StatementRow
from .chicago import chain_note, kind_label


class Name(NamedTuple):
    """A whole name, and its parts if the record says which is the family name.

    `family_first` is set for names written in the Korean, Japanese or Chinese order.
    """

    whole: str
    family: str | None = None
    given: str | None = None
    family_first: bool = False


class Citation(NamedTuple):
    """What every style draws on; dates are ISO 8601, an interval with a slash.

    `kind` is "statement", and `row` then its row, or else the kind of the source.
    """

    key: str
    kind: str
    source: Source
    row: StatementRow | None
    note: str
    authors: tuple[Name, ...] = ()
    title: str | None = None
    genre: str | None = None
    publisher: str | None = None
    date: str | None = None
    event: str | None = None
    place: str | None = None
    url: str | None = None
    language: str | None = None


def citation_of(archive: Archive, record: Record) -> Citation:
    """Return the citation of a record. Raises ArchiveError for kinds that cannot be cited."""
    if isinstance(record, Source):
        return _of_source(record)
    if isinstance(record, Statement):
        return _of_statement(archive, archive.row(record.id))
    raise ArchiveError(f"{record.id} is a {record.KIND}: statements and sources can be cited")


def _of_source(source: Source) -> Citation:
    missing = " or ".join(name for name in ("title", "author") if not getattr(source, name))
    return Citation(
        key=source.id,
        kind=source.kind,
        source=source,
        row=None,
        note=f"No {missing} recorded." if missing else "",
        authors=(Name(source.author),) if source.author else (),
        title=source.title,
        genre=kind_label(source.kind) if source.kind != "article" else None,
        publisher=source.publisher,
        date=source.date,
        url=source.url,
        language=source.language,
    )


def _of_statement(archive: Archive, row: StatementRow) -> Citation:
    source = archive.get(row.source)
    assert isinstance(source, Source)
    meeting = archive.meeting(row.meeting)
    return Citation(
        key=row.id,
        kind="statement",
        source=source,
        row=row,
        note=chain_note(row, source),
        authors=tuple(_authors(archive, row)),
        title=" … ".join(row.exacts) if row.form == "direct" else row.words,
        genre=row.document or "statement",
        publisher=source.publisher,
        date=row.date,
        event=row.meeting_name,
        place=(meeting.venue or None) if meeting else None,
        url=source.url,
        language=source.language if row.form == "direct" else None,
    )


def _authors(archive: Archive, row: StatementRow) -> Iterator[Name]:
    for ident in row.attributed_to:
        person = archive.person(ident)
        yield name_of(person) if person else Name(ident)


def name_of(person: Participant) -> Name:
    """Return a participant's name, in parts only for a person whose family name is recorded."""
    family = person.family_name
    if person.kind != "person" or not family:
        return Name(person.name)
    if person.name == family:
        return Name(person.name, family)
    if person.name.endswith(f" {family}"):
        return Name(person.name, family, person.name.removesuffix(family).strip())
    rest = person.name.removeprefix(family)
    # “Kimball Song” does not begin with the family name Kim; 김민지 does begin with 김.
    if rest != person.name and (rest[0] == " " or not family.isascii()):
        return Name(person.name, family, rest.strip(), family_first=True)
    return Name(person.name)
