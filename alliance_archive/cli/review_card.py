"""A statement under review as it is shown: its fields, and its passage in the source's text."""

from __future__ import annotations

from textwrap import shorten

from ..edit.name_lookup import NameLookup
from ..edit.passage import MarkedPassage, passage_of
from ..edit.review import ReviewSession
from ..model.countries import country_name
from ..model.records import Place, Resolution, Statement
from ..model.wording import DRAFTED, form_label
from ..render.cells import visible
from ..render.excerpts import LEGEND, marked
from ..render.table import card
from ..reports.card import label

_LONGEST_QUESTION = 240  # code points of a question that are shown with its answer


class ReviewCard:
    """Draws the statements of one file; `text` is its source's, normalized, or None."""

    def __init__(
        self, session: ReviewSession, lookup: NameLookup, text: str | None, width: int, color: bool
    ) -> None:
        self._session, self._lookup, self._text = session, lookup, text
        self._width, self._color = width, color
        # An accepted statement has no resolution, but a reviewer who goes back needs its context.
        self._resolutions: dict[str, Resolution] = {}

    def drawn(self, statement: Statement) -> str:
        """Return the statement in its passage with its fields; without a text its YAML."""
        position, total = self._session.position + 1, len(self._session.ids)
        status = "" if statement.status == "draft" else ", reviewed"
        form = form_label(statement.form, statement.translated)
        title = f"{position} of {total}  {statement.id}  {form}{status}"
        passage = self._passage(statement)
        if passage is None:
            yaml = "".join(f"  {line}\n" for line in self._session.yaml().splitlines())
            return "\n" + card(title, (), [], self._width, self._color) + f"\n{visible(yaml)}\n"
        drawing = marked(passage.text, passage.marks, self._width, self._color)
        legend = "" if self._color else f"{LEGEND}\n\n"
        fields = card(title, (), self._pairs(statement), self._width, self._color)
        return f"\n{fields}\n{drawing}\n{legend}"

    def _passage(self, statement: Statement) -> MarkedPassage | None:
        """Return the statement in its text, with the context with which it was first shown."""
        if self._text is None:
            return None
        if statement.resolution:
            self._resolutions[statement.id] = statement.resolution
        resolution = self._resolutions.get(statement.id)
        return passage_of(self._text, statement._replace(resolution=resolution))

    def _pairs(self, statement: Statement) -> list[tuple[str, str]]:
        """Return the fields to review, with their labels."""
        missing = "" if statement.form == "direct" else "not written yet"
        texts = {
            "attributed_to": self._lookup.names(statement.attributed_to) or "unattributed",
            "voiced_by": self._lookup.names(statement.voiced_by),
            "as_given": f"“{statement.as_given}”" if statement.as_given else "",
            "resolution": self._resolved(statement.resolution),
            "cue": statement.cue,
            "document": statement.document,
            "in_reply_to": self._question(statement.in_reply_to),
            "meeting": self._meeting_line(statement.meeting),
            "about": "; ".join(map(self._meeting_line, statement.about)),
            "topics": self._lookup.names(statement.topics),
            "summary": statement.summary or missing,
            "note": statement.note,
        }
        return [(label(name), text or "") for name, text in texts.items()]

    def _question(self, ident: str | None) -> str:
        """Return the words of the question that a statement answers."""
        question = self._session.file.statement(ident) if ident else None
        words = " … ".join(quote.exact for quote in question.quotes) if question else ""
        return f"“{shorten(words, _LONGEST_QUESTION, placeholder=' …')}”" if words else ""

    def _resolved(self, resolution: Resolution | None) -> str:
        """Return how the speaker was found, and who else may be meant."""
        if not resolution:
            return ""
        others = self._lookup.names(resolution.or_)
        return f"by {resolution.by}; o takes: {others}" if others else f"by {resolution.by}"

    def _meeting_line(self, ident: str | None) -> str:
        """Return a meeting's name, day and place; if the draft proposed it, also its people."""
        meeting = self._lookup.meeting(ident) if ident else None
        if meeting is None:
            return self._lookup.names((ident,) if ident else ())
        place = meeting.place or Place()
        where = place.name or (country_name(place.country) if place.country else "")
        status = "planned" if meeting.status == "planned" else ""
        proposed = (meeting.note or "").startswith(DRAFTED)
        people = f"proposed for {self._lookup.names(meeting.participants)}" if proposed else ""
        return ", ".join(filter(None, (meeting.name, meeting.interval, where, status, people)))
