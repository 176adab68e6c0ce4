"""Changes of an archive's files: checked, written all or none, remembered, and taken back.

    change = plan(archive, {"topics.yaml": new_text}, "set north-korea name=DPRK")
    print(change.diff())
    change.write()

Every command that edits an archive writes through `Change.write`, so that `undo` takes it back.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from .archive import Archive
from .errors import ArchiveError, Problem
from .render.cells import counted
from .store import history
from .store.history import Entry, FileTexts
from .store.parse import Parsed
from .store.scan import inside
from .store.transaction import Replacement, replace_files, text_of


class AddsErrors(ArchiveError):
    """A change that would add errors to the archive; nothing was written."""

    exit_code = 1

    def __init__(self, problems: Sequence[Problem], archive: Archive) -> None:
        self.problems = tuple(problems)
        lines = [str(archive.displayed(problem)) for problem in problems]
        count = "an error" if len(lines) == 1 else f"{len(lines)} errors"
        super().__init__("\n".join([f"this would add {count}; nothing was written:", *lines]))


class ChangedMeanwhile(ArchiveError):
    """A file that somebody else has changed since the change was planned."""

    exit_code = 1

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} has changed meanwhile; nothing was written. Try again")


class CannotUndo(ArchiveError):
    """A change that cannot be taken back; nothing was written."""

    exit_code = 1


class Change:
    """A change that can be written: for each file its text before and after.

    `command` says what makes it, such as "rename kim-1 kim-2". `unkept` is why `undo` will not be
    able to take it back, None if it will.
    """

    def __init__(
        self,
        archive: Archive,
        replacements: Sequence[Replacement],
        command: str,
        forgotten: Sequence[Entry] = (),
    ) -> None:
        self.archive = archive
        self.command = command
        self.replacements = tuple(
            replacement for replacement in replacements if replacement.old != replacement.new
        )
        self._forgotten = tuple(entry.name for entry in forgotten)
        self.moved: tuple[tuple[str, str], ...] = ()
        """Files outside the archive that get another path afterward, such as a source's text."""
        self.records = 0
        """How many records change, where that is known."""
        self.removed = 0
        """How many of these go."""
        self.parsed: Mapping[str, Parsed] = {}
        self.unkept = None if forgotten else history.why_not_kept(self.replacements)

    @property
    def paths(self) -> list[str]:
        """The paths of the files that change, within the archive."""
        return [replacement.path for replacement in self.replacements]

    def diff(self) -> str:
        """Return the change as a unified diff."""
        return "".join(
            unified(path, old, new, self.archive) for path, old, new in self.replacements
        )

    def check(self) -> None:
        """Raise AddsErrors if the archive would have an error that it does not have now.

        What is taken back may bring its own errors back, but add none to other files.
        """
        from .index.preview import added_errors

        new = {replacement.path: replacement.new for replacement in self.replacements}
        root = os.path.realpath(self.archive.root)
        problems = added_errors(self.archive.connection, root, new, self.parsed)
        if self._forgotten:
            problems = [problem for problem in problems if problem.path not in new]
        if problems:
            raise AddsErrors(problems, self.archive)

    def write(self) -> None:
        """Replace the files, all of them or none, and remember what they were.

        Raises ChangedMeanwhile, AddsErrors, ExampleArchive or CannotWrite; nothing is then changed.
        """
        archive = self.archive
        if not self.replacements:
            return
        with archive.editing():
            for path, old, _ in self.replacements:
                if text_of(inside(archive.root, path)) != old:
                    raise ChangedMeanwhile(archive.display_path(path))
            if archive.refresh():
                self.check()
            kept = None
            if not self._forgotten:
                kept = history.keep(archive.root, self.command, self.replacements, self.moved)
                if kept is None and self.unkept is None:
                    self.unkept = "the state folder cannot be written to"
            replace_files(
                archive.root, self.command, self.replacements, kept=kept, forgotten=self._forgotten
            )
            history.move(self.moved)


def plan(
    archive: Archive,
    texts: Mapping[str, str | None],
    command: str,
    parsed: Mapping[str, Parsed] | None = None,
) -> Change:
    """Return the change that gives files of an archive new texts, checked but not written.

    `texts` maps paths within the archive to texts; None deletes a file. `command` says what makes
    it, `parsed` has the texts that are parsed already, by path.

    Raises AddsErrors if the archive would then have an error that it does not have now, or
    LeadsOut.
    """
    if parsed is None:  # else the archive was fresh when the texts were made
        archive.refresh()
    replacements = [
        Replacement(path, text_of(inside(archive.root, path)), text) for path, text in texts.items()
    ]
    change = Change(archive, replacements, command)
    change.parsed = parsed or {}
    change.check()
    return change


def write(archive: Archive, texts: Mapping[str, str | None], command: str) -> Change:
    """Plan a change and write it at once, see `plan` and `Change.write`."""
    with archive.editing():
        change = plan(archive, texts, command)
        change.write()
    return change


def changes(archive: Archive) -> list[Entry]:
    """Return the changes that `undo` can take back, newest first."""
    return history.entries(archive.root)


def undo(archive: Archive, count: int = 1) -> Change:
    """Return the change that takes back the last changes, all of them or none; not yet written.

    Raises CannotUndo, with a diff, where a file has changed since, or AddsErrors if other files
    would then have errors, such as references to a record that goes.
    """
    archive.refresh()
    entries = changes(archive)
    if len(entries) < count:
        raise CannotUndo(_too_few(len(entries)))
    undone = entries[:count]
    restored: dict[str, str | None] = {}
    now: dict[str, str | None] = {}
    for entry in undone:
        for path, old, new in _texts_of(archive, entry):
            if path not in now:
                now[path] = restored[path] = text_of(inside(archive.root, path))
            if restored[path] != new:
                diff = unified(path, new, restored[path], archive)
                raise CannotUndo(
                    f"{archive.display_path(path)} has changed since “{entry.command}”; "
                    f"nothing was taken back. What has changed:\n{diff}".rstrip()
                )
            restored[path] = old
    replacements = [Replacement(path, now[path], old) for path, old in restored.items()]
    command = f"undo {count}" if count > 1 else "undo"
    change = Change(archive, replacements, command, undone)
    change.moved = tuple((new, old) for entry in undone for old, new in reversed(entry.moved))
    change.check()
    return change


def _texts_of(archive: Archive, entry: Entry) -> FileTexts:
    try:
        return history.texts_of(archive.root, entry)
    except ValueError as error:
        raise CannotUndo(f"cannot read what “{entry.command}” has changed: {error}") from None


def _too_few(count: int) -> str:
    if not count:
        return "no changes to take back"
    return f"only {counted(count, 'change')} can be taken back: undo {count}"


def unified(path: str, old: str | None, new: str | None, archive: Archive) -> str:
    """Return the difference between two texts of a file as a unified diff; "" without one."""
    import difflib

    name = archive.display_path(path)
    lines = difflib.unified_diff(
        [] if old is None else old.splitlines(keepends=True),
        [] if new is None else new.splitlines(keepends=True),
        "/dev/null" if old is None else name,
        "/dev/null" if new is None else name,
    )
    whole = (
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
    return "".join(whole)
