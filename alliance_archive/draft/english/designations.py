"""Whom “the Dane”, “the latter”, “her husband” and “her host” mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .cast import PEERS, Person
from .gazetteer import citizen, country_in, title_base
from .holders import RECENT, Holders
from .lexicon import members, sex_by_word
from .memory import NOBODY
from .naming import is_state
from .sentences import Token

THE = re.compile(r"[Tt]he (\w+)")


class Designations(Holders):
    """Resolves descriptions that are neither names nor offices."""

    def designated(self, tokens: Sequence[Token]) -> list[Person] | None:
        """Return whom “the Peruvian” or “the latter” may mean; None for any other words."""
        if tokens[0].tag not in ("DT", "PRPS"):
            return None
        if speaker := self.continuing(tokens):
            return [speaker]
        people = self._relative(tokens) or self._one_of_two(tokens) or self._addressee(tokens)
        if self.hosted and not people:
            people = self._host_or_guest(tokens)
        return people or self._by_initials(tokens) or self._national(tokens)

    def _national(self, tokens: Sequence[Token]) -> list[Person] | None:
        """Return those of that country named before: the Kazakh, her Samoan colleague.

        Where nobody was, those named later with an office; None for other phrases.
        """
        head = tokens[-1].low
        fellow = head in members("fellows")
        definite = tokens[0].tag in ("DT", "PRPS")
        if not definite or not (fellow or (len(tokens) > 1 and tokens[1].text[0].isupper())):
            return None
        words_of = [token.text for token in (tokens[1:-1] if fellow else tokens[1:])]
        if not words_of:
            return None
        code, named = country_in(words_of)
        sex = ""
        if not code and len(words_of) == 1:
            code, sex = citizen(words_of[0])  # the Dane, the Frenchwoman
        if not code or not (fellow or len(words_of) == 1 or named == (0, len(words_of))):
            return None
        if is_state(" ".join(words_of)) or head.endswith(("s", "se", "sh", "ch")):
            return None
        owner = self.pronouns.get(tokens[0].start, NOBODY).people if head in PEERS else ()
        people = [p for p in self.cast.people if p.country == code and _peer(p, owner)]
        people = [p for p in people if not sex or p.sex in ("", sex)]
        before = [p for p in people if p.first < tokens[0].start]
        people = before or [p for p in people if p.offices] or (people if fellow else [])
        return people or self._peers(tokens)

    def _peers(self, tokens: Sequence[Token]) -> list[Person]:
        """Return who else holds the office of “her” in “her Polish colleague”, of no country."""
        owner = self.pronouns.get(tokens[0].start, NOBODY).people
        offices = owner[0].offices if owner and tokens[-1].low in PEERS else []
        others = [p for p in self.cast.people if p not in owner]
        peers = [p for p in others if any(p.holds(office) for office in offices)]
        return peers if [p.country for p in peers] == [""] else []

    def _host_or_guest(self, tokens: Sequence[Token]) -> list[Person]:
        """Return whom “her host” and “the guest” mean, after one has received the other."""
        head = tokens[-1].low
        if len(tokens) != 2 or head not in ("host", "guest", "visitor"):
            return []
        number, host, guest = self.hosted[-1]
        return [] if self.sentence - number > RECENT else [host if head == "host" else guest]

    def _by_initials(self, tokens: Sequence[Token]) -> list[Person]:
        """Return who holds the office of these initials: the PCS, Prime Cabinet Secretary NAME."""
        initials = tokens[-1].text
        if len(tokens) != 2 or tokens[0].low != "the" or not 1 < len(initials) < 6:
            return []
        named = (p for p in self.cast.people if p.offices and p.first < tokens[0].start)
        people = [p for p in named if any(_initials(o).endswith(initials) for o in p.offices)]
        return self._at_home(people) if people else []

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
        told = [
            t
            for t in self.traces[self.sentence]
            if any(span.holds(t.offset) for span in self.reported)
        ]
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


@lru_cache(4096)
def _initials(office: tuple[str, ...]) -> str:
    return "".join(word[0] for word in office)


def _peer(person: Person, owner: Sequence[Person]) -> bool:
    """Return whether nobody else's office tells against a colleague: generals and ministers."""
    ranks = [{office[-1].lower() for office in p.offices if office} for p in (person, *owner)]
    return len(ranks) < 2 or not all(ranks) or bool(ranks[0] & ranks[1])
