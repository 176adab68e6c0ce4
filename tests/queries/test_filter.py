"""A filter in SQL matches what plain Python would."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from alliance_archive import Filter
from alliance_archive.model.dates import day_span, days
from alliance_archive.model.records import Statement
from alliance_archive.queries.search import matches, terms
from alliance_archive.text.folding import words
from tests.strategies import DATES, WORDS, ArchiveRecords, archives, on_disk

MATCHES = st.lists(st.sampled_from((*WORDS, "“it's”", '"of peace"', "peac*")), max_size=2).map(
    " ".join
)


@given(st.data(), archives())
def test_a_filter_in_sql_matches_what_plain_python_would(
    data: st.DataObject, records: ArchiveRecords
) -> None:
    some = lambda values: st.lists(st.sampled_from(values), max_size=2).map(tuple)  # noqa: E731
    ids = lambda of_kind: some([record.id for record in of_kind]) if of_kind else st.just(())  # noqa: E731
    countries = {person.country for person in records.participants if person.country}
    days_asked = data.draw(st.lists(DATES, max_size=2).map(in_order))
    query = Filter(
        speaker=data.draw(ids(records.participants)),
        voiced_by=data.draw(ids(records.participants)),
        attributed_to=data.draw(ids(records.participants)),
        country=data.draw(some(sorted(countries)) if countries else st.just(())),
        meeting=data.draw(ids(records.meetings)),
        topic=data.draw(ids(records.topics)),
        source=data.draw(ids(records.sources)),
        form=data.draw(some(["direct", "mixed", "indirect"])),
        verbatim=data.draw(st.booleans()),
        match=data.draw(st.lists(MATCHES, max_size=1).map(tuple)),
        since=days_asked[0] if days_asked else None,
        until=days_asked[1] if len(days_asked) > 1 else None,
        on=data.draw(st.none() | DATES),
        status=data.draw(some(["draft", "reviewed"])),
    )
    with on_disk(records) as archive:
        ids_in_sql = [row.id for row in archive.statements(query, sort="id")]
        own, known = (
            [each for each in records.statements if passes(each, query, records, texts)]
            for texts in (own_texts, known_texts)
        )
        # What is only known of a statement counts where no statement's own words match.
        passing = own or known
        assert ids_in_sql == sorted(statement.id for statement in passing)
        assert archive.count(query) == len(ids_in_sql)


@given(archives(), DATES)
def test_on_takes_what_is_certain_of_what_may_be(records: ArchiveRecords, date: str) -> None:
    on, around = Filter(on=date), Filter(since=date, until=date)
    with on_disk(records) as archive:
        certain = [row.id for row in archive.statements(on)]
        possible = [row.id for row in archive.statements(around, certain_first=True)]
        assert possible[: len(certain)] == certain
        assert len(possible) == len(certain) + sum(archive.uncertain(around).values())
        assert sorted(possible) == sorted(row.id for row in archive.statements(around))
        wider = [row.id for row in archive.statements(Filter(on=date[:4]))]
        assert {*certain} <= {*wider}


def in_order(dates: list[str]) -> list[str]:
    return sorted(dates, key=lambda date: (day_span(date)[0], date))


def own_texts(statement: Statement, _records: ArchiveRecords) -> list[str | None]:
    whole = statement.summary is None or statement.form == "direct"
    quoted = [quote.exact for quote in statement.quotes]
    return [*(quoted if whole else [statement.summary]), statement.cue]


def known_texts(statement: Statement, records: ArchiveRecords) -> list[str | None]:
    subjects = {statement.meeting, *statement.about, *statement.topics}
    names = [
        name
        for record in (*records.meetings, *records.topics)
        if record.id in subjects
        for name in (record.name, *record.other_names)
    ]
    return [*own_texts(statement, records), statement.as_given, statement.document, *names]


def passes(
    statement: Statement,
    query: Filter,
    records: ArchiveRecords,
    searched: Callable[[Statement, ArchiveRecords], list[str | None]],
) -> bool:
    countries = {person.id: person.country for person in records.participants}
    people = {*statement.attributed_to, *statement.voiced_by}
    texts = [words(text) for text in searched(statement, records) if text]
    first, last, basis = date_of(statement, records)
    return all(
        (
            not query.speaker or people & {*query.speaker},
            not query.attributed_to or {*statement.attributed_to} & {*query.attributed_to},
            not query.voiced_by or {*statement.voiced_by} & {*query.voiced_by},
            not query.country or {countries[ident] for ident in people} & {*query.country},
            not query.meeting
            or above(statement.meeting, "part_of", records.meetings) & {*query.meeting},
            not query.topic
            or any(
                above(topic, "broader", records.topics) & {*query.topic}
                for topic in statement.topics
            ),
            not query.source or statement.source in query.source,
            not query.form or statement.form in query.form,
            not query.verbatim or statement.quotes,
            not query.match or any(holds(search, texts) for search in query.match),
            not query.since or last >= day_span(query.since)[0],
            not query.until or first <= day_span(query.until)[1],
            not query.on or (basis != "source" and within((first, last), day_span(query.on))),
            statement.status in (query.status or ("reviewed",)),
        )
    )


def holds(search: str, texts: list[list[str]]) -> bool:
    search_terms = terms(search)
    return bool(search_terms) and all(
        any(matches(term, text) for text in texts) for term in search_terms
    )


def above(ident: str | None, field: str, records: tuple[Any, ...]) -> set[str]:
    by_id = {record.id: getattr(record, field) for record in records}
    chain = set()
    while ident:
        chain.add(ident)
        ident = by_id[ident]
    return chain


def within(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def date_of(statement: Statement, records: ArchiveRecords) -> tuple[str, str, str]:
    meeting = next(
        (meeting for meeting in records.meetings if meeting.id == statement.meeting), None
    )
    source = next(source for source in records.sources if source.id == statement.source)
    date = statement.date or (meeting.date if meeting else source.date)
    first, last = days(date)
    published = days(source.date)[1]
    if len(date) < len("2017-10-23") and first <= published:
        last = min(last, published)
    return first, last, "source" if not (statement.date or meeting) else "its own"
