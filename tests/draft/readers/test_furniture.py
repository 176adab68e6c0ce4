from __future__ import annotations

import pytest

from alliance_archive.draft.quotations import find_paragraphs
from alliance_archive.draft.readers.article import (
    date_line,
    dateline,
    is_furniture,
    publisher,
    read_article,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORT AVEL -- The talks began.", ("PORT AVEL", None, None)),
        ("PORT AVEL, Norvania (Corrad) — The talks", ("PORT AVEL, Norvania", "Corrad", None)),
        ("SEOUL, Oct. 3, 2021 (Corrad) -- The", ("SEOUL", "Corrad", "2021-10-03")),
        (
            "AVEL, Norvania, 3 October 2021 (Corrad) – The",
            ("AVEL, Norvania", "Corrad", "2021-10-03"),
        ),
        (
            "AVEL (Gulf of Avel News Service), Oct. 3, 2021 — The",
            ("AVEL", "Gulf of Avel News Service", "2021-10-03"),
        ),
        ("AVEL, Oct. 3 (Corrad) -- The talks", ("AVEL", "Corrad", "--10-03")),
        ("AVEL, Oct. 3 (Corrad-Avel News) -- The talks", ("AVEL", "Corrad-Avel News", "--10-03")),
        ("BOGOTÁ, Oct. 3, 2021 (Corrad) – The talks", ("BOGOTÁ", "Corrad", "2021-10-03")),
        ("São Avel, 3 Oct 2021 (Corrad Süd) - The", ("São Avel", "Corrad Süd", "2021-10-03")),
        ("AVEL CITY, Oct 3: The talks began.", ("AVEL CITY", None, "--10-03")),
        ("Avel, October 3, 2021: The talks began.", ("Avel", None, "2021-10-03")),
        ("PORT AVEL, Wednesday: The talks began.", ("PORT AVEL", None, None)),
        ("AVEL: The talks began.", (None, None, None)),
        ("Orlova, Wednesday: It is over.", (None, None, None)),
        ("New Avel (Corrad) – The talks began.", ("New Avel", "Corrad", None)),
        ("The talks - the first in years - began.", (None, None, None)),
        ("NATO allies met on Monday.", (None, None, None)),
    ],
)
def test_dateline(text: str, expected: tuple[str | None, ...]) -> None:
    assert dateline(text, find_paragraphs(text))[:3] == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("It is over. (Corrad)\n", "Corrad"),
        ("It is over (in 2021)", None),
        ("It is over.", None),
        ("It is over.\n\n© The Avel Courier", "The Avel Courier"),
        ("It is over.\n\n© 2021 Avel Courier. All rights reserved.", "Avel Courier"),
        ("It is over.\n\nPublished in The Avel Times, October 3rd, 2021\n", "The Avel Times"),
        ("It is over.\n\nPublished on Oct. 3, 2021", None),
        ("It is over.\n\nPublished by mistake, the draft of the treaty was withdrawn.", None),
    ],
)
def test_publisher(last: str, expected: str | None) -> None:
    assert publisher(last, find_paragraphs(last)) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("AVEL, Oct 3: Quist said it was over.\n\nPublished in The Avel Times, October 4th, 2021",
         "2021-10-04"),
        ("AVEL, Oct 3 (Corrad) - Quist said it was over.", "--10-03"),
    ],
)  # fmt: skip
def test_the_day_of_the_foot_counts_if_no_other_is_whole(text: str, day: str) -> None:
    assert read_article(text).date == day


def test_a_date_counts_in_a_line_of_its_own() -> None:
    text = "A headline\n\nPublished Oct. 3, 2021\n\nThe talks of May 1, 2020, failed."
    assert date_line(text, find_paragraphs(text)) == "2021-10-03"
    prose = "The talks of May 1, 2020, failed after the ministers had left the room."
    assert date_line(prose, find_paragraphs(prose)) is None


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("This photo, provided by the army, shows a tank.", True),
        ("Orlova (L) meets Quist in Avel.", True),
        ("By Ada Brekke", True),
        ("BYLINE: Ada Brekke.", True),
        ("Input: 2021-10-04 14:11 | Modified: 2021-10-04 16:40", True),
        ("04.10.2021 - Update : 04.10.2021", True),
        ("Reporter: Ada B., Per D.", True),
        ("Author Ada Brekke", True),
        ("▶ Related: Orlova says ‘no’ to the pact", True),
        ("ALSO ON OUR SITE: “How we count ships”", True),
        ("Disclosure: the author has said that he holds no shares.", True),
        ("Editors of the Herald said that it was late.", False),
        ("By Monday the talks had failed, he said.", False),
        ("The photo was taken in May, he said.", False),
    ],
)
def test_furniture(text: str, furniture: bool) -> None:
    assert is_furniture(text, find_paragraphs(text)[0]) is furniture
