"""The sources' texts, which are no part of the archive: where they lie, and how they are read."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path

from ..errors import ArchiveError
from ..model.records import Fingerprint, Source
from ..store.read import read_bytes
from ..text.differences import Words
from ..text.normalise import fingerprint, normalise
from ..text.typography import Folded, untypeset

MAX_TEXT_BYTES = 64 * 2**20


class NotUtf8(ArchiveError):
    """A text that is not UTF-8."""

    def __init__(self, name: object, offset: int) -> None:
        super().__init__(f"{name} is not UTF-8: byte {offset} is no part of it")


class SourceText:
    """A source's normalised text, ready to be searched."""

    def __init__(self, text: str, expected: Fingerprint | None) -> None:
        self.text = text
        self.fingerprint = fingerprint(text)
        self.expected = expected

    @property
    def same(self) -> bool:
        """Whether it is the text that was fingerprinted."""
        return self.fingerprint == self.expected

    def about(self) -> str:
        """Return what the fingerprint tells, in a phrase."""
        if self.expected is None:
            return "the archive has no fingerprint to hold the text against"
        if self.same:
            return "the text is the one that was fingerprinted"
        if self.fingerprint.length == self.expected.length:
            return "another text than was fingerprinted, of the same length"
        return (
            f"another text than was fingerprinted: {self.fingerprint.length} code points, "
            f"not {self.expected.length}"
        )

    @cached_property
    def words(self) -> Words:
        """The text's words, read when first needed."""
        return Words(self.text)

    @cached_property
    def folded(self) -> Folded:
        """The text without its typography."""
        return untypeset(self.text)


def texts_folder(chosen: str | os.PathLike[str] | None) -> Path | None:
    """Return the folder chosen, else that of ALLIANCE_ARCHIVE_TEXTS; None if neither is given.

    Raises ArchiveError when it is no folder.
    """
    chosen = chosen or os.environ.get("ALLIANCE_ARCHIVE_TEXTS")
    if not chosen:
        return None
    folder = Path(chosen)
    if not folder.is_dir():
        raise ArchiveError(f"no texts: {folder} is not a folder")
    return folder


def load_text(folder: Path | None, source: Source) -> SourceText | None:
    """Return a source's text, whether or not it is the one that was fingerprinted.

    None where the folder holds none. Raises NotUtf8, and ArchiveError if it cannot be read.
    """
    name = f"{folder}/{source.id}.txt"
    data = _read(Path(name)) if folder else None
    return None if data is None else SourceText(normalised(data, name), source.text)


def no_text(folder: Path | None) -> str:
    """Return what is said of a source whose text is not there."""
    return "no text at hand" + (f" in {folder}" if folder else "")


def normalised(data: bytes, name: str) -> str:
    """Return the text in which offsets count. Raises NotUtf8, which calls it by `name`."""
    try:
        return normalise(data)
    except UnicodeDecodeError as error:
        raise NotUtf8(name, error.start) from None


def read_text(file: str) -> bytes:
    """Return the bytes of a text in a file, or on standard input for "-". Raises ArchiveError."""
    if file == "-":
        data: bytes | None = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1)
        assert data is not None
        if len(data) > MAX_TEXT_BYTES:
            raise ArchiveError(f"the text is larger than {MAX_TEXT_BYTES // 2**20} MiB")
    else:
        data = _read(Path(file))
    if data is None:
        raise ArchiveError(f"{file} does not exist")
    return data


def _read(path: Path) -> bytes | None:
    """Return the bytes of a file, None if there is none. Raises ArchiveError."""
    try:
        data = read_bytes(path, MAX_TEXT_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ArchiveError(f"cannot read {path}: {error.strerror}") from None
    if data is None:
        raise ArchiveError(f"{path} is larger than {MAX_TEXT_BYTES // 2**20} MiB")
    return data
