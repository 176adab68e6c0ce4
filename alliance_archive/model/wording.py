"""The values that fields may take, and how a statement of each form is read."""

from __future__ import annotations

PARTICIPANT_KINDS = ("person", "organization", "state")
MEETING_KINDS = ("bilateral", "trilateral", "multilateral", "conference")
MEETING_STATUSES = ("held", "planned")
TOPIC_KINDS = ("alliance", "issue", "cooperation")
SOURCE_KINDS = ("article", "press-release", "joint-statement", "transcript")
FORMS = ("direct", "mixed", "indirect")
STATUSES = ("reviewed", "draft")


def reading(form: str, summary: str | None, quotes: list[str]) -> str:
    """What stands for a statement in a line; a draft without its summary shows its quotes."""
    if summary and form != "direct":
        return summary
    return " … ".join(f"“{exact}”" for exact in quotes)
