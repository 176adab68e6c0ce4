"""The people whom the heading of a transcript names, with their offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..english.gazetteer import title_base
from ..english.lexicon import table
from .names import (
    EVENTS,
    FIELDS,
    HONORIFICS,
    NO_LABELS,
    PARTICLES,
    POST_NOMINALS,
    is_name,
    is_outlet,
    is_whole_name,
    says_something,
    split_office,
)
from .reporters import is_person

_STOPS = table("labels")["after-names"]
_SPLIT = re.compile(
    r"[,;:：()|/\[\]]|\s[–—-]+\s"
    r"|\b(?:and|with|(?:joined|accompanied|moderated|introduced) by|alongside|by"
    r"|of the press|to|for the press|&)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:interview|doorstop|conversation|q ?& ?a|answers|session|call|roundtable|briefing)"
    r" with\b",
    re.IGNORECASE,
)
_INTERVIEWED = re.compile(
    r"\b(?i:interviewer|interviewed by|interview (?:conducted )?by|questions (?:asked )?by"
    r"|conversation (?:was )?led by|it was (?:led|conducted) by)\s*:?\s+"
    r"(?P<name>(?:[A-Z]\.|[^\W\d_a-z][\w’'-]+)(?: [^\W\d_a-z][\w’'-]+){1,3})"
)
_NOTE = re.compile(
    r"(?:The following|This|Following|Below|Highlights|Excerpts|Summary|Transcript)\b[^.]{0,80}?"
    r"\b(?:transcript|briefing|conference)\b[^.]{0,80}?"
    r"\b(?:by|with) (?P<by>.+)\.$"
    r"|(?P<who>[A-Z](?:[^.]|\b[A-Z][a-z]{0,4}\.(?= ))*?) "
    r"(?:held|holds?|gave|gives?|hosted|spoke|speaks?|answered|briefed|addressed) "
    r"(?:an? |to (?:the )?|with )?(?:[\w-]+ ){0,3}?"
    r"(?:press|media|reporters|journalists|conference|briefing|questions)\b.*\.$"
)
# Who speaks for somebody: “Ann Holm briefed on behalf of the President.”
_FOR_ANOTHER = re.compile(
    r"(?P<who>[A-Z][^.,]*) (?:also )?(?:briefed|spoke|speaks|answered|took questions) "
    r"(?:on behalf of|for) (?P<whom>[^.]*)\.$"
)
_TITLES = "".join(rf"(?<!\b{title[:-1].title()})" for title in HONORIFICS if title[-1] == ".")
_SENTENCES = re.compile(rf"(?<=[^\W\d_A-Z]){_TITLES}[.?!]\s+(?=[A-Z])")
_WHOSE = re.compile(r"(?<!\S)\S+['’]s(?=,? )")  # Norway’s Minister of Defense
_RETIRED = re.compile(r"\s*\((?i:ret|ret['’]?d|r|rtd|retired)\.?\)")  # General (ret.) Ann Holm
_IS = re.compile(r" (?:is|was) (?:the |our )?")
_GREETS = re.compile(
    r"(?i)\b(?:welcome|thank|thanks|hello|good (?:morning|afternoon|evening|day)|join(?:s|ed|ing)?"
    r"|guests?|with (?:me|us)|(?:I[’']m|I am|we[’']re|we are) here with|on the (?:line|phone)"
    r"|studio|across from|we have|speak to|goodbye"
    r"|the floor|will (?:take|answer|brief|make|open|start|speak))\b"
)
# Who was there, in a sentence: “Members present: Ann Holm (Chair); Ole Berg.” “II: Jan Wolan.”
_PRESENT = re.compile(r"(?i)^((?:(?:\w+ )?present|witnesses|[ivx]+): .*)\.$")
_SMALL = frozenset(("of", "and", "by", "with", "the", "for"))
_MODERATES = re.compile(r"(?i)(?:moderator|host)\b")
_HEAD_LINES = 30
NOTES = NO_LABELS | {"speaker"}  # words before a colon that say who follows
LONGEST = 300  # code points of a line of a heading


def people_of_head(head: str) -> Iterator[tuple[str, str, bool]]:
    """Yield name, office and whether they are a speaker, for each person that a heading names."""
    lines = [part for line in _unwrapped(head) for part in _sentences(line)][:_HEAD_LINES]
    above: tuple[str, str, bool] | None = None  # a name in a line of its own
    for line in lines:
        found = list(_people_of_line(line))
        office, name = split_office(line)
        if above and not found and office and not name:
            yield above[0], office, True
            continue
        above = None
        for person in found:
            yield person if person[1] else (person[0], "", False)
            if len(found) == 1 and person[0] in line[-len(person[0]) - 4 :]:
                above = person


def _sentences(line: str) -> list[str]:
    """Return a line of a heading, or whom each sentence of a note on the document names."""
    parts = [f"{part.rstrip('.')}." for part in _SENTENCES.split(line)]
    notes = [note_of(part) for part in parts]
    if len(parts) < 2 or not any(notes):
        return [note_of(line) or _PRESENT.sub(r"\1", line)]
    return [note for note in notes if note]


def introduced(words: str) -> Iterator[tuple[str, str]]:
    """Yield name and office of those whom a host introduces: “With me is Minister Ann Holm.”"""
    for sentence, after in pairwise([*_SENTENCES.split(" ".join(words.split())), ""]):
        said = _IS.sub(", ", _WHOSE.sub("", sentence.rstrip(".?!")))
        if _GREETS.search(sentence) or _GREETS.search(after):
            for name, office, _ in _people_of_line(said.strip() or "-"):
                several = any(title_base(word) not in ("", word.lower()) for word in office.split())
                if is_person(name) and not is_outlet(name) and not several:
                    yield name, office


def _unwrapped(head: str) -> list[str]:
    """Return the lines of a heading, those that go on with the one before joined to it."""
    lines: list[str] = []
    active = _RETIRED.sub("", head)
    for line in (" ".join(line.strip("*_# -–—•·\t").split()) for line in active.splitlines()):
        goes_on = lines and (line[:1].islower() or lines[-1].rpartition(" ")[2] in _SMALL)
        if line and goes_on and len(lines[-1]) + len(line) < LONGEST:
            lines[-1] += f" {line}"
        elif line:
            lines.append(line)
    return lines


def host_of(head: str) -> str:
    """Return who asks in an interview: the one of its heading who is named with an outlet."""
    for line in head.splitlines():
        names = [name for name, office, _ in _people_of_line(line.strip() or "-") if not office]
        if _ASKED.search(line) and names and any(is_outlet(p) for _, p in _pieces(line)):
            return names[0]
    return ""


def interviewer_of(head: str) -> str:
    """Return who asked all of it, as a heading says: Interviewer: Ann Holm. Interviewed by …"""
    for match in _INTERVIEWED.finditer(head):
        name = match["name"].strip(". ")
        if is_whole_name(name):
            return name
    return ""


def note_of(line: str) -> str:
    """Return whom a sentence on the document names as its speakers: “X and Y held a briefing.”"""
    if another := _FOR_ANOTHER.match(line):
        return f"by {another['who']}, Spokesperson for {another['whom']}"
    note = _NOTE.match(line)
    return (note["who"] or f"by {note['by']}") if note else ""


def _people_of_line(line: str) -> Iterator[tuple[str, str, bool]]:
    if len(line) > LONGEST or (line[-1] in ".?!" and not line.endswith(("MP.", "Jr."))):
        return
    beside = False  # whether whoever is named is only with the speakers
    person: tuple[str, str, bool] | None = None
    pending = ""  # an office whose holder may follow
    for before, piece in _pieces(line):
        if before == "by":
            beside = False
        beside = beside or before == "to" or before.endswith((" by", "alongside"))
        beside = beside or (before == "with" and not _ASKED.search(line))
        office, name = _person_of(piece)
        if name:
            if person:
                yield person
            office = office if says_something(office) else pending or office  # …, Hon. Ann Holm
            person = name, office, bool(office) and not (beside or _MODERATES.match(office))
        elif office and person and before in (",", "("):
            own = says_something(person[1]) and person[1].lower() not in HONORIFICS
            offices = filter(says_something, (person[1] if own else "", office))
            held = "; ".join(offices) or office  # Captain Ann Holm, Public Affairs Chief
            person = person[0], held, not beside
        pending = "" if name or (person and before == ",") or office.lower() in NOTES else office
    if person:
        yield person


def office_in(piece: str) -> str:
    """Return the office that a piece of a heading names, with or without who holds it."""
    return _person_of(piece)[0]


def _pieces(line: str) -> list[tuple[str, str]]:
    """Return the parts of a line, each after the comma or word that separates it.

    What begins with a field after “and” goes on with the office before: for Trade and Energy.
    """
    pieces: list[tuple[str, str]] = []
    begun, separator = 0, ""
    for match in [*_SPLIT.finditer(line), None]:
        piece = line[begun : match.start() if match else len(line)].strip()
        before = pieces[-1][1] if separator == "and" else ""
        if re.search(r" (?:for|of) ", before) and _is_field(piece):
            pieces[-1] = pieces[-1][0], f"{before} and {piece}"
        else:
            pieces.append((separator, piece))
        if match:
            separator, begun = match.group().strip().lower(), match.end()
    return pieces


def _is_field(piece: str) -> bool:
    """Return whether a piece begins with a field and no office: Energy; not Foreign Minister."""
    words = piece.split()
    after = next((n for n, word in enumerate(words) if word.lower() not in FIELDS), len(words))
    return after > 0 and not any(map(title_base, words[after : after + 1]))


def _cut(tokens: list[str]) -> list[str]:
    """Return the words before the first that belongs to no name or office: “Holds a Briefing”."""
    for n, token in enumerate(tokens):
        if token.lower().strip(".,") in _STOPS and any(map(title_base, tokens[:n])):
            after_office = token.lower() in ("press", "remarks") and n + 1 < len(tokens)
            if not after_office:
                return tokens[:n]
        if re.search(r"['’][sS]$", token):
            holds = {word.lower().strip(",") for word in tokens[n + 1 : n + 3]} & EVENTS
            return [*tokens[:n], token[:-2]] if holds else []
    return tokens


def _person_of(piece: str) -> tuple[str, str]:
    """Return office and name of a piece of a heading; the name is empty if nobody is named."""
    tokens = _cut(piece.split())
    if not tokens or table("labels")["programs"] & {token.lower() for token in tokens}:
        return "", ""
    if is_outlet(piece) and not any(map(title_base, tokens)):
        return "", ""
    starts = [
        n
        for n, token in enumerate(tokens)
        if title_base(token) or token.lower() in HONORIFICS - {"the"} or _MODERATES.match(token)
    ]
    if starts:
        first = starts[0]
        while first and tokens[first - 1][:1].isupper():
            first -= 1
        office, name = split_office(" ".join(tokens[first:]))
    else:
        office, name = "", piece
    kept: list[str] = []
    for token in name.split():
        plain = token.strip(".,")
        small = not plain[:1].isupper() and plain.lower() not in PARTICLES
        if small or plain.lower() in POST_NOMINALS:
            break
        kept.append(token.strip(","))
    name = " ".join(kept)
    after = {token.strip(".,").lower() for token in tokens[len(kept) :]} - POST_NOMINALS
    if name and not office and not starts and after:
        return "", ""
    if not name or not (is_name(name) if office else is_whole_name(name)):
        return office, ""
    return office, name
