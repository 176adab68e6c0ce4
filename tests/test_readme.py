"""The README tells the truth: its commands are run, its records parsed, its picture drawn anew.

`python -m tests.test_readme` writes the commands' output into it.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from alliance_archive.cli import main
from alliance_archive.cli.app import COMMANDS
from alliance_archive.store.parse import parse
from tests.conftest import SHIPPED, Run, Write
from tests.picture import COMMAND, drawn_table, picture

README = SHIPPED.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n\$ alliance-archive (.*)\n((?:.*\n)*?)```\n")
BLOCK = "```{}\n(.*?)```\n"


def blocks(language: str) -> list[str]:
    return re.findall(BLOCK.format(language), TEXT, re.DOTALL)


@pytest.mark.parametrize(("command", "output"), CONSOLE.findall(TEXT))
def test_commands(run: Run, command: str, output: str) -> None:
    done = run(*shlex.split(command), COLUMNS="80")
    assert (done.out + done.err).replace("\r", "") == output


def test_records(write: Write, run: Run) -> None:
    for position, text in enumerate(blocks("yaml")):
        assert parse("x.yaml", text.encode()).problems == []
        write({f"{position}.yaml": text})
    assert (
        run("who", "ironclad", "--fields", "attributed_names,voiced_names").out
        == """\
Attributed to             Voiced by
Kim Example; Lee Example  Park Example
"""
    )


def test_the_python_example() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(blocks("python")[0], {})
    assert output.getvalue() == blocks("text")[0]


def table_under(heading: str) -> str:
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0].partition("|---|---|\n")[2]


def test_the_tables_hold_every_command_and_every_filter(run: Run) -> None:
    rows = re.findall(r"^\|(.*?)\|", table_under("Commands"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)", row)} == set(COMMANDS)
    options = run("statements", "--help").out.partition("Options:\n")[2].partition("--sort")[0]
    filters = re.findall(r"^  (--[a-z-]+)", options, re.MULTILINE)
    rows = re.findall(r"^\| (`--.*?) \| ", table_under("Filters"), re.MULTILINE)
    assert [name for row in rows for name in re.findall(r"`(--[a-z-]+)", row)] == filters


def test_your_own_archive(tmp_path: Path) -> None:
    """The commands as they stand, pasted into an empty folder."""
    (pasted,) = re.findall(r"## Your own archive\n\n```sh\n(.*?)```\n", TEXT, re.DOTALL)
    assert pasted.count("\n") <= 10
    home = tmp_path / "empty"
    home.mkdir()
    program = tmp_path / "alliance-archive"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m alliance_archive "$@"\n')
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    environment["PYTHONPATH"] = str(README.parent)
    for name in ("ALLIANCE_ARCHIVE", "ALLIANCE_ARCHIVE_TEXTS"):
        environment.pop(name, None)
    done = subprocess.run(
        ["sh", "-e", "-c", pasted], cwd=home, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    answer = done.stdout.splitlines()[-1]
    assert "Ida Orlova" in answer
    assert "“The straits stay open to all,”" in answer
    assert "2 checked: 2 verbatim" in done.stderr


def test_the_article() -> None:
    article = (README.parent / ".readme" / "port-avel.txt").read_text(encoding="utf-8")
    assert blocks("txt") == [article]


def characters(text: str) -> str:
    return "".join(text.split())


def shown(svg: str) -> str:
    """The characters in a picture, without the blanks: how it is drawn is up to rich."""
    matrix = ElementTree.fromstring(svg).find(".//*[@class='said-white-matrix']")
    assert matrix is not None
    return characters("".join(matrix.itertext()))


def test_the_picture() -> None:
    saved = (README.parent / ".readme" / "said-white.svg").read_text(encoding="utf-8")
    written = characters(f"$ {COMMAND}\n{drawn_table(colour=False)}")
    assert shown(saved) == shown(picture()) == written


def rewrite() -> None:
    """Put what the commands print now into the README."""

    def printed(match: re.Match[str]) -> str:
        with (
            contextlib.redirect_stdout(io.StringIO()) as output,
            contextlib.redirect_stderr(output),
        ):
            main(shlex.split(match[1]))
        return f"```console\n$ alliance-archive {match[1]}\n{output.getvalue()}```\n".replace(
            "\r", ""
        )

    os.environ |= {"COLUMNS": "80", "ALLIANCE_ARCHIVE": str(SHIPPED)}
    README.write_text(CONSOLE.sub(printed, TEXT), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(rewrite())
