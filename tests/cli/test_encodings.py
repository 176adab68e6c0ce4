"""A terminal that is not UTF-8 gets escapes for what it lacks, aligned; a file gets everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NOTE = (
    "alliance-archive: this terminal is not UTF-8 ({}): characters that it does not have are shown "
    "as escapes, such as \\u201c. To see them: use a UTF-8 locale, such as LC_ALL=C.UTF-8\n"
)
pytestmark = pytest.mark.usefixtures("harbor")


def run_in(encoding: str, *arguments: str, columns: str = "80") -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-m", "alliance_archive", *arguments],
        env=os.environ | {"PYTHONIOENCODING": encoding, "COLUMNS": columns},
        capture_output=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr.decode(encoding)


def test_a_table_in_latin_1() -> None:
    code, out, err = run_in("latin-1", "said", "kim", "anchor")
    assert (code, err) == (0, NOTE.format("iso8859-1"))
    assert out.decode("latin-1") == (
        "With, via, reporting  Words                                       ID, form, date\n"
        "--------------------------------------------------------------------------------\n"
        "with Mara Voss        Called the alliance the \\u201canchor\\u201d  wire-1\n"
        "                      of peace.                                   partial quote\n"
        "                                                                  2024-06-01\n"
    )


def test_a_message_in_ascii() -> None:
    assert run_in("ascii", "said", "Zoé") == (
        2,
        b"",
        "alliance-archive: no participant called \\u201cZo\\xe9\\u201d in the archive\n"
        + NOTE.format("ascii"),
    )


def test_nothing_is_said_where_nothing_is_lacking() -> None:
    assert run_in("latin-1", "topics", "--fields", "id")[2] == ""
    assert run_in("ascii", "who", "anchor", "--format", "json")[2] == ""
    assert run_in("ascii", "said", "kim", "-q")[2] == ""
    assert run_in("utf-16", "said", "kim")[2] == ""


@pytest.mark.parametrize("ending", ["txt", "csv", "json", "md", "yaml"])
def test_a_file_is_utf_8(tmp_path: Path, ending: str) -> None:
    for encoding in ("utf-8", "latin-1", "ascii"):
        target = tmp_path / f"{encoding}.{ending}"
        assert run_in(encoding, "said", "kim", "-o", str(target)) == (0, b"", "")
        assert target.read_bytes() == (tmp_path / f"utf-8.{ending}").read_bytes()
    assert "“닻”" in target.read_text(encoding="utf-8")
