"""The codes of problems: the severity of each, what it means, and what to do about it."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple


class Code(NamedTuple):
    """A kind of problem: an error keeps its record out of look-ups, a warning does not.

    A note is told and never fails a check.
    """

    severity: str
    meaning: str


_error, _warning, _note = (partial(Code, severity) for severity in ("error", "warning", "note"))
CODES: dict[str, Code] = {
    # the file
    "unreadable": _error(
        "The file could not be opened or read: permission was denied, or it has been deleted."
    ),
    "not-a-file": _error(
        "A folder, pipe or device is called *.yaml. Rename it, or move it out of the archive."
    ),
    "file-name": _error("The name of a file or folder is not UTF-8. Rename it."),
    "outside": _error(
        "A symbolic link leads out of the archive's folder, to nothing, or back to itself. Replace "
        "it with the file itself."
    ),
    "file-ending": _error(
        "Only files whose names end in .yaml are read, not *.yml, *.YAML or *.yaml.txt. Rename the "
        "file, or move it out of the archive if it does not belong there. Nor is a file read whose "
        "name marks a copy and whose original is missing."
    ),
    "copy": _error(
        "The file's name marks a copy that a program left, so it is not read, and the original is. "
        "The marks: sync-conflict, (conflicted copy …), _conflict-…, (1), copy, Copy of …, .orig, "
        ".bak, .old, .save, .rej, ~, #…#, _BACKUP_1 and the like, in any case; -copy, _old or a "
        "space and a number only beside the file without them. The message names the records that "
        "the archive does not have in the same words. Move over what is right, and delete the copy."
    ),
    "too-large": _error(
        "The file is larger than 32 MiB. Split it: one source per file, and participants in "
        "several files."
    ),
    "encoding": _error("The file is not UTF-8 (a byte order mark is accepted). Save it as UTF-8."),
    "conflict-marker": _error(
        "git left both versions of a conflict in the file, so none of it is used. Keep one, and "
        "delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>."
    ),
    # the YAML
    "yaml-syntax": _error(
        "The file is not valid YAML, so none of it is used. The most common mistakes: a value that "
        "contains a colon and is not in quotation marks, a quotation mark or bracket that is not "
        "closed, a tab, and lines that are not aligned."
    ),
    "duplicate-key": _error(
        "A key occurs twice in one mapping, often after a merge. Keep one of the two; a second "
        "source needs a file of its own."
    ),
    "anchor": _error("YAML anchors (&name) are not allowed. Write each value where it is needed."),
    "alias": _error("YAML aliases (*name) are not allowed. Write the value itself."),
    "tag": _error("YAML tags (!!int, !x) are not allowed. The field determines the type."),
    "several-documents": _error(
        "The file contains a second YAML document, after ---. Move it to another file."
    ),
    "too-deep": _error("Lists and mappings are nested deeper than any field of the format."),
    "too-many-problems": _error(
        "The file has more than 1000 errors. None of it is used, and the rest was not read."
    ),
    "control-character": _error(
        "The text contains a control character, which a terminal would obey. Delete it."
    ),
    "combining-marks": _error(
        "The text has more than 30 combining marks (accents) in a row, more than Unicode allows in "
        "text that is to be normalized. Delete them."
    ),
    "bidi-control": _warning(
        "The text contains an invisible mark that changes the direction of writing, so that it may "
        "look different from what is stored. Tables show its code. Delete it if it is not needed."
    ),
    "invisible-character": _warning(
        "The text contains a character that nobody sees, such as U+200B or U+00AD, often from a "
        "web page or a PDF. Searches ignore it. Delete it, unless the words are a quotation whose "
        "source has it: offsets count it. U+200C and U+200D are reported between Latin letters, "
        "variation selectors where they select nothing."
    ),
    "cut-off": _warning(
        "A # with a space before it begins a comment in YAML, so what follows is not part of the "
        "value. Put a value that contains # in quotation marks. A comment has two spaces before "
        "its # and one after it."
    ),
    "misread": _warning(
        "The value is valid YAML, but not what it seems to be: lines that YAML joins to it, a "
        "backslash or a doubled quotation mark that YAML keeps, or a ~ that is text here. Write it "
        "as the message says; in quotation marks, ~ and null are taken as they are."
    ),
    # the fields
    "wrong-type": _error("The value has the wrong type: a list, a mapping or a text is expected."),
    "unknown-key": _error("The record has no field of that name. Most often it is misspelled."),
    "missing-field": _error("A required field is missing. Add it."),
    "empty-value": _error(
        "A key has no value. Write one, write [] for an empty list, or delete the key."
    ),
    "bad-id": _error("An id consists of a–z, 0–9 and single hyphens between them, such as kim-1."),
    "bad-value": _error("The value is not one of those that the field allows."),
    "bad-date": _error(
        "A date is written 2017, 2017-10 or 2017-10-23 (ISO 8601), and the day must exist."
    ),
    "bad-country": _error(
        "A country is written as its ISO 3166-1 alpha-2 code, in capitals: KR, US, JP."
    ),
    "bad-number": _error("An offset or a length is a whole number of code points, from 0."),
    "bad-fingerprint": _error(
        "text.sha256 has 64 hexadecimal digits, a–f in lower case. To get them: alliance-archive "
        "verify --fingerprint FILE"
    ),
    "bad-url": _error("A url is a complete address that begins with http:// or https://."),
    "bad-language": _error("A language is written as a BCP 47 tag: en, ko, zh-Hant."),
    # one record
    "date-order": _error("An end_date or until is earlier than the date or since it belongs to."),
    "no-source": _error(
        "The file has statements: but no source:. Add the source that they come from."
    ),
    "misplaced-archive": _error(
        "The section archive: marks a folder as an archive, and is allowed only in archive.yaml at "
        "the top of the archive. Move it there, or delete it."
    ),
    "anchor-order": _error("The end of an anchor must be greater than its start."),
    "anchor-outside-text": _error("An anchor ends after the source's text, by text.length."),
    "quote-length": _error(
        "end − start is not the number of code points in exact. Take both from the same text."
    ),
    "quote-outside-anchor": _error(
        "A quotation is neither within the anchor of its statement nor around it."
    ),
    "quote-overlap": _error("Two quotations overlap, or are not in the order of the text."),
    "quote-punctuation": _warning(
        "A quotation ends with the comma, or in a mixed statement with the period, that "
        "American usage puts before the closing quotation mark. It is the article's, not the "
        "speaker's: remove it from exact and from the summary, and lower end by one. A direct "
        "statement keeps its period, and an abbreviation keeps its own."
    ),
    "quote-not-normalized": _error(
        "exact is not in Unicode form NFC, the form in which offsets count."
    ),
    "quotes-missing": _error("A direct or mixed statement needs at least one quote."),
    "quotes-unexpected": _error(
        "An indirect statement must not have quotes. With quotes it is mixed or direct."
    ),
    "summary-missing": _error(
        "A mixed or indirect statement needs a summary, unless it is a draft."
    ),
    "summary-unexpected": _error(
        "A direct statement consists of its quotes, and must not have a summary."
    ),
    "resolution-unexpected": _error(
        "Only a draft has a resolution: reviewing it settles who speaks."
    ),
    "summary-quotes-differ": _error(
        "What a summary has in quotation marks of any kind must be exactly the statement's quotes, "
        "in their order, in “ ”. The summary of an indirect statement has none."
    ),
    # across records
    "duplicate-id": _error("Two records have the same id. Neither is used until one is renamed."),
    "unknown-reference": _error(
        "A field contains an id that no record of that kind has. Correct the id, or add the record."
    ),
    "date-outside-meeting": _error("The date of a statement is outside the dates of its meeting."),
    "topic-cycle": _error("A topic is broader than itself, following broader."),
    "meeting-cycle": _error("A meeting is part of itself, following part_of."),
    "source-cycle": _error("A source replaces itself, following replaces."),
    "not-at-meeting": _warning(
        "A statement is attributed to someone who is not among its meeting's participants. "
        "Correct one of them, or give the reason in the statement's note."
    ),
    "no-membership": _warning(
        "None of a person's memberships covers the date of a statement that they made, "
        "so their role on that day is unknown."
    ),
    "title-as-name": _warning(
        "One of other_names is only a title, which the next holder of the office has, too. Record "
        "the office in memberships, with its dates: look-ups find its holders by it."
    ),
    "look-alike": _warning(
        "Two participants of one kind have the same name. If they are the same, keep one record."
    ),
    "later-than-source": _warning(
        "A statement, or the held meeting at which it was made, is more than one day later than "
        "the source that reports it. One day is allowed, for sources in other time zones."
    ),
    "planned-in-past": _warning(
        "A meeting is planned, but its date is before that of the source that announces it."
    ),
    "act-id": _error("An act has the id of a record. Give the act another, such as 2017-10-23-1."),
    "act-dates": _error(
        "Statements with one act have dates that exclude each other by more than a day, so they "
        "cannot report one act. Correct a date, or take the act from one of them."
    ),
    "act-meetings": _warning(
        "Statements with one act were made at different meetings, neither of which was held on the "
        "sidelines of the other."
    ),
    "act-people": _warning(
        "Statements with one act have nobody in common, neither speaker nor spokesperson."
    ),
    "act-denied": _warning(
        "A statement has the same act as another that it names in not_act. Delete one of the two."
    ),
    "act-alone": _note("Only one statement reports an act, so it needs no id of its own yet."),
    "planned-date-passed": _note(
        "A planned meeting's date has passed. Once a source reports that it was held, set status: "
        "held. Look-ups show it as “planned, date passed”."
    ),
}
