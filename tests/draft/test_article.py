"""Whole articles: furniture, people, bad input, any input."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.draft import read
from alliance_archive.draft.extraction import Proposal, machine_view
from alliance_archive.draft.readers import NotAnArticle, refusal
from alliance_archive.draft.readers.article import read_article

ARTICLE = """\
PORT AVEL, Oct. 3, 2021 (Corrad) -- The defense chiefs of Norway and Poland agreed Monday to share radar data.

This photo, provided by the Polish army, shows a general who says "cheese" in May. (Corrad)

Norwegian Defense Minister Ida Orlova said the plan was "long overdue." She also thanked her host.

By Ada Brekke

The Polish minister, Jan Wolan, urged others to join. (Corrad)
"""


def test_article() -> None:
    extraction = read_article(ARTICLE)
    assert (extraction.dateline, extraction.publisher, extraction.date) == (
        "PORT AVEL",
        "Corrad",
        "2021-10-03",
    )
    assert [(a.form, a.cue.text, a.as_given) for a in extraction.attributions] == [
        ("indirect", "agreed", "The defense chiefs of Norway and Poland"),
        ("mixed", "said", "Norwegian Defense Minister Ida Orlova"),
        ("indirect", "thanked", "She"),
        ("indirect", "urged", "The Polish minister, Jan Wolan"),
    ]
    assert extraction.people == (
        Proposal("Ida Orlova", "person", "Orlova", "Defense Minister", "NO"),
        Proposal("Jan Wolan", "person", "Wolan", "minister", "PL"),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("\0\1\2said\0", "binary"),
        ("<html><body><p>Orlova said it is over.</p><p>She left.</p></body></html>", "html"),
        ("said the man " * 200_000, "too long"),
    ],
)
def test_bad_input_is_refused(text: str, reason: str) -> None:
    assert refusal(text) == reason
    with pytest.raises(NotAnArticle):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a dit que tout ira bien et que la flotte reste ici.",
        "장관은 회담이 잘 됐다고 말했다.",
    ],
)
def test_nothing_is_drafted_in_another_language(text: str) -> None:
    extraction = read(text)
    assert extraction.other_language
    assert (extraction.attributions, extraction.people) == ((), ())


PIECES = st.sampled_from(
    [
        '"', "“", "”", "''", "'", "’", "(", ")", "[", ",", ".", "?", " -- ", ":", "\n", "\n\n", " ",
        "Minister Han Min-ho", "he", "They", "said", "that", "who", "of", "and", "the", "to",
        "vowed", "according to", "a joint statement", "in", "Monday", "Mr.", "U.S.", "é", "한민호",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=80).map(" ".join)))
def test_any_text_yields_spans_within_it(text: str) -> None:
    extraction = read_article(text)
    for attribution in extraction.attributions:
        spans = [*attribution.quotes, attribution.anchor]
        spans += [attribution.content] if attribution.content else []
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        for mention in (*attribution.speakers, *attribution.attributed_to, *attribution.voiced_by):
            assert text[mention.start : mention.end] == mention.text
        assert text[attribution.cue.start : attribution.cue.end] == attribution.cue.text
        assert len(attribution.marks) == len(attribution.quotes)
    for drafted in machine_view(text, extraction):
        for quote in drafted["quotes"]:
            assert text[quote["start"] : quote["end"]] == quote["exact"]


@pytest.mark.parametrize(
    "unit",
    [
        'Minister Han Min-ho said the "old" plan was dead, and he urged others to go on. ',
        "said the man who told them that he ",
        '“He said ‘it is the "x" of the man, and ',
        'the man - said, "the ',
    ],
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    def calls(times: int) -> int:
        count = 0

        def profile(*_: object) -> None:
            nonlocal count
            count += 1

        text = unit * times
        sys.setprofile(profile)
        try:
            read_article(text)
        finally:
            sys.setprofile(None)
        return count

    read_article(unit)  # what is read once, such as the word lists, does not count
    assert calls(400) < 12 * calls(50)


def test_a_text_that_ends_with_its_dateline() -> None:
    text = "The straits stay open today\n\nPORT AVEL, Oct. 4, 2021 (Corrad) -- "
    assert read_article(text).dateline == "PORT AVEL"


def test_links_to_other_articles_do_not_make_an_interview() -> None:
    text = (
        "Avel, Norvania (NUSA) - Minister Rosa Quill said it was late.\n\n"
        "Related news: Avel port is shut, navy says\nRelated news: Two ships sail\n\n"
        "Reporter: Per Dahl\nEditor: Ida Berg\n"
    )
    assert read(text).kind == "article"
