"""English: who said what in a text, in which words and where.

sentences → mentions → quotations and cues → attributions → resolution, by rules and word lists.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from ...model.records import Participant
from ..extraction import Attribution, Mention, Occasion, Proposal, Span
from ..quotations import Quotation
from .attributions import find_attributions
from .cast import Cast, Person
from .circumstances import carried
from .clauses import BULLETS, Clauses, read_clauses
from .gazetteer import body_in, country_in, states, title_base
from .introductions import Introductions
from .labels import find_labels
from .lexicon import closed_class, verb_forms, words
from .naming import is_state
from .occasions import reported
from .sentences import ENDS, SIGNATURES, Sentence, Token, find_sentences
from .tagging import is_title_case
from .voices import resolve

SAMPLE = 15_000  # code points by which the language is recognized
ENOUGH_ENGLISH = 0.15  # share of English function words; in news it is about 0.4
FEW_WORDS = 60  # below this the share of function words says little
ENOUGH_LISTED = 0.25  # share of words that are in the lists of English, for short texts
# “…,” Friday said: whose name is that of a day or a month
DAY_SPEAKS = re.compile(
    r"(?:^|[.!?\"”’]\s+)((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|March|April|June|July|August)"
    r"(?= (?:said|added|told|explained|noted|argued|warned)\b)",
    re.MULTILINE,
)
ITEMS = BULLETS | SIGNATURES  # open an item of a list
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
FUNCTION_TAGS = frozenset({"DT", "PRP", "PRPS", "OBJ", "IN", "CC", "BE", "HV", "MD", "TO", "CS"})


def is_english(text: str) -> bool:
    """Return whether enough words are English function words, or in short texts known words."""
    sampled = text[:SAMPLE].lower().split()
    if len(sampled) < FEW_WORDS:
        few = WORD.findall(text.lower())
        recognized = sum(1 for word in few if word in closed_class() or word in verb_forms())
        return bool(few) and recognized >= ENOUGH_LISTED * len(few)
    # Split at spaces, which is fast: few function words have a mark beside them.
    function = sum(map(_function_words().__contains__, sampled))
    return function >= ENOUGH_ENGLISH * len(sampled)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for word, tag in closed_class().items() if tag in FUNCTION_TAGS)


def who_says_what(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    furniture: Collection[int],
    known: Sequence[Participant],
    labeled: bool = True,
) -> tuple[tuple[Attribution, ...], tuple[Proposal, ...], tuple[Occasion, ...]]:
    """Return a text's attributions, the people and bodies new in them, and its meetings.

    In the paragraphs of `furniture`, by their numbers, people are named but nobody speaks; if
    `labeled`, a name before a colon may be the label of an interview.
    """
    sentences = find_sentences(text, paragraphs, quotations)
    cast = Cast(known, text)
    introductions = Introductions(cast)
    names = cast.known_words | {match[1] for match in DAY_SPEAKS.finditer(text)}
    above = [None, *sentences[:-1]]
    headlines = [_is_headline(*pair) for pair in zip(sentences, above, strict=True)]
    clauses = [
        read_clauses(sentence.tokens, headline, names)
        for sentence, headline in zip(sentences, headlines, strict=True)
    ]
    for sentence_clauses, headline in zip(clauses, headlines, strict=True):
        if not headline:
            cast.read(sentence_clauses)  # headlines have capitals where there are no names
            introductions.read(sentence_clauses)
    cast.settle()
    introductions.settle()
    clauses = _with_names(clauses, headlines, cast)
    for sentence_clauses in clauses:
        cast.read_alone(sentence_clauses)
    body = [n for n, sentence in enumerate(sentences) if sentence.paragraph not in furniture]
    body_clauses = [clauses[n] for n in body]
    raw = find_attributions([sentences[n] for n in body], body_clauses)
    ended = (n for n in body if sentences[n].tokens[-1].text in ENDS or sentences[n].quotations)
    first_body = max(1, next((sentences[n].paragraph for n in ended), 0))
    for told in raw:
        sentence = sentences[body[told.sentence]]
        title = sentence.paragraph < first_body and len(paragraphs) > 1
        title = title and sentence.tokens[0].text not in ITEMS
        if title and sentence.tokens[-1].text not in ENDS and told.relation.frame != "headline":
            told.relation.withheld = True  # Tribunal rules against bank
    labels = dict(find_labels(text, paragraphs, quotations, cast) if labeled else ())
    labels = {number: label for number, label in labels.items() if number not in furniture}
    raw = [r for r in raw if sentences[body[r.sentence]].paragraph not in labels]
    found, met = resolve(text, body_clauses, raw, cast)
    attributions = carried(sorted((*found, *labels.values()), key=lambda a: a.anchor), paragraphs)
    meetings = reported(text, met, attributions)
    mentions = [m for a in attributions for m in (*a.attributed_to, *a.voiced_by)]
    mentions += [mention for meeting in meetings for mention in meeting.people]
    return attributions, _proposals(mentions, cast), meetings


def _is_headline(sentence: Sentence, above: Sentence | None) -> bool:
    """Return whether a sentence has the capitals of a headline, and does not sign one above."""
    tokens = sentence.tokens
    if tokens[-1].text in (".", ":") or [token.text for token in tokens[-2:-1]] == [":"]:
        return False
    signs = sentence.is_signed or sentence.is_bracketed or tokens[0].tag == "Q"
    if above is not None and above.tokens[-1].tag == "Q":
        signs = signs or any(title_base(token.text) for token in tokens)
    return not signs and is_title_case(tokens) and not any(map(_is_plain, tokens))


def _is_plain(token: Token) -> bool:
    """Return whether a word would have a capital in a headline."""
    return len(token.text) > 3 and token.text.islower() and token.low not in closed_class()


def _with_names(clauses: Sequence[Clauses], headlines: Sequence[bool], cast: Cast) -> list[Clauses]:
    """Return the sentences, read again if a word in them is the name of somebody introduced."""
    families = {person.family for person in cast.people} | cast.known_words
    # Either name may be the family's: Long Wei.
    first = {person.name.split()[0] for person in cast.people if person.offices}
    families |= first - words("given_names")
    return [
        read_clauses(sentence.tokens, headline, families)
        if any(
            token.tag != "NNP" or (token.low,) in states()
            for token in [token for token in sentence.tokens if token.text in families]
        )
        else sentence
        for sentence, headline in zip(clauses, headlines, strict=True)
    ]


def _proposals(mentions: Sequence[Mention], cast: Cast) -> tuple[Proposal, ...]:
    """Return the people and bodies not yet in the archive, with what the text says of them."""
    in_archive = {entry.id for entry in (*cast.known, *cast.bodies)}
    by_label = {person.label: person for person in cast.people}
    proposals: dict[str, Proposal] = {}
    for mention in mentions:
        for label in (*mention.resolved, *mention.others):
            if label in in_archive or label in proposals:
                continue
            if label in by_label:
                proposals[label] = _person(by_label[label])
            elif mention.kind in ("organization", "state") or is_state(label):
                proposals[label] = _body(label, mention.kind)
            elif mention.kind == "person":
                proposals[label] = Proposal(label, family_name=label.split()[-1])
    return tuple(proposals.values())


def _person(person: Person) -> Proposal:
    office = max(person.offices, key=len, default=())
    title = " ".join(office).replace(" ,", ",")
    return Proposal(
        person.name, "person", person.family, title, person.country, person.organization
    )


def _body(name: str, kind: str) -> Proposal:
    if kind == "state" or is_state(name):
        return Proposal(name, "state", country=states().get(tuple(name.lower().split()), ""))
    parts = name.replace("'s", "").replace("’s", "").split()
    _, code, _ = body_in(parts)
    return Proposal(name, "organization", country=code or country_in(parts)[0])
