"""What the tests share: a run of the command line, and archives written for a test."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from alliance_archive.cli import main
from tests.example import FILES
from tests.interop import missing

# `quick` and `long` always draw the same examples, so that one commit has one result;
# HYPOTHESIS_PROFILE=search looks for new ones, different in each run.
ANY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "quick", ANY_MACHINE, max_examples=20, stateful_step_count=20, derandomize=True
)
settings.register_profile(
    "long", ANY_MACHINE, max_examples=100, stateful_step_count=40, derandomize=True
)
settings.register_profile(
    "search", ANY_MACHINE, max_examples=1000, stateful_step_count=40, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
# Taken out of the environment: `draft --add` writes texts there.
TEXTS = os.environ.get("ALLIANCE_ARCHIVE_TEXTS")
SHIPPED = Path(__file__).parent.parent / "data"


class Done(NamedTuple):
    code: int
    out: str
    err: str


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tools are missing, or fail it where INTEROP=required asks for all."""
    tools = [tool for mark in item.iter_markers("interop") for tool in mark.args]
    for reason in filter(None, map(missing, tools)):
        if os.environ.get("INTEROP") == "required":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


Run = Callable[..., Done]
Write = Callable[..., Path]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all indexes, so that the shipped archive's is made once, not in each test."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache: Path) -> None:
    for name in (
        "COLUMNS",
        "LINES",
        "NO_COLOR",
        "FORCE_COLOR",
        "PAGER",
        "LESS",
        "EDITOR",
        "VISUAL",
        "ALLIANCE_ARCHIVE_TEXTS",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALLIANCE_ARCHIVE", str(SHIPPED))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command line in this process: run("who", "linchpin", COLUMNS="80")."""

    def call(*arguments: object, **environment: str) -> Done:
        capsysbinary.readouterr()
        with monkeypatch.context() as changed:
            for name, value in environment.items():
                changed.setenv(name, value)
            code = main([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return call


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write files below an archive's folder and make it the archive: write(**{"a.yaml": "…"})."""

    def put(files: dict[str, str | bytes]) -> Path:
        root = tmp_path / "archive"
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        monkeypatch.setenv("ALLIANCE_ARCHIVE", str(root))
        return root

    return put


@pytest.fixture
def harbor(write: Write) -> Path:
    """The small archive of `tests.example`, around the Harbor Dialogue."""
    return write(FILES)
