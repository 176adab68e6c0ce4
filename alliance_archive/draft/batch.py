"""Many files drafted at once and filed in the order of their paths.

Texts are read by several processes against the archive as it was at the start; this one gives ids
and writes. What it writes does not depend on how many processes there are, nor on whether an
earlier run was interrupted: people whom only drafts name, which a run adds to, are matched by their
full name alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from ..archive import Archive
from ..atomic import whole_file
from ..change import AddsErrors
from ..documents import ENDINGS, Document, read_document, refuse_address
from ..errors import ArchiveError, shell_word
from ..model.dates import day_span
from ..model.records import Participant
from ..processes import in_order, processors
from ..store.scan import inside
from ..text.folding import key
from ..text.normalize import fingerprint, normalize
from ..verify.texts import read_text, store_folder
from . import check_places, read, record, write_drafts
from .extraction import Extraction, Proposal
from .filing import Filing, Outcome
from .proposal import ArchiveContext, Draft
from .readers import AUTO, NOT_ENGLISH
from .twins import Twins

CHANGE = 100
"""Files that are one change of the archive."""
_WORTH = 20  # files that take longer to read than a process takes to start
STATE = ".alliance-archive.batch"
"""The file that keeps, until a run is complete, whom the archive knew at its start."""
Progress = Callable[[int, int, str], None]
"""Called with the files done, their number, and the path of the next one."""


class _Setup(NamedTuple):
    """What every text is read against."""

    participants: tuple[Participant, ...]
    filed: frozenset[str]
    kind: str


class _Reading(NamedTuple):
    """What was read in a file: nothing if its text, of which this is the SHA-256, is filed."""

    document: Document | None = None
    extraction: Extraction | None = None
    sha256: str = ""
    problem: str = ""


def find_documents(paths: Iterable[str]) -> tuple[list[str], int]:
    """Return the files, those of folders at any depth, sorted, and how many others these hold.

    Links in a folder are not followed, and neither are hidden files and what a browser saves beside
    a page (page_files) documents. Raises ArchiveError if one
    does not exist, or there are none.
    """
    documents: set[str] = set()
    others = 0
    for path in paths:
        if not os.path.isdir(path):
            if not os.path.lexists(path):
                refuse_address(path)
                raise ArchiveError(f"{path} does not exist")
            documents.add(path)
            continue
        for entry in _entries(path):
            if entry.name.lower().endswith(ENDINGS):
                documents.add(entry.path)
            else:
                others += 1
    if not documents:
        raise ArchiveError(f"no documents there: draft reads {', '.join(ENDINGS)}")
    return sorted(documents), others


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield the plain files below a folder."""
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        raise ArchiveError(f"cannot read {folder}: {error.strerror}") from None
    names = {entry.name for entry in entries}
    for entry in entries:
        stem = entry.name.removesuffix("_files")
        of_page = stem != entry.name and not names.isdisjoint((f"{stem}.html", f"{stem}.htm"))
        if entry.name.startswith(".") or entry.is_symlink() or of_page:
            continue
        if entry.is_dir():
            yield from _entries(entry.path)
        elif entry.is_file():
            yield entry


def file_many(
    archive: Archive,
    paths: Sequence[str],
    *,
    jobs: int | None = None,
    texts: str | os.PathLike[str] | None = None,
    kind: str = AUTO,
    publisher: str | None = None,
    date: str | None = None,
    progress: Progress | None = None,
) -> Filing:
    """Draft from files and add the drafts to the archive, in the order of their paths.

    A text that is in the archive is skipped, so that an interrupted run can be repeated. `jobs` is
    the number of processes that read: by default as many as processors, if that is quicker.
    Publisher and date are those of all files, else each states its own. Raises BadDate, or
    ArchiveError if the archive cannot be written to.
    """
    archive.refuse_example()
    if date:
        day_span(date)
    paths = sorted(paths)
    archive.refresh()
    run = _Run(archive, paths, texts, Document("", publisher=publisher, date=date))
    setup = _Setup(run.participants, frozenset(run.filed), kind)
    sizes = [os.path.getsize(path) if os.path.isfile(path) else 0 for path in paths]
    jobs = jobs or min(processors(), len(paths) // _WORTH)
    readings = in_order(_read_file, setup, paths, sizes, jobs)
    with contextlib.closing(readings):
        done = 0
        while change := list(islice(_watched(paths, readings, done, progress), CHANGE)):
            run.file(change)
            done += len(change)
    run.end()
    return run.filing


def _watched(
    paths: Sequence[str], readings: Iterator[_Reading], done: int, progress: Progress | None
) -> Iterator[tuple[str, _Reading]]:
    for number, path in enumerate(paths[done:], done):
        if progress:
            progress(number, len(paths), path)
        yield path, next(readings)
    if progress:
        progress(len(paths), len(paths), "")


def _read_file(setup: _Setup, path: str) -> _Reading:
    """Return what is read in a file; a problem instead of an error."""
    try:
        document = read_document(read_text(path), path)
        document = document._replace(text=normalize(document.text, path))
        sha256 = fingerprint(document.text).sha256
        if sha256 in setup.filed:
            return _Reading(sha256=sha256)
        known = ArchiveContext(participants=setup.participants)
        extraction = read(document.text, known, kind=setup.kind, name=path)
    except ArchiveError as error:
        return _Reading(problem=str(error))
    except Exception as error:
        return _Reading(problem=_bug(path, error))
    if extraction.other_language:
        return _Reading(problem=f"{path}: {NOT_ENGLISH}")
    return _Reading(document, extraction, sha256)


def _bug(path: str, error: Exception) -> str:
    """Return the reason why a file is not drafted where the reason is a bug."""
    see = f"alliance-archive draft {shell_word(path)}"
    return f"{path}: a bug ({type(error).__name__}: {error}). To see where: {see}"


class _Run:
    """Files the drafts of a run, and counts what becomes of each file."""

    def __init__(
        self,
        archive: Archive,
        paths: Sequence[str],
        texts: str | os.PathLike[str] | None,
        stated: Document,
    ) -> None:
        self.filing = Filing()
        self._archive, self._texts, self._stated = archive, texts, stated
        folder = store_folder(texts, archive.root)
        self._twins = Twins(folder) if folder else None
        self._sources: set[str] = set()
        self.filed: set[str] = set()
        self._learn_sources()
        self._state = inside(archive.root, STATE)
        known = self._known_at_start(paths)
        everybody: list[Participant] = archive.records("participant")
        self.participants = tuple(person for person in everybody if person.id in known)
        self._context = ArchiveContext(self.participants, topics=archive.records("topic"))

    def _learn_sources(self) -> None:
        """Learn which texts are in the archive, even those that another run has just added."""
        sound = self._archive.connection.execute("SELECT id FROM source WHERE sound")
        new = {ident for (ident,) in sound} - self._sources
        sources = self._archive.records("source") if new else ()
        added = [source for source in sources if source.id in new]
        self._sources |= new
        self.filed |= {source.text.sha256 for source in added if source.text}
        if self._twins:
            self._twins.learn(added)

    def _known_at_start(self, paths: Sequence[str]) -> set[str]:
        """Return whom others than drafts name, as of the first run over these files."""
        files = hashlib.sha256(json.dumps([os.path.abspath(path) for path in paths]).encode())
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            with open(self._state, encoding="utf-8") as stream:
                state = json.load(stream)
            if state["files"] == files.hexdigest():
                return set(state["known"])
        sql = "SELECT id FROM participant WHERE sound AND NOT drafted ORDER BY id"
        known = [ident for (ident,) in self._archive.connection.execute(sql)]
        with whole_file(self._state) as stream:
            json.dump({"files": files.hexdigest(), "known": known}, stream)
        return set(known)

    def end(self) -> None:
        """Forget whom the archive knew at the start: the run is complete."""
        with contextlib.suppress(OSError):
            os.unlink(self._state)

    def file(self, change: Sequence[tuple[str, _Reading]]) -> None:
        """File what was read in up to CHANGE files as one change.

        If one of them would add an error, its halves are changes of their own, and so on.
        """
        if not any(reading.document for _, reading in change):
            self._count(self._outcomes(change))
            return
        with self._archive.editing():
            if self._archive.refresh():
                self._learn_sources()
            outcomes = self._outcomes(change)
            try:
                self._write([outcome.drafted for outcome in outcomes if outcome.drafted])
            except AddsErrors as error:
                if len(change) > 1:
                    middle = len(change) // 2
                    self.file(change[:middle])
                    self.file(change[middle:])
                    return
                path, _ = change[0]
                reasons = "; ".join(f"{found.code}: {found.message}" for found in error.problems)
                problem = f"{path}: the draft would add an error: {reasons}"
                outcomes = [Outcome(path, problem=problem)]
        self._count(outcomes)

    def _count(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            self.filing.count(outcome)

    def _write(self, drafts: Sequence[Draft]) -> None:
        if not drafts:
            return
        folder = store_folder(self._texts, self._archive.root)
        count = f"{len(drafts)} file{'s' * (len(drafts) != 1)}"
        try:
            write_drafts(self._archive, drafts, folder, f"draft --add ({count})")
        finally:
            if self._twins:
                self._twins.forget_unwritten()
        for source in (drafted.source for drafted in drafts):
            assert source is not None
            assert source.text is not None
            self._sources.add(source.id)
            self.filed.add(source.text.sha256)

    def _outcomes(self, change: Sequence[tuple[str, _Reading]]) -> list[Outcome]:
        """Return what becomes of the files, whose drafts know each other's ids and people."""
        outcomes: list[Outcome] = []
        texts: set[str] = set()
        ids: set[str] = set()
        people: dict[tuple[str, str], Participant] = {}
        known = self._context._replace(
            meetings=self._archive.records("meeting"),
            taken=lambda ident: ident in ids or self._archive.has(ident),
            namesake=lambda person: _namesake(self._archive, people, person),
        )
        for path, reading in change:
            is_known = reading.sha256 in self.filed or reading.sha256 in texts
            outcome = Outcome(path) if is_known else self._outcome(path, reading, known)
            outcomes.append(outcome)
            drafted = outcome.drafted
            if drafted is None:
                continue
            assert drafted.source is not None
            texts.add(reading.sha256)
            ids |= {drafted.source.id, *(entry.id for entry in drafted.statements)}
            ids |= {person.id for person in drafted.participants}
            ids |= {meeting.id for meeting in drafted.meetings}
            people |= {(person.name, person.kind): person for person in drafted.participants}
            # In the order of their ids, as in an archive to which an earlier run has added them.
            meetings = sorted((*known.meetings, *drafted.meetings), key=attrgetter("id"))
            known = known._replace(meetings=meetings)
            if self._twins:
                self._twins.add(drafted)
        return outcomes

    def _outcome(self, path: str, reading: _Reading, known: ArchiveContext) -> Outcome:
        """Return what becomes of a file whose text is not in the archive."""
        if reading.document is None:
            return Outcome(path, problem=reading.problem)
        assert reading.extraction is not None
        try:
            drafted = record(self._completed(reading.document), reading.extraction, known)
            check_places(self._archive, drafted, self._texts)
        except ArchiveError as error:
            return Outcome(path, problem=f"{path}: {error}")
        except Exception as error:
            return Outcome(path, problem=_bug(path, error))
        if self._twins and (twin := self._twins.of(drafted)):
            return Outcome(path, twin=twin)
        return Outcome(path, drafted)

    def _completed(self, document: Document) -> Document:
        return document._replace(
            publisher=self._stated.publisher or document.publisher,
            date=self._stated.date or document.date,
        )


def _namesake(
    archive: Archive, new: Mapping[tuple[str, str], Participant], person: Proposal
) -> Participant | None:
    """Return whoever has the full name of somebody proposed, new or in the archive."""
    name = " ".join(person.name.split())
    if person.kind == "person" and " " not in name:
        return None  # a family name is not a full name
    sql = """SELECT p.id FROM name n JOIN participant p ON p.pk = n.record
        WHERE n.kind = 'participant' AND n.key = ? AND p.name = ? AND p.kind = ? AND p.sound
        ORDER BY p.id LIMIT 1"""
    row = archive.connection.execute(sql, (key(name), name, person.kind)).fetchone()
    if row is None:
        return new.get((name, person.kind))
    bearer = archive.get(row[0])
    assert isinstance(bearer, Participant)
    return bearer
