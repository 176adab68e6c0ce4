"""The options that listings share, and the values they become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, NamedTuple

import click

from ..errors import ArchiveError, shell_word
from ..model.fields import FORMS, STATUSES, TURNS
from ..model.wording import FORM_LABELS
from ..queries.filter import Filter
from ..queries.fulltext import SCOPES
from .completers import any_country, names_of
from .usage import DATE, FILE, WHOLE_NUMBER, OneOf, SortKey, either

Function = Callable[..., Any]
Decorator = Callable[[Function], Function]
FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown", "yaml")
TABLES = ("table", "markdown")  # the formats that a person reads
ENDINGS = {"csv": "csv", "tsv": "tsv", "tab": "tsv", "json": "json"}
ENDINGS |= {"jsonl": "jsonl", "ndjson": "jsonl", "md": "markdown", "markdown": "markdown"}
ENDINGS |= {"yaml": "yaml", "yml": "yaml", "txt": "table"}


class Output(NamedTuple):
    """How and where results are shown."""

    format: str | None = None
    as_json: bool = False
    fields: str | None = None
    file: str | None = None
    sort: str | None = None
    limit: int | None = None
    only_count: bool = False
    no_color: bool = False
    no_pager: bool = False
    by_report: bool = False
    by_act: bool = False

    def of_acts(self, default: str = "table") -> bool:
        """Return whether a row is an act rather than a report: in tables, and where asked for."""
        in_table = self.only_count or self.chosen_format(default) in TABLES
        return self.by_act or (in_table and not self.by_report)

    def chosen_format(self, default: str, endings: Mapping[str, str] | None = None) -> str:
        """Return the format: the one named, else that of the file's ending, else the default.

        `endings` are those that the command accepts besides the common ones.
        """
        formats = ENDINGS | dict(endings or {})
        if self.as_json:
            return "json"
        if self.format or not self.file:
            return self.format or default
        name, dot, ending = self.file.rpartition(".")
        if not dot or "/" in ending or not name:
            return default
        if ending.lower() in formats:
            return formats[ending.lower()]
        if ending.lower() in ("xlsx", "xls", "ods"):
            raise ArchiveError(
                f"cannot write {self.file}: write CSV, which spreadsheets open: "
                f"alliance-archive export --excel -o {shell_word(f'{name}.csv')}"
            )
        raise ArchiveError(
            f"cannot write {self.file}: .{ending} is not the ending of a format. Name one with "
            f"--format, or end the file in {either([f'.{ending}' for ending in formats])}"
        )


def _repeated(*names: str, **settings: Any) -> Decorator:
    return click.option(*names, multiple=True, **settings)


def _named(name: str, kind: str, about: str) -> Decorator:
    return _repeated(name, metavar="NAME", shell_complete=names_of(kind), help=about)


def _dated(name: str, about: str) -> Decorator:
    return click.option(name, metavar="DATE", type=DATE, help=about)


# The words that a person reads for the forms of statements, and their short ones.
FORM = OneOf(
    FORMS,
    {"full": "direct", "partial": "mixed", **{label: form for form, label in FORM_LABELS.items()}},
)
FILTERS: tuple[Decorator, ...] = (
    _named("--speaker", "participant", "Only statements by or via this participant."),
    _named("--attributed-to", "participant", "Only statements attributed to this participant."),
    _named("--voiced-by", "participant", "Only statements made via this participant."),
    _repeated(
        "--country",
        metavar="NAME",
        shell_complete=any_country,
        help="Only statements by or via people of this country.",
    ),
    _named("--meeting", "meeting", "Only statements made there, on its sidelines or about it."),
    _named("--topic", "topic", "Only statements on this topic or a narrower one."),
    _named("--source", "source", "Only statements from this source."),
    _repeated(
        "--form",
        metavar="FORM",
        type=FORM,
        help="Only direct (full quotes), mixed (partial quotes) or indirect (paraphrases).",
    ),
    _repeated(
        "--turn",
        metavar="TURN",
        type=OneOf(TURNS),
        help=f"Only turns of one kind: {either(TURNS)}.",
    ),
    click.option("--verbatim", is_flag=True, help="Only statements that contain quoted words."),
    _repeated(
        "--match", metavar="WORDS", help='Only statements with these words, or "this phrase".'
    ),
    click.option(
        "--in",
        "within",
        type=OneOf(SCOPES),
        metavar="words|all",
        help="Search only words and quotations, or also verbs, topics and meetings.",
    ),
    click.option("--quoted", is_flag=True, help="Search only quotations."),
    _dated("--since", "Only from this day, month or year on."),
    _dated("--until", "Only to the end of this day, month or year."),
    _dated("--on", "Only what is certainly from this day, month or year."),
    _repeated(
        "--status",
        metavar="STATUS",
        type=OneOf(STATUSES),
        help="Only reviewed statements (the default), or only draft ones.",
    ),
    click.option("--replaced", is_flag=True, help="Include sources that a newer edition replaces."),
)
JSON = click.option("--json", "as_json", is_flag=True, help="Same as --format json.")
NO_COLOR = click.option("--no-color", is_flag=True, help="Do not use color.")
NO_PAGER = click.option("--no-pager", is_flag=True, help="Do not page long output.")
_WHERE: tuple[Decorator, ...] = (
    click.option(
        *("-o", "--output", "file"),
        type=FILE,
        metavar="FILE",
        help="Write to FILE; its ending sets the format.",
    ),
    NO_COLOR,
    NO_PAGER,
)
_ROWS: tuple[Decorator, ...] = (
    click.option("--limit", type=WHOLE_NUMBER, metavar="N", help="Show at most N rows."),
    click.option("--count", "only_count", is_flag=True, help="Print just the number of rows."),
)
_ACTS: tuple[Decorator, ...] = (
    click.option(
        "--by-report", is_flag=True, help="Show and count each report of an act by itself."
    ),
    click.option("--by-act", is_flag=True, help="Write one row per act in data formats too."),
)
_FIELDS = click.option("--fields", metavar="A,B,C", help="Show only these fields, in this order.")


def format_option(formats: Sequence[str], default: str, *name: str) -> Decorator:
    """Return the option --format, under another `name` if given; it is None by default."""
    return click.option(
        "--format",
        *name,
        type=OneOf(formats),
        metavar="FORMAT",
        help=f"{either(formats)}. Default: {default}.",
    )


def output_options(command: Function) -> Function:
    """Add output options to a command, which takes them as `output`."""
    options: tuple[Decorator, ...] = (format_option(FORMATS, "table"), JSON, *_WHERE)
    return _added(_taking(command, output=Output), options)


def drawing_options(command: Function) -> Function:
    """Add the options of what is drawn to a command, which takes them as `output`."""
    return _added(_taking(command, output=Output), (NO_COLOR, NO_PAGER))


def listing_options(
    sorts: Iterable[str],
    formats: Sequence[str] = FORMATS,
    default: str = "table",
    *,
    acts: bool = True,
) -> Decorator:
    """Add filters and output options to a command, which takes them as `query` and `output`.

    Without `acts`, its rows are not statements or counts of them.
    """
    keys = tuple(sorts)
    sort = click.option(
        "--sort",
        type=SortKey(keys),
        metavar="KEY",
        help=f"Sort by {either(keys)}; -KEY for descending.",
    )

    def add(command: Function) -> Function:
        rows: tuple[Decorator, ...] = (
            sort,
            *_ROWS,
            *(_ACTS if acts else ()),
            format_option(formats, default),
        )
        options: tuple[Decorator, ...] = (*FILTERS, *rows, JSON, _FIELDS, *_WHERE)
        return _added(_taking(command, query=Filter, output=Output), options)

    return add


def _taking(command: Function, **classes: Any) -> Function:
    """Return a command that is handed tuples, such as a Filter, made of the options they hold."""

    @wraps(command)
    def handed(**options: Any) -> Any:
        for name, cls in classes.items():
            fields = {key: options.pop(key) for key in cls._fields if key in options}
            options[name] = cls(**fields)
        return command(**options)

    return handed


def _added(command: Function, options: Iterable[Decorator]) -> Function:
    # Applied last to first, as stacked decorators are, so that help lists them in this order.
    for option in reversed(tuple(options)):
        command = option(command)
    return command


def filter_options(command: Function) -> Function:
    """Add the filters to a command, which takes them as `query`."""
    return _added(_taking(command, query=Filter), FILTERS)


def narrowed(query: Filter, **conditions: tuple[str, ...]) -> Filter:
    """Return the filter narrowed by conditions that come from a command's arguments."""
    return query._replace(and_=Filter(**conditions))  # type: ignore[arg-type]


def search_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return one search made of a command's words, or none without words.

    A word that contains blanks was quoted in the shell, so it is searched for as a phrase.
    """
    quoted = (
        f'"{word}"' if " " in word.strip() and '"' not in word and "“" not in word else word
        for word in words
    )
    return (" ".join(quoted),) if words else ()
