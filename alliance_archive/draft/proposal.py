"""Records for review, made from what was found in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from ..model.records import (
    Anchor,
    Meeting,
    Participant,
    Quote,
    Resolution,
    Source,
    Statement,
    Topic,
    Translation,
)
from ..store.write import draft_yaml
from .extraction import Attribution, Extraction, Mention, Proposal
from .occasions import with_meetings
from .references import Subjects, ids_of, new_participants

# Characters that no field of a record may contain; the words around them become two quotations.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


_NEXT = 12  # code points between the names of a row: “, and the ”


def _nobody(_: str) -> bool:
    return False


def _no_namesake(_: Proposal) -> Participant | None:
    return None


class ArchiveContext(NamedTuple):
    """The archive's records that a draft may refer to; `taken` tells whether an id is in use.

    `namesake` returns whoever is in the archive under the full name of somebody proposed, though
    not among `participants`.
    """

    participants: Sequence[Participant] = ()
    meetings: Sequence[Meeting] = ()
    topics: Sequence[Topic] = ()
    sources: Sequence[Source] = ()
    taken: Callable[[str], bool] = _nobody
    namesake: Callable[[Proposal], Participant | None] = _no_namesake


class Draft(NamedTuple):
    """A source, its statements, the words that each reports (by its id), and new participants.

    The source is None if nothing was drafted; `notes` then say why. `text` is normalized.
    """

    source: Source | None
    statements: tuple[Statement, ...] = ()
    reported: Mapping[str, str] = MappingProxyType({})
    participants: tuple[Participant, ...] = ()
    notes: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    text: str = ""

    @property
    def yaml(self) -> str:
        """All of it as one file; empty if there is no source."""
        if self.source is None:
            return ""
        new = self.participants, self.meetings
        return draft_yaml(self.source, self.statements, self.reported, *new)

    @property
    def source_yaml(self) -> str:
        """The file of the source alone, whose people and meetings are in other files."""
        return self._replace(participants=(), meetings=()).yaml

    @property
    def counts(self) -> str:
        """How many statements there are, how many need a summary, and how much else is new."""
        statements, participants = len(self.statements), len(self.participants)
        to_write = sum(statement.form != "direct" for statement in self.statements)
        summaries = f" ({to_write} need{'s' * (to_write == 1)} a summary)" if to_write else ""
        meetings = len(self.meetings)
        met = f", {meetings} new meeting{'s' * (meetings > 1)}" if meetings else ""
        return (
            f"{statements} statement{'s' * (statements != 1)}{summaries}, "
            f"{participants or 'no'} new participant{'s' * (participants != 1)}{met}"
        )


def propose(text: str, extraction: Extraction, source: Source, context: ArchiveContext) -> Draft:
    """Return the records drafted from a normalized text and what was read in it."""
    states = {state.country: state.name for state in context.participants if state.kind == "state"}
    told = {n: a for n, a in enumerate(extraction.attributions) if not a.withheld}
    ids = {n: f"{source.id}-{number:02}" for number, n in enumerate(told, 1)}
    draft_ids = {source.id, *ids.values()}
    found = {person.name: context.namesake(person) for person in extraction.people}
    namesakes = {name: person for name, person in found.items() if person}
    new = new_participants(
        [person for person in extraction.people if person.name not in namesakes],
        lambda ident: ident in draft_ids or context.taken(ident),
        states.get,
    )
    people = namesakes | new
    ids_by_name = {name: person.id for name, person in people.items()}
    new_ids = {person.id for person in new.values()}
    archive_ids = {participant.id for participant in context.participants}
    subjects = Subjects(context.topics, context.participants)
    statements = []
    reported = {}
    for number, attribution in told.items():
        ident = ids[number]
        speakers = ids_of(attribution.attributed_to, archive_ids, ids_by_name)
        statement = _statement(text, ident, speakers, attribution)
        words = text[statement.anchor.start : statement.anchor.end]
        statements.append(
            statement._replace(
                resolution=_resolution(attribution.attributed_to, archive_ids, ids_by_name),
                voiced_by=ids_of(attribution.voiced_by, archive_ids, ids_by_name),
                in_reply_to=None
                if attribution.in_reply_to is None
                else ids[attribution.in_reply_to],
                topics=subjects.of(words),
                source=source.id,
                note=_unnamed(attribution.voiced_by, archive_ids, ids_by_name),
            )
        )
        reported[ident] = words
    source = source._replace(
        issued_by=ids_of(extraction.issued_by, archive_ids, ids_by_name),
        parties=ids_of(extraction.parties, archive_ids, ids_by_name),
    )
    statements, meetings = with_meetings(
        text,
        statements,
        [attribution.setting for attribution in told.values()],
        extraction.occasions,
        source,
        {participant.id: participant for participant in context.participants} | people,
        context.meetings,
        lambda ident: ident in draft_ids or ident in new_ids or context.taken(ident),
    )
    return Draft(source, tuple(statements), reported, tuple(new.values()), meetings=meetings)


def _resolution(
    mentions: Sequence[Mention], archive_ids: Collection[str], new: Mapping[str, str]
) -> Resolution | None:
    """Return how the speakers were found and who else they may be; None for plain names alone."""
    others = [replace(mention, resolved=mention.others) for mention in mentions]
    possible = ids_of(others, archive_ids, new)
    found = set(ids_of(mentions, archive_ids, new))
    possible = tuple(ident for ident in possible if ident not in found)
    ways = [mention.by for mention in mentions if mention.by != "name" or mention.others]
    return Resolution(ways[0], possible) if ways and (found or possible) else None


def _unnamed(
    voices: Sequence[Mention], archive_ids: Collection[str], new: Mapping[str, str]
) -> str | None:
    """Return a note on who tells of a statement without a name: two diplomats."""
    unnamed = [v for v in voices if v.kind != "pronoun" and not ids_of([v], archive_ids, new)]
    told = _line(" and ".join(voice.text for voice in unnamed))
    return f"via “{told}”, whom the text does not name" if told else None


def _statement(
    text: str, ident: str, people: tuple[str, ...], attribution: Attribution
) -> Statement:
    """Return the statement in the format: quotations in order, and in the anchor or around it."""
    quotes = _quotes(text, attribution)
    first_quote = min((quote.start for quote in quotes), default=attribution.anchor.end)
    start, end = attribution.anchor
    if not any(quote.start <= start and end <= quote.end for quote in quotes):
        start = min(start, first_quote)
        end = max([end, *(quote.end for quote in quotes)])
    cue, as_given = attribution.cue, _given(text, attribution.attributed_to) or attribution.as_given
    act = attribution.act
    if act and any(quote.start <= act.start < quote.end for quote in quotes):
        # The act is told in the quoted words themselves: who quotes them is the attribution.
        as_given = _given(text, attribution.speakers) or as_given
    elif act:
        cue = act
    latest = min(end - 1, first_quote)
    while start < latest and text[start].isspace():
        start += 1
    return Statement(
        id=ident,
        form=_form(attribution, quotes),
        attributed_to=people,
        anchor=Anchor(start, end),
        as_given=_line(as_given),
        document=_line(attribution.document),
        cue=_line(cue.text if cue else None),
        quotes=quotes,
        turn=attribution.turn,
        translated=Translation(attribution.interpreter) if attribution.interpreter else None,
        status="draft",
    )


def _form(attribution: Attribution, quotes: Sequence[Quote]) -> str:
    """Return the form in the format's terms: a statement with quotations is not indirect."""
    if not quotes:
        return "indirect"
    return "mixed" if attribution.form == "indirect" else attribution.form


def _given(text: str, mentions: Sequence[Mention]) -> str | None:
    """Return the text's own words for the speakers: unchanged if they form a list, else joined."""
    row = sorted(mentions, key=lambda mention: mention.start)
    gaps = (later.start - earlier.end for earlier, later in pairwise(row))
    if row and all(0 <= gap <= _NEXT for gap in gaps):
        return text[row[0].start : row[-1].end]
    return " and ".join(mention.text for mention in mentions) or None


def _quotes(text: str, attribution: Attribution) -> tuple[Quote, ...]:
    quotes: list[Quote] = []
    reached = 0
    for span in sorted(attribution.quotes, key=lambda quote: quote.start):
        start = max(span.start, reached)
        breaks = [*_CONTROL.finditer(text, start, span.end), None]
        for control in breaks:
            end = control.start() if control else span.end
            if text[start:end].strip():
                quotes.append(Quote(text[start:end], start, end))
            start = control.end() if control else end
        reached = max(reached, span.end)
    return tuple(quotes)


def _line(words: str | None) -> str | None:
    """Return the words in one line, without characters barred from records; None if empty."""
    return " ".join(_CONTROL.sub(" ", words or "").split()) or None
