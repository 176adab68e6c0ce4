"""What a document says of itself: its kind, publisher and date, in the conventions of offices."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_archive.draft.head import iso_day, read_head
from alliance_archive.draft.readers import kind_of
from tests.conftest import Run

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
    ("SECRETARIAT OF THE SEA – PRESS TEAM\n2031. 3. 7. (Fri.)\n\nReadout of a Call\n",
     "readout", "Secretariat of the Sea", "2031-03-07"),
    ("Readout of Secretary Hale's Meeting With Minister Seo\n\n17 March 2031\n",
     "readout", None, "2031-03-17"),
    ("OFFICE OF THE PRIME MINISTER OF NEW ZEALAND\n\n28th September 2030\n\nReadout of the call\n",
     "readout", "Office of the Prime Minister of New Zealand", "2030-09-28"),
    ("Joint Statement of Ghana, Kenya and Norway\n\nAccra, 5-7 May 2031\n",
     "joint-statement", "Ghana, Kenya and Norway", "2031-05-07"),
    ("Ministers issue joint statement on ships\n\n2031-05-07\n", "article", None, "2031-05-07"),
    ("PRESS RELEASE\nEmbassy of Norway\nReleased on: 07.05.2031\nVisit of 3 March 2031\n",
     "press-release", "Embassy of Norway", "2031-05-07"),
    ("AGREED MINUTES\nof the Fifth Session of the Joint Commission of Ghana and Norway\n\nACCRA, "
     "5-7 MAY 2031\n", "joint-statement", "Ghana and Norway", "2031-05-07"),
    ("JOINT DECLARATION OF INTENT\nbetween\nthe Ministry of Defence of the Republic of Ghana\nand\n"
     "the Ministry of Defence of Norway\n\nDone at Accra on 7 May 2031.\n",
     "joint-statement", "Ghana and Norway", "2031-05-07"),
    ("(FULL TEXT) Joint statement of ministers of Ghana, Norway\n\nACCRA, May 7 (Example News) -- "
     "The following is the full text of a joint statement of Ghana and Norway of May 5 to 7, 2031.\n",
     "joint-statement", "Ghana and Norway", "2031-05-07"),
    ("Japan-Norway Working Lunch\n\nMay 7, 2031\n\nMr. Ole Berg, Minister for Foreign Affairs "
     "of Norway, held talks with the Ghanaian minister this morning. The overview is as follows.\n",
     "readout", "Minister for Foreign Affairs of Norway", "2031-05-07"),
    ("Extraordinary Press Conference by Foreign Minister OKUBO Taro\n\n"
     "Wednesday, May 7, 2031, 6:52 p.m. Front Entrance Hall, Ministry of Foreign Affairs\n",
     "transcript", "Ministry of Foreign Affairs", "2031-05-07"),
    ("STAND-UP TRANSCRIPT\n\nHon Ann Holm\nMinister of Foreign Affairs\n\n"
     "Parliament Buildings, Wellington | Wednesday 7 May 2031\n",
     "transcript", "Minister of Foreign Affairs", "2031-05-07"),
    ("Press conference by the President of the Czech Republic Jan Berg\n7. 5. 2031\n",
     "transcript", "President of the Czech Republic", "2031-05-07"),
    ("Transcript\n\nInterview with Ann Holm, Morning Wave, Radio Federation\n\n7 May 2031\n",
     "transcript", "Radio Federation", "2031-05-07"),
    ("FEDERAL DEPARTMENT OF FOREIGN AFFAIRS FDFA\nMinutes of the media conference, Transcript\n"
     "Bern, 07.05.2031\n", "transcript", "Federal Department of Foreign Affairs FDFA", "2031-05-07"),
    ("ACCRA DECLARATION ON SHIPS\n\nAccra, 7 May 2031\n\nThe Ministers of Ghana, Ann Holm, and of "
     "Norway, Ole Berg (collectively, “the Participants”), met today and reached an understanding.\n",
     "joint-statement", "Ghana and Norway", "2031-05-07"),
    ("Statement after the review\n\nMinistry of Defence of Norway\n\n7 May 2031\n\nToday in Accra, "
     "Minister Ann Holm and Minister Ole Berg adopted the following statement:\n",
     "joint-statement", "Ministry of Defence of Norway", "2031-05-07"),
    ("Prime Minister Holm speaks with Prime Minister of Ghana Kofi Boateng\n\nMay 7, 2031\n\nToday, "
     "Prime Minister Ann Holm spoke with the Prime Minister of Ghana, Kofi Boateng, on the strait.\n",
     "readout", "Prime Minister Holm", "2031-05-07"),
    ("European Council\nPress release\n07/05/2031 | 15:20\n\nReadout of the call\n",
     "readout", "European Council", "2031-05-07"),
    ("U.S. Department of Defense\nReadout of the call\n05/07/31\n",
     "readout", "U.S. Department of Defense", "2031-05-07"),
    ("Statement on ships\n\nThe following readout was provided by Ole Berg, spokesman for the "
     "Ministry of Defence, on 7 May 2031:\n", "readout", "Ministry of Defence", "2031-05-07"),
    ("Centre for Sea and Land\n\nTRANSCRIPT\n7 May 2031\n\nFEATURING\nAnn Holm\nMinister of "
     "Defence\n", "transcript", "Centre for Sea and Land", "2031-05-07"),
    ("CO-CHAIRS’ CONCLUSIONS\n\nAccra, 7 May 2031\n\n1. Kofi Boateng, Minister of Defence of Ghana, "
     "and Ole Berg, Minister of Defence of Norway, were in the chair at this meeting.\n",
     "joint-statement", "Ghana and Norway", "2031-05-07"),
    ("BANK OF THE NORTH\nOffice of Communications\n\nREADOUT | Call with Ghana\n\nAccra, 07.05.2031\n",
     "readout", "Bank of the North", "2031-05-07"),
    ("QA-27, 7 May 2031, Readout Regarding the Norway-EU Dialogue\n\nThe following readout was issued "
     "by the Ministry of Foreign Affairs:\n", "readout", "Ministry of Foreign Affairs", "2031-05-07"),
    ("EMBASSY OF NORWAY IN ACCRA\n\nPRESS RELEASE No. 14/2031\n\nReadout of the call\n\nAccra "
     "(7 May) - Minister Holm:\n", "readout", "Embassy of Norway in Accra", "2031-05-07"),
    ("JOINT PRESS CONFERENCE\nMinister of Defence of Ecuador Carla Bravo\n7 May 2031\n\n(Unofficial "
     "transcript from the Spanish)\n", "transcript", "Minister of Defence of Ecuador", "2031-05-07"),
    ("NOTE TO CORRESPONDENTS\n\nNew York, 7 May 2031\n\nReadout of a call\n",
     "readout", None, "2031-05-07"),
    (
        "COMMUNITY OF PORTS OF THE INNER SEA\n\nNINTH ORDINARY SESSION OF THE AUTHORITY OF PORTS\n"
        "Port Avel, 3 May 2032\n\nFINAL COMMUNIQUÉ",
        "joint-statement",
        "Community of Ports of the Inner Sea",
        "2032-05-03",
    ),
    (
        "PORT UNION    UNION DES PORTS    UNIÃO DOS PORTOS\nPRESS RELEASE No. 7\n3 May 2032",
        "press-release",
        "Port Union",
        "2032-05-03",
    ),
    (
        "MINISTRY OF FOREIGN AFFAIRS | Media Center\nPress release\n3 May 2032",
        "press-release",
        "Ministry of Foreign Affairs",
        "2032-05-03",
    ),
    (
        "FOR IMMEDIATE RELEASE\nMay 3, 2032\n\n"
        "Ministry of Defense of Norway: Norway and Ghana to Launch Joint Patrols\n",
        "press-release",
        "Ministry of Defense of Norway",
        "2032-05-03",
    ),
    # Of two states, nobody knows which publishes it.
    (
        "Press Conference by Norwegian Minister of Defense Ann Holm and Ghanaian Minister of Defense "
        "Kofi Boateng\n\nAccra, May 3, 2032\n",
        "transcript",
        None,
        "2032-05-03",
    ),
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
        ("Wednesday, 05/03/2031", "2031-03-05"),
        ("05/14/31", "2031-05-14"),
        ("05/07/31", None),
        ("30-11-2031", "2031-11-30"),
        ("05-03-2031", None),
        ("gathered in Avel on this second day of February 2033 on its margins", "2033-02-02"),
        ("on the 17th day of the month of May of the year two thousand twenty-nine", "2029-05-17"),
        ("this twenty-first day of June, in the year two thousand and thirty,", "2030-06-21"),
        ("on the second day of their meeting in May 2031", None),
        ("31 February 2031", None),
        ("March 2031", None),
    ],
)
def test_a_date_in_a_line(line: str, day: str | None) -> None:
    assert iso_day(line) == day


def test_a_date_below_a_long_heading() -> None:
    text = (
        "Joint press conference\n\n"
        "by the Secretary General of the Harbor Council, Ann Holm, with the President of the Swiss "
        "Confederation, Max Frost, and the Prime Minister of Iceland, Jon Berg, in Avel, at the "
        "harbor\n\n23 Sep. 2030 | Last updated: 24 Sep. 2030 09:12\n\n"
        "Ann Holm: Welcome to the harbor.\n\nMax Frost: Thank you.\n"
    )
    assert read_head(text).date == "2030-09-23"


RELEASE = """\
FOR IMMEDIATE RELEASE
May 3, 2032

{heading}

OSLO, Norway – {issuer} announced today that two ships will sail in June.

“These ships send a clear signal,” said Minister of Defense Ann Holm.

About the Ministry of Defense of Norway
The Ministry of Defense of Norway is responsible for the defense of the Kingdom of Norway.

Media contact: Jan Dahl, press@example.no
"""


@pytest.mark.parametrize(
    ("heading", "issuer", "ident"),
    [
        (
            "Norway to Launch Patrols in June",
            "The Ministry of Defense of Norway",
            "ministry-of-defense-of-norway",
        ),
        (
            "Ministry of Defense of Norway: Norway to Launch Patrols in June",
            "The Ministry of Defense of Norway",
            "ministry-of-defense-of-norway",
        ),
        (
            "Norway to Launch Patrols in June",
            "The Norwegian Ministry of Defense",
            "norwegian-ministry-of-defense",
        ),
    ],
)
def test_a_release_is_issued_by_the_body_that_it_is_about(
    run: Run, tmp_path: Path, heading: str, issuer: str, ident: str
) -> None:
    """And that body is one participant, however the release calls it."""
    (tmp_path / "a.txt").write_text(
        RELEASE.format(heading=heading, issuer=issuer), encoding="utf-8"
    )
    record = run("draft", tmp_path / "a.txt").out
    name = issuer.removeprefix("The ")
    head, _, rest = record.partition("  kind: press-release\n")
    assert head == (
        "source:\n"
        "  id: ministry-of-defense-of-norway-2032-05-03\n"
        "  publisher: Ministry of Defense of Norway\n"
        "  date: 2032-05-03\n"
    )
    title = f'"{heading}"' if ":" in heading else heading
    assert rest.startswith(
        f"  title: {title}\n  dateline: OSLO, Norway\n  language: en\n  issued_by: [{ident}]\n"
    )
    assert record.count("kind: organization") == 1
    assert (
        f'  - id: {ident}\n    name: {name}\n    kind: organization\n    country: "NO"\n' in record
    )
