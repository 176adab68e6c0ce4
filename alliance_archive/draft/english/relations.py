"""Relations of a sentence: each class of cue has its reader; that of verbs is in verbs.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .clauses import ADVERBIAL, Clauses, Range
from .cues import (
    DASHES,
    Content,
    CueCandidate,
    SpeechRelation,
    find_cues,
    relate,
)
from .extents import finish, opener
from .lexicon import members, words
from .tagging import AUXILIARIES
from .verbs import TOLD, relate_next, verb, with_name

LONGEST_READING = 12  # chunks of “reading from a letter that she had received from X”
NAMING = frozenset({"name", "identify", "quote"})  # what a source asks not to be
REFUSING = frozenset({"decline", "refuse"})
WITHOUT_WORDS = frozenset(["PRP", "OBJ", "WP", "DT"])  # tags of it, them, what and that
WITHOUT_SPEAKER = frozenset({"passive", "question", "quote", "colon"})


def find_relations(clauses: Clauses) -> list[SpeechRelation]:
    """Return all relations of one sentence."""
    relations: list[SpeechRelation] = []
    for cue in find_cues(clauses):
        relation = READERS[cue.kind](clauses, cue)
        if relation is None or not (relation.speaker or relation.frame in WITHOUT_SPEAKER):
            continue
        if relation.speaker is None and relation.frame == "question" and cue.chunk == 0:
            return []  # Tell us what you think
        if relation.frame in ("object", "preposition") and _is_press(clauses, relation):
            continue  # spoke to reporters
        if _is_aside(clauses, relation):
            continue
        relation.withheld = _withholds(clauses, relation) or _is_deed(clauses, relation)
        if all(len(token.text) == 1 for token in clauses.tokens[slice(*relation.content)]):
            continue  # a quotation mark without its counterpart
        told = "q" in relation.cue.frames or _quotes(clauses, relation)
        if relation.embedded and relation.frame == "object" and not told:
            continue  # the plan that he backed: told in passing
        relations.append(relation)
    if not relations:
        return []
    _complete(clauses, relations)
    relations = _with_cited(clauses, relations)
    carried = {relation.cue.first for relation in relations if relation.cue.kind == "noun"}
    asked = _questions(clauses)
    presenting = {relation.speaker for relation in relations if relation.cue.kind == "presented"}
    return [
        relation
        for relation in relations
        if (relation.cue.kind == "presented" or relation.speaker not in presenting)
        and (relation.cue.kind != "verb" or relation.cue.first not in carried)
        and not any(first < relation.cue.chunk < last for first, last in asked)
    ]


def _complete(clauses: Clauses, relations: Sequence[SpeechRelation]) -> None:
    """Add who speaks and who passes it on, where another clause of the sentence tells that."""
    for relation in relations:
        _give_speaker(clauses, relation, relations)
        if relation.cue.kind == "verb" and relation.quoted_by is None:
            relation.quoted_by = _inserted_reporter(clauses, relation)


def _inserted_reporter(clauses: Clauses, relation: SpeechRelation) -> Range | None:
    """Return X in “Y, according to X, promised that…” and “Y, X went on, had promised that…”."""
    if relation.position != "after" or relation.frame not in TOLD or relation.speaker is None:
        return None
    told = clauses.next_word("it", 2, 3) if clauses.low(0) == "as" else None
    teller = clauses.subject(told - 1) if told and clauses.kind(told + 1) == "," else None
    retold = teller and told and clauses.base(told - 1) in members("retelling")
    if teller and retold and relation.speaker[0] > clauses.chunks[teller[1]].first:
        return clauses.token_range(teller)  # as X recounted it, Y replied that…
    for index in range(1, len(clauses.chunks) - 2):
        first = clauses.chunks[index].first
        if not relation.speaker[0] < first < relation.content[0] or clauses.kind(index - 1) != ",":
            continue
        source = clauses.low(index) == "according"
        phrase = clauses.noun_phrase_after(index + 2 * source)
        end = phrase[1] if phrase else index
        on = clauses.low(end) == "went" and clauses.low(end + 1) == "on"
        if phrase and (source or on) and clauses.kind(end + 2 * on) == ",":
            return clauses.token_range(phrase)
    return None


def _give_speaker(
    clauses: Clauses, relation: SpeechRelation, relations: Sequence[SpeechRelation]
) -> None:
    """Give a verb after “did not say why it was late, but…” to whoever did not say it."""
    but = relation.cue.chunk - 1
    if clauses.low(but) != "but":
        return
    end = clauses.chunks[but - (clauses.kind(but - 1) == ",")].first
    for denied in relations:
        if denied.withheld and denied.frame == "question" and denied.content[1] == end:
            relation.speaker, relation.embedded = denied.speaker, False


def _with_cited(clauses: Clauses, relations: list[SpeechRelation]) -> list[SpeechRelation]:
    """Give words to whomever their speaker cites: X said, quoting Y; SPA, citing Y, reported."""
    for index in clauses.of_kind("GER"):
        if clauses.kind(index - 1) not in (",", ""):
            continue
        piece = clauses.chunks[index]
        start = index + 1 + (clauses.low(index + 1) in ("what", "from"))
        letter = clauses.low(start) in members("vehicles") | members("messages")
        if letter and clauses.low(start + 1) in ("from", "by", "of"):
            start += 2  # quoting from a letter by X, Y said
        elif clauses.base(index) == "read":  # reading from a letter that came from X, Y said
            sender = clauses.next_word("from", start + 2, LONGEST_READING)
            start = sender + 1 if sender else start
        cited = clauses.noun_phrase_after(start)
        cites = clauses.base(index) in members("citing") and clauses.is_person(start)
        within = cited and clauses.kind(clauses.skip(cited[1], ("IN", ","))) == "REL"
        if cited is None or within or not cites:
            continue
        cited = with_name(clauses, cited)
        end = clauses.chunks[cited[1] - 1].last
        relations = [r for r in relations if not piece.first <= r.cue.first <= end]
        verbs = [r for r in relations if r.cue.kind == "verb" and not r.quoted_by]
        told = [(r.speaker, r) for r in verbs if r.speaker]
        around = [pair for pair in told if pair[0][0] < piece.first < pair[0][1]]
        before = [pair for pair in told if (pair[1].cue.first < piece.first) == bool(index)]
        for (first, last), relation in around or before[-1:]:
            relation.quoted_by = first, min(last, piece.first - 1) if first < piece.first else last
            relation.speaker = clauses.token_range(cited)
    return relations


def _is_press(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether only the press is told of: spoke to reporters; told reporters."""
    tokens = clauses.tokens[slice(*relation.content)]
    told = relation.frame == "preposition" or "a" in relation.cue.frames
    return told and tokens[-1].low in members("press")


def _is_aside(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether no statement is told of: who asked not to be named; who decides is open."""
    content = clauses.tokens[slice(*relation.content)]
    cited = relation.cue.base in members("citing") and relation.frame == "object"
    if cited and content[-1].low in words("documents") | members("vehicles"):
        return True  # the paper reported, citing a letter
    retold = relation.cue.base in members("retelling") and relation.frame == "object"
    if retold and any(token.low in members("encounters") for token in content[:3]):
        return True  # recalled a meeting with X
    if relation.cue.base == "refer" and relation.frame == "preposition":
        return any(token.low in members("encounters") | {"visit"} for token in content[:3])
    verb = relation.cue.chunk
    if relation.cue.base == "ask" and relation.embedded and clauses.kind(verb) == "VG":
        both = clauses.skip_left(verb - 1)
        verbs = (i for i in range(both, 0, -1) if clauses.kind(i) == "VG")
        earlier = next(verbs, None) if clauses.kind(both) == "CC" else None
        if earlier is not None and clauses.chunks[earlier].passive:
            return True  # who was met and later asked whether…
    nameless = relation.cue.base in ("ask", "agree") and relation.frame == "infinitive"
    nameless = nameless and any(token.base in NAMING for token in content[:5])
    return nameless or (relation.speaker == (0, 1) and clauses.kind(0) == "REL")


def is_denied(clauses: Clauses, verb: int, speaker: Range | None = None) -> bool:
    """Return whether something was not said or done: did not say; neither of them said."""
    chunk = clauses.chunks[verb]
    tokens = [*clauses.tokens[max(0, chunk.first - 1) : chunk.last]]
    if speaker is not None:
        tokens += clauses.tokens[max(0, speaker[0] - 1) : speaker[0] + 1]
    return any(t.low in members("negations") or t.low.endswith(("n't", "n’t")) for t in tokens)


def _is_deed(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether somebody only did or wanted something, or would not discuss it."""
    cue, frame = relation.cue, relation.frame
    if cue.kind != "verb" or _quotes(clauses, relation):
        return False
    if clauses.tokens[-1].low == "?" and relation.position == "after":
        return True  # Had they discussed it?
    if frame == "by":
        return cue.base in members("questioned")
    if cue.base in members("deeds"):
        told = cue.base == "order"  # an order to somebody is told to him
        return frame in ("object", "preposition") or (frame == "infinitive" and not told)
    if frame not in ("object", "preposition") or relation.speaker is None:
        return False
    judged = "s" in cue.frames or cue.base in members("judging")  # which it calls a rehearsal
    return (relation.embedded and not judged) or is_denied(clauses, cue.chunk, relation.speaker)


def _withholds(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether a relation tells that nothing was said, or not what: did not say why."""
    cue = relation.cue
    content = clauses.tokens[slice(*relation.content)]
    short = len(content) < 3 and relation.tail is None
    if short and all(t.tag in WITHOUT_WORDS or t.low == "so" for t in content):
        return True
    speaker = relation.speaker
    relative = speaker is not None and clauses.tokens[speaker[0]].tag == "WP"
    asker = clauses.tokens[speaker[1] - 1 - relative].low if speaker else ""
    if cue.base == "ask" and {asker, asker + "s"} & members("press"):
        return True  # reporters asked whether…
    if short and content[-1].tag in AUXILIARIES and speaker and speaker[0]:
        return clauses.tokens[speaker[0] - 1].low == "as"  # left, as X said they would
    withheld = members("withheld")
    if cue.kind == "verb" and cue.base in REFUSING:
        return relation.frame == "infinitive" and any(t.base in withheld for t in content[:3])
    if cue.kind != "verb" or cue.base not in withheld:
        return False
    frames = ("question", "preposition", "object", "that", "clause")
    return relation.frame in frames and is_denied(clauses, cue.chunk, relation.speaker)


def _quotes(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether there is a quotation in the reported words."""
    return any(token.tag == "Q" for token in clauses.tokens[slice(*relation.content)])


def relations_of(clauses: Clauses) -> list[SpeechRelation]:
    """Return all relations of one sentence, found once."""
    if clauses.relations is None:
        clauses.relations = find_relations(clauses)
    return clauses.relations


def asks_at(clauses: Clauses, offset: int) -> bool:
    """Return whether a word is part of what somebody was asked."""
    spans = [clauses.span(clauses.token_range(chunks)) for chunks in _questions(clauses)]
    return any(span.holds(offset) for span in spans)


def _questions(clauses: Clauses) -> list[Range]:
    """Return the chunks that tell what somebody was asked: Asked if it was over, X said."""
    ranges: list[Range] = []
    for index in clauses.of_kind("VG", "INF", "PART"):
        piece = clauses.chunks[index]
        when = index > 0 and piece.kind == "VG" and clauses.low(index - 1) == "when"
        if piece.passive and clauses.base(index) == "ask" and not when:
            stop = clauses.next_word(".", index) or len(clauses.chunks)
            ranges.append((index, clauses.next_word(",", index) or stop))
        asked = (when or piece.kind == "PART") and clauses.base(index) in members("questioned")
        if not asked:
            continue
        commas = (i for i in range(index + 1, len(clauses.chunks)) if clauses.ends_in_comma(i))
        inside = index > 1 if when else index > 0  # X, when reached by telephone, said…
        ends = (
            i
            for i in commas
            if (inside and clauses.kind(i + 1) == "VG")
            or (
                (when or not index) and (clauses.clause_follows(i + 1) or clauses.is_apposed(i + 1))
            )
        )
        last = len(clauses.chunks) if when and index > 1 else None  # “No,” X said when asked if…
        if (end := next(ends, last)) is not None:
            ranges.append((index - when, end + (clauses.kind(end) == "Q")))
    return ranges


def noun(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a noun: his claim that…; the refusal of X to…; X voiced hope that…"""
    owner = _owner(clauses, cue.chunk, cue.first)
    phrase = None if owner else _possessor(clauses, cue)
    content = _governed(clauses, cue, phrase)
    if content is None:
        return None
    verb = None if owner or phrase else _light_verb(clauses, cue)
    if verb is not None:
        finite = clauses.kind(verb) == "VG"
        phrase = clauses.subject(verb) if finite else clauses.governor(verb)
        cue = replace(cue, first=clauses.chunks[verb].first)
    reporter = None if verb else _relayer(clauses, cue, owner)
    if reporter is not None:  # X relayed Y's assurance that…
        cue = replace(cue, first=clauses.chunks[cue.chunk - 1].first)
    relation = relate(clauses, cue, "noun-" + content.frame, phrase, content.chunks)
    relation.speaker = owner or relation.speaker
    relation.quoted_by = reporter
    return relation


def _relayer(clauses: Clauses, cue: CueCandidate, owner: Range | None) -> Range | None:
    """Return who passes on what somebody else has said: X relayed Y's assurance that…"""
    verb = cue.chunk - 1
    others = owner is not None and clauses.tokens[owner[0]].tag != "PRPS"
    others = others or clauses.low(cue.chunk + 1) in ("of", "from", "by")
    passes = clauses.kind(verb) == "VG" and clauses.base(verb) in members("relaying")
    subject = clauses.subject(verb) if passes and others else None
    return clauses.token_range(subject) if subject else None


def _governed(clauses: Clauses, cue: CueCandidate, possessor: Range | None) -> Content | None:
    start = possessor[1] if possessor else cue.chunk + 1
    start += clauses.kind(start) == ","
    kind = opener(clauses, start)
    if (kind == "that" and "t" in cue.frames) or (kind == "infinitive" and "i" in cue.frames):
        return finish(clauses, cue, kind, start)
    start = cue.chunk + 1
    if clauses.kind(start) == "IN" and "@" + clauses.low(start) in cue.frames:
        return finish(clauses, cue, "preposition", start + 1)
    return None


def _possessor(clauses: Clauses, cue: CueCandidate) -> Range | None:
    """Return the refusal of X to…"""
    start = cue.chunk + 1
    if clauses.kind(start) != "IN" or clauses.low(start) not in ("of", "by", "from"):
        return None
    phrase = clauses.noun_phrase_after(start + 1)
    phrase = with_name(clauses, phrase) if phrase else None
    if phrase is None:
        return None
    apposed = clauses.kind(phrase[1]) == clauses.kind(phrase[1] - 2) == ","
    return phrase if opener(clauses, phrase[1] + apposed) in ("that", "infinitive") else None


def _owner(clauses: Clauses, chunk: int, end: int) -> Range | None:
    """Return the tokens of the owner before `end`: his claim, the minister's refusal."""
    first = clauses.chunks[chunk].first
    for index in range(end - 1, first - 1, -1):
        tag = clauses.tokens[index].tag
        if tag == "POS":
            return first, index
        if tag == "PRPS":
            return index, index + 1
    return None


def _light_verb(clauses: Clauses, cue: CueCandidate) -> int | None:
    """Return the chunk of a verb that only carries the noun: expressed hope, has no plans."""
    verb = clauses.skip_left(cue.chunk - 1, ("RB", "ADJ"))
    if clauses.low(verb) == "of" and clauses.chunk_tokens(verb - 1)[-1].tag == "BE":
        return verb - 1  # was of the view that…
    if clauses.kind(verb) not in ("VG", "GER", "INF"):
        return None
    # "has" has a base form only if the tagger took it for a main verb.
    has = clauses.tokens[clauses.chunks[verb].head].tag == "HV"
    base = clauses.base(verb) or clauses.low(verb)
    return verb if has or base in members("light-verbs") else None


def adjective(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of an adjective: X was confident that…; it is unclear whether…"""
    start = clauses.skip(cue.chunk + 1, ADVERBIAL)
    if clauses.low(start) in ("with", "to") and opener(clauses, start + 2) == "that":
        start += 2  # was clear with us that…
    kind = opener(clauses, start)
    frame = {"infinitive": "i", "that": "t", "question": "t", "clause": "t"}.get(kind)
    content: Content | None = None
    if frame in cue.frames:
        content = finish(clauses, cue, kind, start)
    elif clauses.kind(start) == "IN" and "@" + clauses.low(start) in cue.frames:
        content = finish(clauses, cue, "preposition", start + 1)
    if content is None:
        return None
    verb = cue.chunk if clauses.chunks[cue.chunk].first == cue.first else cue.chunk - 1
    while verb > 0 and clauses.kind(verb) != "VG":
        verb -= 1
    subject = clauses.subject(verb)
    if subject is not None and clauses.low(subject[0]) == "it" and content.frame != "infinitive":
        return relate(clauses, cue, "passive", None, content.chunks)
    return relate(clauses, cue, "adj-" + content.frame, subject, content.chunks)


def source(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a source: according to X, words / words, in X's view."""
    relation = _source(clauses, cue)
    if relation is not None and cue.base == "in words":
        relation.speaker = _owner(clauses, cue.chunk + 1, clauses.chunks[cue.chunk + 1].last)
    return relation


def _source(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    phrase = clauses.noun_phrase_after(cue.chunk + 1)
    if phrase is None:
        return None
    phrase = with_name(clauses, phrase)
    chunks = {"in the words of": 3, "in words": 1}.get(cue.base, 2)
    left = clauses.skip_left(cue.chunk - chunks, ("RB",))
    joined = clauses.kind(left - (clauses.kind(left) == ",")) == "CC"
    follows = clauses.kind(phrase[1] + 1) == "VG" or clauses.clause_follows(phrase[1] + 1)
    if joined and clauses.kind(phrase[1]) == "," and follows:
        return relate_next(clauses, cue, phrase, phrase[1])
    opening = left - (clauses.kind(left) == ",")
    if clauses.low(opening) == "that" and clauses.kind(opening - 1) == "VG":
        return _source_told(clauses, cue, phrase, opening - 1)
    if left < 0 or (left == 0 and clauses.kind(left) in ("CC", "CS", "Q")):
        return _source_ahead(clauses, cue, phrase)
    left -= clauses.kind(left) == "," and left > 0
    comma = phrase[1]
    shut = clauses.next_word(",", comma)
    if shut and clauses.low(shut + 1) == "that":
        return None  # told her, according to X, that…
    told = any(clauses.kind(index) in ("VG", "Q", "INF") for index in range(left + 1))
    if not told and clauses.kind(comma) == "," and clauses.clause_follows(comma + 1):
        return relate_next(clauses, cue, phrase, comma)  # on Friday, according to X, words
    if not told and clauses.kind(comma) == "," and clauses.kind(comma + 1) == "VG":
        if {"q", "s"} & clauses.frames(comma + 1):
            return None  # A, according to X, said…
        relation = relate(clauses, cue, "source-last", phrase, (0, left + 1), "before")
        end = clauses.next_word(".", comma) or len(clauses.chunks)
        relation.tail = clauses.token_range((comma + 1, end))
        return relation
    start = left
    while start > 0 and clauses.kind(start - 1) != ";":
        start -= 1
    start = min(clauses.skip(start, ("CC", ",", "RB")), left)
    return relate(clauses, cue, "source-last", phrase, (start, left + 1), "before")


def _source_ahead(clauses: Clauses, cue: CueCandidate, phrase: Range) -> SpeechRelation | None:
    """Return the relation of the words after their source: according to X, as reported by Y, …"""
    comma = clauses.next_word(",", phrase[1])
    if comma is None:
        return None
    passed = clauses.low(comma + 1) == "as" and clauses.base(comma + 2) in (
        members("relaying") | members("retelling") | members("quoting")
    )
    by = clauses.next_word("by", comma + 2, LONGEST_READING) if passed else None
    reporter = clauses.noun_phrase_after(by + 1) if by else None
    if reporter is not None:
        reporter = with_name(clauses, reporter)
        comma = clauses.next_word(",", reporter[1])
    elif clauses.kind(comma + 1) == "REL":  # according to X, who runs the port, words
        shuts = (i for i in range(comma + 2, len(clauses.chunks)) if clauses.kind(i) == ",")
        comma = next((i for i in shuts if clauses.clause_follows(i + 1)), comma)
    relation = relate_next(clauses, cue, phrase, comma)
    if relation is not None and reporter is not None:
        relation.quoted_by = clauses.token_range(reporter)
    return relation


def _source_told(
    clauses: Clauses, cue: CueCandidate, phrase: Range, verb: int
) -> SpeechRelation | None:
    """Return the relation of Y's words in “X said that, according to Y, it was late”."""
    relation = relate_next(clauses, cue, phrase, clauses.next_word(",", phrase[1]))
    reporter = clauses.subject(verb)
    if relation is None or reporter is None or not clauses.is_person(phrase[0]):
        return None
    relation.quoted_by = clauses.token_range(reporter)
    return relation


def poll(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a poll: in a survey by X, words."""
    phrase = clauses.noun_phrase_after(cue.chunk + 1)
    if phrase is None or clauses.kind(phrase[1]) not in (",", "PART"):
        return None
    comma = clauses.next_word(",", phrase[1])
    if comma is None or not clauses.clause_follows(comma + 1):
        return None
    return relate_next(clauses, cue, phrase, comma)


def colon(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a colon: NAME: "words"; NAME was blunt: "words"."""
    left = clauses.skip_left(cue.chunk - 1, ("PAREN", "TIME"))
    start = next((p for p in range(left, 0, -1) if clauses.kind(p - 1) in DASHES), 0)
    verbs = [index for index in range(start, left + 1) if clauses.kind(index) == "VG"]
    speaker: Range | None = _presents(clauses, cue, verbs, start, left)
    if speaker is None and verbs and not clauses.full_name(left):
        speaker = clauses.subject(verbs[-1])  # X welcomed the plan on Twitter: "words"
        written = clauses.base(verbs[0]) in members("noticing") or clauses.low(left) in members(
            "signs"
        )
        if speaker is None or written:
            return None
        if cited := _cited_remark(clauses, cue, verbs[-1], speaker):
            return cited
    speaker = speaker or (clauses.chain_start(left), left + 1)
    aside = not verbs and clauses.low(left - 1) in ("after", "with")  # after a pause: "words"
    aside = aside and not clauses.naming(left)
    aside = aside or (left == 1 and clauses.low(0) in ("on", "about"))  # On the ministry: "words"
    # A voice from the port: “words”
    aside = aside or (not verbs and clauses.low(speaker[0]) in members("signs"))
    if clauses.kind(speaker[0]) != "NP" or aside:
        return None
    relation = relate(clauses, cue, "colon", speaker, (cue.chunk + 1, len(clauses.chunks)))
    owner = _owner(clauses, speaker[0], clauses.chunks[speaker[0]].last)
    if owner is not None and clauses.low(speaker[0]) in members("messages"):
        relation.speaker = owner  # NAME's answer was short: "words"
    elif clauses.kind(left) != "NP" and not any(map(clauses.is_person, range(*speaker))):
        return None  # the law is clear: "words"
    return relation


def _presents(
    clauses: Clauses, cue: CueCandidate, verbs: Sequence[int], start: int, left: int
) -> Range | None:
    """Return who is named before a colon, whatever is told of the place or the occasion."""
    named = [index for index in range(start, left + 1) if clauses.naming(index)]
    if clauses.low(left - 1) == "from" or cue.base == ",":
        return left, left + 1  # And this from NAME: "words"
    if not verbs and (presented := _presents_name(clauses, left)) is not None:
        return presented, presented + 1
    alone = len(named) == 1 and all(map(clauses.in_relative, verbs))
    if alone or (len(named) == 1 and clauses.low(named[0] + 2) in ("on", "as", "when", "after")):
        return named[0], named[0] + 1  # NAME, in Vienna: "words"; NAME, on why it was late: "words"
    return None


def _presents_name(clauses: Clauses, last: int) -> int | None:
    """Return the only full name before a colon: Peru's minister, NAME, on the pier in Lima: …"""
    full = [index for index in range(last) if clauses.full_name(index)]
    if len(full) != 1 or clauses.kind(full[0] + 1) != ",":
        return None
    opens = clauses.kind(full[0] - 1) in ("", ",", "CC") or clauses.low(full[0] - 1) == "from"
    return full[0] if opens else None


def _cited_remark(
    clauses: Clauses, cue: CueCandidate, verb: int, reporter: Range
) -> SpeechRelation | None:
    """Return the relation of X cites Y's remark: "words"; None if nobody else is cited."""
    cited = clauses.noun_phrase_after(verb + 1)
    if cited is None or clauses.base(verb) not in members("citing"):
        return None
    relation = relate(clauses, cue, "colon", cited, (cue.chunk + 1, len(clauses.chunks)))
    owner = _owner(clauses, cited[0], clauses.chunks[cited[0]].last)
    if owner is not None and clauses.tokens[owner[0]].tag == "PRPS":
        return None  # repeated her promise
    if owner is None and not clauses.is_person(cited[0]):
        return None
    relation.speaker = owner or relation.speaker
    relation.quoted_by = clauses.token_range(reporter)
    return relation


def signature(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a signature: "Words." — NAME; "Words": NAME on the talks."""
    start = cue.chunk + 1
    if clauses.kind(start) != "NP":
        return None
    end = clauses.next_word(".", start) or len(clauses.chunks)
    end = clauses.next_word("on", start) or end  # NAME, minister, on being asked to pay
    kinds = {clauses.kind(index) for index in range(start, end)}
    if cue.base == "-" and not kinds <= {"NP", ",", "IN", "CC", "PAREN", "TIME"}:
        return None
    speaker = with_name(clauses, (start, start + 1))
    return relate(clauses, cue, "signature", speaker, (int(clauses.bulleted), cue.chunk), "before")


def presented(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “No,” was all X would say; “No,” was X's answer."""
    start = cue.chunk + 1
    said = {"put", "offer"} | members("light-verbs")
    verbs = (i for i in range(start + 1, len(clauses.chunks)) if clauses.kind(i) == "VG")
    verb = next((i for i in verbs if "q" in clauses.frames(i) or clauses.base(i) in said), 0)
    speaker = (verb and clauses.subject(verb)) or None
    if not speaker and clauses.low(start + 1) in ("of", "from", "by"):
        speaker = clauses.noun_phrase_after(start + 2)
    relation = relate(clauses, cue, "before", speaker, (0, 1), "before")
    if not speaker:
        relation.speaker = _owner(clauses, start, clauses.chunks[start].last)
    elif clauses.chunk_tokens(speaker[0])[0].low == "all":  # all the minister, NAME, would say
        first, last = clauses.token_range(speaker)
        relation.speaker = first + 1, last
    elif not clauses.is_somebody(speaker[0]):
        return None
    return relation


def quoted(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a verb within a quotation: the ministers “condemned the attack.”"""
    subject = clauses.subject(cue.chunk)
    if subject is None or subject[1] != clauses.skip_left(cue.chunk - 1) + 1:
        return None
    before = subject[0] - 1
    opens = clauses.kind(before) in ("", ",", "CS", "CC", ";") and clauses.low(before) != "and"
    if not opens and not (clauses.kind(before) == "VG" and clauses.reports(before)):
        return None
    content = finish(clauses, cue, "quote", cue.chunk)
    return relate(clauses, cue, "quote", subject, content.chunks) if content else None


def headline(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a headline: Fleet to sail: minister."""
    if clauses.noun_phrase_after(cue.chunk + 1) != (cue.chunk + 1, len(clauses.chunks)):
        return None
    start = 1 if clauses.kind(0) == "PAREN" else 0
    if cue.chunk - start < 3:
        return None
    speaker = cue.chunk + 1, len(clauses.chunks)
    return relate(clauses, cue, "headline", speaker, (start, cue.chunk), "before")


READERS: dict[str, Callable[[Clauses, CueCandidate], SpeechRelation | None]] = {
    "verb": verb,
    "noun": noun,
    "adjective": adjective,
    "source": source,
    "colon": colon,
    "signature": signature,
    "presented": presented,
    "quoted": quoted,
    "headline": headline,
    "poll": poll,
}
