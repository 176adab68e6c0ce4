"""The examples at the beginning of each command's help work, in a folder like a user's."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from alliance_archive.cli.app import COMMANDS
from tests.conftest import SHIPPED, Run

# An example continues in lines that are indented further.
_EXAMPLE = re.compile(r"^  (\S.*\n(?:      .*\n)*)", re.MULTILINE)
# Before it there may be a variable or a pipe's input; after it, what the shell does with the
# output, the end of a quotation, or after several blanks a remark.
_CALL = re.compile(
    r"(?:EDITOR='(?P<editor>.*)' |echo '(?P<piped>SELECT.*)' \| |.*\$\()?"
    r"alliance-archive (?P<call>.*?)(?: [|>] .*|\)\"' .*|(?<=\S) {3,}(?=\S).*)?\n?",
    re.DOTALL,
)
# What these say besides their results when all is well.
_NOTES = {"corroborate": "no ", "diff": "no record differs", "import": "nothing to change", "who": " more at meetings or on topics so named: --in all",
          "check": "no problems, 1 note; ", "init": "alliance-archive", "verify": " quotations: ",
          "draft": "4 statements ", "undo": "1 change in 1 file",
          "remove": "removed ", "export": " written to ", **dict.fromkeys(("set", "rename", "merge"), "changed "), "review": "draft",
          **dict.fromkeys(("phrases", "statements", "summary", "timeline"),
                          "may be outside: dated only by the source")}  # fmt: skip
EDITING = ("set", "rename", "merge", "remove", "undo")


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SHIPPED, tmp_path / "data")
    mark = tmp_path / "data" / "archive.yaml"
    mark.write_text(mark.read_text().replace("  example: true\n", ""))
    (tmp_path / "articles").mkdir()
    (tmp_path / "saved-pages").mkdir()
    for path in ("article.txt", "saved-pages/article.txt"):
        shutil.copy(SHIPPED.parent / ".readme" / "port-avel.txt", tmp_path / path)
    (tmp_path / "code").symlink_to(shutil.which("true") or "/bin/true")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLIANCE_ARCHIVE")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])


def commits(folder: Path) -> None:
    """Commit an archive a few times, tag two of them, and copy it."""
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run([*git, "init", "-q"], cwd=folder, check=True)
    subprocess.run([*git, "add", "data"], cwd=folder, check=True)
    for number in range(7):
        commit = [*git, "commit", "-q", "--allow-empty", "-m", "x"]
        subprocess.run(commit, cwd=folder, check=True)
        if number in (1, 2):
            subprocess.run([*git, "tag", f"v{number}"], cwd=folder, check=True)
    shutil.copytree(folder / "data", folder / "copy-of-may")


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("command", COMMANDS)
def test_examples(run: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    help_text = run(command, "--help").out
    help_text = help_text.replace("\\\n", "")  # an example may go on in the next line
    help_text, _, _ = help_text.partition("\n  See also: ")
    examples = [line for line in _EXAMPLE.findall(help_text) if "alliance-archive " in line]
    calls = [_CALL.fullmatch(example) for example in examples]
    if command == "undo":
        run("set", "mattis", "note=One.", "--yes")
        run("set", "mattis", "note=Two.", "--yes")
    if command == "diff":
        commits(Path())
    if command == "review":
        run("draft", "article.txt", "-o", "draft.yaml")
        monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    assert len(calls) >= 2
    for example, call in zip(examples, calls, strict=True):
        assert call, example
        if call["piped"]:
            monkeypatch.setattr(sys, "stdin", io.StringIO(call["piped"]))
        if "page.html" in example:
            continue  # it needs packages of its own: see tests/documents
        words = [os.path.expanduser(word) for word in shlex.split(call["call"])]
        if command in EDITING and "--dry-run" not in words:
            words.append("--yes")
        done = run(*words, EDITOR=call["editor"] or "true")
        # The article's text is not in the project, and without it nothing can be verified.
        assert done.code == int("not checked: " in done.err and "--allow-missing" not in words)
        if words[-2:] == ["2", "--dry-run"]:
            assert "this would take back 2 changes in 1 file" in done.err
            continue
        expected = _NOTES["export"] if words[0] == "export" else _NOTES.get(command, "\0")
        assert not done.err or expected in done.err, example
        written = {"-o", "--datapackage", "open"} & set(words)
        assert done.out or done.err or written, example
