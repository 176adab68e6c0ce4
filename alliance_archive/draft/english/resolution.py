"""Mentions to people: names, offices, pronouns and groups, left open if two people fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..extraction import Mention, Span
from .antecedents import OWNER, Antecedents
from .cast import Cast, Person
from .clauses import Clauses
from .gazetteer import AMBIGUOUS, body_in, capitals, country_in, person_word, title_base
from .groups import BACK_GROUP
from .lexicon import members, words
from .memory import NOBODY, Choice
from .mentions import bare_count, counted, mention_parts
from .naming import Naming, is_state, read_name, single_name
from .sentences import Token
from .traces import FEMALE, MALE

if TYPE_CHECKING:
    from .attributions import RawAttribution

SEVERAL = frozenset({"some", "many", "several", "most", "others"})
STRANGERS = {  # by the kind of the mention: an officer, the sailor
    "person": re.compile(r"(?:[Aa]n?|[Tt]he) [a-z -]+"),
    "other": re.compile(r"(?:[Aa]n?|[Tt]he) [a-z -]*(?:er|or|ist|man)"),
}
PLURAL = frozenset({"they", "them", "their", "themselves"})


class Reference(NamedTuple):
    """What a mention is, and whom it means: people of the text, else ids or names of others."""

    kind: str
    people: Sequence[Person] = ()
    names: tuple[str, ...] = ()
    others: Sequence[Person] = ()
    by: str = "name"


class Resolver(Antecedents):
    """Resolves mentions in reading order, from those resolved before."""

    def __init__(self, text: str, cast: Cast) -> None:
        super().__init__(cast)
        self.text = text
        self.bodies: list[str] = []
        self.state_groups: list[tuple[int, int, tuple[str, ...]]] = []
        self.codes: tuple[int, Sequence[str]] = 0, ()  # of the states last named together
        self.body_spoke: dict[int, Reference | None] = {}  # by the sentence in which it spoke last
        self.before: Clauses | None = None  # the sentence before
        self.told: tuple[RawAttribution, Sequence[Mention], Sequence[Person]] | None = None

    def mentions(self, clauses: Clauses, span: Span) -> tuple[list[Mention], list[Person]]:
        """Return the mentions within a speaker's span, and all the people whom they mean."""
        parts, edge = mention_parts(clauses, span)
        apposed = self._named_after(clauses, edge, span, parts) if edge is not None else None
        if apposed is not None:
            return apposed
        pairs = [self._part(clauses, part, span) for part in parts if part]
        mentions = [mention for mention, _ in pairs]
        if len(pairs) > 1 and any(map(_is_somebody_unknown, mentions)):
            return [_left_open(mention) for mention in mentions], []  # A and B, if only A is known
        return mentions or [self._plain(span)], [person for _, group in pairs for person in group]

    def _named_after(
        self, clauses: Clauses, comma: int, span: Span, parts: Sequence[Sequence[int]]
    ) -> tuple[list[Mention], list[Person]] | None:
        """Return whoever a title has in apposition: the Polish minister, Jan Wolan."""
        if len(parts) > 1 or clauses.kinds[comma] != "," or clauses.kinds[comma + 1] != "NP":
            return None
        if clauses.kinds[comma + 2] == "VG" and clauses.chunk_tokens(comma + 2)[0].end <= span.end:
            return None  # the minister, NAME added, thinks so
        title = clauses.chunk_tokens(parts[0][0])
        naming = clauses.full_name(comma + 1)
        common = title[-1].text.islower() or any(  # her British guest, NAME
            title_base(clauses.chunk_tokens(index)[-1].text) for index in parts[0]
        )
        if naming is None or naming.end > span.end or not common:
            return None
        people = self.cast.find(naming, naming.start)
        if len(people) != 1:
            return None
        start, end = title[0].start, naming.end
        return [Mention(self.text[start:end], start, end, "person", (people[0].label,))], people

    def _plain(self, span: Span) -> Mention:
        return Mention(self.text[span.start : span.end], span.start, span.end, "other")

    def _part(
        self, clauses: Clauses, part: Sequence[int], span: Span
    ) -> tuple[Mention, Sequence[Person]]:
        tokens = [
            token
            for index in part
            for token in clauses.chunk_tokens(index)
            if token.start >= span.start and token.end <= span.end
        ]
        if not tokens:
            return self._plain(span), ()
        apposed = len(part) > 1 and clauses.kinds[part[-1] - 1] == ","
        named = clauses.full_name(part[-1])
        fielded = named is not None and named.office[:1] == (clauses.firsts[part[-1]],)
        chief = part[-1] if apposed or fielded else part[0]  # the chief of staff NAME
        head = [token for token in clauses.chunk_tokens(chief) if token in tokens] or tokens
        if len(part) == 3 and clauses.kinds[part[1]] == "CC":
            head = tokens  # the Kenyan and Peruvian ministers
        if len(head) > 1 and head[0].low == "both" and head[1].tag == "NNP":
            head = head[1:]  # both Roe and Dahl
        meant = self._resolve(clauses, chief, head, tokens)
        if meant.people:
            self.note_known(head[0].start)
        names = tuple(person.label for person in meant.people) or meant.names
        others = tuple(person.label for person in meant.others)
        start, end = tokens[0].start, tokens[-1].end
        words = self.text[start:end]
        return Mention(words, start, end, meant.kind, names, meant.by, others), meant.people

    def _resolve(
        self, clauses: Clauses, index: int, head: Sequence[Token], whole: Sequence[Token]
    ) -> Reference:
        """Return what a noun phrase means, from its head chunk and what hangs on it."""
        if len(whole) > len(head) and is_state(state := self._bare(whole)):
            return Reference("state", names=(self.cast.body_label(state),))
        body, _, (first, end) = body_in([token.text for token in whole])
        if first < len(head) < end:  # the Joint Chiefs of Staff
            self.bodies.append(body)
            return Reference("organization", names=(self.cast.body_label(body),))
        pronominal = len(head) == 1 and head[0].tag != "NNP"  # not the envoy He
        if pronominal and (pronoun := self._pronoun(clauses, index, head[0])):
            return pronoun
        entry = self.cast.body(" ".join(token.text for token in head))
        if entry is not None:
            return Reference(entry.kind, names=(entry.id,))
        return self._named(head, clauses.naming(index)) or self._described(head, whole)

    def _pronoun(self, clauses: Clauses, index: int, token: Token) -> Reference | None:
        if token.low in MALE or token.low in FEMALE:
            choice = self.pronouns.get(token.start)
            choice = choice or self.he_or_she(token.start, token.low in FEMALE)
            return _meant("pronoun", choice, "pronoun")
        if token.low in PLURAL:
            return _meant("pronoun", self.they(token.start, None, ()), "pronoun")
        if token.low in ("who", "which", "that") and index > 0:
            return self._antecedent(clauses, index)
        if token.low == "it" and self.sentence not in self.body_spoke:
            spoke = self.body_spoke.get(self.sentence - 1) or self._body_acting() or self._author()
            return spoke._replace(by="pronoun") if spoke else Reference("pronoun")
        return Reference("pronoun") if token.tag in ("PRP", "OBJ", "PRPS") else None

    def _body_acting(self) -> Reference | None:
        """Return the body that the sentence before begins with, whatever it did."""
        before = self.before
        if before is None or before.kinds[0] != "NP" or before.kinds[before.skip(1)] != "VG":
            return None
        head = before.chunk_tokens(0)
        body = head[-1].low in words("organizations") and self._resolve(before, 0, head, head)
        return body if body and body.kind == "organization" and body.names else None

    def _author(self) -> Reference | None:
        """Return who issued the statement that is “it”: X issued a statement. It said that…"""
        before = self.before
        verbs = before.of_kind("VG") if before else ()
        if before is None or len(verbs) != 1 or before.base(verbs[0]) not in members("issuing"):
            return None
        issued = before.noun_phrase_after(verbs[0] + 1)
        subject = before.subject(verbs[0])
        if not issued or not subject or before.chunks[verbs[0]].passive:
            return None
        word = before.chunk_tokens(issued[0])[-1].low
        if word not in members("vehicles") & words("documents") - members("polls"):
            return None
        authors, people = self.mentions(before, before.span(before.token_range(subject)))
        resolved = authors[0].resolved if len(authors) == 1 else ()
        return Reference(authors[0].kind, people, resolved) if resolved else None

    def _named(self, head: Sequence[Token], naming: Naming | None) -> Reference | None:
        """Return the person that a noun phrase names; None when it names none."""
        naming = read_name(head) or single_name(head) or naming
        if naming is None or (len(naming.name) > 1 and is_state(" ".join(naming.name))):
            return None
        name = (" ".join(naming.name),)
        people = self.cast.find(naming, head[0].start)
        if len(people) > 1:
            last = self.last_named(people, naming.office)
            people, others = (
                ([last], [p for p in people if p is not last]) if last else ([], people)
            )
            return Reference("person", people, others=others)
        if people:
            return Reference("person", people)
        if naming.office:
            return Reference("person", names=name)
        if title_base(name[0]) == name[0].lower():
            return None  # Director of the office
        if body_in(naming.name)[0] or naming.name[-1].lower() in words("organizations"):
            return None
        if not self.cast.is_outlet(name[0]):
            return Reference("other", names=name)
        self.bodies.append(name[0])
        return Reference("organization", names=name)

    def _described(self, head: Sequence[Token], whole: Sequence[Token]) -> Reference:
        plain = self._bare(head)
        the = head[0].text == "The" and head[-1].tag == "NNP"
        if the and self.text[: head[0].start].rstrip(" ")[-1:].isalpha():
            return self._body(self.text[head[0].start : head[-1].end], head, whole)  # The Namibian
        if people := self.designated(head):
            one = people if len(people) == 1 else ()
            return Reference("person", one, others=() if one else people, by="title")
        if is_state(plain) and plain.lower() not in capitals():
            known = plain.lower() not in AMBIGUOUS or "Tbilisi" in self.text
            named = (self.cast.body_label(plain),) if known else ()
            return Reference("state", names=named)
        if plain.lower() in capitals():
            state = self.cast.capital(plain)
            return Reference("state", names=(self.cast.body_label(state),) if state else ())
        of = next((n for n, token in enumerate(head) if n and token.low == "of"), len(head))
        last = head[of - 1].low  # the Ministry of Foreign Affairs
        titled = head[0].low == "the" and all(token.tag == "NNP" for token in head[1:])
        titled = titled and (len(head) > 2 or head[-1].text.isupper())
        # The Mtavari Post, or a paper named before, not a document.
        paper = last in members("outlets") and (titled or bool(self._named_before(head)))
        if not paper and {last, last.removesuffix("s")} & words("documents"):
            return Reference("document")
        if states := self._states(head):
            return Reference("group", names=states, by="group")
        held = self._office_or_count(head, whole)
        if held is not None:
            return held
        body = self._known_body(head, plain)
        if body or last in words("organizations") or (paper and not titled):
            return self._body(body, head, whole)
        if titled or self._is_outlet(head, plain):
            return self._body(plain, head, whole)  # the Daily Ledger: "the" is before no person
        several = head[-1].tag == "NNS" or head[0].low in SEVERAL
        return Reference("group" if several else "other")

    def _known_body(self, head: Sequence[Token], plain: str) -> str:
        """Return the body of the list that is named, or the one whose name that only begins."""
        body, _, (_, end) = body_in([token.text for token in head])
        longer = end < len(head) and head[-1].low in words("organizations")
        longer = longer and all(token.tag == "NNP" for token in head[end:])
        return plain if body and longer else body  # the U.N. Interim Force

    def _is_outlet(self, head: Sequence[Token], name: str) -> bool:
        """Return whether a name is that of a paper or a station: Radio Mar; Mar reported that…"""
        if any(token.tag not in ("NNP", "DT") for token in head):
            return False
        return bool(members("outlets") & {t.low for t in head}) or self.cast.is_outlet(name)

    def note_body(self, mentions: Sequence[Mention]) -> None:
        """Remember the body or state that spoke: the ministry, which “it” means then."""
        self.body_spoke[self.sentence] = None
        if [m.kind for m in mentions if m.resolved] in (["organization"], ["state"]):
            self.body_spoke[self.sentence] = Reference(mentions[0].kind, (), mentions[0].resolved)

    def note_strangers(self, mentions: Sequence[Mention]) -> None:
        """Remember who spoke without a name, whom a pronoun may mean: the sailor said."""
        traced = {trace.offset for trace in self.traces[self.sentence]}
        for mention in mentions:
            stranger = STRANGERS.get(mention.kind)
            known = mention.resolved or mention.start in traced
            if stranger and not known and stranger.fullmatch(mention.text):
                self._leave(OWNER, mention.start, (), "", "subject")

    def body(self, tokens: Sequence[Token]) -> Mention:
        """Return the mention of a body by its name alone."""
        start, end = tokens[0].start, tokens[-1].end
        label = self.cast.body_label(self.text[start:end])
        return Mention(self.text[start:end], start, end, "organization", (label,))

    def _body(self, body: str, head: Sequence[Token], whole: Sequence[Token]) -> Reference:
        """Return the body that is named, or the one named before: the ministry."""
        field = [token for token in whole[len(head) :] if token.tag not in ("DT", "CC")]
        named = body or country_in([token.text for token in head])[0]
        within = ("of",) if named and head[-1].low not in members("missions") else ("of", "in")
        if (
            len(field) > 1
            and field[0].low in within
            and all(t.text[0].isupper() or t.low == "of" for t in field[1:])
        ):
            head, body = whole, ""  # Norway's Ministry of Defense, the embassy in Hanoi
        if "-" in head[1 if head[0].tag == "DT" and head[1:] else 0].text and not self.cast.body(
            body
        ):
            body = ""  # the ROK-U.S. Combined Forces Command
        label = self.cast.body_label(body or self._bare(head))
        if not body and not any(token.tag in ("NNP", "POS") for token in head):
            own = head[0].low == "the" and head[-1].low not in members("titles-of-papers")
            of = whole[len(head) :] if field and field[0].low == "of" else ()
            end = next((n for n, t in enumerate(of) if n and t.tag == "IN"), len(of))
            label = self._named_before(head)
            others = any(head[-1].low in name.lower().split() for name in self.bodies)
            if own and not label and not others:
                # The relief council, the chamber of commerce. “The ministry” may be any country's.
                bare = self._bare([*head, *of[:end]])
                label = bare if " " in bare else ""
            return Reference("organization", names=(label,) if label else (), by="title")
        self.bodies.append(label)
        return Reference("organization", names=(label,))

    def _named_before(self, head: Sequence[Token]) -> str:
        """Return the one body of the kind that has spoken, if the text names no other."""
        word = head[-1].low
        bare = word in members("titles-of-papers") and len(head) == 2 and head[0].low == "the"
        called = rf"\b[Tt]he {word} ((?:[A-Z][\w’'-]+ ?)+)"
        apposed = {name.strip() for name in re.findall(called, self.text)} if bare else set[str]()
        if len(apposed) == 1:
            return apposed.pop()  # the website La Franja
        labels = {label for label in self.bodies if word in label.lower().split()}
        if not labels and word in members("outlets"):  # the newspaper: the last that was named
            press = [
                name
                for name in self.bodies
                if name.startswith("The ")
                or members("outlets") & set(name.lower().split())
                or self.cast.is_outlet(name)
            ]
            return press[-1] if head[0].low == "the" and len(set(press)) == 1 else ""
        if len(head) != 2 or head[0].low != "the" or len(labels) != 1:
            return ""
        (label,) = labels
        named = rf"\b([A-Z][\w.-]*)(?:['’]s)? (?:{word}|{word.title()})\b|\b{word.title()} of (\w+)"
        owners = {owner for pair in re.findall(named, self.text) for owner in pair}
        return "" if owners - {"", "The", "Its", "A", *re.findall(r"[\w.-]+", label)} else label

    def _states(self, head: Sequence[Token]) -> tuple[str, ...]:
        """Return the states that "the two countries" means: those last named together."""
        count = counted(head)
        bare = bare_count(head) and person_word(head[-1].text) is None  # not: both women
        bare = bare and not self.they(head[0].start, count, ()).people
        if count is None or not (bare or head[-1].low in members("states")):
            return ()  # the two countries; the two, where no people are meant
        for sentence, offset, labels in reversed(self.state_groups):
            if offset < head[0].start and self.sentence - sentence <= BACK_GROUP:
                return labels if len(labels) == count else ()
        return ()

    def note_states(self, clauses: Clauses) -> None:
        """Remember the states that a sentence names together: Japan and Australia."""
        for index in clauses.of_kind("CC"):
            if clauses.lows[index] != "and" or not 0 < index < len(clauses.chunks) - 1:
                continue
            row = [self._bare(clauses.chunk_tokens(n)) for n in (index - 1, index + 1)]
            first = index - 1
            while clauses.kinds[first - 1] == "," and clauses.kinds[first - 2] == "NP":
                first -= 2
                row.insert(0, self._bare(clauses.chunk_tokens(first)))
            if all(map(is_state, row)) and not {name.lower() for name in row} <= AMBIGUOUS:
                labels = tuple(self.cast.body_label(name) for name in row)
                self.codes = self.sentence, [country_in(name.split())[0] for name in row]
                start = clauses.chunk_tokens(first)[0].start
                self.state_groups.append((self.sentence, start, labels))

    def _office_or_count(self, head: Sequence[Token], whole: Sequence[Token]) -> Reference | None:
        """Return whom "the two ministers", "the defense chiefs", "the minister" mean."""
        offset = head[0].start
        text_words = [token.text for token in head]
        count = counted(head)
        titles = [word for word in text_words if title_base(word)]
        neither = head[0].low == "neither"
        plural = bool(titles) and (neither or _is_plural(titles[-1]))
        definite = neither or head[0].low in ("the", "both", "all", "these", "those")
        if count is not None and definite and (plural or (not titles and bare_count(head))):
            office = text_words if titles else ()
            sex = (person_word(text_words[-1]) or ("", ""))[1]
            return _meant("group", self.they(offset, count, office, sex), "group")
        if count is not None and (plural or not titles):
            return Reference("group") if plural else None
        if not title_base(head[-1].text):
            return None
        if plural and head[0].low == "their" and self.codes[0] == self.sentence:
            return _meant("group", self.officers_of(self.codes[1], text_words[1:]), "group")
        if plural:
            return _meant("group", self.officers(offset, text_words, whole), "group")
        if offset in self.cast.foretold:
            return Reference("person", (self.cast.foretold[offset],), by="title")
        if head[0].low not in ("the", "this", "that"):
            code = country_in(text_words)[0] if any(t.tag == "POS" for t in head) else ""
            own = self.officer_of(code, offset, text_words) if code else NOBODY
            return _meant("person", own if own.people else self.named_later(head), "title")
        choice = self.officer(offset, head)
        if not choice.people and any(t.tag == "POS" for t in head):
            choice = self.named_later(head)  # the secretary's press officer
        return _meant("person", choice, "title")

    def _bare(self, tokens: Sequence[Token]) -> str:
        """Return the words from the first that is not a determiner."""
        bare = [token for token in tokens if token.tag != "DT"] or list(tokens)
        return self.text[bare[0].start : bare[-1].end]

    def _antecedent(self, clauses: Clauses, pronoun: int) -> Reference:
        """Return whom a relative pronoun means: the noun phrase before it."""
        position = clauses.skip_left(pronoun - 1, (",", "PAREN", "TIME"))
        if clauses.kinds[position] != "NP":
            return Reference("other")
        first = clauses.chain_start(position)
        if person_word(clauses.chunk_tokens(first)[-1].text) or not clauses.naming(position):
            position = first  # but: word from NAME, who
        if clauses.kinds[position - 1] == "," and clauses.full_name(position - 2):
            position -= 2  # NAME, the minister, who
        tokens = clauses.chunk_tokens(position)
        if len(tokens) == 1 and tokens[0].tag in ("PRP", "OBJ"):
            return Reference("pronoun")
        return self._resolve(clauses, position, tokens, tokens)


def _is_somebody_unknown(mention: Mention) -> bool:
    """Return whether one person is named or described, but it is open who: Roe; the minister."""
    if mention.kind == "person":
        described = mention.text.startswith(("the ", "The "))
        return not mention.resolved and (mention.by == "name" or described)
    return mention.kind == "other" and mention.text.istitle()


def _left_open(mention: Mention) -> Mention:
    """Return a mention of nobody known, with whomever it may mean."""
    return replace(mention, resolved=(), others=(*mention.resolved, *mention.others))


def _meant(kind: str, choice: Choice, by: str) -> Reference:
    return Reference(kind, choice.people, (), choice.others, by)


def _is_plural(title: str) -> bool:
    return title.lower().endswith(("s", "men")) and title_base(title) != title.lower()
