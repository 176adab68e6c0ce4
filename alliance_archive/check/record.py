"""The rules for a single record, as small functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..model.dates import day_span, standing
from ..model.records import Anchor, Meeting, Participant, Quote, Record, Source, Statement
from ..text.matching import typed
from ..text.offices import match, office_words
from ..text.punctuation import quoted_words
from ..text.quotation_marks import fragments, has_quotation_mark


class Finding(NamedTuple):
    """A problem of a record: the path of the field that has it, its code and message."""

    field: tuple[str | int, ...]
    code: str
    message: str


Findings = Iterator[Finding]


def record_findings(record: Record, source: Source | None) -> Findings:
    """Find every problem that a record has by itself, or with the length of its source's text."""
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
        message = f"end_date {meeting.end_date} is before date {meeting.date}"
        yield Finding(("end_date",), "date-order", message)


def date_passed(meeting: Meeting, today: str) -> Findings:
    """Find that a planned meeting's last day is before today, YYYY-MM-DD."""
    if standing(meeting, today) != meeting.status:
        date = meeting.interval.replace("/", " to ")
        message = f"planned for {date}, which has passed: once it is reported, set status: held"
        yield Finding(("status",), "planned-date-passed", message)


def _membership_days(participant: Participant) -> Findings:
    for position, membership in enumerate(participant.memberships):
        if not _in_order(membership.since, membership.until):
            message = f"until {membership.until} is before since {membership.since}"
            yield Finding(("memberships", position, "until"), "date-order", message)


def _titles_as_names(participant: Participant) -> Findings:
    for position, name in enumerate(participant.other_names):
        for office in participant.memberships:
            country = office.country or participant.country
            words = office_words(office.role, office.organization, country)
            if match(typed(name), words) is not None:
                message = f"“{name}” is an office, found through memberships: remove it here"
                yield Finding(("other_names", position), "title-as-name", message)
                break


def _anchor_within_text(statement: Statement, source: Source | None) -> Findings:
    anchor = statement.anchor
    if anchor.end <= anchor.start:
        message = f"the passage must end after it begins: start is {anchor.start}, end {anchor.end}"
        yield Finding(("anchor", "end"), "anchor-order", message)
    if source and source.text and anchor.end > source.text.length:
        message = f"the passage ends at {anchor.end}, but the text ends at {source.text.length}"
        yield Finding(("anchor", "end"), "anchor-outside-text", message)


def _closing_punctuation(statement: Statement, source: Source | None) -> Findings:
    """Find quotations with the article's own comma or period, which American usage puts inside."""
    for position, quote in enumerate(statement.quotes):
        words = quoted_words(quote.exact, statement.form, source.language if source else None)
        if words != quote.exact:
            comma = quote.exact.rstrip().endswith(",")
            message = (
                f"exact ends with the article's {'comma' if comma else 'period'}: "
                f"remove it, and write end: {quote.start + len(words)}"
            )
            yield Finding(("quotes", position, "exact"), "quote-punctuation", message)


def _quotes_fit_form(statement: Statement) -> Findings:
    if statement.form == "indirect":
        if statement.quotes:
            message = "an indirect statement must not have quotes; make it mixed or direct"
            yield Finding(("quotes",), "quotes-unexpected", message)
    elif not statement.quotes:
        message = f"a {statement.form} statement needs at least one quote; this one has none"
        yield Finding(("form",), "quotes-missing", message)


def _summary_fits_form(statement: Statement) -> Findings:
    if statement.form == "direct":
        if statement.summary:
            message = "a direct statement must not have a summary; delete it, or make it mixed"
            yield Finding(("summary",), "summary-unexpected", message)
    elif not statement.summary and statement.status != "draft":
        article = "an" if statement.form == "indirect" else "a"
        message = f"{article} {statement.form} statement needs a summary; this one has none"
        yield Finding(("form",), "summary-missing", message)


def _summary_holds_quotes(statement: Statement) -> Findings:
    if statement.form == "direct" or not statement.summary:
        return
    rest, wording = statement.summary, ""
    missing = False
    for quote in statement.quotes:
        preceding, mark, following = rest.partition(f"“{quote.exact}”")
        missing = missing or not mark
        if mark:
            wording, rest = f"{wording}{preceding}x", following  # a letter: what follows may be ’s
    if missing or has_quotation_mark(wording + rest):
        yield Finding(("summary",), "summary-quotes-differ", _difference(statement))


def _difference(statement: Statement) -> str:
    """Return which words are in quotation marks in a summary, and which should be."""
    marked = fragments(statement.summary or "")
    exacts = [f"“{quote.exact}”" for quote in statement.quotes]
    if not exacts:
        quoted = " and ".join(marked) or "a quotation mark"
        return f"the summary has {quoted}, but the statement has no quotes: delete the marks"
    if marked == exacts:
        return "a quotation mark in the summary has no counterpart: write “ and ”"
    if marked:
        return (
            "the words in “ ” in the summary must be exactly "
            f"{' and '.join(exacts)}, not {' and '.join(marked)}"
        )
    return f"the summary must contain the quoted words in “ ”: {' and '.join(exacts)}"


def _quote_texts(statement: Statement) -> Findings:
    for position, quote in enumerate(statement.quotes):
        where = ("quotes", position, "exact")
        if quote.end - quote.start != len(quote.exact):
            message = (
                f"exact has {len(quote.exact)} characters, but from start {quote.start} to end "
                f"{quote.end} there are {quote.end - quote.start}"
            )
            yield Finding(where, "quote-length", message)
        if not unicodedata.is_normalized("NFC", quote.exact):
            message = "exact is not in Unicode form NFC, in which offsets count: convert it to NFC"
            yield Finding(where, "quote-not-normalized", message)


def _quote_places(statement: Statement) -> Findings:
    reached = 0
    for position, quote in enumerate(statement.quotes):
        where = ("quotes", position, "start")
        if not _within(quote, statement.anchor) and not _within(statement.anchor, quote):
            message = (
                f"the quotation at {quote.start}–{quote.end} is outside the passage, "
                f"which is {statement.anchor.start}–{statement.anchor.end}"
            )
            yield Finding(where, "quote-outside-anchor", message)
        if quote.start < reached:
            message = (
                f"this quotation begins at {quote.start}, before the previous one ends at {reached}"
            )
            yield Finding(where, "quote-overlap", message)
        reached = max(reached, quote.end)


def _within(inner: Quote | Anchor, outer: Quote | Anchor) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _resolution_of_draft(statement: Statement) -> Findings:
    """Whoever has reviewed a statement has settled who speaks."""
    if statement.resolution and statement.status != "draft":
        message = "resolution is for drafts: delete it, or write status: draft"
        yield Finding(("resolution",), "resolution-unexpected", message)


STATEMENT_RULES: tuple[Callable[[Statement], Findings], ...] = (
    _quotes_fit_form,
    _summary_fits_form,
    _resolution_of_draft,
    _summary_holds_quotes,
    _quote_texts,
    _quote_places,
)
