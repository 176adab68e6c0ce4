"""`rename`, `merge`, `remove` and `undo`: whole commands, and what is in the files after them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, Write
from tests.edit_cases import contents

PEOPLE = """\
participants:
  - id: kim
    name: Kim Example
    kind: person
    country: KR

  # The same woman, as the Wire spells her.
  - id: gim
    name: Gim Example
    kind: person
    other_names: [Gim Y.]
    country: KP
    memberships:
      - {role: Minister, organization: Korea}
    note: Spelled so in 2021.
  - id: lee
    name: Lee
    kind: person

topics:
  - {id: radar, name: Radar}
  - {id: seas, name: Seas, broader: radar}

meetings:
  - {id: talks, name: Talks, date: 2021-03-04, kind: bilateral, participants: [kim, gim, lee]}
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
    attributed_to: [gim]
    summary: Asked.
    anchor: {start: 0, end: 40}
    about: [talks]
    topics: [radar]
  - id: wire-2
    form: indirect
    attributed_to: ["kim"]   # surely
    voiced_by: [gim, lee]
    summary: Said that kim and gim are one.
    anchor: {start: 50, end: 60}
    in_reply_to: wire-1
  - id: other
    form: indirect
    attributed_to: []
    summary: Said so.
    anchor: {start: 70, end: 80}
"""


@pytest.fixture
def root(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "sources/wire.yaml": SOURCE})


def test_a_participant_is_renamed_wherever_it_is(run: Run, root: Path) -> None:
    before = contents(root)
    done = run("rename", "kim", "kim-ye", "--yes")
    assert (done.code, done.out) == (0, "")
    assert "changed 3 records in 2 files" in done.err
    assert contents(root) == {
        "people.yaml": PEOPLE.replace("- id: kim\n", "- id: kim-ye\n")
        .replace("country: KR\n", "country: KR\n    former_ids: [kim]\n")
        .replace("[kim, gim, lee]", "[kim-ye, gim, lee]"),
        "sources/wire.yaml": SOURCE.replace('["kim"]', '["kim-ye"]'),
    }
    assert run("show", "kim").out.startswith("Kim Example\n\nID          kim-ye\n")
    assert "wire-2" in run("said", "kim").out
    assert run("check").code == 0
    assert run("rename", "kim-ye", "kim", "--yes").code == 0
    assert contents(root) == before


def test_a_source_is_renamed_with_its_file_and_its_statements(run: Run, root: Path) -> None:
    before = contents(root)
    texts = root / "texts"
    texts.mkdir()
    (texts / "wire.txt").write_text("Words.")
    done = run("rename", "wire", "wire-2021", "--texts", texts, "--yes")
    assert done.code == 0, done.err
    assert contents(root) == {
        "people.yaml": PEOPLE,
        "sources/wire-2021.yaml": SOURCE.replace("id: wire\n", "id: wire-2021\n")
        .replace("kind: article\n", "kind: article\n  former_ids: [wire]\n")
        .replace("- id: wire-1\n", "- id: wire-2021-1\n")
        .replace("- id: wire-2\n", "- id: wire-2021-2\n")
        .replace("topics: [radar]\n", "topics: [radar]\n    former_ids: [wire-1]\n")
        .replace("to: wire-1\n", "to: wire-2021-1\n    former_ids: [wire-2]\n"),
        "texts/wire-2021.txt": "Words.",
    }
    assert '"id":"wire-2021-2"' in run("show", "wire-2", "--format", "json").out.replace(" ", "")
    assert run("undo", "--yes").code == 0
    assert contents(root) == before | {"texts/wire.txt": "Words."}


def test_the_text_beside_the_archive_goes_along_and_comes_back(run: Run, root: Path) -> None:
    texts = root.parent / "mine"
    texts.mkdir()
    (texts / "wire.txt").write_text("Words.")
    assert run("rename", "wire", "wire-2021", "--texts", texts, "--yes").code == 0
    assert [path.name for path in texts.iterdir()] == ["wire-2021.txt"]
    assert run("undo", "--yes").code == 0
    assert [path.name for path in texts.iterdir()] == ["wire.txt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("kim", "Kim_1"), "invalid id “Kim_1”: use a–z, 0–9 and hyphens, such as kim-1"),
        (("kim", "talks"), "the id talks is already taken: choose another, or merge the two"),
        (("nobody", "x"), "no record called “nobody” in the archive"),
    ],
)
def test_what_cannot_be_renamed(
    run: Run, root: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = contents(root)
    done = run("rename", *arguments, "--yes")
    assert (done.code, done.err) == (2, f"alliance-archive: {message}\n")
    assert contents(root) == before


MERGED = PEOPLE.replace(
    """\
    country: KR

  # The same woman, as the Wire spells her.
  - id: gim
    name: Gim Example
    kind: person
    other_names: [Gim Y.]
    country: KP
    memberships:
      - {role: Minister, organization: Korea}
    note: Spelled so in 2021.
""",
    """\
    other_names: [Gim Example, Gim Y.]
    country: KR
    memberships:
      - {role: Minister, organization: Korea}
    former_ids: [gim]
    note: Spelled so in 2021.

""",
).replace("[kim, gim, lee]", "[kim, lee]")


def test_two_records_of_one_person_become_one(run: Run, root: Path) -> None:
    before = contents(root)
    undecided = run("merge", "kim", "gim", "--yes")
    assert (undecided.code, undecided.err) == (
        2,
        "alliance-archive: they differ in these fields; nothing was written:\n"
        "  country: KR or KP\n"
        "To choose: --prefer keep or --prefer other\n",
    )
    assert contents(root) == before
    assert run("merge", "kim", "gim", "--prefer", "keep", "--yes").code == 0
    assert contents(root) == {
        "people.yaml": MERGED,
        "sources/wire.yaml": SOURCE.replace("[gim]", "[kim]").replace("[gim, lee]", "[kim, lee]"),
    }
    assert run("show", "gim").out.startswith("Kim Example\n")
    assert run("check").code == 0
    run("undo", "--yes")
    assert contents(root) == before


def test_a_topic_is_merged_into_a_narrower_one(run: Run, root: Path) -> None:
    assert run("merge", "seas", "radar", "--yes").code == 0
    text = (root / "people.yaml").read_text()
    assert (
        "topics:\n  - {id: seas, name: Seas, other_names: [Radar], former_ids: [radar]}\n" in text
    )
    assert "topics: [seas]\n" in (root / "sources" / "wire.yaml").read_text()


def test_only_records_of_one_kind_can_be_merged(run: Run, root: Path) -> None:
    done = run("merge", "kim", "radar", "--yes")
    assert done.code == 2
    assert "cannot merge radar (a topic) into kim (a participant)" in done.err
    assert "kim cannot be merged into itself" in run("merge", "kim", "kim", "--yes").err


def test_a_record_that_others_refer_to_stays(run: Run, root: Path) -> None:
    before = contents(root)
    done = run("remove", "lee", "--yes")
    assert (done.code, done.err) == (
        1,
        "alliance-archive: nothing was removed, because these refer to what would go:\n"
        "  talks (participants: lee)\n  wire-2 (voiced_by: lee)\n"
        "To take it out of lists of topics, participants and meetings too: --force\n",
    )
    forced = run("remove", "lee", "--force", "--yes")
    assert (forced.code, forced.err) == (
        1,
        "alliance-archive: nothing was removed; change or remove these first:\n"
        "  wire-2 (voiced_by: lee)\n",
    )
    assert contents(root) == before


def test_force_is_not_proposed_where_it_would_not_help(run: Run, root: Path) -> None:
    run("set", "talks", "participants-=lee", "--yes")
    done = run("remove", "lee", "--yes")
    assert (done.code, done.err) == (
        1,
        "alliance-archive: nothing was removed; change or remove these first:\n"
        "  wire-2 (voiced_by: lee)\n",
    )


def test_force_takes_a_record_out_of_lists(run: Run, root: Path) -> None:
    before = contents(root)
    run("set", "wire-2", "voiced_by-=lee", "--yes")
    done = run("remove", "lee", "--force", "--yes")
    assert done.err.startswith(
        "alliance-archive: removed 1 record, and its id in 1 other record, in 1 file"
    )
    assert contents(root)["people.yaml"] == PEOPLE.replace(
        "  - id: lee\n    name: Lee\n    kind: person\n", ""
    ).replace("[kim, gim, lee]", "[kim, gim]")
    run("undo", "2", "--yes")
    assert contents(root) == before


def test_a_source_goes_with_its_statements(run: Run, root: Path) -> None:
    before = contents(root)
    done = run("remove", "wire", "--yes")
    assert done.err.startswith("alliance-archive: removed 4 records in 1 file.")
    assert contents(root) == {"people.yaml": PEOPLE}
    run("undo", "--yes")
    assert contents(root) == before


def test_comment_lines_above_a_record_go_with_it(run: Run, root: Path) -> None:
    path = root / "people.yaml"
    path.write_text(
        PEOPLE
        + "  # Planned.\n  # Maybe.\n  - {id: later, name: Later, date: 2099, kind: bilateral}\n"
    )
    assert run("remove", "later", "--yes").code == 0
    assert path.read_text() == PEOPLE


def test_changes_are_listed_newest_first(run: Run, root: Path) -> None:
    run("set", "kim", "note=One.", "--yes")
    run("rename", "radar", "radars", "--yes")
    out = run("undo", "--list").out
    lines = [line[:5] + line[23:] for line in out.splitlines()]
    assert lines == [
        "  1  rename radar radars",
        f"     {root / 'people.yaml'}",
        f"     {root / 'sources' / 'wire.yaml'}",
        "  2  set kim note=One.",
        f"     {root / 'people.yaml'}",
    ]
    assert run("undo", "3", "--yes").err == (
        "alliance-archive: only 2 changes can be taken back: undo 2\n"
    )
    assert (
        run("undo", "x").err == "alliance-archive: N must be a whole number, 1 or more, not “x”\n"
    )


def test_what_was_edited_since_is_shown_and_kept(run: Run, root: Path) -> None:
    run("set", "kim", "note=One.", "--yes")
    path = root / "people.yaml"
    path.write_text(path.read_text().replace("One.", "Two."))
    done = run("undo", "--yes")
    assert done.code == 1
    assert f"{path} has changed since “set kim note=One.”; nothing was taken back" in done.err
    assert "-    note: One.\n+    note: Two.\n" in done.err


def test_a_change_that_cannot_be_taken_back_says_so(run: Run, root: Path) -> None:
    done = run("set", "kim", "note=One.", "--yes", XDG_STATE_HOME="/dev/null")
    assert done.err == (
        "alliance-archive: undo will not be able to take this back: /dev/null is not writable\n"
        "alliance-archive: changed 1 record in 1 file\n"
    )
