"""Offices as people name them: “US Defense Secretary”, “Secretary of Defense”."""

from __future__ import annotations

from typing import NamedTuple

from ..model.countries import countries
from .folding import words

# Words between a role and its organization: “Secretary of Defense”, “Korea's defense minister”.
_JOINING = frozenset(("the", "of", "for", "s"))


class OfficeWords(NamedTuple):
    """The folded words of a role, in their order, and those of its organization and country."""

    role: str
    at: str


def office_words(role: str, organization: str, country: str | None) -> OfficeWords:
    """Return the words of an office in an organization of a country (ISO 3166-1 code)."""
    at = [organization]
    if state := countries().get(country or ""):
        at += (state.code, *state.names, *state.adjectives)
    return OfficeWords(" ".join(words(role)), " ".join(words(" ".join(at))))


def match(name: str, office: OfficeWords) -> int:
    """Return how well a name matches an office: 2 with the whole role, 1 with part of it, else 0.

    Every word must belong to the role, the organization, or the country's names and adjectives, and
    the head of the role must be among them, which is its last word before “of”.
    """
    searched = set(words(name)) - _JOINING
    role = set(office.role.split()) - _JOINING
    head = office.role.partition(" of ")[0].split()[-1:]
    if not head or not searched.issuperset(head) or not searched <= role | set(office.at.split()):
        return 0
    return 2 if role <= searched else 1
