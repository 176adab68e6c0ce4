"""Countries by their ISO 3166-1 alpha-2 codes: one list of codes, English names and adjectives."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

_LIST = Path(__file__).with_name("countries.txt")

CODES: frozenset[str]


class Country(NamedTuple):
    """A country's code, its English names, the usual one first, and its adjectives."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """Return all countries by their codes."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    listed = [_country(line) for line in lines if not line.startswith("#")]
    return {country.code: country for country in listed}


def _country(line: str) -> Country:
    code, _, words = line.partition(": ")
    names = words.split("; ")
    return Country(
        code,
        tuple(name for name in names if not name.startswith("~")),
        tuple(name[1:] for name in names if name.startswith("~")),
    )


def __getattr__(name: str) -> frozenset[str]:
    # Most look-ups check no country, so that the list is read only where its codes are used.
    if name == "CODES":
        return frozenset(countries())
    raise AttributeError(name)
