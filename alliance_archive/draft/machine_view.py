"""The machine's view of a draft: every attribution as offsets, for scoring and other programs."""

from __future__ import annotations

from .extraction import Attribution, Extraction, Mention
from .quotations import STRONG
from .spans import Span


def machine_view(text: str, extraction: Extraction) -> list[dict[str, object]]:
    """One object for each cue: attributions that share a cue are one statement here.

    quotes are what stands between double quotation marks; words between other marks (doubled
    apostrophes, single marks) are given as content.
    """
    grouped: dict[tuple[int, int], list[Attribution]] = {}
    for place, attribution in enumerate(extraction.attributions):
        cue = attribution.cue
        key = (cue.start, cue.end) if cue else (-1, place)
        grouped.setdefault(key, []).append(attribution)
    return [_object(text, group) for group in grouped.values()]


def _object(text: str, group: list[Attribution]) -> dict[str, object]:
    first = group[0]
    quotes: list[Span] = []
    others: list[Span] = []
    for attribution in group:
        for quote, mark in zip(attribution.quotes, attribution.marks, strict=True):
            (quotes if mark in STRONG else others).append(quote)
    contents = [a.content for a in group if a.content] or (
        [_range(others)] if others and not first.content else []
    )
    content = _range([*contents, *others]) if contents else None
    return {
        "quotes": [
            {"exact": text[q.start : q.end], "start": q.start, "end": q.end} for q in quotes
        ],
        "cue": None
        if first.cue is None
        else _words(first.cue.text, first.cue.start, first.cue.end),
        "content": {"start": content.start, "end": content.end} if content else None,
        "speakers": [_mention(mention) for mention in first.speakers],
    }


def _range(pieces: list[Span]) -> Span:
    """From the first to the last piece where little stands between, else the longest piece."""
    hull = Span(min(p.start for p in pieces), max(p.end for p in pieces))
    if sum(p.end - p.start for p in pieces) > 0.5 * (hull.end - hull.start):
        return hull
    return max(pieces, key=lambda p: p.end - p.start)


def _words(text: str, start: int, end: int) -> dict[str, object]:
    return {"text": text, "start": start, "end": end}


def _mention(mention: Mention) -> dict[str, object]:
    return _words(mention.text, mention.start, mention.end)
