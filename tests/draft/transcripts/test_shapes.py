"""The shapes of labels: marks, brackets, capitals, offices and outlets in any combination."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from alliance_archive.draft.readers import kind_of
from alliance_archive.draft.readers.transcript import read_transcript

HEADING = (
    "Joint press conference by Minister of Defence Elina Ozola and Secretary of State James Hale\n"
    "Riga, 14 March 2031\n\n"
)
WORDS = [
    "We agreed this morning that the two services will share their picture.",
    "I have little to add to that, and the ships sail in June.",
    "Will the squadron leave in September?",
    "That is not what I said in March.",
    "Who pays for the fuel?",
    "All of us do, and each for its own ships.",
]
SET_OFF = [
    "{}: {w}", "{} : {w}", "{}：{w}", "{}:\t{w}", "{}:- {w}", "{}:\n{w}", "     {}: {w}",
    "**{}:** {w}", "**{}**: {w}", "**{}** {w}", "_{}:_ {w}", "[{}] {w}", "[{}]: {w}", "[{}:] {w}",
    "({}) {w}", "<{}> {w}", "【{}】{w}", "{} - {w}", "{} – {w}", "{} — {w}", "{}—{w}", "{} -- {w}",
    "{}. — {w}", "{}. {w}", "{} | {w}", "{} > {w}", "{} » {w}", "{} = {w}", "{}\t{w}", "{}    {w}",
    "{}\n{w}", "{}\n\n{w}", "## {}\n\n{w}", "**{}**\n{w}", "- {}: {w}", "• {}: {w}", "12. {}: {w}",
    "[00:12:03] {}: {w}", "{} [00:12:03]: {w}", "{} (00:12)\n{w}", ">> {}: {w}", "— {}: {w}",
    "{} (speaking): {w}",
]  # fmt: skip
NAMED = [
    ("MINISTER ELINA OZOLA", "MINISTER OZOLA", "SECRETARY HALE"),
    ("Minister Elina Ozola", "Minister Ozola", "Secretary Hale"),
    ("Elina Ozola, Minister of Defence", "Minister Ozola", "James Hale, Secretary of State"),
    ("Elina Ozola", "Elina Ozola", "James Hale"),
    ("OZOLA", "OZOLA", "HALE"),
    ("Ms. Ozola", "Ms. Ozola", "Mr. Hale"),
    ("Elina Ozola (Latvia)", "Elina Ozola (Latvia)", "James Hale (United States)"),
    ("Ozola (Minister of Defence)", "Ozola", "Hale (Secretary of State)"),
    ("EO", "EO", "JH"),
    ("Minister of Defence", "Minister of Defence", "Secretary of State"),
    ("OZOLA Elina", "OZOLA Elina", "HALE James"),
]
ASKED = [
    ("Q", "?"), ("QUESTION", "?"), ("Journalist", "?"), ("QUESTION (Reuters)", "?"), ("Media", "?"),
    ("Reporter 2", "?"), ("Question from Radio North", "?"), ("Q1", "?"),
    ("Q (Ann Holm, Radio North)", "Ann Holm"), ("Journalist – Ann Holm, Reuters", "Ann Holm"),
    ("Question by Ann Holm", "Ann Holm"), ("Question (Suspilne, Ann Holm)", "Ann Holm"),
]  # fmt: skip
CASES = list(islice(zip(cycle(SET_OFF), cycle(NAMED), cycle(ASKED), strict=False), 131))


@pytest.mark.parametrize(("set_off", "named", "asked"), CASES)
def test_a_label_is_found_however_it_is_set_off(
    set_off: str, named: tuple[str, str, str], asked: tuple[str, str]
) -> None:
    first, again, other = named
    question, reporter = asked
    labels = (first, other, question, again, question, other)
    turns = [set_off.format(label, w=words) for label, words in zip(labels, WORDS, strict=True)]
    text = HEADING + "\n\n".join(turns) + "\n"
    assert kind_of(text) == "transcript"
    assert [
        (next(iter(turn.attributed_to[0].resolved)) if turn.attributed_to else "?",
         text[turn.anchor.start : turn.anchor.end])
        for turn in read_transcript(text).attributions
    ] == list(
        zip(("Elina Ozola", "James Hale", reporter, "Elina Ozola", reporter, "James Hale"),
            WORDS, strict=True)
    )  # fmt: skip
