"""`draft` on a terminal asks for the publisher and the date that a text does not give."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """\
Remarks after the meeting

Q: What have you signed?

A: The agreement on ports.

Q: When does it enter into force?

A: In June.
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
def test_publisher_and_date_are_asked_for_and_a_wrong_date_again(tmp_path: Path) -> None:
    import pty

    (tmp_path / "archive.yaml").write_text("archive:\n  title: Ports\n")
    (tmp_path / "remarks.txt").write_text(TEXT)
    terminal, theirs = pty.openpty()
    command = [sys.executable, "-m", "alliance_archive", "--archive", str(tmp_path)]
    with subprocess.Popen(
        [*command, "draft", str(tmp_path / "remarks.txt"), "--add"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "NO_COLOR": "1"},
    ) as process:
        os.write(terminal, b"Ministry of Ports\nyesterday\n2033-03-04\n")
        assert process.wait(60) == 0
    os.close(theirs)
    shown = os.read(terminal, 65536).decode()
    os.close(terminal)
    drafted = (tmp_path / "sources" / "ministry-of-ports-2033-03-04.yaml").read_text()
    assert "Publisher: " in shown
    assert shown.count("Date (YYYY-MM-DD): ") == 2
    assert "“yesterday” is not a date" in shown
    assert "  publisher: Ministry of Ports\n  date: 2033-03-04\n" in drafted
