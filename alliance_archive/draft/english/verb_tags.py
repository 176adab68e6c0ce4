"""Verb or noun, finite or not: forms of verbs tagged by the words beside them."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import noun_like_verbs, verb_forms, verb_frames, words
from .tokens import Token

MODIFIERS = frozenset({"DT", "PRPS", "JJ", "POS", "CD"})
NOMINALS = frozenset({"NN", "NNS", "NNP"})
AFTER_OBJECT = frozenset({"DT", "PRPS", "OBJ", "PRP", "WP", "WRB", "Q", "TO", "NNP"})
BEFORE_NOUN = MODIFIERS | {"IN", "CS", "TO", "HV", "BE", "VBG", "VB", "VBD"}
AFTER_VERB = frozenset({"JJ", "CD", "RB", "CS", "NN", "NNS", "VBG", "VBN"})
SKIPPED = frozenset({"RB"})


def next_tag(tokens: Sequence[Token], index: int) -> str:
    """Return the tag after; empty at the end."""
    return tokens[index + 1].tag if index + 1 < len(tokens) else ""


def _before(tokens: Sequence[Token], index: int) -> Token | None:
    """Return the token before, adverbs skipped."""
    position = index - 1
    while position >= 0 and index - position < 5 and tokens[position].tag in SKIPPED:
        position -= 1
    return tokens[position] if position >= 0 else None


def tag_verb(tokens: Sequence[Token], index: int) -> str:
    """Return VB, VBZ, VBD, VBN or VBG, or NN, NNS, JJ where the form is no verb here."""
    token = tokens[index]
    features = verb_forms()[token.low].features
    previous = _before(tokens, index)
    left = previous.tag if previous else ""
    follow = next_tag(tokens, index)
    if "g" in features:
        noun = left in MODIFIERS and follow not in ("DT", "PRPS", "PRP", "OBJ", "CS")
        return "NN" if noun else "VBG"
    if "z" in features:
        return _tag_z(tokens, index, left, previous, follow)
    if "b" in features and not ("d" in features and left not in ("TO", "MD", "DO")):
        return _tag_base(tokens, index, left, previous, follow)
    described = token.low in words("adjectives") and follow in NOMINALS | {"JJ"}
    if described and left not in NOMINALS | {"PRP"}:
        return "JJ"
    return _tag_past(features, left, previous, follow)


def _object_noun(tokens: Sequence[Token], index: int) -> bool:
    """Return whether nouns lead up from the verb before: touted the building projects."""
    for earlier in reversed(tokens[max(0, index - 6) : index]):
        if earlier.tag in ("VBD", "VBZ", "VBN", "VB", "VBG"):
            return "c" not in verb_frames(earlier.base)
        if earlier.tag not in ("NN", "JJ", "DT", "PRPS", "POS", "CD"):
            return False
    return False


def _verb_ahead(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a finite verb follows soon: the word before it is then no verb itself."""
    for token in tokens[index + 1 : index + 9]:
        if token.tag in ("MD", "BE", "HV", "DO", "VBD", "VBZ"):
            return True
        if token.tag == "verb?" and "g" not in verb_forms()[token.low].features:
            return True
        if token.tag in (",", ".", ";", "CS", "Q", "TO", "WP"):
            return False
    return False


def _tag_z(
    tokens: Sequence[Token], index: int, left: str, previous: Token | None, follow: str
) -> str:
    if tokens[index].base not in noun_like_verbs():
        return "VBZ"
    if left in BEFORE_NOUN or previous is None:
        return "NNS"
    if left in ("PRP", "WP"):
        return "VBZ"
    if left == "NNP":
        return "NNS" if follow in ("BE", "HV", "MD", "VBD", "of") else "VBZ"
    if left == "NN":
        return "VBZ" if _verb_after_noun(tokens, index, follow) else "NNS"
    if left == "CC" and any(earlier.tag == "VBZ" for earlier in tokens[max(0, index - 20) : index]):
        return "VBZ"
    return "VBZ" if follow in AFTER_OBJECT else "NNS"


def _verb_after_noun(tokens: Sequence[Token], index: int, follow: str) -> bool:
    """Return whether a form such as "plans" is the verb of the noun before it."""
    if _object_noun(tokens, index):
        return False
    if follow in (".", ","):
        return any(token.tag == "Q" for token in tokens[max(0, index - 5) : index])
    return follow in AFTER_OBJECT or follow in AFTER_VERB


def _tag_base(
    tokens: Sequence[Token], index: int, left: str, previous: Token | None, follow: str
) -> str:
    token = tokens[index]
    negated = previous is not None and previous.low in ("not", "n't")
    if negated or left in ("TO", "MD", "DO", "PRP", "WP"):
        return "VB"
    if token.low in words("adjectives") and follow in NOMINALS:
        return "JJ"
    if token.base not in noun_like_verbs():
        return _tag_seldom_noun(left, follow)
    if _verb_after_plural(tokens, index, left, previous, follow):
        return "VB"
    opens_object = follow in ("DT", "PRPS", "OBJ")
    if (previous is None and opens_object) or (left == "CC" and (opens_object or follow == "CS")):
        return "VB"
    return "NN"


def _tag_seldom_noun(left: str, follow: str) -> str:
    """Return the tag of a base form that is rarely a noun, by the tags beside it."""
    if left in ("DT", "PRPS"):
        return "JJ" if follow in NOMINALS else "NN"
    return "NN" if left in ("JJ", "POS") else "VB"


def _verb_after_plural(
    tokens: Sequence[Token], index: int, left: str, previous: Token | None, follow: str
) -> bool:
    """Return whether it is the verb of a plural: voters support the plan; allies back talks."""
    if previous is None or not (left == "NNS" or (left == "NNP" and previous.low.endswith("s"))):
        return False
    if follow in ("DT", "PRPS", "OBJ", "CS", "TO", "Q", "PRP", "VBG"):
        return True
    if follow in ("NN", "NNS", "JJ", "NNP") and not _verb_ahead(tokens, index):
        return True
    return left == "NNS" and follow in (*AFTER_OBJECT, "JJ", "NN", "NNS", "RB", "CD")


def _tag_past(features: str, left: str, previous: Token | None, follow: str) -> str:
    if left in ("BE", "HV", "VBG") or (previous is not None and previous.base in ("get", "be")):
        return "VBN"
    if previous is not None and previous.low in (
        "both",
        "all",
        "some",
        "each",
        "neither",
        "either",
    ):
        return "VBD"
    if left in MODIFIERS and follow in NOMINALS | {"JJ", "CC", "verb?"} and left != "CD":
        return "JJ"
    if left in ("DT", "PRPS", "POS"):
        return "JJ"
    return "VBD" if "d" in features else "VBN"
