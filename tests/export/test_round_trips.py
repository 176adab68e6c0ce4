"""Statements come back from every data format as they were."""

from __future__ import annotations

import contextlib
import csv
import io
import json
from typing import Any

import yaml
from hypothesis import given

from alliance_archive.cli import main
from alliance_archive.model.records import Anchor, Quote, Statement, from_plain
from tests.strategies import Made, archives, on_disk


def run(*arguments: str) -> str:
    with (
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(io.StringIO()),
    ):
        assert main(arguments) == 0
    return out.getvalue()


ALL = ("--status", "reviewed", "--status", "draft")
OWN = [*Statement.__dataclass_fields__]


@given(archives())
def test_statements_survive_json_and_yaml_and_csv(made: Made) -> None:
    with on_disk(made) as archive:
        command = ("export", *ALL, "--archive", str(archive.root))
        wanted = {each.id: each for each in made.statements}
        as_json = [of_object(row) for row in json.loads(run(*command, "--json"))]
        assert {each.id: each for each in as_json} == wanted
        as_yaml = yaml.safe_load(run(*command, "--format", "yaml")) or []
        for row in as_yaml:
            row["date"] = str(row["date"])  # dates are written bare: a year is a number to YAML 1.1
        assert {each["id"]: of_object(each) for each in as_yaml} == wanted
        rows = csv.DictReader(io.StringIO(run(*command), newline=""))
        assert {each.id: each for each in map(of_csv, rows)} == wanted


def of_object(row: dict[str, Any]) -> Statement:
    own = {key: value for key, value in row.items() if key in OWN and value is not None}
    if row["date_from"] != "statement":
        del own["date"]
    statement: Statement = from_plain(Statement, own)
    return statement


def of_csv(row: dict[str, str]) -> Statement:
    quotes, rest = [], row["quotes"]
    for span in filter(None, row["quote_offsets"].split("; ")):
        start, end = map(int, span.split("-"))
        quotes.append(Quote(rest[: end - start], start, end))
        rest = rest[end - start + 2 :]
    start, end = map(int, row["anchor"].split("-"))
    own: dict[str, Any] = {key: value or None for key, value in row.items() if key in OWN}
    for key in ("attributed_to", "voiced_by", "topics"):
        own[key] = tuple(row[key].split("; ")) if row[key] else ()
    own |= {"quotes": tuple(quotes), "anchor": Anchor(start, end)}
    own["date"] = row["date"] if row["date_from"] == "statement" else None
    return Statement(**own)
