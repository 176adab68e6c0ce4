"""Words and names are found, however they are typed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.text.folding import (
    _bounds,
    fold,
    key,
    nearest,
    nearest_names,
    spans,
    words,
)

UNSEEN = "\u00ad\u034f\u115f\u180b\u200b\u200c\u200d\u200e\u202e\u2060\u3164\ufe0f\ufeff\U000e0100"
MARKED = st.lists(
    st.sampled_from((*"“”‘’„‹›«»–—…·.", " ", "a", "É", "e", "\u0301", "\u05b0", "\u0338", "한", "の", "\x85", "\u3000", *UNSEEN, "\u1112", "\u1161", "\u3099", "か"))
    | st.characters()
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US-ROK alliance’s", ["the", "us", "rok", "alliance", "s"]),
        ("Song Young‑moo", ["song", "young", "moo"]),
        ("Jens Støre, Erdoğan, Straße", ["jens", "store", "erdogan", "strasse"]),
        ("Ｎａｔｏ ﬁnal", ["nato", "final"]),
        ("한미동맹은", ["한", "미", "동", "맹", "은"]),
        ("日米同盟の要", ["日", "米", "同", "盟", "の", "要"]),
        ("ガガ が", ["ガ", "ガ", "が"]),
        ("Café\u0301 Cafe\u0301", ["cafe", "cafe"]),
        ("U.S.-led, at the U.N. (e.g. a.m.)", ["us", "led", "at", "the", "un", "eg", "am"]),
        ("Ｕ．Ｎ． a.b.cd J. R. No. 3.5", ["un", "ab", "cd", "j", "r", "no", "3", "5"]),
        ("F-35A x2", ["f", "35a", "x2"]),
        ("한미ROK동맹", ["한", "미", "rok", "동", "맹"]),
        ("\ud800 ‮ \x00", []),
        # nobody sees what is inside these words
        (
            "lin\u200bchpin so\u00adft \ufefff\u2060ar \u200eup\u200f",
            ["linchpin", "soft", "far", "up"],
        ),
        (
            "Ta\u034fn \u3164Kim\ufe0f 한\u200d미 می\u200cخ \U000e0041x",
            ["tan", "kim", "한", "미", "میخ", "x"],
        ),
        ("\u1112\u200b\u1161\u200d\u11ab", ["한"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_name_is_compared_without_its_article() -> None:
    assert key("The Pentagon chief-spokesperson") == "pentagon chief spokesperson"
    assert key("the") == "the"


NAMES = ["South Korea", "Kim Jong-un", "Song Young-moo", "Jim Mattis", "us-korea-2017", "w-3"]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Sout Korea", ["South Korea"]),
        ("southkorea", ["South Korea"]),
        ("matis", ["Jim Mattis"]),
        ("song yung mo", ["Song Young-moo"]),
        ("North Korea", []),
        ("north-korea", []),
        ("kim-jong-nam", []),
        ("kim", ["Kim Jong-un"]),
        ("Song Joon-ki", []),
        ("song-young-gil", []),
        ("us-korea-2018", []),
        ("w-4", []),
        ("", []),
    ],
)
def test_a_name_suggests_names_of_which_each_word_is_close(name: str, nearest: list[str]) -> None:
    assert nearest_names(name, [(other, other) for other in NAMES]) == nearest


def test_nearest_spellings_come_best_first_and_distant_ones_not_at_all() -> None:
    assert nearest("mtatis", ["Song", "Mattis", "Matsui"], 1) == ["Mattis"]
    assert nearest("xyz", ["Song", "Mattis"]) == []


@given(st.text() | MARKED)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert words(fold(text)) == words(text)
    assert all(word == fold(word) for word in words(text))


@given(st.text(), st.text())
def test_words_of_parts_are_words_of_the_whole(left: str, right: str) -> None:
    assert words(f"{left} {right}") == words(left) + words(right)


@given(MARKED)
def test_the_quick_way_finds_the_same_words_as_the_slow_one(text: str) -> None:
    folded = fold(text)
    if folded.isascii():
        letters = r"(?<![a-z0-9])[a-z](?:\.[a-z])+(?![a-z0-9])|[a-z0-9]+"
        assert words(text) == [word.replace(".", "") for word in re.findall(letters, folded)]
    else:
        slow = [folded[start:end].replace(".", "") for start, end in _bounds(folded)]
        assert words(text) == slow


@given(st.text() | MARKED)
def test_spans_are_of_the_same_words(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    word_spans = list(spans(text))
    assert [word for word, _, _ in word_spans] == words(text)
    assert all(0 <= start < end <= len(text) for _, start, end in word_spans)
    for word, start, end in word_spans:
        assert fold(word) in fold(text[start:end]).replace(".", "")


@given(MARKED)
def test_characters_that_nobody_sees_hide_no_word(text: str) -> None:
    seen = "".join(character for character in text if character not in UNSEEN)
    assert words(text) == words(seen)
    assert [word for word, _, _ in spans(unicodedata.normalize("NFC", text))] == words(seen)


def test_spans_include_characters_that_nobody_sees() -> None:
    assert list(spans("a lin\u200bchpin, e\u200b\u0301x")) == [
        ("a", 0, 1),
        ("linchpin", 2, 11),
        ("ex", 13, 17),
    ]


def test_spans_include_accents() -> None:
    assert list(spans("The U.S. “no”")) == [("the", 0, 3), ("us", 4, 7), ("no", 10, 12)]
    assert list(spans("x\u0302y, ﬁn")) == [("xy", 0, 3), ("fin", 5, 7)]
    assert list(spans("한국 ye\u0301x")) == [("한", 0, 1), ("국", 1, 2), ("yex", 3, 7)]


def test_of_two_names_as_close_the_one_of_fewer_words_comes_first() -> None:
    named = [("A talk by Jim Mattis", "a-talk"), ("Jim Mattis", "jim-mattis")]
    assert nearest_names("matis", named) == ["jim-mattis", "a-talk"]
