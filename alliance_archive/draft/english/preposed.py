"""Reported words before their verb: words, X said; words, said X; as X noted, words."""

from __future__ import annotations

from .clauses import ADVERBIAL, Clauses, Range
from .contents import content_after, past_adjuncts
from .cues import DASHES, CueCandidate, SpeechRelation, relate, with_name
from .extents import carries, content_end, contrasts, finish
from .lexicon import closed_class, members
from .tagging import AUXILIARIES

CONJUNCTIONS = frozenset({"CC", "CS", "WRB"})
STARTS = frozenset(";:.?!–—(") | {"--", "-"}
AS_REACH = 10  # chunks within which the comma of "As X said," follows


def preposed_content(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return words that come before their cue: words, X said; words, said X."""
    put = cue.base in members("putting") and clauses.lows[cue.chunk + 1] == "it"  # as she put it
    if not (put or "q" in cue.frames) or clauses.kinds[cue.chunk] != "VG":
        return None
    if inverted := _inverted(clauses, cue, clauses.skip_left(cue.chunk - 1)):
        return inverted
    if clauses.kinds[clauses.skip_left(cue.chunk - 1)] == "CC" and content_after(clauses, cue):
        return None  # “…,” X said, and promised to go on
    subject = clauses.subject(cue.chunk)
    edge = clauses.skip_left(subject[0] - 1, ADVERBIAL) if subject else -1
    if subject is None or edge < 0 or clauses.is_relative(subject[0]):
        return None
    beyond = cue.chunk + 1 + put
    free = clauses.kinds[beyond] in ("", ",", ".", "IN", "TIME")
    free = free and (cue.base != "put" or clauses.kinds[beyond + 1] != "Q")
    if (
        clauses.lows[edge] == "as"
        and cue.base in members("replies")
        and clauses.lows[beyond] == "to"
    ):
        return None  # as X responded to the ban
    if free and clauses.lows[edge] == "as" and ("r" in cue.frames or put):
        return _as_said(clauses, cue, subject, edge)
    if "q" not in cue.frames:
        return None
    rest = _past_telling(clauses, cue)
    if (
        clauses.kinds[edge] == clauses.kinds[rest] == ","
        and clauses.kinds[edge - 1] in CONJUNCTIONS
    ):
        return relate_next(clauses, cue, subject, rest)  # …, because, X said, it was late
    if _may_precede(clauses, cue, edge):
        return preposed(clauses, cue, subject, edge, rest)
    return None


def _is_clause(clauses: Clauses, start: int, edge: int) -> bool:
    """Return whether the words from `start` to `edge` have a verb of their own: not when X left."""
    if clauses.kinds[start] in ("CS", "WRB", "PART", "GER"):
        return False
    for index in range(start, edge):
        if clauses.kinds[index] != "VG":
            continue
        subject = clauses.subject(index)
        if subject is None:
            return True  # Nor are tariffs the answer
        before = clauses.kinds[subject[0] - 1] if subject[0] > start else ""
        relative = clauses.is_relative(subject[0]) or before in ("REL", "CS", "WRB")
        if subject[0] >= start and not relative:
            return True
    return False


def _goes_on(clauses: Clauses, index: int, start: int, edge: int) -> bool:
    """Return whether the words from `start` to a cue between commas go on after it, at `index`.

    The words, she said, “were not his.” Between those two, she said, he needs a boat.
    """
    if clauses.kinds[index] == "Q":
        quoted = clauses.tokens[clauses.chunks[index].first].text.strip("\"“‘'").split()
        verb = bool(quoted) and closed_class().get(quoted[0]) in AUXILIARIES
        saying = (step for step in range(start, edge) if clauses.kinds[step] == "GER")
        others = any("q" in clauses.frames(step) for step in saying)
        lower = quoted[:1] and quoted[0][0].islower() and not others
        return verb or bool(lower and _is_clause(clauses, start, edge))
    if _is_clause(clauses, start, edge):
        return clauses.kinds[index] in ("CS", "CC") or _is_portion(clauses, index)
    led = clauses.kinds[start] in ("IN", "NP", "TIME", "RB", "CS", "WRB")
    return led and clauses.clause_follows(index)


def _is_portion(clauses: Clauses, index: int) -> bool:
    """Return whether a part of what was told follows without a verb: ten ships, all of them old."""
    counted = clauses.chunk_tokens(index)[-1] if clauses.kinds[index] == "NP" else None
    some = counted and (counted.tag == "CD" or counted.low in members("portions"))
    return bool(some) and clauses.lows[index + 1] == "of"


def _past_telling(clauses: Clauses, cue: CueCandidate) -> int:
    """Return the chunk after a cue, "out", whom it is told and where: told them in a note, …"""
    rest = cue.chunk + 1
    rest += cue.base == "go" and clauses.lows[rest] == "on"
    rest += clauses.lows[rest] in members("particles") and clauses.kinds[rest + 1] != "NP"
    phrase = clauses.noun_phrase_after(rest) if "a" in cue.frames else None
    rest = phrase[1] if phrase and clauses.kinds[clauses.skip(phrase[1])] == "," else rest
    rest = past_adjuncts(clauses, cue, rest)
    by = clauses.lows[rest + 1] == "by" and clauses.kinds[rest] in ("VG", "PART")
    agent = clauses.noun_phrase_after(rest + 2) if by else None
    return agent[1] if agent else rest  # in a statement carried by the agency


def _may_precede(clauses: Clauses, cue: CueCandidate, edge: int) -> bool:
    """Return whether words may come before: a quotation, or others if nothing follows."""
    if "Q" in (clauses.kinds[edge], clauses.kinds[edge - 1]):
        start = segment_start(clauses, edge)
        asked = clauses.kinds[start] in ("PART", "GER") and start < edge
        content = content_after(clauses, cue) if asked or clauses.kinds[start] == "IN" else None
        led = content and content.frame in ("that", "clause") and content.chunks[0] == cue.chunk + 1
        if content and (asked or (led and not _is_clause(clauses, start, edge))):
            return False  # told of the “toy,” he said that…; in an interview for “X,” he said he…
    if clauses.kinds[edge] == "Q":
        return True
    if clauses.kinds[edge] != "," or edge == 0 or "r" not in cue.frames:
        return False
    content = None if clauses.kinds[edge - 1] == "Q" else content_after(clauses, cue)
    start, rest = segment_start(clauses, edge), _past_telling(clauses, cue)
    if content is None:  # until X spoke, Y had told stories: not what Y told
        ends = clauses.kinds[rest] in ("", ".", ",", "Q", "CC")
        return ends or clauses.kinds[edge - 1] == "Q" or _is_clause(clauses, start, edge)
    if clauses.kinds[rest] == ",":
        cut = clauses.kinds[rest + 1] == "Q" and _is_cut(
            clauses, edge
        )  # They were, X said, “a net”
        if cut or _goes_on(clauses, rest + 1, start, edge):
            return True
    adjunct = clauses.lows[content.chunks[0]] in ("after", "before", "as", "during")
    of = clauses.lows[cue.chunk + 1] == "of" and "c" in cue.frames  # he was late, she said of X
    adjunct = adjunct or of or clauses.kinds[rest] in ("", ".")
    if adjunct and _is_clause(clauses, start, edge):
        return True
    # What follows may still be the person addressed: words, he told them.
    addressed = "a" in cue.frames and content.frame == "object"
    addressed = addressed and clauses.kinds[start] not in ("CS", "WRB", "PART", "GER")
    return addressed and clauses.kinds[clauses.skip(content.chunks[1])] in ("", ".", ",")


def segment_start(clauses: Clauses, edge: int) -> int:
    """Return where the words begin that end at a comma or a quotation."""
    start = edge
    while start > 0 and (
        clauses.kinds[start - 1] not in STARTS
        or (clauses.kinds[start - 1] in DASHES and clauses.lows[start] in members("conditions"))
    ):
        start -= 1
    return min(clauses.skip(start, ("CC", ",")), edge)


def _as_said(
    clauses: Clauses, cue: CueCandidate, subject: Range, edge: int
) -> SpeechRelation | None:
    """Return the relation of "as X noted, words" or "words, as X noted".

    The comma before “as” may be inside quotation marks.
    """
    if clauses.lows[edge - 2] == "that":
        return _as_told(clauses, cue, subject, edge)
    before = clauses.tokens[clauses.chunks[edge - 1].last - 1].text
    closed = clauses.kinds[edge - 1] == "Q" and before[-2:-1] == ","
    if edge > 1 or closed:
        if before != "," and not closed:
            return None
        if relation := preposed(clauses, cue, subject, edge - 1, len(clauses.chunks)):
            return relation
    return relate_next(clauses, cue, subject, clauses.next_word(",", cue.chunk, AS_REACH))


def _as_told(
    clauses: Clauses, cue: CueCandidate, subject: Range, edge: int
) -> SpeechRelation | None:
    """Return the relation of Y's words in “X said that, as Y had put it to him, words”."""
    verb = clauses.skip_left(edge - 3, ("NP", *ADVERBIAL))
    reporter = clauses.subject(verb) if clauses.kinds[verb] == "VG" else None
    comma = clauses.next_word(",", cue.chunk, AS_REACH)
    relation = relate_next(clauses, cue, subject, comma) if reporter else None
    if relation is not None and reporter is not None:
        relation.quoted_by = clauses.token_range(reporter)
    return relation


def relate_next(
    clauses: Clauses, cue: CueCandidate, speaker: Range, comma: int | None
) -> SpeechRelation | None:
    """Return the relation of words after a comma: as X noted, words; according to X, words."""
    content = finish(clauses, cue, "clause", comma + 1) if comma is not None else None
    return relate(clauses, cue, "source-first", speaker, content.chunks) if content else None


def _inverted(clauses: Clauses, cue: CueCandidate, left: int) -> SpeechRelation | None:
    """Return the relation of "words, said X"."""
    phrase = clauses.noun_phrase_after(clauses.skip(cue.chunk + 1))
    if phrase is None or clauses.kinds[left] not in ("Q", ","):
        return None
    first = clauses.tokens[clauses.chunks[phrase[0]].first]
    if first.low in {"no", "yes", *members("greetings")} or cue.base in members("telling"):
        return None  # X, a priest, told Y
    if first.tag == "OBJ" or (cue.base == "put" and first.low == "it"):
        return None  # her colleague, NAME, had warned him; NAME, a priest, put it well
    phrase = with_name(clauses, _without_vehicle(clauses, phrase))
    if clauses.kinds[clauses.skip(phrase[1])] == "VG":
        return None  # X, asked about the “toy,” said the toy was lost
    if clauses.kinds[left] == "," and clauses.kinds[left - 1] != "Q":
        name = clauses.full_name(phrase[0]) is not None and "c" in cue.frames
        takes_object = "o" in cue.frames and cue.base != "write" and not name
        reports = "r" in cue.frames or (name and cue.base == "write")
        if not reports or takes_object or left == 0:
            return None
        if clauses.kinds[clauses.skip(phrase[1])] in ("CS", "Q"):
            return None
        apposed = clauses.kinds[left - 2] == "," and clauses.full_name(left - 1) is not None
        joined = clauses.kinds[clauses.chain_start(left - 3) - 1] == "CC"  # and its minister, NAME
        if apposed and (joined or not any(clauses.kinds[index] == "VG" for index in range(left))):
            return None  # the minister, NAME, said his predecessor…
    rest = past_adjuncts(clauses, cue, phrase[1])  # wrote X in an op-ed, “…”
    return preposed(clauses, cue, phrase, left, rest if clauses.kinds[rest] == "," else phrase[1])


def _without_vehicle(clauses: Clauses, phrase: Range) -> Range:
    """Return who spoke without "in a joint statement", "in an interview" after it."""
    for index in range(phrase[0] + 1, phrase[1] - 1):
        if carries(clauses, index):
            return phrase[0], index
    return phrase


def preposed(
    clauses: Clauses, cue: CueCandidate, speaker: Range, edge: int, rest: int
) -> SpeechRelation | None:
    """Return the content from the start of its clause to `edge`; what goes on after joins it."""
    last = edge + 1 if clauses.kinds[edge] == "Q" else edge
    start = segment_start(clauses, last)
    kinds = {clauses.kinds[index] for index in range(start, last)}
    asked = clauses.kinds[start] == "PART" and clauses.base(start) in members("questioned")
    if asked and "Q" not in kinds:
        return None  # asked if it was late, X pointed at the sky
    relation = relate(clauses, cue, "before", speaker, (start, last), "before")
    if "Q" in kinds and (teller := _teller(clauses, cue)):
        relation.speaker, relation.quoted_by = clauses.token_range(teller), relation.speaker
    if "Q" not in kinds:
        whole = _is_clause(clauses, start, last) and not _is_cut(clauses, last)
        relation.tail = _tail(clauses, cue, start, rest, whole)
        phrase = clauses.kinds[start] == "IN" and not _is_clause(clauses, start, last)
        if relation.tail is None and (phrase or not kinds & {"VG", "INF"}):
            return None  # In her memoirs, to be published in May, X recalls…
    return relation


def _teller(clauses: Clauses, cue: CueCandidate) -> Range | None:
    """Return Y in “…,” X said Y had told the staff."""
    phrase = clauses.noun_phrase_after(cue.chunk + 1) if "c" in cue.frames else None
    verb = phrase[1] if phrase else cue.chunk
    if phrase is None or clauses.kinds[verb] != "VG" or not clauses.is_perfect(verb):
        return None
    if clauses.base(verb) not in members("telling"):
        return None
    told = clauses.noun_phrase_after(verb + 1)
    ends = told is not None and clauses.kinds[clauses.skip(told[1])] in (".", "")
    return phrase if ends and clauses.is_somebody(phrase[0]) else None


def _is_cut(clauses: Clauses, edge: int) -> bool:
    """Return whether words before a comma end in an auxiliary: She had not, X said, “seen it.”"""
    ending = clauses.skip_left(edge - 1)
    return clauses.tokens[clauses.chunks[ending].head].tag in AUXILIARIES


def _tail(clauses: Clauses, cue: CueCandidate, start: int, rest: int, verbs: bool) -> Range | None:
    """Return the words that go on after a cue between commas: sometimes, they say, it means…"""
    rest = clauses.skip(rest)
    if clauses.kinds[rest] != "," or rest + 1 >= len(clauses.chunks):
        return None
    quoted = clauses.kinds[rest + 1] == "Q"
    if quoted and (not verbs or _goes_on(clauses, rest + 1, start, rest)):
        return clauses.token_range((rest + 1, rest + 2))
    free = clauses.kinds[rest + 1] == "VG" and clauses.lows[start] == "what"  # What is lacking is…
    if clauses.kinds[rest + 1] == "IN" and clauses.kinds[rest + 2] == "REL":
        return None  # …, X said, in what he called…
    joined = clauses.kinds[rest + 1] in ("CS", "CC", "IN", "REL", "WRB", "INF")
    if verbs and not (free or joined or _is_portion(clauses, rest + 1)):
        return None
    if contrasts(clauses, cue, rest + 1):
        return None  # …, X said, though Y insists…
    acts = clauses.kinds[rest + 1] == "CC" and clauses.kinds[rest + 2] == "VG"
    if acts and clauses.frames(rest + 2) and not clauses.chunks[rest + 2].passive:
        return None  # they met, she said, and agreed to go on
    verb = rest + 2 + (clauses.kinds[rest + 2] == "NP")
    if clauses.kinds[rest + 1] == "CC" and clauses.lows[verb] in members("gestures"):
        return None  # there was none, X said, and Y laughed
    named = clauses.kinds[rest + 2] == "NP" and clauses.chunk_tokens(rest + 2)[-1].tag == "NNP"
    said = verb if clauses.kinds[verb] == "VG" and named else 0
    if clauses.lows[rest + 1] == "but" and {"q", "s"} & (clauses.frames(said) if said else set()):
        return None  # it was late, X said, but Y dismissed that
    when = clauses.lows[rest + 1] == "when" and clauses.clause_follows(rest + 2)
    if verbs and not when and clauses.lows[rest + 1] in ("before", "after", "when", "while"):
        return None  # he said so, before anyone had asked
    end = content_end(clauses, cue, "clause", rest + 1)
    return clauses.token_range((rest + 1, end)) if end > rest + 1 else None
