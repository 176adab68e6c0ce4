"""Which archive is used, whether or not one is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alliance_archive.errors import NoArchive, SeveralArchives
from alliance_archive.store import locate as module
from alliance_archive.store.locate import Location, locate, shipped
from tests.conftest import SHIPPED

TOPICS = "# ours\ntopics:\n  - {id: a, name: A}\n"
MARK = "archive:\n  title: Mine\n"
EXAMPLE = "archive:\n  example: true\n"
BUNDLED = Location(str(SHIPPED), bundled=True)


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLIANCE_ARCHIVE")


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_the_nearest_data_above_that_holds_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "data" / "sources" / "x.yaml", "source:\n  id: x\n")
    put(tmp_path / "deep" / "data" / "others.yaml", "services:\n  web: {image: x}\n")
    put(tmp_path / "deep" / "data" / "table.csv", "topics:\n")
    (tmp_path / "deep" / "er").mkdir()
    monkeypatch.chdir(tmp_path / "deep" / "er")
    assert locate() == Location(str(tmp_path / "data"))
    put(tmp_path / "deep" / "data" / "topics.yaml", TOPICS)
    assert locate() == Location(str(tmp_path / "deep" / "data"))


def test_a_marked_folder_from_within_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "mine" / "archive.yaml", MARK)
    (tmp_path / "mine" / "sources").mkdir()
    for folder in ("mine", "mine/sources"):
        monkeypatch.chdir(tmp_path / folder)
        assert locate() == Location(str(tmp_path / "mine"))


def test_the_mark_of_a_folder_goes_before_that_of_its_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "data" / "archive.yaml", MARK)
    monkeypatch.chdir(tmp_path)
    assert locate() == Location(str(tmp_path / "data"))
    put(tmp_path / "archive.yaml", MARK)
    assert locate() == Location(str(tmp_path))


def test_the_one_marked_folder_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "mine" / "archive.yaml", MARK)
    put(tmp_path / "others" / "topics.yaml", TOPICS)
    put(tmp_path / "strangers" / "archive.yaml", "archives:\n  - tape\n")
    put(tmp_path / ".trash" / "archive.yaml", MARK)
    put(tmp_path / "deeper" / "down" / "archive.yaml", MARK)
    assert locate() == Location(str(tmp_path / "mine"))
    put(tmp_path / "another one" / "archive.yaml", MARK)
    with pytest.raises(SeveralArchives) as raised:
        locate()
    assert str(raised.value) == (
        "2 archives here; choose one:\n  --archive 'another one'\n  --archive mine"
    )
    put(tmp_path / "data" / "topics.yaml", TOPICS)
    assert locate() == Location(str(tmp_path / "data"))


def test_one_of_your_own_goes_before_the_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A clone of the project, with an archive begun in it.
    put(tmp_path / "data" / "archive.yaml", EXAMPLE)
    monkeypatch.chdir(tmp_path)
    assert locate() == Location(str(tmp_path / "data"))
    put(tmp_path / "mine" / "archive.yaml", MARK)
    assert locate() == Location(str(tmp_path / "mine"))
    monkeypatch.chdir(tmp_path / "data")
    assert locate() == Location(str(tmp_path / "data"))


def test_a_named_archive_goes_before_a_near_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("data", "one", "other"):
        put(tmp_path / name / "topics.yaml", TOPICS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLIANCE_ARCHIVE", "one")
    assert locate() == Location("one")
    assert locate("other") == Location("other", named=True)
    with pytest.raises(NoArchive, match="no archive: nowhere does not exist"):
        locate("nowhere")


def test_a_folder_of_other_files_is_not_an_archive(tmp_path: Path) -> None:
    put(tmp_path / "a" / "topics.yaml", TOPICS)
    put(tmp_path / "compose.yaml", "services:\n  web: {image: x}\n")
    with pytest.raises(
        NoArchive, match=r"is not an archive: it contains no archive\.yaml, and no records"
    ):
        locate(tmp_path)
    put(tmp_path / "sources" / "x.yaml", "source:\n  id: x\n")
    assert locate(tmp_path).root == str(tmp_path)


def test_without_an_archive_the_example_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate() == BUNDLED
    assert shipped() == str(SHIPPED)
    # Installed, the archive is in the package.
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
    assert locate() == BUNDLED
    os.chdir(tmp_path)


def test_a_data_folder_that_cannot_be_read_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "data" / "topics.yaml", TOPICS)
    monkeypatch.chdir(tmp_path)

    def refused(*_: object) -> list[str]:
        raise PermissionError

    monkeypatch.setattr(os, "listdir", refused)
    assert locate() == BUNDLED


def test_a_pipe_called_as_the_mark_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "archive.yaml")
    monkeypatch.chdir(tmp_path)
    assert locate() == BUNDLED
