"""Command lines: types of values, sections of help, and messages for what cannot be used.

click finds the mistakes; the words are ours, so that all errors look alike.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..queries.filter import Filter
from ..text.invisible import is_text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Type = click.ParamType[Any]
else:
    Type = click.ParamType  # only from click 8.4 on can it be subscripted


class BadUsage(click.UsageError):
    """A wrong command line, with a message of our own."""


class BadValue(click.BadParameter):
    """A wrong value of an option or argument; the message begins after the name of that."""


class OneOf(Type):
    """One of several words. `synonyms` are others that mean one of them."""

    name = "choice"

    def __init__(self, choices: Iterable[str], synonyms: Mapping[str, str] | None = None) -> None:
        self.choices = tuple(choices)
        self.synonyms = dict(synonyms or {})

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Return the word of `choices` that a value is or means. Raises BadValue."""
        word = str(value).casefold()
        word = self.synonyms.get(word, word)
        if word not in self.choices:
            raise BadValue(f"must be {self.described()}, not “{value}”")
        return word

    def described(self) -> str:
        """Return the words as a sentence lists them."""
        others = ", ".join(self._short_synonyms())
        return either(self.choices) + (f" (or {others})" if others else "")

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        words = (*self.choices, *self._short_synonyms())
        return [CompletionItem(word) for word in words if word.startswith(incomplete)]

    def _short_synonyms(self) -> list[str]:
        return [word for word in self.synonyms if " " not in word]


class SortKey(OneOf):
    """A key to sort by, with - before it for descending."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__((*keys, *(f"-{key}" for key in keys)))
        self.keys = tuple(keys)

    def described(self) -> str:
        return f"{either(self.keys)} (-{self.keys[0]} for descending)"


class NonNegative(Type):
    """A number from 0 up, whole or not; `what` is what it is called."""

    name = "number"

    def __init__(self, what: str, whole: bool) -> None:
        self.what = what
        self.whole = whole

    def convert(self, value: Any, param: Any, ctx: Any) -> float:
        """Return the number. Raises BadValue."""
        try:
            number: float = min(int(value), sys.maxsize) if self.whole else float(value)
        except ValueError:
            number = math.nan
        if not 0 <= number < math.inf:
            raise BadValue(f"takes {self.what}, not “{value}”")
        return number


class PathName(Type):
    """The name of a file or a folder, which the shell completes."""

    def __init__(self, name: str) -> None:
        self.name = name

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type=self.name)]


class Date(Type):
    """A date as people type it, which becomes ISO 8601."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Return the date. Raises BadDate."""
        from ..model.dates import typed_date

        return typed_date(str(value), today())


def today() -> str:
    """Return the day by the computer's clock, YYYY-MM-DD."""
    import datetime

    return datetime.date.today().isoformat()


FILE, FOLDER = PathName("file"), PathName("dir")  # as click's scripts call them
DATE = Date()
WHOLE_NUMBER = NonNegative("a whole number, 0 or more", whole=True)
SECONDS = NonNegative("a number of seconds", whole=False)


def either(words: Sequence[str]) -> str:
    """Return words as a sentence offers them: “a, b or c”."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


@contextmanager
def in_context(ctx: click.Context) -> Iterator[None]:
    """Give errors raised within it their context, which click sometimes leaves out."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def refuse_extra(ctx: click.Context, extra: Sequence[str]) -> NoReturn:
    """Raise BadUsage for arguments that a command does not take."""
    words = " ".join(f"“{word}”" for word in extra)
    accepted = " and ".join(map(_name, _arguments(ctx.command)))
    only = f"only {accepted}" if accepted else "no arguments"
    raise BadUsage(f"{ctx.command.name} takes {only}, not {words}{_see(ctx)}", ctx)


def refuse_unusable(ctx: click.Context, param: click.Parameter) -> None:
    """Raise BadUsage for values that are empty, or not text: names of files can be any bytes."""
    value = ctx.params.get(param.name or "")
    for word in value if isinstance(value, tuple) else (value,):
        if word == "":
            if isinstance(param, click.Option):
                raise BadUsage(_value_or_none(ctx, _name(param)), ctx)
            raise BadUsage(f"{_name(param)} is empty{_see(ctx)}", ctx)
        if isinstance(word, str) and not (isinstance(param.type, PathName) or is_text(word)):
            raise BadUsage(f"no match for “{word}”: {_name(param)} is not UTF-8", ctx)


# The section of a command's help for each option; other options are the command's own.
_SECTIONS = {
    "Filters": ["--in", *(f"--{name.replace('_', '-')}" for name in Filter._fields)],
    "Output": [
        *("--sort", "--limit", "--count", "--by-report", "--by-act", "--format", "--json"),
        *("--fields", "--output", "--no-color", "--no-pager"),
    ],
    "Every command": ["--archive", "--no-index", "--verbose", "--quiet", "--help"],
}


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """Write the options of a command in sections, its own first."""
    sections: dict[str, list[tuple[str, str]]] = {"Options": [], **{name: [] for name in _SECTIONS}}
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record:
            names = (name for name, options in _SECTIONS.items() if {*options} & {*param.opts})
            sections[next(names, "Options")].append(record)
    # All descriptions begin in one column.
    width = max(len(names) for records in sections.values() for names, _ in records)
    for section, records in sections.items():
        if records:
            with formatter.section(section):
                formatter.write_dl([(f"{names:<{width}}", about) for names, about in records])


def message_of(error: click.ClickException) -> str:
    """Return in our words what is wrong with a command line, and what to do about it."""
    ctx = getattr(error, "ctx", None)
    if ctx is None or isinstance(error, BadUsage):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return _unknown_option(ctx, error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return _value_or_none(ctx, error.option_name)
    if isinstance(error, click.MissingParameter):
        return _missing(ctx, error.param)
    if isinstance(error, click.BadParameter) and error.param:
        return _bad_value(error, error.param)
    return error.message


def _bad_value(error: click.BadParameter, param: click.Parameter) -> str:
    choices = getattr(param.type, "choices", ())
    if isinstance(error, BadValue) or not choices:
        return f"{_name(param)} {error.message}"
    return f"{_name(param)} must be {either(choices)}"


def _unknown_option(ctx: click.Context, option: str) -> str:
    from ..text.folding import nearest

    if isinstance(ctx.command, click.Group):
        listing = ctx.command.get_command(ctx, "statements")
        if listing and option in _long_names(listing):
            return f"{option} goes after the command{_see(ctx)}"
    names = [name.strip("-") for name in _long_names(ctx.command)]
    close = [f"--{name}" for name in nearest(option.strip("-"), names)]
    hint = f"; did you mean {either(close)}?" if close else ""
    return f"{ctx.command.name} has no option {option}{hint}{_see(ctx)}"


def _long_names(command: click.Command) -> list[str]:
    return [name for param in command.params for name in param.opts if name.startswith("--")]


def _value_or_none(ctx: click.Context, option: str) -> str:
    """Return the message for an option without its value, or a flag with one."""
    for param in ctx.command.params:
        if isinstance(param, click.Option) and option in param.opts and not param.is_flag:
            return f"{option} needs a value: {option} {param.metavar}"
    return f"{option} takes no value"


def _missing(ctx: click.Context, first: click.Parameter | None) -> str:
    required = [param for param in _arguments(ctx.command) if param.required]
    missing = required[required.index(first) :] if first in required else required
    names = " and ".join(map(_name, missing))
    return f"{ctx.command.name} needs {names}{_see(ctx)}"


def _arguments(command: click.Command) -> list[click.Parameter]:
    return [param for param in command.params if isinstance(param, click.Argument)]


def _name(param: click.Parameter) -> str:
    """Return what a person calls an option or argument: “--limit”, “PARTICIPANT”."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    metavar = param.metavar or (param.name or "").upper()
    return metavar.replace("[", "").replace("]", "").replace("...", "")


def _see(ctx: click.Context) -> str:
    return f" (see: {ctx.command_path} --help)"
