"""Long output on a terminal, which here is a pseudo-terminal of 80 by 24 cells."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

import fcntl
import pty
import struct
import termios

COMMAND = [sys.executable, "-m", "alliance_archive", "statements"]
pytestmark = pytest.mark.skipif(not shutil.which("less"), reason="no less here")


def shown(keys: str, until: str, **environment: str) -> tuple[str, int]:
    """Run COMMAND, press the keys once `until` is on the screen; return the output and exit code."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        COMMAND,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | environment,
        start_new_session=True,
    )
    os.close(theirs)
    output = b""
    with contextlib.suppress(OSError):  # raised once nobody holds the other end
        while until.encode() not in output:
            output += os.read(ours, 4096)
        os.write(ours, keys.encode())
        while part := os.read(ours, 4096):
            output += part
    os.close(ours)
    return output.decode(errors="replace"), process.wait()


def test_the_pager_says_how_to_leave_it() -> None:
    output, code = shown(keys="q", until="space for more, q to quit")
    assert code == 0
    assert "yonhap-2017-10-23-04" in output
    assert "yonhap-2017-10-23-12" not in output


def test_a_users_own_options_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESS", "RPsmine$")
    output, code = shown(keys="q", until="mine")
    assert code == 0
    assert "q to quit" not in output


@pytest.mark.parametrize(
    ("pager", "message"),
    [
        ("less '", "PAGER is not a command: “less '” (No closing quotation)"),
        (
            "no-such-pager -R",
            "cannot run the pager no-such-pager: No such file or directory.\r\n"
            "  Set PAGER to another one",
        ),
    ],
)
def test_without_a_pager_that_can_be_run_the_text_is_shown(pager: str, message: str) -> None:
    output, code = shown(keys="", until=message, PAGER=pager)
    assert code == 0
    assert f"alliance-archive: {message}\r\n" in output
    assert "yonhap-2017-10-23-12" in output


def test_a_pager_has_options_and_gets_the_encoding_of_the_terminal() -> None:
    output, code = shown(
        keys="", until="yonhap-2017-10-23-12", PAGER="sed 's/^/| /'", PYTHONIOENCODING="latin-1"
    )
    assert code == 0
    assert "| \x1b[1mWho " in output
    assert "\\u201cSecretary" in output
    # A progress bar, which only a slow start shows, has a “?” in its codes.
    assert not re.search(r"^\| .*\?", output, re.MULTILINE)
    assert output.count("this terminal is not UTF-8 (iso8859-1)") == 1


def test_a_reader_who_leaves_the_pager_early_gets_no_error() -> None:
    output, code = shown(keys="", until="", PAGER="true")
    assert (output, code) == ("", 0)
