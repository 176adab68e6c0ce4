"""The relations of participants, meetings, topics and sources."""

from __future__ import annotations

from ..model.fields import (
    MEETING_KINDS,
    MEETING_STATUSES,
    PARTICIPANT_KINDS,
    SOURCE_KINDS,
    TOPIC_KINDS,
)
from .relation import COUNTRY, DATE, NOTE, POSITION, Attribute, Relation, ident, sound, text, to


def _listed(kind: str, name: str) -> str:
    return f"{kind} s, json_each(s.record, '$.{name}') j WHERE s.sound"


PARTICIPANTS = (
    Relation(
        "participants",
        "People, organizations and states that can say something.",
        "participant s WHERE s.sound",
        ("id",),
        (
            ident("The participant's id."),
            Attribute("name", "s.name", "The name they go by.", required=True),
            Attribute("kind", "s.kind", "What they are.", "string", True, PARTICIPANT_KINDS),
            text("family_name", "A person's family name."),
            Attribute("country", "s.country", "ISO 3166-1 alpha-2 code.", pattern=COUNTRY),
            NOTE,
        ),
    ),
    Relation(
        "participant_names",
        "Their other names: spellings, scripts, titles.",
        _listed("participant", "other_names"),
        ("participant", "position"),
        (
            to("participant", "participants", "s.id", "The participant."),
            POSITION,
            Attribute("name", "j.value", "Another name.", required=True),
        ),
    ),
    Relation(
        "memberships",
        "The offices they held.",
        _listed("participant", "memberships"),
        ("participant", "position"),
        (
            to("participant", "participants", "s.id", "The participant."),
            POSITION,
            *(
                Attribute(name, f"json_extract(j.value, '$.{name}')", about, "string", required)
                for name, about, required in (
                    ("role", "The office.", True),
                    ("organization", "Where it is held.", True),
                )
            ),
            *(
                Attribute(name, f"json_extract(j.value, '$.{name}')", about, pattern=pattern)
                for name, about, pattern in (
                    ("country", "ISO 3166-1 alpha-2 code.", COUNTRY),
                    ("since", "The first day, month or year of it.", DATE),
                    ("until", "The last day, month or year of it.", DATE),
                )
            ),
        ),
    ),
    Relation(
        "participant_identifiers",
        "Their identifiers elsewhere.",
        _listed("participant", "identifiers"),
        ("participant", "scheme"),
        (
            to("participant", "participants", "s.id", "The participant."),
            Attribute("scheme", "j.key", "Whose identifier it is.", required=True),
            Attribute("value", "j.value", "The identifier.", required=True),
        ),
    ),
)
MEETINGS = (
    Relation(
        "meetings",
        "Meetings, held and planned.",
        "meeting s WHERE s.sound",
        ("id",),
        (
            ident("The meeting's id."),
            Attribute("name", "s.name", "What it is called.", required=True),
            Attribute("kind", "s.kind", "Who meets.", "string", True, MEETING_KINDS),
            Attribute("status", "s.status", "Held or planned.", "string", True, MEETING_STATUSES),
            text("date", "The day, month or year it begins.", required=True, pattern=DATE),
            text("end_date", "The day, month or year it ends.", pattern=DATE),
            Attribute("first_day", "s.first_day", "The first day it can be on.", "date", True),
            Attribute("last_day", "s.last_day", "The last day it can be on.", "date", True),
            Attribute("place", "json_extract(s.record, '$.place.name')", "Where it is held."),
            Attribute(
                "country",
                "json_extract(s.record, '$.place.country')",
                "In which country: ISO 3166-1 alpha-2 code.",
                pattern=COUNTRY,
            ),
            to(
                "part_of",
                "meetings",
                sound("meeting", "s.part_of"),
                "The meeting beside which it is held.",
                required=False,
            ),
            NOTE,
        ),
    ),
    Relation(
        "meeting_participants",
        "Who takes part in which meeting.",
        "meeting s, json_each(s.record, '$.participants') j"
        " JOIN participant p ON p.id = j.value AND p.sound WHERE s.sound",
        ("meeting", "position"),
        (
            to("meeting", "meetings", "s.id", "The meeting."),
            POSITION,
            to("participant", "participants", "p.id", "Who takes part."),
        ),
    ),
)
TOPICS = (
    Relation(
        "topics",
        "Subjects and alliances.",
        "topic s WHERE s.sound",
        ("id",),
        (
            ident("The topic's id."),
            Attribute("name", "s.name", "What it is called.", required=True),
            text("kind", "What sort of subject it is.", choices=TOPIC_KINDS),
            to(
                "broader",
                "topics",
                sound("topic", "s.broader"),
                "The topic it belongs to.",
                required=False,
            ),
            NOTE,
        ),
    ),
    Relation(
        "topic_members",
        "The countries of an alliance.",
        _listed("topic", "members"),
        ("topic", "position"),
        (
            to("topic", "topics", "s.id", "The alliance."),
            POSITION,
            Attribute(
                "country", "j.value", "ISO 3166-1 alpha-2 code.", "string", True, (), COUNTRY
            ),
        ),
    ),
)
SOURCES = (
    Relation(
        "sources",
        "Where statements were published.",
        "source s WHERE s.sound",
        ("id",),
        (
            ident("The source's id."),
            Attribute("publisher", "s.publisher", "Who published it.", required=True),
            Attribute("date", "s.date", "When it was published.", "string", True, (), DATE),
            Attribute("first_day", "s.first_day", "The first day of that date.", "date", True),
            Attribute("last_day", "s.last_day", "The last day of that date.", "date", True),
            text("kind", "What sort of text it is.", required=True, choices=SOURCE_KINDS),
            text("title", "Its title."),
            text("author", "Its author, as named there."),
            text("url", "Its address."),
            text("dateline", "The place it is written from."),
            text("language", "BCP 47 tag."),
            Attribute(
                "sha256",
                "json_extract(s.record, '$.text.sha256')",
                "SHA-256 of its normalised text in UTF-8, in hexadecimal.",
                pattern="[0-9a-f]{64}",
            ),
            Attribute(
                "length",
                "json_extract(s.record, '$.text.length')",
                "The length of that text in Unicode code points.",
                "integer",
            ),
            NOTE,
        ),
    ),
)
