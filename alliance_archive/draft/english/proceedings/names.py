"""Who is named in formal prose: titles with their fields and states, names, groups, sides, states.

Formal prose writes its offices in full (“Minister for Foreign Affairs of Norvania Jan Wolan”), so
a name is what follows an office, whatever its words are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..gazetteer import states, title_base
from ..lexicon import members, phrases, table, words
from ..sentences import Token

LONGEST_NAME = 5  # words
LONGEST_SHORT = 6  # letters of an office's initials, and one
LONGEST_STATE = 5  # words
LONGEST_BODY = 6  # words after the field or state of an office
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "mp", "mc", "am", "ao", "qc"})
FORMAL = frozenset({"republic", "confederation", "kingdom", "federation"})
OFFICIAL = {"hellenic republic": "GR", "swiss confederation": "CH", "holy see": "VA"}
NAMED = "name"  # the tag of a word that a person of the text is called by
SHORTENED = {
    "gen.": "general", "adm.": "admiral", "col.": "colonel", "capt.": "captain", "maj.": "major",
    "lt.": "lieutenant", "amb.": "ambassador", "sen.": "senator", "gov.": "governor",
}  # fmt: skip
SHORT = "short"  # the tag of an office's initials, whose words are the token's base: SND
HONORS = frozenset({"mp", "mc", "am", "ao", "qc", "kc", "cbe", "obe", "usn", "rn"})
HOSTS = frozenset({"host", "guest", "visitor", "interlocutor", "colleague"})
OTHER = "other"  # the owner of “the other Ministers”
OWNERS = frozenset({"his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean somebody: tokens [first, last) of a sentence.

    kind is person (a name), title, group, states, sides, state, body or pronoun. office holds
    the words of the office; count the number that the text gives; owner “his” of his counterpart.
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


@cache
def _set(name: str) -> frozenset[str]:
    return table("proceedings")[name]


def head_of(word: str) -> str:
    """Return the title that a word is or ends with, in the singular: admiral of Vice-Admiral."""
    low = word.lower()
    if low in _set("no-titles"):
        return ""
    for singular in (low, low.removesuffix("s")):
        if singular in _set("heads") and not title_base(word):
            return singular
    part = re.split("[-/]", low)[-1]  # Vice-Admiral, Representative/Vice-President
    base = title_base(word) or title_base(part) or title_base(f"{low}.")
    return SHORTENED.get(base, base)


def is_plural(word: str) -> bool:
    """Return whether a title means several: Ministers, Secretaries, Chiefs, spokesmen."""
    low = word.lower()
    base = head_of(word)
    return bool(base) and low.endswith(("s", "men")) and base not in (low, f"{low}.")


def state_at(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Return the code of the state named at a token, and where its name ends."""
    start = index
    if _low(tokens, index) == "the":
        index += 1
    ahead = index
    while _low(tokens, ahead) in _set("polities") and ahead < index + 5:
        ahead += 1
    if ahead > index and _low(tokens, ahead) == "of":
        code, end = _plain_state(
            tokens, ahead + 2 if _low(tokens, ahead + 1) == "the" else ahead + 1
        )
        if code:
            return code, end
    code, end = _plain_state(tokens, index)
    if not code and index < len(tokens):
        code, end = _union_at(tokens, index)
    return (code, end) if code else ("", start)


def _union_at(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Return the name of the union of states named at a token, instead of a code, and its end."""
    for end in range(min(index + LONGEST_STATE, len(tokens)), index, -1):
        name = " ".join(token.low.replace(".", "") for token in tokens[index:end])
        if name in phrases("unions") and _capital(tokens, index) and _low(tokens, end) != "commission":
            return phrases("unions")[name], end
    return "", index


def _plain_state(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    official = OFFICIAL.get(" ".join(token.low for token in tokens[index : index + 2]))
    if official:
        return official, index + 2
    listed = states()
    for end in range(min(index + LONGEST_STATE, len(tokens)), index, -1):
        name = [token.low.replace("’", "'") for token in tokens[index:end]]
        code = listed.get(tuple(name))
        if (
            code
            and tokens[index].text[:1].isupper()
            and not (name == ["us"] and tokens[index].text != "US")
        ):
            formal = _low(tokens, end) in FORMAL and _capital(tokens, end)
            return code, end + formal  # the Argentine Republic
    return "", index


def _low(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].low if 0 <= index < len(tokens) else ""


def _capital(tokens: Sequence[Token], index: int) -> bool:
    if index >= len(tokens) or tokens[index].tag == "Q":
        return False
    return tokens[index].text.lstrip("ʻ‘’'")[:1].isupper()  # ʻAna


def office_at(tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], str, int, bool]:
    """Return the words of the office that starts at a token, its state, its end; if it is plural.

    Without an office the words are empty.
    """
    start, country, plural = index, "", False
    words: list[str] = []
    while index < len(tokens):
        end = _past_modifiers(tokens, index)
        if end is None:
            joint = _low(tokens, index) in ("and", "&", ",") and words
            end = _past_modifiers(tokens, index + 1) if joint else None
            if end is None or not _joined_office(tokens, index, end):
                break
        code = next((c for c in (state_at(tokens, i)[0] for i in range(index, end)) if c), "")
        country = country or code
        words += [t.text for t in tokens[index:end] if t.low not in ("&", ",")]
        plural = plural or is_plural(tokens[end - 1].text)
        field, code, end = _past_field(tokens, end)
        end = _past_brackets(tokens, end)
        words += field
        country, index = country or code, end
    return tuple(words), country, index if words else start, plural


def _past_brackets(tokens: Sequence[Token], index: int) -> int:
    """Step over the initials of a state or body in brackets before a name: (ROK) Jan Wolan."""
    short = _low(tokens, index) == "(" and _low(tokens, index + 2) == ")"
    return index + 3 if short and name_at(tokens, index + 3) > index + 3 else index


def _joined_office(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Return whether the office after “and” is the same holder's: Deputy Prime Minister and …

    It is another's if a name follows it that has no office of its own before.
    """
    if _low(tokens, index) == ",":
        return head_of(tokens[end - 1].text) in _set("honorifics")
    head = head_of(tokens[end - 1].text)
    return (
        _low(tokens, end) in ("of", "for")
        and not is_plural(tokens[end - 1].text)
        and (_low(tokens, index - 1) in ("minister", "premier", "secretary") and bool(head))
    )


def _past_modifiers(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of “U.S. Deputy Secretary”: modifiers and a head; None if no head follows."""
    while index < len(tokens):
        word = tokens[index].text
        if tokens[index].tag == "Q":
            return None
        following = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
        headed = tokens[index].low == "head" and (following.low == "of" or following.tag == NAMED)
        if head_of(word) or headed or tokens[index].low.rstrip(".") in _set("honorifics"):
            return index + 1 + (following.low.replace("’", "'") == "d'affaires")
        code, end = state_at(tokens, index)
        if code and _low(tokens, index) != "the":
            index = end
            if _low(tokens, index) == "'s" or _low(tokens, index) == "’s":
                index += 1
            continue
        part = tokens[index].low.split("-")[0]
        acronym = word.isupper() and 1 < len(word) < 7
        known = tokens[index].low in _set("modifiers") or part in _set("modifiers") or acronym
        if not known and not _before_honorific(tokens, index):
            return None
        index += 1
        if _low(tokens, index) in ("'s", "’s"):
            index += 1
    return None


def _before_honorific(tokens: Sequence[Token], index: int) -> bool:
    """Return whether only capitals are before a Mr. or Hon.: they are an office, whatever it is."""
    while _capital(tokens, index) and tokens[index].tag != NAMED:
        index += 1
        low = _low(tokens, index).rstrip(".")
        if low in _set("honorifics") and name_at(tokens, index + 1) > index + 1:
            return True
    return False


def _past_field(tokens: Sequence[Token], index: int) -> tuple[list[str], str, int]:
    """Return the words of “of National Defense of the Republic of Norvania”, its state, its end."""
    said: list[str] = []
    country = ""
    while _low(tokens, index) in ("of", "for", "to", "from"):
        first = index + 1 + (_low(tokens, index + 1) == "the")
        code, end = state_at(tokens, index + 1)
        if code:
            country = country or code
            end += _low(tokens, end) in ("side", "delegation", "government")
        else:
            end = _past_field_words(tokens, first)
        end = _past_body(tokens, end)
        if end == first:  # Spokesman for the Secretary-General
            past = _past_modifiers(tokens, first) if _low(tokens, index) in ("for", "to") else None
            if past is None or is_plural(tokens[past - 1].text) or name_at(tokens, past) > past:
                past = _past_unknown(tokens, first)
            if past == first:
                break
            end = past
        if not code:
            said += [token.text for token in tokens[index:end]]
        index = end
    return said, country, index


def _past_unknown(tokens: Sequence[Token], first: int) -> int:
    """Return the end of a field or body in no list: all capitals before a comma, else but two.

    Two words at least are left for the name.
    """
    end = first
    while _capital(tokens, end) and tokens[end].tag != NAMED and not head_of(tokens[end].text):
        end += 1
    if _low(tokens, end) in (",", ")", "(", "") or tokens[first].text.isupper():
        return end if end < first + LONGEST_BODY else first
    return max(first, end - 2)


def _past_field_words(tokens: Sequence[Token], first: int) -> int:
    """Return the end of “National Defense and Veteran Affairs”."""
    kept = position = first
    while position < len(tokens):
        low = tokens[position].low
        affairs = _low(tokens, position + 1) == "affairs" and _capital(tokens, position)
        written = _capital(tokens, position) or low in members("fields") or kept == position > first
        if affairs or (low in _set("fields") and written):
            kept = position = position + 1
        elif low in ("and", ",", "&", "the") and position > first:
            position += 1
        else:
            return max(kept, _up_to_state(tokens, position)) if position > first else kept
    return kept


def _up_to_state(tokens: Sequence[Token], index: int) -> int:
    """Return the end of an unknown last field before a state: … and Worship of Norvania; or 0."""
    if _low(tokens, index - 1) not in ("and", "&") or not _capital(tokens, index):
        return 0
    of = index + 1
    return of if _low(tokens, of) == "of" and state_at(tokens, of + 1)[0] else 0


def _past_body(tokens: Sequence[Token], index: int) -> int:
    """Return the end of the name of a body: of the Swedish Coast Guard, Maritime Authority."""
    end = index
    for position in range(index, min(index + LONGEST_BODY, len(tokens))):
        if not _capital(tokens, position) or head_of(tokens[position].text):
            break
        if tokens[position].low in words("organizations") | _set("bodies"):
            end = position + 1
    return end


def is_short(word: str) -> bool:
    """Return whether a word may be the initials of an office: EAM, HR/VP."""
    return 1 < len(word) < LONGEST_SHORT and word.isupper() and word.replace("/", "").isalpha()


def name_at(tokens: Sequence[Token], index: int) -> int:
    """Return the end of the name that starts at a token; the token itself if none does."""
    start, index = index, past_particles(tokens, index)
    while (_capital(tokens, index) or _low(tokens, index).startswith(("al-", "el-"))) and index < start + LONGEST_NAME + 2:
        token = tokens[index]
        named = _low(tokens, index + 1) in words("particles")  # Said bin Khalfan
        if token.tag in ("number", "clitic") or (token.low in _set("no-names") and not named):
            break
        if head_of(token.text) and index > start and token.low.rstrip(".") not in SUFFIXES:
            break
        index = past_particles(tokens, index + 1)
        if _low(tokens, index) in ("(", '"') or (index < len(tokens) and tokens[index].tag == "Q"):
            index = _past_nickname(tokens, index)
    while index > start and tokens[index - 1].low in SUFFIXES:
        index -= 1
    if all(token.low in _set("bodies") | _set("fields") for token in tokens[start:index]):
        return start  # the Armed Forces
    while index > start and _low(tokens, index) in ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"):
        index += 1
    return index


def past_particles(tokens: Sequence[Token], index: int) -> int:
    """Step over the small words before a capital: van den Berg; the same index if none do."""
    end = index
    while _low(tokens, end) in words("particles") and not tokens[end].text.isupper():
        end += 1
    article = _low(tokens, end).startswith(("al-", "el-")) and end > index - 1
    return end if _capital(tokens, end) or article else index


def _past_nickname(tokens: Sequence[Token], index: int) -> int:
    """Step over a nickname in quotation marks: Robert “Bob” Hale."""
    nickname = tokens[index].tag == "Q" and len(tokens[index].text.split()) == 1
    return index + 1 if nickname and _capital(tokens, index + 1) else index


def reference_at(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return whoever the words from a token on mean; None if they mean nobody."""
    low = _low(tokens, index)
    if low in ("he", "she", "they", "we"):
        return Reference("pronoun", index, index + 1, (low,))
    start, count, owner = index, None, ""
    definite = (
        low in ("the", "both", "all", "each", "these", "those", "our")
        or low in OWNERS
        or low in NUMBERS
    )
    if low in OWNERS:
        owner = low
    while _low(tokens, index) in ("the", "both", "all", "of", "these", "those", "our", OTHER) or (
        _low(tokens, index) in NUMBERS or _low(tokens, index) in OWNERS
    ):
        count = NUMBERS.get(_low(tokens, index), count)
        owner = OTHER if _low(tokens, index) == OTHER and index > start else owner
        index += 1
    if definite:
        while _low(tokens, index) in _set("vague"):
            index += 1
    following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    if following == NAMED and is_short(tokens[index].text):
        return replace(reference_at(tokens, index + 1), first=start)  # type: ignore[type-var]
    if index < len(tokens) and tokens[index].tag == SHORT:
        return Reference("title", start, index + 1, office=tuple(tokens[index].base.split()))
    if index == start and index < len(tokens) and tokens[index].tag == NAMED:
        end = index
        while end < len(tokens) and tokens[end].tag == NAMED:
            end += 1
        return _person(tokens, index, index, end, (), "")
    if owner in OWNERS and index > start + 1 and _low(tokens, index) == "counterparts":
        return Reference("group", start, index + 1, office=(OTHER,), count=count, owner=owner)
    if owner in OWNERS and (others := _counterparts(tokens, start, index, owner)):
        return others
    if owner == OTHER and definite and (others := _collective(tokens, start, index, count)):
        return replace(others, owner=OTHER)
    return (
        _collective(tokens, start, index, count)
        or _officer(tokens, start, index, count, owner, definite)
        or _body(tokens, start)
        or _side(tokens, start, index)
        or _counted(tokens, start, index, count)
    )


def _body(tokens: Sequence[Token], start: int) -> Reference | None:
    """Return a ministry or agency, whose name is in the place of a state's code."""
    index = first = start + (_low(tokens, start) == "the")
    known = _set("modifiers") - _set("ministries")
    while _low(tokens, index) in known and _capital(tokens, index):
        index += 1
    if _low(tokens, index) not in _set("ministries") or not _capital(tokens, index):
        return None
    _, _, end = _past_field(tokens, index + 1)
    name = " ".join(token.text for token in tokens[first:end])
    return Reference("body", start, end, country=name) if end > index + 1 else None


def _collective(
    tokens: Sequence[Token], start: int, index: int, count: int | None
) -> Reference | None:
    """Return “both sides”, “the two countries”, “the leaders”, “Ministers”."""
    noun = _low(tokens, index)
    capital = _capital(tokens, index)
    for kind in ("states", "sides", "group"):
        joined = kind == "group" and _low(tokens, start - 1) == "and"  # the Secretary and ministers
        if noun in _set(kind) and (index > start or joined or (capital and kind != "states")):
            named = name_at(tokens, index + 1) > index + 1
            if kind == "group" and (named or _low(tokens, index + 1) in ("of", "for", "from")):
                return None
            office = (tokens[index].text,) if kind == "group" else ()
            return Reference(kind, start, index + 1, office=office, count=count)
    return None


def _officer(
    tokens: Sequence[Token], start: int, index: int, count: int | None, owner: str, definite: bool
) -> Reference | None:
    """Return a person by office and name, by office alone, or several by their offices."""
    if owner and _low(tokens, index) in HOSTS:
        return Reference("title", start, index + 1, office=("counterpart",), owner=owner)
    office, country, end, plural = office_at(tokens, index)
    if not office or _low(tokens, start) == "our":
        return None
    if plural:
        return _officers(tokens, start, end, office, country, count, definite)
    named = name_at(tokens, end)
    if named > end:
        return _person(tokens, start, end, named, office, country)
    if _low(tokens, end) == "," and (
        apposed := _name_in_commas(tokens, start, end, office, country)
    ):
        return apposed
    honorific = all(word.lower().rstrip(".") in _set("honorifics") for word in office)
    small = ("of", "for", "to", "the", "and", "from")
    alone = len(office) > 1 and all(word[:1].isupper() or word in small for word in office)
    alone = alone and _low(tokens, start - 1) not in (",", "and")  # not in apposition
    if honorific or not (definite or alone):
        return None
    return Reference("title", start, end, office=office, country=country, owner=owner)


def _person(
    tokens: Sequence[Token],
    start: int,
    first: int,
    last: int,
    office: tuple[str, ...],
    country: str,
) -> Reference:
    """Return the person whose name is tokens [first, last); of what state, if that follows."""
    words = tuple(token.text for token in tokens[first:last] if token.tag != "Q")
    while _low(tokens, last) in HONORS:
        last += 1
    if _low(tokens, last) in ("of", "from"):
        code, end = state_at(tokens, last + 1)
        if code:
            country, last = country or code, end
    return Reference("person", start, last, words, office, country)


def _name_in_commas(
    tokens: Sequence[Token], start: int, comma: int, office: tuple[str, ...], country: str
) -> Reference | None:
    """Return the person of “the Chief of Defense, General Jan Wolan,”: an office, then its name."""
    second, _, first, several = office_at(tokens, comma + 1)
    titles = {word.lower().rstrip(".") for word in second} - {"the"}
    if several or titles - _set("honorifics") - _set("ranks"):
        return None
    last = name_at(tokens, first)
    if last < first + 2 and not (last > first and titles & _set("honorifics")):
        return None
    after = last
    while _low(tokens, after) in HONORS:
        after += 1
    if _low(tokens, after) not in (",", "and", ".", ";", "", ")", "(", "–", "—", ":"):
        return None
    person = _person(tokens, start, first, last, (*office, *second), country)
    return replace(person, last=person.last + 1) if _closes(tokens, person.last) else person


def _closes(tokens: Sequence[Token], comma: int) -> bool:
    """Return whether a comma ends the apposition and is not one of a list: …, Jan Wolan, said."""
    following = tokens[comma + 1] if comma + 1 < len(tokens) else None
    if _low(tokens, comma) != "," or following is None:
        return False
    return following.text[:1].islower() and following.low not in ("and", "the", "who", "which")


def _officers(
    tokens: Sequence[Token],
    start: int,
    end: int,
    office: tuple[str, ...],
    country: str,
    count: int | None,
    definite: bool,
) -> Reference | None:
    """Return “the Foreign Ministers”; with the names that follow, if any do."""
    codes, past = _row_of_states(tokens, end, country)
    if len(codes) > 1:
        row = tuple(_names_after(tokens, past, codes, office))
        last = row[-1].last if row else past
        return Reference("group", start, last, office=office, count=len(codes), parts=row)
    if country and len(row := tuple(_names_between(tokens, end, country, office))) > 1:
        return Reference("group", start, row[-1].last, office=office, count=len(row), parts=row)
    parts: list[Reference] = []
    position = end + (_low(tokens, end) == ",")
    while position < len(tokens):
        own, state, past, several = office_at(tokens, position)
        named = name_at(tokens, past)
        if (
            several
            or named == past
            or (not own and position > end and _low(tokens, end) == "," and named - past < 2)
        ):
            break
        words = tuple(token.text for token in tokens[past:named] if token.tag != "Q")
        parts.append(Reference("person", position, named, words, (*office, *own), state))
        position = named
        ahead = position + (_low(tokens, position) == ",")
        ahead += _low(tokens, ahead) == "and"
        if ahead == position:
            break
        position = ahead
    if len(parts) > 1:
        return Reference(
            "group", start, parts[-1].last, office=office, count=count, parts=tuple(parts)
        )
    if definite or _capital(tokens, start):
        return Reference("group", start, end, office=office, country=country, count=count)
    return None


def _row_of_states(tokens: Sequence[Token], index: int, country: str) -> tuple[list[str], int]:
    """Return the states of “Ministers of Finland, Denmark and Iceland”, and where they end."""
    codes = [country] if country else []
    while codes:
        ahead = index + (_low(tokens, index) == ",")
        ahead += _low(tokens, ahead) == "and"
        code, end = state_at(tokens, ahead)
        if not code or ahead == index or _low(tokens, end) in ("'s", "’s"):
            break
        codes.append(code)
        index = end
    return codes, index


def _names_after(
    tokens: Sequence[Token], index: int, codes: Sequence[str], office: tuple[str, ...]
) -> list[Reference]:
    """Return the people named in a row after the states of their offices, if one for each."""
    singular = _singular(office)
    row: list[Reference] = []
    for code in codes:
        index += _low(tokens, index) in (",", "–", "—")
        index += _low(tokens, index) == "and"
        end = name_at(tokens, index)
        if end < index + 2:
            return []
        name = tuple(token.text for token in tokens[index:end] if token.tag != "Q")
        row.append(Reference("person", index, end, name, singular, code))
        index = end
    return row


def _names_between(
    tokens: Sequence[Token], index: int, code: str, office: tuple[str, ...]
) -> list[Reference]:
    """Return the people named after each state: Ministers of A, NAME, B, NAME, and C, NAME."""
    row: list[Reference] = []
    while code and _low(tokens, index) == ",":
        end = name_at(tokens, index + 1)
        if end < index + 3:
            break
        name = tuple(token.text for token in tokens[index + 1 : end] if token.tag != "Q")
        row.append(Reference("person", index + 1, end, name, _singular(office), code))
        ahead = end + (_low(tokens, end) == ",")
        ahead += _low(tokens, ahead) in ("and", ";")
        code, index = state_at(tokens, ahead) if ahead > end else ("", end)
    return row


def _singular(office: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(head_of(w).capitalize() if is_plural(w) and head_of(w) else w for w in office)


def _counterparts(tokens: Sequence[Token], start: int, index: int, owner: str) -> Reference | None:
    """Return “his Finnish and Polish colleagues”: a counterpart of each state."""
    codes: list[str] = []
    while (found := state_at(tokens, index))[0]:
        codes.append(found[0])
        index = found[1]
        while _low(tokens, index) in (",", "and"):
            index += 1
    if len(codes) < 2 or _low(tokens, index) not in ("colleagues", "counterparts"):
        return None
    parts = tuple(
        Reference("title", start, index + 1, office=("counterpart",), country=code, owner=owner)
        for code in codes
    )
    return Reference("group", start, index + 1, office=("counterparts",), parts=parts)


def _side(tokens: Sequence[Token], start: int, index: int) -> Reference | None:
    """Return a state, its side or delegation, or its government."""
    code, end = state_at(
        tokens, index if index == start or _low(tokens, index - 1) != "the" else index - 1
    )
    if not code:
        return None
    if _low(tokens, end) in ("side", "delegation", "government", "administration"):
        return Reference("state", start, end + 1, ("side",), country=code)
    if _low(tokens, end) in ("'s", "’s", "-", "–"):
        return None
    adjective = tokens[end - 1].low not in _state_words() and len(code) == 2
    if adjective and not tokens[end - 1].text.isupper():
        return None
    return Reference("state", start, end, country=code)


@cache
def _state_words() -> frozenset[str]:
    """Return the last words of the names of states, without the adjectives."""
    from ..gazetteer import state_names

    return frozenset(name[-1] for name in state_names())


def _counted(
    tokens: Sequence[Token], start: int, index: int, count: int | None
) -> Reference | None:
    """Return “the two”, “both”, “all three”, when no noun follows; “the latter”."""
    if _low(tokens, index) in ("latter", "former") and index > start:
        return Reference("ordinal", start, index + 1, (tokens[index].low,))
    if count is not None and tokens[index - 1].low in NUMBERS:
        return Reference("counted", start, index, count=count)
    return None
