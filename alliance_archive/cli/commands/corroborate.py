"""`corroborate`: find the other reports of an act, and how they differ."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

import click

from ...archive import Archive
from ...errors import ArchiveError, UnknownName
from ...queries.filter import EVERYTHING, Filter
from ...render.cells import counted
from ..completers import names_of
from ..hints import nothing
from ..listing import open_archive, show_rows
from ..options import Output, listing_options
from ..output import color, left_out, note, width
from ..session import Command

if TYPE_CHECKING:
    from ...acts.evidence import Pair

_SORTS = ("weight", "score", "id")


@click.command(cls=Command)
@click.argument("names", metavar="[ID]...", nargs=-1, shell_complete=names_of("statement"))
@click.option("--conflicts", is_flag=True, help="Only pairs that contradict each other.")
@click.option("--unlinked", is_flag=True, help="Only pairs that do not share an act yet.")
@click.option("--link", is_flag=True, help="Confirm pairs one by one, and record the act.")
@click.option("--yes", is_flag=True, help="With --link: take what agrees, without asking.")
@listing_options(_SORTS, acts=False)
def corroborate(
    names: tuple[str, ...],
    conflicts: bool,
    unlinked: bool,
    link: bool,
    yes: bool,
    query: Filter,
    output: Output,
) -> int:
    """Find other reports of the same act, and how their words differ.

    \b
    alliance-archive corroborate yonhap-2017-10-23-02
    alliance-archive corroborate --meeting us-rok-2017-10-23
    alliance-archive corroborate --conflicts         exit code 1 if there is one
    alliance-archive corroborate --unlinked --format jsonl
    alliance-archive corroborate --link              confirm them one by one

    Each pair has a verdict: differs, elided, overlap, cropped, same, or paraphrase where one has no
    quoted words. `changes` names the kinds of words that differ: number, negation, modal, name,
    word. Words that only ID has are in [- -], words that only the other has in {+ +}.

    A conflict is a pair in which a word that matters, a speaker or a spokesperson differs. --link
    writes the act into the statements (act), or that they report two (not_act). --yes takes only
    pairs that are same or cropped, with the same speakers and no changes.
    """
    from ...reports.corroboration import corroborate as pairs_of
    from ...reports.pairs import PAIRS, compared, draw

    if yes and not link:
        raise ArchiveError("--yes works only with --link")
    if link and (output.format or output.as_json or output.fields or output.file):
        raise ArchiveError("--link cannot be combined with --format, --json, --fields or -o")
    archive = open_archive()
    ids = tuple(_statement(archive, name) for name in names)
    pairs = pairs_of(archive, query, ids, sort=output.sort or "weight")
    if conflicts:
        pairs = [pair for pair in pairs if pair.conflict]
    if unlinked or link:
        pairs = [pair for pair in pairs if pair.act is None]
    if link:
        return _link(archive, pairs, yes, output)
    rows = list(compared(archive, pairs[: output.limit]))
    code = show_rows(
        archive,
        query,
        output,
        PAIRS,
        rows,
        draw=partial(draw, rows),
        count=lambda: len(pairs),
        if_empty=lambda: _none(archive, query, ids, conflicts),
        noun="pair",
        ids=ids or None,
    )
    return max(code, int(conflicts and bool(pairs)))


def _statement(archive: Archive, name: str) -> str:
    with contextlib.suppress(UnknownName):
        return archive.row(name).id
    record = archive.get(name)
    if record.KIND != "statement":
        raise ArchiveError(
            f"{name} is a {record.KIND}: name statements, or use --{record.KIND} {name}"
        )
    return record.id


def _none(archive: Archive, query: Filter, ids: tuple[str, ...], conflicts: bool) -> str:
    kind = "conflicting report" if conflicts else "other report"
    if ids:
        return f"no {kind} of {', '.join(ids)}"
    return f"no {kind}s" if query == EVERYTHING else nothing(archive, query, "pair")


def _link(archive: Archive, pairs: list[Pair], yes: bool, output: Output) -> int:
    """Link pairs, asking about each unless `yes`; return the exit code."""
    from ..confirm import warn_if_nothing_is_kept
    from ..linking_loop import Linker

    archive.refuse_example()
    if pairs:
        warn_if_nothing_is_kept()
    linker = Linker(archive, pairs, width(output) or 80, color(output))
    linked, apart = linker.take_agreeing() if yes else linker.run()
    if not pairs:
        note("no pairs to link")
    else:
        told_apart = f", {counted(apart, 'pair')} told apart" if apart else ""
        note(f"{counted(linked, 'pair')} linked{told_apart}")
    return left_out(archive)
