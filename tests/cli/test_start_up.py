"""A look-up for other programs loads only the modules that it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import Run, Write

SCRIPT = """import sys
from alliance_archive.cli import main
code = main(sys.argv[1:])
heavy = HEAVY
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""
RECORDS = {"yaml", "alliance_archive.model.records", "alliance_archive.index.storage"}
DATA = {"dataclasses", "json", "rich", "alliance_archive.model.dates"}


@pytest.mark.parametrize(
    "command",
    [
        ("who", "linchpin"),
        ("said", "mattis"),
        ("statements", "--topic", "north-korea"),
        ("export",),
    ],
    ids=" ".join,
)
def test_a_warm_look_up_in_csv_loads_nothing_heavy(run: Run, command: tuple[str, ...]) -> None:
    assert run("statements", "--count").code == 0  # builds the index
    script = SCRIPT.replace("HEAVY", repr(RECORDS | DATA))
    done = subprocess.run(
        [sys.executable, "-c", script, *command, "--format", "csv"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert done.stdout.count("\n") > 1


def test_a_warm_look_up_in_a_terminal_loads_neither_records_nor_a_progress_bar(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert run("statements", "--count").code == 0
    script = SCRIPT.replace("HEAVY", repr({*RECORDS, "rich.progress", "urllib.parse"})).replace(
        "code =", "sys.stdout.isatty = sys.stderr.isatty = lambda: True\ncode ="
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "who", "linchpin"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert "\x1b[" in done.stdout


def test_a_check_of_an_unchanged_archive_loads_no_records(run: Run, write: Write) -> None:
    write({"a.yaml": "participants:\n  - {id: kim, name: Kim, kind: person}\n"})
    assert run("check").code == 0
    script = SCRIPT.replace("HEAVY", repr(RECORDS))
    done = subprocess.run([sys.executable, "-c", script, "check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "[]")
