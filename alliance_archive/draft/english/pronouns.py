"""Whom “he” and “she” mean: the only one in reach, or whoever stands out there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extraction import Span
from .cast import Person
from .memory import BACK, Choice, Memory
from .traces import Trace

YOU = re.compile(r"\b[Yy]ou\b")
STRONG_VOTE = 2  # what "X said she…" counts for X's sex; other pronouns count one


class Pronouns(Memory):
    """Resolves he, she and the like."""

    def note_answer(self, offset: int, replies: bool) -> None:
        """Take whoever was spoken to for the pronoun of one who answers: X told Y; he replied.

        `replies` is whether the verb tells so, and not only that a question was asked before.
        """
        own = next((t for t in self.traces[self.sentence] if t.offset == offset), None)
        spoke = self.speakers.get(self.sentence - 1, ())
        speakers = {id(person): person for person, _ in spoke}
        if own is None or not own.pronoun or len(speakers) != 1:
            return
        asks = self.sentence - 1 in self.asking
        addressed = {
            id(trace.person): trace.person
            for trace in self.traces.get(self.sentence - 1, ())
            if trace.person and trace.fits(own.sex)
            # Whoever is asked answers, or the one whom the question is about.
            if asks or trace.role == "object"
            if asks or not any(span.holds(trace.offset) for _, span in spoke)
        }
        people = [person for key, person in addressed.items() if key not in speakers]
        if not people and speakers.keys() & self._questioner(own.sex):  # who spoke before that
            before = {id(p): p for p, _ in self.speakers.get(self.sentence - 2, ())}
            people = [p for i, p in before.items() if i not in speakers and p.sex in ("", own.sex)]
        chosen = self.pronouns[offset].people
        if len(people) == 1:
            self.pronouns[offset] = Choice((people[0],), tuple(speakers.values()))
        elif asks and replies and any(id(person) in speakers for person in chosen):
            self.pronouns[offset] = Choice((), chosen)  # who asks is not who replies

    def _questioner(self, sex: str) -> set[int]:
        """Return who just asked “Did you…?” and is not known to be of the sex of who answers."""
        if self.sentence - 1 not in self.asking:
            return set()
        spoke = self.speakers.get(self.sentence - 1, ())
        put = [p for p, span in spoke if YOU.search(self.cast.text, span.start, span.end)]
        return {id(p) for p in put if p.sex != sex}

    def he_or_she(
        self,
        offset: int,
        female: bool,
        content: Sequence[Span] = (),
        owned: bool = False,
        others: Sequence[Person] = (),
    ) -> Choice:
        """Return whom the pronoun means: the only one in reach, or the subject of known sex.

        `content` is what "…, he said" reports: whoever is named in it is not he. `owned` are his
        and him, which may mean somebody who is not the subject. It means none of `others`.
        """
        sex = "w" if female else "m"
        before = [t for t in self.traces[self.sentence] if t.offset < offset]
        inside = [t for t in before if _holds(content, t.offset)] if content else []
        barred = {id(t.person) for t in inside if not t.pronoun and t.person} | {*map(id, others)}
        # Nobody is he and she in one sentence.
        traces = self.traces[self.sentence]
        opposite = [t for t in traces if t.pronoun and t.sex != sex]
        barred |= {id(t.person) for t in opposite} | (self._questioner(sex) if content else set())
        here = [t for t in before if t.fits(sex) and (t.pronoun or t not in inside)]
        here = [t for t in here if id(t.person) not in barred]
        if self.reported:  # an open pronoun may mean who is named after it: She had left, X said
            spans = self.reported
            here = [t for t in here if t.person or not t.pronoun or not _holds(spans, t.offset)]
        if len(here) == 1 and not here[0].person:
            here[0].sex = sex  # her neighbor, who closed his shop
        client = self.represented.get(self.sentence)  # Orlova's office said she had agreed
        if client and all(t.person in (None, client) for t in before) and client.sex in ("", sex):
            return Choice((client,))
        lead = here or before  # his spokeswoman said he…; she quoted him as saying
        voice = lead[0].person if lead and lead[0].role == "subject" else None
        principal = self.principals.get(id(voice)) if voice else None
        if voice and principal and principal.sex in ("", sex):
            return Choice((principal,), (voice,))
        told = all(t.sex == sex or (t.person and t.person.sex == sex) for t in here)
        if here and (told or any(owned or t.role == "subject" or t.pronoun for t in here)):
            return self._chosen(here, sex, STRONG_VOTE)
        for back in range(1, BACK + 1):
            earlier = [t for t in self.traces.get(self.sentence - back, ()) if t.fits(sex)]
            earlier = [t for t in earlier if id(t.person) not in barred]
            only = owned and bool(others) and len({id(t.person) for t in earlier}) == 1
            if opposite and not only:
                earlier = self._known(earlier, sex) or earlier
            if earlier and self._is_open(earlier, bool(opposite) and not only, back, sex):
                return Choice((), tuple(t.person for t in earlier if t.person))
            never = all(t.person and _never(t.person, sex) for t in earlier)
            if never and (not earlier or self._known_before(back, sex)):
                continue  # none; or whoever only ever was “he” beside a woman before is not “she”
            choice = self._chosen(earlier, sex, 1, self.speakers.get(self.sentence - back, ()))
            same = not here or {id(t.person) for t in here} == {id(p) for p in choice.people}
            # X had lived there since May, she said: X, unless somebody else was just mentioned
            own = [t for t in inside if t.fits(sex) and not t.pronoun]
            own = [t for t in own if t.role == "subject" or not t.person]
            same = same and (back == 1 or not own)
            return choice if same else Choice((), choice.people or choice.others)
        # X's account was short: it was late, he said.
        owner = {id(t.person) for t in here if t.chunk < 0 and t.person}
        only = len(owner) == 1 and all(id(t.person) in owner for t in here)
        people = tuple(t.person for t in here if t.person)
        return Choice(people[:1]) if only else Choice((), people)

    def _known(self, traces: Sequence[Trace], sex: str) -> list[Trace]:
        """Return the mentions of people known to be of that sex."""
        return [t for t in traces if sex in (t.sex, t.person.sex if t.person else "")]

    def _is_open(self, traces: Sequence[Trace], beside: bool, back: int, sex: str) -> bool:
        """Return whether a pronoun stays open: nobody fits for sure, or each has a partner who may.

        `beside` is whether a pronoun of the other sex is in the same sentence.
        """
        if beside:  # but: she quoted him
            return not self._known(traces, sex)
        people = [t.person for t in traces if t.person]
        return bool(people) and all(self._has_partner(p, back, sex) for p in people)

    def _has_partner(self, person: Person, back: int, sex: str) -> bool:
        """Return whether the pronoun may as well mean a counterpart mentioned nearby."""
        if sex in (person.sex, *person.votes):
            return False
        joined = [p for pair in self.pairs if person in pair for p in pair]
        partners = {id(p) for p in joined if p is not person and sex in (p.sex or p.votes)}
        reach = range(self.sentence - BACK, self.sentence - back + 1)
        return any(id(t.person) in partners for n in reach for t in self.traces.get(n, ()))

    def _known_before(self, back: int, sex: str) -> bool:
        """Return whether somebody of that sex is mentioned further back, but in reach."""
        reach = range(self.sentence - BACK, self.sentence - back)
        traces = (t for n in reach for t in self.traces.get(n, ()) if t.person)
        return any(t.person and sex in (t.person.sex or t.person.votes) for t in traces)

    def _chosen(
        self,
        traces: Sequence[Trace],
        sex: str,
        vote: int,
        speakers: Sequence[tuple[Person, Span]] = (),
    ) -> Choice:
        """Return the one person of the traces, or who stands out among them."""
        meant = [(trace, trace.meant(sex)) for trace in traces]
        people = {id(p): p for _, p in meant if p}
        unknown = [t for t, p in meant if not p]
        if len(people) == 1 and not unknown:
            (person,) = people.values()
            person.votes += sex * vote
            return Choice((person,))
        rivals = tuple(people.values()) + tuple(p for t in unknown for p in t.others)
        rivals = tuple({id(p): p for p in rivals}.values())
        leading = self._leading(traces, speakers)
        others = tuple(p for p in rivals if p is not leading)
        if leading is None:
            return Choice((), rivals)
        asserting = bool(speakers) and leading is self.asserting.get(self.sentence - 1)
        acting = [t for t in traces if t.person is not leading and t.role == "subject"]
        if asserting:  # “an officer is on board”: somebody without a name does not go on speaking
            acting = [t for t in acting if t.person]
        own = [t.sex for t in traces if t.person is leading and t.pronoun]
        if sex in (leading.sex, *own, *leading.votes[:1]) and not _other_sex(leading, sex):
            acting = [t for t in acting if not any(span.holds(t.offset) for _, span in speakers)]
            fits = True
        else:
            aside = all(t.role == "oblique" for t in traces if t.person is not leading)
            alone = aside and len(people) == 1 and not speakers
            fits = (asserting or alone) and not leading.sex
            fits = fits and id(leading) in people
            fits = fits and not (_other_sex(leading, sex) or any(p.sex == sex for p in others))
        if fits and not acting:
            return Choice((leading,), others)
        return Choice((), rivals)

    def _leading(
        self, traces: Sequence[Trace], speakers: Sequence[tuple[Person, Span]]
    ) -> Person | None:
        """Return who spoke in the sentence, else its subject."""
        spoke = {id(person): person for person, _ in speakers}
        if spoke:
            return next(iter(spoke.values())) if len(spoke) == 1 else None
        return next((trace.person for trace in traces if trace.role == "subject"), None)


def _never(person: Person, sex: str) -> bool:
    return not person.sex and bool(person.votes) and sex not in person.votes


def _other_sex(person: Person, sex: str) -> bool:
    """Return whether the pronouns that could mean only this person tell of the other sex."""
    return person.votes.count(sex) < len(person.votes) / 2


def _holds(spans: Sequence[Span], offset: int) -> bool:
    return any(span.holds(offset) for span in spans)
