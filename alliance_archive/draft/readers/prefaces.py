"""Who provides a readout: “X provided the following readout:”, “attributable to X”, a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..english.proceedings import named_in
from ..english.proceedings.vocabulary import head_of
from ..english.sentences import find_sentences
from ..extraction import Span
from ..head import is_body
from ..transcripts.labels import ANSWER, QUESTION, Label
from ..transcripts.layout import find_labels

LINES = re.compile(r"\s*\n\s*")
VEHICLES = r"(?:read-?out|statement|summary|account|information|remarks|comments?|note|details)"
PROVIDED = re.compile(
    r"(?:(?<!\s)|(?=,)),?\s*(?:(?:has|have|had|can|may|today|also)\s+)?"
    r"(?:(?:gave|gives|offered|made)\s+(?:the|a)\s+(?=following\s+(?:[\w-]+\s+)?"
    rf"{VEHICLES}\b)"
    r"|(?:(?:provide|issue|release|share|publishe|announce|communicate)[sd]|inform(?:s|ed)"
    r"|report(?:s|ed)|put out|said|say)\s+)"
    rf"(?:(?:the|a|of the)\s+)?(?:(?:following|below)(?:\s+[\w-]+)?(?:\s+{VEHICLES})?"
    rf"|this\s+{VEHICLES})\b"
)
PROVIDED_BY = re.compile(
    rf"\b(?:following|above|below|this|the)\s+(?:[\w-]+\s+){{0,3}}?{VEHICLES}\b[^:]{{0,240}}?\b"
    r"(?:provided|issued|released|given|shared|published|put out)[^.:]{0,30}?\bby\s+",
    re.I,
)
ATTRIBUTABLE = re.compile(r"\battribut(?:able|ed|ion)\b(?:\s+\w+)?\s*(?:to|:)\s*", re.I)
QUOTES = re.compile(r"\W*(?:quot(?:es?|ations?)|comments?)\b", re.I)  # of whom they name
SIGNED = re.compile(
    rf"^\W*(?:(?:(?:{VEHICLES})\s+)?(?:provided|issued|released|given|attributed|signed)?"
    r"\s*(?:by|from)\s*:?|(?:signed|sgd)\.?\s*:)\s+",
    re.I,
)
SPOKEN = re.compile(
    r"\b(?:said|says|stated|told reporters)\b[^.:]{0,60}:\s*(?:$|(?P<quoted>[“\"]))"
)
SPEAKS = re.compile(
    r"\b(?:spokes(?:person|man|woman)|press secretary|press officer|communications director)\b",
    re.I,
)
CONTACT = re.compile(
    r"\b(?:contact|further information|enquiries|inquiries|tel|phone)\b|@|\+\d", re.I
)
TOPIC = re.compile(
    r"\s(?:on|regarding|about|following)\s|\sof\s(?=.*[’']s? (?:call|meeting|talks|visit)\b)", re.I
)
OPEN = re.compile(r"\b(?:by|[Ss]igned|[Ss]gd\.?):\s*$")
ISSUED = re.compile(r"\W*from(?:\s*:|\s+the\b.*\boffice\b)", re.I)  # who issued it
BYLINE = re.compile(r"\W*by\s", re.I)
HEAD = 14  # paragraphs in which the preface is looked for
FOOT = 5  # paragraphs from the end
SIGNED_HEAD = 6  # paragraphs at the top that may name who speaks
LONGEST_SIGNATURE = 160  # code points


class Preface(NamedTuple):
    """The words that name who provides a readout, and their offset; the paragraphs without them.

    first is the number of the paragraph with which the readout itself begins.
    """

    who: str
    start: int
    paragraphs: Sequence[Span]
    first: int


def find_preface(text: str, paragraphs: Sequence[Span], first: int) -> Preface | None:
    """Return who provides the readout, as its head, its foot or a sentence in it says.

    Without a preface the body would begin with the paragraph `first`.
    """
    if answered := answer_in(text):
        label, head = answered
        body = [Span(max(label.end, p.start), p.end) for p in paragraphs if p.end > label.end]
        return Preface(text[head.start : head.end], head.start, body, 0)
    last = len(paragraphs)
    numbers = [n for n in range(last) if n < HEAD or n >= last - FOOT]
    sentences = find_sentences(text, [paragraphs[n] for n in numbers], ())
    for sentence in sentences:
        span = Span(sentence.start, sentence.end)
        number = numbers[sentence.paragraph]
        who = _provider(text[span.start : span.end], opens=number <= first)
        if who is not None:
            words = text[span.start + who.start : span.start + who.end]
            cut, begin = _without(text, paragraphs, number, span, first)
            cut = [*cut[:begin], *_unquoted(text, cut[begin:])]
            return Preface(words, span.start + who.start, cut, begin)
    foot = range(last - 1, max(-1, last - FOOT), -1)
    opened = [n for n in foot if OPEN.search(text, paragraphs[n].start, paragraphs[n].end)]
    signatures = []
    for number in (*opened, *foot, *range(min(first, SIGNED_HEAD))):
        span = paragraphs[number]
        if number in opened:  # Issued by:
            span = Span(span.start, paragraphs[min(number + 2, last - 1)].end)
        who = _signature(text[span.start : span.end])
        words = text[span.start + who.start : span.start + who.end] if who else ""
        if who is not None and not _is_office_alone(words):
            cut = paragraphs[:number] if number > first else paragraphs
            signatures.append(Preface(words, span.start + who.start, cut, first))
    # A name at the head tells more than an office at the foot.
    named = (signed for signed in signatures if named_in(LINES.sub(", ", signed.who), ()))
    return next(named, signatures[0] if signatures else None)


def _unquoted(text: str, body: Sequence[Span]) -> list[Span]:
    """Return a readout without the marks about it: A spokesperson said: “The Minister met …”."""
    first = body[0] if body else Span(0, 0)
    marks = {"“": "”", '"': '"'}.get(text[first.start : first.start + 1], "")
    inner = text[first.start + 1 : first.end - 1]
    goes_on = any(text.startswith(text[first.start], p.start) for p in body[1:2])
    if not marks or marks in inner or not (goes_on or ". " in inner):
        return list(body)
    bare = []
    for paragraph in body:
        words = text[paragraph.start : paragraph.end]
        opens = words.startswith(text[first.start])
        bare.append(Span(paragraph.start + opens, paragraph.end - words.endswith(marks)))
    return bare


def answer_in(text: str) -> tuple[Label, Span] | None:
    """Return the label of the only answer to a question, and the line of its spokesperson."""
    labels = find_labels(text)
    if [label.role for label in labels] != [QUESTION, ANSWER]:
        return None
    for line in re.finditer(r"[^\n]+", text[: labels[0].start]):
        if SPEAKS.search(line.group()):
            return labels[1], Span(line.start(), line.end())
    return None


def _provider(sentence: str, *, opens: bool) -> Span | None:
    """Return where in a sentence the one is named who provides the readout.

    Whom it quotes provides it only if it `opens` the document.
    """
    if QUOTES.match(sentence):
        return None
    if match := PROVIDED.search(sentence):
        return Span(0, match.start())
    if match := ATTRIBUTABLE.search(sentence) or PROVIDED_BY.search(sentence):
        colon = sentence.find(":", match.end())
        return Span(match.end(), colon if colon >= 0 else len(sentence))
    match = SPOKEN.search(sentence)
    if match and SPEAKS.search(sentence[: match.start()]) and (opens or not match["quoted"]):
        return Span(0, match.start())
    return None


def _signature(line: str) -> Span | None:
    """Return where a line of its own names who speaks: — Jan Wolan, Spokesperson."""
    match = SIGNED.match(line)
    if match and (topic := TOPIC.search(line)):
        line = line[: topic.start()]  # Statement by A on the call with B
    if CONTACT.search(line) or len(line) > LONGEST_SIGNATURE:
        return None
    letterhead = not match and any(map(is_body, line.splitlines()))
    if letterhead or (match and ISSUED.match(line) and not SPEAKS.search(line)):
        return None
    if match and BYLINE.match(line) and not re.search(r"\b(?:Office|Ministry|Embassy)\b", line):
        match = None
    speaks = SPEAKS.search(line) and not re.search(r"[.:?!]\s*[”\"»]?\s*$|[“\"«]", line)
    return Span(match.end() if match else 0, len(line)) if match or speaks else None


def _is_office_alone(words: str) -> bool:
    """Return whether only an office signs, of no spokesperson: Principal Information Officer."""
    office = head_of(words.partition("\n")[0].rpartition(" ")[2])
    return bool(office) and not SPEAKS.search(words) and not named_in(LINES.sub(", ", words), ())


def _without(
    text: str, paragraphs: Sequence[Span], number: int, sentence: Span, first: int
) -> tuple[Sequence[Span], int]:
    """Return the paragraphs without a preface's sentence, and the number of the body's first."""
    paragraph = paragraphs[number]
    alone = not text[paragraph.start : sentence.start].strip()
    opens = alone and number < HEAD and text[sentence.start : sentence.end].rstrip().endswith(":")
    if number > first and not opens:
        foot = alone and sentence.end >= paragraph.end - 1 and number >= len(paragraphs) - FOOT
        return (paragraphs[:number] if foot else paragraphs), first
    if not alone:
        return paragraphs, first
    colon = text.find(":", sentence.start, sentence.end)
    rest = colon + 1 if colon >= 0 else sentence.end
    while rest < paragraph.end and not text[rest].isalnum() and text[rest] not in '“"':
        rest += 1
    if rest >= paragraph.end:
        return paragraphs, number + 1
    return [*paragraphs[:number], Span(rest, paragraph.end), *paragraphs[number + 1 :]], number
