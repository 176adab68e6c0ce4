"""Long output on a terminal, which here is a pseudo-terminal of 80 by 24 cells."""

from __future__ import annotations

import contextlib
import os
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


def shown(keys: str, until: str) -> tuple[str, int]:
    """Run COMMAND, press the keys once `until` is on the screen; return the output and exit code."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        COMMAND, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
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
