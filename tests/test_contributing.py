"""Every file, folder and function that CONTRIBUTING names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import alliance_archive
from tests.conftest import SHIPPED

PACKAGE = Path(alliance_archive.__file__).parent
TOP = SHIPPED.parent
TEXT = (TOP / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
# `store/scan.py:scan`, `reports/`, `.ci/run`; NAME and KIND are placeholders for new files.
PATH = re.compile(r"`(\.?\w[\w./-]*(?:/|\.py|\.json|\.md|/run))(?::(\w+))?`")
ROOM = re.compile(r"^\| `([\w.]+?)/?` \|", re.MULTILINE)


NAMED = sorted(match for match in set(PATH.findall(TEXT)) if not re.search("NAME|KIND", match[0]))


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_path_exists_and_holds_the_name(path: str, name: str) -> None:
    root = TOP if path.startswith((".", "tests/", "data/", "alliance_archive/")) else PACKAGE
    assert (root / path).exists()
    if name:
        defined = rf"^(class |def |){name}\b"
        assert re.search(defined, (root / path).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_room_is_on_the_map() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() or path.suffix == ".py"}
    assert rooms - {"__pycache__", "data", "__init__.py", "__main__.py"} == set(ROOM.findall(TEXT))


def test_the_hooks_run_what_the_project_runs() -> None:
    hooks = (TOP / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall("entry: (.*)", hooks) == [
        "ruff check --force-exclude",
        "ruff format --force-exclude",
        "mypy",
        "alliance-archive check --strict --archive data",
    ]
