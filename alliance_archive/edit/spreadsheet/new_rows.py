"""Rows without an id: new statements, whose quotations are looked for in their source's text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Any

from ...archive import Archive
from ...errors import ArchiveError
from ...index.storage import records
from ...model import fields
from ...model.records import Source, Statement, from_plain, plain
from ...render.columns import joined, split_list
from ...store.cells import BadCell, cell_fields
from ...text.sentences import sentence_around
from ...text.slugs import numbered_id
from .cell_reader import CellReader
from .quotations import Quotations
from .sheet import ABSENT

_GIVEN = ("quote_starts", "quote_ends", "anchor_start", "anchor_end")
_IGNORED = ("id", "source", "status")


class NewRows:
    """Places new statements in the texts of their sources, and gives them ids."""

    def __init__(self, archive: Archive, reader: CellReader, quotations: Quotations) -> None:
        self.archive, self.reader, self.quotations = archive, reader, quotations
        self.drafts: dict[str, list[Statement]] = {}
        """The new statements by file."""
        self.rows: dict[str, int] = {}
        """The row of each of them."""
        self._statements_of = cache(self._statements_in)

    def add(self, row: int, cells: Mapping[str, Any]) -> str | None:
        """Make a draft of a new row, and note the faults in it.

        Return the id of the statement that it is, if it was imported before.
        """
        texts = {
            column: self.reader.intact(row, column, cell).strip()
            for column, cell in cells.items()
            if cell is not ABSENT
        }
        try:
            source, texts = self._placed(texts)
        except BadCell as error:
            self.reader.fault(row, error.column, str(error))
            return None
        for column, text in texts.items():
            if text and cell_fields("statement")[column].field.type in (fields.IDS, fields.ID):
                texts[column] = self.reader.resolved(row, column, text) or ""
        filled = {key: text for key, text in texts.items() if text or key == "attributed_to"}
        values = self.reader.values(row, filled)
        if values is None:
            return None
        values |= {"id": "new", "status": "draft", "source": source.id}
        statement = from_plain(Statement, {k: v for k, v in values.items() if v is not None})
        if self.reader.has_errors(row, statement, source):
            return None
        drafts = chain.from_iterable(self.drafts.values())
        for earlier in (*self._statements_of(source.id), *drafts):
            same = _content(earlier) == _content(statement)
            if same or (earlier.quotes and earlier.quotes == statement.quotes):
                return self._known(row, earlier, same)
        assert source.origin is not None
        statement = statement._replace(id=self._next_id(source.id))
        self.rows[statement.id] = row
        self.drafts.setdefault(source.origin.path, []).append(statement)
        return None

    def _known(self, row: int, earlier: Statement, same: bool) -> str | None:
        """Return the id of a statement that a new row is; None after a fault."""
        if first := self.rows.get(earlier.id):
            message = f"row {first} has the same words: delete one of the rows"
        elif same:
            return earlier.id
        else:
            advice = "write that id into the row, or delete the row"
            message = f"{earlier.id} has these words: {advice}"
        self.reader.fault(row, "quotes", message)
        return None

    def _placed(self, row: Mapping[str, str]) -> tuple[Source, dict[str, str]]:
        """Return a row's source and its cells, with the offsets of quotations and passage.

        Raises BadCell.
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
            return source, cells
        if not quotes:
            raise BadCell("a new statement needs quotes, or anchor_start and anchor_end", "quotes")
        spans = [self.quotations.place(source, quote) for quote in quotes]
        text = self.quotations.text(source).text
        exacts = [text[start:end] for start, end in spans]
        for quote, exact in zip(quotes, exacts, strict=True):
            summary = summary.replace(f"“{quote}”", f"“{exact}”")
        first, last = min(spans)[0], max(end for _, end in spans)
        start, end = sentence_around(text, first, last)
        cells |= {"summary": summary, "quotes": joined(tuple(exacts))}
        cells["quote_starts"], cells["quote_ends"] = map(joined, zip(*spans, strict=True))
        return source, cells | {"anchor_start": str(start), "anchor_end": str(end)}

    def _next_id(self, source: str) -> str:
        """Return the id of a source's next statement, numbered as drafts are."""
        sql = "SELECT id FROM statement WHERE source = ?"
        idents = [ident for (ident,) in self.archive.connection.execute(sql, (source,))]
        return numbered_id(source, (*idents, *self.rows), self._is_taken)

    def _is_taken(self, ident: str) -> bool:
        return ident in self.rows or self.archive.has(ident)

    def _statements_in(self, source: str) -> list[Statement]:
        return records(self.archive.connection, "statement", "source = ? AND state < 2", source)


def _content(statement: Statement) -> dict[str, Any]:
    """Return what a statement says, without its id and whether somebody reviewed it."""
    values = plain(statement)
    return {key: values[key] for key in values if key not in ("id", "status", "former_ids")}
