"""The turns of a transcript: each label with the paragraphs that follow it, without furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..extraction import Span
from ..head import is_prose
from .labels import QUESTION, SPEAKER, Label, remarked
from .names import is_name, split_office

_LINE = re.compile(r"[^\n\f]+")
_STAGE = re.compile(r"\s*[(\[<][^()\[\]<>]*[)\]>][.!]?\s*")
_PAGE = re.compile(r"\W*(?:page )?\d{1,4}\W*(?:(?:of|/) ?\d{1,4})?\W*", re.IGNORECASE)
_RULE = re.compile(r"[\W_]+")
_END = re.compile(
    r"\W*(?:(?:ends?|ended|concludes|conclusion)(?: of [\w ]+)?"
    r"|-?30-?|o+[o0]+o+|\(?end\)?)"
    r"\W*(?:\d{1,2}:\d\d ?[AaPp]\.?[Mm]\.?(?: [A-Z]{2,5})?)?\W*|\W*#(?: ?#)+\W*"
    r"|\W*(?:media|press) (?:contacts?|enquiries|inquiries|office|service)\b.*"
    r"|\W*for (?:more|further) information\b.*"
    r"|\W*(?:©|copyright|\[\d\]|about the|(?:editor[’']?s )?note:).*"
    r"|[^.]*\b(?:conference|briefing|interview|call|event|remarks|availability) (?:was |were )?"
    r"(?:concluded|ended|adjourned|published|broadcast|recorded)\b.*",
    re.IGNORECASE,
)
_REMARK = re.compile(r"[(\[](?P<words>[^()\[\]]+)[)\]]")
_ASKS = re.compile(r"(?i)\bquestions?\b|\bask\b")  # of a paragraph that says what it is
HANDS_OVER = re.compile(r"(?i)\b(?:would|could|can|will|do|shall) you(?: \w+){0,5}\?$|\bplease\b")
ADDRESS = 60  # code points in which a question says whom it asks
_AND_ASKS = re.compile(
    r"(?:And|But|So),? (?P<verb>(?:ha[sd]|have|is|are|do|does|did|will|was|were|can|wh\w+|how)\b)?"
    r"[^.?!]*?(?:, (?P<called>[A-Z][^.?!,]*))?\?"
)
LONGEST_HEADING = 14  # words
WRAPPED = 100  # code points: no line of a hard-wrapped text is much longer
_TO_OTHERS = re.compile(
    r"\b(?:I(?!:)|[Ww]e|[Oo]ur|us|[Mm]y|me|[Yy]ou|[Yy]our|Good (?:morning|day|afternoon|evening))\b"
)
MARKS = "”\"’'»)]"


@dataclass(slots=True)
class Turn:
    """A label, None for an opening without one, and the paragraphs of its words.

    `interpreted` are the paragraphs that an interpreter speaks; `lost` marks a question whose label
    the text has lost.
    """

    label: Label | None
    paragraphs: list[Span] = field(default_factory=list)
    interpreted: set[Span] = field(default_factory=set)
    lost: bool = False


def find_turns(text: str, labels: Sequence[Label]) -> list[Turn]:
    """Return the turns in order; a turn without words is kept if it has a label."""
    starts = {label.start: label for label in labels}
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text)]
    often = _repeated(text, lines, starts)
    wrapped = _is_wrapped(text, lines)
    turns = [Turn(None)]
    open_ = False  # whether the next line may go on with the last paragraph
    for line in lines:
        label = _label_in(line, starts)
        if label:
            turns.append(Turn(label))
            line, open_ = Span(label.end, line.end), False
        words = text[line.start : line.end]
        if not words.strip():
            open_ = open_ and bool(label)
            continue
        if not label and line.start > labels[-1].start and _END.fullmatch(words):
            break
        first = not open_ or text.endswith("\n\n", 0, line.start)
        alone = first and _ends_here(text, line, wrapped)
        if open_ and not label and _continues(text, turns[-1], line, wrapped):
            last = turns[-1].paragraphs[-1]
            turns[-1].paragraphs[-1] = Span(last.start, _trimmed(text, line).end)
            continue
        if not label and (words.strip() in often or _is_furniture(text, line, alone)):
            open_ = False
            continue
        turns[-1].paragraphs.append(_trimmed(text, line))
        open_ = True
    turns[0].paragraphs = _spoken(text, turns[0].paragraphs)
    for turn in turns:
        turn.paragraphs = [p for p in turn.paragraphs if not _is_stage(text, p)]
        _mark_interpreted(text, turn)
    return [turn for turn in turns if turn.paragraphs or turn.label]


def _label_in(line: Span, starts: dict[int, Label]) -> Label | None:
    return next(
        (starts[n] for n in range(line.start, min(line.end, line.start + 40)) if n in starts), None
    )


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without the blanks at its ends."""
    words = text[span.start : span.end]
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def _repeated(text: str, lines: Sequence[Span], starts: dict[int, Label]) -> set[str]:
    """Return the lines that every page repeats: running heads and feet."""
    counts = Counter(
        text[line.start : line.end].strip() for line in lines if not _label_in(line, starts)
    )
    return {
        line
        for line, times in counts.items()
        if times > 2 and 0 < len(line) < 90 and line[-1] not in ".?!…)"
    }


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Return whether the text is hard-wrapped: most lines break off within a sentence."""
    inner = [
        text[line.start : line.end].rstrip()
        for line, after in pairwise(lines)
        if after.start - line.end == 1 and text[line.start : line.end].strip()
    ]
    longest = max((line.end - line.start for line in lines), default=0)
    broken = sum(
        1 for line in inner if line.rstrip(MARKS)[-1:] not in ".?!:…-–—" and len(line) > 40
    )
    return longest <= 1.3 * WRAPPED and len(inner) > 3 and broken * 2 >= len(inner)


def _continues(text: str, turn: Turn, line: Span, wrapped: bool) -> bool:
    """Return whether a line goes on with the paragraph on the line before it."""
    if not turn.paragraphs:
        return False
    between = text[turn.paragraphs[-1].end : line.start]
    if between.strip(" \t\xa0").count("\n") != 1 or "\f" in between:
        return False
    return wrapped or text[line.start : line.end].lstrip()[:1].islower()


def _ends_here(text: str, line: Span, wrapped: bool) -> bool:
    """Return whether what begins with a line is no longer than it."""
    after = text[line.end : line.end + 80].lstrip(" \t\xa0")
    return after[:2] == "\n\n" or not after.strip() or not (wrapped or after.strip()[:1].islower())


def _is_furniture(text: str, line: Span, alone: bool) -> bool:
    """Return whether a line is a heading, a page number or a rule: nobody's words."""
    words = text[line.start : line.end].strip()
    if _PAGE.fullmatch(words) or _RULE.fullmatch(words):
        return True
    plain = words.rstrip(MARKS + "*_")
    if not alone or len(words.split()) > LONGEST_HEADING or plain.endswith(("--", "—", "–", "…")):
        return False
    return plain[-1:] not in ".?!," and not words[:1].islower()


def _is_stage(text: str, span: Span) -> bool:
    """Return whether a paragraph is only stage directions: “(Laughter.)”."""
    words = text[span.start : span.end]
    end = 0
    while match := _STAGE.match(words, end):
        end = match.end()
        if end == len(words):
            return True
    return False


def _spoken(text: str, opening: Sequence[Span]) -> list[Span]:
    """Return the spoken paragraphs before the first label.

    They begin where somebody is addressed, after what an office says of the document.
    """
    spoken: list[Span] = []
    for paragraph in opening:
        words = text[paragraph.start : paragraph.end]
        sentence = words.rstrip(MARKS)[-1:] in ".!?…"
        if sentence and (spoken or _TO_OTHERS.search(words)):
            spoken.append(paragraph)
    return spoken if any(is_prose(text[p.start : p.end]) for p in spoken) else []


def _mark_interpreted(text: str, turn: Turn) -> None:
    label = turn.label or Label(0, 0, "", SPEAKER)
    for paragraph in turn.paragraphs:
        if remark := _REMARK.match(text, paragraph.start, paragraph.end):
            label = remarked(label, remark["words"])
        if label.interpreter:
            turn.interpreted.add(paragraph)


def with_lost_answers(text: str, turns: Sequence[Turn]) -> list[Turn]:
    """Return the turns with what follows each question as a turn, if only questions are labeled."""
    if any(turn.label.role != QUESTION for turn in turns if turn.label):
        return list(turns)
    whole: list[Turn] = []
    for turn in turns:
        asks = (n for n, p in enumerate(turn.paragraphs, 1) if "?" in text[p.start : p.end])
        asked = next(asks, 1) if turn.label else len(turn.paragraphs)
        whole.append(Turn(turn.label, turn.paragraphs[:asked], turn.interpreted))
        if turn.paragraphs[asked:]:
            whole.append(Turn(None, turn.paragraphs[asked:], turn.interpreted))
    return whole


def _asks(turn: Turn) -> bool:
    return turn.label is not None and turn.label.role == QUESTION


def _is_question(words: str) -> bool:
    """Return whether a paragraph says that it asks, or ends by asking an office: “Sir, has …?”"""
    if _ASKS.search(words):
        return True
    called = re.split(r"[,.]", words[:ADDRESS])[:-1]
    return words.endswith("?") and any(map(_is_address, called)) and not HANDS_OVER.search(words)


def _goes_on_asking(words: str) -> bool:
    """Return whether a paragraph begins as a follow-up does, and hands over to no one by name:
    “And have you told them?”, “And the charge, Minister?”
    """
    match = _AND_ASKS.match(words)
    if not match or HANDS_OVER.search(match[0]):
        return False
    if called := match["called"]:
        return _is_address(called) and not split_office(called)[1]
    return words.endswith("?") and bool(match["verb"])


def _is_address(words: str) -> bool:
    """Return whether words only name an office, as whoever asks begins: “Prime Minister Holm”."""
    office, name = split_office(words.strip())
    return office[:1].isupper() and (not name or is_name(name))


def with_lost_questions(text: str, turns: Sequence[Turn], keys: Sequence[object]) -> list[Turn]:
    """Return the turns with each question whose label is lost as a turn of its own.

    It is the last paragraph before a label: before that of the same speaker, if it asks something;
    before that of another, if it says that it is a question, or follows up an answer as one does.
    `keys` are equal for turns of one speaker.
    """
    whole = list(turns[:1])
    for (turn, key), (after, next_key) in pairwise(zip(turns, keys, strict=True)):
        last = turn.paragraphs[-1] if len(turn.paragraphs) > 1 else None
        labels = [one.label for one in (turn, after) if one.label and one.label.role != QUESTION]
        if last and len(labels) == 2 and not labels[1].goes_on:
            words = text[last.start : last.end]
            answers = len(whole) > 1 and (whole[-2].lost or _asks(whole[-2]))
            asks = key == next_key or _is_question(words)
            if "?" in words and (asks or (answers and _goes_on_asking(words))):
                turn.paragraphs.remove(last)
                whole.append(Turn(None, [last], lost=True))
        whole.append(after)
    return whole
