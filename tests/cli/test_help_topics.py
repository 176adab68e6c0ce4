"""`help`: its topics, a command's help, and what is suggested for other words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from alliance_archive.cli.app import COMMANDS
from alliance_archive.help import TOPICS
from tests.conftest import Run


def test_without_a_topic_all_are_listed(run: Run) -> None:
    assert run("help") == (
        0,
        """\
Topics
  attribution   Who is credited, via whom, and which words are quoted
  format        The archive's files, and every field in them
  filters       Choose statements by speaker, meeting, topic, form or date
  search        How words and names are found
  output        Formats, columns, files, color and the pager
  acts          One act and its reports: compared, counted, linked
  verify        Compare quotations with the text of their source
  draft         From a document's text to reviewed statements
  editing       Change records, and take changes back
  spreadsheets  Import corrections, and compare two states
  distributed   Draft on several processors or machines
  databases     SQL, and the archive in pandas, R, DuckDB and other programs
  environment   Environment variables, and which archive is used
  exit-codes    What the exit codes mean

To read about a topic or a command
    alliance-archive help filters
    alliance-archive help said

For the list of commands
    alliance-archive --help
""",
        "",
    )


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - set(TOPICS)))
def test_a_commands_name_shows_its_help(run: Run, command: str) -> None:
    assert run("help", command, COLUMNS="80") == run(command, "--help", COLUMNS="80")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("filter", "; did you mean filters?"),
        ("exit", "; did you mean exit-codes?"),
        ("speach", "; did you mean search?"),
        ("pandas", "; topics that mention it: databases"),
        ("XDG_CACHE_HOME", "; topics that mention it: environment"),
        ("xyzzy", ""),
    ],
)
def test_another_word_gets_a_suggestion(run: Run, word: str, hint: str) -> None:
    message = f"alliance-archive: no help on “{word}”{hint} (see: alliance-archive help)\n"
    assert run("help", word) == (2, "", message)


def test_in_color_names_stand_out_without_their_marks(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = run("help", "search", COLUMNS="80").out
    assert shown.startswith("\x1b[1mHow words and names are found\x1b[0m\n")
    assert "`" not in shown
    assert "\x1b[36mwho WORDS\x1b[0m, and" in shown
    assert "\x1b[36m    alliance-archive who weapons programs\x1b[0m\x1b[2m  " in shown
    assert "`who WORDS`, and" in run("help", "search", "--no-color", COLUMNS="80").out


def test_topics_are_complete_without_loading_what_they_show(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    probe = (
        "import sys\nfrom alliance_archive.cli import main\n"
        "try: main([])\nexcept SystemExit: pass\n"
        "print(sorted({'rich', 'yaml', 'dataclasses'} & set(sys.modules)), file=sys.stderr)"
    )
    monkeypatch.setenv("_ALLIANCE_ARCHIVE_COMPLETE", "fish_complete")
    monkeypatch.setenv("COMP_WORDS", "alliance-archive help e")
    monkeypatch.setenv("COMP_CWORD", "e")
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        f"plain,export\t{COMMANDS['export'][1]}",
        "plain,editing\tChange records, and take changes back",
        "plain,environment\tEnvironment variables, and which archive is used",
        "plain,exit-codes\tWhat the exit codes mean",
    ]
    assert done.stderr == "[]\n"
