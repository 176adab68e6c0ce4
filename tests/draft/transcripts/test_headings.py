"""The headings of transcripts: whom short labels mean, who publishes, and when."""

from __future__ import annotations

import pytest

from alliance_archive.draft.readers.transcript import read_transcript

DAY = "Riga, 14 March 2031"
TWO = [
    f"Press conference of Minister of Defence Elina Ozola with Secretary of State James Hale\n{DAY}",
    f"Press conference of Minister of Defence Elina Ozola with Secretary\nof State James Hale\n{DAY}",
    "Elina Ozola, Minister of Defence, and James Hale, Secretary of State\nPress conference\n"
    "March 14, 2031",
    "Joint press point\nParticipants: Elina Ozola (Minister of Defence), James Hale (Secretary of "
    f"State)\n{DAY}",
    "Remarks by H.E. Ms. Elina Ozola, Minister of Defence of Latvia and H.E. Mr. James Hale, "
    f"Secretary of State of the United States\n{DAY}",
    f"Press point\nSpeakers:\n- Elina Ozola, Minister of Defence\n- James Hale, Secretary of State\n{DAY}",
    f"Press point\nSpeakers: Minister of Defence Elina Ozola; Secretary of State James Hale\n{DAY}",
    "Press conference\n\nOn 14 March 2031 Minister of Defence Elina Ozola and Secretary of State "
    "James Hale answered questions from the press in Riga.",
    "Defence Minister Elina Ozola’s press conference with US Secretary of State James Hale\n" + DAY,
    "Joint Press Conference\n14 March 2031\n\nMinister of Defence: Elina Ozola\n"
    "Secretary of State: James Hale",
    "ELINA OZOLA\nMINISTER OF DEFENCE\n\nJAMES HALE\nSECRETARY OF STATE\n\nJOINT DOORSTOP\nRIGA\n"
    "14 MARCH 2031",
    "Transcript | Minister of Defence Elina Ozola, Secretary of State James Hale | 14 March 2031",
]
ONE = [
    f"Press conference by Minister of Defence Elina Ozola\n{DAY}",
    f"Elina Ozola, Minister of Defence: press briefing\n{DAY}",
    f"Interview with Minister of Defence Elina Ozola on Radio North\n{DAY}",
    "The Hon Elina Ozola MP\nMinister for Defence\n\nDoorstop, Riga\n14 March 2031",
    f"Press conference of the Minister of Defence Elina Ozola after the meeting with Jan Berg\n{DAY}",
    f"Questions to the Minister of Defence, Elina Ozola\n{DAY}",
    "Minutes of the press conference\nSpeaker: Elina Ozola, Minister of Defence\n"
    f"Moderator: Jan Berg\n{DAY}",
    f"Minister Elina Ozola at the National Press Club\nQuestions and answers\n{DAY}",
    f"Media conference by the Minister for Trade and Oceans, Hon. Elina Ozola\n{DAY}",
    f"The following is a transcript of the briefing by Elina Ozola, Minister of Defence.\n{DAY}",
]


def speakers(heading: str, labels: tuple[str, ...]) -> list[str]:
    """Return who speaks each turn, after a heading that says who publishes and when."""
    words = ("We agreed.", "We met here.", "Will they sail?", "In June.", "Who pays?", "All of us.")
    turns = "\n\n".join(f"{label}: {said}" for label, said in zip(labels, words, strict=False))
    extraction = read_transcript(f"{heading}\n\n{turns}\n")
    assert extraction.date == "2031-03-14"
    assert extraction.publisher or heading == TWO[4]  # of two states
    return [
        next(iter(turn.attributed_to[0].resolved)) if turn.attributed_to else "?"
        for turn in extraction.attributions
    ]


@pytest.mark.parametrize("heading", TWO)
@pytest.mark.parametrize(
    ("ozola", "hale"),
    [("MINISTER OZOLA", "SECRETARY HALE"), ("Ozola", "Hale"),
     ("Minister of Defence", "Secretary of State")],
)  # fmt: skip
def test_short_labels_mean_the_people_of_the_heading(heading: str, ozola: str, hale: str) -> None:
    assert speakers(heading, (ozola, hale, "Q", ozola, "Q", hale)) == [
        "Elina Ozola", "James Hale", "?", "Elina Ozola", "?", "James Hale"
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ONE)
@pytest.mark.parametrize("label", ["MINISTER OZOLA", "Ozola", "Minister", "A"])
def test_the_only_speaker_of_a_heading_answers(heading: str, label: str) -> None:
    assert speakers(heading, (label, label, "Q", label, "Q", label)) == [
        "Elina Ozola", "Elina Ozola", "?", "Elina Ozola", "?", "Elina Ozola"
    ]  # fmt: skip


def test_a_verb_in_a_heading_is_not_a_name() -> None:
    heading = (
        "Minister Ozola and Admiral Hale Speak to Reporters Aboard a Ship\n\nMinister of Defence "
        "Elina M. Ozola and Adm. James Hale, commander of the fleet, held a press briefing in Riga on "
        "14 March 2031. Read the transcript here."
    )
    assert speakers(heading, ("Minister Ozola", "Admiral Hale", "Q", "Admiral Hale")) == [
        "Elina M. Ozola", "James Hale", "?", "James Hale"
    ]  # fmt: skip


def test_the_chair_of_a_hearing_asks_by_number() -> None:
    text = (
        "Fisheries Committee\n\nOral evidence: Ships in the strait\n\nTuesday 14 March 2031\n\n"
        "Ordered by the House to be published in full on the day on which it was given.\n\n"
        "Members present: Dame Ann Holm (Chair); Ole Berg.\n\n"
        "I: Rear Admiral James Hale, Director of Ships, and Elina Ozola, Head of Strait Policy, "
        "Ministry of Defence.\n\nWitnesses: Rear Admiral Hale and Elina Ozola.\n\n"
        "Q1  Chair: How many ships are there today?\n\nRear Admiral Hale: There are six.\n\n"
        "Q2  Ole Berg: Who pays for them?\n\nElina Ozola: We do.\n\n"
        "Ole Berg: All of it?\n\nElina Ozola: All of it.\n\nChair: Order, order.\n"
    )
    extraction = read_transcript(text)
    assert (extraction.publisher, extraction.date) == ("Fisheries Committee", "2031-03-14")
    assert [
        (turn.attributed_to[0].resolved[0], turn.turn, text[turn.anchor.start : turn.anchor.end])
        for turn in extraction.attributions
    ] == [
        ("Ann Holm", "question", "How many ships are there today?"),
        ("James Hale", "answer", "There are six."),
        ("Ole Berg", "question", "Who pays for them?"),
        ("Elina Ozola", "answer", "We do."),
        ("Ole Berg", "question", "All of it?"),
        ("Elina Ozola", "answer", "All of it."),
        ("Ann Holm", "remarks", "Order, order."),
    ]


def test_a_heading_with_its_date_in_brackets_is_not_a_turn() -> None:
    heading = (
        "Africa – Trade – Interview given by Ms Elina Ozola, Minister for Europe and Foreign Affairs, "
        "to Radio North (Riga, 14 March 2031)"
    )
    text = f"{heading}\n\nQ. – Who pays?\n\nThe Minister – All of us.\n\nQ. – When?\n\nThe Minister – In June.\n"
    extraction = read_transcript(text)
    assert extraction.date == "2031-03-14"
    assert [
        (turn.attributed_to[0].resolved[0] if turn.attributed_to else "?",
         text[turn.anchor.start : turn.anchor.end])
        for turn in extraction.attributions
    ] == [("?", "Who pays?"), ("Elina Ozola", "All of us."), ("?", "When?"), ("Elina Ozola", "In June.")]  # fmt: skip
    ozola = next(p for p in extraction.people if p.name == "Elina Ozola")
    assert ozola.office == "Minister for Europe and Foreign Affairs"


def test_a_family_name_in_the_heading_is_the_whole_name_of_a_label() -> None:
    text = (
        "Joint press conference of Minister Laas and Minister Holm\n\nMarch 12, 2024\n\n"
        "Minister Karin Laas: Welcome to the harbor.\n\nMinister Soren Holm: Thank you.\n\n"
        "Minister Laas: Please ask.\n\nMinister Holm: We have an hour.\n"
    )
    turns = read_transcript(text).attributions
    assert [turn.attributed_to[0].resolved for turn in turns] == [
        ("Karin Laas",),
        ("Soren Holm",),
        ("Karin Laas",),
        ("Soren Holm",),
    ]


@pytest.mark.parametrize(
    ("heading", "publisher"),
    [
        ("THE HON ANN HOLM MP\nDEPUTY PRIME MINISTER\nMINISTER FOR TRADE\n\nDOORSTOP",
         "Minister for Trade"),
        ("Senator the Hon Ann Holm\nMinister for Trade\n\nInterview", "Minister for Trade"),
        ("[Spokesperson's Office] Regular Press Briefing", "Spokesperson's Office"),
        ("Press Conference by Minister for Trade HOLM Ann\nBriefing Room, Ministry of Trade, Riga",
         "Ministry of Trade"),
    ],
)  # fmt: skip
def test_the_publisher_is_a_body_or_the_office_that_says_most(heading: str, publisher: str) -> None:
    text = (
        f"{heading}\n\n14 March 2031\n\nANN HOLM, MINISTER: The port is full.\n\n"
        "Q: Is it?\n\nHOLM: It is.\n\nASEAN\n\nQ: And when does it open?\n\nHOLM: In May.\n"
    )
    assert read_transcript(text).publisher == publisher
