"""Completion: what the shells themselves complete, and what the program loads for it."""

from __future__ import annotations

import os
import re
import select
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alliance_archive.cli import main
from tests.conftest import SHIPPED, Run, Write

PEOPLE = """\
participants:
  - {id: kim-minji, name: 김민지, kind: person, other_names: [Kim Min-ji], country: KR}
  - {id: mori, name: Aya Mori, kind: person, country: JP}
  - {id: japan, name: Japan, kind: state, country: JP}
topics:
  - {id: steel, name: "Iron, steel"}
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program on the PATH of the shells."""
    path = tmp_path / "bin" / "alliance-archive"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m alliance_archive "$@"\n')
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}{os.pathsep}{os.environ['PATH']}")
    return path


def completed(program: Path, *words: str, shell: str = "bash") -> list[str]:
    """What the program answers a shell; the last word is the one to complete."""
    environment = os.environ | {"_ALLIANCE_ARCHIVE_COMPLETE": f"{shell}_complete"}
    environment |= {"COMP_WORDS": shlex.join(["alliance-archive", *words[:-1]])}
    environment |= {"COMP_CWORD": words[-1] if shell == "fish" else str(len(words))}
    if shell != "fish":
        environment["COMP_WORDS"] += f" {words[-1]}"
    done = subprocess.run([program], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.strip("\n").split("\n") if done.stdout.strip() else []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["stat"], ["plain,statements"]),
        (["said", "mat"], ["plain,jim-mattis"]),
        (["statements", "--speaker", "onodera"], ["plain,itsunori-onodera"]),
        (["statements", "--voiced-by", "chief"], ["plain,dana-white"]),
        (["statements", "--country", "sou"], ["plain,KR"]),
        (["export", "--country", "j"], ["plain,JP"]),
        (["topics", "--topic", "pressure"], ["plain,north-korea-pressure"]),
        (["meetings", "--meeting", "trila"], ["plain,trilateral-2017-10-23"]),
        (["sources", "--source", "yon"], ["plain,yonhap-2017-10-23"]),
        (["cite", "yonhap-2017-10-23-1"], [f"plain,yonhap-2017-10-23-1{n}" for n in (0, 1, 2)]),
        (["show", "asso"], ["plain,asean"]),
        (["export", "--form", "d"], ["plain,direct"]),
        (["export", "--datap"], ["plain,--datapackage"]),
        (["--arch"], ["plain,--archive"]),
        (["set", "mattis", "fo"], ["plain,form=", "plain,former_ids="]),
        (["set", "mattis", "form=d"], ["plain,form=direct"]),
        (["set", "yon", "topics+=un"], ["plain,topics+=un-resolutions"]),
        (["set", "mattis", "country=sou"], ["plain,country=KR"]),
        # As bash divides it:
        (["set", "yon", "topics+", "=", "un"], ["plain,un-resolutions"]),
        (["set", "yon", "meeting", "=", "trila"], ["plain,trilateral-2017-10-23"]),
        (["rename", "asso"], ["plain,asean"]),
        (["said", "nobody-at-all"], []),
        (["--archive", "/nowhere/at/all", "said", "m"], []),
    ],
)
def test_what_is_completed(program: Path, words: list[str], expected: list[str]) -> None:
    assert completed(program, *words) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("alliance-archive stat", "plain,statements\n"),
        ("alliance-archive said mat", "plain,jim-mattis\n"),
        ("alliance-archive show trilateral-2", "plain,trilateral-2017-10-23\n"),
        ("alliance-archive compare jap us-japan-a", "plain,us-japan-alliance"),
        ("alliance-archive topics --country jap", "plain,JP\n"),
        ("alliance-archive --archive /nowhere said m", ""),
    ],
)
def test_in_this_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str, expected: str
) -> None:
    monkeypatch.setenv("_ALLIANCE_ARCHIVE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - 1))
    with pytest.raises(SystemExit):
        main([])
    assert capsys.readouterr().out.strip("\n") == expected.strip("\n")


def test_another_archive_and_names_beside_the_ids(program: Path, write: Write) -> None:
    root = write({"people.yaml": PEOPLE})
    assert completed(program, "said", "민지", shell="fish") == ["plain,kim-minji\t김민지"]
    assert completed(program, "said", "김민", shell="fish") == ["plain,kim-minji\t김민지"]
    assert completed(program, "--archive", str(SHIPPED), "said", "mori") == []
    assert completed(program, "--archive", str(root), "said", "min") == ["plain,kim-minji"]
    assert completed(program, "topics", "--topic", "st", shell="zsh") == [
        "plain",
        "steel",
        "Iron, steel",
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_says_how_it_is_installed(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert (done.code, done.err) == (0, "")
    (line,) = [line for line in done.out.splitlines()[:2] if line.startswith("# To install it: ")]
    assert f"alliance-archive completion {shell}" in line
    shown = run("completion", "--help").out.replace("\\\n", "")
    assert line.removeprefix("# To install it: ").split() in [*map(str.split, shown.splitlines())]


@pytest.mark.parametrize(
    ("shell", "ask"),
    [
        (
            "bash",
            "source ./script; COMP_WORDS=(alliance-archive said mat); COMP_CWORD=2;"
            "_alliance_archive_completion alliance-archive; echo ${COMPREPLY[@]}",
        ),
        pytest.param(
            "zsh",
            "compdef() { }; compset() { }; compadd() { echo ${completions[@]} }; _describe() { echo ${(P)3} };"
            "source ./script; words=(alliance-archive said mat); CURRENT=3;"
            "_alliance_archive_completion",
            marks=pytest.mark.interop("zsh"),
        ),
        pytest.param(
            "fish",
            "source ./script; complete --do-complete 'alliance-archive said mat'",
            marks=pytest.mark.interop("fish"),
        ),
    ],
)
def test_in_the_shell_itself(run: Run, program: Path, tmp_path: Path, shell: str, ask: str) -> None:
    (tmp_path / "script").write_text(run("completion", shell).out)
    environment = os.environ | {"HOME": str(tmp_path)}
    done = subprocess.run(
        [shell, "-c", ask],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.replace(":", "\t").split("\t")[0].strip() == "jim-mattis"


@pytest.mark.parametrize("words", ["statem", "said --spe", "said m", "show pent"])
def test_with_an_index_neither_rich_nor_yaml_is_loaded(run: Run, words: str) -> None:
    assert run("topics").code == 0
    probe = (
        "import sys\nfrom alliance_archive.cli import main\n"
        "try: main([])\nexcept SystemExit: pass\n"
        "print(sorted({'rich', 'yaml'} & set(sys.modules)), file=sys.stderr)"
    )
    environment = os.environ | {
        "_ALLIANCE_ARCHIVE_COMPLETE": "bash_complete",
        "COMP_WORDS": f"alliance-archive {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    done = subprocess.run(
        [sys.executable, "-c", probe], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["draft", "ar"], ["file,ar"]),
        (["check", "ar"], ["file,ar"]),
        (["cite", "wire-1", "-o", "ar"], ["file,ar"]),
        (["draft", "article.txt", "--output", "ar"], ["file,ar"]),
        (["topics", "-o", "ar"], ["file,ar"]),
        (["verify", "--fingerprint", "ar"], ["file,ar"]),
        (["verify", "--texts", "ar"], ["dir,ar"]),
        (["show", "--texts", "ar"], ["dir,ar"]),
        (["review", "--texts", "ar"], ["dir,ar"]),
        (["export", "--datapackage", "ar"], ["dir,ar"]),
        (["--archive", "ar"], ["dir,ar"]),
        (["who", "x", "--archive", "ar"], ["dir,ar"]),
        (["init", "ar"], ["dir,ar"]),
        (["review", "yon"], ["plain,yonhap-2017-10-23"]),
        (["review", "ar"], ["file,ar"]),
        (["said", "ar"], []),
        (["topics", "--output", "=", "ar"], ["file,ar"]),
        (["statements", "--country", "=", "jap"], ["plain,JP"]),
        (["said", "caf\udce9"], []),
    ],
)
def test_files_folders_and_names(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    expected: list[str],
) -> None:
    monkeypatch.setenv("_ALLIANCE_ARCHIVE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["alliance-archive", *words]))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    with pytest.raises(SystemExit):
        main([])
    assert capsys.readouterr().out.split() == expected


SHELLS = {
    "bash": ["bash", "--noprofile", "--rcfile", "script", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "-i"],
}


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
@pytest.mark.parametrize(
    "shell",
    ["bash", *(pytest.param(name, marks=pytest.mark.interop(name)) for name in ("zsh", "fish"))],
)
def test_the_tab_key(run: Run, program: Path, tmp_path: Path, shell: str) -> None:
    script = run("completion", shell).out
    if shell == "zsh":
        script = f"autoload -Uz compinit; compinit -u -D\nbindkey -e\n{script}"
    (tmp_path / "script").write_text(script)
    (tmp_path / "article.txt").touch()
    (tmp_path / "archives").mkdir()
    keys = {
        "draft art": "draft article.txt",
        "topics --output=art": "topics --output=article.txt",
        "verify --texts arc": "verify --texts archives",
        "statements --speaker=mat": "statements --speaker=jim-mattis",
    }
    with Typist(SHELLS[shell], tmp_path) as typist:
        typist.press("" if shell == "bash" else ". ./script\r")
        for begun, whole in keys.items():
            typist.press(f"alliance-archive {begun}\t", until=whole.rpartition(" ")[2])
            # The line as it is now, echoed.
            shown = typist.press("\x01echo it is \r", until="\nit is ")
            assert f"\nit is alliance-archive {whole}" in shown


class Typist:
    """An interactive shell in a folder, on a terminal of its own."""

    def __init__(self, command: list[str], folder: Path) -> None:
        import pty

        self.terminal, theirs = pty.openpty()
        # The shell must control its terminal.
        control = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
        control += "os.execvp(sys.argv[1], sys.argv[1:])"
        self.process = subprocess.Popen(
            [sys.executable, "-c", control, *command],
            cwd=folder,
            env=os.environ | {"HOME": str(folder), "TERM": "xterm", "PS1": "% "},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Typist:
        self.press("")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)

    def press(self, keys: str, until: str = "") -> str:
        """Press keys; return what is written from then on, up to `until` and a short silence."""
        os.write(self.terminal, keys.encode())
        screen, end = "", time.monotonic() + 10
        while (until not in screen and time.monotonic() < end) or self._writes():
            if not self._writes():
                continue
            part = os.read(self.terminal, 65536).decode(errors="replace")
            if "\x1b[c" in part or "\x1b[0c" in part:
                os.write(self.terminal, b"\x1b[?62;c")  # fish asks what the terminal is
            part = re.sub(r"\x1b(\[[\d;?>=]*[a-zA-Z]|\][^\x07]*\x07|\(B)", "", part)
            screen += part.replace("\r", "\n")
        return screen

    def _writes(self) -> bool:
        return bool(select.select([self.terminal], [], [], 0.3)[0])
