"""For each problem code, the smallest archive that has it, and the complete report."""

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
    """Return the sound statement with lines replaced: "form: direct" replaces its form."""
    text = STATEMENT
    for change in changes:
        key = change.partition(":")[0]
        lines = [line for line in text.splitlines() if not line.strip().startswith(f"{key}:")]
        text = "\n".join([*lines, *([f"    {change}"] if change.partition(":")[2] else [])]) + "\n"
    return PEOPLE + SOURCE + text


def two_reports(first: str, second: str) -> str:
    """Return two statements with one act, each with a line of its own."""
    one = statement("act: a-1", first)
    changed = statement("act: a-1", second)
    return one + changed[changed.index("  - id: ") :].replace("id: s-1", "id: s-2", 1)


# The problem's code, the file, and what `check` reports.
CASES: list[tuple[str, str | bytes, str]] = [
    ("encoding", b"topics:\n  - {id: a, name: \xff}\n", "2:19: encoding: the file is not UTF-8: save it as UTF-8"),
    ("encoding", "topics: []\n".encode("utf-16"), "1:1: encoding: the file is UTF-16: save it as UTF-8"),
    ("control-character", b"topics: []\n# a\x00b\n", "2:4: control-character: the control character U+0000: delete it"),
    ("control-character", 'topics: [{id: a, name: "\\e[31mred"}]\n',
     "1:24: control-character: the text contains the control character U+001B: delete it"),
    ("combining-marks", "topics: [{id: a, name: \"A\", note: \"bé" + "\u0301\u0316" * 16 + "\"}]\n",
     "1:35: combining-marks: more than 30 combining marks in a row at character 3: delete them"),
    ("bidi-control", 'topics: [{id: a, name: "a\\u202eb"}]\n',
     "1:24: bidi-control: the text contains the invisible direction mark U+202E: delete it if unintended"),
    ("invisible-character", "topics: [{id: a, name: lin\u200bchpin}]\n",
     "1:27: invisible-character: the text contains the invisible character U+200B after “lin”: delete it if unintended"),
    ("invisible-character", "topics:\n  - id: a\n    name: \"a\n      b\u00adc\ufeff d\"\n",
     "4:8: invisible-character: the text contains the invisible characters U+00AD, U+FEFF after “b”: delete them if unintended"),
    ("invisible-character", "topics: [{id: a, name: می\u200cخواهم 👩\u200d👩 ⚠\ufe0f, note: \"a\\u200cb\"}]\n",
     "1:47: invisible-character: the text contains the invisible character U+200C after “a”: delete it if unintended"),
    ("conflict-marker", statement("quotes:", "form: indirect", 'summary: "So\n<<<<<<< HEAD\n    it is\n=======\r\n    it is not\n>>>>>>> kim\n     now."'),
     "\n".join(f"{line}:1: conflict-marker: an unresolved merge: keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>" for line in (11, 13, 15))),
    ("cut-off", statement("quotes:", "form: indirect", "summary: It is priority #1, and more.", "note: #1", "cue: said  # so"),
     "10:29: cut-off: “#1, and more.” is a comment and not part of the value: put the value in quotation marks, or write two spaces before the # and one after it\n11:11: cut-off: “#1” is a comment and not part of the value: put the value in quotation marks, or write two spaces before the # and one after it"),
    ("cut-off", statement('note: "So" #1', "status: reviewed #1", "form: mixed # ours", "as_given: He # ours"),
     "11:16: cut-off: “#1” is a comment and not part of the value: put the value in quotation marks, or write two spaces before the # and one after it\n12:22: cut-off: “#1” is a comment and not part of the value: put the value in quotation marks, or write two spaces before the # and one after it\n14:18: cut-off: “# ours” is a comment and not part of the value: put the value in quotation marks, or write two spaces before the # and one after it"),
    ("misread", 'topics:\n  - id: a\n    name: "A\n    kind: issue\n    note: see above"\n',
     "3:11: misread: this quotation mark is closed only in line 5, and “kind: issue” in line 4 is part of the value: close it where the value ends, or indent that line further"),
    ("misread", "topics:\n  - id: a\n    name: A\n    other_names:\n      - B\n       - C\n",
     "5:9: misread: “- C” in line 6 is part of this value: begin it in the column in which its list or record does, or put the value in quotation marks"),
    ("misread", "topics:\n  - id: a\n    name: A\n      kind:issue\n",
     "3:11: misread: “kind:issue” in line 4 is part of this value: begin it in the column in which its list or record does, or put the value in quotation marks"),
    ("misread", "topics:\n  - id: a\n    name: A trilat-\n      eral pact\n",
     "3:11: misread: a space follows “trilat-” at the end of line 3: join the word"),
    ("misread", "topics: [{id: a, name: 'A \\\"b\\\"', other_names: [A; B], note: \"it''s\"}]\n",
     "1:24: misread: the backslash of “\\\"” is kept: delete it, or use double quotes\n"
     "1:49: misread: “;” does not separate entries: write a comma, or quote the entry\n"
     "1:62: misread: “''” is two marks here: write one"),
    ("misread", "topics:\n  - {id: a, name: ~}\n  - id: b\n    name: |\n      B\n      C\n    note: A\tB\n",
     "2:19: misread: “~” is text here: leave the value out, or put it in quotation marks\n"
     "4:11: misread: | keeps the ends of the lines in the text: write > instead\n"
     "7:11: misread: the text contains a tab: write a space"),
    ("yaml-syntax", "topics: [\n", "1:9: yaml-syntax: this bracket is never closed: add the missing ]"),
    ("duplicate-key", "topics:\n  - id: a\n    name: A\n    name: B\n",
     "4:5: duplicate-key: duplicate key “name” (first on line 3)"),
    ("anchor", "topics: [{id: a, name: &x A}]\n", "1:24: anchor: YAML anchors such as &x are not allowed: delete &x, or put text that begins with & in quotation marks"),
    ("alias", "topics: [{id: a, name: &x A, note: *x}]\n",
     "1:24: anchor: YAML anchors such as &x are not allowed: delete &x, or put text that begins with & in quotation marks\n1:36: alias: YAML aliases such as *x are not allowed: write the value itself, or put text that begins with * in quotation marks"),
    ("tag", "topics: [{id: a, name: !!str A}]\n",
     "1:24: tag: YAML tags such as !!str are not allowed: delete !!str, or put text that begins with ! in quotation marks"),
    ("several-documents", "topics: []\n---\ntopics: []\n",
     "2:1: several-documents: a second YAML document: move what follows --- to another file"),
    ("too-deep", f"topics: {'[' * 99}{']' * 99}\n", "1:21: too-deep: nested more than 12 levels deep"),
    ("wrong-type", "topics: {id: a, name: A}\n", "1:9: wrong-type: topics: must be a list: begin each record with a dash"),
    ("wrong-type", "topics: [{id: a, name: [A]}]\n", "1:24: wrong-type: expected text, not a list: put text that contains a colon or begins with [ or { in quotation marks"),
    ("wrong-type", "source: [a]\n", "1:1: wrong-type: source: must be one record"),
    ("wrong-type", "topics: [a, {id: a, name: A, members: KR}]\n",
     "1:10: wrong-type: expected fields, each written as key: value\n1:39: wrong-type: expected a list: [a, b], or [] for none"),
    ("wrong-type", "- a\n", "1:1: wrong-type: a file must begin with a section, such as topics:"),
    ("unknown-key", "topics: [{id: a, name: A, broder: b}]\n",
     "1:27: unknown-key: unknown field “broder”: did you mean broader?"),
    ("unknown-key", "topic: []\n", "1:1: unknown-key: unknown section “topic”: did you mean topics:?"),
    ("missing-field", "topics: [{id: a}]\n", "1:10: missing-field: the required field “name” is missing"),
    ("empty-value", "topics: [{id: a, name: }]\n",
     "1:24: empty-value: the value is missing: write one, or delete the key if it is optional"),
    ("bad-id", "topics: [{id: ../../x, name: A}]\n",
     "1:15: bad-id: invalid id “../../x”: use a–z, 0–9 and hyphens, such as x"),
    ("bad-id", "topics:\n  - {id: Kim_Séo, name: A}\n  - {id: 김, name: A}\n",
     "2:10: bad-id: invalid id “Kim_Séo”: use a–z, 0–9 and hyphens, such as kim-seo\n"
     "3:10: bad-id: invalid id “김”: use a–z, 0–9 and hyphens, such as kim-1"),
    ("bad-value", "topics: [{id: a, name: A, kind: aliance}]\n",
     "1:33: bad-value: kind must be alliance, issue or cooperation, not “aliance”"),
    ("bad-date", "meetings: [{id: a, name: A, kind: bilateral, date: 2017-02-30}]\n",
     "1:52: bad-date: “2017-02-30” is not a date: February 2017 has 28 days"),
    ("bad-country", "topics: [{id: a, name: A, members: [UK]}]\n",
     "1:37: bad-country: unknown country code “UK”: write GB"),
    ("bad-country", "topics: [{id: a, name: A, members: [kr, Ruritania]}]\n",
     "1:37: bad-country: unknown country code “kr”: write KR\n"
     "1:41: bad-country: unknown country code “Ruritania”: use an ISO 3166-1 alpha-2 code, such as KR"),
    ("bad-number", statement("anchor: {start: 05, end: 20}"),
     "11:21: bad-number: invalid number “05”: write a whole number, such as 120"),
    ("bad-fingerprint", "source: {id: s, publisher: P, date: 2017, kind: article, text: {sha256: AB, length: 1}}\n",
     "1:73: bad-fingerprint: invalid SHA-256 “AB”: copy it from alliance-archive verify --fingerprint FILE"),
    ("bad-url", "source: {id: s, publisher: P, date: 2017, kind: article, url: 'javascript:alert(1)'}\n",
     "1:63: bad-url: invalid address “javascript:alert(1)”: begin it with http:// or https://, without spaces"),
    ("bad-language", "source: {id: s, publisher: P, date: 2017, kind: article, language: English}\n",
     "1:68: bad-language: invalid language “English”: use a BCP 47 tag, such as en or ko"),
    ("date-order", "meetings: [{id: a, name: A, kind: bilateral, date: 2017-10, end_date: 2017-09}]\n",
     "1:71: date-order: end_date 2017-09 is before date 2017-10"),
    ("date-order", "participants: [{id: a, name: A, kind: person, memberships: "
     "[{role: R, organization: O, since: 2017, until: 2016}]}]\n",
     "1:108: date-order: until 2016 is before since 2017"),
    ("no-source", STATEMENT.replace("[kim]", "[]"), "2:5: no-source: these statements need a source: add a section source: to this file"),
    ("anchor-order", statement("anchor: {start: 20, end: 20}", "form: indirect", "quotes:", "summary: So."),
     "8:30: anchor-order: the passage must end after it begins: start is 20, end 20"),
    ("quote-length", statement("quotes: [{exact: so, start: 10, end: 13}]"),
     "11:22: quote-length: exact has 2 characters, but from start 10 to end 13 there are 3"),
    ("quote-outside-anchor", statement("anchor: {start: 11, end: 20}"),
     "10:33: quote-outside-anchor: the quotation at 10–12 is outside the passage, which is 11–20"),
    ("quote-overlap", statement("form: direct", "summary:",
     "quotes: [{exact: so, start: 10, end: 12}, {exact: ok, start: 11, end: 13}]"),
     "10:66: quote-overlap: this quotation begins at 11, before the previous one ends at 12"),
    ("quote-punctuation", statement("form: direct", "summary:", "quotes: [{exact: 'So,', start: 10, end: 13}]"),
     "10:22: quote-punctuation: exact ends with the article's comma: remove it, and write end: 12"),
    ("quote-punctuation", statement("summary: It is “so.”", "quotes: [{exact: so., start: 10, end: 13}]"),
     "11:22: quote-punctuation: exact ends with the article's period: remove it, and write end: 12"),
    ("quote-not-normalized", statement("summary: It is “e\u0301”.", "quotes: [{exact: e\u0301, start: 10, end: 12}]"),
     "11:22: quote-not-normalized: exact is not in Unicode form NFC, in which offsets count: convert it to NFC"),
    ("quotes-missing", statement("quotes:", "summary: It is so."), "7:11: quotes-missing: a mixed statement needs at least one quote; this one has none"),
    ("quotes-unexpected", statement("form: indirect"), "9:13: quotes-unexpected: an indirect statement must not have quotes; make it mixed or direct"),
    ("summary-missing", statement("form: indirect", "quotes:", "summary:"),
     "9:11: summary-missing: an indirect statement needs a summary; this one has none"),
    ("summary-unexpected", statement("form: direct"),
     "8:14: summary-unexpected: a direct statement must not have a summary; delete it, or make it mixed"),
    ("resolution-unexpected", statement("resolution: {by: pronoun}"),
     "12:17: resolution-unexpected: resolution is for drafts: delete it, or write status: draft"),
    ("summary-quotes-differ", statement("summary: It is “not so”."),
     "11:14: summary-quotes-differ: the words in “ ” in the summary must be exactly “so”, not “not so”"),
    ("summary-quotes-differ", statement("summary: It is so."),
     "11:14: summary-quotes-differ: the summary must contain the quoted words in “ ”: “so”"),
    ("summary-quotes-differ", statement("form: indirect", "quotes:"),
     "8:14: summary-quotes-differ: the summary has “so”, but the statement has no quotes: delete the marks"),
    ("summary-quotes-differ", statement("form: indirect", "quotes:", "summary: It is “so."),
     "10:14: summary-quotes-differ: the summary has a quotation mark, but the statement has no quotes: delete the marks"),
    ("summary-quotes-differ", statement("summary: It is “so” and “on."),
     "11:14: summary-quotes-differ: a quotation mark in the summary has no counterpart: write “ and ”"),
    ("summary-quotes-differ", statement("form: indirect", "quotes:", 'summary: Said "we are all going to die".'),
     '10:14: summary-quotes-differ: the summary has "we are all going to die", but the statement has no quotes: delete the marks'),
    ("summary-quotes-differ", statement('summary: It is “so” and "a stupid folly".'),
     '11:14: summary-quotes-differ: the words in “ ” in the summary must be exactly “so”, not “so” and "a stupid folly"'),
    ("anchor-outside-text", statement().replace("kind: article", f"kind: article, text: {{sha256: {'a' * 64}, length: 19}}"),
     "11:29: anchor-outside-text: the passage ends at 20, but the text ends at 19"),
    ("unknown-reference", statement("attributed_to: [kin]"),
     "11:21: unknown-reference: unknown participant “kin”: add it to x.yaml, or use kim"),
    ("unknown-reference", "topics: [{id: a, name: A, broader: b}]\n", "1:36: unknown-reference: unknown topic “b”: add it to x.yaml"),
    ("unknown-reference", statement("status: draft", "resolution: {by: name, or: [kin]}"),
     "13:33: unknown-reference: unknown participant “kin”: add it to x.yaml, or use kim"),
    ("unknown-reference", statement("meeting: talks"),
     "12:14: unknown-reference: unknown meeting “talks”: add it to meetings: in any file"),
    ("unknown-reference", statement("attributed_to: [kim-1]").replace("id: kim,", "id: kim-2,").replace("id: lee,", "id: kim-3,"),
     "11:21: unknown-reference: unknown participant “kim-1”: add it to x.yaml, or use one of: kim-2, kim-3"),
    ("unknown-reference", statement("attributed_to: [kim]").replace("id: kim,", "id: kim-jong-un,"),
     "11:21: unknown-reference: unknown participant “kim”: add it to x.yaml, or use kim-jong-un"),
    ("unknown-reference", SOURCE.replace("article}", "article, replaces: x}"),
     "1:74: unknown-reference: unknown source “x”: add it in a file of its own"),
    ("unknown-reference", statement("in_reply_to: s-2"),
     "12:18: unknown-reference: unknown statement “s-2”: add it below its source, or use s-1"),
    ("date-outside-meeting", statement("meeting: m", "date: 2017-09")
     + "meetings: [{id: m, name: M, kind: bilateral, date: 2017-10-23, end_date: 2017-10-24}]\n",
     "13:11: date-outside-meeting: 2017-09 is outside the dates of the meeting m (2017-10-23 to 2017-10-24)"),
    ("not-at-meeting", statement("meeting: m")
     + "meetings: [{id: m, name: M, kind: bilateral, date: 2017, participants: [lee]}]\n",
     "8:21: not-at-meeting: kim is not among the participants of m: add kim there, or explain it in note"),
    ("no-membership", statement("attributed_to: [jo]")
     .replace("participants:\n", "participants:\n  - {id: jo, name: Jo, kind: person, memberships: "
                                 "[{role: R, organization: O, until: 2016}]}\n"),
     "12:21: no-membership: no membership of jo covers 2017-10-23: add one, or correct its dates"),
    ("later-than-source", statement("date: 2017-10-25"),
     "12:11: later-than-source: 2017-10-25 is later than the source that reports it (2017-10-23): correct one of the dates"),
    ("later-than-source", statement("meeting: m")
     + "meetings: [{id: m, name: M, kind: bilateral, date: 2017-10-25}]\n",
     "12:14: later-than-source: m was held on 2017-10-25, later than the source that reports it (2017-10-23): correct one of the dates, or set status: planned"),
    ("planned-date-passed",
     "meetings: [{id: m, name: M, kind: bilateral, date: 2017-10-22, end_date: 2017-10-23, status: planned}]\n",
     "1:94: planned-date-passed: planned for 2017-10-22 to 2017-10-23, which has passed: once it is reported, set status: held"),
    ("planned-in-past", statement("meeting: m")
     + "meetings: [{id: m, name: M, kind: bilateral, date: 2017-10-22, status: planned}]\n",
     "12:14: planned-in-past: m is planned, but ends before the date of the source (2017-10-23): correct the date, or set status: held\n"
     "13:72: planned-in-past: planned for 2017-10-22, before the date of every source in the archive: correct the date, or set status: held"),
    ("topic-cycle", "topics:\n  - {id: a, name: A, broader: b}\n  - {id: b, name: B, broader: a}\n",
     "2:31: topic-cycle: the topic is broader than itself: a → b → a\n3:31: topic-cycle: the topic is broader than itself: b → a → b"),
    ("meeting-cycle", "meetings: [{id: a, name: A, kind: bilateral, date: 2017, part_of: a}]\n",
     "1:67: meeting-cycle: the meeting is part of itself: a → a"),
    ("source-cycle", "source: {id: s, publisher: P, date: 2017, kind: article, replaces: s}\n",
     "1:68: source-cycle: the source replaces itself: s → s"),
    ("misplaced-archive", "archive: {title: Mine}\n",
     "1:1: misplaced-archive: archive: is allowed only in archive.yaml at the top of the archive: move it there"),
    ("title-as-name", "participants:\n  - id: a\n    name: Han Min-koo\n    kind: person\n    country: KR\n"
     "    other_names: [Minister Han, South Korean Defense Minister]\n"
     "    memberships: [{role: Defense Minister, organization: South Korea}]\n",
     "6:33: title-as-name: “South Korean Defense Minister” is an office, found through memberships: remove it here"),
    ("look-alike", "participants:\n  - {id: a, name: Han Min-koo, kind: person}\n"
     "  - {id: b, name: Min Koo Han, kind: person}\n",
     "2:19: look-alike: same name as b: if they are the same, keep only one record\n3:19: look-alike: same name as a: if they are the same, keep only one record"),
    ("duplicate-id", "topics:\n  - {id: a, name: A}\nmeetings:\n  - {id: a, name: B, kind: bilateral, date: 2017}\n",
     "2:10: duplicate-id: id “a” is also used at x.yaml:4: rename one of them\n4:10: duplicate-id: id “a” is also used at x.yaml:2: rename one of them"),
    ("act-id", statement("act: kim"),
     "12:10: act-alone: no other statement reports kim\n12:10: act-id: “kim” is the id of a record: give the act another id"),
    ("act-alone", statement("act: a-1"),
     "12:10: act-alone: no other statement reports a-1"),
    ("act-dates", two_reports("date: 2017-10-20", "date: 2017-10-23"),
     "20:10: act-dates: 2017-10-23 is more than a day from the date of s-1 (2017-10-20), which has the same act: correct a date, or remove the act from one of them"),
    ("act-meetings", two_reports("meeting: m", "meeting: n")
     + "meetings:\n  - {id: m, name: M, kind: bilateral, date: 2017-10-23}\n  - {id: n, name: N, kind: bilateral, date: 2017-10-23}\n",
     "20:10: act-meetings: made at n, but s-1, which has the same act, at m"),
    ("act-people", two_reports("note: one", "attributed_to: [lee]"),
     "19:10: act-people: nobody in common with s-1, which has the same act"),
    ("act-denied", two_reports("not_act: [s-2]", "note: two"),
     "20:10: act-denied: s-1 has the same act, but not_act says that it reports another"),
]  # fmt: skip
