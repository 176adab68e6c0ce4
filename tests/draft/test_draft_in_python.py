"""draft() from Python: the records, the notes, and the file in the archive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.archive import Archive
from alliance_archive.draft import add, draft, read
from alliance_archive.draft.extraction import Attribution, Extraction, Span
from alliance_archive.errors import ArchiveError
from alliance_archive.store.parse import parse
from alliance_archive.text.normalize import normalize
from tests.conftest import Write
from tests.corrad import ARCHIVE, ARTICLE


def test_a_draft_without_an_archive() -> None:
    drafted = draft(ARTICLE, publisher="Wire", title="One watch")
    assert drafted.source is not None
    assert (drafted.source.id, drafted.source.kind) == ("wire-2021-10-04", "article")
    assert drafted.counts == "5 statements (4 need a summary), 2 new participants, 1 new meeting"
    assert [person.id for person in drafted.participants] == ["ida-orlova", "jan-wolan"]
    assert drafted.notes == ()
    assert drafted.yaml.startswith("source:\n  id: wire-2021-10-04\n")


def test_a_note_tells_who_passes_on_words_without_a_name() -> None:
    text = "Three diplomats said Foreign Minister Jan Wolan had told them: “We will not sign.”"
    (statement,) = draft(text, publisher="Wire", date="2021-10-04").statements
    assert (statement.attributed_to, statement.voiced_by) == (("jan-wolan",), ())
    assert statement.note == "via “Three diplomats”, whom the text does not name"


def test_an_added_draft_is_in_the_archive_and_noted_next_time(write: Write) -> None:
    root = write({"a.yaml": ARCHIVE})
    with Archive.open(root) as archive:
        drafted = draft(ARTICLE, archive)
        assert drafted.counts == "5 statements (4 need a summary), no new participants"
        assert add(archive, drafted) == "sources/corrad-2021-10-04.yaml"
    with Archive.open(root) as archive:
        again = draft(ARTICLE, archive)
        assert again.source is not None
        assert again.source.id == "corrad-2021-10-04-b"
        assert again.notes == ("this text is already in the archive: corrad-2021-10-04",)
        with pytest.raises(ArchiveError, match="the id ida-orlova is already taken"):
            draft(ARTICLE, archive, id="ida-orlova")


def test_another_language_is_noted_and_nothing_proposed() -> None:
    text = "Le ministre a dit que tout ira bien et que la flotte reste ici."
    drafted = draft(text, name="article.txt")
    assert (drafted.source, drafted.statements, drafted.yaml) == (None, (), "")
    assert drafted.notes == ("article.txt: not in English, so nothing was drafted",)
    assert read(text).other_language


def test_a_date_missing_from_the_text_is_asked_for() -> None:
    with pytest.raises(ArchiveError, match="no publisher and no date found"):
        draft("The minister said that the talks would go on in the spring.")


def test_a_language_that_nothing_reads() -> None:
    with pytest.raises(
        ArchiveError, match="cannot draft from a source of kind article in the language ko"
    ):
        draft(ARTICLE, language="ko")


UNSEEN = "\u00ad\u200b\u200d\u200e\u2060\u3164\ufe0f\ufeff"


@given(st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.sampled_from(UNSEEN)), max_size=9))
def test_offsets_count_characters_that_nobody_sees(added: list[tuple[int, str]]) -> None:
    text = ARTICLE
    for offset, character in sorted(added, reverse=True):
        text = text[:offset] + character + text[offset:]
    drafted = draft(text, publisher="Wire", date="2021-10-04")
    source_text = normalize(text)
    for statement in drafted.statements:
        assert 0 <= statement.anchor.start < statement.anchor.end <= len(source_text)
        for quote in statement.quotes:
            assert source_text[quote.start : quote.end] == quote.exact
    records = [entry.record for entry in parse("x.yaml", drafted.yaml.encode()).records]
    assert [record for record in records if record.KIND == "statement"] == list(drafted.statements)


ENGLISH = "The minister met with the ambassador and they agreed that it is important to go on.\n\n"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "article",
            "Orlova confirmed to Defense Minister Ida Brekke, spokesman Jan Aune told them.",
        ),
        ("article", "The minister says months, the Red Cross says."),
        ("press-release", "Kim Min-su confirmed to Lee Jae, Park Jin told reporters."),
        ("readout", 'Speaker Park engineers. "," said Park.'),
        ("joint-statement", 'Speaker Park engineers. "," said Park.'),
    ],
)
def test_a_report_without_words_becomes_no_statement(kind: str, text: str) -> None:
    text = f"{ENGLISH}{text} Speaker Park said that the straits stay open."
    attributions = read(text, kind=kind).attributions
    assert "the straits stay open" in text[attributions[-1].anchor.start :]
    assert all(a.anchor.start < a.anchor.end for a in attributions)
    drafted = draft(text, kind=kind, publisher="Wire", date="2021-10-04")
    assert all(entry.anchor.start < entry.anchor.end for entry in drafted.statements)


def test_answers_keep_their_questions_where_a_report_without_words_is_left_out() -> None:
    def told(start: int, end: int, question: int | None = None) -> Attribution:
        words = Span(start, end)
        return Attribution(
            "direct", None, (), (), None, (words,), None, words, ("",), in_reply_to=question
        )

    extraction = Extraction((told(0, 4), told(5, 5), told(6, 8, 1), told(9, 12), told(13, 15, 3)))
    kept = extraction.with_words().attributions
    assert [a.in_reply_to for a in kept] == [None, None, None, 2]


NAMES = """\
GRAZ, Austria – Austrian Foreign Minister Ruth Keller met her Chinese counterpart, Wei Liang, in \
Graz on Wednesday.

Wei Liang said the dam was “full.”

Prime Minister Anu Sepp — who is from Graz — said it was “old.”

Russia’s Foreign Ministry said it was “tall.”
"""


def test_names_offices_and_ids_are_those_of_the_people() -> None:
    """A Chinese family name comes first; no id has the s of “Russia's”; a dash belongs to nobody."""
    drafted = draft(NAMES, publisher="Wire", date="2031-06-04")
    assert drafted.source is not None
    assert drafted.source.dateline == "GRAZ, Austria"
    assert [statement.as_given for statement in drafted.statements] == [
        "Wei Liang",
        "Prime Minister Anu Sepp",
        "Russia’s Foreign Ministry",
    ]
    assert (
        drafted.yaml.partition("as the text names them:\n")[2]
        == """\
participants:
  - id: wei-liang
    name: Wei Liang
    kind: person
    family_name: Wei
    country: CN
    memberships:
      - {role: Foreign Minister, organization: China, country: CN}

  - id: anu-sepp
    name: Anu Sepp
    kind: person
    family_name: Sepp
    note: Prime Minister; the text gives no country or organization.

  - id: russia-foreign-ministry
    name: Russia’s Foreign Ministry
    kind: organization
    country: RU

  - id: ruth-keller
    name: Ruth Keller
    kind: person
    family_name: Keller
    country: AT
    memberships:
      - {role: Foreign Minister, organization: Austria, country: AT}

meetings:
  - id: austria-china-2031-06-04
    name: Austria–China talks
    date: 2031-06-04
    kind: bilateral
    place: {name: Graz}
    participants: [ruth-keller, wei-liang]
    note: Drafted from wire-2031-06-04.
"""
    )
