"""`init` begins an archive that passes `check`, over nothing that is there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.conftest import Run


def test_init(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "new" / "archive"
    done = run("init", root)
    names = [
        "participants.yaml",
        "meetings.yaml",
        "topics.yaml",
        "sources/example.yaml",
        "schema.json",
    ]
    assert (done.code, done.err) == (0, "")
    assert done.out == "".join(f"{root}/{name}\n" for name in names)
    assert run("--archive", root, "check") == (
        0,
        "",
        "alliance-archive: no problem; "
        "0 statements, 0 sources, 0 topics, 0 meetings, 0 participants\n",
    )


def test_the_examples_are_sound_when_their_marks_are_taken_away(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path / "a")
    for path in (tmp_path / "a").rglob("*.yaml"):
        text = re.sub(r"(?m)^#(?=  |\w)", "", path.read_text(encoding="utf-8"))
        path.write_text(text.replace("sha256: …", f"sha256: {'a' * 64}"), encoding="utf-8")
    done = run("--archive", tmp_path / "a", "check")
    # The examples refer to others than those they show: that, and nothing else, is reported.
    codes = {line.split(": ")[1] for line in done.out.splitlines() if ".yaml:" in line}
    assert codes == {"unknown-reference"}


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "topics.yaml").write_text("mine")
    done = run("init", tmp_path)
    assert done == (
        2, "", f"alliance-archive: {tmp_path} already holds topics.yaml; nothing was written\n",
    )  # fmt: skip
    assert os.listdir(tmp_path) == ["topics.yaml"]


@pytest.mark.parametrize("name", ["file/below", "file"])
def test_where_no_folder_can_be(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    done = run("init", tmp_path / name)
    assert done.code == 2
    assert done.err.startswith(f"alliance-archive: cannot write {tmp_path}/file")
