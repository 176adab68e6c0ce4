"""Attributions found to attributions resolved: whose statement it is, and who voiced it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..extraction import Attribution, Cue, Mention
from ..quotations import Quotation
from ..spans import Span, hull
from .attributions import RawAttribution
from .cast import Person
from .chunks import chunk
from .clauses import Clauses
from .contents import Relation
from .cues import CueCandidate
from .gazetteer import SPOKEN_BY_OFFICE, title_base
from .lexicon import members, words
from .relations import find_relations
from .resolution import Resolver
from .tagging import tag
from .tokens import tokenize

ACT_WITHIN = 12  # tokens from the start of a quotation within which its own act of speech stands
VOICES = SPOKEN_BY_OFFICE | {"official", "aide", "officer", "diplomat"}
CARRIERS = frozenset(["in", "via", "through", "by"])


@dataclass(slots=True)
class Act:
    """An act of speech that the reported words themselves report."""

    speakers: list[Mention]
    people: list[Person]
    cue: Span
    start: int


def resolve(
    text: str, sentences: Sequence[Clauses], raw: Sequence[RawAttribution], resolver: Resolver
) -> list[Attribution]:
    """Return attributions in reading order, their people resolved as the reading goes."""
    attributions: list[Attribution] = []
    reached = 0
    for sentence_number, clauses in enumerate(sentences):
        in_sentence: list[RawAttribution] = []
        while reached < len(raw) and raw[reached].sentence == sentence_number:
            in_sentence.append(raw[reached])
            reached += 1
        outer = [f.speaker for f in in_sentence if f.speaker and f.relation.position == "before"]
        resolver.note_people(sentence_number, clauses, outer)
        for item in in_sentence:
            attributions += _attributions(text, sentence_number, clauses, item, resolver)
    return attributions


def _attributions(
    text: str, sentence_number: int, clauses: Clauses, raw: RawAttribution, resolver: Resolver
) -> list[Attribution]:
    resolved = resolver.mentions(sentence_number, clauses, raw.speaker) if raw.speaker else []
    mentions = [mention for mention, _ in resolved]
    people = [person for _, group in resolved for person in group]
    document = _document(mentions)
    vehicle = document or _vehicle(clauses, raw)
    if document is None and not _voices_others(raw, mentions, people):
        resolver.note_speaker(sentence_number, people)
        resolver.note_group(sentence_number, raw.cue.start, tuple(people))
        if any(mention.kind == "group" and not mention.resolved for mention in mentions):
            resolver.note_open_group(sentence_number, raw.cue.start)
        return [_attribution(text, raw, mentions, mentions, (), vehicle, None)]
    speakers = [] if document else mentions
    attributions: list[Attribution] = []
    for part, act in _acts(text, sentence_number, clauses, raw, resolver):
        if act is None:
            attributions.append(_attribution(text, part, mentions, speakers, (), vehicle, None))
            resolver.note_speaker(sentence_number, people)
            continue
        resolver.note_group(sentence_number, act.cue.start, tuple(act.people))
        attributions.append(
            _attribution(text, part, mentions, act.speakers, speakers, vehicle, act)
        )
    return attributions


def _voices_others(
    raw: RawAttribution, mentions: Sequence[Mention], people: Sequence[Person]
) -> bool:
    """Return whether those named may only voice what others said or did."""
    second_hand = raw.relation.cue.kind == "source"
    return second_hand or any(map(_speaks_for_others, people)) or _office_voice(mentions)


def _speaks_for_others(person: Person) -> bool:
    return any(title_base(word) in SPOKEN_BY_OFFICE for office in person.offices for word in office)


def _office_voice(mentions: Sequence[Mention]) -> bool:
    """Return whether a ministry, an office, or somebody without a name but an office speaks."""
    for mention in mentions:
        if mention.kind == "organization":
            return True
        if mention.kind == "person" and not mention.resolved:
            return any(title_base(word) in VOICES for word in mention.text.split())
        if mention.kind == "person" and any(
            title_base(w) in SPOKEN_BY_OFFICE for w in mention.text.split()
        ):
            return True
    return False


def _document(mentions: Sequence[Mention]) -> str | None:
    """Return the document that is itself named as what says it."""
    for mention in mentions:
        if mention.kind == "document":
            return _without_article(mention.text)
    return None


def _without_article(words_: str) -> str:
    first, _, rest = words_.partition(" ")
    return (
        rest
        if first.lower() in ("a", "an", "the", "their", "his", "her", "its") and rest
        else words_
    )


def _vehicle(clauses: Clauses, raw: RawAttribution) -> str | None:
    """Return the document that carries the words, after the cue: in a separate statement."""
    relation = raw.relation
    if relation.speaker is None:
        return None
    last = max(relation.cue.last, relation.speaker[1] if relation.position == "before" else 0)
    for index, item in enumerate(clauses.chunks[:-1]):
        following = clauses.chunks[index + 1]
        if (
            last <= item.first <= last + 6
            and clauses.low(index) in CARRIERS
            and following.kind == "NP"
        ):
            tokens = clauses.tokens[following.first : following.last]
            if tokens[-1].low in words("documents"):
                return " ".join(t.text for t in tokens if t.tag not in ("DT", "PRPS"))
    return None


def _attribution(
    text: str,
    raw: RawAttribution,
    speakers: Sequence[Mention],
    attributed: Sequence[Mention],
    voices: Sequence[Mention],
    document: str | None,
    act: Act | None,
) -> Attribution:
    quotes = tuple(q.inner for q in raw.quotations)
    rest = [p for p in raw.pieces if not _only_quoted(p, raw.quotations)]
    form = "indirect" if not quotes else "mixed" if rest else "direct"
    as_given = " and ".join(mention.text for mention in attributed) or (
        speakers[0].text if speakers else None
    )
    return Attribution(
        form=form,
        cue=Cue(text[raw.cue.start : raw.cue.end], raw.cue.start, raw.cue.end),
        speakers=tuple(speakers),
        attributed_to=tuple(attributed),
        voiced_by=tuple(voices),
        document=document,
        as_given=as_given,
        quotes=quotes,
        content=hull(rest) if rest else None,
        anchor=raw.anchor,
        marks=tuple(q.mark for q in raw.quotations),
        act=None
        if act is None
        else Cue(text[act.cue.start : act.cue.end], act.cue.start, act.cue.end),
    )


def _only_quoted(piece: Span, quotations: Sequence[Quotation]) -> bool:
    return any(q.outer.start <= piece.start and piece.end <= q.outer.end + 1 for q in quotations)


def _acts(
    text: str, sentence_number: int, clauses: Clauses, raw: RawAttribution, resolver: Resolver
) -> list[tuple[RawAttribution, Act | None]]:
    """Return the attribution, in parts where its quotations each report an act of their own."""
    if raw.relation.cue.kind == "source":
        return [_second_hand(sentence_number, clauses, raw, resolver)]
    if not raw.quotations or not _only_quoted(raw.pieces[0], raw.quotations):
        return [(raw, _act_in_clause(sentence_number, clauses, raw, resolver))]
    parts: list[tuple[list[Quotation], Act | None]] = []
    for quotation in raw.quotations:
        act = _act_in_quotation(text, sentence_number, quotation, resolver)
        if act is not None:
            resolver.note_group(sentence_number, act.start, tuple(act.people))
        if parts and (act is None or parts[-1][1] is None):
            parts[-1][0].append(quotation)
        else:
            parts.append(([quotation], act))
    if len(parts) == 1:
        return [(raw, parts[0][1])]
    return [(_part(raw, quotations), act) for quotations, act in parts]


def _part(raw: RawAttribution, quotations: list[Quotation]) -> RawAttribution:
    pieces = [q.outer for q in quotations]
    return RawAttribution(raw.sentence, raw.relation, raw.cue, raw.speaker, pieces, quotations)


def _act_in_quotation(
    text: str, sentence_number: int, quotation: Quotation, resolver: Resolver
) -> Act | None:
    tokens = tokenize(text, quotation.inner.start, quotation.inner.end)[:250]
    if not tokens:
        return None
    tag(tokens)
    inner = Clauses(tokens, chunk(tokens))
    for relation in find_relations(inner):
        if relation.cue.first > ACT_WITHIN or not _is_act(relation):
            continue
        return _act(sentence_number, inner, relation, resolver)
    return None


def _second_hand(
    sentence_number: int, clauses: Clauses, raw: RawAttribution, resolver: Resolver
) -> tuple[RawAttribution, Act | None]:
    """Return X's statement, which Y reports: words, X said, according to Y."""
    for relation in find_relations(clauses):
        token = clauses.tokens[relation.cue.first]
        if relation.speaker is None or not raw.pieces[0].holds(token.start):
            continue
        if relation.cue.kind != "verb" or "q" not in relation.cue.frames:
            continue
        content, speaker = _span(clauses, relation.content), _span(clauses, relation.speaker)
        whole = speaker.start == raw.pieces[0].start and content.end >= raw.pieces[0].end - 1
        if relation.position == "after" and not whole:
            continue
        raw = replace(raw, pieces=[content, *raw.pieces[1:]])
        resolved = resolver.mentions(sentence_number, clauses, speaker)
        people = [person for _, group in resolved for person in group]
        cue = Span(token.start, clauses.tokens[relation.cue.last - 1].end)
        return raw, Act([mention for mention, _ in resolved], people, cue, cue.start)
    return raw, None


def _span(clauses: Clauses, tokens: tuple[int, int]) -> Span:
    return Span(clauses.tokens[tokens[0]].start, clauses.tokens[tokens[1] - 1].end)


def _act_in_clause(
    sentence_number: int, clauses: Clauses, raw: RawAttribution, resolver: Resolver
) -> Act | None:
    """Return the act in the reported clause: Hale reaffirmed that…, Brekke said."""
    piece = raw.pieces[0]
    for relation in find_relations(clauses):
        start = clauses.tokens[relation.cue.first].start
        if (
            piece.holds(start)
            and _is_act(relation)
            and relation.cue.first != raw.relation.cue.first
        ):
            return _act(sentence_number, clauses, relation, resolver)
    return None


def _is_act(relation: Relation) -> bool:
    cue: CueCandidate = relation.cue
    if cue.kind != "verb" or cue.base in members("no-acts") or relation.speaker is None:
        return False
    return relation.position == "after" and bool({"q", "i", "t"} & cue.frames)


def _act(
    sentence_number: int, clauses: Clauses, relation: Relation, resolver: Resolver
) -> Act | None:
    assert relation.speaker is not None
    resolved = resolver.mentions(sentence_number, clauses, _span(clauses, relation.speaker))
    people = [person for _, group in resolved for person in group]
    if not resolved or not all(mention.resolved for mention, _ in resolved):
        return None
    if any(mention.kind not in ("person", "group", "pronoun") for mention, _ in resolved):
        return None
    cue = clauses.tokens[relation.cue.first]
    return Act([mention for mention, _ in resolved], people, Span(cue.start, cue.end), cue.start)
