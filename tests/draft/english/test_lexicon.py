from __future__ import annotations

import pytest

from alliance_archive.draft.english.lexicon import WORDS, inflect, table, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("urge", ["urges", "urged", "urged", "urging"]),
        ("deny", ["denies", "denied", "denied", "denying"]),
        ("stress", ["stresses", "stressed", "stressed", "stressing"]),
        ("plan", ["plans", "planned", "planned", "planning"]),
        ("agree", ["agrees", "agreed", "agreed", "agreeing"]),
        ("lie", ["lies", "lied", "lied", "lying"]),
    ],
)
def test_inflect(base: str, forms: list[str]) -> None:
    assert [form for form, _ in inflect(base)] == forms


def test_irregular_forms_know_their_base() -> None:
    assert verb_forms()["told"].base == "tell"
    assert verb_forms()["sworn"].features == "n"


@pytest.mark.parametrize("name", ["cue_verbs", "cue_nouns", "cue_adjectives"])
def test_frames_are_known(name: str) -> None:
    letters = set("qcwtaipogsrhn")
    for word, frames in table(name).items():
        assert all(frame in letters or frame.startswith("@") for frame in frames), word


@pytest.mark.parametrize(
    "verb",
    [
        "reaffirm",
        "vow",
        "pledge",
        "agree",
        "urge",
        "stress",
        "condemn",
        "underscore",
        "affirm",
        "concur",
        "note",
        "call",
        "commit",
    ],
)
def test_diplomatic_cues_are_known(verb: str) -> None:
    assert verb in table("cue_verbs")


def test_lists_have_no_tabs_or_trailing_blanks() -> None:
    for path in WORDS.glob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert "\t" not in line, path.name
            assert line == line.rstrip(), path.name
