"""The labels of speakers: the words before the colon, and what they name."""

from __future__ import annotations

import pytest

from alliance_archive.draft.transcripts.labels import read_label
from alliance_archive.draft.transcripts.layout import is_transcript

SPEAKERS = [
    # label, office, name
    ("SECRETARY HALE", "SECRETARY", "HALE"),
    ("MINISTER OZOLIŅA (through translator)", "MINISTER", "OZOLIŅA"),
    ("PRESS SECRETARY MARA F. WHITLOCK", "PRESS SECRETARY", "MARA F. WHITLOCK"),
    ("Mr. Taro Okubo, Minister for Foreign Affairs", "Mr.; Minister for Foreign Affairs",
     "Taro Okubo"),
    ("FIONA HARGREAVES, MINISTER FOR DEFENCE", "MINISTER FOR DEFENCE", "FIONA HARGREAVES"),
    ("State Minister for Foreign Affairs Ren Nishida", "State Minister for Foreign Affairs",
     "Ren Nishida"),
    ("Director-General Jumeau", "Director-General", "Jumeau"),
    ("Lise Berg (NATO Spokesperson)", "NATO Spokesperson", "Lise Berg"),
    ("THE PRESIDENT", "PRESIDENT", ""),
    ("Press Secretary", "Press Secretary", ""),
    ("Mark Lindqvist", "", "Mark Lindqvist"),
    ("H.E. MR. SONG TAE-MIN", "MR.", "SONG TAE-MIN"),
    ("Mr. Terauchi Gen, Head of the Consular Bureau", "Mr.; Head of the Consular Bureau",
     "Terauchi Gen"),
    ("President of the Czech Republic Jan Berg", "President of the Czech Republic", "Jan Berg"),
    ("Minister of Foreign Affairs of North Macedonia",
     "Minister of Foreign Affairs of North Macedonia", ""),
    ("MINISTER KING", "MINISTER", "KING"),
    ("MODERATOR SUH", "MODERATOR SUH", "SUH"),
    ("Mr. al-Kindi", "Mr.", "al-Kindi"),
    ("Lê Hải Long, Deputy Director", "Deputy Director", "Lê Hải Long"),
    ("DR ELINA OZOLA, HARBOR INSTITUTE", "DR", "ELINA OZOLA"),
    ("Ann Holm, Government Spokesperson", "Government Spokesperson", "Ann Holm"),
    ("Ann Holm, spokesperson", "Spokesperson", "Ann Holm"),
    ("Ann Holm, Ambassador to the President", "Ambassador to the President", "Ann Holm"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "office", "name"), SPEAKERS)
def test_a_speaker_has_an_office_or_a_name(written: str, office: str, name: str) -> None:
    label = read_label(written)
    assert label is not None
    assert (label.role, label.office, label.name) == ("speaker", office, name)


REPORTERS = [
    # label, the reporter, the outlet
    ("Supplementary question Ehlers", "Ehlers", ""),
    ("ANN HOLM/RADYO NORTE", "ANN HOLM", "RADYO NORTE"),
    ("UNIDENTIFIED REPORTER", "", ""),
    ("J2", "", ""),
    ("Q", "", ""),
    ("QUESTION (Reuters)", "", "Reuters"),
    ("Journalist (Baltic News Service)", "", "Baltic News Service"),
    ("Question (Kim Su-jin, Yonhap)", "Kim Su-jin", "Yonhap"),
    ("Question from Beth Rigg (Sky News)", "Beth Rigg", "Sky News"),
    ("NHK, Takashima", "Takashima", "NHK"),
    ("Hokuriku Shimpo, Takashima", "Takashima", "Hokuriku Shimpo"),
    ("Ann Holm, TVO-News24", "Ann Holm", "TVO-News24"),
    ("Toba, Nippon TV", "Toba", "Nippon TV"),
    ("REPORTER 2", "", ""),
    ("China Daily", "", "China Daily"),
]


@pytest.mark.parametrize(("written", "name", "outlet"), REPORTERS)
def test_an_outlet_is_never_the_speaker(written: str, name: str, outlet: str) -> None:
    label = read_label(written)
    assert label is not None
    assert (label.role, label.name, label.outlet) == ("question", name, outlet)


@pytest.mark.parametrize(
    "written",
    ["Date", "SUBJECTS", "One thing", "The answer is simple", "What we agreed today is this",
     "And on the dispute over licenses, Minister", "We met on the North Sea", "P.M", "TAMPA, Fla. –", "Her report says", "REMARKS BY PRESIDENT ALVAREZ"],
)  # fmt: skip
def test_words_before_a_colon_are_not_all_labels(written: str) -> None:
    assert read_label(written) is None


@pytest.mark.parametrize(
    ("remark", "interpreter"),
    [("(through translator)", True), ("(via interpreter)", True), ("(in English)", False),
     ("(in Korean; via interpreter)", True), ("", None)],
)  # fmt: skip
def test_a_remark_says_whether_an_interpreter_speaks(remark: str, interpreter: bool | None) -> None:
    label = read_label(f"MINISTER OZOLIŅA {remark}")
    assert label is not None
    assert label.interpreter is interpreter


def test_an_article_that_lists_names_with_colons_is_not_a_transcript() -> None:
    article = (
        "The count in the race so far. It takes 40 votes to win it.\n"
        "Ann Holm: 12\nPer Berg: 14\nHolm: 3\nBerg: 4\n"
    )
    assert not is_transcript(article)
