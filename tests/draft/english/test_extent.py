"""Which words a statement holds, and which deeds are not drafted as statements."""

from __future__ import annotations

import pytest

from alliance_archive.draft import draft

TOLD = {
    # Words around a cue between commas are one statement; joined clauses are two.
    "When the lamp went out, Minister Rosa Quill said, the ship was gone.": [
        "When the lamp went out, Minister Rosa Quill said, the ship was gone"
    ],
    "Two years ago, Minister Rosa Quill pointed out, the bay was full.": [
        "Two years ago, Minister Rosa Quill pointed out, the bay was full"
    ],
    "Minister Rosa Quill says there’s no deal.": ["there’s no deal"],
    # Whom it is told to comes before it, and what it is called.
    "Minister Rosa Quill told crews there last week that the bay was closed.": [
        "that the bay was closed"
    ],
    "Minister Rosa Quill told me herself that the bay was closed.": ["that the bay was closed"],
    "Minister Rosa Quill was clear with us that the bay was closed.": ["that the bay was closed"],
    "Minister Rosa Quill made the point that the bay was closed.": ["that the bay was closed"],
    "That, Minister Rosa Quill said, was a matter for judges.": [
        "That, Minister Rosa Quill said, was a matter for judges"
    ],
    "They met nine times, Minister Rosa Quill said, two of them at sea.": [
        "They met nine times, Minister Rosa Quill said, two of them at sea"
    ],
    "The two will sail again, Minister Rosa Quill said, if they are paid.": [
        "The two will sail again, Minister Rosa Quill said, if they are paid"
    ],
    "She filed it late, Minister Rosa Quill told reporters in Avel, “because it rained.”": [
        "She filed it late, Minister Rosa Quill told reporters in Avel, “because it rained.”"
    ],
    "The bay will close, Minister Rosa Quill warned, “and fish do not wait.”": [
        "The bay will close",
        "“and fish do not wait.”",
    ],
    "There was a list, Minister Rosa Quill added in a note on Friday, and it was long.": [
        "There was a list",
        "it was long",
    ],
    "The bay was “dark” at noon, Minister Rosa Quill said in a note carried by the agency.": [
        "The bay was “dark” at noon"
    ],
    # Not: what somebody says after another clause, or of a clause that only tells when.
    "As talks opened, Minister Rosa Quill said, “We tried.”": ["“We tried.”"],
    "Told that it was late, Minister Rosa Quill said, “then we go.”": ["“then we go.”"],
    "Minister Rosa Quill said in a note on Friday, “We tried.”": ["“We tried.”"],
    # Told by phone, not by somebody.
    "“The bay is shut,” Minister Rosa Quill said by satellite phone.": ["“The bay is shut,”"],
    "“The bay is shut,” said by Minister Rosa Quill, was a joke.": [],
    # What somebody does, wants or does not take up; but what is called, asked or wanted in quotes.
    "Minister Rosa Quill ordered two ships to sail.": ["two ships to sail"],
    "Minister Rosa Quill voted against the pact.": [],
    "Minister Rosa Quill wants the court to sit in Avel.": [],
    "Minister Rosa Quill wants “a court that sits.”": ["“a court that sits.”"],
    "Minister Rosa Quill, who requested the debate, left.": [],
    "Minister Rosa Quill, who called the debate a circus, left.": ["the debate a circus"],
    "Neither Minister Rosa Quill nor Admiral Per Dahl would comment on the loss.": [],
    "Minister Rosa Quill commented on the loss.": ["the loss"],
    "Minister Rosa Quill did not agree on everything.": [],
    "Minister Rosa Quill did not agree that it was late.": ["that it was late"],
    "Minister Rosa Quill was questioned by Admiral Per Dahl.": [],
    "Minister Rosa Quill was praised by Admiral Per Dahl.": ["Minister Rosa Quill"],
    "Had Minister Rosa Quill discussed a pact?": [],
    "Minister Rosa Quill discussed a pact.": ["a pact"],
    "Minister Rosa Quill, who holds that post, left.": [],
    "Minister Rosa Quill dismissed that as “folklore.”": ["that as “folklore.”"],
    "Minister Rosa Quill, a priest, put it well.": [],
    # A conjunction before the commas: the words are those after it.
    "Jan Barry got a minute because, Minister Rosa Quill said, he was early.": ["he was early"],
    "They came by road and, according to Minister Rosa Quill, blocked the bay.": [
        "blocked the bay"
    ],
    "Minister Rosa Quill rejected, however, the claim for interest.": ["the claim for interest"],
    "Minister Rosa Quill called him at noon.": [],
    "Minister Rosa Quill called him brave.": ["him brave"],
    # What is told in a report: whoever said it, but not what was done, denied or said by nobody.
    "In May, Minister Rosa Quill said, Per Dahl had assured her that it rained.": [
        "that it rained"
    ],
    "Minister Rosa Quill denied that Per Dahl had promised anything.": [
        "that Per Dahl had promised anything"
    ],
    "Minister Rosa Quill said that Per Dahl had promised to go.": ["to go"],
    "Per Dahl had promised to go, Minister Rosa Quill said.": ["Per Dahl had promised to go"],
    "Minister Rosa Quill said that neither man had told her who paid.": [
        "that neither man had told her who paid"
    ],
    "Envoy Jan Wolan left. Neither ministry blamed the weather.": [],
    "Minister Rosa Quill said that Per Dahl had ordered a count.": [
        "that Per Dahl had ordered a count"
    ],
    # A gesture after what is reported; a headline that tells of a deed.
    "It was late, Minister Rosa Quill said, and Per Dahl nodded.": ["It was late"],
    "It was late, Minister Rosa Quill said, and Per Dahl had left.": [
        "It was late",
        "Per Dahl had left",
    ],
    "Ministers condemn attack\n\nMinister Rosa Quill condemned it loudly.": ["it loudly"],
    "Attack was “madness,” minister says\n\nMinister Rosa Quill left.": ["Attack was “madness,”"],
    "Minister Rosa Quill said the men o’ the north wanted rain.": [
        "the men o’ the north wanted rain"
    ],
    # A quotation in a sentence of its own is apart from the paraphrase before it, not from a
    # quotation.
    "No list was made, Minister Rosa Quill said. “Look under the table.”": [
        "No list was made",
        "“Look under the table.”",
    ],
    "Minister Rosa Quill said the bay was “dark.” “Bring a lamp.”": [
        "the bay was “dark.”",
        "“Bring a lamp.”",
    ],
    "“No,” Minister Rosa Quill said. “Look under the table.”": [
        "“No,” Minister Rosa Quill said. “Look under the table.”"
    ],
    # Nor words in what comes before the main clause; an -ed form, “will” or “yet” is not the end.
    "To a question on the “Arctic dip,” Minister Rosa Quill said that the bay was closed.": [
        "that the bay was closed"
    ],
    "In an interview for “Evening,” Minister Rosa Quill said the bay was closed.": [
        "the bay was closed"
    ],
    "On the bay itself, “there is nothing to tell,” Minister Rosa Quill told reporters.": [
        "On the bay itself, “there is nothing to tell,”"
    ],
    "On May 3, on a tour of the yard, now called North, Minister Rosa Quill boasted of its ships.": [
        "its ships"
    ],
    "The isles turned hostile, as Minister Rosa Quill responded to the ban.": [],
    "The isles turned hostile, as Minister Rosa Quill responded.": ["The isles turned hostile"],
    "Minister Rosa Quill reported that, according to a study, 85 of the 154 meetings were secret.": [
        "that, according to a study, 85 of the 154 meetings were secret"
    ],
    "Minister Rosa Quill accused Per Dahl of hiding the list and lying to the court.": [
        "Per Dahl of hiding the list and lying to the court"
    ],
    "Minister Rosa Quill is accusing Per Dahl of hiding the list and warning that it will rain.": [
        "Per Dahl of hiding the list",
        "that it will rain",
    ],
    "Minister Rosa Quill accused Per Dahl of hiding, delaying and losing the list.": [
        "Per Dahl of hiding, delaying and losing the list"
    ],
    "Minister Rosa Quill said the ally needed a port – and that she would build it.": [
        "the ally needed a port",
        "that she would build it",
    ],
    "Minister Rosa Quill promised to deport undocumented workers.": [
        "to deport undocumented workers"
    ],
    "Minister Rosa Quill threatened to put tariffs on imported goods.": [
        "to put tariffs on imported goods"
    ],
    "Minister Rosa Quill mocked a digitally altered image of the bay.": [
        "a digitally altered image of the bay"
    ],
    "Minister Rosa Quill dismissed concerns about the will of the people.": [
        "concerns about the will of the people"
    ],
    "Minister Rosa Quill rejected the idea of the undivided and recognized capital of the isles.": [
        "the idea of the undivided and recognized capital of the isles"
    ],
    "Minister Rosa Quill said she hadn’t yet called for a vote because it rained.": [
        "she hadn’t yet called for a vote because it rained"
    ],
    "Envoy Per Dahl praised the crew of the Elver, who had saved nine men, and blamed the weather.": [
        "the crew of the Elver",
        "the weather",
    ],
    "Minister Rosa Quill rebutted the charge that papers on the yard, written by pupils, were false.": [
        "the charge that papers on the yard, written by pupils, were false"
    ],
    "Minister Rosa Quill explained her reasons in an interview.": ["her reasons"],
    "Minister Rosa Quill announced a pact at the summit.": ["a pact at the summit"],
    "Minister Rosa Quill urged him not to back down until it rained.": [
        "him not to back down until it rained"
    ],
    "Minister Rosa Quill accused Per Dahl of holding talks at times when nobody came.": [
        "Per Dahl of holding talks at times when nobody came"
    ],
    "The visit was set two weeks ago – before it rained, Minister Rosa Quill said.": [
        "The visit was set two weeks ago – before it rained"
    ],
    "Minister Rosa Quill said the bay would close – unless it rained.": [
        "the bay would close – unless it rained"
    ],
    "Minister Rosa Quill said the bay would close – a claim she had made before.": [
        "the bay would close"
    ],
    "Minister Rosa Quill condemned threats made in an interview.": ["threats made in an interview"],
    "Minister Rosa Quill rejected claims he made in a speech.": ["claims he made in a speech"],
}


@pytest.mark.parametrize("text", TOLD)
def test_words_are_those_of_the_statement(text: str) -> None:
    drafted = draft(text, publisher="Example", date="2031-05-14")
    passages = [statement.anchor for statement in drafted.statements]
    assert [drafted.text[a.start : a.end] for a in passages if a] == TOLD[text]
