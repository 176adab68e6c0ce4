"""What somebody tells that another has said: X quoted Y as saying…; Y was quoted by X…"""

from __future__ import annotations

from dataclasses import replace

from .clauses import ADVERBIAL, Clauses, Range
from .contents import TOLD, content_after
from .cues import CueCandidate, SpeechRelation, relate, with_name
from .lexicon import members
from .preposed import preposed, segment_start

BY_REACH = 8  # chunks within which the "by" of a passive follows


def quoted_as_saying(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
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
    asked = clauses.kind(segment_start(clauses, edge)) == "PART"  # Asked about it, X quoted…
    if (
        not asked
        and clauses.kind(edge) in ("Q", ",")
        and (relation := preposed(clauses, act, speaker, edge, start))
    ):
        return relation
    moved = replace(act, chunk=start - 1)
    content = content_after(clauses, moved)
    return relate(clauses, act, "quoted", speaker, content.chunks) if content else None


def told_by(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
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


def reader_of(clauses: Clauses, subject: Range) -> Range | None:
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
