"""The Python API as its users write it: what python_api.py does, on the shipped archive."""

from __future__ import annotations

import gc
import io
import json
import pickle
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import alliance_archive
from alliance_archive import Archive
from tests import python_api
from tests.articles import article
from tests.conftest import SHIPPED
from tests.edit_cases import contents


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive.open(SHIPPED) as archive:
        yield archive


def test_an_archive_that_is_forgotten_is_closed_in_any_thread() -> None:
    archive = Archive.open(SHIPPED)
    archive.itself = archive  # type: ignore[attr-defined]  # only the collector can free it
    connection = archive.connection
    del archive
    collecting = threading.Thread(target=gc.collect)
    collecting.start()
    collecting.join()
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_open_and_begin(tmp_path: Path) -> None:
    assert python_api.open_an_archive(SHIPPED)[1] == 14
    written = python_api.begin_an_archive(tmp_path / "new")
    assert python_api.open_an_archive(tmp_path / "new") == ("rebuilt", 0)
    assert tmp_path / "new" / "schema.json" in written


def test_look_ups(archive: Archive) -> None:
    matches = python_api.look_up_words(archive, "linchpin")
    assert len(matches) == 3
    assert "Jim Mattis" in matches[0][0]
    assert python_api.what_somebody_said(archive, "onodera")
    assert python_api.look_up_an_id(archive, "yonhap-2017-10-23-01") == "2017-10-23"
    assert python_api.look_up_an_id(archive, "nobody") == "no such statement; nearest: "
    assert ("Dana White", "chief spokesperson, Pentagon") in python_api.roles_on_the_day(archive)


def test_reports(archive: Archive) -> None:
    assert python_api.list_topics(archive)["US–South Korea alliance"] == 2
    (summary,) = python_api.report_problems(archive)
    assert ": no problems; 14 statements" in summary
    assert python_api.ask_in_sql(archive, "SELECT count(*) FROM quotes") == [(9,)]


def test_acts(archive: Archive, tmp_path: Path) -> None:
    assert python_api.find_other_reports(archive, "yonhap-2017-10-23-02") == [
        ("pentagon-2017-10-23-01", "same", ()),
        ("yonhap-2017-10-23-01", "cropped", ()),
    ]
    assert python_api.count_acts(archive) == (14, 11)
    assert python_api.who_reports_what(archive, "us-asean-2017-10") == {
        "yonhap-2017-10-23-11": ["yonhap-2017-10-23-11"]
    }
    shutil.copytree(SHIPPED, tmp_path / "data")
    with Archive.open(tmp_path / "data") as own:
        act = python_api.link_two_reports(own, "yonhap-2017-10-23-09", "yonhap-2017-10-23-10")
        assert act == "trilateral-2017-10-23-1"
        assert python_api.count_acts(own) == (14, 10)


def test_citations_and_exports(archive: Archive, tmp_path: Path) -> None:
    note, entry = python_api.cite_records(archive, "yonhap-2017-10-23-04", "yonhap-2017-10-23-04")
    assert note.startswith("Dana White, reporting Jim Mattis, US–Japan defense talks, ")
    assert entry.startswith("@misc{yonhap-2017-10-23-04,")
    assert entry.count("@misc") == 1
    linked = io.StringIO()
    count = python_api.export_for_other_programs(archive, tmp_path, linked)
    assert count == archive.count(alliance_archive.Filter(country=("JP",)))
    assert "@graph" in json.loads(linked.getvalue())
    assert (tmp_path / "package" / "datapackage.json").exists()
    assert python_api.export_where_it_cannot_be(archive) == (
        "cannot write /nowhere/at/all.sqlite: No such file or directory"
    )


def test_every_public_name_is_there_and_none_is_a_room() -> None:
    for name in alliance_archive.__all__:
        assert getattr(alliance_archive, name) is not None
    rooms = {path.stem for path in Path(alliance_archive.__file__).parent.iterdir()}
    assert rooms.isdisjoint(alliance_archive.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Archives'"):
        alliance_archive.Archives  # noqa: B018
    assert Path(alliance_archive.__file__).with_name("py.typed").exists()


def test_a_room_stays_a_module_when_the_package_is_imported_first() -> None:
    script = (
        "import alliance_archive; alliance_archive.Archive; import alliance_archive.export;"
        "print(alliance_archive.export.cite, type(alliance_archive.export).__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("module\n")


def test_change_and_take_back(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "mine")
    before = contents(tmp_path / "mine")
    with Archive.open(tmp_path / "mine") as archive:
        assert python_api.change_and_take_back(archive) == (
            ["participants.yaml"],
            [
                "remove un-resolutions",
                "merge north-korea north-korea-weapons",
                "rename jim-mattis james-mattis",
                "set mattis note=Secretary until 2018.",
            ],
            "jim-mattis",
        )
    assert contents(tmp_path / "mine") == before


def test_verify_and_draft(archive: Archive, tmp_path: Path) -> None:
    checked = python_api.verify_an_archive(archive, tmp_path)
    assert checked[0] == "pentagon-2017-10-23-01: unverified"
    text = "Defense Minister Ann Example said on Monday that the drills would go on.\n"
    assert python_api.draft_an_article(archive, text) == ["indirect"]


def test_draft_in_other_processes_and_from_folders(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "articles" / "1.txt"
    path.parent.mkdir()
    path.write_text(article(1), encoding="utf-8")
    known = pickle.loads(pickle.dumps(python_api.what_another_process_needs(archive)))
    assert "  id: corrad-1990-01-02\n" in python_api.draft_a_file_elsewhere(known, path)
    archive_yaml = tmp_path / "mine" / "archive.yaml"
    archive_yaml.parent.mkdir()
    archive_yaml.write_text("archive: {title: Mine}\n")
    with Archive.open(archive_yaml.parent) as mine:
        people = python_api.draft_a_folder(mine, path.parent)
    assert len(people) == 3
    assert (tmp_path / "mine" / "sources" / "example-wire-1990-01-02.yaml").exists()


def test_corrections_and_what_changed(tmp_path: Path) -> None:
    for name in ("before", "now"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "topics.yaml").write_text("topics:\n  - id: sea\n    name: Sea lane\n")
    with Archive.open(tmp_path / "now") as archive:
        sheet = tmp_path / "topics.csv"
        python_api.export_to_be_corrected(archive, sheet)
        sheet.write_text(sheet.read_text().replace("Sea lane", "Sea lanes"))
        assert python_api.bring_corrections_home(archive, sheet) == [("sea", "name", "Sea lanes")]
        assert python_api.what_changed(archive, tmp_path / "before") == [
            "name: Sea [-lane-] {+lanes+}"
        ]
