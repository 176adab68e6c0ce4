"""`check`: every problem of the archive's files."""

from __future__ import annotations

import click

from ...reports import problems
from ..app import session_options
from ..listing import open_archive
from ..options import Output
from ..output import emit, note, show_text


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--explain", metavar="CODE", help="What a code means; “all” for each of them.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "jsonl", "csv")), default="text"
)
@session_options
def check(files: tuple[str, ...], strict: bool, explain: str | None, form: str) -> int:
    """Every problem in the archive's files, as path:line:column: code: message.

    \b
    alliance-archive check
    alliance-archive check data/meetings.yaml        only what lies in this file
    alliance-archive check --explain quote-length    what a code asks for
    alliance-archive check --format json | jq length

    Records with an error are left out of look-ups, those with a warning are not. The exit code
    is 1 when there is an error, with --strict also for a warning.
    """
    if explain:
        click.echo(problems.explain(explain), nl=False)
        return 0
    archive = open_archive(lookup=False)
    report = problems.problem_report(archive, files)
    if form != "text":
        rows = [
            problem._replace(path=archive.display_path(problem.path)) for problem in report.problems
        ]
        emit(problems.PROBLEMS, rows, Output(format=form), if_empty=None)
    elif report.problems:
        show_text(problems.with_excerpts(archive, report.problems), Output(no_pager=True))
    for message in report.notes:
        note(message)
    return 1 if report.errors or (strict and report.warnings) else 0
