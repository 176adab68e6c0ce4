"""A new archive: its first files, each with an example to copy, and their JSON Schema."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..atomic import new_file, whole_file
from ..errors import ArchiveError, CannotWrite, shell_word
from ..model.fields import SECTIONS, Kind
from .locate import MARK, archive_around, is_archive, is_marked
from .lock import locked
from .scan import inside
from .values import object_schema
from .write import scalar

SCHEMA_NAME = "schema.json"
GITIGNORE_NAME = ".gitignore"
_MODELINE = "# yaml-language-server: $schema={}\n"
GITIGNORE = """\
# The texts of the sources belong to their publishers; the other files are temporary.
texts/
.alliance-archive.lock
.alliance-archive.change/
.alliance-archive.batch
.*.tmp
"""
_MARK = """\
# Marks this folder as an archive.
archive:
  title: {}
"""
# The files of records, each with an example to copy, in the order in which they are written.
_FILES = ("participants.yaml", "meetings.yaml", "topics.yaml", "sources/example.yaml")
_EXAMPLES = Path(__file__).parent / "new_archive"


def create(folder: str | os.PathLike[str]) -> list[Path]:
    """Create an archive in a folder, and return the files written.

    In a folder that is already an archive, only its mark and this version's schema are added; in
    any other, nothing is overwritten. Raises CannotWrite, or ArchiveError, also for a folder inside
    another archive.
    """
    if not os.fspath(folder):
        raise ArchiveError("no folder given, such as in: alliance-archive init my-archive")
    folder = Path(folder)
    if (outer := archive_around(folder)) and not is_marked(str(folder)):
        raise ArchiveError(
            f"{folder} is inside the archive {outer}; nothing was written. To use that one: "
            f"--archive {shell_word(outer)}"
        )
    texts = {name: _modeline(name) + (_EXAMPLES / name).read_text("utf-8") for name in _FILES}
    texts |= {SCHEMA_NAME: schema_text(), GITIGNORE_NAME: GITIGNORE}
    mark = {MARK: _modeline(MARK) + _MARK.format(_title(folder))}
    if is_marked(str(folder)):
        texts = {}
    elif is_archive(str(folder)) and not _is_begun(folder, texts):
        texts = mark
    else:
        # The mark is written last, because it makes the folder an archive.
        texts |= mark
    texts = {name: text for name, text in texts.items() if _content(folder / name) != text}
    if existing := [name for name in texts if os.path.lexists(folder / name)]:
        raise ArchiveError(f"{folder} already contains {', '.join(existing)}; nothing was written")
    if SCHEMA_NAME not in texts and not _schema_is_current(folder):
        texts = {SCHEMA_NAME: schema_text(), **texts}
    if not texts:
        return []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder, error) from None
    with locked(folder):
        for name, text in texts.items():
            writer = whole_file if name == SCHEMA_NAME else new_file
            with writer(inside(os.fspath(folder), name)) as stream:
                stream.write(text)
    return [folder / name for name in texts]


def _is_begun(folder: Path, texts: Mapping[str, str]) -> bool:
    """Return whether a folder contains only new archive's files: an earlier run was interrupted."""
    paths = [*folder.glob("*.yaml"), *folder.glob("sources/*.yaml")]
    return all(_content(path) == texts.get(path.relative_to(folder).as_posix()) for path in paths)


def _content(path: Path) -> str | None:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def _title(folder: Path) -> str:
    name = os.path.basename(os.path.abspath(folder))
    return scalar(name if name.isprintable() and name.strip() else "My archive")


def has_other_schema(folder: str | os.PathLike[str]) -> bool:
    """Return whether an archive has a schema.json of another version."""
    return os.path.lexists(os.path.join(folder, SCHEMA_NAME)) and not _schema_is_current(folder)


def _schema_is_current(folder: str | os.PathLike[str]) -> bool:
    # Compared as JSON, because a formatter may have changed the layout.
    try:
        data = Path(folder, SCHEMA_NAME).read_bytes()
        return bool(json.loads(data) == schema())
    except (OSError, ValueError):
        return False


def modeline(folder: str | os.PathLike[str], name: str) -> str:
    """Return the line that tells editors the schema of an archive's file, "" without a schema."""
    return _modeline(name) if os.path.isfile(os.path.join(folder, SCHEMA_NAME)) else ""


def _modeline(name: str) -> str:
    return _MODELINE.format("../" * name.count("/") + SCHEMA_NAME)


def schema() -> dict[str, Any]:
    """Return the schema of a file in JSON Schema draft-07, which YAML editors understand."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "alliance-archive file",
        "description": "Participants, meetings and topics, or one source with its statements.",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _section(kind) for name, kind in SECTIONS.items()},
        "dependencies": {"statements": ["source"]},
    }


def schema_text() -> str:
    """Return the text of an archive's schema.json."""
    return json.dumps(schema(), indent=2) + "\n"


def _section(kind: Kind) -> dict[str, Any]:
    record = object_schema(kind.fields)
    if kind.single:
        empty = {} if record["required"] else {"type": ["object", "null"]}
        return {"description": kind.about, **record, **empty}
    # A section may be empty, as in a new archive.
    return {"description": kind.about, "type": ["array", "null"], "items": record}
