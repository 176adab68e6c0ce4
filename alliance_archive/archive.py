"""An open archive: its statements by filter, its records, and its problems."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from .errors import AmbiguousName, ExampleArchive, LeftOut, Problem, UnknownName
from .index.opening import IndexStatus, Opened, open_index, status_of
from .model.fields import KINDS
from .queries.acts import COUNT as ACTS
from .queries.acts import REPORT, one_per_act
from .queries.filter import (
    EVERYTHING,
    Condition,
    Filter,
    conditions,
    first_rows,
    joined,
    perhaps_outside,
    where,
)
from .queries.reading import COLUMNS, RowReader
from .queries.rows import StatementRow
from .store.locate import STAGE, Location, locate
from .text.invisible import is_text

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from .index.refresh import Progress
    from .model.records import Meeting, Participant, Record
    from .queries.long_rows import LongRow

_PRECISION = """CASE WHEN s.date IS NULL THEN 'error' WHEN s.date_from = 'source' THEN 'source'
    WHEN instr(s.date, '/') THEN 'meeting' WHEN length(s.date) > 4 THEN 'month' ELSE 'year' END"""
SORTS = {
    "date": "s.first_day {0}, s.source {0}, s.pk {0}",
    "speaker": "s.attributed_to {}, s.voiced_by, s.first_day, s.source, s.pk",
    "source": "s.source {}, s.pk",
    "meeting": "s.meeting {}, s.first_day, s.source, s.pk",
    "form": "s.form {}, s.first_day, s.source, s.pk",
    "id": "s.id {}",
}
_DRAFTS = "SELECT {} FROM statement s INDEXED BY statement_draft WHERE s.status = 'draft'"
_BLOCK = 64  # rows read at a time
_MOST_COUNTED = 1000
_LONGEST_NAME = 8  # words


class Archive:
    """An archive opened for look-ups.

    `root` is its folder, `location` how that was found; `title` is its name in archive.yaml, "" if
    it has none, and `example` is true for the bundled example. `connection` is the index, for
    modules that use SQL.
    """

    def __init__(self, location: Location, opened: Opened, cached: bool = True) -> None:
        self.location = location
        self.root = location.root
        self.on_wait: Callable[[str], None] | None = None
        """Called with a phrase that names the process for which an edit waits."""
        self.on_recovery: Callable[[str], None] | None = None
        """Called with what was done about a change that had been interrupted."""
        self._cached = cached
        self._edited = False
        self._attach(opened)

    def _attach(self, opened: Opened) -> None:
        """Answer from an index."""
        self.opened = opened
        self._meta: dict[str, Any] = dict(opened.connection.execute("SELECT key, value FROM meta"))
        self.title = str(self._meta.get("title") or "")
        self.example = bool(self._meta.get("example"))
        self.connection = opened.connection
        self._reader = RowReader(self.connection)
        self.names = self._reader.names
        self.topic_names = self._reader.topic_names
        self.meeting_names = self._reader.meeting_names
        self.offices = self._reader.offices
        # Bound to the connection, not to self: a cache with a reference to self would be a cycle,
        # and the archive would close only when the garbage collector runs.
        self.person: Callable[[str], Participant | None] = lru_cache(8192)(
            partial(_record, self.connection, "participant")
        )

    @classmethod
    def open(
        cls,
        folder: str | os.PathLike[str] | None = None,
        *,
        cached: bool = True,
        rebuild: bool = False,
        progress: Progress | None = None,
        on_recovery: Callable[[str], None] | None = None,
    ) -> Archive:
        """Open the archive in a folder, or the one that `store.locate` finds if none is named.

        The index is in the user's cache folder unless `cached` is false, and is updated rather
        than rebuilt unless `rebuild` is true. A change of its files that was interrupted is
        finished first, and `on_recovery` told. Raises NoArchive, SeveralArchives or Interrupted.
        """
        location = locate(folder)
        _meet_change(location.root, on_recovery)
        opened = open_index(location.root, cached=cached, rebuild=rebuild, progress=progress)
        if _meet_change(location.root, on_recovery):  # one that has begun in the meantime
            opened.connection.close()
            opened = open_index(location.root, cached=cached, progress=progress)
        archive = cls(location, opened, cached)
        archive.on_recovery = on_recovery
        return archive

    @staticmethod
    def create(folder: str | os.PathLike[str]) -> list[Path]:
        """Create an archive in a folder; in an existing one, add only its mark and schema.json.

        Return the paths of the files written. Raises ArchiveError or CannotWrite.
        """
        from .store.init import create

        return create(folder)

    def close(self) -> None:
        """Close the index; every later question raises an error."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        # From Python 3.13 on, a database that is dropped while open raises a ResourceWarning.
        self.close()

    def refresh(self) -> bool:
        """Answer from the files as they are now; return whether any has changed."""
        from .index.changes import compare_files

        if not compare_files(self.connection, os.path.realpath(self.root)).any:
            return False
        self.connection.close()
        self._attach(open_index(self.root, cached=self._cached))
        return True

    def refuse_example(self) -> None:
        """Raise ExampleArchive if this is the bundled example and the user did not name it."""
        if self.location.bundled or (self.example and not self.location.named):
            raise ExampleArchive(self.label)

    @contextlib.contextmanager
    def editing(self) -> Iterator[None]:
        """Hold the archive's lock, so that no other process edits it during the block.

        Blocks may be nested. A change that was interrupted is finished first. Raises
        ExampleArchive, CannotWrite or Interrupted.
        """
        self.refuse_example()
        if self._edited:
            yield
            return
        from .store.lock import locked
        from .store.transaction import recover

        with locked(self.root, self.on_wait):
            message = recover(self.root)
            if message and self.on_recovery:
                self.on_recovery(message)
            self._edited = True
            try:
                yield
            finally:
                self._edited = False

    def statements(
        self,
        query: Filter = EVERYTHING,
        *,
        sort: str = "date",
        limit: int | None = None,
        certain_first: bool = False,
        by_act: bool = False,
    ) -> Iterator[StatementRow]:
        """Return the statements that match a filter, sorted by a key of SORTS (- for descending).

        With `by_act`, of the reports of one act only the best-ranked of those that match.
        With `certain_first`, those that may be outside `since` and `until` come last. Raises
        UnknownName, AmbiguousName, BadDate or DatesReversed before the first row.
        """
        with self._telling_left_out():
            parts = conditions(query, self.connection)
        last = perhaps_outside(query) if certain_first else None
        if limit is not None and sort.removeprefix("-") == "date" and not last:
            parts = first_rows(self.connection, parts)
        condition = self._of_acts(where(parts), by_act)
        order = SORTS[sort.removeprefix("-")].format("DESC" if sort.startswith("-") else "")
        order, values = (
            (f"{last.sql}, s.first_day IS NULL, {order}", last.values) if last else (order, ())
        )
        sql = f"SELECT {COLUMNS} FROM statement s WHERE {condition.sql} ORDER BY {order} LIMIT ?"
        # To SQLite a negative LIMIT means no limit, so the query is the same with and without one.
        most = -1 if limit is None else limit
        cursor = self.connection.execute(sql, (*condition.values, *values, most))
        return chain.from_iterable(map(self._rows, iter(partial(cursor.fetchmany, _BLOCK), [])))

    def row(self, ident: str) -> StatementRow:
        """Return the row of one statement, draft or not. Raises UnknownName."""
        sql = f"SELECT {COLUMNS} FROM statement s WHERE s.id = ? AND s.sound"
        cells = self.connection.execute(sql, (ident,)).fetchone()
        if not cells and (current := self._renamed(ident)) and current[0] == "statement":
            cells = self.connection.execute(sql, (current[1],)).fetchone()
        if not cells:
            with self._telling_left_out():
                raise UnknownName("statement", ident)
        return next(self._rows([cells]))

    def long(self, query: Filter = EVERYTHING, **order: Any) -> Iterator[LongRow]:
        """Return the statements that match a filter, one row per participant and capacity."""
        from .queries.long_rows import long_rows  # here, because few look-ups need it

        return long_rows(self.statements(query, **order), self.offices)

    def _of_acts(self, condition: Condition, by_act: bool) -> Condition:
        """Return a condition, with `by_act` for one statement of each act that meets it."""
        has_acts = "SELECT EXISTS (SELECT 1 FROM statement WHERE act NOTNULL)"
        return one_per_act(condition) if by_act and self._number(has_acts) else condition

    def _number(self, sql: str, values: Sequence[object] = ()) -> int:
        return int(self.connection.execute(sql, values).fetchone()[0])

    def count(self, query: Filter = EVERYTHING, *, by_act: bool = False) -> int:
        """Return the number of statements, or with `by_act` of acts, that match a filter."""
        condition = self.condition(query)
        sql = f"SELECT {ACTS if by_act else 'count(*)'} FROM statement s WHERE {condition.sql}"
        return self._number(sql, condition.values)

    def has_any(self, query: Filter) -> bool:
        """Return whether any statement matches a filter; quicker than their number."""
        condition = where(first_rows(self.connection, conditions(query, self.connection)))
        sql = f"SELECT EXISTS (SELECT 1 FROM statement s WHERE {condition.sql})"
        return bool(self._number(sql, condition.values))

    def uncertain(self, query: Filter, ids: Iterable[str] | None = None) -> dict[str, int]:
        """Return how many statements that match a filter may be outside its `since` and `until`.

        They are counted by what their date is: a "month", a "year", the days of a "meeting", merely
        that of their "source", or that of a meeting whose record has an "error". With `ids`, only
        these statements are counted.
        """
        doubt = perhaps_outside(query)
        if not doubt:
            return {}
        parts = [*conditions(query, self.connection), doubt]
        if ids is not None:
            import json  # here, because few look-ups need it

            among = "s.id IN (SELECT value FROM json_each(?))"
            parts.append(Condition(among, (json.dumps(list(ids)),)))
        condition = where(parts)
        sql = f"SELECT {_PRECISION}, count(*) FROM statement s WHERE {condition.sql} GROUP BY 1"
        return dict(self.connection.execute(sql, condition.values))

    def count_more(self, query: Filter) -> str:
        """Return how many more statements a filter finds that looks at all that is known of them.

        That is "" for none, and "over 1,000" for more than that, because counting takes time.
        """
        if not query.searches:
            return ""
        everywhere = where(conditions(query._replace(within="all"), self.connection))
        searched = where(conditions(query, self.connection))
        sql = (
            f"SELECT count(*) FROM (SELECT 1 FROM statement s WHERE {everywhere.sql}"
            f" AND NOT ({searched.sql}) LIMIT {_MOST_COUNTED + 1})"
        )
        count = self._number(sql, (*everywhere.values, *searched.values))
        return f"over {_MOST_COUNTED:,}" if count > _MOST_COUNTED else str(count or "")

    def drafts(self, query: Filter = EVERYTHING) -> int:
        """Return how many drafts a filter without a status leaves out; quick if there are none."""
        if query.status or not self._number(f"SELECT EXISTS ({_DRAFTS.format(1)})"):
            return 0
        parts = conditions(query._replace(status=("draft",)), self.connection)
        if any(part.sql == "0" for part in parts):
            return 0  # for this SQLite would have no plan with the index
        # Drafts are few, so each is tested, and its row is read only if it passes the quick tests.
        tests = [part._replace(sql=part.probe or part.sql) for part in parts]
        condition = joined([*tests, Condition("s.sound", ())], "AND")
        sql = f"{_DRAFTS.format('count(*)')} AND {condition.sql}"
        return self._number(sql, condition.values)

    def condition(self, query: Filter) -> Condition:
        """Return the filter as SQL on a row `s` of the table statement."""
        with self._telling_left_out():
            return where(conditions(query, self.connection))

    def get(self, ident: str) -> Record:
        """Return the record that has, or had, an id. Raises UnknownName, with the nearest ids."""
        from .queries.nearest import nearest_ids

        if not is_text(ident):
            raise UnknownName("record", ident)
        for spelled in dict.fromkeys((ident, ident.lower())):
            for kind in KINDS:
                record: Record | None = _record(self.connection, kind, spelled)
                if record:
                    return record
        if current := self._renamed(ident):
            record = _record(self.connection, *current)
            if record:
                return record
        union = " UNION ".join(f"SELECT id FROM {kind} WHERE sound" for kind in KINDS)
        ids = [row[0] for row in self.connection.execute(union)]
        # -2 means -02: an id that differs only in leading zeros comes first.
        same = [
            candidate for candidate in ids if _without_zeros(candidate) == _without_zeros(ident)
        ]
        with self._telling_left_out():
            raise UnknownName("record", ident, same or nearest_ids(self.connection, KINDS, ident))

    def _renamed(self, ident: str) -> tuple[str, str] | None:
        from .queries.names import renamed

        return renamed(self.connection, ident) if is_text(ident) else None

    def reports_of(self, act: str) -> list[Any]:
        """Return the statements that report an act, the canonical one first; [] for no act.

        Drafts and statements of replaced sources do not count as reports.
        """
        sql = f"SELECT id FROM statement s WHERE act = ? AND {REPORT} ORDER BY report_rank, id"
        return [self.get(ident) for (ident,) in self.connection.execute(sql, (act,)).fetchall()]

    def records(self, kind: str) -> list[Any]:
        """Return all sound records of a kind, in the order of their ids."""
        from .index.storage import records

        return records(self.connection, kind, "sound")

    def meeting(self, ident: str | None) -> Meeting | None:
        """Return the meeting with an id; None without an id, or if the meeting has an error."""
        meeting: Meeting | None = _record(self.connection, "meeting", ident) if ident else None
        return meeting

    def has(self, ident: str) -> bool:
        """Return whether any record of the archive has the id, with or without errors."""
        sql = " UNION ALL ".join(f"SELECT 1 FROM {kind} WHERE id = ?" for kind in KINDS)
        return self.connection.execute(sql, (ident,) * len(KINDS)).fetchone() is not None

    def ids(self) -> frozenset[str]:
        """Return the ids of all records, with or without errors."""
        union = " UNION ALL ".join(f"SELECT id FROM {kind}" for kind in KINDS)
        return frozenset(ident for (ident,) in self.connection.execute(union))

    def find(self, name: str) -> Record:
        """Return the record with an id, else the one of any kind that a name matches best.

        Raises UnknownName or AmbiguousName.
        """
        try:
            return self.get(name)
        except LeftOut:
            if self.has(name):
                raise
            nearest: tuple[str, ...] = ()
        except UnknownName as error:
            nearest = error.nearest
        from .queries.names import PART, candidates, in_order

        kinds = [kind for kind in KINDS if kind != "statement"]
        fits = {kind: candidates(self.connection, kind, name) for kind in kinds}
        # A title mentions people and places: a part of one counts only if it names nothing else.
        others = [fit for kind, fit in fits.items() if kind != "source"]
        matches = [*others, fits["source"]]
        if fits["source"].rank >= PART and any(fit.pairs for fit in others):
            matches = others
        best = min((fit.rank for fit in matches if fit), default=0)
        pairs = [pair for fit in matches if fit.rank == best for pair in fit.pairs]
        left_out = [pair for fit in matches if fit.rank == best for pair in fit.left_out]
        if not pairs:
            with self._telling_left_out():
                raise UnknownName("record", name, nearest)
        if len(pairs) + len(left_out) > 1:
            raise AmbiguousName("record", name, in_order(name, pairs + left_out))
        return self.get(pairs[0][0])

    def resolve(self, kind: str, name: str) -> str:
        """Return the id of a participant, meeting, topic or source by its name or a part of it.

        Raises UnknownName or AmbiguousName.
        """
        # Imported here because most look-ups search for words and name nobody.
        from .queries.names import resolve_name

        with self._telling_left_out():
            return resolve_name(self.connection, kind, name)

    @contextlib.contextmanager
    def _telling_left_out(self) -> Iterator[None]:
        """Raise LeftOut instead of UnknownName if a record with an error has the name."""
        try:
            yield
        except UnknownName as error:
            from .queries.nearest import is_left_out

            kinds = [kind for kind in KINDS if error.kind in (kind, "record")]
            if not is_left_out(self.connection, kinds, error.name):
                raise
            raise LeftOut(error.kind, error.name, self.command) from None

    def may_name(self, words: str) -> bool:
        """Return whether a participant has all the words in a name; quick, without an import."""
        from .text.folding import key

        folded = [f" {word} " for word in key(words).split()]
        if not 0 < len(folded) <= _LONGEST_NAME:
            return False
        has_all = " AND ".join(["instr(' ' || key || ' ', ?)"] * len(folded))
        sql = f"SELECT 1 FROM name WHERE kind = 'participant' AND {has_all} LIMIT 1"
        return self.connection.execute(sql, folded).fetchone() is not None

    def display_path(self, path: str) -> str:
        """Return a path within the archive as users see it: relative to the working directory.

        Paths outside the working directory are absolute.
        """
        absolute = os.path.join(os.path.realpath(self.root), path)
        with contextlib.suppress(ValueError, OSError):
            relative = os.path.relpath(absolute)
            return absolute if relative.split(os.sep)[0] == os.pardir else relative
        return absolute

    def displayed(self, problem: Problem) -> Problem:
        """Return a problem with its file's path as users see it."""
        return problem._replace(path=self.display_path(problem.path))

    def holds(self, path: str | os.PathLike[str]) -> bool:
        """Return whether a file is in the archive's folder."""
        from .store.scan import is_below

        return is_below(os.path.realpath(path), os.path.realpath(self.root))

    def path_of(self, path: str | os.PathLike[str]) -> str:
        """Return the path, within the archive, of a file in its folder."""
        within = os.path.relpath(os.path.realpath(path), os.path.realpath(self.root))
        return within.replace(os.sep, "/")

    def problems(self, today: str | None = None) -> list[Problem]:
        """Return every problem in the archive's files, sorted by path, line and column.

        With `today`, YYYY-MM-DD, return also the notes of that day: planned meetings that passed.
        """
        from .index.problems import every_problem

        return every_problem(self.connection, os.path.realpath(self.root), today)

    def counts(self) -> dict[str, int]:
        """Return the number of sound records of each kind, statements first."""
        return {kind: self._meta[kind] for kind in reversed(list(KINDS))}

    @property
    def label(self) -> str:
        """The archive as messages name it: by its folder, and its title if it has one."""
        folder = self.display_path("")
        folder = os.path.normpath(folder if folder != "." else os.getcwd())
        titled = self.title and self.title != os.path.basename(os.path.abspath(folder))
        return f"{folder} (“{self.title}”)" if titled else folder

    @property
    def command(self) -> str:
        """The command that runs the program for this archive from the working directory."""
        from .store.locate import command

        return command(self.root)

    @property
    def empty(self) -> bool:
        """Whether it has no records yet, not even with errors."""
        return not any((*self.counts().values(), *self.left_out()))

    def index_status(self) -> IndexStatus:
        """Return where the index is, what had to be done to it, and what it contains."""
        return status_of(self.opened, os.path.realpath(self.root))

    def check_index(self, progress: Progress | None = None) -> list[str]:
        """Return the tables of the index that are not as the files have them."""
        from .index.compare import differences

        return differences(self.connection, os.path.realpath(self.root), progress)

    def left_out(self) -> tuple[int, int]:
        """Return how many records and how many whole files errors keep out of look-ups."""
        return self._meta["records"], self._meta["files"]

    def _rows(self, block: Sequence[tuple[Any, ...]]) -> Iterator[StatementRow]:
        # A method, so that rows still to come keep the archive open.
        return self._reader.rows(block)


def _meet_change(root: str, on_recovery: Callable[[str], None] | None) -> bool:
    """Finish a change that was interrupted, or wait for it; return whether there was one."""
    if not os.path.lexists(os.path.join(root, STAGE)):
        return False
    from .store.transaction import meet

    message = meet(root)
    if message and on_recovery:
        on_recovery(message)
    return message is not None


def _without_zeros(ident: str) -> str:
    return "-".join(part.lstrip("0") for part in ident.split("-"))


def _record(connection: sqlite3.Connection, kind: str, ident: str) -> Any:
    from .index.storage import sound_record

    return sound_record(connection, kind, ident)
