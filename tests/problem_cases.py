"""For each problem's code the smallest archive that has it, and the whole report of it."""

from __future__ import annotations

PEOPLE = "participants:\n  - {id: kim, name: Kim, kind: person}\n  - {id: lee, name: Lee, kind: person}\n"
SOURCE = "source: {id: s, publisher: P, date: 2017-10-23, kind: article}\n"
STATEMENT = """\
statements:
  - id: s-1
    form: mixed
    attributed_to: [kim]
    summary: It is “so”.
    quotes: [{exact: so, start: 10, end: 12}]
    anchor: {start: 5, end: 20}
"""


def statement(*changes: str) -> str:
    """The sound statement with lines of it replaced: "form: direct" takes the place of form."""
    text = STATEMENT
    for change in changes:
        key = change.partition(":")[0]
        lines = [line for line in text.splitlines() if not line.strip().startswith(f"{key}:")]
        text = "\n".join([*lines, *([f"    {change}"] if change.partition(":")[2] else [])]) + "\n"
    return PEOPLE + SOURCE + text


# The problem's code: the file, and what `check` says of it.
CASES: list[tuple[str, str | bytes, str]] = [
    ("encoding", b"topics:\n  - {id: a, name: \xff}\n", "2:19: encoding: the file is not UTF-8"),
    ("encoding", "topics: []\n".encode("utf-16"), "1:1: encoding: the file is UTF-16, not UTF-8"),
    ("control-character", b"topics: []\n# a\x00b\n", "2:4: control-character: a control character, U+0000"),
    ("control-character", 'topics: [{id: a, name: "\\e[31mred"}]\n',
     "1:24: control-character: the text holds a control character, U+001B"),
    ("bidi-control", 'topics: [{id: a, name: "a\\u202eb"}]\n',
     "1:24: bidi-control: the text holds an invisible direction mark, U+202E"),
    ("yaml-syntax", "topics: [\n", "2:1: yaml-syntax"),
    ("duplicate-key", "topics:\n  - id: a\n    name: A\n    name: B\n",
     "4:5: duplicate-key: “name” stands already in line 3"),
    ("anchor", "topics: [{id: a, name: &x A}]\n", "1:24: anchor: an anchor (&x): not part of the format"),
    ("alias", "topics: [{id: a, name: &x A, note: *x}]\n",
     "1:24: anchor: an anchor (&x): not part of the format\n1:36: alias: an alias (*x): write the value itself"),
    ("tag", "topics: [{id: a, name: !!str A}]\n",
     "1:24: tag: a tag (tag:yaml.org,2002:str): every value is plain text"),
    ("several-documents", "topics: []\n---\ntopics: []\n",
     "2:1: several-documents: a file holds one YAML document, not more"),
    ("too-deep", f"topics: {'[' * 99}{']' * 99}\n", "1:21: too-deep: nested deeper than 12 levels"),
    ("wrong-type", "topics: {id: a, name: A}\n", "1:9: wrong-type: topics: holds a list"),
    ("wrong-type", "topics: [{id: a, name: [A]}]\n", "1:24: wrong-type: a list where text belongs"),
    ("wrong-type", "- a\n", "1:1: wrong-type: a file is a mapping of sections, such as topics:"),
    ("unknown-key", "topics: [{id: a, name: A, broder: b}]\n",
     "1:27: unknown-key: “broder” is no field of this record: did you mean broader?"),
    ("unknown-key", "topic: []\n", "1:1: unknown-key: “topic” is no section of a file: did you mean topics:?"),
    ("missing-field", "topics: [{id: a}]\n", "1:10: missing-field: “name” is missing"),
    ("empty-value", "topics: [{id: a, name: }]\n",
     "1:24: empty-value: nothing is written here: give a value or drop the key"),
    ("bad-id", "topics: [{id: ../../x, name: A}]\n",
     "1:15: bad-id: “../../x” is no id: lower-case letters a–z and digits, parted by -"),
    ("bad-value", "topics: [{id: a, name: A, kind: aliance}]\n",
     "1:33: bad-value: “aliance” is not known here: did you mean alliance?"),
    ("bad-date", "meetings: [{id: a, name: A, kind: bilateral, date: 2017-02-30}]\n",
     "1:52: bad-date: “2017-02-30” is not a date: write 2017, 2017-10 or 2017-10-23"),
    ("bad-country", "topics: [{id: a, name: A, members: [UK]}]\n",
     "1:37: bad-country: “UK” is no ISO 3166-1 alpha-2 code, such as KR"),
    ("bad-number", statement("anchor: {start: 05, end: 20}"),
     "11:21: bad-number: “05” is not a count of characters, such as 120"),
    ("bad-fingerprint", "source: {id: s, publisher: P, date: 2017, kind: article, text: {sha256: AB, length: 1}}\n",
     "1:73: bad-fingerprint: “AB” is no SHA-256 in hexadecimal"),
    ("bad-url", "source: {id: s, publisher: P, date: 2017, kind: article, url: 'javascript:alert(1)'}\n",
     "1:63: bad-url: “javascript:alert(1)” is no http or https address"),
    ("bad-language", "source: {id: s, publisher: P, date: 2017, kind: article, language: English}\n",
     "1:68: bad-language: “English” is no BCP 47 language tag, such as en"),
    ("date-order", "meetings: [{id: a, name: A, kind: bilateral, date: 2017-10, end_date: 2017-09}]\n",
     "1:71: date-order: ends 2017-09, before it begins 2017-10"),
    ("date-order", "participants: [{id: a, name: A, kind: person, memberships: "
     "[{role: R, organization: O, since: 2017, until: 2016}]}]\n",
     "1:108: date-order: until 2016, before since 2017"),
    ("no-source", STATEMENT.replace("[kim]", "[]"), "2:5: no-source: statements without a source: in this file"),
    ("anchor-order", statement("anchor: {start: 20, end: 20}", "form: indirect", "quotes:", "summary: So."),
     "8:30: anchor-order: the anchor ends at 20, not after its start 20"),
    ("quote-length", statement("quotes: [{exact: so, start: 10, end: 13}]"),
     "11:22: quote-length: exact has 2 code points, but 10 to 13 are 3"),
    ("quote-outside-anchor", statement("anchor: {start: 11, end: 20}"),
     "10:33: quote-outside-anchor: the quotation at 10–12 is not within the anchor, 11–20"),
    ("quote-overlap", statement("form: direct", "summary:",
     "quotes: [{exact: so, start: 10, end: 12}, {exact: ok, start: 11, end: 13}]"),
     "10:66: quote-overlap: begins at 11, before the one above it ends at 12"),
    ("quote-punctuation", statement("form: direct", "summary:", "quotes: [{exact: 'So,', start: 10, end: 13}]"),
     "10:22: quote-punctuation: exact ends with the article's comma: end it before that, with end: 12"),
    ("quote-punctuation", statement("summary: It is “so.”", "quotes: [{exact: so., start: 10, end: 13}]"),
     "11:22: quote-punctuation: exact ends with the article's full stop: end it before that, with end: 12"),
    ("quote-not-normalised", statement("summary: It is “e\u0301”.", "quotes: [{exact: e\u0301, start: 10, end: 12}]"),
     "11:22: quote-not-normalised: exact is not in Unicode form NFC, in which offsets count"),
    ("quotes-missing", statement("quotes:", "summary: It is so."), "7:11: quotes-missing: a mixed statement has quotes"),
    ("quotes-unexpected", statement("form: indirect"), "9:13: quotes-unexpected: an indirect statement has no quotes"),
    ("summary-missing", statement("form: indirect", "quotes:", "summary:"),
     "9:11: summary-missing: the summary of this indirect statement is to be written"),
    ("summary-unexpected", statement("form: direct"),
     "8:14: summary-unexpected: a direct statement is its own words: no summary beside them"),
    ("summary-quotes-differ", statement("summary: It is “not so”."),
     "11:14: summary-quotes-differ: the summary quotes “not so”, quotes: holds “so”"),
    ("summary-quotes-differ", statement("summary: It is so."),
     "11:14: summary-quotes-differ: the summary quotes nothing, quotes: holds “so”"),
    ("anchor-outside-text", statement().replace("kind: article", f"kind: article, text: {{sha256: {'a' * 64}, length: 19}}"),
     "11:29: anchor-outside-text: the anchor ends at 20, the text at 19"),
    ("unknown-reference", statement("attributed_to: [kin]"),
     "11:21: unknown-reference: no participant has the id “kin”; did you mean kim?"),
    ("unknown-reference", "topics: [{id: a, name: A, broader: b}]\n", "1:36: unknown-reference: no topic has the id “b”"),
    ("date-outside-meeting", statement("meeting: m", "date: 2017-11")
     + "meetings: [{id: m, name: M, kind: bilateral, date: 2017-10-23, end_date: 2017-10-24}]\n",
     "13:11: date-outside-meeting: 2017-11 is outside the meeting m, 2017-10-23 to 2017-10-24"),
    ("not-at-meeting", statement("meeting: m")
     + "meetings: [{id: m, name: M, kind: bilateral, date: 2017, participants: [lee]}]\n",
     "8:21: not-at-meeting: kim is not among the participants of m"),
    ("no-membership", statement("attributed_to: [jo]")
     .replace("participants:\n", "participants:\n  - {id: jo, name: Jo, kind: person, memberships: "
                                 "[{role: R, organization: O, until: 2016}]}\n"),
     "12:21: no-membership: no membership of jo covers 2017-10-23"),
    ("planned-in-past", statement("meeting: m")
     + "meetings: [{id: m, name: M, kind: bilateral, date: 2017-10-22, status: planned}]\n",
     "12:14: planned-in-past: m is planned, but lies before its source of 2017-10-23\n"
     "13:72: planned-in-past: planned for 2017-10-22, before every source of the archive"),
    ("topic-cycle", "topics:\n  - {id: a, name: A, broader: b}\n  - {id: b, name: B, broader: a}\n",
     "2:31: topic-cycle: its own broader topic: a → b → a\n3:31: topic-cycle: its own broader topic: b → a → b"),
    ("meeting-cycle", "meetings: [{id: a, name: A, kind: bilateral, date: 2017, part_of: a}]\n",
     "1:67: meeting-cycle: a part of itself: a → a"),
    ("source-cycle", "source: {id: s, publisher: P, date: 2017, kind: article, replaces: s}\n",
     "1:68: source-cycle: it replaces itself: s → s"),
    ("misplaced-archive", "archive: {title: Mine}\n",
     "1:1: misplaced-archive: archive: stands in archive.yaml at the archive's top, and nowhere else"),
    ("title-as-name", "participants:\n  - id: a\n    name: Han Min-koo\n    kind: person\n    country: KR\n"
     "    other_names: [Minister Han, South Korean Defense Minister]\n"
     "    memberships: [{role: Defense Minister, organization: South Korea}]\n",
     "6:33: title-as-name: “South Korean Defense Minister” is an office, found through memberships: remove it here"),
    ("look-alike", "participants:\n  - {id: a, name: Han Min-koo, kind: person}\n"
     "  - {id: b, name: Min Koo Han, kind: person}\n",
     "2:19: look-alike: goes by the name of b\n3:19: look-alike: goes by the name of a"),
    ("duplicate-id", "topics:\n  - {id: a, name: A}\nmeetings:\n  - {id: a, name: B, kind: bilateral, date: 2017}\n",
     "2:10: duplicate-id: “a” stands also in x.yaml:4\n4:10: duplicate-id: “a” stands also in x.yaml:2"),
]  # fmt: skip
