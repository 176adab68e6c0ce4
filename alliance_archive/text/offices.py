"""Offices as people name them: “US Defense Secretary”, “Secretary of Defense”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..model.countries import countries
from .folding import words

if TYPE_CHECKING:
    from .matching import Typed

# Words between a role and where it is held: “Secretary of Defense”, “Korea's defense minister”.
_JOINING = frozenset(("the", "of", "for", "s", "and"))
# Other words for an office, which are written without distinction.
_SYNONYMS = {
    "secdef": ("secretary", "defense"),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
}
# Whom a headline calls a chief: “defense chief” is the minister, or in Washington the secretary.
_CHIEFS = ("minister", "secretary")
# What may precede a name; each word alone or with others: “Vice Foreign Minister”.
_TITLES = frozenset(
    words(
        "mr mrs ms miss mx dr prof professor sir dame lord lady gen general lt lieutenant col"
        " colonel maj major brig brigadier capt captain cmdr commander adm admiral marshal sgt"
        " sergeant rear vice deputy acting former then chief prime foreign defense interior"
        " finance trade unification state assistant under permanent first sec secretary min"
        " minister pres president premier chancellor amb ambassador envoy sen senator rep"
        " representative gov governor king queen prince princess emperor spokesman spokeswoman"
        " spokesperson the of for"
    )
)
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


def without_titles(name: str) -> str:
    """Return a name without what precedes it: Aksel Brandt of Lt. Gen. Aksel Brandt.

    Two words remain, because a title may be a given name.
    """
    parts = name.split()
    while len(parts) > 2 and _TITLES.issuperset(words(parts[0])):
        del parts[0]
    return " ".join(parts)


def match(name: Typed, office: OfficeWords) -> bool | None:
    """Return whether a name says where an office is held; None if it does not mean the office.

    It means the office with all of its role, and otherwise only where it was held. A role with a
    word that the name lacks is another office (“Vice President” is not “President”), but for a few
    such as “chief”. A place counts only as a whole: “Republic of Korea” is not the Democratic
    People's one.
    """
    role = frozenset(_plain(office.role.split())) - _JOINING
    searched = rest = f" {name.text} "
    for place in sorted(office.places, key=len, reverse=True):
        rest = rest.replace(f" {place} ", " ", 1)
    spelled = {word: spellings for word, *spellings in name.words}
    for text in dict.fromkeys((rest, searched)):
        for called in _called(text.split()):
            named_role = frozenset(
                next((form for form in spelled.get(word, ()) if form in role), word)
                for word in called
            )
            named_role -= _JOINING
            if named_role <= role and role - named_role <= _OMITTED and not named_role <= _OMITTED:
                return text != searched
    return None


def is_title(name: Typed) -> bool:
    """Return whether words before a name are only a title: “Gen.”, “Defense Minister”."""
    return all(_TITLES.intersection(spellings) for spellings in name.words)


def _plain(role: Iterable[str]) -> list[str]:
    return [plain for word in role for plain in _SYNONYMS.get(word, (word,))]


def _called(role: list[str]) -> Iterator[list[str]]:
    """Yield the words of a role, and what a chief may be."""
    yield _plain(role)
    if role[-1:] == ["chief"]:
        yield from ([*role[:-1], office] for office in _CHIEFS)
