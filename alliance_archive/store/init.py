"""A new archive: files to begin with, each with an example to copy, and the JSON Schema of all."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ..atomic import whole_file
from ..errors import ArchiveError, CannotWrite
from ..model.fields import KINDS, Kind
from .locate import is_archive
from .values import object_schema

SCHEMA_NAME = "schema.json"
_MODELINE = "# yaml-language-server: $schema={}\n"
_FILES = {
    "participants.yaml": """\
# People, organizations and states that can say something. Take the marks away to begin:
participants:
#  - id: kim-example            # a lower-case slug, unique in the archive
#    name: Kim Example
#    kind: person               # or organization, state
#    family_name: Kim
#    other_names: [Minister Kim, 김예시]   # spellings, scripts, titles the sources use
#    country: KR                # ISO 3166-1 alpha-2
#    memberships:
#      - {role: Foreign Minister, organization: South Korea, since: 2019-06}
""",
    "meetings.yaml": """\
# Meetings, held or planned.
meetings:
#  - id: example-talks-2020
#    name: Example talks
#    date: 2020-02              # 2020, 2020-02 or 2020-02-03: as precise as it is known
#    kind: bilateral            # or trilateral, multilateral, conference
#    status: planned            # default: held
#    place: {name: Seoul, country: KR}
#    participants: [kim-example]
#    part_of: example-summit    # the meeting that it stands beside
""",
    "topics.yaml": """\
# What statements are on. An alliance names its members.
topics:
#  - id: example-alliance
#    name: Example alliance
#    kind: alliance             # or issue, cooperation
#    members: [KR, US]
#    broader: security          # the topic that this one belongs to
""",
    "sources/example.yaml": """\
# One source a file, its statements below it. The text itself stays outside the archive:
# alliance-archive verify --fingerprint TEXT prints what `text` holds.
#source:
#  id: daily-2020-02-03
#  publisher: The Daily Example
#  date: 2020-02-03
#  kind: article                # or press-release, joint-statement, transcript
#  text: {sha256: …, length: 900}
#statements:
#  - id: daily-2020-02-03-01
#    form: mixed                # direct: quoted whole; mixed: in part; indirect: a paraphrase
#    attributed_to: [kim-example]   # whose statement it is; [] where the source leaves it open
#    voiced_by: [park-example]      # who uttered it for them
#    as_given: They             # how the source words the attribution
#    cue: agreed
#    summary: The alliance, they hold, is “ironclad”.   # your own words; quotations in “ ”
#    quotes:
#      - {exact: ironclad, start: 120, end: 128}        # code points of the normalised text
#    anchor: {start: 90, end: 140}                      # the passage reported
#    meeting: example-talks-2020
#    topics: [example-alliance]
""",
}


def create(folder: str | os.PathLike[str]) -> list[Path]:
    """Begin an archive in a folder, or renew the schema.json of one; return the files written.

    Of an archive that is there nothing else is touched, and in any other folder nothing is
    overwritten. Raises ArchiveError, CannotWrite.
    """
    folder = Path(folder)
    if is_archive(str(folder)):
        texts = {} if _schema_is_current(folder) else {SCHEMA_NAME: schema_text()}
    else:
        texts = {name: _modeline(name) + text for name, text in _FILES.items()}
        texts[SCHEMA_NAME] = schema_text()
        existing = [name for name in texts if os.path.lexists(folder / name)]
        if existing:
            raise ArchiveError(f"{folder} already holds {', '.join(existing)}; nothing was written")
    for name, text in texts.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(path.parent, error) from None
        with whole_file(path) as stream:
            stream.write(text)
    return [folder / name for name in texts]


def has_other_schema(folder: str | os.PathLike[str]) -> bool:
    """Whether an archive has a schema.json, and it is not this version's."""
    return os.path.lexists(os.path.join(folder, SCHEMA_NAME)) and not _schema_is_current(folder)


def _schema_is_current(folder: str | os.PathLike[str]) -> bool:
    # Compared as JSON: a formatter may have been over it.
    try:
        data = Path(folder, SCHEMA_NAME).read_bytes()
        return bool(json.loads(data) == schema())
    except (OSError, ValueError):
        return False


def modeline(folder: str | os.PathLike[str], name: str) -> str:
    """Return the line that tells editors the schema of an archive's file, if there is one."""
    return _modeline(name) if os.path.isfile(os.path.join(folder, SCHEMA_NAME)) else ""


def _modeline(name: str) -> str:
    return _MODELINE.format("../" * name.count("/") + SCHEMA_NAME)


def schema() -> dict[str, Any]:
    """Return the schema of a file, JSON Schema draft-07: what editors' YAML support understands."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "alliance-archive file",
        "description": "Participants, meetings and topics, or one source with its statements.",
        "type": "object",
        "additionalProperties": False,
        "properties": {kind.section: _section(kind) for kind in KINDS.values()},
        "dependencies": {"statements": ["source"]},
    }


def schema_text() -> str:
    """Return the schema as the file that goes with an archive."""
    return json.dumps(schema(), indent=2) + "\n"


def _section(kind: Kind) -> dict[str, Any]:
    record = object_schema(kind.fields)
    if kind.single:
        return {"description": kind.about, **record}
    # A section may stand empty, as in a new archive.
    return {"description": kind.about, "type": ["array", "null"], "items": record}
