"""`check`: find every problem in the archive's files."""

from __future__ import annotations

import click

from ...reports import problems
from ..boundary import write
from ..listing import open_archive
from ..options import Output, format_option
from ..output import emit, note, show_text
from ..session import Command
from ..usage import FILE, today


@click.command(cls=Command)
@click.argument("files", nargs=-1, type=FILE, metavar="[FILE...]")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--explain", metavar="CODE", help="Explain the code of a problem, or “all” codes.")
@format_option(("text", "json", "jsonl", "csv"), "text", "output_format")
def check(
    files: tuple[str, ...], strict: bool, explain: str | None, output_format: str | None
) -> int:
    """Find every problem in the archive's files.

    \b
    alliance-archive check
    alliance-archive check data/meetings.yaml       only this file
    alliance-archive check --explain quote-length   what a code means
    alliance-archive check --format json | jq length

    Each problem is printed as path:line:column: code: message, with the line below. Records with
    errors are left out of look-ups; records with warnings are not. Notes say what may need a look
    one day, such as a planned meeting whose date has passed. The exit code is 1 if there are
    errors, and with --strict also if there are warnings; never for a note.
    """
    if explain:
        write(problems.explain(explain))
        return 0
    archive = open_archive(lookup=False)
    report = problems.problem_report(archive, files, today=today())
    if output_format not in (None, "text"):
        rows = map(archive.displayed, report.problems)
        emit(problems.PROBLEMS, rows, Output(format=output_format), if_empty=None)
    elif report.problems:
        show_text(problems.with_excerpts(archive, report.problems), Output(no_pager=True))
    for message in report.messages:
        note(message)
    failing = report.number_of("error") or (strict and report.number_of("warning"))
    return 1 if failing else 0
