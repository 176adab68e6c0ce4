"""Join the relations of sentences into attributions: split quotations, continued paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..extraction import Span
from ..quotations import Quotation
from .clauses import Clauses, read_clauses
from .cues import CueCandidate, SpeechRelation, relate
from .gazetteer import title_base
from .lexicon import members
from .relations import asks_at, relations_of
from .sentences import Sentence

# Where two relations claim the same words the surer kind stays, and of one kind the earlier.
TIERS = (
    ("source-first", "source-last"),
    ("before",),
    ("signature", "quoted"),
    ("quote", "colon", "that", "clause", "question"),
    ("headline", "passive", "infinitive", "as", "gerund", "object", "preposition", "by",
     "adj-that", "adj-clause", "adj-question", "adj-infinitive", "adj-preposition",
     "noun-that", "noun-infinitive", "noun-clause", "noun-preposition"),
)  # fmt: skip
RANK = {frame: place for place, frames in enumerate(TIERS) for frame in frames}

SIGNING = frozenset(["NP", ",", "IN", "CC", "ADJ", "RB", "PAREN", "TIME"])  # chunks of a signature
LONGEST_LINE = 14  # tokens of a line with a name and an office
SPEECH = 2  # words: a shorter quotation that no cue governs is a name or a scare quote


@dataclass(slots=True)
class RawAttribution:
    """An attribution before its people are resolved; spans are code points of the text.

    The clauses are those of the sentence, which goes by its number.
    """

    sentence: int
    clauses: Clauses
    relation: SpeechRelation
    cue: Span
    speaker: Span | None
    pieces: list[Span]
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def anchor(self) -> Span:
        """From the first reported word to the last."""
        return Span(min(self.pieces).start, max([piece.end for piece in self.pieces]))

    def distance(self, span: Span) -> int:
        """Return how far words are from its own or from its cue, in code points."""
        return min(abs(self.anchor.end - span.start), abs(self.cue.start - span.end))


def find_attributions(
    sentences: Sequence[Sentence], clauses: Sequence[Clauses]
) -> list[RawAttribution]:
    """Return all attributions of a text, in reading order; clauses are the sentences in chunks."""
    attributions: list[RawAttribution] = []
    for index, (sentence, in_chunks) in enumerate(zip(sentences, clauses, strict=True)):
        candidates = [_unresolved(index, in_chunks, r) for r in relations_of(in_chunks)]
        in_sentence = _select([*candidates, *_signed_within(index, sentence)])
        for attribution in in_sentence:
            _take_rest(sentence, attribution, in_sentence)
        attributions.extend(in_sentence)
    _continue(sentences, attributions)
    _orphans(sentences, attributions)
    attributions = _with_neighbors(sentences, clauses, attributions)
    for attribution in attributions:
        attribution.quotations = _quotations_in(sentences, attribution)
    # The plan, dubbed “Iron Ferry”: a name, which nobody says.
    return [a for a in attributions if a.quotations or a.relation.frame != "quote"]


def _unresolved(index: int, clauses: Clauses, relation: SpeechRelation) -> RawAttribution:
    speaker = clauses.span(relation.speaker) if relation.speaker else None
    cue = relation.cue.within or clauses.span((relation.cue.first, relation.cue.last))
    pieces = [clauses.span(words) for words in (relation.content, relation.tail) if words]
    return RawAttribution(index, clauses, relation, cue, speaker, pieces)


def _select(candidates: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Of attributions that claim the same words, keep the surest."""
    kept: list[RawAttribution] = []
    order = sorted(candidates, key=lambda f: (_tier(f.relation), f.cue.start))
    for attribution in order:
        rivals = [surer for surer in kept if _conflict(attribution, surer)]
        whole = attribution.relation.embedded and attribution.relation.frame == "that"
        if whole and all(attribution.pieces[0].holds(rival.cue.start) for rival in rivals):
            kept = [surer for surer in kept if surer not in rivals]  # who said that she hoped
            rivals = []
        if not rivals:
            kept.append(attribution)
    return sorted(kept, key=lambda f: f.cue.start)


def _tier(relation: SpeechRelation) -> int:
    """Return the rank of a relation: what reports inside a relative clause yields to the whole."""
    tier = RANK.get(relation.frame, len(TIERS))
    return max(tier, len(TIERS) - 1) if relation.embedded else tier


def _conflict(first: RawAttribution, second: RawAttribution) -> bool:
    others = (second.cue, *second.pieces)
    return any(span.overlaps(other) for span in (first.cue, *first.pieces) for other in others)


def _take_rest(
    sentence: Sentence, attribution: RawAttribution, in_sentence: Sequence[RawAttribution]
) -> None:
    """Add what follows the attribution in its sentence: "Words," he said, "more words"."""
    if attribution.relation.position != "before" or attribution.relation.frame == "by":
        return
    last = max(attribution.cue.end, attribution.speaker.end if attribution.speaker else 0)
    for token in sentence.tokens:
        if token.tag != "Q" or token.start < last:
            continue
        span = Span(token.start, token.end)
        if any(span.overlaps(piece) for rival in in_sentence for piece in rival.pieces):
            return
        attribution.pieces.append(span)


def _continue(sentences: Sequence[Sentence], attributions: list[RawAttribution]) -> None:
    """Join sentences that are only a quotation to the attribution before them.

    A paragraph of quotation left open belongs to whoever is named in the next one, unless the
    quotation before it was left open too.
    """
    by_sentence = in_sentences(attributions)
    current: RawAttribution | None = None
    before: RawAttribution | None = None  # who spoke before the words that wait for a name
    asked = False  # whether words without a name may answer somebody
    waiting: list[Span] = []
    for sentence_number, sentence in enumerate(sentences):
        in_sentence = by_sentence.get(sentence_number)
        if in_sentence:
            quoted = [f for f in in_sentence if any(_is_quoted(sentence, p) for p in f.pieces)]
            current = quoted[-1] if quoted else in_sentence[-1]
            if quoted and sentence.tokens[0].tag == "Q":
                quoted[0].pieces.extend(waiting)
            elif before is not None:
                before.pieces.extend(waiting)
            before, waiting, asked = None, [], current.relation.cue.base == "ask"
            current = None if current.relation.frame == "signature" else current
        elif not _only_quotation(sentence) or _is_turn(sentences, sentence_number):
            if before is not None:
                before.pieces.extend(waiting)
            current, before, waiting = None, None, []
        else:
            span = Span(sentence.start, sentence.end)
            if asked and sentence.paragraph != sentences[sentence_number - 1].paragraph:
                current = None
            elif current is not None and _belongs(sentences, current, sentence_number):
                current.pieces.append(span)
            else:
                before = before or current
                current = None
                waiting.append(span)
    if before is not None:
        before.pieces.extend(waiting)


def in_sentences(attributions: Sequence[RawAttribution]) -> dict[int, list[RawAttribution]]:
    """Return the attributions of each sentence, by its number."""
    by_sentence: dict[int, list[RawAttribution]] = {}
    for attribution in attributions:
        by_sentence.setdefault(attribution.sentence, []).append(attribution)
    return by_sentence


def _belongs(sentences: Sequence[Sentence], current: RawAttribution, sentence_number: int) -> bool:
    """Return whether a sentence of quotation alone goes on from the attribution before it."""
    sentence, previous = sentences[sentence_number], sentences[sentence_number - 1]
    if sentences[current.sentence].paragraph == sentence.paragraph:
        return True
    opens = previous.paragraph != sentence.paragraph and not _closed(sentence)
    return previous.paragraph >= sentence.paragraph - 1 and not (opens and _closed(previous))


def _is_turn(sentences: Sequence[Sentence], number: int) -> bool:
    """Return whether a quotation opens a paragraph that names somebody: “Words.” X nodded."""
    own, after = sentences[number], sentences[number + 1 : number + 2]
    opens = number and sentences[number - 1].paragraph != own.paragraph and _closed(own)
    follows = [s for s in after if s.paragraph == own.paragraph and not _only_quotation(s)]
    return bool(opens) and any(token.tag == "NNP" for s in follows for token in s.tokens)


def _closed(sentence: Sentence) -> bool:
    return all(quotation.closed for quotation in sentence.quotations.values())


def _orphans(sentences: Sequence[Sentence], attributions: Sequence[RawAttribution]) -> None:
    """Join quotations that nobody claims to the words before them, else to the current speech."""
    by_sentence = in_sentences(attributions)
    claimed = sorted(piece for attribution in attributions for piece in attribution.pieces)
    current: RawAttribution | None = None
    for sentence_number, sentence in enumerate(sentences):
        in_sentence = by_sentence.get(sentence_number, [])
        if not sentence.quotations and not in_sentence:
            continue
        told = bool(in_sentence) or sentence.tokens[0].tag in ("PRP", "Q")
        if not told and any(token.tag in ("VBD", "VBZ") for token in sentence.tokens):
            continue  # another tells or does something: whose words they are is not said
        for token_index, quotation in sentence.quotations.items():
            span = quotation.outer
            if quotation.name or _covered(claimed, span) or _extend(in_sentence, sentence, span):
                continue
            quoted = sentence.tokens[token_index].text
            if len(quoted.split()) < SPEECH and not (quoted[1].isupper() and "." in quoted[-2:]):
                continue
            asked = in_sentence and asks_at(in_sentence[0].clauses, span.start)
            if asked or _is_cried(sentence, token_index):
                continue  # asked about the “sieve,” X said…
            comma = "," in [token.low for token in sentence.tokens[token_index + 1 :][:1]]
            part = quoted[1].islower() or quoted[-2:-1].isalnum()  # the “Valley of Doves” cemetery
            part = part or sentence.tokens[0].tag in (
                "IN",
                "TO",
            )  # to a question on “Doves,” X said
            if part and not comma and _is_apart(in_sentence, span):
                continue
            near = min(in_sentence, key=lambda f: f.distance(span), default=current)
            if near and sentences[near.sentence].paragraph == sentence.paragraph:
                near.pieces.append(span)
        current = in_sentence[-1] if in_sentence else current


def _is_cried(sentence: Sentence, quoted: int) -> bool:
    """Return whether a quotation is what others cry: met with shouts of “Out!”, X promised…"""
    before = [token.low for token in sentence.tokens[max(0, quoted - 2) : quoted]]
    return before[1:] == ["of"] and before[0] in members("cries")


def _is_apart(in_sentence: Sequence[RawAttribution], span: Span) -> bool:
    """Return whether words are in a clause before all who speak: It was “dark” before X said…"""
    speakers = [f.speaker for f in in_sentence if f.speaker and f.relation.position == "after"]
    ahead = bool(speakers) and len(speakers) == len(in_sentence)
    return ahead and all(span.end <= speaker.start for speaker in speakers)


def _with_neighbors(
    sentences: Sequence[Sentence],
    clauses: Sequence[Clauses],
    attributions: Sequence[RawAttribution],
) -> list[RawAttribution]:
    """Add the quotations that only the sentence after or before tells whose they are.

    X was blunt. “Words.” Or: “Words.” That was how X put it.
    """
    by_sentence = in_sentences(attributions)
    claimed = sorted(piece for attribution in attributions for piece in attribution.pieces)
    number = 0
    while number < len(sentences):
        first = number
        words: list[Span] = []
        while number < len(sentences) and (said := _unclaimed(sentences[number], claimed)):
            if number > first and _is_signed(sentences, number):
                break  # not by whoever signs the next paragraph
            words += said
            number += 1
        announced = [] if words else _announced(sentences[first], by_sentence.get(first, ()))
        number += not words
        if not words and not announced:
            continue
        given = any(a.relation.speaker for a in by_sentence.get(first, ())) if announced else False
        above = None if announced else _named_above(sentences, clauses, first)
        named = above or _signed_below(sentences, clauses, number, first, given)
        if named is not None and announced:
            words = announced
            by_sentence.pop(first, None)  # Heard on the pier: “Words.” (NAME)
        if named is None and words:
            named = _told_beside(clauses, sentences, by_sentence, (first, number))
        if named is not None:
            named.pieces = words
            by_sentence.setdefault(named.sentence, []).append(named)
        elif not (by_sentence.get(first) or _is_notice(sentences[first])):
            left = (span for span in words or announced if not _covered(claimed, span))
            for span in left:
                own = max(n for n in range(first, number) if sentences[n].start <= span.start)
                by_sentence.setdefault(own, []).append(_unsigned(own, clauses[own], span))
    return [a for n in sorted(by_sentence) for a in by_sentence[n]]


def _named_above(
    sentences: Sequence[Sentence], clauses: Sequence[Clauses], first: int
) -> RawAttribution | None:
    """Return an attribution to whoever a line of its own above the words names: a heading."""
    line = first - 1
    signer = _name_line(sentences, clauses, line)
    while _name_line(sentences, clauses, line) is not None:
        words = line - 1
        while words >= 0 and _only_quotation(sentences[words]):
            words -= 1
        if words == line - 1:  # nor does it sign “Reactions: “…””
            own = words < 0 or [t.low for t in sentences[words].tokens[-2:-1]] != [":"]
            own = own and _holds_office(clauses[first - 1])
            return _unresolved(first - 1, clauses[first - 1], signer) if own and signer else None
        line = words
    return None  # names follow the words: “…” NAME “…” NAME


def _holds_office(clauses: Clauses) -> bool:
    """Return whether a line with a name also has an office, and is not a byline."""
    titles = {token.low for token in clauses.tokens if title_base(token.low)}
    return bool(titles) and not any(title + "s" in members("press") for title in titles)


def _name_line(
    sentences: Sequence[Sentence], clauses: Sequence[Clauses], number: int
) -> SpeechRelation | None:
    """Return the relation of a line of its own that is only a name and an office."""
    if number < 0 or sentences[number].paragraph in [
        sentences[n].paragraph for n in (number - 1, number + 1) if 0 <= n < len(sentences)
    ]:
        return None
    return _signer(clauses[number], bracketed=False)


def _signed_below(
    sentences: Sequence[Sentence],
    clauses: Sequence[Clauses],
    number: int,
    first: int,
    bracketed_only: bool,
) -> RawAttribution | None:
    """Return an attribution to whoever signs the words before, in brackets or in a line."""
    if number >= len(sentences):
        return None
    below = sentences[number].paragraph - sentences[first].paragraph
    bracketed = below == 0 and sentences[number].is_bracketed
    if below > 1 or (bracketed_only and not bracketed):
        return None
    signer = _signer(clauses[number], bracketed)
    return _unresolved(number, clauses[number], signer) if signer else None


def _signed_within(number: int, sentence: Sentence) -> Iterator[RawAttribution]:
    """Yield an attribution of each quotation with its signer in brackets: “Words” (NAME, mayor)."""
    tokens = sentence.tokens
    for index, quotation in sentence.quotations.items():
        start = index + 2
        if [token.low for token in tokens[index + 1 : start]] != ["("]:
            continue
        end = next((n for n in range(start, len(tokens)) if tokens[n].low == ")"), start)
        if end == start:
            continue
        clauses = read_clauses(tokens[start:end])
        if signer := _signer(clauses, bracketed=True):
            attribution = _unresolved(number, clauses, signer)
            attribution.pieces = [quotation.outer]
            yield attribution


def _told_beside(
    clauses: Sequence[Clauses],
    sentences: Sequence[Sentence],
    by_sentence: Mapping[int, Sequence[RawAttribution]],
    words: tuple[int, int],
) -> RawAttribution | None:
    """Return an attribution to whom the sentence after the words, or before them, names."""
    first, after = words
    for near in (after, first - 1):
        if (
            not 0 <= near < len(sentences)
            or sentences[near].paragraph != sentences[first].paragraph
        ):
            continue
        telling = near < first or _tells_who(clauses[near])
        named = _named_in(near, clauses[near], near > first) if telling else None
        if named is not None and (near >= first or near not in by_sentence):
            return named
    return None


def _announced(sentence: Sentence, own: Sequence[RawAttribution]) -> list[Span]:
    """Return the quotation that ends a sentence after a colon, if only the colon gives it."""
    tokens = sentence.tokens
    if len(tokens) < 3 or tokens[-1].tag != "Q" or tokens[-2].low != ":":
        return []
    if any(attribution.relation.frame != "colon" for attribution in own):
        return []
    quotation = sentence.quotations.get(len(tokens) - 1)
    return [quotation.outer] if quotation else []


def _unsigned(number: int, clauses: Clauses, words: Span) -> RawAttribution:
    """Return an attribution of words whose speaker the text leaves open."""
    attribution = _unresolved(number, clauses, _signature(clauses, None))
    attribution.pieces = [words]
    return attribution


def _is_notice(sentence: Sentence) -> bool:
    """Return whether a paper speaks for itself: Tell our reporters: “We listen.”"""
    return any(token.low in members("notices") for token in sentence.tokens)


def _is_signed(sentences: Sequence[Sentence], number: int) -> bool:
    """Return whether a sentence opens a paragraph in which one in brackets follows."""
    before, own, *after = sentences[number - 1 : number + 2]
    same = [s for s in after if s.paragraph == own.paragraph != before.paragraph]
    return any(sentence.is_bracketed for sentence in same)


def _signer(clauses: Clauses, bracketed: bool) -> SpeechRelation | None:
    """Return the relation of a line beside a quotation that is only a name and an office.

    Or of what is `bracketed` after one.
    """
    tokens = clauses.tokens
    line = len(tokens) <= LONGEST_LINE and SIGNING.issuperset(c.kind for c in clauses.chunks)
    line = line or all(t.text[0].isupper() or t.low in members("line-words") for t in tokens)
    unnamed = tokens[0].low in ("a", "an") and clauses.is_somebody(0)
    unnamed = bracketed and (unnamed or clauses.lows[0] in members("signs"))
    if not line or not (clauses.full_name(0) or unnamed):
        return None
    return _signature(clauses, (0, 1))


def _signature(clauses: Clauses, speaker: tuple[int, int] | None) -> SpeechRelation:
    """Return the relation of words beside a name, or of words that nobody is named for."""
    start = clauses.tokens[0].start
    cue = CueCandidate("signature", 0, 0, 1, "-", frozenset("q"), Span(start, start))
    return relate(clauses, cue, "signature", speaker, (0, 1), "before")


def _unclaimed(sentence: Sentence, claimed: Sequence[Span]) -> list[Span]:
    """Return the quotations of a sentence that is nothing else, if nobody has said them."""
    if not sentence.quotations:
        return []
    quoted = [q for q in sentence.quotations.values() if not q.name]
    if not _only_quotation(sentence) or any(_covered(claimed, q.outer) for q in quoted):
        return []
    words = "".join(token.text for token in sentence.tokens if token.tag == "Q").strip("\"“”'‘’«» ")
    return [q.outer for q in quoted] if words[:1].isupper() and words[-1:] in ".!?…" else []


def _tells_who(clauses: Clauses) -> bool:
    """Return whether a sentence only tells who said what comes before: That was how X put it."""
    tokens = clauses.tokens
    opens = tokens[0].low in ("that", "this", "those", "these", "so", "the")
    if opens and len(tokens) > 2 and tokens[1].tag == "BE" and clauses.naming(2):
        return True  # That was NAME, the mayor
    told = {"speaker", "words", "put", "said"} & {token.low for token in tokens}
    return opens and bool(told)


def _named_in(number: int, clauses: Clauses, after: bool) -> RawAttribution | None:
    """Return an attribution to a sentence's subject, or `after` the words to whomever it names."""
    verbs = clauses.of_kind("VG")
    named = [index for index, _ in clauses.noun_phrases() if clauses.naming(index)]
    if not verbs or not named or clauses.base(verbs[0]) in members("noticing"):
        return None
    subject = clauses.subject(verbs[0])
    if subject is None or not any(subject[0] <= index < subject[1] for index in named):
        if not after:
            return None
        subject = named[0], named[0] + 1
    own = [index for index in named if subject[0] <= index < subject[1]]
    if len([index for index in own if clauses.full_name(index)] or own) > 1:
        return None
    chunk = clauses.chunks[verbs[0]]
    base = clauses.base(verbs[0])
    if chunk.passive and base != "ask":
        return None  # X was shouted down
    cue = CueCandidate("verb", verbs[0], chunk.first, chunk.last, base, frozenset("q"))
    relation = relate(clauses, cue, "quote", subject, (verbs[0], verbs[0] + 1))
    return _unresolved(number, clauses, relation)


def _covered(claimed: Sequence[Span], span: Span) -> bool:
    reached = bisect_right(claimed, Span(span.end, 0))
    return any(span.overlaps(piece) for piece in claimed[max(0, reached - 6) : reached])


def _extend(in_sentence: Sequence[RawAttribution], sentence: Sentence, span: Span) -> bool:
    """Extend the content before the quotation over it; return whether no other cue came between."""
    following = (f for f in in_sentence if f.relation.position == "after")
    earlier = [f for f in following if f.anchor.end <= span.start]
    last = max(earlier, key=lambda f: f.anchor.end, default=None)
    if last is None or any(last.anchor.end <= f.cue.start < span.start for f in in_sentence):
        return False
    between = [t for t in sentence.tokens if last.anchor.end <= t.start < span.start]
    if len(between) > 14 or any(t.tag in (";", ".", "?") for t in between):
        return False
    last.pieces[-1] = Span(last.pieces[-1].start, span.end)
    return True


def _is_quoted(sentence: Sentence, piece: Span) -> bool:
    return any(piece.overlaps(q.outer) for q in sentence.quotations.values())


def _only_quotation(sentence: Sentence) -> bool:
    marks = (".", "Q", ",", "RB", "CC", ":", "PAREN")
    if not sentence.quotations or any(token.tag not in marks for token in sentence.tokens):
        return False
    return not "".join(token.text for token in sentence.tokens).isupper()  # “LATE AND DARK”


def _quotations_in(sentences: Sequence[Sentence], attribution: RawAttribution) -> list[Quotation]:
    quotations: list[Quotation] = []
    start, end = attribution.anchor
    first = attribution.sentence
    while first > 0 and sentences[first].start > start:
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
