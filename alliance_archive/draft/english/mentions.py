"""Words that name people: split into a mention for each, and what they say of number."""

from __future__ import annotations

from collections.abc import Sequence

from ..extraction import Span
from .clauses import Clauses
from .cues import DASHES
from .gazetteer import country_in, past_fields, person_word, title_base
from .lexicon import members, words
from .naming import is_state
from .sentences import Token

NUMBERS = {"two": 2, "both": 2, "neither": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def mention_parts(clauses: Clauses, span: Span) -> tuple[list[list[int]], int | None]:
    """Return the chunks of each mention in the span, and that at which an apposition starts."""
    parts: list[list[int]] = [[]]
    for index, chunk in enumerate(clauses.chunks):
        first, last = clauses.tokens[chunk.first].start, clauses.tokens[chunk.last - 1].end
        if first >= span.end:
            break
        if last <= span.start or index in parts[-1]:
            continue
        listed = chunk.kind == "CC" or (chunk.kind == "," and _listed(clauses, index, span))
        within = listed and _of_several(clauses, parts[-1], index)
        splits = listed and not within
        dashed = chunk.kind in DASHES and _heads_row(clauses, index)
        marked = chunk.kind == "," or chunk.kind in DASHES
        dashed = dashed or (marked and _heads_names(clauses, parts, index))
        if dashed or (splits and chunk.kind == "," and _heads_row(clauses, index)):
            parts = [[]]  # the two ministers, A and B; the ministers — A and B —
            continue
        if splits and chunk.kind == "," and _names_apposed(clauses, parts[-1], index):
            parts[-1].append(index + 1)  # Palau's minister, A, and her colleague, B
        elif splits and parts[-1]:
            parts.append([])
        elif chunk.kind == "," and len(parts) > 1 and _names_apposed(clauses, parts[-1], index):
            parts[-1].append(index + 1)  # A and her counterpart, B
            return parts, None
        elif (marked or chunk.kind in ("REL", "PART", "Q")) and parts[-1] and not within:
            return parts, index
        elif not splits:
            parts[-1].append(index)
    return parts, None


def _names_apposed(clauses: Clauses, part: Sequence[int], comma: int) -> bool:
    """Return whether a name follows the comma after somebody described by an office."""
    # her counterpart; her counterpart from Poland
    chain = len(part) == 3 and clauses.kinds[part[1]] == "IN"
    if not (chain or len(part) == 1) or clauses.kinds[part[0]] != "NP":
        return False
    if not person_word(clauses.chunk_tokens(part[0])[-1].text):
        return False
    return clauses.naming(part[0]) is None and clauses.naming(comma + 1) is not None


def bare_count(tokens: Sequence[Token]) -> bool:
    """Return whether it only counts people named before: the two, both; not two people."""
    allowed = {"the", "all", "of", "men", "women", "them", *NUMBERS}
    definite = tokens[0].low in ("the", "all", "both", "neither")
    return definite and all(token.low in allowed for token in tokens)


def _listed(clauses: Clauses, comma: int, span: Span) -> bool:
    """Return whether a comma belongs to a list "A, B and C" rather than to an apposition."""
    joint = comma + 2
    while clauses.kinds[joint] == "IN" and clauses.kinds[joint + 1] == "NP":
        joint += 2  # NAME, head of the port and no relation of the minister
    apposed = clauses.full_name(comma - 1) and clauses.kinds[joint] == "CC"
    if apposed and clauses.naming(comma + 1) is None and _describes(clauses, joint + 1):
        return False  # NAME, the mayor and a cousin of the minister
    for later in range(comma + 1, min(comma + 8, len(clauses.chunks))):
        if clauses.tokens[clauses.chunks[later].first].start >= span.end:
            return False
        if clauses.kinds[later] == "CC":
            return not _is_second_office(clauses, later + 1)
        if clauses.kinds[later] in ("REL", "VG"):
            return False
    return False


def _describes(clauses: Clauses, index: int) -> bool:
    """Return whether a phrase only tells more of whoever is named: a cousin, her son, poet."""
    first = clauses.chunk_tokens(index)[0] if clauses.kinds[index] == "NP" else None
    shut = clauses.next_word(",", index, 4)
    closed = shut is not None and clauses.kinds[shut + 1] == "VG"
    plain = first is not None and (first.low in ("a", "an", "no") or first.tag == "NN")
    kin = plain or clauses.lows[index] in members("kinship")
    return closed and kin and clauses.naming(index) is None


def _is_second_office(clauses: Clauses, index: int) -> bool:
    """Return whether the same person holds what follows "and": A, its founder and first head."""
    if clauses.kinds[index] != "NP" or clauses.naming(index) is not None:
        return False
    tokens = clauses.chunk_tokens(index)
    alone = all(t.text.islower() and t.tag not in ("DT", "PRPS", "CD") for t in tokens)
    return alone and title_base(tokens[-1].low) == tokens[-1].low


def _of_several(clauses: Clauses, part: Sequence[int], index: int) -> bool:
    """Return whether a comma or "and" is within one mention: the chiefs of A, B and C."""
    if clauses.kinds[index] == "CC" and part == [index - 1] and _of_two_states(clauses, index):
        return True
    after = index + (2 if clauses.kinds[index + 1] == "CC" else 1)  # A, B, and C
    of = len(part) > 2 and clauses.lows[part[1]] in ("of", "from", "for")
    if not of or clauses.kinds[after] != "NP":
        return False
    head = clauses.tokens[clauses.chunks[part[0]].last - 1]
    field = [token.text for token in clauses.chunk_tokens(after)]
    headed = head.low in words("organizations") or title_base(head.text)
    if headed and past_fields(field) == len(field):
        return True  # the Chamber of Commerce and Industry; the minister of Trade, Ports and Roads
    name = [token.text for token in clauses.chunk_tokens(after) if token.low != "the"]
    return head.low.endswith("s") and is_state(" ".join(name))


def _of_two_states(clauses: Clauses, conjunction: int) -> bool:
    """Return whether "and" joins the states of an office: the Kenyan and Peruvian ministers."""
    if clauses.kinds[conjunction - 1] != "NP" or clauses.kinds[conjunction + 1] != "NP":
        return False
    first, second = (clauses.chunk_tokens(conjunction + step) for step in (-1, 1))
    adjective = [token.text for token in first if token.tag != "DT"]
    word = person_word(second[-1].text) if len(second) > 1 else None
    stated = country_in(adjective)[1] == (0, len(adjective))
    return bool(word and word[2]) and stated and bool(country_in([second[0].text])[0])


def _heads_row(clauses: Clauses, comma: int) -> bool:
    """Return whether a comma is between an office in the plural and the names of its holders."""
    before = clauses.chunk_tokens(comma - 1)[-1]
    word = person_word(before.text) if before.tag == "NNS" else None
    return bool(word and word[2]) and clauses.naming(comma + 1) is not None


def _heads_names(clauses: Clauses, parts: Sequence[Sequence[int]], mark: int) -> bool:
    """Return whether names follow an office of several: the ministers of A and B, NAME and NAME."""
    if not parts[0] or clauses.full_name(mark + 1) is None:
        return False
    head = clauses.chunk_tokens(parts[0][0])
    word = person_word(head[-1].text) if head[-1].tag == "NNS" else None
    return bool(word and word[2]) and clauses.lows[parts[0][0] + 1] in ("of", "from")


def countries(text_words: Sequence[str]) -> list[str]:
    """Return the ISO codes of all states named, in order."""
    codes: list[str] = []
    rest = list(text_words)
    while rest:
        code, (_, end) = country_in(rest)
        codes += [code] if code else []
        rest = rest[end:] if code else []
    return list(dict.fromkeys(codes))


def counted(tokens: Sequence[Token]) -> int | None:
    """Return the number of people that a phrase gives, of those named before: both, the two."""
    for token in tokens:
        if token.low in NUMBERS:
            return NUMBERS[token.low]
    return None
