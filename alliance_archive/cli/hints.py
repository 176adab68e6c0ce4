"""What to do next, where nothing was found."""

from __future__ import annotations

import shlex

from ..archive import Archive
from ..queries.filter import Filter
from ..queries.names import candidates

NOTHING = "nothing matches"
# How well words must fit a name to be taken for one: as whole words of it.
_WHOLE_WORDS = 2


def nothing(archive: Archive, wanted: Filter) -> str:
    """That nothing matches; and how many drafts would, if they were asked for."""
    if wanted.status:
        return NOTHING
    drafts = archive.count(wanted._replace(status=("draft",)))
    if not drafts:
        return NOTHING
    matching = "1 draft matches" if drafts == 1 else f"{drafts} drafts match"
    return f"nothing but {matching} (see: --status draft)"


def nobody(archive: Archive, wanted: Filter, words: tuple[str, ...]) -> str:
    """The same for words looked for, which may be somebody's name."""
    name = " ".join(words)
    fits = candidates(archive.connection, "participant", name)
    if not fits.pairs or fits.rank > _WHOLE_WORDS:
        return nothing(archive, wanted)
    shown = fits.pairs[0][0] if len(fits.pairs) == 1 else shlex.quote(name)
    return f"{nothing(archive, wanted)}; “{name}” is a name (see: said {shown})"


def not_itself(archive: Archive, wanted: Filter, ident: str) -> str:
    """The same for a participant, who may be a state whose people are on record."""
    found = archive.person(ident)
    if found is None or found.kind != "state" or not found.country:
        return nothing(archive, wanted)
    assert wanted.and_ is not None
    also = wanted.and_._replace(speaker=(), country=(found.country,))
    count = archive.count(wanted._replace(and_=also))
    if not count:
        return nothing(archive, wanted)
    searched = "".join(f" --match {shlex.quote(each)}" for each in also.match)
    return (
        f"nothing by {found.name} itself; {count} statement{'s' * (count != 1)} by its people "
        f"(see: statements --country {found.country}{searched})"
    )
