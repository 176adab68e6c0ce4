"""Attributions resolved to people: whose statement it is, and via whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...text.punctuation import quoted_words
from ..extraction import Attribution, Cue, Mention, Occasion, Span, hull
from ..quotations import Quotation
from .antecedents import BACK, FEMALE, PERSONAL, Antecedents
from .attributions import RawAttribution, in_sentences
from .cast import Cast, Person
from .clauses import Clauses, read_clauses
from .cues import CueCandidate, SpeechRelation, relate
from .gazetteer import SPOKEN_BY_OFFICE, person_word, title_base
from .lexicon import members, words
from .occasions import occasions
from .relations import WITHOUT_WORDS, find_relations, relations_of
from .resolution import Resolver
from .sentences import tokenize
from .verbs import TOLD

SOON_AS = 6  # chunks within which “as” follows: he saw the deal as a beginning
ACT_WITHIN = 12  # tokens from the start of a quotation that may contain its own act of speech
VOICES = SPOKEN_BY_OFFICE | {"official", "aide", "officer", "diplomat"}
NEGATIONS = frozenset(["not", "never", "n't", "didn't", "didn’t", "hadn't", "hadn’t"])
OFFICIAL = frozenset(["ministry", "department", "government", "embassy", "office", "command"])
ARTICLES = frozenset(["a", "an", "the", "their", "his", "her", "its"])
CARRIERS = frozenset(["in", "via", "through", "by"])


@dataclass(slots=True)
class Act:
    """An act of speech that the reported words themselves report."""

    speakers: Sequence[Mention]
    people: Sequence[Person]
    cue: Span
    start: int = 0  # where its words begin, if not directly after the cue
    whole: bool = False  # whether they are the clause as a whole: X agreed to stay, she said


def resolve(
    text: str, sentences: Sequence[Clauses], raw: Sequence[RawAttribution], cast: Cast
) -> tuple[list[Attribution], list[Occasion]]:
    """Return attributions and meetings in reading order, their people resolved along the way."""
    by_sentence = in_sentences(raw)
    _learn(sentences, by_sentence, cast)
    resolver = Resolver(text, cast)
    attributions: list[Attribution] = []
    meetings: list[Occasion] = []
    for number, clauses in enumerate(sentences):
        in_sentence = by_sentence.get(number, [])
        resolver.note_sentence(number, clauses, _trailing(in_sentence))
        resolver.note_states(clauses)
        for attribution in in_sentence:
            attributions += _attributions(attribution, resolver)
        meetings += occasions(clauses, resolver)
    return attributions, meetings


def _trailing(in_sentence: Sequence[RawAttribution]) -> dict[int, Sequence[Span]]:
    """Return the words before "…, X said" by the offset of X."""
    return {
        raw.speaker.start: raw.pieces
        for raw in in_sentence
        if raw.speaker and raw.relation.position == "before"
    }


def _learn(
    sentences: Sequence[Clauses], by_sentence: Mapping[int, Sequence[RawAttribution]], cast: Cast
) -> None:
    """Find out who is he and who is she, from the pronouns that can mean only one person."""
    reader = Antecedents(cast)
    telling: set[int] = set()  # the sentences with pronouns, and those before them
    for number, clauses in enumerate(sentences):
        if any(token.low in PERSONAL for token in clauses.tokens):
            telling.update(range(number - BACK, number + 1))
    for number, clauses in enumerate(sentences):
        if number not in telling:
            continue
        in_sentence = by_sentence.get(number, ())
        reader.note_sentence(number, clauses, _trailing(in_sentence), groups=False)
        for raw in in_sentence:
            spoke = [
                t for t in reader.traces[number] if raw.speaker and raw.speaker.holds(t.offset)
            ]
            if len(spoke) == 1 and spoke[0].person:
                reader.note_speaker([spoke[0].person], raw.anchor, *_stance(raw.relation))
    cast.tell_sexes()


def _attributions(raw: RawAttribution, resolver: Resolver) -> Iterator[Attribution]:
    if raw.speaker and raw.relation.cue.base in members("replies"):
        resolver.note_answer(raw.speaker.start)
    mentions, people = resolver.mentions(raw.clauses, raw.speaker) if raw.speaker else ([], [])
    document = _document(mentions)
    vehicle = document or _vehicle(raw)
    parts = _joined_act(raw, resolver) or _parts(raw, mentions, people, document, resolver)
    # A document is not a participant: the statement is by those whose act it reports, else by its
    # author, or left open.
    speakers = _authors(raw, resolver) if document else mentions
    reporter = raw.relation.quoted_by
    via = resolver.mentions(raw.clauses, raw.clauses.span(reporter))[0] if reporter else []
    via = [mention for mention in via if not _is_outlet(mention)]
    for part, act in parts:
        if act and _may_be_own(act, mentions, people):
            act = None
        # An official without a name who tells what “the alliance” welcomed speaks for himself.
        if act is None or not any(m.resolved for m in (*act.speakers, *speakers)):
            resolver.note_speaker(people, part.anchor, *_stance(part.relation))
            attribution = _attribution(resolver.text, part, mentions, speakers)
            attribution = replace(attribution, voiced_by=tuple(via))
        else:
            resolver.note_group(act.cue.start, act.people)
            resolver.note_speaker(people, part.anchor, *_stance(part.relation))
            resolver.told = (part, act.speakers, act.people)
            if any(q.outer.start == act.start for q in part.quotations[:1]) and _is_whole(
                resolver.text, part.quotations[0]
            ):
                part = replace(part, pieces=[q.outer for q in part.quotations])
            attribution = _attribution(resolver.text, part, mentions, act.speakers)
            attribution = replace(
                attribution,
                voiced_by=tuple(m for m in speakers if not _is_press(m)),
                act=_cue(resolver.text, act.cue),
            )
            attribution = replace(attribution, anchor=_words_of(act, attribution))
        yield replace(attribution, document=vehicle)


def _stance(relation: SpeechRelation) -> tuple[bool, bool]:
    """Return whether somebody says something, in a clause or a quotation, and whether asks it."""
    frames = ("that", "clause", "quote", "before", "colon", "source-last", "source-first")
    asks = relation.cue.base == "ask"
    return relation.frame in frames and not asks, asks


def _words_of(act: Act, attribution: Attribution) -> Span:
    """Return the passage: what was reaffirmed, not that somebody met and reaffirmed it."""
    anchor, quotes = attribution.anchor, attribution.quotes
    if act.whole and attribution.voiced_by:
        return anchor
    first = min((quote.start for quote in quotes), default=anchor.end)
    inside = anchor.start <= act.cue.start and act.cue.end <= first and act.cue.end < anchor.end
    return Span(max(act.start, act.cue.end), anchor.end) if inside else anchor


def _joined_act(
    raw: RawAttribution, resolver: Resolver
) -> list[tuple[RawAttribution, Act | None]] | None:
    """Return a second act of the same people: they met, Brekke said, and agreed to go on."""
    if resolver.told is None:
        return None
    first, mentions, people = resolver.told
    same = first.sentence == raw.sentence and first.speaker == raw.speaker
    if not same or first.relation.position != "before" or raw.relation.position != "after":
        return None
    return [(raw, Act(mentions, people, raw.cue))]


def _parts(
    raw: RawAttribution,
    mentions: Sequence[Mention],
    people: Sequence[Person],
    document: str | None,
    resolver: Resolver,
) -> list[tuple[RawAttribution, Act | None]]:
    """Return the attribution by its clauses, each with the act of others that it reports."""
    if document is not None or _voices_others(raw, mentions, people):
        return [part for clause in _by_clause(raw) for part in _acts(clause, resolver)]
    resolver.note_group(raw.cue.start, people)
    if any(mention.kind == "group" and not mention.resolved for mention in mentions):
        resolver.note_open_group(raw.cue.start)
    relation = raw.relation
    asked = relation.frame == "question" and raw.clauses.tokens[relation.content[0]].low != "how"
    if relation.cue.kind != "verb" or relation.quoted_by or asked:
        return [(raw, None)]
    return [(clause, _told(clause, mentions, resolver)) for clause in _by_clause(raw)]


def _by_clause(raw: RawAttribution) -> list[RawAttribution]:
    """Return an attribution for each clause that is reported: said that…, and that…"""
    whole = raw.pieces[0]
    if raw.relation.position == "before":
        second = raw.pieces[1] if len(raw.pieces) > 1 else None
        joined = second and _after_conjunction(raw, second)
        pieces = [whole, *raw.pieces[2:]]
        return [_part(raw, pieces), _part(raw, [joined])] if joined else [raw]
    tokens = raw.clauses.tokens
    starts = [
        following.start
        for token, following in pairwise(tokens)
        if token.tag == "CC" and following.low == "that" and whole.holds(following.start)
    ]
    starts = [start for start in starts if start > whole.start]
    edges = [whole.start, *starts]
    ends = [max(t.end for t in tokens if t.end <= s and t.tag not in ("CC", ",")) for s in starts]
    clauses = [Span(*edge) for edge in zip(edges, [*ends, whole.end], strict=True)]
    return [_part(raw, [c]) for c in clauses[:-1]] + [_part(raw, [clauses[-1], *raw.pieces[1:]])]


def _after_conjunction(raw: RawAttribution, tail: Span) -> Span | None:
    """Return the clause of "…, she said, and it would take a year"; None if none starts there."""
    clauses = raw.clauses
    for index, chunk in enumerate(clauses.chunks):
        opens = clauses.tokens[chunk.first].start == tail.start and clauses.kind(index) == "CC"
        if opens and clauses.clause_follows(index + 1):
            return Span(clauses.tokens[clauses.chunks[index + 1].first].start, tail.end)
    return None


def _part(raw: RawAttribution, pieces: list[Span]) -> RawAttribution:
    inside = [q for q in raw.quotations if any(p.overlaps(q.inner) for p in pieces)]
    return replace(raw, pieces=pieces, quotations=inside)


def _told(raw: RawAttribution, speakers: Sequence[Mention], resolver: Resolver) -> Act | None:
    """Return what others said in the reported clause: X said Y had told her…, Y agreed, X said."""
    telling = _telling(raw) or _agreed(raw)
    act = _act(raw.clauses, telling, resolver) if telling else None
    if telling and telling.cue.base == "ask":
        return None  # the Koreans had asked him for it, he said: an event that he tells
    told_by = [mention.resolved for mention in speakers]
    if act is None or [mention.resolved for mention in act.speakers] == told_by:
        return None
    return act


def _may_be_own(act: Act, speakers: Sequence[Mention], people: Sequence[Person]) -> bool:
    """Return whether a pronoun may mean the speaker: “X said she hoped”, unless X is a man."""
    told, own = act.speakers[0].text.lower(), speakers[0].text.lower() if speakers else ""
    if len(act.speakers) > 1 or told not in PERSONAL or not (len(people) == 1 or own in PERSONAL):
        return False
    sex = "w" if own in FEMALE else "m" if own in PERSONAL else people[0].sex
    return sex in ("", "w" if told in FEMALE else "m")


def _telling(raw: RawAttribution) -> SpeechRelation | None:
    """Return who tells what in the reported clause, unless that is denied or supposed."""
    clauses = raw.clauses
    for index, chunk in enumerate(clauses.chunks):
        inside = raw.pieces[0].holds(clauses.tokens[chunk.first].start)
        if chunk.kind != "VG" or not inside or chunk.first == raw.relation.cue.first:
            continue
        if chunk.passive:
            by = (r for r in relations_of(clauses) if r.cue.first == chunk.first and r.speaker)
            return next((r for r in by if r.frame in TOLD), None)  # he had been told by X that…
        base, subject = clauses.base(index), clauses.subject(index)
        as_what = "s" in clauses.frames(index) and clauses.next_word("as", index, SOON_AS)
        that = base in ("settle", "arrange") and clauses.low(clauses.skip(index + 1)) == "that"
        if subject is None or not (as_what or that or base in members("speech")):
            return None  # the clause is about something else
        found = (r for r in relations_of(clauses) if r.cue.first == chunk.first and r.speaker)
        cue = CueCandidate("verb", index, chunk.first, chunk.last, base, clauses.frames(index))
        told = relate(clauses, cue, "told", subject, (index, index + 1))
        relation = next(found, told)
        return relation if _opens(raw, relation) and _is_telling(clauses, relation) else None
    return None


def _agreed(raw: RawAttribution) -> SpeechRelation | None:
    """Return what “they” agreed in a later clause: he and X met, and they agreed, he said."""
    for relation in relations_of(raw.clauses):
        if relation.speaker is None or not _is_act(relation) or raw.relation.position != "before":
            continue
        speaker = raw.clauses.tokens[relation.speaker[0]]
        they = speaker.low == "they" and raw.pieces[0].holds(speaker.start)
        if they and _is_telling(raw.clauses, relation):
            return relation
    return None


def _opens(raw: RawAttribution, relation: SpeechRelation) -> bool:
    """Return whether the relation's subject is that of the whole reported clause."""
    if relation.speaker is None:
        return False
    start = raw.clauses.span(relation.speaker).start
    before = (t for t in raw.clauses.tokens if raw.pieces[0].start <= t.start < start)
    return raw.pieces[0].holds(start) and all(
        t.tag in ("CS", "RB", "DT", "TIME", "WRB") for t in before
    )


def _is_telling(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether it reports that something was said, and neither denies nor supposes it."""
    cue = relation.cue
    supposed = _is_supposed(clauses, cue.chunk) or _is_denied(clauses, cue.chunk)
    return clauses.kind(cue.chunk) == "VG" and not supposed


def _is_supposed(clauses: Clauses, verb: int) -> bool:
    """Return whether something may be said or done: could open, would say."""
    return any(token.tag == "MD" and token.low != "will" for token in clauses.chunk_tokens(verb))


def _is_denied(clauses: Clauses, verb: int) -> bool:
    """Return whether something was not said or done, or done to its subject: he had been asked."""
    chunk = clauses.chunks[verb]
    tokens = clauses.tokens[max(0, chunk.first - 1) : chunk.last]
    return chunk.passive or any(token.low in NEGATIONS for token in tokens)


def _voices_others(
    raw: RawAttribution, mentions: Sequence[Mention], people: Sequence[Person]
) -> bool:
    """Return whether the people named may only report what others said or did."""
    offices = (word for person in people for office in person.offices for word in office)
    spoken = any(title_base(word) in SPOKEN_BY_OFFICE for word in offices)
    return spoken or raw.relation.cue.kind == "source" or _office_voice(mentions)


def _is_outlet(mention: Mention) -> bool:
    """Return whether it may be a newspaper or an agency, which quotes and does not speak."""
    if mention.kind == "organization":
        return not {word.lower() for word in mention.text.split()} & OFFICIAL
    return mention.kind not in ("person", "state")


def _is_press(mention: Mention) -> bool:
    """Return whether a paper or an agency is named, which tells the news and is nobody's voice."""
    named = {word.lower() for word in mention.text.split()}
    return mention.kind in ("organization", "other") and bool(named & members("outlets"))


def _office_voice(mentions: Sequence[Mention]) -> bool:
    """Return whether a ministry, an office, or somebody with an office but no name speaks."""
    for mention in mentions:
        if mention.kind == "organization":
            return True
        titles = {title_base(word) for word in mention.text.split()}
        if mention.kind == "person" and not mention.resolved:
            return bool(titles & VOICES)
        if mention.kind == "person" and titles & SPOKEN_BY_OFFICE:
            return True
    return False


def _document(mentions: Sequence[Mention]) -> str | None:
    """Return the document that is itself named as the speaker, without its article."""
    named = next((mention.text for mention in mentions if mention.kind == "document"), None)
    first, _, rest = (named or "").partition(" ")
    return rest if rest and first.lower() in ARTICLES else named


def _authors(raw: RawAttribution, resolver: Resolver) -> list[Mention]:
    """Return whose document it is: a memo by X, a note carried by an agency, an Avel poll."""
    clauses = raw.clauses
    assert raw.speaker is not None
    chunks = enumerate(clauses.chunks)
    first = next(i for i, c in chunks if clauses.tokens[c.first].start >= raw.speaker.start)
    tokens = clauses.chunk_tokens(first)
    names = [token for token in tokens if token.tag == "NNP"]
    if names and tokens[-1].low in members("polls"):
        return [resolver.body(names)]
    link = clauses.skip(first + 1, ("PART", "VG"))
    if (
        link > first + 2
        or clauses.low(link) not in ("by", "from")
        or clauses.kind(link + 1) != "NP"
    ):
        return []
    phrase = clauses.token_range(clauses.noun_phrase_after(link + 1) or (link + 1, link + 2))
    authors, _ = resolver.mentions(clauses, clauses.span(phrase))
    return authors if all(author.resolved for author in authors) else []


def _vehicle(raw: RawAttribution) -> str | None:
    """Return the document that carries the words, after the cue: in a separate statement."""
    clauses, relation = raw.clauses, raw.relation
    if relation.speaker is None:
        return None
    last = max(relation.cue.last, relation.speaker[1] if relation.position == "before" else 0)
    for index, carrier in enumerate(clauses.chunks[:-1]):
        near = last <= carrier.first <= last + 6
        if near and clauses.low(index) in CARRIERS and clauses.kind(index + 1) == "NP":
            tokens = clauses.chunk_tokens(index + 1)
            if tokens[-1].low in words("documents"):
                return " ".join(t.text for t in tokens if t.tag not in ("DT", "PRPS"))
    return None


def _attribution(
    text: str, raw: RawAttribution, speakers: Sequence[Mention], attributed: Sequence[Mention]
) -> Attribution:
    rest = [p for p in raw.pieces if not _only_quoted(p, raw.quotations)]
    form = "indirect" if not raw.quotations else "mixed" if rest else "direct"
    if raw.quotations and text[: raw.quotations[0].outer.start].endswith(" to "):
        form = "mixed"  # agreed to “share the dam”
    return Attribution(
        form=form,
        cue=_cue(text, raw.cue),
        speakers=tuple(speakers),
        attributed_to=tuple(attributed),
        as_given=" and ".join(mention.text for mention in attributed or speakers[:1]) or None,
        quotes=tuple(
            _without_closing_mark(text, q.inner, "mixed" if _is_woven(text, q, raw) else form)
            for q in raw.quotations
        ),
        content=hull(rest) if rest else None,
        anchor=raw.anchor,
        marks=tuple(q.mark for q in raw.quotations),
        withheld=raw.relation.withheld,
    )


def _is_whole(text: str, quotation: Quotation) -> bool:
    """Return whether the quoted words are a sentence of their own."""
    return text[quotation.inner.start].isupper()


def _is_woven(text: str, quotation: Quotation, raw: RawAttribution) -> bool:
    """Return whether the words are a part of the article's sentence, as in: called it “slow.”

    Only after verbs that take an object and no clause: said “it is late.” may be a sentence.
    """
    before = text[max(0, quotation.outer.start - 9) : quotation.outer.start].rstrip()[-1:]
    lower = text[quotation.inner.start : quotation.inner.start + 1].islower()
    frames = raw.relation.cue.frames
    return lower and before.isalpha() and "o" in frames and "c" not in frames


def _without_closing_mark(text: str, quote: Span, form: str) -> Span:
    """Return the span of quoted words without the comma or period that is the article's."""
    words = quoted_words(text[quote.start : quote.end], form, "en")
    return Span(quote.start, quote.start + len(words))


def _cue(text: str, span: Span) -> Cue:
    return Cue(text[span.start : span.end], span.start, span.end)


def _only_quoted(piece: Span, quotations: Sequence[Quotation]) -> bool:
    return any(q.outer.start <= piece.start and piece.end <= q.outer.end + 1 for q in quotations)


def _acts(raw: RawAttribution, resolver: Resolver) -> list[tuple[RawAttribution, Act | None]]:
    """Return the attribution, split if its quotations each report an act of their own."""
    if raw.relation.cue.kind == "source":
        second_hand = _second_hand(raw, resolver)
        return [(raw, _act_in_clause(raw, resolver))] if second_hand[1] is None else [second_hand]
    if not raw.quotations or not _only_quoted(raw.pieces[0], raw.quotations):
        return [(raw, _act_in_clause(raw, resolver))]
    parts: list[tuple[list[Quotation], Act | None]] = []
    for quotation in raw.quotations:
        act = _act_in_quotation(quotation, resolver)
        if act is not None:
            resolver.note_group(act.cue.start, act.people)
        if parts and (act is None or parts[-1][1] is None):
            parts[-1][0].append(quotation)
        else:
            parts.append(([quotation], act))
    if len(parts) == 1:
        return [(raw, parts[0][1])]
    return [
        (replace(raw, pieces=[q.outer for q in quotations], quotations=quotations), act)
        for quotations, act in parts
    ]


def _act_in_quotation(quotation: Quotation, resolver: Resolver) -> Act | None:
    tokens = tokenize(resolver.text, quotation.inner.start, quotation.inner.end)[:250]
    inner = read_clauses(tokens)
    for relation in find_relations(inner):
        if relation.cue.first <= ACT_WITHIN and _is_act(relation):
            act = _act(inner, relation, resolver)
            return act if act and all(mention.resolved for mention in act.speakers) else None
    return None


def _second_hand(raw: RawAttribution, resolver: Resolver) -> tuple[RawAttribution, Act | None]:
    """Return X's statement, which Y reports: words, X said, according to Y."""
    clauses, whole = raw.clauses, raw.pieces[0]
    for relation in relations_of(clauses):
        cue = clauses.span((relation.cue.first, relation.cue.last))
        if relation.speaker is None or not whole.holds(cue.start):
            continue
        if relation.cue.kind != "verb" or "q" not in relation.cue.frames:
            continue
        if clauses.kind(relation.cue.chunk) != "VG" or _is_supposed(clauses, relation.cue.chunk):
            continue
        content, speaker = clauses.span(relation.content), clauses.span(relation.speaker)
        fills = speaker.start == whole.start and content.end >= whole.end - 1
        if relation.position == "before" or fills:
            raw = replace(raw, pieces=[content, *raw.pieces[1:]])
            return raw, Act(*resolver.mentions(clauses, speaker), cue)
    return raw, None


def _act_in_clause(raw: RawAttribution, resolver: Resolver) -> Act | None:
    """Return the act in the reported clause: Hale reaffirmed that…, Brekke said."""
    for relation in relations_of(raw.clauses):
        first = relation.cue.first
        inside = raw.pieces[0].holds(raw.clauses.tokens[first].start)
        told = relation.cue.kind in ("verb", "quoted")
        if not inside or first == raw.relation.cue.first or not told:
            continue
        chunk = relation.cue.chunk
        if _is_denied(raw.clauses, chunk) or _is_supposed(raw.clauses, chunk):
            continue
        opens = _opens(raw, relation)
        if _is_act(relation) or (opens and relation.cue.base not in members("no-acts")):
            act = _act(raw.clauses, relation, resolver)
            if act is None or opens or all(mention.resolved for mention in act.speakers):
                return act
    telling = _telling(raw)
    return _act(raw.clauses, telling, resolver) if telling else None


def _is_act(relation: SpeechRelation) -> bool:
    cue = relation.cue
    if cue.kind not in ("verb", "quoted") or relation.speaker is None:
        return False
    if cue.base in members("no-acts"):
        return False
    return relation.position == "after" and bool({"q", "i", "t"} & cue.frames)


def _act(clauses: Clauses, relation: SpeechRelation, resolver: Resolver) -> Act | None:
    assert relation.speaker is not None
    mentions, people = resolver.mentions(clauses, clauses.span(relation.speaker))
    content = clauses.tokens[slice(*relation.content)]
    if all(token.tag in WITHOUT_WORDS or token.low in ("no", "nothing") for token in content):
        return None  # she did say so; he denied it
    for mention in mentions:
        if not mention.resolved and _is_press(mention):
            return None
        if mention.kind == "other" and mention.resolved:
            continue  # a surname, of whom the text tells nothing
        several = mention.kind == "pronoun" and mention.text.lower() in ("they", "he", "she")
        if not mention.resolved and not (
            several or mention.kind in ("person", "group", "organization")
        ):
            return None
        if mention.kind not in ("person", "group", "pronoun", "organization", "state"):
            return None
    cue = relation.cue.within or clauses.span((relation.cue.first, relation.cue.last))
    if relation.cue.kind == "quoted" and any(mention.kind == "state" for mention in mentions):
        return None  # of a state its own spokesperson tells
    start = clauses.span(relation.content).start
    following = relation.cue.chunk + 1
    told = _is_told(clauses, following) or clauses.low(following) in (",", ":", "by")
    whole = relation.frame == "infinitive"
    return Act(mentions, people, cue, start if told else 0, whole) if mentions else None


def _is_told(clauses: Clauses, index: int) -> bool:
    """Return whether a noun phrase is the person to whom something is said: told her that…"""
    if clauses.kind(index) != "NP":
        return False
    head = clauses.chunk_tokens(index)[-1]
    return head.tag in ("OBJ", "PRPS") or bool(clauses.naming(index) or person_word(head.text))
