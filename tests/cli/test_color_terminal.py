"""What only a terminal shows: marks on the words searched for, and links to the files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest

from tests.conftest import Run, Write

NAMES = """\
participants:
  - {id: kim, name: 김서연, kind: person, country: KR}
  - {id: voss, name: Mara Voss, kind: person}
"""
WIRE = """\
source: {id: wire, publisher: Wire, date: 2024-06-03, kind: article}
statements:
  - id: wire-1
    form: mixed
    attributed_to: [kim, voss]
    summary: Répète that “Threats [b] to peace” are one threat.
    quotes: [{exact: "Threats [b] to peace", start: 1, end: 21}]
    anchor: {start: 0, end: 30}
    date: 2024-06-03
  - id: wire-2
    form: direct
    attributed_to: [kim]
    quotes: [{exact: 평화를 위한 동맹, start: 40, end: 49}]
    anchor: {start: 40, end: 50}
"""
Terminal = Callable[..., str]


@pytest.fixture
def terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """What a run shows on a terminal: ⟦words searched for⟧, <address|linked text>."""
    monkeypatch.setattr(os, "uname", lambda: type("Uname", (), {"nodename": "desk"}))

    def call(*arguments: str, **environment: str) -> str:
        with monkeypatch.context() as patched:
            patched.setattr("sys.stdout.isatty", lambda: True, raising=False)
            text = run(*arguments, **{"COLUMNS": "80", **environment}).out
        text = re.sub(r"\x1b]8;id=\d+;([\x21-\x7e]+)\x1b\\(.*?)\x1b]8;;\x1b\\", r"<\1|\2>", text)
        text = re.sub(r"\x1b\[(?:\d+;)*7(?:;\d+)*m(.*?)\x1b\[0m", r"⟦\1⟧", text)
        text = re.sub(r"\x1b\[[\d;]*m", "", text)
        return re.sub(" +\n", "\n", text)  # a header's blanks are bold

    return call


def test_words_looked_for_and_ids_that_lead_to_their_line(write: Write, terminal: Terminal) -> None:
    root = write({"names.yaml": NAMES, "a file.yaml": WIRE})
    assert (
        terminal("who", "threat", "REPETE")
        == f"""\
Who        Words                                               ID, form, date
─────────────────────────────────────────────────────────────────────────────
김서연     ⟦Répète⟧ that “⟦Threats⟧ [b] to peace” are one ⟦threat⟧.  <file://desk{root}/a%20file.yaml#3|wire-1>
Mara Voss                                                      partial quote
                                                               2024-06-03
"""
    )


def test_hangul_within_words(write: Write, terminal: Terminal) -> None:
    write({"names.yaml": NAMES, "wire.yaml": WIRE})
    text = terminal("said", "kim", "평화", "--match", "위한", ALLIANCE_ARCHIVE_LINKS="no")
    assert "“⟦평화⟧를 ⟦위한⟧ 동맹”" in text.replace("⟧⟦", "")
    assert "file://" not in text


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("timeline --match peace", "to ⟦peace⟧” are one threat. <file://desk"),
        ("compare kim voss --match peace", "to ⟦peace⟧” are one threat. <file://desk"),
        ("phrases --word peace --kwic", "“Threats [b] to peace” are one threat. <file://desk"),
        ("participants --match peace", "<file://desk"),
        ("show voss", "<file://desk"),
        ("export --long --format table --match peace", "to ⟦peace⟧”"),
    ],
)
def test_other_commands(write: Write, terminal: Terminal, command: str, text: str) -> None:
    write({"names.yaml": NAMES, "wire.yaml": WIRE})
    assert text in " ".join(terminal(*command.split()).split())


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--no-color"], {}),
        ([], {"NO_COLOR": "1"}),
        ([], {"TERM": "dumb"}),
        (["--format", "csv"], {}),
        (["-o", "x.txt"], {}),
    ],
)
def test_nothing_is_marked_without_color(
    terminal: Terminal,
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
) -> None:
    monkeypatch.chdir(str(tmp_path))
    text = terminal("who", "linchpin", *arguments, **environment)
    assert "⟦" not in text
    assert "file://" not in text


@pytest.mark.parametrize(
    ("environment", "links"),
    [
        ({}, True),
        ({"ALLIANCE_ARCHIVE_LINKS": "0"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "tmux-256color"}, True),
    ],
)
def test_links_can_be_turned_off(
    terminal: Terminal, environment: dict[str, str], links: bool
) -> None:
    text = terminal("who", "cornerstone", **environment)
    assert "⟦cornerstone⟧" in text
    assert ("file://" in text) is links


def test_marks_leave_the_text_as_a_pipe_gets_it(run: Run, terminal: Terminal) -> None:
    marked = terminal("who", "linchpin", ALLIANCE_ARCHIVE_LINKS="0")
    assert marked.replace("⟦", "").replace("⟧", "") == run("who", "linchpin", COLUMNS="80").out


def test_no_name_of_a_file_gets_into_an_escape(write: Write, terminal: Terminal) -> None:
    write({"names.yaml": NAMES, "x\x1b\\]8;;\x07%é.yaml": WIRE})
    text = terminal("said", "kim", "동맹")
    assert "/x%1B%5C%5D8%3B%3B%07%25%C3%A9.yaml#10|wire-2>" in text
    assert "\x1b" not in text
    assert "\x07" not in text


@pytest.mark.parametrize(
    ("fields", "verbatim"),
    [
        (
            'form: direct, quotes: [{exact: "We keep “the pact” alive.", start: 1, end: 26}]',
            ["“We keep “the pact” alive.”"],
        ),
        (
            "form: mixed, summary: Said that “the “pact” of peace” and “hope” hold., "
            "quotes: [{exact: the “pact” of peace, start: 1, end: 20}, {exact: hope, start: 30, end: 34}]",
            ["“the “pact” of peace”", "“hope”"],
        ),
    ],
)
@pytest.mark.parametrize("command", ["said kim", "timeline", "show wire-1", "compare kim voss"])
def test_a_quotation_within_a_quotation_stands_out_with_it(
    run: Run,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    fields: str,
    verbatim: list[str],
    command: str,
) -> None:
    statement = (
        f"  - {{id: wire-1, {fields}, attributed_to: [kim], anchor: {{start: 0, end: 40}}}}\n"
    )
    write({"names.yaml": NAMES, "wire.yaml": WIRE.partition("  - id")[0] + statement})
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    output = run(*command.split(), COLUMNS="200", ALLIANCE_ARCHIVE_LINKS="no").out
    # `compare` shows the phrases, too.
    assert sorted(set(re.findall(r"\x1b\[1;32m(.*?)\x1b\[0m", output))) == sorted(verbatim)
