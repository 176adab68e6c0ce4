"""Dependencies point one way, and each outside package is imported by one layer only."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import alliance_archive

ROOT = Path(alliance_archive.__file__).parent
# The layers, from the bottom: each room may import those below it and itself.
FLOORS = (
    {"errors"},
    {"atomic", "render", "documents", "processes"},
    {"model"},
    {"text"},
    {"check"},
    {"store"},
    {"index"},
    {"queries"},
    {"archive"},
    {"change"},
    {"verify", "acts"},
    {"reports", "draft", "edit", "export"},
    {"help"},
    {"cli"},
    {"__init__", "__main__"},
)
ALLOWED = {
    room: {below for lower in FLOORS[:level] for below in lower}
    for level, floor in enumerate(FLOORS)
    for room in floor
}
ALLOWED["cli"].add("__init__")
OUTSIDE = {"click": {"cli"}, "rich": {"render", "cli"}, "yaml": {"store"}}
# Packages of the extra `documents`.
OUTSIDE |= {name: {"documents"} for name in ("docx", "lxml", "pypdf", "trafilatura")}


def file_or_init(name: str) -> str:
    return name if (ROOT / f"{name}.py").exists() else "__init__"


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the part a module belongs to, paired with each part or package that it imports."""
    within = path.relative_to(ROOT)
    part = within.parts[0].removesuffix(".py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield part, name.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield part, (node.module or "").split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            up = within.parts[: len(within.parts) - node.level]
            for name in node.names:
                target = [*up, *(node.module or name.name).split(".")]
                room = target[0]
                yield part, room if (ROOT / room).exists() else file_or_init(room)


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports(path: Path) -> None:
    for part, imported in imports(path):
        if imported in ALLOWED:
            assert imported == part or imported in ALLOWED[part]
        elif imported in OUTSIDE:
            assert part in OUTSIDE[imported]
        else:
            assert imported in sys.stdlib_module_names


COMMANDS = ROOT / "cli" / "commands"
# What only the lower rooms may use: a command calls a public function instead.
HIDDEN_FROM_COMMANDS = {"store", "index", "yaml", "sqlite3"}


@pytest.mark.parametrize("path", sorted(COMMANDS.glob("*.py")), ids=lambda path: str(path.name))
def test_commands_import_neither_files_nor_sql(path: Path) -> None:
    hidden = {imported for _, imported in imports(path)} & HIDDEN_FROM_COMMANDS
    assert not hidden


def test_every_part_is_in_the_table() -> None:
    parts = {path.stem for path in ROOT.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert parts - {"__pycache__", "data", "py"} == set(ALLOWED)
