"""`check`: every problem of the archive's files."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from ...archive import Archive
from ...check.codes import CODES
from ...errors import ArchiveError, Problem
from ...queries.filter import Filter
from ...render.visible import visible
from ...text.folding import nearest
from ..listing import opened
from ..options import Output
from ..output import emit, note, text
from ..session import session_options


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
        click.echo(_explained(explain), nl=False)
        return 0
    found = opened()
    problems = _chosen(found, files)
    shown = [each._replace(path=found.display_path(each.path)) for each in problems]
    if form == "text" and problems:
        text(_report(found, problems), Output(no_pager=True))
    elif form != "text":
        from ...reports.lists import PROBLEMS

        emit(PROBLEMS, shown, Output(format=form), empty=None)
    errors = sum(each.severity == "error" for each in problems)
    warnings = len(problems) - errors
    note(_summary(found, errors, warnings))
    return 1 if errors or (strict and warnings) else 0


def _chosen(archive: Archive, files: tuple[str, ...]) -> list[Problem]:
    """The problems, of the files named if there are any. Raises ArchiveError for one outside."""
    problems = archive.problems()
    if not files:
        return problems
    root = os.path.realpath(archive.root)
    wanted = set()
    for file in files:
        inside = os.path.relpath(os.path.realpath(file), root)
        if inside.startswith("..") or not os.path.lexists(file):
            why = "does not exist" if not os.path.lexists(file) else f"is not in {archive.root}"
            raise ArchiveError(f"{file} {why}")
        wanted.add(inside.replace(os.sep, "/"))
    return [each for each in problems if each.path in wanted]


def _report(archive: Archive, problems: Iterable[Problem]) -> str:
    from ...render.excerpt import excerpt
    from ...store.excerpt import lines_of

    made, path, lines = [], None, []
    for problem in problems:
        if problem.path != path:
            path, lines = problem.path, lines_of(os.path.join(archive.root, problem.path))
        shown = problem._replace(path=archive.display_path(problem.path))
        made.append(f"{visible(str(shown))}\n")
        if 0 < problem.line <= len(lines):
            made.append(excerpt(lines[problem.line - 1], problem.line, problem.column))
    return "".join(made)


def _summary(archive: Archive, errors: int, warnings: int) -> str:
    counts = archive.counts()
    held = ", ".join(f"{count} {kind}{'s' * (count != 1)}" for kind, count in counts.items())
    found = [
        f"{count} {what}{'s' * (count != 1)}"
        for count, what in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    drafts = archive.count(Filter(status=("draft",)))
    left = f"; {drafts} draft{'s' * (drafts != 1)} to review" if drafts else ""
    return f"{' and '.join(found) or 'no problem'}; {held}{left}"


def _explained(code: str) -> str:
    if code == "all":
        return "\n".join(_explained(each) for each in sorted(CODES))
    if code not in CODES:
        close = nearest(code, CODES)
        hint = f"did you mean {' or '.join(close)}?" if close else "see --explain all"
        raise ArchiveError(f"no problem has the code “{code}”: {hint}")
    severity, meaning = CODES[code]
    return f"{code} ({severity})\n{click.wrap_text(meaning, 78, '  ', '  ')}\n"
