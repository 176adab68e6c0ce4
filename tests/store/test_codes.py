"""Each problem's code: the smallest archive that has it, and the whole report of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alliance_archive.check.codes import CODES
from alliance_archive.store import parse
from tests.conftest import Run, Write, without_the_parsers_words

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
    ("look-alike", "participants:\n  - {id: a, name: Han Min-koo, kind: person}\n"
     "  - {id: b, name: Min Koo Han, kind: person}\n",
     "2:19: look-alike: goes by the name of b\n3:19: look-alike: goes by the name of a"),
    ("duplicate-id", "topics:\n  - {id: a, name: A}\nmeetings:\n  - {id: a, name: B, kind: bilateral, date: 2017}\n",
     "2:10: duplicate-id: “a” stands also in x.yaml:4\n4:10: duplicate-id: “a” stands also in x.yaml:2"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "report"), CASES, ids=[case[0] for case in CASES])
def test_code(run: Run, write: Write, code: str, text: str | bytes, report: str) -> None:
    root = write({"x.yaml": text})
    done = run("check")
    printed = without_the_parsers_words(done.out).splitlines()
    heads = [line for line in printed if line.startswith(str(root))]
    assert "\n".join(line.removeprefix(f"{root}/x.yaml:") for line in heads) == report
    assert done.code == (1 if CODES[code].severity == "error" else 0)
    assert f": {code}" in report
    assert run("check", "--strict").code == 1


def test_what_the_cases_start_from_is_sound(run: Run, write: Write) -> None:
    write({"x.yaml": statement()})
    assert run("check") == (
        0,
        "",
        "alliance-archive: no problem; 1 statement, 1 source, 0 topics, 0 meetings, 2 participants\n",
    )


def test_codes_of_files_themselves(run: Run, write: Write, tmp_path: Path) -> None:
    root = write(
        {"good.yaml": "topics: []\n", "old.yml": "", "folder.yaml/in.yaml": "topics: []\n"}
    )
    (tmp_path / "elsewhere.yaml").write_text("topics: []\n")
    (root / "out.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (root / "loop.yaml").symlink_to(root / "loop.yaml")
    (root / "in.yaml").symlink_to(root / "good.yaml")
    os.mkfifo(root / "pipe.yaml")
    (root / os.fsdecode(b"\xff.yaml")).write_text("")
    done = run("check")
    assert done.code == 1
    assert done.out.replace(f"{root}/", "") == (
        "\\xff.yaml:0:0: file-name: a name that is not UTF-8\n"
        "folder.yaml:0:0: not-a-file: a folder, not a file\n"
        "loop.yaml:0:0: outside: a symbolic link to nothing, or in a circle\n"
        "old.yml:0:0: yml-ending: not read: files of the archive end in .yaml\n"
        "out.yaml:0:0: outside: a symbolic link out of the archive's folder\n"
        "pipe.yaml:0:0: not-a-file: a pipe, a socket or a device, not a file\n"
    )


def test_a_file_that_vanishes_or_may_not_be_read(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({"a.yaml": "topics: []\n", "b.yaml": "topics: []\n"})
    real = os.open

    def opened(path: object, *rest: object, **more: object) -> int:
        if str(path).endswith("a.yaml"):
            raise FileNotFoundError(2, "No such file or directory")
        if str(path).endswith("b.yaml"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", opened)
    done = run("check")
    assert done.out.replace(f"{root}/", "") == (
        "a.yaml:0:0: unreadable: cannot read the file: No such file or directory\n"
        "b.yaml:0:0: unreadable: cannot read the file: Permission denied\n"
    )


def test_too_large_and_too_many(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alliance_archive.store.read.MAX_BYTES", 100)
    monkeypatch.setattr(parse, "MAX_ERRORS", 2)
    root = write(
        {"a.yaml": "#" * 101, "b.yaml": f"topics: [{{id: a, name: A, note: [{'&a x, ' * 4}]}}]\n"}
    )
    done = run("check")
    assert [line.removeprefix(f"{root}/") for line in done.out.splitlines() if "yaml:" in line] == [
        "a.yaml:0:0: too-large: larger than 0 MiB",
        "b.yaml:1:34: anchor: an anchor (&a): not part of the format",
        "b.yaml:1:40: anchor: an anchor (&a): not part of the format",
        "b.yaml:1:46: too-many-problems: the rest of the file was not read",
    ]
    assert parse.MAX_BYTES == 32 * 2**20


def test_a_second_source(run: Run, write: Write) -> None:
    root = write({"x.yaml": SOURCE + SOURCE.replace("id: s", "id: t") + PEOPLE + STATEMENT})
    assert run("check").out.splitlines()[0] == (
        f"{root}/x.yaml:2:1: duplicate-key: “source” stands already in line 1"
    )
    assert run("statements", "--count").out == "0\n"


def test_every_code_has_its_case() -> None:
    elsewhere = {
        "unreadable",
        "not-a-file",
        "outside",
        "yml-ending",
        "file-name",
        "too-large",
        "too-many-problems",
    }
    assert {case[0] for case in CASES} | elsewhere == set(CODES)


def test_the_line_is_shown_with_a_caret(run: Run, write: Write) -> None:
    root = write({"x.yaml": "topics:\n  - {id: a, name: 한미동맹, broder: b}\n"})
    assert run("check").out == (
        f"{root}/x.yaml:2:25: unknown-key: “broder” is no field of this record: did you mean broader?\n"
        "     2 |   - {id: a, name: 한미동맹, broder: b}\n"
        "       |                             ^\n"
    )


def test_only_the_files_named_are_reported(run: Run, write: Write) -> None:
    root = write({"a.yaml": "topics: [{id: a}]\n", "b/c.yaml": "topics: [{id: b}]\n"})
    done = run("check", root / "b" / "c.yaml")
    assert done.out.splitlines()[0] == f"{root}/b/c.yaml:1:10: missing-field: “name” is missing"
    assert done.out.count("yaml:") == 1
    assert run("check", root / "a.yaml", root / "b/c.yaml").out.count("yaml:") == 2
    assert run("check", "README.md").err.startswith("alliance-archive: README.md is not in ")
    assert run("check", "nowhere.yaml") == (
        2,
        "",
        "alliance-archive: nowhere.yaml does not exist\n",
    )


def test_the_report_for_programs(run: Run, write: Write) -> None:
    root = write({"a.yaml": "topics: [{id: a}]\n"})
    assert run("check", "--format", "jsonl").out == (
        f'{{"path": "{root}/a.yaml", "line": 1, "column": 10, "code": "missing-field", '
        '"severity": "error", "message": "“name” is missing"}\n'
    )


def test_every_code_is_explained(run: Run) -> None:
    done = run("check", "--explain", "quote-length")
    assert done.out == (
        "quote-length (error)\n"
        "  end − start is not the number of code points in exact. Take both from the\n"
        "  same text.\n"
    )
    assert run("check", "--explain", "all").out.count(" (error)\n") > 30
    assert run("check", "--explain", "quote-lenth").err == (
        "alliance-archive: no problem has the code “quote-lenth”: did you mean quote-length?\n"
    )


def test_sound_records_answer_and_the_others_are_counted(run: Run, write: Write) -> None:
    write({"x.yaml": statement("attributed_to: [kin]").replace("name: Lee", "nam: Lee")})
    done = run("participants", "--fields", "id")
    assert (done.code, done.out) == (1, "ID\nkim\n")
    assert done.err == "alliance-archive: 2 records left out because of errors (see: check)\n"


def test_a_record_with_a_fault_of_its_own_is_no_unknown_reference(run: Run, write: Write) -> None:
    write({"x.yaml": statement().replace("name: Kim,", "")})
    done = run("statements", "--fields", "id,attributed_names")
    assert (done.code, done.out) == (1, "ID   Attributed to\ns-1  kim\n")


def test_problems_of_one_file_do_not_hide_those_between_files(run: Run, write: Write) -> None:
    root = write({"x.yaml": statement("attributed_to: [kin]", "form: derect")})
    done = run("check")
    codes = [line.split(": ")[1] for line in done.out.splitlines() if line.startswith(str(root))]
    assert codes == ["unknown-reference", "bad-value"]


def test_without_a_file_nothing_is_said_to_be_nowhere(run: Run, write: Write) -> None:
    root = write({"x.yaml": SOURCE + STATEMENT, "people.yaml": PEOPLE + "  - {"})
    done = run("check")
    printed = without_the_parsers_words(done.out).splitlines()
    assert [line for line in printed if line.startswith(str(root))] == [
        f"{root}/people.yaml:5:1: yaml-syntax"
    ]
