"""The archive as linked data: schema.org's Quotation and Claim, Web Annotation's selectors.

A direct statement is a Quotation; any other is a Claim whose quoted words are its parts. `creator`
and `spokenByCharacter` are whoever said it, as far as the source tells. Where that is a
spokesperson, those whose act it is are its `mentions`, and the meeting is what it is `about`. An
Annotation ties each to its place in the source's text, in Unicode code points after normalization.
Ids are fragments (#mori), which resolve against the address at which the file is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from ..archive import Archive
from ..model.attribution import uttered_by
from ..model.records import Meeting, Membership, Participant, Source, Topic
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from ..render.formats import to_json

GraphNode = dict[str, Any]
_LINKS = (
    "author creator mentions spokenByCharacter isPartOf appearance about hasPart recordedAt"
    " attendee superEvent organizer"
)
_TEXTS = (
    "name alternateName familyName description text genre publisher headline datePublished"
    " dateCreated temporalCoverage startDate endDate location address addressCountry eventStatus"
    " inLanguage translator provider creativeWorkStatus identifier propertyID value memberOf"
    " roleName url"
)
_TYPES = (
    "Person Organization Country Event NewsArticle Article CreativeWork DefinedTerm Quotation Claim"
    " Place PostalAddress PropertyValue OrganizationRole"
)
CONTEXT: GraphNode = {
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
_SOURCE_TYPES = {"article": "NewsArticle", "press-release": "Article", "readout": "Article"}


def write_jsonld(archive: Archive, stream: TextIO, query: Filter = EVERYTHING) -> None:
    """Write the statements of a filter, and all other records, as JSON-LD 1.1, node by node.

    Raises UnknownName, AmbiguousName or BadDate.
    """
    context = to_json(CONTEXT, indent=2).replace("\n", "\n  ")
    nodes = _nodes(archive, archive.statements(query))
    stream.write(f'{{\n  "@context": {context},\n  "@graph": [')
    separator = "\n    "
    for node in nodes:
        stream.write(separator + to_json(node, indent=2).replace("\n", "\n    "))
        separator = ",\n    "
    stream.write("\n  ]\n}\n")


def _nodes(archive: Archive, rows: Iterable[StatementRow]) -> Iterator[GraphNode]:
    for kind, node_of in _NODE_OF.items():
        for record in archive.records(kind):
            yield _filled(node_of(record))
    languages = {source.id: source.language for source in archive.records("source")}
    for row in rows:
        yield _filled(_statement(row, languages.get(row.source)))
        yield from _annotations(row)


def _filled(node: GraphNode) -> GraphNode:
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _link(ident: str | None) -> str | None:
    return f"#{ident}" if ident else None


def _links(idents: Iterable[str]) -> list[str]:
    return [f"#{ident}" for ident in idents]


def _participant(record: Participant) -> GraphNode:
    types = {"person": "Person", "organization": "Organization"}
    return {
        "id": _link(record.id),
        "type": types.get(record.kind, ["Organization", "Country"]),
        "name": record.name,
        "familyName": record.family_name,
        "alternateName": list(record.other_names),
        "address": _address(record.country) if record.kind != "person" else None,
        "memberOf": [_role(membership) for membership in record.memberships],
        "identifier": [
            {"type": "PropertyValue", "propertyID": scheme, "value": value}
            for scheme, value in record.identifiers.items()
        ],
        "description": record.note,
    }


def _address(country: str | None) -> GraphNode | None:
    return {"type": "PostalAddress", "addressCountry": country} if country else None


def _role(membership: Membership) -> GraphNode:
    organization = {
        "type": "Organization",
        "name": membership.organization,
        "address": _address(membership.country),
    }
    return _filled(
        {
            "type": "OrganizationRole",
            "roleName": membership.role,
            "startDate": membership.since,
            "endDate": membership.until,
            "memberOf": _filled(organization),
        }
    )


def _meeting(record: Meeting) -> GraphNode:
    venue = record.place
    location = venue and _filled(
        {"type": "Place", "name": venue.name, "address": _address(venue.country)}
    )
    return {
        "id": _link(record.id),
        "type": "Event",
        "name": record.name,
        "alternateName": list(record.other_names),
        "startDate": record.date,
        "endDate": record.end_date,
        "eventStatus": "schema:EventScheduled" if record.status == "planned" else None,
        "location": location,
        "attendee": _links(record.participants),
        "superEvent": _link(record.part_of),
        "description": record.note,
    }


def _topic(record: Topic) -> GraphNode:
    return {
        "id": _link(record.id),
        "type": ["DefinedTerm", "Concept"],
        "name": record.name,
        "broader": _link(record.broader),
        "description": record.note,
    }


def _source(record: Source) -> GraphNode:
    digest = record.text and {
        "type": "PropertyValue",
        "propertyID": "sha256",
        "value": record.text.sha256,
    }
    return {
        "id": _link(record.id),
        "type": _SOURCE_TYPES.get(record.kind, "CreativeWork"),
        "headline": record.title,
        "publisher": {"type": "Organization", "name": record.publisher},
        "datePublished": record.date,
        "genre": record.kind,
        "author": {"name": record.author} if record.author else None,
        "provider": {"name": record.via} if record.via else None,
        "url": record.url,
        "inLanguage": record.language,
        "identifier": digest,
        "description": record.note,
    }


_NODE_OF: dict[str, Callable[[Any], GraphNode]] = {
    "participant": _participant,
    "meeting": _meeting,
    "topic": _topic,
    "source": _source,
}


def _statement(row: StatementRow, language: str | None) -> GraphNode:
    speakers = _links(uttered_by(row.attributed_to, row.voiced_by))
    # A spokesperson need not have been at the meeting: its day and place are those of the act.
    relayed = bool(row.voiced_by)
    date = row.date if row.date_from in ("statement", *(() if relayed else ("meeting",))) else None
    meetings = (row.meeting, *row.about) if relayed and row.meeting else row.about
    node: GraphNode = {
        "id": _link(row.id),
        "creator": speakers,
        "mentions": _links(row.attributed_to) if relayed else [],
        "about": _links((*row.topics, *meetings)),
        "recordedAt": None if relayed else _link(row.meeting),
        # schema.org has no dates that are intervals; temporalCoverage takes them.
        "dateCreated": date if date and "/" not in date else None,
        "temporalCoverage": date if date and "/" in date else None,
        "genre": row.document,
        "translator": {"name": row.translated_by} if row.translated_by else None,
        "creativeWorkStatus": row.status,
        "description": row.note,
    }
    if row.form == "direct":
        return node | {
            "type": "Quotation",
            "text": " … ".join(row.exacts),
            "spokenByCharacter": speakers,
            "inLanguage": language,
            "isPartOf": _link(row.source),
        }
    parts = [
        _filled(
            {
                "id": f"#{row.id}.quote-{position}",
                "type": "Quotation",
                "text": quote.exact,
                "creator": speakers,
                "spokenByCharacter": speakers,
                "inLanguage": language,
            }
        )
        for position, quote in enumerate(row.quotes, 1)
    ]
    claim = {"type": "Claim", "text": row.words, "appearance": _link(row.source), "hasPart": parts}
    return node | claim


def _annotations(row: StatementRow) -> Iterator[GraphNode]:
    """Yield the annotations that tie a statement and its quotations to the source's text."""
    passage = _position(row.anchor_start, row.anchor_end)
    yield _annotation(f"#{row.id}.anchor", "describing", f"#{row.id}", row.source, passage)
    for position, quote in enumerate(row.quotes, 1):
        body = f"#{row.id}" if row.form == "direct" else f"#{row.id}.quote-{position}"
        words = {"type": "TextQuoteSelector", "exact": quote.exact}
        selectors = [words, _position(quote.start, quote.end)]
        yield _annotation(f"#{row.id}.words-{position}", "identifying", body, row.source, selectors)


def _position(start: int, end: int) -> GraphNode:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def _annotation(ident: str, motivation: str, body: str, source: str, selector: Any) -> GraphNode:
    return {
        "id": ident,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {"type": "SpecificResource", "source": f"#{source}", "selector": selector},
    }
