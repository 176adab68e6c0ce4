"""Questions about a record that a reviewer names and the archive does not have yet."""

from __future__ import annotations

from collections.abc import Mapping

from ..draft.english.gazetteer import family_name
from ..edit.name_lookup import NameLookup
from ..errors import ArchiveError
from ..model.countries import country_code, country_name
from ..model.dates import typed_date
from ..model.fields import MEETING_KINDS, PARTICIPANT_KINDS, TOPIC_KINDS
from ..model.records import Meeting, Participant, Statement, Topic
from ..text.offices import without_titles
from .boundary import tell
from .prompts import ask
from .usage import either, today

_PARTICIPANT_KINDS, _MEETING_KINDS, _TOPIC_KINDS = (
    {kind[0]: kind for kind in kinds} for kinds in (PARTICIPANT_KINDS, MEETING_KINDS, TOPIC_KINDS)
)

_FAR = 2  # years between a meeting and its source from which the date is confirmed


def _ask_kind(kinds: Mapping[str, str]) -> str:
    """Ask for the letter of a kind; return what was typed, in lower case."""
    choices = "  ".join(f"{key} {kind}" for key, kind in kinds.items())
    return ask(f"{choices}  (Enter: another name)> ").lower()


def _topic(lookup: NameLookup, name: str, _: Statement) -> Topic | None:
    """Ask what kind of topic to add; None if the user adds none."""
    kind = _TOPIC_KINDS.get(_ask_kind(_TOPIC_KINDS))
    return lookup.new_topic(name, kind) if kind else None


def _meeting(lookup: NameLookup, name: str, statement: Statement) -> Meeting | None:
    """Ask for date, kind and place of a meeting of those who spoke; None if the user adds none."""
    date = _date(lookup)
    if not date:
        return None
    while answer := _ask_kind(_MEETING_KINDS):
        if answer in _MEETING_KINDS:
            break
        tell(f"type one of these letters: {either(list(_MEETING_KINDS))}")
    if not answer:
        return None
    place, country = ask("city or building> "), _country()
    return lookup.new_meeting(
        name, date, _MEETING_KINDS[answer], statement.attributed_to, place, country
    )


def _date(lookup: NameLookup) -> str:
    """Ask for a date, again where it is years from the source's; empty if there is none."""
    while date := ask("date, such as 2021-10-04 (Enter: another name)> "):
        try:
            date = typed_date(date, today())
        except ArchiveError as error:
            tell(str(error))
            continue
        years = lookup.years_from_source(date)
        if abs(years) < _FAR:
            break
        tell(f"{date} is {abs(years)} years {'after' if years > 0 else 'before'} the source")
        if ask("y keep it (Enter: another date)> ").lower() in ("y", "yes"):
            break
    return date


def _person(lookup: NameLookup, name: str, _: Statement) -> Participant | None:
    """Ask whether to add a person, body or state, and what is known of them."""
    kind = _PARTICIPANT_KINDS.get(_ask_kind(_PARTICIPANT_KINDS))
    if not kind:
        return None
    family = office = body = ""
    if kind == "person":
        name = without_titles(name)
        family = ask("family name> ", begun=family_name(name.split()))
    country = _country()
    if kind == "person" and (office := ask("office, such as Minister of Defense> ")):
        body = ask("of which organization or country> ", begun=country and country_name(country))
    return lookup.new_person(name, kind, family, country, office, body)


def _country() -> str:
    """Ask for a country until it is known or empty; return its code."""
    name = ""
    while name := ask("country> ", begun=name):
        if code := country_code(name):
            return code
        tell(f"no country called “{name}”: give its English name or ISO code")
    return ""


ASK = {"participant": _person, "meeting": _meeting, "topic": _topic}
"""By kind of record: a function that asks for one with a name, None if the user adds none."""
