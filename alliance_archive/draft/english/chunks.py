"""Sentences to chunks: noun phrases, verb groups, infinitives, times, parentheses, single words.

Kinds: NP; VG a finite verb group; INF "to" and a verb; GER an -ing form; PART a participle alone;
REL a relative pronoun; ADJ a predicative adjective; TIME a time expression; PAREN; otherwise the
tag of the single token.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon import members, table, verb_forms
from .noun_phrases import ends_as_speech, noun_phrase
from .tokens import Token
from .verb_tags import NOMINALS

AUXILIARIES = frozenset({"MD", "BE", "HV", "DO"})
VERBS = frozenset({"VB", "VBD", "VBZ", "VBN", "VBG"})
NP_START = frozenset({"DT", "PRPS", "CD", "JJ", "NN", "NNS", "NNP", "TIME", "MONTH"})
SEGMENT_STARTS = frozenset({",", ";", "CS", "REL", "WRB", "Q", ":", "-", "–", "—"})
LONGEST_PAREN = 40  # tokens


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
    out: list[Chunk] = []
    index = 0
    while index < len(tokens):
        found = _chunk_at(tokens, index)
        out.append(found)
        index = found.last
    _reduce_relatives(tokens, out)
    return _join_offices(tokens, out)


def _join_offices(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> list[Chunk]:
    """Secretary of State NAME is one noun phrase."""
    out: list[Chunk] = []
    for found in chunks:
        if found.kind == "NP" and len(out) > 1 and _office_of(tokens, out, found):
            first = out[-2].first
            del out[-2:]
            out.append(Chunk("NP", first, found.last, found.head))
        else:
            out.append(found)
    return out


def _office_of(tokens: Sequence[Token], before: Sequence[Chunk], found: Chunk) -> bool:
    link, office = tokens[before[-1].first], before[-2]
    if link.low != "of" or before[-1].kind != "IN" or office.kind != "NP":
        return False
    first, title = tokens[found.first], tokens[office.last - 1]
    capital = first.text[0].isupper() and title.text[0].isupper()
    return capital and first.low in members("fields") and found.last - found.first > 1


def _chunk_at(tokens: Sequence[Token], index: int) -> Chunk:
    kind = tokens[index].tag
    if kind in ("(", "["):
        return _parenthesis(tokens, index)
    if kind in ("PRP", "OBJ"):
        return Chunk("NP", index, index + 1, index)
    if kind == "WP":
        return Chunk("REL", index, index + 1, index)
    if kind in AUXILIARIES or kind in VERBS:
        return _verb_group(tokens, index)
    if kind == "TO":
        return _infinitive(tokens, index)
    if kind in NP_START or _starts_noun_phrase(tokens, index):
        found, last, head = noun_phrase(tokens, index)
        return Chunk(found, index, last, head)
    if kind == "IN" and index + 1 < len(tokens) and tokens[index + 1].tag in ("TIME", "MONTH"):
        found, last, head = noun_phrase(tokens, index + 1)
        if found == "TIME":
            return Chunk("TIME", index, last, head)
    return Chunk(kind, index, index + 1, index)


def _starts_noun_phrase(tokens: Sequence[Token], index: int) -> bool:
    """A quoted word or an adverb before what it describes: "dog whistle" politics, very old men."""
    after = [token.tag for token in tokens[index + 1 : index + 3]]
    if tokens[index].tag == "Q":
        return after[:1] in (["NN"], ["NNS"]) and not ends_as_speech(tokens[index].text)
    if tokens[index].tag != "RB" or len(after) < 2:
        return False
    return after[0] in ("JJ", "CD") and after[1] in NOMINALS


def _parenthesis(tokens: Sequence[Token], index: int) -> Chunk:
    """What stands in brackets, unless somebody speaks in them."""
    shut = ")" if tokens[index].tag == "(" else "]"
    for at in range(index + 1, min(len(tokens), index + LONGEST_PAREN)):
        token = tokens[at]
        if token.tag == "Q" and tokens[at - 1].tag in (",", "VBD", "VBZ"):
            break
        if at > index + 4 and token.tag in ("VBD", "VBZ") and "r" in _frames(token):
            break
        if token.tag == shut:
            return Chunk("PAREN", index, at + 1, index)
    return Chunk(tokens[index].tag, index, index + 1, index)


def _frames(token: Token) -> frozenset[str]:
    return table("cue_verbs").get(token.base, frozenset())


def _reduce_relatives(tokens: Sequence[Token], chunks: list[Chunk]) -> None:
    """People killed on Thursday; a survey conducted by NAME: an -ed form after an object."""
    verb_before = reported = False
    for at, found in enumerate(chunks):
        if found.kind in SEGMENT_STARTS:
            verb_before = reported = False
        if found.kind != "VG":
            continue
        if _may_be_participle(tokens, chunks, at):
            after = chunks[at + 1]
            by = after.kind == "IN" and tokens[after.first].low == "by"
            if (by and not reported) or (verb_before and after.kind in ("IN", "TIME", "INF")):
                found.kind = "PART"
                continue
        reported = "c" in _frames(tokens[found.head])
        verb_before = not reported


def _may_be_participle(tokens: Sequence[Token], chunks: Sequence[Chunk], at: int) -> bool:
    found = chunks[at]
    head = tokens[found.head]
    form = verb_forms().get(head.low)
    both = head.low.endswith("ed") or (form is not None and {"d", "n"} <= set(form.features))
    alone = found.last - found.first == 1 and head.tag == "VBD" and both
    return alone and at > 0 and chunks[at - 1].kind == "NP" and at + 1 < len(chunks)


def _verb_group(tokens: Sequence[Token], index: int) -> Chunk:
    at, head, auxiliaries = index, index, []
    while at < len(tokens):
        kind = tokens[at].tag
        if kind in AUXILIARIES and not (at > index and tokens[at - 1].tag in VERBS):
            auxiliaries.append(kind)
            head = at
        elif kind in VERBS:
            head = at
            if tokens[at].low != "being" or at + 1 >= len(tokens):
                at += 1
                break
        elif not (kind == "RB" and at > index and _verb_within(tokens, at + 1)):
            break
        at += 1
    last = max(at, index + 1)
    if tokens[index].low in ("being", "having"):
        return Chunk("GER", index, last, head)
    main = tokens[head].tag
    if not auxiliaries:
        return Chunk({"VBG": "GER", "VBN": "PART"}.get(main, "VG"), index, last, head)
    return Chunk("VG", index, last, head, main == "VBN" and "BE" in auxiliaries)


def _verb_within(tokens: Sequence[Token], at: int) -> bool:
    for token in tokens[at : at + 3]:
        if token.tag in VERBS | AUXILIARIES:
            return True
        if token.tag != "RB":
            return False
    return False


def _infinitive(tokens: Sequence[Token], index: int) -> Chunk:
    at = index + 1
    while at < len(tokens) and tokens[at].tag == "RB" and at < index + 4:
        at += 1
    if at < len(tokens) and tokens[at].tag in ("VB", "BE", "HV", "DO"):
        group = _verb_group(tokens, at)
        return Chunk("INF", index, group.last, group.head, group.passive)
    if at == index + 1 and at < len(tokens):
        quoted = tokens[at].tag == "Q" and tokens[at].text[1:2].islower()
        if _unlisted_verb(tokens, at) or (quoted and not ends_as_speech(tokens[at].text)):
            return Chunk("INF", index, at + 1, at)
    return Chunk("IN", index, index + 1, index)


def _unlisted_verb(tokens: Sequence[Token], at: int) -> bool:
    """To reprint a letter: a word of no list between "to" and an object."""
    if at + 1 >= len(tokens) or tokens[at].tag not in ("NN", "JJ") or not tokens[at].text.islower():
        return False
    made = tokens[at].low.endswith(("en", "ize", "ise", "ify"))
    return tokens[at + 1].tag in ("DT", "PRPS", "OBJ") or (made and tokens[at + 1].tag != "NNP")
