"""Which reporter has the floor, by the name that they give or are called on by."""

from __future__ import annotations

from .labels import SPEAKER, Label
from .names import LABELS, says_something
from .panel import Panel, Panelist
from .reporters import (
    addresses,
    asks_again,
    called_on,
    calls_on_another,
    follows_up,
    goes_on,
    name_given,
    opens_with_name,
    put_through,
)

CALLERS = LABELS["callers"]


class Floor:
    """Those who ask, one after the other; a follow-up is of whoever asked before."""

    def __init__(self, panel: Panel) -> None:
        self._panel = panel
        self._asking: Panelist | None = None  # who asked last, if that is certain
        self._label: Label | None = None  # by which label
        self._outlet = ""  # and for whom
        self._heard = ""  # what was said since, by others
        self._called = False  # whether another has been called on since
        self._asked = ""  # what was asked last
        self._last = self._host = ""  # by which label was heard last, and before a question
        self._hosted = False  # whether the one who spoke before a question has spoken since
        self._same: dict[str, Panelist | None] = {}  # by label: Reporter 2, or an outlet’s name

    def hears(self, words: str, by: str = "") -> None:
        """Take note of what somebody says who does not ask."""
        self._heard = words
        self._hosted = self._hosted or by == self._host
        self._last = by
        self._called = self._called or calls_on_another(words)

    def clear(self) -> None:
        """Forget who asked last: somebody else may have asked since."""
        self._asking = None

    def asker(self, label: Label, words: str) -> Panelist | None:
        """Return who asks a question, if that is certain."""
        given, outlet = name_given(words, self._heard, label.outlet)
        fits = given and set(label.name.split()) <= set(given.split())
        calls = bool(CALLERS & set(label.written.casefold().split()))
        through = put_through(self._heard) if calls else ""
        name = given if fits else label.name or given or called_on(self._heard) or through
        person: Panelist | None = None
        own = set(label.name.casefold().split())
        if label.role == SPEAKER and not (given and own.isdisjoint(given.casefold().split())):
            person = self._panel.speaker(label)
        elif name:
            name = given if label.role == SPEAKER else name  # the label is the outlet
            person = self._panel.newcomer(self._panel.spelled(name))
            if not label.name and (person.in_head or any(map(says_something, person.offices))):
                person = None  # one of those who answer
        elif self._follows(words, label):
            person = self._asking
        outlets = label.role == SPEAKER and given and person and label.name not in person.name
        if label.written in self._same or label.written[-1].isdigit() or outlets:
            person = self._same.setdefault(label.written, person) or person
        self._host = self._host if person and person is self._asking else self._last
        self._last = label.written
        self._asking, self._label, self._outlet = person, label, label.outlet or outlet
        self._heard, self._called, self._hosted, self._asked = "", False, False, words
        return person

    def _follows(self, words: str, label: Label) -> bool:
        """Return whether a question is another of whoever asked last."""
        if self._asking is None or self._label is None:
            return False
        if label.outlet:
            return label.outlet.casefold() == self._outlet.casefold()
        last = self._heard.rpartition("\n")[2]
        if label.same or (last and addresses(last, self._asking.name)):
            return True
        if self._called or opens_with_name(words) or label.written != self._label.written:
            return False
        if asks_again(words):
            return True
        if self._label.name or self._label.outlet:
            return False
        if CALLERS & set(label.written.casefold().split()):
            return not self._hosted
        return follows_up(words, last) or goes_on(words, self._asked, last)
