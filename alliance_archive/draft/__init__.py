"""Draft a record from a document, to be reviewed: `from alliance_archive.draft import draft`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace

from ..archive import Archive
from ..change import write
from ..errors import AlreadyFiled, ArchiveError
from ..model.dates import day_span
from ..model.records import Source
from ..store.append import with_records
from ..store.init import modeline
from ..store.scan import inside
from ..store.values import SLUG
from ..text.marks import check_marks
from ..text.normalize import fingerprint, normalize
from ..text.slugs import free_id, slug
from .extraction import Extraction, notes_on
from .proposal import ArchiveContext, Draft, propose
from .readers import AUTO, NOT_ENGLISH, NotAnArticle, Unreadable, kind_of, reader_of, refusal

__all__ = ["Draft", "add", "draft", "read"]


def draft(
    text: str,
    archive: Archive | None = None,
    *,
    kind: str = AUTO,
    language: str = "en",
    publisher: str | None = None,
    date: str | None = None,
    title: str | None = None,
    id: str | None = None,  # noqa: A002 - the format's own name
    replaces: str | None = None,
    name: str = "the text",
    ask: Callable[[str], str] | None = None,
) -> Draft:
    """Return the records drafted from a document's text, with notes for whoever reviews them.

    With an archive, its people are referred to by their ids, and no id that it has is used again.
    `kind` is one of SOURCE_KINDS; with "auto", the text's form tells. Publisher, date and title
    default to those found in the text; `ask` asks a person for "publisher" or "date" if neither is
    found. `replaces` names the source of which it is a corrected edition. `name` is what messages
    call the text. Raises ArchiveError when nothing can be drafted from it, or its publisher or date
    is not known.
    """
    text = normalize(text, name)
    extraction = read(text, archive, kind=kind, language=language, name=name)
    if extraction.other_language:
        return Draft(None, notes=(f"{name}: {NOT_ENGLISH}",))
    context = _context(archive)
    publisher, date = publisher or extraction.publisher, date or extraction.date
    if ask:
        publisher, date = publisher or ask("publisher"), date or ask("date")
    publisher, date = _told(publisher, date)
    day_span(date)
    source = Source(
        id=_source_id(id, publisher, date, context),
        publisher=" ".join(publisher.split()),
        date=date,
        kind=extraction.kind,
        title=title or extraction.title,
        author=extraction.author,
        dateline=extraction.dateline,
        language=language,
        replaces=archive.resolve("source", replaces) if archive and replaces else None,
        text=fingerprint(text),
    )
    notes = tuple(
        f"this text is already in the archive: {ident}" for ident in _same(context.sources, source)
    )
    notes += tuple(notes_on(text, extraction))
    notes += tuple(f"{name}: {warning}" for warning in extraction.warnings)
    return propose(text, extraction, source, context)._replace(notes=notes)


def read(
    text: str,
    archive: Archive | None = None,
    *,
    kind: str = AUTO,
    language: str = "en",
    name: str = "the text",
) -> Extraction:
    """Return who says what in a text, taken exactly as it is; nothing if it is not in `language`.

    Raises ArchiveError when it cannot be read as a document, or as one of this kind.
    """
    check_marks(text, name)
    if reason := refusal(text):
        raise NotAnArticle(name, reason)
    kind = kind_of(text) if kind == AUTO else kind
    reader = reader_of(kind, language)
    try:
        extraction = reader(text, archive.records("participant") if archive else ())
    except Unreadable as error:
        raise ArchiveError(f"{name} {error}") from None
    return replace(extraction, kind=kind)


def add(archive: Archive, drafted: Draft) -> str:
    """Write a draft into the archive as sources/ID.yaml, a new file, and return its path there.

    New people are appended to participants.yaml, new meetings to meetings.yaml. Raises AlreadyFiled
    if a source has the same text, and ArchiveError if the archive is the example or has changed so
    that the draft no longer fits; nothing is then written.
    """
    source = drafted.source
    assert source is not None
    path = f"sources/{source.id}.yaml"
    with archive.editing():
        archive.refresh()
        if same := _same(archive.records("source"), source):
            raise AlreadyFiled(same[0])
        ids = [source.id, *(statement.id for statement in drafted.statements)]
        ids += [person.id for person in drafted.participants]
        ids += [meeting.id for meeting in drafted.meetings]
        if taken := [ident for ident in ids if archive.has(ident)]:
            raise ArchiveError(f"the id {taken[0]} was taken in the meantime: draft the text again")
        place = inside(archive.root, path)
        if os.path.lexists(place):
            raise ArchiveError(f"{place} already exists; nothing was written")
        texts: dict[str, str | None] = {}
        for kind, new in (("participants", drafted.participants), ("meetings", drafted.meetings)):
            if new:
                name = f"{kind}.yaml"
                texts[name] = with_records(archive.root, name, new, modeline(archive.root, name))
        texts[path] = modeline(archive.root, path) + drafted.source_yaml
        write(archive, texts, f"draft --add {source.id}")
    return path


def _same(sources: Iterable[Source], source: Source) -> list[str]:
    """Return the ids of the sources with the same text."""
    return [known.id for known in sources if known.text == source.text]


def _context(archive: Archive | None) -> ArchiveContext:
    if archive is None:
        return ArchiveContext()
    kinds = ("participant", "meeting", "topic", "source")
    participants, meetings, topics, sources = map(archive.records, kinds)
    return ArchiveContext(participants, meetings, topics, sources, archive.has)


def _told(publisher: str | None, date: str | None) -> tuple[str, str]:
    """Return publisher and date. Raises ArchiveError that names what is missing."""
    if publisher and date:
        return publisher, date
    lacking = [] if publisher else [("publisher", "--publisher NAME")]
    lacking += [] if date else [("date", "--date YYYY-MM-DD")]
    missing = " and ".join(f"no {field}" for field, _ in lacking)
    options = " and ".join(option for _, option in lacking)
    raise ArchiveError(f"{missing} found in the text: add {options}")


def _source_id(chosen: str | None, publisher: str, date: str, context: ArchiveContext) -> str:
    """Return the id chosen, else one made of publisher and date. Raises ArchiveError."""
    if chosen:
        if not SLUG.fullmatch(chosen):
            raise ArchiveError(f"invalid id “{chosen}”: use a–z, 0–9 and hyphens, such as kim-1")
        if context.taken(chosen):
            raise ArchiveError(f"the id {chosen} is already taken: choose another with --id")
        return chosen
    # Its statements' ids begin with it.
    return free_id(
        f"{slug(publisher) or 'source'}-{date}",
        lambda ident: context.taken(ident) or context.taken(f"{ident}-01"),
    )
