"""Deep nesting is a problem at the same line and column, whichever parser reads the file."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from alliance_archive.store import nodes
from alliance_archive.store.parse import parse

# PyYAML's own parser has no limit of nesting; libyaml, which is quicker, has one since 0.2.6.
PARSERS = [yaml.SafeLoader, pytest.param(nodes.LOADER, id="libyaml")]
DEEP = "[" * 3000


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (f"topics: {DEEP}", ["1:21: too-deep"]),
        (f"topics: {DEEP}{']' * 3000}", ["1:21: too-deep"]),
        ("topics: " + "{a: " * 3000, ["1:53: too-deep"]),
        ("topics: " + "[\n" * 3000, ["13:1: too-deep"]),
        ("topics:\n" + "- " * 3000 + "a", ["2:25: too-deep"]),
        ("topics:\n" + "- " * 6 + DEEP, ["2:19: too-deep"]),
        ("source: {id: s, text: " + "{a: " * 3000, ["1:63: too-deep"]),
    ],
)
def test_lists_within_lists(
    monkeypatch: pytest.MonkeyPatch, parser: Any, text: str, problems: list[str]
) -> None:
    monkeypatch.setattr(nodes, "LOADER", parser)
    assert codes(text) == problems


@pytest.mark.parametrize("parser", PARSERS)
def test_what_comes_before_the_nesting_is_checked_once(
    monkeypatch: pytest.MonkeyPatch, parser: Any
) -> None:
    monkeypatch.setattr(nodes, "LOADER", parser)
    start = "topics:\n  - {id: Ünder, name: &x A}\n"
    assert codes(f"{start}  - {{id: b, id: c, name: {DEEP}") == [
        "2:10: bad-id",
        "2:23: anchor",
        "3:13: duplicate-key",
        "3:36: too-deep",
    ]
    assert codes(f"topics: [{{id: b, name: &x B}}, {DEEP}") == ["1:24: anchor", "1:42: too-deep"]


@pytest.mark.parametrize("parser", PARSERS)
def test_a_mistake_after_the_nesting_does_not_hide_it(
    monkeypatch: pytest.MonkeyPatch, parser: Any
) -> None:
    monkeypatch.setattr(nodes, "LOADER", parser)
    assert codes(f"topics: {'[' * 20} @") == ["1:21: too-deep"]
    assert codes("topics: [[[ @") == ["1:13: yaml-syntax"]


def test_bytes_after_a_mistake_may_be_anything() -> None:
    problems: list[str] = []
    with pytest.raises(nodes.Unreadable):
        list(
            nodes.Items(b"a: [b: c: d\n" + b" " * 2**20 + b"\xff", lambda *p: problems.append(p[1]))
        )
    assert problems == ["yaml-syntax"]


def codes(text: str) -> list[str]:
    parsed = parse("x.yaml", text.encode())
    return [f"{problem.line}:{problem.column}: {problem.code}" for problem in parsed.problems]
