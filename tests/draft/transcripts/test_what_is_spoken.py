"""What a transcript has that nobody says: page numbers, stage directions, notes, credits."""

from __future__ import annotations

import textwrap

import pytest

from alliance_archive.draft.readers.transcript import read_transcript

HEADING = "Press conference by Minister of Defence Elina Ozola\n\nRiga, 14 March 2031\n\n"
SAID = [
    "We agreed this morning that the two services will share their picture. It took us four years.",
    "The second point is the harbor. It will be dredged by May, and we pay for it with our friends.",
    "Will the squadron leave in September?",
    "That is not what I said in March, and I did not say it in April.",
]
PARTS = [f"MINISTER OZOLA: {SAID[0]}", SAID[1], f"Q: {SAID[2]}", f"MINISTER OZOLA: {SAID[3]}"]


def said(text: str) -> list[str]:
    """Return the words of each turn, unwrapped."""
    turns = read_transcript(text).attributions
    return [" ".join(text[turn.anchor.start : turn.anchor.end].split()) for turn in turns]


@pytest.mark.parametrize(
    "foot",
    ["END", "[ENDS]", "# # #", "-30-", "—ooOoo—", "END 2:41 P.M. EDT", "© Ministry 2031",
     "(The press conference ended at 2:41 p.m.)", "The press conference concluded at 14.41.",
     "Press office\n+371 000 000\npress@example.org", "Media contact: Jan Berg, +371 000 000",
     "About the Ministry\nIt is responsible for the armed forces.", "Back to top",
     "Note: The minister misspoke; it is dredged by June.", "[1] Corrected by the ministry.",
     "MINISTRY OF DEFENCE\nRIGA\n14 MARCH 2031", "11:26 A.M. EDT"],
)  # fmt: skip
def test_what_follows_the_last_turn_is_not_spoken(foot: str) -> None:
    assert said(f"{HEADING}{chr(10).join(PARTS)}\n\n{foot}\n") == SAID


@pytest.mark.parametrize(
    "note",
    ["Check against delivery", "Home > News > Transcripts", "E&OE", "Subjects: Ships, fuel",
     "[The press conference began at 2:10 p.m.]", "(Start of transcript)",
     "Minister of Defence Elina Ozola spoke to the press in Riga. Read the transcript here.",
     "The following is an unofficial translation that the ministry made for the press of Riga."],
)  # fmt: skip
def test_what_is_above_the_first_turn_is_not_spoken(note: str) -> None:
    assert said(f"{HEADING}{note}\n\n{chr(10).join(PARTS)}\n") == SAID


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize(
    "furniture",
    ["(Laughter.)", "<laughter>", "Page 2 of 5", "- 2 -", "Questions and answers", "* * *",
     "II. The harbor", "1. Visit of the squadron", "[Photo: The ministers in Riga]"],
)  # fmt: skip
def test_what_comes_between_is_not_spoken(furniture: str, at: int) -> None:
    assert said(HEADING + "\n\n".join([*PARTS[:at], furniture, *PARTS[at:]])) == SAID


@pytest.mark.parametrize("margin", ["", "     "])
def test_wrapped_lines_are_one_paragraph(margin: str) -> None:
    turns = "\n\n".join(textwrap.fill(part, 72, initial_indent=margin) for part in PARTS)
    assert said(HEADING + turns) == SAID


def test_what_follows_a_question_is_the_answer_if_only_questions_are_labeled() -> None:
    text = f"{HEADING}{SAID[0]}\n\nQ. {SAID[2]}\n\n{SAID[3]}\n\nQ. Who pays?\n\nAll of us.\n"
    assert [
        (turn.turn, bool(turn.attributed_to), turn.in_reply_to)
        for turn in read_transcript(text).attributions
    ] == [
        ("remarks", True, None), ("question", False, None), ("answer", True, 1),
        ("question", False, None), ("answer", True, 3),
    ]  # fmt: skip
