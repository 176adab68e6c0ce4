"""Which archive is used, and how the user is told: in, above and far from their own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Run
from tests.corrad import ARTICLE

EMPTY = "0 statements, 0 sources, 0 topics, 0 meetings, 0 participants"
NO_ARCHIVE = "alliance-archive: no archive here: showing the bundled example (2017). To begin your own: alliance-archive init my-archive. To use another: --archive DIR\n"
LINCHPIN = "ID\npentagon-2017-10-23-01\n"
WHO = ("who", "linchpin", "--fields", "id")


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ALLIANCE_ARCHIVE")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    return home


def clone(folder: Path) -> Path:
    """The contents of a clone of the project."""
    shutil.copytree(SHIPPED, folder / "data")
    return folder


def test_without_an_archive_the_example_answers_and_says_so(run: Run) -> None:
    assert run(*WHO) == (0, LINCHPIN, NO_ARCHIVE)
    assert run(*WHO, "-q") == (0, LINCHPIN, "")


def test_in_a_clone_there_is_no_message(
    run: Run, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone(at_home))
    assert run(*WHO) == (0, LINCHPIN, "")


def test_an_archive_is_found_from_above_and_within(
    run: Run, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run("init", "my-archive")
    assert done.err == (
        "alliance-archive: my-archive is ready. Next:\n"
        "  alliance-archive draft article.txt --add    # draft a record from an article\n"
        "  alliance-archive review                     # accept or correct its drafts\n"
        "  alliance-archive check                      # find every problem in the files\n"
    )
    assert run("check") == (0, "", f"alliance-archive: my-archive: no problems; {EMPTY}\n")
    monkeypatch.chdir(at_home / "my-archive" / "sources")
    path = at_home / "my-archive"
    assert run("check") == (0, "", f"alliance-archive: {path}: no problems; {EMPTY}\n")


def test_verbose_names_the_archive(run: Run, at_home: Path) -> None:
    clone(at_home)
    assert run(*WHO, "-v").err.splitlines()[0] == (
        "alliance-archive: archive: data (“Defense ministers' talks, October 2017”)"
    )


def test_a_changed_title_is_shown(run: Run, at_home: Path) -> None:
    run("init", "my-archive")
    mark = at_home / "my-archive" / "archive.yaml"
    for title in ("Talks", "Other talks"):
        mark.write_text(f"archive:\n  title: {title}\n")
        assert run("check").err.startswith(
            f"alliance-archive: my-archive (“{title}”): no problems;"
        )
    mark.write_text("topics: []\narchive:\n")
    assert run("check").err.startswith("alliance-archive: my-archive: no problems;")


@pytest.mark.parametrize(
    "look_up",
    [
        ("who", "linchpin"),
        ("statements",),
        ("meetings",),
        ("said", "kim"),
        ("summary",),
        ("export", "-o", "all.sqlite"),
        ("export", "--datapackage", "all"),
    ],
)
def test_an_empty_archive_says_so(run: Run, look_up: tuple[str, ...]) -> None:
    run("init", "my-archive")
    said = "alliance-archive: my-archive is empty. To add an article: alliance-archive draft FILE --add"
    done = run(*look_up)
    assert said in done.err.splitlines()
    assert "alliance-archive: " not in done.err.splitlines()
    assert "no statement" not in done.err


def test_several_archives_are_listed(run: Run) -> None:
    run("init", "one")
    run("init", "two")
    assert run(*WHO) == (
        2,
        "",
        "alliance-archive: 2 archives here; choose one:\n  --archive one\n  --archive two\n",
    )


def test_an_archive_within_an_archive_is_not_read_with_it(run: Run, at_home: Path) -> None:
    run("init", "mine")
    clone(at_home / "mine" / "others")
    assert run("--archive", "mine", "check").err == (
        f"alliance-archive: mine: no problems; {EMPTY}\n"
    )
    (at_home / "mine" / "others" / "data" / "archive.yaml").unlink()
    assert "14 statements" in run("--archive", "mine", "check").err


def test_a_folder_of_other_files_is_not_an_archive(run: Run, at_home: Path) -> None:
    clone(at_home / "crowd" / "project")
    assert run("--archive", "crowd", "statements") == (
        2,
        "",
        "alliance-archive: crowd is not an archive: it contains no archive.yaml, and no records "
        "directly or in sources/. To create one there: alliance-archive init crowd\n",
    )


def test_the_example_is_written_to_only_where_it_is_named(
    run: Run, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone(at_home))
    (at_home / "article.txt").write_text(ARTICLE, encoding="utf-8")
    files = sorted(at_home.rglob("*"))
    refused = (
        2,
        "",
        "alliance-archive: data (“Defense ministers' talks, October 2017”) is marked as the example; "
        "nothing was written. Name your own archive with --archive DIR, or "
        "create one: alliance-archive init my-archive\n",
    )
    assert run("draft", "article.txt", "--add") == refused
    assert run("draft", "article.txt", "--add", ALLIANCE_ARCHIVE="data") == refused
    assert sorted(at_home.rglob("*")) == files
    assert run("draft", "article.txt", "--add", "--archive", "data").code == 0
    assert (at_home / "data" / "sources" / "corrad-2021-10-04.yaml").exists()
    assert run("review") == refused


def test_the_bundled_one_is_never_written_to(run: Run, at_home: Path) -> None:
    (at_home / "article.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("draft", "article.txt", "--add")
    assert (done.code, done.out) == (2, "")
    assert "is marked as the example; nothing was written" in done.err


def test_an_archive_is_not_created_inside_another(run: Run, at_home: Path) -> None:
    run("init", "mine")
    done = run("init", "mine/sources/more")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"alliance-archive: mine/sources/more is inside the archive {at_home / 'mine'}; "
        f"nothing was written. To use that one: --archive {at_home / 'mine'}\n"
    )
    (at_home / "mine" / "texts").mkdir()
    assert run("--archive", "mine/texts", "check").err == (
        "alliance-archive: mine/texts is a folder inside an archive: "
        f"use --archive {at_home / 'mine'}\n"
    )


def test_an_empty_name_is_refused(run: Run, at_home: Path) -> None:
    run("init", "mine")
    assert run("--archive", "", "check") == (
        2, "", "alliance-archive: --archive is empty: name a folder\n"
    )  # fmt: skip
    assert run("init", "").err == (
        "alliance-archive: DIR is empty (see: alliance-archive init --help)\n"
    )


def test_an_empty_file_is_a_mark_without_a_title(run: Run, at_home: Path) -> None:
    (at_home / "archive.yaml").touch()
    assert run("check").err == f"alliance-archive: {at_home}: no problems; {EMPTY}\n"


def test_the_example_is_not_opened_in_an_editor(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "false")
    done = run("open", "mattis")
    assert done.code == 2
    assert "is marked as the example; nothing was written" in done.err


def test_a_draft_without_an_archive_takes_nobody_from_the_example(run: Run, at_home: Path) -> None:
    (at_home / "news.txt").write_text(
        "SEOUL, Oct. 4, 2021 (Corrad) -- Defense Secretary Jim Mattis said the drills would go on.\n"
    )
    done = run("draft", "news.txt")
    assert "attributed_to: [jim-mattis]" in done.out
    assert "# New to the archive, as the text names them:" in done.out
    assert done.err.startswith(
        "alliance-archive: no archive here. To begin your own: alliance-archive init my-archive\n"
    )


def test_a_folder_whose_name_is_not_utf_8(
    run: Run, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = at_home / os.fsdecode(b"x\xffy")
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert run("init", "mine").code == 0
    assert run("who", "linchpin", "--count").out == "0\n"
    assert run("--no-index", "who", "linchpin", "--count").out == "0\n"


def test_the_example_is_not_edited_even_where_nothing_would_change(run: Run) -> None:
    done = run("set", "mattis", "country=US")
    assert done.code == 2
    assert "is marked as the example; nothing was written." in done.err


def test_texts_are_not_to_be_saved_in_the_programs_folder(run: Run) -> None:
    done = run("verify", "--source", "pentagon")
    assert done.err.splitlines()[1] == (
        "alliance-archive: pentagon-2017-10-23: 1 quotation and 2 passages not checked: no text "
        "found: name the folder that has it with --texts DIR"
    )
