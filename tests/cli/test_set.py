"""`set`: fields of records, and of all statements that filters choose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, Write

PEOPLE = """\
# Who is who.
participants:
  - id: kim
    name: "Kim Example"   # as she signs
    kind: person
    other_names: [ Kim Y. ]
    country: KR

  # Two offices.
  - {id: lee, name: Lee Example, kind: person, note: Retired.}   # on one line

topics:
  - id: radar
    name: Radar
  - id: seas
    name: Seas

meetings:
  - id: talks
    name: Talks
    date: 2021-03-04
    kind: bilateral
    place: {name: Port Avel}
    participants:
      - kim
      - lee   # by video
"""
SOURCE = """\
source:
  id: wire
  publisher: Wire
  date: 2021-03-04
  kind: article
statements:
  - id: wire-1
    form: indirect
    attributed_to: [kim]
    summary: Said so.
    anchor: {start: 0, end: 40}
    meeting: talks
    topics: [radar]
  - id: wire-2
    form: indirect
    attributed_to: [lee]
    summary: Said so too.
    anchor: {start: 50, end: 60}
    meeting: talks
"""


@pytest.fixture
def root(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "wire.yaml": SOURCE})


def lines(old: str, new: str) -> str:
    """Return the lines that differ, as a diff has them."""
    before, after = old.splitlines(), new.splitlines()
    gone = [f"-{line}" for line in before if line not in after]
    come = [f"+{line}" for line in after if line not in before]
    return "\n".join([*gone, *come])


@pytest.mark.parametrize(
    ("arguments", "changed"),
    [
        (("kim", "country=Japan"), "-    country: KR\n+    country: JP"),
        (("kim", "name=Kim Ye"), '-    name: "Kim Example"   # as she signs\n+    name: "Kim Ye"   # as she signs'),
        (("kim", "other_names+=Ye: the second"), '-    other_names: [ Kim Y. ]\n+    other_names: [ Kim Y., "Ye: the second" ]'),
        (("kim", "other_names-=Kim Y."), "-    other_names: [ Kim Y. ]"),
        (("kim", "memberships+={role: Minister, organization: Norway, since: 2020}"), "+    memberships:\n+      - {role: Minister, organization: Norway, since: 2020}"),
        (("kim", "identifiers.wikidata=Q1"), "+    identifiers: {wikidata: Q1}"),
        (("lee", "note="), "-  - {id: lee, name: Lee Example, kind: person, note: Retired.}   # on one line\n+  - {id: lee, name: Lee Example, kind: person}   # on one line"),
        (("lee", "country=KR", "note=Back."), "-  - {id: lee, name: Lee Example, kind: person, note: Retired.}   # on one line\n+  - {id: lee, name: Lee Example, kind: person, country: KR, note: Back.}   # on one line"),
        (("talks", "participants-=Lee Example"), "-      - lee   # by video"),
        (("talks", "place.country=Philippines"), "-    place: {name: Port Avel}\n+    place: {name: Port Avel, country: PH}"),
        (("talks", "status=planned"), "+    status: planned"),
        (("seas", "broader=Radar"), "+    broader: radar"),
    ],
)  # fmt: skip
def test_only_what_must_change_does(
    run: Run, root: Path, arguments: tuple[str, ...], changed: str
) -> None:
    done = run("set", *arguments, "--yes")
    assert done.code == 0, done.err
    assert done.err == (
        "alliance-archive: changed 1 record in 1 file. To take it back: alliance-archive undo\n"
    )
    assert lines(PEOPLE, (root / "people.yaml").read_text()) == changed
    assert run("undo", "--yes").code == 0
    assert (root / "people.yaml").read_text() == PEOPLE


def test_all_statements_of_a_meeting(run: Run, root: Path) -> None:
    done = run(
        "set", "--meeting", "talks", "topics+=Seas", "attributed_to=Kim Example,lee", "--yes"
    )
    assert done.err.startswith("alliance-archive: changed 2 records in 1 file.")
    assert lines(SOURCE, (root / "wire.yaml").read_text()) == (
        "-    attributed_to: [kim]\n-    topics: [radar]\n-    attributed_to: [lee]\n"
        "+    attributed_to: [kim, lee]\n+    topics: [radar, seas]\n"
        "+    attributed_to: [kim, lee]\n+    topics: [seas]"
    )


def test_a_dry_run_shows_the_change_and_writes_nothing(run: Run, root: Path) -> None:
    done = run("set", "kim", "country=JP", "--dry-run")
    path = root / "people.yaml"
    assert done.out == (
        f"--- {path}\n+++ {path}\n@@ -4,7 +4,7 @@\n"
        '     name: "Kim Example"   # as she signs\n     kind: person\n'
        "     other_names: [ Kim Y. ]\n-    country: KR\n+    country: JP\n \n"
        "   # Two offices.\n   - {id: lee, name: Lee Example, kind: person, note: Retired.}"
        "   # on one line\n"
    )
    assert done.err == (
        "alliance-archive: this would change 1 record in 1 file; nothing was written\n"
    )
    assert path.read_text() == PEOPLE


def test_without_a_terminal_it_must_be_confirmed(run: Run, root: Path) -> None:
    done = run("set", "kim", "country=JP")
    assert (done.code, done.err) == (
        2,
        "alliance-archive: this would change 1 record in 1 file; nothing was written. "
        "To see the change: --dry-run. To write it: --yes\n",
    )
    assert (root / "people.yaml").read_text() == PEOPLE


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (("kim",), "set needs FIELD=VALUE, such as country=KR (see: alliance-archive set --help)", 2),
        (("country=KR",), "set needs an ID or a filter, such as --meeting NAME", 2),
        (("kim", "note=x", "--topic", "radar"), "set takes IDs or filters, not both", 2),
        (("kim", "id=lim"), "an id is changed by: alliance-archive rename OLD NEW", 2),
        (("kim", "contry=KR"), "a participant has no field “contry”: did you mean country?", 2),
        (("kim", "name="), "name is required and cannot be dropped", 2),
        (("kim", "name+=Ye"), "name is not a list: write name=VALUE", 2),
        (("kim", "country=Atlantis"), "country: unknown country code “Atlantis”: use an ISO 3166-1 alpha-2 code, such as KR", 2),
        (("talks", "date=soon"), "date: “soon” is not a date: write 2017, 2017-10 or 2017-10-23", 2),
        (("talks", "kind=party"), "kind: kind must be bilateral, trilateral, multilateral or conference, not “party”", 2),
        (("talks", "place.city=Oslo"), "place has no part “city”: its parts are name, country", 2),
        (("talks", "participants+=nobody"), "no participant called “nobody” in the archive", 2),
        (("kim", "memberships+=Minister"), "memberships: write an entry as {role: …, organization: …, country: …, since: …, until: …}", 2),
        (("kim", "memberships.role=Envoy"), "memberships has no part “role”: it is a list; to add an entry: memberships+='{role: …, organization: …, country: …, since: …, until: …}'", 2),
        (("wire", "text.extractor=pypdf 5"), "text needs sha256 and length", 2),
        (("--meeting", "talks", "status=draft"), "status is set by id only; drafts are accepted in: review", 2),
    ],
)  # fmt: skip
def test_what_cannot_be_set(
    run: Run, root: Path, arguments: tuple[str, ...], message: str, code: int
) -> None:
    done = run("set", *arguments, "--yes")
    assert (done.code, done.err) == (code, f"alliance-archive: {message}\n")
    assert (root / "people.yaml").read_text() == PEOPLE


def test_a_change_that_would_add_an_error_is_refused(run: Run, root: Path) -> None:
    done = run("set", "wire-1", "date=2020-01-01", "--yes")
    path = root / "wire.yaml"
    assert (done.code, done.err) == (
        1,
        "alliance-archive: this would add an error; nothing was written:\n"
        f"{path}:13:11: date-outside-meeting: 2020-01-01 is outside the dates of the meeting "
        "talks (2021-03-04)\n",
    )
    assert path.read_text() == SOURCE


def test_a_record_in_braces_over_several_lines_is_refused(run: Run, root: Path) -> None:
    path = root / "people.yaml"
    path.write_text(PEOPLE.replace("person, note", "person,\n    note"))
    done = run("set", "lee", "note=", "--yes")
    assert (done.code, done.err) == (
        2,
        "alliance-archive: lee (people.yaml:10) is written in a way that cannot be changed here. "
        "To edit it in its file: alliance-archive open lee\n",
    )


def test_an_id_that_is_in_no_file_is_taken_out(run: Run, root: Path) -> None:
    (root / "wire.yaml").write_text(SOURCE.replace("[radar]", "[radar, sonar]"))
    assert run("set", "wire-1", "topics-=sonar", "--yes").code == 0
    assert (root / "wire.yaml").read_text() == SOURCE


def test_nothing_to_change(run: Run, root: Path) -> None:
    done = run("set", "kim", "country=KR", "--yes")
    assert (done.code, done.out, done.err) == (0, "", "alliance-archive: nothing to change\n")
