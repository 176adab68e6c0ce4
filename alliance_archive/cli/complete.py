"""Completion of the archive's own ids and names, asked for by the shell through click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from ..errors import ArchiveError
from .session import Session

if TYPE_CHECKING:
    import sqlite3

    from ..queries.completions import Candidate

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def of_kind(kind: str) -> Completer:
    """Completes the ids of a kind of record, found by the id or by a word of a name."""

    def complete(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
        from ..queries.completions import of_kind as ids_of_kind

        return _items(ctx, lambda connection: ids_of_kind(connection, kind, begun))

    return complete


def any_record(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Completes the ids of all records."""
    from ..queries.completions import anything

    return _items(ctx, lambda connection: anything(connection, begun))


def country(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Completes the codes of countries."""
    from ..queries.completions import countries

    return _items(ctx, lambda connection: countries(connection, begun))


def _items(
    ctx: click.Context, find: Callable[[sqlite3.Connection], list[Candidate]]
) -> list[CompletionItem]:
    from ..archive import Archive

    ours = ctx.find_root().ensure_object(Session)
    try:
        with Archive.open(ours.archive, cached=not ours.no_index) as archive:
            found = find(archive.connection)
    except ArchiveError:
        return []  # there is no place for a message in the middle of a line
    return [CompletionItem(each.value, help=each.label) for each in found]
