"""Any name is found or refused in a word."""

from __future__ import annotations

import contextlib
import io
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive import AmbiguousName, Archive
from alliance_archive.cli import main
from tests.conftest import Write
from tests.strategies import ArchiveRecords, archives, on_disk


@given(archives(), st.text(max_size=30))
def test_any_name_is_found_or_refused_in_a_word(records: ArchiveRecords, name: str) -> None:
    with on_disk(records) as archive, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(["said", "--archive", str(archive.root), "--count", "--", name])
        assert code in (0, 2)
        assert "Traceback" not in err.getvalue()


def test_a_part_of_any_number_of_names_fits_all_of_them(write: Write) -> None:
    people = (f"  - {{id: p{n}, name: Person {n}, kind: person}}\n" for n in range(1000))
    with Archive.open(write({"people.yaml": "participants:\n" + "".join(people)})) as archive:
        # What SQLite allows by default before its version 3.32; most builds allow 32766.
        archive.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)
        with pytest.raises(AmbiguousName) as raised:
            archive.resolve("participant", "perso")
    assert len(raised.value.candidates) == 1000
