"""Words that name somebody: cut into one mention for each, and what they say of number."""

from __future__ import annotations

from collections.abc import Sequence

from ..spans import Span
from .cast import Naming, is_state
from .clauses import Clauses
from .gazetteer import country_in, states
from .tokens import Token

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def mention_parts(clauses: Clauses, span: Span) -> tuple[list[list[int]], int | None]:
    """Return the chunks of each mention in the span, and that at which an apposition starts."""
    parts: list[list[int]] = [[]]
    for index, chunk in enumerate(clauses.chunks):
        first, last = clauses.tokens[chunk.first].start, clauses.tokens[chunk.last - 1].end
        if last <= span.start or first >= span.end:
            continue
        joined = chunk.kind == "CC" and not (
            _of_several(clauses, parts[-1], index) or _in_a_name(clauses, parts[-1], index)
        )
        splits = joined or (chunk.kind == "," and _listed(clauses, index, span))
        if splits and parts[-1]:
            parts.append([])
        elif chunk.kind in (",", "REL", "PART", "Q") and parts[-1]:
            return parts, index
        elif not splits:
            parts[-1].append(index)
    return parts, None


def single_name(tokens: Sequence[Token]) -> Naming | None:
    """Return a surname that stands alone; None when it is none."""
    kept = [t for t in tokens if t.tag not in ("POS", "DT")]
    if len(kept) != 1 or not kept[0].text[:1].isupper() or kept[0].tag != "NNP":
        return None
    if (kept[0].low,) in states():
        return None
    return Naming((), (kept[0].text,), kept[0].start, kept[0].end)


def bare_count(tokens: Sequence[Token]) -> bool:
    """Return whether it only counts those named before: the two, both; not two people."""
    allowed = {"the", "all", "of", "men", "women", "them", *NUMBERS}
    definite = tokens[0].low in ("the", "all", "both")
    return definite and all(token.low in allowed for token in tokens)


def _listed(clauses: Clauses, comma: int, span: Span) -> bool:
    """Return whether a comma is of a list "A, B and C" rather than of an apposition."""
    for later in range(comma + 1, min(comma + 8, len(clauses.chunks))):
        if clauses.tokens[clauses.chunks[later].first].start >= span.end:
            return False
        if clauses.kind(later) == "CC":
            return True
        if clauses.kind(later) in ("REL", "VG"):
            return False
    return False


def _of_several(clauses: Clauses, part: Sequence[int], conjunction: int) -> bool:
    """Return whether the "and" joins what hangs on the first noun: the chiefs of A and B."""
    if len(part) < 3 or clauses.low(part[1]) != "of" or clauses.kind(conjunction + 1) != "NP":
        return False
    head = clauses.tokens[clauses.chunks[part[0]].last - 1]
    following = clauses.chunks[conjunction + 1]
    name = [t.text for t in clauses.tokens[following.first : following.last]]
    return head.low.endswith("s") and bool(country_in(name)[0])


def _in_a_name(clauses: Clauses, part: Sequence[int], index: int) -> bool:
    """Return whether the "and" stands within a state's name: Antigua and Barbuda."""
    if not part or index + 1 >= len(clauses.chunks):
        return False
    first, last = clauses.chunks[part[0]].first, clauses.chunks[index + 1].last
    return is_state(" ".join(token.low for token in clauses.tokens[first:last]))


def countries(text_words: Sequence[str]) -> list[str]:
    """Return the ISO codes of all states named, in order."""
    codes: list[str] = []
    rest = list(text_words)
    while rest:
        code, (_, end) = country_in(rest)
        if not code:
            break
        if code not in codes:
            codes.append(code)
        rest = rest[end:]
    return codes
