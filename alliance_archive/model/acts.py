"""Acts: what is reported once or often, and which of its reports comes first.

An act is one utterance, or one joint act, on one occasion; statements that share `act` report it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .fields import FORMS

if TYPE_CHECKING:
    from .records import Participant, Source

_LONGEST = 10**7  # more characters than any statement has


def nearness(
    source: Source, issuers: Iterable[Participant | None], speakers: Iterable[Participant | None]
) -> int:
    """Return 0 for a transcript of the speakers' own side, 1 for its other records, 2 for others.

    A record of their own side, which an article cannot be, is issued by one of the speakers, or by
    an organization or state of the country of one. `issuers` include the parties of a joint text.
    """
    if source.kind == "article":
        return 2
    known_speakers = [speaker for speaker in speakers if speaker]
    is_own_side = any(
        issuer.id == speaker.id
        or (issuer.kind != "person" and issuer.country and issuer.country == speaker.country)
        for issuer in issuers
        if issuer
        for speaker in known_speakers
    )
    return 2 if not is_own_side else int(source.kind != "transcript")


def report_rank(near: int, form: str, length: int, published: str) -> str:
    """Return the place of a report among those of its act, as text: the canonical one sorts first.

    The speaker's own side (see `nearness`) comes before the press, a full quote before a partial
    one before a paraphrase, the longer before the shorter, the earlier before the later; among
    equals the id decides.
    """
    form_rank = FORMS.index(form) if form in FORMS else len(FORMS)
    return f"{near}{form_rank}{_LONGEST - length:08}{published}"
