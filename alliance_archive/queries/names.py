"""The record that a name refers to: by id, name, other name, ISO code, or part of a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..errors import AmbiguousName, UnknownName
from ..index.schema import PLACE
from ..model.fields import KINDS
from ..text.folding import key
from ..text.invisible import is_text
from ..text.matching import Typed, is_part, is_whole, typed
from .holders import holders_of, offices_of, with_office
from .nearest import nearest_ids
from .reading import LEFT_OUT

LABELS = {"source": "publisher || ', ' || date", "statement": "form || ', ' || coalesce(date, '')"}
"""The SQL for what a record is called, for kinds without a column `name`."""


class Candidates(NamedTuple):
    """The records of a kind that a name matches equally well, as pairs of id and label.

    `rank` says how well: 0 by id, 1 by a whole name in any order of its words, 2 by an office held
    or a name after a title, 3 by words of a name or the beginnings of words, 4 by a meeting's
    place. `left_out` are those that match as well but have an error. `sure` is false where only
    part of the name of a body or office was given, or part of a word, so that others may be meant.
    """

    rank: int
    pairs: list[tuple[str, str]]
    left_out: list[tuple[str, str]]
    sure: bool = True

    def __bool__(self) -> bool:
        return bool(self.pairs or self.left_out)


_NONE = Candidates(0, [], [])
WHOLE, OFFICE, PART, _PLACE = 1, 2, 3, 4
_LONGEST = 8  # words of a name


def resolve_name(connection: sqlite3.Connection, kind: str, name: str) -> str:
    """Return the id of the one record of a kind that a name matches best.

    Raises UnknownName, with the nearest ids, or AmbiguousName: also where a record with an error
    matches as well, because it may be the one that is meant.
    """
    fits = candidates(connection, kind, name)
    if not fits.pairs:
        nearest = _several(connection, name) if kind == "participant" else []
        raise UnknownName(kind, name, nearest or nearest_ids(connection, [kind], name))
    if len(fits.pairs) + len(fits.left_out) > 1:
        raise AmbiguousName(kind, name, in_order(name, fits.pairs + fits.left_out))
    return fits.pairs[0][0]


def in_order(name: str, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return pairs of id and label, first those whose label has the words of a name as a whole."""
    searched = set(key(name).split())
    return sorted(pairs, key=lambda pair: (not searched <= set(key(pair[1]).split()), pair))


def leading_name(connection: sqlite3.Connection, words: Sequence[str]) -> str:
    """Return the first of some words that together name a participant, or the first word alone.

    They are as many as a whole name, an office or a name with its title has; without these, the
    first word if it is a name, else as many as fit one.
    """
    most = min(len(words), _LONGEST)
    several = [" ".join(words[:count]) for count in range(most, 1, -1)]
    fits = [(name, candidates(connection, "participant", name)) for name in several]
    whole = [name for name, fit in fits if fit and fit.rank <= OFFICE]
    if not whole and len(candidates(connection, "participant", words[0]).pairs) != 1:
        whole = [name for name, fit in fits if len(fit.pairs) == 1]
    return whole[0] if whole else words[0]


def _several(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the options for “A and B” if each is one participant."""
    parts = name.split(" and ")
    fits = [candidates(connection, "participant", part) for part in parts if len(parts) > 1]
    if not fits or any(len(fit.pairs) != 1 for fit in fits):
        return []
    return [" ".join(f"--speaker {fit.pairs[0][0]}" for fit in fits)]


def renamed(connection: sqlite3.Connection, ident: str) -> tuple[str, str] | None:
    """Return kind and id of the record that once had an id; None if none or several had it."""
    union = " UNION ALL ".join(
        f"SELECT '{kind}', r.id FROM former f JOIN {kind} r ON r.pk = f.record"
        f" WHERE f.id = ? AND f.kind = '{kind}' AND r.sound"
        for kind in KINDS
    )
    rows = connection.execute(union, (ident,) * len(KINDS)).fetchall()
    return rows[0] if len(rows) == 1 else None


def candidates(connection: sqlite3.Connection, kind: str, name: str) -> Candidates:
    """Return the records of a kind that a name matches best, possibly none."""
    if not is_text(name):
        return _NONE
    fits = _untitled(connection, kind, name)
    return fits if fits or kind != "participant" else _titled(connection, name)


def _untitled(connection: sqlite3.Connection, kind: str, name: str) -> Candidates:
    renamed = "pk IN (SELECT record FROM former WHERE id = ? AND kind = ?)"
    for where, values in (("id = ?", (name,)), (renamed, (name, kind))):
        if same := _selected(connection, kind, 0, where, *values):
            return same
    # As it is typed, and only if nothing fits in another spelling.
    article, _, rest = name.strip().partition(" ")
    for text in (name, rest) if article.casefold() in ("a", "an") else (name,):
        for name_typed in (typed(text), typed(text, spelled=True)):
            if name_typed.words and (fits := _fitting(connection, kind, name_typed)):
                return fits
    return _NONE


def _selected(
    connection: sqlite3.Connection, kind: str, rank: int, where: str, *values: object
) -> Candidates:
    """Return the records that meet an SQL condition, by id."""
    columns = f"sound, id, coalesce({LABELS.get(kind, 'name')}, '')"
    fits = Candidates(rank, [], [])
    for sound, ident, label in connection.execute(
        f"SELECT {columns} FROM {kind} WHERE {where} ORDER BY id", values
    ):
        if sound:
            fits.pairs.append((ident, label))
        else:
            fits.left_out.append((ident, f"{label} ({LEFT_OUT})".lstrip()))
    return fits


def _fitting(connection: sqlite3.Connection, kind: str, name: Typed) -> Candidates:
    rank, rows = _rows(connection, kind, name)
    whole_words = all(rows.values())
    # As one value, in JSON, because SQLite limits the number of values.
    among = "pk IN (SELECT value FROM json_each(?))"
    fits = _selected(connection, kind, rank, among, str(list(rows)))
    if kind == "meeting" and rank == _PLACE:
        return _outermost(connection, fits)
    if kind != "participant" or rank == WHOLE:
        return fits
    if not (rows and whole_words) and (codes := _countries_called(name.text)):
        of_state = f"kind = 'state' AND country IN ({', '.join('?' * len(codes))})"
        if states := _selected(connection, kind, WHOLE, of_state, *codes):
            return states
    holders, with_place = holders_of(connection, name)
    if holders:
        # “Bishop” may be an office or a surname, and nothing tells which.
        pairs = sorted(dict([*fits.pairs, *holders]).items())
        return Candidates(OFFICE, pairs, fits.left_out, with_place)
    fits = fits._replace(sure=whole_words and _are_people(connection, fits.pairs))
    if len(fits.pairs) > 1:
        return fits._replace(pairs=[with_office(connection, *pair) for pair in fits.pairs])
    return fits


def _rows(connection: sqlite3.Connection, kind: str, name: Typed) -> tuple[int, dict[int, bool]]:
    """Return the best rank, and the keys of the records with it: whether by whole words."""
    sql = "SELECT key, partial, record FROM name WHERE kind = ?"
    names = connection.execute(sql, (kind,)).fetchall()
    if rows := {
        row: True for name_key, part, row in names if not part and is_whole(name, name_key)
    }:
        return WHOLE, rows
    initials = kind == "participant" and any(len(word) == 1 for word, *_ in name.words)
    families = _families(connection) if initials else {}
    for rank, kinds_of_part in ((PART, (0, 1)), (_PLACE, (PLACE,))):
        for name_key, partial, row in names:
            if partial in kinds_of_part:
                whole_words = is_part(name, name_key, families.get(row))
                if whole_words is not None:
                    rows[row] = whole_words or rows.get(row, False)
        if rows:
            return rank, rows
    return 0, {}


def _families(connection: sqlite3.Connection) -> dict[int, frozenset[str]]:
    """Return the words of the family names of people, by their keys."""
    sql = "SELECT pk, json_extract(record, '$.family_name') FROM participant WHERE kind = 'person'"
    return {row: frozenset(key(family or "").split()) for row, family in connection.execute(sql)}


def _outermost(connection: sqlite3.Connection, fits: Candidates) -> Candidates:
    """Return, of meetings at one place, only the one that all others were on the sidelines of."""
    sql = (
        "WITH RECURSIVE part (id) AS (SELECT ? UNION SELECT meeting.id FROM meeting JOIN part"
        " ON meeting.part_of = part.id) SELECT id FROM part"
    )
    every = {ident for ident, _ in fits.pairs + fits.left_out}
    for pair in fits.pairs:
        if every <= {ident for (ident,) in connection.execute(sql, (pair[0],))}:
            return fits._replace(pairs=[pair], left_out=[])
    return fits


def _are_people(connection: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> bool:
    sql = "SELECT kind = 'person' FROM participant WHERE id = ? AND sound"
    return all(connection.execute(sql, (ident,)).fetchone()[0] for ident, _ in pairs)


def _titled(connection: sqlite3.Connection, name: str) -> Candidates:
    """Return who has a name behind a title (“Gen. Mattis”), or behind the office they held."""
    from ..text.offices import is_title, match

    words = name.split()
    for start in range(1, min(len(words), _LONGEST)):
        title = typed(" ".join(words[:start]), spelled=True)
        fits = _untitled(connection, "participant", " ".join(words[start:]))
        fits = fits._replace(rank=OFFICE) if fits.rank in (WHOLE, PART) else _NONE
        if not (fits.pairs and _are_people(connection, fits.pairs)):
            continue
        if is_title(title) or all(
            any(match(title, office) is not None for office in offices_of(connection, ident))
            for ident, _ in fits.pairs
        ):
            return fits
    return _NONE


def taken_for(connection: sqlite3.Connection, name: str) -> tuple[str, str] | None:
    """Return the id and label of the one participant a name is taken for if others may be meant.

    None if the name is sure (see Candidates), or is not that of one participant.
    """
    from ..model.countries import country_name

    fits = candidates(connection, "participant", name)
    if fits.sure or len(fits.pairs) != 1:
        return None
    ident, label = fits.pairs[0]
    sql = "SELECT country FROM participant WHERE id = ? AND kind = 'organization'"
    for (code,) in connection.execute(sql, (ident,)):
        label += f", {country_name(code)}" if code else ""
    return ident, label


def namesakes(connection: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """Return whom else a name matches in part that is a participant's whole name.

    As pairs of id and name. An id, or a name that is not whole or not just one's, has none.
    """
    fits = candidates(connection, "participant", name)
    if fits.rank != WHOLE or len(fits.pairs) != 1:
        return []
    name_typed, ident = typed(name), fits.pairs[0][0]
    sql = (
        "SELECT n.key, p.id, p.name FROM name n JOIN participant p ON p.pk = n.record"
        " WHERE n.kind = 'participant' AND p.sound AND p.id <> ? ORDER BY p.id"
    )
    others = {
        holder: label
        for name_key, holder, label in connection.execute(sql, (ident,))
        if is_part(name_typed, name_key) is not None
    }
    holders, _ = holders_of(connection, name_typed)
    others |= {holder: label for holder, label in holders if holder != ident}
    return list(others.items())


def _countries_called(name: str) -> tuple[str, ...]:
    """Return the codes of the countries that have a code, name or adjective."""
    from ..model.countries import countries

    folded = key(name)
    return tuple(
        land.code
        for land in countries().values()
        if folded in map(key, (land.code, *land.names, *land.adjectives))
    )


def country(connection: sqlite3.Connection, name: str) -> str:
    """Return the ISO 3166-1 code of a country of the archive's people.

    It is given by code, name or adjective. Raises UnknownName or AmbiguousName.
    """
    codes: set[str] = {
        code
        for (code,) in connection.execute(
            "SELECT DISTINCT country FROM participant WHERE sound AND country IS NOT NULL"
        )
    }
    if name.upper() in codes:
        return name.upper()
    matching = codes.intersection(_countries_called(name)) if is_text(name) else set()
    if len(matching) == 1:
        return matching.pop()
    states = dict(
        connection.execute(
            "SELECT id, country FROM participant"
            " WHERE sound AND kind = 'state' AND country IS NOT NULL"
        )
    )
    try:
        ident = resolve_name(connection, "participant", name)
    except AmbiguousName as error:
        ident = _only_state(error, states)
    except UnknownName as error:
        from ..text.folding import nearest

        raise UnknownName("country", name, (*error.nearest, *nearest(name, codes))) from None
    if ident not in states:
        raise UnknownName("country", name, sorted(codes))
    return str(states[ident])


def _only_state(error: AmbiguousName, states: Iterable[str]) -> str:
    candidates = [pair for pair in error.candidates if pair[0] in states]
    if len(candidates) != 1:
        raise AmbiguousName("country", error.name, candidates or error.candidates) from None
    return candidates[0][0]
