"""What is done in formal prose: its verb groups, and which tell only how a meeting went."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..lexicon import closed_class, members, table, verb_forms
from ..sentences import Token
from .names import reference_at
from .vocabulary import MONTH_NAMES, is_capital, listed, low_at

MODALS = frozenset({"will", "shall", "would"})
HAVE = frozenset({"have", "has", "had"})
SIGNS = frozenset({"sign", "initial"})
INSTRUMENTS = frozenset(  # what is agreed by signing it
    {"memorandum", "letter", "agreement", "arrangement", "protocol", "treaty", "convention", "mou"}
    | {"terms", "roadmap", "plan", "program", "programme", "accord", "contract", "charter"}
    | {"memoranda", "letters", "agreements", "arrangements", "protocols", "minutes"}
)
ACTS = {  # what makes an act of a verb of the course: paid tribute, spoke in favor
    "pay": {"tribute", "respects", "attention"},
    "speak": {"highly", "favour", "favor", "support", "against", "out"},
    "come": {"out"},
    "hold": {"out"},
    "have": {"words"},
    "take": {"note", "stock", "into", "up", "view", "opportunity", "occasion", "exception"}
    | {"pride", "board", "issue", "point"},
    "lay": {"before", "emphasis", "stress", "out"},
    "acquaint": {"his", "her", "their", "him", "them", "minister", "president", "ambassador"},
}
OWN_PART = frozenset({"part", "side", "turn", "behalf"})  # for its part, on her side
TWO_WORDS = {("in", word) for word in ("turn", "return", "response", "reply", "particular")}
TWO_WORDS |= {("in", "addition")}
TWO_WORDS |= {("once", "again"), ("once", "more")}
TIMES = frozenset({"morning", "afternoon", "evening", "week"})
BACKERS = frozenset(
    {"supporter", "advocate", "champion", "partner", "ally", "friend", "contributor", "neighbor"}
)
FORMALITIES = {  # what makes a formality of a verb
    "send": {"telegram", "letter", "message", "cable"},
    "review": {"guard"},  # of honor
    "present": {"credentials", "credence"},
}
MADE = frozenset(  # what is told by making it
    {"clear", "available", "public", "known", "presentation", "secret", "case", "plea", "point"}
    | {"appeal", "offer", "proposal", "promise", "commitment", "request", "argument"}
)
CONDUCTS = frozenset({"conduct", "carry", "undertake"})  # a visit, talks
TOPICAL = re.compile(
    r"\bexchange of views (?:on|about)\b|^(?:a|an) \w+ discussion on\b|^(?:the|an) opportunity to\b"
)
EXCHANGED = frozenset(
    {"view", "views", "opinion", "opinions", "assessments", "perspectives", "ideas"}
)
LONGEST_EXCHANGE = 9  # tokens of “an in-depth and friendly exchange of views on”
NEAR = 8  # tokens after a verb, and one
ALLIED = frozenset({"by", "with", "behind", "together", "against"})  # after “stand”


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group: tokens [first, last), its base, past, present or future, and its kind.

    kind is act, stay (a meeting's course: met, held, discussed) or told (was informed).
    """

    first: int
    last: int
    base: str
    tense: str
    kind: str


def verb_at(tokens: Sequence[Token], index: int, plural: bool) -> Verb | None:
    """Return the finite verb group that starts at a token, adverbs before it stepped over."""
    position = past_adverbs(tokens, index)
    low = low_at(tokens, position)
    if low in MODALS:
        return _modal(tokens, position)
    if low in HAVE:
        since = low_at(tokens, position + 1) == "since"  # has since agreed
        after = past_adverbs(tokens, position + 1 + since)
        form = verb_forms().get(low_at(tokens, after))
        if form and "n" in form.features:
            if form.base == "be":
                return _stative(tokens, position, after + 1, "present")
            return _named(tokens, position, after, form.base, "present")
        return Verb(position, position + 1, "have", "past", "stay") if low == "had" else None
    if low in ("do", "does", "did"):  # did not ask; did ask
        main = position + 1 + (low_at(tokens, position + 1) == "not")
        form = verb_forms().get(low_at(tokens, main))
        return _named(tokens, position, main, form.base, "present") if form else None
    if low in listed("be") and not (plural and low in ("is", "was")):
        tense = "past" if low in ("was", "were", "remained", "stood") else "present"
        return _stative(tokens, position, position + 1, tense)
    return _simple(tokens, position, plural)


def past_adverbs(tokens: Sequence[Token], index: int) -> int:
    """Return where adverbs and phrases such as “for its part” end that start at a token."""
    while index < len(tokens):
        low, following = tokens[index].low, low_at(tokens, index + 1)
        tag = closed_class().get(low, "RB" if low.endswith("ly") and len(low) > 4 else "")
        if (low, following) in TWO_WORDS or (low == "this" and following in TIMES):
            index += 2
        elif low in ("for", "on") and low_at(tokens, index + 2) in OWN_PART:
            index += 3
        elif low == "on" and closed_class().get(following) == "TIME":
            index += 2  # on Tuesday
        elif low in listed("adverbs") or (tag == "RB" and low not in verb_forms()):
            index += 1
        else:
            return index
    return index


def _simple(tokens: Sequence[Token], index: int, plural: bool) -> Verb | None:
    low = low_at(tokens, index)
    if index >= len(tokens) or tokens[index].tag not in ("word", "site"):
        return None
    capital, whole = tokens[index].text[:1].isupper(), tokens[index].text.isupper()
    if capital and not (whole and len(low) > 3):  # WE REAFFIRM
        return None
    was = low_at(tokens, index - 1) in ("was", "were")
    if low == "present" and (was or low_at(tokens, index + 1) in ("and", "or")):
        return None  # were present; past, present and future
    form = verb_forms().get(low)
    if form is None:
        unknown = low.endswith("ed") and len(low) > 4
        return _named(tokens, index, index, low.removesuffix("ed"), "past") if unknown else None
    if "d" in form.features:
        return _named(tokens, index, index, form.base, "past")
    if "z" in form.features or ("b" in form.features and plural):
        return _named(tokens, index, index, form.base, "present")
    return None


def _modal(tokens: Sequence[Token], index: int) -> Verb | None:
    main = past_adverbs(tokens, index + 1)
    form = verb_forms().get(low_at(tokens, main))
    plain = main < len(tokens) and tokens[main].tag == "word" and tokens[main].text.islower()
    base = form.base if form else low_at(tokens, main) if plain else ""  # will station a ship
    return _named(tokens, index, main, base, "future") if base not in ("", "be") else None


def _stative(tokens: Sequence[Token], first: int, index: int, tense: str) -> Verb | None:
    """Return the verb of “are committed to”, “remain concerned”, “was informed that”."""
    position = past_adverbs(tokens, index)
    low = low_at(tokens, position)
    if low in ALLIED and low_at(tokens, index - 1)[:2] == "st":
        return Verb(first, position, "stand", tense, "act")  # we stand by the people
    if low in ("of", "in", "at"):
        view = (low, low_at(tokens, position + 1)) == ("at", "one") or any(
            low_at(tokens, position + step)
            in ("view", "agreement", "opinion", "mind", "conviction")
            for step in (1, 2, 3)
        )
        return Verb(first, position + 1, "be", tense, "act") if view else None
    if low in ("a", "an"):  # a steadfast supporter of
        near = range(position + 1, min(position + 4, len(tokens)))
        noun = next((n for n in near if tokens[n].low in BACKERS), 0)
        return Verb(first, index, "be", tense, "act") if noun else None
    if low in listed("told"):
        ahead = low_at(tokens, position + 1) in ("that", "of")
        return Verb(first, position + 1, verb_forms()[low].base, tense, "told") if ahead else None
    if low in listed("stative") or low in table("cue_adjectives"):
        return Verb(first, position + 1, low, tense, "act")
    form = verb_forms().get(low)
    if form is not None and low.endswith("ing"):
        return _named(tokens, first, position, form.base, tense)
    if form is not None and "n" in form.features:  # were tasked with it and undertook to report
        passive = Verb(first, position + 1, form.base, tense, "stay")
        return passive if coordinated(tokens, passive, len(tokens)) else None
    return None


def _named(tokens: Sequence[Token], first: int, main: int, base: str, tense: str) -> Verb:
    if tense == "future":
        kind = "stay" if base in listed("appointments") else "act"
    else:
        kind = "stay" if _is_course(tokens, main, base) else "act"
    return Verb(first, main + 1, base, tense, kind)


def _is_course(tokens: Sequence[Token], main: int, base: str) -> bool:
    """Return whether a verb only tells the course of the meeting: met, held talks, paid a visit."""
    following = [low_at(tokens, main + step) for step in (1, 2, 3, 4)]
    if following[0] == "that":
        return False  # both sides held that
    vehicle = following[2] in ("statement", "declaration", "communiqué")
    if following[:2] == ["the", "following"] and (vehicle or tokens[-1].low == ":"):
        return True  # adopted the following statement:
    if base == "call":
        return following[0] in ("by", "together", "to") or _calls_on_somebody(tokens, main)
    if base == "leave":
        return following[0] == "for"  # for Oslo
    if base in ACTS:
        return not ACTS[base] & set(following[:3])
    if base == "welcome":
        return _welcomes_somebody(tokens, main + 1)
    near = {token.low for token in tokens[main + 1 : main + NEAR]}
    return _is_course_of(base, following[0], near)


def _is_course_of(base: str, following: str, near: set[str]) -> bool:
    """Return whether a verb tells the course by what is near it: presented her credentials."""
    if base in FORMALITIES:
        return bool(near & FORMALITIES[base])
    if base in CONDUCTS and following != "to":
        return bool(near & (members("encounters") | {"visit", "teleconference"}))
    if base in SIGNS:
        return following == "this" or not near & INSTRUMENTS
    if base == "make":
        return not near & MADE
    return base in listed("stay")


def _welcomes_somebody(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a visitor is welcomed: welcomed Minister X to Oslo; not X's proposal."""
    if low_at(tokens, index) == "to":  # to Oslo the Minister
        index += 1
        while is_capital(tokens, index):
            index += 1
    reference = reference_at(tokens, index)
    if reference is None or reference.kind not in ("person", "title"):
        return False
    return low_at(tokens, reference.last) not in ("'s", "’s", "'", "’", "on")


def _calls_on_somebody(tokens: Sequence[Token], main: int) -> bool:
    """Return whether it is a visit: called on the President in Tallinn; not on X to stop."""
    if low_at(tokens, main + 1) != "on":
        return False
    rest = [token.low for token in tokens[main + 2 :]]
    rest = rest[: rest.index("who") if "who" in rest else None]
    return "to" not in rest and "for" not in rest


def coordinated(tokens: Sequence[Token], verb: Verb, end: int) -> Verb | None:
    """Return the act that follows on a meeting: met and agreed; met, reaffirming; to convey."""
    forms = verb_forms()
    for index in range(verb.last, end):
        low = tokens[index].low
        form = forms.get(low)
        if form is None or tokens[index].tag != "word":
            continue
        before = index - 1
        while before > verb.last and (
            tokens[before].low.endswith("ly") or tokens[before].low in listed("adverbs")
        ):
            before -= 1
        joint = low_at(tokens, before)
        strong = form.base in listed("stance") and form.base not in MONTH_NAMES
        strong = strong or (joint == "and" and _tells(tokens, index))
        strong = strong and not _is_course(tokens, index, form.base)
        told = verb.tense == "past" or low_at(tokens, verb.first) in HAVE  # has met A and agreed
        if joint in ("and", ",") and strong and "d" in form.features and told:
            return Verb(index, index + 1, form.base, "past", "act")
        if joint in (",", "and", "by") and form.base in listed("purpose") and "g" in form.features:
            return Verb(index, index + 1, form.base, verb.tense, "act")
        goes_on = verb.base == "go" and low_at(tokens, verb.last) == "on" and strong
        purpose = goes_on or form.base in listed("purpose")  # went on to say
        if joint in ("to", "and") and purpose and "b" in form.features:
            return Verb(index, index + 1, form.base, verb.tense, "act")
    return None


def _tells(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a past form after “and” is a second verb: and approved its terms; not by."""
    return low_at(tokens, index + 1) not in ("by", "in", "at", "for")


def has_topic(tokens: Sequence[Token], verb: Verb) -> bool:
    """Return whether those who meet speak of something: discussed X; exchanged views on X."""
    if verb.tense == "future":
        return False
    if verb.base in ("talk", "speak", "go"):
        return low_at(tokens, verb.last) in (("over",) if verb.base == "go" else ("about", "of"))
    ahead = " ".join(token.low for token in tokens[verb.last : verb.last + LONGEST_EXCHANGE])
    if verb.base in ("have", "hold"):
        return bool(TOPICAL.search(ahead))
    if verb.base not in ("discuss", "exchange"):
        return False
    exchanged = [token.low for token in tokens[verb.last : verb.last + 4]]
    return verb.base == "discuss" or bool(EXCHANGED & set(exchanged))
