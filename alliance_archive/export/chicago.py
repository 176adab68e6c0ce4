"""Notes in the style of the Chicago Manual of Style, with the attribution spelled out."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.attribution import NOBODY
from ..model.records import Source
from ..queries.rows import StatementRow

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_VERBATIM = {
    "direct": "Verbatim throughout.",
    "mixed": "Verbatim only within quotation marks; the rest is the archive's paraphrase.",
    "indirect": "A paraphrase in the archive's own wording; no words are verbatim.",
}
_DRAFT = "A draft, not reviewed."


def chicago_note(source: Source, row: StatementRow | None = None) -> str:
    """Return a note that cites a source, or a statement in it."""
    return f"{source_note(source)}." if row is None else _statement_note(row, source)


def source_note(source: Source) -> str:
    """Return a source as it is named in a note (Chicago Manual of Style, 17th ed., 14.191)."""
    title = source.title.translate({0x201C: "‘", 0x201D: "’"}) if source.title else None
    mark = "" if title and title[-1] in "?!" else ","
    genre = kind_label(source.kind).lower()
    titled = f"“{title}{mark}”" if title else f"[{genre}, no title recorded],"
    kind = f" {genre}," if title and source.kind != "article" else ""
    author = f"{source.author}, " if source.author else ""
    address = f", {source.url}" if source.url else ""
    return f"{author}{titled}{kind} {source.publisher}, {written_date(source.date)}{address}"


def _statement_note(row: StatementRow, source: Source) -> str:
    parts = [_listed_names(row.attributed_names) or f"[{_unattributed(row)}]"]
    if row.voiced_names:
        parts.append(f"voiced by {_listed_names(row.voiced_names)}")
    parts += [part for part in (row.document, row.meeting_name) if part]
    if row.date and row.date_from != "source":
        parts.append(written_date(row.date))
    words = row.words.removesuffix(".")
    # The quotation may end in a mark of its own, which needs no comma after it.
    mark = " " if words.endswith((",”", ".”", "?”", "!”")) else ", "
    draft = f" {_DRAFT}" if row.status == "draft" else ""
    return f"{', '.join(parts)}: {words}{mark}{_relayed(row, source)}. {_VERBATIM[row.form]}{draft}"


def chain_note(row: StatementRow, source: Source) -> str:
    """Return in sentences who voiced and who reported the words, and what is verbatim.

    This is for formats that have fields for author, title and date.
    """
    sentences = []
    if not row.attributed_to:
        sentences.append(f"{_capitalized(_unattributed(row))}.")
    if row.voiced_names:
        sentences.append(f"Voiced by {_listed_names(row.voiced_names)}.")
    sentences.append(f"{_capitalized(_relayed(row, source))}.")
    if row.form == "mixed":
        quotations = ", ".join(f"“{exact}”" for exact in row.exacts)
        sentences.append(f"Verbatim: {quotations}; the rest is the archive's paraphrase.")
    else:
        sentences.append(_VERBATIM[row.form])
    if row.date_from != "statement":
        sentences.append(f"The date is the {row.date_from}'s.")
    if row.status == "draft":
        sentences.append(_DRAFT)
    return " ".join(sentences)


def _unattributed(row: StatementRow) -> str:
    words = f"“{row.as_given}”" if row.as_given else "the source names nobody"
    return f"{NOBODY}: {words}"


def _relayed(row: StatementRow, source: Source) -> str:
    verb = "reported" if row.form == "indirect" else "quoted"
    passage = f"characters {row.anchor_start}–{row.anchor_end} of its text"
    return f"{verb} by {source_note(source)}, {passage}"


def kind_label(kind: str) -> str:
    """Return a kind of source in words: “Press release”."""
    return kind.replace("-", " ").capitalize()


def _capitalized(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def _listed_names(names: Sequence[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def written_date(date: str) -> str:
    """Return an ISO 8601 date in American English, an interval with an en dash."""
    first, _, last = date.partition("/")
    if last and first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{MONTHS[int(first[5:7]) - 1]} {int(first[8:])}–{int(last[8:])}, {first[:4]}"
    return "–".join(_written_day(part) for part in (first, last) if part)


def _written_day(date: str) -> str:
    year, *rest = date.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"
