"""Records above one another: long chains take no longer than as many records, and end."""

from __future__ import annotations

from collections import Counter

from alliance_archive import Archive
from alliance_archive.check.across import RecordRules
from alliance_archive.model.records import Topic
from tests.conftest import Write


class Topics:
    """A lookup of topics alone, that counts how often each is looked up."""

    def __init__(self, above: dict[str, str | None]) -> None:
        self.topics = {
            ident: Topic(ident, ident, broader=broader) for ident, broader in above.items()
        }
        self.asked: Counter[str] = Counter()

    def topic(self, ident: str) -> Topic | None:
        self.asked[ident] += 1
        return self.topics.get(ident)

    def has(self, kind: str, ident: str) -> bool:
        return ident in self.topics

    def circles(self) -> list[str]:
        rules = RecordRules(self)  # type: ignore[arg-type]
        return [found.message for topic in self.topics.values() for found in rules.findings(topic)]


def test_each_topic_of_a_chain_is_looked_up_once() -> None:
    chain: dict[str, str | None] = {f"t{n}": f"t{n + 1}" for n in range(300)}
    topics = Topics(chain | {"t300": None})
    assert topics.circles() == []
    assert set(topics.asked.values()) == {1}


def test_those_below_a_circle_are_not_part_of_it() -> None:
    topics = Topics({"a": "b", "b": "c", "c": "d", "d": "c", "e": "a", "f": "d"})
    assert topics.circles() == [
        "the topic is broader than itself: c → d → c",
        "the topic is broader than itself: d → c → d",
    ]


MEETINGS = """meetings:
  - {id: summit, name: S, kind: conference, date: 2017-10}
  - {id: dinner, name: D, kind: bilateral, date: 2017-10-05, part_of: summit}
  - {id: toast, name: T, kind: bilateral, date: 2017-10, part_of: dinner}
  - {id: talks, name: K, kind: bilateral, date: 2017-10, part_of: summit}
  - {id: walk, name: W, kind: bilateral, date: 2017-10, part_of: later}
  - {id: later, name: L, kind: conference, date: 2017-10, status: planned, part_of: summit}
"""
SOURCE = """source: {{id: {0}, publisher: P, date: {1}, kind: article}}
statements:
  - {{id: {0}-1, form: indirect, attributed_to: [], anchor: {{start: 0, end: 1}}, summary: Said so.,
     meeting: {2}, status: reviewed}}
"""


def test_a_month_ends_with_the_first_report_of_any_meeting_on_the_sidelines(write: Write) -> None:
    sources = {
        f"{name}.yaml": SOURCE.format(name, date, meeting)
        for name, date, meeting in [
            ("one", "2017-10-20", "toast"),
            ("two", "2017-10-09", "walk"),
            ("three", "2017-10-17", "talks"),
            ("four", "2017-10-30", "summit"),
        ]
    }
    with Archive.open(write({"meetings.yaml": MEETINGS, **sources})) as archive:
        days = dict(archive.connection.execute("SELECT id, last_day FROM meeting"))
    assert days == {
        "summit": "2017-10-17",
        "dinner": "2017-10-05",
        "toast": "2017-10-20",
        "talks": "2017-10-17",
        "walk": "2017-10-09",
        "later": "2017-10-31",
    }
