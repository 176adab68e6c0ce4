"""Any file is read into records or problems, and records survive their YAML."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.check.codes import CODES
from alliance_archive.errors import Problem
from alliance_archive.store.parse import parse
from tests.strategies import ArchiveRecords, archives, on_disk

KEYS = "participants meetings topics source statements id name kind date form attributed_to quotes anchor exact start end"
YAML = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.one_of(
            st.sampled_from(
                [*(f"{key}:" for key in KEYS.split()), "\n", "\n  ", "\n- ", "\n  - ", "- ", "[", "]", "{", "}",
                 "&a ", "*a", "!!int ", "---\n", "...\n", "? ", "|\n", ">-\n", '"', "'", "#", "%", "@", "`", "~",
                 "person", "direct", "2017-10", "a-b", "12", " ", ",", "\t", "\x00", "\ufeff", "\u2028", "\r"]
            ),
            st.text(max_size=5),
        ),
        max_size=60,
    ).map("".join),
)  # fmt: skip


@given(YAML)
def test_any_text_gives_records_or_problems(text: str) -> None:
    parsed = parse("x.yaml", text.encode("utf-8", "surrogatepass"))
    assert all(problem.code in CODES for problem in parsed.problems)
    lines = text.count("\n") + text.count("\r") + text.count("\u2028") + text.count("\x85") + 2
    assert all(0 <= problem.line <= lines + text.count("\u2029") for problem in parsed.problems)


@given(st.binary(max_size=300))
def test_any_bytes_give_records_or_problems(data: bytes) -> None:
    assert all(isinstance(problem, Problem) for problem in parse("x.yaml", data).problems)


@given(archives())
def test_records_survive_yaml(records: ArchiveRecords) -> None:
    with on_disk(records) as archive:
        assert [problem for problem in archive.problems() if problem.severity == "error"] == []
        for of_kind in records:
            assert [archive.get(record.id) for record in of_kind] == list(of_kind)
