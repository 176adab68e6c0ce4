"""What a speaker reports of others: who said it, in which words; and what must not be read so."""

from __future__ import annotations

import pytest

from alliance_archive.draft.readers.transcript import read_transcript

TEXT = """Press conference by Minister of Defence Elina Ozola and President Juris Kalns

Riga, 14 March 2031

MINISTER OZOLA: We agreed that the harbor will be dredged by May.

Q: Good morning. Anna Brandt, Daily Example. {asked}

{answers}: {answered}
"""

Report = tuple[str, str, str]  # who is credited, by whom it is told, and the words

# a question, who answers, the answer: the reports in both
REPORTED: dict[tuple[str, str, str], list[Report]] = {
    # Those who speak may not be those who hear it.
    (
        "Is it late?",
        "MINISTER OZOLA",
        "I met Admiral Per Dahl and Ole Lind. They told the Admiral that it was late.",
    ): [("", "Elina Ozola", "that it was late")],
    # By name, title, pronoun and the name of a body, with or without “that”.
    ("Is it late?", "MINISTER OZOLA", "Admiral Per Dahl told us the bay was closed."): [
        ("Per Dahl", "Elina Ozola", "the bay was closed")
    ],
    ("Is it late?", "MINISTER OZOLA", "I met Admiral Per Dahl. He warned me that it was late."): [
        ("Per Dahl", "Elina Ozola", "that it was late")
    ],
    ("Is it late?", "MINISTER OZOLA", "The President told me that he was glad."): [
        ("Juris Kalns", "Elina Ozola", "that he was glad")
    ],
    ("Is it late?", "PRESIDENT KALNS", "As the Minister put it, the bay is full."): [
        ("Elina Ozola", "Juris Kalns", "the bay is full")
    ],
    ("The Finnish Navy says it was late. Was it?", "MINISTER OZOLA", "It was."): [
        ("Finnish Navy", "Anna Brandt", "it was late")
    ],
    ("Is it late?", "MINISTER OZOLA", "What Admiral Per Dahl said was that it is over."): [
        ("Per Dahl", "Elina Ozola", "that it is over")
    ],
    ("Is it late?", "MINISTER OZOLA", "According to the Finnish Navy, the bay is full."): [
        ("Finnish Navy", "Elina Ozola", "the bay is full")
    ],
    ("Is it late?", "MINISTER OZOLA", "I met Admiral Per Dahl. He's said that it is."): [
        ("Per Dahl", "Elina Ozola", "that it is")
    ],
    ("Is it late?", "MINISTER OZOLA", "Admiral Per Dahl agreed to close the bay."): [
        ("Per Dahl", "Elina Ozola", "to close the bay")
    ],
    # What the speaker adds is not reported.
    ("Is it late?", "MINISTER OZOLA", "Admiral Per Dahl told me that it is late, and I believe him."): [
        ("Per Dahl", "Elina Ozola", "that it is late")
    ],
    # “Our Admiral” is of no other state; “he” in an answer is not whoever asked.
    ("Is it late?", "PRESIDENT KALNS", "Admiral Per Dahl met Polish Admiral Jan Zet. Our Admiral said that it is."): [
        ("Per Dahl", "Juris Kalns", "that it is")
    ],
    ("Is it late?", "MINISTER OZOLA", "I spoke with the pilot, Anna. She told me that it is late."): [
        ("", "Elina Ozola", "that it is late")
    ],
    # An answer takes up whom the question reports.
    ("Admiral Per Dahl said it was late. Was it?", "MINISTER OZOLA", "No, he said it was early."): [
        ("Per Dahl", "Anna Brandt", "it was late"),
        ("Per Dahl", "Elina Ozola", "it was early"),
    ],
    # Left open: somebody without a name; an office of another state; “he” after somebody else.
    ("Is it late?", "MINISTER OZOLA", "My Polish colleague said this morning that it was late."): [
        ("", "Elina Ozola", "that it was late")
    ],
    ("The Polish President says it was late. Was it?", "MINISTER OZOLA", "It was."): [
        ("", "Anna Brandt", "it was late")
    ],
    ("Minister Per Dahl told us it was late. The Polish Minister says it was early. Was it?",
     "MINISTER OZOLA", "It was."): [
        ("Per Dahl", "Anna Brandt", "it was late"),
        ("", "Anna Brandt", "it was early"),
    ],
    ("Polish Minister Per Dahl told us it was late. The Polish Minister says it was early. Was it?",
     "MINISTER OZOLA", "It was."): [
        ("Per Dahl", "Anna Brandt", "it was late"),
        ("Per Dahl", "Anna Brandt", "it was early"),
    ],
    ("The Shadow Minister says it was late. Was it?", "PRESIDENT KALNS", "It was."): [
        ("", "Anna Brandt", "it was late")
    ],
    ("Admiral Per Dahl said it was late. Was it?", "MINISTER OZOLA",
     "My deputy called me, and he said that it was early."): [
        ("Per Dahl", "Anna Brandt", "it was late"),
        ("", "Elina Ozola", "that it was early"),
    ],
    # Somebody who speaks here, too, by first name.
    ("Is it late?", "PRESIDENT KALNS", "Elina told me it was late."): [
        ("Elina Ozola", "Juris Kalns", "it was late")
    ],
    ("Is it late?", "PRESIDENT KALNS", "When Elina rang she said that it was late."): [
        ("Elina Ozola", "Juris Kalns", "that it was late")
    ],
    # Not reported: what was not said, may be said or is asked; one's own words; thoughts.
    ("Has Admiral Per Dahl said that it was late?", "MINISTER OZOLA", "I told him that it was."): [],
    ("Is it late?", "MINISTER OZOLA", "If Admiral Per Dahl says that it is late, it is."): [],
    ("Is it late?", "MINISTER OZOLA", "Admiral Per Dahl never said that it was late."): [],
    ("Is it late?", "MINISTER OZOLA", "Admiral Per Dahl will tell you that it is late."): [],
    ("Is it late?", "MINISTER OZOLA", "As to what Admiral Per Dahl said, he can answer."): [],
    ("Is it late?", "MINISTER OZOLA", "Admiral Per Dahl knows that it is late."): [],
    ("Is it late?", "MINISTER OZOLA", "Elina Ozola said that it was late, and she was right."): [],
}  # fmt: skip


@pytest.mark.parametrize(("asked", "answers", "answered"), REPORTED)
def test_what_is_reported_in_a_turn(asked: str, answers: str, answered: str) -> None:
    text = TEXT.format(asked=asked, answers=answers, answered=answered)
    reports = [
        (
            "; ".join(name for mention in report.attributed_to for name in mention.resolved),
            "; ".join(name for mention in report.voiced_by for name in mention.resolved),
            text[report.anchor.start : report.anchor.end],
        )
        for report in read_transcript(text).attributions
        if not report.turn
    ]
    assert reports == REPORTED[asked, answers, answered]
