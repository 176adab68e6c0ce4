"""The people of a transcript: who its heading, its labels and they themselves say they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from ...model.records import Participant
from ...text.folding import key
from ..english.gazetteer import country_in, family_name, title_base
from ..english.lexicon import words
from ..extraction import Proposal
from ..head import cased, countries_in
from .heading import host_of, interviewer_of, people_of_head
from .labels import ANSWER, SPEAKER, Label
from .names import says_something

_SHORT = re.compile(r"\(([A-Z][A-Za-z]{1,6})\)")
_VOWEL = re.compile(r"[AEIOUYÀ-Ý]")
LONG = 40  # words of an opening that is more than a welcome
_THANKED = re.compile(r"(?:Thank you|Thanks)(?: (?:very|so) much)?,? ((?:[A-Z][\w’'-]+ ?)+)")


@dataclass(slots=True)
class Panelist:
    """Someone who speaks.

    `main` are those whom the heading names as the speakers, not those who are with them; `by_name`
    are those whom a label names; `known` is the archive's id, or empty.
    """

    name: str
    family: str
    offices: list[str] = field(default_factory=list)
    in_head: bool = False
    main: bool = False
    by_name: bool = False
    known: str = ""

    @property
    def label(self) -> str:
        """The archive's id, else the name."""
        return self.known or self.name

    @property
    def whole(self) -> bool:
        """Whether it is more than a family name."""
        return len(self.name.split()) > 1

    def proposal(self) -> Proposal:
        """Return what a record of them says."""
        office = max((o for o in self.offices if says_something(o)), key=len, default="")
        code, _ = country_in(office.split())
        return Proposal(self.name, "person", self.family, cased(office.rpartition("; ")[2]), code)


class Panel:
    """Those who speak in a transcript, found again by any label that means only one of them."""

    def __init__(self, text: str, head: str, labels: Sequence[Label], known: Sequence[Participant]):
        self._text = text
        self._spellings = _spellings(text)
        self._known = [entry for entry in known if entry.kind == "person"]
        self.people: list[Panelist] = []
        self._aliases: dict[str, Panelist] = {}  # initials
        self._offices = {label.office for label in labels if label.office and not label.name}
        self.host = host_of(head)
        self.interviewer = interviewer_of(head)
        people = sorted(people_of_head(head), key=lambda person: " " not in person[0])
        nobody = not any(main for _, _, main in people)
        for name, office, main in people:
            main = main or (nobody and bool(office))
            self._add(self.spelled(name), office, head=True, main=main)
        self._complete([self.spelled(label.name) for label in labels])
        for label in labels:
            if len(label.name.split()) > 1:
                person = self._add(self.spelled(label.name), label.office)
                if person:
                    person.by_name = True
        self._abbreviate(head)
        for label in labels:
            self._short(label)
        self._settle()
        self._answering(labels)

    def _complete(self, names: Sequence[str]) -> None:
        """Give those whom the heading names by one name the whole name of the one label with it."""
        for person in self.people:
            fits = {n for n in names if key(person.name) in key(n).split() and " " in n}
            if len(fits) == 1:
                person.name, person.family = fits.pop(), person.name

    def _abbreviate(self, head: str) -> None:
        """Learn by what initials the heading says that its people are labeled: Ann Holm (Spox)."""
        for part in re.split(r"[;\n]", head):
            named = [person for person in self.people if person.name in self.spelled(part)]
            for short in _SHORT.findall(part) if len(named) == 1 else ():
                self._aliases.setdefault(short.casefold(), named[0])

    def _short(self, label: Label) -> None:
        """Add the person of a label with one name alone, if nobody has that name."""
        if len(label.name.split()) != 1 or label.name.casefold() in self._aliases:
            return
        fits = self._of_name(label)
        if not (fits or label.office) and len(label.name) < 4 and label.name.isupper():
            if label.name in _initials_of(self.interviewer):
                self._add(self.spelled(self.interviewer), "")
            fits = [p for p in self.people if p.whole and label.name in _initials_of(p.name)]
            ends = [p for p in self.people if not p.whole and p.name[:1] == label.name[-1]]
            fits = fits or (ends if len(label.name) == 2 else [])  # M. K. of the Minister, Kolenc
            if len(fits) == 1:
                self._aliases[label.name.casefold()] = fits[0]
            if len(fits) == 1 or len(label.name) < 3 or not _VOWEL.search(label.name):
                return
        if not fits:
            self._add(self.spelled(label.name), label.office)
            fits = self._of_name(label)
        if len(fits) == 1:
            fits[0].by_name = True
            if not any(word in key(fits[0].family) for word in _parts(label.name)):
                fits[0].family = self.spelled(label.name)
            if label.office and label.office not in fits[0].offices:
                fits[0].offices.append(label.office)

    def _answering(self, labels: Sequence[Label]) -> None:
        """Learn who “A” is, if the heading does not say: the only one who speaks before."""
        opening = takewhile(lambda label: label.role != ANSWER or label.name, labels)
        before = [self.speaker(label) for label in opening if label.role == SPEAKER]
        only = before[0] if before else None
        if only and not self.main() and all(person is only for person in before):
            only.main = True

    def _settle(self) -> None:
        for person in self.people:
            person.name = " ".join(
                w if w.upper() != w or len(w) < 3 else w.capitalize() for w in person.name.split()
            )
            person.known = self._in_archive(person)

    def _in_archive(self, person: Panelist) -> str:
        names = {frozenset(key(person.name).split())}
        fits = [
            entry.id
            for entry in self._known
            for name in (entry.name, *entry.other_names)
            if frozenset(key(name).split()) in names
        ]
        if not fits and not person.whole:
            office = " ".join(person.offices).casefold()
            fits = [
                entry.id
                for entry in self._known
                if entry.family_name
                and key(entry.family_name) == key(person.name)
                and any(
                    member.role.casefold().split()[-1] in office for member in entry.memberships
                )
            ]
        return fits[0] if len(set(fits)) == 1 else ""

    def _add(
        self, name: str, office: str, head: bool = False, main: bool = False
    ) -> Panelist | None:
        """Add someone by a whole name or a family name, or what is new of them."""
        if not name:
            return None
        for person in self.people:
            if _same(person.name, name) or (head and name == person.family):
                break
        else:
            person = Panelist(name, family_name(name.split()))
            self.people.append(person)
        if len(name.split()) > len(person.name.split()):
            person.name, person.family = name, family_name(name.split())
        if caps := [w for w in name.split() if w.isupper() and len(w) > 2 and name != name.upper()]:
            person.family = " ".join(w.capitalize() for w in caps)
        person.offices += [office] if office and office not in person.offices else []
        person.in_head |= head
        person.main |= main
        return person

    def _of_name(self, label: Label) -> list[Panelist]:
        """Return those whose name has all words of a label's name; of several, by the office."""
        sought = _words(label.name)
        fits = [p for p in self.people if sought <= _words(p.name)] if sought else []
        fits = fits or [p for p in self.people if len(sought) > 1 and _same(p.name, label.name)]
        of_family = [p for p in fits if _words(p.family) & sought] or fits
        return [p for p in of_family if any(_fits(label.office, o) for o in p.offices)] or of_family

    def speaker(self, label: Label) -> Panelist | None:
        """Return whom a label of a speaker means; None where that is open."""
        called = filter(None, (label.name, label.office, label.outlet))
        short = [alias for word in called if (alias := self._aliases.get(word.casefold()))]
        if short or label.name:
            fits = short or self._of_name(label)
            return fits[0] if len(fits) == 1 else None
        return self.by_office(label.office)

    def by_office(self, office: str, apart: Container[str] = ()) -> Panelist | None:
        """Return the only one, or the only main speaker, who holds an office; not those apart."""
        fits = [p for p in self.people if any(_fits(office, held) for held in p.offices)]
        fits = [person for person in fits if person.label not in apart]
        fits = fits if len(fits) == 1 else [p for p in fits if p.main]
        if len(fits) > 1:  # “Spokesperson” is not whom others call “Spokesperson for the Council”
            fits = [p for p in fits if not any(self._means(p, o, office) for o in self._offices)]
        return fits[0] if len(fits) == 1 else None

    def _means(self, person: Panelist, office: str, shorter: str) -> bool:
        """Return whether a longer office of a label means somebody more than a shorter one does."""
        longer = len(_office_words(office)) > len(_office_words(shorter)) and _fits(shorter, office)
        return longer and any(_fits(office, held) for held in person.offices)

    def holder(self, office: str) -> str:
        """Return the name of the only one of the heading who holds an office: “Chair”."""
        person = self.by_office(office)
        return person.name if person and person.in_head else ""

    @property
    def office(self) -> str | None:
        """The first office in which somebody speaks, with the name if it is only “Minister”.

        None where those of several states speak.
        """
        speaking = next((p for p in self.people if p.main), None)
        held = [
            (o, p)
            for p in self.people
            for o in p.offices
            if (p.by_name or p.main) and says_something(o)
        ]
        if len({code for o, p in held if p.main for code in countries_in(o)}) > 1:
            return None
        held.sort(key=lambda pair: pair[1] is not speaking or " " not in pair[0])
        office, person = next(iter(held), ("", None))
        office = cased(office.rpartition("; ")[2])
        return f"{office} {person.name}" if person and " " not in office else office or None

    def main(self) -> Panelist | None:
        """Return the only speaker whom the heading names; None if it names several or nobody."""
        mains = [person for person in self.people if person.main]
        return mains[0] if len(mains) == 1 else None

    def label_of(self, name: str) -> str | None:
        """Return the label of whom a name means; the name itself for somebody who does not speak.

        None where it may mean several.
        """
        sought = set(_parts(name))
        fits = [p for p in self.people if sought <= set(_parts(p.name)) or p.label == name]
        if len(fits) > 1:
            return None
        return fits[0].label if fits else name

    def proposal_of(self, label: str) -> Proposal | None:
        """Return what a record of somebody on the panel says who is not in the archive."""
        new = (p.proposal() for p in self.people if p.label == label and not p.known)
        return next(new, None)

    def renamed(self, person: Panelist, name: str) -> None:
        """Give someone known by family name the whole name that they gave."""
        if not person.whole and set(_parts(person.name)) <= set(_parts(name)):
            person.family = person.name
            person.name = name
            person.known = self._in_archive(person)

    def meet(self, label: Label, introduced: Sequence[tuple[str, str]], addressed: str) -> None:
        """Learn whom a label without a whole name means from those who have been introduced.

        That is the only one of its name or office, or the only one where `addressed`, the end of
        what a host says before, calls somebody by that office.
        """
        person = self.speaker(label) if label.name or label.office else self.main()
        own = set(_parts(label.name))
        if person.whole if person else own:
            return
        fits = [
            (name, office or label.office)
            for name, office in dict(introduced).items()
            if (own <= set(_parts(name)) if own else _fits(label.office, office))
            or (not label.office and says_something(office) and office in addressed)
        ]
        if len(fits) != 1:
            return
        if person:
            self.renamed(person, self.spelled(fits[0][0]))
        met = self._add(self.spelled(fits[0][0]), fits[0][1], main=not self.main())
        if met:
            met.known = self._in_archive(met)

    def opener(self, opening: str, after: str) -> Panelist | None:
        """Return which of several speakers opens without a label: whom the next one thanks by name,
        or the only one whom an opening of some length does not name.
        """
        mains = [person for person in self.people if person.main]
        thanked = set(_parts(" ".join(_THANKED.findall(after[:80]))))
        fits = [person for person in mains if thanked & set(_parts(person.name))]
        if not thanked and len(opening.split()) > LONG:
            # the others by first name, as no moderator does
            own = [re.escape(p.name).split("\\ ") for p in mains]
            named = [re.search(rf"\b{o[0]}\b(?! {o[-1]}\b)", opening) for o in own]
            fits = [person for person, other in zip(mains, named, strict=True) if not other]
        return fits[0] if len(fits) == 1 < len(mains) else None

    def newcomer(self, name: str) -> Panelist:
        """Return someone by the name that they gave, new or not."""
        for person in self.people:
            if set(_parts(person.name)) == set(_parts(name)):
                return person
        person = Panelist(name, family_name(name.split()))
        person.known = self._in_archive(person)
        self.people.append(person)
        return person

    def spelled(self, name: str) -> str:
        """Return a name in capitals as the text writes it elsewhere, else with small letters."""
        parts = name.split()
        if any(part != part.upper() for part in parts):
            return name
        return " ".join(self._spelled_word(part, parts) for part in parts)

    def _spelled_word(self, word: str, name: Sequence[str]) -> str:
        if word.casefold() in self._spellings:
            return self._spellings[word.casefold()]
        korean = any(part.capitalize() in words("family_first") for part in name if part != word)
        pieces = re.split(r"([-’'.])", word)
        small = korean and "-" in word
        cased = "".join(p.lower() if small and n else p.capitalize() for n, p in enumerate(pieces))
        return re.sub(r"^(Mc)(\w)(?=\w{2})", lambda m: m[1] + m[2].upper(), cased)


def _spellings(text: str) -> dict[str, str]:
    """Return how the text writes each name that it has with small letters, by its folded form."""
    counts: Counter[str] = Counter(re.findall(r"\b[^\W\d_a-z][^\W\d_]*(?:[-’'][^\W\d_]+)*", text))
    spelled: dict[str, str] = {}
    for word, _ in counts.most_common():
        if word != word.upper() and word[0].isupper():
            spelled.setdefault(word.casefold(), re.sub(r"['’]s$", "", word))
    return spelled


def _initials_of(name: str) -> tuple[str, str]:
    """Return the initials of a name, with and without those of middle names."""
    whole = "".join(part[0] for part in re.findall(r"[^\W\d_]+", name)).upper()
    return whole, whole[:1] + whole[-1:]


@lru_cache(4096)
def _parts(name: str) -> Sequence[str]:
    return [part.strip(".") for part in key(name).split()]


@lru_cache(4096)
def _length(name: str) -> tuple[int, int]:
    parts = _parts(name)
    return len(parts), sum(map(len, parts))


@lru_cache(4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(_parts(name))


@lru_cache(4096)
def _initials(name: str) -> frozenset[str]:
    return frozenset(part[0] for part in _parts(name))


def _same(one: str, other: str) -> bool:
    """Return whether two names are one person's: initials and middle names may be missing."""
    few, many = sorted((one, other), key=_length)
    if len(_parts(few)) < 2:
        return _parts(few) == _parts(many)
    return _words(few) <= _words(many) | _initials(many)


def _fits(sought: str, held: str) -> bool:
    """Return whether an office of a label may be one that somebody holds."""
    want, have = _office_words(sought), _office_words(held)
    heads = [word for word in want if title_base(word)]
    within = set(want) <= set(have) or set(have) <= set(want)
    return bool(heads and have) and within and _rank(want) == _rank(have)


_ABBREVIATED = {
    "sec": "secretary",
    "min": "minister",
    "gen": "general",
    "adm": "admiral",
    "amb": "ambassador",
    "pres": "president",
    "sg": "secretary general",
    "dsg": "deputy secretary general",
    "dg": "director general",
    "spox": "spokesperson",
    "cds": "chief defense staff",
    "chod": "chief defense",
    "hrvp": "high representative",
    "eam": "external affairs minister",
    "pm": "prime minister",
    "fm": "foreign minister",
    "dpm": "deputy prime minister",
    "defence": "defense",
}
_SMALL = frozenset(("of", "for", "the", "and", "mr", "ms", "mrs"))


def _office_words(office: str) -> list[str]:
    found = re.findall(r"[^\W\d_]+", office.casefold())
    full = " ".join(_ABBREVIATED.get(word, word) for word in found)
    return [word for word in full.split() if word not in _SMALL]


def _rank(office: Iterable[str]) -> frozenset[str]:
    """Return what makes an office another: a deputy minister is not the minister."""
    ranks = {"deputy", "vice", "prime", "shadow", "press", "assistant", "under", "former", "acting"}
    return frozenset(word for word in office if word in ranks)
