"""The meetings that an article reports or announces: who met, when and where; or rightly none."""

from __future__ import annotations

import pytest

from alliance_archive.archive import Archive
from alliance_archive.draft import draft
from tests.conftest import Write

PRADO = "Portuguese Foreign Minister Ana Prado"
KELLER = "Austrian Chancellor Ruth Keller"

# text: name, date, kind, status, place and participants of each meeting that is proposed
MEETINGS = {
    f"{PRADO} met {KELLER} in Graz, Austria, on Monday. Prado said it was useful.": [
        ("Portugal–Austria talks", "2031-06-02", "bilateral", "held", ("Graz", "AT"),
         ("ana-prado", "ruth-keller"))
    ],
    f"On Tuesday, {PRADO} held talks with {KELLER} in Lisbon. Keller praised the wine.": [
        ("Portugal–Austria talks", "2031-06-03", "bilateral", "held", ("Lisbon", "PT"),
         ("ana-prado", "ruth-keller"))
    ],
    f"{PRADO} spoke Sunday by phone with {KELLER}. Prado said the line was bad.": [
        ("Portugal–Austria call", "2031-06-01", "bilateral", "held", None,
         ("ana-prado", "ruth-keller"))
    ],
    f"{PRADO} said she would meet {KELLER} in Vienna on Friday.": [
        ("Portugal–Austria talks", "2031-06-06", "bilateral", "planned", ("Vienna", "AT"),
         ("ana-prado", "ruth-keller"))
    ],
    f"{PRADO} and {KELLER} met at the Alpine Security Forum. Prado said it was useful.": [
        ("Portugal–Austria talks", "2031-06", "bilateral", "held", None,
         ("ana-prado", "ruth-keller"))
    ],
    "Japan and Australia held talks in Tokyo on May 31. Japan said it would build ships.": [
        ("Japan–Australia talks", "2031-05-31", "bilateral", "held", ("Tokyo", "JP"),
         ("japan", "australia"))
    ],
    f"{PRADO} met {KELLER} in Seoul on Monday. Prado said it was useful.": [
        ("Portugal–Austria talks", "2031-06-02", "bilateral", "held", ("Seoul", "KR"),
         ("ana-prado", "ruth-keller"))
    ],
    f"{PRADO} met {KELLER} in Singapore on Monday. Prado said it was useful.": [
        ("Portugal–Austria talks", "2031-06-02", "bilateral", "held", ("Singapore", "SG"),
         ("ana-prado", "ruth-keller"))
    ],
    f"{PRADO} met {KELLER} in South Korea on Monday. Prado said it was useful.": [
        ("Portugal–Austria talks", "2031-06-02", "bilateral", "held", (None, "KR"),
         ("ana-prado", "ruth-keller"))
    ],
    f"{PRADO} said she and {KELLER} will meet again in The Hague in May.": [
        ("Portugal–Austria talks", "2032-05", "bilateral", "planned", ("The Hague", "NL"),
         ("ana-prado", "ruth-keller"))
    ],
    # Whom “the two sides” will meet again is told by who met.
    f"{PRADO} met {KELLER} in Graz on Monday. The two sides agreed to meet again in Washington on "
    "Oct. 20, according to Keller.": [
        ("Portugal–Austria talks", "2031-10-20", "bilateral", "planned", ("Washington", "US"),
         ("ana-prado", "ruth-keller"))
    ],
    f"{PRADO} met {KELLER} in Graz on Monday. Prado said they will meet again in June.": [
        ("Portugal–Austria talks", "2031-06-02", "bilateral", "held", ("Graz", None),
         ("ana-prado", "ruth-keller")),
        ("Portugal–Austria talks", "2031-06", "bilateral", "planned", None,
         ("ana-prado", "ruth-keller")),
    ],
    f'{PRADO} met {KELLER} in Moscow on Monday. "It was useful," Prado said.': [
        ("Portugal–Austria talks", "2031-06-02", "bilateral", "held", ("Moscow", "RU"),
         ("ana-prado", "ruth-keller"))
    ],
    # The day may be that of what those who met did together.
    f"{PRADO} and {KELLER} agreed Tuesday to share a dam. Prado met Keller in Graz.": [
        ("Portugal–Austria talks", "2031-06-03", "bilateral", "held", ("Graz", None),
         ("ana-prado", "ruth-keller"))
    ],
    # Denied, supposed, wished for, undated, or of one party who is named.
    f"{PRADO} did not meet {KELLER} on Monday. Prado said so.": [],
    f"If {PRADO} meets {KELLER} on Monday, it will be late, Prado said.": [],
    f"{PRADO} hopes to meet {KELLER} on Friday. Prado said so.": [],
    f"{PRADO} met {KELLER} in Graz. Prado said it was useful.": [],
    f"{PRADO} said the two sides will meet again in May.": [],
    f"{PRADO} met reporters in Graz on Monday. Prado said it was useful.": [],
    f"{PRADO} met Portuguese Defense Minister Rui Alves on Monday. Prado said so.": [],
    f"{PRADO} debated {KELLER} on Monday. Prado said so.": [],
    # Nobody who met is quoted.
    f"{PRADO} met {KELLER} in Graz on Monday. Envoy Tom Okello said it was late.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "meetings"), MEETINGS.items(), ids=lambda value: str(value)[:60])
def test_meetings(text: str, meetings: list[object]) -> None:
    drafted = draft(text, publisher="Wire", date="2031-06-04")
    assert [
        (m.name, m.date, m.kind, m.status, m.place and (m.place.name, m.place.country),
         m.participants)
        for m in drafted.meetings
    ] == meetings  # fmt: skip


def test_a_statement_is_of_the_meeting_or_about_it() -> None:
    drafted = draft(
        f"{PRADO} met {KELLER} in Graz on Monday. Prado said the dam was full.\n\n"
        f"{PRADO} said she would meet Keller again on Friday.\n\n"
        "Envoy Tom Okello said it was late.",
        publisher="Wire",
        date="2031-06-04",
    )
    assert [meeting.id for meeting in drafted.meetings] == [
        "portugal-austria-2031-06-02",
        "portugal-austria-2031-06-06",
    ]
    assert [(s.attributed_to, s.meeting, s.about) for s in drafted.statements] == [
        (("ana-prado",), "portugal-austria-2031-06-02", ()),
        (("ana-prado",), "portugal-austria-2031-06-02", ("portugal-austria-2031-06-06",)),
        (("tom-okello",), None, ()),
    ]


def test_a_meeting_of_the_archive_is_used(write: Write) -> None:
    """Even one that was planned: that it has been held is for the reviewer to say."""
    people = """\
participants:
  - {id: ana-prado, name: Ana Prado, kind: person, country: PT}
  - {id: ruth-keller, name: Ruth Keller, kind: person, country: AT}
meetings:
  - {id: graz, name: Graz talks, date: 2031-06-02, kind: bilateral, status: planned,
     participants: [ruth-keller, ana-prado]}
"""
    archive = Archive.open(write({"a.yaml": people}))
    text = "Ana Prado met Ruth Keller in Graz on Monday. Prado said it was useful."
    drafted = draft(text, archive, publisher="Wire", date="2031-06-04")
    assert drafted.meetings == ()
    assert [statement.meeting for statement in drafted.statements] == ["graz"]
