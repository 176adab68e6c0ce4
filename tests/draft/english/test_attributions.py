"""Each rule with our own sentence: who, cue, words."""

from __future__ import annotations

import pytest

from alliance_archive.draft.extraction import machine_view
from alliance_archive.draft.readers.article import read_article

# (text, [(speakers, cue, quotes, content)])
RULES = {
    "cue after": (
        '"We are ready," Orlova said.',
        [("Orlova", "said", ["We are ready"], None)],
    ),
    "cue after, turned round": (
        "“We are ready,” said Orlova, a colonel.",
        [("Orlova", "said", ["We are ready"], None)],
    ),
    "cue before": (
        'Orlova said: "We are ready."',
        [("Orlova", "said", ["We are ready."], None)],
    ),
    "a fragment in the article's sentence": (
        "Brekke, whom Orlova called “slow.”",
        [("Orlova", "called", ["slow"], None)],
    ),
    "a sentence in lower case": (
        "Orlova said “it is late.”",
        [("Orlova", "said", ["it is late."], None)],
    ),
    "cue within": (
        '"We," Orlova said, "are ready."',
        [("Orlova", "said", ["We", "are ready."], None)],
    ),
    "split around its attribution": (
        '"We are ready," Orlova said. "We always were."',
        [("Orlova", "said", ["We are ready", "We always were."], None)],
    ),
    "a question": (
        '"Are we ready?" Orlova asked.',
        [("Orlova", "asked", ["Are we ready?"], None)],
    ),
    "paraphrase with that": (
        "Orlova said that the fleet was ready.",
        [("Orlova", "said", [], "that the fleet was ready")],
    ),
    "paraphrase without that": (
        "Orlova said the fleet was ready.",
        [("Orlova", "said", [], "the fleet was ready")],
    ),
    "paraphrase before its cue": (
        "The fleet was ready, Orlova said.",
        [("Orlova", "said", [], "The fleet was ready")],
    ),
    "a cue between commas": (
        "The fleet, Orlova said, was ready.",
        [("Orlova", "said", [], "The fleet, Orlova said, was ready")],
    ),
    "mixed": (
        'Orlova said the fleet was "ready for anything" in May.',
        [
            (
                "Orlova",
                "said",
                ["ready for anything"],
                'the fleet was "ready for anything" in May',
            )
        ],
    ),
    "according to, first": (
        "According to Orlova, the fleet was ready.",
        [("Orlova", "According to", [], "the fleet was ready")],
    ),
    "according to, last": (
        "The fleet was ready, according to Orlova.",
        [("Orlova", "according to", [], "The fleet was ready")],
    ),
    "told": (
        "Orlova told the press that the fleet was ready.",
        [("Orlova", "told", [], "that the fleet was ready")],
    ),
    "in a statement": (
        "Orlova said in a statement on Monday that the fleet was ready.",
        [("Orlova", "said", [], "that the fleet was ready")],
    ),
    "an insertion": (
        "Orlova said, without giving details, that the fleet was ready.",
        [("Orlova", "said", [], "that the fleet was ready")],
    ),
    "infinitive": (
        "Orlova vowed to defend the strait.",
        [("Orlova", "vowed", [], "to defend the strait")],
    ),
    "called on": (
        "Orlova called on Karsland to stop.",
        [("Orlova", "called", [], "Karsland to stop")],
    ),
    "object": (
        "Orlova condemned the launch.",
        [("Orlova", "condemned", [], "the launch")],
    ),
    "noted with concern": (
        "Orlova noted with concern the latest launch.",
        [("Orlova", "noted", [], "the latest launch")],
    ),
    "a noun with its verb": (
        "Orlova expressed hope that the talks would go on.",
        [("Orlova", "expressed hope", [], "that the talks would go on")],
    ),
    "made clear": (
        "Orlova made clear that the talks would go on.",
        [("Orlova", "made clear", [], "that the talks would go on")],
    ),
    "took note of": (
        "Orlova took note of the plan.",
        [("Orlova", "took note", [], "the plan")],
    ),
    "seems": (
        "Orlova seems to like the plan.",
        [("", "seems", [], "Orlova seems to like the plan")],
    ),
    "passive": (
        "Orlova is expected to like the plan.",
        [("", "is expected", [], "Orlova is expected to like the plan")],
    ),
    "passive by somebody": (
        "The plan was rejected by Orlova.",
        [("Orlova", "was rejected", [], "The plan")],
    ),
    "declined to say": (
        "Orlova declined to say when the ship had left.",
        [("Orlova", "declined", [], "to say when the ship had left")],
    ),
    "who said": (
        "Quist met Orlova, who said the ship had left.",
        [("who", "said", [], "the ship had left")],
    ),
    "apposition": (
        "Quist, a doctor, said the ship had left.",
        [("Quist", "said", [], "the ship had left")],
    ),
    "two verbs": (
        "Quist denied the charge and said the ship had left.",
        [("Quist", "denied", [], "the charge"), ("Quist", "said", [], "the ship had left")],
    ),
    "two speakers": (
        "Quist and Orlova said the ship had left.",
        [("Quist|Orlova", "said", [], "the ship had left")],
    ),
    "participle": (
        "Quist left the room, saying the talks had failed.",
        [("Quist", "saying", [], "the talks had failed")],
    ),
    "as somebody said": (
        "As Quist noted, the ship had left.",
        [("Quist", "noted", [], "the ship had left")],
    ),
    "impersonal": (
        "It is unclear whether the ship had left.",
        [("", "is unclear", [], "whether the ship had left")],
    ),
    "a survey": (
        "In a poll by the bank, voters backed the treaty.",
        [("a poll by the bank", "In", [], "voters backed the treaty")],
    ),
    "brackets are kept": (
        '"They [the allies] are ready," Orlova said.',
        [("Orlova", "said", ["They [the allies] are ready"], None)],
    ),
    "the comma and the stop of a partial quotation": (
        'Orlova called the plan "long overdue," and the fleet "a single watch."',
        [
            (
                "Orlova",
                "called",
                ["long overdue", "a single watch"],
                'the plan "long overdue," and the fleet "a single watch."',
            )
        ],
    ),
    "the stop of an abbreviation": (
        'Orlova said she would "stand with the U.S."',
        [("Orlova", "said", ["stand with the U.S."], 'she would "stand with the U.S."')],
    ),
    "only the outer of two": (
        "Orlova said Quist believed the ship had left.",
        [("Orlova", "said", [], "Quist believed the ship had left")],
    ),
    "a title of a work": ('The film "The Long Border" opened in May.', []),
    "nothing said": ("The two met in Port Avel in May.", []),
}


@pytest.mark.parametrize("rule", RULES)
def test_each_rule(rule: str) -> None:
    text, expected = RULES[rule]
    rows = [
        (
            "|".join(speaker["text"] for speaker in drafted["speakers"]),
            drafted["cue"]["text"],
            [quote["exact"] for quote in drafted["quotes"]],
            drafted["content"] and text[drafted["content"]["start"] : drafted["content"]["end"]],
        )
        for drafted in machine_view(text, read_article(text))
    ]
    assert rows == expected


def test_a_paragraph_of_quotation_goes_on_from_the_one_before() -> None:
    text = '"We are ready," Orlova said.\n\n"We always were."'
    (attribution,) = read_article(text).attributions
    assert [text[q.start : q.end] for q in attribution.quotes] == [
        "We are ready",
        "We always were.",
    ]


def test_doubled_apostrophes_are_quotations_but_no_fragments_for_machines() -> None:
    text = "''We are ready,'' Orlova said."
    (attribution,) = read_article(text).attributions
    assert (attribution.form, attribution.marks) == ("direct", ("''",))
    (drafted,) = machine_view(text, read_article(text))
    assert drafted["quotes"] == []
    assert drafted["content"] == {"start": 2, "end": 14}


@pytest.mark.parametrize(
    ("text", "form", "quotes"),
    [
        ("“We are ready,” Orlova said.", "direct", ["We are ready"]),
        ('"We are ready," Orlova said.', "direct", ["We are ready"]),
        ("‘We are ready,’ Orlova said.", "direct", ["We are ready"]),
        ("''We are ready,'' Orlova said.", "direct", ["We are ready"]),
        # Here the comma is already outside.
        ("«We are ready», Orlova said.", "direct", ["We are ready"]),
        ("„We are ready“, Orlova said.", "direct", ["We are ready"]),
        ("Orlova called them “ready”, and left.", "mixed", ["ready"]),
        # Within nested marks it is kept, so that the marks stay paired.
        ("“We want ‘maximum pressure,’” Orlova said.", "direct", ["We want ‘maximum pressure,’"]),
        ("\"We want 'maximum pressure,'\" Orlova said.", "direct", ["We want 'maximum pressure,'"]),
        # Ellipses, question marks and exclamation points are the speaker's own.
        ("“We are —” Orlova said.", "direct", ["We are —"]),
        ("“We are ready…” Orlova said.", "direct", ["We are ready…"]),
        ("Orlova asked whether they were “ready?”", "mixed", ["ready?"]),
        # The whole of it is quoted, or a part of the sentence.
        ("Orlova said: “We are ready.”", "direct", ["We are ready."]),
        ("Orlova said that they were “ready.”", "mixed", ["ready"]),
    ],
)
def test_where_a_quotation_ends(text: str, form: str, quotes: list[str]) -> None:
    (attribution,) = read_article(text).attributions
    assert attribution.form == form
    assert [text[q.start : q.end] for q in attribution.quotes] == quotes
