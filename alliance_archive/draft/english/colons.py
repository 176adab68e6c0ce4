"""Words that a mark or “was” gives to somebody: NAME: "words"; "words" — NAME; "no," was all."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clauses, Range
from .cues import DASHES, CueCandidate, SpeechRelation, relate, with_name
from .extents import finish
from .lexicon import members, words
from .naming import read_name
from .nouns import owner_of

BY = frozenset({"by", "from", "of"})  # before whoever issues a statement


def colon(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a colon: NAME: "words"; NAME was blunt: "words"; her verdict: …"""
    return _message(clauses, cue) or _presented_words(clauses, cue)


def _presented_words(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of whoever is named before a colon, or acts there."""
    left = clauses.skip_left(cue.chunk - 1, ("PAREN", "TIME"))
    start = next((p for p in range(left, 0, -1) if clauses.kinds[p - 1] in DASHES), 0)
    verbs = [index for index in range(start, left + 1) if clauses.kinds[index] == "VG"]
    speaker: Range | None = _presents(clauses, verbs, start, left)
    worded = clauses.lows[clauses.chain_start(left)] in members("comments")  # the words of NAME
    if speaker is None and verbs and (worded or not clauses.full_name(left)):
        speaker = clauses.subject(verbs[-1])  # X welcomed the plan on Twitter: "words"
        written = clauses.base(verbs[0]) in members("noticing") or clauses.lows[left] in members(
            "signs"
        )
        if speaker is None or written:
            return None
        if cited := _cited_remark(clauses, cue, verbs[-1], speaker):
            return cited
    speaker = speaker or (clauses.chain_start(left), left + 1)
    aside = not verbs and clauses.lows[left - 1] in ("after", "with")  # after a pause: "words"
    aside = aside and not clauses.naming(left)
    about = not verbs and clauses.lows[0] in ("on", "about")  # On the ministry: "words"
    aside = aside or (about and (left == 1 or not clauses.is_somebody(left)))
    heard = clauses.kinds[0] == "PART" or clauses.lows[speaker[0]] in ("voice", "voices")
    if heard and not verbs and not clauses.is_person(speaker[0]):  # A voice from the port: “words”
        return relate(clauses, cue, "colon", None, (cue.chunk + 1, len(clauses.chunks)))
    aside = aside or (not verbs and clauses.lows[speaker[0]] in members("signs"))
    if clauses.kinds[speaker[0]] != "NP" or aside:
        return None
    if clauses.lows[speaker[0]] in words("documents") and clauses.lows[speaker[0] + 1] in BY:
        issuer = clauses.noun_phrase_after(speaker[0] + 2)  # Statement by Minister NAME on the pact
        speaker = with_name(clauses, issuer) if issuer else speaker
    relation = relate(clauses, cue, "colon", speaker, (cue.chunk + 1, len(clauses.chunks)))
    relation.quoted_by = _reader(clauses, verbs, speaker)
    if bracketed := _bracketed(clauses, left, speaker):
        relation.speaker = bracketed
        return relation
    owner = owner_of(clauses, speaker[0], clauses.chunks[speaker[0]].last)
    if owner is not None and clauses.lows[speaker[0]] in members("messages"):
        relation.speaker = owner  # NAME's answer was short: "words"
    elif clauses.kinds[left] != "NP" and not any(map(clauses.is_person, range(*speaker))):
        return None  # the law is clear: "words"
    return relation


def _message(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “Her verdict, delivered at the gate: “words””."""
    start = next((p for p in range(cue.chunk, 0, -1) if clauses.kinds[p - 1] in DASHES), 0)
    follows = clauses.kinds[start + 1] == "," or clauses.lows[start + 1] == "to"
    if not follows or clauses.lows[start] not in members("messages"):
        return None
    relation = relate(clauses, cue, "colon", None, (cue.chunk + 1, len(clauses.chunks)))
    relation.speaker = owner_of(clauses, start, clauses.chunks[start].last)
    return relation if relation.speaker else None


def _reader(clauses: Clauses, verbs: Sequence[int], speaker: Range) -> Range | None:
    """Return who reads out or passes on what another says: X read out a note from NAME: "words"."""
    verb = verbs[-1] if verbs else None
    if verb is None or clauses.base(verb) not in members("citing") or clauses.chunks[verb].passive:
        return None
    reader = clauses.subject(verb)
    if reader is None or reader[0] == speaker[0] or not clauses.is_somebody(reader[0]):
        return None
    return clauses.token_range(reader)


def _bracketed(clauses: Clauses, left: int, speaker: Range) -> Range | None:
    """Return the tokens of a name in brackets: Palau (Fisheries Minister NAME): "words"."""
    if clauses.kinds[left + 1] != "PAREN" or speaker != (left, left + 1) or clauses.naming(left):
        return None
    first, last = clauses.chunks[left + 1].first + 1, clauses.chunks[left + 1].last - 1
    return (first, last) if read_name(clauses.tokens[first:last]) else None


def _presents(clauses: Clauses, verbs: Sequence[int], start: int, left: int) -> Range | None:
    """Return who is named before a colon, whatever is told of the place or the occasion."""
    named = [index for index in range(start, left + 1) if clauses.naming(index)]
    sender = (clauses.next_word("from", start) or left) + 1
    phrase = clauses.noun_phrase_after(sender) if sender - start < 3 and not verbs else None
    if phrase and clauses.is_person(sender):
        return with_name(clauses, phrase)  # and from the envoy, NAME, in a letter: …
    if clauses.kinds[sender + 1] == "REL" and all(map(clauses.in_relative, verbs)):
        return sender, sender + 1  # one from a pilot who asked not to be named: "words"
    about = clauses.next_word("on", start) or left  # NAME, the envoy of Peru, on why it is late
    open_ = all(verb > about for verb in verbs)
    if open_ and (presented := _presents_name(clauses, about)) is not None:
        return presented, presented + 1
    alone = len(named) == 1 and all(map(clauses.in_relative, verbs))
    links = {clauses.lows[named[0] + 1], clauses.lows[named[0] + 2]} if len(named) == 1 else set()
    if alone or links & {"on", "as", "when", "after"}:
        return named[0], named[0] + 1  # NAME, in Vienna: "words"; NAME, on why it was late: "words"
    return None


def _presents_name(clauses: Clauses, last: int) -> int | None:
    """Return the only full name before a colon: Peru's minister, NAME, on the pier in Lima: …"""
    full = [index for index in range(last) if clauses.full_name(index)]
    if len(full) != 1 or clauses.kinds[full[0] + 1] != ",":
        return None
    opens = clauses.kinds[full[0] - 1] in ("", ",", "CC") or clauses.lows[full[0] - 1] == "from"
    return full[0] if opens else None


def _cited_remark(
    clauses: Clauses, cue: CueCandidate, verb: int, reporter: Range
) -> SpeechRelation | None:
    """Return the relation of X cites Y's remark: "words"; None if nobody else is cited."""
    cited = clauses.noun_phrase_after(verb + 1)
    if cited is None or clauses.base(verb) not in members("citing"):
        return None
    if clauses.lows[cited[0]] in members("comments") and clauses.lows[cited[0] + 1] == "of":
        cited = cited[0] + 2, cited[1]  # repeated the words of NAME: "words"
    relation = relate(clauses, cue, "colon", cited, (cue.chunk + 1, len(clauses.chunks)))
    owner = owner_of(clauses, cited[0], clauses.chunks[cited[0]].last)
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
    if clauses.kinds[start] != "NP":
        return None
    end = clauses.next_word(".", start) or len(clauses.chunks)
    end = clauses.next_word("on", start) or end  # NAME, minister, on being asked to pay
    end = min(end, clauses.next_word("who", start) or end)  # a teacher, who gave no name
    kinds = {
        clauses.kinds[index]
        for index in range(start, end)
        if clauses.tokens[clauses.chunks[index].first].tag != "VB"  # of the Spanish task group
    }
    if cue.base == "-" and not kinds <= {"NP", ",", "IN", "CC", "PAREN", "TIME", "RB", "ADJ"}:
        return None
    speaker = with_name(clauses, (start, start + 1))
    first = cue.chunk - 1 if clauses.kinds[cue.chunk - 2] == ":" else int(clauses.bulleted)
    return relate(clauses, cue, "signature", speaker, (first, cue.chunk), "before")


def presented(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “No,” was all X would say; “No,” was X's answer."""
    start = cue.chunk + 1
    if clauses.base(cue.chunk) == "come":
        answering = clauses.noun_phrase_after(start + 2)
        answering = with_name(clauses, answering) if answering else (start, start + 1)
        return relate(clauses, cue, "before", answering, (0, 1), "before")
    said = {"put", "offer"} | members("light-verbs")
    verbs = (i for i in range(start + 1, len(clauses.chunks)) if clauses.kinds[i] == "VG")
    verb = next((i for i in verbs if "q" in clauses.frames(i) or clauses.base(i) in said), 0)
    speaker = (verb and clauses.subject(verb)) or None
    relation = relate(clauses, cue, "before", speaker, (0, 1), "before")
    if not speaker:
        relation.speaker = owner_of(clauses, start, clauses.chunks[start].last)
    elif not clauses.is_somebody(speaker[0]):
        return None
    return relation


def omitted(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of B in: A called it “…,” B “…”; A said that…, B that…; “…,” B."""
    noun = cue.chunk
    if noun == 1 and clauses.kinds[0] == "Q":
        return relate(clauses, cue, "signature", (1, 2), (0, 1), "before")
    start = noun + 1 + (clauses.kinds[noun + 1] == "," or clauses.lows[noun + 1] == "as")
    if clauses.kinds[start] == "Q":
        return relate(clauses, cue, "quote", (noun, noun + 1), (start, start + 1))
    content = finish(clauses, cue, "that", noun + 1)
    return relate(clauses, cue, "that", (noun, noun + 1), content.chunks) if content else None


def quoted(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a verb within a quotation: the ministers “condemned the attack.”"""
    subject = clauses.subject(cue.chunk)
    if subject is None or subject[1] != clauses.skip_left(cue.chunk - 1) + 1:
        return None
    before = subject[0] - 1
    opens = clauses.kinds[before] in ("", ",", "CS", "CC", ";") and clauses.lows[before] != "and"
    if not opens and not (clauses.kinds[before] == "VG" and clauses.reports(before)):
        return None
    content = finish(clauses, cue, "quote", cue.chunk)
    return relate(clauses, cue, "quote", subject, content.chunks) if content else None
