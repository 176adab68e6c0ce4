"""Offices in formal prose, written in full: where each begins and ends, and of which state."""

from __future__ import annotations

from collections.abc import Sequence

from ..gazetteer import needs_noun
from ..lexicon import members, words
from ..occasions import WEEKDAYS
from ..sentences import Token
from .personal_names import name_at
from .polities import state_at
from .vocabulary import DASHES, LONGEST_SHORT, NAMED, head_of, is_capital, is_plural, listed, low_at

LONGEST_FIRST = 14  # tokens of the first of two offices
LONGEST_BODY = 6  # words after the field or state of an office
MINISTRIES = frozenset({"ministry", "department"})  # before an office: Department of Foreign …
RANK = frozenset({"extraordinary", "plenipotentiary"})
REGIONS = frozenset({"north", "south", "east", "west", "northern", "southern"})
FIRST_OF_TWO = frozenset({"minister", "premier", "secretary", "tánaiste", "vice-president"})


def office_at(tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], str, int, bool]:
    """Return the words of the office that starts at a token, its state, its end; if it is plural.

    Without an office the words are empty.
    """
    start, country, plural = index, "", False
    words: list[str] = []
    while index < len(tokens):
        titled = bool(words) and words[-1].lower() in ("excellency", "highness", "majesty")
        index += titled and tokens[index].low == "the"  # His Highness the Amir
        end = _past_modifiers(tokens, index)
        if end is None:
            joint = bool(words) and low_at(tokens, index) in {"and", "&", ",", *DASHES}
            joint = joint and (low_at(tokens, index + 1) != "the" or low_at(tokens, index) == ",")
            end = _past_modifiers(tokens, index + 1) if joint else None
            if end is None or not _joined_office(tokens, index, end):
                break
        code = next((c for c in (state_at(tokens, i)[0] for i in range(index, end)) if c), "")
        country = country or code
        single = bool(words and country)  # Chairman of the U.S. Joint Chiefs of Staff
        honored = head_of(tokens[end - 1].text) in listed("honorifics")
        joiners = {",", *DASHES} if honored else {}
        joined = (t for t in tokens[index:end] if t.low not in joiners)
        words += ["and" if t.low in {"&", ",", *DASHES} else t.text for t in joined]
        plural = plural or (is_plural(tokens[end - 1].text) and not single)
        field, code, end = past_field(tokens, end)
        code = code or (state_at(tokens, end + 1)[0] if low_at(tokens, end) == "(" else "")
        end = _past_brackets(tokens, end)
        words += field
        country, index = country or code, end
    return tuple(words), country, index if words else start, plural


def _past_brackets(tokens: Sequence[Token], index: int) -> int:
    """Step over a state or field in brackets before a name: (ROK) Jan Wolan."""
    shut = (
        n for n in range(index + 2, min(index + LONGEST_SHORT, len(tokens))) if tokens[n].low == ")"
    )
    end = next(shut, 0) + 1 if low_at(tokens, index) == "(" else index
    named = name_at(tokens, end) > end or (low_at(tokens, end) == "," and end == index + 3)
    return end if end > index and named else index


def _joined_office(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Return whether the office after “and” is the same holder's: Deputy Prime Minister and …

    It is another's if a name follows it that has no office of its own before.
    """
    if low_at(tokens, index) in {",", *DASHES}:
        prime = [low_at(tokens, index - step) for step in (2, 1)] == ["prime", "minister"]
        two = (
            prime and head_of(tokens[end - 1].text) == "minister"
        )  # Deputy Prime Minister, Foreign …
        honored = low_at(tokens, index) == "," and head_of(tokens[end - 1].text)
        return two or honored in listed("honorifics")
    head = head_of(tokens[end - 1].text)
    before = (token.low for token in tokens[max(0, index - LONGEST_FIRST) : index])
    if head.endswith("president") and "representative" in before:
        return True  # High Representative of the Union for … and Vice-President of its Commission
    return (
        (low_at(tokens, end) in ("of", "for") or _is_deputy(tokens, index, end))
        and not is_plural(tokens[end - 1].text)
        and (low_at(tokens, index - 1) in FIRST_OF_TWO and bool(head))
    )


def _is_deputy(tokens: Sequence[Token], joint: int, end: int) -> bool:
    """Return whether the offices are of one holder: Deputy Prime Minister and Foreign Minister,"""
    deputy = low_at(tokens, joint - 3) in ("deputy", "vice") and low_at(tokens, end) == ","
    return deputy and low_at(tokens, joint - 2) == "prime"


def _past_modifiers(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of “U.S. Deputy Secretary”: modifiers and a head; None if no head follows."""
    while index < len(tokens):
        word = tokens[index].text
        if tokens[index].tag == "Q":
            return None
        following = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
        headed = tokens[index].low == "head" and (following.low == "of" or following.tag == NAMED)
        honorific = _is_honorific(tokens, index)
        if head_of(word) or headed or (honorific and not state_at(tokens, index)[0]):  # Sri Lanka
            if following.low.replace("’", "'") == "d'affaires":
                return index + 2
            after = [token.low for token in tokens[index + 1 : index + 3]]
            after = after if after == ["pro", "tempore"] else []
            return _past_rank(tokens, index + 1 + len(after))
        code, end = state_at(tokens, index)
        if code and low_at(tokens, index) != "the":
            index = end
            if low_at(tokens, index) == "'s" or low_at(tokens, index) == "’s":
                index += 1
            continue
        part = tokens[index].low.split("-")[0]
        acronym = word.isupper() and 1 < len(word) < 7
        known = acronym or bool({tokens[index].low.rstrip("."), part} & listed("modifiers"))
        known = known or (tokens[index].low == "of" and low_at(tokens, index - 1) in MINISTRIES)
        if not known:
            return None
        index += 1
        if low_at(tokens, index) in ("'s", "’s"):
            index += 1
    return None


def _is_honorific(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a word is a form of address: Adi Litia Samani, but not Adi Samani."""
    low, following = tokens[index].low, tokens[index + 1 : index + 3]
    names = [token.tag for token in following] == [NAMED, NAMED]
    return low.rstrip(".") in listed("honorifics") and (
        names or low not in members("titles-or-given")
    )


def _past_rank(tokens: Sequence[Token], index: int) -> int:
    """Step over “Extraordinary and Plenipotentiary” after an Ambassador."""
    end = index
    while low_at(tokens, end) in RANK or (
        low_at(tokens, end) == "and" and low_at(tokens, end + 1) in RANK
    ):
        end += 1
    return end


def past_field(tokens: Sequence[Token], index: int) -> tuple[list[str], str, int]:
    """Return the words of “of National Defense of the Republic of Norvania”, its state, its end."""
    said: list[str] = []
    country = ""
    index = past_charge(tokens, index)
    while low_at(tokens, index) in ("of", "for", "to", "from"):
        first = index + 1 + (low_at(tokens, index + 1) == "the")
        code, end = state_at(tokens, index + 1)
        if code and low_at(tokens, index + 1) == "state":  # Secretary of State of Norvania
            code = ""
        if code:
            country = country or code
            end += low_at(tokens, end) in ("side", "delegation", "party", "government")
        else:
            end = _past_field_words(tokens, first)
        end = _past_body(tokens, end)
        end += low_at(tokens, end - 1) in REGIONS and is_capital(tokens, end)  # North Kivu
        end = end if code else _past_fields_of_state(tokens, first, end)
        if end == first:  # Spokesman for the Secretary-General
            past = _past_modifiers(tokens, first) if low_at(tokens, index) != "from" else None
            if past is None or is_plural(tokens[past - 1].text) or name_at(tokens, past) > past:
                past = _past_unknown(tokens, first)
            if past == first:
                break
            end = past
        if not code:
            said += [token.text for token in tokens[index:end]]
        index = end
    return said, country, index


def past_charge(tokens: Sequence[Token], index: int) -> int:
    """Step over “in charge of agriculture”, “responsible for water and energy” before a state."""
    end = index + {"responsible": 1, "in": 2}.get(low_at(tokens, index), 0)
    if low_at(tokens, end - 1) not in ("responsible", "charge") or end == index:
        return index
    for past in range(end + 2, min(end + 2 * LONGEST_BODY, len(tokens))):
        if low_at(tokens, past) == "of" and state_at(tokens, past + 1)[0]:
            return past
    return index


def _past_fields_of_state(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the end of fields in no list, before their state: of Hydraulics and Waters of X.

    After fields that are known, they follow a comma or “and”, or a name follows the state: others
    may be a name.
    """
    known = end > first
    position = end
    while is_capital(tokens, position) or low_at(tokens, position) in ("and", "&", ","):
        if head_of(tokens[position].text) or tokens[position].tag == NAMED:
            return end
        position += 1
    run = [token.low for token in tokens[end:position]]
    joined = {"and", "&"} & set(run) or (not known and "," not in run)
    of, past = state_at(tokens, position + 1) if low_at(tokens, position) == "of" else ("", 0)
    past += low_at(tokens, past) == ","
    if known and low_at(tokens, end) not in ("and", "&", ","):  # Social Protection of X, Jan Wolan
        # A signature tells the name before: Jan Wolan, Minister of Social Action of X
        signs = len(run) == 1 and low_at(tokens, first - 3) == "," and is_capital(tokens, first - 4)
        signs = signs and low_at(tokens, past) in ("", ".", ";", "and")
        named = name_at(tokens, past) > past + 1
        joined = not {"and", "&", ","} & set(run) and (named or signs)
    return position if of and joined and position > end else end


def _past_unknown(tokens: Sequence[Token], first: int) -> int:
    """Return the end of a field or body in no list: all capitals before a comma, else but two.

    Two words at least are left for the name; none follows “of the Riigikogu”.
    """
    end = first
    while end < len(tokens) and tokens[end].tag != NAMED:
        single = head_of(tokens[end].text) and not is_plural(tokens[end].text)
        inner = end > first and low_at(tokens, end) in ("of", "and", "for", "the", "'s", "’s")
        if single or not (is_capital(tokens, end) or inner):
            break
        end += 1
    while end > first and not is_capital(tokens, end - 1):
        end -= 1
    if end > first and end < len(tokens) and tokens[end].tag == NAMED:
        return end  # Undersecretary for Acquisition Jan Wolan
    whole = all(is_capital(tokens, position) for position in range(first, end))
    named = low_at(tokens, end) == "," and not is_capital(tokens, end + 1)
    if whole and named and end > first + 2 and name_at(tokens, end - 2) == end:
        return end - 2  # Speaker of the Althing Jan Wolan, who
    definite = low_at(tokens, first - 1) == "the" and end <= first + 2
    if definite or low_at(tokens, end) in (",", ")", "(", "") or tokens[first].text.isupper():
        return end if end < first + LONGEST_BODY else first
    whole = all(is_capital(tokens, position) for position in range(first, end))
    return max(first, end - 2) if whole else first


def _past_field_words(tokens: Sequence[Token], first: int) -> int:
    """Return the end of “National Defense and Veteran Affairs”."""
    kept = position = first
    while position < len(tokens):
        low = tokens[position].low
        affairs = low_at(tokens, position + 1) == "affairs" and is_capital(tokens, position)
        written = (
            is_capital(tokens, position) or low in members("fields") or kept == position > first
        )
        rank = low in listed("ranks") and low_at(tokens, position - 1) == "and"
        rank = rank and low_at(tokens, position + 1) not in listed("fields")  # and General A
        if affairs or (low in listed("fields") and written and not rank):
            kept = position = position + 1
        elif kept == position > first and written and needs_noun(tokens[kept - 1].low):
            kept = position = position + 1  # Strategic Assessments
        elif _qualifies_field(tokens, position):  # Disaster Management
            kept = position = position + 2
        elif low in ("and", ",", "&", "the") and position > first:
            position += 1
        else:
            return kept
    return kept


def _qualifies_field(tokens: Sequence[Token], index: int) -> bool:
    """Return whether an unknown word is of the field after it: Rural Development, not Adam West."""
    plain = (
        is_capital(tokens, index)
        and tokens[index].tag == "word"
        and not head_of(tokens[index].text)
    )
    field = low_at(tokens, index + 1) in listed("fields") - REGIONS and is_capital(
        tokens, index + 1
    )
    plain = plain and tokens[index].text not in words("given_names")
    return plain and field and not state_at(tokens, index)[0]


def _past_body(tokens: Sequence[Token], index: int) -> int:
    """Return the end of the name of a body: of the Swedish Coast Guard, Maritime Authority."""
    end = index
    for position in range(index, min(index + LONGEST_BODY, len(tokens))):
        if not is_capital(tokens, position) or head_of(tokens[position].text):
            break
        if tokens[position].low.split("-")[-1] in words("organizations") | listed("bodies"):
            end = position + 1
    return end


def body_at(tokens: Sequence[Token], index: int) -> int:
    """Return the end of the name of a body: National Bank of Norvania; the Bank, once it is known.

    The token itself if none starts there.
    """
    end = index
    for position in range(index, min(index + LONGEST_BODY, len(tokens))):
        word = tokens[position]
        if not is_capital(tokens, position) or word.tag == NAMED or head_of(word.text):
            break
        if word.low in words("organizations") | listed("bodies") | listed("ministries"):
            end = position + 1
    alone = end == index + 1 and low_at(tokens, index - 1) != "the"
    if end == index or alone or tokens[end - 1].low in listed("no-bodies"):
        return index
    while low_at(tokens, end) in ("of", "for", "on"):
        if low_at(tokens, end) == "on" and low_at(tokens, end + 1) in WEEKDAYS:
            break
        first = end + 1 + (low_at(tokens, end + 1) == "the")
        past = max(state_at(tokens, end + 1)[1], _past_field_words(tokens, first))
        while is_capital(tokens, past) and not head_of(tokens[past].text):
            past += 1
        if past <= first:
            break
        end = past
    return end if end > state_at(tokens, index)[1] and not is_capital(tokens, end) else index
