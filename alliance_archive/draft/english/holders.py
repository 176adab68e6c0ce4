"""Who holds an office: the minister, the Pentagon chief, a spokeswoman named soon after."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cast import Person
from .gazetteer import body_in, country_in, domains_of, person_word, title_base
from .groups import Groups
from .lexicon import members
from .memory import BACK, NOBODY, Choice
from .sentences import Token
from .traces import Trace

SOON = 500  # code points within which a text names whom it has described
RECENT = 6  # sentences in which one of two ministers is the one meant
NEAR = 2  # sentences in which a namesake is the last one named
GAP = 12  # code points between a quotation and who said it
QUOTED = re.compile(r"[\"”’»,]\s(?:[a-z]+ )?$")  # “…,” or “…,” said
# Words for people by their endings, but for bodies and papers.
SPEAKER = re.compile(
    r"(?!(?:news)?paper$|letter|order|center|chamber|poster|former|latter|other)[a-z-]*(?:er|or|ist|man)"
)
SERVING = frozenset({"sailor", "soldier"})
DETERMINERS = ("DT", "PRPS", "POS")
GOES_ON = re.compile(r" (?:also|further|added|then|continued|went on)\b")


class Holders(Groups):
    """Resolves offices without a name, and names that two people share."""

    def named_later(self, tokens: Sequence[Token]) -> Choice:
        """Return whom the text soon names as “the spokeswoman, NAME”, after “a spokeswoman”."""
        offset, title = tokens[0].start, title_base(tokens[-1].text)
        office = [token.text for token in tokens]
        holders = [person for person in self.cast.people if person.holds(office)]
        one = tokens[0].low == "one"  # and maybe another
        if len(holders) == 1 and not one and not any(t.tag in DETERMINERS for t in tokens):
            return Choice(tuple(holders))  # a headline: defense minister says
        if domains_of(office) & {"prime", "vice"}:
            return NOBODY  # is not “the minister, NAME”
        soon = (
            person
            for start, head, person in self.cast.introduced
            if head == title and 0 < start - offset < SOON
        )
        person = next(soon, None)
        if person and any(t.tag == "POS" for t in tokens):  # Bolivia's minister; the minister, NAME
            self.cast.give_office(person, [t.text for t in tokens if t.tag not in ("DT", "POS")])
        return Choice((person,)) if person else NOBODY

    def officer(self, offset: int, tokens: Sequence[Token]) -> Choice:
        """Return the one holder named before: the minister, the Pentagon chief."""
        office = [token.text for token in tokens]
        if "visiting" in office:
            return self._visiting(office)
        code = country_in(office)[0] or body_in(office)[1]
        sex = (person_word(office[-1]) or ("", ""))[1]
        holders = [p for p in self.cast.people if p.first < offset and p.holds(office)]
        holders = [p for p in holders if p.sex in ("", sex) or not sex]
        if code:
            own = self.officer_of(code, offset, office)
            holders = list(own.people or own.others) or [p for p in holders if not p.country]
        nearby = [t.person for t in self.traces.get(self.sentence - 1, ()) if not t.pronoun]
        agreeing = [p for p in holders if _agrees(p, tokens)]
        only = len(holders) == 1 and holders[0] in nearby
        only = only and all(len(office) == 1 for office in holders[0].offices)  # of no other place
        holders = holders if only else agreeing
        # Roe said the minister had left: another minister than Roe, if there is one.
        here = [t for t in self.traces.get(self.sentence, ()) if t.offset < offset]
        acting = [t.person for t in here if t.role == "subject" and not t.pronoun]
        holders = [p for p in holders if p not in acting] or holders
        field = {token.low for token in tokens[1:-1]}
        held = [p for p in holders if any(field & {w.lower() for w in o} for o in p.offices)]
        holders = held or holders  # the coast guard chief; a minister may be any chief
        if not code:  # his minister, unless the text means his counterpart's
            holders = self._at_home(holders)
        if (
            (newcomer := self._newcomer())
            and not code
            and newcomer.sex in ("", sex or newcomer.sex)
        ):
            self.cast.give_office(newcomer, office[1:])
            self.cast.foretold[offset] = newcomer
            return Choice((newcomer,), tuple(holders))
        holders = holders or self._only_subject("former" in field and len(tokens) > 3)
        if "new" in (token.low for token in tokens) or self._may_be_stranger(tokens, holders):
            return Choice((), tuple(holders))  # may be whoever follows the one who was named
        if len(holders) < 2:
            return Choice(tuple(holders))
        recent = (
            trace.person
            for back in range(RECENT)
            for trace in self.traces.get(self.sentence - back, ())
            if trace.offset < offset and trace.person in holders and not trace.pronoun
        )
        near = {id(person): person for person in recent if person}
        titles = [office for p in near.values() for office in p.offices]
        if len(near) > 1 and len(titles) == len(set(titles)):  # the minister and the secretary
            head = tokens[-1].low
            near = {i: p for i, p in near.items() if any(o[-1].lower() == head for o in p.offices)}
        last = self._going_on(offset, tokens)
        if len(near) == 1 or last in holders:
            person = last if last and last in holders else next(iter(near.values()))
            return Choice((person,), tuple(p for p in holders if p is not person))
        return Choice((), tuple(holders))

    def officer_of(self, code: str, offset: int, office: Sequence[str]) -> Choice:
        """Return the holder from a country, else its only one without an office: Peru's minister.

        Of those named before only.
        """
        own = [p for p in self.cast.people if p.country == code and p.first < offset]
        people = [p for p in own if p.holds(office)] or [p for p in own if not p.offices]
        return Choice(tuple(people)) if len(people) == 1 else Choice((), tuple(people))

    def last_named(self, people: Sequence[Person], office: Sequence[str]) -> Person | None:
        """Return which of the namesakes is the only one named just before, and in full.

        Of Mr. X and Dr. X, or of X alone where no other of the name is told of there.
        """
        titled = bool({word.lower() for word in office} & members("honorifics"))
        if office and not titled:
            return None
        reach = range(1, (BACK if titled else NEAR) + 1)
        recent = [t for n in reach for t in self.traces.get(self.sentence - n, ())]
        recent = [t for t in recent if t.person in people and not t.pronoun]
        named = {id(t.person): t.person for t in recent if t.person and self._in_full(t)}
        told = {id(t.person) for t in recent if t.role == "subject" or self._by_name(t)}
        if len(named) == 1 and told == named.keys():
            return next(iter(named.values()))
        return None

    def _by_name(self, trace: Trace) -> bool:
        """Return whether somebody is mentioned by any part of the name."""
        words_of = trace.person.name.split() if trace.person else ()
        return any(self.cast.text.startswith(word, trace.offset) for word in words_of)

    def continuing(self, tokens: Sequence[Token]) -> Person | None:
        """Return who has just spoken in the paragraph and goes on: “…,” the sailor said.

        Nobody where another may hold that office, or where “a sailor” was mentioned.
        """
        offset, text = tokens[0].start, self.cast.text
        if tokens[0].low != "the" or tokens[-1].low in self.strangers:
            return None
        spoke = {id(person): person for person, _ in self.speakers.get(self.sentence - 1, ())}
        if len(spoke) != 1 or QUOTED.search(text, max(0, offset - GAP), offset) is None:
            return None
        before = [t for t in self.traces.get(self.sentence - 1, ()) if id(t.person) in spoke]
        if not before or "\n" in text[before[0].offset : offset]:
            return None
        (person,) = spoke.values()
        office = [token.text for token in tokens]
        others = [p for p in self.cast.people if p is not person and p.first < offset]
        near = [t.person for t in self.traces.get(self.sentence - 1, ()) if not t.pronoun]
        rivals = [p for p in others if p.holds(office) and (p in near or not person.holds(office))]
        code = country_in(office)[0]
        head, told = tokens[-1].low, text[before[0].offset : offset].lower()
        serves = any({word.lower() for word in o} & members("ranks") for o in person.offices)
        if title_base(head) or not SPEAKER.fullmatch(head):
            fits = not person.offices and (head == "leader" or " ".join(office[1:]).lower() in told)
        else:
            fits = serves if head in SERVING else not person.offices
        able = fits or person.holds(office)
        return person if able and not rivals and code in ("", person.country) else None

    def _newcomer(self) -> Person | None:
        """Return whom the sentence before introduced by a country alone: Peru's NAME left."""
        people = self._only_subject()
        starts = [trace.offset for trace in self.traces.get(self.sentence - 1, ())]
        new = people and people[0].country and people[0].first in starts
        return people[0] if new else None

    def _going_on(self, offset: int, tokens: Sequence[Token]) -> Person | None:
        """Return who spoke last in the paragraph, if of the title: the minister also said…"""
        spoke = [p for p, _ in self.speakers.get(self.sentence - 1, ())]
        before = [t for t in self.traces.get(self.sentence - 1, ()) if t.person in spoke]
        goes_on = len(tokens) == 2 and GOES_ON.match(self.cast.text, tokens[-1].end)
        if len({*map(id, spoke)}) != 1 or not before or not goes_on:
            return None
        same = "\n" not in self.cast.text[before[0].offset : offset]
        held = any(office[-1].lower() == tokens[-1].low for office in spoke[0].offices)
        return spoke[0] if same and held else None

    def _visiting(self, office: Sequence[str]) -> Choice:
        """Return the guest, if one was received or is the counterpart of whoever is at home."""
        guests = [guest for number, _, guest in self.hosted if self.sentence - number <= RECENT]
        guests = guests[-1:] or [p for p in self.cast.people if id(p) in self.cast.likened]
        holders = [p for p in self.cast.people if p.holds(office)]
        able = [p for p in guests if p in holders or not p.offices]
        return Choice(tuple(able)) if len(able) == 1 else Choice((), tuple(holders))

    def _at_home(self, people: list[Person]) -> list[Person]:
        """Return the one who is not a counterpart, unless a counterpart just spoke; else all."""
        spoke = [person for person, _ in self.speakers.get(self.sentence - 1, ())]
        near = {id(trace.person) for trace in self.traces.get(self.sentence - 1, ())}
        away = self.cast.likened | (self.cast.guests - near)
        own = [p for p in people if id(p) not in away or p in spoke]
        return own if len(own) == 1 else people

    def _may_be_stranger(self, tokens: Sequence[Token], holders: Sequence[Person]) -> bool:
        """Return whether “an official” was mentioned after all those whom “the official” may be."""
        last = self.strangers.get(tokens[-1].low, -RECENT)
        if len(tokens) != 2 or self.sentence - last >= RECENT:
            return False
        since = (self.traces.get(n, ()) for n in range(last + 1, self.sentence + 1))
        named = any(t.person in holders and not t.pronoun for traces in since for t in traces)
        return not named

    def _only_subject(self, former: bool = False) -> list[Person]:
        """Return the only one whom the sentence before mentions: X left. The envoy said…

        After one speaker another follows, but for “the former Danish envoy”, who has an office now.
        """
        traces = [t for t in self.traces.get(self.sentence - 1, ()) if not t.pronoun]
        only = len(traces) == 1 and traces[0].role == "subject"
        new = self.sentence - 1 not in self.speakers
        people = [t.person for t in traces if t.person and only]
        return [p for p in people if former or (new and not p.offices)]

    def _in_full(self, trace: Trace) -> bool:
        """Return whether somebody is mentioned by the whole name."""
        name = trace.person.name if trace.person else "\0"
        return self.cast.text.startswith(name, trace.offset)


def _agrees(person: Person, tokens: Sequence[Token]) -> bool:
    """Return whether names before an office do not make it another: the Florida senator."""
    given = {word.lower() for office in person.offices for word in office}
    given |= {word.lower() for word in person.organization.split()}
    names = [t for t in tokens[:-1] if t.tag == "NNP" and not title_base(t.text)]
    text_words = [token.text for token in names]
    if not names or country_in(text_words)[0] or body_in(text_words)[0]:
        return True
    fields = {token.low for token in names} - given - members("fields")
    return not fields
