"""The JSON Schema accepts and refuses the same shapes of a file as the parser."""

from __future__ import annotations

import copy
import functools
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.model.records import plain
from alliance_archive.store.init import schema, schema_text
from alliance_archive.store.parse import parse
from alliance_archive.store.write import to_yaml
from tests.conftest import SHIPPED
from tests.strategies import ArchiveRecords, archives, plain_statement

# A schema does not describe rules about values and between them.
SHAPE = {"wrong-type", "unknown-key", "missing-field", "empty-value", "bad-id", "bad-value", "bad-country",
         "bad-number", "bad-fingerprint", "bad-url", "bad-language", "no-source"}  # fmt: skip


@functools.cache
def validator() -> Any:
    from jsonschema import Draft7Validator

    return Draft7Validator(schema())


def test_the_published_schema_is_the_parsers() -> None:
    assert (SHIPPED / "schema.json").read_text(encoding="utf-8") == schema_text()


@pytest.mark.interop("jsonschema")
@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_files_are_valid_and_name_their_schema(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(validator().iter_errors(loaded(text))) == []
    modeline = text.splitlines()[0]
    assert modeline.startswith("# yaml-language-server: $schema=")
    assert (path.parent / modeline.rpartition("=")[2]).resolve() == SHIPPED / "schema.json"


def loaded(text: str) -> Any:
    """A file as an editor's YAML 1.2 sees it: text, but whole numbers where offsets belong."""

    def typed(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: typed(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [typed(inner) for inner in value]
        if key == "example":
            return value == "true"
        is_offset = key in ("start", "end", "length") and value.isascii() and value.isdigit()
        return int(value) if is_offset else value

    return typed(yaml.load(text, yaml.BaseLoader))


def agree(data: Any) -> None:
    text = to_yaml_raw(data)
    problems = parse("x.yaml", text.encode()).problems
    shape = [problem for problem in problems if problem.code in SHAPE]
    errors = list(validator().iter_errors(loaded(text)))
    assert bool(shape) is bool(errors), (text, shape, errors)


def to_yaml_raw(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def body(records: ArchiveRecords) -> dict[str, Any]:
    source = records.sources[0]
    statements = [
        plain_statement(statement)
        for statement in records.statements
        if statement.source == source.id
    ]
    return {
        "participants": [plain(record) for record in records.participants],
        "meetings": [plain(record) for record in records.meetings],
        "topics": [plain(record) for record in records.topics],
        "source": plain(source),
        "statements": statements,
    }


@pytest.mark.interop("jsonschema")
@given(archives())
def test_sound_archives_are_valid(records: ArchiveRecords) -> None:
    agree(body(records))
    assert list(validator().iter_errors(loaded(to_yaml(body(records))))) == []


VALUES = st.sampled_from(
    ["x", "X y", "person", "direct", "KR", "UK", "2017-10", 7, -1, [], ["a"], {}, {"a": "b"}, {"start": 1, "end": 2},
     "https://example.org", "ftp://x", "en", "a" * 64]
)  # fmt: skip


@pytest.mark.interop("jsonschema")
@given(st.data(), archives())
def test_parser_and_schema_refuse_the_same_shapes(
    data: st.DataObject, records: ArchiveRecords
) -> None:
    mutated = copy.deepcopy(body(records))
    section = data.draw(st.sampled_from([key for key, value in mutated.items() if value]))
    target = mutated[section]
    record = target if section == "source" else data.draw(st.sampled_from(target))
    keys = sorted(
        schema()["properties"][section].get("items", schema()["properties"][section])["properties"]
    )
    key = data.draw(st.sampled_from([*keys, "nonsense"]))
    if data.draw(st.booleans()):
        record.pop(key, None)
    else:
        value = data.draw(VALUES)
        if key in ("date", "end_date"):
            value = "2017-10"
        record[key] = value
    agree(mutated)


@pytest.mark.interop("jsonschema")
@pytest.mark.parametrize(
    "data",
    [
        {"participant": []},
        {"topics": {"id": "a"}},
        {"source": []},
        {"statements": [{"id": "a"}]},
        {"topics": [{"id": "a", "name": None}]},
        {"topics": [{"id": "a", "name": "A", "note": None}]},
        {"topics": []},
        {"archive": {"titel": "Mine"}},
        {"topics": [[]]},
    ],
)
def test_odd_files(data: Any) -> None:
    agree(data)


@pytest.mark.interop("jsonschema")
def test_the_schema_is_itself_valid() -> None:
    validator().check_schema(json.loads(schema_text()))
