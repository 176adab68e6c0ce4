"""Rows without an id: new statements, whose quotations are looked for in their source's text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ...archive import Archive
from ...errors import ArchiveError
from ...model.records import Source
from ...render.columns import joined, split_list
from ...store.cells import BadCell
from ...text.sentences import sentence_around
from ...text.slugs import free_id
from .quotations import Quotations

_GIVEN = ("quote_starts", "quote_ends", "anchor_start", "anchor_end")
_IGNORED = ("id", "source", "status")


class Placed(NamedTuple):
    """A new row's source, and its cells with offsets."""

    source: Source
    cells: dict[str, str]


class NewRows:
    """Places new statements in the texts of their sources, and gives them ids."""

    def __init__(self, archive: Archive, quotations: Quotations) -> None:
        self.archive, self.quotations = archive, quotations
        self.taken: set[str] = set()

    def placed(self, row: Mapping[str, str]) -> Placed:
        """Return a row's source and its cells, with the offsets of quotations and passage.

        Raises BadCell, with the column as the second of its `args`.
        """
        if not row.get("source"):
            raise BadCell("a new statement needs the id of its source", "source")
        try:
            source = self.archive.get(self.archive.resolve("source", row["source"]))
        except ArchiveError as error:
            raise BadCell(str(error), "source") from None
        assert isinstance(source, Source)
        cells = {column: text for column, text in row.items() if column not in _IGNORED}
        quotes = [quote.strip().strip("“”") for quote in split_list(row.get("quotes", ""))]
        summary = row.get("summary", "")
        if not cells.get("form"):
            cells["form"] = ("mixed" if summary else "direct") if quotes else "indirect"
        cells.setdefault("attributed_to", "")
        if any(row.get(column) for column in _GIVEN):
            return Placed(source, cells)
        if not quotes:
            raise BadCell("a new statement needs quotes, or anchor_start and anchor_end", "quotes")
        spans = [self.quotations.place(source, quote) for quote in quotes]
        text = self.quotations.text(source).text
        exacts = [text[start:end] for start, end in spans]
        for quote, exact in zip(quotes, exacts, strict=True):
            summary = summary.replace(f"“{quote}”", f"“{exact}”")
        first, last = min(spans)[0], max(end for _, end in spans)
        start, end = sentence_around(text, first, last)
        return Placed(
            source,
            cells
            | {
                "summary": summary,
                "quotes": joined(tuple(exacts)),
                "quote_starts": joined(tuple(start for start, _ in spans)),
                "quote_ends": joined(tuple(end for _, end in spans)),
                "anchor_start": str(start),
                "anchor_end": str(end),
            },
        )

    def next_id(self, source: str) -> str:
        """Return the id of a source's next statement, numbered as drafts are."""
        sql = "SELECT id FROM statement WHERE source = ?"
        idents = [ident for (ident,) in self.archive.connection.execute(sql, (source,))]
        numbers = (
            re.fullmatch(rf"{re.escape(source)}-(\d+)", ident) for ident in (*idents, *self.taken)
        )
        last = max((int(match[1]) for match in numbers if match), default=0)
        ident = free_id(f"{source}-{last + 1:02}", self._is_taken)
        self.taken.add(ident)
        return ident

    def _is_taken(self, ident: str) -> bool:
        return ident in self.taken or self.archive.has(ident)
