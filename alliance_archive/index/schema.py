"""The tables of the index, derived from the table of fields.

`state` is the state of a record in its own file (store.parse.State). `sound` is 0 for a record that
an error keeps out of look-ups, whether it is an error of its own or one between records.
"""

from __future__ import annotations

from functools import cache

from ..model import fields
from ..model.fields import KINDS, STATEMENT

# Fields of records other than statements that SQL selects, joins or sorts by; the rest are only in
# the record's JSON.
SELECTED = {
    "participant": ("name", "kind", "country"),
    "meeting": ("name", "kind", "status", "part_of"),
    "topic": ("name", "broader"),
    "source": ("publisher", "date", "kind", "replaces"),
}
IS_REPORT = "{0}.sound AND {0}.status = 'reviewed' AND NOT {0}.replaced"
"""Whether a row of statement is a report: without errors, reviewed, of a source that is current."""
DATED = ("meeting", "source")
"""The kinds of records that have a first and a last day of their own."""
PLACE = 2
"""What `partial` of the table `name` is for the place of a meeting."""
DRAFTED = ("participant", "meeting")
"""The kinds whose lists leave out records that only drafts name: those with `drafted` 1."""


def columns(kind: str) -> tuple[str, ...]:
    """Return the names of a kind's columns, in the order in which its rows hold their values.

    The last is the digest of all from `id` on; what validation sets comes after it or is `sound`.
    """
    if kind == "statement":
        return (*_PLACED, *_STATEMENT_COLUMNS, "words", "source", "sum")
    days = ("first_day", "last_day") if kind in DATED else ()
    return (*_PLACED, *SELECTED[kind], *days, "record", "sum")


@cache
def summed(kind: str) -> str:
    """Return the SQL that selects the values of a row, and their digest as the last."""
    return ", ".join(columns(kind)[len(_UNSUMMED) :])


def _statement_columns() -> dict[str, str]:
    """Return the columns of a statement's fields and their types."""
    types: dict[str, str] = {}
    for field in STATEMENT.fields[1:]:
        if field.type == fields.OBJECT:
            types |= {f"{field.name}_{part.name}": _type(field, part) for part in field.fields}
        elif field.type in fields.LISTS:
            types[field.name] = "TEXT NOT NULL"
        else:
            # The column `date` is the date that holds, which may be the meeting's or the source's.
            name = "own_date" if field.name == "date" else field.name
            types[name] = "TEXT NOT NULL" if field.required or field.default else "TEXT"
    return types


def _type(field: fields.Field, part: fields.Field) -> str:
    """Return the type of the column of an object's part, empty where the object is missing."""
    kind = "INTEGER" if part.type == fields.NUMBER else "TEXT"
    return f"{kind} NOT NULL" if field.required else kind


_STATEMENT_COLUMNS = _statement_columns()
# The first columns of every record's row.
_UNSUMMED = {"pk": "INTEGER PRIMARY KEY", "sound": "INTEGER NOT NULL"}
_PLACED = {
    **_UNSUMMED,
    **dict.fromkeys(("id", "path"), "TEXT NOT NULL"),
    **dict.fromkeys(("line", "column", "state"), "INTEGER NOT NULL"),
}
DAYS = ("date", "date_from", "first_day", "last_day")
"""The columns of a statement that validation sets, and of which `dated_sum` is the digest."""


def _defined(types: dict[str, str]) -> str:
    return ", ".join(f"{name} {type_}" for name, type_ in types.items())


def _table(kind: str) -> str:
    types = dict.fromkeys(columns(kind), "TEXT") | _PLACED
    types |= {"record": "TEXT NOT NULL", "sum": "INTEGER NOT NULL"}
    if kind in DRAFTED:
        types["drafted"] = "INTEGER NOT NULL DEFAULT 0"
    return f"CREATE TABLE {kind} ({_defined(types)});"


TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- The only row is what index.changes notes of all files, packed; and those that cannot be read.
CREATE TABLE files (notes BLOB NOT NULL);
CREATE TABLE unread (path TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE problem (
    path TEXT NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    code TEXT NOT NULL, message TEXT NOT NULL, severity TEXT NOT NULL,
    sum INTEGER NOT NULL,
    across INTEGER NOT NULL  -- 1: found by comparing records; 2: in the reports of an act
);

{" ".join(map(_table, SELECTED))}

-- Lists of ids and quotes are packed by index.packing.
-- words is the statement as it is shown; date, date_from and the days are those that hold for it,
-- and dated_sum is their digest together with the others'; report_rank is its place among the
-- reports of its act (model.acts); replaced is 1 if another source replaces the statement's.
CREATE TABLE statement (
    {_defined(_PLACED | _STATEMENT_COLUMNS)},
    words TEXT NOT NULL, source TEXT NOT NULL, sum INTEGER NOT NULL,
    {", ".join(f"{name} TEXT" for name in DAYS)}, dated_sum INTEGER,
    report_rank TEXT, replaced INTEGER NOT NULL DEFAULT 0
);

-- The participants of a statement in each capacity, positions from 1; the office that they held on
-- the days of a statement; and each name, folded, by which a record is found.
CREATE TABLE attribution (
    participant TEXT NOT NULL, capacity TEXT NOT NULL, statement INTEGER NOT NULL,
    position INTEGER NOT NULL, PRIMARY KEY (participant, statement, capacity)
) WITHOUT ROWID;
CREATE TABLE role (
    participant TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (participant, first_day, last_day)
) WITHOUT ROWID;
CREATE TABLE statement_topic (
    topic TEXT NOT NULL, statement INTEGER NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (topic, statement)
) WITHOUT ROWID;
CREATE TABLE mention (
    meeting TEXT NOT NULL, statement INTEGER NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (meeting, statement)
) WITHOUT ROWID;
CREATE TABLE name (
    kind TEXT NOT NULL, key TEXT NOT NULL, record INTEGER NOT NULL,
    partial INTEGER NOT NULL,  -- 1: a family name, which is only part of a name; 2: a place
    PRIMARY KEY (kind, key, record)
) WITHOUT ROWID;
-- The ids that records had before they were renamed.
CREATE TABLE former (
    id TEXT NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (id, kind, record)
) WITHOUT ROWID;
-- The offices of each participant: the folded words of the role, and of organization and country.
CREATE TABLE office (
    participant INTEGER NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (participant, position)
) WITHOUT ROWID;

-- The words are folded and split by text.folding; the tokenizer only finds the spaces. The sizes of
-- texts are not stored, because results are not ranked; hashsize is the bytes written at a time.
-- `quoted` is the quoted part of a text that is not quoted as a whole, `named` what the source
-- calls the speaker and the document; topic_words and meeting_words hold names.
CREATE VIRTUAL TABLE words USING fts5 (
    text, quoted, cue, named, tokenize = 'ascii', detail = full, columnsize = 0
);
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
CREATE VIRTUAL TABLE topic_words USING fts5 (text, tokenize = 'ascii', columnsize = 0);
CREATE VIRTUAL TABLE meeting_words USING fts5 (text, tokenize = 'ascii', columnsize = 0);
"""

# Created after the rows of a first build: sorting once is quicker than inserting row by row.
INDEXES = (
    *(f"CREATE INDEX {kind}_id ON {kind} (id)" for kind in KINDS),
    *(
        f"CREATE INDEX {table}_path ON {table} (path, line, column)"
        for table in (*KINDS, "problem")
    ),
    *(
        f"CREATE INDEX statement_{field.name} ON statement ({field.name})"
        for field in STATEMENT.references()
        if field.type == fields.ID
    ),
    "CREATE INDEX statement_source ON statement (source)",
    "CREATE INDEX attribution_statement ON attribution (statement)",
    "CREATE INDEX statement_topic_statement ON statement_topic (statement)",
    "CREATE INDEX mention_statement ON mention (statement)",
    "CREATE INDEX name_record ON name (kind, record)",
    "CREATE INDEX former_record ON former (kind, record)",
    "CREATE INDEX statement_act ON statement (act) WHERE act NOTNULL",
    "CREATE INDEX statement_draft ON statement (meeting, about) WHERE status = 'draft'",
    "CREATE INDEX source_first_day ON source (first_day) WHERE sound",
    "CREATE INDEX source_replaces ON source (replaces) WHERE replaces NOTNULL",
    "CREATE INDEX meeting_part_of ON meeting (part_of) WHERE part_of NOTNULL",
    "CREATE INDEX statement_unsound ON statement (pk) WHERE NOT sound",
)
# Created after validation, which sets the dates of the statements.
ORDER = "CREATE INDEX statement_order ON statement (first_day, source, pk)"
