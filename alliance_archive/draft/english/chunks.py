"""Sentences to chunks: noun phrases, verb groups, infinitives, times, parentheses, single words.

Kinds: NP; VG a finite verb group; INF "to" and a verb; GER an -ing form; PART a participle alone;
REL a relative pronoun; ADJ a predicative adjective; TIME a time expression; PAREN; otherwise the
tag of the single token.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .gazetteer import LINKS, past_fields, past_owner, person_word, states, title_base
from .lexicon import members, verb_forms, verb_frames, words
from .sentences import Token
from .tagging import AUXILIARIES, NOMINALS, QUALIFIED, VERBS, next_tag

MORE = frozenset({"CD", "JJ", "NN", "NNS", "NNP", "POS", "&", "$", "%", "MONTH"})
INNER = frozenset({"VBG", "VBN", "RB", "VBD", "Q"})
CONTINUING = INNER | {"DT", "PRPS", "CC"}
BEFORE_INNER = frozenset({"DT", "PRPS", "JJ", "POS", "CD", "RB"})
SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
NP_START = frozenset({"DT", "PRPS", "CD", "JJ", "NN", "NNS", "NNP", "TIME", "MONTH"})
SEGMENT_STARTS = frozenset({",", ";", "CS", "REL", "WRB", "Q", ":", "-", "–", "—"})
AFTER_PARTICIPLE = frozenset({"RB", "IN", "CS", "REL", "WRB", "TIME", "TO", "INF"})
VERBAL = VERBS | AUXILIARIES
BREAKING = frozenset({"NNP", "JJ", "CD"})  # may start a new phrase after a noun
# Tags of tokens that are always chunks of their own, with the kinds of these.
ALONE = {tag: tag for tag in (",", ".", ";", ":", "CC", "CS", "WRB", "POS")}
ALONE |= {"PRP": "NP", "OBJ": "NP", "WP": "REL"}
LONGEST_PAREN = 40  # tokens


def noun_phrase(tokens: Sequence[Token], index: int) -> tuple[str, int, int]:
    """Return kind (NP, TIME or ADJ), end and head of the noun phrase that starts at `index`."""
    end, head = index + 1, index
    if tokens[index].tag == "TIME" and (time := _time_of_speech(tokens, index)):
        return "TIME", time, index
    while end < len(tokens):
        kind = tokens[end].tag
        if kind in MORE:
            if kind in BREAKING and _breaks(tokens, end, index):
                break
            if kind in NOMINALS or kind == "CD":
                head = end
        elif kind == "TIME" and _time_within(tokens, end):
            head = end
        elif kind not in CONTINUING or not _goes_on(tokens, end, index):
            break
        end += 1
    if tokens[end - 1].tag == "JJ" and tokens[head].tag not in NOMINALS:
        head = end - 1
    return _kind(tokens, index, end), end, head


def _time_of_speech(tokens: Sequence[Token], index: int) -> int:
    """Return where the time ends in “said Wednesday night ships had left”; 0 without one."""
    if not index or "r" not in verb_frames(tokens[index - 1].base):
        return 0
    end = index + 1
    while end < len(tokens) and tokens[end].low in members("times"):
        end += 1
    return end if next_tag(tokens, end - 1) != "POS" else 0


def _breaks(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Return whether a name, a number or an adjective starts a new phrase: candidates Hale."""
    kind, previous = tokens[index].tag, tokens[index - 1]
    if kind == "NNP" or (kind == "JJ" and tokens[index].text[0].isupper()):
        if previous.tag == "TIME" and _name_and_verb(tokens, index):
            return True  # said on Friday NAME had left
        if previous.text[0].isupper():
            return False
        relative = tokens[first].low in ("a", "an") and _name_and_verb(tokens, index)
        apart = members("times", "encounters")  # at the meeting NAME proposed…
        row = previous.tag == "NNS" and (
            not title_base(previous.low) or _name_and_verb(tokens, index)
        )
        return row or previous.low in apart or relative
    if previous.tag not in ("NN", "NNS"):
        return False
    if kind == "JJ":
        return next_tag(tokens, index) not in QUALIFIED
    return kind == "CD" and tokens[index].low.isalpha()


def _name_and_verb(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a name and its verb are here, of no office: a charge NAME dismissed."""
    office = person_word(tokens[index - 1].text)
    while index < len(tokens) and tokens[index].tag == "NNP":
        index += 1
    return not office and index < len(tokens) and tokens[index].tag in VERBAL


def _time_within(tokens: Sequence[Token], index: int) -> bool:
    previous = tokens[index - 1]
    modified = previous.tag == "DT" or previous.low in members("time-modifiers")
    return modified or next_tag(tokens, index) == "POS"


def _goes_on(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Return whether a determiner, -ing or -ed form, adverb or quotation comes before the noun."""
    kind, previous = tokens[index].tag, tokens[index - 1].tag
    if kind in ("DT", "PRPS"):
        return previous in ("DT", "POS") and index == first + 1
    following = next_tag(tokens, index)
    if kind == "CC":
        return previous == "JJ" and following == "JJ" and index + 2 < len(tokens)
    if kind == "Q" and previous == following == "NNP":
        return len(tokens[index].text.split()) == 1  # William “Skip” Carrow
    if previous not in BEFORE_INNER or tokens[index].low == "said":
        return False
    if kind == "Q":
        return not ends_as_speech(tokens[index].text)
    return following in QUALIFIED


def _kind(tokens: Sequence[Token], index: int, end: int) -> str:
    last = tokens[end - 1]
    if last.tag in NOMINALS and last.low not in members("times", "time-modifiers"):
        return "NP"
    inside = tokens[index:end]
    if inside[0].tag == "JJ" and all(token.tag == "JJ" for token in inside):
        counts = last.low in members("counting")
        return "NP" if counts and _verb_or_of(tokens, end) else "ADJ"
    return "TIME" if _only_time(inside) else "NP"


def _only_time(inside: Sequence[Token]) -> bool:
    """Return whether it is only a time: last week, Oct. 3, two years ago."""
    times, modifiers = members("times"), members("time-modifiers")
    timed = False
    for t in inside:
        if t.tag == "MONTH" or (t.low in times and t.tag != "NNP"):
            timed = True
        elif t.tag != "CD" and t.low not in times and t.low not in modifiers:
            return False
    return timed


def _verb_or_of(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a verb or "of" follows: several said; many of the others."""
    return index < len(tokens) and (tokens[index].tag in VERBAL or tokens[index].low == "of")


def ends_as_speech(quoted: str) -> bool:
    """Return whether the quoted words end with the punctuation of speech."""
    return quoted.rstrip("\"“”'’` ")[-1:] in (",", ".", "?", "!", "—", "-", "…")


@dataclass(slots=True)
class Chunk:
    """tokens[first:last]; head is the index of its chief token."""

    kind: str
    first: int
    last: int
    head: int
    passive: bool = False


def chunk(tokens: Sequence[Token]) -> list[Chunk]:
    """Cut the tokens of one sentence into chunks, left to right, none overlapping."""
    chunks: list[Chunk] = []
    index, total = 0, len(tokens)
    while index < total:
        piece = _chunk_at(tokens, index)
        chunks.append(piece)
        index = piece.last
    _reduce_insertions(tokens, chunks)
    _reduce_relatives(tokens, chunks)
    return _join_offices(tokens, chunks)


def _join_offices(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> list[Chunk]:
    """Make one noun phrase of an office and its name, and of an office with two fields."""
    for index, (piece, joiner) in enumerate(pairwise(chunks)):
        if piece.kind != "NP" or joiner.kind not in ("IN", "CC", "PAREN"):
            continue
        end = _office_end(tokens, chunks, index)
        if joiner.kind == "PAREN" and _names_rank(tokens, chunks, index):
            end = index + 2
            for token in tokens[joiner.first : joiner.last]:
                token.tag = "PAREN"
        if end == index and joiner.kind == "CC" and index + 2 < len(chunks):
            one = _is_state(tokens, chunks, index) or _has_two_fields(tokens, chunks, index)
            end = index + 2 if one else index
        if end > index:
            whole = Chunk("NP", piece.first, chunks[end].last, chunks[end].head)
            return [*chunks[:index], whole, *_join_offices(tokens, chunks[end + 1 :])]
    return list(chunks)


def _office_end(tokens: Sequence[Token], chunks: Sequence[Chunk], index: int) -> int:
    """Return the chunk of the name after an office's fields; `index` where none follows.

    Minister of Economy, Trade and Industry NAME; Assistant Secretary for African Affairs NAME.
    """
    office, at = tokens[chunks[index].last - 1], index + 1
    ahead = chunks[at] if at + 1 < len(chunks) else None
    if ahead is None or ahead.kind != "IN" or tokens[ahead.first].low not in ("of", "for", "to"):
        return index
    if not title_base(office.text) and office.low not in words("organizations"):
        return index
    if chunks[at + 1].kind == "NP" and past_owner(_texts(tokens, chunks[at + 1])):
        return at + 1
    if not office.text[0].isupper() or tokens[ahead.first].low == "to":
        return index
    while at + 1 < len(chunks) and chunks[at + 1].kind in ("NP", "ADJ"):
        link, named = chunks[at], chunks[at + 1]
        field = _texts(tokens, named)
        joined = _joins_field(tokens, chunks, at + 2)
        joined = joined or _is_body_of(tokens, chunks, at + 1)
        end = past_owner(field) or (len(field) if joined else past_fields(field))
        if not end or not all(word[0].isupper() or word in LINKS for word in field[: end + 1]):
            return index
        if end < len(field):
            apart = link.kind == "," or (link.kind != "IN" and any(map(title_base, field[end:])))
            return index if apart else at + 1
        oxford = [following.kind for following in chunks[at + 2 : at + 4]] == [",", "CC"]
        at += 3 if oxford else 2
        if at >= len(chunks) or chunks[at].kind not in ("IN", ",", "CC"):
            return index
    return index


def _names_rank(tokens: Sequence[Token], chunks: Sequence[Chunk], index: int) -> bool:
    """Return whether brackets are between a rank and its name: Col. (Ret.) NAME."""
    rank, after = tokens[chunks[index].last - 1], tokens[chunks[index + 1].last :]
    ranked = title_base(rank.text) in members("ranks") and rank.text[0].isupper()
    return ranked and bool(after) and after[0].tag == "NNP"


def _joins_field(tokens: Sequence[Token], chunks: Sequence[Chunk], index: int) -> bool:
    """Return whether “and” and a field follow, so that one is before: Roads and Transport."""
    if [piece.kind for piece in chunks[index : index + 2]] != ["CC", "NP"]:
        return False
    joined = _texts(tokens, chunks[index + 1])
    return past_fields(joined) > 0 and not any(map(title_base, joined))


def _is_body_of(tokens: Sequence[Token], chunks: Sequence[Chunk], index: int) -> bool:
    """Return whether a body's own field follows: Director of the Ministry (of Defense NAME)."""
    if [piece.kind for piece in chunks[index + 1 : index + 3]] != ["IN", "NP"]:
        return False
    body, link = tokens[chunks[index].last - 1], tokens[chunks[index + 1].first]
    return body.low in words("organizations") and link.low in ("of", "for")


def _texts(tokens: Sequence[Token], piece: Chunk) -> list[str]:
    return [token.text for token in tokens[piece.first : piece.last]]


def _has_two_fields(tokens: Sequence[Token], chunks: Sequence[Chunk], index: int) -> bool:
    """Return whether "and" is in an office: Tonga's Police and Defense Minister."""
    one, other = chunks[index], chunks[index + 2]
    parts = [token for token in tokens[one.first : one.last] if token.tag != "DT"]
    owned = max((n for n, token in enumerate(parts) if token.tag == "POS"), default=-1) + 1
    fields = [token.text for token in parts[owned:]]
    office = _texts(tokens, other)
    if not fields or not any(map(title_base, office)) or past_fields(fields) < len(fields):
        return False
    second = past_fields(office)
    return 0 < second < len(office) and bool(title_base(office[second]))


def _is_state(tokens: Sequence[Token], chunks: Sequence[Chunk], index: int) -> bool:
    """Return whether "and" after a chunk is within a state's name: Antigua and Barbuda."""
    joiner = chunks[index].last
    if chunks[index + 2].kind != "NP" or not tokens[joiner - 1].text[0].isupper():
        return False
    around = ((1, 2), (1, 3), (2, 2), (2, 3), (2, 5))  # words before "and", and from it on
    names = (tokens[max(0, joiner - left) : joiner + right] for left, right in around)
    return any(tuple(token.low for token in name) in states() for name in names)


def _chunk_at(tokens: Sequence[Token], index: int) -> Chunk:
    kind = tokens[index].tag
    if kind in NP_START or (kind in ("Q", "RB") and _starts_noun_phrase(tokens, index)):
        phrase_kind, last, head = noun_phrase(tokens, index)
        return Chunk(phrase_kind, index, last, head)
    if kind in ALONE:
        return Chunk(ALONE[kind], index, index + 1, index)
    if kind in ("(", "["):
        return _parenthesis(tokens, index)
    if kind in VERBAL:
        return _verb_group(tokens, index)
    if kind == "TO":
        return _infinitive(tokens, index)
    if tokens[index].low == "rather" and [t.low for t in tokens[index + 1 : index + 2]] == ["than"]:
        return Chunk("IN", index, index + 2, index)  # insurers rather than ministers
    season = index + 1 < len(tokens) and tokens[index + 1].low in SEASONS
    if kind == "IN" and (season or next_tag(tokens, index) in ("TIME", "MONTH")):
        phrase_kind, last, head = noun_phrase(tokens, index + 1)
        if phrase_kind == "TIME":
            return Chunk("TIME", index, last, head)
    return Chunk(kind, index, index + 1, index)


def _starts_noun_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a quoted word or an adverb describes what follows: very old men."""
    following = [token.tag for token in tokens[index + 1 : index + 3]]
    if tokens[index].tag == "Q":
        return following[:1] in (["NN"], ["NNS"]) and not ends_as_speech(tokens[index].text)
    return len(following) == 2 and following[0] in ("JJ", "CD") and following[1] in NOMINALS


def _parenthesis(tokens: Sequence[Token], index: int) -> Chunk:
    """Return what is in brackets, unless somebody speaks there."""
    shut = ")" if tokens[index].tag == "(" else "]"
    for position in range(index + 1, min(len(tokens), index + LONGEST_PAREN)):
        token = tokens[position]
        if token.tag == "Q" and tokens[position - 1].tag in (",", "VBD", "VBZ", "("):
            break
        if token.tag == shut:
            return Chunk("PAREN", index, position + 1, index)
    return Chunk(tokens[index].tag, index, index + 1, index)


def _reduce_insertions(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> None:
    """Make participles of -ed forms without a subject: Asked about it, X said; X, asked…"""
    for index, piece in enumerate(chunks[:-1]):
        if (
            piece.kind != "VG"
            or piece.last - piece.first > 1
            or not _both_forms(tokens[piece.head])
        ):
            continue
        follows = chunks[index + 1].kind
        times = not index and tokens[chunks[1].head].low == "times"  # Pressed three times on it, X…
        if follows not in AFTER_PARTICIPLE and not times:
            continue
        before = chunks[index - 1].kind if index else ""
        inserted = before == "," and index > 1 and chunks[index - 2].kind in ("NP", "PAREN")
        if not index or (inserted and _closes(tokens, chunks, index)):
            piece.kind = "PART"


def _closes(tokens: Sequence[Token], chunks: Sequence[Chunk], index: int) -> bool:
    """Return whether a comma and a finite verb follow, as after an insertion."""
    base = tokens[chunks[index].head].base
    following = tokens[chunks[index + 1].first].low
    if base not in members("questioned") and "q" in verb_frames(base) and following != "by":
        return False  # but: the fund, set up in 1990, will pay
    for later in range(index + 1, len(chunks) - 1):
        if chunks[later].kind == "," and chunks[later + 1].kind == "VG":
            return True
    return False


def _both_forms(token: Token) -> bool:
    """Return whether a past tense may also be a participle."""
    if token.tag != "VBD" or token.low.endswith("ed"):
        return token.tag == "VBD"
    form = verb_forms().get(token.low)
    return form is not None and "d" in form.features and "n" in form.features


def _reduce_relatives(tokens: Sequence[Token], chunks: list[Chunk]) -> None:
    """Make participles of -ed forms after an object: people killed on Thursday."""
    verb_before = reported = False
    for index, piece in enumerate(chunks):
        if piece.kind in SEGMENT_STARTS:
            verb_before = reported = False
        if piece.kind != "VG":
            continue
        if _may_be_participle(tokens, chunks, index):
            following = chunks[index + 1]
            by = following.kind == "IN" and tokens[following.first].low == "by"
            by = by and not _by_means(tokens, following.last)
            ahead = [later.kind for later in chunks[index + 1 : index + 4]]
            tells = "c" in verb_frames(tokens[piece.head].base)
            described = ahead == ["IN", "NP", "VG"] and not tells  # an aide briefed on it said
            after = verb_before and following.kind in ("IN", "TIME", "INF")
            # a lawyer named NAME
            indefinite = tokens[chunks[index - 1].first].low in ("a", "an")
            named = tokens[piece.head].base == "name" and tokens[following.first].tag == "NNP"
            after = after or (indefinite and named)
            vehicle = tokens[chunks[index - 1].head].low in members("vehicles")
            dated = vehicle and tokens[piece.head].low == "dated"
            if described or after or dated or (by and (vehicle or not reported)):
                piece.kind = "PART"
                continue
        reported = "c" in verb_frames(tokens[piece.head].base)
        verb_before = not reported


def _by_means(tokens: Sequence[Token], index: int) -> bool:
    """Return whether "by" before `index` tells how: said by satellite phone; said by video that."""
    means = tokens[index : index + 2]
    return any(token.low in members("means") or token.low == "that" for token in means)


def _may_be_participle(tokens: Sequence[Token], chunks: Sequence[Chunk], index: int) -> bool:
    piece = chunks[index]
    alone = piece.last - piece.first == 1 and _both_forms(tokens[piece.head])
    return alone and index > 0 and chunks[index - 1].kind == "NP" and index + 1 < len(chunks)


def _verb_group(tokens: Sequence[Token], index: int) -> Chunk:
    position, head, auxiliaries = index, index, []
    while position < len(tokens):
        kind = tokens[position].tag
        if kind in AUXILIARIES and not (position > index and tokens[position - 1].tag in VERBS):
            auxiliaries.append(kind)
            head = position
        elif kind in VERBS:
            head = position
            position += 1
            break
        elif auxiliaries and (past := _past_time(tokens, position)):
            position = past
            continue
        elif position == index or not (
            (kind == "RB" or tokens[position].low in members("reflexive"))
            and _verb_within(tokens, position + 1)
        ):
            break
        position += 1
    last = max(position, index + 1)
    if tokens[index].low in ("being", "having"):
        return Chunk("GER", index, last, head)
    main = tokens[head].tag
    if not auxiliaries:
        return Chunk({"VBG": "GER", "VBN": "PART"}.get(main, "VG"), index, last, head)
    return Chunk("VG", index, last, head, main == "VBN" and "BE" in auxiliaries)


def _past_time(tokens: Sequence[Token], start: int) -> int:
    """Return the token after a time within a verb group: had in March given; 0 if none is."""
    first = start + (tokens[start].low in ("in", "on"))
    timed = members("times", "time-modifiers")
    end = first
    while end < len(tokens) and (tokens[end].tag == "MONTH" or tokens[end].low in timed):
        end += 1
    return end if first < end < len(tokens) and tokens[end].tag in ("VBN", "VBD", "VB") else 0


def _verb_within(tokens: Sequence[Token], start: int) -> bool:
    return any(token.tag in VERBAL for token in tokens[start : start + 3])


def _infinitive(tokens: Sequence[Token], index: int) -> Chunk:
    position = index + 1
    while next_tag(tokens, position - 1) == "RB" and position < index + 4:
        position += 1
    if next_tag(tokens, position - 1) in ("VB", "BE", "HV", "DO"):
        group = _verb_group(tokens, position)
        return Chunk("INF", index, group.last, group.head, group.passive)
    if position == index + 1 and position < len(tokens):
        token = tokens[position]
        first = token.text[1:].partition(" ")[0] if token.tag == "Q" else ""
        verb = "b" in verb_forms()[first].features if first in verb_forms() else False
        quoted = first[:1].islower() and (verb or not ends_as_speech(token.text))
        if quoted or _unlisted_verb(tokens, position):
            return Chunk("INF", index, position + 1, position)
    return Chunk("IN", index, index + 1, index)


def _unlisted_verb(tokens: Sequence[Token], position: int) -> bool:
    """Return whether a word of no list is a verb before an object: to reprint a letter."""
    token, following = tokens[position], next_tag(tokens, position)
    if not following or token.tag not in ("NN", "JJ") or not token.text.islower():
        return False
    if token.low in words("nouns"):
        return False  # said in a letter to parliament the army…
    verbal = token.low.endswith(("en", "ize", "ise", "ify"))
    return following in ("DT", "PRPS", "OBJ") or (verbal and following != "NNP")
