"""`readouts`: who reports what of one meeting."""

from __future__ import annotations

from tests.conftest import Run


def test_both_columns_of_the_shipped_talks_at_80_columns(run: Run) -> None:
    assert (
        run("readouts", "us-rok-2017-10-23", COLUMNS="80").out
        == """\
Topic                    Pentagon, 2017-10-23         Yonhap, 2017-10-23
────────────────────────────────────────────────────────────────────────────────
US–South Korea alliance  full quote: “Secretary       full quote: “Secretary
                         Mattis and Minister Song     Mattis and Minister Song
                         reaffirmed the U.S.-ROK      reaffirmed the
                         alliance is the linchpin of  [-U.S.-ROK-] {+US-ROK+}
                         peace and security in the    alliance is the linchpin
                         Asia-Pacific region.”        of peace and security in
                                                      the Asia-Pacific region.”
                                                      partial quote: Reaffirmed
                                                      their alliance as the
                                                      “linchpin” of security and
                                                      peace in the region.

                         paraphrase: Agreed to carry  paraphrase: Agreed to
                         on their talks at the 49th   continue their discussions
                         US–ROK Security              at the annual bilateral
                         Consultative Committee in    security talks in Seoul on
                         Seoul on October 28, 2017.   Saturday.
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
Topic              Yonhap, 2017-10-23                       Pentagon, 2017-10-23
────────────────────────────────────────────────────────────────────────────────
US–Japan alliance  partial quote: Reaffirmed that the       –
                   alliance with Japan is the
                   “cornerstone” of freedom, prosperity
                   and peace in the region.
"""
    )


def test_a_source_compared_with_itself(run: Run) -> None:
    assert run("compare", "yonhap", "yonhap-2017-10-23").err == (
        "alliance-archive: “yonhap” and “yonhap-2017-10-23” are the same: yonhap-2017-10-23\n"
    )
