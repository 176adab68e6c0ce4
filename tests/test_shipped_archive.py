"""The shipped archive: sound, and each quotation at its offsets in the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from alliance_archive import Archive, Filter
from alliance_archive.model.records import Source
from alliance_archive.text.normalize import fingerprint, normalize
from tests.conftest import SHIPPED, TEXTS

WORD = re.compile(r"[\w'-]+")
SOURCE, READOUT = "yonhap-2017-10-23", "pentagon-2017-10-23"
OF_ARTICLE = Filter(source=(SOURCE,))


@pytest.fixture
def archive() -> Archive:
    return Archive.open(SHIPPED)


@pytest.fixture
def article() -> str:
    if not TEXTS:
        pytest.skip("ALLIANCE_ARCHIVE_TEXTS names no folder with the article's text")
    return normalize((Path(TEXTS) / f"{SOURCE}.txt").read_bytes())


def test_no_problem_in_it(archive: Archive) -> None:
    assert archive.problems() == []
    assert archive.left_out() == (0, 0)


def test_the_text_matches_the_recorded_fingerprint(archive: Archive, article: str) -> None:
    source = archive.get(SOURCE)
    assert isinstance(source, Source)
    assert source.text == fingerprint(article)


def test_every_quotation_is_at_its_offsets(archive: Archive, article: str) -> None:
    quotes = [quote for row in archive.statements(OF_ARTICLE) for quote in row.quotes]
    assert len(quotes) == 8
    for quote in quotes:
        assert article[quote.start : quote.end] == quote.exact
        assert article[quote.start - 1] == '"'
        # What American usage puts inside the marks is the article's.
        assert article[quote.end :].lstrip(",.")[0] == '"'
    # No quoted words of the article are missing.
    assert {quote.start for quote in quotes} == {
        m.start(1) for m in re.finditer('"([^"]+)"', article)
    }


def test_every_cue_and_attribution_is_the_articles_own(archive: Archive, article: str) -> None:
    for row in archive.statements(OF_ARTICLE):
        assert row.as_given is not None
        assert row.cue is None or re.search(rf"\b{row.cue}\b", article)
        assert row.as_given in article
        assert row.document is None or row.document in article


@pytest.mark.skipif(not TEXTS, reason="ALLIANCE_ARCHIVE_TEXTS names no folder with the texts")
def test_the_readout_is_its_own_sentence_and_a_paraphrase(archive: Archive) -> None:
    text = normalize(Path(TEXTS or "", f"{READOUT}.txt").read_bytes())
    source = archive.get(READOUT)
    assert isinstance(source, Source)
    assert source.text == fingerprint(text)
    quoted, paraphrased = archive.statements(Filter(source=(READOUT,)))
    (quote,) = quoted.quotes
    assert text[quote.start : quote.end] == quote.exact
    assert text[paraphrased.anchor_start :].startswith("They agreed")
    assert not paraphrased.quotes


def test_the_readout_and_the_article_report_two_acts(archive: Archive) -> None:
    reports = {
        act: [report.id for report in archive.reports_of(act)]
        for act in ("us-rok-2017-10-23-1", "us-rok-2017-10-23-2")
    }
    assert reports == {
        "us-rok-2017-10-23-1": [
            "pentagon-2017-10-23-01",
            "yonhap-2017-10-23-02",
            "yonhap-2017-10-23-01",
        ],
        "us-rok-2017-10-23-2": ["pentagon-2017-10-23-02", "yonhap-2017-10-23-03"],
    }
    assert (archive.count(), archive.count(by_act=True)) == (14, 11)


def sevens(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every seven words in a row."""
    return zip(*(words[start:] for start in range(7)), strict=False)


def test_no_sentence_of_the_article_is_in_the_project(article: str) -> None:
    """Outside quotation marks, no seven words in a row of the article are in our files."""
    outside = re.sub('"[^"]*"', "\n", article).lower()
    lines = [WORD.findall(line) for line in outside.splitlines()]
    runs = {run for line in lines for run in sevens(line)}
    root = SHIPPED.parent
    for path in [*root.glob("data/**/*.yaml"), *root.glob("*.md"), *root.glob("tests/**/*.py")]:
        # as_given is the source's wording of who speaks, a phrase and not a sentence.
        text = re.sub("as_given: .*", "", path.read_text(encoding="utf-8")).lower()
        words = WORD.findall(text)
        assert [run for run in sevens(words) if run in runs] == []
