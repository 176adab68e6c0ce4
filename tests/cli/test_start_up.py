"""A look-up for other programs loads only the modules that it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import Run

SCRIPT = """import sys
from alliance_archive.cli import main
code = main(sys.argv[1:])
heavy = {"dataclasses", "json", "yaml", "rich", "alliance_archive.model.records",
         "alliance_archive.model.dates"}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


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
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *command, "--format", "csv"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert done.stdout.count("\n") > 1
