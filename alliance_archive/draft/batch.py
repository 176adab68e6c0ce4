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
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from ..archive import Archive
from ..atomic import whole_file
from ..documents import ENDINGS, Document, read_document, refuse_address
from ..errors import ArchiveError
from ..model.dates import day_span
from ..model.records import Meeting, Participant
from ..processes import in_order, processors
from ..store.scan import inside
from ..text.folding import key
from ..text.normalize import fingerprint, normalize
from ..verify.texts import read_text, store_folder
from . import check_places, read, record, write_drafts
from .extraction import Extraction, Proposal
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


class Failure(NamedTuple):
    """A file from which nothing was filed, and why; the reason names the file."""

    path: str
    reason: str


@dataclass
class Filing:
    """What a run has done: `known` files were in the archive already, `same` as another file.

    `participants` and `meetings` are the names of those new to the archive, by id.
    """

    filed: int = 0
    statements: int = 0
    summaries: int = 0
    known: int = 0
    same: list[tuple[str, str]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    participants: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, str] = field(default_factory=dict)


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
    if extraction.other_language:
        return _Reading(problem=f"{path}: {NOT_ENGLISH}")
    return _Reading(document, extraction, sha256)


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
        sources = archive.records("source")
        self.filed = {source.text.sha256: source.id for source in sources if source.text}
        folder = store_folder(texts, archive.root)
        self._twins = Twins(sources, folder) if folder else None
        self._state = inside(archive.root, STATE)
        known = self._known_at_start(paths)
        everybody: list[Participant] = archive.records("participant")
        self.participants = tuple(person for person in everybody if person.id in known)
        self._meetings: list[Meeting] = archive.records("meeting")
        self._context = ArchiveContext(self.participants, topics=archive.records("topic"))

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
        """File what was read in up to CHANGE files as one change."""
        if all(not reading.document for _, reading in change):
            self._count(change)
            return
        with self._archive.editing():
            self._archive.refresh()
            drafts = self._drafts(change)
            if drafts:
                folder = store_folder(self._texts, self._archive.root)
                count = f"{len(drafts)} file{'s' * (len(drafts) != 1)}"
                write_drafts(self._archive, drafts, folder, f"draft --add ({count})")
                if self._twins:
                    self._twins.written()
        for drafted in drafts:
            self.filing.filed += 1
            self.filing.statements += len(drafted.statements)
            self.filing.summaries += sum(entry.form != "direct" for entry in drafted.statements)
            self.filing.participants |= {person.id: person.name for person in drafted.participants}
            self.filing.meetings |= {meeting.id: meeting.name for meeting in drafted.meetings}

    def _count(self, change: Sequence[tuple[str, _Reading]]) -> None:
        for path, reading in change:
            if reading.problem:
                self.filing.failures.append(Failure(path, reading.problem))
            else:
                self.filing.known += 1

    def _drafts(self, change: Sequence[tuple[str, _Reading]]) -> list[Draft]:
        """Return the drafts of the files, which know each other's ids and people."""
        drafts: list[Draft] = []
        ids: set[str] = set()
        people: dict[tuple[str, str], Participant] = {}
        known = self._context._replace(
            taken=lambda ident: ident in ids or self._archive.has(ident),
            namesake=lambda person: _namesake(self._archive, people, person),
        )
        for path, reading in change:
            if reading.document is None or reading.sha256 in self.filed:
                self._count([(path, reading)])
                continue
            assert reading.extraction is not None
            try:
                known = known._replace(meetings=self._meetings)
                drafted = record(self._completed(reading.document), reading.extraction, known)
                check_places(self._archive, drafted, self._texts)
            except ArchiveError as error:
                self.filing.failures.append(Failure(path, f"{path}: {error}"))
                continue
            assert drafted.source is not None
            if self._twins and (twin := self._twins.of(drafted)):
                self.filing.same.append((path, twin))
                continue
            drafts.append(drafted)
            self.filed[reading.sha256] = drafted.source.id
            ids |= {drafted.source.id, *(entry.id for entry in drafted.statements)}
            ids |= {person.id for person in drafted.participants}
            ids |= {meeting.id for meeting in drafted.meetings}
            people |= {(person.name, person.kind): person for person in drafted.participants}
            # In the order of their ids, as in an archive to which an earlier run has added them.
            self._meetings = sorted((*self._meetings, *drafted.meetings), key=attrgetter("id"))
            if self._twins:
                self._twins.add(drafted)
        return drafts

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
