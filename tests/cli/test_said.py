"""`said`: with whom, via whom and for whom somebody spoke."""

from __future__ import annotations

from tests.conftest import Run, Write

RECORDS = """\
participants:
  - {id: voss, name: Mara Voss, kind: person}
  - {id: kim, name: Kim Seo-yeon, kind: person}
  - {id: bell, name: Joe Bell, kind: person}
"""
WIRE = """\
source: {id: wire, publisher: Wire, date: 2024-06-03, kind: article}
statements:
  - {id: wire-1, form: indirect, attributed_to: [voss], summary: Hoped for a treaty., anchor: {start: 0, end: 9}}
  - {id: wire-2, form: indirect, attributed_to: [voss, kim], voiced_by: [bell], document: joint press statement, summary: Agreed on a pact., anchor: {start: 9, end: 19}}
  - {id: wire-3, form: indirect, attributed_to: [], as_given: officials, voiced_by: [bell], summary: Saw no rift., anchor: {start: 19, end: 29}}
  - {id: wire-4, form: indirect, attributed_to: [bell], summary: Thanked the press., anchor: {start: 29, end: 39}}
"""


def test_the_others_in_each_statement_are_named(run: Run, write: Write) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})
    assert (
        run("said", "voss", COLUMNS="80").out
        == """\
With, via, reporting  Words                ID, form, date
───────────────────────────────────────────────────────────────
                      Hoped for a treaty.  wire-1
                                           paraphrase
                                           2024-06-03 (article)

with Kim Seo-yeon     Agreed on a pact.    wire-2
via Joe Bell                               paraphrase
in a joint press                           2024-06-03 (article)
  statement
"""
    )
    assert (
        run("said", "bell", COLUMNS="80").out
        == """\
With, via, reporting   Words               ID, form, date
───────────────────────────────────────────────────────────────
reporting Mara Voss    Agreed on a pact.   wire-2
and Kim Seo-yeon                           paraphrase
in a joint press                           2024-06-03 (article)
  statement

reporting “officials”  Saw no rift.        wire-3
                                           paraphrase
                                           2024-06-03 (article)

                       Thanked the press.  wire-4
                                           paraphrase
                                           2024-06-03 (article)
"""
    )


def test_data_formats_keep_the_words_of_the_yaml(run: Run, write: Write) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})
    assert run("said", "bell", "--fields", "id,capacity,form", "--format", "csv").out == (
        "id,capacity,form\r\n"
        "wire-2,voiced,indirect\r\n"
        "wire-3,voiced,indirect\r\n"
        "wire-4,attributed,indirect\r\n"
    )
