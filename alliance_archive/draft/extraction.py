"""What a text yields: attributions, the people they name, and what its furniture tells."""

from __future__ import annotations

from dataclasses import dataclass

from .spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that name someone; resolved: ids of the archive or names, empty when open.

    kind is person, organization, state, group, document, pronoun or other.
    """

    text: str
    start: int
    end: int
    kind: str
    resolved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report, with their offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: offsets are Unicode code points of the text as given.

    speakers are the mentions the attribution names; attributed_to those whose statement it is, who
    differ when somebody else voiced it (voiced_by) or a document carries it. quotes are without
    their marks (marks holds the opening ones); content holds the reported words as a whole where
    they are not only quoted. act is the verb of the attributed when another voiced it: reaffirmed
    in '"The minister reaffirmed ...," a spokesperson said'.
    """

    form: str
    cue: Cue | None
    speakers: tuple[Mention, ...]
    attributed_to: tuple[Mention, ...]
    voiced_by: tuple[Mention, ...]
    document: str | None
    as_given: str | None
    quotes: tuple[Span, ...]
    content: Span | None
    anchor: Span
    marks: tuple[str, ...] = ()
    act: Cue | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Someone the archive does not know yet; country is an ISO 3166-1 alpha-2 code or empty."""

    name: str
    kind: str = "person"
    family_name: str = ""
    office: str = ""
    country: str = ""
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read off a text; refused says why nothing was sought in it.

    refused is "empty", "binary", "html", "language" or "too long".
    """

    attributions: tuple[Attribution, ...] = ()
    people: tuple[Proposal, ...] = ()
    dateline: str | None = None
    publisher: str | None = None
    date: str | None = None
    refused: str | None = None
