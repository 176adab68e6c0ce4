"""What names say: states and their adjectives, bodies, offices; which part is the family name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ...model.countries import countries
from ..quotations import Quotation
from .lexicon import members, phrases, sex_by_word, table, words
from .tagging import SYLLABLES

DOMAINS = {
    "defense": "defense", "defence": "defense", "foreign": "foreign", "trade": "trade",
    "finance": "finance", "treasury": "finance", "unification": "unification",
    "nuclear": "nuclear", "intelligence": "intelligence", "interior": "interior",
    "army": "army", "navy": "navy", "security": "security", "pentagon": "defense",
    "state": "foreign", "prime": "prime", "vice": "vice", "press": "press",
}  # fmt: skip
HEADS = {
    "minister": {"minister", "secretary", "chief"},
    "secretary": {"secretary", "minister"},
    "chief": {"chief", "minister", "secretary", "commander", "head", "director"},
    "leader": {"leader", "president", "premier", "chancellor", "minister", "king", "chairman"},
    "diplomat": {"diplomat", "minister", "secretary", "ambassador", "envoy", "chargé"},
    "envoy": {"envoy", "representative", "negotiator", "ambassador"},
    "spokesperson": {"spokesperson", "spokesman", "spokeswoman", "secretary"},
    "spokesman": {"spokesman", "spokesperson", "secretary"},
    "spokeswoman": {"spokeswoman", "spokesperson", "secretary"},
    "official": {"official", "secretary", "minister", "director", "undersecretary"},
    "premier": {"premier", "minister"},
}  # fmt: skip
LAWMAKERS = {"lawmaker", "senator", "representative", "congressman", "congresswoman", "deputy"}
LAWMAKERS |= {"mp", "mep", "parliamentarian", "legislator"}
OFFICERS = {"admiral", "general", "colonel", "major", "captain", "commander", "lieutenant"}
HEADS["officer"] = OFFICERS | {"officer", "brigadier", "commodore", "marshal"}
HEADS |= dict.fromkeys(("lawmaker", "legislator", "parliamentarian"), LAWMAKERS)
HEADS["deputy"] = LAWMAKERS - {"senator"}
HEADS["representative"] = {"representative", "lawmaker"}
HEADS["chancellor"] = {"chancellor", "minister"}  # a foreign minister in Latin America
CHAIRS = {"chair", "chairman", "chairwoman", "chairperson"}
HEADS |= {
    "chair": CHAIRS,
    "chairman": CHAIRS - {"chairwoman"},
    "chairwoman": CHAIRS - {"chairman"},
}
OF_ANY_RANK = frozenset(["diplomat", "official", "lawmaker", "deputy"])
SHORT = {
    "gen.": "general", "adm.": "admiral", "col.": "colonel", "maj.": "major", "capt.": "captain",
    "lt.": "lieutenant", "sgt.": "sergeant", "sen.": "senator", "rep.": "lawmaker",
    "gov.": "governor", "prof.": "professor", "amb.": "ambassador", "sec.": "secretary",
    "cs": "secretary", "ps": "secretary", "eam": "minister", "dpm": "minister", "cds": "chief",
    "dg": "director",
}  # fmt: skip
SHORT |= {word.rstrip("."): office for word, office in SHORT.items()}  # Lt Gen
ADJECTIVAL = ("al", "ic", "ive", "ary", "foreign")
# States with several official names: Czechia, Timor-Leste, Türkiye, Viet Nam, the UAE.
OFFICIAL = frozenset(("AE", "BN", "CD", "CI", "CV", "CZ", "KG", "LA", "MM", "SK", "SZ", "TL"))
OFFICIAL |= {"TR", "VN"}
NOUNS = frozenset({"traffic", "music", "treasury", "republic", "general", "admiral", "marshal"})
RANKS = frozenset({"prime", "deputy", "vice", "under", "assistant"})
LONGEST_TITLE = 7  # words
SHOWN_ON = re.compile(r"\b[A-Z]{2,5}(?:['’]s)$|\bon [A-Z]\w+['’]s$|^(?:on|in) the$")
TITLE_AFTER = re.compile(r"(?:\b(?:on|in|for|of|from)|['’]s) $")
# By T.R. Roe; the second novel by the former envoy Rosa Quill
BY_AUTHOR = re.compile(
    r",? by (?:[A-Z]\w*\.?)+ [A-Z]"
    r"|, (?:an?|the|his|her)(?: [\w-]+){0,3} (?:novel|book|memoir|film|play|poem|album|song)\b"
)
NAMED = re.compile(r"(?:known as|nicknamed|codenamed|called the|named|[Ss]o-called)$")
CALLED = re.compile(
    rf"{NAMED.pattern}|(?:,|\b(?:is|was|are|were|been)) (?:called|dubbed|(?:en)?titled|christened)$"
)
INITIAL = re.compile(r"[A-Z]\.")
LINKS = frozenset({",", "and", "&", "of", "for", "the"})  # between the fields of an office
LONGEST_STATE, LONGEST_BODY = 5, 4  # most words of a name to look for
AMBIGUOUS = frozenset({"georgia"})  # a country, and a state of the United States
SPOKEN_BY_OFFICE = frozenset({"spokesperson", "spokesman", "spokeswoman"})


@cache
def states() -> dict[tuple[str, ...], str]:
    """Return the codes of countries by the lower-cased words of their names and adjectives."""
    return {
        tuple(name.lower().split()): country.code
        for country in countries().values()
        for name in (*country.names, *country.adjectives)
    }


@cache
def state_names() -> frozenset[tuple[str, ...]]:
    """Return the lower-cased words of each name of a country, without the adjectives."""
    return frozenset(
        tuple(name.lower().split()) for country in countries().values() for name in country.names
    )


@lru_cache(64)
def state_called(text: str, code: str) -> str:
    """Return what a text calls a state: its usual name, or another official one, if used more."""
    names = [name for name in countries()[code].names if "." not in name]
    uses = [(text.count(name), len(name), name) for name in names if code in OFFICIAL]
    return max(uses)[-1] if uses else names[0]


@cache
def bodies() -> dict[tuple[str, ...], str]:
    """Return the country, or "-", of each body, by the lower-cased words of its name."""
    return {tuple(name.lower().split()): code for name, code in phrases("bodies").items()}


def titles() -> dict[str, str]:
    """Return "w", "m" or nothing for each title."""
    return sex_by_word("titles")


@cache
def capitals() -> dict[str, str]:
    """Return the ISO code of each capital, by its lower-cased name."""
    return {name.lower(): code for name, code in phrases("capitals").items()}


@cache
def at_home(capital: str) -> tuple[str, ...]:
    """Return the bodies for which the name of a capital may stand: NATO for Brussels."""
    return tuple(body for body, home in phrases("homes").items() if home == capital)


@lru_cache(16384)
def person_word(word: str) -> tuple[str, str, bool] | None:
    """Return base form, sex and number of a word for people: women is woman, w, several."""
    lowered = word.lower()
    title = title_base(lowered)
    if title:
        return title, titles()[title], title != lowered
    for base in (lowered, *_singulars(lowered)):
        if base in sex_by_word("kin"):
            return base, sex_by_word("kin")[base], base != lowered or base == "people"
    return None


def _singulars(word: str) -> list[str]:
    endings = (("women", "woman"), ("men", "man"), ("wives", "wife"), ("ies", "y"), ("s", ""))
    pairs = [word[: -len(end)] + base for end, base in endings if word.endswith(end)]
    return [*pairs, "child"] if word == "children" else pairs


@lru_cache(16384)
def title_base(word: str) -> str:
    """Return the singular of a title word in lower case; empty for any other word."""
    lowered = word.lower()
    titles_listed = titles()
    if lowered in titles_listed:
        return lowered
    for ending, base in (("women", "woman"), ("men", "man"), ("ies", "y"), ("s", "")):
        if lowered.endswith(ending) and lowered[: -len(ending)] + base in titles_listed:
            return lowered[: -len(ending)] + base
    return ""


NameList = Callable[[], Mapping[tuple[str, ...], str]]


def _entries_in(
    text_words: Sequence[str], names: NameList, longest: int
) -> Iterator[tuple[str, int, int]]:
    """Yield code and range of the words that are in a list, the longest first from each word."""
    lowered = [word.lower() for word in text_words]
    for start, word in enumerate(lowered):
        if word not in first_words(names):
            continue
        for end in range(min(start + longest, len(lowered)), start, -1):
            if code := names().get(tuple(lowered[start:end])):
                yield code, start, end


@cache
def first_words(names: NameList) -> frozenset[str]:
    """Return the words with which the names in a list begin."""
    return frozenset(name[0] for name in names())


def country_in(text_words: Sequence[str]) -> tuple[str, tuple[int, int]]:
    """Return the code of the first state named in the words, with the words' range.

    ("", (0, 0)) when none is.
    """
    return _country_in(tuple(text_words))


@lru_cache(4096)
def _country_in(text_words: tuple[str, ...]) -> tuple[str, tuple[int, int]]:
    for code, start, end in _entries_in(text_words, states, LONGEST_STATE):
        if _means_the_state(text_words, start, end - start):
            return code, (start, end)
    return "", (0, 0)


def citizen(word: str) -> tuple[str, str]:
    """Return country and sex of a Dane, a Dutchman, a Frenchwoman; "" for what is not told."""
    sex = "w" if word.endswith("woman") else "m" if word.endswith("man") else ""
    people = word.removesuffix("woman" if sex == "w" else "man")
    return country_in([people])[0] or _peoples().get(people, ""), sex


@cache
def _peoples() -> dict[str, str]:
    return phrases("peoples")


def _means_the_state(text_words: Sequence[str], start: int, size: int) -> bool:
    """Return whether the words are neither "us" nor, like Chad, part of a person's name."""
    word = text_words[start].lower()
    if word == "us":
        return text_words[start] == "US"
    return size > 1 or len(text_words) == 1 or word not in members("shared-names")


def body_in(text_words: Sequence[str]) -> tuple[str, str, tuple[int, int]]:
    """Return the first body named: its name as written, its country and its range of words."""
    return _body_in(tuple(text_words))


@lru_cache(4096)
def _body_in(text_words: tuple[str, ...]) -> tuple[str, str, tuple[int, int]]:
    code, start, end = next(_entries_in(text_words, bodies, LONGEST_BODY), ("", 0, 0))
    return " ".join(text_words[start:end]), code.strip("-"), (start, end)


def family_name(name_words: Sequence[str]) -> str:
    """Return the family name: Song of "Song Young-moo", de Bruin of "Jens de Bruin"."""
    first = name_words[0]
    rest = name_words[1:]
    if len(rest) == 1 and SYLLABLES.match(rest[0]):
        return first
    if rest and first in words("family_first"):
        hyphened = any("-" in word and word.split("-")[1][:1].islower() for word in rest)
        if hyphened or (len(rest) == 1 and rest[0] not in words("family_first")) or len(rest) == 2:
            return first
    end = len(name_words)
    if rest and name_words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
        end -= 1
    start = end - 1 - (end > 2 and name_words[end - 1] in members("name-endings"))
    while start > 1 and name_words[start - 1].lower() in members("name-particles"):
        start -= 1
    return " ".join(name_words[start:end])


def domains_of(text_words: Sequence[str]) -> frozenset[str]:
    """Return the fields an office's words name: defense, foreign, trade.

    A Secretary of State for Health is of health, and has nothing of a Secretary of State.
    """
    lowered = " ".join(text_words).lower().replace(" of state for ", " for ").split()
    return frozenset(DOMAINS.get(w, w) for w in lowered if w in DOMAINS or w in members("fields"))


def past_owner(text_words: Sequence[str]) -> int:
    """Return how many of the first words name a body or state before a full name; 0 for others.

    Head of the intelligence service NAME; Foreign Minister of the Kingdom of Spain NAME
    """
    lowered = [word.lower() for word in text_words]
    _, (first, end) = country_in(text_words)
    if " ".join(lowered[:first]) not in ("", "the", "the republic of", "the kingdom of"):
        end = 0
    if end or lowered[:1] == ["the"]:  # of the intelligence service; of Peru's coast guard
        bodied = (n + 1 for n, word in enumerate(lowered) if word in words("organizations"))
        end = max(end, *bodied, 0)
    if end and lowered[end : end + 1] in (["of"], ["for"]):
        fields = past_fields(text_words[end + 1 :])  # of the Ministry of Defense NAME
        end += 1 + fields if fields else 0
    name = list(text_words[end:])
    while end and name and (title_base(name[0]) or name[0].lower() in RANKS | members("ranks")):
        name = name[1:]  # of Vietnam Lieutenant General NAME
    named = 2 <= len(name) <= 4 and all(word[:1].isupper() for word in name)
    return end if named and not any(map(title_base, name)) and not country_in(name)[0] else 0


def past_fields(text_words: Sequence[str]) -> int:
    """Return how many of the first words tell an office's fields: Trade and Industry NAME."""
    lowered = [word.lower() for word in text_words]
    if lowered[:1] in (["of"], ["for"], ["to"]) and (end := past_owner(text_words[1:])):
        return end + 1
    fields, end = _fields(), 0
    if "affairs" in lowered:  # East Asian and Pacific Affairs NAME
        end = len(lowered) - lowered[::-1].index("affairs")
    for number, word in enumerate(lowered[end:], end):
        if word in fields or (end and number == end and needs_noun(lowered[end - 1])):
            end = number + 1
        elif word not in LINKS and not (
            lowered[number + 1 : number + 2] == ["and"]
            and {*lowered[number + 2 : number + 3]} & fields
        ):
            break  # but: Roads and Transport
    initial = next((n for n, word in enumerate(text_words) if n and INITIAL.fullmatch(word)), 0)
    end = end or initial  # Herding E. Anu
    owned = lowered[end : end + 1] == ["of"] and past_owner(text_words[end + 1 :])
    return end + 1 + owned if owned else end


@cache
def _fields() -> frozenset[str]:
    """Return the words for what an office is of: trade, defense."""
    return table("proceedings")["fields"] | members("fields")


def needs_noun(field: str) -> bool:
    """Return whether a field's word is an adjective, which ends none: Economic (Diplomacy)."""
    return field.endswith(ADJECTIVAL) and field not in NOUNS


def same_office(sought: Sequence[str], office: Sequence[str]) -> bool:
    """Return whether “the defense chief” can mean a “Defense Minister”."""
    return _same_office(tuple(sought), tuple(office))


@lru_cache(16384)
def _same_office(sought: tuple[str, ...], office: tuple[str, ...]) -> bool:
    head = next(filter(None, map(title_base, reversed(sought))), None)
    titles = [SHORT.get(title, title) for word in reversed(office) if (title := title_base(word))]
    if head is None or not titles:
        return False
    head = SHORT.get(head, head)
    able = titles if titles[0] in members("ranks") else titles[:1]  # the Coast Guard chief, Admiral
    title = next((title for title in able if title in HEADS.get(head, {head})), "")
    if not title:
        return False
    domains, has = domains_of(sought) - {"vice", "prime"}, domains_of(office)
    asked, held = ({word.lower() for word in words_of} for words_of in (sought, office))
    if head in SPOKEN_BY_OFFICE and title == "secretary":
        return "press" in held
    if head in ("leader", "premier") and title == "minister":
        return "prime" in held and "opposition" not in asked  # no other minister leads
    if head == "chancellor" and title == "minister":
        return "foreign" in held
    # the admiral is the vice admiral, the diplomat the deputy minister
    ranked = head in members("ranks") | OF_ANY_RANK
    if (RANKS & asked != RANKS & held and not ranked) or members("provisos") & (asked - held):
        return False
    if head == "leader":
        return not has - {"prime", "vice"}
    return not domains or bool(domains & has)


def is_name(text: str, quotation: Quotation) -> bool:
    """Return whether it is a title or a nickname, which is quoted but is nobody's words."""
    inner = text[quotation.inner.start : quotation.inner.end].strip(" ,.")
    parts = inner.split()
    if not parts or len(parts) > LONGEST_TITLE:
        return False
    preceding = text[max(0, quotation.outer.start - 40) : quotation.outer.start].split()[-2:]
    following = text[quotation.outer.end : quotation.outer.end + 40].split()[:1]
    last = preceding[-1] if preceding else ""
    if _is_title(parts):
        if len(parts) > 1 and BY_AUTHOR.match(text, quotation.outer.end):
            return True  # “The Long Bay,” by T.R. Roe
        if last.lower().rstrip(",") in words("works") or SHOWN_ON.search(" ".join(preceding)):
            return True
        between_names = last.isalpha() and last[:1].isupper() and _has_capital(following)
        if between_names and len(parts) < 3 and quotation.closed and inner[-1:] not in ".?!":
            return True
        capitals = sum(part[:1].isupper() for part in parts)
        lead = text[max(0, quotation.outer.start - 9) : quotation.outer.start]
        if capitals > 1 and TITLE_AFTER.search(lead):
            return inner[-1:] not in ".?!"  # appeared on “Harbor and Friends”
    named = NAMED if not _is_title(parts) else CALLED
    return bool(named.search(" ".join(preceding))) and len(parts) < 5


def _is_title(parts: Sequence[str]) -> bool:
    """Return whether the words have the capitals of a title or a name."""
    small = members("title-words")
    return parts[0][:1].isupper() and all(
        part[:1].isupper() or part in small or not part[:1].isalpha() for part in parts
    )


def _has_capital(following: Sequence[str]) -> bool:
    return bool(following) and following[0].strip(".,")[:1].isupper()
