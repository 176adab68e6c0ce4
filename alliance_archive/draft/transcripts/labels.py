"""The labels of speakers in a transcript: “SECRETARY HALE:”, “Q:”, “NHK, Tanabe:”, “[Minister]”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..english.lexicon import closed_class, words
from .names import (
    NO_LABELS,
    OUTLET_WORDS,
    is_name,
    is_office_alone,
    is_outlet,
    is_whole_name,
    split_office,
)

QUESTION, ANSWER, UNNAMED, SPEAKER = "question", "answer", "unnamed", "speaker"
EARLY = 0.2  # of a text: there its first label is, if only names alone are labels
LEAST = 3  # labels of a transcript
LONGEST = 110  # code points of a label
_NUMBER = r"(?: ?#?\d{1,2}| [A-Z])?"
_ASKS = re.compile(
    r"(?:Q|QUESTION|REPORTER|JOURNALIST|PRESS|MEDIA|INTERVIEWER|CORRESPONDENT|AUDIENCE MEMBER"
    r"|(?:UNIDENTIFIED|UNKNOWN) (?:REPORTER|JOURNALIST|QUESTIONER)|QUESTIONER)" + _NUMBER
)
_ANSWERS = re.compile(r"(?:A|ANSWER)" + _NUMBER)
_IS_UNNAMED = re.compile(
    r"(?:MODERATOR|STAFF|STAFFER|OPERATOR|HOST|MC|EMCEE|ANNOUNCER|INTERPRETER|TRANSLATOR|VOICES?"
    r"|FACILITATOR|PARTICIPANT|SPEAKER|AUDIENCE|ALL|CROWD|(?:MALE|FEMALE) (?:SPEAKER|VOICE)"
    r"|(?:UNIDENTIFIED|UNKNOWN)(?: [A-Z]+){1,2}|PRESS (?:OFFICER|AIDE|STAFF)|AIDE"
    r"|(?:A )?SENIOR(?: [A-Z]+){1,4} OFFICIAL(?: (?:ONE|TWO|THREE|FOUR))?|OFFICIAL)" + _NUMBER
)
# What a document says of itself with a colon.
# Words of offices that are not titles by themselves.
_INTERPRETED = re.compile(
    r"\b(?:interpret|translat)|\bvia (?:an )?interp|\bsimultaneous", re.IGNORECASE
)
_NOT_INTERPRETED = re.compile(r"^\W*(?:speaking |speaks |continues )?in english\b", re.IGNORECASE)
_REMARK = re.compile(
    r"^\W*(?:in\b|speaking|speaks|continu|cont[’']?d|off[- ]?mi[ck]|inaudible|via\b"
    r"|from\b|through\b|as |by (?:video|phone|telephone)"
    r"|laugh|cross[- ]?talk|\d{1,2}:\d\d|simultaneous|pause)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{0,80})[)\]]")
_LINE = re.compile(r"[^\n]+")
_LEAD = re.compile(
    r"[ \t\xa0]*(?:[-–—•*○◯●▪>#]+[ \t]*)?(?:\[?\(?\d{1,2}:\d\d(?::\d\d)?\)?\]?[ \t]+)?\**"
)
_FROM_WHOM = re.compile(r"question (?:from|by) (.{2,60})", re.IGNORECASE)
_TIMED = re.compile(r"\W*\d{1,2}:\d\d")
_NO_OFFICE = frozenset(
    (
        "remarks",
        "by",
        "with",
        "briefing",
        "conference",
        "interview",
        "transcript",
        "statement",
        "availability",
        "release",
    )
)
CONTACTS = frozenset(("contact", "contacts", "enquiries", "inquiries"))
_COLON = re.compile(r"[:：]\**")
_WRAPPED = re.compile(
    r"(?P<open>[\[【<(])(?P<inner>[^\[\]【】<>()\n:：]{1,60}?)[:：]?[\]】>)]\s*[:：]?"
)
_NO_COLON = re.compile(
    r"(?P<asks>Q|QUESTION|REPORTER|JOURNALIST)(?P<remark> ?[(\[][^()\[\]\n]{1,60}[)\]])?"
    r"(?:[.]|[ \t]*[-–—])?(?:[ \t]+(?=[A-Z“\"‘(\[¿¡…–—]|--|\.\.\.)|[ \t]*$)"
    r"|(?P<answers>A(?:NSWER)?)(?:\.[ \t]+|[ \t]*[-–—][ \t]*|[ \t]{2,}|\t)(?=[A-Z“\"‘(])"
)
_STOPPED = re.compile(r"(?P<label>[A-Z][a-z]+\.?(?: [A-Z][\w’'-]+){1,3})\. ?[–—-]{0,2} ?(?=[A-Z“])")
_DASHED = re.compile(r"(?P<label>[A-Z][^\n:.?!]{0,58}?)\**\s+[-–—]{1,2}\s+(?=[^\W\d_]|[“\"‘(])")
_CAPITALS_ALONE = re.compile(
    r"(?P<label>[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]+(?: [A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]*){0,6})"
    r"(?P<remark> ?[(\[][^()\[\]\n]{1,60}[)\]])?"
    r"(?:[ \t]{2,}|\t|[ \t]+[–—-]+[ \t]+|\.[ \t]?[–—-]+[ \t]?|[ \t]*$)"
)


class Label(NamedTuple):
    """A label in a text; from offset `end` on, the words of the turn follow.

    `written` is what names the speaker, without remark and colon; `office` and `name` are its
    parts, `outlet` whom a reporter works for. `interpreter` says whether the words are those of
    one; None where the label does not say.
    """

    start: int
    end: int
    written: str
    role: str
    office: str = ""
    name: str = ""
    outlet: str = ""
    interpreter: bool | None = None
    sure: bool = True
    goes_on: bool = False
    alone: bool = False  # capitals on a line of their own, which headings have, too


def find_labels(text: str) -> list[Label]:
    """Return the labels of a text in their order: those of any form that the text repeats.

    What only may be a label, such as a name alone, counts if it recurs, if the head names it, or if
    it is like others.
    """
    found = list(_candidates(text))
    found = _without_headings(found)
    times = Counter(label.written.casefold() for label in found)
    certain = [label for label in found if label.sure or times[label.written.casefold()] > 1]
    head = set(_folded(text[: min(certain[0].start, 3000)])) if certain else set()
    named = {word for label in certain for word in _folded(label.name)}

    def is_one(label: Label) -> bool:
        own = set(_folded(label.name))
        if label in certain or (own and (own <= head or own <= named)):
            return True
        return len(certain) >= LEAST and (len(own) > 1 or label.role == QUESTION)

    labels = [label for label in found if is_one(label)]
    return labels if len(labels) >= 2 else []


def _without_headings(found: Sequence[Label]) -> list[Label]:
    """Return the labels without names in a line of their own, if the others are written otherwise.

    Where labels are alone in their line, most of them are.
    """
    alone = sum(label.alone for label in found)
    return [label for label in found if not label.alone or 2 * alone >= len(found)]


def is_transcript(text: str) -> bool:
    """Return whether speakers are labeled in a text."""
    labels = find_labels(text)
    if not any(label.sure for label in labels):
        early = bool(labels) and labels[0].start < EARLY * len(text)
        return early and len(labels) > LEAST and len(text) > LONGEST * len(labels) / 2
    return (len(labels) >= LEAST and len({label.written for label in labels}) > 1) or (
        len(labels) >= 2 and any(label.role == QUESTION for label in labels)
    )


def _folded(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", name.casefold())


def _candidates(text: str) -> Iterator[Label]:
    for match in _LINE.finditer(text):
        line = match.group()
        lead = _LEAD.match(line)
        skip = lead.end() if lead else 0
        label = _label(line[skip:])
        if label:
            start = match.start() + skip
            yield label._replace(start=start + label.start, end=start + label.end)


def _label(line: str) -> Label | None:
    """Return the label that a line begins with; offsets count from the line's start."""
    colon = _colon(line)
    if colon and (label := read_label(line[: colon.start()])):
        if _introduces(line[colon.end() :].strip()):
            return None
        return _after(line, label._replace(end=colon.end()))
    if (wrapped := _WRAPPED.match(line)) and not _REMARK.match(wrapped["inner"]):
        label = read_label(wrapped["inner"])
        label = label and label._replace(start=wrapped.start("inner"))
        sure = label and (label.role != UNNAMED) and (label.role != SPEAKER or bool(label.office))
        if label and (wrapped["open"] != "(" or sure):
            return _after(line, label._replace(end=wrapped.end(), sure=bool(sure)))
    if bare := _NO_COLON.match(line):
        role = QUESTION if bare["asks"] else ANSWER
        written = bare["asks"] or bare["answers"]
        outlet = (bare["remark"] or "").strip(" ()[]")
        sure = len(written) > 1 or role == QUESTION
        label = Label(0, bare.end(), written, role, outlet=outlet, sure=sure)
        return _after(line, _who_asks(label, outlet))
    return _label_by_place(line)


def _label_by_place(line: str) -> Label | None:
    """Return a label that has no colon: before a stop or a dash, or in a line of its own."""
    if stopped := _STOPPED.match(line):
        label = read_label(stopped["label"])
        if label and label.role == SPEAKER and label.office and label.name:
            return _after(line, label._replace(end=stopped.end(), sure=False))
    if dashed := _DASHED.match(line):
        label = read_label(dashed["label"])
        known = label and (label.role in (QUESTION, UNNAMED) or (label.office and label.name))
        if label and known:
            return _after(line, label._replace(end=dashed.end(), sure=not label.name))
    alone = _CAPITALS_ALONE.match(line)
    if alone:
        label = read_label(alone["label"] + (alone["remark"] or ""))
        asks = label is not None and label.role in (QUESTION, UNNAMED) and label.sure
        own_line = label is not None and alone.end() == len(line) and label.role == SPEAKER
        named = label is not None and label.role == SPEAKER and bool(label.name)
        whole = label is not None and own_line and is_whole_name(label.name)
        if label and (asks or (named and (label.office or whole))):
            sure = label.sure and bool(asks or label.office)
            return _after(line, label._replace(end=alone.end(), alone=own_line, sure=sure))
    return None


def _introduces(rest: str) -> bool:
    """Return whether what follows a colon only says who it is: “Host: Jan Wolan, Head of …”."""
    name, comma, office = rest.partition(",")
    ended = rest[-1:] in '.?!…”"’'
    return bool(comma) and not ended and is_whole_name(name) and bool(split_office(office)[0])


def _colon(line: str) -> re.Match[str] | None:
    """Return the colon after a label: the first outside brackets, not that of a time."""
    depth = 0
    for n, character in enumerate(line[: LONGEST + 1]):
        depth += (character in "([") - (character in ")]")
        if character in ":：" and depth <= 0:
            between_digits = line[n - 1 : n].isdigit() and line[n + 1 : n + 2].isdigit()
            return None if between_digits else _COLON.match(line, n)
    return None


def _after(line: str, label: Label) -> Label:
    """Return the label with the remarks that follow its colon: “(Through interpreter.)”."""
    end = label.end
    while remark := re.compile(r"[ \t]*[(\[]([^()\[\]\n]{1,60})[)\]]\.?").match(line, end):
        if _INTERPRETED.search(remark[1]):
            label = label._replace(interpreter=True)
        elif _TIMED.match(remark[1]):
            label = label._replace(sure=True)
        elif whose := _whose(label, remark[1]):
            label = whose
            if whose.name:
                label = whose._replace(written=remark[1].strip(), start=remark.start(1))
        elif not re.match(r"\W*(?:continu|cont[’']?d)", remark[1]):
            break
        end = remark.end()
    while line[end : end + 1] in (" ", "\t", "\xa0", "*") and end < len(line):
        end += 1
    return label._replace(end=end)


def _whose(label: Label, bracket: str) -> Label | None:
    """Return a label with the person of the bracket after it: <Answer> (Colonel Jan Wolan)."""
    if label.name or label.role not in (QUESTION, ANSWER, UNNAMED):
        return None
    if label.role == QUESTION and is_outlet(bracket.split(",")[-1].strip()):
        return _who_asks(label, bracket)
    office, name = split_office(bracket.partition(",")[0].strip())
    if not name or not is_name(name) or not (office or is_whole_name(name)):
        return None
    return label._replace(office=office or bracket.partition(",")[2].strip(), name=name)


def read_label(words_before: str) -> Label | None:
    """Return what the words before a colon name, if they are the label of a speaker."""
    if not 1 <= len(words_before.strip()) <= LONGEST:
        return None
    remarks = [m[1].strip() for m in _BRACKETED.finditer(words_before)]
    written = " ".join(_BRACKETED.sub(" ", words_before).strip(" *_-–—.\t").split())
    label = Label(0, 0, written, SPEAKER)
    outlet = ""
    for remark in remarks:
        if _INTERPRETED.search(remark):
            label = label._replace(interpreter=True)
        elif _NOT_INTERPRETED.match(remark):
            label = label._replace(interpreter=False)
        elif re.match(r"\W*(?:continu|cont[’']?d)", remark, re.IGNORECASE):
            label = label._replace(goes_on=True)
        elif not _REMARK.match(remark):
            outlet = remark
    return _named(label, outlet) if written else None


def _named(label: Label, outlet: str) -> Label | None:
    if "/" in label.written:
        name, outlet = (half.strip() for half in label.written.split("/", 1))
        if any(map(_ASKS.fullmatch, (name.upper(), outlet.upper()))):  # in two languages
            return label._replace(role=QUESTION)
        asks = (
            is_whole_name(name) and not split_office(name)[0] and name.isupper() == outlet.isupper()
        )  # JAN WOLAN/RADIO NORTH
        return label._replace(role=QUESTION, name=name, outlet=outlet) if asks else None
    if asked := _FROM_WHOM.fullmatch(label.written):
        return _who_asks(label._replace(role=QUESTION), ", ".join(filter(None, (asked[1], outlet))))
    first, *more = [part.strip() for part in label.written.split(",")]
    upper = first.upper()
    rest = ", ".join(filter(None, (*more, outlet)))
    plain = first == upper or first == first.capitalize() or first.istitle()
    if plain and (_ASKS.fullmatch(upper)):
        return _who_asks(label._replace(role=QUESTION), rest)
    if plain and _ANSWERS.fullmatch(upper):
        return label._replace(role=ANSWER)
    if plain and _IS_UNNAMED.fullmatch(upper) and not more:
        return _with_bracket(label._replace(role=UNNAMED), outlet)
    if plain and len(more) == 1 and _IS_UNNAMED.fullmatch(upper) and is_whole_name(more[0]):
        return label._replace(office=first, name=more[0])  # HOST, JANE DOE
    return _speaker(label, [first, *more], outlet)


def _with_bracket(label: Label, bracket: str) -> Label:
    """Return the label of someone unnamed with the name in its brackets: MODERATOR (Zane Ozola)."""
    name = split_office(bracket)[1]
    return label._replace(name=name) if name and not is_outlet(bracket) else label


def _who_asks(label: Label, rest: str) -> Label:
    """Return a question's label with the reporter's name and outlet, as far as it has them."""
    parts = [part.strip() for part in re.split(r"[,/;]| – | - | from | of ", rest) if part.strip()]
    outlets = [part for part in parts if is_outlet(part)]
    others = [part for part in parts if part not in outlets]
    named = [part for part in others if is_name(part)]
    sure = outlets or (is_whole_name(named[0]) if named else False)
    whole = [part for part in named if is_whole_name(part)]
    if len(parts) == 2 and len(named) == 2 and len(whole) == 1:
        return label._replace(name=split_office(whole[0])[1], outlet=rest)  # Ines Moreau, Lusa
    if len(parts) == 1 and not outlets and named:
        sure = named[0].split()[0] in words("given_names") | words("family_first")
    person = named[0] if len(named) == 1 and sure else ""
    outlet = ", ".join(outlets) or (rest if not person else "")
    return label._replace(name=split_office(person)[1], outlet=outlet)


def _speaker(label: Label, parts: Sequence[str], bracket: str) -> Label | None:
    """Return the label of a named speaker; None if the words name nobody."""
    tokens = parts[0].casefold().split()
    if (
        tokens[-1] in CONTACTS
        or tokens[0].strip(".") in NO_LABELS
        or _NO_OFFICE & set(tokens)
        or tokens[0] == "and"
    ):
        return None
    outlets = _outlets(parts, bracket)
    names = [part for part in parts if part not in outlets]
    if outlets and len(names) <= 1:
        return _of_outlet(label, names, outlets, bracket)
    office, name = split_office(names[0])
    more = [split_office(part) for part in (*names[1:], bracket) if part]
    if any(part[1] and not part[0] for part in more):
        return _two_names(label, names, bracket)
    offices = [part for part in (office, *(part[0] for part in more)) if part]
    if not name and len(offices) == 1 and not is_office_alone(names[0]):
        return None
    if name and not is_name(name):
        return None
    upper = label.written.upper() == label.written
    single = len(name.split()) == 1
    if not offices and (single or (not upper and not is_whole_name(name))):
        if any(word in closed_class() for word in _folded(name)):
            return None
        return label._replace(name=name, sure=False)
    sure = bool(offices) and (
        bool(name) or upper or not any(map(str.islower, names[0].split()[:1]))
    )
    return label._replace(office="; ".join(offices), name=name, sure=sure and bool(offices))


def _outlets(parts: Sequence[str], bracket: str) -> list[str]:
    outlets = [part for part in (*parts, bracket) if part and is_outlet(part)]
    alone = len(parts) == 1 and not bracket and parts[0].casefold() not in OUTLET_WORDS
    if alone and len(parts[0].split()) == 1:
        return []  # HALE is a name, not an acronym
    return outlets


def _of_outlet(
    label: Label, names: Sequence[str], outlets: Sequence[str], bracket: str
) -> Label | None:
    """Return the label of somebody who asks for an outlet: “NHK, Takashima”."""
    asks = label._replace(role=QUESTION, outlet=", ".join(outlets), sure="," in label.written)
    if not names:
        return asks._replace(sure=False)
    office, name = split_office(names[0])
    if not is_name(name):
        return None
    if bracket and is_outlet(bracket) and bracket.isupper():
        return label._replace(office=office, name=name, outlet=bracket)  # of a ministry, too
    return asks._replace(name=name)


def _two_names(label: Label, names: Sequence[str], bracket: str) -> Label | None:
    """Return the label of a reporter whose name and outlet cannot be told apart: nobody's."""
    parts = [part for part in (*names, bracket) if part]
    office, name = split_office(names[0])
    if len(names) == 1 and len(bracket.split()) == 1 and (office or is_whole_name(name)):
        return label._replace(office=office, name=name, outlet=bracket)
    if len(parts) == 2 and all(map(is_name, parts)):
        return label._replace(role=QUESTION, outlet=", ".join(parts), sure=False)
    return None
