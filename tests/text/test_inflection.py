"""Forms of one word find each other; different words never do."""

from __future__ import annotations

import pytest

from alliance_archive.text.inflection import forms

SAME = """\
defence defense, offence offenses, licence licensed, colour colors, neighbouring neighboring
organisation organizations, organise organizing, modernised modernizes, analyse analyzed
centres center, programme programs, dialogue dialog, judgement judgments, travelled traveled
fulfil fulfilled, sceptics skeptic, grey gray
threat threats, ally allies, treaty treaties, missile missiles, war wars, battalion battalions
crisis crises, basis bases, base bases, woman women, spokesman spokesmen, analysis analyses
reaffirm reaffirmed, reaffirming reaffirms, condemned condemn, agree agreed, pledged pledging
vow vowed, stress stresses, deny denied, lie lying, commit committed, urge urged, refer referring
say said, hold held, meet met, find found, go went, lead led, bolster bolstered, mothball mothballing
"""
DIFFERENT = """\
new news, rate rat, unit united, united units, state statement, port portfolio, evening even
williams william, adams adam, his hi, founded find, missile miss, nation national, four for
hoping hop, custom customs, planed plan, war warn, princess princes, secure security, us use
mission missing, person personal, general generally, good goods, korea korean, politic politics
nuclear nucleus, its it, policy police, lead leader, wicked wick, manning mann, mean meaner
harding hard, defense defend, alliance ally, minister ministry, treat treaty
"""


def pairs(text: str) -> list[list[str]]:
    return [pair.split() for pair in text.replace("\n", ", ").split(", ") if pair]


@pytest.mark.parametrize(("first", "second"), pairs(SAME))
def test_the_same_word(first: str, second: str) -> None:
    assert second in forms(first)
    assert first in forms(second)


@pytest.mark.parametrize(("first", "second"), pairs(DIFFERENT))
def test_different_words(first: str, second: str) -> None:
    assert second not in forms(first)
    assert first not in forms(second)


@pytest.mark.parametrize("word", ["un", "동맹", "f-35", "", "2017"])
def test_a_word_without_forms(word: str) -> None:
    assert forms(word) == {word}


def test_a_compound_is_found_as_two_words() -> None:
    assert {"cooperation", "co operation"} <= forms("cooperation")
