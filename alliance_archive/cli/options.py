"""The options that listings share, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import click

from ..errors import ArchiveError
from ..model.fields import FORMS, STATUSES
from ..queries.filter import Filter
from .complete import country, of_kind
from .session import session_options

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown", "yaml")
ENDINGS = {
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "json": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "md": "markdown",
    "markdown": "markdown",
    "yaml": "yaml",
    "yml": "yaml",
    "txt": "table",
}


class Output(NamedTuple):
    """How and where results are shown."""

    format: str | None = None
    as_json: bool = False
    fields: str | None = None
    output: str | None = None
    sort: str | None = None
    limit: int | None = None
    only_count: bool = False
    no_color: bool = False
    no_pager: bool = False

    def chosen(self, default: str, also: Mapping[str, str] | None = None) -> str:
        """The format: the one named, else that of the file's ending, else the default.

        `also` are endings that the command knows beside the common ones.
        """
        endings = ENDINGS | dict(also or {})
        if self.as_json:
            return "json"
        if self.format or not self.output:
            return self.format or default
        name, dot, ending = self.output.rpartition(".")
        if not dot or "/" in ending or not name:
            return default
        if ending.lower() in endings:
            return endings[ending.lower()]
        known = ", ".join(f".{each}" for each in endings)
        raise ArchiveError(
            f"{self.output}: no format goes by the ending .{ending}; "
            f"name one with --format, or end the file in {known}"
        )


def _many(*names: str, **settings: Any) -> Callable[[F], F]:
    return click.option(*names, multiple=True, **settings)


FILTERS: tuple[Callable[[Any], Any], ...] = (
    _many(
        "--speaker",
        metavar="NAME",
        shell_complete=of_kind("participant"),
        help="Attributed to or voiced by them.",
    ),
    _many(
        "--attributed-to",
        metavar="NAME",
        shell_complete=of_kind("participant"),
        help="Their statement or act.",
    ),
    _many(
        "--voiced-by",
        metavar="NAME",
        shell_complete=of_kind("participant"),
        help="Uttered by them for others.",
    ),
    _many(
        "--country",
        metavar="CODE|NAME",
        shell_complete=country,
        help="Attributed to or voiced by its people.",
    ),
    _many(
        "--meeting",
        metavar="NAME",
        shell_complete=of_kind("meeting"),
        help="Made there, or at a meeting beside it.",
    ),
    _many(
        "--topic",
        metavar="NAME",
        shell_complete=of_kind("topic"),
        help="On it, or on a narrower topic.",
    ),
    _many("--source", metavar="NAME", shell_complete=of_kind("source"), help="Published there."),
    _many("--form", type=click.Choice(FORMS), help="Verbatim, partly so, or a paraphrase."),
    click.option("--verbatim", is_flag=True, help="Holds quoted words."),
    _many("--match", metavar="WORDS", help="Holds all the words, or a “phrase”."),
    click.option("--since", metavar="DATE", help="From that day, month or year on."),
    click.option("--until", metavar="DATE", help="To the end of that day, month or year."),
    _many("--status", type=click.Choice(STATUSES), help="Default: reviewed ones only."),
)


def _format(formats: Sequence[str], default: str = "table") -> Callable[[F], F]:
    return click.option("--format", type=click.Choice(formats), help=f"Default: {default}.")


_JSON = click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
_SHOWN: tuple[Callable[[Any], Any], ...] = (
    click.option("-o", "--output", metavar="FILE", help="Write there; the format from its ending."),
    click.option("--no-color", is_flag=True, help="No colour, as with NO_COLOR."),
    click.option("--no-pager", is_flag=True, help="Long tables straight to the terminal."),
)
_ROWS: tuple[Callable[[Any], Any], ...] = (
    click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many rows."),
    click.option("--count", "only_count", is_flag=True, help="Only the number of rows."),
)
_FIELDS = click.option("--fields", metavar="A,B,C", help="Only these columns, in this order.")


def output_options(command: F) -> F:
    """Gives a command the options of formats and files, and no others: an Output takes them."""
    for option in reversed((_format(FORMATS), _JSON, *_SHOWN, session_options)):
        command = option(command)
    return command


def listing_options(sorts: Sequence[str], formats: Sequence[str] = FORMATS) -> Callable[[F], F]:
    """Gives a command the filters and the output options; see `split`."""
    choices = [*sorts, *(f"-{name}" for name in sorts)]
    sort = click.option(
        "--sort",
        type=click.Choice(choices),
        metavar="KEY",
        help=f"{', '.join(sorts)}; -KEY for descending.",
    )

    def add(command: F) -> F:
        outputs = (*_ROWS, _format(formats), _JSON, _FIELDS, *_SHOWN)
        for option in reversed((*FILTERS, sort, *outputs, session_options)):
            command = option(command)
        return command

    return add


def split(options: dict[str, Any], also: Filter | None = None) -> tuple[Filter, Output]:
    """A command's options as what is wanted, `also` included, and how it is shown."""
    wanted = {name: options[name] for name in Filter._fields if name != "and_"}
    how = Output(**{name: options[name] for name in Output._fields})
    return Filter(**wanted, and_=also), how


def words_of(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """One search from a command's words; a word with blanks was quoted in the shell: a phrase."""
    quoted = (
        f'"{each}"' if " " in each.strip() and '"' not in each and "“" not in each else each
        for each in arguments
    )
    return (" ".join(quoted),) if arguments else ()
