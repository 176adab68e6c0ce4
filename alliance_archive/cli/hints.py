"""What to say when nothing matches, and what to try instead."""

from __future__ import annotations

from ..archive import Archive
from ..errors import shell_word
from ..queries.filter import EVERYTHING, Filter
from ..queries.fulltext import similar_words
from ..queries.holders import members_of
from ..queries.names import PART, candidates
from ..queries.search import without_marks
from ..render.cells import counted
from .usage import either

_LONGEST = 60  # characters of a search that a message repeats


def nothing(archive: Archive, query: Filter, noun: str = "statement") -> str:
    """Return the message that nothing matches, and what would; `noun` is what a row is called."""
    if archive.empty:
        return ""  # said when it was opened
    if count := archive.drafts(query):
        does, it = _agreeing(count)
        drafts = counted(count, "draft")
        return f"no reviewed statement matches; {drafts} {does}. To see {it}: --status draft"
    if not (query.status or query.replaced) and (
        count := archive.count(query._replace(replaced=True)) - archive.count(query)
    ):
        does, it = _agreeing(count)
        return (
            f"no statement of a current source matches; {count} of a replaced one {does}. "
            f"To see {it}: --replaced"
        )
    description = _described(query)
    if not description:
        return f"no {noun} in the archive"
    return f"no {noun} matches {description}{_hint(archive, query, noun)}"


def _hint(archive: Archive, query: Filter, noun: str) -> str:
    """Return what to try instead: other words, or the same without each filter, or without all."""
    bare = _without_marks(query)
    if bare != query._replace(within=None) and (count := archive.count(bare)):
        return f"; without quotation marks, {_that_match(count)}"
    searches, connection = query.searches, archive.connection
    words = [word for search in searches for word in similar_words(connection, search)]
    if words:
        return f"; did you mean {either(words)}?"
    if not (searches or noun.startswith("statement")):
        return ""  # rows of another kind are not counted by statements
    for field, opposite in (("attributed_to", "voiced_by"), ("voiced_by", "attributed_to")):
        exchanged = query._replace(**{field: (), opposite: getattr(query, field)})
        if (
            exchanged != query
            and not getattr(query, opposite)
            and (count := archive.count(exchanged))
        ):
            return f"; with --{opposite.replace('_', '-')} instead, {_that_match(count)}"
    wider = []
    for name in _chosen(query._replace(match=(), and_=None)):
        without = query._replace(**{name: getattr(EVERYTHING, name)})
        if without._replace(within=None) != EVERYTHING and (count := archive.count(without)):
            option = "in" if name == "within" else name.replace("_", "-")
            wider.append(f"; without --{option}, {_that_match(count)}")
    if wider:
        return "".join(wider)
    alone = Filter(match=query.match, and_=Filter(match=query.and_.match) if query.and_ else None)
    if searches and (count := archive.count(alone)):
        return f"; without the other filters, {_that_match(count)}"
    return ""


def _without_marks(query: Filter) -> Filter:
    """Return a filter that searches for the words of its phrases."""
    inner = query.and_ and query.and_._replace(match=tuple(map(without_marks, query.and_.match)))
    match = tuple(map(without_marks, query.match))
    return query._replace(match=match, and_=inner, within=None)


def _chosen(query: Filter) -> list[str]:
    """Return the names of the fields of a filter that are not as by default."""
    return [name for name in Filter._fields if getattr(query, name) != getattr(EVERYTHING, name)]


def _that_match(count: int) -> str:
    return f"{counted(count, 'statement')} {_agreeing(count)[0]}"


def _agreeing(count: int) -> tuple[str, str]:
    return ("does", "it") if count == 1 else ("do", "them")


def _described(query: Filter) -> str:
    """Return what a query asks for: the words, and whether there are other filters."""
    searches = (query.match, query.and_.match if query.and_ else ())
    words = [either(list(map(_quoted, words))) for words in searches if words]
    if query._replace(match=(), and_=None, within=None) != EVERYTHING:
        words.append("these filters")
    return " and ".join(words)


def _quoted(search: str) -> str:
    """Return a search in quotation marks, unless it has its own; shortened if it is long."""
    short = search if len(search) <= _LONGEST else f"{search[:_LONGEST]}…"
    return short if short[:1] in tuple('"“„«「『') else f"“{short}”"


def suggest_speaker(archive: Archive, query: Filter, words: tuple[str, ...]) -> str:
    """Return the message that there is no match, with the participant whose name the words are."""
    name = " ".join(words)
    fits = candidates(archive.connection, "participant", name)
    message = nothing(archive, query)
    if not fits.pairs or fits.rank > PART or "*" in name:
        return message
    ident = fits.pairs[0][0] if len(fits.pairs) == 1 else shell_word(name)
    return f"{message}. “{name}” is a name; to see what they said: {archive.command} said {ident}"


def note_of_people(archive: Archive, query: Filter, country: str) -> str:
    """Return how many more statements a state's people have made, and how to see them; "" if none.

    The filter is for the state's own statements.
    """
    own = archive.count(query)
    count, command = _of_country(archive, query, country)
    return f"{counted(count, 'statement')} by or via its people: {command}" if count > own else ""


def _of_country(archive: Archive, query: Filter, country: str) -> tuple[int, str]:
    """Return how many statements people of a country have made, and the command that lists them."""
    assert query.and_ is not None
    narrower = query.and_._replace(speaker=(), country=(country,))
    searches = "".join(f" --match {shell_word(search)}" for search in narrower.match)
    command = f"{archive.command} statements --country {country}{searches}"
    return archive.count(query._replace(and_=narrower)), command


def suggest_speaker_of(archive: Archive, query: Filter, ident: str) -> str:
    """Return the message that a participant has no such statement; their people may have."""
    person = archive.person(ident)
    assert person is not None
    assert query.and_ is not None
    if person.kind == "state" and person.country:
        count, command = _of_country(archive, query, person.country)
        if count:
            return (
                f"no statement attributed to {person.name} itself; {count} by its people: {command}"
            )
    for spokesperson in members_of(archive.connection, person.name):
        narrower = query.and_._replace(speaker=(spokesperson,))
        if count := archive.count(query._replace(and_=narrower)):
            return (
                f"no statement attributed to {person.name} itself; {count} by or via its people: "
                f"{archive.command} said {spokesperson}"
            )
    return nothing(archive, query, f"statement by or via {person.name}")
