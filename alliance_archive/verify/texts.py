"""The sources' texts, which are not part of the archive: where they are, how they are read."""

from __future__ import annotations

import contextlib
import os
import sys
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from ..atomic import descriptor_of, new_file
from ..documents import refuse_address
from ..errors import ArchiveError
from ..model.records import Fingerprint, Source
from ..store.locate import MARK
from ..store.read import read_bytes
from ..store.scan import inside, is_below
from ..text.differences import Words
from ..text.normalize import fingerprint, normalize
from ..text.typography import Folded, untypeset

MAX_TEXT_BYTES = 64 * 2**20


class NotUtf8(ArchiveError):
    """A text that is not UTF-8."""

    def __init__(self, name: object, offset: int) -> None:
        super().__init__(
            f"{name} is not valid UTF-8 (bad byte at offset {offset}): save it as UTF-8"
        )


class SourceText:
    """A source's normalized text, ready to be searched."""

    def __init__(self, text: str, expected: Fingerprint | None) -> None:
        self.text = text
        self.fingerprint = fingerprint(text)
        self.expected = expected

    @property
    def same(self) -> bool:
        """Whether it is the text whose fingerprint is recorded."""
        return self.fingerprint.fits(self.expected)

    def about(self) -> str:
        """Say whether the text matches the recorded fingerprint."""
        if self.expected is None:
            return "no fingerprint is recorded to compare the text with"
        if self.same:
            return "the text matches the recorded fingerprint"
        if self.fingerprint.length == self.expected.length:
            return "the text does not match the recorded fingerprint, but has the same length"
        return (
            "the text does not match the recorded fingerprint: it has "
            f"{self.fingerprint.length} code points, not {self.expected.length}"
        )

    @cached_property
    def words(self) -> Words:
        """The text's words, read when first needed."""
        return Words(self.text)

    @cached_property
    def folded(self) -> Folded:
        """The text without its typography."""
        return untypeset(self.text)


def texts_folder(chosen: str | os.PathLike[str] | None, root: str) -> Path | None:
    """Return the folder chosen, else that of ALLIANCE_ARCHIVE_TEXTS, else texts/ in the archive.

    None if none of them exists. Raises ArchiveError when the one chosen is not a folder.
    """
    origin = "" if chosen else " (ALLIANCE_ARCHIVE_TEXTS)"
    chosen = chosen or os.environ.get("ALLIANCE_ARCHIVE_TEXTS")
    if not chosen:
        folder = Path(root, "texts")
        return folder if folder.is_dir() else None
    folder = Path(chosen)
    if not folder.is_dir():
        fault = "is not a folder" if folder.exists() else "does not exist"
        raise ArchiveError(f"the folder of texts {folder}{origin} {fault}")
    return folder


def store_folder(chosen: str | os.PathLike[str] | None, root: str) -> Path | None:
    """Return the folder into which texts are written: it may have to be made.

    It is the one chosen, else that of ALLIANCE_ARCHIVE_TEXTS, else texts/ in a marked archive; None
    in an archive without a mark. Raises ArchiveError when the one chosen is not a folder, or
    LeadsOut.
    """
    if chosen and not os.path.lexists(chosen):
        return Path(chosen)
    if chosen or os.environ.get("ALLIANCE_ARCHIVE_TEXTS"):
        return texts_folder(chosen, root)
    return Path(inside(root, "texts")) if os.path.isfile(os.path.join(root, MARK)) else None


def stored_text(folder: Path, ident: str) -> str | None:
    """Return the normalized text that a source's file in a folder contains; None without a file.

    Raises ArchiveError.
    """
    path = folder / f"{ident}.txt"
    data = _read(path) if os.path.lexists(path) else None
    return None if data is None else normalized(data, str(path))


def check_text(folder: Path, ident: str, text: str) -> bool:
    """Return whether the text of a source is in a folder. Raises ArchiveError if it is another."""
    stored = stored_text(folder, ident)
    if stored not in (None, text):
        raise ArchiveError(
            f"{folder / ident}.txt contains another text; nothing was written. "
            "Rename it, or choose another id with --id"
        )
    return stored is not None


def store_text(folder: Path, ident: str, text: str) -> None:
    """Write the normalized text of a source, unless it is there. Raises CannotWrite."""
    if not check_text(folder, ident, text):
        with new_file(folder / f"{ident}.txt") as stream:
            stream.write(text)


def load_text(folder: Path | None, source: Source, root: str) -> SourceText | None:
    """Return a source's text, whether or not it matches the recorded fingerprint.

    It is <source id>.txt, else the .txt with its fingerprint; None where the folder holds neither.
    Raises NotUtf8, and ArchiveError if it cannot be read or a link leads out of the archive `root`.
    """
    if folder is None:
        return None
    name = f"{folder}/{source.id}.txt"
    data = _read_inside(Path(name), root)
    if data is not None:
        return SourceText(normalized(data, name), source.text)
    if source.text is None or not folder.is_dir():
        return None
    text = _by_fingerprint(folder, root, folder.stat().st_mtime_ns).get(
        source.text._replace(extractor=None)
    )
    return None if text is None else SourceText(text, source.text)


@cache
def _by_fingerprint(folder: Path, root: str, _changed: int) -> dict[Fingerprint, str]:
    """Return the texts of a folder as of its last change; files that are not texts are skipped."""
    texts = {}
    for path in sorted(folder.glob("*.txt")):
        with contextlib.suppress(ArchiveError):
            text = normalized(_read_inside(path, root) or b"", str(path))
            texts[fingerprint(text)] = text
    return texts


def missing_text(folder: Path | None, source: Source, root: str, *, bundled: bool = False) -> str:
    """Return which file was looked for, and where, of a source whose text was not found.

    The folder of a `bundled` archive is the program's, where nobody saves texts.
    """
    path = os.path.join(folder or os.path.join(root, "texts"), f"{source.id}.txt")
    if source.text is None:
        return f"its record has no “text:”, and {path} does not exist"
    if folder is None and bundled:
        return "no text found: name the folder that has it with --texts DIR"
    if folder is None:
        return f"no text found. Save it as {path}, or name its folder with --texts DIR"
    return (
        f"no text found at {path}, and no other .txt there has its fingerprint. "
        "If one of them is this text, changed since: give it that name"
    )


class MatchingText(NamedTuple):
    """The text for which a source's offsets hold, or None and why; `found` if it has any text."""

    text: str | None
    why_none: str = ""
    found: bool = True


def matching_text(folder: Path | None, source: Source, root: str) -> MatchingText:
    """Return the text for which a source's offsets hold."""
    try:
        loaded = load_text(folder, source, root)
    except ArchiveError as error:
        return MatchingText(None, f"passages are not shown: {error}")
    if loaded is None:
        why = f"{source.id}: {missing_text(folder, source, root)}"
        return MatchingText(None, f"passages are not shown: {why}", found=False)
    if loaded.expected and not loaded.same:
        return MatchingText(None, f"passages are not shown: {source.id}: {loaded.about()}")
    return MatchingText(loaded.text)


def normalized(data: bytes, name: str) -> str:
    """Return the text in which offsets count.

    Raises NotUtf8 or TooManyMarks, which call it by `name`.
    """
    try:
        return normalize(data, name)
    except UnicodeDecodeError as error:
        raise NotUtf8(name, error.start) from None


def read_text(file: str) -> bytes:
    """Return the bytes of a text in a file, a pipe or a device, or on standard input for "-".

    Raises ArchiveError.
    """
    descriptor = 0 if file == "-" else descriptor_of(file)
    data: bytes | None
    if descriptor is None and (os.path.isfile(file) or not os.path.exists(file)):
        data = _read(Path(file))
        if data is None:
            refuse_address(file)
            raise ArchiveError(f"{file} does not exist")
        return data
    try:
        if descriptor == 0:
            if sys.stdin is None:
                raise ArchiveError("standard input is closed: name a file")
            data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1)
        else:
            with open(file if descriptor is None else os.dup(descriptor), "rb") as stream:
                data = stream.read(MAX_TEXT_BYTES + 1)
    except OSError as error:
        raise ArchiveError(f"cannot read {file}: {error.strerror}") from None
    if len(data) > MAX_TEXT_BYTES:
        raise ArchiveError(f"the text is larger than {MAX_TEXT_BYTES // 2**20} MiB")
    return data


def _read_inside(path: Path, root: str) -> bytes | None:
    """Return the bytes of a file, None if there is none; refuse one that a link leads out to.

    An archive may come from a stranger, whose links could show any of the user's files. A folder
    outside the archive is the user's own, and so are its links. Raises ArchiveError.
    """
    within = is_below(os.path.abspath(path), os.path.abspath(root))
    if within and not is_below(os.path.realpath(path), os.path.realpath(root)):
        raise ArchiveError(
            f"{path} leads out of the archive through a symbolic link and is not read: "
            "replace the link with the file, or name the folder of texts with --texts DIR"
        )
    return _read(path)


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
