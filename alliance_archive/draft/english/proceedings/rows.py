"""People named in a row: after their office, after each state, or one office for each."""

from __future__ import annotations

from collections.abc import Sequence

from ..sentences import Token
from .offices import office_at
from .personal_names import name_at
from .polities import state_at
from .references import Reference
from .vocabulary import head_of, is_capital, is_plural, listed, low_at

LONGEST_OF = 6  # words in lower case after an office


def officers_at(
    tokens: Sequence[Token],
    start: int,
    end: int,
    office: tuple[str, ...],
    country: str,
    count: int | None,
    definite: bool,
) -> Reference | None:
    """Return “the Foreign Ministers”; with the names that follow, if any do."""
    codes, past = row_of_states(tokens, end, country)
    if len(codes) > 1:
        row = tuple(_names_after(tokens, past, codes, office))
        last = row[-1].last if row else past
        of = tuple(codes)
        return Reference("group", start, last, of, office, count=len(codes), parts=row)
    if country and len(row := tuple(names_between(tokens, end, country, office))) > 1:
        return Reference("group", start, row[-1].last, office=office, count=len(row), parts=row)
    rest = end
    topic = low_at(tokens, end) == "on"  # of the Committee on Roads
    while rest < min(end + LONGEST_OF, len(tokens)) and (
        tokens[rest].text[:1].islower() or (topic and is_capital(tokens, rest))
    ):
        rest += 1  # of the three houses
    if rest > end and low_at(tokens, end) in ("of", "on") and low_at(tokens, rest) == ",":
        end = rest
    parts = listed_after(tokens, end, office)
    if len(parts) > 1:
        last = parts[-1].last
        return Reference("group", start, last, office=office, count=count, parts=tuple(parts))
    if definite or is_capital(tokens, start):
        return Reference("group", start, end, office=office, country=country, count=count)
    return None


def listed_after(tokens: Sequence[Token], end: int, office: tuple[str, ...]) -> list[Reference]:
    """Return the people named in a row after their office: the Ministers, A, B and Admiral C."""
    parts: list[Reference] = []
    position = end + (low_at(tokens, end) == ",")
    while position < len(tokens):
        own, state, past, several = office_at(tokens, position)
        named = name_at(tokens, past)
        short = not own and position > end and low_at(tokens, end) == "," and named - past < 2
        if several or named == past or short:
            break
        words = tuple(token.text for token in tokens[past:named] if token.tag != "Q")
        code, end_of_state = state_at(tokens, named + 1)
        if code and low_at(tokens, named) in ("of", "from", "("):  # Ministers A of Norvania and B
            state, named = state or code, end_of_state + (low_at(tokens, named) == "(")
        parts.append(Reference("person", position, named, words, (*office, *own), state))
        position = named
        ahead = position + (low_at(tokens, position) == ",")
        ahead += low_at(tokens, ahead) == "and"
        if ahead == position:
            break
        position = ahead
    return parts


def row_of_states(tokens: Sequence[Token], index: int, country: str) -> tuple[list[str], int]:
    """Return the states of “Ministers of Finland, Denmark and Iceland”, and where they end."""
    codes = [country] if country else []
    while codes:
        ahead = index + (low_at(tokens, index) == ",")
        ahead += low_at(tokens, ahead) == "and"
        code, end = state_at(tokens, ahead)
        if not code or ahead == index or low_at(tokens, end) in ("'s", "’s"):
            break
        codes.append(code)
        index = end
    return codes, index


def _names_after(
    tokens: Sequence[Token], index: int, codes: Sequence[str], office: tuple[str, ...]
) -> list[Reference]:
    """Return the people named in a row after the states of their offices, if one for each."""
    one = singular(office)
    row: list[Reference] = []
    for code in codes:
        index += low_at(tokens, index) in (",", "–", "—")
        index += low_at(tokens, index) == "and"
        while low_at(tokens, index).rstrip(".") in listed("honorifics") | {"h.e"}:
            index += 1
        end = name_at(tokens, index)
        if end < index + 2:
            return []
        name = tuple(token.text for token in tokens[index:end] if token.tag != "Q")
        row.append(Reference("person", index, end, name, one, code))
        index = end
    return row


def names_between(
    tokens: Sequence[Token], index: int, code: str, office: tuple[str, ...]
) -> list[Reference]:
    """Return the people named after each state: Ministers of A, NAME, of B, NAME, and C (NAME)."""
    row: list[Reference] = []
    while code and low_at(tokens, index) in (",", "("):
        own, _, first, several = office_at(tokens, index + 1)
        end = name_at(tokens, first)
        if several or end < first + 2:
            break
        name = tuple(token.text for token in tokens[first:end] if token.tag != "Q")
        row.append(Reference("person", index + 1, end, name, (*singular(office), *own), code))
        end += low_at(tokens, end) == ")"
        ahead = end + (low_at(tokens, end) == ",")
        ahead += low_at(tokens, ahead) in ("and", ";")
        ahead += low_at(tokens, ahead) == "of"
        code, index = state_at(tokens, ahead) if ahead > end else ("", end)
    return row


def singular(office: tuple[str, ...]) -> tuple[str, ...]:
    """Return the singular of a plural office: Chief of Staff for Chiefs of Staff."""
    return tuple(head_of(w).capitalize() if is_plural(w) and head_of(w) else w for w in office)


def counterparts_of_states(
    tokens: Sequence[Token], start: int, index: int, owner: str
) -> Reference | None:
    """Return “his Finnish and Polish colleagues”, “the Finnish and Polish Ministers”: one each."""
    codes: list[str] = []
    each = False
    while (found := state_at(tokens, index))[0]:
        codes.append(found[0])
        index = found[1]
        while low_at(tokens, index) in (",", "and", "'s", "’s"):
            index += 1
        apart = len(codes) == 1 and low_at(tokens, index) == "the"  # the Kyrgyz and the Tajik one
        each, index = each or apart, index + apart
    if len(codes) > 1 and low_at(tokens, index) in ("side", "sides"):
        of = tuple(codes)
        return Reference("sides", start, index + 1, of, office=("sides",), count=len(codes))
    office, _, end, several = office_at(tokens, index)
    several = several or (each and bool(office))
    if owner and low_at(tokens, index) in ("colleagues", "counterparts"):
        office, end, several = ("counterparts",), index + 1, True
    if len(codes) < 2 or not several:
        return None
    one = singular(office)
    parts = tuple(
        Reference("title", start, end, office=one, country=code, owner=owner) for code in codes
    )
    return Reference("group", start, end, office=office, parts=parts)
