"""Archives that pass `check`, made by hypothesis; and their records as YAML files."""

from __future__ import annotations

import contextlib
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from alliance_archive import Archive
from alliance_archive.model import fields
from alliance_archive.model.records import (
    Anchor,
    Meeting,
    Participant,
    Quote,
    Source,
    Statement,
    Topic,
    plain,
)
from alliance_archive.store.write import to_yaml
from alliance_archive.text.quotation_marks import has_quotation_mark

COUNTRIES = ("KR", "US", "JP", "NO")
WORDS = (
    "linchpin",
    "of",
    "peace",
    "한미동맹",
    "日米同盟",
    "Støre",
    "young-moo",
    "it's",
    "NO",
    "012",
    "~",
    "null",
)
# No control characters, no marks of direction, only what a text may contain.
TEXT = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
    st.text(
        st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\x85“”"),
        min_size=1,
        max_size=20,
    ).map(lambda text: unicodedata.normalize("NFC", text).strip() or "x"),
)
WORDING = TEXT.filter(lambda text: not has_quotation_mark(f"{text} x"))
DATES = st.sampled_from(
    ("2017", "2017-10", "2017-10-22", "2017-10-23", "2017-11-01", "2018-02", "2020")
)


class ArchiveRecords(NamedTuple):
    """An archive's records."""

    participants: tuple[Participant, ...]
    meetings: tuple[Meeting, ...]
    topics: tuple[Topic, ...]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]

    def files(self) -> dict[str, str]:
        """The archive as YAML files."""
        files = {
            f"{section}.yaml": to_yaml({section: [plain(record) for record in records]})
            for section, records in zip(
                ("participants", "meetings", "topics"), self[:3], strict=True
            )
        }
        for source in self.sources:
            statements = [
                plain_statement(statement)
                for statement in self.statements
                if statement.source == source.id
            ]
            body = {"source": plain(source), "statements": statements}
            files[f"sources/{source.id}.yaml"] = to_yaml(body)
        return files


@contextlib.contextmanager
def on_disk(archive: ArchiveRecords) -> Iterator[Archive]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in archive.files().items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        yield Archive.open(folder)


def plain_statement(statement: Statement) -> dict[str, Any]:
    values = plain(statement)
    del values["source"]
    return values


@st.composite
def archives(draw: st.DrawFn) -> ArchiveRecords:
    participants = tuple(
        Participant(
            id=f"p{serial}",
            name=f"{draw(TEXT)} {serial}",
            kind=draw(st.sampled_from(fields.PARTICIPANT_KINDS)),
            other_names=tuple(draw(st.lists(TEXT, max_size=2))),
            country=draw(st.none() | st.sampled_from(COUNTRIES)),
            identifiers=draw(st.dictionaries(st.sampled_from(("wikidata", "viaf")), TEXT)),
        )
        for serial in range(draw(st.integers(1, 4)))
    )
    people = [person.id for person in participants]
    meetings: tuple[Meeting, ...] = ()
    for serial in range(draw(st.integers(0, 3))):
        meetings += (
            Meeting(
                id=f"m{serial}",
                name=draw(TEXT),
                date=draw(DATES),
                kind=draw(st.sampled_from(fields.MEETING_KINDS)),
                part_of=draw(st.none() | st.sampled_from([m.id for m in meetings] or [None])),
            ),
        )
    topics: tuple[Topic, ...] = ()
    for serial in range(draw(st.integers(0, 3))):
        topics += (
            Topic(
                id=f"t{serial}",
                name=draw(TEXT),
                broader=draw(st.none() | st.sampled_from([t.id for t in topics] or [None])),
            ),
        )
    sources = tuple(
        Source(
            id=f"s{serial}",
            publisher=draw(TEXT),
            date=draw(DATES),
            kind=draw(st.sampled_from(fields.SOURCE_KINDS)),
            title=draw(st.none() | TEXT),
        )
        for serial in range(draw(st.integers(1, 2)))
    )
    statements = tuple(
        draw(_statement(f"{source.id}-{serial}", source, people, meetings, topics))
        for source in sources
        for serial in range(draw(st.integers(0, 3)))
    )
    return ArchiveRecords(participants, meetings, topics, sources, statements)


@st.composite
def _statement(
    draw: st.DrawFn,
    ident: str,
    source: Source,
    people: list[str],
    meetings: tuple[Meeting, ...],
    topics: tuple[Topic, ...],
) -> Statement:
    form = draw(st.sampled_from(fields.FORMS))
    exacts = [] if form == "indirect" else draw(st.lists(TEXT, min_size=1, max_size=2))
    quotes, position = [], draw(st.integers(0, 50))
    begin = position
    for exact in exacts:
        position += draw(st.integers(1, 5))
        quotes.append(Quote(exact, position, position + len(exact)))
        position += len(exact)
    summary = None
    if form != "direct":
        summary = " ".join([draw(WORDING), *(f"“{exact}”" for exact in exacts)])
    some = st.lists(st.sampled_from(people), unique=True, max_size=3).map(tuple)
    meeting = draw(st.none() | st.sampled_from(meetings or [None]))
    return Statement(
        id=ident,
        form=form,
        attributed_to=draw(some),
        anchor=Anchor(begin, position + 5),
        voiced_by=draw(some),
        as_given=draw(st.none() | TEXT),
        document=draw(st.none() | TEXT),
        cue=draw(st.none() | TEXT),
        summary=summary,
        quotes=tuple(quotes),
        meeting=meeting.id if meeting else None,
        date=None if meeting else draw(st.none() | DATES),
        topics=tuple(draw(st.lists(st.sampled_from([t.id for t in topics]), unique=True)))
        if topics
        else (),
        status=draw(st.sampled_from(fields.STATUSES)),
        note=draw(st.none() | TEXT),
        source=source.id,
    )
