"""What tables say of a statement besides its words: dates, verbs, places, documents, headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, Write


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("who highlighted", "Stressed the urgency of the North Korean issue. [verb: highlighted]"),
        ("who Clark", "[meeting: US–South Korea defense talks (Clark, Philippines)]"),
        ("statements --meeting trilateral", "Song Young-moo; Jim Mattis; Itsunori Onodera"),
        ("said song --source yonhap-2017-10-23", "with Jim Mattis; with Itsunori Onodera; in a joint press statement"),
        ("said mattis", "in a separate statement"),
        ("meetings", "US–South Korea defense talks"),
        ("statements --meeting seoul-2017-10-28", "US–South Korea defense talks; about: 49th US–ROK Security Consultative Meeting"),
        ("sources", "2017-10-23 (inferred)  Yonhap"),
    ],
)  # fmt: skip
def test_a_piped_table_says(run: Run, command: str, line: str) -> None:
    assert line in run(*command.split()).out


def test_a_comparison_on_one_topic_has_no_other_headings(run: Run) -> None:
    done = run("compare", "mattis", "onodera", "--topic", "un-resolutions", COLUMNS="80")
    assert "UN Security Council resolutions" in done.out
    assert "Pressure on North Korea" not in done.out


@pytest.mark.parametrize(
    ("width", "table"),
    [
        (
            "80",
            """\
Who                         Words         ID, form, date
──────────────────────────────────────────────────────────────
unattributed (“officials”)  Expect more.  wire-6
                                          paraphrase
                                          2024-06-03 (article)
""",
        ),
        (
            "200",
            """\
Date                  Attributed to               Form        Words         Source         ID
─────────────────────────────────────────────────────────────────────────────────────────────────
2024-06-03 (article)  unattributed (“officials”)  paraphrase  Expect more.  Example Wire,  wire-6
                                                                            2024-06-03
""",
        ),
    ],
)
def test_an_unattributed_statement_is_called_so_at_any_width(
    harbor: Path, run: Run, width: str, table: str
) -> None:
    assert run("statements", "--status", "draft", COLUMNS=width).out == table


def test_beside_long_ids_words_have_lines_of_their_own(run: Run, write: Write) -> None:
    write(
        {
            "a.yaml": """\
participants:
  - {id: ida, name: Ida Orlova, kind: person}
  - {id: jan, name: Jan Wolan, kind: person}
topics:
  - {id: patrols, name: Patrols}
source: {id: gazette, publisher: Gazette, date: 2031-03-14, kind: article}
statements:
  - id: ministry-of-defense-of-norvania-2031-03-14-01
    form: mixed
    attributed_to: [ida, jan]
    summary: Called the patrols “a long overdue step” toward safer waters in the north.
    quotes: [{exact: a long overdue step, start: 10, end: 29}]
    anchor: {start: 0, end: 30}
    topics: [patrols]
"""
        }
    )
    assert (
        run("said", "ida", COLUMNS="80").out
        == """\
with Jan Wolan
  Called the patrols “a long overdue step” toward safer waters in the north.
  ministry-of-defense-of-norvania-2031-03-14-01, partial quote, 2031-03-14
  (article)
"""
    )
    assert (
        run("phrases", COLUMNS="80").out
        == """\
“a long overdue step”
  on Patrols
  Uses: 1
  Who: Ida Orlova, Jan Wolan
  2031-03-14 (article), ministry-of-defense-of-norvania-2031-03-14-01
"""
    )
