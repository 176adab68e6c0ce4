"""Relations of a sentence: each class of cue has its reader, in a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .clauses import Clauses, Range
from .colons import colon, omitted, presented, quoted, signature
from .contents import TOLD
from .cues import (
    CueCandidate,
    SpeechRelation,
    find_cues,
    with_name,
)
from .gazetteer import title_base
from .lexicon import members, words
from .nouns import adjective, noun
from .sentences import Token
from .sources import headline, poll, source
from .verbs import verb

LONGEST_READING = 12  # chunks of “reading from a letter that she had received from X”
NAMING = frozenset({"name", "identify", "quote"})  # what a source asks not to be
ASKING = frozenset({"ask", "agree", "wish", "want", "prefer", "request"})
REFUSING = frozenset({"decline", "refuse"})
WITHOUT_WORDS = frozenset(["PRP", "OBJ", "WP", "DT"])  # tags of it, them, what and that
SUPPOSING = (["if"], ["unless"], ["whether"])  # before who says it
DOUBTFUL = frozenset({"may", "might"})
IMPERATIVE = frozenset({"question", "colon", "quote"})
WITHOUT_SPEAKER = frozenset({"passive", "question", "quote", "colon"})


def find_relations(clauses: Clauses) -> list[SpeechRelation]:
    """Return all relations of one sentence."""
    relations: list[SpeechRelation] = []
    for cue in find_cues(clauses):
        relation = READERS[cue.kind](clauses, cue)
        if relation is None or not (relation.speaker or relation.frame in WITHOUT_SPEAKER):
            continue
        if relation.speaker is None and relation.frame in IMPERATIVE and cue.chunk == 0:
            return []  # Tell us what you think; Tell us: tips@…
        if all(len(token.text) == 1 for token in clauses.tokens[slice(*relation.content)]):
            continue  # a quotation mark without its counterpart
        if _is_aside(clauses, relation):
            continue
        relation.withheld = (
            _withholds(clauses, relation)
            or _is_deed(clauses, relation)
            or _is_supposed(clauses, relation)
        )
        told = "q" in relation.cue.frames or _quotes(clauses, relation)
        if relation.embedded and relation.frame == "object" and not told:
            continue  # the plan that he backed: told in passing
        relations.append(relation)
    if not relations:
        return []
    _complete(clauses, relations)
    relations = _without_repeated(_with_cited(clauses, relations))
    carried = {relation.cue.first for relation in relations if relation.cue.kind == "noun"}
    asked = _questions(clauses)
    retold = [relation for relation in relations if relation.quoted_by]
    presenting = {relation.speaker for relation in relations if relation.cue.kind == "presented"}
    return [
        relation
        for relation in relations
        if not any(_tells_only(clauses, relation, other) for other in retold)
        and (relation.cue.kind == "presented" or relation.speaker not in presenting)
        and (relation.cue.kind != "verb" or relation.cue.first not in carried)
        and not any(first < relation.cue.chunk < last for first, last in asked)
    ]


def _without_repeated(relations: Sequence[SpeechRelation]) -> list[SpeechRelation]:
    """Return relations without “repeated what” where a quotation is another's: X had confided."""
    for outer in relations:
        if outer.frame != "question" or outer.cue.base not in members("relaying"):
            continue
        inner = [r for r in relations if outer.content[0] < r.cue.first < outer.content[1]]
        for told in inner:
            if told.frame == "quote":
                told.quoted_by = told.quoted_by or outer.speaker
                return [r for r in relations if r is told or r not in (outer, *inner)]
    return list(relations)


def _complete(clauses: Clauses, relations: Sequence[SpeechRelation]) -> None:
    """Add who speaks and who passes it on, where another clause of the sentence tells that."""
    for relation in relations:
        _give_speaker(clauses, relation, relations)
        if relation.cue.kind == "verb" and relation.quoted_by is None:
            told_by = _inserted_reporter(clauses, relation) or _mouthpiece(clauses, relation)
            relation.quoted_by = told_by or _outer(relation, relations)


def _inserted_reporter(clauses: Clauses, relation: SpeechRelation) -> Range | None:
    """Return X in “Y, according to X, promised that…” and “Y, who, X noted, had promised that…”."""
    if relation.position != "after" or relation.frame not in TOLD or relation.speaker is None:
        return None
    told = clauses.next_word("it", 2, 3) if clauses.lows[0] == "as" else None
    teller = clauses.subject(told - 1) if told and clauses.kinds[told + 1] == "," else None
    if teller and relation.speaker[0] > clauses.chunks[teller[1]].first:
        return clauses.token_range(teller)  # as X recounted it, Y replied that…
    for index in range(1, len(clauses.chunks) - 2):
        first = clauses.chunks[index].first
        if not relation.speaker[0] < first < relation.content[0] or clauses.kinds[index - 1] != ",":
            continue
        source = clauses.lows[index] == "according"
        phrase = clauses.noun_phrase_after(index + 2 * source)
        end = phrase[1] if phrase else index
        on = clauses.lows[end] == "went" and clauses.lows[end + 1] == "on"
        noted = clauses.kinds[index - 2] == "REL" and "r" in clauses.frames(end)
        if phrase and (source or on or noted) and clauses.kinds[end + 2 * on + noted] == ",":
            return clauses.token_range(phrase)
    return None


def _mouthpiece(clauses: Clauses, relation: SpeechRelation) -> Range | None:
    """Return who speaks for somebody: said through his spokeswoman, NAME, that…"""
    for index in clauses.of_kind("IN"):
        if clauses.lows[index] not in ("through", "via"):
            continue
        at = clauses.chunks[index].first
        phrase = clauses.noun_phrase_after(index + 1)
        if phrase is None:
            continue
        reported = relation.content[0] <= at < relation.content[1]
        if not reported and title_base(clauses.chunk_tokens(phrase[0])[-1].text):
            return clauses.token_range(with_name(clauses, phrase))
    return None


def _outer(relation: SpeechRelation, relations: Sequence[SpeechRelation]) -> Range | None:
    """Return who tells of a whole clause: according to X, Y told him…; “…,” Y told him, X said."""
    cue, speaker = relation.cue, relation.speaker
    for other in relations:
        first, ahead = other.content[0], relation.position == "before"
        opens = other.frame == "source-first" and relation.frame in TOLD and not ahead
        if opens and speaker is not None and first == speaker[0]:
            return other.speaker
        both = ahead and other.position == "before" and "q" in cue.frames
        if both and relation.content[0] == first and first < cue.first < other.content[1]:
            return other.speaker
    return None


def _tells_only(clauses: Clauses, relation: SpeechRelation, told: SpeechRelation) -> bool:
    """Return whether a relation only tells who tells of another: repeated what Y had said."""
    speaker, whose = relation.speaker, told.speaker
    if speaker is None or whose is None or told.quoted_by is None:
        return False
    if whose == speaker and told.position == "before" and relation.frame == "object":
        return told.cue.first < relation.cue.first  # “…,” X said Y had told the staff
    if speaker != told.quoted_by:
        return False
    what = clauses.tokens[relation.content[0]].low == "what"
    within = whose[0] < relation.cue.first == speaker[1] < told.cue.first  # who, he noted, had told
    passed = relation.frame == "object" and relation.content[1] <= whose[0] <= told.cue.first
    what = what or (passed and relation.cue.base in members("relaying"))  # word from X, who…
    return what or within or (relation.cue.base == "in words" and whose[0] == relation.content[0])


def _give_speaker(
    clauses: Clauses, relation: SpeechRelation, relations: Sequence[SpeechRelation]
) -> None:
    """Give a verb after “did not say why it was late, but…” to whoever did not say it."""
    but = relation.cue.chunk - 1
    if clauses.lows[but] != "but":
        return
    end = clauses.chunks[but - (clauses.kinds[but - 1] == ",")].first
    for denied in relations:
        if denied.withheld and denied.frame == "question" and denied.content[1] == end:
            relation.speaker, relation.embedded = denied.speaker, False


def _with_cited(clauses: Clauses, relations: list[SpeechRelation]) -> list[SpeechRelation]:
    """Give words to whomever their speaker cites: X said, quoting Y; SPA, citing Y, reported."""
    for index in clauses.of_kind("GER"):
        piece = clauses.chunks[index]
        start = index + 1 + (clauses.lows[index + 1] in ("what", "from"))
        letter = clauses.lows[start] in members("vehicles", "messages")
        if letter and clauses.lows[start + 1] in ("from", "by", "of"):
            start += 2  # quoting from a letter by X, Y said
        elif clauses.base(index) == "read":  # reading from a letter that came from X, Y said
            sender = clauses.next_word("from", start + 2, LONGEST_READING)
            start = sender + 1 if sender else start
        cited = clauses.noun_phrase_after(start)
        cites = clauses.base(index) in members("citing") and clauses.is_person(start)
        within = cited and clauses.kinds[clauses.skip(cited[1], ("IN", ","))] == "REL"
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


def _is_notice(speaker: Sequence[str]) -> bool:
    """Return whether only an edition or a number “tells”: an earlier version; News ID: 448."""
    itself = speaker[0] == "this" and speaker[-1] in ("article", "story", "release", "headline")
    return itself or "version" in speaker or not any(word[:1].isalpha() for word in speaker)


def _is_aside(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether no statement is told of: who asked not to be named; who decides is open."""
    content = clauses.tokens[slice(*relation.content)]
    if relation.frame in ("object", "preposition") and _is_press(clauses, relation):
        return True  # spoke to reporters
    if relation.speaker is None and relation.frame in IMPERATIVE:
        return clauses.tokens[relation.cue.first].tag == "VB"  # call, or tell us what you think
    speaker = clauses.tokens[slice(*relation.speaker)] if relation.speaker else ()
    if speaker and _is_notice([token.low for token in speaker]):
        return True
    cited = relation.cue.base in members("citing") and relation.frame == "object"
    if cited and any(t.tag == "NN" and _is_document(t.low) for t in content):
        return True  # the paper reported, citing a letter
    parting = relation.frame == "infinitive" and any(t.base == "differ" for t in content[:3])
    pointed = relation.cue.base == "point" and relation.frame == "preposition"
    shown = relation.cue.base == "show" and content[0].low == "no"  # it showed no pictures
    echoed = relation.cue.base == "echo" and clauses.is_person(relation.cue.chunk + 1)
    if echoed or shown or parting or (pointed and len(content) < 6 and content[-1].tag == "NNP"):
        return True  # begged to differ; pointed to the Defense Ministry
    retold = relation.cue.base in members("retelling") and relation.frame == "object"
    if retold and any(token.low in members("encounters") for token in content[:3]):
        return True  # recalled a meeting with X
    if relation.cue.base == "refer" and relation.frame == "preposition":
        told = members("encounters", "vehicles") | {"visit"}
        return any(token.low in told for token in content[:3])
    replying = relation.cue.base in members("replies") and relation.frame == "preposition"
    if replying and clauses.kinds[relation.cue.chunk] == "GER":
        return True  # replying to a question, X said
    if relation.cue.base == "tell" and clauses.lows[relation.cue.chunk - 2] == "hear":
        return True  # to hear X tell it
    opens = relation.speaker == (0, 1) and clauses.kinds[0] == "REL"
    return opens or _asks_aside(clauses, relation, content)


def _is_document(noun: str) -> bool:
    return noun in words("documents") or noun in members("vehicles")


def _asks_aside(clauses: Clauses, relation: SpeechRelation, content: Sequence[Token]) -> bool:
    """Return whether somebody only asks not to be named, or was met and later asked whether…"""
    verb = relation.cue.chunk
    if relation.cue.base == "ask" and relation.embedded and clauses.kinds[verb] == "VG":
        both = clauses.skip_left(verb - 1)
        verbs = (i for i in range(both, 0, -1) if clauses.kinds[i] == "VG")
        earlier = next(verbs, None) if clauses.kinds[both] == "CC" else None
        if earlier is not None and clauses.chunks[earlier].passive:
            return True
    nameless = relation.cue.base in ASKING and relation.frame == "infinitive"
    return nameless and any(token.base in NAMING for token in content[:5])


def is_denied(clauses: Clauses, verb: int, speaker: Range | None = None) -> bool:
    """Return whether something was not said or done: did not say; neither of them said."""
    chunk = clauses.chunks[verb]
    tokens = [*clauses.tokens[max(0, chunk.first - 1) : chunk.last]]
    if speaker is not None:
        tokens += clauses.tokens[max(0, speaker[0] - 1) : speaker[0] + 1]
    words_of = [token.low for token in tokens if token.tag != "NNP"]  # No said he had
    return any(w in members("negations") or w.endswith(("n't", "n’t")) for w in words_of)


def _is_supposed(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether nobody has said it: if X says so; X may have said; it was not X who said."""
    cue, speaker = relation.cue, relation.speaker
    if cue.kind != "verb" or speaker is None or _quotes(clauses, relation):
        return False
    low = [token.low for token in clauses.tokens[: clauses.chunks[cue.chunk].last]]
    who = " ".join(low[slice(*speaker)])
    if who in ("nobody", "no one") or low[speaker[0] - 1 : speaker[0]] in SUPPOSING:
        return True
    another = low[:1] == ["it"] and clauses.kinds[cue.chunk - 1] == "REL"
    if another and any(token in members("negations") for token in low[1:4]):
        return True
    return DOUBTFUL.issuperset(low[clauses.chunks[cue.chunk].first :][:1])


def _is_deed(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether somebody only did or wanted something, or would not discuss it."""
    cue, frame = relation.cue, relation.frame
    if cue.kind != "verb" or _quotes(clauses, relation):
        return False
    if clauses.tokens[-1].low == "?" and relation.position == "after":
        return True  # Had they discussed it?
    if frame == "by":
        return cue.base in members("questioned", "deeds")
    if cue.base == "discuss" and clauses.kinds[cue.chunk] == "INF":
        return True  # met to discuss trade
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
    vague = relation.frame == "object" and content[-1].low == "detail"
    vague = vague or (cue.base == "offer" and content[0].low == "no")  # offered no proof
    if vague or content[0].low in members("greetings"):
        return True  # described the search in some detail; said goodbye and left
    speaker = relation.speaker
    relative = speaker is not None and clauses.tokens[speaker[0]].tag == "WP"
    asker = clauses.tokens[speaker[1] - 1 - relative].low if speaker else ""
    put = relation.embedded and content[0].tag == "OBJ"  # told the paper, which had asked him
    if cue.base == "ask" and (put or {asker, asker + "s"} & members("press")):
        return True  # reporters asked whether…
    withheld = members("withheld")
    if cue.kind == "verb" and cue.base in REFUSING:
        silent = content[-1].low in ("questions", "interviews")  # declined to take questions
        return relation.frame == "infinitive" and (
            silent or any(t.base in withheld for t in content[:3])
        )
    if cue.kind == "adjective" and relation.frame == "adj-infinitive":  # nobody was ready to say
        return any(t.base in withheld for t in content[:3]) and _is_nobody(clauses, relation)
    if cue.kind != "verb" or cue.base not in withheld:
        return False
    frames = ("question", "preposition", "object", "that", "clause")
    return relation.frame in frames and is_denied(clauses, cue.chunk, relation.speaker)


def _is_nobody(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether an adjective is denied: neither of them was willing; was not ready to."""
    verb = relation.cue.chunk - 1
    return clauses.kinds[verb] == "VG" and is_denied(clauses, verb, relation.speaker)


def _quotes(clauses: Clauses, relation: SpeechRelation) -> bool:
    """Return whether there is a quotation in the reported words."""
    return "Q" in [token.tag for token in clauses.tokens[slice(*relation.content)]]


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
        when = index > 0 and piece.kind == "VG" and clauses.lows[index - 1] == "when"
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
            if (inside and clauses.kinds[i + 1] == "VG")
            or (
                (when or not index) and (clauses.clause_follows(i + 1) or clauses.is_apposed(i + 1))
            )
        )
        last = len(clauses.chunks) if when and index > 1 else None  # “No,” X said when asked if…
        if (end := next(ends, last)) is not None:
            ranges.append((index - when, end + (clauses.kinds[end] == "Q")))
    return ranges


READERS: dict[str, Callable[[Clauses, CueCandidate], SpeechRelation | None]] = {
    "verb": verb,
    "noun": noun,
    "adjective": adjective,
    "source": source,
    "colon": colon,
    "signature": signature,
    "presented": presented,
    "omitted": omitted,
    "quoted": quoted,
    "headline": headline,
    "poll": poll,
}
