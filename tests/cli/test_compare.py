"""`compare`: two sides next to each other."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Run, Write

pytestmark = pytest.mark.usefixtures("harbor")


def test_two_people_at_80_columns(run: Run) -> None:
    assert (
        run("compare", "voss", "kim", COLUMNS="80").out
        == """\
Mara Voss                              │ 김서연
3 statements                           │ 3 statements
───────────────────────────────────────┴────────────────────────────────────────
2 statements by both

Quoted phrases
both  “anchor”  ×2 and ×1
                                       │ “닻”

Korea–US alliance
Talks of two, 2024-06-01
both  Mara Voss, 김서연: Called the alliance the “anchor” of peace.  wire-1
Mara Voss, via Joe Bell: “The          │
  alliance is the anchor of all we     │
  do,”  wire-2                         │

Joint drills
Talks of three, 2024-06-02
both  Mara Voss, 김서연, 新井健二: Will hold drills together.  wire-4

Sea lanes
Talks of three, 2024-06-02
both  see above  wire-4

No topic  김서연 only
No meeting, 2024-06-03
김서연: The “닻” holds.  wire-5
"""
    )


def test_two_people_at_160_columns(run: Run) -> None:
    assert (
        run("compare", "voss", "kim", COLUMNS="160").out
        == """\
Mara Voss                                                                      │ 김서연
3 statements                                                                   │ 3 statements
───────────────────────────────────────────────────────────────────────────────┴────────────────────────────────────────────────────────────────────────────────
2 statements by both

Quoted phrases
both  “anchor”  ×2 and ×1
                                                                               │ “닻”

Korea–US alliance
Talks of two, 2024-06-01
both  Mara Voss, 김서연: Called the alliance the “anchor” of peace.  wire-1 · Example Wire, 2024-06-03
Mara Voss, via Joe Bell: “The alliance is the anchor of all we do,”  wire-2    │
  · Example Wire, 2024-06-03                                                   │

Joint drills
Talks of three, 2024-06-02
both  Mara Voss, 김서연, 新井健二: Will hold drills together.  wire-4 · Example Wire, 2024-06-03

Sea lanes
Talks of three, 2024-06-02
both  see above  wire-4

No topic  김서연 only
No meeting, 2024-06-03
김서연: The “닻” holds.  wire-5 · Example Wire, 2024-06-03
"""
    )


def test_two_topics_by_who_spoke_on_them(run: Run) -> None:
    assert (
        run("compare", "sea", "alliance", COLUMNS="80").out
        == """\
Sea lanes                              │ Korea–US alliance
2 statements                           │ 3 statements
───────────────────────────────────────┴────────────────────────────────────────
1 statement on both sides

Quoted phrases
“free and open”                        │ “anchor”  ×2

Mara Voss
Talks of three, 2024-06-02
both  Mara Voss, 김서연, 新井健二: Will hold drills together.  wire-4
Talks of two, 2024-06-01
                                       │ Mara Voss, 김서연: Called the
                                       │   alliance the “anchor” of peace.
                                       │   wire-1
                                       │ Mara Voss, via Joe Bell: “The
                                       │   alliance is the anchor of all we
                                       │   do,”  wire-2

新井健二
Talks of three, 2024-06-02
both  see above  wire-4
新井健二: Wants the sea lanes “free    │
  and open”, as an anchor of trade.    │
  wire-3                               │

김서연
Talks of three, 2024-06-02
both  see above  wire-4
Talks of two, 2024-06-01
                                       │ see above  wire-1
"""
    )


def test_json_tells_whose_each_row_is(run: Run) -> None:
    rows = json.loads(run("compare", "voss", "kim", "--json").out)
    assert [(row["what"], row["side"], row["subject"], row["ids"]) for row in rows] == [
        ("statement", "both", "korea-us", ["wire-1"]),
        ("statement", "mara-voss", "korea-us", ["wire-2"]),
        ("statement", "both", "drills", ["wire-4"]),
        ("statement", "both", "sea-lanes", ["wire-4"]),
        ("statement", "kim-seo-yeon", "", ["wire-5"]),
        ("phrase", "both", None, ["wire-1", "wire-2"]),
        ("phrase", "kim-seo-yeon", None, ["wire-5"]),
    ]
    assert (rows[5]["first_times"], rows[5]["second_times"]) == (2, 1)


@pytest.mark.parametrize(
    ("first", "second", "sides"),
    [
        ("america", "KR", {"US", "KR"}),
        ("korea", "arai", {"KR", "arai"}),
        ("harbor-two", "three", {"harbor-two", "harbor-three"}),
        ("김서연", "新井", {"kim-seo-yeon", "arai"}),
    ],
)
def test_kinds_that_can_be_compared(run: Run, first: str, second: str, sides: set[str]) -> None:
    done = run("compare", first, second, "--json")
    assert done.code == 0
    assert {row["side"] for row in json.loads(done.out)} - {"both"} <= sides


def test_sorted_by_subject(run: Run) -> None:
    rows = json.loads(run("compare", "voss", "kim", "--sort", "subject", "--json").out)
    names = [row["subject_name"] for row in rows if row["what"] == "statement"]
    assert names == sorted(names)


def test_counted_and_limited(run: Run) -> None:
    assert run("compare", "voss", "kim", "--count").out == "7\n"
    assert run("compare", "voss", "kim", "--limit", "2", "--count").out == "2\n"
    assert "drills" not in run("compare", "voss", "kim", "--limit", "2", COLUMNS="80").out


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("voss", "mara", "“voss” and “mara” are the same: Mara Voss"),
        ("vos", "nobody-at-all", "no record called “nobody-at-all” in the archive"),
        ("talks", "harbor-two", "“talks” matches more than one"),
        ("wire-1", "wire-2", "wire-1 is a statement"),
    ],
)
def test_what_cannot_be_compared(run: Run, first: str, second: str, message: str) -> None:
    done = run("compare", first, second)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_nothing_matches(run: Run) -> None:
    done = run("compare", "voss", "kim", "--match", "zebra", COLUMNS="80")
    assert (done.code, done.out, done.err) == (
        0,
        "",
        "alliance-archive: no statement matches “zebra”\n",
    )


RELAYED = """\
source: {id: pilot-gazette-2031-03-14, publisher: Pilot Gazette, date: 2031-03-14, kind: article}
statements:
  - id: pilot-gazette-2031-03-14-extra-edition-01
    form: mixed
    attributed_to: [arai]
    voiced_by: [joe-bell]
    summary: Told the US that Tokyo would “join in due course”.
    quotes: [{exact: join in due course, start: 10, end: 28}]
    anchor: {start: 0, end: 30}
  - id: pilot-gazette-2031-03-14-extra-edition-02
    form: mixed
    attributed_to: [kim-seo-yeon]
    summary: Called it “overdue”.
    quotes: [{exact: overdue, start: 40, end: 47}]
    anchor: {start: 35, end: 50}
"""


def test_a_phrase_that_a_side_only_relayed_names_its_speaker(run: Run, write: Write) -> None:
    write({"wire.yaml": RELAYED})
    assert (
        run("compare", "us", "kr", COLUMNS="100").out
        == """\
United States                                    │ South Korea
1 statement                                      │ 1 statement
─────────────────────────────────────────────────┴──────────────────────────────────────────────────

Quoted phrases
“join in due course”  新井健二, via Joe Bell     │ “overdue”

No topic
No meeting, 2031-03-14 (article)
新井健二, via Joe Bell: Told the US that Tokyo   │ 김서연: Called it “overdue”.
  would “join in due course”.                    │   pilot-gazette-2031-03-14-extra-edition-02 ·
  pilot-gazette-2031-03-14-extra-edition-01 ·    │   Pilot Gazette, 2031-03-14
  Pilot Gazette, 2031-03-14                      │
"""
    )


def test_ids_that_do_not_fit_beside_each_other_are_not_broken(run: Run, write: Write) -> None:
    write({"wire.yaml": RELAYED})
    assert (
        run("compare", "us", "kr", COLUMNS="80").out
        == """\
United States                          │ South Korea
1 statement                            │ 1 statement
───────────────────────────────────────┴────────────────────────────────────────

Quoted phrases
United States  “join in due course”  新井健二, via Joe Bell
South Korea  “overdue”

No topic
No meeting, 2031-03-14 (article)
United States  新井健二, via Joe Bell: Told the US that Tokyo would “join in
  due course”.  pilot-gazette-2031-03-14-extra-edition-01
South Korea  김서연: Called it “overdue”.
  pilot-gazette-2031-03-14-extra-edition-02
"""
    )
