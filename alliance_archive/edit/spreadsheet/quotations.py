"""Quotations looked for in the text of their source, whose words they must be."""

from __future__ import annotations

from functools import cache
from itertools import islice

from ...archive import Archive
from ...model.records import Quote, Source, Statement
from ...store.cells import BadCell
from ...text.typography import untypeset
from ...verify.texts import SourceText, matching_text, texts_folder

_MOST = 1000  # places of a quotation in a text that are compared


class Quotations:
    """Finds quotations in the texts of an archive's sources, which are in a folder."""

    def __init__(self, archive: Archive, texts: str | None) -> None:
        self.archive = archive
        self.folder = texts_folder(texts, archive.root)
        self.text = cache(self._text)

    def _text(self, source: Source) -> SourceText:
        matching = matching_text(self.folder, source, self.archive.root)
        if matching.text is None:
            why = matching.why_none.partition(": ")[2]
            raise BadCell(f"the quotation cannot be looked for: {why}", "quotes")
        return SourceText(matching.text, source.text)

    def place(
        self, source: Source, words: str, former: tuple[int, int] | None = None
    ) -> tuple[int, int]:
        """Return where words are in a source's text, whatever their typography.

        Of several places, it is the one that overlaps the `former`. Raises BadCell.
        """
        text = self.text(source)
        start = text.text.find(words)
        if start >= 0 and text.text.find(words, start + 1) < 0:
            return start, start + len(words)
        places = list(islice(text.folded.spans(words), _MOST))
        if former and len(places) > 1:
            places = [
                span for span in places if span[0] < former[1] and former[0] < span[1]
            ] or places
        if len(places) == 1:
            return places[0]
        times = "several times" if places else "not"
        raise BadCell(
            f"“{words}” is {times} in the text of {source.id}: copy more of it, or give "
            "quote_starts, quote_ends, anchor_start and anchor_end",
            "quotes",
        )

    def corrected(self, source: Source, old: Statement, new: Statement) -> tuple[Quote, ...]:
        """Return a statement's new quotations as the source's text has them.

        Words that were changed without their offsets are looked for in the text. Raises BadCell.
        """
        return tuple(
            quote if quote in old.quotes else self._as_in_text(source, old, quote)
            for quote in new.quotes
        )

    def _as_in_text(self, source: Source, old: Statement, quote: Quote) -> Quote:
        text = self.text(source).text
        words = text[quote.start : quote.end]
        if untypeset(words).text == untypeset(quote.exact).text:
            return quote
        former = quote.start, quote.end
        if any((old_quote.start, old_quote.end) == former for old_quote in old.quotes):
            start, end = self.place(source, quote.exact, former)
            return Quote(text[start:end], start, end)
        raise BadCell(
            f"“{quote.exact}” is not at {quote.start}–{quote.end} in the text of {source.id}",
            "quote_starts",
        )
