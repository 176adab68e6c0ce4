"""The README is true: its commands are run, and its picture is drawn again.

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
from tests.conftest import SHIPPED, Run
from tests.picture import COMMAND, drawn_table, picture

README = SHIPPED.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n\$ alliance-archive (.*)\n((?:.*\n)*?)```\n")


@pytest.mark.parametrize(("command", "output"), CONSOLE.findall(TEXT))
def test_commands(run: Run, command: str, output: str) -> None:
    done = run(*shlex.split(command), COLUMNS="80", ALLIANCE_ARCHIVE_TEXTS="")
    assert (done.out + done.err).replace("\r", "") == output


def table_under(heading: str) -> str:
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0].partition("|---|---|\n")[2]


def test_the_table_holds_every_command() -> None:
    rows = re.findall(r"^\|(.*?)\|", table_under("Commands"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)", row)} == set(COMMANDS)


def test_its_length() -> None:
    assert TEXT.count("\n") <= 220


def test_the_first_article(tmp_path: Path) -> None:
    """The commands as they are, pasted into an empty folder."""
    pasted, _, shown = (
        TEXT.partition("## Your first article\n")[2].partition("```sh\n")[2].partition("```\n")
    )
    home = tmp_path / "empty"
    home.mkdir()
    program = tmp_path / "alliance-archive"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m alliance_archive "$@"\n')
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "COLUMNS": "80"}
    environment["PYTHONPATH"] = str(README.parent)
    for name in ("ALLIANCE_ARCHIVE", "ALLIANCE_ARCHIVE_TEXTS"):
        environment.pop(name, None)
    done = subprocess.run(
        ["sh", "-e", "-c", pasted], cwd=home, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(shown.partition("```text\n")[2].partition("```\n")[0])
    assert "2 quotations: 2 verbatim; 4 passages: 4 in place" in done.stderr


def test_the_article() -> None:
    article = (README.parent / ".readme" / "port-avel.txt").read_text(encoding="utf-8")
    assert f"port-avel.txt <<'END'\n{article}END\n" in TEXT


def characters(text: str) -> str:
    return "".join(text.split())


def shown(svg: str) -> str:
    """Return the characters in a picture without the blanks: how it is drawn is up to rich."""
    matrix = ElementTree.fromstring(svg).find(".//*[@class='said-white-matrix']")
    assert matrix is not None
    return characters("".join(matrix.itertext()))


def test_the_picture() -> None:
    saved = (README.parent / ".readme" / "said-white.svg").read_text(encoding="utf-8")
    written = characters(f"$ {COMMAND}\n{drawn_table(color=False)}")
    assert shown(saved) == shown(picture()) == written


def rewrite() -> None:
    """Write what the commands now print into the README."""

    def printed(match: re.Match[str]) -> str:
        with (
            contextlib.redirect_stdout(io.StringIO()) as output,
            contextlib.redirect_stderr(output),
        ):
            main(shlex.split(match[1]))
        return f"```console\n$ alliance-archive {match[1]}\n{output.getvalue()}```\n".replace(
            "\r", ""
        )

    # Without the texts, so that no sentence of the article gets into the README.
    os.environ |= {"COLUMNS": "80", "ALLIANCE_ARCHIVE": str(SHIPPED), "ALLIANCE_ARCHIVE_TEXTS": ""}
    README.write_text(CONSOLE.sub(printed, TEXT), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(rewrite())
