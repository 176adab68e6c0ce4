"""Results to the terminal, a pipe or a file, in the format asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import chain
from typing import TYPE_CHECKING, Any, TextIO

import click

from ..archive import Archive
from ..render.columns import NO_MARKS, Column, Marks, objects
from ..render.visible import visible
from ..reports.view import WIDE, View
from .options import Output
from .session import session

if TYPE_CHECKING:
    from ..index.refresh import Progress

Writer = Callable[[Sequence[Column], Iterable[Any], TextIO], None]


def emit(
    view: View,
    rows: Iterable[Any],
    how: Output,
    form: str | None = None,
    empty: Callable[[], str] | None = lambda: "nothing matches",
    marks: Marks = NO_MARKS,
) -> None:
    """Write the rows, as a table if nothing else is said; a note on stderr where there are none."""
    form = form or how.chosen("table")
    columns = view.chosen(how.fields) if how.fields else None
    rows = iter(rows)
    first = next(rows, None)
    if first is None and empty:
        note(empty())
    rows = rows if first is None else chain([first], rows)
    if form == "table" and (first is None or width(how) is not None):
        if first is not None:
            _terminal(view, columns, rows, how, marks)
        return
    writer = writer_of(form)
    with stream(how) as target:
        writer(
            columns or (view.wide if form in ("table", "markdown") else view.fields), rows, target
        )


def writer_of(form: str) -> Writer:
    """What writes a format; loaded when needed."""
    if form in ("csv", "tsv", "excel"):
        from ..render import delimited

        return {
            "csv": delimited.write_csv,
            "tsv": delimited.write_tsv,
            "excel": delimited.write_excel,
        }[form]
    if form in ("json", "jsonl"):
        from ..render import structured

        return structured.write_json if form == "json" else structured.write_jsonl
    if form == "yaml":
        return _write_yaml
    if form == "markdown":
        from ..render.markdown import write_markdown

        return write_markdown
    from ..render.table import write_plain

    return write_plain


def _write_yaml(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    from ..store.write import to_yaml

    for found in objects(columns, rows):
        stream.write(to_yaml([found]))


def note(message: str) -> None:
    """A word to the user, beside the results."""
    if not session().quiet:
        click.echo(f"alliance-archive: {visible(message)}", err=True)


def detail(message: str) -> None:
    """A word to those who asked for more."""
    if session().verbose:
        note(message)


def progress() -> Progress | None:
    """What shows how far a long reading is, on a terminal."""
    if session().quiet or not sys.stderr.isatty():
        return None
    from ..render.progress import bar

    return bar("reading the archive")


def text(made: str, how: Output) -> None:
    """Put a finished text out as it is, over the pager when it is longer than the screen."""
    session().begun = True
    if how.output:
        with stream(how) as target:
            target.write(made)
    elif _pages(made, how):
        os.environ.setdefault("LESS", "FRX")
        click.echo_via_pager(made, color=colour(how))
    else:
        sys.stdout.write(made)


def width(how: Output) -> int | None:
    """The cells of a line: the terminal's, or what COLUMNS says; None for no bound."""
    if how.output:
        return None
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given):
        return max(int(given), 20)
    return _terminal_size().columns if sys.stdout.isatty() else None


def _terminal_size() -> os.terminal_size:
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        size = os.terminal_size((80, 24))
    return size if size.columns else os.terminal_size((80, 24))


def canvas(how: Output) -> int | None:
    """The cells of a line where a command may draw its answer; None where rows are asked for."""
    return None if how.chosen("table") != "table" or how.fields else width(how)


def colour(how: Output) -> bool:
    """Whether the results may be coloured: on a terminal, unless the user or NO_COLOR objects."""
    if how.output or how.no_color or os.environ.get("NO_COLOR"):
        return False
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _terminal(
    view: View, columns: tuple[Column, ...] | None, rows: Iterable[Any], how: Output, marks: Marks
) -> None:
    from ..render.table import table

    size = width(how) or WIDE
    chosen = columns or (view.wide if size >= WIDE else view.narrow)
    text(table(chosen, rows, size, colour(how), marks), how)


def _pages(made: str, how: Output) -> bool:
    if how.no_pager or not (sys.stdout.isatty() and sys.stdin.isatty()):
        return False
    return made.count("\n") >= _terminal_size().lines and os.environ.get("TERM") != "dumb"


@contextmanager
def stream(how: Output) -> Iterator[TextIO]:
    """Where the results go, as UTF-8: the file of -o, whole or not at all, else stdout."""
    session().begun = True
    if how.output and how.output != "-":
        from ..atomic import whole_file

        with whole_file(how.output) as target:
            yield target
        return
    if isinstance(sys.stdout, TextIOWrapper):
        # Data is UTF-8 with its own line ends, whatever the locale or the system makes of text.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    yield _Guarded(sys.stdout) if sys.stdout.isatty() else sys.stdout  # type: ignore[misc]


class _Guarded:
    """A terminal to which nothing is written that it would obey."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, made: str) -> int:
        return self._stream.write(visible(made.replace("\r\n", "\n")))


def left_out(archive: Archive) -> int:
    """Say how many records errors keep out of the answer; the exit code."""
    records, files = archive.left_out()
    if not records and not files:
        return 0
    for problem in archive.problems():
        if problem.severity == "error" and problem.code in (
            "yaml-syntax",
            "encoding",
            "unreadable",
        ):
            note(str(problem._replace(path=archive.display_path(problem.path))))
    counted = [f"{records} record{'s' * (records != 1)}"] if records else []
    counted += [f"{files} file{'s' * (files != 1)}"] if files else []
    note(f"{' and '.join(counted)} left out because of errors (see: check)")
    return 1
