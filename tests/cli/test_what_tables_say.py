"""What tables say of a statement besides its words: dates, verbs, places, documents, headings."""

from __future__ import annotations

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("who highlighted", "Stressed the urgency of the North Korean issue. [verb: highlighted]"),
        ("who Clark", "[meeting: US–South Korea defense talks (Clark, Philippines)]"),
        ("statements --meeting trilateral", "Song Young-moo; Jim Mattis; Itsunori Onodera"),
        ("said song --source yonhap-2017-10-23", "with Jim Mattis; with Itsunori Onodera; in a joint press statement"),
        ("said mattis", "in a separate statement"),
        ("meetings", "US–South Korea defense talks"),
        ("statements --meeting seoul-2017-10-28", "US–South Korea defense talks; about: 49th US–ROK Security Consultative Meeting"),
        ("sources", "2017-10-23 (inferred)  Yonhap"),
    ],
)  # fmt: skip
def test_a_piped_table_says(run: Run, command: str, line: str) -> None:
    assert line in run(*command.split()).out


def test_a_comparison_on_one_topic_has_no_other_headings(run: Run) -> None:
    done = run("compare", "mattis", "onodera", "--topic", "un-resolutions", COLUMNS="80")
    assert "UN Security Council resolutions" in done.out
    assert "Pressure on North Korea" not in done.out
