"""The tables of the index.

`state` is what a record's own file shows (store.parse.State); `sound` is 0 for a record that any
error keeps out of look-ups, its own or one that lies between records.
"""

# Changed with every change of the tables or of what is put into them.
VERSION = 3
_PLACED = """pk INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL,
    column INTEGER NOT NULL, state INTEGER NOT NULL, sound INTEGER NOT NULL"""
TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Times in nanoseconds. recent: changed within the clock's grain before it was read, so that only
-- the sum of its content can tell whether it has changed since.
CREATE TABLE file (
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER,
    recent INTEGER NOT NULL, sum BLOB, unread INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE problem (
    path TEXT NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
    code TEXT NOT NULL, message TEXT NOT NULL, severity TEXT NOT NULL,
    across INTEGER NOT NULL  -- 1: found by holding records against each other
);

CREATE TABLE participant (
    {_PLACED},
    name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
    record TEXT NOT NULL
);
CREATE TABLE meeting (
    {_PLACED},
    name TEXT NOT NULL, kind TEXT NOT NULL,
    status TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL, part_of TEXT,
    record TEXT NOT NULL
);
CREATE TABLE topic (
    {_PLACED},
    name TEXT NOT NULL, broader TEXT,
    record TEXT NOT NULL
);
CREATE TABLE source (
    {_PLACED},
    publisher TEXT NOT NULL, date TEXT NOT NULL,
    first_day TEXT NOT NULL, last_day TEXT NOT NULL, record TEXT NOT NULL
);

-- Lists are joined by '; ' as a CSV cell shows them; quotes is a JSON array of objects, exacts
-- and offsets are the same flat.
CREATE TABLE statement (
    {_PLACED},
    form TEXT NOT NULL, attributed_to TEXT NOT NULL, voiced_by TEXT NOT NULL, as_given TEXT,
    document TEXT, cue TEXT, summary TEXT, quotes TEXT, exacts TEXT, offsets TEXT,
    anchor_start INTEGER NOT NULL, anchor_end INTEGER NOT NULL,
    meeting TEXT, own_date TEXT, topics TEXT NOT NULL, status TEXT NOT NULL, note TEXT,
    source TEXT NOT NULL,
    date TEXT, date_from TEXT, first_day TEXT, last_day TEXT
);

-- Who stands in which capacity; and each name, folded, by which a record is found.
CREATE TABLE attribution (
    participant TEXT NOT NULL, capacity TEXT NOT NULL, statement INTEGER NOT NULL,
    PRIMARY KEY (participant, statement, capacity)
) WITHOUT ROWID;
CREATE TABLE statement_topic (
    topic TEXT NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (topic, statement)
) WITHOUT ROWID;
CREATE TABLE name (
    kind TEXT NOT NULL, key TEXT NOT NULL, record INTEGER NOT NULL,
    PRIMARY KEY (kind, key, record)
) WITHOUT ROWID;

-- The words are folded and parted by folding.words; the tokenizer only finds the spaces. Nothing
-- is ranked by the length of texts; and so many bytes of words are gathered before any is merged.
CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'ascii', detail = full, columnsize = 0);
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
"""

# Made after the rows of a first build, which is quicker than keeping them up row by row.
INDEXES = """
CREATE INDEX IF NOT EXISTS participant_id ON participant (id);
CREATE INDEX IF NOT EXISTS meeting_id ON meeting (id);
CREATE INDEX IF NOT EXISTS topic_id ON topic (id);
CREATE INDEX IF NOT EXISTS source_id ON source (id);
CREATE INDEX IF NOT EXISTS statement_id ON statement (id);
CREATE INDEX IF NOT EXISTS statement_path ON statement (path);
CREATE INDEX IF NOT EXISTS statement_meeting ON statement (meeting);
CREATE INDEX IF NOT EXISTS statement_source ON statement (source);
CREATE INDEX IF NOT EXISTS problem_path ON problem (path);
CREATE INDEX IF NOT EXISTS participant_path ON participant (path);
CREATE INDEX IF NOT EXISTS meeting_path ON meeting (path);
CREATE INDEX IF NOT EXISTS topic_path ON topic (path);
CREATE INDEX IF NOT EXISTS source_path ON source (path);
CREATE INDEX IF NOT EXISTS attribution_statement ON attribution (statement);
CREATE INDEX IF NOT EXISTS statement_topic_statement ON statement_topic (statement);
CREATE INDEX IF NOT EXISTS name_record ON name (kind, record);
CREATE INDEX IF NOT EXISTS statement_unsound ON statement (pk) WHERE NOT sound;
"""
# Made after linking, which dates the statements.
ORDER = "CREATE INDEX IF NOT EXISTS statement_order ON statement (first_day, source, pk)"
KINDS = ("participant", "meeting", "topic", "source", "statement")
