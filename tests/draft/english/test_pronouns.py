"""Whom pronouns, groups and titles mean; nobody where the text does not settle it, and who else."""

from __future__ import annotations

import pytest

from alliance_archive.draft.readers.article import read_article

QUILL, FROST, REED, DAHL = "Rosa Quill", "Ian Frost", "Tom Reed", "Anna Dahl"
MET = f"Minister {QUILL} met Minister {FROST}. "

# text: whom the last statement is by, and whom it might be by instead
MEANT = {
    # he and she: the only one in reach, or the only one of that sex by the text's own words
    f"Minister {QUILL} left. She said it was late.": ([QUILL], []),
    MET + "She said it was late.": ([], [QUILL, FROST]),
    "Mr. Frost met Ms. Quill. She said it was late.": (["Quill"], []),
    f"Spokesman {FROST} met spokeswoman {QUILL}. He said it was late.": ([FROST], []),
    f"Minister {QUILL} met Minister {FROST} and his wife. He said it was late.": (
        [],
        [QUILL, FROST],
    ),
    f"The governor's wife, {DAHL}, left. She said it was late.": ([DAHL], []),
    f"Minister {FROST} left. A man in the crowd left. He said it was late.": ([], []),
    f"In a letter to Minister {FROST}, he said it was late.": ([], [FROST]),
    # Nobody is he and she in one sentence, nor what he himself offers.
    f"Minister {FROST} said he knew of her. He said it was late.": ([FROST], []),
    f"Minister {FROST} said he had told her so. She said it was late.": ([], []),
    f"Minister {QUILL} left. Frost should stay, she said. Minister {FROST} stayed.": ([QUILL], []),
    f"Minister {FROST} said he was glad. He praised Admiral {REED}. He said it was late.": (
        [FROST],
        [REED],
    ),
    f"Minister {FROST} praised Admiral {REED}. He said it was late.": ([], [FROST, REED]),
    # Whoever is asked answers, but for who tells of having asked.
    f"Minister {QUILL} asked Envoy {REED} if it was late. He said it was “never.”": ([REED], [QUILL]),
    f"Minister {QUILL} asked Envoy {REED} if it was late. She said she asked “for fun.”": (
        [],
        [QUILL, REED],
    ),
    # Whoever said something goes on, unless another may be meant.
    f"Minister {FROST} said he had met the admiral. “Twice,” he said.": ([FROST], []),
    f"Minister {FROST} said a sailor had drowned. He said it was late.": ([FROST], []),
    f"Minister {FROST} said Admiral {REED} had left. He said it was late.": ([], [FROST, REED]),
    f"Minister {FROST} asked if an admiral had left. He said it was late.": ([], [FROST]),
    f"Minister {FROST} met Minister {QUILL}, who said that she hoped for peace.": ([QUILL], []),
    # Somebody without a name who spoke may go on; so may the subject of what is reported, if
    # nobody else was just mentioned.
    f"Minister {FROST} left. The bay was shut, a sailor said. He said it was late.": ([], []),
    f"Minister {FROST} left. The bay was shut, a note said. He said it was late.": ([FROST], []),
    "Ms. Quill left. It rained. Though Ms. Dahl lived there, rain was rare, she said.": (
        [],
        ["Quill"],
    ),
    "Ms. Quill left. It rained. Though Mr. Frost lived there, rain was rare, she said.": (
        ["Quill"],
        [],
    ),
    "Ms. Quill left. It rained. A guard took the bag of a reporter as she ran, she said.": (
        [],
        ["Quill"],
    ),
    # Whoever only ever was “he” is not “she” where a woman was mentioned before.
    f"Minister {QUILL} said she was glad. Envoy {REED} said he left. She said it was late.": (
        [QUILL],
        [],
    ),
    f"Minister {QUILL} was glad. Envoy {REED} said she had left. He said it was late.": ([REED], []),
    # Who stands next to him is not he.
    f"Minister {FROST} left. {QUILL}, standing next to him, said she was glad. She said it was "
    "late.": ([QUILL], []),
    # A general's colleague is a general; a minister's is a minister, whatever of.
    f"Energy Minister {FROST} of Peru left. It rained. Gen. {REED} said he was cold. His "
    "Peruvian colleague said it was late.": ([], []),
    f"Energy Minister {FROST} of Peru left. It rained. Minister {REED} said he was cold. His "
    "Peruvian colleague said it was late.": ([FROST], []),
    # A Ben after a description is a given name; among names it is a particle.
    f"Envoy {QUILL} left. “No,” said retired surgeon Ben Roth, asked about his claim that it "
    "was late.": (["Ben Roth"], []),
    "President Zine Ben Ali left. He said it was late.": (["Zine Ben Ali"], []),
    # Whoever answers is the one who was spoken to.
    f"“You left in May,” Minister {FROST} told Admiral {REED}. “I did,” he replied.": (
        [REED],
        [FROST],
    ),
    f"“I left in May,” Minister {FROST} told reporters. “I did,” he replied.": ([FROST], []),
    # two of one surname, whatever follows it
    f"President {FROST} left. His uncle, Senator Max Frost Jr., said: “No.” Frost said it was late.": (
        [],
        [FROST, "Max Frost Jr."],
    ),
    # an office is not another of the same head: the prime minister, a deputy minister
    f"The prime minister said it was late. The minister, {QUILL}, left.": ([], []),
    f"Foreign Minister {FROST} met Deputy Foreign Minister {REED}. The minister said it was late.": (
        [FROST],
        [],
    ),
    f"Minister {FROST} sat beside {REED}'s desk. He said it was late.": ([], [FROST, REED]),
    f"Minister {QUILL} said {FROST} himself said it was late. {FROST} himself denied it.": (
        [FROST],
        [],
    ),
    # they, both and the two: coordinated, or one met or spoke with the other
    f"Minister {QUILL} and Minister {FROST} came. They said it was late.": ([QUILL, FROST], []),
    MET + "They said it was late.": ([QUILL, FROST], []),
    f"Minister {QUILL} spoke with Minister {FROST}. They said it was late.": ([QUILL, FROST], []),
    f"Minister {QUILL} spoke of Minister {FROST}. They said it was late.": ([], []),
    f"Minister {QUILL} came with Minister {FROST}. Both said it was late.": ([], []),
    MET + "Voters cheered. They said it was late.": ([], [QUILL, FROST]),
    MET + f"On Tuesday, Admiral {REED} came. The two said it was late.": ([], [QUILL, FROST]),
    MET + "The two ministers said it was late.": ([QUILL, FROST], []),
    MET + "The three ministers said it was late.": ([], []),
    MET + "The two generals said it was late.": ([], []),
    "Ms. Quill and Ms. Dahl came. Both women said it was late.": (["Quill", "Dahl"], []),
    "Mr. Quill and Ms. Dahl came. Both women said it was late.": ([], []),
    f"President {DAHL} and Chancellor {REED} spoke. The two leaders said it was late.": (
        [DAHL, REED],
        [],
    ),
    # titles
    f"Ambassador {QUILL} left. The ambassador said it was late.": ([QUILL], []),
    f"Florida Sen. {FROST} left. The Ohio senator said it was late.": ([], []),
    f"Polish envoy {QUILL} left. The Norwegian envoy said it was late.": ([], []),
    MET + "The minister said it was late.": ([], [QUILL, FROST]),
    f"A ministry aide said it was late. “No,” the aide, {DAHL}, said. He was told so.": ([DAHL], []),
    f"Peru's state minister, {QUILL}, and her colleague from Fiji, {FROST}, wrote to "
    f"the Cuban foreign minister, {REED}, to demand a seat.": ([QUILL, FROST], []),
    f"Minister {QUILL} and her counterpart, Minister {FROST}, said it was late.": (
        [QUILL, FROST],
        [],
    ),
    # the only two of whom a text tells together, however far; both outcomes of neither, it, the host
    MET + "It rained. " * 5 + "The two said it was late.": ([QUILL, FROST], []),
    f"Admiral {REED} met envoy {DAHL}. " + "It rained. " * 5 + "They said it was late.": ([], []),
    f"Minister {QUILL} came. Neither minister said why it was late.": ([], []),
    MET + "Neither denied that it was late.": ([QUILL, FROST], []),
    MET + "Quill neither confirmed nor denied that it was late.": ([QUILL], []),
    # a newspaper is nobody whom a pronoun means
    f"Minister {QUILL} left, Gazeta Morska reported on Friday. She said it was late.": (
        [QUILL],
        [],
    ),
    "The Avel Ministry said it rained. It said it was late.": (["Avel Ministry"], []),
    f"Admiral {REED} said it rained. It said it was late.": ([], []),
    # the ministers of states, who are named later, and of no other field
    "Kenya and Peru agree, their trade ministers said. Kenya's Kip Arap and Peru's trade "
    "minister, Luz Paz, came. The two said it was late.": (["Kip Arap", "Luz Paz"], []),
    "Kenya and Peru agree, their trade ministers said.\n\nKenya's Kip Too and Peru's Foreign "
    "Minister Luz Paz came. The trade ministers said it was late.": ([], []),
    # a nationality alone, before and after the name
    "Her Peruvian guest said it was late.\n\nLuz Paz, Peru's trade minister, left. The "
    "Peruvian said it was cold.": (["Luz Paz"], []),
    f"Admiral {REED} said it was late. The Peruvian smiled. “It is cold,” he said.": (
        [],
        [],
    ),
    # who added goes on; another who said does not
    f"A spokesman said it was late. It was cold, {REED} added.": ([REED], []),
    "Poland's minister said it was late. Luz Paz, the Peruvian minister, said it was cold. The "
    "Polish minister said no.": ([], []),
    # names that fit two
    "Envoy Kim Min-ho met envoy Kim Su-jin. Kim said it was late.": (
        [],
        ["Kim Min-ho", "Kim Su-jin"],
    ),
    "Minister Kip Arap spoke. Peru's Luz Paz was more reserved. The defense minister said it was late.": (["Luz Paz"], []),
    "Minister Kip Arap came with Peru's Luz Paz. It rained. Peru's defense minister said it was late.": (["Luz Paz"], []),
    "Minister Kip Arap came with Peru's Luz Paz and Peru's Ana Mori. The Peruvian minister said it was late.": ([], ["Luz Paz", "Ana Mori"]),
    "Minister Kip Arap came with Peru's Luz Paz. It rained. The Peruvian minister said it was late.": (["Luz Paz"], []),
    "Peruvian Foreign Minister Luz Paz met Kenyan Foreign Minister Kip Arap. It rained. The Kenyan and Peruvian ministers said it was late.": (["Kip Arap", "Luz Paz"], []),
    "Peruvian Foreign Minister Luz Paz met Kenyan Foreign Minister Kip Arap. The Kenyan and Polish ministers said it was late.": ([], []),
    "Foreign Minister Luz Paz met Foreign Minister Kip Arap. “Late,” said Arap. The minister also called for snow.": (["Kip Arap"], ["Luz Paz"]),
    "Foreign Minister Luz Paz met Foreign Minister Kip Arap. “Late,” said Arap.\n\nThe minister also called for snow.": ([], ["Luz Paz", "Kip Arap"]),
    "Admiral Per Dahl came." + 4 * " It rained." + " Envoy Oda Dahl left. Mr. Dahl said it was late.": (["Oda Dahl"], ["Per Dahl"]),
    "Envoy Oda Dahl met envoy Per Dahl. Dr. Dahl said it was late.": ([], ["Oda Dahl", "Per Dahl"]),
    "Foreign Minister Luz Paz said that Tom Okello, her Kenyan colleague, was late. It rained. The Kenyan foreign minister said it was cold.": (["Tom Okello"], []),
    "Per Dahl, the mayor and a distant cousin of the minister, said it was late.": (["Per Dahl"], []),
    "Minister Luz Paz claimed to have met Admiral Per Dahl and to have been told by the latter that it was late.": (["Per Dahl"], []),
    "The Polish embassy in Lima said it was late.": (["Polish embassy in Lima"], []),
    "Per Dahl, an opposition lawmaker, left. The deputy said it was late.": (["Per Dahl"], []),
    "Deputy Minister Per Dahl left. The deputy said it was late.": ([], []),
    "Per Dahl, chair of the Avel guild, left. The chairman said it was late.": (["Per Dahl"], []),
    "Per Dahl, chairman of the Avel guild, left. The chairwoman said it was late.": ([], []),
    "Senator Rosa Quill left. The Avel lawmaker said it was late.": (["Rosa Quill"], []),
    "Senator Rosa Quill left. It rained. The Avel lawmaker said it was late.": ([], []),
    "Deputy Foreign Minister Rosa Quill left. The senior diplomat said it was late.": (["Rosa Quill"], []),
    "Iceland's Rosa Quill left. The Icelander said it was late.": (["Rosa Quill"], []),
    "Minister Rosa Quill met Coast Guard Director Per Dahl. The coast guard chief said it was late.": (["Per Dahl"], []),
    "Minister Rosa Quill met Coast Guard Director Per Dahl. Both Quill and the coast guard chief said it was late.": (["Rosa Quill", "Per Dahl"], []),
    "Minister Rosa Quill met Coast Guard Director Per Dahl. The chief said it was late.": ([], ["Rosa Quill", "Per Dahl"]),
    "Admiral Per Dahl left. According to him, it was late.": (["Per Dahl"], []),
    "Admiral Per Dahl met envoy Tom Okello. According to him, it was late.": ([], ["Per Dahl", "Tom Okello"]),
    "Coast Guard Director General Rear Admiral Per Dahl left. The DG said it was late.": (["Per Dahl"], []),
}  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_whom_words_mean(text: str) -> None:
    attribution = read_article(text).attributions[-1]
    resolved = [name for mention in attribution.attributed_to for name in mention.resolved]
    others = [name for mention in attribution.attributed_to for name in mention.others]
    assert (resolved, others) == MEANT[text]


# text: the people who are proposed
PEOPLE = {
    "Lars Roe and Sharp Roe said it was late.": ["Lars Roe", "Sharp Roe"],
    "Delegate Update: The latest count in the race.": [],
    "Delegate Upton: The latest count is late.": ["Upton"],
    # What reported something on a day, or is “the newspaper” afterwards, is nobody.
    "It is late, Gazeta Morska reported on Friday.": [],
    "It is late, Oda Brekke reported on Friday. Brekke left.": ["Oda Brekke"],
    "According to Gazeta Morska, it is late. The newspaper said it was cold.": [],
    "According to Oda Brekke, it is late. The clerk said it was cold.": ["Oda Brekke"],
}


@pytest.mark.parametrize("text", PEOPLE)
def test_who_is_a_person(text: str) -> None:
    assert [p.name for p in read_article(text).people if p.kind == "person"] == PEOPLE[text]
