"""Joint statements and readouts in many layouts: whose each statement is, and via whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from alliance_archive.draft import draft

FOLDER = Path(__file__).parent


def layouts(kind: str, file: str) -> Iterator[tuple[str, str, str]]:
    for layout in (FOLDER / file).read_text(encoding="utf-8").split("\n==== ")[1:]:
        _, _, rest = layout.partition("\n")
        text, _, expected = rest.partition("\n---\n")
        yield kind, text, expected.strip()


LAYOUTS = [*layouts("joint-statement", "joint_statements.txt"), *layouts("readout", "readouts.txt")]


def drafted(kind: str, text: str) -> str:
    """Return a line for each statement drafted: whose it is, via whom, its words."""
    record = draft(text, kind=kind, publisher="Example", date="2031-01-01")
    names = {person.id: person.name for person in record.participants}
    lines = []
    for statement in record.statements:
        assert statement.form == "direct"
        who = ", ".join(names[ident] for ident in statement.attributed_to) or "open"
        via = "".join(f", via {names[ident]}" for ident in statement.voiced_by)
        lines.append(f"{who}{via}: {' '.join(statement.quotes[0].exact.split())}")
    return "\n".join(lines)


@pytest.mark.parametrize(("kind", "text", "expected"), LAYOUTS)
def test_whose_statements_they_are(kind: str, text: str, expected: str) -> None:
    assert drafted(kind, text) == expected


def test_there_are_a_dozen_of_each() -> None:
    kinds = [kind for kind, _, _ in LAYOUTS]
    assert min(kinds.count("joint-statement"), kinds.count("readout")) >= 12
