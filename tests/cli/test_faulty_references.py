"""A record that refers to one with an error is found, shown and cited, and says so."""

from __future__ import annotations

import pytest

from tests.conftest import Run, Write
from tests.example import FILES

LEFT_OUT = (
    "alliance-archive: 1 record left out because of errors. To see them: alliance-archive check\n"
)


def without_the_kind(name: str) -> dict[str, str]:
    """Return the files of the example, in which the meeting of a name has an error."""
    lines = FILES["records.yaml"].split("\n")
    start = lines.index(f"    name: {name}")
    kind = next(n for n in range(start, len(lines)) if lines[n].startswith("    kind:"))
    return FILES | {"records.yaml": "\n".join(lines[:kind] + lines[kind + 1 :])}


def test_a_statement_names_its_faulty_meeting_by_its_id(run: Run, write: Write) -> None:
    write(without_the_kind("Talks of two"))
    shown = run("show", "wire-1")
    assert shown.err == LEFT_OUT
    assert "Meeting        harbor-two (record has an error)\n" in shown.out


def test_a_meeting_names_the_faulty_larger_one_by_its_id(run: Run, write: Write) -> None:
    write(without_the_kind("Harbor Dialogue"))
    shown = run("show", "harbor-two")
    assert shown.err == LEFT_OUT
    assert "On the sidelines of  harbor (record has an error)\n" in shown.out


def test_a_statement_is_cited_with_the_id_of_its_faulty_meeting(run: Run, write: Write) -> None:
    write(without_the_kind("Talks of two"))
    assert run("cite", "wire-1").out == (
        "Mara Voss and 김서연, meeting harbor-two (record has an error) [partial quote: Called the "
        "alliance the “anchor” of peace], quoted in [article, no title recorded], Example Wire, June 3, "
        "2024. Only the words in quotation marks are quoted; the rest is the archive's paraphrase.\n"
    )


def test_a_list_marks_the_faulty_meeting_and_takes_no_date_from_elsewhere(
    run: Run, write: Write
) -> None:
    write(without_the_kind("Talks of two"))
    fields = "id,date,date_from,date_start,meeting_name,meeting_date,meeting"
    assert run("statements", "--limit", "1", "--fields", fields, "--format", "csv").out == (
        f"{fields}\r\nwire-1,,,,harbor-two (record has an error),,harbor-two\r\n"
    )
    assert run("said", "kim-seo-yeon", "anchor", COLUMNS="80").out == (
        "With, via, reporting  Words                                       ID, form, date\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "with Mara Voss        Called the alliance the “anchor” of peace.  wire-1\n"
        "meeting harbor-two                                                partial quote\n"
        "  (record has an                                                  no date\n"
        "  error)\n"
    )
    assert (
        "Date           unknown: that of the meeting harbor-two (record"
        in run("show", "wire-1").out
    )


def test_a_statement_is_found_though_its_topic_and_meeting_are_undefined(
    run: Run, write: Write
) -> None:
    undefined = FILES["wire.yaml"].replace("harbor-two", "harbor-too", 1)
    root = write(FILES | {"wire.yaml": undefined.replace("[korea-us]", "[korea-uk]", 1)})
    done = run("said", "kim-seo-yeon", "anchor", "--fields", "id,date,meeting_name,topic_names")
    assert (done.code, done.err, done.out) == (
        0,
        "",
        "ID      Meeting                 Topics\n"
        "wire-1  harbor-too (not found)  korea-uk (not found)\n",
    )
    check = run("check")
    assert check.code == 1
    assert f"{root}/wire.yaml:13:14: unknown-reference: unknown meeting “harbor-too”" in check.out
    assert f"{root}/wire.yaml:14:14: unknown-reference: unknown topic “korea-uk”" in check.out


def test_a_statement_of_an_unknown_person_is_left_out(run: Run, write: Write) -> None:
    write(FILES | {"wire.yaml": FILES["wire.yaml"].replace("kim-seo-yeon", "kim-so-yeon", 1)})
    done = run("statements", "--match", "anchor", "--fields", "id")
    assert (done.code, done.out, done.err) == (1, "ID\nwire-2\nwire-3\n", LEFT_OUT)


def test_a_name_that_only_a_faulty_record_has_is_said_to_be_left_out(
    run: Run, write: Write
) -> None:
    write(without_the_kind("Talks of two"))
    for command in (("show", "harbor-two"), ("show", "talks of two")):
        done = run(*command)
        assert (done.code, done.err) == (
            1,
            f"alliance-archive: the record “{command[1]}” is left out because of an error: "
            "alliance-archive check\n",
        )
    done = run("statements", "--meeting", "two")
    assert (done.code, done.err) == (
        1,
        "alliance-archive: the meeting “two” is left out because of an error: "
        "alliance-archive check\n",
    )


def test_a_search_for_what_is_known_of_statements_passes_over_an_undefined_topic(
    run: Run, write: Write
) -> None:
    write(FILES | {"wire.yaml": FILES["wire.yaml"].replace("[korea-us]", "[korea-uk]", 1)})
    done = run("who", "talks", "--in", "all", "--limit", "1")
    assert (done.code, "[meeting: Talks of two]" in done.out) == (0, True)
    assert "[topic: Korea–US alliance]" in run("who", "korea", "--in", "all").out


KIMS = """\
participants:
  - {id: kim, name: Kim Yong-hyun, kind: person, office: none}
  - {id: kim-2, name: Kim Jong-un, kind: person}
  - {id: lee-ju-ho, name: Lee Ju-ho, kind: person, office: none}
  - {id: lee-2, name: Lee Ju-ho Park, kind: person}
"""


@pytest.mark.parametrize("name", ["kim", "Kim", "kim yong-hyun", "Ju-ho Lee"])
def test_a_name_of_a_faulty_record_does_not_find_somebody_else(
    run: Run, write: Write, name: str
) -> None:
    write({"kims.yaml": KIMS})
    for command in (("said",), ("statements", "--speaker"), ("show",)):
        done = run(*command, name)
        kind = "record" if command == ("show",) else "participant"
        assert (done.code, done.out, done.err) == (
            1,
            "",
            f"alliance-archive: the {kind} “{name}” is left out because of an error: "
            "alliance-archive check\n",
        )
    assert run("said", "jong-un", "--count").out == "0\n"


def test_a_faulty_record_that_a_name_matches_too_is_listed(run: Run, write: Write) -> None:
    write({"kims.yaml": KIMS.replace("id: kim,", "id: kim-1,")})
    for kind, *command in (("participant", "said"), ("record", "show")):
        done = run(*command, "kim")
        assert (done.code, done.err) == (
            2,
            f"alliance-archive: “kim” matches more than one {kind}; use one of these ids:\n"
            "  kim-1  Kim Yong-hyun (record has an error)\n"
            "  kim-2  Kim Jong-un\n",
        )
