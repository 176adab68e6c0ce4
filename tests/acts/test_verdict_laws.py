"""Laws of verdicts, for any words."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from alliance_archive.acts.difference import ONLY_FIRST, ONLY_SECOND, difference
from alliance_archive.acts.words import words_of
from tests.acts.compared import verdict
from tests.acts.sentences import SENTENCES

pytestmark = pytest.mark.hypothesis
WORDS = sorted({word.strip(".,;:") for sentence in SENTENCES for word in sentence.split()})
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
CONTENT = [word for word in WORDS if len(word) > 6 and word.isalpha() and word.islower()]


@given(texts, texts)
@example("1,000 250 Amsel", "1,000 Amsel 250")
def test_a_verdict_is_symmetric(one: str, two: str) -> None:
    assert verdict(one, two) == verdict(two, one)


@given(texts)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert verdict(text, text) == ("same", ())


@given(st.lists(st.sampled_from(WORDS), min_size=5, max_size=14), st.data())
def test_a_crop_of_a_crop_is_a_crop(words: list[str], data: st.DataObject) -> None:
    # A cut within "forty two" leaves another number: not a crop.
    assume(len(words_of((" ".join(words),))) == len(words))
    first = data.draw(st.integers(0, 1))
    last = data.draw(st.integers(len(words) - 1, len(words)))
    crop = words[first:last]
    inner = crop[1:-1]
    assume(len(crop) < len(words))
    assert verdict(" ".join(crop), " ".join(words))[0] == "cropped"
    assert verdict(" ".join(inner), " ".join(crop))[0] == "cropped"
    assert verdict(" ".join(inner), " ".join(words))[0] == "cropped"


@given(st.sampled_from(SENTENCES), st.sampled_from(CONTENT), st.data())
def test_a_changed_content_word_is_never_the_same(
    sentence: str, word: str, data: st.DataObject
) -> None:
    words = sentence.split()
    place = data.draw(st.integers(0, len(words) - 1))
    assume(len(words[place].strip(".,")) > 3 and words[place].strip(".,") != word)
    changed = " ".join((*words[:place], word, *words[place + 1 :]))
    assert verdict(sentence, changed)[0] not in ("same", "elided")


@given(texts, texts)
def test_a_difference_holds_both_texts(one: str, two: str) -> None:
    pieces = difference([one], [two])
    first = " ".join(piece.text for piece in pieces if piece.where != ONLY_SECOND)
    assert first.split() == one.split()
    second = [word for piece in pieces if piece.where != ONLY_FIRST for word in piece.text.split()]
    assert len(second) == len(two.split())
