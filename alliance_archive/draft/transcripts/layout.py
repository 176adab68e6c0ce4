"""The labels of a transcript, found by what its lines have in common: a shape that recurs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice

from .labels import LONGEST, QUESTION, SPEAKER, Label, is_remark, is_sentence, read_label, remarked
from .names import EVENTS, is_outlet, is_whole_name

EARLY = 0.2  # of a text: there its first label is, if only names alone are labels
LEAST = 3  # labels of a transcript
SHORT = 55  # code points of a line that ends before it is full
MOST = 3  # marks of a shape that may end a label: “Mr. T. Ozols. …”
NEXT = 400  # code points in which speech follows a label
HEADING = 600  # code points in which a heading names those who speak
LATE = 0.6  # of a text: the heading ends before
WEAK = "\n."  # shapes that headings and sentences have, too
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LINE = re.compile(r"[^\n\f]+")
_LEAD = re.compile(
    r"(?:[\s\xa0]|[-–—•*○◯●▪>#=_]+(?=[\s\xa0*_\w\[])|\d{1,3}[.)]\s|[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s)*"
)
_COLON = re.compile(r"[*_]*[:：]+[*_]*(?:\s*[-–—]+(?=\s))?")
_VOWEL = re.compile(r"[AEIOUYÀ-Ý]")
_INNER = re.compile(r"[:：()\[\]]")
_PAIRS = dict(zip("[【<({«", "]】>)}»", strict=True))
_AFTER = re.compile(r"[*_]*[:：.]?(?:\s*[-–—]+(?=\s))?")
_MARKS = (
    ("-", re.compile(r"[*_.]*(?:\s+[-–]{1,3}|\s*[—―]+|\s*--+)\s*(?=\S)")),
    ("*", re.compile(r"(?<=[\w.)\]])[*_]{1,2}\s+(?=\S)")),
    ("|", re.compile(r"[*_]*\s*[|»→>=~]+\s*")),
    ("\t", re.compile(r"[*_]*(?:\t+|[ \xa0]{2,})(?=\S)")),
    (".", re.compile(r"[*_]*(?<! [A-Z])\.[*_]*\s+(?=[A-Z“\"‘(])")),
)
_BARE = re.compile(
    r"(?:Q|A|QUESTION|REPORTER|JOURNALIST)(?:[ \t]?[(\[][^()\[\]\n]{1,60}[)\]])?"
    r"\s+(?=[A-Z“\"‘(\[¿¡…–—]|--|\.\.\.)"
)
_OPENS = re.compile(r"^([^\W\d_a-z]{2,3})[ \t\xa0]+(?=[A-Z“\"‘(\[¿¡…])", re.M)  # NG Welcome back.
_NAME = re.compile(r"(?=\b([A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ]\.){0,2}(?: [A-ZÀ-Þ][^\W\d_]+){1,2})\b)")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]\n]{1,60})[)\]]\.?")


def find_labels(text: str) -> list[Label]:
    """Return the labels of a text in their order.

    A label begins a line or fills it, is followed by speech, and recurs or names somebody whom the
    heading or another label names; words of a closed list, and a name with its office, need not
    recur. The shape that most such lines share is the text's; others count only for those.
    """
    introduced: dict[str, Label] = {}
    short = _initials_of_heading(text)
    lines = [list(_candidates(text, match, introduced, short)) for match in _LINE.finditer(text)]
    lines = [found for found in lines if found]
    shapes = _supported(text, [label for found in lines for label in found])
    if not shapes:
        return []
    main = max(shapes, key=lambda shape: sum(label.role != QUESTION for label in shapes[shape]))
    known = {label.written.casefold() for label in shapes[main]}
    labels = [label for found in lines if (label := _chosen(text, found, main, shapes, known))]
    labels = [_introduced(label, introduced) for label in _of_outlets(text, labels)]
    names = {label.name for label in labels}
    labels = [_with_name(label, names) for label in labels]
    labels = labels[labels[:1] != [] and _is_headline(text, labels) :]
    return labels if len(labels) >= 2 else []


def _is_headline(text: str, labels: Sequence[Label]) -> bool:
    """Return whether the first label is a headline’s: Secretary Holm: “We have a long border”"""
    rest = text[labels[0].end :].partition("\n")[0].strip(" :")
    once = sum(label.written == labels[0].written for label in labels) == 1
    return once and rest.startswith(("“", '"')) and rest.endswith(("”", '"'))


def _of_outlets(text: str, labels: Sequence[Label]) -> list[Label]:
    """Return the labels without a name for whoever asks once, where all who ask are outlets."""
    times = Counter(label.written for label in labels)
    asking = [label for label in labels if label.role == QUESTION and not label.sure]
    if len(asking) < LEAST or any(label.name for label in asking):
        return list(labels)
    once = (not one.sure and times[one.written] == 1 and _asks(text, one) for one in labels)
    return [
        label._replace(role=QUESTION, name="") if asks else label
        for label, asks in zip(labels, once, strict=True)
    ]


def _with_name(label: Label, names: Container[str]) -> Label:
    """Return a label with the reporter whom another label names: “Q (Siti Rahma, Berita Baru)”."""
    named = [] if label.name else [part for part in label.outlet.split(", ") if part in names]
    if label.role != QUESTION or len(named) != 1 or named[0] == label.outlet:
        return label
    outlet = label.outlet.replace(named[0], "").strip(", ")
    return label._replace(name=named[0], outlet=outlet)


def _asks(text: str, label: Label) -> bool:
    return "?" in text[label.end :].partition("\n")[0]


def _introduced(label: Label, introduced: dict[str, Label]) -> Label:
    """Return a label with the person of whom a line of the heading says that it is theirs."""
    who = introduced.get(label.written.casefold())
    if not who or label.role == QUESTION or label.office:
        return label
    return label._replace(name=who.name, office=who.office)


def _supported(text: str, found: Sequence[Label]) -> dict[str, set[Label]]:
    """Return by shape those candidates that are labels for another reason than their shape."""
    times = Counter((label.shape, label.written.casefold()) for label in found)
    certain = {
        label: label.start
        for label in found
        if times[label.shape, label.written.casefold()] > 1
        or (label.sure and (label.shape not in WEAK or label.role != SPEAKER))
    }
    named: dict[str, int] = {}  # words of names, and from where on they are known
    first = next(iter(certain.values()), 0)
    for word in _WORD.finditer(text[: first if first < LATE * len(text) else 0].casefold()):
        named.setdefault(word.group(), word.start())
    named |= {word: -1 for label in certain for word in _words(label.name)}
    shapes: dict[str, set[Label]] = defaultdict(set)
    for label in found:
        own = _words(label.name)
        if label in certain or (own and all(named.get(w, label.start) < label.start for w in own)):
            shapes[label.shape].add(label)
    return shapes


def _chosen(
    text: str,
    found: Sequence[Label],
    main: str,
    shapes: dict[str, set[Label]],
    known: set[str],
) -> Label | None:
    """Return the label of a line, of all the ways in which it may be cut."""
    by_roles = all(label.role != SPEAKER for label in shapes[main])  # <Q>, <A>: who opens is beside
    for label in sorted(found, key=lambda label: label.shape != main):
        by_role = label.role != SPEAKER and not (label.outlet and label.name)
        own = by_role or (label.shape not in WEAK + "-\t" and label.sure and label.name)
        own = own or (by_roles and label.shape == ":" and label.sure)
        beside = label.shape != "\n" and (own or label.written.casefold() in known)
        if label in shapes[label.shape] and (label.shape == main or beside):
            return label
        if label.shape != main or len(shapes[main]) < LEAST or (main in WEAK and not label.sure):
            continue
        if label.sure or is_whole_name(label.name) or label.role == QUESTION:
            return label
        if _asks(text, label):
            return label._replace(role=QUESTION, name="")  # somebody, by one name that nobody has
        if label.shape == ":" and all(own.written.isupper() for own in (label, *shapes[main])):
            return label if _VOWEL.search(label.name) else label._replace(name="")  # HOLM, MPC
    return None


def is_transcript(text: str) -> bool:
    """Return whether speakers are labeled in a text."""
    labels = find_labels(text)
    times = Counter(label.written for label in labels)
    if not any(label.sure for label in labels):
        early = bool(labels) and labels[0].start < EARLY * len(text)
        return early and len(labels) > LEAST and len(text) > LONGEST * len(labels) / 2
    asked = any(label.role == QUESTION and not label.outlet for label in labels)
    if len(labels) == len(times) == 2 and not asked:
        return all(label.sure and label.name and label.written.isupper() for label in labels)
    return asked or (len(labels) >= LEAST and 1 < len(times) < len(labels))


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _initials_of_heading(text: str) -> dict[str, bool]:
    """Return the initials of whom the heading names; whether they begin lines without a mark.

    Those of two people at least do so, or nobody's.
    """
    names = [match[1].split() for match in _NAME.finditer(text[:HEADING])]
    initials = {
        "".join(word[0] for word in part)
        for name in names
        for part in (name, name[:2], name[:: len(name) - 1])
    }
    times = Counter(match[1] for match in _OPENS.finditer(text))
    often = {word for word in initials if times[word] > 1}
    return {word: word in often and len(often) > 1 for word in initials}


def _candidates(
    text: str, match: re.Match[str], introduced: dict[str, Label], short: Mapping[str, bool]
) -> Iterator[Label]:
    """Yield what may be the label of a line, one for each shape; offsets count in the text.

    A label before a name only says whose it is: “GM: Ann Holm, Minister of Defense”.
    """
    line = match.group()
    if not _begins(text, match.start()):
        return
    lead = _LEAD.match(line)
    begun = lead.end() if lead else 0
    found: dict[str, Label] = {}
    for start, end, spoken, shape in _cuts(line, begun, short):
        written = line[start:end].replace(": ", ", ") if shape in _PAIRS else line[start:end]
        label = read_label(written)  # <Answer: Spokesperson>
        if not label and (initials := re.sub(r"[. ]", "", written)) in short:
            label = Label(0, 0, written, SPEAKER, name=initials)  # not the title DM
        if not label:
            continue
        sure = label.sure or short.get(written, False)
        label = label._replace(start=start, end=spoken, shape=shape, sure=sure)
        label = _with_brackets(line, label)
        if shape == "." and label.outlet and label.name and label.name in label.written:
            continue  # a reporter's first words: “Ann Holm, Daily Example.”
        if shape in found and not (label.name and not found[shape].name):
            continue
        rest = line[label.end :].strip()
        if label.role != QUESTION and (who := _person_in(rest)):
            introduced.setdefault(label.written.casefold(), who)
        elif _is_followed(text[match.end() : match.end() + NEXT], rest, shape):
            found[shape] = label
    for label in found.values():
        yield label._replace(start=match.start() + label.start, end=match.start() + label.end)


def _begins(text: str, start: int) -> bool:
    """Return whether a line can begin a paragraph, not go on with the sentence above it."""
    before = text[max(0, start - LONGEST) : start]
    above = before.removesuffix("\n").rpartition("\n")[2].rstrip(" \t\xa0\\*_")
    return len(above) < SHORT or above[-1] in '.?!…”"’)]—–-:' or above[-1].isdigit()


def _person_in(line: str) -> Label | None:
    """Return whom a line names that is only a name, with or without an office."""
    name, _, office = line.partition(",")
    who = read_label(name) if line[-1:] not in '.?!…”"’' else None
    if not who or not is_whole_name(who.name) or is_sentence(office.partition("(")[0]):
        return None
    return who._replace(office=who.office or office.partition("(")[0].strip())


def _cuts(line: str, begun: int, short: Mapping[str, bool]) -> Iterator[tuple[int, int, int, str]]:
    """Yield where a line may be cut: start and end of the label, start of the words, the shape."""
    if colon := _colon(line, begun):
        yield begun, colon.start(), colon.end(), ":"
    if closed := _closed(line, begun):
        after = _AFTER.match(line, closed + 1)
        yield begun + 1, closed, after.end() if after else closed + 1, line[begun]
    if bare := _BARE.match(line, begun):
        yield begun, bare.end(), bare.end(), " "
    if (initials := _OPENS.match(line)) and short.get(initials[1]):
        yield 0, initials.end(1), initials.end(), " "
    for shape, marks in _MARKS:
        for mark in islice(marks.finditer(line, begun + 1, begun + LONGEST), MOST):
            yield begun, mark.start(), mark.end(), shape
    if line.rstrip()[-1:] not in ".?!…,;" and len(line) <= LONGEST:
        yield begun, len(line.rstrip()), len(line), "\n"


def _closed(line: str, begun: int) -> int | None:
    """Return where the bracket closes that begins a line; None if none does."""
    opening, depth = line[begun : begun + 1], 0
    for n, character in enumerate(
        line[begun : begun + LONGEST] if opening in _PAIRS else "", begun
    ):
        depth += (character == opening) - (character == _PAIRS[opening])
        if not depth:
            return n
    return None


def _colon(line: str, begun: int) -> re.Match[str] | None:
    """Return the colon after a label: the first outside brackets, not that of a time."""
    depth = 0
    for mark in _INNER.finditer(line, begun, begun + LONGEST + 1):
        character, n = mark.group(), mark.start()
        depth += (character in "([") - (character in ")]")
        if character in ":：" and depth <= 0:
            if line[n - 1 : n].isdigit() and line[n + 1 : n + 2].isdigit():
                return None
            return _COLON.match(line, n)
    return None


def _with_brackets(line: str, label: Label) -> Label:
    """Return the label with the brackets after it: “(Through interpreter.)”, “(Jan Wolan)”."""
    end = label.end
    while bracket := _BRACKET.match(line, end):
        inner = bracket[1].strip()
        whose = read_label(f"{label.written} ({inner})") if label.role != SPEAKER else None
        if is_remark(inner):
            label = remarked(label, inner)._replace(sure=label.sure or inner[:1].isdigit())
        elif not label.name and whose and (whose.name or is_outlet(whose.outlet)):
            label = whose._replace(start=label.start, shape=label.shape)
        else:
            break
        end = bracket.end()
    return label._replace(end=end + len(line[end:]) - len(line[end:].lstrip(" \t\xa0*")))


def _is_followed(following: str, rest: str, shape: str) -> bool:
    """Return whether speech follows a label, on its line or on the next."""
    dated = re.search(r"\b(?:19|20)\d\d\)$", rest)  # … (Paris, 3 February 2031)
    ended = rest[-1:] in '.?!…”"’)]—–-:' and not dated
    if rest and not ended and EVENTS & set(rest.lower().split()):
        return False  # a heading: “Ann Holm, Minister of Defense: press briefing”
    if rest or shape != "\n":
        return bool(rest or following.strip())
    line = following.lstrip().partition("\n")[0].rstrip()
    return line[-1:] in '.?!…”"’)—–-:' or len(line.split()) >= 12 or line[:1] in "(["
