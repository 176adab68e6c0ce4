"""The sentence around a passage."""

from __future__ import annotations

import pytest

from alliance_archive.text.sentences import sentence_around


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two «is here» now. Three.", "Two «is here» now."),
        ("«All» of it", "«All» of it"),
        ("It ended.\n\n“We «hold» fast,” he said. She left.", "“We «hold» fast,” he said."),
        ("It is the U.S. Navy's «view», said Lt. Gen. Roe. Next.", None),
        ("A byline (Example)\n«\"It held,\"» she said.\nMore.", "«\"It held,\"» she said."),
        ("First. The two\nUnited «states\nagreed» on it. Last.", "The two\nUnited «states\nagreed» on it."),
        ("End. «Two ran. Both\nwon.» End.", "«Two ran. Both\nwon.»"),
        ("끝났다. 한미 «동맹은 굳건하다»고 말했다。다음", "한미 «동맹은 굳건하다»고 말했다。"),
    ],
)  # fmt: skip
def test_the_sentence_around_a_passage(text: str, sentence: str | None) -> None:
    start, end = text.index("«"), text.index("»") - 1
    plain = text.replace("«", "").replace("»", "")
    first, last = sentence_around(plain, start, end)
    marked = f"{plain[first:start]}«{plain[start:end]}»{plain[end:last]}"
    assert marked == (sentence or "It is the U.S. Navy's «view», said Lt. Gen. Roe.")
