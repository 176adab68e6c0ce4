"""Offices as people name them: “US Defense Secretary”, “Secretary of Defense”."""

from __future__ import annotations

from typing import NamedTuple

from ..model.countries import countries
from .folding import words

# Words between a role and where it is held: “Secretary of Defense”, “Korea's defense minister”.
_JOINING = frozenset(("the", "of", "for", "s", "and"))
# The part of a role that may be left out: “Pentagon spokesperson” for its chief spokesperson.
_OMITTED = frozenset(("chief", "national", "senior", "official"))


class OfficeWords(NamedTuple):
    """The folded words of a role, in order, and the names of where it was held, folded too."""

    role: str
    places: tuple[str, ...]


def office_words(role: str, organization: str, country: str | None) -> OfficeWords:
    """Return the words of an office: held in an organization, of a country (ISO 3166-1 code)."""
    places = [organization]
    if state := countries().get(country or ""):
        places += (state.code, *state.names, *state.adjectives)
    folded = (" ".join(words(place)) for place in places)
    return OfficeWords(" ".join(words(role)), tuple(dict.fromkeys(filter(None, folded))))


def match(name: str, office: OfficeWords) -> bool:
    """Return whether a name means an office: all of its role, and otherwise only where it was held.

    A role with a word that the name lacks is another office (“Vice President” is not “President”),
    but for a few such as “chief”. A place counts only as a whole: “Republic of Korea” is not the
    Democratic People's one.
    """
    role = frozenset(office.role.split()) - _JOINING
    searched = rest = f" {' '.join(words(name))} "
    for place in sorted(office.places, key=len, reverse=True):
        rest = rest.replace(f" {place} ", " ", 1)
    for text in (rest, searched):
        given = frozenset(text.split()) - _JOINING
        if given <= role and role - given <= _OMITTED and not given <= _OMITTED:
            return True
    return False
