"""Tables of statements at every width: what is the same on every row is left out."""

from __future__ import annotations

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("harbor")


def test_below_each_other_at_40_columns(run: Run) -> None:
    assert run("said", "voss", COLUMNS="40").out == (
        "with 김서연\n"
        "  Called the alliance the “anchor” of\n"
        "  peace.\n"
        "  wire-1, partial quote, 2024-06-01\n"
        "\n"
        "via Joe Bell\n"
        "  “The alliance is the anchor of all we\n"
        "  do,”\n"
        "  wire-2, full quote, 2024-06-01\n"
        "\n"
        "with 김서연, with 新井健二\n"
        "  Will hold drills together.\n"
        "  wire-4, paraphrase, 2024-06-02\n"
    )
    assert run("meetings", "--limit", "2", COLUMNS="40").out == (
        "2024-05-31/2024-06-02\n"
        "  Harbor Dialogue\n"
        "  Statements: 4\n"
        "  harbor\n"
        "\n"
        "2024-06-01\n"
        "  Talks of two\n"
        "  Mara Voss, 김서연\n"
        "  Statements: 2\n"
        "  harbor-two\n"
    )


def test_a_table_names_the_source_at_100_columns(run: Run) -> None:
    assert run("who", "anchor", COLUMNS="100").out == (
        "Who           Words                                                    Source         ID, form, date\n"
        "────────────────────────────────────────────────────────────────────────────────────────────────────\n"
        "Mara Voss     Called the alliance the “anchor” of peace.               Example Wire,  wire-1\n"
        "김서연                                                                 2024-06-03     partial quote\n"
        "                                                                                      2024-06-01\n"
        "\n"
        "Mara Voss     “The alliance is the anchor of all we do,”               Example Wire,  wire-2\n"
        "via Joe Bell                                                           2024-06-03     full quote\n"
        "                                                                                      2024-06-01\n"
        "\n"
        "新井健二      Wants the sea lanes “free and open”, as an anchor of     Example Wire,  wire-3\n"
        "              trade.                                                   2024-06-03     partial quote\n"
        "                                                                                      2024-06-02\n"
    )


def test_nobody_asked_for_is_repeated_at_150_columns(run: Run) -> None:
    assert run("said", "voss", COLUMNS="150").out == (
        "Date        With, via, reporting  Form           Words                                       Meeting         Source         ID\n"
        "──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────\n"
        "2024-06-01  with 김서연           partial quote  Called the alliance the “anchor” of peace.  Talks of two    Example Wire,  wire-1\n"
        "                                                                                                             2024-06-03\n"
        "\n"
        "2024-06-01  via Joe Bell          full quote     “The alliance is the anchor of all we do,”  Talks of two    Example Wire,  wire-2\n"
        "                                                                                                             2024-06-03\n"
        "\n"
        "2024-06-02  with 김서연           paraphrase     Will hold drills together.                  Talks of three  Example Wire,  wire-4\n"
        "            with 新井健二                                                                                    2024-06-03\n"
    )
    assert run("said", "bell", COLUMNS="150").out == (
        "Date        With, via, reporting  Form        Words                                       Meeting       Source         ID\n"
        "─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────\n"
        "2024-06-01  reporting Mara Voss   full quote  “The alliance is the anchor of all we do,”  Talks of two  Example Wire,  wire-2\n"
        "                                                                                                        2024-06-03\n"
    )


def test_a_column_that_is_empty_on_every_row_is_left_out(run: Run) -> None:
    assert run("said", "arai", "trade").out == (
        "Date        Form           Words                                                        Meeting         Source                    ID\n"
        "2024-06-02  partial quote  Wants the sea lanes “free and open”, as an anchor of trade.  Talks of three  Example Wire, 2024-06-03  wire-3\n"
    )
    assert run("export", "--long", "--format", "table", "--speaker", "bell").out == (
        "Date        Name       Capacity  Country        Words                                       Source                    ID\n"
        "2024-06-01  Mara Voss            United States  “The alliance is the anchor of all we do,”  Example Wire, 2024-06-03  wire-2\n"
        "2024-06-01  Joe Bell   via       United States  “The alliance is the anchor of all we do,”  Example Wire, 2024-06-03  wire-2\n"
    )


def test_a_card_at_20_columns_has_its_values_below_their_labels(run: Run) -> None:
    shown = run("show", "kim-seo-yeon", COLUMNS="20").out
    assert shown.partition("File\n")[0] == (
        "김서연\n"
        "\n"
        "ID\n"
        "  kim-seo-yeon\n"
        "Kind\n"
        "  person\n"
        "Country\n"
        "  South Korea\n"
        "Also called\n"
        "  Kim Seo-yeon\n"
        "Statements\n"
        "  3 attributed (see:\n"
        "  alliance-archive\n"
        "  said kim-seo-yeon)\n"
    )


def test_charts_at_20_columns_have_their_numbers(run: Run) -> None:
    assert run("summary", COLUMNS="20").out == (
        "5 statements,\n"
        "2024-06-01 –\n"
        "2024-06-03\n"
        "1 source, 3 meetings\n"
        "held, 1 planned, 4\n"
        "speakers, 3 topics\n"
        "(1 alliance)\n"
        "A full bar is all 5\n"
        "statements.\n"
        "\n"
        "Quoted or\n"
        "paraphrased\n"
        "full quote   1   20%\n"
        "partial…     3   60%\n"
        "paraphrase   1   20%\n"
        "\n"
        "Gaps\n"
        "quoted, no…  4   80%\n"
        "drafts       1\n"
        "\n"
        "Speakers and\n"
        "spokespersons\n"
        "Mara Voss    3   60%\n"
        "김서연       3   60%\n"
        "新井健二     2   40%\n"
        "Joe Bell     1   20%\n"
        "\n"
        "Countries\n"
        "South Korea  3   60%\n"
        "United…      3   60%\n"
        "Japan        2   40%\n"
        "\n"
        "Topics, with their\n"
        "narrower topics\n"
        "Korea–US…    3   60%\n"
        "Sea lanes    2   40%\n"
        "Joint…       1   20%\n"
        "\n"
        "Years\n"
        "2024         5  100%\n"
    )


def test_the_views_of_sql_at_24_columns(run: Run) -> None:
    schema = run("sql", "--schema", COLUMNS="24").out
    assert schema.split("\n\n")[-1] == (
        "source_former_ids: Its\n"
        "  ids before it was\n"
        "  renamed; it is still\n"
        "  found by them.\n"
        "  source    The source.\n"
        "            (key) →\n"
        "            sources.id\n"
        "  position  Its position\n"
        "            in the list,\n"
        "            from 1.\n"
        "            (key,\n"
        "            integer)\n"
        "  name      An id.\n"
    )
