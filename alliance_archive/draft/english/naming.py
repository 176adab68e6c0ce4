"""Noun phrases read as names: the words of an office, then a name with its particles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .gazetteer import (
    body_in,
    capitals,
    country_in,
    domains_of,
    past_fields,
    state_names,
    states,
    title_base,
)
from .lexicon import closed_class, members, sex_by_word, words
from .sentences import Token
from .tagging import SYLLABLES

NAME_WORD = re.compile(r"[^\W\d_]\.?(?:[^\W\d_]|[-'’.])*$")
NEVER_NAMES = frozenset({"DT", "IN", "CC", "TO", "CS", "PRPS"})  # tags
LONGEST_NAME = 4  # words, particles not counted
SEATS = frozenset(["MP", "MEP"])
TAN = "tan"  # in Tan Sri a style, else a family name
ROYAL_OR_GIVEN = frozenset(["Prince", "King", "Bishop", "Judge", "Pastor"])
TITLES_OR_GIVEN = frozenset(["sultan", "emir", "amir", "malik"])
SUFFIXES = frozenset(["Jr", "Sr", "II", "III", "IV"])


class Naming(NamedTuple):
    """A noun phrase read as a name: words of the office before it and of the name."""

    office: tuple[str, ...]
    name: tuple[str, ...]
    start: int
    end: int


def read_name(tokens: Sequence[Token]) -> Naming | None:
    """Return office and name in the tokens of one noun phrase; None if it names nobody."""
    if len(tokens) == 1 or not _ends_as_name(tokens) or _is_joined_state(tokens):
        return None  # a surname alone: see `single_name`
    start = 0
    for index, token in enumerate(tokens):
        if token.tag in ("DT", "PRPS") and not (index and tokens[index - 1].low == "of"):
            start = index + 1  # but: Secretary of the Army NAME
    owned = next((n + 1 for n, t in enumerate(tokens[:-1]) if t.tag == "POS"), 0)
    owner = [token.text for token in tokens[start : owned - 1]] if owned > start else []
    if owner and (_is_given(tokens[owned]) or country_in(owner)[0] or owned > start):
        naming = read_name(tokens[owned:])  # the opposition's Hugh Day; Peru's Ana Mori
        return naming and naming._replace(office=(*owner, *naming.office))
    kept = [token for token in tokens[start:] if token.tag not in ("Q", "PAREN")]
    kept = kept[:-1] if len(kept) > 2 and kept[-1].text in SEATS else kept  # NAME MP
    name_start = _past_office(kept)
    if start and not name_start and tokens[start - 1].tag == "DT":
        return None  # “the Common Core” is a thing: before a name, "the" needs an office
    name_start = _name_start(kept, name_start)
    tail = kept[name_start:]
    while tail and tail[-1].tag == "POS":
        tail = tail[:-1]
    if not tail or not all(map(is_name_word, tail)):
        return None
    if len(tail) > LONGEST_NAME and len(tail) - _particles(tail) > LONGEST_NAME:
        return None
    office = tuple(token.text for token in kept[:name_start] if token.tag != "POS")
    name = tuple(token.text for token in tail)
    return Naming(office, name, tail[0].start, tail[-1].end) if _may_be_name(name, office) else None


def _ends_as_name(tokens: Sequence[Token]) -> bool:
    """Return whether the last word has a capital, or its tag is that of a name."""
    last = tokens[-2] if tokens[-1].tag in ("POS", "PAREN") else tokens[-1]
    return last.text[:1].isupper() or last.tag in ("NNP", "Q")


def _is_joined_state(tokens: Sequence[Token]) -> bool:
    """Return whether "and" is in the name of a state: Svalbard and Jan Mayen."""
    joined = any(token.tag == "CC" for token in tokens)
    return joined and is_state(" ".join(token.text for token in tokens))


def _name_start(kept: Sequence[Token], start: int) -> int:
    """Return where a name starts after descriptions: 51-year-old NAME, North Carolina's NAME.

    What a given name begins is a name, whatever comes before it: front-runner NAME.
    """
    if start < len(kept) and kept[start].low.endswith("-year-old"):
        return start + 1
    tail = kept[start:]
    while tail and tail[-1].tag == "POS":
        tail = tail[:-1]
    longer = len(tail) > 2 and not _is_given(tail[0])
    if longer or not all(map(is_name_word, tail)):
        givens = (n for n, token in enumerate(tail) if _is_given(token))
        # A Ben among names is a particle: Zine Ben Ali; after a surgeon it is a given name.
        given = next((n for n in givens if not _is_particle(tail[n - 1 : n + 1])), 0)
        given -= "." in tail[given - 1].text and not title_base(tail[given - 1].low)  # A.K. Abdul
        if given and len(tail) - given > 1 and (given == 1 or not all(map(is_name_word, tail))):
            return start + given
    return start


def owner_in(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words of the owner in “Orlova's plan”; none where nobody owns anything."""
    for index in range(1, len(tokens) - 1):
        if tokens[index].tag == "POS":
            return tokens[:index]
    return ()


def _is_given(token: Token) -> bool:
    return token.text in words("given_names")


def _is_particle(pair: Sequence[Token]) -> bool:
    """Return whether the second of two words is a particle, and the first belongs to the name."""
    return len(pair) > 1 and _particles(pair[1:]) > 0 and is_name_word(pair[0])


def _particles(tokens: Sequence[Token]) -> int:
    particles = members("name-particles")
    return sum(1 for t in tokens if t.low in particles or t.text == "an")


def _past_office(tokens: Sequence[Token]) -> int:
    """Return where the name starts: after the last title, and "of Defense" where that follows."""
    index = len(tokens)
    while index and not _titles(tokens[index - 1]):
        index -= 1
    if (
        index > 1
        and tokens[index - 1].low in TITLES_OR_GIVEN
        and (index == len(tokens) or tokens[index].low in members("patronymics"))
    ):
        return index - 1  # Sheikh Sultan; Sheikh Sultan bin Obaid
    if index == len(tokens) - 1 and tokens[index - 1].low in members("titles-or-given"):
        return index - 1  # his colleague, Emir NAME
    if index > 1 and index == len(tokens) - 1 and tokens[index - 1].text in ROYAL_OR_GIVEN:
        return index - 1 if _titles(tokens[index - 2]) else index  # Major Prince Fields
    held = len(tokens) > 2 and (_titles(tokens[-3]) or [t.low for t in tokens[-4:-3]] == ["of"])
    if index == len(tokens) and held and tokens[-2].tag == "NNP":
        return index - 2  # the Reverend Tavita Bishop; Secretary of State NAME Bishop
    if index < len(tokens) and tokens[index].low in ("of", "for", "to"):
        index += past_fields([token.text for token in tokens[index:]])
    while len(tokens) - index > 2 and (
        styles := _past_style([token.low for token in tokens[index:]])
    ):
        index += styles
    first = tokens[0].text if index == 0 and len(tokens) > 2 else ""
    if first in ("late", "former") or first in members("fields") | members("religious"):
        return 1  # former NAME; the chief of staff NAME
    return index


def _past_style(lowered: Sequence[str]) -> int:
    """Return how many words before a name are a form of address: Tan Sri NAME, Ratu NAME."""
    style, second = lowered[0] in members("styles"), lowered[1] in members("second-styles")
    return 2 if second and (style or lowered[0] == TAN) else int(style)


def _titles(token: Token) -> bool:
    return bool(title_base(token.low)) or (token.text.islower() and token.low in sex_by_word("kin"))


def is_name_word(token: Token) -> bool:
    """Return whether a token can be part of a name."""
    if token.tag == "NNP":
        return True
    capital = token.text[:1].isupper() and bool(NAME_WORD.match(token.text))
    return capital and token.tag in ("NN", "JJ")


@lru_cache(4096)
def _may_be_name(name: tuple[str, ...], office: tuple[str, ...]) -> bool:
    lowered = [word.lower() for word in name]
    titled = bool(office) and bool(title_base(office[-1]))
    letters = name[1:] if titled and "." in name[0] else name  # Minister T.K. Nair
    if any(word.isupper() and len(word) > 2 and word not in SUFFIXES for word in letters):
        return False
    titled = titled and office[-1].lower() not in members("weak-titles")
    after = lowered[titled and len(lowered) > 2 :]  # Minister To Anh Tuan
    if not any(map(SYLLABLES.match, name)) and _has_function_word(after, titled):
        return False
    if title_base(name[-1]) and (lowered[0] == "cabinet" or domains_of(name[:-1])):
        return False  # the Deputy Prime Minister, the Chief Cabinet Secretary
    if lowered[-1] in members("no-surnames"):
        return False  # the Admiral Byng Society
    if titled and len(name) == 2 and not body_in(name)[0] and not _is_place(lowered):
        return True  # whatever else its words mean: Foreign Minister Jane May
    if any(word in words("organizations") for word in lowered):
        return False
    if len(name) == 2 and name[0] in words("given_names") and not _is_thing(lowered):
        return not _is_place(lowered) and not body_in(name)[0]  # Mark Cuban, Jack London
    if _is_place(lowered) or country_in(name)[0] or body_in(name)[0]:
        return False
    return titled or ((bool(office) or len(name) > 1) and not _is_thing(lowered))


def _has_function_word(lowered: Sequence[str], titled: bool) -> bool:
    """Return whether a word makes it no name; after a title You and Still may be names."""
    function = [closed_class()[word] for word in lowered if _is_function_word(word)]
    return bool(function) and (not titled or bool(set(function) & NEVER_NAMES))


def _is_function_word(word: str) -> bool:
    if word in members("names-of-two-kinds") or word in members("name-particles"):
        return False
    return word in closed_class() and closed_class()[word] not in ("TIME", "MONTH", "CD", "PRP")


def _is_place(lowered: Sequence[str]) -> bool:
    return tuple(lowered) in states() or " ".join(lowered) in capitals()


def _is_thing(lowered: Sequence[str]) -> bool:
    """Return whether words without an office are more likely a place or a program: Trump Tower."""
    first, last = lowered[0], lowered[-1]
    return first in members("place-starts") or last in members("thing-ends")


def single_name(tokens: Sequence[Token]) -> Naming | None:
    """Return a surname alone, with its particles; None if it is anything else."""
    if tokens[-1].tag not in ("NNP", "POS", "DT"):
        return None
    owner = owner_in(tokens)
    if owner and country_in([token.text for token in owner])[0]:
        tokens = tokens[len(owner) + 1 :]  # Peru's Mori
    kept = [t for t in tokens if t.tag not in ("POS", "DT")]
    if not kept or kept[-1].tag != "NNP" or not kept[-1].text[:1].isalpha():
        return None
    if len(kept) > 1 and _particles(kept[:-1]) < len(kept) - 1:
        return None
    if tokens[0].tag == "DT":
        return None  # the Minister; the Roe and Dahl campaigns
    if _is_place([token.low for token in kept]) and not kept[-1].known:
        return None
    return Naming((), tuple(token.text for token in kept), kept[0].start, kept[-1].end)


def introduced_name(tokens: Sequence[Token]) -> Naming | None:
    """Return a full name whose words may also name a thing: Sally Day, before “, the envoy,”."""
    owned = next((n + 1 for n, t in enumerate(tokens[:-1]) if t.tag == "POS"), 0)
    tokens = tokens[owned:]  # Trinidad's Rashid Bishop
    name = tuple(token.text for token in tokens)
    if not 1 < len(name) <= LONGEST_NAME or any(token.tag != "NNP" for token in tokens):
        return None
    thing = any(word.lower() in words("organizations") for word in name) or title_base(name[0])
    outer = (name[0], *name[2:]) if len(name) == 3 else name  # Priscila Montenegro Aldana
    if thing or country_in(outer)[0] or body_in(name)[0] or not _may_be_name(outer, ("Mr.",)):
        return None
    return Naming((), name, tokens[0].start, tokens[-1].end)


def is_state(text: str) -> bool:
    """Return whether the words are a state's name."""
    return tuple(text.lower().removeprefix("the ").split()) in state_names()
