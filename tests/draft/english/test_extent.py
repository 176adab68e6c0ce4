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
    "Minister Rosa Quill ordered two ships to sail.": [],
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
}


@pytest.mark.parametrize("text", TOLD)
def test_words_are_those_of_the_statement(text: str) -> None:
    drafted = draft(text, publisher="Example", date="2031-05-14")
    passages = [statement.anchor for statement in drafted.statements]
    assert [drafted.text[a.start : a.end] for a in passages if a] == TOLD[text]
