"""Speakers' labels in an article or its headline: “WOLAN: We will not yield.”"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..extraction import Attribution, Cue, Mention, Span
from ..quotations import Quotation
from .cast import Cast
from .clauses import read_clauses
from .gazetteer import title_base
from .sentences import tokenize

ENDS = frozenset('.!?…"”')  # of a sentence, which a headline is not
LABEL = re.compile(
    r"((?:[A-Z]|al-)[\w.'’-]*+(?: [\w.'’-]++){0,6}+)"
    r"(?:, (\w(?:[^:.,\n]|(?<=[A-Z])\.){2,60}+))?(: +)(?![\"“‘'«„\s])"
)


def find_labels(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], cast: Cast
) -> Iterator[tuple[int, Attribution]]:
    """Yield the number of each paragraph that begins with a speaker's label, and its attribution.

    The label names somebody in the text, or is an office and a name in capitals. The words of a
    headline are a paraphrase, with any quoted words a partial quote.
    """
    for number, paragraph in enumerate(paragraphs):
        match = LABEL.match(text, paragraph.start, paragraph.end)
        label = match and _person(match[1], match[2] or "", paragraph.start, cast)
        if not match or not label:
            continue
        words = Span(match.end(), paragraph.end)
        mention = Mention(match[1], match.start(1), match.end(1), "person", (label,))
        headline = text[paragraph.end - 1] not in ENDS
        quoted = [q for q in quotations if words.holds(q.outer.start)] if headline else []
        yield (
            number,
            Attribution(
                form="direct" if not headline else "mixed" if quoted else "indirect",
                cue=Cue(":", match.start(3), match.start(3) + 1),
                speakers=(mention,),
                attributed_to=(mention,),
                as_given=match[1],
                quotes=tuple(q.inner for q in quoted) if headline else (words,),
                content=words if headline else None,
                anchor=words,
                marks=tuple(q.mark for q in quoted) if headline else ("",),
            ),
        )


def _person(label: str, office: str, offset: int, cast: Cast) -> str | None:
    """Return the name or id of the one whom a label names; None if nobody."""
    capitals = label.isupper()
    if office[:1].islower() and not (capitals or title_base(office.split()[-1])):
        return None  # NAME, who left: it is late
    tokens = tokenize(label.title() if capitals else label)
    clauses = read_clauses(tokens, names={person.family for person in cast.people})
    naming = clauses.naming(0) if len(clauses.chunks) == 1 else None
    if naming is None:
        return None
    people = cast.find(naming, len(cast.text))
    held = tuple(office.split())
    held = held if any(map(title_base, held)) else naming.office
    if not people and capitals and any(map(title_base, held)):
        people = [cast.enter(naming._replace(start=offset, office=held))]
    return people[0].label if len(people) == 1 else None
