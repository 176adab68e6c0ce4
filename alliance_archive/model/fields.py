"""The table of fields: what each kind of record, and an archive's mark, holds, declared once.

Parsing, checks, the JSON Schema, the index, SQL views, exports, columns and cards are derived from
it. It is made of plain tuples, so a look-up can read it without loading the record classes, whose
dataclasses take longer to import than the whole look-up may.
"""

from __future__ import annotations

from typing import NamedTuple

# The types of values. How each is read from YAML, and what JSON Schema says of it, is in
# `store.values`; how each is stored, in `index.schema` and `index.storage`.
ID, IDS = "id", "ids"
TEXT, TEXTS, EXACT = "text", "texts", "exact"
DATE, COUNTRY, COUNTRIES = "date", "country", "countries"
NUMBER, CHOICE, FLAG = "number", "choice", "flag"
SHA256, URL, LANGUAGE = "sha256", "url", "language"
MAPPING, OBJECT, OBJECTS = "mapping", "object", "objects"
LISTS = frozenset((IDS, TEXTS, COUNTRIES, OBJECTS))

PARTICIPANT_KINDS = ("person", "organization", "state")
MEETING_KINDS = ("bilateral", "trilateral", "multilateral", "conference")
MEETING_STATUSES = ("held", "planned")
DATE_BASES = ("printed", "inferred")
TOPIC_KINDS = ("alliance", "issue", "cooperation")
SOURCE_KINDS = ("article", "press-release", "joint-statement", "transcript")
FORMS = ("direct", "mixed", "indirect")
STATUSES = ("reviewed", "draft")


class Field(NamedTuple):
    """A field of a record.

    `about` explains the field in one line, `entry` one entry of its list. `refers_to` is the kind
    of record whose id it holds. `choices` are the values of a CHOICE, `default` is the one that
    holds when none is written. `fields` are those of an OBJECT, or of each of OBJECTS.
    """

    name: str
    type: str
    about: str
    required: bool = False
    refers_to: str | None = None
    choices: tuple[str, ...] = ()
    default: str | None = None
    fields: tuple[Field, ...] = ()
    entry: str = ""


class Kind(NamedTuple):
    """A kind of record; `section` is its key in a file, which holds a list unless `single`."""

    name: str
    section: str
    about: str
    fields: tuple[Field, ...]
    single: bool = False

    def field(self, name: str) -> Field:
        """Return the field with a name. Raises KeyError."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def references(self) -> tuple[Field, ...]:
        """Return the fields that hold ids of other records."""
        return tuple(field for field in self.fields if field.refers_to)


_NOTE = Field("note", TEXT, "A remark of the archive's.")
_START = Field(
    "start", NUMBER, "Where they begin in the source's text, in Unicode code points.", required=True
)
_END = Field("end", NUMBER, "Where they end, exclusive.", required=True)

PARTICIPANT = Kind(
    "participant",
    "participants",
    "People, organizations and states that can say something.",
    (
        Field("id", ID, "The participant's id.", required=True),
        Field("name", TEXT, "The name they go by.", required=True),
        Field("kind", CHOICE, "What they are.", required=True, choices=PARTICIPANT_KINDS),
        Field("family_name", TEXT, "A person's family name."),
        Field(
            "other_names",
            TEXTS,
            "Their other names: spellings, scripts; never a title alone.",
            entry="Another name.",
        ),
        Field("country", COUNTRY, "ISO 3166-1 alpha-2 code."),
        Field(
            "memberships",
            OBJECTS,
            "The offices they held.",
            fields=(
                Field("role", TEXT, "The office.", required=True),
                Field("organization", TEXT, "Where it is held.", required=True),
                Field("country", COUNTRY, "ISO 3166-1 alpha-2 code."),
                Field("since", DATE, "The first day, month or year of it."),
                Field("until", DATE, "The last day, month or year of it."),
            ),
        ),
        Field("identifiers", MAPPING, "Their identifiers elsewhere."),
        _NOTE,
    ),
)
MEETING = Kind(
    "meeting",
    "meetings",
    "Meetings, held and planned.",
    (
        Field("id", ID, "The meeting's id.", required=True),
        Field("name", TEXT, "What it is called.", required=True),
        Field("other_names", TEXTS, "Its other names: acronyms.", entry="Another name."),
        Field("date", DATE, "The day, month or year it begins.", required=True),
        Field("end_date", DATE, "The day, month or year it ends."),
        Field("kind", CHOICE, "Who meets.", required=True, choices=MEETING_KINDS),
        Field("status", CHOICE, "Held or planned.", choices=MEETING_STATUSES, default="held"),
        Field(
            "place",
            OBJECT,
            "Where it is held.",
            fields=(
                Field("name", TEXT, "Where it is held."),
                Field("country", COUNTRY, "In which country: ISO 3166-1 alpha-2 code."),
            ),
        ),
        Field(
            "participants",
            IDS,
            "Who takes part in which meeting.",
            refers_to="participant",
            entry="Who takes part.",
        ),
        Field("part_of", ID, "The meeting beside which it is held.", refers_to="meeting"),
        _NOTE,
    ),
)
TOPIC = Kind(
    "topic",
    "topics",
    "Subjects and alliances.",
    (
        Field("id", ID, "The topic's id.", required=True),
        Field("name", TEXT, "What it is called.", required=True),
        Field("kind", CHOICE, "What sort of subject it is.", choices=TOPIC_KINDS),
        Field(
            "members", COUNTRIES, "The countries of an alliance.", entry="ISO 3166-1 alpha-2 code."
        ),
        Field("broader", ID, "The topic it belongs to.", refers_to="topic"),
        _NOTE,
    ),
)
SOURCE = Kind(
    "source",
    "source",
    "Where statements were published.",
    (
        Field("id", ID, "The source's id.", required=True),
        Field("publisher", TEXT, "Who published it.", required=True),
        Field("date", DATE, "When it was published.", required=True),
        Field(
            "date_basis",
            CHOICE,
            "Whether the text gives that date, or it is inferred.",
            choices=DATE_BASES,
            default="printed",
        ),
        Field("kind", CHOICE, "What sort of text it is.", required=True, choices=SOURCE_KINDS),
        Field("title", TEXT, "Its title."),
        Field("author", TEXT, "Its author, as named there."),
        Field("url", URL, "Its address."),
        Field("dateline", TEXT, "The place it is written from."),
        Field("language", LANGUAGE, "BCP 47 tag."),
        Field(
            "issued_by",
            IDS,
            "Whose text it is: the ministries or offices that issued it.",
            refers_to="participant",
            entry="Who issued it.",
        ),
        Field("replaces", ID, "The earlier edition that it corrects.", refers_to="source"),
        Field(
            "text",
            OBJECT,
            "What identifies its normalised text.",
            fields=(
                Field(
                    "sha256",
                    SHA256,
                    "SHA-256 of its normalised text in UTF-8, in hexadecimal.",
                    required=True,
                ),
                Field(
                    "length",
                    NUMBER,
                    "The length of that text in Unicode code points.",
                    required=True,
                ),
            ),
        ),
        _NOTE,
    ),
    single=True,
)
STATEMENT = Kind(
    "statement",
    "statements",
    "Who said what: one row a statement.",
    (
        Field("id", ID, "The statement's id.", required=True),
        Field("form", CHOICE, "Verbatim, partly so, or paraphrased.", required=True, choices=FORMS),
        Field("attributed_to", IDS, "Whose it is.", required=True, refers_to="participant"),
        Field("voiced_by", IDS, "Who uttered it for them.", refers_to="participant"),
        Field("as_given", TEXT, "How the source words the attribution."),
        Field("document", TEXT, "The vehicle: a joint statement, for example."),
        Field("cue", TEXT, "The source's verb of saying."),
        Field("summary", TEXT, "The archive's own wording."),
        Field(
            "quotes",
            OBJECTS,
            "The words verbatim.",
            fields=(Field("exact", EXACT, "The words.", required=True), _START, _END),
        ),
        Field(
            "anchor",
            OBJECT,
            "The reported passage.",
            required=True,
            fields=(
                _START._replace(
                    about="Where the passage begins in the source's text, in Unicode code points."
                ),
                _END._replace(about="Where it ends, exclusive."),
            ),
        ),
        Field("meeting", ID, "Where it was made.", refers_to="meeting"),
        Field(
            "about",
            IDS,
            "The meetings that it speaks of.",
            refers_to="meeting",
            entry="The meeting.",
        ),
        Field("date", DATE, "When, where that is not the meeting's date or the source's."),
        Field("topics", IDS, "What it is about.", refers_to="topic", entry="The topic."),
        Field("in_reply_to", ID, "The question that it answers.", refers_to="statement"),
        Field("status", CHOICE, "Reviewed or draft.", choices=STATUSES, default="reviewed"),
        _NOTE,
    ),
)
KINDS = {kind.name: kind for kind in (PARTICIPANT, MEETING, TOPIC, SOURCE, STATEMENT)}
ARCHIVE = Kind(
    "archive",
    "archive",
    "Marks the folder as an archive; only in archive.yaml at its top.",
    (
        Field("title", TEXT, "What the archive is called."),
        Field("example", FLAG, "The example shipped with the program; never in other archives."),
    ),
    single=True,
)
"""What the mark of an archive holds; it is no record, and has no id."""
SECTIONS = {kind.section: kind for kind in (*KINDS.values(), ARCHIVE)}
