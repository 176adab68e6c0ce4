"""A transcript in English: its turns, with who spoke them, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.records import Participant
from ..extraction import Extraction
from .press_release import read_press_release


def read_transcript(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return what a transcript says; offsets count in the text exactly as given."""
    return read_press_release(text, known)
