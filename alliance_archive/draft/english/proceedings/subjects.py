"""The subjects of a verb in formal prose: a row of those named, and where the verb may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..gazetteer import capitals
from ..lexicon import closed_class, verb_frames
from ..sentences import Token
from .names import reference_at
from .offices import office_at
from .polities import past_city
from .references import OTHER, Reference
from .verbs import Verb, verb_at
from .vocabulary import listed, low_at

CLAUSE_ENDS = frozenset({"", ",", ";", "and", "while", "but", "whereas"})  # before subjects
LONGEST_PHRASE = 24  # tokens between two commas after a subject
LONGEST_LOOSE = 10  # tokens of “, in a telephone conversation on Friday”
LONGEST_SELF = 150  # tokens of “We, the Foreign Ministers of …,”
STATES_OR_PLURAL = frozenset({"group", "sides", "states", "counted"})


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
    kinds = ("title",) if len(row) == 1 else ("title", "group")  # A and B, the heads of it, said
    return {r.kind for r in row} == {"person"} and reference.kind in kinds and parted


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
        closed = list(_in_commas(tokens, index))
        yield from closed
        for after in (index + 1, *closed):
            yield from _after_comma(tokens, after - 1)


def _after_comma(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Yield where the verb may be after a phrase that no comma closes: A and B, by phone, … ."""
    if low_at(tokens, index) == "," and low_at(tokens, index + 1) in listed("insertions"):
        for position in range(index + 3, min(index + LONGEST_LOOSE, len(tokens))):
            if not tokens[position].text[0].isalnum():
                return
            if closed_class().get(low_at(tokens, position - 1)) not in ("DT", "PRP$"):
                yield position


def _in_commas(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Yield where the verb may be after a phrase between commas that starts at a token."""
    if low_at(tokens, index) == ",":
        longest = LONGEST_SELF if low_at(tokens, index - 1) == "we" else LONGEST_PHRASE
        for position in range(index + 1, min(index + longest, len(tokens))):
            if tokens[position].low in (";", ".", ":"):
                return
            if tokens[position].low == ",":
                yield position + 1


def is_several(row: Sequence[Reference]) -> bool:
    """Return whether the subjects are several: their verbs have no -s."""
    first = row[0]
    return len(row) > 1 or first.kind in STATES_OR_PLURAL or first.name in (("they",), ("we",))


def _is_apposed(tokens: Sequence[Token], row: Sequence[Reference]) -> bool:
    """Return whether a name is of what the sentence begins with: One of them, Norvania, stated."""
    commas = (n for n, token in enumerate(tokens) if token.low == ",")
    after_first = len(row) == 1 and next(commas, -1) == row[0].first - 1
    return after_first and (row[0].kind in ("state", "body") or low_at(tokens, 0) in ("the", "our"))


def verb_after(tokens: Sequence[Token], end: int, row: Sequence[Reference]) -> Verb | None:
    """Return the verb of subjects that end at a token, at once or after an insertion."""
    listed_ = len(row) > 2 or bool(row[-1].parts)  # the Ministers of Trade, A and B, agreed
    closes = low_at(tokens, end) == "," and (listed_ or _is_apposed(tokens, row))
    positions = [end + 1] if closes else []
    for position in (*positions, *_insertions(tokens, end)):
        verb = verb_at(tokens, position, is_several(row))
        counted = row[0].kind == "counted" and low_at(tokens, position)[-1:] == "s"
        if verb is not None and not counted:  # the two plants
            return verb
    return None
