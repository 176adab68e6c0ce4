"""Review in the terminal: show a statement, ask for a key, carry it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from ..edit.name_lookup import NameLookup
from ..edit.quoting import own_quotes
from ..edit.review import NotAccepted, ReviewSession
from ..edit.source_file import ChangedUnderneath
from ..errors import AmbiguousName, ArchiveError, UnknownName
from ..model.records import Meeting, Statement
from ..render.cells import visible
from ..reports.card import label
from ..text.folding import key as folded
from .boundary import tell, write
from .commands.open import chosen_editor, editor
from .new_records import ASK
from .prompts import Complete, ask, ask_key, edited
from .review_card import ReviewCard

HELP = """\
  a  accept it; asks for a summary where one is missing
  s  set who it is attributed to: names separated by commas, Tab completes;
     - for nobody; a person who is not in the archive can be added
  o  attribute it to the other person who may be meant; again, to the next
  v  set who said it for them (via), in the same way
  g  set how the source names them, and c the verb that reports it; - for none
  m  set the meeting at which it was said; - for none; a new one can be added
  t  set the topics: names separated by commas; - for none; new ones can be added
  w  write the summary, beginning with the words that the source reports
  e  edit the record in your editor (VISUAL, else EDITOR)
  n  next: leave it as it is for now
  d  drop it: not a statement, or not wanted; b restores it
  +  add a statement that the draft missed: paste its words from the text
  b  back to the previous draft
  q  quit; every decision is already saved
"""
KEYS = """\
a accept  s speaker  o other  v via  g named as  c verb  m meeting  t topics
w summary  e edit  n next  d drop  + add  b back  q quit  ? help"""
_ADD = "+ add a statement that the draft missed  q quit"
_ADD_HELP = """\
  +  add a statement that the draft missed: paste its words from the text
  q  quit
"""
_FIELDS = {
    "s": ("attributed_to", "participant", "Whose statement is it?", "nobody"),
    "v": ("voiced_by", "participant", "Who spoke for them?", "nobody"),
    "m": ("meeting", "meeting", "At which meeting was it said?", "none"),
    "t": ("topics", "topic", "What is it about?", "none"),
}
_WORDINGS = {
    "g": ("as_given", "How does the source name them?", "named as> "),
    "c": ("cue", "Which verb reports it?", "verb> "),
}
_SOURCE_WORDS = "these are still the source's words: use your own, or clear the line to skip"
_SAY = {"participant": "what it is", "meeting": "when it was held", "topic": "what it is"}
_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "both"))


class Quit(Exception):
    """The user ends the review for now."""


class Reviewer:
    """Reviews the drafts of one file; `text` is its source's, normalized, or None."""

    def __init__(
        self, session: ReviewSession, lookup: NameLookup, text: str | None, width: int, color: bool
    ) -> None:
        self.session, self.lookup, self.text = session, lookup, text
        self.card = ReviewCard(session, lookup, text, width, color)
        # What was typed and could not be saved, by statement and field: it is asked again with it.
        self.unsaved: dict[tuple[str, str], str] = {}
        self.keys: dict[str, Callable[[Statement], None]] = {
            "a": self.accept,
            **{key: partial(self.correct, key=key) for key in _FIELDS},
            **{key: partial(self.reword, key=key) for key in _WORDINGS},
            "o": self.take_other,
            "w": self.summarize,
            "e": self.edit,
            "n": lambda _: self.session.skip(),
            "d": self.drop,
            "+": lambda _: self.add(),
            "b": self.back,
        }

    def run(self) -> None:
        """Review the drafts in turn; without any, offer to add one if there is a text.

        Raises Quit at q, at the end of the input and at Ctrl-C.
        """
        try:
            while self.text is not None and not self.session.ids:
                self.step(_ADD, _ADD_HELP, {"+": self.add})
            while statement := self.session.current:
                write(self.card.drawn(statement))
                keys = {key: partial(act, statement) for key, act in self.keys.items()}
                while self.session.current == statement and not self.step(KEYS, HELP, keys):
                    pass
        except KeyboardInterrupt:  # between two questions
            raise Quit from None

    def step(self, question: str, answers: str, keys: Mapping[str, Callable[[], None]]) -> bool:
        """Ask for one key and carry it out; return whether the statement must be shown again."""
        if (key := ask_key(question)) == "q":
            raise Quit
        if not key:
            tell("type one of these letters; ? explains them")
            return False
        if key not in keys:
            if key != "?":
                tell(f"unknown answer “{key}”; the answers are:")
            tell(answers.rstrip("\n"))
            return False
        try:
            keys[key]()
        except ArchiveError as error:
            tell(str(error))
            return False
        except KeyboardInterrupt:
            tell("\nnothing changed")
            return False
        except EOFError:
            raise Quit from None
        return True

    def accept(self, statement: Statement) -> None:
        """Accept the statement; ask for a summary where one is missing."""
        if statement.form == "direct" or statement.summary:
            self.session.accept()
        elif not self._written(statement, self.session.accept):
            tell("not accepted: still a draft")

    def summarize(self, statement: Statement) -> None:
        """Ask for another summary."""
        self._written(statement, self.session.summarize)

    def _written(self, statement: Statement, keep: Callable[[str], None]) -> bool:
        """Ask for a summary until it fits or none is given; return whether it was saved."""
        quotes = own_quotes(statement, self.session.file.source)
        fragments = " and ".join(f"“{quote.exact}”" for quote in quotes)
        condition = f", quoting {fragments}" if fragments else ""
        tell(f"Summary in your own words{condition} (an empty line skips):")
        begun = statement.summary or self.session.reported(self.text)

        def save(answer: str) -> bool:
            if answer == begun != statement.summary:
                raise NotAccepted([_SOURCE_WORDS])
            keep(answer)
            return True

        return self._until_saved(statement, "summary", begun, save)

    def _until_saved(
        self,
        statement: Statement,
        field: str,
        begun: str,
        save: Callable[[str], bool],
        complete: Complete | None = None,
    ) -> bool:
        """Ask for a field until the answer is saved or empty; return whether it was saved.

        An answer that cannot be saved, or that `save` returns False for, is offered again.
        """
        question = (statement.id, field)
        prompt = {"summary": "summary> ", "meeting": "name> "}.get(field, "names> ")
        while typed := ask(prompt, complete, self.unsaved.get(question, begun)):
            self.unsaved[question] = typed
            try:
                if save(typed):
                    del self.unsaved[question]
                    return True
            except (NotAccepted, UnknownName, AmbiguousName) as error:
                tell(str(error))
        self.unsaved.pop(question, None)
        return False

    def correct(self, statement: Statement, key: str) -> None:
        """Ask for other people, another meeting or other topics."""
        field, kind, question, nobody = _FIELDS[key]
        now: str | tuple[str, ...] = getattr(statement, field) or ()
        names = self.lookup.names((now,) if isinstance(now, str) else now) or nobody
        several = "" if field == "meeting" else "names separated by commas; "
        tell(f"{label(field)}: {names}. {question} ({several}- for {nobody})")

        def save(answer: str) -> bool:
            ids = [] if answer == "-" else self._ids(answer, kind, statement)
            if ids is not None:
                self._tell_deleted(self.session.correct(field, ids))
                if field == "attributed_to":
                    self._tell_wording(statement, ids)
            return ids is not None

        self._until_saved(statement, field, "", save, self.lookup.beginning(kind))

    def _tell_wording(self, statement: Statement, ids: Sequence[str]) -> None:
        """Tell that the source names others than those it is now attributed to."""
        wording = statement.as_given or ""
        capitals = {folded(word) for word in wording.split() if word[:1].isupper()}
        names = {folded(word) for word in self.lookup.names(ids).split()}
        described = wording.startswith(("The ", "the ", "A ", "a "))
        if not described and capitals - _PRONOUNS and capitals.isdisjoint(names):
            tell(f"still named in the source as “{wording}”; g changes that")

    def reword(self, statement: Statement, key: str) -> None:
        """Ask for the source's wording: of the speakers, or of the verb."""
        field, question, prompt = _WORDINGS[key]
        now = getattr(statement, field) or ""
        tell(f"{label(field)}: {f'“{now}”' if now else 'none'}. {question} (- for none)")
        if (answer := ask(prompt, begun=now)) and answer != now:
            self.session.reword(field, None if answer == "-" else " ".join(answer.split()))

    def _ids(self, answer: str, kind: str, statement: Statement) -> list[str] | None:
        """Return the ids of the records named; unknown ones can be added, None if one is not.

        Raises AmbiguousName.
        """
        while True:
            try:
                return self.lookup.ids(answer, kind)
            except UnknownName as error:
                stop = "" if str(error).endswith("?") else "."
                tell(f"{error}{stop} To add “{error.name}”, say {_SAY[kind]}:")
                record = ASK[kind](self.lookup, error.name, statement)
                if record is None:
                    return None
                tell(f"{record.id} added to {self.lookup.add(record)}")

    def take_other(self, _: Statement) -> None:
        """Attribute the statement to the other person who may be meant."""
        if not self.session.take_other():
            tell("the draft names nobody else; s sets the speaker")

    def drop(self, statement: Statement) -> None:
        """Take the statement out of the file."""
        if statement.status != "draft":
            raise ArchiveError(
                f"{statement.id} is reviewed; only drafts are dropped here. To delete it in its "
                f"file: alliance-archive open {statement.id}"
            )
        meetings = self.session.drop()
        tell(f"{statement.id} dropped. To restore it: b, or alliance-archive undo afterward")
        self._tell_deleted(meetings)

    def _tell_deleted(self, meetings: Sequence[Meeting]) -> None:
        """Tell which proposed meetings were deleted, as no statement names them any longer."""
        for meeting in meetings:
            self.lookup.forget()
            tell(f"{meeting.id} deleted: the draft proposed it, and no statement names it now")

    def add(self) -> None:
        """Add the statement whose words are pasted, to be reviewed next."""
        if self.text is None:
            raise ArchiveError(
                "to add a statement, review needs the source's text: "
                "alliance-archive review --texts DIR"
            )
        tell("The statement's words, as they are in the text (an empty line cancels):")
        if words := ask("words> "):
            added = self.session.add(words, self.text)
            tell(f"{added.id} added; s sets who said it, g how the source names them, c the verb")

    def back(self, _: Statement) -> None:
        """Go back to the previous statement."""
        if not self.session.back():
            raise ArchiveError("this is the first draft")
        self.lookup.forget()

    def edit(self, statement: Statement) -> None:
        """Let the user edit its YAML until it is valid or given up."""
        original = yaml = self.session.yaml()
        if not chosen_editor():
            opens = f"Enter opens {editor()[0]}, n does not; to choose another editor: set EDITOR> "
            if ask(opens):
                return tell("nothing changed")
        while True:
            yaml = edited(yaml)
            if yaml.strip() in ("", original.strip()):
                tell("nothing changed")
                return None
            try:
                return self.session.rewrite(yaml, self.lookup.unknown)
            except NotAccepted as error:
                tell(str(error))
            except ChangedUnderneath as error:
                # What the user wrote must not be lost with the editor's file.
                tell(f"{error}. What you wrote:\n")
                write(f"{visible(yaml)}\n")
                return None
            if ask("e edit again, Enter to discard the changes> ").lower() != "e":
                return None
