"""What somebody tells that another has said: X quoted Y as saying…; Y was quoted by X…"""

from __future__ import annotations

from dataclasses import replace

from .clauses import ADVERBIAL, Clauses, Range
from .contents import TOLD, content_after
from .cues import Content, CueCandidate, SpeechRelation, relate, with_name
from .extents import finish
from .lexicon import members, table
from .openings import opener
from .preposed import preposed, segment_start

BY_REACH = 12  # chunks within which the "by" of a passive follows


def retold(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of words to whoever said them, of whom another tells."""
    if cue.base in members("quoting") or cue.base in members("hearing"):
        return _quoted_as_saying(clauses, cue) or _what_was_said(clauses, cue)
    if cue.base in members("attributing"):
        return _attributed(clauses, cue)
    return _what_was_said(clauses, cue) if "q" in cue.frames else None


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
        link = agent[1] - 1 if agent and clauses.lows[cue.chunk + 1] == "by" else cue.chunk
    elif link is None:
        speaker = with_name(clauses, speaker)
        # recalled her colleague, NAME, saying…
        link = speaker[1] - (
            clauses.kinds[speaker[1]] != "," or clauses.kinds[speaker[1] - 2] != ","
        )
    elif not passive:
        speaker = speaker[0], link
    if clauses.kinds[link + 1] not in ("GER", "INF"):
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
        reporter = with_name(clauses, reporter) if reporter else None
        start = reporter[1] if reporter and by == start else start
    ahead = speaker if passive else reporter or speaker
    relation = _quoted_content(clauses, act, speaker, min(ahead[0], speaker[0]), start)
    if relation is not None and reporter is not None:
        relation.quoted_by = clauses.token_range(reporter)
    return relation


def _attributed(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “X attributed to Y the view that…” or “the words “…””."""
    to = clauses.lows[cue.chunk + 1] == "to"
    phrase = clauses.noun_phrase_after(cue.chunk + 1 + to)
    link = clauses.next_word("with", cue.chunk + 2, BY_REACH)
    if phrase is None or not (to or link):
        return None
    speaker = with_name(clauses, phrase) if to else (phrase[0], link or 0)
    noun = clauses.skip(speaker[1] + (not to), (",",))
    said = members("comments", "views", "messages") | table("cue_nouns").keys()
    listed = clauses.lows[noun] in said or clauses.lows[noun] + "s" in said
    kind = opener(clauses, noun + 1) if listed else ""
    if kind not in ("that", "quote") or not clauses.is_person(speaker[0]):
        return None
    content = finish(clauses, cue, kind, noun + 1)
    return _told_of(clauses, cue, speaker, content, clauses.subject(cue.chunk))


def _what_was_said(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “X repeated what Y had told him: “…””."""
    if clauses.next_word("what", 0, cue.chunk) is None:
        return None
    speaker = clauses.subject(cue.chunk)
    what = speaker[0] - 1 if speaker else -1
    if clauses.lows[what] != "what" or speaker is None:
        return None
    before = (i for i in range(what - 1, max(-1, what - 4), -1) if clauses.kinds[i] == "VG")
    outer = next(before, None)
    passes_on = members("relaying", "retelling") | {"report", "share", "disclose"}
    pronoun = clauses.chunk_tokens(speaker[0])[-1].tag == "PRP"
    if outer is None or clauses.base(outer) not in passes_on or pronoun:
        return None
    colon = clauses.next_word(":", cue.chunk + 1, BY_REACH)
    start = (colon or clauses.next_word(",", cue.chunk + 1, BY_REACH) or 0) + 1
    kind = opener(clauses, start) or (colon and "clause")
    if start == 1 or kind not in ("that", "quote", "clause"):
        return None
    content = finish(clauses, cue, kind, start)
    return _told_of(clauses, cue, speaker, content, clauses.subject(outer))


def _told_of(
    clauses: Clauses,
    cue: CueCandidate,
    speaker: Range,
    content: Content | None,
    reporter: Range | None,
) -> SpeechRelation | None:
    """Return the relation of words to whoever said them, by whoever tells that."""
    if content is None or reporter is None:
        return None
    relation = relate(clauses, cue, content.frame, speaker, content.chunks)
    relation.quoted_by = clauses.token_range(reporter)
    return relation


def _quoted_content(
    clauses: Clauses, act: CueCandidate, speaker: Range, opening: int, start: int
) -> SpeechRelation | None:
    """Return the words before the clause that begins at `opening`, else those from `start`."""
    edge = clauses.skip_left(opening - 1, ADVERBIAL)
    asked = clauses.kinds[segment_start(clauses, edge)] == "PART"  # Asked about it, X quoted…
    if (
        not (asked or clauses.is_relative(opening))  # …, who was quoted as saying
        and clauses.kinds[edge] in ("Q", ",")
        and (relation := preposed(clauses, act, speaker, edge, start))
    ):
        return relation
    moved = replace(act, chunk=start - 1)
    content = content_after(clauses, moved)
    return relate(clauses, act, "quoted", speaker, content.chunks) if content else None


def told_by(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “X recalled having been told by Y that…”; None without Y."""
    agent = (
        clauses.noun_phrase_after(cue.chunk + 2) if clauses.lows[cue.chunk + 1] == "by" else None
    )
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
    """Return who passes on “a letter from X in which he said that…” or “word from X, who said…”."""
    who = clauses.lows[subject[0]] == "who"
    sender = clauses.skip_left(subject[0] - (1 if who else 3), (",",))
    written = clauses.lows[sender] in members("vehicles")
    letter = sender if written else clauses.chain_start(sender)
    if letter == sender and clauses.kinds[sender - 1] == ",":
        letter = clauses.chain_start(sender - 2)  # from his counterpart, NAME
    linked = clauses.lows[letter + 1] == "from" if who else clauses.lows[subject[0] - 2] == "in"
    if not linked or letter < 1:
        return None
    if clauses.lows[letter] not in members("vehicles", "messages"):
        return None
    verbs = (i for i in range(letter - 1, -1, -1) if clauses.kinds[i] in ("VG", "GER"))
    verb = next(verbs, 0)
    if clauses.base(verb) not in members("relaying"):
        return None
    if clauses.kinds[verb] == "VG":
        return clauses.subject(verb)
    apposed = clauses.kinds[verb - 1] == "," and clauses.is_person(verb - 2)  # X, quoting a letter
    return (verb - 2, verb - 1) if apposed else clauses.governor(verb)
