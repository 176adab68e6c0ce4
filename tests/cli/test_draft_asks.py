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


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")


def asked(folder: Path, text: str, typed: str) -> str:
    """Draft a text into an archive in the folder on a terminal; return what that shows."""
    import pty

    (folder / "archive.yaml").write_text("archive:\n  title: Ports\n")
    (folder / "remarks.txt").write_text(text)
    terminal, theirs = pty.openpty()
    command = [sys.executable, "-m", "alliance_archive", "--archive", str(folder)]
    with subprocess.Popen(
        [*command, "draft", str(folder / "remarks.txt"), "--add"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "NO_COLOR": "1"},
    ) as process:
        os.write(terminal, typed.encode())
        assert process.wait(60) == 0
    os.close(theirs)
    shown = os.read(terminal, 65536).decode()
    os.close(terminal)
    return shown


def test_publisher_and_date_are_asked_for_and_a_wrong_date_again(tmp_path: Path) -> None:
    shown = asked(tmp_path, TEXT, "Ministry of Ports\nin spring\n2033-03-04\n")
    drafted = (tmp_path / "sources" / "ministry-of-ports-2033-03-04.yaml").read_text()
    assert "Publisher: " in shown
    assert shown.count("Date (YYYY-MM-DD): ") == 2
    assert "“in spring” is not a date" in shown
    assert "  publisher: Ministry of Ports\n  date: 2033-03-04\n" in drafted


def test_the_year_of_the_day_in_the_text_is_asked_for(tmp_path: Path) -> None:
    text = 'PORT AVEL, Oct. 4 (Corrad) -- "We sail," Defense Minister Ida Orlova said.\n'
    shown = asked(tmp_path, text, "2021-10-04\n")
    assert "Date (YYYY-10-04; the date in the text, October 4, has no year): " in shown
    assert (tmp_path / "sources" / "corrad-2021-10-04.yaml").exists()


def test_a_date_that_is_not_valid_is_asked_for(tmp_path: Path) -> None:
    text = 'PORT AVEL, Feb. 30, 2021 (Corrad) -- "We sail," Defense Minister Ida Orlova said.\n'
    shown = asked(tmp_path, text, "2021\n")
    assert "Date (YYYY-MM-DD; the date in the text, Feb. 30, 2021, is not valid): " in shown
    assert (tmp_path / "sources" / "corrad-2021.yaml").exists()


def test_a_year_alone_is_that_of_the_day_in_the_text(tmp_path: Path) -> None:
    text = 'PORT AVEL, Oct. 4 (Corrad) -- "We sail," Defense Minister Ida Orlova said.\n'
    asked(tmp_path, text, "2021\n")
    assert (tmp_path / "sources" / "corrad-2021-10-04.yaml").exists()
