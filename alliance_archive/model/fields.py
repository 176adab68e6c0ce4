"""The table of fields: every field of each kind of record and of an archive's mark, declared once.

Parsing, checks, the JSON Schema, the index, SQL views, exports, columns and cards are derived from
it. It consists of plain tuples, and a look-up reads it without loading the record classes.
"""

from typing import NamedTuple

# The types of values. How each is read from YAML, and its JSON Schema, is in `store.values`; how
# each is stored, in `index.schema` and `index.storage`.
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
PROCEEDINGS = ("readout", "joint-statement")  # kinds of source that record a meeting
SOURCE_KINDS = ("article", "press-release", *PROCEEDINGS, "transcript")
FORMS = ("direct", "mixed", "indirect")
TURNS = ("question", "answer", "remarks")
STATUSES = ("reviewed", "draft")
RESOLUTIONS = ("name", "pronoun", "group", "title", "party")
# Fields that only drafts have; exports, which show what is reviewed, leave them out.
OF_DRAFTS = frozenset({"resolution"})
# Fields that are not a column of listings.
UNLISTED = OF_DRAFTS | {"former_ids"}


class Field(NamedTuple):
    """A field of a record.

    `about` explains the field in one line, `entry` one entry of its list. `refers_to` is the kind
    of record whose id it contains. `choices` are the values of a CHOICE, `default` is the one that
    is meant if none is written. `fields` are those of an OBJECT, or of each of OBJECTS.
    """

    name: str
    type: str
    about: str
    required: bool = False
    refers_to: str | None = None
    choices: tuple[str, ...] = ()
    default: str | None = None
    fields: "tuple[Field, ...]" = ()
    entry: str = ""

    def __hash__(self) -> int:
        """Return the hash of the name: hashing every value takes as long as reading a record."""
        return hash(self.name)


class Kind(NamedTuple):
    """A kind of record; `section` is its key in a file, with a list of records unless `single`."""

    name: str
    section: str
    about: str
    fields: tuple[Field, ...]
    single: bool = False

    def __hash__(self) -> int:
        """Return the hash of the name, as fields do."""
        return hash(self.name)

    def field(self, name: str) -> Field:
        """Return the field with a name. Raises KeyError."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def references(self) -> tuple[Field, ...]:
        """Return the fields that contain ids of other records."""
        return tuple(field for field in self.fields if field.refers_to)


_NOTE = Field("note", TEXT, "A note by the editors of the archive.")
_FORMER = Field(
    "former_ids", IDS, "Its ids before it was renamed; it is still found by them.", entry="An id."
)
_COUNTRY = "The country, as an ISO 3166-1 alpha-2 code."
_START = Field(
    "start",
    NUMBER,
    "Where the words begin in the source's text, in Unicode code points.",
    required=True,
)
_END = Field("end", NUMBER, "Where the words end, exclusive.", required=True)

PARTICIPANT = Kind(
    "participant",
    "participants",
    "People, organizations and states to whom statements are attributed.",
    (
        Field("id", ID, "The participant's id, unique in the archive.", required=True),
        Field("name", TEXT, "The usual name.", required=True),
        Field("kind", CHOICE, "The kind of participant.", required=True, choices=PARTICIPANT_KINDS),
        Field("family_name", TEXT, "A person's family name."),
        Field(
            "other_names",
            TEXTS,
            "Other names of the participant, in any spelling and script; never a title alone.",
            entry="Another name.",
        ),
        Field("country", COUNTRY, _COUNTRY),
        Field(
            "memberships",
            OBJECTS,
            "The offices that the participant has held.",
            fields=(
                Field("role", TEXT, "The office.", required=True),
                Field("organization", TEXT, "The organization in which it is held.", required=True),
                Field("country", COUNTRY, _COUNTRY),
                Field("since", DATE, "The first day, month or year in office."),
                Field("until", DATE, "The last day, month or year in office."),
            ),
        ),
        Field("identifiers", MAPPING, "Identifiers of the participant in other databases."),
        _FORMER,
        _NOTE,
    ),
)
MEETING = Kind(
    "meeting",
    "meetings",
    "Meetings, held and planned.",
    (
        Field("id", ID, "The meeting's id, unique in the archive.", required=True),
        Field("name", TEXT, "The name of the meeting.", required=True),
        Field(
            "other_names",
            TEXTS,
            "Other names of the meeting, such as acronyms.",
            entry="Another name.",
        ),
        Field("date", DATE, "The day, month or year in which it begins.", required=True),
        Field("end_date", DATE, "The day, month or year in which it ends."),
        Field("kind", CHOICE, "The kind of meeting.", required=True, choices=MEETING_KINDS),
        Field(
            "status",
            CHOICE,
            "Whether it has been held or is planned.",
            choices=MEETING_STATUSES,
            default="held",
        ),
        Field(
            "place",
            OBJECT,
            "Where it is held.",
            fields=(
                Field("name", TEXT, "The city or building."),
                Field("country", COUNTRY, _COUNTRY),
            ),
        ),
        Field(
            "participants",
            IDS,
            "Who takes part in the meeting.",
            refers_to="participant",
            entry="A participant.",
        ),
        Field("part_of", ID, "The meeting on whose sidelines it is held.", refers_to="meeting"),
        _FORMER,
        _NOTE,
    ),
)
TOPIC = Kind(
    "topic",
    "topics",
    "Subjects and alliances.",
    (
        Field("id", ID, "The topic's id, unique in the archive.", required=True),
        Field("name", TEXT, "The name of the topic.", required=True),
        Field(
            "other_names", TEXTS, "Other names and keywords, such as CVID.", entry="Another name."
        ),
        Field("kind", CHOICE, "The kind of topic.", choices=TOPIC_KINDS),
        Field("members", COUNTRIES, "The member countries of an alliance.", entry=_COUNTRY),
        Field("broader", ID, "The broader topic that it belongs to.", refers_to="topic"),
        _FORMER,
        _NOTE,
    ),
)
SOURCE = Kind(
    "source",
    "source",
    "The documents in which statements were published.",
    (
        Field("id", ID, "The source's id, unique in the archive.", required=True),
        Field("publisher", TEXT, "Who published it.", required=True),
        Field("date", DATE, "When it was published.", required=True),
        Field(
            "date_basis",
            CHOICE,
            "Whether the date is printed in the document or has been inferred.",
            choices=DATE_BASES,
            default="printed",
        ),
        Field("kind", CHOICE, "The kind of document.", required=True, choices=SOURCE_KINDS),
        Field("title", TEXT, "Its title."),
        Field("author", TEXT, "Its author, as the document names them."),
        Field("url", URL, "Its web address."),
        Field("dateline", TEXT, "The place named in its dateline."),
        Field("language", LANGUAGE, "The language, as a BCP 47 tag."),
        Field(
            "issued_by",
            IDS,
            "The ministries or offices that issued the source.",
            refers_to="participant",
            entry="An issuer.",
        ),
        Field(
            "parties",
            IDS,
            "Whose joint statement it is.",
            refers_to="participant",
            entry="A party.",
        ),
        Field("via", TEXT, "The agency whose text it carries."),
        Field("replaces", ID, "The earlier edition that it corrects.", refers_to="source"),
        Field(
            "text",
            OBJECT,
            "The fingerprint of its normalized text.",
            fields=(
                Field(
                    "sha256",
                    SHA256,
                    "SHA-256 of the normalized text in UTF-8, in hexadecimal.",
                    required=True,
                ),
                Field(
                    "length",
                    NUMBER,
                    "The length of that text in Unicode code points.",
                    required=True,
                ),
                Field(
                    "extractor",
                    TEXT,
                    "What took the text out of a page, PDF or DOCX, with its version.",
                ),
            ),
        ),
        _FORMER,
        _NOTE,
    ),
    single=True,
)
STATEMENT = Kind(
    "statement",
    "statements",
    "Who said what, statement by statement.",
    (
        Field("id", ID, "The statement's id, unique in the archive.", required=True),
        Field(
            "form",
            CHOICE,
            "Full quote (direct), partial quote (mixed) or paraphrase (indirect).",
            required=True,
            choices=FORMS,
        ),
        Field(
            "attributed_to",
            IDS,
            "Whose statement or act it is; empty if the source leaves that open.",
            required=True,
            refers_to="participant",
        ),
        Field(
            "voiced_by",
            IDS,
            "Who said it on their behalf, such as a spokesperson.",
            refers_to="participant",
        ),
        Field("as_given", TEXT, "How the source names the speakers, such as “They”."),
        Field("document", TEXT, "The document in which it was made, such as a joint statement."),
        Field("cue", TEXT, "The source's verb of saying, such as “reaffirmed”."),
        Field("summary", TEXT, "The statement in the archive's own words, with its quotations."),
        Field(
            "quotes",
            OBJECTS,
            "The quoted words, verbatim.",
            fields=(
                Field("exact", EXACT, "The words, without quotation marks.", required=True),
                _START,
                _END,
            ),
        ),
        Field(
            "anchor",
            OBJECT,
            "The passage of the source's text that reports it.",
            required=True,
            fields=(
                _START._replace(
                    about="Where the passage begins in the source's text, in Unicode code points."
                ),
                _END._replace(about="Where it ends, exclusive."),
            ),
        ),
        Field("meeting", ID, "The meeting at which it was made.", refers_to="meeting"),
        Field(
            "about", IDS, "The meetings that it speaks of.", refers_to="meeting", entry="A meeting."
        ),
        Field("date", DATE, "Its own date, if it is not that of the meeting or the source."),
        Field("topics", IDS, "What it is about.", refers_to="topic", entry="A topic."),
        Field("act", ID, "The act that it reports; all statements with this id report one act."),
        Field(
            "not_act",
            IDS,
            "Statements that report other acts, although they look alike.",
            refers_to="statement",
            entry="A statement.",
        ),
        Field("turn", CHOICE, "What it is in a conversation.", choices=TURNS),
        Field("in_reply_to", ID, "The question that it answers.", refers_to="statement"),
        Field(
            "translated",
            OBJECT,
            "Set if the words are those of an interpreter, not of the speaker.",
            fields=(Field("by", TEXT, "Who interpreted, such as interpreter.", required=True),),
        ),
        Field(
            "resolution",
            OBJECT,
            "How a draft found the speaker, if not by name alone, and who else is possible.",
            fields=(
                Field(
                    "by",
                    CHOICE,
                    "The source's own words for the speaker: a name, a pronoun, a title.",
                    required=True,
                    choices=RESOLUTIONS,
                ),
                Field(
                    "or",
                    IDS,
                    "Who else the words may mean.",
                    refers_to="participant",
                    entry="A participant.",
                ),
            ),
        ),
        Field(
            "status",
            CHOICE,
            "Whether it has been reviewed or is a draft.",
            choices=STATUSES,
            default="reviewed",
        ),
        _FORMER,
        _NOTE,
    ),
)
KINDS = {kind.name: kind for kind in (PARTICIPANT, MEETING, TOPIC, SOURCE, STATEMENT)}
ARCHIVE = Kind(
    "archive",
    "archive",
    "Marks the folder as an archive; allowed only in archive.yaml at its top.",
    (
        Field("title", TEXT, "The name of the archive."),
        Field(
            "example", FLAG, "Whether it is the bundled example; leave it out of your own archive."
        ),
    ),
    single=True,
)
"""The fields of an archive's mark, which is not a record and has no id."""
SECTIONS = {kind.section: kind for kind in (*KINDS.values(), ARCHIVE)}
