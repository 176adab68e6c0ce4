"""Who does what in a sentence of formal prose: its clauses, each with subjects and a verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..lexicon import closed_class, verb_forms, verb_frames
from ..sentences import Token
from .names import reference_at
from .offices import office_at
from .references import Reference
from .subjects import is_several, subjects_at, verb_after
from .verbs import MODALS, TWO_WORDS, Verb, has_topic, past_adverbs, verb_at
from .vocabulary import DASHES, MONTH_NAMES, NAMED, head_of, is_capital, listed, low_at

JOINERS = frozenset({"and", "while", "but", "whereas", "also"})
WITH = frozenset({"together", "along", "jointly"})
OBJECTS = {"him": "he", "her": "she", "them": "they"}
LONGEST_INSERTION = 14  # tokens of a row
LONGEST_TERMS = 7  # tokens of “in the strongest terms”
GIVEN = frozenset(
    {"assurances", "assurance", "support", "consent", "explanation", "briefing", "presentation"}
)
LONGEST_FRONTED = 5  # tokens of “In this connection”
GATHERING = frozenset({"having", "meeting", "gathered", "assembled", "convened"})
_NONE = ((), "", 0, False)  # no office
OPENERS = frozenset({"the", "both", "they", "we", "he", "she", "i"})  # of subjects


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens [first, last) of a sentence in which the subjects do what the verb says."""

    first: int
    last: int
    subjects: tuple[Reference, ...]
    verb: Verb


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
    done = past_adverbs(tokens, index + 1)
    form, by = verb_forms().get(low_at(tokens, done)), past_adverbs(tokens, done + 1)
    if low_at(tokens, by) in ("in", "with"):  # in the strongest terms by
        near = range(by + 1, min(by + LONGEST_TERMS, len(tokens)))
        by = next((n for n in near if tokens[n].low == "by"), by)
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
    given = form.base == "give" and low_at(tokens, index - 1) in GIVEN
    stance = given or form.base in listed("stance")
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
    if low_at(tokens, 0) == "it" and low_at(tokens, 1) in ("is", "should", "must", "may"):
        noted = range(2, LONGEST_FRONTED + 1)  # It is to be noted that the Spokesman said
        return [n + 1 for n in noted if low_at(tokens, n) == "that"]
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
        titled = bool(head_of(tokens[index].text)) and tokens[index].text.istitle()
        named = (titled or tokens[index].tag == NAMED) and before.text.islower()
        if named and first_tag == "IN" and index <= LONGEST_FRONTED:
            starts.append(index)  # In this connection Jan Wolan said
        if parted or (fronted and opens):
            starts.append(index)  # During their meeting the two sides agreed
    return starts


def open_subjects(tokens: Sequence[Token]) -> list[Reference]:
    """Return the subjects with which a sentence breaks off: In this regard, the Ministers:"""
    for start in _starts(tokens):
        row, end = subjects_at(tokens, start)
        rest = {token.low for token in tokens[_past_gathering(tokens, end) :]} - listed("adverbs")
        itself = row and row[0].name == ("we",) and tokens[-1].low in (",", ";", ":")
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
    form = verb_forms().get(low_at(tokens, past_adverbs(tokens, 0)))
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
    before = tokens[start - 1] if start else tokens[0]
    timed = before.low in listed("adverbs") or closed_class().get(before.low) == "TIME"
    if start and before.tag == "word" and not timed and before.low != "that":
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


def _following(tokens: Sequence[Token], current: Clause) -> tuple[int, Clause] | None:
    """Return where a clause ends and the next, with subjects of its own, after ; or “, and”."""
    for index in range(current.verb.last, len(tokens)):
        low = tokens[index].low
        if low not in (";", ",", *JOINERS - {"also"}):
            continue
        joiner, position = _joiner(tokens, index)
        if low == "," and (relative := _relative(tokens, index) or _answer(tokens, index)):
            return index, relative
        if joiner == "," and {reference.kind for reference in current.subjects} != {"state"}:
            continue
        row, end = subjects_at(tokens, position)
        if low == "and" and (joint := _act_with_others(tokens, index, current)):
            return index, joint
        inside = joiner == "and" and is_capital(tokens, index - 1) and row and row[0].kind == "body"
        if not row or inside:  # the Victoria and Albert Museum
            continue
        verb = verb_at(tokens, end, is_several(row)) or verb_after(tokens, end, row)
        course = verb and verb.kind == "stay" and not joiner.startswith(";")
        if verb is None or (course and not has_topic(tokens, verb)):
            continue
        reports = any(token.low == "that" for token in tokens[current.verb.last : index])
        if joiner.startswith(";") or _joins(current, row, verb, joiner, reports=reports):
            return index, Clause(position, len(tokens), tuple(row), verb)
    return None


def _joiner(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Return “, and”, “while”, “;” at a token, and where the clause after it starts."""
    joiner, position = low_at(tokens, index), index + 1
    if joiner in (";", ",") and low_at(tokens, position) in JOINERS:
        joiner, position = f"{joiner} {low_at(tokens, position)}", position + 1
    inserted = (low_at(tokens, position), low_at(tokens, position + 1)) in TWO_WORDS
    return joiner, position + 2 * inserted  # , and in return she agreed


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
            if reference.kind in ("person", "title", "group", "sides"):
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
    which = next(near, comma + 1 if low_at(tokens, comma + 1) == "where" else 0)
    row, end = subjects_at(tokens, which + 1) if which else ([], 0)
    verb = verb_at(tokens, end, is_several(row)) if row else None
    whom = low_at(tokens, which) == "whom"  # A, with whom she evaluated the results
    says = verb and ({"c", "q"} & set(verb_frames(verb.base)) or verb.base in listed("stance"))
    ahead = {token.low for token in tokens[verb.last : verb.last + 3]} if verb else set()
    says = says or (verb is not None and verb.base == "give" and ahead & GIVEN)
    topic = verb is not None and has_topic(tokens, verb)  # talks, in which they discussed ports
    if verb is None or not (topic or (verb.kind == "act" and (whom or says))):
        return None
    if low_at(tokens, which) == "where" and low_at(tokens, verb.first) == "had":
        return None  # after the storm, where A had asked for help
    after = low_at(tokens, verb.last)
    if after in ("", ".", "with", "in", "at", "by"):
        return None  # to which she agreed; listened with interest
    return Clause(which + 1, len(tokens), tuple(row), verb)


def _joins(
    current: Clause, row: Sequence[Reference], verb: Verb, joiner: str, *, reports: bool
) -> bool:
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
    people = {"person", "title", "group"}.issuperset(reference.kind for reference in row)
    parted = says or (same and not reports and verb.kind == "act")  # A told of B, and C spoke …
    told = told or (parted and people and joiner == ", and" and verb.tense == "past")
    states = {reference.kind for reference in (*current.subjects, *row)} == {"state"}
    stance = says or verb.base in listed("stative")  # A will send two, and B is ready to send one
    future = "future" in (verb.tense, current.verb.tense)
    told = told or ((stance or future) and states and joiner in (", and", ", while"))
    bare = any(reference.kind == "state" and not reference.name for reference in row)
    return told and not (bare and joiner == "and")
