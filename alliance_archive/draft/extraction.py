"""What was found in a text: attributions, the people they name, its dateline and publisher.

`machine_view` gives the attributions as offsets, for scoring and other programs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..errors import ArchiveError
from ..model.fields import PROCEEDINGS

SHORT = 40  # code points of a quotation that a note shows
Day = tuple[int | None, str, int | None]  # see Occasion
NO_DAY: Day = (None, "", None)
STRONG = frozenset({'"', "“", "”", "„", "«", "»"})  # double quotation marks


class Unreadable(ArchiveError):
    """A text that cannot be read as a document of its kind; the message follows its name."""


class Span(NamedTuple):
    """text[start:end]."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a code point."""
        return self.start < other.end > other.start < self.end > self.start

    def holds(self, offset: int) -> bool:
        """Return whether the offset is inside."""
        return self.start <= offset < self.end


def hull(pieces: Sequence[Span]) -> Span:
    """Return all from the first to the last piece if little is between them, else the longest."""
    whole = Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))
    if sum(piece.end - piece.start for piece in pieces) > 0.5 * (whole.end - whole.start):
        return whole
    return max(pieces, key=lambda piece: piece.end - piece.start)


class Setting(NamedTuple):
    """When and where something was said, as its own sentence tells; empty where it does not.

    Days are as in Occasion, places the names of cities and the codes of countries. apart tells that
    it was on another occasion than a meeting (in an interview, last year), met that it was at or
    after one.
    """

    days: tuple[Day, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    apart: bool = False
    met: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that name someone; resolved: their ids in the archive, else their names.

    kind is person, organization, state, group, document, pronoun or other. resolved is empty where
    the text leaves it open. by tells how it was resolved: name, pronoun, group, title or party;
    others are the ids or names of those whom it could mean instead.
    """

    text: str
    start: int
    end: int
    kind: str
    resolved: tuple[str, ...] = ()
    by: str = "name"
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report, with their offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: offsets are Unicode code points of the text as given.

    speakers are the mentions the attribution names; attributed_to those whose statement it is, who
    differ when somebody else voiced it (voiced_by) or a document carries it. quotes are without
    their marks (marks holds the opening ones) and without the comma or period that is the
    article's; content holds the reported words as a whole where they are not only quoted. act is
    the verb of the attributed when another voiced it: reaffirmed in '"The minister reaffirmed ...,"
    a spokesperson said'. turn is what it is in a conversation, in_reply_to the number of the
    question's attribution among all; interpreter is who put its words into the text's language.
    withheld tells that it reports no words: declined to comment, denied it. frame is how the words
    hang on a cue of running text: that, clause, quote, object. setting is when and where they were
    said.
    """

    form: str
    cue: Cue | None
    speakers: tuple[Mention, ...]
    attributed_to: tuple[Mention, ...]
    as_given: str | None
    quotes: tuple[Span, ...]
    content: Span | None
    anchor: Span
    marks: tuple[str, ...]
    voiced_by: tuple[Mention, ...] = ()
    document: str | None = None
    act: Cue | None = None
    turn: str | None = None
    in_reply_to: int | None = None
    interpreter: str | None = None
    withheld: bool = False
    frame: str = ""
    setting: Setting = Setting()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Someone who is not in the archive yet; country is an ISO 3166-1 alpha-2 code or empty."""

    name: str
    kind: str = "person"
    family_name: str = ""
    office: str = ""
    country: str = ""
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting that a text reports, or announces (planned), of those whom the mentions name.

    day is its weekday (0 is Monday), else month and day, as MM-DD or YYYY-MM-DD (of a planned one
    perhaps MM or YYYY-MM alone), else the number of days from the day of publication; all three are
    empty where the text has only the name of the conference at which they met. people is empty
    where those who met will meet again. country is a code, remote that they met by telephone or
    video.
    """

    people: tuple[Mention, ...]
    span: Span
    day: Day = NO_DAY
    place: str = ""
    country: str = ""
    name: str = ""
    planned: bool = False
    remote: bool = False

    @property
    def labels(self) -> dict[str, None]:
        """The ids or names of those who meet, in the text's order, each once."""
        return dict.fromkeys(label for mention in self.people for label in mention.resolved)

    @property
    def has_day(self) -> bool:
        """Whether the text gives its day."""
        return self.day != NO_DAY


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in a text; nothing if its language is not the reader's.

    kind is the kind of document that it was read as. issued_by and parties name those of the source
    as the mentions of attributions do; warnings say what a reviewer should look at. leftover are
    the quotations that no attribution holds, odd_marks the offsets of quotation marks without a
    counterpart. A date without its year is --MM-DD, an invalid one is in the text's
    words.
    """

    attributions: tuple[Attribution, ...] = ()
    people: tuple[Proposal, ...] = ()
    dateline: str | None = None
    publisher: str | None = None
    date: str | None = None
    title: str | None = None
    issued_by: tuple[Mention, ...] = ()
    parties: tuple[Mention, ...] = ()
    warnings: tuple[str, ...] = ()
    kind: str = "article"
    other_language: bool = False
    author: str | None = None
    leftover: tuple[Span, ...] = ()
    odd_marks: tuple[int, ...] = ()
    language: str = "en"
    occasions: tuple[Occasion, ...] = ()

    def with_words(self) -> Extraction:
        """Return it without the attributions that report no words at all: X told Y, Z said."""
        kept = [n for n, a in enumerate(self.attributions) if a.anchor.start < a.anchor.end]
        numbers: dict[int | None, int] = {old: new for new, old in enumerate(kept)}
        attributions = (self.attributions[number] for number in kept)
        return replace(
            self,
            attributions=tuple(
                replace(a, in_reply_to=numbers.get(a.in_reply_to)) for a in attributions
            ),
        )


def notes_on(text: str, extraction: Extraction) -> list[str]:
    """Return notes for whoever reviews a draft.

    They are on quotations in no statement, statements left unattributed, and odd quotation marks.
    """
    notes = []
    if count := len(extraction.leftover):
        listed = _listed(text, extraction.leftover)
        notes.append(f"{count} quotation{'s' * (count > 1)} in no statement:{listed}")
    unattributed = [a.anchor for a in extraction.attributions if not credited(a)]
    if unattributed and extraction.kind in PROCEEDINGS:
        count = len(unattributed)
        listed = _listed(text, unattributed)
        notes.append(f"{count} statement{'s' * (count > 1)} unattributed:{listed}")
    if count := len(extraction.odd_marks):
        lines = dict.fromkeys(str(_line(text, mark)) for mark in extraction.odd_marks)
        places = f"line{'s' * (len(lines) > 1)} {', '.join(lines)}"
        notes.append(f"{count} quotation mark{'s' * (count > 1)} without a counterpart: {places}")
    return notes


def _listed(text: str, spans: Sequence[Span]) -> str:
    """Return each passage in a line of its own, after its line number."""
    return "".join(
        f"\n  line {_line(text, span.start)}: “{_short(text[span.start : span.end])}”"
        for span in spans
    )


def credited(attribution: Attribution) -> tuple[str, ...]:
    """Return the labels of those whose statement it is."""
    return tuple(label for mention in attribution.attributed_to for label in mention.resolved)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rstrip() + "…"


def machine_view(text: str, extraction: Extraction) -> list[dict[str, object]]:
    """Return one object for each cue: attributions that share a cue are one statement here.

    quotes are what is between double quotation marks; words between other marks (doubled
    apostrophes, single marks) are given as content; without a verb, cue is null.
    """
    grouped: dict[tuple[int, int], list[Attribution]] = {}
    for index, attribution in enumerate(extraction.attributions):
        cue = attribution.cue
        key = (cue.start, cue.end) if cue and cue.text else (-1, index)
        grouped.setdefault(key, []).append(attribution)
    return [_object(text, group) for group in grouped.values()]


def _object(text: str, group: list[Attribution]) -> dict[str, object]:
    first = group[0]
    quotes: list[Span] = []
    others: list[Span] = []
    for attribution in group:
        for quote, mark in zip(attribution.quotes, attribution.marks, strict=True):
            (quotes if mark in STRONG else others).append(quote)
    pieces = [*(a.content for a in group if a.content), *others]
    content = hull(pieces) if pieces else None
    return {
        "quotes": [
            {"exact": text[q.start : q.end], "start": q.start, "end": q.end} for q in quotes
        ],
        "cue": _words(first.cue) if first.cue and first.cue.text else None,
        "content": {"start": content.start, "end": content.end} if content else None,
        "speakers": [_words(mention) for mention in first.speakers],
    }


def _words(part: Cue | Mention) -> dict[str, object]:
    return {"text": part.text, "start": part.start, "end": part.end}
