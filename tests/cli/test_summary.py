"""`summary`: counts, the span of time, and bars."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Run, Write
from tests.example import FILES

pytestmark = pytest.mark.usefixtures("harbor")


def test_at_80_columns(run: Run) -> None:
    assert (
        run("summary", COLUMNS="80").out
        == """\
5 statements, 2024-06-01 – 2024-06-03
1 source, 3 meetings held, 1 planned, 4 speakers, 3 topics (1 alliance)
A full bar is all 5 statements.

Quoted or paraphrased
full quote              ━━━━━━━━━╸                                       1   20%
partial quote           ━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
paraphrase              ━━━━━━━━━╸                                       1   20%

Gaps
quoted, no fingerprint                                                   4   80%
drafts                                                                   1

Speakers and spokespersons
Mara Voss               ━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
김서연                  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
新井健二                ━━━━━━━━━━━━━━━━━━━                              2   40%
Joe Bell                ━━━━━━━━━╸                                       1   20%

Countries
South Korea             ━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
United States           ━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
Japan                   ━━━━━━━━━━━━━━━━━━━                              2   40%

Topics, with their narrower topics
Korea–US alliance       ━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
Sea lanes               ━━━━━━━━━━━━━━━━━━━                              2   40%
Joint drills            ━━━━━━━━━╸                                       1   20%

Years
2024                    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  5  100%
"""
    )


def test_at_160_columns(run: Run) -> None:
    assert (
        run("summary", COLUMNS="160").out
        == """\
5 statements, 2024-06-01 – 2024-06-03
1 source, 3 meetings held, 1 planned, 4 speakers, 3 topics (1 alliance)
A full bar is all 5 statements.

Quoted or paraphrased                                                              Countries
full quote              ━━━━━━━━━                                      1  20%      South Korea        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
partial quote           ━━━━━━━━━━━━━━━━━━━━━━━━━━━                    3  60%      United States      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
paraphrase              ━━━━━━━━━                                      1  20%      Japan              ━━━━━━━━━━━━━━━━━━━                               2   40%

Gaps                                                                               Topics, with their narrower topics
quoted, no fingerprint                                                 4  80%      Korea–US alliance  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━                     3   60%
drafts                                                                 1           Sea lanes          ━━━━━━━━━━━━━━━━━━━                               2   40%
                                                                                   Joint drills       ━━━━━━━━━╸                                        1   20%
Speakers and spokespersons
Mara Voss               ━━━━━━━━━━━━━━━━━━━━━━━━━━━                    3  60%      Years
김서연                  ━━━━━━━━━━━━━━━━━━━━━━━━━━━                    3  60%      2024               ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  5  100%
新井健二                ━━━━━━━━━━━━━━━━━━                             2  40%
Joe Bell                ━━━━━━━━━                                      1  20%
"""
    )


def test_piped_it_is_a_plain_table(run: Run) -> None:
    assert (
        run("summary").out
        == """\
Section     ID            Name                    Count  Share  First       Last        Reports  Sources
statements  all           Statements                  5   100%  2024-06-01  2024-06-03        5        1
records     sources       Sources                     1
records     meetings      Meetings held               3
records     planned       Meetings planned            1
records     speakers      Speakers                    4
records     topics        Topics                      3
records     alliances     Alliances                   1
form        direct        full quote                  1    20%  2024-06-01  2024-06-01        1        1
form        mixed         partial quote               3    60%  2024-06-01  2024-06-03        3        1
form        indirect      paraphrase                  1    20%  2024-06-02  2024-06-02        1        1
checked     unverifiable  Quoted, no fingerprint      4    80%
checked     unnamed       Unattributed                0     0%
checked     draft         Drafts                      1
speaker     mara-voss     Mara Voss                   3    60%  2024-06-01  2024-06-02        3        1
speaker     kim-seo-yeon  김서연                      3    60%  2024-06-01  2024-06-03        3        1
speaker     arai          新井健二                    2    40%  2024-06-02  2024-06-02        2        1
speaker     joe-bell      Joe Bell                    1    20%  2024-06-01  2024-06-01        1        1
country     KR            South Korea                 3    60%  2024-06-01  2024-06-03        3        1
country     US            United States               3    60%  2024-06-01  2024-06-02        3        1
country     JP            Japan                       2    40%  2024-06-02  2024-06-02        2        1
topic       korea-us      Korea–US alliance           3    60%  2024-06-01  2024-06-02        3        1
topic       sea-lanes     Sea lanes                   2    40%  2024-06-02  2024-06-02        2        1
topic       drills        Joint drills                1    20%  2024-06-02  2024-06-02        1        1
year        2024          2024                        5   100%  2024-06-01  2024-06-03        5        1
"""
    )


def test_json(run: Run) -> None:
    tallies = json.loads(run("summary", "--json").out)
    assert tallies[0] == {
        "section": "statements",
        "id": "all",
        "name": "Statements",
        "count": 5,
        "share": 1.0,
        "first": "2024-06-01",
        "last": "2024-06-03",
        "reports": 5,
        "sources": 1,
    }
    assert {row["id"]: row["count"] for row in tallies if row["section"] == "country"} == {
        "KR": 3,
        "US": 3,
        "JP": 2,
    }


def test_sections_agree_with_the_look_ups(run: Run) -> None:
    for row in json.loads(run("summary", "--json").out):
        if row["section"] in ("speaker", "form", "country"):
            count = run("statements", f"--{row['section']}", row["id"], "--count").out
            assert count == f"{row['count']}\n"


def test_of_one_speaker(run: Run) -> None:
    done = run("summary", "--speaker", "arai", COLUMNS="80")
    assert done.out.startswith("2 statements, 2024-06-02\n1 source, 2 meetings held")


def test_sorted_by_name_and_bounded(run: Run) -> None:
    done = run("summary", "--sort", "name", "--limit", "2", COLUMNS="80")
    assert "Joe Bell " in done.out
    assert "and 2 more" in done.out
    assert run("summary", "--count").out == "5\n"


def test_years_without_a_statement_are_shown(run: Run, write: Write) -> None:
    later = FILES["wire.yaml"].replace("date: 2024-06-03\n  - id", "date: 2027\n  - id")
    write(FILES | {"wire.yaml": later})
    rows = json.loads(run("summary", "--json").out)
    years = [(row["id"], row["count"]) for row in rows if row["section"] == "year"]
    assert years == [("2024", 4), ("2025", 0), ("2026", 0), ("2027", 1)]


def test_many_years_are_shown_by_decade(run: Run, write: Write) -> None:
    earlier = FILES["wire.yaml"].replace("date: 2024-06-03\n  - id", "date: 1987\n  - id")
    write(FILES | {"wire.yaml": earlier})
    charts = run("summary", COLUMNS="80").out
    assert "Decades\n1980s" in charts
    assert "\n2000s" in charts


def test_an_empty_answer_is_not_an_error_and_says_what_to_do_next(run: Run) -> None:
    done = run("summary", "--since", "2025", "--speaker", "voss", COLUMNS="80")
    assert (done.code, done.err) == (
        0,
        "alliance-archive: no statement matches these filters; without --since, 3 statements do\n",
    )
    assert done.out.startswith("0 statements\n")
    assert (
        run("summary", "--match", "zebra")
        .out.splitlines()[1]
        .endswith(" 0     0%        0        0")
    )


@pytest.mark.parametrize("filters", [(), ("--speaker", "voss"), ("--form", "paraphrase")])
def test_a_topic_counts_as_much_as_in_the_list_of_topics(
    run: Run, filters: tuple[str, ...]
) -> None:
    tallies = json.loads(run("summary", "--json", *filters).out)
    topics = json.loads(run("topics", "--json", *filters).out)
    counts = {tally["id"]: tally["count"] for tally in tallies if tally["section"] == "topic"}
    assert counts == {topic["id"]: topic["statements"] for topic in topics}


def test_it_counts_the_topics_that_topics_lists(run: Run, write: Write) -> None:
    unused = "topics:\n  - {id: space, name: Space, kind: issue}\n"
    write(FILES | {"records.yaml": FILES["records.yaml"].replace("topics:\n", unused)})
    assert run("topics", "--count").out == "4\n"
    assert "4 topics (1 alliance)" in run("summary", COLUMNS="80").out
    assert run("topics", "--speaker", "arai", "--count").out == "3\n"
    assert "3 topics (1 alliance)" in run("summary", "--speaker", "arai", COLUMNS="80").out
