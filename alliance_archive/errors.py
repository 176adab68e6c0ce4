"""What can go wrong: errors that end a command, and problems found in the data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


def shell_word(text: object) -> str:
    """Return a text as a shell needs it in a command, in quotation marks if it must be."""
    import shlex  # here, because few messages contain a command

    return shlex.quote(str(text))


class ArchiveError(Exception):
    """Anything that the user can correct; its text is the whole message.

    `exit_code` is 1 for errors in the data and 2 for errors in the request.
    """

    exit_code = 2


class NoArchive(ArchiveError):
    """The folder that was named or searched does not contain an archive."""

    @classmethod
    def at(cls, path: object, outer: str | None = None) -> NoArchive:
        """Return the error for a folder that is not an archive; `outer` is an archive around it."""
        if outer:
            return cls(f"{path} is a folder inside an archive: use --archive {shell_word(outer)}")
        return cls(
            f"{path} is not an archive: it contains no archive.yaml, and no records directly or in "
            f"sources/. To create one there: alliance-archive init {shell_word(path)}"
        )


class SeveralArchives(ArchiveError):
    """Several archives directly below the working directory, and none in it or above."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        choices = "".join(f"\n  --archive {shell_word(name)}" for name in names)
        super().__init__(f"{len(names)} archives here; choose one:{choices}")


class ExampleArchive(ArchiveError):
    """An edit of the bundled example, which the user did not name."""

    def __init__(self, root: str) -> None:
        super().__init__(
            f"{root} is marked as the example; nothing was written. Name your own archive with "
            "--archive DIR, or create one: alliance-archive init my-archive"
        )


class UnknownName(ArchiveError):
    """A name that no record has; `nearest` are the ids to suggest."""

    def __init__(self, kind: str, name: str, nearest: Iterable[str] = ()) -> None:
        self.kind, self.name, self.nearest = kind, name, tuple(nearest)
        hint = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        super().__init__(f"no {kind} called “{name}” in the archive{hint}")


class LeftOut(UnknownName):
    """A name that only a record with an error has; `command` runs the program for its archive."""

    exit_code = 1

    def __init__(self, kind: str, name: str, command: str) -> None:
        super().__init__(kind, name)
        message = f"the {kind} “{name}” is left out because of an error: {command} check"
        self.args = (message,)


class AmbiguousName(ArchiveError):
    """A name that several records have; `candidates` are pairs of id and name."""

    def __init__(self, kind: str, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        self.kind, self.name, self.candidates = kind, name, tuple(candidates)
        width = max(len(ident) for ident, _ in candidates)
        lines = "\n".join(f"  {ident:<{width}}  {label}" for ident, label in candidates)
        super().__init__(f"“{name}” matches more than one {kind}; use one of these ids:\n{lines}")


class BadDate(ArchiveError):
    """Text that is not a date; `remedy` says how dates are written, or why this one is wrong."""

    def __init__(self, text: str, remedy: str = "write 2017, 2017-10 or 2017-10-23") -> None:
        super().__init__(f"“{text}” is not a date: {remedy}")


class DatesReversed(ArchiveError):
    """A filter whose first date is after its last."""

    def __init__(self, since: str, until: str) -> None:
        super().__init__(f"since {since} is after until {until}: swap the two dates")


class BadId(ArchiveError):
    """Text that cannot be an id: something other than a–z, 0–9 and single hyphens between them."""

    def __init__(self, text: str) -> None:
        import re
        import unicodedata

        # Of a very long text only the beginning: many combining marks take long to normalize.
        plain = unicodedata.normalize("NFKD", text[:100]).encode("ascii", "ignore").decode().lower()
        example = "-".join(re.findall("[a-z0-9]+", plain)) or "kim-1"
        super().__init__(f"invalid id “{text}”: use a–z, 0–9 and hyphens, such as {example}")


class BadField(ArchiveError):
    """A column that a listing does not have."""

    def __init__(self, name: str, fields: Sequence[str], nearest: str | None) -> None:
        hint = f"did you mean {nearest}? " if nearest else ""
        super().__init__(f"no field called “{name}”: {hint}the fields are {', '.join(fields)}")


class CannotWrite(ArchiveError):
    """An output file that could not be written; the old file, if any, is unchanged."""

    def __init__(self, path: object, error: OSError) -> None:
        super().__init__(f"cannot write {path}: {error.strerror or error}")


class AlreadyFiled(ArchiveError):
    """A text that is already in the archive as the source `ident`."""

    exit_code = 1

    def __init__(self, ident: str) -> None:
        self.ident = ident
        super().__init__(f"this text is already in the archive: {ident}; nothing was written")


class LeadsOut(ArchiveError):
    """A path that a symbolic link leads out of the archive's folder."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} leads out of the archive through a symbolic link; nothing was written. "
            "Replace the link with the folder itself"
        )


class Problem(NamedTuple):
    """One error in the archive's files, or a warning or note, with its line and column.

    `line` and `column` count from 1, columns in code points; 0 means the file as a whole.
    `severity` is "error" (the record is left out of look-ups), "warning" or "note" (never fails).
    Problems sort by path, line and column.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code}: {self.message}"
