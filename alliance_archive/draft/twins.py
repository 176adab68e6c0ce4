"""One document in two files, such as a page and a PDF: recognized by its words."""

from __future__ import annotations

import contextlib
import datetime
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from ..errors import AlreadyFiled, ArchiveError
from ..model.dates import day_span
from ..model.records import Source
from ..text.folding import key
from ..verify.texts import stored_text
from .proposal import Draft

_RUN = 5  # words that are compared at a time
_KEPT = 4  # runs of a text by which those are found that share nearly all
_SHARED = 0.9  # of the runs of the shorter text
_LENGTH = 0.6  # of the longer text: a roundup is another document than the articles in it
_APART = datetime.timedelta(days=3)  # between the dates that two files of a document state
_WORD = re.compile(r"\w+")


class SameWords(AlreadyFiled):
    """A document that is in the archive as the source `ident`, taken from another file."""

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        message = (
            f"this is the same document as {ident}, by its words; nothing was written. To add it "
            f"as a corrected edition: --replaces {ident}; as a document of its own: --id ID"
        )
        self.args = (message,)


class _Origin(NamedTuple):
    """What is kept of a source: its id, its publisher, folded, and what its text comes from."""

    ident: str
    publisher: str
    extractor: str | None


class Twins:
    """The sources of an archive, to be found by the words of their texts in a folder.

    Texts are read when a document of about their date is looked for, and little is kept of each.
    """

    def __init__(self, folder: Path, sources: Iterable[Source] = ()) -> None:
        self._folder = folder
        self._months: dict[str, list[Source]] = {}
        self._by_run: dict[int, _Origin] = {}
        self._unwritten: dict[str, str] = {}
        self.learn(sources)

    def learn(self, sources: Iterable[Source]) -> None:
        """Look for documents among these sources, too."""
        for source in sources:
            if source.text:
                self._months.setdefault(source.date[:7], []).append(source)

    def of(self, drafted: Draft) -> str | None:
        """Return the id of the source that is the same document as a draft, None without one."""
        assert drafted.source is not None
        for month in _months_around(drafted.source.date):
            for source in self._months.pop(month, []):
                self._remember(source, self._text(source.id))
        new, runs = _origin(drafted.source), _runs(drafted.text)
        for run in sorted(runs)[:_KEPT]:
            old = self._by_run.get(run)
            if old and _may_be_one(old, new) and _alike(runs, _runs(self._text(old.ident))):
                return old.ident
        return None

    def add(self, drafted: Draft) -> None:
        """Remember a draft that will be written with others."""
        assert drafted.source is not None
        self._unwritten[drafted.source.id] = drafted.text
        self._remember(drafted.source, drafted.text)

    def forget_unwritten(self) -> None:
        """Forget the texts of drafts: they are now in the folder, or will not be written."""
        self._unwritten.clear()

    def _remember(self, source: Source, text: str) -> None:
        origin = _origin(source)
        for run in sorted(_runs(text))[:_KEPT]:
            self._by_run.setdefault(run, origin)

    def _text(self, ident: str) -> str:
        if ident in self._unwritten:
            return self._unwritten[ident]
        with contextlib.suppress(ArchiveError):
            return stored_text(self._folder, ident) or ""
        return ""


def _origin(source: Source) -> _Origin:
    extractor = source.text.extractor if source.text else None
    return _Origin(
        source.id, sys.intern(key(source.publisher)), extractor and sys.intern(extractor)
    )


def _months_around(date: str) -> set[str]:
    """Return the months, or the year alone, of sources that may be of the same day."""
    first, last = map(datetime.date.fromisoformat, day_span(date))
    days = [date]
    if first - datetime.date.min > _APART and datetime.date.max - last > _APART:
        days += [(first - _APART).isoformat(), (last + _APART).isoformat()]
    return {day[:7] for day in days} | {date[:4]}


def _runs(text: str) -> set[int]:
    words = _WORD.findall(text.casefold())
    return {
        crc32(" ".join(words[start : start + _RUN]).encode())
        for start in range(max(bool(words), len(words) - _RUN + 1))
    }


def _alike(first: set[int], second: set[int]) -> bool:
    short, long = sorted((len(first), len(second)))
    return short > 0 and short >= long * _LENGTH and len(first & second) >= short * _SHARED


def _may_be_one(first: _Origin, second: _Origin) -> bool:
    """Return whether two sources may be files of one document, not its edition or its reprint."""
    if first.extractor != second.extractor:
        return True
    return bool(first.extractor) and first.publisher == second.publisher
