"""Statements and sources as they are cited: a note in Chicago's style, a CSL item, a BibTeX entry.

What is cited of a statement is the speech act: its authors are those it is attributed to, and
its note names the rest of the chain. What a record does not hold is left out, never supplied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..archive import Archive
from ..errors import ArchiveError
from ..model.dates import days
from ..model.records import Meeting, Participant, Record, Source, Statement
from ..queries.rows import StatementRow
from .bibtex import Entry, Literal, Raw

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_CSL_TYPES = {
    "article": "article-newspaper",
    "press-release": "report",
    "joint-statement": "report",
    "transcript": "speech",
}
_VERBATIM = {
    "direct": "Verbatim throughout.",
    "mixed": "Verbatim only within quotation marks; the rest is the archive's paraphrase.",
    "indirect": "A paraphrase in the archive's own wording; no words are verbatim.",
}


class Name(NamedTuple):
    """A name whole, and in its parts where the record tells which is the family's.

    `family_first` when the name is written in the order of Korean, Japanese or Chinese.
    """

    whole: str
    family: str | None = None
    given: str | None = None
    family_first: bool = False


class Citation(NamedTuple):
    """What every format is made of; dates are ISO 8601, an interval parted by a slash."""

    key: str
    kind: str
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


def name_of(person: Participant) -> Name:
    """A participant's name; only a person's whose family name is recorded has parts."""
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


def cited(archive: Archive, record: Record) -> Citation:
    """What is cited of a record. Raises ArchiveError for what is neither statement nor source."""
    if isinstance(record, Source):
        return _source(record)
    if isinstance(record, Statement):
        return _statement(archive, archive.row(record.id))
    raise ArchiveError(f"{record.id} is a {record.KIND}: statements and sources can be cited")


def _source(source: Source) -> Citation:
    missing = " or ".join(name for name in ("title", "author") if not getattr(source, name))
    return Citation(
        key=source.id,
        kind=source.kind,
        note=f"No {missing} recorded." if missing else "",
        authors=(Name(source.author),) if source.author else (),
        title=source.title,
        genre=_kind(source.kind) if source.kind != "article" else None,
        publisher=source.publisher,
        date=source.date,
        url=source.url,
        language=source.language,
    )


def _statement(archive: Archive, row: StatementRow) -> Citation:
    source = archive.get(row.source)
    assert isinstance(source, Source)
    meeting = archive.get(row.meeting) if row.meeting else None
    place = meeting.place if isinstance(meeting, Meeting) else None
    parts = (place.name, place.country) if place else ()
    return Citation(
        key=row.id,
        kind="statement",
        note=_chain(row, source),
        authors=tuple(_people(archive, row.attributed_to)),
        title=" … ".join(q.exact for q in row.quotes) if row.form == "direct" else row.words,
        genre=row.document or "statement",
        publisher=source.publisher,
        date=row.date,
        event=row.meeting_name,
        place=", ".join(part for part in parts if part) or None,
        url=source.url,
        language=source.language if row.form == "direct" else None,
    )


def _people(archive: Archive, idents: Iterable[str]) -> Iterable[Name]:
    for ident in idents:
        person = archive.person(ident)
        yield name_of(person) if person else Name(ident)


def _chain(row: StatementRow, source: Source) -> str:
    """The links between the words and the reader, and what of them is verbatim, in sentences."""
    said = []
    if not row.attributed_to:
        said.append(f"Not said who: {_nobody(row)}.")
    if row.voiced_names:
        said.append(f"Voiced by {_joined(row.voiced_names)}.")
    said.append(f"{_relayed(row).capitalize()} {source_note(source)}, {_place_in(row)}.")
    said.append(_VERBATIM[row.form])
    if row.form == "mixed":
        said[-1] = f"Verbatim: {', '.join(f'“{q.exact}”' for q in row.quotes)}; the rest is the"
        said[-1] += " archive's paraphrase."
    if row.date_from != "statement":
        said.append(f"The date is the {row.date_from}'s.")
    if row.status == "draft":
        said.append("A draft, not reviewed.")
    return " ".join(said)


def _nobody(row: StatementRow) -> str:
    return f"“{row.as_given}”" if row.as_given else "the source names nobody"


def _relayed(row: StatementRow) -> str:
    return "reported by" if row.form == "indirect" else "quoted by"


def _place_in(row: StatementRow) -> str:
    return f"characters {row.anchor_start}–{row.anchor_end} of its text"


def _kind(kind: str) -> str:
    return kind.replace("-", " ").capitalize()


def _joined(names: Sequence[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def source_note(source: Source) -> str:
    """A source as a note of the Chicago Manual of Style (17th ed., 14.191) names it."""
    title = source.title.translate({0x201C: "‘", 0x201D: "’"}) if source.title else None
    mark = "" if title and title[-1] in "?!" else ","
    named = f"“{title}{mark}”" if title else f"[{_kind(source.kind).lower()}, no title recorded],"
    kind = f" {_kind(source.kind).lower()}," if title and source.kind != "article" else ""
    first = f"{source.author}, " if source.author else ""
    end = f", {source.url}" if source.url else ""
    return f"{first}{named}{kind} {source.publisher}, {written_date(source.date)}{end}"


def chicago(archive: Archive, record: Record) -> str:
    """One note in the style of the Chicago Manual, with the chain of attribution spelled out."""
    if isinstance(record, Source):
        return f"{source_note(record)}."
    cited(archive, record)
    row = archive.row(record.id)
    source = archive.get(row.source)
    assert isinstance(source, Source)
    first = [_joined(row.attributed_names) or f"[not said who: {_nobody(row)}]"]
    if row.voiced_names:
        first.append(f"voiced by {_joined(row.voiced_names)}")
    first += [part for part in (row.document, row.meeting_name) if part]
    if row.date and row.date_from != "source":
        first.append(written_date(row.date))
    words = row.words.removesuffix(".")
    # A mark that belongs to the quotation stays in it, and no second one is put behind it.
    mark = " " if words.endswith((",”", ".”", "?”", "!”")) else ", "
    draft = " A draft, not reviewed." if row.status == "draft" else ""
    relayed = f"{_relayed(row)} {source_note(source)}, {_place_in(row)}"
    return f"{', '.join(first)}: {words}{mark}{relayed}. {_VERBATIM[row.form]}{draft}"


def written_date(date: str) -> str:
    """An ISO 8601 date as American English writes it; an interval with an en dash."""
    first, _, last = date.partition("/")
    if last and first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{_MONTHS[int(first[5:7]) - 1]} {int(first[8:])}–{int(last[8:])}, {first[:4]}"
    return "–".join(_written(each) for each in (first, last) if each)


def _written(date: str) -> str:
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"


def csl_item(citation: Citation) -> dict[str, Any]:
    """An item of CSL-JSON 1.0; a statement is a speech, its note tells by whom it is quoted."""
    of_article = citation.kind == "article"
    item = {
        "id": citation.key,
        "type": _CSL_TYPES.get(citation.kind, "speech"),
        "author": [_csl_name(name) for name in citation.authors],
        "title": citation.title,
        "genre": citation.genre,
        "container-title": citation.publisher if of_article else None,
        "publisher": citation.publisher if not of_article else None,
        "issued": _csl_date(citation.date) if citation.date else None,
        "event": citation.event,
        "event-place": citation.place,
        "URL": citation.url,
        "language": citation.language,
        "note": citation.note,
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(name: Name) -> dict[str, Any]:
    if not name.family:
        return {"literal": name.whole}
    parts: dict[str, Any] = {"family": name.family}
    if name.given:
        parts["given"] = name.given
    if name.family_first:
        parts["static-ordering"] = True
    return parts


def _csl_date(date: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in day.split("-")] for day in date.split("/")]}


def bibtex_entry(citation: Citation) -> Entry:
    """A BibTeX entry: @article where there is a title to it, else @misc, which requires nothing."""
    as_article = citation.kind == "article" and citation.title is not None
    if citation.kind == "statement":
        published = f"{citation.genre}, as published by {citation.publisher}"
        published = published[0].upper() + published[1:]
    else:
        published = ", ".join(part for part in (citation.genre, citation.publisher) if part)
    fields: list[tuple[str, Any]] = [
        ("author", tuple(_bibtex_name(name) for name in citation.authors) or None),
        ("title", Literal(citation.title) if citation.title else None),
        ("journal", Literal(citation.publisher) if as_article and citation.publisher else None),
        ("howpublished", None if as_article else published),
        *_bibtex_date(citation.date),
        ("eventtitle", citation.event),
        ("venue", citation.place),
        ("url", Raw(citation.url) if citation.url else None),
        ("note", citation.note or None),
    ]
    kept = tuple((key, value) for key, value in fields if value)
    return Entry("article" if as_article else "misc", citation.key, kept)


def _bibtex_name(name: Name) -> tuple[str, str | None]:
    return (name.family, name.given) if name.family and name.given else (name.whole, None)


def _bibtex_date(date: str | None) -> list[tuple[str, Any]]:
    if not date:
        return []
    first, same_month = date.split("/")[0], len({day[:7] for day in days(date)}) == 1
    found: list[tuple[str, Any]] = [("date", date), ("year", first[:4])]
    if len(first) > 4 and same_month:
        found.append(("month", Raw(_MONTHS[int(first[5:7]) - 1][:3].lower(), braced=False)))
    return found
