"""What is certain about a date, and what is not, in look-ups."""

from __future__ import annotations

import csv
import io

import pytest

from tests.conftest import Run, Write

MEETINGS = """\
participants: [{id: kim, name: Kim, kind: person}]
meetings:
  - {id: forum, name: Forum, kind: conference, date: 2017-10}
  - {id: talks, name: Talks, kind: bilateral, date: 2017-10, part_of: forum}
  - {id: future, name: Future talks, kind: bilateral, date: 2999-01, status: planned}
  - {id: soon, name: Next talks, kind: bilateral, date: 2017-10, status: planned}
"""
SOURCE = "source: {{id: {}, publisher: Wire, date: {}, kind: {}}}\nstatements:\n"
STATEMENT = (
    "  - {{id: {}, form: indirect, attributed_to: [kim], summary: {}, "
    "anchor: {{start: 1, end: 5}}, {}}}\n"
)
WIRE = SOURCE.format("wire", "2017-10-23", "joint-statement") + "".join(
    STATEMENT.format(f"wire-{n}", words, link)
    for n, (words, link) in enumerate(
        [
            ("Spoke at the talks.", "meeting: talks"),
            ("Spoke on that day.", "date: 2017-10-23"),
            ("Spoke some time.", "note: Undated."),
            ("Spoke that year.", "date: 2017"),
        ],
        1,
    )
)


@pytest.fixture(autouse=True)
def archive(write: Write) -> None:
    write({"meetings.yaml": MEETINGS, "wire.yaml": WIRE})


def ids(run: Run, *command: str) -> list[str]:
    done = run(*command, "--fields", "id")
    assert done.code == 0
    return done.out.split()[1:]


DOUBTS = "alliance-archive: {} of the {} may be outside: dated only {}\n"


def test_certain_ones_come_first_and_the_others_are_counted(run: Run) -> None:
    done = run("statements", "--since", "23 Oct 2017", COLUMNS="80")
    assert done == (
        0,
        """\
Who  Words                ID, form, date
───────────────────────────────────────────
Kim  Spoke on that day.   wire-2
                          paraphrase
                          2017-10-23

Kim  Spoke that year.     wire-4
                          paraphrase
                          2017

Kim  Spoke at the talks.  wire-1
                          paraphrase
                          2017-10

Kim  Spoke some time.     wire-3
                          paraphrase
                          2017-10-23 (joint
                            statement)
""",
        DOUBTS.format(3, "statements", "by month, by year or by the source"),
    )


def test_a_table_that_is_sorted_and_data_keep_their_order(run: Run) -> None:
    by_date = ["wire-4", "wire-1", "wire-2", "wire-3"]
    assert ids(run, "statements", "--since", "2017-10-23", "--sort", "date") == by_date
    assert ids(run, "statements", "--since", "2017-10-23", "--format", "csv") == by_date


def test_on_takes_only_what_is_certain(run: Run) -> None:
    assert ids(run, "statements", "--on", "2017-10-23") == ["wire-2"]
    assert ids(run, "statements", "--on", "Oct 2017") == ["wire-1", "wire-2"]
    assert ids(run, "statements", "--on", "2017") == ["wire-4", "wire-1", "wire-2"]
    assert run("statements", "--on", "2017-10-22").err == (
        "alliance-archive: no statement matches these filters\n"
        "alliance-archive: 2 may be of that day: --since 2017-10-22 --until 2017-10-22\n"
    )
    assert run("statements", "--on", "2017", "--count").err == (
        "alliance-archive: 1 more may be of that year: --since 2017 --until 2017\n"
    )
    assert run("meetings", "--on", "2017-10-20", "--count") == (
        0,
        "0\n",
        "alliance-archive: 3 may be of that day: --since 2017-10-20 --until 2017-10-20\n",
    )
    assert ids(run, "meetings", "--on", "2017-10") == ["forum", "soon", "talks"]
    assert ids(run, "sources", "--on", "2017-10-23") == ["wire"]
    assert ids(run, "participants", "--on", "2017-10-23") == ["kim"]
    assert run("export", "--on", "2017-10-23", "--count").out == "1\n"
    assert run("timeline", "--on", "2017-10-23").out.count("wire-") == 1


def test_nothing_reported_is_later_than_its_source(run: Run) -> None:
    assert ids(run, "statements", "--since", "2017-10-24") == []
    assert ids(run, "meetings", "--since", "2017-10-24") == ["future", "soon"]
    query = "SELECT id, last_day FROM meetings ORDER BY id"
    assert run("sql", query, "--format", "csv").out.split() == [
        "id,last_day",
        "forum,2017-10-23",
        "future,2999-01-31",
        "soon,2017-10-31",
        "talks,2017-10-23",
    ]


def test_a_meeting_ends_with_the_first_source_that_reports_it(run: Run, write: Write) -> None:
    def last_day() -> str:
        query = "SELECT last_day FROM meetings WHERE id = 'forum'"
        return run("sql", query, "--format", "csv").out.split()[1]

    earlier = SOURCE.format("early", "2017-10-09", "article")
    earlier += STATEMENT.format("early-1", "Met.", "meeting: talks")
    assert last_day() == "2017-10-23"
    root = write({"early.yaml": earlier})
    assert last_day() == "2017-10-09"
    write({"early.yaml": earlier.replace("kim]", "kim], status: draft")})
    assert last_day() == "2017-10-23"
    (root / "early.yaml").unlink()
    (root / "wire.yaml").unlink()
    assert last_day() == "2017-10-31"


def test_up_to_the_end_of_a_day_a_source_is_certain(run: Run) -> None:
    assert run("statements", "--until", "2017-10-23").err == ""
    assert run("statements", "--until", "2017-10-22", "--count") == (
        0,
        "2\n",
        DOUBTS.format(2, "statements", "by month or by year"),
    )


def test_reports_and_lists_say_so_too(run: Run) -> None:
    doubts = DOUBTS.format(3, "statements", "by month, by year or by the source")
    for command in ("summary", "participants", "export", "verify"):
        assert run(command, "--since", "2017-10-23").err.endswith(doubts)
    assert run("timeline", "--since", "2017-10-23").err == doubts + DOUBTS.format(
        3, "meetings", "by month"
    )
    assert run("meetings", "--since", "2017-10-24").err == DOUBTS.format(1, "meetings", "by month")
    assert run("sources", "--since", "2017-10-23").err == ""
    # None of the statements is on a topic, holds a phrase, or is by somebody else.
    for command in ("topics", "phrases", "phrases --kwic"):
        err = run(*command.split(), "--since", "2017-10-23").err
        assert err == f"alliance-archive: no {command.split()[0][:-1]} matches these filters\n"


def test_data_has_full_days(run: Run) -> None:
    columns = "id,date,date_from,date_start,date_end"
    done = run("export", "--fields", columns)
    assert list(csv.reader(io.StringIO(done.out)))[1:] == [
        ["wire-4", "2017", "statement", "2017-01-01", "2017-10-23"],
        ["wire-1", "2017-10", "meeting", "2017-10-01", "2017-10-23"],
        ["wire-2", "2017-10-23", "statement", "2017-10-23", "2017-10-23"],
        ["wire-3", "2017-10-23", "source", "2017-10-23", "2017-10-23"],
    ]


def test_what_is_planned(run: Run) -> None:
    assert run("meetings", "--planned", COLUMNS="80").out == (
        """\
Date     Meeting, participants              Statements  ID
──────────────────────────────────────────────────────────────
2017-10  Next talks (planned, date passed)           0  soon
2999-01  Future talks (planned)                      0  future
"""
    )
    assert run("meetings", "--fields", "id,meeting_status", "--format", "csv").out.split() == [
        "id,meeting_status",
        "forum,held",
        "soon,planned",
        "talks,held",
        "future,planned",
    ]
    assert run("meetings", "--planned", "--since", "today").out.count("talks") == 1
    assert "Status      planned, date passed\n" in run("show", "soon").out
    assert "Status      planned\n" in run("show", "future").out
    assert (
        "○ Next talks  planned, date passed  2017-10 · bilateral"
        in run("timeline", COLUMNS="80").out
    )


def test_check_tells_of_a_day_that_has_passed_and_never_fails(run: Run) -> None:
    done = run("check", "--strict")
    assert (done.code, done.out.count("planned-date-passed: ")) == (0, 1)
    assert "no problems, 1 note; " in done.err


def test_nothing_planned(run: Run, write: Write) -> None:
    write({"meetings.yaml": MEETINGS.replace(", status: planned", "")})
    assert run("meetings", "--planned").err == (
        "alliance-archive: no planned meeting in the archive\n"
    )


@pytest.mark.parametrize(
    ("date", "warned"),
    [("2017-10-24", False), ("2017-10-25", True), ("2017-10", False), ("2017-11", True)],
)
@pytest.mark.parametrize("of_meeting", [False, True])
def test_a_day_later_than_the_source_is_believed(
    run: Run, write: Write, date: str, warned: bool, of_meeting: bool
) -> None:
    meetings = f"{MEETINGS}  - {{id: m, name: M, kind: bilateral, date: {date}}}\n"
    link = "meeting: m" if of_meeting else f"date: {date}"
    write({"meetings.yaml": meetings, "wire.yaml": WIRE + STATEMENT.format("wire-5", "So.", link)})
    assert ("later-than-source: " in run("check").out) is warned


def test_what_is_said_at_a_planned_meeting_is_not_late(run: Run, write: Write) -> None:
    announced = STATEMENT.format("wire-5", "So.", "meeting: future")
    write({"wire.yaml": WIRE + announced})
    assert "later-than-source" not in run("check").out


def test_what_was_said_at_a_meeting_with_an_error_may_be_of_any_day(run: Run, write: Write) -> None:
    write({"meetings.yaml": MEETINGS.replace("kind: bilateral, date: 2017-10, part_of", "part_of")})
    done = run("statements", "--until", "2017-10-22", "--fields", "id,date", COLUMNS="80")
    assert done == (
        1,
        "ID      Date\n────────────\nwire-4  2017\nwire-1\n",
        DOUBTS.format(2, "statements", "by year or by a meeting that has an error")
        + "alliance-archive: 1 record left out because of errors. To see them: alliance-archive check\n",
    )
    assert run("statements", "--on", "2017", "--fields", "id").out == "ID\nwire-4\nwire-2\n"
