"""A transcript in English: its turns, with who spoke them, and what they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model.records import Participant
from ..english import is_english
from ..extraction import Attribution, Extraction, Mention, Proposal, Span, Unreadable
from ..head import read_head
from ..transcripts.floor import Floor
from ..transcripts.heading import introduced
from ..transcripts.labels import ANSWER, QUESTION, SPEAKER, UNNAMED, Label
from ..transcripts.layout import find_labels
from ..transcripts.names import says_something
from ..transcripts.panel import Panel, Panelist
from ..transcripts.reporters import calls_on_another, name_given, own_name
from ..transcripts.reports import Reports
from ..transcripts.turns import Turn, find_turns, with_lost_answers, with_lost_questions
from .prefaces import SPEAKS

UNLABELED = (
    "has no labels of speakers, such as “Q:” or “SECRETARY EXAMPLE:”: add them, or draft it as "
    "another kind: --kind article"
)


def read_transcript(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return the turns of a transcript; offsets count in the text exactly as given.

    Each paragraph of a turn is a statement. Raises Unreadable if no speakers are labeled, or a
    label is run into the words.
    """
    if not is_english(text):
        return Extraction(other_language=True)
    labels = find_labels(text)
    if not labels:
        raise Unreadable(UNLABELED)
    refuse_broken_labels(text, labels)
    turns = find_turns(text, labels)
    paragraphs = [paragraph for turn in turns for paragraph in turn.paragraphs]
    if not paragraphs:
        raise Unreadable(UNLABELED)
    body = min(labels[0].start, paragraphs[0].start)
    head = read_head(text, body, paragraphs[-1].end)
    panel = Panel(text, text[:body], labels, known)
    document = document_of(text[:body])
    conversation = Conversation(text, panel, turns, known, document)
    attributions = tuple(conversation.attributions())
    return Extraction(
        attributions,
        tuple(conversation.proposals()),
        publisher=head.publisher or panel.office,
        date=head.date,
        title=head.title,
        warnings=tuple(conversation.warnings),
    )


HOST = re.compile(r"\b(?:host|presenter|interviewer|journalist|anchor|compere)\b", re.I)
ADDRESSED = 80  # code points at the end of a turn in which a guest is greeted by office
LONGEST_CALL = 20  # words of a turn that only calls on somebody

_DOCUMENT = re.compile(
    r"(?:joint )?(?:press|news|media) (?:conference|availability|briefing|point|statements?)"
    r"|doorstop(?: interview)?|interview|briefing|remarks|questions and answers",
    re.IGNORECASE,
)


def document_of(head: str) -> str:
    """Return what a transcript records, in the words of its heading: “joint press conference”."""
    match = _DOCUMENT.search(" ".join(head.split()))
    return match[0].lower() if match else "transcript"


def refuse_broken_labels(text: str, labels: Sequence[Label]) -> None:
    """Raise Unreadable if a line begins with a label that has lost its colon or its capitals."""
    starts = {label.start for label in labels}
    for written in sorted({label.written for label in labels}, key=len, reverse=True):
        for match in re.finditer(rf"(?mi)^[ \t]*(?P<label>{re.escape(written)})(?!\w)", text):
            start, rest = match.start("label"), text[match.end() : match.end() + 3]
            if start in starts or start < labels[0].start or len(written) < 2:
                continue
            if _is_broken(written, match["label"], rest):
                line = text.count("\n", 0, start) + 1
                raise Unreadable(
                    f"has “{match['label']}{rest[:1].strip()}” in line {line} where a label is "
                    f"expected, so its words would be somebody else's: write “{written}:”"
                )


def _is_broken(written: str, here: str, rest: str) -> bool:
    """Return whether what begins a line is a label but for its colon, or for its capitals."""
    if here != written:
        return rest.startswith((":", "："))
    in_capitals = written == written.upper() and " " in written
    return bool(re.match(r"[.;]? [A-Z“\"(]" if in_capitals else r"; ?[A-Z“\"(]", rest))


class Conversation:
    """The turns of a transcript, with who speaks each, in order."""

    def __init__(
        self,
        text: str,
        panel: Panel,
        turns: Sequence[Turn],
        known: Sequence[Participant],
        document: str,
    ) -> None:
        self._text = text
        self._document = document
        self._reports = Reports(text, panel, turns, known)
        self._panel = panel
        self.warnings: list[str] = []
        self._floor = Floor(panel)
        self._role_before = ""
        self._people: dict[str, Proposal] = {}
        self._unresolved: dict[
            str, list[Turn]
        ] = {}  # by label: turns that are nobody's for certain
        self._unnamed = self._names_of_unnamed(turns)
        self._meet(turns)
        keys = [self._key(turn) for turn in turns]
        self._turns = with_lost_answers(text, with_lost_questions(text, turns, keys))
        self._asking = {t.label.name for t in self._turns if t.label and t.label.role == QUESTION}
        self._questions = self._count_questions()
        self._resumed: set[int] = set()  # turns before which a question may be missing
        self._warn()

    def _words(self, turn: Turn) -> str:
        if not turn.paragraphs:
            return ""
        return self._text[turn.paragraphs[0].start : turn.paragraphs[-1].end]

    def _key(self, turn: Turn) -> object:
        """Return what two turns of one speaker have in common."""
        return self._key_of(turn.label) if turn.label else None

    def _key_of(self, label: Label) -> object:
        if label.role == SPEAKER or (label.role == ANSWER and (label.name or label.office)):
            person = self._panel.speaker(label)
            return id(person) if person else label.written.casefold()
        return label.role if label.role in (QUESTION, ANSWER) else label.written.casefold()

    def _warn(self) -> None:
        """Warn where one speaker's label comes twice in a row, without a question between."""
        for before, after in zip(self._turns, self._turns[1:], strict=False):
            label = after.label
            if not label or label.goes_on or label.role == QUESTION or not before.label:
                continue
            if self._key(before) == self._key(after):
                self._resumed.add(id(after))
                line = self._text.count("\n", 0, label.start) + 1
                self.warnings.append(
                    f"line {line}: “{label.written}” comes twice in a row: "
                    "a question may be missing before it"
                )

    def _names_of_unnamed(self, turns: Sequence[Turn]) -> dict[str, str]:
        """Return the name that a moderator, or someone known by family name, gives."""
        names: dict[str, str] = {}
        for turn in turns:
            label = turn.label
            if label is None or label.role == ANSWER:
                continue
            alone = label.role == QUESTION and not (label.name or label.outlet)
            chair = self._panel.interviewer if alone else ""
            if label.role in (QUESTION, UNNAMED):
                chair = self._panel.holder(label.written) or chair
            if chair:
                names[label.written.casefold()] = chair
            if label.role == QUESTION:
                continue
            name = own_name(self._words(turn))
            if label.role == UNNAMED and not name and HOST.search(label.written):
                name = self._panel.host
            if label.role == UNNAMED and (name or label.name):
                names.setdefault(label.written.casefold(), label.name or name)
            elif label.role == SPEAKER and name and (person := self._panel.speaker(label)):
                self._panel.renamed(person, name)
        return names

    def _is_reporter(self, turn: Turn) -> bool:
        """Return whether a turn is a reporter's, who gives a name."""
        asks = turn.label is not None and turn.label.role == QUESTION
        return asks and bool(name_given(self._words(turn))[0])

    def _meet(self, turns: Sequence[Turn]) -> None:
        """Learn who is meant by “Minister” or a family name, from whoever speaks before or last."""
        met: set[str] = set()
        presented: list[tuple[str, str]] = []
        hosts: set[str | None] = set()
        final, last_host = self._presented(turns[-1]), self._host(turns[-1])
        for n, turn in enumerate(turns):
            label = turn.label
            if n and label and label.role not in (QUESTION, UNNAMED) and label.written not in met:
                met.add(label.written)
                people = [p for p in (*presented, *final) if p[0] not in {*hosts, last_host}]
                self._panel.meet(label, people, self._words(turns[n - 1])[-ADDRESSED:])
            presented += self._presented(turn)
            hosts.add(self._host(turn))

    def _presented(self, turn: Turn) -> list[tuple[str, str]]:
        """Return the people whom a turn introduces, unless it is a reporter's."""
        spoken = turn.label is not None and not self._is_reporter(turn)
        return list(introduced(self._words(turn))) if spoken else []

    def _host(self, turn: Turn) -> str | None:
        return self._unnamed.get(turn.label.written.casefold()) if turn.label else None

    def attributions(self) -> Iterator[Attribution]:
        """Yield a statement for each paragraph, numbered as they come."""
        number, asker = 0, ""
        question: int | None = None
        for turn in self._turns:
            if id(turn) in self._resumed:
                self._floor.clear()
            role = self._role_before = self._role(turn, question is not None)
            person, given = self._speaker(turn, role)
            if role == QUESTION and turn.paragraphs:
                question = number
            if person and not person.known:
                self._people[person.label] = person.proposal()
            self._reports.begin(turn, asker if role == ANSWER else "")
            asker = person.label if person and role == QUESTION else ""
            for paragraph in turn.paragraphs:
                own = self._statement(
                    turn, paragraph, role, person, given, question if role == ANSWER else None
                )
                reports = list(self._reports.within(paragraph, own))
                yield from (own, *reports)
                number += 1 + len(reports)
            if turn.label and not person and role != QUESTION != turn.label.role != UNNAMED:
                self._unresolved.setdefault(turn.label.written, []).append(turn)
        self._warn_of_unresolved()

    def _warn_of_unresolved(self) -> None:
        """Warn of labels that name nobody for certain, except those of people who only ask."""
        for written, turns in self._unresolved.items():
            label, statements = turns[0].label, sum(len(turn.paragraphs) for turn in turns)
            assert label is not None
            line = self._text.count("\n", 0, label.start) + 1
            self.warnings.append(
                f"line {line}: not certain who “{written}” is: "
                f"{statements} statement{'s' * (statements != 1)} left unattributed"
            )

    def _role(self, turn: Turn, asked: bool) -> str:
        label = turn.label
        if turn.lost:
            return QUESTION
        if label is None:
            return ANSWER if asked else "remarks"
        if label.role == UNNAMED:
            hosts = HOST.search(label.written) and "?" in self._words(turn)
            answers = asked and re.search(r"(?i)\bofficial\b", label.written)
            return QUESTION if hosts else ANSWER if answers else "remarks"
        if label.role in (QUESTION, ANSWER):
            return label.role
        if self._is_asker(label):
            return QUESTION if "?" in self._words(turn) else "remarks"
        return ANSWER if asked and not self._moderates(label, turn) else "remarks"

    def _count_questions(self) -> dict[object, tuple[int, int]]:
        """Return in how many of a speaker's turns something is asked, and how many there are."""
        counts: dict[object, tuple[int, int]] = {}
        for turn in self._turns:
            asks, number = counts.get(key := self._key(turn), (0, 0))
            counts[key] = asks + ("?" in self._words(turn)), number + 1
        return counts

    def _is_asker(self, label: Label) -> bool:
        """Return whether somebody is there to ask: under another label, too, or as the host.

        Whoever has no office does, too, if they always ask, or mostly, of the only guest.
        """
        if label.name and label.name in self._asking:
            return True
        person, guest = self._panel.speaker(label), self._panel.main()
        offices = (label.office, *(person.offices if person else ()))
        hosts = any(map(HOST.search, offices))
        is_guest = person is not None and person is guest
        if is_guest or hosts or any(map(says_something, offices)):
            return hosts and not is_guest
        key = self._key_of(label)
        if key not in self._questions:  # somebody met since
            self._questions = self._count_questions()
        asks, turns = self._questions[key]
        interview = guest is not None or len(self._questions) == 2
        return asks == turns or (interview and 2 * asks >= turns)

    def _moderates(self, label: Label, turn: Turn) -> bool:
        """Return whether a turn only calls on the next, or is a spokesperson's after an answer."""
        words = self._words(turn)
        if len(words.split()) < LONGEST_CALL and calls_on_another(words):
            return True
        person = self._panel.speaker(label)
        offices = "; ".join((label.office, *(person.offices if person else ())))
        others = any(p.main and p is not person for p in self._panel.people)
        beside = others and self._role_before != QUESTION and not (person and person.main)
        return bool(SPEAKS.search(offices)) and beside

    def _speaker(self, turn: Turn, role: str) -> tuple[Panelist | None, str | None]:
        """Return who speaks a turn, if that is certain, and how the text names them."""
        label = turn.label
        if turn.lost:
            self._floor.clear()
            return None, None
        chair = self._unnamed.get(label.written.casefold()) if label else None
        if label and chair and label.role == QUESTION:
            self._floor.clear()
            return self._panel.newcomer(chair), label.written
        if label and role == QUESTION and label.role != UNNAMED:
            return self._floor.asker(label, self._words(turn)), label.written
        self._floor.hears(self._words(turn), label.written if label else "")
        if label is None:
            if name := own_name(self._words(turn)):
                return self._panel.newcomer(name), None
            after = self._words(self._turns[1]) if turn is self._turns[0] else ""
            opener = self._panel.opener(self._words(turn), after) if after else None
            return opener or self._panel.main(), None
        if label.role == ANSWER and not (label.name or label.office):
            return self._panel.speaker(label) or self._panel.main(), label.written
        if label.role == UNNAMED:
            return (self._panel.newcomer(chair) if chair else None), label.written
        return self._panel.speaker(label), label.written

    def _statement(
        self,
        turn: Turn,
        paragraph: Span,
        role: str,
        person: Panelist | None,
        given: str | None,
        question: int | None,
    ) -> Attribution:
        label = turn.label
        mentions: tuple[Mention, ...] = ()
        if person:
            start = label.start if label else paragraph.start
            last = (given or "").rpartition(" ")[2]
            found = self._text.rfind(last, start, label.end) if label else -1
            end = found + len(last) if found >= 0 else start
            mentions = (Mention(given or "", start, end, "person", (person.label,)),)
        interpreted = "interpreter" if paragraph in turn.interpreted else None
        return Attribution(
            form="direct",
            cue=None,
            speakers=mentions,
            attributed_to=mentions,
            as_given=given,
            document=self._document,
            quotes=(paragraph,),
            content=None,
            anchor=paragraph,
            marks=("",),
            turn=role,
            in_reply_to=question,
            interpreter=interpreted,
        )

    def proposals(self) -> Iterator[Proposal]:
        """Yield those who are named and are not in the archive."""
        others = {n: p for n, p in self._reports.people.items() if n not in self._people}
        yield from (self._people | others).values()
