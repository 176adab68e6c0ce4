"""What must hold within one record, as a tuple of small functions for each kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..model.dates import day_span
from ..model.records import Meeting, Participant, Record, Source, Statement
from ..text.offices import match, office_words
from ..text.punctuation import quoted_words

_FRAGMENT = re.compile("“([^“”]*)”")


class Finding(NamedTuple):
    """A problem of a record: the path of the field it lies in, its code and message."""

    field: tuple[str | int, ...]
    code: str
    message: str


Findings = Iterator[Finding]


def record_findings(record: Record, source: Source | None) -> Findings:
    """Find every problem that a record shows by itself, or against the length of its source."""
    if isinstance(record, Statement):
        for statement_rule in STATEMENT_RULES:
            yield from statement_rule(record)
        yield from _anchor_within_text(record, source)
        yield from _closing_punctuation(record, source)
    elif isinstance(record, Meeting):
        yield from _meeting_days(record)
    elif isinstance(record, Participant):
        yield from _membership_days(record)
        yield from _titles_as_names(record)


def _in_order(first: str | None, last: str | None) -> bool:
    return not first or not last or day_span(first)[0] <= day_span(last)[1]


def _meeting_days(meeting: Meeting) -> Findings:
    if not _in_order(meeting.date, meeting.end_date):
        message = f"ends {meeting.end_date}, before it begins {meeting.date}"
        yield Finding(("end_date",), "date-order", message)


def _membership_days(participant: Participant) -> Findings:
    for position, membership in enumerate(participant.memberships):
        if not _in_order(membership.since, membership.until):
            message = f"until {membership.until}, before since {membership.since}"
            yield Finding(("memberships", position, "until"), "date-order", message)


def _titles_as_names(participant: Participant) -> Findings:
    for position, name in enumerate(participant.other_names):
        for office in participant.memberships:
            country = office.country or participant.country
            if match(name, office_words(office.role, office.organization, country)):
                message = f"“{name}” is an office, found through memberships: remove it here"
                yield Finding(("other_names", position), "title-as-name", message)
                break


def _anchor_within_text(statement: Statement, source: Source | None) -> Findings:
    anchor = statement.anchor
    if anchor.end <= anchor.start:
        message = f"the anchor ends at {anchor.end}, not after its start {anchor.start}"
        yield Finding(("anchor", "end"), "anchor-order", message)
    if source and source.text and anchor.end > source.text.length:
        message = f"the anchor ends at {anchor.end}, the text at {source.text.length}"
        yield Finding(("anchor", "end"), "anchor-outside-text", message)


def _closing_punctuation(statement: Statement, source: Source | None) -> Findings:
    """American usage puts the article's comma and stop inside the marks: they are not quoted."""
    for position, quote in enumerate(statement.quotes):
        words = quoted_words(quote.exact, statement.form, source.language if source else None)
        if words != quote.exact:
            comma = quote.exact.rstrip().endswith(",")
            message = (
                f"exact ends with the article's {'comma' if comma else 'full stop'}: "
                f"end it before that, with end: {quote.start + len(words)}"
            )
            yield Finding(("quotes", position, "exact"), "quote-punctuation", message)


def _quotes_fit_form(statement: Statement) -> Findings:
    if statement.form == "indirect":
        if statement.quotes:
            yield Finding(("quotes",), "quotes-unexpected", "an indirect statement has no quotes")
    elif not statement.quotes:
        message = f"a {statement.form} statement has quotes"
        yield Finding(("form",), "quotes-missing", message)


def _summary_fits_form(statement: Statement) -> Findings:
    if statement.form == "direct":
        if statement.summary:
            message = "a direct statement is its own words: no summary beside them"
            yield Finding(("summary",), "summary-unexpected", message)
    elif not statement.summary and statement.status != "draft":
        message = f"the summary of this {statement.form} statement is to be written"
        yield Finding(("form",), "summary-missing", message)


def _summary_holds_quotes(statement: Statement) -> Findings:
    if statement.form == "direct" or not statement.summary:
        return
    rest, between = statement.summary, ""
    for quote in statement.quotes:
        wording, mark, rest = rest.partition(f"“{quote.exact}”")
        between += wording
        if not mark:
            between += "“"
    if "“" in between + rest or "”" in between + rest:
        fragments = _FRAGMENT.findall(statement.summary)
        exacts = [quote.exact for quote in statement.quotes]
        message = f"the summary quotes {_listed(fragments)}, quotes: holds {_listed(exacts)}"
        yield Finding(("summary",), "summary-quotes-differ", message)


def _listed(texts: list[str]) -> str:
    return " and ".join(f"“{text}”" for text in texts) or "nothing"


def _quote_texts(statement: Statement) -> Findings:
    for position, quote in enumerate(statement.quotes):
        where = ("quotes", position, "exact")
        if quote.end - quote.start != len(quote.exact):
            message = (
                f"exact has {len(quote.exact)} code points, "
                f"but {quote.start} to {quote.end} are {quote.end - quote.start}"
            )
            yield Finding(where, "quote-length", message)
        if not unicodedata.is_normalized("NFC", quote.exact):
            message = "exact is not in Unicode form NFC, in which offsets count"
            yield Finding(where, "quote-not-normalised", message)


def _quote_places(statement: Statement) -> Findings:
    reached = 0
    for position, quote in enumerate(statement.quotes):
        where = ("quotes", position, "start")
        if quote.start < statement.anchor.start or quote.end > statement.anchor.end:
            message = (
                f"the quotation at {quote.start}–{quote.end} is not within the anchor, "
                f"{statement.anchor.start}–{statement.anchor.end}"
            )
            yield Finding(where, "quote-outside-anchor", message)
        if quote.start < reached:
            message = f"begins at {quote.start}, before the one above it ends at {reached}"
            yield Finding(where, "quote-overlap", message)
        reached = max(reached, quote.end)


STATEMENT_RULES: tuple[Callable[[Statement], Findings], ...] = (
    _quotes_fit_form,
    _summary_fits_form,
    _summary_holds_quotes,
    _quote_texts,
    _quote_places,
)
