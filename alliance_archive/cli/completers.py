"""What shells complete: ids, countries, names of files, and the fields and values of `set`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from ..errors import ArchiveError
from .session import Session
from .usage import FILE

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def _completer(question: str, *about: str) -> Completer:
    """Return the completer that asks a function of `queries.completions`, by its name."""

    def complete(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from ..queries import completions

        try:
            with ctx.find_root().ensure_object(Session).open() as archive:
                candidates = getattr(completions, question)(archive.connection, *about, begun)
        except ArchiveError:
            return []  # a message would land in the middle of the line being typed
        return [CompletionItem(candidate.value, help=candidate.label) for candidate in candidates]

    return complete


def names_of(kind: str) -> Completer:
    """Return the completer of a kind's ids, by id or by a word of a name."""
    return _completer("candidates_of_kind", kind)


any_record = _completer("candidates_of_any_kind")
any_country = _completer("country_candidates")


def source_or_file(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete the ids of sources, or else the names of files."""
    return names_of("source")(ctx, param, begun) or FILE.shell_complete(ctx, param, begun)


def assignable(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete ids, then names of fields, and after = the values that a field can have."""
    from click.shell_completion import CompletionItem

    from ..model.fields import CHOICE, COUNTRY, KINDS

    fields = {field.name: field for kind in KINDS.values() for field in kind.fields[1:]}
    name, equals, value = begun.partition("=")
    prefix = f"{name}="
    previous = (ctx.params.get(param.name or "") or ("",))[-1]
    if not equals and previous.rstrip("+-") in fields:
        name, equals, value, prefix = previous, "=", begun, ""  # bash divides words at =
    field = fields.get(name.rstrip("+-"))
    if not equals or field is None:
        names = [CompletionItem(f"{name}=") for name in sorted(fields) if name.startswith(begun)]
        return [*names, *any_record(ctx, param, begun)]
    lead, comma, last = value.rpartition(",")
    prefix += lead + comma
    if field.type == CHOICE:
        values = [CompletionItem(choice) for choice in field.choices if choice.startswith(last)]
    elif field.type == COUNTRY:
        values = any_country(ctx, param, last)
    else:
        values = names_of(field.refers_to)(ctx, param, last) if field.refers_to else []
    return [CompletionItem(prefix + item.value, help=item.help) for item in values]
