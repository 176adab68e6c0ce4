"""What reports: verbs, nouns and adjectives of the lists, "according to", colons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..extraction import Span
from .clauses import ADVERBIAL, BESIDE_NAME, Clauses, Range
from .lexicon import members, table, verb_forms, verb_frames, words

DASHES = frozenset({"-", "–", "—", "―", "--"})


@dataclass(frozen=True, slots=True)
class CueCandidate:
    """A reporting word: its chunk, its tokens [first, last), base form, frames and class.

    kind is verb, noun, adjective, source ("according to"), colon, signature, headline, poll,
    presented (“No,” was all X would say) or quoted. A quoted verb is inside the quotation, which is
    one token; `within` is where it is in the text.
    """

    kind: str
    chunk: int
    first: int
    last: int
    base: str
    frames: frozenset[str]
    within: Span | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The chunks of the reported words and how the cue governs them."""

    frame: str
    chunks: Range


@dataclass(slots=True)
class SpeechRelation:
    """Token ranges [first, last) in one sentence; speaker is None when nobody is named.

    position says whether the content comes before or after the cue; tail is what continues after
    a cue between commas; embedded, whether the cue is in a relative clause; quoted_by, who reports
    that the speaker said it: X quoted Y as saying; withheld, whether it tells that nothing was
    said, or not what: declined to comment, denied it.
    """

    cue: CueCandidate
    frame: str
    speaker: Range | None
    content: Range
    position: str = "after"
    tail: Range | None = None
    embedded: bool = False
    quoted_by: Range | None = None
    withheld: bool = False


def find_cues(clauses: Clauses) -> list[CueCandidate]:
    """Return all cues of one sentence, in order."""
    cues: list[CueCandidate] = []
    for index, chunk in enumerate(clauses.chunks):
        kind, cue = chunk.kind, None
        if clauses.tokens[chunk.first].low in OPENS_SOURCE:
            cue = _opening_phrase(clauses, index)
        if cue is not None:
            pass
        elif kind == "NP":
            cue = _noun(clauses, index)
            if cue is None and clauses.kinds[index + 1] in BESIDE_NAME:
                cue = _repeated(clauses, index)
        elif kind in VERBAL:
            cue = _convinced(clauses, index) or _verb(clauses, index)
            cue = cue or _adjective_after(clauses, index)
        elif kind == "Q" and clauses.kinds[index - 1] in ("NP", "RB"):
            cue = _verb_in_quotation(clauses, index)
        elif kind == ":" or kind in DASHES:
            cue = _mark(clauses, index)
        if cue is not None:
            cues.append(cue)
    return cues


def _mark(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue of a colon, or of a dash before whoever signs a quotation."""
    chunk = clauses.chunks[index]
    if chunk.kind == ":":
        cue = "colon" if clauses.kinds[index + 1] == "Q" else "headline"
        cue = "signature" if index == 1 and clauses.kinds[0] == "Q" else cue
        return CueCandidate(cue, index, chunk.first, chunk.last, ":", frozenset("q"))
    left = {clauses.kinds[step] for step in range(clauses.bulleted, index)}
    named = left <= {"NP", ",", "IN", "CC"} and clauses.full_name(int(clauses.bulleted)) is not None
    if named and clauses.kinds[index + 1] == "Q":  # NAME, the minister — “Words.”
        return CueCandidate("colon", index, chunk.first, chunk.last, ":", frozenset("q"))
    alone = index == 1 + clauses.bulleted or clauses.kinds[index - 2] == ":"
    if clauses.kinds[index - 1] != "Q" or not alone:
        return None
    return CueCandidate("signature", index, chunk.first, chunk.last, "-", frozenset("q"))


def _repeated(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue of a name beside the words that somebody says, without a verb: “…,” NAME."""
    if clauses.naming(index) is None:
        return None
    alone = index == 1 and clauses.kinds[0] == "Q" and clauses.full_name(index) is not None
    named = alone and clauses.kinds[2] in (".", "") and clauses.ends_in_comma(0)
    named = named or (alone and clauses.kinds[2] == "," and not clauses.of_kind("VG"))
    verb = clauses.repeated_verb(index)
    if not named and verb is None:
        return None
    base, frames = (clauses.base(verb), clauses.frames(verb)) if verb else ("", frozenset("q"))
    first = clauses.chunks[index].first
    nothing = Span(clauses.tokens[first].start, clauses.tokens[first].start)
    return CueCandidate("omitted", index, first, first, base, frames, nothing)


def _verb(clauses: Clauses, index: int) -> CueCandidate | None:
    chunk = clauses.chunks[index]
    if index == 1 and clauses.presents(index):
        return CueCandidate("presented", index, chunk.first, chunk.last, "be", frozenset({"q"}))
    frames = verb_frames(base := clauses.base(index))
    if base == "put" and clauses.lows[index + 1] == "it":
        frames = frozenset({"q", "r", "a"})
    at = clauses.next_word("at", index + 2, 4) if base == "put" else None
    if at and clauses.kinds[at + 1] == "NP" and clauses.chunk_tokens(at + 1)[0].tag == "CD":
        frames = frozenset({"o"})  # put the losses at $3 million
    if not frames or (chunk.kind == "INF" and _governed(clauses, index)):
        return None
    if base == "go" and clauses.kinds[index + 1] == "Q":
        return None  # the talks went “very well”
    link = clauses.lows[index] == "according" or clauses.lows[index - 1] == "as"
    link = link or clauses.base(index - 1) in members("denials")  # denied saying that…
    link = link or clauses.lows[index - 2] == "short"  # stopped short of blaming her
    link = link or (base == "report" and clauses.kinds[index + 1] == ":")  # Additional reporting:
    if link and chunk.kind == "GER":
        return None
    return CueCandidate("verb", index, chunk.first, chunk.last, base, frames)


VERBAL = frozenset({"VG", "GER", "INF", "PART"})
OPENS_SOURCE = frozenset({"according", "in", "by", "if", "to", "for", "with"})
QUOTED_VERB = re.compile(r"\W*(?:[a-z]+ly )?([a-z]+)\b(?: ([a-z]+))?")


def _verb_in_quotation(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue of “strongly condemned the attack” after whoever condemned it."""
    chunk = clauses.chunks[index]
    token = clauses.tokens[chunk.first]
    match = QUOTED_VERB.match(token.text)
    form = verb_forms().get(match[1]) if match else None
    if match is not None and match[1] in ("is", "was", "are", "were"):
        frames = table("cue_adjectives").get(match[2] or "", frozenset())
        verb = Span(token.start + match.start(1), token.start + match.end(2 if frames else 1))
        adjective = CueCandidate("quoted", index, chunk.first, chunk.last, match[1], frames, verb)
        return adjective if frames else None
    if match is None or form is None or not {"d", "z"} & set(form.features):
        return None
    verb = Span(token.start + match.start(1), token.start + match.end(1))
    frames = verb_frames(form.base)
    if not frames & set("qtci"):
        return None  # she “counts the ships”
    return CueCandidate("quoted", index, chunk.first, chunk.last, form.base, frames, verb)


def _governed(clauses: Clauses, index: int) -> bool:
    """Return whether the verb before reports, and this starts its content: declined to say."""
    left = clauses.skip_left(index - 1, ADVERBIAL)
    return clauses.kinds[left] in ("VG", "GER", "INF") and "i" in clauses.frames(left)


def _convinced(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return a participle as cue: is convinced that; unless somebody is told: was warned that."""
    that = clauses.kinds[index] == "VG" and clauses.lows[index + 1] == "that"
    return _adjective_after(clauses, index) if that and clauses.chunks[index].passive else None


def _adjective_after(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return an adjective as cue: was confident that; is worried about; feels sure."""
    chunk = clauses.chunks[index]
    head = clauses.tokens[chunk.head]
    frames = table("cue_adjectives").get(head.low)
    if frames and chunk.passive:
        return CueCandidate("adjective", index, chunk.first, chunk.last, head.low, frames)
    if head.base in ("make", "let"):
        return _made_clear(clauses, index)
    if (head.base or head.low) not in members("linking") and head.tag != "BE":
        return None
    position = clauses.skip(index + 1, ("RB",))
    word = clauses.lows[position]
    frames = table("cue_adjectives").get(word)
    if frames is None or clauses.kinds[position] not in ("ADJ", "PART", "VG", "JJ"):
        return None
    last = clauses.chunks[position].last
    return CueCandidate("adjective", position, chunk.first, last, word, frames)


def _made_clear(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue of "made clear that", "made it plain that", "let it be known that"."""
    position = index + 2 if clauses.lows[index + 1] == "it" else index + 1
    stated = ("known",) if clauses.lows[index] == "let" else ("clear", "plain", "known", "explicit")
    if clauses.lows[position] not in stated:
        return None
    first, last = clauses.chunks[index].first, clauses.chunks[position].last
    return CueCandidate("adjective", position, first, last, "make clear", frozenset({"t"}))


def _noun(clauses: Clauses, index: int) -> CueCandidate | None:
    last = clauses.chunks[index].last
    token = clauses.tokens[last - 1]
    if token.tag not in ("NN", "NNS") or not (word := _reporting_noun(token.low)):
        return None
    return CueCandidate("noun", index, last - 1, last, word, table("cue_nouns")[word])


@lru_cache(4096)
def _reporting_noun(word: str) -> str:
    """Return the singular of a noun that reports: claim, inquiry; empty for any other."""
    nouns = table("cue_nouns")
    if word not in nouns:
        word = word.removesuffix("s")
    if word.endswith("ie"):
        word = word[:-2] + "y"
    return word if word in nouns else ""


def _opening_phrase(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue "according to", or "in" of a poll that opens the sentence."""
    chunk = clauses.chunks[index]
    word = clauses.tokens[chunk.first].low
    if word == "according" and clauses.kinds[index + 1] in ("IN", "TO"):
        last = clauses.chunks[index + 1].last
        return CueCandidate("source", index + 1, chunk.first, last, "according to", frozenset())
    if word == "if" and clauses.is_person(index + 1):
        believed = clauses.chunk_tokens(index + 3) if clauses.kinds[index + 3] == "INF" else ()
        if [t.low for t in believed][1:] in (["be", "believed"], ["be", "trusted"]):
            return CueCandidate("source", index, chunk.first, chunk.last, word, frozenset())
    if word == "to" and clauses.lows[index] == "hear" and clauses.base(index + 2) == "tell":
        return CueCandidate("source", index, chunk.first, chunk.last, word, frozenset())
    if word == "with" and clauses.lows[index + 1] == "words" and clauses.kinds[index + 2] == "Q":
        last = clauses.chunks[index + 1].last
        return CueCandidate("source", index, chunk.first, last, "with words", frozenset("q"))
    if word in ("to", "for") and chunk.kind == "IN" and clauses.kinds[index - 1] in ("", ";"):
        phrase = clauses.noun_phrase_after(index + 1)
        first, end = with_name(clauses, phrase) if phrase else (0, 0)
        thinks = clauses.kinds[end] == "," and any(map(clauses.is_person, range(first, end)))
        links = (clauses.skip_left(quote - 1, ("RB",)) for quote in clauses.of_kind("Q"))
        said = (clauses.chunk_tokens(link)[-1].tag for link in links if link >= 0)
        if thinks and not {"BE", "NN", "NNP", ":"}.isdisjoint(said):  # For X, the pact is “a joke”
            return CueCandidate("source", index, chunk.first, chunk.last, "for", frozenset())
        return None
    if word in ("in", "by") and clauses.lows[index + 1] in members("views"):
        return _view(clauses, index)
    if word == "in" and index <= 1 and clauses.lows[index + 1] in members("polls"):
        return CueCandidate("poll", index, chunk.first, chunk.last, "in", frozenset())
    return None


def _view(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue of "in the words of X" and, between commas, of "in X's view"."""
    chunk, noun = clauses.chunks[index], clauses.chunks[index + 1]
    owned = any(t.tag == "POS" or t.low in ("his", "her") for t in clauses.chunk_tokens(index + 1))
    if clauses.lows[index + 2] == "of" and not owned:
        last, base = clauses.chunks[index + 2].last, "in the words of"
        return CueCandidate("source", index + 2, chunk.first, last, base, frozenset())
    apart = clauses.kinds[index - 1] in ("", ",", "Q") and clauses.kinds[index + 2] in (
        ",",
        ".",
        "",
    )
    opens = clauses.kinds[index - 1] in ("", ";") and clauses.clause_follows(index + 2)
    if owned and (apart or opens):
        return CueCandidate("source", index, chunk.first, noun.last, "in words", frozenset())
    return None


def relate(
    clauses: Clauses,
    cue: CueCandidate,
    frame: str,
    speaker: Range | None,
    content: Range,
    position: str = "after",
) -> SpeechRelation:
    """Return a relation from ranges of chunks."""
    speaker = clauses.token_range(speaker) if speaker else None
    return SpeechRelation(cue, frame, speaker, clauses.token_range(content), position)


def with_name(clauses: Clauses, phrase: Range) -> Range:
    """Return who spoke with the name in apposition: said its director, NAME."""
    comma = clauses.skip(phrase[1], ("RB",))  # the envoy there, NAME
    named = clauses.kinds[comma] == "," and clauses.full_name(comma + 1) is not None
    named = named and clauses.kinds[clauses.skip(comma + 2)] != "VG"  # by his account, NAME said
    first, last = (clauses.chunk_tokens(index)[-1] for index in (phrase[0], phrase[1] - 1))
    lower = first.text.islower() or last.text.islower() or clauses.naming(phrase[0]) is None
    if not named or not lower or first.low in words("documents"):
        return phrase
    end = comma + 2
    two = (
        last.tag == "NNS" and clauses.lows[end] == "and" and clauses.full_name(end + 1) is not None
    )
    return phrase[0], end + 2 if two else end  # said its directors, NAME and NAME
