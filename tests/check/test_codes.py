"""Each problem code: the smallest archive that has it, and the complete report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alliance_archive.check.codes import CODES
from alliance_archive.store import parse
from tests.conftest import Run, Write
from tests.problem_cases import CASES, PEOPLE, SOURCE, STATEMENT, statement


@pytest.mark.parametrize(("code", "text", "report"), CASES, ids=[case[0] for case in CASES])
def test_code(run: Run, write: Write, code: str, text: str | bytes, report: str) -> None:
    root = write({"archive.yaml": "archive:\n", "x.yaml": text})
    done = run("check")
    heads = [line for line in done.out.splitlines() if line.startswith(str(root))]
    assert "\n".join(line.removeprefix(f"{root}/x.yaml:") for line in heads) == report
    assert done.code == (1 if CODES[code].severity == "error" else 0)
    assert f": {code}" in report
    assert run("check", "--strict").code == (0 if CODES[code].severity == "note" else 1)


def test_the_archive_that_the_cases_change_is_sound(run: Run, write: Write) -> None:
    root = write({"x.yaml": statement()})
    assert run("check") == (
        0,
        "",
        f"alliance-archive: {root}: no problems; 1 statement, 1 source, 0 topics, 0 meetings, 2 participants\n",
    )


def test_codes_of_files_themselves(run: Run, write: Write, tmp_path: Path) -> None:
    root = write(
        {
            "good.yaml": "topics: []\n",
            "good.yml": "",
            "folder.yaml/in.yaml": "topics: []\n",
            "a.YAML": "",
            "b.yaml.txt": "",
            "c.YML": "",
            "d.ymal": "",
            "e.yaml.gz": "",
            "f.yaml ": "",
        }
    )
    (tmp_path / "elsewhere.yaml").write_text("topics: []\n")
    (root / "out.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (root / "loop.yaml").symlink_to(root / "loop.yaml")
    (root / "in.yaml").symlink_to(root / "good.yaml")
    os.mkfifo(root / "pipe.yaml")
    (root / os.fsdecode(b"\xff.yaml")).write_text("")
    done = run("check")
    assert done.code == 1
    assert done.out.replace(f"{root}/", "") == (
        "\\xff.yaml:0:0: file-name: the name is not UTF-8: rename it\n"
        "a.YAML:0:0: file-ending: not read, because of its ending: rename it to a.yaml\n"
        "b.yaml.txt:0:0: file-ending: not read, because of its ending: rename it to b.yaml\n"
        "c.YML:0:0: file-ending: not read, because of its ending: rename it to c.yaml\n"
        "d.ymal:0:0: file-ending: not read, because of its ending: rename it to d.yaml\n"
        "f.yaml :0:0: file-ending: not read, because of its ending: rename it to f.yaml\n"
        "folder.yaml:0:0: not-a-file: a folder, not a file\n"
        "good.yml:0:0: file-ending: not read, because of its ending: move its records to good.yaml, and delete it\n"
        "loop.yaml:0:0: outside: a symbolic link that leads nowhere: replace it with the file itself\n"
        "out.yaml:0:0: outside: a symbolic link out of the archive: replace it with the file itself\n"
        "pipe.yaml:0:0: not-a-file: a pipe, a socket or a device, not a file\n"
    )


def test_a_comment_in_the_archives_title(run: Run, write: Write) -> None:
    root = write({"archive.yaml": "archive:\n  title: Our #1 archive\n"})
    assert run("check").out.splitlines()[0] == (
        f"{root}/archive.yaml:2:14: cut-off: “#1 archive” is a comment and not part of the value: put the "
        "value in quotation marks, or write two spaces before the # and one after it"
    )


def test_what_init_writes_has_no_problem_without_its_number_signs(run: Run, write: Write) -> None:
    root = write({})
    assert run("init", root).code == 0
    for path in sorted(root.rglob("*.yaml")):
        lines = path.read_text().splitlines(keepends=True)
        path.write_text(
            "".join(
                line[1:] if line[1:3] == "  " or line[1:2].islower() else line for line in lines
            )
        )
    found = run("check").out
    assert not {"cut-off", "misread"} & {
        line.split(": ")[1] for line in found.splitlines() if ": " in line
    }


PEOPLE_YAML = "participants:\n  - {id: kim, name: Kim, kind: person}\n  - {id: lee, name: Lee, kind: person}\n"


@pytest.mark.parametrize(
    "name",
    [
        "x.sync-conflict-20240203-120000-ABCDEF.yaml",
        "x (Kim's conflicted copy 2024-02-03).yaml",
        "x_conflict-20240203-120000.yaml",
        "x (1).yaml",
        "x copy 2.yaml",
        "x - Copy (2).yaml",
        "Copy of x.yaml",
        "x (another copy).yaml",
        "x - 복사본.yaml",
        "x のコピー.yaml",
        "x_LOCAL_123.yaml",
        "x-copy.yaml",
        "x 2.yaml",
        "x.yaml~",
        "x.yaml.orig",
        "x.yaml.bak",
        "x.YML.old",
        "#x.yaml#",
    ],
)
def test_a_copy_is_not_read(run: Run, write: Write, name: str) -> None:
    root = write({"x.yaml": PEOPLE_YAML, name: PEOPLE_YAML.replace("Lee", "Ri")})
    said = f"{name}:0:0: copy: not read, because its name marks a copy of x.yaml: delete it if x.yaml has all it should, or rename it"
    done = run("check")
    assert (done.code, done.out.replace(f"{root}/", "")) == (
        1,
        f"{said}. Records that differ: lee\n",
    )
    # Look-ups go on as if it were not there.
    looked_up = run("participants", "--fields", "name")
    assert (looked_up.code, looked_up.out, looked_up.err) == (0, "Name\nKim\nLee\n", "")
    (root / name).write_text(PEOPLE_YAML)
    assert run("check").out.replace(f"{root}/", "") == f"{said}\n"
    (root / name).write_text("participants: [")
    assert run("check").out.endswith(
        ", or rename it. It cannot be read, so its records were not compared\n"
    )


def test_a_copy_without_its_original_is_left_out_and_said_to_be(run: Run, write: Write) -> None:
    root = write({"x (1).yaml": PEOPLE_YAML, "y.yaml": "topics: []\n"})
    assert run("check").out.replace(f"{root}/", "") == (
        "x (1).yaml:0:0: file-ending: not read, because its name marks a copy of x.yaml, which is "
        "not there: rename it to x.yaml\n"
    )
    looked_up = run("participants")
    assert looked_up.code == 1
    assert "1 file left out because of errors" in looked_up.err


def test_marks_of_a_merge_that_an_editor_indented(run: Run, write: Write) -> None:
    root = write({
        "x.yaml": "topics:\n  - id: a\n    name: \"a\n      <<<<<<< HEAD\n      b\n      =======\n"
        "      c\n      >>>>>>> theirs\n      d\"\n"
    })  # fmt: skip
    places = [
        line.partition(": c")[0] for line in run("check").out.splitlines() if "x.yaml:" in line
    ]
    assert places == [f"{root}/x.yaml:4:1", f"{root}/x.yaml:8:1"]


@pytest.mark.parametrize(
    "name",
    ["hard-copy.yaml", "x-1.yaml", "y 2.yaml", "Talks of 2017 (held).yaml", "conflict-2017.yaml"],
)
def test_an_ordinary_name_marks_no_copy(run: Run, write: Write, name: str) -> None:
    write({"x.yaml": "topics: []\n", name: PEOPLE_YAML})
    assert run("participants", "--count").out == "2\n"
    assert run("check").code == 0


def test_a_file_with_another_ending_is_told_to_look_ups(run: Run, write: Write) -> None:
    root = write({"x.yaml": PEOPLE_YAML, "sources/y.YAML": ""})
    done = run("participants", "--count")
    assert (done.code, done.out, done.err) == (
        1,
        "2\n",
        f"alliance-archive: {root}/sources/y.YAML:0:0: file-ending: not read, because of its ending: rename it to y.yaml\n"
        "alliance-archive: 1 file left out because of errors. To see them: alliance-archive check\n",
    )


def test_a_file_that_vanishes_or_cannot_be_read(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({"a.yaml": "topics: []\n", "b.yaml": "topics: []\n"})
    real = os.open

    def opened(path: object, *rest: object, **more: object) -> int:
        if str(path).endswith("a.yaml"):
            raise FileNotFoundError(2, "No such file or directory")
        if str(path).endswith("b.yaml"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", opened)
    done = run("check")
    assert done.out.replace(f"{root}/", "") == (
        "a.yaml:0:0: unreadable: cannot read the file: No such file or directory\n"
        "b.yaml:0:0: unreadable: cannot read the file: Permission denied\n"
    )


def test_too_large_and_too_many(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alliance_archive.store.read.MAX_BYTES", 100)
    monkeypatch.setattr(parse, "MAX_ERRORS", 2)
    root = write(
        {"a.yaml": "#" * 101, "b.yaml": f"topics: [{{id: a, name: A, note: [{'&a x, ' * 4}]}}]\n"}
    )
    done = run("check")
    anchor = (
        "YAML anchors such as &a are not allowed: delete &a, "
        "or put text that begins with & in quotation marks"
    )
    assert [line.removeprefix(f"{root}/") for line in done.out.splitlines() if "yaml:" in line] == [
        "a.yaml:0:0: too-large: larger than 0 MiB: split it into several files",
        f"b.yaml:1:34: anchor: {anchor}",
        f"b.yaml:1:40: anchor: {anchor}",
        "b.yaml:1:46: too-many-problems: more than 2 errors: the rest of the file was not read",
    ]
    assert parse.MAX_BYTES == 32 * 2**20


def test_a_second_source(run: Run, write: Write) -> None:
    root = write({"x.yaml": SOURCE + SOURCE.replace("id: s", "id: t") + PEOPLE + STATEMENT})
    assert run("check").out.splitlines()[0] == (
        f"{root}/x.yaml:2:1: duplicate-key: duplicate key “source” (first on line 1)"
    )
    assert run("statements", "--count").out == "0\n"


def test_in_another_language_nothing_inside_the_marks_is_the_articles(
    run: Run, write: Write
) -> None:
    text = statement("summary: Sagte “Wir bleiben.”",
                     "quotes: [{exact: Wir bleiben., start: 10, end: 22}]",
                     "anchor: {start: 5, end: 30}")  # fmt: skip
    write({"x.yaml": text})
    assert run("check").out.count("quote-punctuation") == 1
    write({"x.yaml": text.replace("kind: article", "kind: article, language: de")})
    assert run("check").out == ""


def test_every_code_has_its_case() -> None:
    elsewhere = {
        "unreadable",
        "not-a-file",
        "outside",
        "file-ending",
        "copy",
        "file-name",
        "too-large",
        "too-many-problems",
    }
    assert {case[0] for case in CASES} | elsewhere == set(CODES)


def test_a_record_with_an_error_can_be_referred_to(run: Run, write: Write) -> None:
    write({"x.yaml": statement().replace("name: Kim,", "")})
    done = run("statements", "--fields", "id,attributed_names")
    assert (done.code, done.out) == (1, "ID   Attributed to\ns-1  kim (record has an error)\n")


def test_problems_of_one_file_do_not_hide_those_between_files(run: Run, write: Write) -> None:
    root = write({"x.yaml": statement("attributed_to: [kin]", "form: derect")})
    done = run("check")
    codes = [line.split(": ")[1] for line in done.out.splitlines() if line.startswith(str(root))]
    assert codes == ["unknown-reference", "bad-value"]


def test_no_id_is_called_unknown_while_a_file_cannot_be_read(run: Run, write: Write) -> None:
    root = write({"x.yaml": SOURCE + STATEMENT, "people.yaml": PEOPLE + "  - {"})
    done = run("check")
    assert [line for line in done.out.splitlines() if line.startswith(str(root))] == [
        f"{root}/people.yaml:4:5: yaml-syntax: this bracket is never closed: add the missing }}"
    ]
