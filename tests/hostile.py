"""Hostile archives, and what the program does with each.

`python -m tests.hostile` prints the table: the case, the message, seconds and peak memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

TOPIC = "topics:\n  - {id: a, name: A}\n"


class HostileArchive(NamedTuple):
    """How an archive is made, the command to run, and what its output must contain."""

    make: Callable[[Path], object]
    arguments: list[str]
    code: int
    said: str


class Outcome(NamedTuple):
    """An exit code, everything printed, seconds, and the peak of resident memory in MiB."""

    code: int
    printed: bytes
    seconds: float
    memory: float


def writing(text: str | bytes, name: str = "x.yaml") -> Callable[[Path], object]:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return lambda root: (root / name).write_bytes(data)


def topic(name: str) -> str:
    return f'topics:\n  - {{id: a, name: "{name}"}}\n'


def _bomb() -> str:
    lines = ['a: &a ["lol", "lol", "lol", "lol", "lol", "lol", "lol", "lol", "lol"]']
    for letter, successor in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{successor}: &{successor} [{', '.join([f'*{letter}'] * 9)}]")
    return "\n".join(lines)


def _pipe(root: Path) -> None:
    os.mkfifo(root / "x.yaml")


def _folder(root: Path) -> None:
    (root / "x.yaml").mkdir()


def _link(target: str, name: str = "x.yaml") -> Callable[[Path], object]:
    return lambda root: (root / name).symlink_to(target)


def _folder_loop(root: Path) -> None:
    (root / "x.yaml").write_text(TOPIC)
    (root / "sub").mkdir()
    (root / "sub" / "up").symlink_to(root)
    (root / "out").symlink_to("/etc")


def _large(root: Path) -> None:
    with (root / "x.yaml").open("w") as stream:
        stream.write("topics:\n")
        for _ in range(3700):
            stream.write("  - {id: a, name: A, note: nothing but a very long file}\n" * 1000)


def _nearly_large(root: Path) -> None:
    with (root / "x.yaml").open("w") as stream:
        stream.write("topics:\n")
        stream.writelines(
            f"  - {{id: a{n}, name: A {n}, note: as large as may be}}\n" for n in range(500_000)
        )


def _deep_folders(root: Path) -> None:
    folder = root
    for _ in range(150):
        folder = folder / "d"
        folder.mkdir()
    (folder / "x.yaml").write_text(TOPIC)


CHECK = ["check"]
TOPICS = ["topics", "--fields", "name"]
CASES: dict[str, HostileArchive] = {
    "alias bomb": HostileArchive(writing(_bomb()), CHECK, 1, "x.yaml:1:1: unknown-key"),
    "alias bomb in a record": HostileArchive(
        writing("topics:\n  - {id: a, name: A, note: &a [&b [&c [x]], *b, *b]}\n"), CHECK, 1, "x.yaml:2:28: anchor"),
    "a million aliases": HostileArchive(
        writing(f"topics: [{{id: a, name: &a A, note: [{'*a, ' * 1_000_000}]}}]"), CHECK, 1, "too-many-problems"),
    "100,000 levels, flow": HostileArchive(writing("topics: " + "[" * 100_000), CHECK, 1, "x.yaml:1:21: too-deep"),
    "100,000 levels after a record": HostileArchive(writing(f"{TOPIC}  - {{id: b, name: {'[' * 100_000}"), CHECK, 1, "x.yaml:3:29: too-deep"),
    "100,000 levels, mappings": HostileArchive(writing("topics: " + "{a: " * 100_000), CHECK, 1, "too-deep"),
    "100,000 levels, block": HostileArchive(writing("topics:\n" + "- " * 100_000 + "a"), CHECK, 1, "too-deep"),
    "200 MB file": HostileArchive(_large, CHECK, 1, "x.yaml:0:0: too-large: larger than 32 MiB"),
    "the largest file taken": HostileArchive(_nearly_large, ["topics", "--limit", "1"], 0, "A 0"),
    "NUL": HostileArchive(writing(b"topics:\n  - {id: a, name: A\x00}\n"), CHECK, 1, "x.yaml:2:20: control-character"),
    "invalid UTF-8": HostileArchive(writing(b"topics:\n  - {id: a, name: \xc3\x28}\n"), CHECK, 1, "x.yaml:2:19: encoding"),
    "byte order mark": HostileArchive(writing("\ufeff" + TOPIC), TOPICS, 0, "A"),
    "UTF-16": HostileArchive(writing(TOPIC.encode("utf-16")), CHECK, 1, "x.yaml:1:1: encoding: the file is UTF-16"),
    "lone surrogate, raw": HostileArchive(writing("topics:\n  - {id: a, name: \ud800}\n"), CHECK, 1, "x.yaml:2:19: encoding"),
    "lone surrogate, escaped": HostileArchive(writing(topic("\\ud800")), CHECK, 1, "x.yaml:2:22: yaml-syntax"),
    "terminal escape in a field": HostileArchive(writing(topic("\\e]0;owned\\a\\e[31m")), CHECK, 1, "control-character"),
    "terminal escape in a comment": HostileArchive(writing(b"# \x1b[31m\n" + TOPIC.encode()), CHECK, 1, "# ␛[31m"),
    "C1 control in a field": HostileArchive(writing(topic("\\x9b31m")), CHECK, 1, "U+009B"),
    "terminal escape in a file's name": HostileArchive(
        writing("topics: [", "\x1b[31mx.yaml"), CHECK, 1, "␛[31mx.yaml:1:9: yaml-syntax"),
    "rich markup in a field": HostileArchive(writing(topic("[red]A[/b][sic] :smile:")), TOPICS, 0, "[red]A[/b][sic] :smile:"),
    "right-to-left override": HostileArchive(writing(topic("A\\u202eB")), TOPICS, 0, "A⟨U+202E⟩B"),
    "id ../../x": HostileArchive(writing("topics:\n  - {id: ../../x, name: A}\n"), CHECK, 1, "x.yaml:2:10: bad-id"),
    "source id as a path": HostileArchive(
        writing("source: {id: ../../../etc/passwd, publisher: P, date: 2017, kind: article}\n"),
        ["verify", "--texts", "."], 1, "left out"),
    "link out of the folder": HostileArchive(_link("/etc/hostname"), CHECK, 1, "x.yaml:0:0: outside"),
    "link in a loop": HostileArchive(_link("x.yaml"), CHECK, 1, "x.yaml:0:0: outside"),
    "link in a loop with a name to look at": HostileArchive(
        _link("x_y.yaml", "x_y.yaml"), CHECK, 1, "x_y.yaml:0:0: outside"),
    "folders linked in a loop and out": HostileArchive(_folder_loop, CHECK, 1, "out:0:0: outside"),
    "150 folders deep": HostileArchive(_deep_folders, TOPICS, 0, "A"),
    "FIFO called x.yaml": HostileArchive(_pipe, CHECK, 1, "x.yaml:0:0: not-a-file: a pipe"),
    "folder called x.yaml": HostileArchive(_folder, CHECK, 1, "x.yaml:0:0: not-a-file: a folder"),
    "device called x.yaml": HostileArchive(_link("/dev/zero"), CHECK, 1, "x.yaml:0:0: outside"),
    "200,000 empty records": HostileArchive(writing("topics:\n" + "- {}\n" * 200_000), CHECK, 1, "too-many-problems"),
    "a key of a megabyte": HostileArchive(writing(f"topics:\n  - {{id: a, name: A, {'k' * 100_000}: x}}\n"), CHECK, 1, "yaml-syntax"),
    "a line of a megabyte": HostileArchive(writing(f"topics: [{'x, ' * 300_000}]"), CHECK, 1, "too-many-problems"),
    "a search of a megabyte": HostileArchive(writing(TOPIC), ["who", "x" * 100_000], 0, "no statement matches “xxx"),
    "a search of many words": HostileArchive(writing(TOPIC), ["who", " ".join(f'"{n}' for n in range(5_000))], 0, "no statement matches"),
    "formulas under --excel": HostileArchive(
        writing("source: {id: s, publisher: '=1+1', date: 2017, kind: article}\nstatements:\n"
            "  - {id: s-1, form: indirect, attributed_to: [], summary: '@SUM(1)', anchor: {start: 0, end: 1}}\n"),
        ["export", "--excel"], 0, "'@SUM(1)"),
}  # fmt: skip


def attempt(case: HostileArchive, root: Path, most: int | None = None) -> Outcome:
    """Make the archive and run the program on it, for at most `most` seconds of processor time."""
    root.mkdir(exist_ok=True)
    (root / "archive.yaml").write_text("archive:\n")
    case.make(root)
    command = [sys.executable, "-m", "alliance_archive", *case.arguments]
    if most:
        command = ["sh", "-c", f'ulimit -t {most}; exec "$@"', "sh", *command]
    variables = {
        "ALLIANCE_ARCHIVE": str(root),
        "COLUMNS": "120",
        "XDG_CACHE_HOME": str(root.parent),
    }
    environment = os.environ | variables
    began = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment, cwd="/")
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        output.seek(0)
        return Outcome(process.returncode, output.read(), seconds, used.ru_maxrss / 1024)


def main() -> None:
    sys.stdout.write("| case | asked | exit | said | s | MiB |\n|---|---|---:|---|---:|---:|\n")
    for name, case in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            done = attempt(case, Path(folder) / "a")
            lines = done.printed.decode("utf-8", "replace").replace(f"{folder}/a/", "").splitlines()
            said = next((line for line in lines if case.said in line), lines[0] if lines else "")
            said = said.strip()[:110].replace("|", "\\|")
            figures = f"{done.code} | {said} | {done.seconds:.2f} | {done.memory:.0f}"
            sys.stdout.write(f"| {name} | {case.arguments[0]} | {figures} |\n")


if __name__ == "__main__":
    main()
