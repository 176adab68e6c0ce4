"""Typical uses of the Python API, as a user of the installed package writes them.

`test_python_api.py` runs them; mypy checks their types strictly against an installed copy: mypy --strict --python-executable PYTHON tests/python_api.py, outside the checkout.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from alliance_archive import Archive, ArchiveError, Filter, StatementRow, UnknownName, listing
from alliance_archive.change import changes, undo
from alliance_archive.documents import read_document
from alliance_archive.draft import ArchiveContext, context, draft
from alliance_archive.draft.batch import file_many, find_documents
from alliance_archive.edit.linking import link
from alliance_archive.edit.records import merge, remove, rename, set_fields
from alliance_archive.edit.spreadsheet.conflicts import THEIRS
from alliance_archive.edit.spreadsheet.corrections import import_sheet
from alliance_archive.edit.spreadsheet.sheet import read_sheet
from alliance_archive.export import (
    cite,
    editable,
    editable_view,
    write_database,
    write_datapackage,
    write_jsonld,
)
from alliance_archive.queries.sql import read_only_session
from alliance_archive.render.delimited import write_csv
from alliance_archive.reports.corroboration import corroborate
from alliance_archive.reports.diff import diff
from alliance_archive.reports.problems import problem_report
from alliance_archive.reports.readouts import of_two, readouts
from alliance_archive.verify import verify


def open_an_archive(folder: Path) -> tuple[str, int]:
    with Archive.open(folder) as archive:
        return archive.index_status().state, archive.count()


def begin_an_archive(folder: Path) -> list[Path]:
    return Archive.create(folder)


def look_up_words(archive: Archive, words: str) -> list[tuple[Sequence[str], str]]:
    query = Filter(match=(words,))
    return [(row.attributed_names, row.words) for row in archive.statements(query, limit=10)]


def what_somebody_said(archive: Archive, name: str) -> list[str]:
    speaker: str = archive.resolve("participant", name)
    rows = archive.statements(Filter(speaker=(speaker,), verbatim=True), sort="-date")
    return [quote.exact for row in rows for quote in row.quotes]


def look_up_an_id(archive: Archive, ident: str) -> str | None:
    try:
        row: StatementRow = archive.row(ident)
    except UnknownName as error:
        return f"no such {error.kind}; nearest: {', '.join(error.nearest)}"
    return row.date


def roles_on_the_day(archive: Archive) -> set[tuple[str, str]]:
    return {(link.name, link.role) for link in archive.long() if link.name and link.role}


def list_topics(archive: Archive) -> dict[str, int]:
    return {entry.label: entry.statements for entry in listing(archive, "topic")}


def report_problems(archive: Archive) -> list[str]:
    report = problem_report(archive)
    return [*map(str, report.problems), *report.messages]


def ask_in_sql(archive: Archive, query: str) -> list[tuple[object, ...]]:
    with read_only_session(archive.connection, timeout=5) as session:
        return list(session.ask(query))


def cite_records(archive: Archive, *names: str) -> tuple[str, str]:
    records = [archive.find(name) for name in names]
    return cite(archive, *records), cite(archive, *records, style="bibtex")


def export_for_other_programs(archive: Archive, folder: Path, stream: TextIO) -> int:
    query = Filter(country=("JP",))
    write_jsonld(archive, stream, query)
    write_datapackage(archive, folder / "package", query)
    return write_database(archive, folder / "archive.sqlite", query)


def export_where_it_cannot_be(archive: Archive) -> str:
    try:
        write_database(archive, "/nowhere/at/all.sqlite")
    except ArchiveError as error:
        return str(error)
    return ""


def change_and_take_back(archive: Archive) -> tuple[list[str], list[str], str]:
    change = set_fields(archive, ["mattis"], ["note=Secretary until 2018."])
    change.write()
    rename(archive, "jim-mattis", "james-mattis").write()
    merge(archive, "north-korea", ["north-korea-weapons"]).write()
    remove(archive, ["un-resolutions"], force=True).write()
    commands = [entry.command for entry in changes(archive)]
    back = undo(archive, 4)
    back.write()
    archive.refresh()
    return change.paths, commands, archive.resolve("participant", "mattis")


def verify_an_archive(archive: Archive, texts: Path) -> list[str]:
    verification = verify(archive, texts=texts)
    return [f"{checked.claim.statement}: {checked.verdict}" for checked in verification.findings]


def draft_a_file_elsewhere(known: ArchiveContext, path: Path) -> str:
    return draft(read_document(path.read_bytes(), path.name), known).source_yaml


def what_another_process_needs(archive: Archive) -> ArchiveContext:
    return context(archive)


def draft_a_folder(archive: Archive, folder: Path) -> list[str]:
    paths, _ = find_documents([str(folder)])
    filing = file_many(archive, paths, jobs=2, publisher="Example Wire")
    return [*(failure.reason for failure in filing.failures), *filing.participants.values()]


def find_other_reports(archive: Archive, ident: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (pair.second, pair.verdict, pair.changes) for pair in corroborate(archive, ids=(ident,))
    ]


def count_acts(archive: Archive) -> tuple[int, int]:
    return archive.count(), archive.count(by_act=True)


def who_reports_what(archive: Archive, meeting: str) -> dict[str, list[str]]:
    found = readouts(archive, meeting)
    return {act.act: [report.id for report in act.reports] for act in found.acts}


def what_both_report(archive: Archive, first: str, second: str) -> list[str]:
    found = of_two(archive, (first, second))
    return [act.act for act in found.acts if act.of(first) and act.of(second)]


def link_two_reports(archive: Archive, first: str, second: str) -> str:
    return link(archive, first, second, "notebook")


def draft_an_article(archive: Archive, text: str) -> list[str]:
    drafted = draft(text, archive, publisher="Example Wire", date="2024-06-03")
    return [*drafted.notes, *(statement.form for statement in drafted.statements)]


def export_to_be_corrected(archive: Archive, target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        write_csv(editable_view("topic").fields, editable(archive, "topic"), file)


def bring_corrections_home(archive: Archive, file: Path) -> list[tuple[str, str, str]]:
    brought = import_sheet(archive, read_sheet(str(file)), prefer=THEIRS)
    brought.change.write()
    return [(cell.id, cell.column, cell.file) for cell in brought.cells]


def what_changed(archive: Archive, before: Path) -> list[str]:
    difference = diff(archive, str(before))
    return [part.marked for change in difference.changes for part in change.fields]
