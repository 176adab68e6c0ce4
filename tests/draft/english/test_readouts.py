"""Our own sentences of readouts and communiqués, held at a floor."""

from __future__ import annotations

import pytest
from marked import Gold, sentences

from alliance_archive.draft.extraction import machine_view
from alliance_archive.draft.readers.article import read_article

FLOOR = 0.93  # F1 of who, cue and words together
READOUTS = sentences("readouts.txt")


def overlap(one, other):
    return any(min(e, f) > max(s, t) for s, e in one for t, f in other)


def half(one, other):
    covered = [{i for s, e in spans for i in range(s, e)} for spans in (one, other)]
    return len(covered[0] & covered[1]) >= 0.5 * len(covered[0] | covered[1])


def span(found):
    return found["start"], found["end"]


def right(gold: Gold, drafted) -> bool:
    said = [span(q) for q in drafted["quotes"]]
    said += [span(drafted["content"])] if drafted["content"] else []
    return (
        half(gold.content, said)
        and overlap(gold.cue, [span(drafted["cue"])])
        and overlap(gold.source, [span(s) for s in drafted["speakers"]])
    )


def test_readouts_are_many():
    assert len(READOUTS) >= 40


def test_figures_hold():
    hits = gold_total = drafted_total = 0
    for text, golds in READOUTS:
        drafted = machine_view(text, read_article(text))
        gold_total += len(golds)
        drafted_total += len(drafted)
        hits += sum(any(right(gold, found) for found in drafted) for gold in golds)
    precision, recall = hits / drafted_total, hits / gold_total
    assert 2 * precision * recall / (precision + recall) >= FLOOR


@pytest.mark.parametrize(("text", "golds"), READOUTS, ids=[text[:40] for text, _ in READOUTS])
def test_nothing_invented(text, golds):
    assert len(read_article(text).attributions) <= len(golds)


def test_every_fragment_between_double_marks_is_found():
    for text, _ in READOUTS:
        found = [text[q.start : q.end] for a in read_article(text).attributions for q in a.quotes]
        assert found == text.split('"')[1::2]
