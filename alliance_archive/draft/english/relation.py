"""One relation of a sentence: who is named, by which cue, for which words."""

from __future__ import annotations

from dataclasses import dataclass

from .clauses import Clauses
from .contents import Content
from .cues import Cue

Range = tuple[int, int]


@dataclass(slots=True)
class Relation:
    """Token ranges [first, last) in one sentence; speaker is None when nobody is named.

    position tells whether the content stands before or after the cue; tail is what goes on after
    a cue set between commas; embedded whether the cue stands in a relative clause.
    """

    cue: Cue
    frame: str
    speaker: Range | None
    content: Range
    position: str = "after"
    tail: Range | None = None
    embedded: bool = False


def token_range(clauses: Clauses, chunks: Range | None) -> Range | None:
    """The tokens of a range of chunks."""
    if chunks is None:
        return None
    return clauses.chunks[chunks[0]].first, clauses.chunks[chunks[1] - 1].last


def relate(
    clauses: Clauses,
    cue: Cue,
    frame: str,
    speaker: Range | None,
    content: Range,
    position: str = "after",
) -> Relation:
    """A relation from ranges of chunks."""
    tokens = token_range(clauses, content)
    assert tokens is not None
    return Relation(cue, frame, token_range(clauses, speaker), tokens, position)


def relate_content(
    clauses: Clauses, cue: Cue, speaker: Range | None, content: Content | None, frame: str = ""
) -> Relation | None:
    """A relation whose content follows its cue; None when there is no content."""
    if content is None:
        return None
    return relate(clauses, cue, frame or content.frame, speaker, (content.first, content.last))
