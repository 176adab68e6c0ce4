"""`verify`: every verdict, on our own texts and on the article."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.model.records import Fingerprint
from alliance_archive.text.differences import word_diff
from alliance_archive.text.typography import untypeset
from alliance_archive.verify import Claim, check_claims
from alliance_archive.verify.texts import SourceText
from tests.conftest import SHIPPED, TEXTS, Run, Write

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
    """Verify the archive against a text; return rows of verdict, part and the rest."""

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
        ("verbatim", "s-2", "quotation", 71, ""),
        ("in place", "s-1", "passage", 10, "judged by the quotations around it"),
        ("in place", "s-2", "passage", 70, "judged by the quotations around it"),
    ]
    assert err == (
        "alliance-archive: s: no fingerprint is recorded to compare the text with\n"
        "alliance-archive: 3 quotations: 3 verbatim; 2 passages: 2 in place\n"
    )


def test_an_added_paragraph_moves_all_quotations(verify: Verify) -> None:
    code, rows, err = verify("A paragraph on peace.\n" + TEXT)
    assert code == 1
    assert [(verdict, start) for verdict, _, _, start, _ in rows] == [
        ("moved", 33), ("moved", 65), ("moved", 32), ("moved", 93), ("moved", 92),
    ]  # fmt: skip
    assert "3 quotations: 3 moved; 2 passages: 2 moved\n" in err


def test_ambiguous(verify: Verify) -> None:
    statement = yaml_file().split("  - id: s-2")[0].replace(
        "      - {exact: peace and friendship, start: 11, end: 31}\n", "")  # fmt: skip
    code, rows, _ = verify('Kim wants "peace", and "peace", and peace.', yaml=statement)
    assert code == 1
    assert rows[0] == ("ambiguous", "s-1", "quotation", None, "found at 11, 24")
    # Among several places with the words, the one in quotation marks is the quotation.
    code, rows, _ = verify('Kim wants peace, and "peace", and peace.', yaml=statement)
    assert rows[1] == ("moved", "s-1", "quotation", 22, "")
    # So is one with the article's comma or period before the closing mark.
    for text in ('Kim wants peace, and "peace," and peace.', 'Kim wants peace, and "peace."'):
        code, rows, _ = verify(text, yaml=statement)
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


TWO_SPEAKERS = "Orlova said “we can win” on Monday. Wolan said “we can’t win” on Tuesday."


@pytest.mark.parametrize(
    ("exact", "text", "row"),
    [
        # Somebody else's words are not hers, typographic or not.
        ("we can't win", TWO_SPEAKERS, ("moved", 48, "’ (U+2019) for ' (U+0027)")),
        ("we can’t win", TWO_SPEAKERS, ("moved", 48, "")),
        (
            "we can't win",
            TWO_SPEAKERS + " Hale said “we can't win” on Friday.",
            ("ambiguous", None, "found at 48, 85"),
        ),
        # Altered words are compared with hers, though his are more alike.
        (
            "we cannot win now",
            TWO_SPEAKERS.replace("we can’t win", "we cannot win, now"),
            ("altered", 13, "we [-cannot-] {+can+} win [-now-]"),
        ),
    ],
)
def test_the_words_of_somebody_else(
    run: Run, write: Write, tmp_path: Path, exact: str, text: str, row: tuple[Any, ...]
) -> None:
    assert text.index("we can") == 13
    head = yaml_file().partition("    quotes:")[0]
    quote = f'    quotes: [{{exact: "{exact}", start: 13, end: {13 + len(exact)}}}]\n'
    write({"x.yaml": f"{head}{quote}    anchor: {{start: 0, end: 74}}\n"})
    (tmp_path / "s.txt").write_text(text)
    done = run("verify", "--texts", tmp_path, "--format", "json")
    found = next(row for row in json.loads(done.out) if row["part"] == "quotation")
    assert (done.code, (found["verdict"], found["new_start"], found["detail"])) == (1, row)


@pytest.mark.parametrize(
    ("exact", "text", "verdict"),
    [
        ("about 102 km", "about 10² km", "altered"),
        ("25 ships", "2⁵ ships", "altered"),
        ("1⁄2 of it", "½ of it", "altered"),
        ("H2O", "H₂O", "altered"),
        ("part 1", "part ①", "altered"),
        ("chapter IV", "chapter Ⅳ", "altered"),
        ("a cafe", "a café", "altered"),
        ("we wait.", "we wait…", "altered"),
        ("the of", "the oﬁ", "altered"),
        ("so well-known", "so wellknown", "altered"),
        ("we stay , all", "we stay, all", "altered"),
        ("the office", "the oﬃce", "typographic"),
        # the same in other sequences
        ("stay — all", "stay -- all", "typographic"),
        ("stay — all", "stay--all", "typographic"),
        ("stay — all", "stay—all", "typographic"),
        ("stay—all", "stay --- all", "typographic"),
        ("— all of", "-- all of", "typographic"),
        ("wait… then", "wait. . . then", "typographic"),
        ("wait ... then", "wait…then", "typographic"),
        ("wait….", "wait. . . .", "typographic"),
        ("a 'b' “c”", "a ‘b’ ''c''", "typographic"),
        ("quoi ? «oui»", "quoi\u202f? «\u00a0oui\u00a0»", "typographic"),
        # nothing to be seen
        ("日本と行く", "⽇本と⾏く", "typographic"),
        ("سلام", "\ufeb3\ufefc\ufee1", "typographic"),
        ("linchpin", "lin\u200bch\u2060pin\ufe0f", "typographic"),
        ("we wait...", "we wait…", "typographic"),
        ("ABC 12", "ＡＢＣ １２", "typographic"),
    ],
)
def test_other_characters_are_not_typography(
    run: Run, write: Write, tmp_path: Path, exact: str, text: str, verdict: str
) -> None:
    head = yaml_file().partition("    quotes:")[0]
    quote = f'    quotes: [{{exact: "{exact}", start: 1, end: {1 + len(exact)}}}]\n'
    write({"x.yaml": f"{head}{quote}    anchor: {{start: 0, end: 15}}\n"})
    (tmp_path / "s.txt").write_text(f"“{text}”, he said.")
    done = run("verify", "--texts", tmp_path, "--format", "json")
    code = 0 if verdict == "typographic" else 1
    assert (done.code, json.loads(done.out)[0]["verdict"]) == (code, verdict)


@pytest.mark.parametrize(
    ("old", "new", "diff"),
    [
        ("friendship", "friendliness", "peace and [-friendship-] {+friendliness+}"),
        ("peace and friendship", "peace and true friendship", "peace and {+true+} friendship"),
        ("peace and friendship", "peace, friendship", "peace[- and-] {+,+} friendship"),
        ("peace and friendship", "Peace and friendship", "[-peace-] {+Peace+} and friendship"),
    ],
)
def test_altered(verify: Verify, old: str, new: str, diff: str) -> None:
    code, rows, _ = verify(TEXT.replace(old, new))
    assert code == 1
    assert [row for row in rows if row[0] == "altered"] == [
        ("altered", "s-1", "quotation 1", 11, diff)
    ]


@pytest.mark.parametrize(
    ("exact", "text", "diff"),
    [
        ("we stay , all", "we stay, all", "we stay[- ,-] {+,+} all"),
        (
            "we stay all",
            "we st\u0430y all",
            "we [-stay-] {+st\u0430y+} all (\u0430 (U+0430) for a (U+0061))",
        ),
        ("we stay", "westay", "[-we stay-] {+westay+}"),
        ("stay", "\u0455tay", "[-stay-] {+\u0455tay+} (\u0455 (U+0455) for s (U+0073))"),
        ("it's a — war", "it’s a -- peace", "it's a — [-war-] {+peace+}"),
        ("the alli\u00adance stays", "the alliance, stays", "the alliance{+,+} stays"),
    ],
)
def test_every_alteration_is_seen(exact: str, text: str, diff: str) -> None:
    claim = Claim("s-1", "quotation", exact, 1, 1 + len(exact))
    (finding,) = check_claims([claim], SourceText(f"“{text}” he said.", None))
    assert (finding.verdict, finding.detail) == ("altered", diff)


SET = st.lists(
    st.sampled_from([*"ab-'\"“’—…. ,\u00a0\u200bﬁ", " -- ", ". . .", " — ", "''"]),
    min_size=1,
    max_size=12,
).map("".join)


@given(SET, SET)
def test_an_alteration_always_shows(old: str, new: str) -> None:
    if untypeset(old).text != untypeset(new).text:
        assert any(mark in word_diff(old, new) for mark in ("[-", "{+", "U+"))


@given(SET, SET, SET)
def test_words_are_found_in_any_typography(before: str, exact: str, after: str) -> None:
    text = SourceText(f"{before} x{exact}x {after}", None)
    start = len(before) + 1
    claim = Claim("s-1", "quotation", f"x{exact}x", start, start + len(exact) + 2)
    assert check_claims([claim], text)[0].verdict == "verbatim"
    end = text.folded.span_at(f"x{exact}x", start)
    assert end == (start, start + len(exact) + 2)


def test_a_part_of_a_word_has_not_moved() -> None:
    claim = Claim("s-1", "quotation", "so", 0, 2)
    (finding,) = check_claims([claim], SourceText("They also stayed.", None))
    assert finding.verdict == "altered"


REVIEW = "Kim said the deal was under review.\n\nLee called the rusty gate “ironclad” too."


@pytest.mark.parametrize(
    ("text", "verdict", "passage"),
    [
        (REVIEW, "elsewhere", "unverified"),
        (REVIEW.replace("Lee", "But Kim"), "moved", "moved"),
        # The end of the text has moved as far as the word.
        ("“Ironclad,” she said. " + REVIEW.replace("too", "t"), "moved", "moved"),
        (REVIEW.replace("ironclad", "iron clad"), "altered", "unverified"),
    ],
)
def test_a_single_word_in_another_speakers_sentence(text: str, verdict: str, passage: str) -> None:
    start = text.find("ironclad") - 22 if text.startswith("“") else 18
    claims = [
        Claim("s-1", "quotation", "ironclad", start, start + 8, ("Kim Example",)),
        Claim("s-1", "passage", None, 10, 27),
    ]
    findings = check_claims(claims, SourceText(text, Fingerprint("0" * 64, len(text) - 22)))
    assert [finding.verdict for finding in findings] == [verdict, passage]


def test_nothing_like_it(verify: Verify) -> None:
    code, rows, _ = verify("x" * 100)
    assert code == 1
    assert {(row[0], row[4]) for row in rows if row[2] != "passage"} == {
        ("altered", "nothing similar found in the text")
    }


FINGERPRINT = (
    ", text: {sha256: ae99c04c156ad4d9b71a80f3465663335795ad2538cc32e6304e478486688d8d, length: 90}"
)


def test_a_missing_text_is_named_and_fails(run: Run, write: Write, tmp_path: Path) -> None:
    write({"x.yaml": yaml_file(FINGERPRINT)})
    texts = tmp_path / "articles"
    texts.mkdir()
    missing = (
        f"alliance-archive: s: 3 quotations and 2 passages not checked: no text found at "
        f"{texts}/s.txt, and no other .txt there has its fingerprint. If one of them is this text, changed since: give it that name\n"
        "alliance-archive: 3 quotations: 3 unverified; 2 passages: 2 unverified\n"
    )
    assert run("verify", "--texts", texts) == (1, "", missing)
    assert run("verify", "--texts", texts, "--allow-missing") == (0, "", missing)
    assert run("verify", "--texts", texts, "--count").out == "0\n"
    # Programs get a row for each of them.
    done = run("verify", "--texts", texts, "--limit", "1", "--format", "csv")
    assert (done.code, done.out.splitlines()) == (
        1,
        [
            "verdict,statement,part,start,end,new_start,new_end,exact,detail",
            "unverified,s-1,quotation 1,11,31,,,peace and friendship,no text",
            "unverified,s-1,quotation 2,43,48,,,peace,no text",
            "unverified,s-1,passage,10,49,,,,no text",
        ],
    )


def test_a_source_that_records_no_text_does_not_fail(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    root = write({"x.yaml": yaml_file()})
    assert run("verify") == (
        0,
        "",
        "alliance-archive: s: 3 quotations and 2 passages not checked: its record has no “text:”, "
        f"and {root}/texts/s.txt does not exist\n"
        "alliance-archive: 3 quotations: 3 unverified; 2 passages: 2 unverified\n",
    )


def test_some_texts_are_there_and_others_not(run: Run, write: Write, tmp_path: Path) -> None:
    another = FINGERPRINT.replace("90}", "91}")
    other = yaml_file(another).replace("{id: s,", "{id: t,").replace("s-", "t-")
    write({"x.yaml": yaml_file(), "y.yaml": other.partition("\n")[2]})
    (tmp_path / "s.txt").write_text(TEXT)
    done = run("verify", "--texts", tmp_path, "--fields", "verdict,statement,part")
    assert (done.code, done.out) == (
        1,
        "Verdict   Statement  Part\n"
        "verbatim  s-1        quotation 1\n"
        "verbatim  s-1        quotation 2\n"
        "verbatim  s-2        quotation\n"
        "in place  s-1        passage\n"
        "in place  s-2        passage\n",
    )
    assert done.err == (
        "alliance-archive: s: no fingerprint is recorded to compare the text with\n"
        "alliance-archive: t: 3 quotations and 2 passages not checked: no text found at "
        f"{tmp_path}/t.txt, and no other .txt there has its fingerprint. If one of them is this text, changed since: give it that name\n"
        "alliance-archive: 6 quotations: 3 unverified, 3 verbatim; "
        "4 passages: 2 unverified, 2 in place\n"
    )


def test_a_text_that_cannot_be_read_leaves_the_others(
    run: Run, write: Write, tmp_path: Path
) -> None:
    other = yaml_file().replace("{id: s,", "{id: t,").replace("s-", "t-")
    third = yaml_file().replace("{id: s,", "{id: u,").replace("s-", "u-")
    write(
        {
            "x.yaml": yaml_file(),
            "y.yaml": other.partition("\n")[2],
            "z.yaml": third.partition("\n")[2],
        }
    )
    (tmp_path / "s.txt").write_bytes(b"Zo\xeb")
    (tmp_path / "t.txt").mkdir()
    (tmp_path / "u.txt").write_text(TEXT)
    done = run(
        "verify",
        "--texts",
        tmp_path,
        "--format",
        "csv",
        "--fields",
        "verdict,statement,part,detail",
    )
    assert done.code == 1
    assert done.out.splitlines() == [
        "verdict,statement,part,detail",
        *(
            f"unverified,{ident},{part},the text cannot be read"
            for ident, part in [
                ("s-1", "quotation 1"),
                ("s-1", "quotation 2"),
                ("s-1", "passage"),
                ("s-2", "quotation"),
                ("s-2", "passage"),
                ("t-1", "quotation 1"),
                ("t-1", "quotation 2"),
                ("t-1", "passage"),
                ("t-2", "quotation"),
                ("t-2", "passage"),
            ]
        ),
        "verbatim,u-1,quotation 1,",
        "verbatim,u-1,quotation 2,",
        "verbatim,u-2,quotation,",
        "in place,u-1,passage,judged by the quotations around it",
        "in place,u-2,passage,judged by the quotations around it",
    ]
    assert done.err == (
        "alliance-archive: s: 3 quotations and 2 passages not checked: "
        f"{tmp_path}/s.txt is not valid UTF-8 (bad byte at offset 2): save it as UTF-8\n"
        "alliance-archive: t: 3 quotations and 2 passages not checked: "
        f"cannot read {tmp_path}/t.txt: Is a directory\n"
        "alliance-archive: u: no fingerprint is recorded to compare the text with\n"
        "alliance-archive: 9 quotations: 6 unverified, 3 verbatim; 6 passages: 4 unverified, 2 in place\n"
    )


def test_a_folder_of_texts_that_is_not_there(run: Run, write: Write) -> None:
    write({"x.yaml": yaml_file()})
    assert run("verify", "--texts", "/nowhere") == (
        2,
        "",
        "alliance-archive: the folder of texts /nowhere does not exist\n",
    )
    assert run("verify", ALLIANCE_ARCHIVE_TEXTS="/dev/null") == (
        2,
        "",
        "alliance-archive: the folder of texts /dev/null (ALLIANCE_ARCHIVE_TEXTS) is not a folder\n",
    )


@pytest.mark.parametrize("linked", ["texts/s.txt", "texts"])
def test_no_link_is_followed_out_of_the_archive(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: str
) -> None:
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    root = write({"x.yaml": yaml_file()})
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "s.txt").write_text(TEXT)
    if linked == "texts":
        (root / "texts").symlink_to(mine)
    else:
        (root / "texts").mkdir()
        (root / linked).symlink_to(mine / "s.txt")
    done = run("verify")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(
        f"alliance-archive: s: 3 quotations and 2 passages not checked: {root}/texts/s.txt leads out "
        "of the archive through a symbolic link and is not read: replace the link with the file, or "
        "name the folder of texts with --texts DIR\n"
    )
    shown = run("show", "s-1")
    assert "is not read: replace the link" in shown.err
    assert "In the source" not in shown.out
    # A folder outside the archive is the user's own, with its links.
    (root / linked).unlink()
    (mine / "link").mkdir()
    (mine / "link" / "s.txt").symlink_to(mine / "s.txt")
    assert run("verify", "--texts", mine / "link").code == 0


def test_nothing_to_verify_if_nothing_matches(run: Run, write: Write, tmp_path: Path) -> None:
    write({"x.yaml": yaml_file()})
    done = run("verify", "--texts", tmp_path, "--match", "harbor")
    assert (done.code, done.out) == (0, "")
    assert done.err.count("\n") == 1  # nothing matches


def test_words_recorded_with_the_articles_comma_are_verbatim(
    run: Run, write: Write, tmp_path: Path
) -> None:
    text = 'Kim called it "long overdue," and left.'
    yaml = yaml_file().replace("form: direct", "form: mixed\n    summary: It is “long overdue,”.")
    head, _, _ = yaml.partition("    quotes:")
    quote = '    quotes: [{exact: "long overdue,", start: 15, end: 28}]\n    anchor: {start: 4, end: 29}\n'
    write({"x.yaml": head + quote})
    (tmp_path / "s.txt").write_text(text)
    done = run("verify", "--texts", tmp_path)
    assert done.code == 0
    assert "1 quotation: 1 verbatim; 1 passage: 1 in place\n" in done.err
    assert run("check").code == 0
    assert ": quote-punctuation: " in run("check").out


def test_the_fingerprint_distinguishes_texts(
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
        "the text matches the recorded fingerprint" in verify(TEXT, yaml=yaml_file(fingerprint))[2]
    )
    assert "the text does not match the recorded fingerprint: it has 91 code points, not 90" in verify(
        "x" + TEXT, yaml=yaml_file(fingerprint)
    )[2]  # fmt: skip
    assert (
        "but has the same length"
        in verify(TEXT.replace("He", "he"), yaml=yaml_file(fingerprint))[2]
    )


def test_files_that_are_not_texts(run: Run, verify: Verify, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "x.txt").write_bytes(b"a\xffb")
    assert run("verify", "--fingerprint", texts / "x.txt").err == (
        f"alliance-archive: {texts}/x.txt is not valid UTF-8 (bad byte at offset 1): save it as UTF-8\n"
    )
    assert run("verify", "--fingerprint", texts / "no.txt").code == 2
    assert run("verify", "--fingerprint", texts).err.startswith("alliance-archive: cannot read ")


def test_a_text_that_cannot_be_read_leaves_the_others_to_be_checked(
    run: Run, write: Write, tmp_path: Path
) -> None:
    other = yaml_file().partition("source:")[2].replace("id: s", "id: t")
    write({"x.yaml": yaml_file(), "y.yaml": f"source:{other}"})
    (tmp_path / "s.txt").write_bytes(b"a\xffb")
    (tmp_path / "t.txt").write_text(TEXT)
    done = run("verify", "--texts", tmp_path, "--allow-missing", "--fields", "verdict,statement")
    assert (done.code, done.out) == (
        1,
        "Verdict   Statement\nverbatim  t-1\nverbatim  t-1\nverbatim  t-2\n"
        "in place  t-1\nin place  t-2\n",
    )
    assert done.err == (
        f"alliance-archive: s: 3 quotations and 2 passages not checked: {tmp_path}/s.txt is not "
        "valid UTF-8 (bad byte at offset 1): save it as UTF-8\n"
        "alliance-archive: t: no fingerprint is recorded to compare the text with\n"
        "alliance-archive: 6 quotations: 3 unverified, 3 verbatim; 4 passages: 2 unverified, "
        "2 in place\n"
    )


@pytest.mark.skipif(not TEXTS, reason="needs the article's text")
def test_the_shipped_archive_is_verbatim(run: Run) -> None:
    done = run("verify", "--archive", SHIPPED, "--texts", TEXTS)
    assert done.code == 0
    assert done.err == (
        "alliance-archive: pentagon-2017-10-23: the text matches the recorded fingerprint\n"
        "alliance-archive: yonhap-2017-10-23: the text matches the recorded fingerprint\n"
        "alliance-archive: 9 quotations: 9 verbatim; 14 passages: 14 in place\n"
    )


def test_the_table_at_80_columns(run: Run, write: Write, tmp_path: Path) -> None:
    write({"x.yaml": yaml_file()})
    (tmp_path / "s.txt").write_text("A line.\n" + TEXT.replace("friendship", "war"))
    assert (
        run("verify", "--texts", tmp_path, "--limit", "1", COLUMNS="80").out
        == """\
Verdict  Statement, part, offsets  Words
───────────────────────────────────────────────────────────────────────
altered  s-1                       peace and [-friendship-] {+war+}
         quotation 1 11-31
         now 19-32

moved    s-1                       “peace”
         quotation 2 43-48
         now 44-49

moved    s-1                       (judged by the quotations around it)
         passage 10-49
         now 11-50
"""
    )


def test_a_wrong_offset_is_not_hidden_by_the_right_text(
    run: Run, verify: Verify, tmp_path: Path
) -> None:  # fmt: skip
    """The text matches the fingerprint, but a statement's offsets are off by twenty."""
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
