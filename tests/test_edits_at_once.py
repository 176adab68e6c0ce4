"""Two, four and eight writers at once: every confirmed edit is in the files.

HYPOTHESIS_PROFILE=long makes 200 edits, the quick profile some dozens.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alliance_archive import Archive, Filter
from tests.conftest import Run
from tests.edit_cases import MARK, put_archive

EDITS = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 48
PEOPLE = (
    "participants:\n  - {id: ida-orlova, name: Ida Orlova, kind: person, family_name: Orlova}\n"
)
SHARED = 24  # statements of a file that all writers review
STORY = (
    "PORT AVEL, Oct. 4, 2021 (Corrad) -- Minister Ida Orlova said Monday that the straits stay "
    "open, for the {}th time.\n"
)


def statement(number: int) -> str:
    return (
        f"  - id: wire-{number}\n    form: indirect\n    attributed_to: [ida-orlova]\n"
        f"    summary: Said {number}.\n    anchor: {{start: {number}, end: {number + 1}}}\n"
        "    status: draft\n"
    )


def put_drafts(root: Path, edits: int) -> None:
    """Write drafts into files that several writers share, SHARED in each."""
    files = {"archive.yaml": MARK, "people.yaml": PEOPLE}
    for first in range(0, edits, SHARED):
        head = f"source: {{id: wire-f{first}, publisher: Wire, date: 2021-10-04, kind: article}}\n"
        numbers = range(first, min(first + SHARED, edits))
        files[f"sources/wire-f{first}.yaml"] = f"{head}statements:\n" + "".join(
            map(statement, numbers)
        )
    put_archive(root, files)


# The program of each writer; it prints the number of each edit as soon as it is confirmed.
REVIEWER = """
import sys
from pathlib import Path
from alliance_archive import Archive
from alliance_archive.edit.review import ReviewSession
from alliance_archive.edit.source_file import ChangedUnderneath, SourceFile
root, writer, writers, edits, shared = sys.argv[1], *map(int, sys.argv[2:])
archive = Archive.open(root)
for number in range(writer, edits, writers):
    path = Path(root, "sources", f"wire-f{number - number % shared}.yaml")
    session = ReviewSession(SourceFile(path, archive))
    while True:
        session.position = session.ids.index(f"wire-{number}")
        try:
            session.accept()
        except ChangedUnderneath:
            continue  # a user presses the key again
        break
    print(number, flush=True)
"""
FILER = """
import sys
from alliance_archive.cli import main
root, writer, writers, edits, shared = sys.argv[1], *map(int, sys.argv[2:])
for number in range(writer, edits, writers):
    if main(["-q", "--archive", root, "draft", f"{number}.txt", "--add"]):
        sys.exit(1)
    print(number, flush=True)
"""


def put_stories(root: Path, edits: int) -> None:
    """Write an archive, and beside it the articles to add."""
    put_archive(root, {"archive.yaml": MARK})
    for number in range(edits):
        (root.parent / f"{number}.txt").write_text(STORY.format(number))


# The writers: what each runs, and with which input.
WRITERS = {"reviews": (REVIEWER, put_drafts), "draft --add": (FILER, put_stories)}


@pytest.mark.parametrize("writers", [2, 4, 8])
@pytest.mark.parametrize("kind", WRITERS)
def test_every_confirmed_edit_is_there(run: Run, tmp_path: Path, kind: str, writers: int) -> None:
    program, prepare = WRITERS[kind]
    root = tmp_path / "mine"
    prepare(root, EDITS)
    arguments = [str(writers), str(EDITS), str(SHARED)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(root), str(writer), *arguments],
            cwd=tmp_path, stdout=subprocess.PIPE, text=True,
        )
        for writer in range(writers)
    ]  # fmt: skip
    confirmed = [word for process in processes for word in process.communicate()[0].split()]
    assert [process.returncode for process in processes] == [0] * writers
    numbers = {word for word in confirmed if word.isdigit()}
    assert numbers == {str(number) for number in range(EDITS)}
    assert run("--archive", root, "check").code == 0
    with Archive.open(root) as archive:
        status = ("reviewed",) if kind == "reviews" else ("draft",)
        assert archive.count(Filter(status=status)) == EDITS
        assert len(archive.records("source")) == (
            EDITS if kind == "draft --add" else -(-EDITS // SHARED)
        )


def test_one_field_set_by_several_at_once(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "mine"
    put_archive(root, {"people.yaml": "participants:\n  - {id: kim, name: Kim, kind: person}\n"})
    command = [sys.executable, "-m", "alliance_archive", "--archive", str(root), "set", "kim"]
    processes = [
        subprocess.Popen([*command, f"other_names+=N{number}", "--yes"], stderr=subprocess.PIPE)
        for number in range(6)
    ]
    errors = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 6, errors
    assert sum(f"N{number}" in (root / "people.yaml").read_text() for number in range(6)) == 6
