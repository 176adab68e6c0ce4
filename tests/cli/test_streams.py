"""Open descriptors, pipes and devices, in place of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from alliance_archive.atomic import descriptor_of

PROGRAM = f"{sys.executable} -m alliance_archive"
EXPORT = f"{PROGRAM} export --source yonhap --fields id --format csv --limit 2"
ROWS = "id\r\nyonhap-2017-10-23-01\r\nyonhap-2017-10-23-02\r\n"
ARTICLE = 'SEOUL, Oct. 4 (Example) -- "The tide is high," Foreign Minister Mara Voss said Monday.\n'
DRAFT = f"{PROGRAM} draft --publisher Example --date 2021-10-04 --no-known"

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    package = str(Path(__file__).parent.parent.parent)
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=os.environ | {"PYTHONPATH": package},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_which_paths_mean_a_descriptor(tmp_path: Path) -> None:
    for name, target in (
        ("out", "/dev/stdout"),
        ("again", "out"),
        ("fd", "/dev/fd"),
        ("a", "b"),
        ("b", "a"),
    ):
        (tmp_path / name).symlink_to(target)
    paths = ["-", "/dev/stdout", "/dev/stderr", "/dev/fd/63", "/dev/./fd/3", "/proc/self/fd/4",
             tmp_path / "again", tmp_path / "fd" / "5", "/dev/null", "x.csv", "./-", tmp_path / "a"]  # fmt: skip
    assert [descriptor_of(path) for path in paths] == [
        1, 1, 2, 63, 3, 4, 1, 5, None, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "output",
    ["-o - >> log", "-o /dev/stdout >> log", "-o /dev/fd/1 >> log", "-o /proc/self/fd/1 >> log",
     "-o /dev/stderr 2>> log", "-o /dev/fd/3 3>> log", "-o link >> log"],
)  # fmt: skip
def test_what_a_file_holds_already_is_kept(tmp_path: Path, output: str) -> None:
    (tmp_path / "log").write_text("before\n")
    (tmp_path / "link").symlink_to("/dev/stdout")
    done = shell(tmp_path, f"{EXPORT} {output}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "log").read_bytes().decode() == "before\n" + ROWS
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize(
    "line",
    [f"{EXPORT} -o /dev/stdout | cat", f"{EXPORT} -o >(cat)  | cat", f"{EXPORT} -o /dev/fd/3 3>&1 | cat",
     f"mkfifo pipe; {EXPORT} -o pipe & cat pipe", f"{EXPORT} -o /dev/stderr 2>&1 >/dev/null | cat"],
)  # fmt: skip
def test_pipes_are_written_to_directly(tmp_path: Path, line: str) -> None:
    done = shell(tmp_path, line)
    assert (done.returncode, done.stdout, done.stderr) == (0, ROWS.replace("\r\n", "\n"), "")


def test_a_pipe_that_nobody_reads_ends_it_quietly(tmp_path: Path) -> None:
    done = shell(tmp_path, f"{PROGRAM} export --format csv -o >(true); echo $?")
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_the_style_of_citations_in_a_pipe_is_text(tmp_path: Path) -> None:
    cite = f"{PROGRAM} cite yonhap-2017-10-23-01"
    assert shell(tmp_path, f"{cite} -o /dev/stdout").stdout == shell(tmp_path, cite).stdout != ""


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("-o /dev/stdout --format sqlite >> log", "a database needs a file: add -o FILE.sqlite"),
        ("--datapackage /dev/stdout >> log", "a database needs a file: add -o FILE.sqlite"),
        ("-o /dev/fd/9", "cannot write /dev/fd/9: Bad file descriptor"),
        ("-o /dev/full", "cannot write /dev/full: No space left on device"),
        ("-o .", "cannot write .: Is a directory"),
    ],
)
def test_what_cannot_be_written_to(tmp_path: Path, output: str, message: str) -> None:
    (tmp_path / "log").write_text("before\n")
    done = shell(tmp_path, f"{PROGRAM} export {output}")
    assert (done.stdout, done.stderr) == ("", f"alliance-archive: {message}\n")
    assert done.returncode != 0
    assert (tmp_path / "log").read_text() == "before\n"


@pytest.mark.parametrize(
    "line",
    [f"{DRAFT} <(cat article.txt)", f"{DRAFT} - < article.txt", f"{DRAFT} /dev/stdin < article.txt",
     f"cat article.txt | {DRAFT} /dev/stdin", f"{DRAFT} /dev/fd/3 3< article.txt",
     f"mkfifo pipe; cat article.txt > pipe & {DRAFT} pipe"],
)  # fmt: skip
def test_pipes_are_read_directly(tmp_path: Path, line: str) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    expected = shell(tmp_path, f"{DRAFT} article.txt")
    assert "exact: The tide is high" in expected.stdout
    done = shell(tmp_path, line)
    assert (done.returncode, done.stdout, done.stderr) == (0, expected.stdout, expected.stderr)


def test_a_fingerprint_of_what_a_pipe_holds(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    verify = f"{PROGRAM} verify --fingerprint"
    expected = shell(tmp_path, f"{verify} article.txt").stdout
    assert shell(tmp_path, f"{verify} <(cat article.txt)").stdout == expected != ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (f"{DRAFT} /dev/fd/9", "cannot read /dev/fd/9: Bad file descriptor"),
        (f"{DRAFT} /dev/zero", "the text is larger than 64 MiB"),
        (f"{DRAFT} - <&-", "standard input is empty: nothing to draft from"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, line: str, message: str) -> None:
    done = shell(tmp_path, line)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"alliance-archive: {message}\n")


def test_a_draft_from_a_pipe_is_reviewed_without_a_folder_of_texts(tmp_path: Path) -> None:
    assert shell(tmp_path, f"{PROGRAM} init mine").returncode == 0
    (tmp_path / "article.txt").write_text(ARTICLE)
    add = f"{PROGRAM} --archive mine draft <(cat article.txt) --publisher Example --date 2021-10-04 --add"
    done = shell(tmp_path, add)
    assert done.returncode == 0
    assert done.stderr.endswith("review example-2021-10-04\n")
