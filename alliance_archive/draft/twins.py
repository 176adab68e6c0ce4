"""One document in two files, such as a page and a PDF: recognized by its words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from ..errors import AlreadyFiled, ArchiveError
from ..model.dates import day_span
from ..model.records import Source
from ..text.folding import key
from ..verify.texts import load_text
from .proposal import Draft

_RUN = 5  # words that are compared at a time
_KEPT = 8  # runs of a text by which those are found that share many
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


class Twins:
    """The sources of an archive, to be found by the words of their texts in a folder.

    Texts are read when a document of about their date is looked for.
    """

    def __init__(self, sources: Iterable[Source], folder: Path, root: str) -> None:
        self._folder, self._root = folder, root
        self._months: dict[str, list[Source]] = {}
        self._sources: dict[str, Source] = {}
        self._by_run: dict[int, str] = {}
        for source in sources:
            if source.text:
                self._months.setdefault(source.date[:7], []).append(source)

    def of(self, drafted: Draft) -> str | None:
        """Return the id of the source that is the same document as a draft, None without one."""
        assert drafted.source is not None
        for month in _months_around(drafted.source.date):
            for source in self._months.pop(month, []):
                if text := self._text(source):
                    self._remember(source, text)
        runs = _runs(drafted.text)
        candidates = {self._by_run[run] for run in sorted(runs)[:_KEPT] if run in self._by_run}
        for ident in sorted(candidates):
            source = self._sources[ident]
            if _may_be_one(source, drafted.source) and _alike(runs, _runs(self._text(source))):
                return ident
        return None

    def add(self, drafted: Draft) -> None:
        """Remember a draft that has been filed, with its text."""
        assert drafted.source is not None
        self._remember(drafted.source, drafted.text)

    def _remember(self, source: Source, text: str) -> None:
        self._sources[source.id] = source
        for run in sorted(_runs(text))[:_KEPT]:
            self._by_run.setdefault(run, source.id)

    def _text(self, source: Source) -> str:
        try:
            loaded = load_text(self._folder, source, self._root)
        except ArchiveError:
            return ""
        return loaded.text if loaded and loaded.same else ""


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
        for start in range(max(1, len(words) - _RUN + 1))
    }


def _alike(first: set[int], second: set[int]) -> bool:
    short, long = sorted((len(first), len(second)))
    return short >= long * _LENGTH and len(first & second) >= short * _SHARED


def _may_be_one(first: Source, second: Source) -> bool:
    """Return whether two sources may be files of one document, not its edition or its reprint."""
    assert first.text
    assert second.text
    if first.text.extractor != second.text.extractor:
        return True
    return bool(first.text.extractor) and key(first.publisher) == key(second.publisher)
