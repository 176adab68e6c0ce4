"""`verify`: every verdict, on texts of our own and on the article."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHIPPED, Run, Write

TEXT = (
    'They said "peace and friendship" and then "peace" again. He said that "it\'s war - or not."\n'
)
START = [11, 43, 71]
Verified = tuple[int, list[tuple[Any, ...]], str]
Verify = Callable[..., Verified]


def yaml_file(text: str = "") -> str:
    return f"""\
participants: [{{id: kim, name: Kim, kind: person}}]
source: {{id: s, publisher: P, date: 2017, kind: article{text}}}
statements:
  - id: s-1
    form: direct
    attributed_to: [kim]
    quotes:
      - {{exact: peace and friendship, start: 11, end: 31}}
      - {{exact: peace, start: 43, end: 48}}
    anchor: {{start: 10, end: 49}}
  - id: s-2
    form: direct
    attributed_to: [kim]
    quotes: [{{exact: "it's war - or not.", start: 71, end: 89}}]
    anchor: {{start: 70, end: 90}}
"""


@pytest.fixture
def verify(run: Run, write: Write, tmp_path: Path) -> Verify:
    """Verify the archive against a text; what came out, as rows of verdict, part and the rest."""

    def call(text: str | bytes, *arguments: str, yaml: str = yaml_file()) -> Verified:
        write({"x.yaml": yaml})
        texts = tmp_path / "texts"
        texts.mkdir(exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode()
        (texts / "s.txt").write_bytes(data)
        done = run("verify", "--texts", texts, "--format", "json", "--sort", "id", *arguments)
        rows = [
            (row["verdict"], row["statement"], row["part"], row["new_start"], row["detail"])
            for row in json.loads(done.out)
        ]
        return done.code, rows, done.err

    return call


def test_verbatim(verify: Verify) -> None:
    assert [TEXT[offset - 1] for offset in START] == ['"'] * 3
    code, rows, err = verify(TEXT)
    assert code == 0
    assert rows == [
        ("verbatim", "s-1", "quotation 1", 11, ""),
        ("verbatim", "s-1", "quotation 2", 43, ""),
        ("verbatim", "s-1", "passage", 10, "by the quotations around it"),
        ("verbatim", "s-2", "quotation", 71, ""),
        ("verbatim", "s-2", "passage", 70, "by the quotations around it"),
    ]
    assert err == (
        "alliance-archive: s: the archive has no fingerprint to hold the text against\n"
        "alliance-archive: 5 checked: 5 verbatim\n"
    )


def test_an_edition_with_a_paragraph_more_is_moved_whole(verify: Verify) -> None:
    code, rows, err = verify("A paragraph on peace.\n" + TEXT)
    assert code == 1
    assert [(verdict, start) for verdict, _, _, start, _ in rows] == [
        ("moved", 33), ("moved", 65), ("moved", 32), ("moved", 93), ("moved", 92),
    ]  # fmt: skip
    assert "5 checked: 5 moved\n" in err


def test_ambiguous(verify: Verify) -> None:
    statement = yaml_file().split("  - id: s-2")[0].replace(
        "      - {exact: peace and friendship, start: 11, end: 31}\n", "")  # fmt: skip
    code, rows, _ = verify('They want "peace", and "peace", and peace.', yaml=statement)
    assert code == 1
    assert rows[0] == ("ambiguous", "s-1", "quotation", None, "stands at 11, 24")
    # Among places that are alike, the one between quotation marks is the quotation.
    code, rows, _ = verify('They want peace, and "peace", and peace.', yaml=statement)
    assert rows[1] == ("moved", "s-1", "quotation", 22, "")


@pytest.mark.parametrize(
    ("old", "new", "detail"),
    [
        ("'", "’", "’ (U+2019) for ' (U+0027)"),
        (" - ", " – ", "– (U+2013) for - (U+002D)"),
        ("war - or", "war -  or", "U+0020 for nothing"),
        ("or not", "or\u00a0not", "U+00A0 for U+0020"),
        ("war", "ｗar", "ｗ (U+FF57) for w (U+0077)"),
        ("war", "wa\u00adr", "U+00AD for nothing"),
    ],
)
def test_typographic(verify: Verify, old: str, new: str, detail: str) -> None:
    code, rows, _ = verify(TEXT.replace(old, new))
    text = [row for row in rows if row[0] == "typographic"]
    assert code == 0
    assert text == [("typographic", "s-2", "quotation", 71, detail)]


@pytest.mark.parametrize(
    ("old", "new", "diff"),
    [
        ("friendship", "friendliness", "peace and [-friendship-] {+friendliness+}"),
        ("peace and friendship", "peace and true friendship", "peace and {+true+} friendship"),
        ("peace and friendship", "peace, friendship", "peace [-and-] {+,+} friendship"),
        ("peace and friendship", "Peace and friendship", "[-peace-] {+Peace+} and friendship"),
    ],
)
def test_altered(verify: Verify, old: str, new: str, diff: str) -> None:
    code, rows, _ = verify(TEXT.replace(old, new))
    assert code == 1
    assert [row for row in rows if row[0] == "altered"] == [
        ("altered", "s-1", "quotation 1", 11, diff)
    ]


def test_nothing_like_it(verify: Verify) -> None:
    code, rows, _ = verify("x" * 100)
    assert code == 1
    assert {(row[0], row[4]) for row in rows if row[2] != "passage"} == {
        ("altered", "nothing like it stands in the text")
    }


def test_without_a_text_nothing_is_proven(run: Run, write: Write, tmp_path: Path) -> None:
    write({"x.yaml": yaml_file()})
    done = run(
        "verify", "--texts", tmp_path, "--fields", "verdict,statement,detail", "--limit", "1"
    )
    assert (done.code, done.out) == (
        0,
        "Verdict     Statement  Detail\n"
        "unverified  s-1        no text at hand\n"
        "unverified  s-1        no text at hand\n"
        "unverified  s-1        no text at hand\n",
    )
    assert "3 checked: 3 unverified\n" in done.err
    assert run("verify", "--texts", "/nowhere").err == (
        "alliance-archive: no texts: /nowhere is not a folder\n"
    )


def test_the_fingerprint_tells_one_text_from_another(
    run: Run, verify: Verify, tmp_path: Path
) -> None:  # fmt: skip
    (tmp_path / "x.txt").write_bytes(TEXT.replace("\n", "\r\n").encode() + b"\r\n \r\n")
    printed = run("verify", "--fingerprint", tmp_path / "x.txt").out
    assert printed == (
        "text:\n  sha256: ae99c04c156ad4d9b71a80f3465663335795ad2538cc32e6304e478486688d8d\n"
        "  length: 90\n"
    )
    fingerprint = ", text: {" + ", ".join(printed.split("\n  ")[1:]).strip() + "}"
    assert (
        "the text is the one that was fingerprinted" in verify(TEXT, yaml=yaml_file(fingerprint))[2]
    )
    assert "another text than was fingerprinted: 91 code points, not 90" in verify(
        "x" + TEXT, yaml=yaml_file(fingerprint)
    )[2]  # fmt: skip
    assert "of the same length" in verify(TEXT.replace("He", "he"), yaml=yaml_file(fingerprint))[2]


def test_texts_that_are_none(run: Run, verify: Verify, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "x.txt").write_bytes(b"a\xffb")
    assert run("verify", "--fingerprint", texts / "x.txt").err == (
        f"alliance-archive: {texts}/x.txt is not UTF-8: byte 1 is no part of it\n"
    )
    assert run("verify", "--fingerprint", texts / "no.txt").code == 2
    assert run("verify", "--fingerprint", texts).err.startswith("alliance-archive: cannot read ")


@pytest.mark.skipif("ALLIANCE_ARCHIVE_TEXTS" not in os.environ, reason="needs the article's text")
def test_the_shipped_archive_is_verbatim(run: Run) -> None:
    done = run("verify", "--archive", SHIPPED)
    assert done.code == 0
    assert done.err == (
        "alliance-archive: yonhap-2017-10-23: the text is the one that was fingerprinted\n"
        "alliance-archive: 20 checked: 20 verbatim\n"
    )


def test_the_table_at_80_columns(run: Run, write: Write, tmp_path: Path) -> None:
    write({"x.yaml": yaml_file()})
    (tmp_path / "s.txt").write_text("A line.\n" + TEXT.replace("friendship", "war"))
    assert (
        run("verify", "--texts", tmp_path, "--limit", "1", COLUMNS="80").out
        == """\
Verdict  Statement, part, place  Words
─────────────────────────────────────────────────────────────────
altered  s-1                     peace and [-friendship-] {+war+}
         quotation 1 11-31
         now 19-32

moved    s-1                     “peace”
         quotation 2 43-48
         now 44-49

moved    s-1                     (by the quotations around it)
         passage 10-49
         now 11-50
"""
    )


def test_a_wrong_offset_is_not_hidden_by_the_right_text(
    run: Run, verify: Verify, tmp_path: Path
) -> None:  # fmt: skip
    """The text is the one fingerprinted, but the archive has a statement twenty places off."""
    (tmp_path / "x.txt").write_text(TEXT)
    printed = run("verify", "--fingerprint", tmp_path / "x.txt").out
    fingerprint = ", text: {" + ", ".join(printed.split("\n  ")[1:]).strip() + "}"
    yaml = yaml_file(fingerprint).replace("start: 71, end: 89", "start: 51, end: 69")
    code, rows, _ = verify(TEXT, yaml=yaml.replace("start: 70, end: 90", "start: 50, end: 70"))
    assert code == 1
    assert [row[:4] for row in rows if row[1] == "s-2"] == [
        ("moved", "s-2", "quotation", 71),
        ("moved", "s-2", "passage", 70),
    ]
