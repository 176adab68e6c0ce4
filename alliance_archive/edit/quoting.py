"""The words of a statement under review: its quotations, and the summary that contains them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.records import Quote, Source, Statement
from ..text.punctuation import quoted_words

_MARKED = re.compile('“([^“”]*)”|"([^"]*)"')
_PUNCTUATION = tuple(",.;:?!")


def own_quotes(statement: Statement, source: Source | None) -> tuple[Quote, ...]:
    """Return the quotations without the comma or period that is the article's."""
    language = source.language if source else None
    quotes = []
    for quote in statement.quotes:
        words = quoted_words(quote.exact, statement.form, language)
        same = words == quote.exact
        quotes.append(quote if same else Quote(words, quote.start, quote.start + len(words)))
    return tuple(quotes)


def with_quotes(summary: str, quotes: Sequence[Quote]) -> str:
    """Return a summary with the statement's quotations between “ ”.

    Straight marks around them become curly, and a comma or period inside goes behind the marks,
    unless other punctuation is there. What quotes other words is left as it is.
    """
    exacts = {quote.exact for quote in quotes}

    def fitted(match: re.Match[str]) -> str:
        words = match[1] or match[2] or ""
        closing = ""
        while words not in exacts and words.endswith((",", ".", " ")):
            words, closing = words[:-1], words[-1] + closing
        if words not in exacts:
            return match[0]
        followed = summary.startswith(_PUNCTUATION, match.end())
        return f"“{words}”{'' if followed else closing.strip()[:1]}"

    return _MARKED.sub(fitted, summary)
