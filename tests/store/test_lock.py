"""One edit of an archive at a time; after a while, the user is told which one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from alliance_archive.errors import CannotWrite
from alliance_archive.store.lock import locked, locked_file

HOLDER = """
import sys
from alliance_archive.store.lock import locked
sys.argv = ["/usr/bin/alliance-archive", "review", "the wire"]
with locked("."):
    print("mine", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that holds the lock until it ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"mine\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_long_wait_names_the_process_that_has_the_lock(tmp_path: Path) -> None:
    told = []
    with another_process(tmp_path) as process:

        def on_wait(holder: str) -> None:
            told.append(holder)
            process.kill()  # which frees its lock

        with locked(tmp_path, on_wait, patience=0.05):
            pass
        assert told == [f"process {process.pid} (alliance-archive review 'the wire')"]


def test_a_short_wait_says_nothing(tmp_path: Path) -> None:
    told: list[str] = []
    with another_process(tmp_path) as process:
        process.kill()
        with locked(tmp_path, told.append):
            pass
    assert told == []


def test_an_interrupt_ends_the_waiting(tmp_path: Path) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    with (
        another_process(tmp_path),
        pytest.raises(KeyboardInterrupt),
        locked(tmp_path, interrupted, patience=0),
    ):
        pass


def test_a_folder_in_which_no_lock_can_be_created(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="No such file"), locked(tmp_path / "gone"):
        pass
    (tmp_path / ".alliance-archive.lock").mkdir()
    with pytest.raises(CannotWrite, match="Is a directory"), locked(tmp_path):
        pass


def test_a_file_that_was_replaced_in_the_meantime_is_locked_again(tmp_path: Path) -> None:
    path, new = tmp_path / "draft.yaml", tmp_path / "new.yaml"
    path.write_text("old")
    new.write_text("new")

    def replaced(_: str) -> None:
        raise AssertionError

    with locked_file(path, replaced):
        new.replace(path)
        # The file of that name is now another, and not locked.
        with locked_file(path, replaced, patience=0):
            pass


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_lock_that_leads_elsewhere_is_refused(
    tmp_path: Path, link: Callable[[Path, Path], None]
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    link(precious, tmp_path / ".alliance-archive.lock")
    with pytest.raises(CannotWrite), locked(tmp_path):
        pass
    assert precious.read_text() == "mine"


def test_an_interrupted_wait_leaves_the_name_of_the_holder(tmp_path: Path) -> None:
    lock = tmp_path / ".alliance-archive.lock"

    def interrupted(_holder: str) -> None:
        raise KeyboardInterrupt

    with locked(tmp_path):
        signed = lock.read_text()
        with pytest.raises(KeyboardInterrupt), locked(tmp_path, interrupted, patience=0):
            pass
        assert lock.read_text() == signed != ""


def test_the_lock_of_another_user_can_be_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".alliance-archive.lock").touch()
    real = os.open

    def denied(path: str, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", denied)
    with locked(tmp_path):
        assert (tmp_path / ".alliance-archive.lock").read_text() == ""
