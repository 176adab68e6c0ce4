"""Relations of single sentences joined to attributions: split quotations, paragraphs that go on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..extraction import Span
from ..quotations import Quotation
from .clauses import Clauses
from .cues import SpeechRelation
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
class RawAttribution:
    """An attribution before its people are resolved; spans are code points of the text."""

    sentence: int
    relation: SpeechRelation
    cue: Span
    speaker: Span | None
    pieces: list[Span]
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def anchor(self) -> Span:
        """From the first reported word to the last."""
        return Span(min(p.start for p in self.pieces), max(p.end for p in self.pieces))


def find_attributions(
    sentences: Sequence[Sentence], clauses: Sequence[Clauses]
) -> list[RawAttribution]:
    """Return all attributions of a text, in reading order; clauses are the sentences in chunks."""
    attributions: list[RawAttribution] = []
    for sentence_number, sentence in enumerate(sentences):
        relations = find_relations(clauses[sentence_number])
        in_sentence = _select(
            [_found(sentence_number, sentence, relation) for relation in relations]
        )
        for attribution in in_sentence:
            _take_rest(sentence, attribution, in_sentence)
        attributions.extend(in_sentence)
    _continue(sentences, attributions)
    _orphans(sentences, attributions)
    for attribution in attributions:
        attribution.quotations = _quotations_in(sentences, attribution)
    return attributions


def _found(sentence_number: int, sentence: Sentence, relation: SpeechRelation) -> RawAttribution:
    def span(pair: tuple[int, int]) -> Span:
        return Span(sentence.tokens[pair[0]].start, sentence.tokens[pair[1] - 1].end)

    speaker = span(relation.speaker) if relation.speaker else None
    cue = span((relation.cue.first, relation.cue.last))
    pieces = [span(relation.content)] + ([span(relation.tail)] if relation.tail else [])
    return RawAttribution(sentence_number, relation, cue, speaker, pieces)


def _select(candidates: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Keep the surest of those that claim each other's words."""
    kept: list[RawAttribution] = []
    order = sorted(candidates, key=lambda f: (_tier(f.relation), f.cue.start))
    for attribution in order:
        if not any(_conflict(attribution, surer) for surer in kept):
            kept.append(attribution)
    return sorted(kept, key=lambda f: f.cue.start)


def _tier(relation: SpeechRelation) -> int:
    """Return the rank of a relation: what reports inside a relative clause yields to the whole."""
    tier = RANK.get(relation.frame, len(TIERS))
    return max(tier, len(TIERS) - 1) if relation.embedded else tier


def _conflict(first: RawAttribution, second: RawAttribution) -> bool:
    if any(piece.overlaps(first.cue) for piece in second.pieces):
        return True
    if any(piece.overlaps(second.cue) for piece in first.pieces):
        return True
    return any(p.overlaps(q) for p in first.pieces for q in second.pieces) or first.cue.overlaps(
        second.cue
    )


def _take_rest(
    sentence: Sentence, attribution: RawAttribution, in_sentence: Sequence[RawAttribution]
) -> None:
    """Add what follows the attribution in its sentence: "Words," he said, "more words"."""
    if attribution.relation.position != "before" or attribution.relation.frame == "by":
        return
    last = max(attribution.cue.end, attribution.speaker.end if attribution.speaker else 0)
    for token in sentence.tokens:
        if token.tag == "Q" and token.start >= last:
            span = Span(token.start, token.end)
            if any(span.overlaps(p) for rival in in_sentence for p in rival.pieces):
                return
            if any(
                rival.cue.start > last and rival.cue.end < token.start and rival is not attribution
                for rival in in_sentence
            ):
                return
            attribution.pieces.append(span)


def _continue(sentences: Sequence[Sentence], attributions: list[RawAttribution]) -> None:
    """Join sentences that are nothing but a quotation to the attribution before them.

    A paragraph of quotation left open belongs to whoever is named in the next one, unless the
    quotation before it was left open too.
    """
    by_sentence = in_sentences(attributions)
    current: RawAttribution | None = None
    waiting: list[Span] = []
    for sentence_number, sentence in enumerate(sentences):
        in_sentence = by_sentence.get(sentence_number)
        if in_sentence:
            quoted = [f for f in in_sentence if any(_is_quoted(sentence, p) for p in f.pieces)]
            current = quoted[-1] if quoted else in_sentence[-1]
            if quoted and sentence.tokens[0].tag == "Q":
                quoted[0].pieces.extend(waiting)
            waiting = []
        elif not _only_quotation(sentence):
            current, waiting = None, []
        else:
            span = Span(sentence.start, sentence.end)
            opens = not _closed(sentence) and _new_paragraph(sentences, sentence_number)
            if current is not None and _belongs(sentences, current, sentence_number, opens):
                current.pieces.append(span)
            else:
                current = None
                waiting.append(span)


def in_sentences(attributions: Sequence[RawAttribution]) -> dict[int, list[RawAttribution]]:
    """Return the attributions of each sentence, by its number."""
    by_sentence: dict[int, list[RawAttribution]] = {}
    for attribution in attributions:
        by_sentence.setdefault(attribution.sentence, []).append(attribution)
    return by_sentence


def _belongs(
    sentences: Sequence[Sentence], current: RawAttribution, sentence_number: int, opens: bool
) -> bool:
    """Return whether a sentence of quotation alone goes on from the attribution before it."""
    sentence, previous = sentences[sentence_number], sentences[sentence_number - 1]
    if sentences[current.sentence].paragraph == sentence.paragraph:
        return True
    if opens and _closed(previous):
        return False
    return previous.paragraph >= sentence.paragraph - 1


def _closed(sentence: Sentence) -> bool:
    return all(quotation.closed for quotation in sentence.quotations.values())


def _new_paragraph(sentences: Sequence[Sentence], sentence_number: int) -> bool:
    return (
        sentence_number == 0
        or sentences[sentence_number - 1].paragraph != sentences[sentence_number].paragraph
    )


def _orphans(sentences: Sequence[Sentence], attributions: Sequence[RawAttribution]) -> None:
    """Join quotations that nobody claims to the words before them, else to the speech going on."""
    by_sentence = in_sentences(attributions)
    claimed = sorted((p.start, p.end) for attribution in attributions for p in attribution.pieces)
    current: RawAttribution | None = None
    for sentence_number, sentence in enumerate(sentences):
        in_sentence = by_sentence.get(sentence_number, [])
        for token_index, quotation in sentence.quotations.items():
            if (
                quotation.name
                or _covered(claimed, quotation.outer)
                or _extend(in_sentence, sentence, quotation.outer)
            ):
                continue
            if len(sentence.tokens[token_index].text.split()) < SPEECH:
                continue
            near = min(in_sentence, key=lambda f: _distance(f, quotation.outer), default=None)
            if near is None and current is not None:
                same = sentences[current.sentence].paragraph == sentence.paragraph
                near = current if same else None
            if near is not None:
                near.pieces.append(quotation.outer)
        current = in_sentence[-1] if in_sentence else current


def _distance(attribution: RawAttribution, span: Span) -> int:
    return min(abs(attribution.anchor.end - span.start), abs(attribution.cue.start - span.end))


def _covered(claimed: Sequence[tuple[int, int]], span: Span) -> bool:
    reached = bisect_right(claimed, (span.end, 0))
    return any(
        min(e, span.end) > max(s, span.start) for s, e in claimed[max(0, reached - 6) : reached]
    )


def _extend(in_sentence: Sequence[RawAttribution], sentence: Sentence, span: Span) -> bool:
    """Let the content before the quotation go on over it; whether no other cue stood between."""
    earlier = [
        f for f in in_sentence if f.anchor.end <= span.start and f.relation.position == "after"
    ]
    if not earlier:
        return False
    last = max(earlier, key=lambda f: f.anchor.end)
    if any(last.anchor.end <= f.cue.start < span.start for f in in_sentence):
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


def _quotations_in(sentences: Sequence[Sentence], attribution: RawAttribution) -> list[Quotation]:
    quotations: list[Quotation] = []
    end = attribution.anchor.end
    first = attribution.sentence
    while first > 0 and sentences[first].start > attribution.anchor.start:
        first -= 1
    for sentence_number in range(first, len(sentences)):
        sentence = sentences[sentence_number]
        if sentence.start > end:
            break
        quotations += [
            q
            for q in sentence.quotations.values()
            if not q.name and any(p.overlaps(q.inner) for p in attribution.pieces)
        ]
    return quotations
