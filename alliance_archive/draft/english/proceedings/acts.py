"""Who does what in a sentence of formal prose: its clauses, each with subjects and a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....model.dates import MONTHS
from ..gazetteer import capitals
from ..lexicon import closed_class, members, table, verb_forms, verb_frames
from ..sentences import Token
from .names import OTHER, Reference, reference_at
from .offices import head_of, is_capital, listed, low_at, office_at, past_city

MONTH_NAMES = frozenset(map(str.casefold, MONTHS))
MODALS = frozenset({"will", "shall", "would"})
WITH = frozenset({"together", "along", "jointly"})
HAVE = frozenset({"have", "has", "had"})
SIGNS = frozenset({"sign", "initial"})
INSTRUMENTS = frozenset(  # what is agreed by signing it
    {"memorandum", "letter", "agreement", "arrangement", "protocol", "treaty", "convention", "mou"}
    | {"terms", "roadmap", "plan", "program", "programme", "accord", "contract", "charter"}
    | {"memoranda", "letters", "agreements", "arrangements", "protocols", "minutes"}
)
ACTS = {  # what makes an act of a verb of the course: paid tribute, spoke in favor
    "pay": {"tribute", "respects", "attention"},
    "speak": {"favour", "favor", "support", "against"},
    "take": {"note", "stock", "into", "up", "view", "opportunity", "occasion", "exception"}
    | {"pride", "board", "issue"},
    "lay": {"before", "emphasis", "stress", "out"},
    "acquaint": {"his", "her", "their", "him", "them", "minister", "president", "ambassador"},
}
OWN_PART = frozenset({"part", "side", "turn", "behalf"})  # for its part, on her side
CLAUSE_ENDS = frozenset({"", ",", ";", "and", "while", "but", "whereas"})  # before subjects
TWO_WORDS = {("in", "turn"), ("in", "particular"), ("in", "addition")}
TWO_WORDS |= {("once", "again"), ("once", "more")}
OBJECTS = {"him": "he", "her": "she", "them": "they"}
TIMES = frozenset({"morning", "afternoon", "evening", "week"})
DASHES = frozenset({"–", "—", "-", "--"})
CONDUCTS = frozenset({"conduct", "carry", "undertake"})  # a visit, talks
LONGEST_INSERTION = 14  # tokens of a row
LONGEST_PHRASE = 24  # tokens between two commas after a subject
LONGEST_SELF = 150  # tokens of “We, the Foreign Ministers of …,”
ALLIED = frozenset({"by", "with", "behind", "together", "against"})  # after “stand”
GATHERING = frozenset({"having", "meeting", "gathered", "assembled", "convened"})
RELATIVES = frozenset({"that", "which", "whom", "where", "when", "between"})
_NONE = ((), "", 0, False)  # no office
OPENERS = frozenset({"the", "both", "they", "we", "he", "she", "i"})  # of subjects
STATES_OR_PLURAL = frozenset({"group", "sides", "states", "counted"})


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


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens [first, last) of a sentence in which the subjects do what the verb says."""

    first: int
    last: int
    subjects: tuple[Reference, ...]
    verb: Verb


def subjects_at(tokens: Sequence[Token], index: int) -> tuple[list[Reference], int]:
    """Return those named in a row from a token on (“A, B and C”), and where the row ends."""
    row: list[Reference] = []
    position = index
    if low_at(tokens, index) == "we" and low_at(tokens, index + 1) == ",":
        some = reference_at(tokens, index + 2)
        if some is not None and some.office == (OTHER,):  # We, his two colleagues, welcome this
            return [some], some.last + 1
        return [Reference("pronoun", index, index + 1, ("we",))], index + 1
    while reference := reference_at(tokens, position) or _capital_at(tokens, position):
        if row and low_at(tokens, position - 1) == "," and _inserted(tokens, reference):
            return row, row[-1].last  # Norvania, he added, would go on
        if row and _apposed(tokens, row, reference):
            return row, row[-1].last
        row.append(reference)
        end = _past_office(tokens, reference)
        ahead = end + (low_at(tokens, end) == ",")
        ahead += low_at(tokens, ahead) in ("and", "&", "or")
        if ahead == end:
            return row, end
        position = ahead
    return row, row[-1].last if row else index


def _inserted(tokens: Sequence[Token], reference: Reference) -> bool:
    """Return whether somebody tells between commas what others did: A, B said, had agreed."""
    if reference.kind == "pronoun":
        return True
    verb = verb_at(tokens, reference.last, plural=False)
    says = verb is not None and "r" in verb_frames(verb.base)
    return says and low_at(tokens, verb.last if verb else 0) == ","


def _apposed(tokens: Sequence[Token], row: Sequence[Reference], reference: Reference) -> bool:
    """Return whether a title is of the one before: General A, the Commander, held; his aide's."""
    parted = low_at(tokens, reference.first - 1) == ","
    after, ahead = low_at(tokens, reference.last), tokens[reference.last : reference.last + 6]
    of_field = after == "for" and any(token.low == "," for token in ahead)
    parted = parted and (of_field or after in (",", "'s", "’s"))
    kind = "title" if len(row) == 1 else "group"  # A and B, the heads of the committee, said
    return {r.kind for r in row} == {"person"} and reference.kind == kind and parted


def _capital_at(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return the state for which its capital stands: Port Avel would prefer two rates."""
    end = past_city(tokens, index)
    end = index + 1 if end == index else end
    name = " ".join(token.low for token in tokens[index:end])
    code = capitals().get(name, "") if low_at(tokens, index - 1) in CLAUSE_ENDS else ""
    verb = code and low_at(tokens, end) != ","
    return Reference("state", index, end, country=code) if verb else None


def _past_office(tokens: Sequence[Token], reference: Reference) -> int:
    """Return the end of a name in a row, after its office: General Wolan, Chief of Defense, and."""
    end = reference.last
    if reference.kind != "person" or low_at(tokens, end) != ",":
        return end
    office, _, past, several = office_at(tokens, end + 1 + (low_at(tokens, end + 1) == "the"))
    between = office and not several and low_at(tokens, past) == ","
    return past if between and low_at(tokens, past + 1) == "and" else end


def _insertions(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Yield where the verb may be: at once, or after brackets, adverbs and a phrase in commas."""
    yield index
    if low_at(tokens, index) == "(":
        shut = next((i + 1 for i in range(index, index + 20) if low_at(tokens, i) == ")"), 0)
        yield from _insertions(tokens, shut) if shut else ()
    elif low_at(tokens, index) in listed("insertions"):
        for position in range(index + 1, min(index + 8, len(tokens))):
            if low_at(tokens, position) in (",", ".", ";", "that"):
                yield from _in_commas(tokens, position)
                break
            yield position
    else:
        yield from _in_commas(tokens, index)


def _in_commas(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Yield where the verb may be after a phrase between commas that starts at a token."""
    if low_at(tokens, index) == ",":
        longest = LONGEST_SELF if low_at(tokens, index - 1) == "we" else LONGEST_PHRASE
        for position in range(index + 1, min(index + longest, len(tokens))):
            if tokens[position].low in (";", ".", ":"):
                return
            if tokens[position].low == ",":
                yield position + 1


def verb_at(tokens: Sequence[Token], index: int, plural: bool) -> Verb | None:
    """Return the finite verb group that starts at a token, adverbs before it stepped over."""
    position = _past_adverbs(tokens, index)
    low = low_at(tokens, position)
    if low in MODALS:
        return _modal(tokens, position)
    if low in HAVE:
        since = low_at(tokens, position + 1) == "since"  # has since agreed
        after = _past_adverbs(tokens, position + 1 + since)
        form = verb_forms().get(low_at(tokens, after))
        if form and "n" in form.features:
            if form.base == "be":
                return _stative(tokens, position, after + 1, "present")
            return _named(tokens, position, after, form.base, "present")
        return Verb(position, position + 1, "have", "past", "stay") if low == "had" else None
    if low in ("do", "does", "did"):  # did not ask; did ask
        main = position + 1 + (low_at(tokens, position + 1) == "not")
        form = verb_forms().get(low_at(tokens, main))
        bare = form is not None and "b" in form.features
        return _named(tokens, position, main, form.base, "present") if form and bare else None
    if low in listed("be") and not (plural and low in ("is", "was")):
        tense = "past" if low in ("was", "were", "remained", "stood") else "present"
        return _stative(tokens, position, position + 1, tense)
    return _simple(tokens, position, plural)


def _past_adverbs(tokens: Sequence[Token], index: int) -> int:
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
    main = _past_adverbs(tokens, index + 1)
    form = verb_forms().get(low_at(tokens, main))
    plain = main < len(tokens) and tokens[main].tag == "word" and tokens[main].text.islower()
    base = form.base if form else low_at(tokens, main) if plain else ""  # will station a ship
    return _named(tokens, index, main, base, "future") if base not in ("", "be") else None


def _stative(tokens: Sequence[Token], first: int, index: int, tense: str) -> Verb | None:
    """Return the verb of “are committed to”, “remain concerned”, “was informed that”."""
    position = _past_adverbs(tokens, index)
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
    if low in listed("told"):
        ahead = low_at(tokens, position + 1) in ("that", "of")
        return Verb(first, position + 1, verb_forms()[low].base, tense, "told") if ahead else None
    if low in listed("stative") or low in table("cue_adjectives"):
        return Verb(first, position + 1, low, tense, "act")
    if low.endswith("ing") and low in verb_forms():
        return _named(tokens, first, position, verb_forms()[low].base, tense)
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
    if base in CONDUCTS and following[0] != "to":
        ahead = {token.low for token in tokens[main + 1 : main + LONGEST_INSERTION // 2]}
        return bool(ahead & (members("encounters") | {"visit", "teleconference"}))
    if base in ACTS:
        return not ACTS[base] & set(following[:3])
    if base in SIGNS:
        near = {token.low for token in tokens[main + 1 : main + LONGEST_INSERTION // 2]}
        return following[0] == "this" or not near & INSTRUMENTS
    if base == "make":
        return not {"clear", "available", "public", "known", "presentation", "secret"} & {
            token.low for token in tokens[main + 1 : main + 9]
        }
    if base == "welcome":
        return _welcomes_somebody(tokens, main + 1)
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
    return low_at(tokens, reference.last) not in ("'s", "’s", "'", "’")


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
        if joint in ("and", ",") and strong and "d" in form.features and verb.tense == "past":
            return Verb(index, index + 1, form.base, "past", "act")
        if joint in (",", "and", "by") and form.base in listed("purpose") and "g" in form.features:
            return Verb(index, index + 1, form.base, verb.tense, "act")
        goes_on = verb.base == "go" and low_at(tokens, verb.last) == "on" and strong
        purpose = goes_on or form.base in listed("purpose")  # went on to say
        if joint in ("to", "and") and purpose and "b" in form.features:
            to = joint == "to" or "to" in [t.low for t in tokens[verb.last : before]]
            if goes_on or (verb.base in listed("logistics") and to):
                return Verb(index, index + 1, form.base, verb.tense, "act")
    return None


def _tells(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a past form after “and” is a second verb: and approved its terms; not by."""
    return low_at(tokens, index + 1) not in ("by", "in", "at", "for")


def is_several(row: Sequence[Reference]) -> bool:
    """Return whether the subjects are several: their verbs have no -s."""
    first = row[0]
    return len(row) > 1 or first.kind in STATES_OR_PLURAL or first.name in (("they",), ("we",))


def clauses_of(tokens: Sequence[Token]) -> list[Clause]:
    """Return the clauses of a sentence whose subjects are people, groups or states, in order."""
    passives = filter(None, (_passive(tokens, n) for n in range(1, len(tokens))))
    main = _passive(tokens, 1) if low_at(tokens, 0) in ("it", "this") else None
    main = main or _clause_from(tokens, _starts(tokens)) or next(passives, None)
    if main is None:
        commas = (n for n, token in enumerate(tokens) if token.low == ",")
        others = (_relative(tokens, comma) or _answer(tokens, comma) for comma in commas)
        relative = next(filter(None, others), None)
        return [relative] if relative else []
    clauses = [main]
    if low_at(tokens, 0) in ("while", "whereas") and main.first > 1:
        beside = _clause_from(tokens[: main.first], [1])
        clauses = [beside, main] if beside else clauses
    while True:
        current = clauses[-1]
        follower = _following(tokens, current)
        if follower is None:
            break
        edge, clause = follower
        clauses[-1] = Clause(current.first, edge, current.subjects, current.verb)
        clauses.append(clause)
    return clauses


def _passive(tokens: Sequence[Token], index: int) -> Clause | None:
    """Return what is done by those named after it: This was noted by the Minister with concern."""
    if low_at(tokens, index) not in ("is", "are", "was", "were"):
        return None
    done = _past_adverbs(tokens, index + 1)
    form, by = verb_forms().get(low_at(tokens, done)), _past_adverbs(tokens, done + 1)
    if form is None or "n" not in form.features or low_at(tokens, by) not in ("by", "between"):
        return None
    row, end = subjects_at(tokens, by + 1)
    if not row and (word := OBJECTS.get(low_at(tokens, by + 1))):
        row, end = [Reference("pronoun", by + 1, by + 2, (word,))], by + 2
    if low_at(tokens, done) in listed("told") and low_at(tokens, end) not in (
        "on",
        "that",
        "about",
    ):
        return None  # were briefed by the Admiral, who outlined the costs
    verb = Verb(index, done + 1, form.base, "past", "act")
    stance = form.base in listed("stance")
    return Clause(0, len(tokens), tuple(row), verb) if row and stance else None


def follows_act(clauses: Sequence[Clause]) -> bool:
    """Return whether the first subjects are after what they do: it was agreed by both sides."""
    return bool(clauses) and clauses[0].subjects[0].first > clauses[0].verb.first


def _starts(tokens: Sequence[Token]) -> list[int]:
    """Return where the subjects of the main clause may begin: not after a preposition or “and”."""
    first = 0
    while first < len(tokens) and (
        low_at(tokens, first) in listed("adverbs") or low_at(tokens, first) in ("and", ",", "but")
    ):
        first += 1
    starts = [0, first] if first else [0]
    first_tag = closed_class().get(low_at(tokens, 0))
    for index in range(1, len(tokens)):
        before = tokens[index - 1]
        parted = before.low in {",", ";", ":", ")", *DASHES}
        parted = parted or (before.low == "and" and low_at(tokens, index - 2) == ",")
        tag = closed_class().get(before.low, "RB")
        dated = before.low in MONTH_NAMES or tag == "TIME" or before.tag == "number"
        fronted = dated or (before.text[:1].islower() and tag in ("RB", "CD"))
        led = closed_class().get(low_at(tokens, index - 2)) in ("IN", "TO")
        fronted = fronted or (before.low in ("which", "this") and led)  # during which; to this
        fronted = fronted or (before.text[:1].isupper() and first_tag == "IN")  # In Oslo she met
        opens = tokens[index].low in OPENERS or (dated and bool(head_of(tokens[index].text)))
        if parted or (fronted and opens):
            starts.append(index)  # During their meeting the two sides agreed
    return starts


def open_subjects(tokens: Sequence[Token]) -> list[Reference]:
    """Return the subjects with which a sentence breaks off: In this regard, the Ministers:"""
    for start in _starts(tokens):
        row, end = subjects_at(tokens, start)
        rest = {token.low for token in tokens[_past_gathering(tokens, end) :]} - listed("adverbs")
        itself = row and row[0].name == ("we",) and tokens[-1].low in (",", ":")
        if row and (itself or rest <= {":", ",", "have", "has", *MODALS, *DASHES}):
            return row
    return []


def _past_gathering(tokens: Sequence[Token], index: int) -> int:
    """Step over “(hereinafter “the Heads”), having met in Oslo,” before the colon that ends it."""
    if low_at(tokens, index) == "(":
        index = next((n + 1 for n in range(index, len(tokens)) if tokens[n].low == ")"), index)
    gathers = low_at(tokens, index) == "," and low_at(tokens, index + 1) in GATHERING
    return len(tokens) - 1 if gathers and tokens[-1].low in (",", ":") else index


def begins_with_act(tokens: Sequence[Token]) -> bool:
    """Return whether a passage goes on with its lead-in's verb: Celebrated the bicentenary."""
    form = verb_forms().get(low_at(tokens, _past_adverbs(tokens, 0)))
    return form is not None and form.base not in listed("stay") and form.features[:1] in "db"


def is_loud(tokens: Sequence[Token]) -> bool:
    """Return whether a passage begins in capitals, as those of a declaration do: RECALLING …;"""
    return len(tokens[0].text) > len("WE,") and tokens[0].text.isupper()


def _clause_from(tokens: Sequence[Token], starts: Sequence[int]) -> Clause | None:
    for start in starts:
        row, end = subjects_at(tokens, start)
        verb = verb_after(tokens, end, row) if row and _whole(tokens, start, row) else None
        if verb is not None:
            return Clause(start, len(tokens), tuple(row), verb)
    return None


def _whole(tokens: Sequence[Token], start: int, row: Sequence[Reference]) -> bool:
    """Return whether a row after a comma is all of a list, and not the rest of one."""
    if start and tokens[start - 1].tag == "word" and tokens[start - 1].low not in listed("adverbs"):
        # After a fronted phrase without a comma no comma is before the verb.
        return all(token.low != "," for token in tokens[start : row[-1].last + 1])
    if len(row) == 2 and row[1].kind in ("person", "title"):
        between = tokens[row[0].last : row[1].first]
        if [token.low for token in between] == [","]:
            return False  # In talks with the Minister, A, the Secretary said
    if start == 0 or len(row) == 1 or tokens[start - 1].low in {":", *DASHES}:
        return True
    low = low_at(tokens, 0)
    fronted = closed_class().get(low) in ("IN", "CS", "RB", "TO", "TIME", "WRB")
    return fronted or low.endswith(("ing", "ed", "ly")) or low in verb_forms()


def verb_after(tokens: Sequence[Token], end: int, row: Sequence[Reference]) -> Verb | None:
    """Return the verb of subjects that end at a token, at once or after an insertion."""
    listed_ = len(row) > 2 or bool(row[-1].parts)  # the Ministers of Trade, A and B, agreed
    positions = [end + 1] if listed_ and low_at(tokens, end) == "," else []
    for position in (*positions, *_insertions(tokens, end)):
        verb = verb_at(tokens, position, is_several(row))
        counted = row[0].kind == "counted" and low_at(tokens, position)[-1:] == "s"
        if verb is not None and not counted:  # the two plants
            return verb
    return None


def _following(tokens: Sequence[Token], current: Clause) -> tuple[int, Clause] | None:
    """Return where a clause ends and the next, with subjects of its own, after ; or “, and”."""
    for index in range(current.verb.last, len(tokens)):
        low = tokens[index].low
        if low not in (";", ",", "and", "while", "but", "whereas"):
            continue
        position = index + 1
        joiner = low
        while low_at(tokens, position) in ("and", "while", "but", "whereas", "also") and joiner in (
            ";",
            ",",
        ):
            joiner = joiner + " " + low_at(tokens, position)
            position += 1
        if low == "," and (relative := _relative(tokens, index) or _answer(tokens, index)):
            return index, relative
        if joiner == "," and {reference.kind for reference in current.subjects} != {"state"}:
            continue
        row, end = subjects_at(tokens, position)
        if low == "and" and (joint := _act_with_others(tokens, index, current)):
            return index, joint
        if not row:
            continue
        verb = verb_at(tokens, end, is_several(row)) or verb_after(tokens, end, row)
        if verb is None or (verb.kind == "stay" and not joiner.startswith(";")):
            continue
        if joiner.startswith(";") or _joins(current, row, verb, joiner):
            return index, Clause(position, len(tokens), tuple(row), verb)
    return None


def _act_with_others(tokens: Sequence[Token], joint: int, current: Clause) -> Clause | None:
    """Return the act of the same subject with others: …, and, together with X, called for."""
    start = joint + 1 + (low_at(tokens, joint + 1) == ",")
    if low_at(tokens, start) not in WITH or low_at(tokens, start + 1) != "with":
        return None
    row, end = subjects_at(tokens, start + 2)
    verb = verb_at(tokens, end + (low_at(tokens, end) == ","), is_several(current.subjects))
    if not row or verb is None or verb.kind == "stay":
        return None
    return Clause(start, len(tokens), (*current.subjects, *row), verb)


def _relative(tokens: Sequence[Token], comma: int) -> Clause | None:
    """Return what somebody named before a comma says: a view shared by Minister A, who added …"""
    verb = verb_at(tokens, comma + 2, False) if low_at(tokens, comma + 1) == "who" else None
    says = verb and ("c" in verb_frames(verb.base) or verb.base in listed("stance"))
    if verb is None or verb.kind != "act" or not says:
        return None
    for start in range(max(0, comma - LONGEST_INSERTION), comma):
        reference = reference_at(tokens, start)
        if reference is not None and _past_apposition(tokens, reference.last) == comma:
            if reference.kind in ("person", "title"):
                row = _row_to(tokens, start, comma)
                return Clause(comma + 1, len(tokens), row or (reference,), verb)
            return None
    return None


def _past_apposition(tokens: Sequence[Token], end: int) -> int:
    """Return the end of the office in commas after a name: A, Head of the Bureau, who added."""
    office, _, past, several = office_at(tokens, end + 1) if low_at(tokens, end) == "," else _NONE
    return past if office and not several and low_at(tokens, past) == "," else end


def _row_to(tokens: Sequence[Token], index: int, comma: int) -> tuple[Reference, ...]:
    """Return all of a row that ends at a comma, with what is before “and”: A and B, who agreed."""
    if low_at(tokens, index - 1) != "and":
        return ()
    for start in range(max(0, index - LONGEST_INSERTION), index):
        row, end = subjects_at(tokens, start)
        if len(row) > 1 and end == comma:
            return tuple(row)
    return ()


def _answer(tokens: Sequence[Token], comma: int) -> Clause | None:
    """Return what somebody says of the clause before: …, to which she replied that she would."""
    near = (n for n in range(comma + 1, comma + 5) if low_at(tokens, n) in ("which", "whom"))
    which = next(near, 0)
    row, end = subjects_at(tokens, which + 1) if which else ([], 0)
    verb = verb_at(tokens, end, is_several(row)) if row else None
    whom = low_at(tokens, which) == "whom"  # A, with whom she evaluated the results
    says = verb and ({"c", "q"} & set(verb_frames(verb.base)) or verb.base in listed("stance"))
    if verb is None or verb.kind != "act" or not (whom or says):
        return None
    after = low_at(tokens, verb.last)
    if after in ("", ".", "with", "in", "at", "by"):
        return None  # to which she agreed; listened with interest
    return Clause(which + 1, len(tokens), tuple(row), verb)


def _joins(current: Clause, row: Sequence[Reference], verb: Verb, joiner: str) -> bool:
    """Return whether a clause after “and” goes with the first, and is not what it reports."""
    same = verb.tense == current.verb.tense
    if joiner == "," and not (same and {reference.kind for reference in row} == {"state"}):
        return False
    says = verb.base in listed("stance") or "c" in verb_frames(verb.base)
    told = says and (
        same or verb.kind == "told" or (joiner == ", and" and row[0].name in (("we",), ("i",)))
    )
    contrasts = joiner.endswith(("whereas", "while")) or verb.tense == "future"
    told = told or (same and contrasts and verb.kind == "act")
    states = {reference.kind for reference in (*current.subjects, *row)} == {"state"}
    stance = says or verb.base in listed("stative")  # A will send two, and B is ready to send one
    told = told or ((stance or verb.tense == "future") and states and joiner == ", and")
    bare = any(reference.kind == "state" and not reference.name for reference in row)
    return told and not (bare and joiner == "and")
