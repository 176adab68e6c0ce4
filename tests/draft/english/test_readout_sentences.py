"""Our own sentences in the style of readouts and communiqués, with a minimum score."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from alliance_archive.draft.extraction import machine_view
from alliance_archive.draft.readers.article import read_article
from tests.draft.english.marked import Gold, sentences

FLOOR = 0.93  # F1 of who, cue and words together
READOUTS = sentences("readouts.txt")


def overlap(first: Iterable[tuple[int, int]], second: Iterable[tuple[int, int]]) -> bool:
    return any(min(e, f) > max(s, t) for s, e in first for t, f in second)


def half(first: Iterable[tuple[int, int]], second: Iterable[tuple[int, int]]) -> bool:
    covered = [{i for s, e in spans for i in range(s, e)} for spans in (first, second)]
    return len(covered[0] & covered[1]) >= 0.5 * len(covered[0] | covered[1])


def span(part: dict[str, int]) -> tuple[int, int]:
    return part["start"], part["end"]


def is_right(gold: Gold, drafted: dict[str, Any]) -> bool:
    said = [span(q) for q in drafted["quotes"]]
    said += [span(drafted["content"])] if drafted["content"] else []
    return (
        half(gold.content, said)
        and overlap(gold.cue, [span(drafted["cue"])])
        and overlap(gold.source, [span(s) for s in drafted["speakers"]])
    )


def test_readouts_are_many() -> None:
    assert len(READOUTS) >= 40


def test_figures_hold() -> None:
    hits = gold_total = drafted_total = 0
    for text, golds in READOUTS:
        drafted = machine_view(text, read_article(text))
        gold_total += len(golds)
        drafted_total += len(drafted)
        hits += sum(any(is_right(gold, attribution) for attribution in drafted) for gold in golds)
    precision, recall = hits / drafted_total, hits / gold_total
    assert 2 * precision * recall / (precision + recall) >= FLOOR


@pytest.mark.parametrize(("text", "golds"), READOUTS, ids=[text[:40] for text, _ in READOUTS])
def test_nothing_is_invented(text: str, golds: list[Gold]) -> None:
    assert len(read_article(text).attributions) <= len(golds)


def test_every_fragment_between_double_marks_is_found() -> None:
    for text, _ in READOUTS:
        attributions = read_article(text).attributions
        quotes = [text[q.start : q.end] for a in attributions for q in a.quotes]
        assert quotes == [words.rstrip(",") for words in text.split('"')[1::2]]
