"""`check`: each problem with its line, for people and for programs, and what a code means."""

from __future__ import annotations

from tests.conftest import Run, Write
from tests.problem_cases import statement


def test_the_line_is_shown_with_a_caret(run: Run, write: Write) -> None:
    root = write({"x.yaml": "topics:\n  - {id: a, name: 한미동맹, broder: b}\n"})
    assert run("check").out == (
        f"{root}/x.yaml:2:25: unknown-key: unknown field “broder”: did you mean broader?\n"
        "     2 |   - {id: a, name: 한미동맹, broder: b}\n"
        "       |                             ^\n"
    )


def test_only_the_files_named_are_reported(run: Run, write: Write) -> None:
    root = write({"a.yaml": "topics: [{id: a}]\n", "b/c.yaml": "topics: [{id: b}]\n"})
    done = run("check", root / "b" / "c.yaml")
    assert (
        done.out.splitlines()[0]
        == f"{root}/b/c.yaml:1:10: missing-field: the required field “name” is missing"
    )
    assert done.out.count("yaml:") == 1
    assert run("check", root / "a.yaml", root / "b/c.yaml").out.count("yaml:") == 2
    assert run("check", "README.md").err.startswith("alliance-archive: README.md is not in ")
    assert run("check", "nowhere.yaml") == (
        2,
        "",
        "alliance-archive: nowhere.yaml does not exist\n",
    )


def test_the_report_for_programs(run: Run, write: Write) -> None:
    root = write({"a.yaml": "topics: [{id: a}]\n"})
    assert run("check", "--format", "jsonl").out == (
        f'{{"path": "{root}/a.yaml", "line": 1, "column": 10, "code": "missing-field", '
        '"severity": "error", "message": "the required field “name” is missing"}\n'
    )


def test_every_code_is_explained(run: Run) -> None:
    done = run("check", "--explain", "quote-length")
    assert done.out == (
        "quote-length (error)\n"
        "  end − start is not the number of code points in exact. Take both from the\n"
        "  same text.\n"
    )
    assert run("check", "--explain", "all").out.count(" (error)\n") > 30
    assert run("check", "--explain", "quote-lenth").err == (
        "alliance-archive: no problem code “quote-lenth”; did you mean quote-length? "
        "(see: alliance-archive check --explain all)\n"
    )


def test_sound_records_are_shown_and_the_others_counted(run: Run, write: Write) -> None:
    write({"x.yaml": statement("attributed_to: [kin]").replace("name: Lee", "nam: Lee")})
    done = run("participants", "--fields", "id")
    assert (done.code, done.out) == (1, "ID\nkim\n")
    assert (
        done.err
        == "alliance-archive: 2 records left out because of errors. To see them: alliance-archive check\n"
    )


def test_a_file_whose_name_begins_with_two_dots_is_in_its_archive(run: Run, write: Write) -> None:
    root = write({"..x.yaml": "topics:\n", "good.yaml": "topics: []\n"})
    assert run("check", root / "..x.yaml").code == 0
