"""The rows of statements, as listings show them."""

from typing import TYPE_CHECKING, NamedTuple

from ..index.packing import exacts_of, split_quotes

if TYPE_CHECKING:
    from ..model.records import Quote


# Without `from __future__ import annotations`: typing would compile every annotation from text.
class StatementRow(NamedTuple):
    """A statement with the names of the records that it refers to.

    `date` is the date that holds for it, and `date_from` says whether it is that of the statement,
    the meeting or the source; `date_start` and `date_end` are the days between which it must be.
    Names are in the order of the ids. `quotations` is packed as the index stores it, because CSV
    needs only its parts. Offsets are in code points, ends exclusive. `role` and `country` are those
    that people held on that day, in the order of attributed_to, None where not known;
    `meeting_place` is a place's name and its country's code. The name of a record that look-ups
    leave out is its id, with the reason in brackets. `also_in` has the ids of the other reports of
    its act (reviewed, and of current sources), the canonical one first.
    """

    id: str
    date: str | None
    date_from: str | None
    date_start: str | None
    date_end: str | None
    form: str
    attributed_to: tuple[str, ...]
    attributed_names: tuple[str, ...]
    role: tuple[str | None, ...]
    country: tuple[str | None, ...]
    voiced_by: tuple[str, ...]
    voiced_names: tuple[str, ...]
    as_given: str | None
    document: str | None
    cue: str | None
    summary: str | None
    words: str
    quotations: str
    anchor_start: int
    anchor_end: int
    meeting: str | None
    meeting_name: str | None
    meeting_date: str | None
    meeting_place: tuple[str, ...]
    about: tuple[str, ...]
    about_names: tuple[str, ...]
    topics: tuple[str, ...]
    topic_names: tuple[str, ...]
    act: str | None
    not_act: tuple[str, ...]
    also_in: tuple[str, ...]
    turn: str | None
    in_reply_to: str | None
    translated_by: str | None
    source: str
    publisher: str | None
    source_title: str | None
    source_url: str | None
    source_date: str | None
    source_kind: str | None
    status: str
    note: str | None
    path: str
    line: int

    @property
    def quotes(self) -> "tuple[Quote, ...]":
        """The quoted words, with their offsets."""
        from ..model.records import Quote

        return tuple([Quote(*quote) for quote in split_quotes(self.quotations)])

    @property
    def reports(self) -> int:
        """The number of statements that report its act, this one included."""
        return len(self.also_in) + 1

    @property
    def exacts(self) -> list[str]:
        """The quoted words, without their offsets."""
        return exacts_of(self.quotations)
