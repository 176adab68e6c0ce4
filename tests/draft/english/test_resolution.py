"""Whom a mention means; left open if two people fit."""

from __future__ import annotations

import pytest

from alliance_archive.draft.readers.article import read_article
from alliance_archive.model.records import Participant

KNOWN = (
    Participant("yun-sae-rim", "Yun Sae-rim", "person", "Yun", ("Yoon Sae-rim",), "KR"),
    Participant("norvania", "Norvania", "state"),
)
MET = "Defense Minister Han Min-ho met Defense Secretary Paul Hale in May. "


def last_speakers(text, known=()):
    attribution = read_article(text, known).attributions[-1]
    return tuple(name for mention in attribution.attributed_to for name in mention.resolved)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yun Sae-rim spoke first. Yun said the talks went well.", ("yun-sae-rim",)),
        ("Yoon Sae-rim said the talks went well.", ("yun-sae-rim",)),
        ("Yun said the talks went well.", ("yun-sae-rim",)),
        ("Norvania condemned the launch.", ("norvania",)),
        ("Han Min-ho came. Minister Han said no deal was near.", ("Han Min-ho",)),
        ("Itsuki Onda came. Onda said no deal was near.", ("Itsuki Onda",)),
        ("Mayor Ida Orlova came on Monday. She said no deal was near.", ("Ida Orlova",)),
        (MET + "He said the talks went well.", ()),
        (MET + "They agreed to meet again.", ("Han Min-ho", "Paul Hale")),
        (MET + "The two agreed to meet again.", ("Han Min-ho", "Paul Hale")),
        (MET + "Both stressed that the line would stay open.", ("Han Min-ho", "Paul Hale")),
        (MET + "The minister said the talks went well.", ("Han Min-ho",)),
        (MET + "The secretary said the talks went well.", ("Paul Hale",)),
        (
            "Defense Secretary Paul Hale met his Korean counterpart, Han Min-ho, and Foreign "
            "Minister Jan Wolan. The minister said the talks went well.",
            (),
        ),
        ("Foreign Minister Han Min-ho came. The minister vowed to stay.", ("Han Min-ho",)),
        (
            "US Defense Secretary Paul Hale left Seoul. The Pentagon chief praised the army.",
            ("Paul Hale",),
        ),
        ("They agreed to meet again.", ()),
        (MET + "The allies welcomed the news. They vowed to stay.", ()),
        (MET + "Two people denied the report.", ()),
        (
            "US Secretary of State Martha Quill met Foreign Minister Kenji Aoba. "
            "The two ministers condemned the launch.",
            ("Martha Quill", "Kenji Aoba"),
        ),
        (
            "Defense Minister Han Min-ho met his Polish counterpart, Jan Wolan. "
            "Both ministers condemned the launch.",
            ("Han Min-ho", "Jan Wolan"),
        ),
        ("The Polish envoy, Jan Wolan, condemned the launch.", ("Jan Wolan",)),
        ("The ministry said it was late.", ()),
        ("The Pentagon said it was late.", ("Pentagon",)),
        (
            "The defense chiefs of Norway and Poland agreed to meet.\n\n"
            "Norwegian Defense Minister Ida Orlova and Polish Defense Minister Jan Wolan spoke.",
            ("Ida Orlova", "Jan Wolan"),
        ),
        ("Ida Orlova, who came late, said it was over.", ("Ida Orlova",)),
        ("There was Ida Orlova, who said it was over.", ("Ida Orlova",)),
        ("“It is over,” said Ben Cole, a publisher. Mr. Cole left.", ("Ben Cole",)),
    ],
)
def test_whom_a_mention_means(text: str, names: tuple[str, ...]) -> None:
    assert last_speakers(text, KNOWN) == names


def test_a_spokesperson_reports_what_others_stated() -> None:
    text = (
        "Paul Hale met Han Min-ho. "
        '"Secretary Hale and Minister Han reaffirmed the treaty," spokesperson Ada Brekke said.'
    )
    (attribution,) = read_article(text).attributions
    assert [mention.resolved for mention in attribution.attributed_to] == [
        ("Paul Hale",),
        ("Han Min-ho",),
    ]
    assert [mention.resolved for mention in attribution.voiced_by] == [("Ada Brekke",)]
    assert [mention.text for mention in attribution.speakers] == ["spokesperson Ada Brekke"]
    assert attribution.act is not None
    assert (attribution.cue.text, attribution.act.text) == ("said", "reaffirmed")
    assert attribution.as_given == "Secretary Hale and Minister Han"


def test_a_spokesperson_also_speaks_for_herself() -> None:
    text = '"No decision has been taken," spokesperson Ada Brekke said.'
    (attribution,) = read_article(text).attributions
    assert [mention.resolved for mention in attribution.attributed_to] == [("Ada Brekke",)]
    assert attribution.voiced_by == ()


def test_a_politician_speaks_for_himself_even_of_others() -> None:
    text = 'Paul Hale met Ida Orlova. "Hale said nothing new," Orlova said.'
    assert [m.resolved for m in read_article(text).attributions[-1].attributed_to] == [
        ("Ida Orlova",)
    ]


def test_a_joint_statement_is_the_document_of_those_it_speaks_of() -> None:
    text = (
        "Norwegian Defense Minister Ida Orlova met Polish Defense Minister Jan Wolan. "
        '"The two ministers pledged to act," a joint statement said. '
        '"The two ministers agreed to meet."'
    )
    first, second = read_article(text).attributions
    for attribution in (first, second):
        assert attribution.document == "joint statement"
        assert [mention.resolved for mention in attribution.attributed_to] == [
            ("Ida Orlova", "Jan Wolan")
        ]
        assert attribution.voiced_by == ()
    assert (first.act.text, second.act.text) == ("pledged", "agreed")


def test_according_to_reports_what_another_said() -> None:
    text = '"We will go," Mayor Ida Orlova said, according to the Avel Herald. "We will stay."'
    (attribution,) = read_article(text).attributions
    assert [mention.text for mention in attribution.attributed_to] == ["Mayor Ida Orlova"]
    assert attribution.voiced_by == ()  # a paper tells the news and is nobody's voice
    assert attribution.form == "direct"
    assert [text[q.start : q.end] for q in attribution.quotes] == ["We will go", "We will stay."]


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("The defense ministers of Norway, Poland and South Korea", "Orlova Wolan Han"),
        ("Defense ministers from Norway, Poland, and South Korea", "Orlova Wolan Han"),
        ("The defense ministers of Norway, Poland and the United States", ""),
        ("The leaders of Norway, Poland and South Korea", ""),
        ("Norway, Poland and South Korea", "Norway Poland Korea"),
        ("The defense ministers of Norway and Poland and US envoy Jo Hale", "Orlova Wolan Hale"),
    ],
)
def test_ministers_of_several_states_are_all_named_or_none(who: str, names: str) -> None:
    text = (
        f"{who} agreed on Monday to meet.\n\n"
        "Norwegian Defense Minister Ida Orlova, Polish Defense Minister Jan Wolan and South Korean "
        "Defense Minister Han Min-ho spoke."
    )
    assert [
        name.removesuffix(" Min-ho").split()[-1] for name in last_speakers(text)
    ] == names.split()
