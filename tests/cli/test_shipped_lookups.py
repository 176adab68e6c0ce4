"""Look-ups in the shipped archive, each output checked against the article."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Run


def ids(run: Run, *arguments: str) -> list[str]:
    """The numbers of the article's statements that a look-up finds."""
    done = run(
        *arguments,
        "--source",
        "yonhap-2017-10-23",
        "--fields",
        "id",
        "--format",
        "tsv",
        "--sort",
        "id",
    )
    assert done.code == 0
    return [line.removeprefix("yonhap-2017-10-23-") for line in done.out.splitlines()[1:]]


def test_who_said_linchpin_at_80_columns(run: Run) -> None:
    assert (
        run("who", "linchpin", COLUMNS="80").out
        == """\
Who             Words                                     ID, form, date
────────────────────────────────────────────────────────────────────────────────
Jim Mattis      “Secretary Mattis and Minister Song       pentagon-2017-10-23-01
Song Young-moo  reaffirmed the U.S.-ROK alliance is the   full quote
via Dana White  linchpin of peace and security in the     2017-10-23
in a readout    Asia-Pacific region.”
                [also in: yonhap-2017-10-23-02,
                yonhap-2017-10-23-01]
"""
    )


def test_said_shows_what_is_verbatim_and_via_whom(run: Run) -> None:
    assert (
        run("said", "white", COLUMNS="80").out
        == """\
With, via, reporting    Words                             ID, form, date
────────────────────────────────────────────────────────────────────────────────
reporting Jim Mattis    “Secretary Mattis and Minister    pentagon-2017-10-23-01
and Song Young-moo      Song reaffirmed the U.S.-ROK      full quote
in a readout            alliance is the linchpin of       2017-10-23
                        peace and security in the
                        Asia-Pacific region.”
                        [also in: yonhap-2017-10-23-02,
                        yonhap-2017-10-23-01]

reporting Jim Mattis    Agreed to carry on their talks    pentagon-2017-10-23-02
and Song Young-moo      at the 49th US–ROK Security       paraphrase
in a readout            Consultative Committee in Seoul   2017-10-23
about: 49th US–ROK      on October 28, 2017.
  Security              [also in: yonhap-2017-10-23-03]
  Consultative Meeting

reporting Jim Mattis    Reaffirmed that the alliance      yonhap-2017-10-23-04
in a separate           with Japan is the “cornerstone”   partial quote
  statement             of freedom, prosperity and peace  2017-10-23
                        in the region.

reporting Jim Mattis    “Secretary Mattis emphasized the  yonhap-2017-10-23-12
                        need for continued cooperation    full quote
                        in the international community    2017-10-23 (article)
                        to apply greater diplomatic and
                        economic pressure on North Korea
                        to fully implement all UN
                        Security Council resolutions”
"""
    )


def test_show_a_statement(run: Run) -> None:
    assert (
        run("show", "yonhap-2017-10-23-02", COLUMNS="80", ALLIANCE_ARCHIVE_TEXTS="").out
        == """\
yonhap-2017-10-23-02  full quote

  “Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the
  linchpin of peace and security in the Asia-Pacific region”

Attributed to           Jim Mattis, Defense Secretary, United States
                        Song Young-moo, Defense Minister, South Korea
Via                     Dana White, chief spokesperson, Pentagon
Named in the source as  “Pentagon chief spokesperson Dana White”
Verb                    said
Document                statement
Date                    2017-10-23 (the date of the meeting)
Meeting                 US–South Korea defense talks, 2017-10-23, Clark,
                        Philippines
Topics                  US–South Korea alliance
Source                  Yonhap, 2017-10-23 (inferred)
                        http://www.koreaherald.com/view.php?ud=20171024000207
Passage                 characters 753–886 of the source's text
Quoted words            754–884  “Secretary Mattis and Minister Song reaffirmed
                        the US-ROK alliance is the linchpin of peace and
                        security in the Asia-Pacific region”
Act                     us-rok-2017-10-23-1: 3 reports, 2 sources
Canonical report        pentagon-2017-10-23-01, full quote, Pentagon, 2017-10-23
                        Jim Mattis, Song Young-moo, via Dana White
                        “Secretary Mattis and Minister Song reaffirmed the
                        U.S.-ROK alliance is the linchpin of peace and security
                        in the Asia-Pacific region.”
Report                  yonhap-2017-10-23-02, full quote, Yonhap, 2017-10-23
                        Jim Mattis, Song Young-moo, via Dana White
                        Secretary Mattis and Minister Song reaffirmed the
                        [-U.S.-ROK-] {+US-ROK+} alliance is the linchpin of
                        peace and security in the Asia-Pacific region.
Report                  yonhap-2017-10-23-01, partial quote, Yonhap, 2017-10-23
                        Song Young-moo, Jim Mattis
                        Reaffirmed their alliance as the “linchpin” of security
                        and peace in the region.
                        [-Secretary Mattis and Minister Song reaffirmed the
                        U.S.-ROK alliance is the-] linchpin [-of peace and
                        security in the Asia-Pacific region.-]
Note                    The words are the spokesperson's; they report what the
                        two ministers did. The article does not date her
                        statement.
File                    data/sources/yonhap-2017-10-23.yaml:38
"""
    )


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (["said", "onodera"], ["05", "06", "07", "08", "09", "10"]),
        (["said", "white"], ["02", "04", "12"]),
        (["said", "song", "--verbatim"], ["01", "02", "09", "10"]),
        (["said", "the Pentagon chief spokesperson"], ["02", "04", "12"]),
        (["said", "Secretary Mattis", "--voiced-by", "white"], ["02", "04", "12"]),
        (["said", "mattis", "--speaker", "onodera"], ["05", "06", "07", "08", "09", "10"]),
        (["said", "white", "linchpin"], ["02"]),
        (["who", "cornerstone"], ["04"]),
        (["who", "linchpin", "--match", "asia"], ["02"]),
        (["who", "WEAPONS", "programs"], ["07", "10"]),
        (["who", "maximum pressure"], ["09"]),
        (["who", "pressure maximum"], []),
        (["who", "threat"], ["06", "08"]),
        (["who", "UN"], ["06", "12"]),
        (["who", "us-rok"], ["02"]),
        (["who", "community's"], ["10"]),
        (["who", "community’s"], ["10"]),
        (["who", "diplomatic-led"], ["09"]),
        (["who", "wea*"], ["07", "10"]),
        (["statements", "--meeting", "trilateral"], ["07", "08", "09", "10"]),
        (["statements", "--meeting", "us-asean-2017-10"], ["11"]),
        (["statements", "--meeting", "conference", "--form", "indirect"], ["03", "07", "08", "11"]),
        (["statements", "--topic", "north-korea"], ["05", "06", "07", "08", "09", "10", "11", "12"]),
        (["statements", "--topic", "us-japan-alliance", "--topic", "pressure"], ["04", "09", "12"]),
        (["statements", "--country", "JP"], ["05", "06", "07", "08", "09", "10"]),
        (["statements", "--country", "rok", "--form", "direct"], ["02", "09", "10"]),
        (["statements", "--attributed-to", "white"], []),
        (["statements", "--form", "mixed"], ["01", "04", "05", "06"]),
        (["statements", "--form", "mixed", "--form", "indirect", "--since", "2017-10-24"],
         []),
        (["statements", "--until", "2017-09"], []),
        (["statements", "--until", "2017-10-23", "--country", "Japan", "--verbatim"],
         ["05", "06", "09", "10"]),
        (["statements", "--status", "draft"], []),
        (["statements", "--source", "yonhap", "--match", "condemned"], ["05"]),
        (["said", "South Korean Defense Minister"],
         ["01", "02", "03", "07", "08", "09", "10"]),
        (["statements", "--meeting", "SCM"], ["03"]),
        (["who", "trilateral"], ["06"]),
        (["who", "irreversible"], ["07"]),
        (["who", "verifiable"], ["07"]),
        (["who", "information sharing"], ["08"]),
        (["who", "condemned"], ["05"]),
        (["who", "urgency"], ["11"]),
        (["who", "annual"], ["03"]),
        (["who", "provocations"], ["05"]),
    ],
)  # fmt: skip
def test_each_filter_finds_what_the_article_says(
    run: Run, arguments: list[str], numbers: list[str]
) -> None:
    assert ids(run, *arguments) == numbers


def test_the_statements_of_the_trilateral_talks_for_a_pipe(run: Run) -> None:
    done = run(
        "statements", "--meeting", "trilateral", "--fields", "id,attributed_names,form,words"
    )
    assert (
        done.out
        == """\
ID                    Attributed to                                 Form        Words
yonhap-2017-10-23-07  Song Young-moo; Jim Mattis; Itsunori Onodera  paraphrase  Called on North Korea for the complete, verifiable and irreversible abandonment of its weapons programs.
yonhap-2017-10-23-08  Song Young-moo; Jim Mattis; Itsunori Onodera  paraphrase  Agreed to cooperate more closely, with better information sharing on the North Korean nuclear and missile threats and stronger responses to them.
yonhap-2017-10-23-09  Song Young-moo; Jim Mattis; Itsunori Onodera  full quote  “The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea”
yonhap-2017-10-23-10  Song Young-moo; Jim Mattis; Itsunori Onodera  full quote  “The three Ministers committed to continue efforts to backstop the international community's efforts to curb North Korea's weapons of mass destruction programs and their means of delivery.”
"""
    )


def test_json_keeps_the_structure_and_the_names_of_the_yaml(run: Run) -> None:
    done = run("said", "white", "linchpin", "--source", "yonhap", "--json")
    assert json.loads(done.out) == [
        {
            "capacity": "voiced",
            "id": "yonhap-2017-10-23-02",
            "date": "2017-10-23",
            "date_from": "meeting",
            "date_start": "2017-10-23",
            "date_end": "2017-10-23",
            "attributed_to": ["jim-mattis", "song-young-moo"],
            "attributed_names": ["Jim Mattis", "Song Young-moo"],
            "role": ["Defense Secretary, United States", "Defense Minister, South Korea"],
            "country": ["US", "KR"],
            "voiced_by": ["dana-white"],
            "voiced_names": ["Dana White"],
            "as_given": "Pentagon chief spokesperson Dana White",
            "document": "statement",
            "cue": "said",
            "form": "direct",
            "words": "“Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the "
            "linchpin of peace and security in the Asia-Pacific region”",
            "summary": None,
            "quotes": [
                {
                    "exact": "Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is "
                    "the linchpin of peace and security in the Asia-Pacific region",
                    "start": 754,
                    "end": 884,
                }
            ],
            "anchor": {"start": 753, "end": 886},
            "meeting": "us-rok-2017-10-23",
            "meeting_name": "US–South Korea defense talks",
            "meeting_date": "2017-10-23",
            "meeting_place": "Clark, PH",
            "topics": ["us-rok-alliance"],
            "topic_names": ["US–South Korea alliance"],
            "source": "yonhap-2017-10-23",
            "publisher": "Yonhap",
            "source_title": None,
            "source_url": "http://www.koreaherald.com/view.php?ud=20171024000207",
            "source_date": "2017-10-23",
            "status": "reviewed",
            "note": "The words are the spokesperson's; they report what the two ministers did. The "
            "article does not date her statement.",
            "about": [],
            "act": "us-rok-2017-10-23-1",
            "not_act": [],
            "reports": 3,
            "turn": None,
            "in_reply_to": None,
            "translated": None,
        }
    ]


def test_counts_limits_and_sorts(run: Run) -> None:
    assert run("statements", "--count").out == "11\n"
    assert run("statements", "--count", "--topic", "us-japan-alliance").out == "1\n"
    assert ids(run, "statements", "--limit", "2") == ["01", "02"]
    assert run("statements", "--limit", "0").out == ""
    latest = run("meetings", "--sort", "-date", "--fields", "date", "--format", "csv")
    assert latest.out.split() == ["date", "2017-10-28", *["2017-10-23"] * 4, "2017-10"]


def test_the_lists(run: Run) -> None:
    assert (
        run("participants", "--match", "linchpin", COLUMNS="80").out
        == """\
Name            Roles                             Statements  ID
────────────────────────────────────────────────────────────────────────────
Dana White      chief spokesperson, Pentagon          1 act,  dana-white
                                                  2 reports,
                                                   2 sources

Jim Mattis      Defense Secretary, United States      1 act,  jim-mattis
                                                  3 reports,
                                                   2 sources

Song Young-moo  Defense Minister, South Korea         1 act,  song-young-moo
                                                  3 reports,
                                                   2 sources
"""
    )
    assert (
        run("meetings", "--since", "2017-10-24", "--until", "2017-10-30", COLUMNS="80").out
        == """\
Date        Meeting, participants                   Statements  ID
────────────────────────────────────────────────────────────────────────────────
2017-10-28  49th US–ROK Security Consultative                0  seoul-2017-10-28
            Meeting (planned, date passed)
            Song Young-moo
            Jim Mattis
            announced in pentagon-2017-10-23-02
"""
    )
    assert (
        run("sources", "--fields", "id,publisher,statements").out
        == """\
ID                   Publisher                     Statements
pentagon-2017-10-23  Pentagon                               2
yonhap-2017-10-23    Yonhap     11 acts, 12 reports, 1 source
"""
    )
    assert (
        run("topics", "--topic", "north-korea", "--format", "markdown").out
        == """\
| Name | Kind | Members | Part of | Statements | ID | Note |
| --- | --- | --- | --- | ---: | --- | --- |
| North Korea | issue |  |  | 8 | north-korea |  |
| North Korea's weapons programs | issue |  | north-korea | 5 | north-korea-weapons |  |
| Pressure on North Korea | issue |  | north-korea | 2 | north-korea-pressure |  |
| UN Security Council resolutions | issue |  | north-korea-pressure | 1 | un-resolutions |  |
"""
    )
    assert run("participants", "--country", "KR", "--count").out == "3\n"
    assert run("meetings", "--meeting", "conference", "--count").out == "5\n"
    assert run("meetings", "--speaker", "onodera", "--fields", "id", "--format", "tsv").out == (
        "id\nphilippines-2017-10\nus-japan-2017-10\ntrilateral-2017-10-23\n"
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("ROK", "South Korea"),
        ("Mattis", "Jim Mattis"),
        ("US", "United States"),
        ("us-japan-2017-10", "US–Japan defense talks"),
        ("information sharing", "Information sharing"),
        ("yonhap-2017-10-23", "Yonhap, 2017-10-23"),
        ("north-korea-weapons", "North Korea's weapons programs"),
    ],
)
def test_show_takes_any_id_and_any_name(run: Run, name: str, title: str) -> None:
    assert run("show", name).out.splitlines()[0] == title


def test_show_several_as_json_and_yaml(run: Run) -> None:
    topics = json.loads(run("show", "us-rok-alliance", "us-japan-alliance", "--json").out)
    assert [topic["members"] for topic in topics] == [["US", "KR"], ["US", "JP"]]
    assert (
        run("show", "us-rok-alliance", "--format", "yaml").out
        == """\
- id: us-rok-alliance
  name: US–South Korea alliance
  kind: alliance
  members: [US, KR]
"""
    )


def test_show_a_meeting_and_a_source(run: Run) -> None:
    assert (
        run("show", "seoul-2017-10-28", COLUMNS="80").out
        == """\
49th US–ROK Security Consultative Meeting

ID            seoul-2017-10-28
Also called   SCM
              49th SCM
              Security Consultative Committee
              annual US–South Korea security talks
Date          2017-10-28
Kind          bilateral
Status        planned, date passed
Place         Seoul, South Korea
Participants  Song Young-moo
              Jim Mattis
Statements    0 (see: alliance-archive statements --meeting seoul-2017-10-28)
Announced in  pentagon-2017-10-23-02 (Jim Mattis, Song Young-moo, via Dana
              White)
Note          The article has Seoul, “Saturday” and that these are annual
              bilateral security talks. The date and the number are from the
              Pentagon's release NR-363-17, which calls the meeting the Security
              Consultative Committee.
File          data/meetings.yaml:58
"""
    )
    assert "Text        2754 characters, SHA-256 2d1f2aef" in run("show", "yonhap-2017-10-23").out
