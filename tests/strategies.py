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
from alliance_archive.model import fields, records
from alliance_archive.model.records import (
    Anchor,
    Meeting,
    Participant,
    Quote,
    Source,
    Statement,
    Topic,
)
from alliance_archive.store.write import to_yaml

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
# No control characters, no marks of direction, nothing but what a text may hold.
TEXT = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
    st.text(
        st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\x85“”"),
        min_size=1,
        max_size=20,
    ).map(lambda text: unicodedata.normalize("NFC", text).strip() or "x"),
)
DATES = st.sampled_from(
    ("2017", "2017-10", "2017-10-22", "2017-10-23", "2017-11-01", "2018-02", "2020")
)


class Made(NamedTuple):
    """An archive's records."""

    participants: tuple[Participant, ...]
    meetings: tuple[Meeting, ...]
    topics: tuple[Topic, ...]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]

    def files(self) -> dict[str, str]:
        """The archive as YAML files."""
        made = {
            f"{name}.yaml": to_yaml({name: [records.plain(each) for each in listed]})
            for name, listed in zip(("participants", "meetings", "topics"), self[:3], strict=True)
        }
        for source in self.sources:
            own = [plain_statement(each) for each in self.statements if each.source == source.id]
            body = {"source": records.plain(source), "statements": own}
            made[f"sources/{source.id}.yaml"] = to_yaml(body)
        return made


@contextlib.contextmanager
def on_disk(made: Made) -> Iterator[Archive]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in made.files().items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        yield Archive.open(folder)


def plain_statement(statement: Statement) -> dict[str, Any]:
    found = records.plain(statement)
    del found["source"]
    return found


@st.composite
def archives(draw: st.DrawFn) -> Made:
    participants = tuple(
        Participant(
            id=f"p{number}",
            name=f"{draw(TEXT)} {number}",
            kind=draw(st.sampled_from(fields.PARTICIPANT_KINDS)),
            other_names=tuple(draw(st.lists(TEXT, max_size=2))),
            country=draw(st.none() | st.sampled_from(COUNTRIES)),
            identifiers=draw(st.dictionaries(st.sampled_from(("wikidata", "viaf")), TEXT)),
        )
        for number in range(draw(st.integers(1, 4)))
    )
    people = [each.id for each in participants]
    meetings: tuple[Meeting, ...] = ()
    for number in range(draw(st.integers(0, 3))):
        meetings += (
            Meeting(
                id=f"m{number}",
                name=draw(TEXT),
                date=draw(DATES),
                kind=draw(st.sampled_from(fields.MEETING_KINDS)),
                part_of=draw(st.none() | st.sampled_from([m.id for m in meetings] or [None])),
            ),
        )
    topics: tuple[Topic, ...] = ()
    for number in range(draw(st.integers(0, 3))):
        topics += (
            Topic(
                id=f"t{number}",
                name=draw(TEXT),
                broader=draw(st.none() | st.sampled_from([t.id for t in topics] or [None])),
            ),
        )
    sources = tuple(
        Source(
            id=f"s{number}",
            publisher=draw(TEXT),
            date=draw(DATES),
            kind=draw(st.sampled_from(fields.SOURCE_KINDS)),
            title=draw(st.none() | TEXT),
        )
        for number in range(draw(st.integers(1, 2)))
    )
    statements = tuple(
        draw(_statement(f"{source.id}-{number}", source, people, meetings, topics))
        for source in sources
        for number in range(draw(st.integers(0, 3)))
    )
    return Made(participants, meetings, topics, sources, statements)


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
    quotes, at = [], draw(st.integers(0, 50))
    begin = at
    for exact in exacts:
        at += draw(st.integers(1, 5))
        quotes.append(Quote(exact, at, at + len(exact)))
        at += len(exact)
    summary = None
    if form != "direct":
        summary = " ".join([draw(TEXT), *(f"“{exact}”" for exact in exacts)])
    some = st.lists(st.sampled_from(people), unique=True, max_size=3).map(tuple)
    meeting = draw(st.none() | st.sampled_from(meetings or [None]))
    return Statement(
        id=ident,
        form=form,
        attributed_to=draw(some),
        anchor=Anchor(begin, at + 5),
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
