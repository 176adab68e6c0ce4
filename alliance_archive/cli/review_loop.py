"""Review in the terminal: show a statement, ask for a key, carry it out."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from ..edit.name_lookup import NameLookup
from ..edit.passage import passage_of
from ..edit.quoting import own_quotes
from ..edit.review import ChangedUnderneath, NotAccepted, ReviewSession
from ..errors import ArchiveError
from ..model.records import Statement
from ..model.wording import form_label
from ..render.cells import visible
from ..render.excerpts import LEGEND, marked
from ..render.table import card
from ..reports.card import label
from .commands.open import editor

Complete = Callable[[str], list[str]]
HELP = """\
  a  accept it; asks for a summary where one is missing
  e  edit the record in your editor (VISUAL, else EDITOR)
  s  set who it is attributed to: names separated by commas, Tab completes;
     - for nobody
  v  set who said it for them (via), in the same way
  n  next: leave it a draft for now
  d  drop it: not a statement, or not wanted; b restores it
  b  back to the previous draft
  q  quit; every decision is already saved
"""
KEYS = "a accept  e edit  s speaker  v via  n next  d drop  b back  q quit  ? help"


def ask(question: str, complete: Complete | None = None) -> str:
    """Return the line that the user types. Raises EOFError, and KeyboardInterrupt at ctrl-C."""
    with _completing(complete):
        if sys.stdin.isatty():
            return input(question).strip()
        click.echo(question.rstrip())
        if line := sys.stdin.readline():
            return line.strip()
        raise EOFError


@contextlib.contextmanager
def _completing(complete: Complete | None) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # not on every system
        yield
        return
    module: Any = readline
    completer, delimiters = module.get_completer(), module.get_completer_delims()
    matches: list[str] = []

    def next_match(begun: str, state: int) -> str | None:
        if state == 0:
            # A list of names: what follows the last comma is completed.
            lead = begun[: len(begun) - len(begun.lstrip())]
            names = complete(begun.strip()) if complete else []
            matches[:] = [lead + name for name in names]
        return matches[state] if state < len(matches) else None

    module.set_completer(next_match)
    module.set_completer_delims(",")
    editline = "libedit" in (module.__doc__ or "")
    module.parse_and_bind("bind ^I rl_complete" if editline else "tab: complete")
    try:
        yield
    finally:
        module.set_completer(completer)
        module.set_completer_delims(delimiters)


class Quit(Exception):
    """The user ends the review for now."""


class Reviewer:
    """Reviews the drafts of one file; `text` is its source's, normalized, or None."""

    def __init__(
        self,
        session: ReviewSession,
        lookup: NameLookup,
        text: str | None,
        width: int,
        color: bool,
    ) -> None:
        self.session, self.lookup, self.text = session, lookup, text
        self.width, self.color = width, color
        self.keys: dict[str, Callable[[Statement], None]] = {
            "a": self.accept,
            "e": self.edit,
            "s": lambda statement: self.correct(statement, "attributed_to"),
            "v": lambda statement: self.correct(statement, "voiced_by"),
            "n": lambda _: self.session.skip(),
            "d": self.drop,
            "b": self.back,
        }

    def run(self) -> None:
        """Review the drafts in turn. Raises Quit at q, at the end of the input and at Ctrl-C."""
        try:
            while statement := self.session.current:
                click.echo(self.drawn(statement), nl=False)
                while self.session.current == statement and not self.step(statement):
                    pass
        except KeyboardInterrupt:  # between two questions
            raise Quit from None

    def step(self, statement: Statement) -> bool:
        """Ask for one key and carry it out; return whether the statement must be shown again."""
        try:
            key = ask(f"{KEYS}\n> ").lower()
        except (EOFError, KeyboardInterrupt):
            click.echo()
            raise Quit from None
        if key == "q":
            raise Quit
        if key not in self.keys:
            click.echo(HELP, nl=False)
            return False
        try:
            self.keys[key](statement)
        except ArchiveError as error:
            click.echo(visible(str(error)))
            return False
        except KeyboardInterrupt:
            click.echo("\nnothing changed")
            return False
        except EOFError:
            raise Quit from None
        return True

    def accept(self, statement: Statement) -> None:
        """Accept the statement; ask for a summary until it fits or none is given."""
        if statement.form == "direct" or statement.summary:
            self.session.accept()
            return
        quotes = own_quotes(statement, self.session.file.source)
        fragments = " and ".join(f"“{quote.exact}”" for quote in quotes)
        condition = f", quoting {fragments}" if fragments else ""
        click.echo(visible(f"Summary in your own words{condition} (Enter to skip):"))
        while summary := ask("summary> "):
            try:
                self.session.accept(summary)
            except NotAccepted as error:
                click.echo(visible(str(error)))
            else:
                return
        click.echo("not accepted: still a draft")

    def correct(self, statement: Statement, capacity: str) -> None:
        """Ask for other people in a capacity: attributed_to or voiced_by."""
        now = f"{label(capacity)}: {self.names(getattr(statement, capacity)) or 'nobody'}"
        question = (
            "Whose statement is it?" if capacity == "attributed_to" else "Who is quoted for them?"
        )
        click.echo(visible(f"{now}. {question} (names separated by commas; - for nobody)"))
        answer = ask("names> ", self.lookup.beginning)
        if answer:
            self.session.correct(capacity, [] if answer == "-" else self.lookup.ids(answer))

    def drop(self, statement: Statement) -> None:
        """Take the statement out of the file."""
        self.session.drop()
        click.echo(f"{statement.id} dropped; b restores it")

    def back(self, _: Statement) -> None:
        """Go back to the previous statement."""
        if not self.session.back():
            click.echo("this is the first draft")

    def edit(self, statement: Statement) -> None:
        """Let the user edit its YAML until it is valid or given up."""
        original = yaml = self.session.yaml()
        while True:
            yaml = edited(yaml)
            if yaml.strip() in ("", original.strip()):
                click.echo("nothing changed")
                return None
            try:
                return self.session.rewrite(yaml, self.lookup.unknown)
            except NotAccepted as error:
                click.echo(visible(str(error)))
            except ChangedUnderneath as error:
                # What the user wrote must not be lost with the editor's file.
                click.echo(visible(f"{error}. What you wrote:\n\n{yaml}"))
                return None
            if ask("e edit again, Enter to discard the changes> ").lower() != "e":
                return None

    def drawn(self, statement: Statement) -> str:
        """Return the statement in its passage with its fields; without a text its YAML."""
        number, total = self.session.position + 1, len(self.session.ids)
        status = "" if statement.status == "draft" else ", reviewed"
        form = form_label(statement.form, statement.translated)
        title = f"{number} of {total}  {statement.id}  {form}{status}"
        passage = passage_of(self.text, statement) if self.text is not None else None
        if passage is None:
            yaml = "".join(f"  {line}\n" for line in self.session.yaml().splitlines())
            return "\n" + card(title, (), [], self.width, self.color) + f"\n{visible(yaml)}\n"
        drawing = marked(passage.text, passage.marks, self.width, self.color)
        legend = "" if self.color else f"{LEGEND}\n\n"
        fields = card(title, (), self.pairs(statement), self.width, self.color)
        return f"\n{fields}\n{drawing}\n{legend}"

    def pairs(self, statement: Statement) -> list[tuple[str, str]]:
        """Return the fields to review, with their labels."""
        missing = "" if statement.form == "direct" else "not written yet"
        texts = {
            "attributed_to": self.names(statement.attributed_to) or "unattributed",
            "voiced_by": self.names(statement.voiced_by),
            "as_given": f"“{statement.as_given}”" if statement.as_given else "",
            "cue": statement.cue,
            "document": statement.document,
            "meeting": statement.meeting,
            "topics": ", ".join(statement.topics),
            "summary": statement.summary or missing,
            "note": statement.note,
        }
        return [(label(name), text or "") for name, text in texts.items()]

    def names(self, idents: Sequence[str]) -> str:
        """Return the names that go with ids."""
        return ", ".join(map(self.lookup.name, idents))


def edited(text: str) -> str:
    """Return the text as saved in the user's editor. Raises ArchiveError."""
    command = editor()
    descriptor, name = tempfile.mkstemp(prefix="statement-", suffix=".yaml")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        finished = subprocess.run([*command, name], check=False)  # noqa: S603 - the user's own editor
        if finished.returncode:
            raise ArchiveError(
                f"{command[0]} exited with code {finished.returncode}: nothing changed"
            )
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiveError(f"cannot edit with {command[0]}: {error}") from None
    finally:
        path.unlink(missing_ok=True)
