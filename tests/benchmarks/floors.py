"""What the program cannot be faster than: sqlite3, csv, json or re alone on the same values."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

from .bench import Bench
from .measure import Command

_CSV = """import csv, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute("SELECT * FROM row")
csv.writer(sys.stdout).writerows(rows)"""
_JSONL = """import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute("SELECT * FROM row")
names = [column[0] for column in rows.description]
for row in rows:
    sys.stdout.write(json.dumps(dict(zip(names, row)), ensure_ascii=False) + "\\n")"""
_TABLES = """tables = [name for name, in connection.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    " AND sql NOT LIKE '%VIRTUAL%'")]"""
_SQLITE = """import re, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("ATTACH ? AS new", (sys.argv[2],))
connection.execute("PRAGMA new.journal_mode = OFF")
connection.execute("PRAGMA new.synchronous = OFF")
# Tables with their rows and keys, then indexes, then the full text, whose own tables have its name.
made = connection.execute(
    "SELECT name, sql FROM sqlite_schema WHERE sql NOTNULL AND name NOT LIKE '%_fts_%'"
    " AND name NOT LIKE 'sqlite_%'").fetchall()
connection.execute("BEGIN")
for name, sql in made:
    connection.execute(re.sub("(TABLE|INDEX) ", r"\\1 new.", sql, count=1))
    if sql.startswith("CREATE TABLE"):
        connection.execute(f'INSERT INTO new."{name}" SELECT * FROM main."{name}"')
    if sql.startswith("CREATE VIRTUAL"):
        connection.execute(f"INSERT INTO new.{name} ({name}) VALUES ('rebuild')")
connection.execute("COMMIT")"""
_PACKAGE = f"""import csv, os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
{_TABLES}
for table in tables:
    with open(os.devnull, "w") as file:
        csv.writer(file).writerows(connection.execute(f'SELECT * FROM "{{table}}"'))"""

_TEXTS = """import re, sys, time
texts = open(sys.argv[1], encoding="utf-8").read().split("\\f")"""
WORDS = f"""{_TEXTS}
started = time.process_time()
for text in texts * 10:
    re.findall(r"\\w+", text)
print(time.process_time() - started)"""
DRAFT = f"""{_TEXTS}
from alliance_archive.draft import read
read(texts[0], kind="article")
started = time.process_time()
for text in texts:
    read(text, kind="article")
print(time.process_time() - started)"""


def floor(bench: Bench, size: int, form: str) -> Command:
    """Return a command that writes what `export` writes in a format, from tables made for it."""
    if form in ("csv", "jsonl"):
        return bench.python(_CSV if form == "csv" else _JSONL, str(_rows(bench, size)))
    whole = bench.settings.work / f"whole-{size}-{bench.settings.seed}.sqlite"
    if not whole.exists():
        bench.program("export", "-o", str(whole), archive=bench.archive(size)).run()
    if form == "datapackage":
        return bench.python(_PACKAGE, str(whole))
    copy = bench.settings.work / "copy.sqlite"
    # Before each run, since one that was interrupted leaves its copy.
    command = bench.python(_SQLITE, str(whole), str(copy))
    return command._replace(prepare=lambda: copy.unlink(missing_ok=True))


def _rows(bench: Bench, size: int) -> Path:
    """Return a database of one table: the rows and columns of the CSV export."""
    path = bench.settings.work / f"rows-{size}-{bench.settings.seed}.sqlite"
    if not path.exists():
        text = bench.answer(bench.program("export", archive=bench.archive(size)))
        header, *rows = csv.reader(io.StringIO(text, newline=""))
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(f"CREATE TABLE row ({', '.join(header)})")
            places = ", ".join("?" * len(header))
            values = ([cell or None for cell in row] for row in rows)
            connection.executemany(f"INSERT INTO row VALUES ({places})", values)
    return path
