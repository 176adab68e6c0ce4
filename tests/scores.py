"""How right drafts are: invented documents, each statement in them marked with whose it is.

`python -m tests.scores [-v] [FILE…]` drafts the documents of tests/gold/ and prints for each kind
how many statements there are, are found, are credited rightly and wrongly, and, of those that
somebody voices for others, with how many he is named; -v lists what is not right.

A file holds documents below `==== name (kind)`: the text, with ⟦number|…⟧ around the words of a
statement, and after `----` a line for each: `1 report: NAME; NAME, via NAME | or NAME | optional`.
`or` gives others that are right, too; what is optional does not count. A turn is all that somebody
says at once; a quote is in quotation marks.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from alliance_archive.draft import draft
from alliance_archive.errors import ArchiveError
from alliance_archive.model.countries import country_code
from alliance_archive.text.folding import words

FOLDER = Path(__file__).parent / "gold"
COLUMNS = ("statements", "found", "right", "wrong", "voiced", "via right")
_MARK = re.compile(r"⟦(\d+)\||⟧")
_OF_STATE = re.compile(r"(?i)^(?:the )?(?:government of |kingdom of )?(?:the )?|(?:’s|'s)? side$")
ENDS = " \n.,;:!?\"“”‘’'"


class Item(NamedTuple):
    """A statement of a document: text[start:end], and the lists of names that are right."""

    form: str
    start: int
    end: int
    credited: tuple[tuple[str, ...], ...]
    voices: tuple[str, ...]
    optional: bool


class Drafted(NamedTuple):
    """A statement of a draft: where it and its quotations are, whose it is, via whom."""

    spans: tuple[tuple[int, int], ...]
    turn: bool
    credited: tuple[str, ...]
    voices: tuple[str, ...]


class Gold(NamedTuple):
    """A document with its statements; `kind` is that of the source, or “sentence”."""

    name: str
    kind: str
    text: str
    items: tuple[Item, ...]


def documents(files: Sequence[Path]) -> Iterator[Gold]:
    for file in files:
        for part in re.split(r"(?m)^==== ", file.read_text(encoding="utf-8"))[1:]:
            head, _, rest = part.partition("\n")
            marked, _, rows = rest.partition("\n----\n")
            name, kind = head.removesuffix(")").split(" (")
            text, spans = _unmarked(marked)
            items = tuple(_item(row, spans) for row in rows.strip().splitlines())
            yield Gold(name, "sentence" if name.startswith("sentence") else kind, text, items)


def _unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the text without its marks, and where the words of each number are."""
    text, begun, opened, spans = "", 0, [], {}
    for mark in _MARK.finditer(marked):
        text += marked[begun : mark.start()]
        begun = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
        else:
            number, start = opened.pop()
            spans[number] = start, len(text)
    return text + marked[begun:], spans


def _item(row: str, spans: dict[str, tuple[int, int]]) -> Item:
    """Return the statement of a line such as `1 report: NAME, via NAME | or NAME | optional`."""
    head, _, rest = row.partition(": ")
    first, *others = rest.split(" | ")
    credited, _, voices = first.partition(", via ")
    also = [other.removeprefix("or ") for other in others if other != "optional"]
    number, form = head.split()
    right = tuple(map(_names, (credited, *also)))
    return Item(form, *spans[number], right, _names(voices), "optional" in others)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name for name in listed.split("; ") if name not in ("", "nobody"))


def drafted(gold: Gold) -> list[Drafted]:
    """Return the statements that are drafted from a document; none if it is refused."""
    try:
        record = draft(gold.text, publisher="Example", date="2031-10-12")
    except ArchiveError:
        return []
    names = {person.id: person.name for person in record.participants}
    return [
        Drafted(
            tuple(
                [(a.start, a.end) for a in [s.anchor] if a] + [(q.start, q.end) for q in s.quotes]
            ),
            s.turn is not None,
            tuple(names[ident] for ident in s.attributed_to),
            tuple(names[ident] for ident in s.voiced_by),
        )
        for s in record.statements
    ]


def found(gold: Gold, item: Item, statements: Sequence[Drafted]) -> list[Drafted]:
    """Return the statements that are the item: half of a turn together, else the one most like it."""
    here = _trimmed(gold.text, item.start, item.end)
    if item.form == "turn":
        within = [s for s in statements if s.turn and _common(s.spans[0], here) > 0]
        return within if sum(_common(s.spans[0], here) for s in within) * 2 > _size(here) else []
    likeness = [(max(_likeness(gold.text, span, here) for span in s.spans), s) for s in statements]
    best = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
    return [best[1]] if best[1] and best[0] >= 0.5 else []


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    kept = text[start:end].strip(ENDS)
    start = text.index(kept, start)
    return start, start + len(kept)


def _size(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _common(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _likeness(text: str, span: tuple[int, int], here: tuple[int, int]) -> float:
    """Return the share of the code points of both that they have in common."""
    common = _common(span := _trimmed(text, *span), here)
    return common / (_size(span) + _size(here) - common)


def _same(name: str, other: str) -> bool:
    """Return whether two names mean one: Holm and Ann Holm; Japan and the Government of Japan."""
    states = [country_code(_OF_STATE.sub("", each)) for each in (name, other)]
    if states[0] or states[1]:
        return states[0] == states[1]
    own, others = set(words(name)), set(words(other))
    return own <= others or others <= own


def _all_in(names: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(_same(name, other) for other in others) for name in names)


def verdict(item: Item, statements: Sequence[Drafted]) -> str:
    """Return right, wrong (somebody else is named), or open (nobody, or not all)."""
    got = [name for statement in statements for name in statement.credited]
    if any(_all_in(got, right) and _all_in(right, got) for right in item.credited):
        return "right"
    return "open" if any(_all_in(got, right) for right in item.credited) else "wrong"


def score(files: Sequence[Path]) -> tuple[dict[str, Counter[str]], list[str]]:
    """Return the counts of COLUMNS for each kind of document, and a line for what is not right."""
    counts: dict[str, Counter[str]] = {}
    misses = []
    for gold in documents(files):
        statements, count = drafted(gold), counts.setdefault(gold.kind, Counter())
        for item in gold.items:
            if item.optional:
                continue
            matched = found(gold, item, statements)
            judged = verdict(item, matched) if matched else "missed"
            voices = [name for statement in matched for name in statement.voices]
            named = _all_in(voices, item.voices) and _all_in(item.voices, voices)
            count.update({"statements": 1, "found": bool(matched), judged: 1})
            count.update({"voiced": bool(item.voices), "via right": bool(item.voices) and named})
            if judged != "right":
                got = "; ".join(name for s in matched for name in s.credited) or "nobody"
                told = " ".join(gold.text[item.start : item.end].split())[:60]
                right = "; ".join(item.credited[0]) or "nobody"
                misses.append(f"{gold.name}: {judged}: {got}, not {right}: {told}")
    return counts, misses


def main(arguments: Sequence[str]) -> None:
    files = [Path(name) for name in arguments if name != "-v"] or sorted(FOLDER.glob("*.txt"))
    counts, misses = score(files)
    lines = misses if "-v" in arguments else []
    lines += [f"| kind | {' | '.join(COLUMNS)} |", "|---|" + "---:|" * len(COLUMNS)]
    for kind, count in counts.items():
        lines.append(f"| {kind} | {' | '.join(str(count[column]) for column in COLUMNS)} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
