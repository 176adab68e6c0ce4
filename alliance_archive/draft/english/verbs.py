"""What a verb reports: words after it, by the frames that it allows, or before: Words, X said."""

from __future__ import annotations

from dataclasses import replace

from .clauses import ADVERBIAL, Clauses, Range
from .cues import Content, CueCandidate, SpeechRelation, relate
from .extents import REACH, content_end, contrasts, finish, opener, starts_clause, verbs_ahead
from .gazetteer import person_word
from .lexicon import closed_class, members, verb_forms, words
from .tagging import AUXILIARIES

ALLOWED = {
    "that": frozenset("tca"),
    "question": frozenset("tcwa"),
    "quote": frozenset("qctosa"),
    "infinitive": frozenset("ip"),
    "colon": frozenset("cta"),
    "clause": frozenset("ca"),
}
AFTER_CALLED = frozenset({"", ".", ",", "TIME", "CC", "IN", "INF"})
CONJUNCTIONS = frozenset({"CC", "CS", "WRB"})
AFTER_ADDRESSEE = frozenset({"himself", "herself", "themselves", "here", "there"})
LONGEST_INSERTION = 10  # chunks between the commas of "said, without giving details, that"
STARTS = frozenset(";:.?!–—(") | {"--", "-"}
TOLD = frozenset({"that", "clause", "quote", "question", "infinitive"})
AS_REACH = 10  # chunks within which the comma of "As X said," follows
BY_REACH = 8  # chunks within which the "by" of a passive follows


def verb(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a verb: X said that…; X, asked to…; X was said to…"""
    kind = clauses.kind(cue.chunk)
    quotes = cue.base in members("quoting") or cue.base in members("hearing")
    if quotes and (quoted := _quoted_as_saying(clauses, cue)):
        return quoted
    if cue.base == "go" and not _is_person(clauses, cue.chunk):
        return None
    if kind in ("GER", "INF") and "a" in cue.frames and clauses.is_undergone(cue.chunk):
        return _told_by(clauses, cue)
    if clauses.chunks[cue.chunk].passive:
        return _passive(clauses, cue)
    if kind == "PART" or _names_only(clauses, cue) or _calls_up(clauses, cue):
        return None
    if "h" in cue.frames:
        return _hedged(clauses, cue) if kind == "VG" else None
    if preposed := _preposed_content(clauses, cue):
        return preposed
    content = content_after(clauses, cue)
    if content is None:
        return None
    bare = kind in ("GER", "INF")
    subject = clauses.governor(cue.chunk) if bare else clauses.subject(cue.chunk)
    relation = relate(clauses, cue, content.frame, subject, content.chunks)
    relation.embedded = _embedded(clauses, cue, subject)
    aside = relation.embedded or (kind == "GER" and clauses.kind(cue.chunk - 1) != ",")
    if cue.base == "wonder" and aside:
        return None  # wondering aloud why it was late, X left
    reader = _reader(clauses, subject) if relation.embedded and subject else None
    relation.quoted_by = clauses.token_range(reader) if reader else None
    return relation


def _reader(clauses: Clauses, subject: Range) -> Range | None:
    """Return who reads out or passes on “a letter from X in which he said that…”."""
    comma = clauses.skip_left(subject[0] - 3, (",",))
    letter = clauses.chain_start(comma)
    if clauses.low(subject[0] - 2) != "in" or letter < 1:
        return None
    if clauses.low(letter) not in members("vehicles") | members("messages"):
        return None
    verbs = (i for i in range(letter - 1, -1, -1) if clauses.kind(i) in ("VG", "GER"))
    verb = next(verbs, 0)
    if clauses.base(verb) not in members("relaying"):
        return None
    if clauses.kind(verb) == "VG":
        return clauses.subject(verb)
    apposed = clauses.kind(verb - 1) == "," and clauses.is_person(verb - 2)  # X, quoting a letter
    return (verb - 2, verb - 1) if apposed else clauses.governor(verb)


def _is_person(clauses: Clauses, verb: int) -> bool:
    """Return whether a name or a pronoun goes: he went, “Well…”, not: the talks went “well.”"""
    subject = clauses.subject(verb)
    if subject is None:
        return False
    tag = clauses.tokens[clauses.chunks[subject[0]].last - 1].tag
    return tag == "NNP" or clauses.low(subject[0]) in ("he", "she", "i", "they", "we")


def _quoted_as_saying(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “X quoted Y as saying” and “Y was quoted as saying by X”.

    Of “X recalled Y saying”, too.
    """
    passive = clauses.chunks[cue.chunk].passive
    speaker = clauses.subject(cue.chunk) if passive else clauses.noun_phrase_after(cue.chunk + 1)
    if speaker is None:
        return None
    link = clauses.next_word("as", cue.chunk + 1, BY_REACH)
    if link is None and passive:  # was reported by the agency to have said
        agent = clauses.noun_phrase_after(cue.chunk + 2)
        link = agent[1] - 1 if agent and clauses.low(cue.chunk + 1) == "by" else cue.chunk
    elif link is None:
        speaker = with_name(clauses, speaker)
        # recalled her colleague, NAME, saying…
        link = speaker[1] - (clauses.kind(speaker[1]) != "," or clauses.kind(speaker[1] - 2) != ",")
    elif not passive:
        speaker = speaker[0], link
    if clauses.kind(link + 1) not in ("GER", "INF"):
        return None
    saying = clauses.chunks[link + 1]
    base, frames = clauses.base(link + 1), clauses.frames(link + 1)
    if not {"q", "t"} & frames:
        return None
    by = clauses.next_word("by", cue.chunk + 1, BY_REACH)
    first = cue.first if passive and link == cue.chunk + 1 else saying.first
    act = CueCandidate("verb", link + 1, first, saying.last, base, frames)
    reporter = None if passive else clauses.subject(cue.chunk)
    start = link + 2
    if by in (cue.chunk + 1, start):
        reporter = clauses.noun_phrase_after(by + 1)
        start = reporter[1] if reporter and by == start else start
    ahead = speaker if passive else reporter or speaker
    relation = _quoted_content(clauses, act, speaker, min(ahead[0], speaker[0]), start)
    if relation is not None and reporter is not None:
        relation.quoted_by = clauses.token_range(reporter)
    return relation


def _quoted_content(
    clauses: Clauses, act: CueCandidate, speaker: Range, opening: int, start: int
) -> SpeechRelation | None:
    """Return the words before the clause that begins at `opening`, else those from `start`."""
    edge = clauses.skip_left(opening - 1, ADVERBIAL)
    asked = clauses.kind(_segment_start(clauses, edge)) == "PART"  # Asked about it, X quoted…
    if (
        not asked
        and clauses.kind(edge) in ("Q", ",")
        and (relation := _preposed(clauses, act, speaker, edge, start))
    ):
        return relation
    moved = replace(act, chunk=start - 1)
    content = content_after(clauses, moved)
    return relate(clauses, act, "quoted", speaker, content.chunks) if content else None


def _embedded(clauses: Clauses, cue: CueCandidate, subject: Range | None) -> bool:
    """Return whether the cue is in a relative clause: a suit alleging…, the man who said…"""
    if clauses.kind(cue.chunk) == "GER":
        return clauses.kind(cue.chunk - 1) == "NP"
    if subject is None or clauses.kind(cue.chunk) != "VG":
        return False
    return clauses.is_relative(subject[0]) or clauses.kind(subject[0] - 1) == "REL"


def _hedged(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a verb that only seems: X seems to be Y; it appears that Y."""
    subject = clauses.subject(cue.chunk)
    start = cue.chunk + 1
    kind = opener(clauses, start)
    if subject is None or kind not in ("that", "infinitive", "clause"):
        return None
    impersonal = clauses.low(subject[0]) == "it" and kind != "infinitive"
    first = start if impersonal else subject[0]
    return relate(clauses, cue, "passive", None, (first, content_end(clauses, cue, kind, start)))


def _names_only(clauses: Clauses, cue: CueCandidate) -> bool:
    """Return whether the verb gives a name and reports no speech: a book called "…"."""
    custom = clauses.tense(cue.chunk) == "present" and clauses.low(cue.chunk - 2) == "what"
    if cue.base == "call" and custom and clauses.naming(cue.chunk - 1) is None:
        return True  # what locals call the “long flood”
    if cue.base not in ("call", "name", "dub") or clauses.kind(cue.chunk + 1) != "Q":
        return False
    first = clauses.tokens[clauses.chunks[cue.chunk - 1].first]
    indefinite = clauses.kind(cue.chunk - 1) == "NP" and first.low in ("a", "an")
    return indefinite and clauses.kind(cue.chunk) == "VG"


def _calls_up(clauses: Clauses, cue: CueCandidate) -> bool:
    """Return whether somebody is called, and is called nothing: called Minister Ingrid Falk."""
    if cue.base != "call" or clauses.kind(whom := cue.chunk + 1) != "NP":
        return False
    last = clauses.chunk_tokens(whom)[-1]
    person = clauses.naming(whom) or last.tag == "OBJ" or person_word(last.text)
    return bool(person) and clauses.kind(whom + 1) in AFTER_CALLED


def _passive(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a passive: X is expected to…; it was announced that…; praised by Y."""
    subject = clauses.subject(cue.chunk)
    if subject is None:
        return None
    start = cue.chunk + 1
    by = clauses.next_word("by", start, BY_REACH)
    agent = clauses.noun_phrase_after(by + 1) if by is not None else None
    agent = with_name(clauses, agent) if agent else None  # was told by its envoy, NAME, that…
    kind = opener(clauses, start)
    if kind == "infinitive" and (
        cue.base == "allow" or ("a" in cue.frames and _who(clauses, subject))
    ):
        return None  # who had been told to leave
    if kind == "infinitive" or (clauses.low(start) == "as" and cue.base != "ask"):
        end = content_end(clauses, cue, "infinitive", start)
        return relate(clauses, cue, "passive", agent, (subject[0], end))
    if kind == "that" and clauses.low(subject[0]) == "it":
        end = content_end(clauses, cue, "that", start)
        return relate(clauses, cue, "passive", None, (start, end))
    if agent is not None and "a" in cue.frames:  # he was told by X that…
        content = content_after(clauses, replace(cue, chunk=agent[1] - 1))
        if content is not None and content.frame in TOLD:
            return relate(clauses, cue, content.frame, agent, content.chunks)
    if agent is not None:
        told = clauses.kind(agent[1]) == "INF" and clauses.base(agent[1]) in members("speech")
        return None if told else relate(clauses, cue, "by", agent, subject, "before")
    linked = clauses.kind(start) == "IN" and clauses.low(start) in members("passive-links")
    if linked and cue.base != "tell":
        end = content_end(clauses, cue, "object", start)
        return relate(clauses, cue, "passive", None, (subject[0], end))
    return None


def _told_by(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “X recalled having been told by Y that…”; None without Y."""
    agent = clauses.noun_phrase_after(cue.chunk + 2) if clauses.low(cue.chunk + 1) == "by" else None
    if agent is None:
        return None
    agent = with_name(clauses, agent)
    content = content_after(clauses, replace(cue, chunk=agent[1] - 1))
    if content is None or content.frame not in TOLD:
        return None
    relation = relate(clauses, cue, content.frame, agent, content.chunks)
    reporter = clauses.governor(cue.chunk)
    relation.quoted_by = clauses.token_range(reporter) if reporter else None
    return relation


def _who(clauses: Clauses, subject: Range) -> bool:
    return clauses.low(subject[0]) == "who"


def _preposed_content(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return words that come before their cue: words, X said; words, said X."""
    if "q" not in cue.frames or clauses.kind(cue.chunk) != "VG":
        return None
    if inverted := _inverted(clauses, cue, clauses.skip_left(cue.chunk - 1)):
        return inverted
    if clauses.kind(clauses.skip_left(cue.chunk - 1)) == "CC" and content_after(clauses, cue):
        return None  # “…,” X said, and promised to go on
    subject = clauses.subject(cue.chunk)
    edge = clauses.skip_left(subject[0] - 1, ADVERBIAL) if subject else -1
    if subject is None or edge < 0 or clauses.is_relative(subject[0]):
        return None
    beyond = cue.chunk + 1 + (cue.base == "put")  # as she put it
    free = clauses.kind(beyond) in ("", ",", ".", "IN", "TIME")
    free = free and (cue.base != "put" or clauses.kind(beyond + 1) != "Q")
    if free and clauses.low(edge) == "as" and ("r" in cue.frames or cue.base == "put"):
        return _as_said(clauses, cue, subject, edge)
    rest = _past_telling(clauses, cue)
    if clauses.kind(edge) == clauses.kind(rest) == "," and clauses.kind(edge - 1) in CONJUNCTIONS:
        return relate_next(clauses, cue, subject, rest)  # …, because, X said, it was late
    if _may_precede(clauses, cue, edge):
        return _preposed(clauses, cue, subject, edge, rest)
    return None


def _is_clause(clauses: Clauses, start: int, edge: int) -> bool:
    """Return whether the words from `start` to `edge` have a verb of their own: not when X left."""
    if clauses.kind(start) in ("CS", "WRB", "PART", "GER"):
        return False
    for index in range(start, edge):
        if clauses.kind(index) != "VG":
            continue
        subject = clauses.subject(index)
        if subject is None:
            return True  # Nor are tariffs the answer
        relative = clauses.is_relative(subject[0]) or clauses.kind(subject[0] - 1) == "REL"
        if subject[0] >= start and not relative:
            return True
    return False


def _goes_on(clauses: Clauses, index: int, start: int, edge: int) -> bool:
    """Return whether the words from `start` to a cue between commas go on after it, at `index`.

    The words, she said, “were not his.” Between those two, she said, he needs a boat.
    """
    if clauses.kind(index) == "Q":
        quoted = clauses.tokens[clauses.chunks[index].first].text.strip("\"“‘'").split()
        verb = bool(quoted) and closed_class().get(quoted[0]) in AUXILIARIES
        saying = (step for step in range(start, edge) if clauses.kind(step) == "GER")
        others = any("q" in clauses.frames(step) for step in saying)
        lower = quoted[:1] and quoted[0][0].islower() and not others
        return verb or bool(lower and _is_clause(clauses, start, edge))
    if _is_clause(clauses, start, edge):
        return clauses.kind(index) in ("CS", "CC") or _is_portion(clauses, index)
    led = clauses.kind(start) in ("IN", "NP", "TIME", "RB", "CS", "WRB")
    return led and clauses.clause_follows(index)


def _is_portion(clauses: Clauses, index: int) -> bool:
    """Return whether a part of what was told follows without a verb: ten ships, all of them old."""
    counted = clauses.chunk_tokens(index)[-1] if clauses.kind(index) == "NP" else None
    some = counted and (counted.tag == "CD" or counted.low in members("portions"))
    return bool(some) and clauses.low(index + 1) == "of"


def _past_telling(clauses: Clauses, cue: CueCandidate) -> int:
    """Return the chunk after a cue, "out", whom it is told and where: told them in a note, …"""
    rest = cue.chunk + 1
    rest += cue.base == "go" and clauses.low(rest) == "on"
    rest += clauses.low(rest) in members("particles") and clauses.kind(rest + 1) != "NP"
    phrase = clauses.noun_phrase_after(rest) if "a" in cue.frames else None
    rest = phrase[1] if phrase and clauses.kind(clauses.skip(phrase[1])) == "," else rest
    rest = _past_adjuncts(clauses, cue, rest)
    by = clauses.low(rest + 1) == "by" and clauses.kind(rest) in ("VG", "PART")
    agent = clauses.noun_phrase_after(rest + 2) if by else None
    return agent[1] if agent else rest  # in a statement carried by the agency


def _may_precede(clauses: Clauses, cue: CueCandidate, edge: int) -> bool:
    """Return whether words may come before: a quotation, or others if nothing follows."""
    if "Q" in (clauses.kind(edge), clauses.kind(edge - 1)):
        start = _segment_start(clauses, edge)
        asked = clauses.kind(start) in ("PART", "GER") and start < edge
        if asked and content_after(clauses, cue):
            return False  # told of the “toy,” he said that…
    if clauses.kind(edge) == "Q":
        return True
    if clauses.kind(edge) != "," or edge == 0 or "r" not in cue.frames:
        return False
    content = None if clauses.kind(edge - 1) == "Q" else content_after(clauses, cue)
    if content is None:
        return True
    start, rest = _segment_start(clauses, edge), _past_telling(clauses, cue)
    if clauses.kind(rest) == ",":
        cut = clauses.kind(rest + 1) == "Q" and _is_cut(clauses, edge)  # They were, X said, “a net”
        if cut or _goes_on(clauses, rest + 1, start, edge):
            return True
    adjunct = clauses.low(content.chunks[0]) in ("after", "before", "as", "during")
    of = clauses.low(cue.chunk + 1) == "of"  # he was late, she said of her guest
    adjunct = adjunct or of or clauses.kind(rest) in ("", ".")
    if adjunct and _is_clause(clauses, start, edge):
        return True
    # What follows may still be the person addressed: words, he told them.
    addressed = "a" in cue.frames and content.frame == "object"
    return addressed and clauses.kind(clauses.skip(content.chunks[1])) in ("", ".", ",")


def _segment_start(clauses: Clauses, edge: int) -> int:
    """Return where the words begin that end at a comma or a quotation."""
    start = edge
    while start > 0 and clauses.kind(start - 1) not in STARTS:
        start -= 1
    return min(clauses.skip(start, ("CC", ",")), edge)


def _as_said(
    clauses: Clauses, cue: CueCandidate, subject: Range, edge: int
) -> SpeechRelation | None:
    """Return the relation of "as X noted, words" or "words, as X noted".

    The comma before “as” may be inside quotation marks.
    """
    before = clauses.tokens[clauses.chunks[edge - 1].last - 1].text
    closed = clauses.kind(edge - 1) == "Q" and before[-2:-1] == ","
    if edge > 1 or closed:
        if before != "," and not closed:
            return None
        if preposed := _preposed(clauses, cue, subject, edge - 1, len(clauses.chunks)):
            return preposed
    return relate_next(clauses, cue, subject, clauses.next_word(",", cue.chunk, AS_REACH))


def relate_next(
    clauses: Clauses, cue: CueCandidate, speaker: Range, comma: int | None
) -> SpeechRelation | None:
    """Return the relation of words after a comma: as X noted, words; according to X, words."""
    content = finish(clauses, cue, "clause", comma + 1) if comma is not None else None
    return relate(clauses, cue, "source-first", speaker, content.chunks) if content else None


def _inverted(clauses: Clauses, cue: CueCandidate, left: int) -> SpeechRelation | None:
    """Return the relation of "words, said X"."""
    phrase = clauses.noun_phrase_after(clauses.skip(cue.chunk + 1))
    if phrase is None or clauses.kind(left) not in ("Q", ","):
        return None
    first = clauses.tokens[clauses.chunks[phrase[0]].first]
    if first.low in ("no", "yes") or cue.base in members("telling"):
        return None  # X, a priest, told Y
    if first.tag == "OBJ" or (cue.base == "put" and first.low == "it"):
        return None  # her colleague, NAME, had warned him; NAME, a priest, put it well
    phrase = with_name(clauses, _without_vehicle(clauses, phrase))
    if clauses.kind(clauses.skip(phrase[1])) == "VG":
        return None  # X, asked about the “toy,” said the toy was lost
    if clauses.kind(left) == "," and clauses.kind(left - 1) != "Q":
        name = clauses.full_name(phrase[0]) is not None and "c" in cue.frames
        takes_object = "o" in cue.frames and cue.base != "write" and not name
        if "r" not in cue.frames or takes_object or left == 0:
            return None
        if clauses.kind(clauses.skip(phrase[1])) in ("CS", "Q"):
            return None
        apposed = clauses.kind(left - 2) == "," and clauses.full_name(left - 1) is not None
        joined = clauses.kind(clauses.chain_start(left - 3) - 1) == "CC"  # and its minister, NAME
        if apposed and (joined or not any(clauses.kind(index) == "VG" for index in range(left))):
            return None  # the minister, NAME, said his predecessor…
    return _preposed(clauses, cue, phrase, left, phrase[1])


def with_name(clauses: Clauses, phrase: Range) -> Range:
    """Return who spoke with the name in apposition: said its director, NAME."""
    named = clauses.kind(phrase[1]) == "," and clauses.full_name(phrase[1] + 1) is not None
    first, last = (clauses.chunk_tokens(index)[-1] for index in (phrase[0], phrase[1] - 1))
    lower = first.text.islower() or last.text.islower() or clauses.naming(phrase[0]) is None
    if not named or not lower or first.low in words("documents"):
        return phrase
    end = phrase[1] + 2
    two = last.tag == "NNS" and clauses.low(end) == "and" and clauses.full_name(end + 1) is not None
    return phrase[0], end + 2 if two else end  # said its directors, NAME and NAME


def _without_vehicle(clauses: Clauses, phrase: Range) -> Range:
    """Return who spoke without "in a joint statement", "in an interview" after it."""
    for index in range(phrase[0] + 1, phrase[1] - 1):
        carrier = clauses.low(index + 1) in words("documents") | members("vehicles")
        if (
            clauses.kind(index) == "IN"
            and clauses.low(index) in ("in", "via", "through")
            and carrier
        ):
            return phrase[0], index
    return phrase


def _preposed(
    clauses: Clauses, cue: CueCandidate, speaker: Range, edge: int, rest: int
) -> SpeechRelation | None:
    """Return the content from the start of its clause to `edge`; what goes on after joins it."""
    last = edge + 1 if clauses.kind(edge) == "Q" else edge
    start = _segment_start(clauses, last)
    kinds = {clauses.kind(index) for index in range(start, last)}
    if kinds <= {"PART", "VG"}:
        return None  # asked, he said…
    relation = relate(clauses, cue, "before", speaker, (start, last), "before")
    if "Q" not in kinds:
        whole = _is_clause(clauses, start, last) and not _is_cut(clauses, last)
        relation.tail = _tail(clauses, cue, start, rest, whole)
        if not kinds & {"VG", "INF"} and relation.tail is None:
            return None
    return relation


def _is_cut(clauses: Clauses, edge: int) -> bool:
    """Return whether words before a comma end in an auxiliary: She had not, X said, “seen it.”"""
    ending = clauses.skip_left(edge - 1)
    return clauses.tokens[clauses.chunks[ending].head].tag in AUXILIARIES


def _tail(clauses: Clauses, cue: CueCandidate, start: int, rest: int, verbs: bool) -> Range | None:
    """Return the words that go on after a cue between commas: sometimes, they say, it means…"""
    rest = clauses.skip(rest)
    if clauses.kind(rest) != "," or rest + 1 >= len(clauses.chunks):
        return None
    quoted = clauses.kind(rest + 1) == "Q"
    if quoted and (not verbs or _goes_on(clauses, rest + 1, start, rest)):
        return clauses.token_range((rest + 1, rest + 2))
    free = clauses.kind(rest + 1) == "VG" and clauses.low(start) == "what"  # What is lacking is…
    if clauses.kind(rest + 1) == "IN" and clauses.kind(rest + 2) == "REL":
        return None  # …, X said, in what he called…
    joined = clauses.kind(rest + 1) in ("CS", "CC", "IN", "REL", "WRB", "INF")
    if verbs and not (free or joined or _is_portion(clauses, rest + 1)):
        return None
    if contrasts(clauses, cue, rest + 1):
        return None  # …, X said, though Y insists…
    acts = clauses.kind(rest + 1) == "CC" and clauses.kind(rest + 2) == "VG"
    if acts and clauses.frames(rest + 2) and not clauses.chunks[rest + 2].passive:
        return None  # they met, she said, and agreed to go on
    verb = rest + 2 + (clauses.kind(rest + 2) == "NP")
    if clauses.kind(rest + 1) == "CC" and clauses.low(verb) in members("gestures"):
        return None  # there was none, X said, and Y laughed
    named = clauses.kind(rest + 2) == "NP" and clauses.chunk_tokens(rest + 2)[-1].tag == "NNP"
    said = verb if clauses.kind(verb) == "VG" and named else 0
    if clauses.low(rest + 1) == "but" and {"q", "s"} & (clauses.frames(said) if said else set()):
        return None  # it was late, X said, but Y dismissed that
    when = clauses.low(rest + 1) == "when" and clauses.clause_follows(rest + 2)
    if verbs and not when and clauses.low(rest + 1) in ("before", "after", "when", "while"):
        return None  # he said so, before anyone had asked
    end = content_end(clauses, cue, "clause", rest + 1)
    return clauses.token_range((rest + 1, end)) if end > rest + 1 else None


def _past_adjuncts(clauses: Clauses, cue: CueCandidate, start: int) -> int:
    """Step over "in a statement", "on Monday", "at a rally in Ohio" before reported words."""
    position = clauses.skip(start)
    for _ in range(4):
        word = clauses.low(position)
        adjunct = clauses.kind(position) == "IN" and word in members("adjuncts")
        phrase = clauses.noun_phrase_after(position + 1) if adjunct else None
        if clauses.low(position + 1) in ("least", "length", "first", "last"):
            position = clauses.skip(position + 2)  # at least, at length, at last
            continue
        if phrase is None:
            break
        if "@" + word in cue.frames and opener(clauses, phrase[1]) != "that":
            break  # asked for the lists to be opened
        if clauses.kind(phrase[1]) == "PART" and clauses.low(phrase[1] + 1) == "by":
            phrase = clauses.noun_phrase_after(phrase[1] + 2) or phrase  # in a letter seen by X
        position = clauses.skip(phrase[1])
    return position


def content_after(clauses: Clauses, cue: CueCandidate) -> Content | None:
    """Return the reported words after a verb cue, by the frames the verb allows."""
    start = cue.chunk + 1
    if tuple(map(clauses.kind, range(start, start + 3))) == (",", "RB", ","):
        start += 3  # rejected, however, the claim
    loose = "c" in cue.frames and not {"o", "s"} & cue.frames
    for position in _starts(clauses, cue, start):
        kind = opener(clauses, position, loose)
        when = clauses.low(position) in ("when", "where") and "c" in cue.frames
        relative = clauses.kind(position) == "REL" and clauses.kind(position - 1) == ","
        asked = kind == "question" and clauses.kind(position + 1) == ","  # asked when, X said…
        if kind == "question" and (when or relative or asked):
            continue
        if kind and ALLOWED[kind] & cue.frames:
            # urged them to go: whoever is urged is part of what is urged, unless merely told
            whole = kind == "infinitive" and "p" in cue.frames and "a" not in cue.frames
            begin = clauses.skip(start) if whole else position
            if kind == "infinitive" and clauses.low(begin - 1) in ("not", "never"):
                begin -= 1
            return finish(clauses, cue, kind, begin)
    return _phrase(clauses, cue, clauses.skip(start))


def _starts(clauses: Clauses, cue: CueCandidate, start: int) -> list[int]:
    """Return where reported words may start: at once, after an addressee, after adjuncts."""
    first = clauses.skip(start)
    if clauses.kind(first) in ("IN", "RB") and clauses.low(first) == "out":
        return [first + 1]  # pointed out that
    starts = [first]
    phrase = clauses.noun_phrase_after(first) if {"a", "p"} & cue.frames else None
    if phrase is not None:
        told = phrase[1]
        if told < len(clauses.chunks) and clauses.chunk_tokens(told)[0].low in AFTER_ADDRESSEE:
            told += 1
        whole, short = clauses.skip(told), clauses.skip(first + 1)
        starts += [short, whole] if short != whole else [whole]
        starts.append(_past_adjuncts(clauses, cue, told))
        if clauses.kind(whole) == "," and opener(clauses, whole + 1) in ("that", "quote"):
            starts.append(whole + 1)
        elif clauses.kind(whole) == ",":
            starts += _after_insertion(clauses, whole)
        apposed = clauses.kind(whole) == clauses.kind(whole + 2) == ","
        if apposed and opener(clauses, whole + 3) == "that":
            starts.insert(1, whole + 3)  # told her counterpart, Jan Wolan, that…
    beyond = _past_adjuncts(clauses, cue, start)
    if beyond != first:
        starts.append(beyond)
    if clauses.kind(beyond) == ",":
        starts += [*_after_insertion(clauses, beyond), beyond + 1]
    return starts


def _after_insertion(clauses: Clauses, comma: int) -> list[int]:
    """Return where words may start after an insertion: she said, without giving details, that…"""
    shut = clauses.next_word(",", comma + 2, LONGEST_INSERTION)
    if shut is None or opener(clauses, shut + 1) not in ("that", "quote"):
        return []
    return [shut, shut + 1]


def _phrase(clauses: Clauses, cue: CueCandidate, start: int) -> Content | None:
    """Return a noun phrase, a gerund or a prepositional object as what is reported."""
    with_pride = clauses.low(start) == "with" and clauses.low(start + 1) in members("manner")
    start += 2 * (with_pride and "o" in cue.frames)
    kind = clauses.kind(start)
    more = kind == "ADJ" and clauses.low(start) in ("more", "less", "fewer")
    noun = kind == "NP" or (more and clauses.kind(start + 1) == "NP")
    if noun and _takes_object(clauses, cue, start):
        return finish(clauses, cue, "object", start)
    if kind == "GER" and {"g", "o"} & cue.frames:
        return finish(clauses, cue, "gerund", start)
    if kind in ("IN", "RB", "CS") and "@" + clauses.low(start) in cue.frames:
        return finish(clauses, cue, "preposition", _past_particle(clauses, start))
    if kind in ("IN", "CS") and clauses.low(start) == "as" and "s" in cue.frames:
        return finish(clauses, cue, "as", start)
    if {"r", "c"} <= cue.frames and kind in ("CS", "IN", "GER"):
        content = finish(clauses, cue, "clause", start)
        if content is not None and _clause_within(clauses, content.chunks):
            return content
    return _anything_said(clauses, cue, start)


def _takes_object(clauses: Clauses, cue: CueCandidate, start: int) -> bool:
    """Return whether an object is what is reported; of some verbs only before "as": NAME as…"""
    as_ahead = "s" in cue.frames and clauses.next_word("as", start + 1, 7) is not None
    return as_ahead or "o" in cue.frames


def _past_particle(clauses: Clauses, start: int) -> int:
    """Return where the object starts: after "on", and after "out against" as a whole."""
    particle = clauses.low(start) in members("particles")
    return start + 2 if particle and clauses.kind(start + 1) == "IN" else start + 1


def _clause_within(clauses: Clauses, content: Range) -> bool:
    reach = range(content[0] + 1, min(content[0] + REACH, content[1]))
    return any(starts_clause(clauses, step) for step in reach)


def _anything_said(clauses: Clauses, cue: CueCandidate, start: int) -> Content | None:
    """Return what follows "say", whatever its form: which he said had failed; said no."""
    if "c" not in cue.frames or clauses.kind(cue.chunk) != "VG":
        return None
    if clauses.kind(start) == "VG" and clauses.kind(cue.chunk - 2) == "REL":
        return finish(clauses, cue, "clause", start)
    if clauses.low(start) in ("yes", "no") and clauses.kind(start + 1) in ("", ".", ","):
        return finish(clauses, cue, "object", start)
    if cue.base in ("say", "add") and clauses.kind(start) in ("NP", "ADJ"):
        first = clauses.chunks[start].first
        nouns = (t for t in clauses.tokens[first:] if t.tag == "NNS" and t.low in verb_forms())
        if verbs_ahead(clauses, start) or next(nouns, None):  # said the bank holds
            return finish(clauses, cue, "clause", start)
    return None
