"""What others are reported to have said within a turn: “Mr. Veide said in the committee that …”."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ...model.records import Participant
from ..english import who_says_what
from ..english.gazetteer import is_name
from ..extraction import Attribution, Proposal, Span
from ..quotations import find_quotations


def reports_within(
    text: str, paragraphs: Sequence[Span], known: Sequence[Participant]
) -> tuple[dict[Span, list[Attribution]], dict[str, Proposal]]:
    """Return what others are reported to have said, by paragraph, and those who are new, by name.

    Only what the text credits by name counts: “I said” is the turn's own, and whom “he” means in
    talk is seldom certain.
    """
    quotations = find_quotations(text, paragraphs, is_name)
    attributions, people, _ = who_says_what(text, paragraphs, quotations, (), known)
    starts = [paragraph.start for paragraph in paragraphs]
    within: dict[Span, list[Attribution]] = {}
    for attribution in attributions:
        paragraph = paragraphs[bisect_right(starts, attribution.anchor.start) - 1]
        if _is_by_name(text, attribution) and attribution.anchor.end <= paragraph.end:
            within.setdefault(paragraph, []).append(attribution)
    return within, {person.name: person for person in people}


def _is_by_name(text: str, attribution: Attribution) -> bool:
    """Return whether one person is credited, by name, with words or with “that …”."""
    mentions, content = attribution.attributed_to, attribution.content or attribution.anchor
    if len(mentions) != 1 or attribution.cue is None or attribution.voiced_by:
        return False
    if not attribution.quotes and text[content.start : content.start + 5] != "that ":
        return False
    return mentions[0].kind == "person" and len(mentions[0].resolved) == 1
