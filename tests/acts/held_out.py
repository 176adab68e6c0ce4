"""A held-out set: quotations re-reported with known changes, among traps; and how well they are told.

`python -m tests.acts.held_out [SEED…]` prints the measures for some seeds, pooled.
"""

from __future__ import annotations

import datetime
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from alliance_archive import Archive
from alliance_archive.acts.evidence import Pair
from alliance_archive.reports.corroboration import corroborate

from .sentences import SENTENCES

TUNED, HELD_OUT = (1, 2, 3, 4, 5), (11, 12, 13, 14, 15)
"""The seeds on which the thresholds were set, and those on which they are measured."""


class Change(NamedTuple):
    """A way to report a sentence: the words printed, the verdict, what is changed."""

    quotes: tuple[str, ...]
    verdict: str
    changes: tuple[str, ...] = ()
    speakers: str = "same"


class Truth(NamedTuple):
    """What holds for a pair of statements of one act; `kind` names the change."""

    kind: str
    verdict: str
    changes: tuple[str, ...]
    speakers: str
    words: int


class HeldOut(NamedTuple):
    """The YAML of an archive by file name, the truth of pairs, and the kind of trap of others."""

    files: dict[str, str]
    truths: dict[tuple[str, str], Truth]
    act_of: dict[str, str]
    traps: dict[str, str]


Maker = Callable[[str, random.Random], Change | None]


def _words(text: str) -> list[str]:
    return text.split()


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).strip(",;:.—– ")


_CUES = re.compile(
    r"\b(not|no|never|none|nothing|nobody|neither|nor|without|hardly|will|would|shall|should|can"
    r"|could|may|might|must|ought|perhaps|maybe|possibly|if|whether|unless|doubt|unlikely|least"
    r"|most|nearly|almost|about|around|approximately|roughly|over|under|than|only|up|cannot"
    r"|probably|some|many|more|less)\b|n['’]t|['’](ll|d)\b",
    re.IGNORECASE,
)


def _plain(*parts: str) -> bool:
    """Return whether words may be cut without a change of what is left."""
    return not any(_CUES.search(part) for part in parts)


def same(text: str, _rng: random.Random) -> Change:
    return Change((text,), "same")


def typography(text: str, rng: random.Random) -> Change:
    changed = text.replace("'", "’").replace(" — ", rng.choice([" -- ", "—", " – "]))
    return Change((changed.rstrip("."),), "same")


def first_letter(text: str, _rng: random.Random) -> Change:
    return Change((text[0].swapcase() + text[1:].rstrip(".!"),), "same")


_CONTRACTED = {
    "do not": "don't",
    "does not": "doesn't",
    "is not": "isn't",
    "are not": "aren't",
    "cannot": "can't",
    "will not": "won't",
    "we will": "we'll",
    "we are": "we're",
    "it is": "it's",
    "that is": "that's",
    "we have": "we've",
    "I am": "I'm",
    "I will": "I'll",
    "there is": "there's",
}


def _replaced(text: str, pairs: dict[str, str], rng: random.Random) -> str | None:
    both = [*pairs.items(), *((after, before) for before, after in pairs.items())]
    fits = [(a, b) for a, b in both if re.search(rf"(?<!\$)\b{re.escape(a)}(?![\w'-])", text)]
    if not fits:
        return None
    before, after = rng.choice(fits)
    return re.sub(rf"\b{re.escape(before)}(?![\w'])", after, text, count=1)


def contraction(text: str, rng: random.Random) -> Change | None:
    changed = _replaced(text, _CONTRACTED, rng)
    return Change((changed,), "same") if changed else None


_SPELLED = {
    "two": "2",
    "three": "3",
    "seven": "7",
    "twelve": "12",
    "twenty": "20",
    "forty": "40",
    "percent": "per cent",
    "fifth": "5th",
    "1,000": "1000",
    "twenty-five": "25",
    "one hundred": "100",
}


def number_spelling(text: str, rng: random.Random) -> Change | None:
    changed = _replaced(text, _SPELLED, rng)
    return Change((changed,), "same") if changed else None


def initials(text: str, _rng: random.Random) -> Change | None:
    if "U.S." in text:
        return Change((text.replace("U.S.", "US"),), "same")
    if re.search(r"\bU[SN]\b", text):
        return Change((re.sub(r"\b(U)([SN])\b", r"\1.\2.", text),), "same")
    return None


_BRITISH = {
    "defense": "defence",
    "labor": "labour",
    "neighbors": "neighbours",
    "honor": "honour",
    "recognize": "recognise",
    "organization": "organisation",
    "center": "centre",
    "program": "programme",
    "programs": "programmes",
    "toward": "towards",
    "behavior": "behaviour",
    "favor": "favour",
    "stabilize": "stabilise",
    "modernize": "modernise",
    "realize": "realise",
    "cooperation": "co-operation",
    "traveled": "travelled",
    "canceled": "cancelled",
}


def british(text: str, rng: random.Random) -> Change | None:
    changed = _replaced(text, _BRITISH, rng)
    return Change((changed,), "same") if changed else None


def _cropped(text: str, start: int, end: int) -> Change | None:
    words = _words(text)
    kept = _joined(words[start:end])
    if not kept or not _plain(" ".join(words[:start]), " ".join(words[end:])):
        return None
    return Change((kept,), "cropped")


def crop_end(text: str, rng: random.Random) -> Change | None:
    size = len(_words(text))
    return _cropped(text, 0, rng.randrange(6, size)) if size > 8 else None


def crop_start(text: str, rng: random.Random) -> Change | None:
    size = len(_words(text))
    return _cropped(text, rng.randrange(1, size - 5), size) if size > 8 else None


def crop_both(text: str, rng: random.Random) -> Change | None:
    size = len(_words(text))
    if size < 12:
        return None
    start = rng.randrange(1, size - 8)
    return _cropped(text, start, rng.randrange(start + 6, size))


def fragment(text: str, rng: random.Random) -> Change | None:
    size, length = len(_words(text)), rng.randrange(2, 6)
    if size < length + 3:
        return None
    start = rng.randrange(size - length)
    kept = _words(text)[start : start + length]
    if sum(len(word) > 5 for word in kept) < 1:
        return None
    return _cropped(text, start, start + length)


def one_word(text: str, rng: random.Random) -> Change | None:
    words = _words(text)
    long = [n for n, word in enumerate(words) if len(word.strip(".,")) > 8 and word.islower()]
    long = [n for n in long if words[n].strip(".,").isalpha()]
    if not long:
        return None
    number = rng.choice(long)
    return _cropped(text, number, number + 1)


def two_fragments(text: str, rng: random.Random) -> Change | None:
    words = _words(text)
    if len(words) < 16 or not _plain(text):
        return None
    middle = rng.randrange(7, len(words) - 7)
    first, second = _joined(words[1 : middle - 1]), _joined(words[middle + 1 :])
    return Change((first, second), "cropped")


def ellipsis(text: str, rng: random.Random) -> Change | None:
    words = _words(text)
    if len(words) < 12:
        return None
    start = rng.randrange(3, len(words) - 6)
    end = start + rng.randrange(2, 4)
    if not _plain(" ".join(words[start:end])):
        return None
    mark = rng.choice(["…", "...", ". . ."])
    changed = " ".join((*words[:start], mark, *words[end:]))
    return Change((changed,), "elided")


def bracket(text: str, rng: random.Random) -> Change | None:
    for pronoun, full in (("they", "the North Koreans"), ("it", "the treaty"), ("them", "allies")):
        if re.search(rf"\b{pronoun}\b(?!['’])", text):
            return Change((re.sub(rf"\b{pronoun}\b", f"[{full}]", text, count=1),), "elided")
    words = _words(text)
    if len(words) < 9:
        return None
    place = rng.randrange(3, len(words) - 2)
    changed = " ".join((*words[:place], "[in the region]", *words[place:]))
    return Change((changed,), "elided")


def word_changed(text: str, rng: random.Random) -> Change | None:
    words = _words(text)
    fits = [
        n for n, word in enumerate(words) if len(word) > 4 and word.islower() and word.isalpha()
    ]
    fits = [n for n in fits if _plain(words[n]) and 0 < n < len(words) - 1]
    if not fits or len(words) < 6:
        return None
    words[rng.choice(fits)] = rng.choice(["lantern", "gardens", "careful", "weather", "ancient"])
    return Change((" ".join(words),), "differs", ("word",))


def word_dropped(text: str, rng: random.Random) -> Change | None:
    words = _words(text)
    fits = [
        n for n, word in enumerate(words) if len(word) > 4 and word.islower() and word.isalpha()
    ]
    fits = [n for n in fits if _plain(words[n]) and 1 < n < len(words) - 2]
    if not fits or len(words) < 8:
        return None
    del words[rng.choice(fits)]
    return Change((" ".join(words),), "differs", ("word",))


def function_word(text: str, rng: random.Random) -> Change | None:
    pairs = {"the": "a", "in": "on", "for": "to", "with": "by", "this": "that", "our": "their"}
    changed = _replaced(text, pairs, rng)
    return Change((changed,), "differs", ("word",)) if changed and changed != text else None


_NUMBERS = re.compile(r"\b(\d[\d,]*|two|three|seven|twelve|twenty|forty|fifty)\b(?!-)")


def number_changed(text: str, rng: random.Random) -> Change | None:
    if not (match := _NUMBERS.search(text)) or text[: match.start()].endswith("$"):
        return None
    other = rng.choice(["17", "91", "307", "eighteen"])
    return Change((f"{text[: match.start()]}{other}{text[match.end() :]}",), "differs", ("number",))


def negation_changed(text: str, rng: random.Random) -> Change | None:
    if match := re.search(r"\b(will|is|are|must|should|can|would|was|were) (?!not\b)", text):
        changed = f"{text[: match.end()]}not {text[match.end() :]}"
        return Change((changed,), "differs", ("negation",))
    return None


def negation_dropped(text: str, rng: random.Random) -> Change | None:
    changed = re.sub(r"\b(not|never) ", "", text, count=1)
    return Change((changed,), "differs", ("negation",)) if changed != text else None


def modal_changed(text: str, rng: random.Random) -> Change | None:
    match = re.search(r"\b(will|must|should|can|may|could|would)\b (?!not)", text)
    if not match:
        return None
    modals = ["will", "must", "should", "may", "could"]
    other = rng.choice([modal for modal in modals if modal != match[1]])
    return Change(
        (f"{text[: match.start(1)]}{other}{text[match.end(1) :]}",), "differs", ("modal",)
    )


def name_changed(text: str, rng: random.Random) -> Change | None:
    match = re.search(r"(?<=[a-z,] )(?!I\b)([A-Z][a-z]{3,})\b(?! [A-Z])", text)
    if not match or re.search(r"[A-Z]\w* $", text[: match.start()]):
        return None
    other = rng.choice(["Lisbon", "Ottawa", "Brandt", "Oslo"])
    return Change((f"{text[: match.start()]}{other}{text[match.end() :]}",), "differs", ("name",))


def other_speaker(text: str, _rng: random.Random) -> Change | None:
    return Change((text,), "same", (), "differ") if len(_words(text)) > 7 else None


def negation_cut(text: str, rng: random.Random) -> Change | None:
    match = re.search(r"\b(?:do|does|did) not (?:believe|think) (?:that )?(.{20,})$", text)
    if not match or not _plain(match[1]):
        return None
    return Change((match[1].strip(". "),), "cropped", ("negation",))


def bound_cut(text: str, rng: random.Random) -> Change | None:
    match = re.search(
        r"\b(?:at least|nearly|almost|more than|up to) (\d+|\w+(?:ty|een|ve)\b.*)$", text
    )
    if not match or not _plain(text[match.start(1) :]):
        return None
    begun = text[: match.start()]
    if not _plain(begun):
        return None
    return Change((text[match.start(1) :].strip(". "),), "cropped", ("number",))


CHANGES: dict[str, Maker] = {
    maker.__name__: maker
    for maker in (
        *(same, typography, first_letter, contraction, number_spelling, initials, british),
        *(crop_end, crop_start, crop_both, fragment, one_word, two_fragments, ellipsis, bracket),
        *(word_changed, word_dropped, function_word, number_changed, negation_changed),
        *(negation_dropped, modal_changed, name_changed, other_speaker, negation_cut, bound_cut),
    )
}
_STOCK = (
    "peace and stability in the region",
    "all options are on the table",
    "stand shoulder to shoulder",
    "in the strongest terms",
    "the rule of law",
    "a free and open region",
    "close cooperation",
    "complete and verifiable",
    "shared values",
    "regional security",
)
_MOULDS = (
    "We will work closely with {} to strengthen our {}.",
    "The two ministers discussed {} and agreed to continue their {}.",
    "I want to thank {} for the hospitality and the {}.",
    "We look forward to seeing {} again and to talking about {}.",
)
_FILLS = (
    *(("Norway", "ports"), ("Kenya", "railways"), ("Peru", "air links"), ("Estonia", "radars")),
    *(("Chile", "fisheries"), ("Ghana", "hospitals"), ("Oman", "shipyards"), ("Fiji", "reefs")),
)


class _Set:
    """An archive in the making."""

    def __init__(self, seed: int, sentences: Sequence[str], acts: int) -> None:
        self.rng = random.Random(f"acts {seed}")
        self.seed = seed
        chosen = list(sentences)
        self.rng.shuffle(chosen)
        self.sentences = chosen[:acts]
        self.people = [f"person-{number}" for number in range(max(12, acts // 8))]
        self.sources: dict[str, tuple[str, str, list[str]]] = {}
        self.truths: dict[tuple[str, str], Truth] = {}
        self.act_of: dict[str, str] = {}
        self.traps: dict[str, str] = {}
        self.meetings: dict[str, str] = {}

    def statement(
        self,
        outlet: str,
        day: int,
        quotes: Sequence[str],
        people: Sequence[str],
        meeting: str,
        act: str,
    ) -> str:
        source = f"{outlet}-{_day(day)}"
        kind = "readout" if outlet == "ministry" else "article"
        _, _, statements = self.sources.setdefault(source, (_day(day), kind, []))
        ident = f"{source}-{len(statements) + 1:03}"
        form = "direct" if len(quotes) == 1 and len(quotes[0].split()) > 7 else "mixed"
        reached, listed = 10, []
        for quote in quotes:
            end = reached + len(quote)
            exact = json.dumps(quote, ensure_ascii=False)
            listed.append(f"      - {{exact: {exact}, start: {reached}, end: {end}}}\n")
            reached = end + 5
        summary = ""
        if form == "mixed":
            text = "Spoke of " + " and ".join(f"“{quote}”" for quote in quotes) + "."
            summary = f"    summary: {json.dumps(text, ensure_ascii=False)}\n"
        statements.append(
            f"  - id: {ident}\n    form: {form}\n    attributed_to: [{', '.join(people)}]\n{summary}"
            f"    quotes:\n{''.join(listed)}    anchor: {{start: 9, end: {reached}}}\n"
            + (f"    meeting: {meeting}\n" if meeting else f"    date: {_day(day)}\n")
        )
        self.act_of[ident] = act
        return ident

    def make(self) -> HeldOut:
        kinds = list(CHANGES)
        for number, sentence in enumerate(self.sentences):
            self._act(number, sentence, kinds)
        self._traps()
        return HeldOut(dict(self._files()), self.truths, self.act_of, self.traps)

    def _act(self, number: int, sentence: str, kinds: list[str]) -> None:
        rng, day = self.rng, number // 3
        meeting = f"meeting-{day}" if rng.random() < 0.6 else ""
        if meeting:
            self.meetings[meeting] = _day(day)
        people = rng.sample(self.people, rng.choice([1, 1, 2]))
        act = f"act-{number}"
        canonical = self.statement("ministry", day, (sentence,), people, meeting, act)
        outlets = 12 if number % 10 == 0 else rng.choice([1, 2, 2, 3])
        fits = {kind: change for kind in kinds if (change := CHANGES[kind](sentence, rng))}
        # Rare kinds first, so that each kind is there.
        names = sorted(fits, key=lambda kind: (self._times(kind), rng.random()))
        for outlet, kind in enumerate((names * 3)[:outlets]):
            change = CHANGES[kind](sentence, rng)
            if not change:
                continue
            credited = people
            if change.speakers == "differ":
                credited = [person for person in self.people if person not in people][:1]
                if not meeting:
                    continue
            where = meeting
            ident = self.statement(f"outlet-{outlet}", day, change.quotes, credited, where, act)
            words = min(len(" ".join(change.quotes).split()), len(sentence.split()))
            truth = Truth(kind, change.verdict, change.changes, change.speakers, words)
            self.truths[_couple(canonical, ident)] = truth

    def _times(self, kind: str) -> int:
        return sum(truth.kind == kind for truth in self.truths.values())

    def _traps(self) -> None:
        rng = self.rng
        days = max(len(self.sentences) // 3, 1)
        for number in range(len(self.sentences) // 6):
            sentence = rng.choice(self.sentences)
            # The same words at another meeting of the week, by another act.
            meeting = f"elsewhere-{number}"
            day = rng.randrange(days)
            self.meetings[meeting] = _day(day)
            people = rng.sample(self.people, 1)
            ident = self.statement(
                f"trap-{number % 3}", day, (sentence,), people, meeting, f"t-{number}"
            )
            self.traps[ident] = "another meeting"
        for number in range(len(self.sentences) // 3):
            day = rng.randrange(days)
            meeting = f"meeting-{day}" if f"meeting-{day}" in self.meetings else ""
            people = rng.sample(self.people[:6], 1)
            phrase = rng.choice(_STOCK)
            quotes: tuple[str, ...] = (phrase,)
            if rng.random() < 0.5:
                start, end = rng.choice(self.sentences), rng.choice(["as we said", "for all of us"])
                head = " ".join(start.split()[:4])
                quotes = (f"{head} {phrase} {end}.",)
            ident = self.statement(
                f"stock-{number % 5}", day, quotes, people, meeting, f"s-{number}"
            )
            self.traps[ident] = "stock phrase"
        for number in range(len(self.sentences) // 6):
            day = rng.randrange(days)
            people = rng.sample(self.people[:6], 1)
            mould = _MOULDS[number % len(_MOULDS)]
            first = number // len(_MOULDS) * 2
            fills = _FILLS[first : first + 2]
            for part, fill in enumerate(fills):
                text = mould.format(*fill)
                ident = self.statement(
                    f"mould-{part}", day, (text,), people, "", f"m-{number}-{part}"
                )
                self.traps[ident] = "mould"

    def _files(self) -> Iterator[tuple[str, str]]:
        yield "archive.yaml", "archive:\n  title: Held out\n"
        people = "".join(
            f"  - {{id: {person}, name: Speaker {_name(n)}, kind: person}}\n"
            for n, person in enumerate(self.people)
        )
        yield "participants.yaml", f"participants:\n{people}"
        meetings = "".join(
            f"  - {{id: {ident}, name: Meeting {ident}, date: {day}, kind: conference}}\n"
            for ident, day in self.meetings.items()
        )
        yield "meetings.yaml", f"meetings:\n{meetings}"
        for source, (date, kind, statements) in self.sources.items():
            head = (
                f"source:\n  id: {source}\n  publisher: {source}\n  date: {date}\n  kind: {kind}\n"
            )
            yield f"sources/{source}.yaml", f"{head}statements:\n{''.join(statements)}"


def _name(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize()


def _day(number: int) -> str:
    return (datetime.date(2021, 1, 1) + datetime.timedelta(days=number)).isoformat()


def _couple(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)


def made(seed: int, sentences: Sequence[str] = SENTENCES, acts: int = 120) -> HeldOut:
    """Return the held-out set of a seed."""
    return _Set(seed, sentences, acts).make()


def pairs_of(held_out: HeldOut) -> list[Pair]:
    """Return the pairs that the program finds in a held-out set."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in held_out.files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with Archive.open(folder, cached=False) as archive:
            problems = [problem for problem in archive.problems() if problem.severity == "error"]
            assert not problems, problems[:3]
            return [pair for pair in corroborate(archive) if pair.verdict != "paraphrase"]


class Measures(NamedTuple):
    """What is measured, pooled over sets."""

    precision: float
    false_by_trap: Counter[str]
    recall_long: float
    recall_short: float
    exact: float
    false_same: int
    wrong: Counter[str]
    missed: Counter[str]


class _Tally:
    """What is counted over sets; `show` is told of each error."""

    def __init__(self, show: Callable[[str], None] | None) -> None:
        self._show = show or (lambda _: None)
        self.counts: Counter[str] = Counter()
        self.false_by_trap: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def add(self, held_out: HeldOut) -> None:
        """Count the pairs that the program finds in a set."""
        texts = _texts(held_out)
        pairs = {_couple(pair.first, pair.second): pair for pair in pairs_of(held_out)}
        for couple, pair in pairs.items():
            words = f"{texts[couple[0]]} ~ {texts[couple[1]]}"
            self.counts["found"] += 1
            if held_out.act_of[couple[0]] != held_out.act_of[couple[1]]:
                traps = [held_out.traps[ident] for ident in couple if ident in held_out.traps]
                self.false_by_trap[traps[0] if traps else "other act"] += 1
                self._show(f"false pair, {traps}: {pair[2:4]} {pair.score} {words}")
        for couple, truth in held_out.truths.items():
            words = f"{texts[couple[0]]} ~ {texts[couple[1]]}"
            self._judge(truth, pairs.get(couple), words)

    def _judge(self, truth: Truth, pair: Pair | None, words: str) -> None:
        size = "long" if truth.words >= 6 else "short"
        self.counts[size] += 1
        if pair is None:
            self.missed[truth.kind] += 1
            self._show(f"missed, {truth.kind}: {words}")
            return
        self.counts[f"found {size}"] += 1
        judged = (pair.verdict, pair.changes, pair.speakers)
        if judged != (truth.verdict, truth.changes, truth.speakers):
            self.wrong[truth.kind] += 1
            self._show(f"judged otherwise, {truth.kind}: {judged} {words}")
        self.counts["false same"] += pair.verdict == "same" and truth.verdict == "differs"


def measured(sets: Sequence[HeldOut], show: Callable[[str], None] | None = None) -> Measures:
    """Return the measures of some sets, and show each error."""
    tally = _Tally(show)
    for held_out in sets:
        tally.add(held_out)
    counts = tally.counts
    judged = counts["found long"] + counts["found short"]
    return Measures(
        1 - tally.false_by_trap.total() / counts["found"],
        tally.false_by_trap,
        counts["found long"] / counts["long"],
        counts["found short"] / counts["short"],
        1 - tally.wrong.total() / judged,
        counts["false same"],
        tally.wrong,
        tally.missed,
    )


def _texts(held_out: HeldOut) -> dict[str, str]:
    texts: dict[str, str] = {}
    ident = ""
    for text in held_out.files.values():
        for line in text.splitlines():
            if line.startswith("  - id: "):
                ident = line.removeprefix("  - id: ")
                texts[ident] = ""
            elif line.startswith("      - {exact: "):
                texts[ident] += line[len("      - {exact: ") :].rpartition(", start")[0]
    return texts


def main() -> None:
    seeds = [int(word) for word in sys.argv[1:]] or HELD_OUT
    sys.stdout.write(table(measured([made(seed) for seed in seeds])) + "\n")


def table(measures: Measures) -> str:
    """Return the measures as a table."""
    false = ", ".join(f"{kind} {count}" for kind, count in measures.false_by_trap.most_common())
    return "\n".join(
        (
            f"precision of pairs                    {measures.precision:.4f}",
            f"false pairs by trap                   {false or 'none'}",
            f"recall, six words and more            {measures.recall_long:.4f}",
            f"recall, fewer words                   {measures.recall_short:.4f}",
            f"verdict, changes and speakers right   {measures.exact:.4f}",
            f"same where a content word differs     {measures.false_same}",
            f"missed, by change                     {dict(measures.missed.most_common())}",
            f"judged otherwise, by change           {dict(measures.wrong.most_common())}",
        )
    )


if __name__ == "__main__":
    main()
