"""Invented articles of an invented agency, any number of them: `article(7)` is always the same."""

from __future__ import annotations

import datetime
import random

_FIRST_DAY = datetime.date(1990, 1, 1)
_GIVEN = [
    "Ada",
    "Ida",
    "Jan",
    "Per",
    "Lars",
    "Aiko",
    "Ruth",
    "Piotr",
    "Mona",
    "Olav",
    "Kaja",
    "Erik",
    "Tomas",
    "Vera",
    "Nils",
    "Inga",
]
_STATES = {"Norwegian": "Norway", "Polish": "Poland", "Danish": "Denmark"}
_FAMILIES = {
    "Norwegian": ("Orlova", "Aune", "Brekke", "Lindqvist"),
    "Polish": ("Wolan", "Seidel", "Tanabe", "Okafor"),
    "Danish": ("Brandt", "Hale", "Moreau", "Adeyemi"),
}
_THINGS = [
    "coastal radars",
    "winter patrols",
    "the northern straits",
    "deep harbors",
    "rescue tugs",
]
_QUOTES = (
    "We have agreed on a common picture of {}",
    "Nobody will close the sea to {}",
    "What one side learns about {}, the other will know",
)


def article(number: int) -> str:
    """Return the plain text of an article; each has a day of its own."""
    rng = random.Random(number)
    day = _FIRST_DAY + datetime.timedelta(days=number)
    (first, there), (second, here) = rng.sample(sorted(_STATES.items()), 2)
    one, other, voice = (
        f"{given} {rng.choice(_FAMILIES[state])}"
        for given, state in zip(rng.sample(_GIVEN, 3), (first, second, first), strict=True)
    )
    thing, later = rng.sample(_THINGS, 2)
    paragraphs = [
        f"PORT AVEL, {day:%B} {day.day}, {day.year} (Corrad) -- {first} Defense Minister {one} and "
        f"{second} Defense Minister {other} agreed {day:%A} to share what they know of {thing}.",
        f'"{rng.choice(_QUOTES).format(thing)}," {one} told reporters in report {number}.',
        f'{other.split()[1]} called the plan "long overdue" and vowed to put it to work before '
        f"{rng.choice(('winter', 'spring', 'autumn'))} {day.year + rng.randint(1, 9)}.",
        f"{first} Defense Ministry spokesman {voice} said that {there} and {here} would keep "
        f"{later} open for {rng.randint(2, 60)} days.",
        f"They also urged {rng.randint(2, 90)} other coastal towns to take part in {later}.",
    ]
    return "\n\n".join(paragraphs) + "\n"


def page(text: str, publisher: str = "Corrad", title: str = "The ministers agree") -> str:
    """Return the page on which an agency shows an article, with a menu, a date and a footer."""
    paragraphs = "\n".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - {publisher}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{publisher}">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">The sea</a></li></ul></nav>
<article><h1>{title}</h1>
{paragraphs}
</article>
<footer><p>All rights reserved.</p></footer></body></html>
"""
