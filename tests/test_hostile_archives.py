"""Whatever an archive contains, the program ends with a message and an exit code, in bounded memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import CASES, attempt

# Not run here, because half a million records take long: `python -m tests.hostile` runs it.
LARGE = {"the largest file taken"}


@pytest.mark.parametrize("name", [name for name in CASES if name not in LARGE])
def test_hostile(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    done = attempt(case, tmp_path / "a", most=60)
    printed = done.printed.decode()
    assert done.code == case.code, printed
    assert case.said in printed
    assert "Traceback" not in printed
    assert b"\x1b" not in done.printed
    # A generous limit; `python -m tests.hostile` measures each case.
    assert done.memory < 600
