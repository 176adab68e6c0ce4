"""Every country can speak by its name, but not by its adjective alone."""

from __future__ import annotations

import pytest

from alliance_archive.draft.english.gazetteer import OFFICIAL, country_in
from alliance_archive.draft.extraction import Mention
from alliance_archive.draft.readers.article import read_article
from alliance_archive.model.countries import countries


def speaker(text: str) -> Mention:
    attribution = read_article(text).attributions[0]
    (mention,) = attribution.attributed_to
    return mention


@pytest.mark.parametrize("code", sorted(countries()))
def test_every_country_speaks_by_its_name(code: str) -> None:
    for name in countries()[code].names:
        mention = speaker(f"On Monday, {name} said that the talks would go on in the spring.")
        as_written = code in OFFICIAL and "." not in name  # Czechia, Timor-Leste
        usual = name if as_written else countries()[code].names[0]
        named = () if name == "Georgia" else (usual,)  # which may be the state of the union
        assert (mention.text, mention.kind, mention.resolved) == (name, "state", named)


@pytest.mark.parametrize(
    "name",
    ["Japan", "Iran", "Pakistan", "Afghanistan", "Taiwan", "Jordan", "Kazakhstan", "Uzbekistan",
     "Sudan", "Azerbaijan", "Oman", "Kyrgyzstan"],
)  # fmt: skip
def test_the_state_is_proposed_with_its_country(name: str) -> None:
    extraction = read_article(f"{name} said on Monday that the talks would go on in the spring.")
    assert [(state.name, state.kind) for state in extraction.people] == [(name, "state")]
    assert [countries()[state.country].names[0] for state in extraction.people] == [name]


@pytest.mark.parametrize("word", ["Israeli", "Greek", "Thai", "Swiss", "Iraqi", "Saudi"])
def test_an_adjective_alone_is_not_a_state(word: str) -> None:
    mention = speaker(f"On Monday, a {word} said that the talks would go on in the spring.")
    assert mention.kind != "state"
    mention = speaker(f"On Monday, the {word} said that the talks would go on in the spring.")
    assert mention.kind != "state"


def test_a_name_that_people_bear_too_is_a_country_where_it_stands_alone() -> None:
    assert country_in(["Chad"])[0] == "TD"
    assert country_in(["Chad", "Sweet"])[0] == ""
    assert country_in(["New", "Jersey"])[0] == ""
    mention = speaker(
        "On Monday, adviser Chad Sweet said that the talks would go on in the spring."
    )
    assert (mention.kind, mention.resolved) == ("person", ("Chad Sweet",))


def test_every_adjective_tells_the_country() -> None:
    for country in countries().values():
        for adjective in country.adjectives:
            assert country_in([*adjective.split(), "minister"])[0] == country.code
