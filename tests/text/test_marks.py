"""More combining marks in a row than Unicode allows are refused before anything is normalized."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.text.folding import fold
from alliance_archive.text.marks import MOST_MARKS, TooManyMarks, marks_at, nfc
from tests.conftest import Run, Write

# Two marks that normalization puts into the other order.
TURNED = "\u0301\u0316"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("e" + TURNED * 15, None),
        ("e" + TURNED * 15 + "\u0301", 1),
        ("plain, then é" + TURNED * 16, 13),
        ("e" + TURNED * 15 + "e" + TURNED * 15, None),
        # one letter each to Unicode, but two marks when decomposed
        ("\u0f40" + "\u0f73\u0f75" * 16, 1),
        ("\uff76" + "\uff9e\u0301" * 16, 1),
        # invisible characters, which a search may drop, do not end a row
        ("e" + (TURNED * 3 + "\u200d") * 6, 1),
        ("e" + (TURNED * 3 + "\ufe0f") * 6, 1),
        ("e" + (TURNED * 3 + "\u00ad\u034f") * 6, 1),
        # punctuation and scripts that write vowels as marks
        ("… — …" * 40, None),
        ("。" * 40, None),
        ("पाकिस्तान की " * 40, None),
        ("בְּרֵאשִׁית " * 40, None),
        ("Việt Nam ".encode().decode() * 40, None),
    ],
)
def test_where_there_are_too_many(text: str, start: int | None) -> None:
    assert marks_at(text) == start


@given(st.text(alphabet="aé\u0301\u0316\u3099\u0f73\uff9e가 -。", max_size=200))
def test_what_passes_has_no_more_marks_in_a_row_in_any_form(text: str) -> None:
    if marks_at(text) is None:
        longest = run = 0
        for character in unicodedata.normalize("NFKD", text):
            run = run + 1 if unicodedata.combining(character) else 0
            longest = max(longest, run)
        # A mark that decomposes into two is counted once, and a letter may bring its own.
        assert longest <= 2 * MOST_MARKS + 3
        assert nfc(text) == unicodedata.normalize("NFC", text)


@pytest.fixture
def nothing_long_is_normalized(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail if a text is normalized that would take long; they are kept short here."""
    normalize = unicodedata.normalize

    def checked(form: str, text: str) -> str:
        assert marks_at(text) is None
        return normalize(form, text)

    monkeypatch.setattr(unicodedata, "normalize", checked)


@pytest.mark.usefixtures("nothing_long_is_normalized")
def test_searches_and_names(run: Run) -> None:
    many = "e" + TURNED * 16
    message = "more than 30 combining marks in a row at character 2: delete them"
    for arguments in (
        ("who", many),
        ("said", many),
        ("show", many),
        ("statements", "--match", many),
        ("statements", "--speaker", many),
        ("statements", "--country", many),
        ("phrases", "--speaker", many),
        ("compare", many, "KR"),
        ("statements", "--fields", many),
        (many,),
    ):
        done = run(*arguments)
        assert (done.code, done.out, done.err) == (2, "", f"alliance-archive: {message}\n"), (
            arguments
        )
    with pytest.raises(TooManyMarks, match=message):
        fold(many)


@pytest.mark.usefixtures("nothing_long_is_normalized")
def test_every_value_and_key_of_the_files(write: Write, run: Run) -> None:
    many = "e" + TURNED * 16
    root = write({
        "key.yaml": f"topics:\n  - {{id: a, {many}: A}}\n",
        "id.yaml": f"topics:\n  - {{id: {many}, name: A}}\n",
        "name.yaml": f"topics:\n  - {{id: b, name: {many}}}\n",
        "escaped.yaml": "topics:\n  - {id: c, name: \"e" + "\\u0301\\u0316" * 16 + "\"}\n",
        "list.yaml": f"participants:\n  - {{id: d, name: D, kind: person, other_names: [{many}]}}\n",
        "source.yaml": f"source: {{id: s, publisher: {many}, date: 2017, kind: article}}\n",
        "archive.yaml": f"archive: {{title: {many}}}\n",
    })  # fmt: skip
    message = "combining-marks: more than 30 combining marks in a row at character 2: delete them"
    done = run("check")
    lines = done.out.replace(f"{root}/", "").splitlines()
    places = {line.partition(": ")[0]: line.partition(": ")[2] for line in lines}
    assert done.code == 1
    assert {place: said for place, said in places.items() if "combining" in said} == dict.fromkeys(
        ["archive.yaml:1:18", "escaped.yaml:2:19", "id.yaml:2:10",
         "key.yaml:2:13", "list.yaml:2:50", "name.yaml:2:19",
         "source.yaml:1:28"], message)  # fmt: skip


@pytest.mark.usefixtures("nothing_long_is_normalized")
def test_texts_for_draft_and_verify(write: Write, run: Run, tmp_path: Path) -> None:
    text = tmp_path / "s.txt"
    text.write_text('SEOUL, Oct. 4 --\n"The tide é' + TURNED * 16 + ' is high," Mara Voss said.\n')
    message = f"alliance-archive: {text}:2:12: more than 30 combining marks in a row: delete them\n"
    options = ("--publisher", "P", "--date", "2021-10-04", "--no-known")
    assert run("draft", text, *options) == (2, "", message)
    assert run("draft", text, "--format", "json") == (2, "", message)
    assert run("verify", "--fingerprint", text) == (2, "", message)
    write({"s.yaml": "source: {id: s, publisher: P, date: 2017, kind: article}\nstatements:\n  - {id: s-1, "
           "form: direct, attributed_to: [], quotes: [{exact: tide, start: 22, end: 26}], "
           "anchor: {start: 0, end: 40}}\n"})  # fmt: skip
    done = run("verify", "--texts", tmp_path)
    assert done.code == 1
    assert f"{text}:2:12: more than 30 combining marks in a row: delete them" in done.err
