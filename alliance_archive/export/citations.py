"""What a citation contains, whatever the style.

The author of a statement is whoever said it, in every form; those whose act a spokesperson
reports are named too. Only a full quote has a title: any other statement is described, and
the archive's wording is never in quotation marks. What a record does not hold is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..archive import Archive
from ..errors import ArchiveError
from ..model.attribution import uttered_by
from ..model.records import Participant, Record, Source, Statement
from ..queries.rows import StatementRow
from .chicago import as_interpreted, chain_note, is_inferred, kind_label, reported_names

_REPORTED = {"mixed": "quoted in part", "indirect": "reported in paraphrase"}


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

    `kind` is "statement", and `row` then its row, or else the kind of the source. `genre` says in
    words what is cited, `vehicle` the same but for whom a spokesperson reports, and `abstract` is
    the archive's wording of what has no title. A statement is in its `container`: the newspaper, or
    the title of another source.
    """

    key: str
    kind: str
    source: Source
    row: StatementRow | None
    note: str
    authors: tuple[Name, ...] = ()
    title: str | None = None
    genre: str | None = None
    vehicle: str | None = None
    abstract: str | None = None
    container: str | None = None
    publisher: str | None = None
    date: str | None = None
    inferred: bool = False
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
    raise ArchiveError(f"{record.id} is a {record.KIND}: only statements and sources can be cited")


def _of_source(source: Source) -> Citation:
    missing = " or ".join(name for name in ("title", "author") if not getattr(source, name))
    remarks = (
        f"No {missing} recorded." if missing else "",
        "The date is inferred." if is_inferred(source) else "",
    )
    in_newspaper = source.kind == "article"
    kind = kind_label(source.kind).lower()
    genre = None if in_newspaper else kind
    if not source.title:
        genre = f"{kind}, no title recorded"
    return Citation(
        key=source.id,
        kind=source.kind,
        source=source,
        row=None,
        note=" ".join(filter(None, remarks)),
        authors=(Name(source.author),) if source.author else (),
        title=source.title,
        genre=genre,
        vehicle=genre,
        container=source.publisher if in_newspaper else None,
        publisher=source.publisher if not in_newspaper else None,
        date=source.date,
        inferred=is_inferred(source),
        url=source.url,
        language=source.language,
    )


def _of_statement(archive: Archive, row: StatementRow) -> Citation:
    source = archive.get(row.source)
    assert isinstance(source, Source)
    # A spokesperson need not have been at the meeting: its day and place are those of the act.
    meeting = None if row.voiced_by else archive.meeting(row.meeting)
    of_act = bool(row.voiced_by) and row.date_from == "meeting"
    basis = "source" if of_act else row.date_from
    in_newspaper = source.kind == "article"
    full = row.form == "direct"
    return Citation(
        key=row.id,
        kind="statement",
        source=source,
        row=row,
        note=" ".join(chain_note(row, source, basis)),
        authors=tuple(_authors(archive, row)),
        title=" … ".join(row.exacts).removesuffix(",") if full else None,
        genre=_genre(row, f" reporting {reported_names(row)}" if row.voiced_by else ""),
        vehicle=_genre(row),
        abstract=row.words or None if not full else None,
        container=source.publisher if in_newspaper else source.title,
        publisher=source.publisher if not in_newspaper else None,
        date=source.date if of_act else row.date,
        inferred=basis == "source" and is_inferred(source),
        event=meeting.name if meeting else None,
        place=meeting.place_name or None if meeting else None,
        url=source.url,
        language=source.language if full else None,
    )


def _genre(row: StatementRow, reporting: str = "") -> str:
    """Return what a statement is: “statement reporting Jim Mattis, quoted in part”."""
    vehicle = (row.document or "statement") + reporting + as_interpreted(row)
    if row.form == "direct":
        return vehicle
    reported = _REPORTED[row.form]
    has_vehicle = row.document or reporting or row.translated_by
    return f"{vehicle}, {reported}" if has_vehicle else reported


def _authors(archive: Archive, row: StatementRow) -> Iterator[Name]:
    for ident in uttered_by(row.attributed_to, row.voiced_by):
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
