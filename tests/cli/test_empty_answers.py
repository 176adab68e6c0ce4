"""Each format of an answer without rows is whole: what reads the format reads it as empty."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from alliance_archive.cli.options import FORMATS
from tests.conftest import Run

# For each format, what is written without rows; COLUMNS stands for the names of the columns.
EMPTY = {
    "table": "",
    "csv": "COLUMNS,\r\n",
    "tsv": "COLUMNS\t\n",
    "json": "[]\n",
    "jsonl": "",
    "markdown": "COLUMNS| \n---| \n",
    "yaml": "[]\n",
}
NOTHING = [
    "who zebra",
    "said voss zebra",
    "statements --match zebra",
    "meetings --match zebra",
    "participants --match zebra",
    "sources --match zebra",
    "topics --match zebra",
    "timeline --match zebra",
    "phrases --match zebra",
    "phrases --kwic --word zebra",
    "phrases --across topics --match zebra",
    "compare voss arai --match zebra",
    "verify --match zebra",
    "export --match zebra",
    "export --long --match zebra",
    "sql 'SELECT id, words FROM statements WHERE 0'",
]


@pytest.mark.usefixtures("harbor")
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", NOTHING)
def test_nothing_in_every_format(run: Run, tmp_path: Path, command: str, form: str) -> None:
    words = shlex.split(command)
    done = run(*words, "--format", form)
    assert done.code == 0
    heads = done.out.splitlines()
    if form in ("csv", "tsv"):
        assert len(heads) == 1
        assert len(heads[0].split(EMPTY[form][7])) > 1
    elif form == "markdown":
        assert [line[0] + line[-1] for line in heads] == ["||", "||"]
    else:
        assert done.out == EMPTY[form]
    target = tmp_path / "answer"
    assert run(*words, "--format", form, "-o", target).code == 0
