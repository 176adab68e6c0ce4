"""What became of files that were drafted, one by one and in numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from .proposal import Draft


class Failure(NamedTuple):
    """A file from which nothing was filed, and why; the reason names the file."""

    path: str
    reason: str


class Outcome(NamedTuple):
    """What became of a file: a draft, the source with the same words, or a problem.

    Without any of these, its text was in the archive.
    """

    path: str
    drafted: Draft | None = None
    twin: str = ""
    problem: str = ""


@dataclass
class Filing:
    """What a run has done: `known` files were in the archive already, `same` as another file.

    `participants` and `meetings` are the names of those new to the archive, by id.
    """

    filed: int = 0
    statements: int = 0
    summaries: int = 0
    known: int = 0
    same: list[tuple[str, str]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    participants: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, str] = field(default_factory=dict)

    def count(self, outcome: Outcome) -> None:
        """Count what became of a file."""
        path, drafted, twin, problem = outcome
        if drafted:
            self.filed += 1
            self.statements += len(drafted.statements)
            self.summaries += sum(entry.form != "direct" for entry in drafted.statements)
            self.participants |= {person.id: person.name for person in drafted.participants}
            self.meetings |= {meeting.id: meeting.name for meeting in drafted.meetings}
        elif twin:
            self.same.append((path, twin))
        elif problem:
            self.failures.append(Failure(path, problem))
        else:
            self.known += 1
