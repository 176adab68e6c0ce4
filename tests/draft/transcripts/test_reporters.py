"""Who asks: the names that reporters give, or by which they are called on."""

from __future__ import annotations

import pytest

from alliance_archive.draft.extraction import Attribution
from alliance_archive.draft.readers.transcript import read_transcript
from alliance_archive.draft.transcripts.reporters import called_on, name_given

GIVEN = [
    "Ann Holm, Daily Example. Minister, ", "Ann Holm from the Daily Example. ",
    "Thank you. My name is Ann Holm, I’m with Radio North. ", "Thanks, Minister. Ann Holm, Reuters. ",
    "Hi, Ann Holm with Example News here. ", "Ann Holm here from Reuters. ",
    "Good morning, this is Ann Holm, BBC. ", "I’m Ann Holm of the Daily Example. ",
    "Ann Holm. I’m from LETA. ", "Daily Example, Ann Holm. ", "Reuters, my name is Ann Holm. ",
    "Minister, Ann Holm from LETA, ", "Sir, Ann Holm. ", "Ann Holm, I work for Reuters. ",
    "Foreign Minister Ozola, Ann Holm from LETA. ", "Ann Holm – Reuters. ", "Ann Holm (Reuters). ", "Good morning Minister, Ann Holm, Sky News. ",
    "Ann Holm again. ", "Bonjour. Je m’appelle Ann Holm. ", "Example TV channel, Ann Holm. ",
    "Ann Holm, La Mer acadienne. On the port: ", "Ann Holm, Le Journal d’Oran. Minister, ",
]  # fmt: skip
NOT_GIVEN = [
    "Thank you, Minister Ozola. President Ann Holm said they would. ", "Ann Holm said they would. ",
    "The Daily Example, which Ann Holm edits, says so. ", "Mrs. Holm told us they would. ",
    "Ann Holm, the Norwegian minister, says they will. ", "South Korea and Japan. ",
    "Good morning, Minister Elina Ozola. ", "Ivan Petrov. ", "Good morning. Happy Birthday. ",
    "Ivan Petrov, of Moscow State University, wrote that. ", "I’m Latvian. ",
]  # fmt: skip


@pytest.mark.parametrize("opening", GIVEN)
def test_a_reporter_gives_a_name(opening: str) -> None:
    assert name_given(f"{opening}will they sail?")[0] == "Ann Holm"


@pytest.mark.parametrize("opening", NOT_GIVEN)
def test_a_name_in_a_question_is_not_always_the_reporters(opening: str) -> None:
    assert name_given(f"{opening}Will they sail?") == ("", "")


def test_a_korean_family_name_may_be_an_english_word() -> None:
    assert name_given("Long Tae-min with Reuters. Who pays?") == ("Long Tae-min", "Reuters")


def test_a_name_alone_is_the_reporters_who_was_called_on() -> None:
    assert name_given("Ann Holm. Will they sail?", "Ms. Holm, please.") == ("Ann Holm", "")


@pytest.mark.parametrize(
    "call",
    ["First question is from Ann Holm with Radio North. Your line is open.",
     "We start with Ann Holm, Atlantic Dispatch.", "In June. Ann Holm, from Le Littoral, please."],
)  # fmt: skip
def test_a_reporter_is_called_on_by_a_whole_name(call: str) -> None:
    assert called_on(call) == "Ann Holm"


@pytest.mark.parametrize(
    "words", ["I spoke with Ann Holm.", "Thank you. Next, please.", "I received Ms. Ann Holm."]
)
def test_not_whoever_is_named_last_is_called_on(words: str) -> None:
    assert called_on(words) == ""


TALK = """\
Press conference by Minister of Defence Elina Ozola
Riga, 14 March 2031

GM: Jan Berg, Head of Information

GM: Good morning. We start with Ann Holm, Radio North.

J1: Will they sail?

EO: They will.

J2: I am Eva Lind of Reuters. When?

EO: In June.

J1: And who pays?

MINISTER OF FINANCE: I do.

MINISTER OF FINANCE, ADMIRAL: We do.
"""


def test_initials_and_numbers_stay_with_their_people_and_open_labels_are_told() -> None:
    extraction = read_transcript(TALK)
    assert [
        next(iter(turn.attributed_to[0].resolved)) if turn.attributed_to else "?"
        for turn in extraction.attributions
    ] == ["Jan Berg", "Ann Holm", "Elina Ozola", "Eva Lind", "Elina Ozola", "Ann Holm", "?", "?"]
    assert extraction.warnings == (
        "line 18: not certain who “MINISTER OF FINANCE” is: 1 statement left unattributed",
        "line 20: not certain who “MINISTER OF FINANCE, ADMIRAL” is: 1 statement left unattributed",
    )


BRIEFING = """\
Regular Press Conference of Spokesperson Elina Ozola on 14 March 2031

Elina Ozola: Good morning.

LETA: Will they sail?

Elina Ozola: They will.

AFP: And who pays?

Elina Ozola: We do.

BNS: For how long?

Elina Ozola: A year.

Neue Seiten: Who decides?

Elina Ozola: The Cabinet.
"""


def test_where_all_who_ask_are_outlets_a_new_label_names_nobody() -> None:
    speakers = [(turn.as_given, bool(turn.attributed_to)) for turn in turns(BRIEFING)]
    asked = [given for given, credited in speakers if not credited]
    assert asked == ["LETA", "AFP", "BNS", "Neue Seiten"]


def turns(text: str) -> tuple[Attribution, ...]:
    return read_transcript(text).attributions
