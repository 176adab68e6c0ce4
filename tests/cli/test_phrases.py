"""`phrases`: the lexicon, the matrix and the concordance."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Run, Write

pytestmark = pytest.mark.usefixtures("harbor")


def test_at_80_columns(run: Run) -> None:
    assert (
        run("phrases", COLUMNS="80").out
        == """\
Phrase and topics     Uses  Who                      First – last, IDs
──────────────────────────────────────────────────────────────────────
“anchor”                 2  Mara Voss                2024-06-01
on Korea–US alliance        김서연                   wire-1
                            Mara Voss, via Joe Bell  wire-2

“free and open”          1  新井健二                 2024-06-02
on Sea lanes                                         wire-3

“닻”                     1  김서연                   2024-06-03
                                                     wire-5
"""
    )


def test_at_160_columns(run: Run) -> None:
    assert (
        run("phrases", COLUMNS="160").out
        == """\
Phrase           Uses  Topics             Who                      First – last  Sources                   IDs
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
“anchor”            2  Korea–US alliance  Mara Voss                2024-06-01    Example Wire, 2024-06-03  wire-1
                                          김서연                                                           wire-2
                                          Mara Voss, via Joe Bell

“free and open”     1  Sea lanes          新井健二                 2024-06-02    Example Wire, 2024-06-03  wire-3

“닻”                1                     김서연                   2024-06-03    Example Wire, 2024-06-03  wire-5
"""
    )


def test_of_each_alliance(run: Run) -> None:
    assert (
        run("phrases", "--by", "alliance", COLUMNS="80").out
        == """\
Alliance           Phrase           Uses  Who                  First – last, IDs
────────────────────────────────────────────────────────────────────────────────
Korea–US alliance  “anchor”            2  Mara Voss            2024-06-01
                                          김서연               wire-1
                                          Mara Voss, via Joe   wire-2
                                          Bell

no alliance        “free and open”     1  新井健二             2024-06-02
                                                               wire-3

                   “닻”                1  김서연               2024-06-03
                                                               wire-5
"""
    )


def test_of_each_speaker_in_either_capacity(run: Run) -> None:
    assert (
        run("phrases", "--by", "speaker", COLUMNS="160").out
        == """\
Speaker    Phrase           Uses  Topics             Who                      First – last  Sources                   IDs
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Joe Bell   “anchor”            1  Korea–US alliance  Mara Voss, via Joe Bell  2024-06-01    Example Wire, 2024-06-03  wire-2

Mara Voss  “anchor”            2  Korea–US alliance  Mara Voss                2024-06-01    Example Wire, 2024-06-03  wire-1
                                                     김서연                                                           wire-2
                                                     Mara Voss, via Joe Bell

新井健二   “free and open”     1  Sea lanes          新井健二                 2024-06-02    Example Wire, 2024-06-03  wire-3

김서연     “anchor”            1  Korea–US alliance  Mara Voss                2024-06-01    Example Wire, 2024-06-03  wire-1
                                                     김서연

           “닻”                1                     김서연                   2024-06-03    Example Wire, 2024-06-03  wire-5
"""
    )


def test_of_each_speaker_at_80_columns(run: Run) -> None:
    assert (
        run("phrases", "--by", "speaker", "--speaker", "bell", COLUMNS="80").out
        == """\
Speaker    Phrase and topics     Uses  Who                     First – last, IDs
────────────────────────────────────────────────────────────────────────────────
Joe Bell   “anchor”                 1  Mara Voss, via Joe      2024-06-01
           on Korea–US alliance        Bell                    wire-2

Mara Voss  “anchor”                 1  Mara Voss, via Joe      2024-06-01
           on Korea–US alliance        Bell                    wire-2
"""
    )


def test_words_looked_for_in_all_statements(run: Run) -> None:
    assert (
        run("phrases", "--word", "anchor", "--word", "닻", COLUMNS="80").out
        == """\
Phrase and topics            Uses  Who                   First – last, IDs
────────────────────────────────────────────────────────────────────────────────
anchor                          3  Mara Voss             2024-06-01 – 2024-06-02
on Korea–US alliance ×2  2 quoted  김서연                wire-1
Sea lanes                          Mara Voss, via Joe    wire-2
                                   Bell                  wire-3
                                   新井健二

“닻”                            1  김서연                2024-06-03
                                                         wire-5
"""
    )


def test_across_topics(run: Run) -> None:
    assert (
        run("phrases", "--across", "topics", COLUMNS="80").out
        == """\
                       Korea–US
Phrase           Uses  alliance  Sea lanes  no topic
────────────────────────────────────────────────────
“anchor”            2         2          ·         ·
“free and open”     1         ·          1         ·
“닻”                1         ·          ·         1
"""
    )


def test_concordance_at_80_columns(run: Run) -> None:
    assert (
        run("phrases", "--kwic", "--word", "anchor", COLUMNS="80").out
        == """\
anchor  3 uses
   Called the alliance the “anchor” of peace.                             wire-1
        The alliance is the anchor of all we do,                          wire-2
    …“free and open”, as an anchor of trade.                              wire-3
"""
    )


def test_concordance_at_160_columns(run: Run) -> None:
    assert (
        run("phrases", "--kwic", COLUMNS="160").out
        == """\
“anchor”  2 uses
2024-06-01  Mara Voss +1             Example Wire, 2024-06-03            Called the alliance the “anchor” of peace.                                       wire-1
2024-06-01  Mara Voss, via Joe Bell  Example Wire, 2024-06-03                 The alliance is the anchor of all we do,                                    wire-2

“free and open”  1 use
2024-06-02  新井健二                 Example Wire, 2024-06-03                Wants the sea lanes “free and open”, as an anchor of trade.                  wire-3

“닻”  1 use
2024-06-03  김서연                   Example Wire, 2024-06-03                                The “닻” holds.                                              wire-5
"""
    )


def test_a_pipe_gets_whole_phrases(run: Run) -> None:
    assert (
        run("phrases").out
        == """\
Phrase         Times  Reports  Of                 Who                Via       First       Last        IDs             Sources
anchor             2        2  Korea–US alliance  Mara Voss; 김서연  Joe Bell  2024-06-01  2024-06-01  wire-1; wire-2  Example Wire, 2024-06-03
free and open      1        1  Sea lanes          新井健二                     2024-06-02  2024-06-02  wire-3          Example Wire, 2024-06-03
닻                 1        1                     김서연                       2024-06-03  2024-06-03  wire-5          Example Wire, 2024-06-03
"""
    )


def test_a_pipe_gets_the_whole_concordance(run: Run) -> None:
    assert (
        run("phrases", "--kwic", "--speaker", "bell").out
        == """\
                Left  Words   Right           Attributed to  Via       Date        Source                    ID
The alliance is the   anchor   of all we do,  Mara Voss      Joe Bell  2024-06-01  Example Wire, 2024-06-03  wire-2
"""
    )


def test_csv_of_the_matrix_counts_with_zeros(run: Run) -> None:
    done = run("phrases", "--across", "years", "--by", "country", "--format", "csv")
    assert done.code == 0
    lines = [line.split(",") for line in done.out.splitlines()]
    assert lines[0][:4] == ["group", "group_name", "phrase", "times"]
    assert lines[0][-1] == "2024"
    assert [(line[0], line[2], line[-1]) for line in lines[1:]] == [
        ("JP", "free and open", "1"),
        ("KR", "anchor", "1"),
        ("KR", "닻", "1"),
        ("US", "anchor", "2"),
    ]


def test_json_of_a_phrase(run: Run) -> None:
    assert json.loads(run("phrases", "--json", "--limit", "1").out) == [
        {
            "phrase": "anchor",
            "times": 2,
            "quoted": 2,
            "reports": 2,
            "topics": ["korea-us"],
            "topic_names": ["Korea–US alliance"],
            "topic_times": [2],
            "speakers": ["mara-voss", "kim-seo-yeon"],
            "speaker_names": ["Mara Voss", "김서연"],
            "voiced_by": ["joe-bell"],
            "voiced_names": ["Joe Bell"],
            "first": "2024-06-01",
            "last": "2024-06-01",
            "ids": ["wire-1", "wire-2"],
            "sources": ["wire"],
            "source_names": ["Example Wire, 2024-06-03"],
        }
    ]


def test_json_of_a_concordance(run: Run) -> None:
    rows = json.loads(run("phrases", "--kwic", "--word", "anchor", "--json").out)
    assert [(row["id"], row["words"], row["quoted"]) for row in rows] == [
        ("wire-1", "anchor", True),
        ("wire-2", "anchor", True),
        ("wire-3", "anchor", False),
    ]
    assert rows[2]["left"] + rows[2]["words"] + rows[2]["right"] == (
        "Wants the sea lanes “free and open”, as an anchor of trade."
    )


def test_a_concordance_cannot_be_a_matrix(run: Run) -> None:
    done = run("phrases", "--kwic", "--by", "year")
    assert (done.code, done.out) == (2, "")
    assert "cannot be combined with --by" in done.err


@pytest.mark.parametrize("more", [(), ("--kwic",)])
def test_nothing_matches(run: Run, more: tuple[str, ...]) -> None:
    done = run("phrases", "--word", "zebra", *more, COLUMNS="80")
    assert (done.code, done.out, done.err) == (
        0,
        "",
        "alliance-archive: no phrase matches “zebra”\n",
    )


def test_rows_and_uses_are_counted(run: Run) -> None:
    assert run("phrases", "--count").out == "3\n"
    assert run("phrases", "--kwic", "--count").out == "4\n"


@pytest.mark.parametrize(
    ("sort", "phrases"),
    [
        ("phrase", ["anchor", "free and open", "닻"]),
        ("-last", ["닻", "free and open", "anchor"]),
        ("-times", ["anchor", "free and open", "닻"]),
    ],
)
def test_rows_and_uses_are_sorted_alike(run: Run, sort: str, phrases: list[str]) -> None:
    for shape in ((), ("--kwic",)):
        rows = json.loads(run("phrases", *shape, "--sort", sort, "--json").out)
        assert list(dict.fromkeys(row["phrase"] for row in rows)) == phrases


def test_words_are_found_by_the_rules_of_who(run: Run) -> None:
    for word in ("anch", "ANCHOR", "sea lanes", "닻", "'free and", "hold*"):
        rows = json.loads(run("phrases", "--word", word, "--json").out)
        who = json.loads(run("who", word, "--json").out)
        assert sorted({ident for row in rows for ident in row["ids"]}) == sorted(
            row["id"] for row in who
        )


def test_a_phrase_at_the_end_of_a_quotation_is_one_use(run: Run, write: Write) -> None:
    """Also if longer phrases begin with the same words."""
    write(
        {
            "paper.yaml": """\
source: {id: s, publisher: P, date: 2017-10-02, kind: article}
statements:
  - id: s-1
    form: mixed
    attributed_to: []
    summary: Called the sea “free and open”.
    quotes: [{exact: free and open, start: 1, end: 14}]
    anchor: {start: 0, end: 15}
  - id: s-2
    form: mixed
    attributed_to: []
    summary: Praised “free and open sea lanes”.
    quotes: [{exact: free and open sea lanes, start: 21, end: 44}]
    anchor: {start: 20, end: 45}
"""
        }
    )
    done = run("phrases", "--source", "s", "--fields", "phrase,times,ids", "--format", "tsv")
    assert done.out == (
        "phrase\ttimes\tids\nfree and open\t2\ts-1; s-2\nfree and open sea lanes\t1\ts-2\n"
    )
    assert run("phrases", "--source", "s", "--kwic", "--count").out == "3\n"
