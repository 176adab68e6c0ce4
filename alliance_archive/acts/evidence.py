"""How likely it is that two statements report one act: the evidence of the words they share.

Evidence is surprise: how improbable it would be for another utterance to have the same words, less
what speaks against it. It is measured in bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import inf
from operator import attrgetter
from typing import NamedTuple

from .align import Alignment
from .reports import Report, is_reprint, may_be_one, relation, voice_relation
from .surprise import Count, Surprise, listed_bits
from .verdicts import CROPPED, DIFFERS, OVERLAP, PARAPHRASE, SAME, Verdict, compare_words
from .word_kinds import CHANGES, NEGATION, NUMBER
from .words import Word, keys_of_words

SAME_BOTH, SAME_SPEAKERS, SAME_MEETING, STRANGERS = 8.0, 9.5, 20.0, 45.0
"""The bits needed with speaker and meeting in common, with one of them, with neither."""
_CHANGE, _CHANGED_WORD = 7.0, 3.0  # bits that words in place of others, and each of them, cost
# Bits that each word counts less for where several places differ: sentences of one mould share
# many common words, and reports of one utterance some that are rare.
_MOULD = 7.0
_WHOLE = 4.0  # bits that it adds if both begin and end with the same words
_LEAST_SHARED = 0.5  # share of the shorter report that both must have
_SLACK = 0.75  # for contractions and possessives, whose words the other text decides
_ENOUGH = 12  # words; of longer reports this share of as many
_ANY_LANGUAGE = (SAME, CROPPED, OVERLAP)  # verdicts that need no knowledge of the words


class Pair(NamedTuple):
    """Two statements that may report one act.

    `first` and `second` are their ids; `verdict` and `changes` say how their words differ (see
    `verdicts`), `speakers` and `voice` how their people do: same, overlap, differ or unattributed.
    `act` is the id of the act that they share so far, `score` the evidence in bits. `within` is
    whether they are of one source, `reprint` whether two sources have one text.
    """

    first: str
    second: str
    verdict: str
    changes: tuple[str, ...]
    speakers: str
    voice: str
    act: str | None
    score: float
    within: bool
    reprint: bool

    @property
    def conflict(self) -> bool:
        """Whether a word that matters, a speaker or a voice differs."""
        return bool(self.changes) or "differ" in (self.speakers, self.voice)

    @property
    def agreement(self) -> bool:
        """Whether one has the other's words, with the same speakers, and nothing changed."""
        return self.verdict in (SAME, CROPPED) and self.speakers == "same" and not self.changes

    @property
    def weight(self) -> tuple[int, float]:
        """What pairs are sorted by: the weightiest difference first, then the evidence."""
        order = [NUMBER, NEGATION, "speaker", *CHANGES[2:], "voice"]
        differing = [*self.changes, *(["speaker"] if self.speakers == "differ" else [])]
        differing += ["voice"] if self.voice == "differ" else []
        return min(map(order.index, differing), default=len(order)), -self.score


class Judge:
    """What judges pairs of reports, by the phrases of an archive.

    `count` returns on how many occasions the archive has a phrase, by its number; `occasions` is
    how many there are. `names` are the words of participants' names.
    """

    def __init__(self, count: Count, occasions: int, names: frozenset[str] = frozenset()) -> None:
        self._count = count
        self._occasions = occasions
        self._names = names

    def pair(self, first: Report, second: Report) -> Pair | None:
        """Return two reports as a pair, or None if they hardly report one act."""
        if not (first.exacts and second.exacts and may_be_one(first, second)):
            return None
        linked = bool(first.act and first.act == second.act)
        if not (linked or _share_enough(first, second)):
            return None
        verdict = compare_words(first.words, second.words, listed_bits, self._names)
        score = self._score(first, second, verdict)
        if score < self._needed(first, second) and not linked:
            return None
        if not (first.english and second.english) and verdict.verdict not in _ANY_LANGUAGE:
            return None
        return _pair(first, second, verdict, score)

    def _needed(self, first: Report, second: Report) -> float:
        together = bool(first.meeting and set(first.meetings) & set(second.meetings))
        if first.people & second.people:
            return SAME_BOTH if together else SAME_SPEAKERS
        if not first.people or not second.people:
            return (SAME_SPEAKERS + SAME_MEETING) / 2 if together else SAME_MEETING
        if together:
            return SAME_MEETING
        # Words of others at a meeting, or elsewhere: only the words speak for one act.
        return inf if first.meeting or second.meeting else STRANGERS

    def _score(self, first: Report, second: Report, verdict: Verdict) -> float:
        """Return the bits of the words that both have, less the cost of what differs."""
        compared = len({first.occasion, second.occasion})
        surprise = Surprise(
            lambda phrase: max(self._count(phrase) - compared, 0), self._occasions - compared
        )
        bits = [
            of_word
            for words in verdict.alignment.shared
            for run in _runs(words)
            for of_word in surprise.of_run(run)
        ]
        changed = _changed(verdict)
        if len(changed) > 1:
            bits = [max(of_word - _MOULD, 0.0) for of_word in bits]
        score = sum(bits) - sum(_CHANGE + _CHANGED_WORD * min(size, 8) for size in changed)
        if verdict.verdict == SAME:
            score += _WHOLE
        shorter = min(_size(first.words), _size(second.words))
        return score if len(bits) >= _LEAST_SHARED * min(shorter, _ENOUGH) else min(score, 0.0)


def _changed(verdict: Verdict) -> list[int]:
    """Return the sizes of the places at which words stand against others, or are missing."""
    sizes = []
    blocks = verdict.alignment.blocks
    for index, block in enumerate(blocks if verdict.verdict == DIFFERS else ()):
        first_size, second_size = _size(block.first), _size(block.second)
        inner = 0 < index < len(blocks) - 1
        if not block.same and (inner or (first_size and second_size)):
            sizes.append(max(first_size, second_size))
    return sizes


def _share_enough(first: Report, second: Report) -> bool:
    """Return whether two reports have words enough in common to be aligned; quick."""
    first_keys, second_keys = keys_of_words(first.exacts), keys_of_words(second.exacts)
    shorter = min(len(first_keys), len(second_keys), _ENOUGH)
    return len(first_keys & second_keys) >= _LEAST_SHARED * shorter * _SLACK


def _size(words: Sequence[Word]) -> int:
    return sum(not word.mark for word in words)


def _runs(words: Sequence[Word]) -> list[list[str]]:
    """Return the keys of the words between marks."""
    groups = groupby(words, key=attrgetter("mark"))
    return [[word.key for word in group] for is_mark, group in groups if not is_mark]


def paraphrase(first: Report, second: Report) -> Pair | None:
    """Return two reports as a pair if one has no words to compare, and all else agrees.

    That is offered as possible only: the same people, the same occasion, the same matter.
    """
    if (first.exacts and second.exacts) or not may_be_one(first, second):
        return None
    linked = bool(first.act and first.act == second.act)
    if not linked:
        if first.act and second.act:
            return None
        if not first.meeting or first.meeting != second.meeting:
            return None
        if not first.speakers or first.speakers != second.speakers:
            return None
        if not first.matter or first.matter != second.matter or first.source == second.source:
            return None
    return _pair(first, second, Verdict(PARAPHRASE, (), Alignment(())), 0.0)


def _pair(first: Report, second: Report, verdict: Verdict, score: float) -> Pair:
    return Pair(
        first.id,
        second.id,
        verdict.verdict,
        verdict.changes,
        relation(first.speakers, second.speakers),
        voice_relation(first.voices, second.voices),
        first.act if first.act == second.act else None,
        round(score, 1),
        first.source == second.source,
        is_reprint(first, second),
    )
