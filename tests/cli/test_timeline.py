"""`timeline`: meetings nested, planned ones marked, each statement on a line."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import Run, Write

pytestmark = pytest.mark.usefixtures("harbor")


def test_at_80_columns(run: Run) -> None:
    assert (
        run("timeline", COLUMNS="80").out
        == """\
2024-05-31  Friday
● Harbor Dialogue  2024-05-31 – 2024-06-02 · conference · Busan, South Korea
├─● Talks of two  2024-06-01 · bilateral · Mara Voss, 김서연
│     Mara Voss, 김서연: Called the alliance the “anchor” of peace.  wire-1
│     Mara Voss, via Joe Bell: “The alliance is the anchor of all we do,”
│       wire-2
└─● Talks of three  2024-06-02 · trilateral · Mara Voss, 김서연, 新井健二
      新井健二: Wants the sea lanes “free and open”, as an anchor of trade.
        wire-3
      Mara Voss, 김서연, 新井健二: Will hold drills together.  wire-4

2024-06-03  Monday
● No meeting: Example Wire, 2024-06-03  wire
    김서연: The “닻” holds.  wire-5

2024-06-20  Thursday
○ Autumn talks  planned, date passed  bilateral · Mara Voss, 김서연
"""
    )


def test_at_160_columns(run: Run) -> None:
    assert (
        run("timeline", COLUMNS="160").out
        == """\
2024-05-31  Friday
● Harbor Dialogue  2024-05-31 – 2024-06-02 · conference · Busan, South Korea
├─● Talks of two  2024-06-01 · bilateral · Mara Voss, 김서연
│     Mara Voss, 김서연: Called the alliance the “anchor” of peace.                                                            wire-1 · Example Wire, 2024-06-03
│     Mara Voss, via Joe Bell: “The alliance is the anchor of all we do,”                                                      wire-2 · Example Wire, 2024-06-03
└─● Talks of three  2024-06-02 · trilateral · Mara Voss, 김서연, 新井健二
      新井健二: Wants the sea lanes “free and open”, as an anchor of trade.                                                    wire-3 · Example Wire, 2024-06-03
      Mara Voss, 김서연, 新井健二: Will hold drills together.                                                                  wire-4 · Example Wire, 2024-06-03

2024-06-03  Monday
● No meeting: Example Wire, 2024-06-03  wire
    김서연: The “닻” holds.                                                                                                                               wire-5

2024-06-20  Thursday
○ Autumn talks  planned, date passed  bilateral · Mara Voss, 김서연
"""
    )


def test_by_month_the_latest_first(run: Run) -> None:
    assert (
        run("timeline", "--per", "month", "--sort", "-date", COLUMNS="80").out
        == """\
2024-06  June
○ Autumn talks  planned, date passed  2024-06-20 · bilateral · Mara Voss, 김서연
● No meeting: Example Wire, 2024-06-03  2024-06-03 · wire
    김서연: The “닻” holds.  wire-5

2024-05  May
● Harbor Dialogue  2024-05-31 – 2024-06-02 · conference · Busan, South Korea
├─● Talks of two  2024-06-01 · bilateral · Mara Voss, 김서연
│     Mara Voss, 김서연: Called the alliance the “anchor” of peace.  wire-1
│     Mara Voss, via Joe Bell: “The alliance is the anchor of all we do,”
│       wire-2
└─● Talks of three  2024-06-02 · trilateral · Mara Voss, 김서연, 新井健二
      新井健二: Wants the sea lanes “free and open”, as an anchor of trade.
        wire-3
      Mara Voss, 김서연, 新井健二: Will hold drills together.  wire-4
"""
    )


def test_piped_a_row_for_each_statement(run: Run) -> None:
    assert (
        run("timeline").out
        == """\
Date                   Meeting                              Who                          Words                                                        Source                    ID
2024-05-31/2024-06-02  Harbor Dialogue
2024-06-01               Talks of two                       Mara Voss, 김서연            Called the alliance the “anchor” of peace.                   Example Wire, 2024-06-03  wire-1
2024-06-01               Talks of two                       Mara Voss, via Joe Bell      “The alliance is the anchor of all we do,”                   Example Wire, 2024-06-03  wire-2
2024-06-02               Talks of three                     新井健二                     Wants the sea lanes “free and open”, as an anchor of trade.  Example Wire, 2024-06-03  wire-3
2024-06-02               Talks of three                     Mara Voss, 김서연, 新井健二  Will hold drills together.                                   Example Wire, 2024-06-03  wire-4
2024-06-03             No meeting                           김서연                       The “닻” holds.                                              Example Wire, 2024-06-03  wire-5
2024-06-20             Autumn talks (planned, date passed)
"""
    )


def test_json_keeps_the_nesting(run: Run) -> None:
    entries = json.loads(run("timeline", "--json").out)
    assert [entry["meeting"] for entry in entries] == ["harbor", None, "next"]
    assert [entry["meeting"] for entry in entries[0]["beside"]] == ["harbor-two", "harbor-three"]
    inner = entries[0]["beside"][0]["statements"]
    assert [(row["id"], row["form"]) for row in inner] == [
        ("wire-1", "mixed"),
        ("wire-2", "direct"),
    ]
    assert entries[2]["meeting_status"] == "planned"
    assert entries[2]["statements"] == []
    assert entries[1]["source"] == "wire"


def test_csv_has_a_row_for_each_statement_and_for_meetings_without_any(run: Run) -> None:
    done = run("timeline", "--format", "csv", "--fields", "depth,meeting,id,meeting_status")
    assert done.out.split() == [
        "depth,meeting,id,meeting_status",
        "0,harbor,,held",
        "1,harbor-two,wire-1,held",
        "1,harbor-two,wire-2,held",
        "1,harbor-three,wire-3,held",
        "1,harbor-three,wire-4,held",
        "0,,wire-5,",
        "0,next,,planned",
    ]


def test_a_filter_leaves_out_meetings_without_such_statements(run: Run) -> None:
    done = run("timeline", "--speaker", "arai", "--format", "csv", "--fields", "meeting,id")
    assert done.out.split() == [
        "meeting,id",
        "harbor,",
        "harbor-three,wire-3",
        "harbor-three,wire-4",
    ]


def test_since_chooses_meetings(run: Run) -> None:
    done = run("timeline", "--since", "2024-06-10", "--format", "csv", "--fields", "meeting")
    assert done.out.split() == ["meeting", "next"]


def test_counted_and_limited(run: Run) -> None:
    assert run("timeline", "--count").out == "3\n"
    assert run("timeline", "--limit", "1", "--count").out == "1\n"


def test_nothing_matches(run: Run) -> None:
    done = run("timeline", "--match", "zebra", COLUMNS="80")
    assert (done.code, done.out, done.err) == (
        0,
        "",
        "alliance-archive: no statement matches “zebra”\n",
    )


def test_meetings_in_a_cycle_all_appear(run: Run, write: Write) -> None:
    first = "  - {id: one, name: One, date: 2024, kind: bilateral, part_of: two}\n"
    second = "  - {id: two, name: Two, date: 2024, kind: bilateral, part_of: one}\n"
    write({"circle.yaml": f"meetings:\n{first}{second}"})
    assert run("timeline", "--json").code in (0, 1)


@pytest.mark.parametrize("form", ["table", "csv", "json", "yaml"])
def test_a_long_chain_of_meetings(run: Run, write: Write, form: str) -> None:
    each = "  - {{id: m-{}, name: M, date: 2024, kind: bilateral, part_of: m-{}}}\n"
    chain = "  - {id: m-0, name: M, date: 2024, kind: bilateral}\n"
    chain += "".join(each.format(number, number - 1) for number in range(1, 1600))
    write({"chain.yaml": f"meetings:\n{chain}"})
    done = run("timeline", "--format", form, COLUMNS="80")
    assert done.code == 0
    assert len(re.findall(r"\bM\b", done.out)) == 1600


def test_meetings_deeper_than_ten_are_beside_each_other(run: Run, write: Write) -> None:
    each = "  - {{id: m-{}, name: M, date: 2024, kind: bilateral, part_of: m-{}}}\n"
    chain = "".join(each.format(number, number - 1) for number in range(1, 13))
    write(
        {"chain.yaml": f"meetings:\n  - {{id: m-0, name: M, date: 2024, kind: bilateral}}\n{chain}"}
    )
    done = run("timeline", "--format", "csv", "--fields", "depth,meeting")
    rows = [line for line in done.out.split() if ",m-" in line]
    assert rows == [f"{min(number, 9)},m-{number}" for number in range(13)]


def test_sources_without_a_meeting_are_in_order_of_dates(run: Run, write: Write) -> None:
    def source(ident: str, date: str, *statements: str) -> str:
        head = f"source: {{id: {ident}, publisher: {ident.title()}, date: {date}, kind: article}}\n"
        return f"{head}statements:\n{''.join(statements)}"

    def statement(ident: str, words: str, more: str) -> str:
        return (
            f"  - {{id: {ident}, form: indirect, attributed_to: [], summary: {words}, "
            f"anchor: {{start: 0, end: 9}}{more}}}\n"
        )

    talks = "  - {id: talks, name: Talks, date: 2031-03-15, kind: bilateral}\n"
    write(
        {
            "records.yaml": f"meetings:\n{talks}",
            "avel.yaml": source("avel", "2031-03-16", statement("avel-1", "Last.", "")),
            "born.yaml": source(
                "born",
                "2031-03-14",
                statement("born-1", "First.", ""),
                statement("born-2", "Between.", ", meeting: talks"),
            ),
            "wire.yaml": source(
                "cork",
                "2031-05-30",
                statement("cork-1", "Much later.", ""),
                statement("cork-2", "In May.", ", date: 2031-05-02"),
                statement("cork-3", "Days after.", ", date: 2031-05-06"),
            ),
        }
    )
    assert (
        run("timeline", COLUMNS="80").out
        == """\
2031-03  March
● No meeting: Born, 2031-03-14 (article)  born
    Unattributed: First.  born-1
● Talks  2031-03-15 · bilateral
    Unattributed: Between.  born-2
● No meeting: Avel, 2031-03-16 (article)  avel
    Unattributed: Last.  avel-1

2031-05  May
● No meeting: Cork, 2031-05-30  2031-05-02 – 2031-05-06 · cork
    Unattributed: In May.  cork-2
    Unattributed: Days after.  cork-3
● No meeting: Cork, 2031-05-30 (article)  cork
    Unattributed: Much later.  cork-1
"""
    )
