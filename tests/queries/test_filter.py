"""A filter in SQL is what plain Python would let through."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from alliance_archive import Filter
from alliance_archive.model.dates import day_span, days
from alliance_archive.model.records import Statement
from alliance_archive.queries.search import matches, terms
from alliance_archive.text.folding import words
from tests.strategies import DATES, WORDS, Made, archives, on_disk

MATCHES = st.lists(st.sampled_from((*WORDS, "“it's”", '"of peace"', "peac*")), max_size=2).map(
    " ".join
)


@given(st.data(), archives())
def test_a_filter_is_what_plain_python_would_let_through(data: st.DataObject, made: Made) -> None:
    some = lambda values: st.lists(st.sampled_from(values), max_size=2).map(tuple)  # noqa: E731
    ids = lambda listed: some([each.id for each in listed]) if listed else st.just(())  # noqa: E731
    known = {each.country for each in made.participants if each.country}
    wanted = Filter(
        speaker=data.draw(ids(made.participants)),
        voiced_by=data.draw(ids(made.participants)),
        attributed_to=data.draw(ids(made.participants)),
        country=data.draw(some(sorted(known)) if known else st.just(())),
        meeting=data.draw(ids(made.meetings)),
        topic=data.draw(ids(made.topics)),
        source=data.draw(ids(made.sources)),
        form=data.draw(some(["direct", "mixed", "indirect"])),
        verbatim=data.draw(st.booleans()),
        match=data.draw(st.lists(MATCHES, max_size=1).map(tuple)),
        since=data.draw(st.none() | DATES),
        until=data.draw(st.none() | DATES),
        status=data.draw(some(["draft", "reviewed"])),
    )
    with on_disk(made) as archive:
        found = [row.id for row in archive.statements(wanted, sort="id")]
        assert found == sorted(each.id for each in made.statements if passes(each, wanted, made))
        assert archive.count(wanted) == len(found)


def passes(one: Statement, wanted: Filter, made: Made) -> bool:
    countries = {each.id: each.country for each in made.participants}
    people = {*one.attributed_to, *one.voiced_by}
    quoted = [words(quote.exact) for quote in one.quotes]
    texts = [words(one.summary)] if one.summary else quoted
    first, last = date_of(one, made)
    return all(
        (
            not wanted.speaker or people & {*wanted.speaker},
            not wanted.attributed_to or {*one.attributed_to} & {*wanted.attributed_to},
            not wanted.voiced_by or {*one.voiced_by} & {*wanted.voiced_by},
            not wanted.country or {countries[each] for each in people} & {*wanted.country},
            not wanted.meeting or above(one.meeting, "part_of", made.meetings) & {*wanted.meeting},
            not wanted.topic
            or any(above(each, "broader", made.topics) & {*wanted.topic} for each in one.topics),
            not wanted.source or one.source in wanted.source,
            not wanted.form or one.form in wanted.form,
            not wanted.verbatim or one.quotes,
            not wanted.match or any(holds(search, texts) for search in wanted.match),
            not wanted.since or last >= day_span(wanted.since)[0],
            not wanted.until or first <= day_span(wanted.until)[1],
            one.status in (wanted.status or ("reviewed",)),
        )
    )


def holds(search: str, texts: list[list[str]]) -> bool:
    found = terms(search)
    return bool(found) and all(any(matches(term, text) for text in texts) for term in found)


def above(ident: str | None, field: str, listed: tuple[Any, ...]) -> set[str]:
    by_id = {each.id: getattr(each, field) for each in listed}
    found = set()
    while ident:
        found.add(ident)
        ident = by_id[ident]
    return found


def date_of(one: Statement, made: Made) -> tuple[str, str]:
    meeting = next((each for each in made.meetings if each.id == one.meeting), None)
    source = next(each for each in made.sources if each.id == one.source)
    return days(one.date or (meeting.date if meeting else source.date))
