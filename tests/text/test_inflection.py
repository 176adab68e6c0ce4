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
lie lied, plead pleaded, pleaded pled, burned burnt, learn learnt, freeze frozen, froze freezing
mislead misled, withstood withstand, override overridden, misspoke misspeak, repaid repay, proven proved
sue sued, warring war, owed owe, panic panicked, grounded grounds, trafficking traffic, fuel fuelled, dialled dialing
bank banks, power powers, water waters, king kings, veto vetoes, embargo embargoes, hero heroes
israeli israelis, saudis saudi, houthi houthis, czechs czech, monarch monarchs, bureau bureaus
memorandum memorandums, memoranda memorandums, referenda referendums, spokesperson spokespeople
persons people, countryman countrymen, seaman seamen, businessmen businessman, lens lenses
flavour flavor, dishonour dishonor, unfavourable unfavorable, epicentre epicenter, enquiry inquiries
despatched dispatch, instil instilled, appalling appal, councillor councilor, sulphur sulfur
say said, hold held, meet met, find found, go went, lead led, bolster bolstered, mothball mothballing
"""
DIFFERENT = """\
new news, rate rat, unit united, united units, state statement, port portfolio, evening even
williams william, adams adam, his hi, founded find, missile miss, nation national, four for
hoping hop, custom customs, planed plan, war warn, princess princes, secure security, us use
mission missing, person personal, general generally, good goods, korea korean, politic politics
nuclear nucleus, its it, policy police, lead leader, wicked wick, manning mann, mean meaner
marco marcos, luca lucas, andrea andreas, matti mattis, han hans, carlo carlos, vega vegas
common commons, corp corps, these theses, thing the, weed wee, seed see, singed sing, oman omen
carmen carman, ground grind, wounded wind, lied lay, spat spit, dove dive, marxist marx
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


@pytest.mark.parametrize(
    "word",
    ["co operation", "non proliferation", "counter terrorism", "cease fire", "cyber attacks"],
)
def test_a_compound_is_found_as_two_words(word: str) -> None:
    assert word in forms(word.replace(" ", ""))
