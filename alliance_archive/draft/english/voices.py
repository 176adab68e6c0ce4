"""Attributions resolved to people: whose statement it is, and via whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...text.punctuation import quoted_words
from ..extraction import Attribution, Cue, Mention, Occasion, Setting, Span, hull
from ..quotations import Quotation
from .antecedents import Antecedents
from .attributions import RawAttribution, in_sentences
from .cast import Cast, Person
from .circumstances import setting_of
from .clauses import Clauses
from .cues import DASHES, with_name
from .gazetteer import SPOKEN_BY_OFFICE, title_base
from .lexicon import members, words
from .memory import BACK
from .naming import owner_in
from .nested import (
    Act,
    acts_of_others,
    is_press,
    may_be_own,
    only_quoted,
    told_by_others,
    with_speaker,
    without_retold,
    words_of,
)
from .occasions import occasions
from .relations import is_denied
from .resolution import Resolver
from .traces import PERSONAL

VOICES = SPOKEN_BY_OFFICE | {"official", "aide", "officer", "diplomat"}
OFFICIAL = frozenset(["ministry", "department", "government", "embassy", "office", "command"])
ARTICLES = frozenset(["a", "an", "the", "their", "his", "her", "its"])
JOINED_QUOTE = re.compile(r"[\"“‘'](?:and|but) ")
JOINS = DASHES | {"CC", ","}
CARRIERS = frozenset(["in", "via", "through", "by"])
CARRIER_WITHIN = 6  # tokens after the cue


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
        resolver.before = sentences[number - 1] if number else None
        for attribution in in_sentence:
            attributions += _attributions(attribution, resolver)
        meetings += occasions(clauses, resolver)
    return attributions, meetings


def _trailing(in_sentence: Sequence[RawAttribution]) -> dict[int, Sequence[Span]]:
    """Return the words before "…, X said" by the offset of X."""
    return {
        raw.speaker.start: raw.pieces
        for raw in in_sentence
        if raw.speaker and raw.relation.position == "before" and raw.relation.frame != "by"
    }


def _learn(
    sentences: Sequence[Clauses], by_sentence: Mapping[int, Sequence[RawAttribution]], cast: Cast
) -> None:
    """Find out who is he and who is she, from the pronouns that can mean only one person."""
    reader = Antecedents(cast)
    telling: set[int] = set()  # the sentences with pronouns, and those before them
    for number, clauses in enumerate(sentences):
        if not PERSONAL.isdisjoint([token.low for token in clauses.tokens]):
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
                reader.note_speaker([spoke[0].person], raw.anchor, *_stance(raw))
    cast.tell_sexes()


def _attributions(raw: RawAttribution, resolver: Resolver) -> Iterator[Attribution]:
    answers = bool(raw.quotations) and resolver.sentence - 1 in resolver.asking
    asking = [t.start for t in raw.clauses.tokens if t.base == "ask"] if answers else ()
    answers = answers and not any(map(raw.anchor.holds, asking))
    replies = raw.relation.cue.base in members("replies")
    if raw.speaker and (answers or replies):
        resolver.note_answer(raw.speaker.start, replies)
    mentions, people = resolver.mentions(raw.clauses, raw.speaker) if raw.speaker else ([], [])
    resolver.note_body(mentions if not raw.relation.embedded else ())
    resolver.note_strangers(mentions)
    document = _document(mentions)
    vehicle = document or _vehicle(raw)
    spoken, after = _apart(raw)
    parts = _joined_act(spoken, resolver) or _parts(spoken, mentions, people, document, resolver)
    parts += [(after, None)] if after else []
    # A document is not a participant: the statement is by those whose act it reports, else by its
    # author, or left open.
    speakers = _authors(raw, resolver) if document else mentions
    reporter = raw.relation.quoted_by
    told_by = resolver.mentions(raw.clauses, raw.clauses.span(reporter)) if reporter else ([], [])
    own = {label for mention in mentions for label in mention.resolved}  # X said she had told us
    via = [m for m in told_by[0] if not _is_outlet(m) and own.isdisjoint(m.resolved)]
    teller = told_by[1] if via else people
    for part, act in parts:
        act = with_speaker(act, mentions, people) if act else None
        # Somebody without a name who tells what a ministry does speaks for himself.
        # But for what X said, according to officials.
        second_hand = raw.relation.cue.kind == "source" and part.pieces[0] != raw.pieces[0]
        unnamed = act and not (act.people or document or second_hand) and _is_unnamed(mentions)
        if act and (unnamed or may_be_own(act, mentions, people)):
            act = None
        # So does an official without a name who tells what “the alliance” welcomed.
        if act is None or not any(m.resolved for m in (*act.speakers, *speakers)):
            asserts, asks = _stance(part)
            part = without_retold(part)
            told_of = hull([part.anchor, raw.speaker]) if via and raw.speaker else part.anchor
            resolver.note_speaker(teller, told_of, asserts or bool(via), asks)
            attribution = _attribution(resolver.text, part, mentions, speakers)
            attribution = replace(attribution, voiced_by=tuple(via)) if via else attribution
        else:
            resolver.note_group(act.cue.start, act.people)
            resolver.note_speaker(people, part.anchor, *_stance(part))
            resolver.told = (part, act.speakers, act.people)
            if any(q.outer.start == act.start for q in part.quotations[:1]) and _is_whole(
                resolver.text, part.quotations[0]
            ):
                part = replace(part, pieces=[q.outer for q in part.quotations])
            attribution = _attribution(resolver.text, part, mentions, act.speakers)
            attribution = replace(
                attribution,
                voiced_by=tuple(m for m in speakers if not is_press(m)),
                act=_cue(resolver.text, act.cue),
            )
            anchor = words_of(act, attribution)
            attribution = replace(attribution, anchor=anchor)
            if only_quoted(anchor, part.quotations):
                attribution = replace(attribution, form="direct", content=None)
        attribution = replace(attribution, setting=_setting(raw, act, resolver.text))
        yield replace(attribution, document=vehicle) if vehicle else attribution


def _setting(raw: RawAttribution, act: Act | None, text: str) -> Setting:
    """Return when and where it was said; or what another tells of was done."""
    clauses, relation = raw.clauses, raw.relation
    if act is None:
        cue, frame = relation.cue.chunk, relation.frame
        return setting_of(clauses, text, cue, relation.speaker, raw.pieces, frame)
    for index in clauses.of_kind("VG", "INF", "GER"):
        chunk = clauses.chunks[index]
        if clauses.span((chunk.first, chunk.last)).holds(act.cue.start):
            subject = clauses.subject(index)
            return setting_of(clauses, text, index, subject and clauses.token_range(subject))
    return Setting()


def _stance(raw: RawAttribution) -> tuple[bool, bool]:
    """Return whether somebody says something, in a clause or a quotation, and whether asks it."""
    relation = raw.relation
    frames = ("that", "clause", "quote", "before", "colon", "source-last", "source-first")
    asks = relation.cue.base == "ask"
    return (relation.frame in frames or bool(raw.quotations)) and not asks, asks


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
        return [part for clause in _by_clause(raw) for part in acts_of_others(clause, resolver)]
    resolver.note_group(raw.cue.start, people)
    if any(mention.kind == "group" and not mention.resolved for mention in mentions):
        resolver.note_open_group(raw.cue.start)
    relation = raw.relation
    asked = relation.frame == "question" and raw.clauses.tokens[relation.content[0]].low != "how"
    if relation.cue.kind != "verb" or relation.quoted_by or asked:
        return [(raw, None)]
    return [(clause, told_by_others(clause, mentions, resolver)) for clause in _by_clause(raw)]


def _by_clause(raw: RawAttribution) -> list[RawAttribution]:
    """Return an attribution for each clause that is reported: said that…, and that…"""
    whole = raw.pieces[0]
    if raw.relation.position == "before":
        second = raw.pieces[1] if len(raw.pieces) > 1 else None
        joined = second and _after_conjunction(raw, second)
        pieces = [whole, *raw.pieces[2:]]
        return [_part(raw, pieces), _part(raw, [joined])] if joined else [raw]
    tokens = raw.clauses.tokens
    if "that" not in [token.low for token in tokens]:
        return [raw]
    starts = [
        following.start
        for token, following, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if token.tag == "CC"
        and following.low == "that"
        and whole.holds(following.start)
        and after.tag != "BE"  # and that’s it
    ]
    starts = [start for start in starts if start > whole.start]
    if not starts:
        return [raw]
    edges = [whole.start, *starts]
    ends = [max(t.end for t in tokens if t.end <= s and t.tag not in JOINS) for s in starts]
    clauses = [Span(*edge) for edge in zip(edges, [*ends, whole.end], strict=True)]
    return [_part(raw, [c]) for c in clauses[:-1]] + [_part(raw, [clauses[-1], *raw.pieces[1:]])]


def _after_conjunction(raw: RawAttribution, tail: Span) -> Span | None:
    """Return the clause of "…, she said, and it would take a year"; None if none starts there."""
    clauses = raw.clauses
    for index, chunk in enumerate(clauses.chunks):
        starts = clauses.tokens[chunk.first].start == tail.start
        if starts and JOINED_QUOTE.match(clauses.tokens[chunk.first].text):
            return None if only_quoted(raw.pieces[0], raw.quotations) else tail
        opens = starts and clauses.kinds[index] == "CC"
        end = clauses.next_word(",", index) or len(clauses.chunks)
        finite = any(clauses.kinds[step] == "VG" for step in range(index + 2, end))
        if opens and finite and clauses.kinds[index + 1] != "VG":
            return Span(clauses.tokens[clauses.chunks[index + 1].first].start, tail.end)
    return None


def _apart(raw: RawAttribution) -> tuple[RawAttribution, RawAttribution | None]:
    """Return what an attribution's own sentence reports, and the quotations after it, if any."""
    end = raw.clauses.tokens[-1].end
    own = [piece for piece in raw.pieces if piece.start < end]
    after = [piece for piece in raw.pieces if piece.start >= end]
    if not own or not after or any(q.outer.start == own[0].start for q in raw.quotations):
        return raw, None
    return _part(raw, own), _part(raw, after)


def _part(raw: RawAttribution, pieces: list[Span]) -> RawAttribution:
    inside = [q for q in raw.quotations if any(p.overlaps(q.inner) for p in pieces)]
    return replace(raw, pieces=pieces, quotations=inside)


def _voices_others(
    raw: RawAttribution, mentions: Sequence[Mention], people: Sequence[Person]
) -> bool:
    """Return whether the people named may only report what others said or did."""
    if raw.relation.cue.base in members("denials"):
        return False  # denied that the minister had promised it
    spoken = any(person.speaks_for_others for person in people)
    return spoken or raw.relation.cue.kind == "source" or _office_voice(mentions)


def _is_outlet(mention: Mention) -> bool:
    """Return whether it may be a newspaper or an agency, which quotes and does not speak."""
    if mention.kind == "organization":
        return not {word.lower() for word in mention.text.split()} & OFFICIAL
    known = mention.resolved and mention.text.lower() in PERSONAL  # an outlet is not “he”
    return not known and mention.kind not in ("person", "state")


def _office_voice(mentions: Sequence[Mention]) -> bool:
    """Return whether a ministry, an office, or somebody with an office but no name speaks."""
    for mention in mentions:
        if mention.kind == "organization":
            return True
        titles = {title_base(word) for word in mention.text.split()}
        if titles & (SPOKEN_BY_OFFICE if mention.resolved else VOICES):
            return True
    return False


def _is_unnamed(mentions: Sequence[Mention]) -> bool:
    """Return whether sources without names speak, and not spokespeople: two diplomats."""
    titles = {title_base(word) for mention in mentions for word in mention.text.split()}
    nameless = all(m.kind in ("group", "person", "other") and not m.resolved for m in mentions)
    return nameless and not titles & SPOKEN_BY_OFFICE


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
    first = next(i for i, c in chunks if clauses.tokens[c.last - 1].end > raw.speaker.start)
    tokens = clauses.chunk_tokens(first)
    names = [token for token in tokens if token.tag == "NNP"]
    if names and tokens[-1].low in members("polls"):
        return [resolver.body(names)]
    link = clauses.skip(first + 1, (",", "PART", "VG"))
    phrase = clauses.noun_phrase_after(link + 1)
    phrase = with_name(clauses, phrase) if phrase else None
    if owner := owner_in(tokens):
        words_of = Span(owner[0].start, owner[-1].end)
    elif phrase and link <= first + 3 and clauses.lows[link] in ("by", "from"):
        words_of = clauses.span(clauses.token_range(phrase))
    else:
        return []
    authors, _ = resolver.mentions(clauses, words_of)
    return authors if all(author.resolved for author in authors) else []


def _vehicle(raw: RawAttribution) -> str | None:
    """Return the document that carries the words, after the cue: in a separate statement."""
    clauses, relation = raw.clauses, raw.relation
    if relation.speaker is None:
        return None
    last = max(relation.cue.last, relation.speaker[1] if relation.position == "before" else 0)
    for index in clauses.of_kind("IN"):
        near = last <= clauses.chunks[index].first <= last + CARRIER_WITHIN
        if near and clauses.lows[index] in CARRIERS and clauses.kinds[index + 1] == "NP":
            tokens = clauses.chunk_tokens(index + 1)
            if tokens[-1].low in words("documents"):
                return " ".join(t.text for t in tokens if t.tag not in ("DT", "PRPS"))
    return None


def _attribution(
    text: str, raw: RawAttribution, speakers: Sequence[Mention], attributed: Sequence[Mention]
) -> Attribution:
    rest = [p for p in raw.pieces if not only_quoted(p, raw.quotations)]
    form = "indirect" if not raw.quotations else "mixed" if rest else "direct"
    if raw.quotations and text.endswith(" to ", 0, raw.quotations[0].outer.start):
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
        withheld=_is_unsaid(raw) if raw.quotations else raw.relation.withheld,
        frame=raw.relation.frame,
    )


def _is_unsaid(raw: RawAttribution) -> bool:
    """Return whether words in quotation marks were not said: did not say it was “off.”"""
    relation, cue = raw.relation, raw.relation.cue
    if cue.kind != "verb" or relation.frame not in ("that", "clause", "object"):
        return False
    sayings = members("withheld") | members("judging")
    return cue.base in sayings and is_denied(raw.clauses, cue.chunk, relation.speaker)


def _is_whole(text: str, quotation: Quotation) -> bool:
    """Return whether the quoted words are a sentence of their own."""
    return text[quotation.inner.start].isupper()


def _is_woven(text: str, quotation: Quotation, raw: RawAttribution) -> bool:
    """Return whether the words are a part of the article's sentence, as in: called it “slow.”

    Only after verbs that take an object and no clause: said “it is late.” may be a sentence; and
    after prepositions.
    """
    before = text[max(0, quotation.outer.start - 9) : quotation.outer.start].rstrip()[-1:]
    lower = text[quotation.inner.start : quotation.inner.start + 1].islower()
    frames = raw.relation.cue.frames
    narrow = raw.relation.frame == "preposition" or ("o" in frames and "c" not in frames)
    return lower and before.isalpha() and narrow


def _without_closing_mark(text: str, quote: Span, form: str) -> Span:
    """Return the span of quoted words without the comma or period that is the article's."""
    words = quoted_words(text[quote.start : quote.end], form, "en")
    return Span(quote.start, quote.start + len(words))


def _cue(text: str, span: Span) -> Cue:
    return Cue(text[span.start : span.end], span.start, span.end)
