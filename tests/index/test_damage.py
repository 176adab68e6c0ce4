"""A damaged index: the answer is right or the index is rebuilt, whatever was damaged."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from alliance_archive import Archive
from alliance_archive.index.intact import DamagedIndex, file_sum, note_status
from alliance_archive.index.opening import index_path, open_index
from tests.conftest import Done, Run

PEOPLE = "participants:\n  - {id: kim, name: Kim, kind: person}\n  - {id: lee, name: Lee, kind: person}\n"
DAMAGES = 5 * settings().max_examples  # a thousand in the long profile
ASKED = (
    ("who", "tide", "--format", "csv"),
    ("statements", "--speaker", "kim", "--json"),
    ("participants", "--format", "csv"),
    ("check",),
    ("sql", "SELECT * FROM attributions", "--format", "csv"),
)


def source_file(serial: int) -> str:
    return (
        f"source: {{id: s{serial}, publisher: P, date: 2017-10-{serial + 1:02}, kind: article}}\n"
        f"statements:\n  - {{id: s{serial}-1, form: indirect, attributed_to: [kim], "
        f"summary: The tide is at {serial}., anchor: {{start: 0, end: 9}}}}\n"
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "people.yaml").write_text(PEOPLE)
    for serial in range(3):
        (folder / f"s{serial}.yaml").write_text(source_file(serial))
    return folder


def file_of(root: Path) -> Path:
    path = index_path(os.path.realpath(root))
    assert path is not None
    return Path(path)


def noted(root: Path) -> None:
    """Note the index as it is, as if the disk alone had changed it."""
    path = str(file_of(root))
    note_status(path, lambda: file_sum(path))


def as_the_disk(root: Path, sql: str) -> None:
    """Change rows, but not their digests, as an error of the disk would."""
    with contextlib.closing(sqlite3.connect(file_of(root), isolation_level=None)) as connection:
        connection.execute(sql)
    noted(root)


def damage(path: Path, draw: random.Random) -> None:
    """Overwrite 1 to 512 bytes somewhere, or change one bit."""
    data = bytearray(path.read_bytes())
    start = draw.randrange(len(data))
    count = min(draw.randint(1, 512), len(data) - start)
    if draw.random() < 0.3:
        data[start] ^= 1 << draw.randrange(8)
    else:
        data[start : start + count] = draw.randbytes(count)
    path.write_bytes(data)


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_random_damages_change_no_answer(root: Path, run: Run, asked: tuple[str, ...]) -> None:
    expected = run("--archive", root, *asked)
    for seed in range(DAMAGES // len(ASKED)):
        path = file_of(root)
        note = path.with_name(path.name + ".status")
        damage(note if seed % 10 == 0 else path, random.Random(seed))
        if seed % 2:  # the disk changes no times; another program does
            digest = note.read_bytes().rpartition(b" ")[2]
            note_status(str(path), lambda digest=digest: int(digest, 16))
        assert run("--archive", root, *asked) == expected, seed
    assert Archive.open(root).check_index() == []


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_random_damages_of_a_large_index_give_no_traceback(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    monkeypatch.setitem(open_index.__kwdefaults__, "whole", 0)
    expected = run("--archive", root, *asked)
    for seed in range(DAMAGES // len(ASKED)):
        path = file_of(root)
        damage(path, random.Random(seed))
        noted(root)
        assert run("--archive", root, *asked).code in (expected.code, 1), seed
    run("--archive", root, "index", "--rebuild")
    assert run("--archive", root, *asked) == expected


def test_another_program_that_changes_an_index_is_seen_by_its_status(root: Path) -> None:
    Archive.open(root)
    with contextlib.closing(sqlite3.connect(file_of(root), isolation_level=None)) as connection:
        connection.execute("UPDATE statement SET words = 'Another'")
    opened = open_index(str(root), whole=0)
    with contextlib.closing(opened.connection) as connection:
        assert opened.state == "rebuilt"
        words = [row[0] for row in connection.execute("SELECT words FROM statement ORDER BY id")]
    assert words == ["The tide is at 0.", "The tide is at 1.", "The tide is at 2."]


def test_an_index_without_its_note_is_rebuilt(root: Path) -> None:
    Archive.open(root)
    assert Archive.open(root).opened.state == "up to date"
    file_of(root).with_name(file_of(root).name + ".status").unlink()
    assert Archive.open(root).opened.state == "rebuilt"


ROWS = [
    ("UPDATE statement SET summary = 'No tide.' WHERE id = 's1-1'", ("who", "tide")),
    ("UPDATE statement SET date = '2018-01-01' WHERE id = 's1-1'", ("who", "tide")),
    ("UPDATE participant SET name = 'Lim' WHERE id = 'kim'", ("who", "tide")),
    ("UPDATE source SET publisher = 'Q' WHERE id = 's1'", ("who", "tide")),
    ("UPDATE participant SET record = replace(record, 'Kim', 'Lim')", ("participants",)),
    ("UPDATE statement SET summary = 'No tide.' WHERE id = 's1-1'", ("show", "s1-1")),
    ("UPDATE problem SET message = 'all is well'", ("check",)),
    ("UPDATE meta SET value = 7 WHERE key = 'statement'", ("summary",)),
    ("UPDATE files SET notes = replace(notes, 's2.yaml', 's3.yaml')", ("who", "tide")),
]


@pytest.mark.parametrize(("sql", "asked"), ROWS)
def test_a_damaged_row_of_a_large_index_is_not_shown(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, sql: str, asked: tuple[str, ...]
) -> None:
    monkeypatch.setitem(open_index.__kwdefaults__, "whole", 0)
    (root / "s2.yaml").write_text(source_file(2) + "    topics: [none]\n")
    expected = run("--archive", root, *asked)
    as_the_disk(root, sql)
    done = run("--archive", root, *asked)
    assert (done.code, done.out) == (expected.code, expected.out)
    assert Archive.open(root).check_index() == []


def test_a_damaged_row_after_others_have_been_written(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(open_index.__kwdefaults__, "whole", 0)
    monkeypatch.setattr("alliance_archive.archive._BLOCK", 1)
    asked = ("--archive", root, "who", "tide", "--format", "csv")
    expected = run(*asked)
    as_the_disk(root, "UPDATE statement SET summary = 'No tide.' WHERE id = 's1-1'")
    done = run(*asked)
    assert done.code == 1
    assert done.out == expected.out.splitlines(keepends=True)[0]
    assert done.err == (
        "alliance-archive: the index is damaged (a row is not as it was written), and the output "
        "is incomplete: run the command again, which rebuilds the index\n"
    )
    assert run(*asked) == expected


def test_a_damaged_row_leaves_no_half_file(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(open_index.__kwdefaults__, "whole", 0)
    asked = ("--archive", root, "who", "tide", "-o", tmp_path / "tide.csv")
    assert run(*asked).code == 0
    expected = (tmp_path / "tide.csv").read_text()
    as_the_disk(root, "UPDATE statement SET summary = 'No tide.' WHERE id = 's1-1'")
    assert run(*asked) == Done(
        0,
        "",
        "alliance-archive: the index is damaged (a row is not as it was written); rebuilding it\n",
    )
    assert (tmp_path / "tide.csv").read_text() == expected


def test_an_update_does_not_make_a_damaged_row_good(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(open_index.__kwdefaults__, "whole", 0)
    Archive.open(root)
    as_the_disk(root, "UPDATE statement SET summary = 'No tide.' WHERE id = 's1-1'")
    (root / "s2.yaml").write_text(source_file(7).replace("s7", "s2"))
    (root / "people.yaml").write_text(PEOPLE + "  - {id: jo, name: Jo, kind: person}\n")
    archive = Archive.open(root)
    assert archive.opened.state == "updated"
    with pytest.raises(DamagedIndex):
        list(archive.statements())


LISTS = [
    ("DELETE FROM statement_topic", "statement_topic"),
    ("DELETE FROM attribution WHERE statement = (SELECT max(pk) FROM statement)", "attribution"),
    ("UPDATE words_data SET block = zeroblob(9) WHERE id = 10", "words (lists of words)"),
    ("UPDATE statement SET sound = 0 WHERE id = 's1-1'", "statement"),
    ("UPDATE name SET key = 'kin' WHERE key = 'kim'", "name"),
]


def test_index_check_finds_what_no_look_up_can_see(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(open_index.__kwdefaults__, "whole", 0)
    (root / "topics.yaml").write_text("topics:\n  - {id: tides, name: Tides}\n")
    (root / "s2.yaml").write_text(source_file(2).replace("anchor:", "topics: [tides], anchor:"))
    assert run("--archive", root, "index", "--check").code == 0
    for sql, table in LISTS:
        as_the_disk(root, sql)
        done = run("--archive", root, "index", "--check")
        assert (done.code, done.err) == (
            1,
            f"alliance-archive: the index is damaged ({table}); rebuilding it\n",
        )
        assert done.out.endswith(
            "state       rebuilt\nfiles       5\nstatements  3\ncheck       was damaged\n"
        )
        done = run("--archive", root, "index", "--check")
        assert done.code == 0
        assert done.out.endswith(
            "state       up to date\nfiles       5\nstatements  3\ncheck       as the files have it\n"
        )


SAME_ID = """import os, sys
os.getpid = lambda: 1
from alliance_archive.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_sixteen_first_look_ups_at_once_with_one_process_id(root: Path) -> None:
    """As in containers that share a cache."""
    command = [sys.executable, "-c", SAME_ID, "--archive", root, "who", "tide", "--count"]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(16)
    ]
    assert {process.communicate() for process in running} == {("3\n", "")}
    assert {process.returncode for process in running} == {0}
    assert {path.suffix for path in file_of(root).parent.iterdir()} == {
        ".sqlite",
        ".status",
        ".lock",
    }
    with Archive.open(root) as archive:
        assert (archive.opened.state, archive.check_index()) == ("up to date", [])
