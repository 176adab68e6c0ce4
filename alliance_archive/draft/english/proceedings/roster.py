"""The people of a document that records a meeting, its parties and their states; whom words mean.

Where the words fit nobody or several, they mean nobody: a group is all of its members or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ....model.attribution import office_on
from ....model.records import Participant
from ..cast import Person
from ..gazetteer import body_in, domains_of, family_name, state_called, states, titles
from ..lexicon import words
from .personal_names import SUFFIXES, is_initial
from .references import Reference
from .vocabulary import head_of, listed

GENERIC = frozenset(
    {"minister", "leader", "head", "principal", "secretary", "official", "counterpart", "chief"}
    | {"officer", "commander", "diplomat", "dignitary", "signatory", "delegate", "senator"}
)
QUALIFIERS = frozenset(
    {"prime", "vice", "deputy", "under", "assistant", "press", "permanent", "high", "special"}
)
LEADERS = frozenset({"president", "premier", "chancellor", "king", "queen", "emir", "sultan"})
LONGEST_INITIALS = 7  # letters of a body's name: KFOR


@dataclass(slots=True)
class Roster:
    """Everyone named, the parties among them, and the archive's people and states."""

    known: Sequence[Participant] = ()
    text: str = ""
    people: list[Person] = field(default_factory=list)
    parties: list[Person] = field(default_factory=list)
    chairs: list[Person] = field(default_factory=list)  # who chaired the meeting together
    of_chairs: bool = False  # whether they alone tell of it: Co-Chairs' Statement
    states: list[str] = field(default_factory=list)  # codes of the parties' states
    organs: list[str] = field(default_factory=list)  # what is said to meet: Council
    called: set[str] = field(default_factory=set)  # what title and opening call the parties: envoy
    all_called: set[str] = field(default_factory=set)  # and with the states of all of them
    groups: set[str] = field(default_factory=set)  # heads of groups that act: minister
    titled: list[str] = field(default_factory=list)  # codes of the states in the title
    home: Person | None = None  # on whose side the document was written
    host: str = ""  # code of the state in whose capital they meet
    unnamed: tuple[str, ...] = ()  # the title of the first subject, whom the text does not name
    issuer_state: str = ""  # code of the state of the body that issued it
    day: str = ""  # YYYY-MM-DD of the document, if it is known
    voices: list[Person] = field(default_factory=list)  # who provided it

    def enter(self, reference: Reference, offset: int) -> Person | None:
        """Return the person whom a name means, entered if new; None if it may mean several."""
        name = [written(word) for word in reference.name if word.strip(".,")]
        same = self.named(name, reference.office)
        person = same[0] if len(same) == 1 else None
        if same and person is None:
            return None
        if person is None:
            person = Person(" ".join(name), family_name(name), offset)
            self.people.append(person)
        elif len(name) > len(person.name.split()):
            person.name, person.family = " ".join(name), family_name(name)
        self._describe(person, reference)
        return person

    def named(self, name: Sequence[str], office: Sequence[str] = ()) -> list[Person]:
        """Return the people whom the words of a name fit, those of the office if several do."""
        wanted = [word.casefold() for word in name if not is_initial(word)]
        initial = name[0].rstrip(".") if name and is_initial(name[0]) else ""
        fits = [p for p in self.people if _fits(wanted, p) and p.name.startswith(initial)]
        if len(fits) > 1 and office:
            fits = [person for person in fits if may_be_called(person, office)] or fits
        return fits

    def _describe(self, person: Person, reference: Reference) -> None:
        for number, word in enumerate(reference.office):
            sex = titles().get(head_of(word), "") or titles().get(
                f"{word.lower().rstrip('.')}.", ""
            )
            low = word.lower().rstrip(".")
            sex = sex or {"shri": "m", "smt": "w", "baroness": "w"}.get(low, "")
            if low == "excellency":  # Her Excellency
                sex = {"his": "m", "her": "w"}.get(reference.office[number - 1].lower(), "")
            person.sex = person.sex or sex
        person.country = person.country or reference.country
        body, code, _ = body_in(list(reference.office))
        person.organization = person.organization or body
        person.country = person.country or code
        honorifics = listed("honorifics")
        office = tuple(w for w in reference.office if w.lower().rstrip(".") not in honorifics)
        while office and office[-1].lower() in ("the", "and"):
            office = office[:-1]
        whose = max((n for n, w in enumerate(office, 1) if w in ("'s", "’s")), default=0)
        office = office[whose:]  # Norvania's Minister of Ports
        titled = any(
            head_of(word) or word.lower() == "head" for word in office
        )  # not Tan, of Tan Sri
        if titled and not any(office == known for known in person.offices):
            person.offices.append(office)
        if not person.known:
            entry = self._entry(person)
            if entry is not None:
                person.known = entry.id
                person.country = person.country or entry.country or ""

    def _entry(self, person: Person) -> Participant | None:
        """Return whom of the archive a name means: by all of it, else by the family's."""
        wanted = _significant(person.name)
        people = [entry for entry in self.known if entry.kind == "person"]
        for entry in people:
            if any(wanted == _significant(name) for name in (entry.name, *entry.other_names)):
                return entry
        if len(wanted) > 1:
            return None
        family = [e for e in people if _significant(e.family_name or e.name.split()[-1]) == wanted]
        return family[0] if len(family) == 1 and _may_be(person, family[0]) else None

    def holder(self, office: Sequence[str], country: str) -> Person | None:
        """Return the one of the archive who held an office on the day of the document.

        Without a state in the words, the one of whose side the document is counts.
        """
        country = country or self.issuer_state or (self.home.country if self.home else "")
        found = []
        for entry in self.known if self.day else ():
            held = [m for m in entry.memberships if office_on([m], self.day, self.day)]
            offices = [(*m.organization.split(), *m.role.split()) for m in held]
            codes = {m.country or entry.country for m in held}
            person = Person(entry.name, entry.family_name or "", 0, offices, known=entry.id)
            if (
                entry.kind == "person"
                and may_be_called(person, office)
                and (not country or country in codes)
            ):
                found.append(person)
        return found[0] if len(found) == 1 else None

    def officers(self, office: Sequence[str], country: str, pool: Sequence[Person]) -> list[Person]:
        """Return those of the pool who hold an office, of a state if one is given."""
        found = [person for person in pool if may_be_called(person, office)]
        if short := _short_bodies(office):  # the KSF Commander is not the Commander of KFOR
            own = [person for person in found if any(map(short.__contains__, _initials(person)))]
            found = own or [p for p in found if not any(map(_short_bodies, p.offices))]
        if country:
            found = [person for person in found if person.country == country]
        return found

    def state_of(self, person: Person) -> str:
        """Return the code of somebody's state; the issuer's, of the one on whose side it is."""
        return person.country or (self.issuer_state if person is self.home else "")

    def body(self, name: str) -> str:
        """Return the party, or a body of somebody, that a name is of, or part of; else the name."""
        given = name.split()
        whole = [code for code in self.states if _within(given, code.split())]
        own = () if name in self.organs else dict.fromkeys(map(_body_of, self.people))
        whole = whole or [body for body in own if _within(given, body.split())]
        return whole[0] if len(whole) == 1 and name not in self.states else name

    def label(self, code: str) -> str:
        """Return the archive's id of a state, else its name."""
        for entry in self.known:
            if entry.kind == "state" and entry.country == code:
                return entry.id
        return self.called_in(code)

    def called_in(self, code: str) -> str:
        """Return what the text calls a state; a union of states has its name for a code."""
        return code if is_union(code) else state_called(self.text, code)


def _body_of(person: Person) -> str:
    """Return the body that ends an office: Director of the Lake Health Agency; empty without."""
    for office in person.offices:
        start = max((n for n, word in enumerate(office, 1) if word in ("of", "the")), default=0)
        if start and office[-1].lower() in listed("ministries") and start < len(office) - 1:
            return " ".join(office[start:])
    return ""


def is_union(code: str) -> bool:
    """Return whether what a roster has for a country is the name of a union of states."""
    return len(code) > len("KR")


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether words are part of others, in the same order."""
    rest = iter(whole)
    return all(word in rest for word in part)


def _significant(name: str) -> frozenset[str]:
    """Return the words of a name without initials and Jr."""
    parts = (word.strip(".,").casefold() for word in name.split())
    return frozenset(part for part in parts if len(part) > 1 and part not in SUFFIXES)


def _may_be(person: Person, entry: Participant) -> bool:
    """Return whether someone in the archive has the state and the office that the text gives."""
    if person.country and entry.country and person.country != entry.country:
        return False
    roles = [tuple(membership.role.split()) for membership in entry.memberships]
    archived = Person(entry.name, "", 0, roles)
    return not (roles and person.offices) or any(may_be_called(archived, o) for o in person.offices)


def written(word: str) -> str:
    """Return a word of a name as it is usually written: Mori of MORI."""
    if word.isupper() and word.lower() in words("particles"):
        return word.lower()
    capitals = len(word) > 3 and word.isalpha() and word.isupper() and word not in ("VIII",)
    return word.capitalize() if capitals else word


def _fits(wanted: Sequence[str], person: Person) -> bool:
    """Return whether somebody's name has the first and the last of some words, or no others."""
    have = _folded(person.name)
    if not wanted or not have:
        return False
    return have.issuperset((wanted[0], wanted[-1])) or have.issubset(wanted)


@lru_cache(4096)
def _folded(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())


def parts_of(office: Sequence[str]) -> Sequence[tuple[str, ...]]:
    """Return each office of one who has two: Deputy Prime Minister and Minister for Ports."""
    return _parts_of(tuple(office))


@lru_cache(4096)  # everybody's offices are compared with those of everybody else
def _parts_of(office: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    parts: list[list[str]] = [[]]
    for number, word in enumerate(office):
        first, slash, second = word.partition("/")  # High Representative/Vice-President
        qualifier, hyphen, title = word.partition("-")
        if slash and head_of(first):
            parts[-1].append(first)
            parts.append([second])
        elif hyphen and qualifier.lower() in QUALIFIERS:  # Vice-Minister
            parts[-1] += [qualifier, title]
        elif word.lower() == "and" and any(map(head_of, office[number + 1 :])):
            parts.append([])
        else:
            parts[-1].append(word)
    return tuple(map(tuple, parts))


@lru_cache(4096)
def _heads(office: tuple[str, ...]) -> Sequence[str]:
    return tuple(filter(None, map(head_of, office)))


def may_be_called(person: Person, office: Sequence[str]) -> bool:
    """Return whether the text may call somebody this: “the Secretary” of a Secretary of State."""
    return any(_part_may_be_called(person, part) for part in parts_of(office))


def _part_may_be_called(person: Person, office: tuple[str, ...]) -> bool:
    """Return whether somebody may be called by one part of an office."""
    heads = _heads(office)
    if not heads:
        return False
    lower = [word.lower() for word in office]
    given = QUALIFIERS.intersection(lower)
    for held in (part for whole in person.offices for part in parts_of(whole)):
        own = _heads(held)
        has = {word.lower() for word in held} & QUALIFIERS
        envoy = "ambassador" in own and _is_plain_envoy(office)
        if not (envoy or heads[-1] in own) or given - has:
            continue
        if "prime" in has - given or (len(office) > 1 and has - given - {"prime"}):
            continue  # a deputy Foreign Secretary is not the Foreign Secretary
        if len(office) > 1 and [w.lower() for w in held[: len(office)]] == lower:
            return True  # the Minister of State for Development, a Minister of State
        domains = domains_of(office) - {"prime", "vice", "press"}
        if domains and not domains & domains_of(held):
            continue
        return True
    return False


def fields_of(person: Person) -> frozenset[str]:
    """Return the fields of all offices that somebody holds: defense, trade."""
    return domains_of([word for office in person.offices for word in office])


def leads(person: Person) -> bool:
    """Return whether somebody leads a state or its government."""
    offices = [[word.lower() for word in office] for office in person.offices]
    heads = any("head" in office and {"state", "government"} & {*office} for office in offices)
    return heads or any("prime" in o or head_of(o[0]) in LEADERS for o in offices)


def _is_plain_envoy(office: Sequence[str]) -> bool:
    """Return whether an ambassador is called so: the envoy, the Norvanian envoy; no special one."""
    return office[-1].lower() == "envoy" and all((w.lower(),) in states() for w in office[:-1])


def _short_bodies(office: Sequence[str]) -> set[str]:
    """Return the bodies that an office names by their initials, not states: KFOR, not ROK."""
    short = (word for word in office if word.isupper() and 1 < len(word) <= LONGEST_INITIALS)
    return {word for word in short if word.isalpha() and (word.lower(),) not in states()}


def _initials(person: Person) -> Iterator[str]:
    """Yield the words of somebody's offices, and initials: RMN of the Royal Malaysian Navy."""
    for office in person.offices:
        yield from office
        capitals = "".join(word[0] for word in office if word[:1].isupper())
        sizes = range(2, LONGEST_INITIALS + 1)
        yield from (capitals[n : n + size] for size in sizes for n in range(len(capitals)))
