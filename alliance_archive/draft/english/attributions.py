"""Relations of single sentences joined to attributions: split quotations, paragraphs that go on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..quotations import Quotation
from ..spans import Span
from .clauses import Clauses
from .contents import Relation
from .relations import find_relations
from .sentences import Sentence

# Where two relations claim the same words the surer kind stays, and of one kind the earlier.
TIERS = (
    ("source-first", "source-last"),
    ("before",),
    ("quote", "colon", "that", "clause", "question"),
    ("passive", "infinitive", "as", "gerund", "object", "preposition", "by",
     "adj-that", "adj-clause", "adj-question", "adj-infinitive", "adj-preposition",
     "noun-that", "noun-infinitive", "noun-clause", "noun-preposition"),
)  # fmt: skip
RANK = {frame: place for place, frames in enumerate(TIERS) for frame in frames}

SPEECH = 2  # words: a shorter quotation that no cue governs is a name or a scare quote


@dataclass(slots=True)
class Found:
    """An attribution before its people are resolved; spans are code points of the text."""

    sentence: int
    relation: Relation
    cue: Span
    speaker: Span | None
    pieces: list[Span]
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def anchor(self) -> Span:
        """From the first reported word to the last."""
        return Span(min(p.start for p in self.pieces), max(p.end for p in self.pieces))


def find_attributions(sentences: Sequence[Sentence], clauses: Sequence[Clauses]) -> list[Found]:
    """All attributions of a text, in reading order; clauses are the sentences in chunks."""
    out: list[Found] = []
    for number, sentence in enumerate(sentences):
        relations = find_relations(clauses[number])
        here = _select([_found(number, sentence, relation) for relation in relations])
        for found in here:
            _take_rest(sentence, found, here)
        out.extend(here)
    _continue(sentences, out)
    _orphans(sentences, out)
    for found in out:
        found.quotations = _quotations_in(sentences, found)
    return out


def _found(number: int, sentence: Sentence, relation: Relation) -> Found:
    def span(pair: tuple[int, int]) -> Span:
        return Span(sentence.tokens[pair[0]].start, sentence.tokens[pair[1] - 1].end)

    speaker = span(relation.speaker) if relation.speaker else None
    cue = span((relation.cue.first, relation.cue.last))
    pieces = [span(relation.content)] + ([span(relation.tail)] if relation.tail else [])
    return Found(number, relation, cue, speaker, pieces)


def _select(candidates: Sequence[Found]) -> list[Found]:
    """Keep the surest of those that claim each other's words."""
    kept: list[Found] = []
    order = sorted(candidates, key=lambda f: (_tier(f.relation), f.cue.start))
    for found in order:
        if not any(_conflict(found, other) for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda f: f.cue.start)


def _tier(relation: Relation) -> int:
    """What reports inside a relative clause yields to what reports it as a whole."""
    tier = RANK.get(relation.frame, len(TIERS))
    return max(tier, len(TIERS) - 1) if relation.embedded else tier


def _conflict(one: Found, other: Found) -> bool:
    if any(piece.overlaps(one.cue) for piece in other.pieces):
        return True
    if any(piece.overlaps(other.cue) for piece in one.pieces):
        return True
    return any(p.overlaps(q) for p in one.pieces for q in other.pieces) or one.cue.overlaps(
        other.cue
    )


def _take_rest(sentence: Sentence, found: Found, here: Sequence[Found]) -> None:
    """What follows the attribution in its sentence: "Words," he said, "more words"."""
    if found.relation.position != "before" or found.relation.frame == "by":
        return
    last = max(found.cue.end, found.speaker.end if found.speaker else 0)
    for token in sentence.tokens:
        if token.tag == "Q" and token.start >= last:
            span = Span(token.start, token.end)
            if any(span.overlaps(p) for other in here for p in other.pieces):
                return
            if any(
                other.cue.start > last and other.cue.end < token.start and other is not found
                for other in here
            ):
                return
            found.pieces.append(span)


def _continue(sentences: Sequence[Sentence], found: list[Found]) -> None:
    """Sentences that are nothing but a quotation go on from the attribution before them.

    A paragraph of quotation left open belongs to whoever is named in the next one, unless the
    quotation before it was left open too.
    """
    by_sentence = _by_sentence(found)
    current: Found | None = None
    waiting: list[Span] = []
    for number, sentence in enumerate(sentences):
        own = by_sentence.get(number)
        if own:
            quoted = [f for f in own if any(_is_quoted(sentence, p) for p in f.pieces)]
            current = quoted[-1] if quoted else own[-1]
            if quoted and sentence.tokens[0].tag == "Q":
                quoted[0].pieces.extend(waiting)
            waiting = []
        elif not _only_quotation(sentence):
            current, waiting = None, []
        else:
            span = Span(sentence.start, sentence.end)
            opens = not _closed(sentence) and _new_paragraph(sentences, number)
            if current is not None and _belongs(sentences, current, number, opens):
                current.pieces.append(span)
            else:
                current = None
                waiting.append(span)


def _by_sentence(found: Sequence[Found]) -> dict[int, list[Found]]:
    out: dict[int, list[Found]] = {}
    for item in found:
        out.setdefault(item.sentence, []).append(item)
    return out


def _belongs(sentences: Sequence[Sentence], current: Found, number: int, opens: bool) -> bool:
    """Whether a sentence of quotation alone goes on from the attribution before it."""
    sentence, before = sentences[number], sentences[number - 1]
    if sentences[current.sentence].paragraph == sentence.paragraph:
        return True
    if opens and _closed(before):
        return False
    return before.paragraph >= sentence.paragraph - 1


def _closed(sentence: Sentence) -> bool:
    return all(quotation.closed for quotation in sentence.quotations.values())


def _new_paragraph(sentences: Sequence[Sentence], number: int) -> bool:
    return number == 0 or sentences[number - 1].paragraph != sentences[number].paragraph


def _orphans(sentences: Sequence[Sentence], found: Sequence[Found]) -> None:
    """Quotations nobody claims: joined to the words before them, else to the speech going on."""
    by_sentence = _by_sentence(found)
    taken = sorted((p.start, p.end) for item in found for p in item.pieces)
    current: Found | None = None
    for number, sentence in enumerate(sentences):
        here = by_sentence.get(number, [])
        for place, quotation in sentence.quotations.items():
            if (
                quotation.name
                or _covered(taken, quotation.outer)
                or _extend(here, sentence, quotation.outer)
            ):
                continue
            if len(sentence.tokens[place].text.split()) < SPEECH:
                continue
            near = min(here, key=lambda f: _distance(f, quotation.outer), default=None)
            if near is None and current is not None:
                same = sentences[current.sentence].paragraph == sentence.paragraph
                near = current if same else None
            if near is not None:
                near.pieces.append(quotation.outer)
        current = here[-1] if here else current


def _distance(found: Found, span: Span) -> int:
    return min(abs(found.anchor.end - span.start), abs(found.cue.start - span.end))


def _covered(taken: Sequence[tuple[int, int]], span: Span) -> bool:
    at = bisect_right(taken, (span.end, 0))
    return any(min(e, span.end) > max(s, span.start) for s, e in taken[max(0, at - 6) : at])


def _extend(here: Sequence[Found], sentence: Sentence, span: Span) -> bool:
    """The content before the quotation goes on over it when no other cue stands between."""
    before = [f for f in here if f.anchor.end <= span.start and f.relation.position == "after"]
    if not before:
        return False
    last = max(before, key=lambda f: f.anchor.end)
    if any(last.anchor.end <= f.cue.start < span.start for f in here):
        return False
    between = [t for t in sentence.tokens if last.anchor.end <= t.start < span.start]
    if len(between) > 14 or any(t.tag in (";", ".", "?") for t in between):
        return False
    piece = last.pieces[-1]
    last.pieces[-1] = Span(piece.start, span.end)
    return True


def _is_quoted(sentence: Sentence, piece: Span) -> bool:
    return any(piece.overlaps(q.outer) for q in sentence.quotations.values())


def _only_quotation(sentence: Sentence) -> bool:
    words = [t for t in sentence.tokens if t.tag not in (".", "Q", ",", "RB", "CC", ":", "PAREN")]
    return bool(sentence.quotations) and not words


def _quotations_in(sentences: Sequence[Sentence], found: Found) -> list[Quotation]:
    out: list[Quotation] = []
    end = found.anchor.end
    first = found.sentence
    while first > 0 and sentences[first].start > found.anchor.start:
        first -= 1
    for number in range(first, len(sentences)):
        sentence = sentences[number]
        if sentence.start > end:
            break
        out += [
            q
            for q in sentence.quotations.values()
            if not q.name and any(p.overlaps(q.inner) for p in found.pieces)
        ]
    return out
