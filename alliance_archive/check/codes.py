"""The codes of problems: the severity of each, what it means, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """A kind of problem; an error keeps its record out of look-ups, a warning does not."""

    severity: str
    meaning: str


def _error(meaning: str) -> Code:
    return Code("error", meaning)


def _warning(meaning: str) -> Code:
    return Code("warning", meaning)


CODES: dict[str, Code] = {
    # the file
    "unreadable": _error(
        "The file could not be opened or read: no permission, or it vanished meanwhile."
    ),
    "not-a-file": _error(
        "Something called *.yaml that is no plain file: a folder, a pipe, a device."
    ),
    "file-name": _error("A file or folder whose name is not UTF-8. Rename it."),
    "outside": _error(
        "A symbolic link that leads out of the archive's folder, to nothing, or round in a circle. "
        "Put the file itself into the archive."
    ),
    "yml-ending": _warning(
        "A file called *.yml is not read. Call it *.yaml if it is the archive's."
    ),
    "too-large": _error(
        "A file of more than 32 MiB. Part it: one source a file, participants over several files."
    ),
    "encoding": _error("The file is not UTF-8 (a byte order mark is accepted). Save it as UTF-8."),
    # the YAML
    "yaml-syntax": _error("The file is not YAML. Nothing of the file is used until it parses."),
    "duplicate-key": _error("A key stands twice in one mapping; often the trace of a merge."),
    "anchor": _error("A YAML anchor (&name). The format has none: write the value where it holds."),
    "alias": _error("A YAML alias (*name). The format has none: write the value itself."),
    "tag": _error("A YAML tag (!!int, !x). Every value is text, typed by the archive's fields."),
    "several-documents": _error("A second YAML document (---) in one file. Make it a second file."),
    "too-deep": _error("Values nested deeper than any field of the format."),
    "too-many-problems": _error(
        "More than 1000 errors in one file: nothing of it is used, and the rest is not read."
    ),
    "control-character": _error(
        "A control character in a text, which a terminal would obey. Take it out."
    ),
    "bidi-control": _warning(
        "An invisible mark that turns the direction of writing, so that a text reads otherwise "
        "than it is stored. It is shown as its code in tables. Take it out if it is not needed."
    ),
    # the fields
    "wrong-type": _error("A list, a mapping or a text where something else of these belongs."),
    "unknown-key": _error("A key that the record does not have; mostly a slip of the pen."),
    "missing-field": _error("A required field is not there."),
    "empty-value": _error("A key without its value. Write one, [] for an empty list, or drop it."),
    "bad-id": _error("Ids are lower-case ASCII slugs: [a-z0-9]+(-[a-z0-9]+)*."),
    "bad-value": _error("A value that is not one of those the field knows."),
    "bad-date": _error("Dates are ISO 8601: 2017, 2017-10 or 2017-10-23, and days that exist."),
    "bad-country": _error("Countries are ISO 3166-1 alpha-2 codes in capitals: KR, US, JP."),
    "bad-number": _error("Offsets and lengths are whole numbers of code points, from 0."),
    "bad-fingerprint": _error("text.sha256 is 64 hexadecimal digits; see verify --fingerprint."),
    "bad-url": _error("url is an http or https address."),
    "bad-language": _error("language is a BCP 47 tag: en, ko, zh-Hant."),
    # one record
    "date-order": _error("An end, or an until, lies before its beginning."),
    "no-source": _error("statements: stand below the source: of the same file, and it has none."),
    "misplaced-archive": _error(
        "archive: marks a folder as an archive. It stands in archive.yaml at the archive's top: "
        "move it there, or take it out."
    ),
    "anchor-order": _error("An anchor ends where it begins or before."),
    "anchor-outside-text": _error("An anchor ends after the source's text, whose length is given."),
    "quote-length": _error(
        "end − start is not the number of code points in exact. Take both from the same text."
    ),
    "quote-outside-anchor": _error("A quotation does not lie in its statement's anchor."),
    "quote-overlap": _error("Quotations overlap, or do not stand in the order of the text."),
    "quote-punctuation": _warning(
        "A quotation ends with the comma, or in a mixed statement with the full stop, that "
        "American usage puts before the closing mark. It is the article's, not the speaker's: end "
        "exact, its end offset and the same words in the summary before it. A direct statement "
        "keeps its full stop, and an abbreviation keeps its own."
    ),
    "quote-not-normalised": _error("exact is not in Unicode form NFC, in which offsets count."),
    "quotes-missing": _error("A direct or mixed statement has no quotes."),
    "quotes-unexpected": _error("An indirect statement has quotes; then it is mixed or direct."),
    "summary-missing": _error("A mixed or indirect statement has no summary (drafts may wait)."),
    "summary-unexpected": _error("A direct statement is its quotes; a summary would replace them."),
    "summary-quotes-differ": _error(
        "The fragments in “ ” of a mixed statement's summary are not exactly its quotes, in order."
    ),
    # across records
    "duplicate-id": _error("Two records have the same id; neither is used until one is renamed."),
    "unknown-reference": _error("A field names an id that no record of the right kind has."),
    "date-outside-meeting": _error("A statement's own date lies outside its meeting's days."),
    "topic-cycle": _error("A topic is, over its broader topics, its own broader topic."),
    "meeting-cycle": _error("A meeting is, over part_of, a part of itself."),
    "source-cycle": _error("A source, through replaces, replaces itself."),
    "not-at-meeting": _warning(
        "A statement is attributed to someone who is not among its meeting's participants. "
        "Correct one of them, or say in the statement's note why it is so."
    ),
    "no-membership": _warning(
        "None of a person's memberships covers the date of a statement attributed to them, "
        "so their role on that day is not known."
    ),
    "title-as-name": _warning(
        "A title alone among other_names. Whoever holds the office next bears it too: say in "
        "memberships when it was held, and look-ups find its holders by it."
    ),
    "look-alike": _warning(
        "Two participants of one kind go by the same name; perhaps they are one."
    ),
    "planned-in-past": _warning(
        "A meeting is planned though it lies before the source that speaks of it."
    ),
}
