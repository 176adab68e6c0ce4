"""The exports that hold the archive's relations: a data package, a database, linked data."""

from __future__ import annotations

from pathlib import Path

from ...archive import Archive
from ...atomic import whole_database, whole_folder
from ...errors import ArchiveError
from ...export import jsonld as linked
from ...export.datapackage import is_package, write_package
from ...export.tables import Extract, extract
from ...queries.filter import Filter
from ..hints import nothing
from ..options import Output
from ..output import note, stream

NAME, TITLE = "alliance-archive", "Who said what: statements of alliance diplomacy"


def write(archive: Archive, wanted: Filter, form: str, target: str | None) -> None:
    """Write the statements of a filter, and all that they refer to, to a file or folder."""
    if form == "jsonld":
        _linked(archive, wanted, target)
        return
    if target is None or target == "-":
        raise ArchiveError("a database is a file: name it with -o FILE.sqlite")
    with extract(archive, wanted) as found:
        if not found.statements:
            note(nothing(archive, wanted))
        if form == "sqlite":
            _database(found, target)
        else:
            _package(found, target)


def _linked(archive: Archive, wanted: Filter, target: str | None) -> None:
    from ...render.structured import write_graph

    nodes = linked.nodes(archive, archive.statements(wanted))
    with stream(Output(output=target)) as out:
        write_graph(linked.CONTEXT, nodes, out)


def _database(found: Extract, target: str) -> None:
    from ...export.database import write_database

    with whole_database(target) as path:
        write_database(path, found.relations, found.rows, ("statements", "words"))


def _package(found: Extract, target: str) -> None:
    def ours(folder: Path) -> bool:
        return is_package(folder, found.relations)

    with whole_folder(target.rstrip("/") or target, ours) as folder:
        write_package(folder, NAME, TITLE, found.relations, found.rows)
