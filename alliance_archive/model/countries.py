"""Countries by their ISO 3166-1 alpha-2 codes: one list of codes, English names and adjectives."""

import os
from functools import cache
from typing import NamedTuple

CODES: frozenset[str]


class Country(NamedTuple):
    """A country's code, its English names, the usual one first, and its adjectives."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """Return all countries by their codes."""
    return {line[:2]: _country(line) for line in _lines()}


def country_name(code: str) -> str:
    """Return the usual English name of a country; an unknown code is returned as is."""
    country = countries().get(code)
    return country.names[0] if country else code


def country_code(name: str) -> str | None:
    """Return the code of a country given by its code or an English name, whatever the case."""
    for country in countries().values():
        if name.upper() == country.code or name.casefold() in map(str.casefold, country.names):
            return country.code
    return None


def _lines() -> list[str]:
    # Not by pathlib, whose import takes longer than reading the list.
    with open(os.path.join(os.path.dirname(__file__), "countries.txt"), encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if not line.startswith("#")]


def _country(line: str) -> Country:
    code, _, words = line.partition(": ")
    names = words.split("; ")
    return Country(
        code,
        tuple(name for name in names if not name.startswith("~")),
        tuple(name[1:] for name in names if name.startswith("~")),
    )


def __getattr__(name: str) -> frozenset[str]:
    # CODES is built on first use: most look-ups check no country and need not read the list.
    if name == "CODES":
        return frozenset(line[:2] for line in _lines())
    raise AttributeError(name)
