"""The pages of `help TOPIC`: text files in the markup of `render.page`.

`{{fields statement}}` and the like stand for what the program knows; `cli.reference` fills them in.
"""

from __future__ import annotations

from pathlib import Path

TOPICS = (
    *("attribution", "format", "filters", "search", "output", "acts", "verify", "draft", "editing"),
    *("spreadsheets", "distributed", "databases", "environment", "exit-codes"),
)
"""The pages, in the order in which they are listed."""


def page(topic: str) -> str:
    """Return the page of one of TOPICS as it is written."""
    return (Path(__file__).parent / f"{topic}.txt").read_text(encoding="utf-8")


def title(topic: str) -> str:
    """Return the heading of a page, which is also its line in the list of topics."""
    return page(topic).partition("\n")[0].removeprefix("# ")
