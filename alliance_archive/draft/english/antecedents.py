"""Whom a text has named up to a point: the people that pronouns, numbers and offices mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from ..extraction import Span
from .cast import PEERS, Cast, Person, is_peer
from .clauses import Clauses
from .gazetteer import body_in, citizen, country_in, domains_of, person_word, title_base
from .lexicon import members, sex_by_word
from .mentions import counted, countries
from .naming import is_state
from .sentences import Token
from .traces import FEMALE, PERSONAL, Clue, Trace, clues_of, together

BACK = 3  # sentences looked back for the person a pronoun means
BACK_GROUP = 4  # sentences looked back for the people "they" means
SOON = 500  # code points within which a text names whom it has described
RECENT = 6  # sentences in which one of two ministers is the one meant

HOST = [("host",)]
DETERMINERS = ("DT", "PRPS", "POS")
VERBS = ("VG", "GER", "PART")
OWNER = -1  # instead of the chunk of an owner, who is only a part of it
YOU = re.compile(r"\b[Yy]ou\b")
THE = re.compile(r"[Tt]he (\w+)")
GOES_ON = re.compile(r" (?:also|further|added|then|continued|went on)\b")
STRONG_VOTE = 2  # what "X said she…" counts for X's sex; other pronouns count one


class Choice(NamedTuple):
    """Whom a mention means, nobody if the text leaves it open, and who else it could be."""

    people: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()


NOBODY = Choice()


class Antecedents:
    """The people named and meant, in reading order; those resolved last are what pronouns mean."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.sentence = 0  # the number of the sentence that is read
        self.groups: list[tuple[int, int, tuple[Person, ...]]] = []
        self.speakers: dict[int, list[tuple[Person, Span]]] = {}
        self.traces: dict[int, list[Trace]] = {}
        self.plurals: dict[int, list[int]] = {}  # offsets of people who are not named
        self.reported: Sequence[Span] = ()  # the words before “…, X said” of the sentence
        self.company: set[int] = set()  # sentences in which others are “them”: A and B joined them
        self.pronouns: dict[int, Choice] = {}
        self.principals: dict[int, Person] = {}  # whom “his spokesman, NAME” speaks for
        self.hosted: list[tuple[int, Person, Person]] = []  # in which sentence who received whom
        self.strangers: dict[str, int] = {}  # the sentence of the last “an official”, by the title
        self.asking: set[int] = set()  # sentences in which somebody asks a question
        self.asked: dict[int, list[Trace]] = {}  # those whom a sentence tells to have been asked
        self.asserting: dict[int, Person | None] = {}  # who last asserted something in a sentence

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
        for subject in clauses.asked():
            self.asked[number] = [t for t in traces if subject[0] <= t.chunk < subject[1]]
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
        first = clue.tokens[0]
        if clue.kind == "pronoun":
            self._trace_pronoun(clauses, clue, trailing.get(first.start, ()))
        elif clue.kind == "name":
            self._trace_name(clauses, clue)
        elif clue.kind == "owner":
            self._trace_owner(clue)
        elif clue.kind == "plural":
            self.plurals[self.sentence].append(first.start)
        elif clue.kind == "description":
            self._trace_description(clauses, clue)
        elif clue.kind == "them":
            self.company.add(self.sentence)
        elif clauses.kind(clue.chunk - 1) == "," and any(
            t.chunk == clue.chunk - 2 and t.person for t in self.traces[self.sentence]
        ):
            return  # NAME, the Fijian
        elif (people := self.designated(clue.tokens)) is not None:
            self._leave(clue.chunk, first.start, people, "", clue.role)

    def _leave(
        self, chunk: int, offset: int, people: Sequence[Person], sex: str, role: str = "oblique"
    ) -> None:
        """Remember that somebody is mentioned, who is one of these people."""
        person = people[0] if len(people) == 1 else None
        trace = Trace(chunk, offset, person, sex, role, False, tuple(people))
        self.traces[self.sentence].append(trace)

    def _trace_pronoun(self, clauses: Clauses, clue: Clue, content: Sequence[Span]) -> None:
        first, index = clue.tokens[0], clue.chunk
        around = [clauses.kind(step) for step in range(index - 2, index + 3)]
        if around == ["NP", ",", "NP", "VG", ","]:  # the minister, she says, is late
            content = (*content, clauses.span(clauses.token_range((index - 2, index - 1))))
        owned = first.tag in ("PRPS", "OBJ")
        doer = self._doer(clauses, index) if first.tag == "OBJ" else self._beside(clauses, index)
        choice = self._sender(clauses, index) if clauses.kind(index - 1) == "REL" else None
        choice = choice or self.he_or_she(first.start, clue.sex == "w", content, owned, doer)
        if first.low in ("himself", "herself"):
            choice = self._same(clauses, index) or choice
        if first.tag == "PRPS" and choice.others:
            choice = Choice((), (*choice.people, *choice.others))
        self.pronouns[first.start] = choice
        person = choice.people[0] if choice.people else None
        if person and first.tag == "PRPS" and clauses.kind(index - 1) == ",":
            self._note_peer(clauses, index, person)
        chunk = index if len(clue.tokens) == 1 else OWNER
        trace = Trace(chunk, first.start, person, clue.sex, clue.role, True)
        self.traces[self.sentence].append(trace)

    def _sender(self, clauses: Clauses, index: int) -> Choice | None:
        """Return whom “he” means in “a letter from NAME, in which he…”."""
        sender = clauses.skip_left(index - 3, (",",))
        letter = sender - 2
        written = clauses.low(letter) in members("vehicles") | members("messages")
        linked = clauses.low(index - 2) == "in" and clauses.low(letter + 1) in ("from", "by")
        traces = self.traces[self.sentence]
        people = [t.person for t in traces if t.person and t.chunk == sender]
        return Choice((people[0],)) if written and linked and people else None

    def _doer(self, clauses: Clauses, index: int) -> Sequence[Person]:
        """Return the subject of an object's own verb, who is not it: X offered him one."""
        verb = next((n for n in range(index - 1, -1, -1) if clauses.kind(n) in VERBS), None)
        first, last = (verb is not None and clauses.subject(verb)) or (0, 0)
        if verb and verb > 1 and clauses.kind(verb) != "VG":  # X, standing next to him, said
            last = verb - 1 if clauses.kind(verb - 1) == "," else verb
            first = clauses.chain_start(last - 1)
        traces = self.traces[self.sentence]
        return [t.person for t in traces if t.person and first <= t.chunk < last]

    def _beside(self, clauses: Clauses, index: int) -> Sequence[Person]:
        """Return with whom a subject does something, who is not it: speaking beside X, he said."""
        if clauses.kind(index - 1) != "," or clauses.kind(0) not in ("GER", "PART"):
            return ()
        end = next((n for n in range(index) if clauses.kind(n) == "VG"), index)
        traces = self.traces[self.sentence]
        return [t.person for t in traces if t.person and 0 < t.chunk < end and not t.pronoun]

    def _same(self, clauses: Clauses, index: int) -> Choice | None:
        """Return who is named directly before "himself"; None where a verb is."""
        naming = clauses.naming(index - 1)
        people = self.cast.find(naming, naming.start) if naming is not None else []
        return Choice(tuple(people)) if len(people) == 1 else None

    def _trace_name(self, clauses: Clauses, clue: Clue) -> None:
        assert clue.naming is not None
        people = self.cast.find(clue.naming, clue.naming.start) or self._by_initials(clue.tokens)
        if not people and not clue.somebody:
            return
        if len(people) == 1:
            self._note_owned(clauses, clue.chunk, people[0])
        if not people and not clue.somebody:
            return
        if len(people) == 1:
            self._note_owned(clauses, clue.chunk, people[0])
            # The chair of the committee, NAME, is one.
            apart = clauses.kind(clue.chunk - 1) == ","
            office = clauses.chain_start(clue.chunk - 2) if apart else clue.chunk
            traces = self.traces[self.sentence]
            if office < clue.chunk - 2:
                traces[:] = [t for t in traces if t.person or t.chunk != office]
        self._leave(clue.chunk, clue.naming.start, people, clue.sex, clue.role)

    def _note_owned(self, clauses: Clauses, index: int, named: Person) -> None:
        """Remember whose spokesman or counterpart somebody is: his spokesman, NAME, said…"""
        naming, tokens = clauses.naming(index), clauses.chunk_tokens(index)
        words_of = tokens[: -len(naming.name)] if naming is not None else ()
        if not words_of or words_of[-1].low not in PEERS:
            if clauses.kind(index - 1) != "," or clauses.kind(index - 2) != "NP":
                return
            words_of = clauses.chunk_tokens(index - 2)
        owners = [t.person for t in self.traces[self.sentence] if t.offset == words_of[0].start]
        owner = owners[0] if owners else None
        if owner and owner is not named and named.speaks_for_others:
            self.principals[id(named)] = owner
        elif owner and not named.offices and is_peer(words_of):
            named.offices += owner.offices
            self.cast.likened.add(id(named))

    def _note_peer(self, clauses: Clauses, index: int, owner: Person) -> None:
        """Give the office of “her” in “NAME, her Polish colleague” to whoever is named."""
        named = [t.person for t in self.traces[self.sentence] if t.chunk == index - 2]
        person = named[0] if named else None
        peer = person is not owner and is_peer(clauses.chunk_tokens(index))
        if person and peer and not person.offices:
            person.offices += owner.offices
            self.cast.likened.add(id(person))

    def _trace_owner(self, clue: Clue) -> None:
        """Remember the owner in “Orlova's plan” and “the minister's plan”."""
        naming, start = clue.naming, clue.tokens[0].start
        people = self.cast.find(naming, naming.start) if naming is not None else []
        if clue.somebody and naming is None:
            people = list(self.officer(start, clue.tokens).people)
        if people or clue.somebody:
            self._leave(OWNER, start, people, "")

    def _trace_description(self, clauses: Clauses, clue: Clue) -> None:
        """Remember somebody with an office or a kin word, unless a name is beside it."""
        tokens, before = clue.tokens, clue.chunk - 2
        if clauses.kind(before + 1) == "," and any(
            trace.chunk == before for trace in self.traces[self.sentence]
        ):
            return
        if tokens[0].low in ("a", "an", "another"):
            self.strangers[tokens[-1].low] = self.sentence
        if foretold := self.cast.foretold.get(tokens[0].start):
            people: Sequence[Person] = (foretold,)
        else:
            people = self._relative(tokens) or self._national(tokens) or ()
            if not people and (tokens[0].low == "the" or tokens[-1].low == "host"):
                people = self.officer(tokens[0].start, tokens).people
        self._leave(clue.chunk, tokens[0].start, people, clue.sex, clue.role)

    def _note_counted(self, clauses: Clauses) -> None:
        """Remember a group named by its number and office: all three defense chiefs."""
        for _, tokens in clauses.noun_phrases():
            count = counted(tokens) if len(tokens) > 1 else None
            if count is None and not (tokens[0].low == "the" and tokens[-1].tag == "NNS"):
                continue
            title, word = title_base(tokens[-1].text), person_word(tokens[-1].text)
            ministers = len(tokens) == 2 and tokens[1].tag == "NNS" and title
            known = (count and title) or (
                tokens[0].low == "the" and (ministers or (count and word))
            )
            if not known:
                continue
            office, sex = ([t.text for t in tokens], "") if title or not word else ((), word[1])
            choice = self.they(tokens[0].start, count, office, sex)
            self.note_group(tokens[-1].end, choice.people)
            if choice.people and title:
                self.note_known(tokens[0].start)
            elif not title and not choice.people:
                self.note_open_group(tokens[-1].end)

    def note_group(self, offset: int, people: Sequence[Person]) -> None:
        """Remember people named or meant together."""
        if len(people) > 1:
            self.groups.append((self.sentence, offset, tuple(people)))

    def note_known(self, offset: int) -> None:
        """Remember that those mentioned there are known."""
        plurals = self.plurals.get(self.sentence, [])
        if offset in plurals:
            plurals.remove(offset)

    def note_open_group(self, offset: int) -> None:
        """Remember that several people are meant whom the text does not identify."""
        self.groups.append((self.sentence, offset, ()))

    def note_speaker(
        self,
        people: Sequence[Person],
        reported: Span,
        asserts: bool = False,
        asks: bool = False,
    ) -> None:
        """Remember who spoke, and where what is reported stands; `asserts` if in a whole clause."""
        if asks:
            self.asking.add(self.sentence)
        if len(people) == 1:
            self.asserting[self.sentence] = people[0] if asserts else None
            self.speakers.setdefault(self.sentence, []).append((people[0], reported))

    def note_answer(self, offset: int) -> None:
        """Take whoever was spoken to for the pronoun of one who answers: X told Y; he replied."""
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
        if len(people) == 1:
            self.pronouns[offset] = Choice((people[0],), tuple(speakers.values()))

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
        voice = here[0].person if here and here[0].role == "subject" else None
        principal = self.principals.get(id(voice)) if voice else None
        if voice and principal and principal.sex in ("", sex):
            return Choice((principal,), (voice,))
        told = all(t.sex == sex or (t.person and t.person.sex == sex) for t in here)
        if here and (told or any(owned or t.role == "subject" or t.pronoun for t in here)):
            return self._chosen(here, sex, STRONG_VOTE)
        for back in range(1, BACK + 1):
            earlier = [t for t in self.traces.get(self.sentence - back, ()) if t.fits(sex)]
            earlier = [t for t in earlier if id(t.person) not in barred]
            if opposite:  # beside a “he”, “she” is only whoever is known to be a woman
                known = [t for t in earlier if sex in (t.sex, t.person.sex if t.person else "")]
                if earlier and not known:
                    return Choice((), tuple(t.person for t in earlier if t.person))
                earlier = known
            never = all(t.person and _never(t.person, sex) for t in earlier)
            if never and (not earlier or self._known_before(back, sex)):
                continue  # none; or whoever only ever was “he” beside a woman before is not “she”
            asked = [t for t in self.asked.get(self.sentence - back, ()) if t in earlier]
            earlier = asked if len(asked) == back == 1 else earlier  # he was asked; “…,” he said
            choice = self._chosen(earlier, sex, 1, self.speakers.get(self.sentence - back, ()))
            same = not here or {id(t.person) for t in here} == {id(p) for p in choice.people}
            # X had lived there since May, she said: X, unless somebody else was just mentioned
            own = [t for t in inside if t.fits(sex) and not t.pronoun]
            own = [t for t in own if t.role == "subject" or not t.person]
            same = same and (back == 1 or not own)
            return choice if same else Choice((), choice.people or choice.others)
        return Choice((), tuple(t.person for t in here if t.person))

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
        people = {id(p): p for p in (trace.meant(sex) for trace in traces) if p}
        unknown = [t for t in traces if not t.meant(sex)]
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
        own = [t.sex for t in traces if t.person is leading and t.pronoun and t.role == "subject"]
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

    def they(self, offset: int, count: int | None, office: Sequence[str], sex: str = "") -> Choice:
        """Return the people last named together, of the number and office that the text gives.

        Without number and office, nobody if others are mentioned beside them.
        """
        bare = count is None and not office
        for group_sentence, group_offset, people in reversed(self.groups[-12:]):
            far = self.sentence - group_sentence > BACK_GROUP
            if group_offset >= offset or (far and not (count and self._only(people))):
                continue
            if not people and not office:
                return NOBODY
            if bare and self._others_since(group_sentence, offset):
                return Choice((), people)
            if people and _fits(people, count, office, sex):
                strangers = not (office or (count or 0) > 2) and (
                    self._strangers_since(group_sentence, people, sex)
                    or group_sentence in self.company
                )
                return Choice((), people) if strangers else Choice(people)
        if count is not None and office:
            holders = [p for p in self.cast.people if p.holds(office) and p.first < offset]
            return Choice(tuple(holders)) if len(holders) == count else NOBODY
        return NOBODY

    def _only(self, people: Sequence[Person]) -> bool:
        """Return whether the text tells of no other people of that number together."""
        return all(not g or len(g) != len(people) or {*g} == {*people} for _, _, g in self.groups)

    def _others_since(self, first: int, offset: int) -> bool:
        """Return whether several people who are not named are mentioned in these sentences."""
        reach = range(first, self.sentence + 1)
        return any(start < offset for number in reach for start in self.plurals.get(number, ()))

    def _strangers_since(self, first: int, people: Sequence[Person], sex: str) -> bool:
        """Return whether anybody else of that sex is mentioned between there and here."""
        between = (self.traces.get(n, ()) for n in range(first + 1, self.sentence))
        strangers = (t for traces in between for t in traces if t.person not in people)
        return any(not sex or t.fits(sex) for t in strangers)

    def officers(self, offset: int, office: Sequence[str], all_: Sequence[Token]) -> Choice:
        """Return one holder of the office from each state named: the defense chiefs of A and B."""
        codes = countries([token.text for token in all_])
        if len(codes) < 2:
            definite = all_[0].low in ("the", "these", "those")
            return self.they(offset, None, office) if definite else NOBODY
        plain = [w for w in office if w.lower() not in ("the", "and") and not country_in([w])[0]]
        return self.officers_of(codes, plain)

    def officers_of(self, codes: Sequence[str], office: Sequence[str]) -> Choice:
        """Return the one of each state, who may be named later: A and B, their ministers said."""
        chosen: list[Person] = []
        for code in codes:
            able = [p for p in self.cast.people if p.offices in ([], HOST) or p.holds_just(office)]
            own = [p for p in able if p.country == code]
            own = own or [p for p in able if p.offices and not p.country]
            chosen += own if len(own) == 1 else ()
        if len(set(chosen)) != len(codes):
            return NOBODY
        for person in chosen:
            self.cast.give_office(person, () if person.holds(office) else office)
        return Choice(tuple(chosen))

    def named_later(self, tokens: Sequence[Token]) -> Choice:
        """Return whom the text soon names as “the spokeswoman, NAME”, after “a spokeswoman”."""
        offset, title = tokens[0].start, title_base(tokens[-1].text)
        office = [token.text for token in tokens]
        holders = [person for person in self.cast.people if person.holds(office)]
        one = self.cast.text.endswith(("One ", "one "), 0, offset)  # and maybe another
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
        holders = holders or self._only_subject()
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

    def _host_or_guest(self, tokens: Sequence[Token]) -> list[Person]:
        """Return whom “her host” and “the guest” mean, after one has received the other."""
        head = tokens[-1].low
        if len(tokens) != 2 or head not in ("host", "guest", "visitor"):
            return []
        number, host, guest = self.hosted[-1]
        return [] if self.sentence - number > RECENT else [host if head == "host" else guest]

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

    def _at_home(self, people: list[Person]) -> list[Person]:
        """Return the one who is not a counterpart, unless a counterpart just spoke; else all."""
        spoke = [person for person, _ in self.speakers.get(self.sentence - 1, ())]
        own = [p for p in people if id(p) not in self.cast.likened or p in spoke]
        return own if len(own) == 1 else people

    def _may_be_stranger(self, tokens: Sequence[Token], holders: Sequence[Person]) -> bool:
        """Return whether “an official” was mentioned after all those whom “the official” may be."""
        last = self.strangers.get(tokens[-1].low, -RECENT)
        if len(tokens) != 2 or self.sentence - last >= RECENT:
            return False
        since = (self.traces.get(n, ()) for n in range(last + 1, self.sentence + 1))
        named = any(t.person in holders and not t.pronoun for traces in since for t in traces)
        return not named

    def _national(self, tokens: Sequence[Token]) -> list[Person] | None:
        """Return those of that country named before: the Kazakh, her Samoan colleague.

        Where nobody was, those named later with an office; None for other phrases.
        """
        head = tokens[-1].low
        fellow = head in members("fellows")
        definite = tokens[0].tag in ("DT", "PRPS")
        words_of = [token.text for token in (tokens[1:-1] if fellow else tokens[1:])]
        if not words_of or not definite or not (fellow or words_of[0][0].isupper()):
            return None
        code, named = country_in(words_of)
        sex = ""
        if not code and len(words_of) == 1:
            code, sex = citizen(words_of[0])  # the Dane, the Frenchwoman
        if not (fellow or len(words_of) == 1 or named == (0, len(words_of))):
            return None
        if is_state(" ".join(words_of)) or head.endswith(("s", "se", "sh", "ch")):
            return None
        owner = self.pronouns.get(tokens[0].start, NOBODY).people if head in PEERS else ()
        people = [p for p in self.cast.people if p.country == code and _peer(p, owner)]
        people = [p for p in people if not sex or p.sex in ("", sex)]
        before = [p for p in people if p.first < tokens[0].start]
        people = before or [p for p in people if p.offices] or (people if fellow else [])
        return (people or self._peers(tokens)) if code else None

    def _peers(self, tokens: Sequence[Token]) -> list[Person]:
        """Return who else holds the office of “her” in “her Polish colleague”, of no country."""
        owner = self.pronouns.get(tokens[0].start, NOBODY).people
        offices = owner[0].offices if owner and tokens[-1].low in PEERS else []
        others = [p for p in self.cast.people if p not in owner]
        peers = [p for p in others if any(p.holds(office) for office in offices)]
        return peers if [p.country for p in peers] == [""] else []

    def last_named(self, people: Sequence[Person], office: Sequence[str]) -> Person | None:
        """Return which of the namesakes is named in full just before; only of Mr. X and Dr. X."""
        if not {word.lower() for word in office} & members("honorifics"):
            return None
        recent = [t for n in range(1, BACK + 1) for t in self.traces.get(self.sentence - n, ())]
        named = {id(t.person): t.person for t in recent if t.person in people and self._in_full(t)}
        if len(named) == 1:
            return next(iter(named.values()))
        return None

    def _in_full(self, trace: Trace) -> bool:
        """Return whether somebody is mentioned by the whole name."""
        name = trace.person.name if trace.person else "\0"
        return self.cast.text.startswith(name, trace.offset)

    def designated(self, tokens: Sequence[Token]) -> list[Person] | None:
        """Return whom “the Peruvian” or “the latter” may mean; None for any other words."""
        if tokens[0].tag not in ("DT", "PRPS"):
            return None
        people = self._relative(tokens) or self._one_of_two(tokens) or self._addressee(tokens)
        if self.hosted and not people:
            people = self._host_or_guest(tokens)
        return people or self._by_initials(tokens) or self._national(tokens)

    def _by_initials(self, tokens: Sequence[Token]) -> list[Person]:
        """Return who holds the office of these initials: the PCS, Prime Cabinet Secretary NAME."""
        initials = tokens[-1].text
        if len(tokens) != 2 or tokens[0].low != "the" or not 1 < len(initials) < 6:
            return []
        people = [
            person
            for person in self.cast.people
            if person.first < tokens[0].start
            and any("".join(word[0] for word in o).endswith(initials) for o in person.offices)
        ]
        return self._at_home(people)

    def _relative(self, tokens: Sequence[Token]) -> list[Person]:
        """Return whom “her husband” means: the one other person of her family name."""
        sex = sex_by_word("kin").get(tokens[-1].low, "")
        owner = self.pronouns.get(tokens[0].start, NOBODY).people if len(tokens) == 2 else ()
        if owner and tokens[-1].low == "namesake":
            people = [p for p in self.cast.people if p.family == owner[0].family]
            return [p for p in people if p is not owner[0]]
        return self.cast.relatives(owner[0], sex) if sex and owner else []

    def _addressee(self, tokens: Sequence[Token]) -> list[Person]:
        """Return whom X told something that “the captain” reports: X told Y that…, she said."""
        if not self.reported:
            return []
        told = [t for t in self.traces[self.sentence] if _holds(self.reported, t.offset)]
        told = [t for t in told if t.person and t.role == "object" and not t.person.offices]
        told = [t for t in told if self.cast.text.endswith(" told ", 0, t.offset)]
        plain = [token.tag for token in tokens] == ["DT", "NN"] and tokens[0].low == "the"
        return [t.person for t in told if t.person] if plain and len(told) == 1 else []

    def _one_of_two(self, tokens: Sequence[Token]) -> list[Person]:
        """Return whom “the former” and “the latter” mean, of the two last named together."""
        first = tokens[-1].low == "former"
        if len(tokens) != 2 or not (first or tokens[-1].low == "latter"):
            return []
        here = [t for t in self.traces[self.sentence] if t.offset < tokens[0].start]
        heads = [THE.match(self.cast.text, trace.offset) for trace in here]
        if any(head and title_base(head[1]) for head in heads):
            here = []  # the secretary met the minister: maybe another than the one in reach
        both = tuple({id(t.person): t.person for t in here if t.person}.values())
        pair = self.they(tokens[0].start, 2, ()).people or (both if len(both) == 2 else ())
        return list(pair[:1] if first else pair[1:])

    def _only_subject(self) -> list[Person]:
        """Return the only one whom the sentence before mentions: X left. The envoy said…"""
        traces = [t for t in self.traces.get(self.sentence - 1, ()) if not t.pronoun]
        only = len(traces) == 1 and traces[0].role == "subject"
        only = only and self.sentence - 1 not in self.speakers  # after one speaker another follows
        return [t.person for t in traces if t.person and only and not t.person.offices]


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


def _holds(spans: Sequence[Span], offset: int) -> bool:
    return any(span.holds(offset) for span in spans)


def _never(person: Person, sex: str) -> bool:
    return not person.sex and bool(person.votes) and sex not in person.votes


def _other_sex(person: Person, sex: str) -> bool:
    """Return whether the pronouns that could mean only this person tell of the other sex."""
    return person.votes.count(sex) < len(person.votes) / 2


def _peer(person: Person, owner: Sequence[Person]) -> bool:
    """Return whether nobody else's office tells against a colleague: generals and ministers."""
    ranks = [{office[-1].lower() for office in p.offices if office} for p in (person, *owner)]
    return len(ranks) < 2 or not all(ranks) or bool(ranks[0] & ranks[1])


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


def _fits(people: Sequence[Person], count: int | None, office: Sequence[str], sex: str) -> bool:
    """Return whether they have the number, office and sex that the text gives, if it gives any."""
    if count is not None and len(people) != count:
        return False
    if sex and any(person.sex not in ("", sex) for person in people):
        return False
    return not office or all(person.holds(office) for person in people)
