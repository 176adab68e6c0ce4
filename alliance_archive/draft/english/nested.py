"""Acts of speech within reported words: X said Y had told her…; Y agreed to stay, X said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..extraction import Attribution, Mention, Span
from ..quotations import Quotation
from .attributions import RawAttribution
from .cast import Person
from .clauses import Clauses, Range, read_clauses
from .contents import TOLD
from .cues import CueCandidate, SpeechRelation, relate, with_name
from .lexicon import members, table, words
from .relations import WITHOUT_WORDS, find_relations, is_denied, relations_of
from .resolution import Resolver
from .sentences import tokenize
from .traces import FEMALE, MALE, PERSONAL

SOON_AS = 6  # chunks within which “as” follows: he saw the deal as a beginning
OPENING = frozenset(["CS", "RB", "DT", "TIME", "WRB"])  # tags of words before a clause's subject
ADJUNCT = OPENING | {"IN", "CD", "MONTH", "JJ", "NN", "NNS", "NNP", "PRPS"}
MADE_CLEAR = "make clear"
OWN = frozenset({"his", "her", "its", "their", "our"})
HAVING = frozenset({"have", "has", "had"})
SOMETHING = frozenset({"something", "nothing", "anything", "everything", "otherwise"})
UNNAMED = re.compile(r"(?:one|two|three|some|several|many|most) of|some(?:one|body)\b")
QUOTED_THAT = re.compile(r"\W\w+ that ")  # X said Y “warned that it was late”
ACT_WITHIN = 12  # tokens from the start of a quotation that may contain its own act of speech


@dataclass(slots=True)
class Act:
    """An act of speech that the reported words themselves report."""

    speakers: Sequence[Mention]
    people: Sequence[Person]
    cue: Span
    start: int = 0  # where its words begin, if not directly after the cue
    whole: bool = False  # whether they are the clause as a whole: X agreed to stay, she said


def words_of(act: Act, attribution: Attribution) -> Span:
    """Return the passage: what was reaffirmed, not that somebody met and reaffirmed it."""
    anchor, quotes = attribution.anchor, attribution.quotes
    ahead = attribution.cue is not None and anchor.start < attribution.cue.start
    if act.whole and attribution.voiced_by and ahead:
        return anchor
    first = min((quote.start for quote in quotes), default=anchor.end)
    inside = anchor.start <= act.cue.start and act.cue.end <= first and act.cue.end < anchor.end
    return Span(max(act.start, act.cue.end + 1), anchor.end) if inside else anchor


def may_be_own(act: Act, speakers: Sequence[Mention], people: Sequence[Person]) -> bool:
    """Return whether a pronoun may mean the speaker: “X said she hoped”, unless X is a man."""
    if act.people and people and people[0].speaks_for_others and act.people[0] is not people[0]:
        return False  # his spokesman said that he regarded…
    told, own = act.speakers[0].text.lower(), speakers[0].text.lower() if speakers else ""
    if len(act.speakers) > 1 or told not in PERSONAL or not (len(people) == 1 or own in PERSONAL):
        return False
    sex = "w" if own in FEMALE else "m" if own in PERSONAL else people[0].sex
    return sex in ("", "w" if told in FEMALE else "m")


def with_speaker(act: Act, speakers: Sequence[Mention], people: Sequence[Person]) -> Act:
    """Return the act with the speaker for a pronoun left open: He and X agreed, Y said."""
    if len(act.speakers) < 2 or len(people) != 1:
        return act
    sex = people[0].sex
    own = {*(MALE if sex != "w" else ()), *(FEMALE if sex != "m" else ())}
    named = [
        replace(m, resolved=speakers[0].resolved) if not m.resolved and m.text.lower() in own else m
        for m in act.speakers
    ]
    return replace(act, speakers=named)


def acts_of_others(
    raw: RawAttribution, resolver: Resolver
) -> list[tuple[RawAttribution, Act | None]]:
    """Return the attribution, split if its quotations each report an act of their own."""
    if raw.relation.cue.kind == "source":
        second_hand = _second_hand(raw, resolver)
        return [(raw, _act_in_clause(raw, resolver))] if second_hand[1] is None else [second_hand]
    if not raw.quotations or not only_quoted(raw.pieces[0], raw.quotations):
        return [(raw, _act_in_clause(raw, resolver))]
    parts: list[tuple[list[Quotation], Act | None]] = []
    for quotation in raw.quotations:
        act = _act_in_quotation(quotation, resolver)
        if parts and (act is None or parts[-1][1] is None):
            parts[-1][0].append(quotation)
        else:
            parts.append(([quotation], act))
    return [
        (replace(raw, pieces=[q.outer for q in quotations], quotations=quotations), act)
        for quotations, act in parts
    ]


def without_retold(raw: RawAttribution) -> RawAttribution:
    """Return an attribution without what others said: dismissed a report that Y had said “…”."""
    clauses, retold = raw.clauses, []
    for relation in relations_of(clauses) if raw.quotations else ():
        speaker = relation.speaker
        if speaker is None or relation.cue.kind != "verb" or relation.position != "after":
            continue
        first = next(n for n, chunk in enumerate(clauses.chunks) if chunk.last > speaker[0])
        noun = clauses.lows[first - 2].removesuffix("s")
        report = noun in table("cue_nouns") or noun in words("documents")
        complement = (
            clauses.lows[first - 1] == "that" and clauses.kinds[first - 2] == "NP" and report
        )
        if complement and relation.cue.first > raw.relation.cue.first:
            retold.append(clauses.span(relation.content))
    kept = [q for q in raw.quotations if not any(span.overlaps(q.inner) for span in retold)]
    return replace(raw, quotations=kept) if len(kept) < len(raw.quotations) else raw


def told_by_others(
    raw: RawAttribution, speakers: Sequence[Mention], resolver: Resolver
) -> Act | None:
    """Return what others said in the reported clause: X said Y had told her…, Y agreed, X said."""
    if raw.relation.cue.base in members("denials"):
        return None  # he denied that they had promised it
    telling = _from_what(raw) or _heard_from(raw) or _telling(raw) or _agreed(raw) or _quoted(raw)
    act = _act(raw.clauses, telling, resolver) if telling else None
    asked = telling and telling.cue.base == "ask" and telling.frame != "that"
    if telling and (asked or _given(raw.clauses, telling)):
        return None  # the Koreans had asked him for it, he said: an event that he tells
    if act is None or _resolved(act.speakers) == _resolved(speakers):
        return None
    if all(mention.kind == "state" or _is_own_body(mention) for mention in act.speakers):
        return None  # that Manila expected the names, she said; that her government had offered…
    return act


def _is_own_body(mention: Mention) -> bool:
    """Return whether somebody's own government or party is meant, for which he speaks."""
    parts = mention.text.lower().split()
    bodies = words("organizations") | {"country", "side"}
    return parts[0] in OWN and parts[-1] in bodies and not mention.resolved


def _resolved(mentions: Sequence[Mention]) -> list[str]:
    return [label for mention in mentions for label in mention.resolved or ("",)]


def _act_in_quotation(quotation: Quotation, resolver: Resolver) -> Act | None:
    tokens = tokenize(resolver.text, quotation.inner.start, quotation.inner.end)[:250]
    inner = read_clauses(tokens)
    for relation in find_relations(inner):
        told = relation.frame != "question"  # The envoy said what we know
        if relation.cue.first <= ACT_WITHIN and told and _is_act(relation):
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
        if _is_supposed(clauses, relation.cue.chunk):
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
        told = relation.cue.kind in ("verb", "quoted") or _voices(raw.clauses, relation)
        if not inside or first == raw.relation.cue.first or not told:
            continue
        chunk = relation.cue.chunk
        if is_denied(raw.clauses, chunk) or _is_supposed(raw.clauses, chunk):
            continue
        opens = _opens(raw, relation)
        wanted = relation.cue.base == "want" and raw.relation.position == "before"
        shown = relation.frame == "object" and relation.cue.base in members("no-acts")
        shown = shown and not wanted  # X wants a deal, his spokesman said
        own = _is_act(relation) and not shown and (opens or not _is_relative(raw.clauses, relation))
        other = opens and _is_of_another(raw, relation)
        if own or other or (opens and relation.cue.base not in members("no-acts")):
            act = _act(raw.clauses, relation, resolver)
            if act is None or opens or all(mention.resolved for mention in act.speakers):
                return act
    telling = _telling(raw)
    return _act(raw.clauses, telling, resolver) if telling else None


def _voices(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether a noun reports with its verb: Y had voiced regret; not: Y's claim is false."""
    before, speaker = clauses.chunks[relation.cue.chunk - 1], relation.speaker
    voiced = relation.cue.kind == "noun" and before.kind == "VG"
    return voiced and speaker is not None and speaker[1] <= before.first


def _is_of_another(raw: RawAttribution, relation: SpeechRelation) -> bool:
    """Return whether a pronoun wants what somebody of the other sex tells: her, he wants…"""
    tokens = raw.clauses.tokens
    ranges = (raw.relation.speaker, relation.speaker)
    lows = [tokens[speaker[0]].low for speaker in ranges if speaker]
    return len(PERSONAL & {*lows}) == 2 and (lows[0] in FEMALE) != (lows[1] in FEMALE)


def _is_relative(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether it only tells more of something: in Sfax, where X had asked to stay."""
    assert relation.speaker is not None
    first = next(i for i, c in enumerate(clauses.chunks) if c.last > relation.speaker[0])
    return clauses.kinds[first - 1] in ("REL", "WRB") and clauses.kinds[first - 2] == ","


def _telling(raw: RawAttribution) -> SpeechRelation | None:
    """Return who tells what in the reported clause, unless that is denied or supposed."""
    clauses, whole = raw.clauses, raw.anchor
    start = next(i for i, c in enumerate(clauses.chunks) if c.last > raw.relation.content[0])
    start += clauses.kinds[start] == "CS" and clauses.lows[start] == "that"
    when = clauses.kinds[start] == "WRB"
    lead = (clauses.next_word(",", start) or 0) if when else 0  # when he left, Y had promised…
    lead = raw.relation.cue.chunk if when and raw.relation.tail else lead
    met = False
    for index in clauses.of_kind("VG"):
        chunk = clauses.chunks[index]
        if chunk.first == raw.relation.cue.first:
            continue
        if not whole.holds(clauses.tokens[chunk.first].start) or index < lead:
            continue
        subject = clauses.subject(index)
        if subject is not None and clauses.kinds[subject[0] - 1] == "REL":
            continue  # Wolan, whom he met in Avel, told him that…
        if clauses.kinds[index + 1] == "VG":
            continue  # a man she knew told her that…
        if chunk.passive:
            by = (r for r in relations_of(clauses) if r.cue.first == chunk.first and r.speaker)
            return next((r for r in by if r.frame in TOLD), None)  # he had been told by X that…
        if met and clauses.in_relative(index):  # said he had met Y, who told him that…
            told = _told_at(clauses, index, subject) if subject else None
            return told if told and told.frame in TOLD and _is_telling(clauses, told) else None
        met = clauses.base(index) in members("reciprocal", "contacting")
        if met and (after := clauses.next_verb(index)) and clauses.in_relative(after):
            continue
        rang = clauses.base(index) in members("contacting") and clauses.kinds[index + 1] == "NP"
        joined = clauses.next_word("and", index, SOON_AS) if rang else None
        if joined is not None and clauses.subject(joined + 1) == subject:
            continue  # Y had rung her and proposed that…
        told = _told_at(clauses, index, subject) if subject else None
        return told if told and _opens(raw, told) and _is_telling(clauses, told) else None
    return None


def _told_at(clauses: Clauses, index: int, subject: Range) -> SpeechRelation | None:
    """Return what the verb group tells to have been said; None if it is about something else."""
    base, chunk = clauses.base(index), clauses.chunks[index]
    if clauses.kinds[clauses.skip(index + 1)] in (".", ""):
        return None  # said Y had promised
    if {t.low for t in clauses.tokens[chunk.last : chunk.last + 2]} & SOMETHING:
        return None  # had told her something different
    as_what = "s" in clauses.frames(index) and clauses.next_word("as", index, SOON_AS)
    settled = base in ("settle", "arrange", "decide")
    that = settled and bool(clauses.next_word("that", index, SOON_AS))
    if base == "give":  # gave her his word
        given = {clauses.tokens[c.head].low for c in clauses.chunks[index + 1 : index + 4]}
        that = bool(given & (members("assurances") | {"understand"}))
    found = (r for r in relations_of(clauses) if r.cue.first == chunk.first and r.speaker)
    relation = next((r for r in found if r.cue.kind == "verb" or r.cue.base == MADE_CLEAR), None)
    if relation and relation.cue.base == MADE_CLEAR:  # had made it plain to him that…
        return replace(relation, cue=replace(relation.cue, chunk=index))
    judged = base in members("judging") and relation is not None  # had called it late
    if not (as_what or that or judged or base in members("speech")):
        return None
    cue = CueCandidate("verb", index, chunk.first, chunk.last, base, clauses.frames(index))
    return relation or relate(clauses, cue, "told", subject, (index, index + 1))


def _from_what(raw: RawAttribution) -> SpeechRelation | None:
    """Return who told what before it: from what X had told her, it was late, she said."""
    clauses, (start, end) = raw.clauses, raw.relation.content
    if clauses.next_word("what", 0) is None:
        return None
    chunks = [n for n, chunk in enumerate(clauses.chunks) if start <= chunk.first < end]
    what = chunks[0] + (2 if clauses.lows[chunks[0]] == "according" else 1)
    verb, comma = what + 2, clauses.next_word(",", what)
    if clauses.lows[what] != "what" or clauses.kinds[verb] != "VG" or comma is None:
        return None
    first, last = clauses.chunks[verb].first, clauses.chunks[verb].last
    cue = CueCandidate("verb", verb, first, last, clauses.base(verb), clauses.frames(verb))
    return relate(clauses, cue, "clause", (what + 1, verb), (comma + 1, chunks[-1] + 1))


def _heard_from(raw: RawAttribution) -> SpeechRelation | None:
    """Return who told what somebody has heard: he had it from X himself, he said, that…"""
    clauses = raw.clauses
    if clauses.next_word("from", 0) is None:
        return None
    for index in clauses.of_kind("VG"):
        inside = raw.anchor.holds(clauses.tokens[clauses.chunks[index].first].start)
        heard = clauses.base(index) in members("hearing-of") or clauses.lows[index] in HAVING
        link = clauses.next_word("from", index + 1, 3)
        if not inside or not heard or link is None or clauses.chunks[index].passive:
            continue
        phrase = clauses.noun_phrase_after(link + 1)
        phrase = with_name(clauses, phrase) if phrase else None
        that = clauses.next_word("that", link, ACT_WITHIN)
        first, last = clauses.chunks[index].first, clauses.chunks[index].last
        object_ = [token.low for token in clauses.tokens[last : clauses.chunks[link].first]]
        assured = object_ in ([], ["it"]) or bool({*object_} & members("assurances"))
        if phrase is None or that is None or not assured or is_denied(clauses, index):
            return None
        if clauses.lows[phrase[0]].removesuffix("s") in members("outlets"):
            return None  # learned from the newspapers that…
        cue = CueCandidate("verb", index, first, last, "hear", frozenset("qt"))
        end = next(n for n, c in enumerate(clauses.chunks) if c.last >= raw.relation.content[1])
        return relate(clauses, cue, "that", phrase, (that, max(end, that) + 1))
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


def _quoted(raw: RawAttribution) -> SpeechRelation | None:
    """Return what somebody else is told to have told, in quotation marks: X said Y “told us so.”

    “Says no on Mondays” are the words of whoever is quoted.
    """
    for relation in relations_of(raw.clauses):
        quoted = raw.clauses.tokens[relation.cue.first].text
        told = relation.cue.base in members("telling") or QUOTED_THAT.match(quoted)
        if relation.cue.kind == "quoted" and told:
            return relation if _opens(raw, relation) else None
    return None


def _given(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether something is promised to somebody: Y had promised her a seat, she said."""
    given = relation.frame == "object" and relation.cue.base != "promise"
    return given and clauses.tokens[relation.content[0]].tag == "OBJ"


def _opens(raw: RawAttribution, relation: SpeechRelation) -> bool:
    """Return whether the relation's subject is that of the whole reported clause."""
    if relation.speaker is None:
        return False
    start = raw.clauses.span(relation.speaker).start
    piece = next((piece for piece in raw.pieces if piece.holds(start)), None)
    if piece is None:
        return False
    before = [t for t in raw.clauses.tokens if piece.start <= t.start < start and t.low != "that"]
    first = next((token.tag for token in before if token.tag != "RB"), "")  # late on Friday X had…
    led = first in ("IN", ",", "WRB")
    if led and before[-1].tag == ",":
        return True  # that, in a letter dated in May, X had promised…
    return all(t.tag in (ADJUNCT if led else OPENING) for t in before)  # that at the talks X had…


def _is_telling(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether it reports that something was said, and neither denies nor supposes it."""
    cue = relation.cue
    supposed = _is_supposed(clauses, cue.chunk) or is_denied(clauses, cue.chunk, relation.speaker)
    supposed = supposed or (relation.withheld and cue.base in members("deeds"))
    tags = [token.tag for token in clauses.chunk_tokens(cue.chunk)]
    supposed = supposed or tags[-1:] == ["VBG"]  # he had been speaking of the first year
    return clauses.kinds[cue.chunk] == "VG" and not supposed


def _is_supposed(clauses: Clauses, verb: int) -> bool:
    """Return whether something may be said or done: could open, would say."""
    tokens = clauses.chunk_tokens(verb)
    return any(token.tag == "MD" and token.low not in ("will", "used") for token in tokens)


def _is_act(relation: SpeechRelation) -> bool:
    cue = relation.cue
    told = cue.kind in ("verb", "quoted") or cue.base == MADE_CLEAR
    if not told or relation.speaker is None:
        return False
    return relation.position == "after" and bool({"q", "i", "t"} & cue.frames)


def _act(clauses: Clauses, relation: SpeechRelation, resolver: Resolver) -> Act | None:
    assert relation.speaker is not None
    mentions, people = resolver.mentions(clauses, clauses.span(relation.speaker))
    content = clauses.tokens[slice(*relation.content)]
    if all(token.tag in WITHOUT_WORDS or token.low in ("no", "nothing") for token in content):
        return None  # she did say so; he denied it
    if any(UNNAMED.match(mention.text) for mention in mentions):
        mentions, people = [replace(m, resolved=(), others=()) for m in mentions], []
    for mention in mentions:
        personal = mention.text.lower() in ("they", "he", "she")
        open_kind = (
            personal
            or bool(UNNAMED.match(mention.text))
            or mention.kind in ("person", "group", "organization")
        )
        kin = members("fellows", "kinship")
        open_kind = open_kind or mention.text.split()[-1] in kin  # his colleague, her brother
        if not mention.resolved and (is_press(mention) or not open_kind):
            return None
    cue = relation.cue.within or clauses.span((relation.cue.first, relation.cue.last))
    start = clauses.span(relation.content).start
    following = relation.cue.chunk + 1
    told = relation.frame in TOLD or clauses.lows[following] in (",", ":", "by")
    whole = relation.frame == "infinitive" or relation.cue.base in members("deeds")
    return Act(mentions, people, cue, start if told else 0, whole) if mentions else None


def is_press(mention: Mention) -> bool:
    """Return whether a paper or an agency is named, which tells the news and is nobody's voice."""
    named = {word.lower() for word in mention.text.split()}
    return mention.kind in ("organization", "other") and bool(named & members("outlets"))


def only_quoted(piece: Span, quotations: Sequence[Quotation]) -> bool:
    """Return whether reported words are a quotation and nothing else."""
    return any(q.outer.start <= piece.start and piece.end <= q.outer.end + 1 for q in quotations)
