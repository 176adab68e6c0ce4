"""The examples that a command's help leads with are run as they stand there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Run

# An example goes on in lines that are set in further.
_EXAMPLE = re.compile(r"^  (alliance-archive .*(?:\n      .*)*)", re.MULTILINE)


@pytest.mark.parametrize(("command", "count"), [("cite", 4), ("sql", 4), ("export", 8)])
def test_examples(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, count: int
) -> None:
    monkeypatch.chdir(tmp_path)
    examples = _EXAMPLE.findall(run(command, "--help").out)
    # What follows | or > is the shell's, and what follows several blanks a remark.
    lines = [re.split(r" [|>] |(?<=\S) {3,}(?=\S)", each)[0] for each in examples]
    assert len(lines) == count
    for line in lines:
        done = run(*shlex.split(line)[1:])
        assert (done.code, done.err) == (0, ""), line
        assert done.out or " -o " in line or "--datapackage" in line
