"""What Tab does with what was typed."""

from __future__ import annotations

from alliance_archive.cli.prompts import completions


def test_a_name_after_a_comma_keeps_its_space() -> None:
    assert completions(" Kari", ["Karin Laas"]) == [" Karin Laas"]
    assert completions(" Ka", ["Karin Laas", "Kask"]) == [" Karin Laas", " Kask"]


def test_names_that_begin_differently_leave_what_was_typed() -> None:
    assert completions(" Ka", ["Karin Laas", "Lauri Kask"]) == ["Karin Laas", "Lauri Kask"]
