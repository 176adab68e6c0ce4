"""Who asks a question: the name that a reporter gives in it, and whether it follows up."""

from __future__ import annotations

import re

from ..english.gazetteer import country_in, title_base
from ..english.lexicon import closed_class, words
from .names import ARTICLES, HONORIFICS, NAMES_TOO, is_name, is_outlet, is_whole_name

_WORD = r"(?:[A-Z]\.|[^\W\d_a-zà-ÿ][^\W\d_]*(?:[-’'][^\W\d_]+)*)"
_SMALL = rf"(?:{'|'.join(sorted(words('particles')))})"
_PERSON = rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{1,3}}"
_NAME = rf"(?P<name>{_PERSON})"
_HELLO = (
    r"(?:(?:Thank you|Thanks|Hi|Hello|Hey|Yes|Yeah|Okay|OK|Sure|Great"
    r"|Good (?:morning|afternoon|evening|day)|Sorry|Please|Right|Welcome)\b"
    r"[^.!?\n]{0,60}?[.,!:–—-]+\s*)"
)
# “Grace, …”, “Foreign Minister Wolan, …”
_CALLED = (
    r"(?:(?:(?:Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Madam|Prime|Foreign|Defen[cs]e|Minister|Secretary|General"
    r"|President|Ambassador|Admiral|Commissioner) ){0,2}[A-Z][\w’'-]+, )?"
)
# An outlet may end in a small word after an article: “La Mer acadienne.”
_FROM = (
    r"(?:,? (?:from|with|of|at|for|here from|representing|reporting for) (?:(?:the|[a-z]+) ){0,2}"
    r"|, (?:the |from |with )?| [-–—/(] ?)"
    r"(?P<outlet>(?:L[ae]s?|El|Il|Der?|Das|Die) \w+(?: (?:[dl][’'])?\w+)?(?=\.)"
    rf"|freelancer?|{_WORD}(?: (?:&|of|the|{_SMALL}|{_WORD})){{0,4}})"
)
_INTRODUCED = re.compile(
    rf"{_HELLO}{{0,3}}{_CALLED}"
    r"(?:(?:and )?(?:my name is|I am|I[’']m|[Tt]his is|[Ii]t[’']s) (?=[A-Z]))?"
    rf"{_NAME}{_FROM}(?: (?:in|based in) {_WORD})?"
    r"\)?(?:(?: here)?\s*(?:[.;:?–—-]|, ?(?P<next>\w*)|$))"
)
_MY_NAME = re.compile(
    rf"(?:[Mm]y name is|[Jj]e m[’']appelle|(?:^|[.!?–—-] ?|\band )(?:I am|I[’']m)) {_NAME}\b"
    rf"|^(?P<before>{_PERSON}) is my name"
    rf"|\b[Tt]his is (?P<here>{_PERSON})(?=,? (?:with|from|at|of|in)\b|, [a-z])"
)
_HERE = re.compile(
    rf"^{_HELLO}{{0,3}}{_NAME}(?: here| speaking| again|[.,] (?:I|[Ww]e)(?:[’']\w+)? \w+)\b"
    rf"|^(?:{_HELLO}|[A-Z]\w+, ){{1,2}}(?P<before>{_PERSON})\.(?= )"
)
_FAMILY = re.compile(  # I am Wolan of the Avel Shimbun.
    rf"{_HELLO}{{0,2}}(?:[Mm]y name is|I am|I[’']m|[Tt]his is) (?P<name>{_WORD}){_FROM}"
    rf"(?=[.,]| here)"
)
_THIS_IS = re.compile(rf"{_HELLO}{{0,2}}[Tt]his is (?P<name>{_WORD}) (?:from|with) (?:the|our)\b")
_OPENS = re.compile(rf"{_HELLO}{{0,2}}{_NAME}[.,] ")
_ALONE = re.compile(rf"{_NAME}[.,] ")
_MINE = re.compile(
    rf"^{_HELLO}{{0,2}}(?:I am |I[’']m )?{_NAME}(?=, (?:I |the |an? )|[.] (?:I |[A-Z]-)|, [a-z])"
)
_FOLLOWS = re.compile(
    r"(?:(?:Thank you|Thanks)(?:,? [\w’']+){0,2}[.,] )?"
    r"(?:So|But|And|Then|Fair enough|Sorry|Right|Or|(?:Okay|OK|Yes|No), but"
    r"|(?:Just to )?[Ff]ollow(?:ing)?(?:[- ]?up)?|Just to be clear"
    r"|(?:And )?(?:just )?to follow|(?:Just )?(?:a|one) (?:quick )?follow"
    r"|(?:If I )?(?:may|could|can|May|Could|Can)(?: I)? (?:just )?follow|(?:\w+ ){1,4}at least)\b"
)
_NEW_SUBJECT = re.compile(
    r"^(?:Thank|Hi\b|Hello|Good |Yes\b|Just on |On |Minister|Secretary"
    r"|(?:Mr|Ms|Mrs|Madam|Sir|Ma[’']am)\b)"
    r"|\b(?:ask|question)\b|\bone on\b",
    re.IGNORECASE,
)
_FEWEST = re.compile(r"[^\W\d_]{5,}")  # longer than the most common words
_BROKEN = re.compile(r"(?:[-–—…]|\.\.\.)$")
_TAKEN_UP = re.compile(r"[-–—…]|\.\.\.|[a-z]")
_ANEW = re.compile(
    r"(?i)(?:and|but|so|then|right)?,? ?(?:just |now )?(?:on|about|turning|at home|back home)\b"
)
# of one’s own question, not: to follow up on Ann’s, on what my colleague asked
_FOLLOWS_OWN = re.compile(
    r"(?i)[^.?!]{0,40}?\bfollow(?:ing)?[- ]?up\b(?! (?:on|to) (?:\w+[’']s|what|my|the|your)\b)"
)
ALLOWED = 4  # words of an answer that only lets somebody ask
SHORTEST = 8  # words of a question that only asks to ask
SHORT = 20  # words of a question that only takes up the answer
_CALLS = re.compile(
    r"\b(?:next question|in the back|at the back|go ahead|one more(?! \w)|one more question"
    r"|(?:last|final) (?:question|one)"
    r"|who(?:['’]s| is) next|next[.,]? ?(?:please)?[.]?$|(?:lady|gentleman|colleague) (?:in|on|at)"
    r"|front row|over here|over there|yes, please)\b"
    r"|[.?!] (?:Yes, )?[A-Z]\w+[.?]?$",
    re.IGNORECASE,
)
_CALL = (
    r"(?:questions?|next|line|floor|over to|call on|hear from|start|begin"
    r"|(?:go|turn)(?: \w+){0,2}(?= to))\b"
)
_PLEASE = r"(?:,? (?:please|go ahead|you have the floor|the floor is yours))"
_CALLED_ON = re.compile(
    rf"(?:\b(?i:{_CALL})[^.?!]{{0,40}}?(?:\b(?:from|to|with|is|of|by|for|on)|[,:–—-]) {_NAME}"
    rf"(?:{_FROM})?"
    rf"{_PLEASE}?|^(?P<before>{_PERSON})"
    rf"(?:{_FROM.replace('outlet', 'of')}{_PLEASE}?|{_PLEASE}))\W*$"
)
_PUT_THROUGH = re.compile(
    rf"{_NAME}(?:,| is|[’']s)? (?:(?:now |waiting |up )?(?:on|in|from|at) |call|ring|phon|joins )"
)
CALL = 60  # code points at the end of a turn in which somebody is called on
OPENING = 220  # code points in which a reporter says who they are


def name_given(words: str, before: str = "", outlet: str = "") -> tuple[str, str]:
    """Return the name and the outlet that whoever asks gives at the start; empty if they do not.

    A name alone is one if the label has the outlet, or those who spoke before, at their end, called
    on somebody of that name.
    """
    opening = " ".join(words[:OPENING].split())
    alone = _ALONE.match(opening)
    if alone and is_person(alone["name"]) and not country_in(alone["name"].split())[0]:
        addressed = opening[alone.end() - 2] == "." and title_base(
            opening[alone.end() :].split(" ")[0]
        )
        if addressed or outlet or alone["name"].split()[-1] in before[-CALL:]:
            return alone["name"], outlet  # Ann Holm. Minister Wolan, …
    for sentence in _starts(opening):
        first, _, second = sentence.partition(", ")
        second = re.split(r"[.,:;–—]", second)[0]
        if is_outlet(first) and is_person(second):
            return second, first  # Reuters, Ann Holm.
        for pattern in (_INTRODUCED, _MY_NAME, _HERE):
            match = pattern.match(sentence)
            if not match:
                continue
            name, groups = _name_in(match), match.groupdict()
            outlet, after = groups.get("outlet") or "", groups.get("next") or ""
            told = after.islower() and after not in closed_class()  # Ivan Petrov, of X, wrote …
            if is_person(name) and not told:
                return name, outlet
        if (match := _FAMILY.match(sentence)) and is_name(match["name"]):
            return match["name"], match["outlet"]
    match = _MY_NAME.search(opening)
    if match and is_person(_name_in(match)):
        return _name_in(match), ""
    return "", ""


def own_name(words: str) -> str:
    """Return the name that somebody gives who does not ask: “My name is …”, “NAME, I head …”.

    One name alone will do where it is given with an office: “This is Ann from the press team.”
    """
    opening = " ".join(words[: 2 * OPENING].split())
    for match in (_MY_NAME.search(opening), _MINE.match(opening)):
        name = _untitled(_name_in(match)) if match else ""
        if is_person(name):
            return name
    alone = _THIS_IS.match(opening)
    return alone["name"] if alone and is_name(alone["name"]) else ""


def _untitled(name: str) -> str:
    """Return a name without the rank that somebody gives with it: I am Colonel Jan Wolan."""
    rank, _, rest = name.partition(" ")
    return rest if title_base(rank) else name


def _name_in(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("name") or groups.get("before") or groups.get("here") or ""


def _starts(opening: str) -> list[str]:
    """Return the rest of the opening from each of its first sentences."""
    ends = [0, *(m.end() for m in re.finditer(r"[.!?–—] +|-- +", opening))]
    return [opening[end:] for end in ends[:4]]


def is_person(name: str) -> bool:
    """Return whether words are the whole name of a person, without a title."""
    if not is_whole_name(name) or re.match(r"(?i)i(?:t?['’]|[mt]['’]?s )", name):
        return False
    lowered = [token.lower().strip(".") for token in name.split()]
    first = name.partition(" ")[0]
    common = lowered[0] in ARTICLES | closed_class().keys() | words("adjectives")
    if common and first not in words("given_names") and not re.search(r"\w-[a-z]+$", name):
        return False  # Long Tae-min is one
    titled = any(title_base(word) or word in HONORIFICS for word in lowered[:-1])
    titled = titled or bool(title_base(lowered[-1]) and lowered[-1] not in NAMES_TOO)
    return not titled and lowered[-1] not in closed_class()


def follows_up(words: str, answer: str) -> bool:
    """Return whether a question goes on with the one before: “So …”, “But …”, “Fair enough.”

    A short one that takes up a word of the answer does so, too.
    """
    if _FOLLOWS.match(words.strip()) and not _ANEW.match(words.strip()):
        return True
    own = _FEWEST.findall(words.casefold())
    short = len(words.split()) <= SHORT and not _NEW_SUBJECT.search(words)
    return short and bool(set(own) & set(_FEWEST.findall(answer.casefold())))


def asks_again(words: str) -> bool:
    """Return whether a question says that it follows up one’s own: “If I may follow up.”"""
    return bool(_FOLLOWS_OWN.match(words))


def opens_with_name(words: str) -> bool:
    """Return whether a question begins with somebody's name, whatever follows: “Ann Holm, …”."""
    match = _OPENS.match(" ".join(words[:OPENING].split()))
    return bool(match and is_person(match["name"]))


def goes_on(words: str, asked: str, answer: str) -> bool:
    """Return whether a question ends what was broken off, or what it was allowed to ask."""
    broken = _BROKEN.search(asked.strip()) or _TAKEN_UP.match(words.strip())
    allowed = len(asked.split()) < SHORTEST and len(answer.split()) <= ALLOWED
    return bool(broken or (allowed and re.search(r"(?i)\bfollow|\b(?:may|can|could) I\b", asked)))


def put_through(words: str) -> str:
    """Return the whole name of whom a host puts through: “Bev Carmody is on line three.”"""
    found = [match["name"] for match in _PUT_THROUGH.finditer(" ".join(words.split()))]
    return found[0] if len(found) == 1 and is_person(found[0]) else ""


def called_on(words: str) -> str:
    """Return the whole name of whom a turn ends by calling on: “Next is Ann Holm, Reuters.”"""
    for sentence in reversed(re.split(r"(?<=[a-z)][.?!]) +", " ".join(words.split()))[-3:]):
        match = _CALLED_ON.search(sentence)
        if match and is_person(_name_in(match)):
            return _name_in(match)
    return ""


def calls_on_another(words: str) -> bool:
    """Return whether a turn ends with a call for the next question."""
    return bool(_CALLS.search(" ".join(words.split())[-120:]))


def addresses(words: str, name: str) -> bool:
    """Return whether words ask somebody something by first name: “Paula, which minister?”"""
    if not words.rstrip().endswith("?"):
        return False
    first = re.escape(name.split()[0])
    return bool(re.search(rf"(?:^|[,.–—-] ){first}[,.?!]", " ".join(words.split())))
