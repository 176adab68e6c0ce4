"""`readouts`: who reports what of one meeting."""

from __future__ import annotations

from tests.conftest import Run


def test_both_columns_of_the_shipped_talks_at_80_columns(run: Run) -> None:
    assert (
        run("readouts", "us-rok-2017-10-23", COLUMNS="80").out
        == """\
Topic and speakers          Pentagon, 2017-10-23       Yonhap, 2017-10-23
────────────────────────────────────────────────────────────────────────────────
US–South Korea alliance     full quote: “Secretary     full quote: “Secretary
Jim Mattis, Song            Mattis and Minister Song   Mattis and Minister Song
Young-moo, via Dana White   reaffirmed the U.S.-ROK    reaffirmed the
                            alliance is the linchpin   [-U.S.-ROK-] {+US-ROK+}
                            of peace and security in   alliance is the linchpin
                            the Asia-Pacific region.”  of peace and security in
                                                       the Asia-Pacific region.”
                                                       partial quote: Reaffirmed
                                                       their alliance as the
                                                       “linchpin” of security
                                                       and peace in the region.

Jim Mattis, Song            paraphrase: Agreed to      paraphrase: Agreed to
Young-moo, via Dana White   carry on their talks at    continue their
                            the 49th US–ROK Security   discussions at the annual
                            Consultative Committee in  bilateral security talks
                            Seoul on October 28,       in Seoul on Saturday.
                            2017.
"""
    )


def test_csv_of_the_shipped_talks(run: Run) -> None:
    assert (
        run("readouts", "us-rok-2017-10-23", "--format", "csv", "--fields", "act,ids").out.replace(
            "\r", ""
        )
        == """\
act,ids
us-rok-2017-10-23-1,pentagon-2017-10-23-01; yonhap-2017-10-23-02; yonhap-2017-10-23-01
us-rok-2017-10-23-2,pentagon-2017-10-23-02; yonhap-2017-10-23-03
"""
    )


def test_a_meeting_without_statements(run: Run) -> None:
    done = run("readouts", "seoul-2017-10-28")
    assert (done.code, done.out, done.err) == (
        0,
        "",
        "alliance-archive: no statement made at 49th US–ROK Security Consultative Meeting matches\n",
    )


def test_two_sources_act_by_act_what_both_report_first(run: Run) -> None:
    fields = ("--fields", "topic,ids", "--limit", "3", "--format", "tsv")
    assert (
        run("compare", "yonhap", "pentagon", *fields).out
        == """\
topic	ids
US–South Korea alliance	pentagon-2017-10-23-01; yonhap-2017-10-23-02; yonhap-2017-10-23-01
US–South Korea alliance	pentagon-2017-10-23-02; yonhap-2017-10-23-03
Information sharing	yonhap-2017-10-23-08
"""
    )
    done = run("compare", "yonhap", "pentagon", "--match", "cornerstone", COLUMNS="80")
    assert (
        done.out
        == """\
Topic and speakers          Yonhap, 2017-10-23              Pentagon, 2017-10-23
────────────────────────────────────────────────────────────────────────────────
US–Japan alliance           partial quote: Reaffirmed that  –
Jim Mattis, via Dana White  the alliance with Japan is the
                            “cornerstone” of freedom,
                            prosperity and peace in the
                            region.
"""
    )


def test_a_source_compared_with_itself(run: Run) -> None:
    assert run("compare", "yonhap", "yonhap-2017-10-23").err == (
        "alliance-archive: “yonhap” and “yonhap-2017-10-23” are the same: yonhap-2017-10-23\n"
    )


def test_at_200_columns_the_ids_of_all_reports_are_there(run: Run) -> None:
    done = run("compare", "yonhap", "pentagon", "--match", "cornerstone", COLUMNS="200")
    assert (
        done.out
        == """\
Topic              Who                         Yonhap, 2017-10-23                                                                                             Pentagon, 2017-10-23  IDs
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
US–Japan alliance  Jim Mattis, via Dana White  partial quote: Reaffirmed that the alliance with Japan is the “cornerstone” of freedom, prosperity and peace   –                     yonhap-2017-10-23-04
                                               in the region.
"""
    )
