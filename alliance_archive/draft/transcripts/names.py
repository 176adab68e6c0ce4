"""The words of labels and headings: which are an office, a person's name, an outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ..english.gazetteer import body_in, country_in, title_base
from ..english.lexicon import closed_class, members, table, words

LABELS = table("labels")
PARTICLES = words("particles") | LABELS["suffixes"]
HONORIFICS = LABELS["honorifics"] | members("styles")
EVENTS = LABELS["events"]
NO_LABELS, OUTLET_WORDS = LABELS["no-labels"], LABELS["outlet-words"]
_OUTLET_ENDS = re.compile(
    r"(?i)(?:zeitung|blatt|bladet|bote|posten|tidning|tidende|avisen|shimbun|shimpo|ilbo|news|wire)$"
)
_OFFICE_WORDS = LABELS["office-words"]
FIELDS = members("fields") | table("proceedings")["fields"]
POST_NOMINALS = LABELS["post-nominals"]
_SMALL_OFFICE = _OFFICE_WORDS | HONORIFICS | members("fields")
ARTICLES = frozenset(("la", "el", "il", "der", "die", "das", "los", "las"))
NAMES_TOO = frozenset(("king", "prince", "bishop", "pope", "major", "marshal", "sheikh"))  # titles
FIELD_ENDS = frozenset(("affairs", "development", "management", "economy", "resources"))
LONGEST_NAME = 5  # words


def is_office_alone(part: str) -> bool:
    """Return whether a label is an office without a name: “Minister”, “THE PRESIDENT”."""
    kept = [word for word in part.split() if word.lower() != "the"]
    if any(word[:1].islower() and word not in _SMALL_OFFICE for word in kept):
        return False  # a sentence up to its colon
    short = len(kept) == 1 and kept[0].lower() in LABELS["offices"]
    return 1 <= len(kept) <= 9 and part[:1].isupper() and (short or says_something(part))


def split_office(part: str) -> tuple[str, str]:
    """Return the words of the office, and of the name after it; either may be empty."""
    tokens = part.split()
    after = 0
    for n, token in enumerate(tokens):
        last = 0 < n == len(tokens) - 1 and token.lower() in HONORIFICS  # Mr. Terauchi Gen
        if token.lower() == "the" and n:
            continue
        if n == len(tokens) - 1 and token.lower() in NAMES_TOO and title_base(tokens[n - 1]):
            break  # Minister King
        if _is_title(token) and not (last and tokens[n - 1].lower() not in _OFFICE_WORDS):
            after = n + 1
    after = _field_end(tokens, after) if after else 0
    if all(token.lower() in _OFFICE_WORDS | members("fields") for token in tokens[after:]):
        after = len(tokens)
    small = [token for token in tokens[:after] if token.islower() and not title_base(token)]
    if not _SMALL_OFFICE.issuperset(small):
        return "", part  # a sentence
    office = [token for token in tokens[:after] if token.lower() not in ("h.e.", "hon")]
    office = office[1:] if office[:1] and office[0].lower() == "the" else office
    while len(office) > 1 and office[-1].lower() in ("the", "hon.") and says_something(office[0]):
        office.pop()  # LEADER OF THE OPPOSITION THE HON. ANN HOLM
    name = [token.strip(",") for token in tokens[after:]]
    while len(name) > 1 and name[-1].lower() in POST_NOMINALS:
        name.pop()
    return " ".join(office), " ".join(name)


def _field_end(tokens: Sequence[str], after: int) -> int:
    """Return where the field and the body of an office end: “… of Defense of North Macedonia”."""
    while after < len(tokens) and tokens[after].lower() in ("of", "for", "to"):
        field = after = after + 1
        while after < len(tokens):
            word = re.sub("['’]s?$", "", tokens[after].lower().strip(","))
            state = country_in(tokens[after:])[1]
            if state[1] and not state[0]:
                after += state[1]
            elif word in FIELDS | _OFFICE_WORDS and word not in ("of", "for", "to"):
                after += 1
            else:
                break
        run = list(takewhile(_is_capitalized, tokens[after : after + LONGEST_NAME]))
        ends = [n for n, word in enumerate(run, after + 1) if word.lower() in FIELD_ENDS]
        after = ends[-1] if ends else after  # for Pacific Island Affairs
        article = tokens[field : field + 1] == ["THE"] or tokens[field : field + 1] == ["the"]
        if after == field + article < len(tokens) and tokens[after][:1].isupper():
            after += 1  # a state or a field that no list has: President of Montavia
            while after < len(tokens) and tokens[after].lower() in FIELDS | _OFFICE_WORDS:
                after += 1
    return after


def _is_capitalized(token: str) -> bool:
    return token[:1].isupper()


def _is_title(token: str) -> bool:
    lowered = token.lower()
    if lowered in POST_NOMINALS:
        return False
    if (
        title_base(lowered)
        or lowered in HONORIFICS
        or lowered in LABELS["offices"] | {"moderator", "host"}
    ):
        return True
    return (
        all(title_base(part) or part in _OFFICE_WORDS | HONORIFICS for part in lowered.split("-"))
        and "-" in token
    )


def says_something(office: str) -> bool:
    """Return whether an office is more than “Mr.”."""
    return any(title_base(word) and len(word.strip(".")) > 3 for word in office.split())


def is_outlet(part: str) -> bool:
    """Return whether words name a newspaper, an agency or a channel."""
    found = re.findall(r"[^\W_]+(?:-[^\W_]+)*", part.lower())
    found += [piece for word in found for piece in re.findall(r"[^\W\d_]+(?=\d+\b)", word)]
    plain = part.strip(" .").lower()
    if plain in ("freelance", "freelancer"):
        return True
    if plain in LABELS["offices"] | HONORIFICS or (
        any(map(title_base, found)) and {"press", "media"} & {*found}
    ):
        return False  # PM, Press Secretary, Head of Media Relations
    small = {"of", "and", "for", "in", "the"} | PARTICLES
    if sum(word.islower() and word not in small for word in part.split()) > 1:
        return False  # a sentence with “today” in it
    if (fm := re.search(r"(\S+) FM\b", part)) and not country_in([fm[1]])[0]:
        return not title_base(fm[1])  # Coast FM, not Canada FM Holm
    if len(part.split()) == 2 and part.split()[0].lower() in ARTICLES:
        return True  # La Veu, El Diario
    acronym = re.fullmatch(r"[A-Z][A-Z0-9&]{1,5}", part.strip()) is not None
    return (
        acronym
        or any(word in OUTLET_WORDS or _OUTLET_ENDS.search(word) for word in found)
        or bool(re.search(r"\.\w{2,3}$", part))
    )


def is_name(part: str) -> bool:
    """Return whether words may be a person's name."""
    tokens = part.split()
    if not 1 <= len(tokens) <= LONGEST_NAME or any(c.isdigit() for c in part):
        return False
    if not all(_is_name_word(token) for token in tokens) or tokens[0].lower() in NO_LABELS:
        return False
    if not re.search(r"[^\W\d_]{2}", part) or re.search(r"^\w+\.$|\w-\w-|\w{4}\. ", part):
        return False  # P.M., Fla., L-E-E, Yeah. Look
    lowered = [token.lower().strip(".") for token in tokens]
    if lowered[0] in LABELS["greetings"]:
        return False
    return not any(is_common(word, tokens) for word in lowered if len(word) > 2) and not (
        any(word in words("organizations") for word in lowered)
        or body_in(tokens)[0]
        or country_in(tokens)[0]
    )


def is_common(word: str, name: Sequence[str]) -> bool:
    """Return whether a lower-case word cannot be part of a name: “then”, not Long of Hải Long."""
    both = word in members("names-of-two-kinds") and len(name) > 1
    return word in closed_class() and word not in PARTICLES and not both


def _is_name_word(token: str) -> bool:
    if token.lower() in PARTICLES:
        return True
    particle, _, name = token.partition("-")
    token = name if name and particle in PARTICLES else token  # al-Rawahi
    return bool(re.fullmatch(r"[^\W\d_]\.?(?:[^\W\d_]|[-’'‘ʻ.])*", token)) and token[0].isupper()


def is_whole_name(name: str) -> bool:
    """Return whether a name of two words or more is certainly a person's, not an outlet's."""
    return len(name.split()) > 1 and is_name(name) and not is_outlet(name)
