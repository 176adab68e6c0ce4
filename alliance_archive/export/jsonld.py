"""The archive as linked data: schema.org's Quotation and Claim, Web Annotation's selectors.

A direct statement is a Quotation; one that the source or the archive words is a Claim, of which
its quoted words are parts. `author` is whose statement it is, `contributor` who voiced it for
them, `spokenByCharacter` whose mouth quoted words came from, as far as the source tells. An
Annotation ties each to its place in the source's text, in Unicode code points after normalisation.
Records go by their id as a fragment (#mori), so they resolve against wherever the file stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..archive import Archive
from ..index.rows import records
from ..model.records import Meeting, Membership, Participant, Source, Topic
from ..queries.rows import StatementRow

Node = dict[str, Any]
_LINKS = (
    "author contributor spokenByCharacter isPartOf appearance about hasPart recordedAt attendee"
    " superEvent organizer"
)
_TEXTS = (
    "name alternateName familyName description text genre publisher headline datePublished"
    " dateCreated temporalCoverage startDate endDate location address addressCountry eventStatus"
    " inLanguage creativeWorkStatus identifier propertyID value memberOf roleName url"
)
_TYPES = (
    "Person Organization Country Event NewsArticle Article CreativeWork DefinedTerm Quotation Claim"
    " Place PostalAddress PropertyValue OrganizationRole"
)
CONTEXT: Node = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{name: f"schema:{name}" for name in (*_TYPES.split(), *_TEXTS.split())},
    **{name: {"@id": f"schema:{name}", "@type": "@id"} for name in _LINKS.split()},
    "eventStatus": {"@id": "schema:eventStatus", "@type": "@id"},
    "url": {"@id": "schema:url", "@type": "@id"},
    "Concept": "skos:Concept",
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "identifying": "oa:identifying",
    "describing": "oa:describing",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}
_SOURCE_TYPES = {"article": "NewsArticle", "press-release": "Article"}


def nodes(archive: Archive, rows: Iterable[StatementRow]) -> Iterator[Node]:
    """Participants, meetings, topics and sources, all of them, and then the statements."""
    makers: dict[str, Any] = {
        "participant": _participant,
        "meeting": _meeting,
        "topic": _topic,
        "source": _source,
    }
    for kind, make in makers.items():
        for record in records(archive.connection, kind, "sound"):
            yield _kept(make(record))
    languages = {each.id: each.language for each in records(archive.connection, "source", "sound")}
    for row in rows:
        yield _kept(_statement(row, languages.get(row.source)))
        yield from _annotations(row)


def _kept(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _at(ident: str | None) -> str | None:
    return f"#{ident}" if ident else None


def _all_at(idents: Iterable[str]) -> list[str]:
    return [f"#{ident}" for ident in idents]


def _participant(record: Participant) -> Node:
    types = {"person": "Person", "organization": "Organization"}
    own_address = record.country if record.kind != "person" else None
    return {
        "id": _at(record.id),
        "type": types.get(record.kind, ["Organization", "Country"]),
        "name": record.name,
        "familyName": record.family_name,
        "alternateName": list(record.other_names),
        "address": _address(own_address),
        "memberOf": [_role(held) for held in record.memberships],
        "identifier": [
            {"type": "PropertyValue", "propertyID": scheme, "value": value}
            for scheme, value in record.identifiers.items()
        ],
        "description": record.note,
    }


def _address(country: str | None) -> Node | None:
    return {"type": "PostalAddress", "addressCountry": country} if country else None


def _role(held: Membership) -> Node:
    organization = {
        "type": "Organization",
        "name": held.organization,
        "address": _address(held.country),
    }
    return _kept(
        {
            "type": "OrganizationRole",
            "roleName": held.role,
            "startDate": held.since,
            "endDate": held.until,
            "memberOf": _kept(organization),
        }
    )


def _meeting(record: Meeting) -> Node:
    place = record.place
    location = place and _kept(
        {"type": "Place", "name": place.name, "address": _address(place.country)}
    )
    return {
        "id": _at(record.id),
        "type": "Event",
        "name": record.name,
        "startDate": record.date,
        "endDate": record.end_date,
        "eventStatus": "schema:EventScheduled" if record.status == "planned" else None,
        "location": location,
        "attendee": _all_at(record.participants),
        "superEvent": _at(record.part_of),
        "description": record.note,
    }


def _topic(record: Topic) -> Node:
    return {
        "id": _at(record.id),
        "type": ["DefinedTerm", "Concept"],
        "name": record.name,
        "broader": _at(record.broader),
        "description": record.note,
    }


def _source(record: Source) -> Node:
    digest = record.text and {
        "type": "PropertyValue",
        "propertyID": "sha256",
        "value": record.text.sha256,
    }
    return {
        "id": _at(record.id),
        "type": _SOURCE_TYPES.get(record.kind, "CreativeWork"),
        "headline": record.title,
        "publisher": {"type": "Organization", "name": record.publisher},
        "datePublished": record.date,
        "genre": record.kind,
        "author": {"name": record.author} if record.author else None,
        "url": record.url,
        "inLanguage": record.language,
        "identifier": digest,
        "description": record.note,
    }


def _statement(row: StatementRow, language: str | None) -> Node:
    own_date = row.date if row.date_from != "source" else None
    node: Node = {
        "id": _at(row.id),
        "author": _all_at(row.attributed_to),
        "contributor": _all_at(row.voiced_by),
        "about": _all_at(row.topics),
        "recordedAt": _at(row.meeting),
        # An interval is no date of schema.org's, but a coverage.
        "dateCreated": own_date if own_date and "/" not in own_date else None,
        "temporalCoverage": own_date if own_date and "/" in own_date else None,
        "genre": row.document,
        "creativeWorkStatus": row.status,
        "description": row.note,
    }
    speakers = _all_at(row.voiced_by or row.attributed_to)
    if row.form == "direct":
        said = " … ".join(quote.exact for quote in row.quotes)
        quoted = {"type": "Quotation", "text": said, "spokenByCharacter": speakers}
        return node | quoted | {"inLanguage": language, "isPartOf": _at(row.source)}
    parts = [
        _kept(
            {
                "id": f"#{row.id}.quote-{number}",
                "type": "Quotation",
                "text": quote.exact,
                "spokenByCharacter": speakers,
                "inLanguage": language,
            }
        )
        for number, quote in enumerate(row.quotes, 1)
    ]
    claim = {"type": "Claim", "text": row.words, "appearance": _at(row.source), "hasPart": parts}
    return node | claim


def _annotations(row: StatementRow) -> Iterator[Node]:
    """What ties a statement and each of its quotations to the source's text."""
    passage = _position(row.anchor_start, row.anchor_end)
    yield _annotation(f"#{row.id}.anchor", "describing", f"#{row.id}", row.source, passage)
    for number, quote in enumerate(row.quotes, 1):
        body = f"#{row.id}" if row.form == "direct" else f"#{row.id}.quote-{number}"
        words = {"type": "TextQuoteSelector", "exact": quote.exact}
        selectors = [words, _position(quote.start, quote.end)]
        yield _annotation(f"#{row.id}.words-{number}", "identifying", body, row.source, selectors)


def _position(start: int, end: int) -> Node:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def _annotation(ident: str, motivation: str, body: str, source: str, selector: Any) -> Node:
    return {
        "id": ident,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {"type": "SpecificResource", "source": f"#{source}", "selector": selector},
    }
