"""Results, written to the terminal, a pipe or a file in the format that the user chose."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from itertools import chain
from typing import Any, TextIO

from ..archive import Archive
from ..errors import BadField
from ..render.cells import ESCAPED, Terminal, counted, pictured
from ..render.columns import NO_MARKS, WIDE, Column, Marks, View, objects
from .boundary import columns_of, say, terminal_size
from .options import Output
from .session import session

_FLAT = ("csv", "tsv", "excel")
Writer = Callable[[Sequence[Column], Iterable[Any], TextIO], None]


def emit(
    view: View,
    rows: Iterable[Any],
    output: Output,
    form: str | None = None,
    if_empty: Callable[[], str] | None = lambda: "no rows",
    marks: Marks = NO_MARKS,
) -> None:
    """Write the rows, by default as a table; without rows, write a note to stderr."""
    form = form or output.chosen_format("table")
    columns = _columns(view, output.fields) if output.fields else None
    rows = iter(rows)
    first = next(rows, None)
    if first is None and if_empty and (message := if_empty()):
        note(message)
    rows = rows if first is None else chain([first], rows)
    if form == "table" and (first is not None and width(output) is not None):
        _terminal(view, columns, rows, output, marks)
        return
    write = writer_of(form) if form != "table" or first is not None else _write_nothing
    nested = form not in _FLAT
    if not columns:
        columns = view.wide if form in ("table", "markdown") else view.data(nested=nested)
    if form == "table":
        rows = list(rows)  # sized to all of them, so read before the run can no longer start over
    with stream(output, text=form == "table") as target:
        write(columns, rows, target)


def _columns(view: View, names: str) -> tuple[Column, ...]:
    """Return the columns of a comma-separated list of keys. Raises BadField."""
    from ..text.folding import nearest

    by_key = {column.key: column for column in view.fields}
    columns = []
    for name in (part.strip() for part in names.split(",")):
        if name not in by_key:
            raise BadField(name, list(by_key), next(iter(nearest(name, by_key, 1)), None))
        columns.append(by_key[name])
    return tuple(columns)


def writer_of(form: str) -> Writer:
    """Return the function that writes a format.

    Its module is imported only now: a CSV look-up never loads rich, yaml or json.
    """
    if form == "table":
        from ..render.table import write_plain

        return write_plain
    if form == "yaml":
        return _write_yaml
    module = import_module(f"..render.{'delimited' if form in _FLAT else 'formats'}", __package__)
    writer: Writer = getattr(module, f"write_{form}")
    return writer


def _write_nothing(_columns: Sequence[Column], _rows: Iterable[Any], _stream: TextIO) -> None:
    """Leave a table without rows out, with its header; a file of -o is then empty."""


def _write_yaml(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    nothing = "[]\n"
    for item in objects(columns, rows):
        stream.write(yaml_text([item]))
        nothing = ""
    stream.write(nothing)


def yaml_text(items: list[dict[str, Any]]) -> str:
    """Return a list of plain objects as YAML."""
    from ..store.write import to_yaml

    return to_yaml(items)


def note(message: str) -> None:
    """Write a message to stderr, unless the user wants none."""
    if not session().quiet:
        say(message)


def detail(message: str) -> None:
    """Write a message to stderr if the user asked for more of them."""
    if session().verbose:
        note(message)


def progress(label: str = "reading the archive") -> Callable[..., None] | None:
    """Return a function that draws a progress bar, on terminals only."""
    if session().quiet or not sys.stderr.isatty():
        return None
    from ..render.progress import bar

    return bar(label)


def show_text(text: str, output: Output) -> None:
    """Write a finished text, through the pager if it is longer than the screen."""
    session().begun = True
    if _needs_pager(text, output):
        from .pager import paged

        if paged(text, note):
            return
    sys.stdout.write(text)


def width(output: Output) -> int | None:
    """Return the cells of a line, from COLUMNS or the terminal; None without a limit."""
    return None if output.file else columns_of(sys.stdout)


def canvas(output: Output) -> int | None:
    """Return the cells of a line if the answer can be drawn; None if rows are wanted."""
    return None if output.chosen_format("table") != "table" or output.fields else width(output)


def color(output: Output) -> bool:
    """Return whether to use color: on a terminal, unless the user objects."""
    if output.file or output.no_color or os.environ.get("NO_COLOR"):
        return False
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _terminal(
    view: View,
    columns: tuple[Column, ...] | None,
    rows: Iterable[Any],
    output: Output,
    marks: Marks,
) -> None:
    from ..render.table import table

    size = width(output) or WIDE
    show_text(table(columns or view.at(size), rows, size, color(output), marks), output)


def _needs_pager(text: str, output: Output) -> bool:
    if output.no_pager or not (sys.stdout.isatty() and sys.stdin.isatty()):
        return False
    return text.count("\n") >= terminal_size(sys.stdout).lines and os.environ.get("TERM") != "dumb"


def write_count(count: int) -> None:
    """Write the number of rows, instead of the rows."""
    with stream(Output(), text=True) as target:
        target.write(f"{count}\n")


@contextmanager
def stream(output: Output, text: bool = False) -> Iterator[TextIO]:
    """Open the target of the results: stdout, or the file of -o, whole or not at all.

    It takes data, in UTF-8; stdout takes `text` for people in the encoding of the terminal.
    """
    if output.file and output.file != "-":
        from ..atomic import descriptor_of, is_replaced, whole_file

        if descriptor_of(output.file) != 1:
            session().begun = not is_replaced(output.file)
            Terminal.shows(None)  # a file is UTF-8
            with whole_file(output.file) as target:
                yield target
            return
    session().begun = True
    if isinstance(sys.stdout, TextIOWrapper) and not text:
        # Data is UTF-8 with its own line ends, whatever the locale or the system would do to it.
        sys.stdout.reconfigure(encoding="utf-8", errors=ESCAPED, newline="")
    yield _Guarded(sys.stdout) if sys.stdout.isatty() else sys.stdout  # type: ignore[misc]


class _Guarded:
    """A terminal that gets only text: characters that it would obey are made visible."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(pictured(text.replace("\r\n", "\n")))


# The problems that keep a whole file out of look-ups.
_OF_FILES = ("yaml-syntax", "encoding", "unreadable", "conflict-marker", "file-ending")


def left_out(archive: Archive) -> int:
    """Note how many records errors keep out of the answer, and return the exit code."""
    records, files = archive.left_out()
    if not records and not files:
        return 0
    for problem in archive.problems():
        if problem.severity == "error" and problem.code in _OF_FILES:
            note(str(archive.displayed(problem)))
    parts = [counted(records, "record")] if records else []
    parts += [counted(files, "file")] if files else []
    note(f"{' and '.join(parts)} left out because of errors. To see them: {archive.command} check")
    return 1
