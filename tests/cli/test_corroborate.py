"""`corroborate`: other reports of an act, their differences, and how they are linked."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Run, Write

PEOPLE = """\
participants:
  - {id: orlova, name: Ida Orlova, kind: person, country: NO}
  - {id: aune, name: Per Aune, kind: person, country: NO}
  - {id: wolan, name: Jan Wolan, kind: person, country: PL}
  - {id: ministry, name: Ministry of Defense, kind: organization, country: NO}
meetings:
  - {id: avel, name: Avel talks, date: 2021-10-04, kind: bilateral}
"""


def source(ident: str, kind: str, more: str = "") -> str:
    return f"source: {{id: {ident}, publisher: {ident}, date: 2021-10-05, kind: {kind}{more}}}\n"


def quote(ident: str, people: str, words: str, more: str = "") -> str:
    return (
        f"  - id: {ident}\n    form: direct\n    attributed_to: [{people}]\n"
        f"    quotes: [{{exact: {words}, start: 1, end: {len(words) + 1}}}]\n"
        f"    anchor: {{start: 0, end: {len(words) + 2}}}\n    meeting: avel\n{more}"
    )


FULL = "We will keep the northern straits open to seven grain ships"
FILES = {
    "people.yaml": PEOPLE,
    "ministry.yaml": source("ministry-1", "readout", ", issued_by: [ministry]")
    + "statements:\n"
    + quote("ministry-1-01", "orlova", FULL, "    voiced_by: [aune]\n"),
    "wire.yaml": source("wire-1", "article")
    + "statements:\n"
    + quote("wire-1-01", "orlova", FULL.replace("seven", "nine"))
    + quote("wire-1-02", "orlova", FULL.removesuffix(" to seven grain ships")),
    "echo.yaml": source("echo-1", "article") + "statements:\n" + quote("echo-1-01", "wolan", FULL),
}


@pytest.fixture
def root(write: Write) -> Path:
    return write(FILES)


@pytest.mark.usefixtures("root")
def test_conflicts_come_first_number_before_speaker(run: Run) -> None:
    done = run("corroborate", "ministry-1-01", COLUMNS="80")
    assert (done.code, done.err) == (
        0,
        "",
    )
    assert (
        done.out
        == """\
differs: number
  ministry-1-01  Ida Orlova, via Per Aune, full quote, ministry-1, 2021-10-05
  wire-1-01  Ida Orlova, full quote, wire-1, 2021-10-05
  We will keep the northern straits open to [-seven-] {+nine+} grain ships

same; different speakers
  ministry-1-01  Ida Orlova, via Per Aune, full quote, ministry-1, 2021-10-05
  echo-1-01  Jan Wolan, full quote, echo-1, 2021-10-05
  We will keep the northern straits open to seven grain ships

cropped
  ministry-1-01  Ida Orlova, via Per Aune, full quote, ministry-1, 2021-10-05
  wire-1-02  Ida Orlova, full quote, wire-1, 2021-10-05
  We will keep the northern straits open [-to seven grain ships-]
"""
    )


def test_two_spokespersons_of_one_act_are_told(run: Run, write: Write) -> None:
    other = quote("echo-1-01", "orlova", FULL, "    voiced_by: [wolan]\n")
    write({**FILES, "echo.yaml": source("echo-1", "article") + "statements:\n" + other})
    assert (
        "same; different spokespersons\n" in run("corroborate", "ministry-1-01", COLUMNS="80").out
    )


@pytest.mark.usefixtures("root")
def test_json_lines_have_an_object_for_each_pair(run: Run) -> None:
    done = run("corroborate", "ministry-1-01", "--format", "jsonl")
    keys = ("other", "verdict", "changes", "speakers", "voice", "act", "same_source")
    pairs = [json.loads(line) for line in done.out.splitlines()]
    assert [tuple(pair[key] for key in keys) for pair in pairs] == [
        ("wire-1-01", "differs", ["number"], "same", "unattributed", None, False),
        ("echo-1-01", "same", [], "differ", "unattributed", None, False),
        ("wire-1-02", "cropped", [], "same", "unattributed", None, False),
    ]
    assert list(pairs[0])[:8] == [
        *("id", "other", "verdict", "changes", "speakers", "voice", "act", "score")
    ]


@pytest.mark.usefixtures("root")
def test_conflicts_fail_and_the_rest_does_not(run: Run) -> None:
    assert run("corroborate", "ministry-1-01", "--conflicts", "--count")[:2] == (1, "2\n")
    assert run("corroborate", "ministry-1-01", "--count")[:2] == (0, "3\n")


@pytest.mark.usefixtures("root")
def test_the_same_pairs_whoever_is_asked(run: Run) -> None:
    def pairs(*arguments: str) -> set[tuple[frozenset[str], str]]:
        lines = run("corroborate", *arguments, "--format", "jsonl").out.splitlines()
        rows = map(json.loads, lines)
        return {(frozenset((row["id"], row["other"])), row["verdict"]) for row in rows}

    everything = pairs()
    assert len(everything) == 6
    assert everything == pairs("ministry-1-01", "wire-1-01", "wire-1-02", "echo-1-01")
    assert everything == pairs("--meeting", "avel")


def test_linking_writes_only_the_act(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\nn\ny\nq\n"))
    before = {path.name: path.read_text(encoding="utf-8") for path in root.glob("*.yaml")}
    done = run("--archive", root, "corroborate", "--link")
    assert (done.code, done.err) == (0, "alliance-archive: 1 pair linked, 1 pair told apart\n")
    added = {
        (name, line.strip())
        for name, text in before.items()
        for line in (root / name).read_text(encoding="utf-8").splitlines()
        if line not in text.splitlines()
    }
    assert added == {
        ("ministry.yaml", "act: avel-1"),
        ("wire.yaml", "act: avel-1"),
        ("ministry.yaml", "not_act: [wire-1-01]"),
    }


def test_yes_takes_only_what_agrees(run: Run, root: Path) -> None:
    done = run("--archive", root, "corroborate", "--link", "--yes")
    assert (done.code, done.err) == (0, "alliance-archive: 1 pair linked\n")
    reports = json.loads(run("show", "avel-1", "--json").out)["reports"]
    assert [report["id"] for report in reports] == ["ministry-1-01", "wire-1-02"]
    assert run("statements", "--count").out == "3\n"


def test_undo_takes_links_back(run: Run, root: Path) -> None:
    before = {path: path.read_text(encoding="utf-8") for path in root.glob("*.yaml")}
    run("--archive", root, "corroborate", "--link", "--yes")
    assert {path: path.read_text(encoding="utf-8") for path in root.glob("*.yaml")} != before
    done = run("--archive", root, "undo", "--yes")
    assert done.code == 0
    assert {path: path.read_text(encoding="utf-8") for path in root.glob("*.yaml")} == before


def test_two_acts_are_joined_under_the_first_id(run: Run, write: Write) -> None:
    root = write(
        FILES
        | {
            "ministry.yaml": FILES["ministry.yaml"] + "    act: b-2\n",
            "echo.yaml": FILES["echo.yaml"] + "    act: a-1\n",
        }
    )
    from alliance_archive import Archive
    from alliance_archive.edit.linking import link

    with Archive.open(root) as archive:
        assert link(archive, "ministry-1-01", "echo-1-01", "test") == "a-1"
    assert "act: a-1" in (root / "ministry.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("root")
def test_what_is_said_of_wrong_input(run: Run) -> None:
    assert run("corroborate", "avel").err == (
        "alliance-archive: avel is a meeting: name statements, or use --meeting avel\n"
    )
    assert run("corroborate", "--yes").err == "alliance-archive: --yes works only with --link\n"
    assert run("corroborate", "--link", "--json") == (
        2,
        "",
        "alliance-archive: --link cannot be combined with --format, --json, --fields or -o\n",
    )
    assert run("corroborate", "--until", "2020").err == (
        "alliance-archive: no pair matches these filters\n"
    )


def test_reprints_of_an_agency_count_as_one_source(run: Run, write: Write) -> None:
    write(
        {
            "people.yaml": PEOPLE,
            **{
                f"{name}.yaml": source(name, "article", via)
                + "statements:\n"
                + quote(f"{name}-1", "orlova", FULL, "    act: avel-1\n")
                for name, via in (("daily", ", via: Corrad"), ("post", ", via: Corrad"), ("b", ""))
            },
        }
    )
    assert [
        line
        for line in run("show", "avel-1", COLUMNS="80").out.splitlines()
        if line.startswith(("Act", "One text"))
    ] == [
        "Act               avel-1: 3 reports, 3 sources, counted as 2",
        "One text          daily-1, post-1",
    ]


def test_what_the_canonical_report_cut_off_from_the_text(
    run: Run, write: Write, tmp_path: Path
) -> None:
    text = 'She said: "We sail. I do not believe that force is the answer," and sailed.\n'
    exact = "force is the answer"
    start = text.index(exact)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "readout-1.txt").write_text(text, encoding="utf-8")
    write(
        {
            "people.yaml": PEOPLE,
            "ministry.yaml": source("readout-1", "readout", ", issued_by: [ministry]")
            + "statements:\n"
            + quote("readout-1-01", "orlova", exact, "    act: avel-1\n")
            .replace("start: 1,", f"start: {start},")
            .replace(f"end: {len(exact) + 1}}}]", f"end: {start + len(exact)}}}]")
            .replace("start: 0, end: 21", f"start: {start}, end: {start + len(exact)}"),
        }
    )
    done = run("show", "avel-1", "--texts", tmp_path / "texts", COLUMNS="80")
    assert (
        done.out
        == """\
avel-1

  “force is the answer”

Act               avel-1: 1 report, 1 source
Canonical report  readout-1-01, full quote, readout-1, 2021-10-05
                  Ida Orlova
                  “force is the answer”
Cut off           [-I do not believe that-] force is the answer
"""
    )


@pytest.mark.usefixtures("root")
def test_damaged_keys_are_built_again(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    expected = run("corroborate", "--format", "jsonl")
    (path,) = (tmp_path / "cache").rglob("*.keys")
    whole = path.read_bytes()
    size = 4096
    for start in range(size, len(whole), size):
        path.write_bytes(whole[:start] + b"\xab" * size + whole[start + size :])
        assert run("corroborate", "--format", "jsonl") == expected
        assert run("corroborate", "wire-1-01", "--count") == (0, "3\n", "")
    path.unlink()
    path.mkdir()
    assert run("corroborate", "--format", "jsonl") == expected
