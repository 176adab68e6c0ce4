"""Whom each sentence mentions and brings together, remembered as the text is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from ..extraction import Span
from .cast import PEERS, Person, is_peer
from .clauses import Clauses
from .designations import Designations
from .gazetteer import person_word, title_base
from .lexicon import members
from .memory import BACK, Choice
from .mentions import counted
from .pronouns import Pronouns
from .traces import FEMALE, MALE, PERSONAL, Clue, Trace, clues_of, together

VERBS = ("VG", "GER", "PART")
OWNER = -1  # instead of the chunk of an owner, who is only a part of it


class Antecedents(Pronouns, Designations):
    """Reads sentence by sentence whom the text mentions."""

    def note_sentence(
        self,
        number: int,
        clauses: Clauses,
        trailing: Mapping[int, Sequence[Span]],
        groups: bool = True,
    ) -> None:
        """Go on to a sentence, and remember whom it mentions, and in which groups.

        `trailing` gives the reported words before "…, X said", by the offset of X.
        """
        self.sentence = number
        self.reported = [span for spans in trailing.values() for span in spans]
        self.traces[number], self.plurals[number] = [], []
        for clue in _outer_first(clauses, trailing):
            self._trace(clauses, clue, trailing)
        traces = self.traces[number]
        traces.sort(key=attrgetter("offset"))
        self._note_ahead(clauses)
        if not groups:
            return
        people = {t.chunk: t.person for t in traces if t.person and t.chunk != OWNER}
        if len(people) > 1:
            described = {t.chunk for t in traces if not t.person}
            described |= {i for i, noun in clauses.noun_phrases() if person_word(noun[-1].text)}
            described -= people.keys()
            self._note_hosted(clauses, people)
            for offset, group in together(clauses, people, described):
                self.note_group(offset, group)
        self._note_counted(clauses)

    def _trace(self, clauses: Clauses, clue: Clue, trailing: Mapping[int, Sequence[Span]]) -> None:
        kind, first = clue.kind, clue.tokens[0]
        if kind == "pronoun":
            self._trace_pronoun(clauses, clue, trailing.get(first.start, ()))
        elif kind == "name":
            self._trace_name(clauses, clue)
        elif kind == "owner":
            self._trace_owner(clauses, clue)
        elif kind == "plural":
            self.plurals[self.sentence].append(first.start)
        elif kind == "description":
            self._trace_description(clauses, clue)
        elif kind == "them":
            self.company.add(self.sentence)
        elif clauses.kinds[clue.chunk - 1] == "," and any(
            t.chunk == clue.chunk - 2 and t.person for t in self.traces[self.sentence]
        ):
            return  # NAME, the Fijian
        elif (people := self.designated(clue.tokens)) is not None:
            self._leave(clue.chunk, first.start, people, "", clue.role)

    def _note_ahead(self, clauses: Clauses) -> None:
        """Take a pronoun ahead of the subject for the subject: Asked if he was ready, X said…"""
        traces = self.traces[self.sentence]
        if clauses.kinds[0] not in ("PART", "GER", "CS", "WRB"):
            return
        subjects = (t for t in traces if t.role == "subject" or clauses.kinds[t.chunk - 1] == ",")
        named = next((trace for trace in subjects if trace.person), None)
        if named is None or named.pronoun:
            return
        for trace in [t for t in traces if t.pronoun and t.offset < named.offset]:
            unknown = trace.person is None and not self.pronouns[trace.offset].others
            if unknown and named.person and named.fits(trace.sex):
                named.person.votes += trace.sex
                traces.remove(trace)

    def _trace_pronoun(self, clauses: Clauses, clue: Clue, content: Sequence[Span]) -> None:
        first, index = clue.tokens[0], clue.chunk
        if clauses.is_inserted(index):  # the minister, she says, is late
            content = (*content, clauses.span(clauses.token_range((index - 2, index - 1))))
        owned = first.tag in ("PRPS", "OBJ")
        doer = self._doer(clauses, index) if first.tag == "OBJ" else self._beside(clauses, index)
        doer = (*doer, *self._singled_out(clauses))
        choice = self._sender(clauses, index) if clauses.kinds[index - 1] == "REL" else None
        other = _tells_of_other(clauses, content, clue.sex)
        votes = {id(person): person.votes for person in self.cast.people} if other else {}
        choice = choice or self.he_or_she(first.start, clue.sex == "w", content, owned, doer)
        told = [p for p in choice.people if other and clue.sex not in (p.sex, *votes[id(p)][:1])]
        if any(map(self._may_be_either, told)):  # He had come, she said: who is he or she?
            choice = Choice((), choice.people)
            for one in choice.others:
                one.votes = votes[id(one)]
        if first.tag == "PRPS" and choice.others:
            choice = Choice((), (*choice.people, *choice.others))
        self.pronouns[first.start] = choice
        person = choice.people[0] if choice.people else None
        if person and first.tag == "PRPS" and clauses.kinds[index - 1] == ",":
            self._note_peer(clauses, index, person)
        chunk = index if len(clue.tokens) == 1 else OWNER
        trace = Trace(chunk, first.start, person, clue.sex, clue.role, True)
        self.traces[self.sentence].append(trace)

    def _may_be_either(self, person: Person) -> bool:
        """Return whether no other is near whom the second of “he” and “she” may mean."""
        near = [self.traces.get(self.sentence - back, ()) for back in range(BACK + 1)]
        others = any(t.person not in (None, person) for traces in near for t in traces)
        return not others or all(t.person is not person for t in near[1])

    def _sender(self, clauses: Clauses, index: int) -> Choice | None:
        """Return whom “he” means in “a letter from NAME, in which he…”."""
        sender = clauses.skip_left(index - 3, (",",))
        letter = sender - 2
        written = clauses.lows[letter] in members("vehicles", "messages")
        linked = clauses.lows[index - 2] == "in" and clauses.lows[letter + 1] in ("from", "by")
        traces = self.traces[self.sentence]
        people = [t.person for t in traces if t.person and t.chunk == sender]
        return Choice((people[0],)) if written and linked and people else None

    def _doer(self, clauses: Clauses, index: int) -> Sequence[Person]:
        """Return the subject of an object's own verb, who is not it: X offered him one."""
        verb = next((n for n in range(index - 1, -1, -1) if clauses.kinds[n] in VERBS), None)
        first, last = (verb is not None and clauses.subject(verb)) or (0, 0)
        if verb and verb > 1 and clauses.kinds[verb] != "VG":  # X, standing next to him, said
            last = verb - 1 if clauses.kinds[verb - 1] == "," else verb
            first = clauses.chain_start(last - 1)
        traces = self.traces[self.sentence]
        return [t.person for t in traces if t.person and first <= t.chunk < last]

    def _singled_out(self, clauses: Clauses) -> list[Person]:
        """Return who is not the subject: Asked whether it was X who had left, she said…"""
        return [
            trace.person
            for trace in self.traces[self.sentence]
            if trace.person and clauses.kinds[trace.chunk + 1] == "REL"
            if (clauses.lows[trace.chunk - 2], clauses.kinds[trace.chunk - 1]) == ("it", "VG")
        ]

    def _beside(self, clauses: Clauses, index: int) -> Sequence[Person]:
        """Return with whom a subject does something, who is not it: speaking beside X, he said."""
        if clauses.kinds[index - 1] != ",":
            return ()
        ends = clauses.kinds[index + 1] == "," and clauses.kinds[index + 2] == "VG"
        apposed = ends or clauses.kinds[index + 1] == "IN"
        apposed = apposed and person_word(clauses.chunk_tokens(index)[-1].low) is not None
        if apposed or clauses.kinds[index - 2] == "REL":
            # NAME, his cousin, said; NAME, who, he noted, had left
            named = index - (2 if apposed else 4)
            traces = self.traces[self.sentence]
            return [t.person for t in traces if t.person and t.chunk == named]
        if clauses.kinds[0] not in ("GER", "PART"):
            return ()
        end = next((n for n in range(index) if clauses.kinds[n] == "VG"), index)
        traces = self.traces[self.sentence]
        return [t.person for t in traces if t.person and 0 < t.chunk < end and not t.pronoun]

    def _trace_name(self, clauses: Clauses, clue: Clue) -> None:
        assert clue.naming is not None
        people = self.cast.find(clue.naming, clue.naming.start) or self._by_initials(clue.tokens)
        if not people and not clue.somebody:
            return
        if len(people) == 1:
            self._note_owned(clauses, clue.chunk, people[0])
            # The chair of the committee, NAME, is one.
            apart = clauses.kinds[clue.chunk - 1] == ","
            office = clauses.chain_start(clue.chunk - 2) if apart else clue.chunk
            traces = self.traces[self.sentence]
            if office < clue.chunk - 2:
                traces[:] = [t for t in traces if t.person or t.chunk != office]
            self._note_client(clauses, clue.chunk, people[0])
        self._leave(clue.chunk, clue.naming.start, people, clue.sex, clue.role)

    def _note_client(self, clauses: Clauses, index: int, client: Person) -> None:
        """Remember for whom somebody speaks: NAME, a spokesman for X, said; an aide to X said."""
        voice = index - 2
        if clauses.lows[index - 1] not in ("for", "to") or not _speaks(clauses, voice, index + 1):
            return
        traces = self.traces[self.sentence]
        named = [t.person for t in traces if t.person and t.chunk == voice - 2]
        if clauses.kinds[voice - 1] == "," and named:
            self.principals[id(named[0])] = client
        else:
            self.represented[self.sentence] = client

    def _note_owned(self, clauses: Clauses, index: int, named: Person) -> None:
        """Remember whose spokesman or counterpart somebody is: his spokesman, NAME, said…"""
        naming, tokens = clauses.naming(index), clauses.chunk_tokens(index)
        words_of = tokens[: -len(naming.name)] if naming is not None else ()
        if not words_of or words_of[-1].low not in PEERS:
            if clauses.kinds[index - 1] != "," or clauses.kinds[index - 2] != "NP":
                return
            words_of = clauses.chunk_tokens(index - 2)
        owners = [t.person for t in self.traces[self.sentence] if t.offset == words_of[0].start]
        owner = owners[0] if owners else None
        if owner and owner is not named:
            self._note_pair(owner, named, words_of[-1].low)
        if owner and owner is not named and named.speaks_for_others:
            self.principals[id(named)] = owner
        elif owner and not named.offices and is_peer(words_of):
            named.offices += owner.offices
            self.cast.likened.add(id(named))

    def _note_pair(self, owner: Person, other: Person, word: str) -> None:
        """Remember two whom a word such as “her counterpart” or “his colleague” joins."""
        if word == "colleague":
            self.colleagues.append((owner, other))
        elif word in PEERS | members("visitors"):
            self.pairs.append((owner, other))

    def _note_peer(self, clauses: Clauses, index: int, owner: Person) -> None:
        """Give the office of “her” in “NAME, her Polish colleague” to whoever is named."""
        named = [t.person for t in self.traces[self.sentence] if t.chunk == index - 2]
        person = named[0] if named else None
        if person and person is not owner:
            self._note_pair(owner, person, clauses.chunk_tokens(index)[-1].low)
        peer = person is not owner and is_peer(clauses.chunk_tokens(index))
        if person and peer and not person.offices:
            person.offices += owner.offices
            self.cast.likened.add(id(person))

    def _trace_owner(self, clauses: Clauses, clue: Clue) -> None:
        """Remember the owner in “Orlova's plan” and “the minister's plan”."""
        naming, start = clue.naming, clue.tokens[0].start
        people = self.cast.find(naming, naming.start) if naming is not None else []
        if clue.somebody and naming is None:
            people = list(self.officer(start, clue.tokens).people)
        if people or clue.somebody:
            self._leave(OWNER, start, people, "")
        if len(people) == 1 and _speaks(clauses, clue.chunk, clue.chunk + 1):
            self.represented[self.sentence] = people[0]

    def _trace_description(self, clauses: Clauses, clue: Clue) -> None:
        """Remember somebody with an office or a kin word, unless a name is beside it."""
        tokens, before = clue.tokens, clue.chunk - 2
        if clauses.kinds[before + 1] == "," and any(
            trace.chunk == before for trace in self.traces[self.sentence]
        ):
            return
        if tokens[0].low in ("a", "an", "another"):
            self.strangers[tokens[-1].low] = self.sentence
        if foretold := self.cast.foretold.get(tokens[0].start):
            people: Sequence[Person] = (foretold,)
        elif speaker := self.continuing(tokens):
            people = (speaker,)
        else:
            people = self._relative(tokens) or self._national(tokens) or ()
            if not people and (tokens[0].low == "the" or tokens[-1].low == "host"):
                people = self.officer(tokens[0].start, tokens).people
        self._leave(clue.chunk, tokens[0].start, people, clue.sex, clue.role)

    def _note_counted(self, clauses: Clauses) -> None:
        """Remember a group named by its number and office: all three defense chiefs."""
        for _, tokens in clauses.noun_phrases():
            word = person_word(tokens[-1].text)
            if word is None:
                continue
            count = counted(tokens) if len(tokens) > 1 else None
            title = title_base(tokens[-1].text)
            ministers = len(tokens) == 2 and tokens[1].tag == "NNS" and title
            known = (count and title) or (tokens[0].low == "the" and (ministers or count))
            if not known:
                continue
            office, sex = ([t.text for t in tokens], "") if title else ((), word[1])
            choice = self.they(tokens[0].start, count, office, sex)
            self.note_group(tokens[-1].end, choice.people)
            if choice.people and title:
                self.note_known(tokens[0].start)

    def _note_hosted(self, clauses: Clauses, people: Mapping[int, Person]) -> None:
        """Remember who received whom: X hosted Y, her guest."""
        for index in clauses.of_kind("VG"):
            subject = clauses.subject(index) if clauses.base(index) in members("hosting") else None
            if subject is None or clauses.chunks[index].passive:
                continue
            host = {id(p): p for i, p in people.items() if subject[0] <= i < subject[1]}
            guest = {id(p): p for i, p in people.items() if i > index}
            if len(host) == len(guest) == 1 and host.keys() != guest.keys():
                (one,), (other,) = host.values(), guest.values()
                self.hosted.append((self.sentence, one, other))


def _speaks(clauses: Clauses, voice: int, end: int) -> bool:
    """Return whether an office or an aide, its phrase ending at `end`, says something."""
    verb = clauses.skip(end)
    if clauses.kinds[verb] == ",":  # X's aide, NAME, said
        verb = clauses.skip((clauses.next_word(",", verb + 1) or verb) + 1)
    told = clauses.kinds[verb] == "VG" and "q" in clauses.frames(verb)
    return told and clauses.lows[voice] in members("representatives")


def _outer_first(clauses: Clauses, trailing: Mapping[int, Sequence[Span]]) -> Sequence[Clue]:
    """Return the clues of a sentence: who says “…, she said” before the “he” in what she says."""
    clues = clues_of(clauses)
    if not trailing:
        return clues
    spoke = {t.start: t.low in FEMALE for t in clauses.tokens if t.low in PERSONAL}
    outer = [(span, spoke[at]) for at in trailing if at in spoke for span in trailing[at]]
    inner = {
        at
        for at, female in spoke.items()
        if any(span.holds(at) and female != spoken for span, spoken in outer)
    }
    return sorted(clues, key=lambda clue: clue.tokens[0].start in inner)


def _tells_of_other(clauses: Clauses, content: Sequence[Span], sex: str) -> bool:
    """Return whether the words before “…, she said” tell of him, outside quotation marks."""
    if not content:
        return False
    other = MALE if sex == "w" else FEMALE
    pronouns = [
        token.start for token in clauses.tokens if token.low in other and token.tag == "PRP"
    ]
    return any(span.holds(start) for span in content for start in pronouns)
