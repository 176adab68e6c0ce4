"""Lists and numbers of records in long chains, each below the one before."""

from __future__ import annotations

import pytest

from alliance_archive import Archive, listing
from alliance_archive.reports.summary import summary
from tests.conftest import Write

_CHAINS = {
    "meeting": "  - {{id: m-{0}, name: M, date: 2024, kind: bilateral{1}}}\n",
    "topic": "  - {{id: m-{0}, name: T {0}{1}}}\n",
}
_ABOVE = {"meeting": ", part_of: m-{}", "topic": ", broader: m-{}"}
_NAMED = {"meeting": "meeting: m-{}", "topic": "topics: [m-{}]"}


def _chain(kind: str, size: int) -> dict[str, str]:
    """Return an archive with a chain of records, and one statement that names the last."""
    above = ["", *(_ABOVE[kind].format(number) for number in range(size - 1))]
    records = "".join(_CHAINS[kind].format(*pair) for pair in enumerate(above))
    statement = (
        "source: {id: wire, publisher: Wire, date: 2024-06-03, kind: article}\nstatements:\n"
        "  - {id: wire-1, form: indirect, attributed_to: [], summary: Said so., "
        f"anchor: {{start: 0, end: 9}}, {_NAMED[kind].format(size - 1)}}}\n"
    )
    return {"records.yaml": f"{kind}s:\n{records}", "wire.yaml": statement}


@pytest.mark.parametrize("kind", list(_CHAINS))
def test_the_work_of_a_list_grows_with_its_records(write: Write, kind: str) -> None:
    work = []
    for size in (200, 400):
        with Archive.open(write(_chain(kind, size)), cached=False) as archive:
            looks: list[None] = []
            archive.connection.set_progress_handler(lambda looks=looks: looks.append(None), 100)
            rows = listing(archive, kind)
            totals = [tally.total for tally in summary(archive) if tally.section == "topic"]
            archive.connection.set_progress_handler(None, 0)
        assert [row.statements for row in rows] == [1] * size
        assert totals == [1] * size * (kind == "topic")
        work.append(len(looks))
    assert work[1] < 3 * work[0]
