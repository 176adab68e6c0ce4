"""A record that refers to one with an error is shown and cited without it."""

from __future__ import annotations

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
    assert "Meeting        harbor-two\n" in shown.out


def test_a_meeting_names_the_faulty_larger_one_by_its_id(run: Run, write: Write) -> None:
    write(without_the_kind("Harbor Dialogue"))
    shown = run("show", "harbor-two")
    assert shown.err == LEFT_OUT
    assert "On the sidelines of  harbor\n" in shown.out


def test_a_statement_is_cited_without_its_faulty_meeting(run: Run, write: Write) -> None:
    write(without_the_kind("Talks of two"))
    assert run("cite", "wire-1").out == (
        "Mara Voss and 김서연 [partial quote: Called the alliance the “anchor” of peace], quoted in "
        "[article, no title recorded], Example Wire, June 3, 2024. Only the words in quotation marks "
        "are quoted; the rest is the archive's paraphrase.\n"
    )
