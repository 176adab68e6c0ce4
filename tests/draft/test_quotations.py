from __future__ import annotations

import pytest

from alliance_archive.draft.english.gazetteer import is_name
from alliance_archive.draft.quotations import Quotation, find_paragraphs, find_quotations


def quotations(text: str) -> list[Quotation]:
    return find_quotations(text, find_paragraphs(text), is_name)


def quoted(text: str) -> list[str]:
    return [text[quotation.inner.start : quotation.inner.end] for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," Orlova said. "We agree."', ["Yes,", "We agree."]),
        ("“Yes,” Orlova said. “We agree.”", ["Yes,", "We agree."]),
        ("''Yes,'' Orlova said.", ["Yes,"]),
        ("‘We agree,’ Orlova said of the ministers’ plan.", ["We agree,"]),
        ("It isn't the ministers' plan.", []),
        ("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"]),
        ("“She calls it “her” plan,” he said.", ["She calls it “her” plan,"]),
        ('“We agree," Orlova said.', ["We agree,"]),
        ('the 6" gun', []),
        ('"We agree, said Orlova. “We do not,” Quill said.', ["We do not,"]),
        ("", []),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_odd_mark_does_not_reach_beyond_its_paragraph() -> None:
    text = '"One mark too few here, he said at length.\n\n"We agree," Orlova said.'
    assert quoted(text)[-1] == "We agree,"


def test_numbered_lines_are_paragraphs_in_wrapped_text() -> None:
    text = "The ports of the\nnorth\nwill open as\nagreed:\n1. Decide to open.\n2. Agree to go."
    lines = [text[span.start : span.end] for span in find_paragraphs(text)]
    assert lines[-1] == "2. Agree to go."


def test_paragraphs_left_open_go_on() -> None:
    text = '"The first part is long,\n\n"the second is not," Orlova said.'
    assert quoted(text) == ["The first part is long,", "the second is not,"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Quist starred in the film "The Long Border" in May.', True),
        ('Hans "Iron" Weiss left.', True),
        ('the hacker known as "Stoat," left', True),
        ('the so-called "peace wall" fell', True),
        ('Quist said "the border is closed" and left.', False),
        ('the "cornerstone" of peace', False),
    ],
)
def test_titles_and_nicknames_are_names(text: str, name: bool) -> None:
    assert [quotation.name for quotation in quotations(text)] == [name]
