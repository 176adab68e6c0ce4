"""Draft a record from a document, to be reviewed: `from alliance_archive.draft import draft`."""

from __future__ import annotations

import calendar
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ..archive import Archive
from ..change import plan
from ..documents import Document
from ..errors import AlreadyFiled, ArchiveError, shell_word
from ..model.dates import day_span
from ..model.records import Participant, Source
from ..store.append import with_records
from ..store.init import modeline
from ..store.scan import inside
from ..store.values import SLUG
from ..text.marks import check_marks
from ..text.normalize import fingerprint, normalize
from ..text.slugs import free_id, slug
from ..verify.texts import check_text, store_folder, store_text
from .extraction import Extraction, notes_on
from .head import iso_day
from .proposal import ArchiveContext, Draft, propose
from .readers import AUTO, NOT_ENGLISH, NotAnArticle, Unreadable, kind_of, reader_of, refusal
from .twins import SameWords, Twins

__all__ = ["ArchiveContext", "Draft", "add", "context", "draft", "read"]


def draft(
    text: str | Document,
    archive: Archive | ArchiveContext | None = None,
    *,
    kind: str = AUTO,
    language: str = "en",
    publisher: str | None = None,
    date: str | None = None,
    title: str | None = None,
    id: str | None = None,  # noqa: A002 - the format's own name
    replaces: str | None = None,
    name: str = "the text",
    ask: Callable[[str, str], str] | None = None,
) -> Draft:
    """Return the records drafted from a document's text, with notes for whoever reviews them.

    With an archive, its people are referred to by their ids, and no id that it has is used again;
    its `context` serves as well, in other processes, too. `kind` is one of SOURCE_KINDS; with
    "auto", the text's form tells. Publisher, date and title default to those that the document
    states, else to those found in the text; `ask(field, pattern)` asks a person for whichever of
    "publisher" and "date" is missing; `pattern` shows how to write the answer, empty for any text.
    `replaces` names the source of which it is a corrected edition. `name` is what messages call the
    text. Raises ArchiveError when nothing can be drafted from it, or its publisher or date is not
    known.
    """
    known = archive if isinstance(archive, ArchiveContext) else context(archive)
    stated = text if isinstance(text, Document) else Document(text)
    document = stated._replace(
        text=normalize(stated.text, name),
        title=title or stated.title,
        publisher=publisher or stated.publisher,
        date=date or stated.date,
    )
    extraction = read(document.text, known, kind=kind, language=language, name=name)
    if isinstance(archive, Archive) and replaces:
        replaces = archive.resolve("source", replaces)
    return record(document, extraction, known, id=id, replaces=replaces, name=name, ask=ask)


def record(
    document: Document,
    extraction: Extraction,
    known: ArchiveContext,
    *,
    id: str | None = None,  # noqa: A002 - the format's own name
    replaces: str | None = None,
    name: str = "the text",
    ask: Callable[[str, str], str] | None = None,
) -> Draft:
    """Return the records made of a document, its text normalized, and of what was read in it.

    The rest is as in `draft`. Raises ArchiveError if its publisher or date is not known.
    """
    if extraction.other_language:
        return Draft(None, notes=(f"{name}: {NOT_ENGLISH}",))
    publisher = document.publisher or extraction.publisher
    flaw, pattern = _flaw(extraction.date)
    printed = document.date or (None if flaw else extraction.date)
    date = printed or document.made
    if ask:
        publisher = publisher or ask("publisher", "")
        date = date or ask("date", f"{pattern}; {flaw}" if flaw else pattern)
        day = pattern.removeprefix("YYYY")
        date += day if len(date) == len("2021") and day != "-MM-DD" else ""
    publisher, date = _publisher_and_date(publisher, date, flaw, pattern)
    day_span(date)
    source = Source(
        id=_source_id(id, publisher, date, known),
        publisher=" ".join(publisher.split()),
        date=date,
        date_basis="inferred" if date == document.made and not printed else "printed",
        kind=extraction.kind,
        title=document.title or extraction.title,
        author=document.author or extraction.author,
        url=document.url,
        dateline=extraction.dateline,
        language=extraction.language,
        replaces=replaces,
        text=fingerprint(document.text)._replace(extractor=document.extractor),
    )
    notes = tuple(
        f"this text is already in the archive: {ident}" for ident in _same(known.sources, source)
    )
    notes += tuple(notes_on(document.text, extraction))
    notes += tuple(f"{name}: {warning}" for warning in extraction.warnings)
    drafted = propose(document.text, extraction, source, known)
    return drafted._replace(notes=notes, text=document.text)


def read(
    text: str,
    archive: Archive | ArchiveContext | None = None,
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
        extraction = reader(text, _participants(archive))
    except Unreadable as error:
        raise ArchiveError(f"{name} {error}") from None
    return replace(extraction.with_words(), kind=kind, language=language)


def add(
    archive: Archive,
    drafted: Draft,
    *,
    texts: str | os.PathLike[str] | None = None,
    on_its_own: bool = False,
) -> str:
    """Write a draft into the archive as sources/ID.yaml, a new file, and return its path there.

    New people are appended to participants.yaml, new meetings to meetings.yaml, and the text is
    written to the folder of texts (`verify.texts.store_folder`). Raises AlreadyFiled if a source
    has the same text, or SameWords if one has its words and it is neither a corrected edition nor
    a document `on_its_own`; ArchiveError if the archive is the example or has changed so that the
    draft no longer fits; nothing is then written.
    """
    source = drafted.source
    assert source is not None
    with archive.editing():
        archive.refresh()
        folder = store_folder(texts, archive.root)
        sources = archive.records("source")
        if same := _same(sources, source):
            raise AlreadyFiled(same[0])
        if folder and not (source.replaces or on_its_own):
            twin = Twins(folder, sources).of(drafted)
            if twin:
                raise SameWords(twin)
        ids = [source.id, *(statement.id for statement in drafted.statements)]
        ids += [person.id for person in drafted.participants]
        ids += [meeting.id for meeting in drafted.meetings]
        if taken := [ident for ident in ids if archive.has(ident)]:
            raise ArchiveError(f"the id {taken[0]} was taken in the meantime: draft the text again")
        check_places(archive, drafted, texts)
        write_drafts(archive, [drafted], folder, f"draft --add {source.id}")
    return source_path(drafted)


def check_places(
    archive: Archive, drafted: Draft, texts: str | os.PathLike[str] | None = None
) -> None:
    """Raise ArchiveError if a file that a draft is written to exists, or its text has no folder."""
    source = drafted.source
    assert source is not None
    assert source.text is not None
    folder = store_folder(texts, archive.root)
    if folder is None and source.text.extractor:
        raise ArchiveError(
            f"{archive.label} has no folder for the texts of pages, PDFs and DOCX: add --texts "
            f"DIR, or mark the archive: alliance-archive init {shell_word(archive.root)}"
        )
    place = inside(archive.root, source_path(drafted))
    if os.path.lexists(place):
        raise ArchiveError(f"{place} already exists; nothing was written")
    if folder:
        check_text(folder, source.id, drafted.text)


def source_path(drafted: Draft) -> str:
    """Return the path of a draft's file within the archive."""
    assert drafted.source is not None
    return f"sources/{drafted.source.id}.yaml"


def write_drafts(
    archive: Archive, drafts: Sequence[Draft], folder: Path | None, command: str
) -> None:
    """Write drafts that fit the archive as one change, with their texts to `folder`.

    Texts outside the archive are written before it, and stay when it is taken back. The caller
    holds the archive's lock and has called `check_places`.
    """
    texts: dict[str, str | None] = {}
    for kind in ("participants", "meetings"):
        new = [entry for drafted in drafts for entry in getattr(drafted, kind)]
        if new:
            name = f"{kind}.yaml"
            texts[name] = with_records(archive.root, name, new, modeline(archive.root, name))
    for drafted in drafts:
        path = source_path(drafted)
        texts[path] = modeline(archive.root, path) + drafted.source_yaml
    outside = []
    for drafted in drafts if folder else ():
        assert folder is not None
        assert drafted.source is not None
        ident = drafted.source.id
        if not archive.holds(folder):
            outside.append((folder, ident, drafted.text))
        elif not check_text(folder, ident, drafted.text):
            texts[archive.path_of(folder / f"{ident}.txt")] = drafted.text
    change = plan(archive, texts, command)
    for text in outside:
        store_text(*text)
    change.write()


def context(archive: Archive | None) -> ArchiveContext:
    """Return what a draft may refer to: for `draft` in other processes, which cannot be sent an
    archive.
    """
    if archive is None:
        return ArchiveContext()
    kinds = ("participant", "meeting", "topic", "source")
    participants, meetings, topics, sources = map(archive.records, kinds)
    return ArchiveContext(participants, meetings, topics, sources, archive.ids().__contains__)


def _participants(archive: Archive | ArchiveContext | None) -> Sequence[Participant]:
    if isinstance(archive, ArchiveContext):
        return archive.participants
    return archive.records("participant") if archive else ()


def _same(sources: Iterable[Source], source: Source) -> list[str]:
    """Return the ids of the sources with the same text."""
    return [known.id for known in sources if source.text and source.text.fits(known.text)]


def _publisher_and_date(
    publisher: str | None, date: str | None, flaw: str, pattern: str
) -> tuple[str, str]:
    """Return publisher and date. Raises ArchiveError that names what is missing.

    Flaw and pattern are those of the date in the text.
    """
    if publisher and date:
        return publisher, date
    lacking = [] if publisher else ["no publisher"]
    lacking += [] if date or flaw else ["no date"]
    missing = [f"{' and '.join(lacking)} found in the text"] if lacking else []
    missing += [flaw] if flaw and not date else []
    options = [] if publisher else ["--publisher NAME"]
    options += [] if date else [f"--date {pattern}"]
    raise ArchiveError(f"{', and '.join(missing)}: add {' and '.join(options)}")


def _flaw(stated: str | None) -> tuple[str, str]:
    """Return what is wrong with the date in a text (Extraction.date), and how to write it."""
    pattern = "YYYY-MM-DD"
    if not stated or iso_day(stated):
        return "", pattern
    fault = "is not valid"
    if stated.startswith("--"):
        pattern, fault = f"YYYY{stated[1:]}", "has no year"
        stated = f"{calendar.month_name[int(stated[2:4])]} {int(stated[5:])}"
    return f"the date in the text, {stated}, {fault}", pattern


def _source_id(chosen: str | None, publisher: str, date: str, known: ArchiveContext) -> str:
    """Return the id chosen, else one made of publisher and date. Raises ArchiveError."""
    if chosen:
        if not SLUG.fullmatch(chosen):
            raise ArchiveError(f"invalid id “{chosen}”: use a–z, 0–9 and hyphens, such as kim-1")
        if known.taken(chosen):
            raise ArchiveError(f"the id {chosen} is already taken: choose another with --id")
        return chosen
    # Its statements' ids begin with it.
    return free_id(
        f"{slug(publisher) or 'source'}-{date}",
        lambda ident: known.taken(ident) or known.taken(f"{ident}-01"),
    )
