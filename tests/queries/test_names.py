"""Any name is found or refused in a word."""

from __future__ import annotations

import contextlib
import io

from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.cli import main
from tests.strategies import ArchiveRecords, archives, on_disk


@given(archives(), st.text(max_size=30))
def test_any_name_is_found_or_refused_in_a_word(records: ArchiveRecords, name: str) -> None:
    with on_disk(records) as archive, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(["said", "--archive", str(archive.root), "--count", "--", name])
        assert code in (0, 2)
        assert "Traceback" not in err.getvalue()
