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
from alliance_archive.render.columns import split_list
from tests.strategies import ArchiveRecords, archives, on_disk


def printed_by(*arguments: str) -> str:
    with (
        contextlib.redirect_stdout(io.StringIO()) as output,
        contextlib.redirect_stderr(io.StringIO()),
    ):
        assert main(arguments) == 0
    return output.getvalue()


ALL = ("--status", "reviewed", "--status", "draft")
FIELDS = [*Statement._fields]


@given(archives())
def test_statements_survive_json_and_yaml_and_csv(records: ArchiveRecords) -> None:
    with on_disk(records) as archive:
        command = ("export", *ALL, "--archive", str(archive.root))
        statements = {statement.id: statement for statement in records.statements}
        as_json = [of_object(row) for row in json.loads(printed_by(*command, "--json"))]
        assert {statement.id: statement for statement in as_json} == statements
        as_yaml = yaml.safe_load(printed_by(*command, "--format", "yaml")) or []
        for row in as_yaml:
            row["date"] = str(row["date"])  # dates are written bare: a year is a number to YAML 1.1
        assert {row["id"]: of_object(row) for row in as_yaml} == statements
        rows = csv.DictReader(io.StringIO(printed_by(*command), newline=""))
        assert {statement.id: statement for statement in map(of_csv, rows)} == statements


def of_object(row: dict[str, Any]) -> Statement:
    values = {key: value for key, value in row.items() if key in FIELDS and value is not None}
    if row["date_from"] != "statement":
        del values["date"]
    statement: Statement = from_plain(Statement, values)
    return statement


def of_csv(row: dict[str, str]) -> Statement:
    starts, ends = (map(int, split_list(row[key])) for key in ("quote_starts", "quote_ends"))
    quotes = map(Quote, split_list(row["quotes"]), starts, ends)
    anchor = Anchor(int(row["anchor_start"]), int(row["anchor_end"]))
    values: dict[str, Any] = {key: value or None for key, value in row.items() if key in FIELDS}
    for key in ("attributed_to", "voiced_by", "about", "topics", "not_act"):
        values[key] = split_list(row[key])
    values |= {"quotes": tuple(quotes), "anchor": anchor}
    values["date"] = row["date"] if row["date_from"] == "statement" else None
    return Statement(**values)
