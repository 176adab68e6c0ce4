"""The program's help: what a newcomer reads first, and that it fits a terminal."""

from __future__ import annotations

import re

import pytest

from alliance_archive.cli.app import COMMANDS
from alliance_archive.help import TOPICS
from tests.conftest import Run

PROGRAM = """\
Usage: alliance-archive [OPTIONS] COMMAND [ARGS]...

  Look up who said what in alliance diplomacy.

  alliance-archive who linchpin                  who used the word
  alliance-archive said mattis                   what he is on record as saying
  alliance-archive show yonhap-2017-10-23-02     one statement in full
  alliance-archive statements --topic us-rok-alliance --since 2017-10
  alliance-archive said white --json | jq        the same for another program
  alliance-archive export -o statements.csv      statements for a spreadsheet

  The archive is the folder named with --archive, or in ALLIANCE_ARCHIVE.
  Without either, it is the nearest one: in the working directory, in a folder
  above it, or directly below it. Where there is none, the bundled example is
  shown, and a message says so.

Start here:
  who           Search summaries and quotations.
  said          Show what someone said or is reported to have said.
  show          Show one record in full.
  init          Create an archive of your own.
  draft         Draft records from articles: text, pages, PDFs, DOCX.

Look up:
  statements    List statements by speaker, meeting, topic, date…
  meetings      List meetings.
  participants  List people, organizations and states.
  sources       List sources.
  topics        List topics and alliances.

Report:
  timeline      Show meetings in order, with what was said there.
  summary       Count statements by form, speaker, country and topic.
  phrases       List quoted phrases: by whom, on what, how often.
  compare       Show what two sides said on the same subjects.
  corroborate   Find other reports of an act, and how they differ.
  readouts      Show who reports what of one meeting.

Add:
  review        Review drafts one at a time.

Change:
  set           Set fields of records.
  rename        Give a record another id, wherever it is referred to.
  merge         Make one record of several that mean the same.
  remove        Remove records.
  import        Import corrections from a spreadsheet.
  undo          Take back the last change.
  open          Open a record in your editor.

Check:
  check         Find every problem in the archive's files.
  verify        Check quotations against the source texts.
  diff          Show what changed since a revision or a copy.

Take out:
  export        Export statements as CSV, or the whole archive.
  cite          Print citations of statements and sources.
  sql           Query the archive in SQL.

Other:
  index         Show the state of the index, or rebuild it.
  completion    Print the completion script for bash, zsh or fish.
  help          Read the reference: attribution, format, filters…

Options:
  --version      Print the version.

Every command:
  --archive DIR  Use the archive in this folder.
  --no-index     Read the files, not the index.
  -v, --verbose  Also say which archive and index are used.
  -q, --quiet    Print results and errors, no messages.
  -h, --help     Show this help.

  For a command's options and examples: alliance-archive COMMAND --help
  For the reference, by topic: alliance-archive help
"""
EXPORT = """\
Usage: alliance-archive export [OPTIONS]

  Export statements as CSV or in another format, or the whole archive.

  alliance-archive export > statements.csv
  alliance-archive export --long -o x.csv         one row per person, for pandas
  alliance-archive export --speaker white -o white.json
  alliance-archive export --excel -o for-excel.csv
  alliance-archive export --fields id,date,words -o words.csv
  alliance-archive export --editable -o edit.csv
  alliance-archive export --editable --kind participants -o people.csv
  alliance-archive export -o archive.sqlite       the whole archive as tables
  alliance-archive export -o archive.jsonld       all of it as linked data
  alliance-archive export --datapackage archive   all of it as CSV files

  CSV is RFC 4180 in UTF-8, with lists joined by "; ". A file appears whole or
  not at all. --excel puts an apostrophe before cells that a spreadsheet would
  run as formulas, and so changes these cells.

  --editable writes the columns that import reads back, and `base`, by which
  it knows what was changed. Its file is never replaced, as it may have been
  corrected; other files are.

  SQLite, JSON-LD and the data package (Frictionless) contain all
  participants, meetings, topics and sources; the filters choose the
  statements. An existing folder is replaced only if it is an earlier data
  package.

Options:
  --long                Write one row per statement and person.
  --editable            Write what can be corrected and imported.
  --kind KIND           With --editable: statements, participants, meetings,
                        topics or sources. Default: statements.
  --overwrite           With --editable: replace the file of -o.
  --excel               Write CSV for Excel: with a BOM, formulas defused.
  --datapackage DIR     Write a folder of CSV files with their types.

Filters:
  --speaker NAME        Only statements by or via this participant.
  --attributed-to NAME  Only statements attributed to this participant.
  --voiced-by NAME      Only statements made via this participant.
  --country NAME        Only statements by or via people of this country.
  --meeting NAME        Only statements made there, on its sidelines or about
                        it.
  --topic NAME          Only statements on this topic or a narrower one.
  --source NAME         Only statements from this source.
  --form FORM           Only direct (full quotes), mixed (partial quotes) or
                        indirect (paraphrases).
  --turn TURN           Only turns of one kind: question, answer or remarks.
  --verbatim            Only statements that contain quoted words.
  --match WORDS         Only statements with these words, or "this phrase".
  --in words|all        Search only words and quotations, or also verbs,
                        topics and meetings.
  --quoted              Search only quotations.
  --since DATE          Only from this day, month or year on.
  --until DATE          Only to the end of this day, month or year.
  --on DATE             Only what is certainly from this day, month or year.
  --status STATUS       Only reviewed statements (the default), or only draft
                        ones.
  --replaced            Include sources that a newer edition replaces.

Output:
  --sort KEY            Sort by date, speaker, source, meeting, form or id;
                        -KEY for descending.
  --limit N             Show at most N rows.
  --count               Print just the number of rows.
  --by-report           Show and count each report of an act by itself.
  --by-act              Write one row per act in data formats too.
  --format FORMAT       table, csv, tsv, json, jsonl, markdown, yaml, jsonld
                        or sqlite. Default: csv.
  --json                Same as --format json.
  --fields A,B,C        Show only these fields, in this order.
  -o, --output FILE     Write to FILE; its ending sets the format.
  --no-color            Do not use color.
  --no-pager            Do not page long output.

Every command:
  --archive DIR         Use the archive in this folder.
  --no-index            Read the files, not the index.
  -v, --verbose         Also say which archive and index are used.
  -q, --quiet           Print results and errors, no messages.
  -h, --help            Show this help.

  See also: alliance-archive help databases
"""


def test_the_program_leads_with_what_a_newcomer_needs(run: Run) -> None:
    assert run("--help") == (0, PROGRAM, "")


@pytest.mark.parametrize("arguments", [[], ["-v"], ["--no-index"]])
def test_without_a_command_it_prints_its_help(run: Run, arguments: list[str]) -> None:
    assert run(*arguments) == (0, PROGRAM, "")


def test_a_command_lists_its_own_options_then_filters_and_output(run: Run) -> None:
    assert run("export", "--help").out == EXPORT


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_line_is_wider_than_80_columns(run: Run, command: str) -> None:
    for columns in ("80", "200"):
        lines = run(*command.split(), "--help", COLUMNS=columns).out.splitlines()
        assert [line for line in lines if len(line) > 80] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(run: Run, command: str) -> None:
    _, _, options = run(command, "--help").out.partition("\nOptions:\n")
    lines = [line for line in options.splitlines() if line.startswith("  -")]
    assert [line for line in lines if not re.search(r"\w  +\w", line)] == []


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"help"}))
def test_the_help_of_a_command_ends_with_the_topic_to_read_next(run: Run, command: str) -> None:
    last = run(command, "--help").out.splitlines()[-1]
    start, _, topic = last.rpartition(" ")
    assert start == "  See also: alliance-archive help"
    assert topic in TOPICS


def test_a_page_lists_the_options_that_only_its_command_has(run: Run) -> None:
    pages = [run("help", topic).out for topic in TOPICS]
    assert [page.splitlines()[0] for page in pages if "Show this help." in page] == []
