"""What a page states of its article, for machines: JSON-LD, OpenGraph, <meta>, <link>, <title>."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

# What schema.org calls articles, or documents like them.
_ARTICLE = re.compile(r"Article|News|Report|BlogPosting|WebPage|CreativeWork|Statement|Posting")
_DAY = re.compile(r"\s*((?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)")
_DEEPEST = 4  # lists and graphs within each other
_BY = re.compile(r"^\s*by\s", re.I)
_ADDRESS = re.compile(r"https?://\S+", re.I)
_NAMES = {
    "title": ("og:title", "dc.title", "citation_title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "parsely-author"),
    "publisher": ("og:site_name", "dc.publisher", "citation_publisher", "application-name"),
    "url": ("og:url",),
    "date": (
        *("article:published_time", "og:published_time", "datepublished", "dc.date.issued"),
        *("dc.date", "citation_publication_date", "parsely-pub-date", "pubdate", "date"),
    ),
}


class Metadata(NamedTuple):
    """What is stated; `date` is the day of publication, ISO 8601."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """Return what the tree of a page (lxml) states; JSON-LD before <meta>."""
    contents: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        contents.setdefault(name.lower(), meta.get("content") or "")
    stated = _of_json_ld(tree)
    for field, names in _NAMES.items():
        stated[field] = [*stated.get(field, []), *(contents.get(name, "") for name in names)]
    stated["title"] += [*_texts(tree, "h1")[:1], *_texts(tree, "title")[:1]]
    stated["url"] += [
        link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"
    ]
    stated["date"] += [time.get("datetime") or "" for time in tree.iter("time")][:1]
    days = [match[1] for value in stated["date"] if (match := _DAY.match(value))]
    return Metadata(
        _first(stated["title"]),
        _first([_BY.sub("", name) for name in stated["author"] if not _ADDRESS.match(name)]),
        _first(stated["publisher"]),
        _first([url for url in stated["url"] if _ADDRESS.fullmatch(url.strip())]),
        _first(days),
    )


def _first(values: list[str]) -> str | None:
    return next((line for value in values if (line := " ".join(value.split()))), None)


def _texts(tree: Any, tag: str) -> list[str]:
    return ["".join(element.itertext()) for element in tree.iter(tag)]


def _of_json_ld(tree: Any) -> dict[str, list[str]]:
    """Return what the first article of the page's JSON-LD states."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if _ARTICLE.search(str(thing.get("@type"))) and thing.get("headline"):
                return _stated(thing)
    return {}


def _things(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD: alone, in a list, or in a graph."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph") or [], depth + 1)


def _stated(article: dict[str, Any]) -> dict[str, list[str]]:
    return {
        "title": _names(article["headline"]),
        "author": [", ".join(_names(article.get("author")))],
        "publisher": _names(article.get("publisher")),
        "url": [*_names(article.get("url")), *_names(article.get("mainEntityOfPage"), "@id")],
        "date": _names(article.get("datePublished")),
    }


def _names(value: Any, key: str = "name") -> list[str]:
    """Return the names in a value: text, an object with a name, or a list of these."""
    if isinstance(value, list):
        return [name for item in value if not isinstance(item, list) for name in _names(item, key)]
    value = value.get(key) if isinstance(value, dict) else value
    return [value] if isinstance(value, str) and value.strip() else []
