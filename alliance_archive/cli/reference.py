"""What the pages of help state about the program, from its own tables.

A page has {{options verify}} where the options of `verify` belong; `SLOTS` has a function for each
such word. What has a term and a meaning becomes a table in the markup of `render.page`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import click

from ..help import TOPICS, page
from ..index.views import RELATIONS
from ..model import fields
from ..model.countries import country_name
from ..model.fields import KINDS, Field
from ..model.wording import FORM_LABELS
from ..queries.filter import Filter
from ..reports.statements import STATEMENTS
from .app import cli
from .options import ENDINGS, FORM, Output
from .session import Session
from .usage import either

_SLOT = re.compile(r"\{\{(\w+)(?: (\w+))?\}\}")
# What a field of a type holds, where its explanation does not say so.
_TYPES = {
    fields.ID: "The id of a {}.",
    fields.IDS: "List of ids of {}s.",
    fields.TEXTS: "List.",
    fields.COUNTRIES: "List of ISO 3166-1 codes.",
    fields.OBJECTS: "List.",
    fields.MAPPING: "Pairs of name and value.",
}


def filled(topic: str) -> str:
    """Return the page of a topic, with what the program knows filled in."""
    return _SLOT.sub(lambda slot: SLOTS[slot[1]](*filter(None, [slot[2]])), page(topic))


def pages_with(word: str) -> list[str]:
    """Return the topics whose pages mention a word, the one that does so most often first."""
    mention = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    counts = {topic: len(mention.findall(filled(topic))) for topic in TOPICS}
    return sorted((topic for topic in TOPICS if counts[topic]), key=lambda topic: -counts[topic])


def _table(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"  {term}  {meaning}" for term, meaning in rows)


def _command(name: str) -> click.Command:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    return command


def _rows(command: click.Command, includes: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield the options of a command whose parameters are wanted, as its help describes them."""
    context = click.Context(command)
    for param in command.params:
        if isinstance(param, click.Option) and includes(param.name or ""):
            record = param.get_help_record(context)
            assert record is not None
            yield record


def _options(command: str) -> str:
    """Return the options that only this command has."""
    shared = {"help", *Filter._fields, *Output._fields, *vars(Session())}
    return _table(_rows(_command(command), lambda name: name not in shared))


def _endings(form: str) -> str:
    """Return the endings of files in a format."""
    return either([f".{ending}" for ending, name in ENDINGS.items() if name == form])


def _described(nested: Sequence[Field], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield fields and what they hold, each followed by those within it: “place.country”."""
    for field in nested:
        name = prefix + field.name
        yield name, " ".join(filter(None, (field.about, *_values(field))))
        yield from _described(field.fields, f"{name}.")


def _values(field: Field) -> Iterator[str]:
    if field.choices:
        yield f"One of {either(field.choices)}."
    if field.default:
        yield f"Default: {field.default}."
    if field.refers_to or field.type != fields.ID:
        yield _TYPES.get(field.type, "").format(field.refers_to or "record")
    if field.required:
        yield "Required."


# Modules that take long to import are imported by the pages that need them.
def _citation_styles() -> str:
    from ..export import STYLES

    return either(STYLES)


def _failing() -> str:
    from ..verify import FAILED, VERDICTS

    return either([verdict for verdict in VERDICTS if verdict in FAILED])


def _review_keys() -> str:
    from .review_loop import HELP

    return HELP.rstrip("\n")


# What data formats have in other words than tables.
_LABELS = (*FORM_LABELS.items(), ("voiced", "via"), ("KR", country_name("KR")))
SLOTS: dict[str, Callable[..., str]] = {
    "citation_styles": _citation_styles,
    "columns": lambda: ", ".join(column.key for column in STATEMENTS.fields),
    "endings": _endings,
    "failing": _failing,
    "fields": lambda kind: _table(_described(KINDS[kind].fields)),
    "filters": lambda: _table(_rows(_command("statements"), Filter._fields.__contains__)),
    "form_labels": lambda: _table(_LABELS),
    "form_words": FORM.described,
    "options": _options,
    "review_keys": _review_keys,
    "session_options": lambda: _table(_rows(cli, vars(Session()).__contains__)),
    "shared_options": lambda: _table(_rows(_command("statements"), Output._fields.__contains__)),
    "views": lambda: _table((relation.name, relation.about) for relation in RELATIONS),
}
