"""What statements are told apart by: who speaks, for which country, on what, and when."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ..archive import Archive
from ..index.rows import records
from ..model.records import Topic
from ..queries.rows import StatementRow

Value = tuple[str, str]
DIMENSIONS = ("speaker", "country", "topic", "alliance", "year")
_NOTHING = {
    "speaker": "not said who",
    "country": "no country",
    "topic": "no topic",
    "alliance": "no alliance",
    "year": "no date",
}


def dimension(archive: Archive, name: str) -> Callable[[StatementRow], tuple[Value, ...]]:
    """A function from a statement to its values in a dimension, each an id and what it is called.

    Never empty: an empty id stands for a statement that has none. People count in either
    capacity; a topic below an alliance is of the alliance too.
    """
    values = _MAKERS[name](archive)
    nothing = (("", _NOTHING[name]),)
    return lambda row: values(row) or nothing


def country_names(archive: Archive) -> dict[str, str]:
    """What the states of the archive call themselves, by their codes."""
    sql = "SELECT country, name FROM participant WHERE sound AND kind = 'state' AND country NOTNULL"
    return dict(archive.connection.execute(sql + " ORDER BY pk DESC"))


def topics_of(archive: Archive) -> dict[str, Topic]:
    """The topics by their ids."""
    return {topic.id: topic for topic in records(archive.connection, "topic", "sound")}


def alliances_above(topics: dict[str, Topic], ident: str) -> tuple[Value, ...]:
    """The alliances that a topic is, or lies below."""
    found, seen, at = [], set(), topics.get(ident)
    while at and at.id not in seen:
        seen.add(at.id)
        if at.kind == "alliance":
            found.append((at.id, at.name))
        at = topics.get(at.broader or "")
    return tuple(found)


def _speaker(_archive: Archive) -> Callable[[StatementRow], tuple[Value, ...]]:
    def values(row: StatementRow) -> tuple[Value, ...]:
        pairs = (
            *zip(row.attributed_to, row.attributed_names, strict=True),
            *zip(row.voiced_by, row.voiced_names, strict=True),
        )
        return tuple(dict(pairs).items())

    return values


def _country(archive: Archive) -> Callable[[StatementRow], tuple[Value, ...]]:
    states = country_names(archive)

    @lru_cache(8192)
    def codes(people: tuple[str, ...]) -> tuple[Value, ...]:
        found = (archive.person(ident) for ident in people)
        known = dict.fromkeys(person.country for person in found if person and person.country)
        return tuple((code, states.get(code, code)) for code in known)

    return lambda row: codes((*row.attributed_to, *row.voiced_by))


def _topic(_archive: Archive) -> Callable[[StatementRow], tuple[Value, ...]]:
    return lambda row: tuple(zip(row.topics, row.topic_names, strict=True))


def _alliance(archive: Archive) -> Callable[[StatementRow], tuple[Value, ...]]:
    topics = topics_of(archive)

    @lru_cache(8192)
    def above(idents: tuple[str, ...]) -> tuple[Value, ...]:
        return tuple(
            dict(each for ident in idents for each in alliances_above(topics, ident)).items()
        )

    return lambda row: above(row.topics)


def _year(_archive: Archive) -> Callable[[StatementRow], tuple[Value, ...]]:
    return lambda row: ((row.date[:4], row.date[:4]),) if row.date else ()


_MAKERS: dict[str, Callable[[Archive], Callable[[StatementRow], tuple[Value, ...]]]] = {
    "speaker": _speaker,
    "country": _country,
    "topic": _topic,
    "alliance": _alliance,
    "year": _year,
}
