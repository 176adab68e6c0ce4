"""A statement as a report of an act: its words, its people, and where and when it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from .words import Word, words_of

_BACK = 7  # days before a source appeared in which what it reports is looked for
WEEK, _WEEKS = 7, 5


class Report(NamedTuple):
    """A report; `speakers` and `voices` are ids, `meetings` that of its meeting and those above it.

    `first` and `last` are the days between which it was made, as ordinals; with `from_source` they
    are those of the source, before which it may have been made. `held` is whether its meeting has
    been held; `agency` is the one whose text the source has, folded, `carried` whether that is
    another's; `passage` identifies the passage of an article, None if it is no more than the
    quotation; `matter` has the ids of its topics and of the meetings that it is about.
    """

    id: str
    exacts: tuple[str, ...]
    speakers: frozenset[str]
    voices: frozenset[str]
    meeting: str | None
    meetings: tuple[str, ...]
    held: bool
    first: int | None
    last: int | None
    from_source: bool
    source: str
    agency: str
    carried: bool
    passage: tuple[object, ...] | None
    language: str
    matter: frozenset[str]
    act: str | None
    not_act: tuple[str, ...]
    rank: str

    @property
    def words(self) -> tuple[Word, ...]:
        """The quoted words as they are compared."""
        return words_of(self.exacts)

    @property
    def people(self) -> frozenset[str]:
        """The ids of speakers and spokespersons."""
        return self.speakers | self.voices

    @property
    def occasion(self) -> str:
        """What counts as one occasion: a meeting, else a week."""
        return self.meeting or (f"week {self.last // WEEK}" if self.last else self.source)

    @property
    def english(self) -> bool:
        """Whether its words are English, or in a language that is not named."""
        return self.language in ("", "en")

    def contexts(self) -> Iterator[str]:
        """Yield where and when it may have been made, as keys that reports of one act share."""
        yield from self.meetings
        for week in self.weeks():
            for person in sorted(self.people):
                yield f"{person} {week}"

    def weeks(self) -> Sequence[int]:
        """Return the weeks in which it may have been made, at most a few, as numbers."""
        if self.first is None or self.last is None:
            return ()
        begins = self.first - (_BACK if self.from_source else 1)
        return range(begins // WEEK, (self.last + 1) // WEEK + 1)[-_WEEKS:]


def may_be_one(first: Report, second: Report) -> bool:
    """Return whether two statements may report one act, by meeting and date, whatever the words."""
    if first.id == second.id or second.id in first.not_act or first.id in second.not_act:
        return False
    if first.meeting and second.meeting and first.meeting != second.meeting:
        related = second.meeting in first.meetings or first.meeting in second.meetings
        if first.held and second.held and not related:
            return False
    return not (_after(first, second) or _after(second, first))


def _after(first: Report, second: Report) -> bool:
    """Return whether the first was certainly made more than a day after the second."""
    if first.from_source or first.first is None or second.last is None:
        return False
    return first.first > second.last + 1


def is_reprint(first: Report, second: Report) -> bool:
    """Return whether two sources have one text: an agency's, or the same passage word by word."""
    if first.source == second.source:
        return False
    one_agency = first.agency == second.agency and (first.carried or second.carried)
    return one_agency or (first.passage is not None and first.passage == second.passage)


def hearings(reports: Sequence[Report]) -> list[list[Report]]:
    """Return reports in groups that have one text; each group is one hearing."""
    groups: list[list[Report]] = []
    for report in reports:
        fits = [group for group in groups if any(is_reprint(report, member) for member in group)]
        groups = [group for group in groups if group not in fits]
        groups.append([*chain.from_iterable(fits), report])
    return groups


def relation(first: frozenset[str], second: frozenset[str]) -> str:
    """Return how the people of two reports relate: same, overlap, differ, or unattributed."""
    if first == second:
        return "same" if first else "unattributed"
    if not first or not second:
        return "unattributed"
    return "overlap" if first & second else "differ"


def voice_relation(first: frozenset[str], second: frozenset[str]) -> str:
    """Return how the spokespersons of two reports relate; neither having any is the same."""
    return "same" if first == second else relation(first, second)
