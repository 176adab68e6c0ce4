"""Text to sentences of tokens; a quotation is one token of its sentence, whatever it contains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..extraction import Span
from ..quotations import Quotation
from .lexicon import members, phrases, sex_by_word, verb_forms, verb_frames, words

TOKEN = re.compile(
    r"(?:(?P<plain>[A-Za-z]++(?=[\s,;:?!)”]))"  # most words, as they are
    r"|(?P<initials>(?:[A-Z]{1,6}-|(?:[A-Z][a-z]+-){1,3})?(?:[^\W\d_]\.){2,}(?:-[A-Z]\w*)*)"
    r"|(?P<number>\d['’] ?\d\d?[\"”]?(?!\w)|\d\d?\"(?!\w)"  # 6'4", 12"
    r"|(?:[$€£¥]|(?<!\w)[A-Z][A-Za-z]{0,2}(?=\d+[.,]\d)|(?<!\w)['’](?=\d\ds?(?!\w)))?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%|s)?\b%?(?:-\w+)*)"
    r"|(?P<clitic>['’](?:s|re|ve|m|d|ll|S)(?!\w))"
    r"|(?P<site>\w{1,60}+(?:\.\w{1,60}+){0,4}\.(?:com|org|net|gov|edu|mil|info|co|int)\b)"
    r"|(?P<word>(?:Lt|Maj|Brig)\.-[A-Z][a-z]+|d[ei]['’](?=\s[A-Z])|Dato['’](?=\s)|[A-Z][a-z]+ng['’](?=\s[A-Z])|['‘’]n['’](?!\w)|o['’](?=\s)|['‘](?=[A-Z][a-z]+['’‘][a-z])[^\W_]+['’‘][^\W_]+|['‘’]t(?=\s[A-Z])|[^\W_]+(?:(?:[-&/‘]|['’](?!(?:s|re|ve|m|d|ll|S)(?!\w)))[^\W_]+)*)"
    r"|(?P<mark>''|``|\.{2,}|-{2,}|[^\w\s]|_))\s*+"
)
CLOCK = re.compile(r"\d{1,2}[:.]\d\d")  # the time of an entry, before what it tells
EXCELLENCY = "HE"  # not the pronoun
CYRILLIC_INITIALS = frozenset({"Ye", "Yu", "Ya", "Zh", "Kh", "Dzh", "Ts", "Sh", "Ch"})
SIGNATURES = frozenset({"-", "–", "—", "―", "--"})
ENDS = frozenset(".!?…")
LONGEST = 300  # tokens: a longer sentence is cut, so that the work stays linear
LONGEST_LINE = 14  # tokens of a line with a name and an office
LABEL = re.compile(r"[^\W\d_a-z][^a-z\n,:]{3,60}(?=, [^.\n“\"]{3,80}: )")  # NAME, minister: “…”
SAID_AFTER = 8  # tokens after a closing mark within which "she asked" keeps the sentence together


@dataclass(slots=True, eq=False)
class Token:
    """A word or mark: its offsets, its tag (see tagging.py) and, for a verb, its base form."""

    text: str
    low: str
    start: int
    end: int
    lexical: str = ""  # what it was before it was tagged: word, mark, number
    tag: str = ""
    base: str = ""
    known: bool = False  # whether it is the name of somebody whom the text introduces


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text[start:end]; the stop of a known abbreviation stays with its word."""
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    reached = start
    for match in TOKEN.finditer(text, start, stop):
        kind = match.lastgroup or ""
        first, last = match.span(kind)
        if first < reached:
            if last == reached:
                continue  # the stop of an abbreviation
            first = reached
        word, reached = text[first:last], last
        if kind == "plain":
            kind = "word"
        elif kind == "word" and _is_abbreviation(text, word, reached, stop, tokens):
            word, reached = f"{word}.", reached + 1
        low = "h.e." if word == EXCELLENCY else word.lower()
        tokens.append(Token(word, low, first, reached, kind, kind))
    return tokens


def _is_abbreviation(text: str, word: str, end: int, stop: int, preceding: Sequence[Token]) -> bool:
    """Return whether a stop follows that belongs to the word: Gen., not: what he would miss."""
    if end == stop or text[end] != ".":
        return False
    lowered, previous = word.lower(), preceding[-1] if preceding else None
    if word == "I":  # I. Kalna, if Ilze Kalna is named
        name = re.match(r"\. ([^\W\d_]+)", text[end:stop])
        return name is not None and bool(re.search(rf"\bI[a-zà-ž]+ {name[1]}\b", text))
    if word in CYRILLIC_INITIALS:  # Ye. Kalna, if nobody is called Ye
        named = re.match(r"\. [A-Z]", text[end:stop]) is not None
        return named and not re.search(rf"\b{word}\b(?!\.)", text)
    if len(word) == 1 and word.isupper():
        return word != "X" or previous is None or previous.low not in ("on", "via")
    if word == "Ma" and not (previous and _is_given_name(previous)):
        return True
    part = lowered.rpartition("-")[2]
    if part != lowered and word[-len(part)].islower():
        return False  # a name that ends a sentence: Min-jun, not Maj.-Gen.
    if part not in words("abbreviations") and part + "!" not in words("abbreviations"):
        return False
    if word[0].islower() and part not in members("small-abbreviations"):
        return False
    return lowered != "no" or text[end + 1 : end + 3].strip().isdigit()


def _is_given_name(token: Token) -> bool:
    """Return whether a word before “Ma.” may be a name: “Yo-Yo”, not “H.E.” or “Affairs”."""
    offices = sex_by_word("titles").keys() | members("fields")
    return token.text.istitle() and token.low not in offices and not token.text.endswith(".")


@dataclass(slots=True)
class Sentence:
    """Tokens from start to end (code points), with the number of their paragraph."""

    start: int
    end: int
    paragraph: int
    tokens: list[Token]
    quotations: dict[int, Quotation]

    @property
    def is_bracketed(self) -> bool:
        """Whether it is in brackets, which are not among the tokens."""
        return self.tokens[0].start == self.start + 1

    @property
    def is_signed(self) -> bool:
        """Whether it is a quotation and who signs it: “…” — NAME."""
        return (
            self.tokens[0].tag == "Q"
            and self.tokens[1:2] != []
            and (self.tokens[1].text in SIGNATURES)
        )


def find_sentences(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> list[Sentence]:
    """Split each paragraph into sentences, whose tokens are not tagged yet except quotations: Q."""
    sentences: list[Sentence] = []
    first = last = 0
    for number, paragraph in enumerate(paragraphs):
        while last < len(quotations) and quotations[last].outer.start < paragraph.end:
            last += 1
        inside = quotations[first:last]
        tokens = _with_quotations(text, paragraph, inside)
        label = LABEL.match(text, paragraph.start, paragraph.end)
        if label and label[0].isupper():
            for token in tokens[: len(label[0].split())]:
                token.text = token.text.title()
        if text[paragraph.start : paragraph.end].isupper():
            below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            near = below is not None and below.start == paragraph.end + 1
            _lower_capitals(tokens, tokenize(text, *below) if below and near else ())
        sentences += _split(number, tokens, inside)
        first = last
    return sentences


def _lower_capitals(tokens: Sequence[Token], below: Sequence[Token]) -> None:
    """Give the words of a line such as “FOREIGN MINISTER JAN WOLAN” the capitals of a name.

    The office may also be in the line directly below.
    """
    titles = sex_by_word("titles")
    headline = any("z" in verb_forms()[t.low].features for t in tokens if t.low in verb_forms())
    held = any(token.low in titles for token in (*tokens, *below))
    if held and not headline and max(len(tokens), len(below)) <= LONGEST_LINE:
        for token in tokens:
            if token.low in members("adjuncts"):
                token.text = token.low
            elif token.text not in phrases("bodies"):
                token.text = token.text.title()


def _with_quotations(text: str, paragraph: Span, inside: Sequence[Quotation]) -> list[Token]:
    tokens: list[Token] = []
    position = paragraph.start
    for outer in (quotation.outer for quotation in inside):
        tokens += tokenize(text, position, outer.start)
        words_of = text[outer.start : outer.end]
        tokens.append(Token(words_of, "", outer.start, outer.end, "Q", "Q"))
        position = outer.end
    return tokens + tokenize(text, position, paragraph.end)


def _split(paragraph: int, tokens: list[Token], inside: Sequence[Quotation]) -> Iterator[Sentence]:
    by_start = {quotation.outer.start: quotation for quotation in inside}
    first = 0
    for end in _ends(tokens):
        whole = piece = tokens[first:end]
        if len(whole) > 2 and (whole[0].text, whole[-1].text) == ("(", ")"):
            piece = whole[1:-1]  # a sentence, or a signature, in brackets
        elif len(whole) > 2 and CLOCK.fullmatch(whole[0].text):
            piece = whole[1:]  # 21:38 The minister says…
        marked = [n for n, token in enumerate(piece) if token.tag == "Q"] if inside else []
        quoted = {n: by_start[piece[n].start] for n in marked}
        yield Sentence(whole[0].start, whole[-1].end, paragraph, piece, quoted)
        first = end


def _ends(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the end of each sentence; one that is too long is cut."""
    marks = [n for n, t in enumerate(tokens[:-1]) if t.tag != "word" or t.low[-1] == "."]
    first = 0
    for last in (*[n for n in marks if _ends_sentence(tokens, n)], len(tokens) - 1):
        yield from range(first + LONGEST + 1, last + 1, LONGEST + 1)
        yield (first := last + 1)


def _ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    token, following = tokens[index], tokens[index + 1]
    if following.text[0].islower() or following.low in (")", "]", ",", ";"):
        return False
    if token.tag == "Q":
        signed = following.text in SIGNATURES and following.end - following.start < 3
        signed = signed or (index == 0 and _signs(tokens[1:]))
        return not signed and _ends_after_quotation(tokens, index)
    if token.low in (")", "]") and index and tokens[index - 1].low in ENDS:
        return True
    if token.low in ENDS or token.low.startswith(".."):
        return not following.low.startswith("..")
    if token.text.endswith(".") and token.tag in ("word", "initials"):
        return _abbreviation_ends(tokens, index)
    return False


def _signs(tokens: Sequence[Token]) -> bool:
    """Return whether what follows a quotation is who spoke: NAME, the minister, on the pact."""
    named = [token.text[:1].isupper() for token in tokens[:2]] == [True, True]
    comma = any(token.low == "," for token in tokens[2:6])
    return named and comma and len(tokens) <= 2 * LONGEST_LINE and tokens[-1].low not in ENDS


def _abbreviation_ends(tokens: Sequence[Token], index: int) -> bool:
    """Return whether an abbreviation's stop ends the sentence: before a word that starts one."""
    token, following = tokens[index], tokens[index + 1]
    if token.low.rstrip(".") + "!" not in words("abbreviations") and token.tag != "initials":
        return False
    return following.low in members("starters") and following.text[0].isupper()


def _ends_after_quotation(tokens: Sequence[Token], index: int) -> bool:
    last = tokens[index].text.rstrip("\"“”'’` ")[-1:]
    return last == "." or (last in ("?", "!", "…") and not _said_follows(tokens, index))


def _said_follows(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a reporting verb ends the sentence soon: "Why?" Orlova asked."""
    for position in range(index + 1, min(index + SAID_AFTER, len(tokens))):
        token = tokens[position]
        if token.low in ENDS or token.tag == "Q":
            return False
        form = verb_forms().get(token.low)
        if form and token.text.islower() and "q" in verb_frames(form.base):
            before_verb = position - index
            opens = [t.tag if t.tag == "Q" else t.low for t in tokens[position + 1 : position + 3]]
            if opens[:1] == ["Q"] or (opens[:1] in ([","], [":"]) and opens[1:] == ["Q"]):
                return False
            return before_verb <= 4 or tokens[index].text[-2:-1] in "?!"
    return False
