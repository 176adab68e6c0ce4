"""What every look-up does: open the archive, show the answer, say what to try if it is empty."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import click

from ..archive import Archive
from ..errors import ArchiveError, shell_word
from ..queries.filter import Filter, scoped
from ..queries.rows import StatementRow
from ..render.cells import counted
from ..render.columns import NO_MARKS, Marks, View
from ..reports.statements import STATEMENTS, acts_view, drafts_view, found_view
from .options import TABLES, Output
from .output import canvas, color, detail, emit, left_out, note, progress, show_text, write_count
from .session import session
from .usage import either

NO_ARCHIVE = "no archive here. To begin your own: alliance-archive init my-archive"
BUNDLED = (
    "no archive here: showing the bundled example (2017). "
    "To begin your own: alliance-archive init my-archive. To use another: --archive DIR"
)
_NAMESAKES = 3
_OFF = ("0", "false", "never", "no", "off")
# Terminals that would print a link's address, or worse, instead of making it a link.
_WITHOUT_LINKS = ("linux", "eterm", "eterm-color", "cygwin")


def open_archive(lookup: bool = True, if_bundled: str = BUNDLED) -> Archive:
    """Return the archive of this run, its index updated.

    A `lookup` in an empty archive says so. `if_bundled` is the message where none was found.
    """
    run = session()
    archive = run.open(progress=progress(), on_recovery=note)
    run.index = archive.opened.path
    click.get_current_context().call_on_close(archive.close)
    archive.on_wait = _say_who_edits
    if archive.location.bundled:
        note(if_bundled)
    detail(f"archive: {archive.label}")
    detail(f"index: {archive.opened.state}")
    if lookup and archive.empty:
        note(f"{archive.label} is empty. To add an article: {archive.command} draft FILE --add")
    return archive


def _say_who_edits(process: str) -> None:
    note(f"waiting for {process}, which is editing the archive")


def list_statements(
    archive: Archive,
    query: Filter,
    output: Output,
    view: View = STATEMENTS,
    if_empty: Callable[[], str] | None = None,
) -> int:
    """Show the statements of a filter, or their number, and return the exit code."""
    query = _scoped(archive, query)
    if query.searches and output.chosen_format("table") in TABLES:
        view = found_view(view, archive, query.searches)
    if by_act := output.of_acts():
        view = acts_view(view)
    if "draft" in query.status and output.chosen_format("table") in TABLES:
        view = drafts_view(view, _passages(archive))
    rows = archive.statements(
        query,
        sort=output.sort or "date",
        limit=output.limit,
        certain_first=certain_first(output),
        by_act=by_act,
    )
    code = show_rows(
        archive,
        query,
        output,
        view,
        rows,
        count=lambda: archive.count(query, by_act=by_act),
        if_empty=if_empty,
        marked=True,
    )
    _note_drafts(archive, query)
    if query.within == "own" and (more := archive.count_more(query)):
        note(f"{more} more at meetings or on topics so named: --in all")
    if query.meeting:
        made_there = query._replace(meeting=(), made_at=query.meeting)
        if mentions := archive.count(query) - archive.count(made_there):
            note(f"{counted(mentions, 'statement')} made elsewhere, about the meeting")
    return code


def _passages(archive: Archive) -> Callable[[StatementRow], str]:
    """Return a function from a statement to the words of its passage, "" without its text."""
    from ..model.records import Source
    from ..verify.texts import matching_text, texts_folder

    folder = texts_folder(None, archive.root)

    @cache
    def text_of(ident: str) -> str:
        source = archive.get(ident)
        assert isinstance(source, Source)
        return matching_text(folder, source, archive.root).text or ""

    def words_of(row: StatementRow) -> str:
        return " ".join(text_of(row.source)[row.anchor_start : row.anchor_end].split())

    return words_of


def _note_drafts(archive: Archive, query: Filter) -> None:
    """Say how many drafts a filter leaves out that finds other statements."""
    if (drafts := archive.drafts(query)) and archive.has_any(query):
        are, them = ("is a draft", "it") if drafts == 1 else ("are drafts", "them")
        statements = counted(drafts, "statement")
        note(f"{statements} {are} and not shown. To see {them}: --status draft")


def spare(archive: Archive, file: str | None) -> None:
    """Refuse to write results over a file that the archive consists of."""
    if not file or not os.path.isfile(file) or not archive.holds(file):
        return
    if file.endswith(".yaml") or f"{os.sep}texts{os.sep}" in os.path.abspath(file):
        raise ArchiveError(f"{file} is a file of the archive: choose another name")


def show_rows(
    archive: Archive,
    query: Filter,
    output: Output,
    view: View,
    rows: Iterable[Any],
    *,
    form: str | None = None,
    draw: Callable[[int, bool, Marks], str] | None = None,
    count: Callable[[], int] | None = None,
    if_empty: Callable[[], str] | None = None,
    marked: bool = False,
    noun: str = "statement",
    doubts: Mapping[str, int] | None = None,
    ids: Iterable[str] | None = None,
) -> int:
    """Show the rows that answer a query, a drawing of them, or their number; return the exit code.

    `form` is a format that overrides that of `output`. `draw` returns a drawing for a width in
    cells, with or without color. With `marked`, a table marks words searched for and links ids.
    `noun` is what a row is called. `doubts` counts the rows that may be outside the query's dates,
    by what their own date is; without it, the query's statements are counted, or those of `ids`.
    """
    spare(archive, output.file)
    note_namesakes_of(archive, query)
    if output.limit == 0:
        if_empty = lambda: ""  # noqa: E731
    if output.only_count:
        write_count(count() if count else sum(1 for _ in rows))
    # any() rather than bool(): rows may be an iterator, which is always true.
    elif draw and (size := canvas(output)) is not None and any(True for _ in rows):
        show_text(draw(size, color(output), marks_of(archive, query, output)), output)
    else:
        marks = marks_of(archive, query, output) if marked else NO_MARKS
        if_empty = if_empty or (lambda: _nothing(archive, query, noun))
        emit(view, rows, output, form, if_empty, marks)
    if doubts is None:
        note_doubts(archive.uncertain(query, ids))
        note_undated(query, archive.count)
    else:
        note_doubts(doubts, noun)
    return left_out(archive)


def _nothing(archive: Archive, query: Filter, noun: str) -> str:
    from .hints import nothing  # here, because most look-ups find something

    return nothing(archive, query, noun)


def _scoped(archive: Archive, query: Filter) -> Filter:
    """Return the filter with what its searches look at; say if no statement has their words."""
    searched = scoped(query, archive.connection)
    if query.within is None and searched.within == "all" and (count := archive.count(searched)):
        have = "has" if count == 1 else "have"
        note(
            f"no statement has these words; {count} {have} a topic, meeting, document or speaker "
            "so named"
        )
    return searched


def note_undated(query: Filter, count: Callable[[Filter], int]) -> None:
    """Say how many more rows may be of the date asked for, and how to see them.

    `count` returns how many rows a filter finds.
    """
    on = query.on
    if on is None or query.since or query.until:
        return
    certain, perhaps = count(query), count(query._replace(on=None, since=on, until=on))
    if perhaps > certain:
        period = {4: "year", 7: "month"}.get(len(on), "day")
        more = " more" if certain else ""
        note(f"{perhaps - certain}{more} may be of that {period}: --since {on} --until {on}")


def certain_first(output: Output) -> bool:
    """Return whether to show last what may be outside the dates: in tables, unless sorted."""
    return output.sort is None and output.chosen_format("table") in TABLES


_DATED_BY = {
    "month": "by month",
    "year": "by year",
    "meeting": "by a meeting of several days",
    "source": "by the source",
    "error": "by a meeting that has an error",
}


def note_doubts(doubts: Mapping[str, int], noun: str = "statement") -> None:
    """Say how many rows may be outside the dates asked for, and why; nothing if none may."""
    if doubts:
        reasons = either([_DATED_BY[basis] for basis in _DATED_BY if basis in doubts])
        note(f"{sum(doubts.values())} of the {noun}s may be outside: dated only {reasons}")


def note_name(archive: Archive, query: Filter, words: tuple[str, ...]) -> None:
    """Say whose name the words are that statements were searched for, if any were found."""
    name = " ".join(words)
    if not archive.may_name(name) or not archive.has_any(query):
        return
    from ..queries.names import PART, candidates

    fits = candidates(archive.connection, "participant", name)
    if fits.pairs and fits.sure and fits.rank <= PART:
        ident = fits.pairs[0][0] if len(fits.pairs) == 1 else shell_word(name)
        note(f"“{name}” is also a name; to see what they said: {archive.command} said {ident}")


def note_namesakes(archive: Archive, names: Iterable[str]) -> None:
    """Say whom a name was taken for that may mean others, and whom a whole name matches in part."""
    if not (names := tuple(names)):
        return
    from ..queries.names import namesakes, taken_for  # here, because most look-ups name nobody

    for name in names:
        if fit := taken_for(archive.connection, name):
            note(f"“{name}” is taken for {fit[1]}: {fit[0]}")
    others = [namesake for name in names for namesake in namesakes(archive.connection, name)]
    for ident, label in others[:_NAMESAKES]:
        note(f"also {label}: {ident}")
    if len(others) > _NAMESAKES:
        note(f"and {len(others) - _NAMESAKES} more")


def note_namesakes_of(archive: Archive, query: Filter) -> None:
    """Say whom else the names of people in a filter match in part."""
    note_namesakes(archive, (*query.speaker, *query.attributed_to, *query.voiced_by))


def marks_of(archive: Archive, query: Filter, output: Output) -> Marks:
    """Return what a terminal marks in the answer to a query; without color, nothing."""
    marks = NO_MARKS
    if not color(output):
        return marks
    if query.searches:
        from ..reports.concordance import occurrences

        marks = marks._replace(searched=occurrences(query.searches))
    if linking():
        marks = marks._replace(address=lambda row: record_address(archive, *_origin(row)))
    return marks


def linking() -> bool:
    """Return whether to make ids links: not if the user objects or the terminal cannot."""
    off = os.environ.get("ALLIANCE_ARCHIVE_LINKS", "").lower() in _OFF
    return not off and os.environ.get("TERM") not in _WITHOUT_LINKS


def record_address(archive: Archive, path: str, line: int) -> str:
    """Return the address of a line in one of the archive's files; "" without a file."""
    if not path:
        return ""
    from ..render.cells import file_address

    return file_address(os.path.join(os.path.realpath(archive.root), path), line)


def _origin(row: Any) -> tuple[str, int]:
    """Return the file and line where a row's record begins; "" and 0 for rows without one."""
    if isinstance(row, StatementRow):
        return row.path, row.line
    from ..queries.long_rows import LongRow  # here, because few look-ups have other rows

    if isinstance(row, LongRow):
        return _origin(row.statement)
    origin = getattr(getattr(row, "record", None), "origin", None)
    return (origin.path, origin.line) if origin else ("", 0)
