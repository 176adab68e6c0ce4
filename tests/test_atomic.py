"""A file appears complete or not at all, even when the writer is killed."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from alliance_archive.atomic import new_file, whole_file
from alliance_archive.errors import ArchiveError, CannotWrite
from tests.conftest import Run

WRITER = """
import sys
from alliance_archive.atomic import new_file, whole_file
with whole_file(sys.argv[1]) as stream:
    stream.write("new " * 1000)
    stream.flush()
    print("half way", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_kill_in_the_middle_leaves_the_old_file(tmp_path: Path, stop: signal.Signals) -> None:
    target = tmp_path / "x.csv"
    target.write_text("old")
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, target],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"half way\n"
    process.send_signal(stop)
    process.communicate(timeout=30)
    assert target.read_text() == "old"


def test_an_error_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    target.write_text("old")

    def fail() -> None:
        with whole_file(target) as stream:
            stream.write("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.csv"
    target.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    why = pytest.raises(CannotWrite, match=r"cannot write .*x\.csv: No space left on device")
    with why, whole_file(target) as stream:
        stream.write("new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "x.csv", tmp_path / "link.csv"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with whole_file(link) as stream:
        stream.write("new\r\n")
    assert target.read_bytes() == b"new\r\n"
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        with whole_file(tmp_path / "x.csv") as stream:
            stream.write("new")
    finally:
        os.umask(umask)
    assert stat.S_IMODE((tmp_path / "x.csv").stat().st_mode) == 0o640


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.csv"
    target.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CannotWrite, match="the file is not writable"), whole_file(target):
        pass
    assert target.read_text() == "old"


def test_a_device_is_written_to_directly(run: Run) -> None:
    assert run("export", "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP])
def test_a_new_file_where_the_file_system_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", no_links)
    target = tmp_path / "below" / "x.yaml"
    with new_file(target) as stream:
        stream.write("new\n")
    assert target.read_text() == "new\n"
    with pytest.raises(ArchiveError, match="already exists"), new_file(target) as stream:
        stream.write("newer\n")
    assert target.read_text() == "new\n"
    assert list(target.parent.iterdir()) == [target]


def test_a_new_file_never_replaces_another(tmp_path: Path) -> None:
    target = tmp_path / "x.yaml"
    why = pytest.raises(ArchiveError, match=r"x\.yaml already exists; nothing was written")
    with why, new_file(target) as stream:
        stream.write("ours\n")
        target.write_text("theirs\n")
    assert target.read_text() == "theirs\n"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_whose_writing_failed(tmp_path: Path) -> None:
    target = tmp_path / "x.yaml"
    with pytest.raises(RuntimeError), new_file(target):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
