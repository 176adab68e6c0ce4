"""A field that is declared in the table is read, checked, shown, listed and exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, Write

PEOPLE = """\
participants:
  - {id: kim, name: Kim Example, kind: person}
  - {id: ministry, name: Ministry of Defense, kind: organization}
"""
RELEASE = """\
source:
  id: ministry-2021-03-04
  publisher: Ministry of Defense
  date: 2021-03-04
  kind: press-release
  issued_by: [ministry]
statements:
  - id: ministry-2021-03-04-01
    form: indirect
    attributed_to: [kim]
    summary: Asked whether the talks would go on.
    anchor: {start: 0, end: 40}
"""


@pytest.fixture
def archive(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "release.yaml": RELEASE})


def test_a_source_names_the_body_that_issued_it(run: Run, archive: Path) -> None:
    place = archive / "release.yaml"
    assert run("show", "ministry-2021-03-04").out == (
        "Ministry of Defense, 2021-03-04\n\n"
        "ID          ministry-2021-03-04\n"
        "Publisher   Ministry of Defense\n"
        "Date        2021-03-04\n"
        "Kind        press-release\n"
        "Issued by   Ministry of Defense\n"
        "Statements  1 (see: statements --source ministry-2021-03-04)\n"
        f"File        {place}:2\n"
    )
    assert run("sources", "--fields", "id,issued_by", "--format", "csv").out == (
        "id,issued_by\r\nministry-2021-03-04,ministry\r\n"
    )
    query = "SELECT source, position, participant FROM source_issued_by"
    assert run("sql", query, "--format", "csv").out == (
        "source,position,participant\r\nministry-2021-03-04,1,ministry\r\n"
    )


def test_who_issued_a_source_is_in_the_archive(run: Run, archive: Path) -> None:
    release = archive / "release.yaml"
    release.write_text(RELEASE.replace("[ministry]", "[minstry]"))
    done = run("check")
    assert (done.code, done.out) == (
        1,
        f"{release}:6:15: unknown-reference: no participant has the id “minstry”; "
        "did you mean ministry?\n"
        "     6 |   issued_by: [minstry]\n"
        "       |               ^\n",
    )
