"""Make an archive of any size in the project's format: `python -m tests.benchmarks.generate DIR`.

The same numbers and seed give the same bytes. Each source is made from a seed of its own, so it can be made again alone. Plain text is formatted, not dumped: a million statements in a minute.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from . import vocabulary
from .vocabulary import CUES, RARE, TOPICS

_FIRST_DAY = datetime.date(1990, 1, 1)
_DAYS = 13_000
_STREAM = 200_000
_LINE = 13  # words
_HELD = (
    "  - id: {}\n    name: {}\n    date: {}\n    kind: {}\n    place: {{name: {}, country: {}}}\n"
)
quoted = partial(json.dumps, ensure_ascii=False)
"""JSON's string is YAML's in double quotes, for any text without control characters."""


class Plan(NamedTuple):
    """An archive to be made: how many sources, how many statements in each, and the seed."""

    sources: int
    statements: int
    seed: int = 0

    @property
    def people(self) -> int:
        """The number of people: more as the archive grows, though not in proportion."""
        return min(40 + self.sources // 5, 1500)


class World(NamedTuple):
    """What the sources of an archive share."""

    plan: Plan
    words: list[str]
    people: list[vocabulary.Person]
    meetings: list[tuple[str, str, list[str]]]
    """Id, day and the ids of those present."""


def world(plan: Plan) -> World:
    """People, meetings and words of a plan."""
    rng = random.Random(f"world {plan.seed}")
    people = [vocabulary.person(serial) for serial in range(plan.people)]
    ids = [person.ident for person in people]
    meetings = []
    for serial in range(max(plan.sources, 4)):
        day = _FIRST_DAY + datetime.timedelta(serial * _DAYS // max(plan.sources, 4))
        meetings.append((f"talks-{serial:05}", day.isoformat(), rng.sample(ids, rng.randint(2, 5))))
    return World(plan, vocabulary.stream(rng, _STREAM), people, meetings)


def generate(folder: Path, plan: Plan) -> None:
    """Write the archive of a plan into a new folder."""
    shared = world(plan)
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    for name, lines in (
        ("participants", _participants(shared)),
        ("meetings", _meetings(shared)),
        ("topics", _topics()),
    ):
        _write(folder / f"{name}.yaml", [f"{name}:\n", *lines])
    for serial in range(plan.sources):
        _write(folder / "sources" / f"{source_id(serial)}.yaml", source(shared, serial))


def source_id(serial: int) -> str:
    """Return the id of a source, and the name of its file."""
    return f"source-{serial:05}"


def source(world: World, serial: int, edition: int = 0) -> Iterator[str]:
    """Return the text of a source's file; another edition has the same ids and other statements."""
    plan = world.plan
    rng = random.Random(f"{plan.seed} {serial} {edition}")
    statements, position = [], 0
    for entry in range(plan.statements):
        text, position = _statement(world, rng, serial, entry, position + rng.randint(5, 300))
        statements.append(text)
    ident = source_id(serial)
    yield f"source:\n  id: {ident}\n  publisher: {rng.choice(vocabulary.PUBLISHERS)}\n"
    yield f"  date: {world.meetings[serial][1]}\n  kind: article\n  language: en\n"
    yield f"  title: {quoted(_prose(world, rng, 9))}\n  url: https://example.org/{ident}\n"
    yield f"  text:\n    sha256: {hashlib.sha256(ident.encode()).hexdigest()}\n"
    yield f"    length: {position + 1}\n\nstatements:\n"
    yield from statements


def _write(path: Path, parts: Iterable[str]) -> None:
    path.write_text("".join(parts), encoding="utf-8", newline="\n")


def _participants(world: World) -> Iterator[str]:
    rng = random.Random(f"people {world.plan.seed}")
    for ident, name, hangul, han, country in vocabulary.STATES:
        yield f"  - id: {ident}\n    name: {name}\n    kind: state\n"
        yield f"    other_names: [{hangul}, {han}]\n    country: {country}\n"
    for person in world.people:
        office, later_office = rng.sample(vocabulary.OFFICES, 2)
        country = rng.choice(vocabulary.COUNTRIES)
        year = rng.randint(1995, 2020)
        names = ", ".join(quoted(name) for name in (*person.others, f"{office} {person.name}"))
        yield f"  - id: {person.ident}\n    name: {quoted(person.name)}\n    kind: person\n"
        yield f"    family_name: {quoted(person.family)}\n    other_names: [{names}]\n"
        yield f"    country: {country}\n    memberships:\n"
        employer = f"organization: Government, country: {country}"
        yield f"      - {{role: {office}, {employer}, until: {year}-05-31}}\n"
        yield f"      - {{role: {later_office}, {employer}, since: {year}-06-01}}\n"


def _meetings(world: World) -> Iterator[str]:
    rng = random.Random(f"meetings {world.plan.seed}")
    for serial, (ident, day, present) in enumerate(world.meetings):
        head = serial % 10 == 0
        kind = "conference" if head else "bilateral" if len(present) == 2 else "multilateral"
        venue = rng.choice(("Clark", "Seoul", "Oslo", "Zürich"))
        country = rng.choice(vocabulary.COUNTRIES)
        yield _HELD.format(ident, f"Talks of {day}", day, kind, venue, country)
        yield f"    participants: [{', '.join(present)}]\n"
        if not head:
            yield f"    part_of: talks-{serial // 10 * 10:05}\n"


def _topics() -> Iterator[str]:
    for ident, name, broader in TOPICS:
        yield f"  - id: {ident}\n    name: {quoted(name)}\n    kind: issue\n"
        if broader:
            yield f"    broader: {broader}\n"


def _statement(
    world: World, rng: random.Random, serial: int, entry: int, start: int
) -> tuple[str, int]:
    """Return a statement whose passage begins at an offset, and the offset at which it ends."""
    chance = rng.random
    form = "direct" if chance() < 0.4 else "mixed" if chance() < 0.6 else "indirect"
    lines = [f"\n  - id: {source_id(serial)}-{entry + 1:03}\n    form: {form}\n"]
    meeting = serial if chance() < 0.7 else None
    lines += _chain(world, rng, meeting)
    cue = CUES[int(chance() * len(CUES))]
    lines.append(f"    cue: {cue}\n")
    quotes, end = _quotes(world, rng, form, start)
    if form != "direct":
        lines.append(_block("summary", _summary(world, rng, quotes)))
    if quotes:
        lines.append("    quotes:\n")
        for exact, first, last in quotes:
            folded = quoted(_folded(exact, 10)).replace("\\n", "\n          ")
            lines.append(f"      - exact: {folded}\n        start: {first}\n        end: {last}\n")
    lines.append(f"    anchor: {{start: {start}, end: {end}}}\n")
    if meeting is not None:
        ident, day, _ = world.meetings[meeting]
        lines.append(f"    meeting: {ident}\n")
        if chance() < 0.2:
            lines.append(f"    date: {day}\n")
    topics = rng.sample(TOPICS, 1 if chance() < 0.7 else 2)
    lines.append(f"    topics: [{', '.join(topic[0] for topic in topics)}]\n")
    if chance() < 0.02:
        lines.append("    status: draft\n")
    if chance() < 0.4:
        lines.append(_block("note", _prose(world, rng, 12 + int(chance() * 25))))
    return "".join(lines), end


def _chain(world: World, rng: random.Random, meeting: int | None) -> Iterator[str]:
    """Return whose statement it is, via whom, and how the source words it."""
    chance = rng.random
    if meeting is not None:
        present = world.meetings[meeting][2]
        said = present if chance() < 0.3 else rng.sample(present, 1)
    else:
        # Squared, so that a few people say much and most of them little.
        said = (
            [world.people[int(chance() ** 2 * len(world.people))].ident] if chance() < 0.97 else []
        )
    yield f"    attributed_to: [{', '.join(said)}]\n"
    if chance() < 0.15:
        voice = world.people[int(chance() ** 2 * len(world.people))].ident
        if voice not in said:
            yield f"    voiced_by: [{voice}]\n"
    if chance() < 0.5 or not said:
        yield f"    as_given: {'They' if len(said) != 1 else 'The minister'}\n"
    if chance() < 0.1:
        yield "    document: joint press statement\n"


def _quotes(
    world: World, rng: random.Random, form: str, start: int
) -> tuple[list[tuple[str, int, int]], int]:
    """Return the quotations of a passage, with their offsets, and where the passage ends."""
    quotes, position, chance = [], start, rng.random
    for _ in range(0 if form == "indirect" else 1 if chance() < 0.85 else 2):
        length = 14 + int(chance() * 22) if form == "direct" else 2 + int(chance() * 8)
        exact = RARE if form == "mixed" and chance() < 0.01 else _prose(world, rng, length)
        position += 1
        quotes.append((exact, position, position + len(exact)))
        position += len(exact) + 1 + int(chance() * 60)
    return quotes, position + 1 + int(chance() * 120)


def _summary(world: World, rng: random.Random, quotes: list[tuple[str, int, int]]) -> str:
    parts = [_prose(world, rng, 6 + int(rng.random() * 14))]
    for exact, _, _ in quotes:
        parts += [f"“{exact}”", _prose(world, rng, 3 + int(rng.random() * 6))]
    return " ".join(parts) + "."


def _prose(world: World, rng: random.Random, length: int) -> str:
    start = int(rng.random() * (_STREAM - length))
    return " ".join(world.words[start : start + length])


def _block(name: str, text: str) -> str:
    indented = _folded(text, _LINE).replace("\n", "\n      ")
    return f"    {name}: >-\n      {indented}\n"


def _folded(text: str, size: int) -> str:
    """Return the text in lines of that many words, which YAML reads as one."""
    words = text.split(" ")
    return "\n".join(" ".join(words[start : start + size]) for start in range(0, len(words), size))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sources", type=int, default=10)
    parser.add_argument("--statements", type=int, default=100, help="in each source")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    generate(options.folder, Plan(options.sources, options.statements, options.seed))


if __name__ == "__main__":
    main()
