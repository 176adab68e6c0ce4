"""`init` creates an archive that passes `check`; an existing one gets its mark and schema."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.conftest import Run, Write


def test_init(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "new" / "archive"
    done = run("init", root)
    names = [
        "participants.yaml",
        "meetings.yaml",
        "topics.yaml",
        "sources/example.yaml",
        "schema.json",
        ".gitignore",
        "archive.yaml",
    ]
    assert (done.code, done.err) == (
        0,
        f"alliance-archive: {root} is ready. Next:\n"
        f"  alliance-archive --archive {root} draft article.txt --add"
        "    # draft a record from an article\n"
        f"  alliance-archive --archive {root} review                     "
        "# accept or correct its drafts\n"
        f"  alliance-archive --archive {root} check                      "
        "# find every problem in the files\n",
    )
    assert done.out == "".join(f"{root}/{name}\n" for name in names)
    assert run("--archive", root, "check") == (
        0,
        "",
        f"alliance-archive: {root}: no problems; "
        "0 statements, 0 sources, 0 topics, 0 meetings, 0 participants\n",
    )


def test_the_examples_are_sound_once_uncommented(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "a")
    for path in (tmp_path / "a").rglob("*.yaml"):
        text = re.sub(r"(?m)^#(?=  |source:|statements:)", "", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    assert run("--archive", tmp_path / "a", "check", "--strict") == (
        0,
        "",
        f"alliance-archive: {tmp_path}/a: no problems; "
        "1 statement, 1 source, 2 topics, 2 meetings, 2 participants\n",
    )


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "topics.yaml").write_text("mine")
    done = run("init", tmp_path)
    assert done == (
        2, "", f"alliance-archive: {tmp_path} already contains topics.yaml; nothing was written\n",
    )  # fmt: skip
    assert os.listdir(tmp_path) == ["topics.yaml"]


OLD_SCHEMA = '{"title": "of an older version"}'


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("schema", [OLD_SCHEMA, "{", None])
def test_an_archive_gets_its_mark_and_schema_and_nothing_else(
    run: Run, write: Write, schema: str | None
) -> None:
    people = "participants:\n  - {id: kim, name: Kim, kind: person}\n"
    root = write({"people.yaml": people, "topics.yaml": "topics:\n"})
    if schema:
        (root / "schema.json").write_text(schema)
    original = contents(root)
    done = run("init", root)
    assert (done.code, done.out) == (0, f"{root}/schema.json\n{root}/archive.yaml\n")
    renewed = contents(root)
    del renewed[root / ".alliance-archive.lock"]
    assert renewed.pop(root / "archive.yaml") == (
        b"# yaml-language-server: $schema=schema.json\n"
        b"# Marks this folder as an archive.\narchive:\n  title: archive\n"
    )
    assert json.loads(renewed.pop(root / "schema.json"))["title"] == "alliance-archive file"
    original.pop(root / "schema.json", None)
    assert renewed == original


def test_a_schema_that_is_current_is_not_written(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "a"
    run("init", root)
    reformatted = json.dumps(json.loads((root / "schema.json").read_text()))
    (root / "schema.json").write_text(reformatted)
    original = contents(root)
    assert run("init", root) == (
        0,
        "",
        f"alliance-archive: {root} is already an archive and up to date; nothing was written\n",
    )
    assert contents(root) == original


def test_check_notes_a_schema_of_another_version(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "an archive"
    run("init", root)
    (root / "schema.json").write_text(OLD_SCHEMA)
    done = run("--archive", root, "check", "--strict")
    assert done == (
        0,
        "",
        f"alliance-archive: {root}/schema.json is from another version. "
        f"To renew it: alliance-archive init '{root}'\n"
        f"alliance-archive: {root}: no problems; "
        "0 statements, 0 sources, 0 topics, 0 meetings, 0 participants\n",
    )
    assert run("--archive", root, "check", root / "topics.yaml").err.count("\n") == 1
    run("init", root)
    assert run("--archive", root, "check").err.count("\n") == 1


@pytest.mark.parametrize("name", ["file/below", "file"])
def test_a_folder_that_cannot_be_created(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    done = run("init", tmp_path / name)
    assert done.code == 2
    assert done.err.startswith(f"alliance-archive: cannot write {tmp_path}/file")
