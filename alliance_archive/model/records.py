"""The records of the archive, all immutable; field names are those of the YAML files.

Records and their parts are tuples: dataclasses take longer to define than many a look-up takes.
"""

# Without `from __future__ import annotations`: typing would compile every annotation from text.
from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple, TypeAlias

from .countries import country_name
from .wording import words_of


class Origin(NamedTuple):
    """Where a record begins: the file's path within the archive; line and column from 1."""

    path: str
    line: int
    column: int = 1


class _Compared:
    """A record as it is compared: without its last field, the origin, wherever in the files it is.

    It comes before the fields in the bases of each class of records, since tuples compare all.
    """

    __slots__ = ()
    KIND: ClassVar[str]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and _content(self) == _content(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.id)  # type: ignore[attr-defined]


def _content(record: Any) -> tuple[Any, ...]:
    values: tuple[Any, ...] = record[:-1]
    return values


class ArchiveMark(NamedTuple):
    """The content of archive.yaml; `example` is true only for the bundled example."""

    title: str | None = None
    example: bool = False


class Membership(NamedTuple):
    """An office held in an organization; dates are ISO 8601. Popolo Membership."""

    role: str
    organization: str
    country: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def title(self) -> str:
        """The role with its organization."""
        return f"{self.role}, {self.organization}"


class _Participant(NamedTuple):
    id: str
    name: str
    kind: str
    family_name: str | None = None
    other_names: tuple[str, ...] = ()
    country: str | None = None
    memberships: tuple[Membership, ...] = ()
    identifiers: Mapping[str, str] = {}
    former_ids: tuple[str, ...] = ()
    note: str | None = None
    origin: Origin | None = None


class Participant(_Compared, _Participant):
    """A person, an organization or a state to whom statements are attributed. Popolo Person."""

    __slots__ = ()
    KIND = "participant"


class Place(NamedTuple):
    """Where a meeting is held; the country is an ISO 3166-1 alpha-2 code."""

    name: str | None = None
    country: str | None = None


class _Meeting(NamedTuple):
    id: str
    name: str
    date: str
    kind: str
    other_names: tuple[str, ...] = ()
    end_date: str | None = None
    status: str = "held"
    place: Place | None = None
    participants: tuple[str, ...] = ()
    part_of: str | None = None
    former_ids: tuple[str, ...] = ()
    note: str | None = None
    origin: Origin | None = None


class Meeting(_Compared, _Meeting):
    """A meeting, held or planned, or on the sidelines of another (`part_of`). Popolo Event."""

    __slots__ = ()
    KIND = "meeting"

    @property
    def interval(self) -> str:
        """Its date, followed by a slash and its end date if there is one (ISO 8601)."""
        return f"{self.date}/{self.end_date}" if self.end_date else self.date

    @property
    def venue(self) -> str:
        """Where it is held, as data: with the country's code; "" if that is not recorded."""
        parts = (self.place.name, self.place.country) if self.place else ()
        return ", ".join(part for part in parts if part)

    @property
    def place_name(self) -> str:
        """Where it is held, as tables show it: with the country's name; "" if not recorded."""
        place = self.place or Place()
        parts = (place.name, country_name(place.country) if place.country else None)
        return ", ".join(part for part in parts if part)


class _Topic(NamedTuple):
    id: str
    name: str
    other_names: tuple[str, ...] = ()
    kind: str | None = None
    members: tuple[str, ...] = ()
    broader: str | None = None
    former_ids: tuple[str, ...] = ()
    note: str | None = None
    origin: Origin | None = None


class Topic(_Compared, _Topic):
    """A subject; `broader` is the topic that it belongs to. SKOS Concept."""

    __slots__ = ()
    KIND = "topic"


class Fingerprint(NamedTuple):
    """The fingerprint of a normalized text: SHA-256 of its UTF-8, and length in code points.

    `extractor` names what took the text out of a page, PDF or DOCX, with its version.
    """

    sha256: str
    length: int
    extractor: str | None = None

    def fits(self, other: "Fingerprint | None") -> bool:
        """Return whether another is of the same text, whatever took that out of its file."""
        return other is not None and (self.sha256, self.length) == (other.sha256, other.length)


class _Source(NamedTuple):
    id: str
    publisher: str
    date: str
    kind: str
    date_basis: str = "printed"
    title: str | None = None
    author: str | None = None
    url: str | None = None
    dateline: str | None = None
    language: str | None = None
    issued_by: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    via: str | None = None
    replaces: str | None = None
    text: Fingerprint | None = None
    former_ids: tuple[str, ...] = ()
    note: str | None = None
    origin: Origin | None = None


class Source(_Compared, _Source):
    """A document in which statements were published. CSL-JSON item."""

    __slots__ = ()
    KIND = "source"


class Quote(NamedTuple):
    """Quoted words without their marks; offsets in code points of the normalized text.

    W3C Web Annotation: TextQuoteSelector and TextPositionSelector (`end` is exclusive).
    """

    exact: str
    start: int
    end: int


class Anchor(NamedTuple):
    """The passage that reports a statement: code points of the normalized text, end exclusive."""

    start: int
    end: int


class Resolution(NamedTuple):
    """How a draft found the speaker, and the ids of those who else may be meant (`or` in YAML)."""

    by: str
    or_: tuple[str, ...] = ()


class Translation(NamedTuple):
    """Who put spoken words into the source's language, such as “interpreter”."""

    by: str


class _Statement(NamedTuple):
    id: str
    form: str
    attributed_to: tuple[str, ...]
    anchor: Anchor
    voiced_by: tuple[str, ...] = ()
    as_given: str | None = None
    document: str | None = None
    cue: str | None = None
    summary: str | None = None
    quotes: tuple[Quote, ...] = ()
    meeting: str | None = None
    about: tuple[str, ...] = ()
    date: str | None = None
    topics: tuple[str, ...] = ()
    act: str | None = None
    not_act: tuple[str, ...] = ()
    turn: str | None = None
    in_reply_to: str | None = None
    translated: Translation | None = None
    resolution: Resolution | None = None
    status: str = "reviewed"
    former_ids: tuple[str, ...] = ()
    note: str | None = None
    source: str = ""
    origin: Origin | None = None


class Statement(_Compared, _Statement):
    """What was said, to whom it is attributed, who said it for them, and where it is reported.

    PolNeAR's source, cue and content; `source` is the id of the Source in the same file.
    """

    __slots__ = ()
    KIND = "statement"

    @property
    def words(self) -> str:
        """The statement as it is shown: quoted words in “ ”, the rest in the archive's words."""
        return words_of(self.form, self.summary, [quote.exact for quote in self.quotes])


Record: TypeAlias = Participant | Meeting | Topic | Source | Statement
CLASSES: dict[str, type[Any]] = {
    cls.KIND: cls for cls in (Participant, Meeting, Topic, Source, Statement)
}
NESTED: dict[str, type[Any]] = {
    "memberships": Membership,
    "place": Place,
    "text": Fingerprint,
    "quotes": Quote,
    "anchor": Anchor,
    "resolution": Resolution,
    "translated": Translation,
}
_PARTS = tuple(NESTED.values())


def plain(record: Any) -> dict[str, Any]:
    """Return a record as dicts, lists, strings and numbers, in field order; omit empty fields."""
    values: dict[str, Any] = {}
    for name in record._fields:
        value = getattr(record, name)
        # `attributed_to: []` is kept: it states that the source names nobody.
        empty = value is None or value == {} or (value == () and name != "attributed_to")
        if not empty and name != "origin":
            values[name.rstrip("_")] = plain_value(value)
    return values


def argument(name: str) -> str:
    """Return the attribute of a field's name: or_ for or, which is a word of Python."""
    return f"{name}_" if name == "or" else name


def plain_value(value: Any) -> Any:
    """Return a field's value as dicts, lists, strings and numbers."""
    if type(value) is tuple:
        return [plain_value(item) for item in value]
    return plain(value) if isinstance(value, _PARTS) else value


def from_plain(cls: type[Any], data: dict[str, Any]) -> Any:
    """Return a record from the data that `plain` returns for it."""
    values = {argument(name): value for name, value in data.items()}
    for field_name, value in data.items():
        inner, name = NESTED.get(field_name), argument(field_name)
        if isinstance(value, list):
            values[name] = tuple(from_plain(inner, item) if inner else item for item in value)
        elif inner is not None:
            values[name] = from_plain(inner, value)
    return cls(**values)


def with_values(record: Any, values: Mapping[str, Any]) -> Any:
    """Return a record with other plain values; a field that is None gets its default.

    Raises TypeError if a required field has no value.
    """
    data = {**plain(record), **values}
    return from_plain(type(record), {name: data[name] for name in data if data[name] is not None})
