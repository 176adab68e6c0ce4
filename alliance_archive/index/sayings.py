"""The relations of statements, and of what they are linked to."""

from __future__ import annotations

from ..model.fields import FORMS, STATUSES
from .relation import DATE, POSITION, Attribute, Relation, ident, sound, to

_STATEMENT = to("statement", "statements", "s.id", "The statement.")
# The place of an id in a list joined by '; ': one more than the marks before it.
_RANK = """(length({before}) - length(replace({before}, '; ', ''))) / 2 + 1"""
_BEFORE = (
    "substr('; ' || {list} || '; ', 1, instr('; ' || {list} || '; ', '; ' || {id} || '; ') - 1)"
)
_IN_CHAIN = _RANK.format(
    before=_BEFORE.format(
        list="CASE a.capacity WHEN 'voiced' THEN s.voiced_by ELSE s.attributed_to END",
        id="a.participant",
    )
)
_IN_TOPICS = _RANK.format(before=_BEFORE.format(list="s.topics", id="t.topic"))
# Dates of less precision: as text, 2017 comes before every day of 2017, and 2017~ after them.
_ROLE = """(SELECT
        json_extract(m.value, '$.role') || ', ' || json_extract(m.value, '$.organization')
    FROM json_each(p.record, '$.memberships') m
    WHERE coalesce(json_extract(m.value, '$.since'), '') <= s.last_day
        AND coalesce(json_extract(m.value, '$.until'), '') || '~' >= s.first_day
    ORDER BY m.key LIMIT 1)"""
_WORDS = """CASE WHEN s.form <> 'direct' AND s.summary IS NOT NULL THEN s.summary
    ELSE (SELECT group_concat('“' || json_extract(q.value, '$.exact') || '”', ' … ')
        FROM json_each(s.quotes) q) END"""


STATEMENTS = (
    Relation(
        "statements",
        "Who said what: one row a statement.",
        "statement s WHERE s.sound {chosen}",
        ("id",),
        (
            ident("The statement's id."),
            to("source", "sources", "s.source", "Where it was published."),
            Attribute(
                "form", "s.form", "Verbatim, partly so, or paraphrased.", "string", True, FORMS
            ),
            Attribute("words", _WORDS, "As it is read; what stands in “ ” is verbatim."),
            Attribute("summary", "s.summary", "The archive's own wording."),
            Attribute(
                "attributed_to", "nullif(s.attributed_to, '')", "Whose it is: ids joined by '; '."
            ),
            Attribute(
                "voiced_by",
                "nullif(s.voiced_by, '')",
                "Who uttered it for them: ids joined by '; '.",
            ),
            Attribute("as_given", "s.as_given", "How the source words the attribution."),
            Attribute("document", "s.document", "The vehicle: a joint statement, for example."),
            Attribute("cue", "s.cue", "The source's verb of saying."),
            to(
                "meeting",
                "meetings",
                sound("meeting", "s.meeting"),
                "Where it was made.",
                required=False,
            ),
            Attribute(
                "date",
                "s.date",
                "When: a day, month or year, or an interval with a slash.",
                pattern=f"{DATE}(/{DATE})?",
            ),
            Attribute(
                "date_from",
                "s.date_from",
                "Whose date that is.",
                choices=("statement", "meeting", "source"),
            ),
            Attribute("first_day", "s.first_day", "The first day of that date.", "date"),
            Attribute("last_day", "s.last_day", "The last day of that date.", "date"),
            Attribute("topics", "nullif(s.topics, '')", "What it is about: ids joined by '; '."),
            Attribute(
                "anchor_start",
                "s.anchor_start",
                "Where the passage begins in the source's text, in Unicode code points.",
                "integer",
                True,
            ),
            Attribute("anchor_end", "s.anchor_end", "Where it ends, exclusive.", "integer", True),
            Attribute("status", "s.status", "Reviewed or draft.", "string", True, STATUSES),
            Attribute("note", "s.note", "A remark of the archive's."),
        ),
    ),
    Relation(
        "attributions",
        "Who stands behind a statement, in which capacity.",
        "attribution a JOIN statement s ON s.pk = a.statement"
        " JOIN participant p ON p.id = a.participant AND p.sound WHERE s.sound {chosen}",
        ("statement", "participant", "capacity"),
        (
            _STATEMENT,
            to("participant", "participants", "a.participant", "Who."),
            Attribute(
                "capacity",
                "a.capacity",
                "Attributed to them, or voiced by them for others.",
                "string",
                True,
                ("attributed", "voiced"),
            ),
            Attribute(
                "position", _IN_CHAIN, "Their place among those named, from 1.", "integer", True
            ),
            Attribute("role", _ROLE, "The office they held on that day."),
        ),
    ),
    Relation(
        "quotes",
        "The words verbatim.",
        "statement s, json_each(s.quotes) j WHERE s.sound {chosen}",
        ("statement", "position"),
        (
            _STATEMENT,
            POSITION,
            Attribute("exact", "json_extract(j.value, '$.exact')", "The words.", required=True),
            Attribute(
                "start_offset",
                "json_extract(j.value, '$.start')",
                "Where they begin in the source's text, in Unicode code points.",
                "integer",
                True,
            ),
            Attribute(
                "end_offset",
                "json_extract(j.value, '$.end')",
                "Where they end, exclusive.",
                "integer",
                True,
            ),
        ),
    ),
    Relation(
        "statement_topics",
        "What a statement is about.",
        "statement_topic t JOIN statement s ON s.pk = t.statement"
        " JOIN topic r ON r.id = t.topic AND r.sound WHERE s.sound {chosen}",
        ("statement", "topic"),
        (
            _STATEMENT,
            to("topic", "topics", "t.topic", "The topic."),
            Attribute("position", _IN_TOPICS, "Its place in the list, from 1.", "integer", True),
        ),
    ),
)
