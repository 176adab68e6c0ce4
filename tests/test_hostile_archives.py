"""Whatever an archive holds, the answer is a message, an exit code, and not too much memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import CASES, attempt

# Building half a million records takes what it takes: `python -m tests.hostile` has its figures.
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
    # Against running away; what each case takes is measured by `python -m tests.hostile`.
    assert done.memory < 600
