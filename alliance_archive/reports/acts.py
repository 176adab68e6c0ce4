"""Numbers of acts in words, with those of the reports and sources in which they are."""

from __future__ import annotations

from ..render.cells import counted


def acts_shown(acts: int, reports: int, sources: int) -> str:
    """Return a number of acts; if there are more reports, with that of these and their sources."""
    if reports == acts:
        return str(acts)
    return ",\n".join(
        (counted(acts, "act"), counted(reports, "report"), counted(sources, "source"))
    )


def acts_counted(acts: int, reports: int, *, grouped: bool = False) -> str:
    """Return a number of acts in a line: “12 statements”, or “11 acts in 14 reports”."""
    if reports == acts:
        return counted(acts, "statement", grouped=grouped)
    within = counted(reports, "report", grouped=grouped)
    return f"{counted(acts, 'act', grouped=grouped)} in {within}"
