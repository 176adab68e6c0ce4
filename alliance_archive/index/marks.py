"""What a meeting or person is by the records that name it: its last day, and whether drafted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from ..model.dates import meeting_days
from .intact import row_sum
from .schema import summed
from .storage import sound_record

Naming = tuple[object, ...]
"""The id of a record, in what capacity a file names it, and what else depends on."""
_NAMINGS = """
    SELECT meeting, 'at', status, sound, source FROM statement WHERE {0} AND meeting NOTNULL
    UNION SELECT m.meeting, 'about', status, sound, source
        FROM statement s JOIN mention m ON m.statement = s.pk WHERE s.{0}
    UNION SELECT participant, capacity, status, sound, source
        FROM statement s JOIN attribution a ON a.statement = s.pk WHERE s.{0}
    UNION SELECT j.value, 'issuer', '', o.sound, o.id
        FROM source o, json_each(o.record, '$.issued_by') j WHERE o.{0}
    UNION SELECT j.value, 'party', '', o.sound, o.id
        FROM source o, json_each(o.record, '$.parties') j WHERE o.{0}
    UNION SELECT id, 'source', last_day, sound, id FROM source WHERE {0}"""


def named(connection: sqlite3.Connection, paths: list[str]) -> set[Naming]:
    """Return what the last days of meetings and the marks of drafts depend on in some files."""
    within = "path IN (SELECT value FROM json_each(:paths))"
    return set(connection.execute(_NAMINGS.format(within), {"paths": json.dumps(paths)}))


# Held meetings whose end is known only to the month or year, and those on their sidelines, with
# the first source that reports each; of these, which are vague themselves.
_VAGUELY_DATED = """WITH RECURSIVE part (id, part_of, vague) AS (
    SELECT id, part_of, {vague} FROM meeting WHERE sound AND status = 'held' AND {vague}
    UNION SELECT m.id, m.part_of, {vague} FROM part JOIN meeting m ON m.part_of = part.id
        WHERE m.sound AND m.status = 'held'
) SELECT part.id, part.part_of, part.vague, min(o.last_day) FROM part
    LEFT JOIN statement s ON s.meeting = part.id AND s.sound AND s.status = 'reviewed'
    LEFT JOIN source o ON o.id = s.source AND o.sound GROUP BY 1 ORDER BY 4 NULLS LAST""".format(
    vague="""length(coalesce(
        json_extract(record, '$.end_date'), json_extract(record, '$.date'))) < 10"""
)


def end_meetings(connection: sqlite3.Connection) -> None:
    """Store the last days of held meetings: a month ends with the first source that reports it."""
    reported = connection.execute(_VAGUELY_DATED).fetchall()
    above = {ident: outer for ident, outer, _, _ in reported}
    published: dict[str, str | None] = {}
    for ident, _, _, day in reported:
        step = ident
        # In the order of the days: where one is known already, it and those above are earlier.
        while step in above and step not in published:
            published[step] = day
            step = above[step]
    for ident in (ident for ident, _, vague, _ in reported if vague):
        last = meeting_days(sound_record(connection, "meeting", ident), published[ident])[1]
        names = summed("meeting")
        sql = f"SELECT pk, {names} FROM meeting WHERE id = ? AND sound AND last_day <> ?"
        for pk, *row, _sum in connection.execute(sql, (ident, last)).fetchall():
            row[names.split(", ").index("last_day")] = last
            update = "UPDATE meeting SET last_day = ?, sum = ? WHERE pk = ?"
            connection.execute(update, (last, row_sum(tuple(row)), pk))


# The ids of the meetings and people that only drafts name. Whether statements do is asked first,
# record by record, because few pass, and only for these are meetings and sources read.
_DRAFTED = {
    "meeting": """SELECT m.id FROM meeting m WHERE {among}
        AND NOT EXISTS (SELECT 1 FROM statement WHERE meeting = m.id AND status <> 'draft')
        AND (EXISTS (SELECT 1 FROM statement WHERE meeting = m.id)
            OR m.status = 'planned' AND EXISTS (SELECT 1 FROM mention WHERE meeting = m.id))
        AND NOT EXISTS (SELECT 1 FROM mention a JOIN statement s ON s.pk = a.statement
            WHERE a.meeting = m.id AND s.status <> 'draft')
        AND NOT EXISTS (SELECT 1 FROM meeting WHERE part_of = m.id)""",
    "participant": """SELECT id FROM participant WHERE id IN (
            SELECT p.id FROM participant p WHERE {among}
            AND EXISTS (SELECT 1 FROM attribution WHERE participant = p.id)
            AND NOT EXISTS (SELECT 1 FROM attribution a JOIN statement s ON s.pk = a.statement
                WHERE a.participant = p.id AND s.status <> 'draft'))
        AND id NOT IN (SELECT j.value
            FROM meeting m, json_each(m.record, '$.participants') j WHERE NOT m.drafted)
        AND id NOT IN (SELECT j.value FROM source o, json_each(o.record, '$.issued_by') j)
        AND id NOT IN (SELECT j.value FROM source o, json_each(o.record, '$.parties') j)""",
}
_CONCERNED = """id IN (SELECT value FROM json_each(:idents) UNION SELECT j.value
    FROM meeting m, json_each(m.record, '$.participants') j
    WHERE m.id IN (SELECT value FROM json_each(:idents)))"""


def mark_drafted(connection: sqlite3.Connection, idents: Collection[object] = ()) -> None:
    """Mark the meetings that only drafts name, then the people that only these and drafts name.

    With `idents`, only their marks and those of the participants of these meetings may turn.
    """
    among = _CONCERNED if idents else "1"
    values = {"idents": json.dumps(list(idents))}
    for kind, drafted in _DRAFTED.items():
        connection.execute(f"UPDATE {kind} SET drafted = 0 WHERE drafted AND {among}", values)
        sql = f"UPDATE {kind} SET drafted = 1 WHERE id IN ({drafted.format(among=among)})"
        connection.execute(sql, values)
