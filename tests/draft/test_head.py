"""What a document says of itself: its kind, publisher and date, in the conventions of offices."""

from __future__ import annotations

import pytest

from alliance_archive.draft.head import iso_day, read_head
from alliance_archive.draft.readers import kind_of

BODY = (
    "The Secretary met the Minister this morning and thanked him for the ships that his country "
    "has sent to the strait since the spring."
)
HEADS = [
    # head, kind, publisher, date
    ("FOR IMMEDIATE RELEASE\n\nMinistry of Defense\nMarch 17, 2031\n\nOn the talks\n",
     "press-release", "Ministry of Defense", "2031-03-17"),
    ("THE WHITE HOUSE\nOffice of the Press Secretary\nFor Immediate Release      March 3, 2031\n"
     "\nReadout of the President's Call\n", "readout", "The White House", "2031-03-03"),
    ("Readout of Secretary Hale's Meeting With Minister Seo\n\n17 March 2031\n",
     "readout", None, "2031-03-17"),
    ("OFFICE OF THE PRIME MINISTER OF NEW ZEALAND\n\n28th September 2030\n\nReadout of the call\n",
     "readout", "Office of the Prime Minister of New Zealand", "2030-09-28"),
    ("Joint Statement of Ghana, Kenya and Norway\n\nAccra, 5-7 May 2031\n",
     "joint-statement", "Ghana, Kenya and Norway", "2031-05-07"),
    ("Ministers issue joint statement on ships\n\n2031-05-07\n", "article", None, "2031-05-07"),
    ("PRESS RELEASE\nEmbassy of Norway\nReleased on: 07.05.2031\nVisit of 3 March 2031\n",
     "press-release", "Embassy of Norway", "2031-05-07"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "kind", "publisher", "date"), HEADS)
def test_a_document_says_what_it_is(head: str, kind: str, publisher: str | None, date: str) -> None:
    text = f"{head}\n{BODY}\n"
    said = read_head(text)
    assert (kind_of(text), said.publisher, said.date) == (kind, publisher, date)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tuesday, 5 November 2030, 10:15 a.m.", "2030-11-05"),
        ("NOVEMBER 08, 2030", "2030-11-08"),
        ("the 14th of March, 2031", "2031-03-14"),
        ("(March 6-7, 2030)", "2030-03-07"),
        ("30 April – 2 May 2031", "2031-05-02"),
        ("2031/03/14", "2031-03-14"),
        ("14/05/2031", "2031-05-14"),
        ("05/14/2031", "2031-05-14"),
        ("03/05/2031", None),
        ("31 February 2031", None),
        ("March 2031", None),
    ],
)
def test_a_date_in_a_line(line: str, day: str | None) -> None:
    assert iso_day(line) == day
