"""A new archive: files to begin with, each with an example to copy."""

from __future__ import annotations

import json
import os
from pathlib import Path

from ..atomic import whole_file
from ..errors import ArchiveError, CannotWrite
from .locate import is_archive
from .schema import NAME, schema, schema_text

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
        texts = {} if _schema_is_current(folder) else {NAME: schema_text()}
    else:
        texts = {name: _modeline(name) + text for name, text in _FILES.items()}
        texts[NAME] = schema_text()
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
    return os.path.lexists(os.path.join(folder, NAME)) and not _schema_is_current(folder)


def _schema_is_current(folder: str | os.PathLike[str]) -> bool:
    # Compared as JSON: a formatter may have been over it.
    try:
        data = Path(folder, NAME).read_bytes()
        return bool(json.loads(data) == schema())
    except (OSError, ValueError):
        return False


def modeline(folder: str | os.PathLike[str], name: str) -> str:
    """Return the line that tells editors the schema of an archive's file, if there is one."""
    return _modeline(name) if os.path.isfile(os.path.join(folder, NAME)) else ""


def _modeline(name: str) -> str:
    return _MODELINE.format("../" * name.count("/") + NAME)
