"""Read sentences with the expected answers marked in them: [1:who] <1:cue> {1:words}."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path

MARK = re.compile(r"[\[<{](\d):|[\]>}]")
KINDS = {"[": "source", "<": "cue", "{": "content"}


@dataclass
class Gold:
    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)


def parse(line: str) -> tuple[str, list[Gold]]:
    """Return the plain text and its attributions; one without a speaker has the previous speaker."""
    text, position = "", 0
    opened: list[tuple[str, str, int]] = []
    golds_by_number: dict[str, Gold] = {}
    for match in MARK.finditer(line):
        text += line[position : match.start()]
        position = match.end()
        if match.group(1):
            opened.append((KINDS[match.group()[0]], match.group(1), len(text)))
        elif opened:
            kind, number, start = opened.pop()
            getattr(golds_by_number.setdefault(number, Gold()), kind).append((start, len(text)))
        else:
            text += match.group()
    golds = list(golds_by_number.values())
    for previous, gold in itertools.pairwise(golds):
        gold.source = gold.source or previous.source
    return text + line[position:], golds


def sentences(name: str) -> list[tuple[str, list[Gold]]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line and not line.startswith("#")]
