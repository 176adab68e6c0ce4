"""Whoever words mean, as they are written: a name, a title, a group, a side, a state, a body."""

from __future__ import annotations

from dataclasses import dataclass

THE = "the"  # the owner of “the guest”, who is the home side's
OUR = "our"  # the owner of “our President”, who is of the home side
OTHER = "other"  # the owner of “the other Ministers”
VISITING = "visiting"  # the owner of “the visiting Ministers”: all but the host
WRITES = "writes"  # the tag of the “I” of a document's author


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean somebody: tokens [first, last) of a sentence.

    kind is person (a name), title, group, states, sides, state, body, pronoun, ordinal (the latter)
    or counted (both). name holds the codes of the states of a group, if they are told; office the
    words of the office; count the number that the text gives; owner “his” of his counterpart.
    """

    kind: str
    first: int
    last: int
    name: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    country: str = ""
    count: int | None = None
    owner: str = ""
    parts: tuple[Reference, ...] = ()
