"""What others are reported to have said within a turn: “Mr. Veide said in the committee that …”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.records import Participant
from ..english import who_says_what
from ..english.cast import Person
from ..english.gazetteer import country_in, domains_of, is_name, title_base
from ..english.lexicon import members, verb_forms
from ..english.proceedings import named_in, proposal_of
from ..extraction import Attribution, Mention, Proposal, Span
from ..quotations import find_quotations
from .panel import Panel
from .turns import Turn

# How a report hangs on its verb: said that…, said…, as X put it, …; made it clear that…
FRAMES = frozenset(["that", "clause", "quote", "colon", "before", "source-first", "quoted"])
COMMITS = frozenset(["agreed", "promised", "pledged", "decided", "vowed", "undertook"])  # to
MADE_CLEAR = frozenset(["adj-that", "noun-that"])
_NOBODY = re.compile(
    r"(?i)(?:I|we|you|it|this|that|these|those|one|me|us|myself|ourselves"
    r"|(?:no|any|some|every)[- ]?(?:body|one)\b.*)"
)
_OURSELVES = re.compile(r"(?i)I|we|me|us")
# What makes it a question or a thought: “Has he said that …?”, “if she says that …”.
_OPEN = re.compile(
    r"(?i)(?<!there )\b(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could|should|may"
    r"|might|if|unless|whether|until|once|suppose)(?:n['’]t| not)? $"
)
_UNSAID = re.compile(
    r"(?i)\b(?:not|never|will|would|can|cannot|could|should|may|might|must|to)\b|n['’]t\b|['’](?:ll|d)\b"
)
_THANKED = re.compile(r"(?i:thank you|thanks),? ([A-Z][^.,!?]*)")  # who is spoken to
_WHAT = re.compile(r"(?:is|was) (?=that )")  # what he said was that …
_OWN_WORDS = re.compile(r", (?:and|but|so) (?:I|we|you)\b")
BEFORE = 12  # code points in which “Has the minister said” has its “has”


class Reports:
    """What others are reported to have said, turn by turn, and those who are new, by name."""

    def __init__(
        self, text: str, panel: Panel, turns: Sequence[Turn], known: Sequence[Participant]
    ) -> None:
        paragraphs = [paragraph for turn in turns for paragraph in turn.paragraphs]
        quotations = find_quotations(text, paragraphs, is_name)
        told, people, _ = who_says_what(text, paragraphs, quotations, (), known, labeled=False)
        self._text = text
        self._panel = panel
        self._new = {person.name: person for person in people}
        self._told: dict[Span, list[Attribution]] = {}
        self._before = self._start = 0  # where the turn before begins, and this one
        self._asker = ""
        self._asked: tuple[str, ...] = ()  # whose words the turn before reports
        self._last: tuple[str, ...] = ()
        self._named: list[Person] | None = None  # all whom the text names, once that is asked
        self.people: dict[str, Proposal] = {}
        starts = [paragraph.start for paragraph in paragraphs]
        for report in filter(self._is_report, told):
            paragraph = paragraphs[bisect_right(starts, report.anchor.start) - 1]
            if report.anchor.end <= paragraph.end:
                report = self._until_own(self._from_that(report))
                self._told.setdefault(paragraph, []).append(report)

    def _is_report(self, report: Attribution) -> bool:
        """Return whether others than whoever speaks are told to have said something."""
        cue, mentions = report.act or report.cue, report.attributed_to
        if cue is None or not mentions or report.withheld or not report.frame:
            return False
        commits = report.frame == "infinitive" and COMMITS & set(cue.text.lower().split())
        if not (report.quotes or commits or report.frame in FRAMES | MADE_CLEAR):
            return False
        if any(_NOBODY.fullmatch(mention.text) for mention in mentions):
            return False
        if any(not _OURSELVES.fullmatch(voice.text) for voice in report.voiced_by):
            return False
        thinks = {verb_forms()[w].base for w in cue.text.lower().split() if w in verb_forms()}
        first = min(mention.start for mention in mentions)
        before = self._text[max(0, first - BEFORE) : first]
        asked = _OPEN.search(before)
        if before.lower().endswith("what ") and not _WHAT.match(self._text, report.anchor.start):
            return False  # what she said there, …
        told = cue.text.lower() != "according to"
        verb = self._text[min(max(m.end for m in mentions), cue.start) : cue.end] if told else ""
        return not (asked or _UNSAID.search(verb) or thinks & members("no-acts"))

    def _from_that(self, report: Attribution) -> Attribution:
        """Return a report without the verb of “what he said was that …”."""
        verb = _WHAT.match(self._text, report.anchor.start)
        if not verb:
            return report
        anchor = Span(verb.end(), report.anchor.end)
        return replace(report, anchor=anchor, content=report.content and anchor)

    def _until_own(self, report: Attribution) -> Attribution:
        """Return a report without what whoever speaks adds: He told me that …, and I believe it."""
        own = _OWN_WORDS.search(self._text, report.anchor.start, report.anchor.end)
        if report.quotes or not own:
            return report
        anchor = Span(report.anchor.start, own.start())
        return replace(report, anchor=anchor, content=report.content and anchor)

    def begin(self, turn: Turn, asker: str) -> None:
        """Go on to the next turn, which may take up whom the one before reports.

        `asker` is the name of whoever asked what it answers, whom “he” in it does not mean.
        """
        self._asker = asker
        self._asked, self._last = self._last, ()
        self._before = self._start
        self._start = turn.paragraphs[0].start if turn.paragraphs else self._start

    def within(self, paragraph: Span, own: Attribution) -> Iterator[Attribution]:
        """Yield what others are reported to have said in a paragraph, via whoever speaks it."""
        speakers = {label for mention in own.attributed_to for label in mention.resolved}
        for report in self._told.get(paragraph, ()):
            named = [m for m in report.attributed_to if m.kind == "person" and m.by == "name"]
            if any(self._label(m.resolved) in speakers for m in named if m.resolved):
                continue  # somebody who speaks of themselves by name
            mentions = tuple(self._meant(m, speakers) for m in report.attributed_to)
            labels = [label for mention in mentions for label in mention.resolved]
            partly = not all(m.resolved for m in mentions) or len(set(labels)) < len(labels)
            if partly or self._may_hear(report):
                mentions = ()  # left open: some of several would be too few
            for label in labels if mentions else ():
                self._add(label)
            self._last = tuple(labels) if mentions else ()
            yield replace(
                report,
                attributed_to=mentions,
                speakers=mentions,
                voiced_by=own.attributed_to,
                interpreter=own.interpreter,
            )

    def _may_hear(self, report: Attribution) -> bool:
        """Return whether one of those who speak is who hears it: They told the Minister that …"""
        they = any(mention.text.lower() == "they" for mention in report.attributed_to)
        end = report.cue.end if report.cue else report.anchor.start
        hearers = self._text[end : report.anchor.start].split()
        return they and any(map(title_base, hearers))

    def _add(self, label: str) -> None:
        """Take note of somebody who is not in the archive and may not speak here."""
        if label in self._new:
            self.people.setdefault(label, self._new[label])
        elif proposal := self._panel.proposal_of(label):
            self.people.setdefault(label, proposal)

    def _label(self, resolved: Sequence[str]) -> str | None:
        return self._panel.label_of(resolved[0]) if len(resolved) == 1 else None

    def _meant(self, mention: Mention, speakers: set[str]) -> Mention:
        """Return a mention with whom it means in this conversation, or open."""
        labels = tuple(map(self._panel.label_of, mention.resolved))
        if None in labels or (mention.kind == "other" and labels == mention.resolved):
            labels = ()  # critics, but not Ann, who speaks here, too
        if mention.kind == "pronoun":
            labels = self._before_pronoun(mention, labels)
        elif mention.kind == "person" and (mention.by == "title" or not labels):
            own = speakers & {label or "" for label in labels}  # a Minister, of another one
            labels = labels if not own and self._may_hold(labels, mention) else ()
            labels = labels or self._of_office(mention, speakers)
        speakers = {*speakers, self._asker} if mention.kind == "pronoun" else speakers
        meant = tuple(label for label in labels if label and label not in speakers)
        return replace(mention, resolved=meant if len(meant) == len(labels) else ())

    def _before_pronoun(
        self, mention: Mention, labels: tuple[str | None, ...]
    ) -> tuple[str | None, ...]:
        """Return whom “he” means: somebody of this turn or the one before, whoever else was named.

        Where the turn itself has named nobody, it takes up whom the question reports.
        """
        if labels or mention.text.lower() not in ("he", "she"):
            near = self._text[self._before : mention.start]
            thanked = " ".join(_THANKED.findall(self._text[self._start : mention.start]))
            names = [name.split() for name in mention.resolved]
            may_be = (n[-1] in near and n[0] not in thanked for n in names)
            return labels if all(may_be) else ()
        own = self._text[self._start : mention.start]
        if any(title_base(word.strip(".,")) for word in own.split()):
            return ()
        sentence = re.findall(r"[A-Z][\w’'-]+", re.split(r"[.?!] ", own)[-1])
        here = {label for name in sentence if (label := self._panel.label_of(name)) != name}
        return tuple(here) or (self._asked if len(self._asked) == 1 else ())

    def _may_hold(self, labels: tuple[str | None, ...], mention: Mention) -> bool:
        """Return whether who is meant by a title with a state is told to be of that state."""
        state = country_in(mention.text.split())[0] if mention.by == "title" else ""
        new = (self._new.get(label or "") for label in labels)
        return not state or all(person is None or person.country == state for person in new)

    def _of_office(self, mention: Mention, speakers: set[str]) -> tuple[str | None, ...]:
        """Return the only one on the panel who is “the Minister”, else named before as such.

        Of another state is nobody whom a speaker calls only “the Minister”, or “our Minister”.
        """
        words = mention.text.split()
        definite = words[0].lower() in ("the", "our")
        if not definite or country_in(words)[0] or not title_base(words[-1]):
            return ()
        if person := self._panel.by_office(" ".join(words[1:]), speakers):
            return (person.label,)
        if self._named is None:
            self._named = named_in(self._text, ())
        before = (p for p in self._named if p.first < mention.start and not p.country)
        held = [person for person in before if person.holds_just(words[1:])]
        if not domains_of(words) and len(words) > len(("the", "Minister")):
            return ()  # the Shadow Minister
        if len(held) != 1 or self._panel.label_of(held[0].name) in speakers:
            return ()
        self._new.setdefault(held[0].name, proposal_of(held[0]))
        return (held[0].name,)
