"""Which archive is used when none is named, and when one is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alliance_archive.errors import NoArchive
from alliance_archive.store import locate as module
from alliance_archive.store.locate import locate, shipped
from tests.conftest import SHIPPED

TOPICS = "# ours\ntopics:\n  - {id: a, name: A}\n"


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLIANCE_ARCHIVE")


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_the_nearest_data_above_that_holds_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "data" / "sources" / "x.yaml", "source:\n  id: x\n")
    put(tmp_path / "deep" / "data" / "others.yaml", "services:\n  web: {image: x}\n")
    put(tmp_path / "deep" / "data" / "table.csv", "topics:\n")
    (tmp_path / "deep" / "er").mkdir()
    monkeypatch.chdir(tmp_path / "deep" / "er")
    assert locate() == str(tmp_path / "data")
    put(tmp_path / "deep" / "data" / "topics.yaml", TOPICS)
    assert locate() == str(tmp_path / "deep" / "data")


def test_what_is_named_goes_before_what_is_near(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("data", "one", "other"):
        put(tmp_path / name / "topics.yaml", TOPICS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLIANCE_ARCHIVE", "one")
    assert locate() == "one"
    assert locate("other") == "other"
    with pytest.raises(NoArchive, match="no archive: nowhere does not exist"):
        locate("nowhere")


def test_files_of_an_archive_may_lie_at_any_depth(tmp_path: Path) -> None:
    put(tmp_path / "a" / "b" / "c" / "topics.yaml", TOPICS)
    assert locate(tmp_path) == str(tmp_path)


def test_without_any_the_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate() == shipped() == str(SHIPPED)
    # Installed, the archive lies within the package.
    put(tmp_path / "package" / "data" / "topics.yaml", TOPICS)
    monkeypatch.setattr(module, "_PACKAGE", str(tmp_path / "package"))
    assert shipped() == str(tmp_path / "package" / "data")


def test_in_a_working_directory_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert locate() == str(SHIPPED)
    os.chdir(tmp_path)


def test_a_data_folder_that_cannot_be_read_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "data" / "topics.yaml", TOPICS)
    monkeypatch.chdir(tmp_path)

    def refused(*_: object) -> list[str]:
        raise PermissionError

    monkeypatch.setattr(os, "listdir", refused)
    assert locate() == str(SHIPPED)
