"""What statements can be grouped by: speaker, country, topic, alliance and year."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ..archive import Archive
from ..model.attribution import NOBODY
from ..model.countries import country_name
from ..model.records import Topic
from ..queries.rows import StatementRow

Value = tuple[str, str]
ValuesOf = Callable[[StatementRow], tuple[Value, ...]]


def dimension(archive: Archive, name: str) -> ValuesOf:
    """Return a function from a statement to its values in a dimension, as pairs of id and name.

    A statement without any gets one with an empty id. People count whether a statement is
    attributed to them or made via them; a topic of an alliance counts for the alliance too.
    """
    grouping = DIMENSIONS[name]
    values, nothing = grouping.values_of(archive), (("", grouping.nothing),)
    return lambda row: values(row) or nothing


def topics_of(archive: Archive) -> dict[str, Topic]:
    """Return the topics by their ids."""
    return {topic.id: topic for topic in archive.records("topic")}


def alliances_above(topics: dict[str, Topic], ident: str) -> tuple[Value, ...]:
    """Return the alliances among a topic and the topics above it."""
    passed: dict[str, Topic] = {}
    topic = topics.get(ident)
    while topic and topic.id not in passed:  # topics may form a cycle
        passed[topic.id] = topic
        topic = topics.get(topic.broader or "")
    return tuple((topic.id, topic.name) for topic in passed.values() if topic.kind == "alliance")


def date_span(first: str | None, last: str | None) -> str:
    """Return two dates as “first – last”, or as one date when they are equal."""
    return f"{first} – {last}" if first and last and first != last else first or last or ""


def _speakers(row: StatementRow) -> tuple[Value, ...]:
    people = dict(zip(row.attributed_to, row.attributed_names, strict=True))
    voices = zip(row.voiced_by, row.voiced_names, strict=True)
    return tuple((people | dict(voices)).items())


def _country(archive: Archive) -> ValuesOf:
    @lru_cache(8192)
    def codes(people: tuple[str, ...]) -> tuple[Value, ...]:
        records = map(archive.person, people)
        countries = dict.fromkeys(record.country for record in records if record)
        return tuple((code, country_name(code)) for code in countries if code)

    return lambda row: codes((*row.attributed_to, *row.voiced_by))


def _topics(row: StatementRow) -> tuple[Value, ...]:
    return tuple(zip(row.topics, row.topic_names, strict=True))


def _alliance(archive: Archive) -> ValuesOf:
    topics = topics_of(archive)

    @lru_cache(8192)
    def above(idents: tuple[str, ...]) -> tuple[Value, ...]:
        pairs = (pair for ident in idents for pair in alliances_above(topics, ident))
        return tuple(dict(pairs).items())

    return lambda row: above(row.topics)


def _years(row: StatementRow) -> tuple[Value, ...]:
    return ((row.date[:4], row.date[:4]),) if row.date else ()


class Dimension(NamedTuple):
    """A dimension: its plural, what to call a missing value, and what returns its values."""

    plural: str
    nothing: str
    values_of: Callable[[Archive], ValuesOf]


DIMENSIONS = {
    "speaker": Dimension("speakers", NOBODY, lambda _: _speakers),
    "country": Dimension("countries", "no country", _country),
    "topic": Dimension("topics", "no topic", lambda _: _topics),
    "alliance": Dimension("alliances", "no alliance", _alliance),
    "year": Dimension("years", "no date", lambda _: _years),
}
