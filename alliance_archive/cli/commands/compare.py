"""`compare`: two sides beside each other."""

from __future__ import annotations

from typing import Any

import click

from ...reports.compare import compare as compared
from ...reports.compare_view import COMPARED, facings, headline
from ..complete import any_record
from ..hints import nothing
from ..listing import opened
from ..marks import marks
from ..options import listing_options, split
from ..output import canvas, colour, emit, left_out, note, text


@click.command()
@click.argument("one", metavar="A", shell_complete=any_record)
@click.argument("other", metavar="B", shell_complete=any_record)
@listing_options(["shared", "subject"])
def compare(one: str, other: str, **options: Any) -> int:
    """What A and B said on the same subject and meeting, side by side, and in which phrases.

    \b
    alliance-archive compare mattis onodera          two people
    alliance-archive compare japan "south korea"     two countries, all their people
    alliance-archive compare us-rok-alliance us-japan-alliance
    alliance-archive compare trilateral us-rok-2017-10-23
    alliance-archive compare mattis song --topic "north korea"
    alliance-archive compare mattis onodera -o both.csv

    A and B are participants, countries, topics, meetings or sources, by id, name or part of one.
    Subjects that both are on record with come first; what they said together stands across both
    sides. Where topics are compared, the subjects are people. In CSV and JSON a row is a statement
    on one subject, or a phrase, and `side` tells whose it is: an id, or “both”.
    """
    wanted, how = split(options)
    found = opened()
    made = compared(found, one, other, wanted, sort=how.sort or "shared")
    rows = [*made.statements, *made.phrases][: how.limit]
    made = made._replace(
        statements=[row for row in rows if row.statement],
        phrases=[row for row in rows if row.phrase],
    )
    size = canvas(how)
    if how.only_count:
        click.echo(len(rows))
    elif size is None:
        emit(COMPARED, rows, how, empty=lambda: nothing(found, wanted))
    elif rows:
        from ...render.beside import beside

        marked = marks(found, wanted, how)
        text(beside(headline(made), facings(made), size, colour(how), marked), how)
    else:
        note(nothing(found, wanted))
    return left_out(found)
