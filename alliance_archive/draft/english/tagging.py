"""Tag tokens by lists of closed classes, verb forms, endings and neighboring words.

DT PRPS determiners; PRP OBJ pronouns; WP WRB question words; MD BE HV DO auxiliaries; TO; IN; CS;
CC; RB; TIME MONTH; CD; JJ; NN NNS NNP nouns; POS; VB VBZ VBD VBN VBG verbs; Q quotation marks;
other marks are their own tag.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from .lexicon import (
    closed_class,
    members,
    noun_like_verbs,
    sex_by_word,
    table,
    verb_forms,
    verb_frames,
    words,
)
from .sentences import Token

MODIFIERS = frozenset({"DT", "PRPS", "JJ", "POS", "CD"})
BEGINNING = Token("", "", 0, 0)  # comes before the first token
NOMINALS = frozenset({"NN", "NNS", "NNP"})
QUALIFIED = NOMINALS | {"JJ"}  # what an adjective describes
SUBJECTS = NOMINALS | {"PRP", "WP"}
FIRST = SUBJECTS | {"CS", "IN"}  # she first said; after first insisting
VERBS = frozenset({"VB", "VBD", "VBZ", "VBN", "VBG"})
FINITE = frozenset({"VBD", "VBZ"})
FINITE_GROUP = frozenset({"HV", "BE", "MD", "verb?"})
# Tags that the words on either side may change.
BY_NEIGHBORS = frozenset({"JJ", "VBG", "VBD", "MD", "NN", "NNS"})
NOMINALS_OR_CC = NOMINALS | {"CC"}
AUXILIARIES = frozenset({"MD", "BE", "HV", "DO"})
AFTER_RELATIVE = frozenset({"BE", "HV", "MD", "DO", "VBZ", "VBD", "verb?", "RB"})
INSIDE_PHRASE = QUALIFIED | {"DT", "PRPS", "POS", "CD", "IN", "TO", "TIME", "MONTH"}
BEFORE_AN = frozenset({"Mac", "Nic", "Mhic"})  # Mac an t-Saoir
BEFORE_IS = frozenset({"that", "there", "here", "let"})  # words whose 's is a verb
QUANTIFIERS = frozenset({"both", "all", "some", "each", "neither", "either"})
AFTER_OBJECT = frozenset({"DT", "PRPS", "OBJ", "PRP", "WP", "WRB", "Q", "TO", "NNP"})
BEFORE_NOUN = MODIFIERS | {"IN", "CS", "TO", "HV", "BE", "VBG", "VB", "VBD"}
AFTER_VERB = frozenset({"JJ", "CD", "RB", "CS", "NN", "NNS", "VBG", "VBN"})
ADJECTIVE_ENDINGS = ("ous", "ful", "ive", "able", "ible", "less", "ish", "ary", "ic", "ical", "al")
# Endings, the fewest letters of a word that has one, and its tag.
VERB_AND_ADVERB_ENDINGS = (("ly", 5, "RB"), ("ing", 6, "VBG"), ("ed", 5, "VBD"))
CAPITALIZED = frozenset({"TIME", "MONTH", "PRP", "JJ", "DT", "MD"})
NAME_LIKE = frozenset({"us", "this"})  # This American Life
OFFICES = frozenset(["chief", "representative", "executive", "general", "official"])
OF_TWO_KINDS = OFFICES | frozenset(
    [
        "since",
        "once",
        "long",
        "well",
        "first",
        "past",
        "present",
        "future",
        "home",
        "one",
        "back",
        "used",
        "yet",
    ]
)
_SMALL = "neither like her his before after as than though about around ' ’"
SMALL_WORDS = frozenset(_SMALL.split())
VARIOUS = SMALL_WORDS | {"that", "there"}  # words that their neighbors tell the tag of
UNSETTLED = frozenset({"clitic", "verb?"})
COMPARABLE = frozenset(["old", "young", "large", "great", "low", "high"])
CLITICS = {"re": "BE", "m": "BE", "ve": "HV", "ll": "MD", "d": "MD"}
# Jin-uk: a Korean given name, not Seoul-based.
SYLLABLES = re.compile(r"[A-Z][a-z]+-(?!\w*(?:ed|born|owned|held)$)[a-z]+$")
ARTICLED = re.compile(
    # al-Farid, d'Arcy, dell'Acqua, \u02bbAna, 'Ulu'ave, kaDube
    r"(?:(?:al|ul|el|an|ar|as|ash|at|az|d|t|(?:d?a|de|su|ne)?ll?)[-'’]|['‘\u02bb])[A-Z]|(?:ka|de|di|du|h|la|le|t|van|von)[A-Z][a-z]"
)
CLOSING = "\"“”'’` "  # marks at the end of a quotation
QUOTE_MARKS = frozenset('"“”„«»') | {"''", "``"}


def next_tag(tokens: Sequence[Token], index: int) -> str:
    """Return the tag after; empty at the end."""
    return tokens[index + 1].tag if index + 1 < len(tokens) else ""


def _before(tokens: Sequence[Token], index: int) -> Token:
    """Return the token before, up to four adverbs skipped; BEGINNING if there is none."""
    position = index - 1
    while position >= 0 and index - position < 5 and tokens[position].tag == "RB":
        position -= 1
    return tokens[position] if position >= 0 else BEGINNING


def tag_verb(tokens: Sequence[Token], index: int) -> str:
    """Return VB, VBZ, VBD, VBN or VBG, or NN, NNS, JJ where the form is not a verb."""
    token = tokens[index]
    features = verb_forms()[token.low].features
    previous = _before(tokens, index)
    left, follow = previous.tag, next_tag(tokens, index)
    if "g" in features:
        told = previous.base in members("telling")  # told visiting reporters
        said = previous.base == "say" and next_tag(tokens, index + 1) in AUXILIARIES
        if follow == "NNS" and (told or said):
            return "JJ"  # said waiting lists had…
        noun = left in MODIFIERS and follow not in ("DT", "PRPS", "PRP", "OBJ", "CS")
        ahead = tokens[index + 1 : index + 2]
        that = left in MODIFIERS and bool(ahead) and ahead[0].low == "that"  # told a briefing that…
        return "NN" if noun or (that and token.low in words("nouns")) else "VBG"
    if "z" in features:
        return _tag_z(tokens, index, left, follow)
    if "b" in features and not ("d" in features and left not in ("TO", "MD", "DO")):
        return _tag_base(tokens, index, previous, follow)
    described = follow in QUALIFIED and token.low in words("adjectives")
    spoken = left in FINITE and follow in NOMINALS and previous.base in ("say", "add")
    if spoken or (described and left not in NOMINALS and left != "PRP"):
        return "JJ"  # said extended deterrence was…
    if "n" in features and left in ("NN", "NNS") and _auxiliary_ahead(tokens, index):
        return "VBN"  # hospitals pledged to Avel had opened
    joined = left == "CC" and index > 2 and tokens[index - 2].tag == "JJ"
    joined = joined and tokens[index - 3].tag in MODIFIERS  # the sole and recognized capital
    if "n" in features and follow in NOMINALS and (joined or _takes_noun(previous)):
        return "JJ"  # on imported goods; to help displaced people
    return _tag_past(features, previous)


def _takes_noun(previous: Token) -> bool:
    """Return whether a noun phrase has to follow, no finite verb: after a preposition or base."""
    if previous.tag == "IN":
        return previous.low not in ("than", "as")
    return previous.tag in ("VB", "VBG") and previous.base not in ("be", "have", "get")


def _object_noun(tokens: Sequence[Token], index: int) -> bool:
    """Return whether nouns lead up from the verb before: touted the building projects."""
    for earlier in reversed(tokens[max(0, index - 6) : index]):
        if earlier.tag in VERBS:
            return "c" not in verb_frames(earlier.base)
        if earlier.tag not in ("NN", "JJ", "DT", "PRPS", "POS", "CD"):
            return False
    return False


def _verb_ahead(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a finite verb follows soon: the word before it is then not a verb."""
    for token in tokens[index + 1 : index + 9]:
        if token.tag == "verb?":
            return True
        if token.tag in (",", ".", ";", "CS", "Q", "TO", "WP"):
            return False
    return False


def _tag_z(tokens: Sequence[Token], index: int, left: str, follow: str) -> str:
    if tokens[index].base not in noun_like_verbs():
        return "VBZ"
    if left in BEFORE_NOUN:
        return "NNS"
    if left in ("PRP", "WP"):
        return "VBZ"
    if left == "NNP":
        of = [t.low for t in tokens[index + 1 : index + 2]] == ["of"]  # accused Malian forces of
        return "NNS" if of or follow in ("BE", "HV", "MD", "VBD") else "VBZ"
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
        quoted = any(token.tag == "Q" for token in tokens[max(0, index - 5) : index])
        return quoted or _after_said(tokens, index)
    if follow == "CC" and next_tag(tokens, index + 1) == "verb?":
        return _after_said(tokens, index)  # said the offer stands but ruled out…
    if _auxiliary_ahead(tokens, index):
        return False  # night trains to the south would…
    return follow in AFTER_OBJECT or follow in AFTER_VERB


def _auxiliary_ahead(tokens: Sequence[Token], index: int) -> bool:
    """Return whether only a phrase such as “to the south” comes before a verb of its own."""
    if next_tag(tokens, index) not in ("IN", "TO"):
        return False
    for previous, token in pairwise(tokens[index + 1 : index + 10]):
        if token.tag in ("MD", "HV", "BE"):
            return previous.tag != "TO"
        if token.tag not in INSIDE_PHRASE or token.low == "that":
            return False
    return False


def _after_said(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a noun leads up from a verb that needs a clause: said the treaty holds."""
    for earlier in reversed(tokens[max(0, index - 6) : index]):
        if earlier.low == "that":
            return earlier.tag == "CS"  # argued that conscription works
        if earlier.tag in VERBS:
            frames = verb_frames(earlier.base)
            return "c" in frames and not {"o", "a", "i"} & frames
        if earlier.tag not in ("NN", "JJ", "DT", "PRPS", "POS", "CD", "NNP"):
            return False
    return False


def _tag_base(tokens: Sequence[Token], index: int, previous: Token, follow: str) -> str:
    token, left = tokens[index], previous.tag
    if previous.low == "one":
        previous.tag = "CD"
        return "NN"  # one delegate
    if left in ("TO", "MD", "DO", "PRP", "WP"):
        return "VB"
    if token.low in words("adjectives") and follow in NOMINALS:
        return "JJ"
    if left in FINITE and previous.base not in members("before-verbs"):
        return "NN"  # urged calm
    if token.base not in noun_like_verbs():
        return "NN" if left in ("DT", "PRPS", "JJ", "POS", "IN") else "VB"
    if _verb_after_plural(tokens, index, previous, follow):
        return "VB"
    opens_object = follow in ("DT", "PRPS", "OBJ")
    joined = left == "CC" and follow == "CS"
    return "VB" if joined or (opens_object and left in ("", "CC")) else "NN"


def _verb_after_plural(tokens: Sequence[Token], index: int, previous: Token, follow: str) -> bool:
    """Return whether it is the verb of a plural: voters support the plan; allies back talks."""
    name = previous.tag == "NNP" and previous.low.endswith(("s", "ese"))
    if previous.tag != "NNS" and not name:
        return False
    if follow in ("DT", "PRPS", "OBJ", "CS", "TO", "Q", "PRP", "VBG"):
        return True
    if follow in ("NN", "NNS", "JJ", "NNP") and not _verb_ahead(tokens, index):
        return True
    return not name and follow in (*AFTER_OBJECT, "JJ", "NN", "NNS", "RB", "CD")


def _tag_past(features: str, previous: Token) -> str:
    left = previous.tag
    if left in ("BE", "HV", "VBG"):
        return "VBN"
    if previous.low in QUANTIFIERS:
        return "VBD"
    if left in ("DT", "PRPS", "POS"):
        return "JJ"
    return "VBD" if "d" in features else "VBN"


def tag(
    tokens: Sequence[Token], title_case: bool = False, names: Collection[str] = frozenset()
) -> None:
    """Set tag and base of each token of one sentence, in place and in linear time.

    `names` are words that are names wherever they stand with a capital.
    """
    opens = True
    unsure = []  # where words may be of names
    for index, token in enumerate(tokens):
        if token.lexical == "word":
            word = token.text
            if word != token.low:
                _tag_capitalized(token, opens, title_case)
                unsure.append(index)
            else:
                token.tag, token.base, named = _tag_lowercase(word)
                if named or word in names:
                    unsure.append(index)
            opens = False
            continue
        _tag_alone(token, opens, title_case)
        # But: “Words,” Armed Forces Minister X said
        opens = token.tag in ("Q", "(") and token.text.rstrip(CLOSING)[-1:] != ","
    _tag_names(tokens, unsure, names)
    _tag_by_neighbors(tokens)
    for index in [n for n, t in enumerate(tokens) if t.tag in UNSETTLED or t.low in VARIOUS]:
        token = tokens[index]
        if token.tag == "clitic":
            _tag_clitic(tokens, index)
        elif token.tag == "verb?":
            token.tag = tag_verb(tokens, index)
        elif token.low in SMALL_WORDS:
            _tag_function_word(tokens, index)
        elif index:
            _tag_that(tokens, index)


def _tag_names(tokens: Sequence[Token], unsure: Sequence[int], names: Collection[str]) -> None:
    """Tag the particles of names, and the words that are names where they stand."""
    particles = members("name-particles", "name-endings")
    for index in unsure:
        token = tokens[index]
        text = token.text
        token.known = known = text in names
        if token.tag == "NNP":
            if token.low == "may" and _is_month(tokens, index):
                token.tag = "MONTH"
            elif text in BEFORE_AN and index + 1 < len(tokens) and tokens[index + 1].text == "an":
                tokens[index + 1].tag = "NNP"
        elif token.tag == "MONTH" and not known and index < len(tokens) - 1:
            if _month_is_name(tokens, index):
                token.tag = "NNP"
        elif (known and _stands_as_name(tokens, index)) or (
            (text != token.low or text in particles or not text.isalpha())
            and _is_part_of_name(tokens, index)
        ):
            token.tag, token.base = "NNP", ""


def _month_is_name(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a month is part of a name: trade envoy April Banks; Frances March said."""
    previous, following = tokens[index - 1], tokens[index + 1]
    if not index:  # April Campbell, the minister, said
        beyond = [token.tag for token in tokens[2:4]]
        return following.tag == "NNP" and beyond == [",", "DT"]
    titles = sex_by_word("titles")
    apart = index > 2 and tokens[index - 2].low == "," and tokens[index - 3].low in titles
    before = tokens[index - 2].low if index > 1 else ""
    ends = previous.low == "," and before in titles  # its minister, April Banks
    if following.tag == "NNP" and (previous.low in titles or ends):
        return True
    if previous.tag != "NNP":
        return False
    verb = following.text.islower() and following.low in verb_forms()
    named = following.tag == "," and before in titles
    named = named or apart or previous.text in words("given_names")  # the minister, Rosa March,
    return verb or following.tag in AUXILIARIES or named or following.text[:1].isupper()


def _is_month(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1].low if index else ""
    after = tokens[index + 1] if index + 1 < len(tokens) else BEGINNING
    return before in members("before-months") or after.lexical == "number"


def _stands_as_name(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a name that is also a word can only be a name here: Long said."""
    following = tokens[index + 1] if index + 1 < len(tokens) else BEGINNING
    function = tokens[index].low in closed_class()
    opens = index == 0 or tokens[index - 1].tag == "Q"
    if tokens[index].tag in ("TIME", "MONTH") and not opens and tokens[index - 1].tag == "NNP":
        return not _is_month(tokens, index)  # NAME Friday
    if following.tag == "RB" and index + 2 < len(tokens):
        following = tokens[index + 2]  # Grant later said; Do also noted
    if following.low in verb_forms() and following.text.islower():
        form = verb_forms()[following.low]
        told = tokens[index].tag in ("JJ", "MD", "CD") and {"d", "z"} & set(form.features)
        return not function or "q" in verb_frames(form.base) or bool(told)  # Good ruled it out
    if following.tag in AUXILIARIES or following.lexical == "clitic":
        return True
    if following.low == "and" and index + 2 < len(tokens):
        return tokens[index + 2].text[:1].isupper()  # Long and Lynge met
    if following.low == "," and index + 2 < len(tokens):  # Do, who…; Long, for her part
        return tokens[index + 2].tag in (("WP",) if function else ("WP", "DT", "IN"))
    return not opens and not _is_month(tokens, index)


def _is_part_of_name(tokens: Sequence[Token], index: int) -> bool:
    """Return whether it is a particle (al-Farid) or a word such as An in An Jin-uk."""
    token = tokens[index]
    previous = tokens[index - 1] if index else BEGINNING
    following = tokens[index + 1] if index + 1 < len(tokens) else BEGINNING
    if token.low in members("name-particles"):
        return _is_particle(tokens, index, previous)
    if token.text in members("name-endings"):
        return previous.tag == "NNP"  # Nurlan Asanbek uulu
    if _is_articled(token.text) or ("-" in following.text and SYLLABLES.match(following.text)):
        return True
    if previous.low in sex_by_word("titles") and following.text[:1].isupper() and token.tag != "DT":
        return following.lexical == "word"  # spokeswoman You Lan
    if token.tag == "JJ" and previous.tag == "NNP" and following.tag not in QUALIFIED:
        return index > 1 and tokens[index - 2].low in sex_by_word("titles")  # Minister Jo French
    if token.text in ("He", "You") and following.tag == "NNP" and following.text.istitle():
        return following.low not in verb_forms()  # China's He Yulan
    opens = index == 0 or previous.tag == "Q"
    if opens and token.tag == "IN" and token.text in words("given_names"):
        beyond = tokens[index + 2].tag if index + 2 < len(tokens) else ""
        return following.tag == "NNP" and beyond in ("verb?", ",")  # Per Aasland told…
    if opens and token.tag == "verb?" and "z" in verb_forms()[token.low].features:
        # Works Minister X
        return following.low in sex_by_word("titles") and following.text[:1].isupper()
    return False


@lru_cache(16384)
def _is_articled(word: str) -> bool:
    return ARTICLED.match(word) is not None


def _is_particle(tokens: Sequence[Token], index: int, previous: Token) -> bool:
    end = index + 1
    while end < len(tokens) and tokens[end].low in members("name-particles"):
        end += 1
    if end >= len(tokens) or not tokens[end].text[:1].isupper() or tokens[end].tag == "Q":
        return False
    return tokens[index].low not in members("ambiguous-particles") or previous.tag == "NNP"


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Return whether nearly every longer word has a capital, as in headlines."""
    long_words = [token for token in tokens if len(token.text) > 3 and token.tag == "word"]
    capitals = sum(1 for token in long_words if token.text[0].isupper())
    return len(long_words) > 3 and capitals > 0.75 * len(long_words)


def _tag_function_word(tokens: Sequence[Token], index: int) -> None:
    """Tag like, her, before, after and the apostrophe of plurals by their neighbors."""
    token, follow = tokens[index], next_tag(tokens, index)
    previous = tokens[index - 1].tag if index else ""
    if token.low == "like" and previous == "RB":
        previous = tokens[index - 2].tag
    if token.low == "like" and previous in ("MD", "TO", "DO"):
        token.tag, token.base = "VB", "like"
    elif token.low == "neither" and previous in (*NOMINALS, "PRP"):
        token.tag = "RB"  # the ministry neither confirmed nor denied it
    elif token.low in ("'", "’") and index and _possessive(tokens[index - 1], token):
        token.tag = "POS"
    elif token.low in ("her", "his"):
        _tag_her(tokens, index)
    elif token.low == "though" and follow == ",":
        token.tag = "RB"  # X, though, said
    elif token.low in ("about", "around") and previous in ("", ",", "CC", "CS"):
        half = index + 1 < len(tokens) and tokens[index + 1].low == "half"
        token.tag = "RB" if half or follow == "CD" else token.tag
    elif token.low == "about" and follow == "CD" and "c" in verb_frames(tokens[index - 1].base):
        token.tag = "RB"  # said about 40 sailors would move
    elif token.tag in ("CS", "IN") and token.low in ("before", "after", "like", "as", "than"):
        clause = token.low == "as" and _opens_clause(tokens, index)  # left as the envoy rose
        owned = follow in ("DT", "PRPS", "OBJ", "VBG")
        token.tag = "CS" if clause else "IN" if owned else token.tag


def _opens_clause(tokens: Sequence[Token], index: int) -> bool:
    """Return whether “as” opens a clause: left as the envoy rose; not: her work as a minister."""
    if tokens[index - 1].low in members("capacities"):
        return False
    if next_tag(tokens, index) not in ("DT", "PRPS"):
        return False
    for token in tokens[index + 1 : index + 7]:
        if token.tag == "verb?":
            if "d" in verb_forms()[token.low].features:
                return True  # not the envoy, a noun that is also a verb
        elif token.tag not in QUALIFIED | {"DT", "PRPS"}:
            return False
    return False


def _tag_by_neighbors(tokens: Sequence[Token]) -> None:
    """Tag by neighboring words: Sharp said, they infringe, Lee first said, the past."""
    previous = BEGINNING
    for index, (token, following) in enumerate(pairwise(tokens)):
        if token.tag in BY_NEIGHBORS or token.low in OF_TWO_KINDS:
            _tag_between(tokens, index, previous, following)
        previous = token


def _tag_between(tokens: Sequence[Token], index: int, previous: Token, following: Token) -> None:
    """Correct a word's tag by the words on either side of it."""
    token = tokens[index]
    kind = token.tag
    if kind == "JJ" and _name_at_start(previous, token, following.tag):
        token.tag = "NNP"
    elif kind == "VBG" and previous.tag in MODIFIERS and following.tag in FINITE_GROUP:
        token.tag = "NN"  # the wording had been softened
    elif (
        kind == "VBD"
        and following.tag in NOMINALS_OR_CC
        and _describes(tokens, index, following.tag)
    ):
        token.tag = "JJ"  # of untaxed tobacco; to deport undocumented workers
    elif kind == "MD" and previous.tag in ("DT", "PRPS", "POS") and following.low == "of":
        token.tag = "NN"  # the will of the island
    elif token.low == "yet" and previous.tag in ("HV", "MD", "DO", "BE"):
        token.tag = "RB"  # she hadn't yet called
    elif token.low == "used" and following.tag == "TO" and previous.tag in SUBJECTS | {","}:
        token.tag, token.base, following.tag = "MD", "", "RB"  # X used to tell the cabinet
    elif kind in ("NN", "NNS") and _unknown_verb(previous, token, following):
        token.tag = "VBZ" if kind == "NNS" else "VB"
    elif token.low in OF_TWO_KINDS:
        _tag_of_two_kinds(token, previous.tag, following.tag)


def _describes(tokens: Sequence[Token], index: int, follow: str) -> bool:
    """Return whether an unknown word in -ed is an adjective: a digitally altered image."""
    previous = _before(tokens, index)
    if previous.tag == "verb?":
        features = verb_forms()[previous.low].features
        return (
            follow != "CC"
            and "b" in features
            and index > 1
            and tokens[index - 2].tag in ("TO", "MD", "DO")
        )
    if follow == "CC":
        return previous.tag in ("DT", "PRPS", "POS")  # the undivided and sole capital
    return previous.tag in ("IN", "DT", "PRPS", "POS")


def _tag_of_two_kinds(token: Token, previous: str, follow: str) -> None:
    """Tag since, long, first, past by the tags beside them."""
    if token.low in ("since", "once", "long", "well") and previous in ("HV", "MD", "BE"):
        token.tag = "RB" if follow in ("verb?", "VBD") else token.tag
    elif token.low in ("first", "once") and previous in FIRST and follow in ("verb?", "VBD"):
        token.tag = "RB"
    elif token.low in ("past", "present", "future") and previous == "DT":
        token.tag = token.tag if follow in QUALIFIED or follow == "CD" else "NN"
    elif token.low == "back" and previous == "TO":
        token.tag, token.base = "VB", "back"
    elif token.low == "one" and follow in QUALIFIED:
        token.tag = "CD"  # one member state
    elif token.low == "home" and previous in ("NNP", "OBJ"):
        token.tag = "RB"  # sent NAME home
    elif token.low in OFFICES and token.tag == "JJ" and follow not in QUALIFIED:
        token.tag = "NN"  # the army chief


def _name_at_start(previous: Token, token: Token, follow: str) -> bool:
    """Return whether an adjective with a capital opens a sentence and has a verb after it."""
    if not token.text[0].isupper() or token.low in members("pronominal"):
        return False
    if token.low in closed_class() or previous.tag not in ("", "Q"):
        return False
    return follow in ("verb?", "HV", "MD") or (follow == "," and previous.tag == "Q")


def _unknown_verb(previous: Token, token: Token, following: Token) -> bool:
    """Return whether a word in no list is where only a verb can be: they infringe."""
    if token.tag == "NN":
        plural = previous.low in ("i", "we", "they", "you", "who")
        verbal = plural and following.tag not in FINITE_GROUP
    else:
        reflexive = previous.tag and following.low in ("itself", "himself", "herself")
        verbal = reflexive or previous.low in ("he", "she", "it")
    return bool(verbal) and token.low not in words("nouns") and token.low not in table("cue_nouns")


def _tag_alone(token: Token, first: bool, title_case: bool) -> None:
    word, kind = token.low, token.lexical
    if kind == "mark":
        token.tag = "Q" if word in QUOTE_MARKS else word
    elif kind == "number":
        token.tag = "JJ" if "-" in word and word[-1].isalpha() else "CD"
    elif kind in ("Q", "clitic"):
        token.tag = kind
    else:
        _tag_capitalized(token, first, title_case)


def _tag_capitalized(token: Token, first: bool, title_case: bool) -> None:
    """Tag a word that has other letters than lower-case ones, maybe a capital."""
    word, text = token.low, token.text
    capital = text.lstrip("\u02bb")[:1].isupper()
    if capital and not (first or title_case):
        token.tag = _tag_within(word)
    else:
        acronym = capital and len(word) > 1 and text.isupper() and not title_case
        token.tag, token.base = _tag_word(word, capital, acronym, text == "US")


@lru_cache(16384)
def _tag_within(word: str) -> str:
    """Return the tag of a word with a capital within a sentence.

    There a capital marks a name, except in days, I and American.
    """
    closed_tag = closed_class().get(word, "")
    name = closed_tag not in CAPITALIZED or word in NAME_LIKE
    return "NNP" if name or word in members("names-of-two-kinds") else closed_tag


@lru_cache(16384)
def _tag_word(
    word: str, capital: bool = False, acronym: bool = False, country: bool = False
) -> tuple[str, str]:
    """Return the tag of a word by itself, and the base form of a verb."""
    tens, _, ones = word.partition("-")
    if closed_class().get(tens) == "CD" and (ones == "one" or closed_class().get(ones) == "CD"):
        return "CD", ""  # sixty-one
    listed = _listed().get(word, "")
    if not listed or country or (acronym and listed == "verb?"):
        return _tag_unknown(word, capital), ""
    if listed == "verb?":
        return listed, verb_forms()[word].base
    return ("NNP" if capital and listed in NOMINALS else listed), ""


@lru_cache(16384)
def _tag_lowercase(word: str) -> tuple[str, str, bool]:
    """Return the tag and base of a lowercase word, and whether it may be part of a name."""
    particle = word in members("name-particles", "name-endings")
    return *_tag_word(word), particle or not word.isalpha()


@cache
def _listed() -> dict[str, str]:
    """Return the tag of each word in the lists: "verb?" is that of a verb's forms."""
    nouns = {noun: "NNS" if _is_plural(noun) else "NN" for noun in words("nouns")}
    return dict.fromkeys(verb_forms(), "verb?") | nouns | closed_class()


def _tag_unknown(word: str, capital: bool) -> str:
    if word in table("cue_adjectives") or word in words("adjectives"):
        return "JJ"
    if capital:
        several = word[-1] == "s" and word[:-1] in sex_by_word("titles")
        if several and word not in members("weak-titles"):
            return "NNS"  # Reporters asked
        adverb = word.endswith("ly") and len(word) > 5 and word not in members("names-in-ly")
        return "RB" if adverb else "NNP"
    if _compared(word):
        return "JJ"
    for ending, shortest, ending_tag in VERB_AND_ADVERB_ENDINGS:
        if word.endswith(ending) and len(word) >= shortest:
            return "NN" if ending == "ing" and "-" in word else ending_tag  # on cost-sharing
    if word in table("cue_nouns"):
        return "NN"
    if word.endswith(ADJECTIVE_ENDINGS) and len(word) > 4:
        return "JJ"
    return "NNS" if _is_plural(word) else "NN"


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _possessive(previous: Token, token: Token) -> bool:
    """Return whether the apostrophe is a possessive: the ministers' agreement."""
    return previous.end == token.start and previous.low.endswith("s") and previous.tag in NOMINALS


def _compared(word: str) -> bool:
    """Return whether it is the comparative or superlative of a listed adjective: bigger, latest."""
    for ending in ("est", "er"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        stems = (stem, stem + "e", stem[:-1], stem[:-1] + "y" if stem.endswith("i") else stem)
        if any(base in words("adjectives") or base in COMPARABLE for base in stems):
            return True
    return False


def _tag_clitic(tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    tail = token.low[1:]
    if tail != "s":
        token.tag = CLITICS[tail]
        return
    previous = tokens[index - 1] if index else token
    verbal = previous.tag in ("PRP", "WP", "WRB") or previous.low in BEFORE_IS
    following = tokens[index + 1] if index + 1 < len(tokens) else token
    form = verb_forms().get(following.low)
    done = form is not None and "n" in form.features and bool({"c", "q"} & verb_frames(form.base))
    if done and previous.low in ("he", "she"):
        token.tag = "HV"  # she's said that
        return
    token.tag = "BE" if verbal else "POS"


def _tag_that(tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    if token.low == "there":
        verb = next_tag(tokens, index) in ("BE", "HV", "MD", "clitic")  # there is, there’s
        token.tag = "PRP" if verb else "RB"
        return
    before = _before(tokens, index)  # answered only that…
    previous, follow = before.tag, next_tag(tokens, index)
    frames = verb_frames(before.base)
    near = tokens[max(0, index - 6) : index]
    object_of = bool(frames) and not {"c", "t"} & frames  # of a verb that takes no clause
    told = follow == "," and previous in NOMINALS and any("a" in verb_frames(t.base) for t in near)
    told = told or (
        index > 1 and _after_particle(tokens, index) and follow not in ("", ".", ",", "NN")
    )
    noun_follows = follow in ("NN", "verb?", "Q") or (follow == "DT" and previous in VERBS)
    as_ahead = [ahead.low for ahead in tokens[index + 1 : index + 2]] == ["as"]
    if object_of and (noun_follows or as_ahead):
        token.tag = "DT"  # dismissed that as “folklore”; called that a disgrace
    elif follow in AFTER_RELATIVE and (previous in NOMINALS or previous in ("PRP", "CD")):
        token.tag = "WP"
    elif told:
        token.tag = "CS"  # pointed out that; told the council that, as it was late, …
    elif follow in ("DT", "PRPS", "PRP", "NNP", "NNS", "CD", "IN", "CS", "VBG", "WRB", "WP"):
        token.tag = "CS" if previous not in ("IN", "TO") else "DT"
    elif previous in NOMINALS and follow in ("JJ", "NN", "NNS", "Q"):
        token.tag = "CS"
    elif follow in ("TIME", "MONTH") and previous in ("VBD", "TIME", "MONTH"):
        token.tag = "CS"  # said that Tuesday was too late
    elif previous in ("VB", "VBD", "VBN", "VBZ", "VBG", "OBJ", "JJ", ",", "TIME"):
        beyond = next_tag(tokens, index + 1)  # added that, “…”; reported that, according to X, …
        inserted = follow == "," and beyond in ("Q", "IN", "CS", "WRB", "VBG")
        token.tag = "CS" if follow not in (".", ",", "") or inserted else "DT"


def _after_particle(tokens: Sequence[Token], index: int) -> bool:
    particle, verb = tokens[index - 1], tokens[index - 2]
    return particle.low in members("particles") - {"in"} and verb.tag in VERBS


def _tag_her(tokens: Sequence[Token], index: int) -> None:
    follow = next_tag(tokens, index)
    told = follow == "verb?" and "r" in verb_frames(tokens[index + 1].base)
    told = told and next_tag(tokens, index + 1) in AFTER_OBJECT  # an aide with her said the bay…
    if not told and follow in (*NOMINALS, "JJ", "verb?", "CD", "Q", "VBG", "VBN", "VBD"):
        tokens[index].tag = "PRPS"
    elif tokens[index].low == "her":
        tokens[index].tag = "OBJ"
