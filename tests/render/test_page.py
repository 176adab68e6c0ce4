"""Pages of help in a light markup: headings, paragraphs, tables of terms, examples."""

from __future__ import annotations

from alliance_archive.render.page import page

TEXT = """\
# A heading
A paragraph of `names` that is
wrapped to the width.

  term           What it means, in as
                 many lines as it takes.
  a much longer term than others  Its meaning
  alone

    an example  that is never wrapped

    a line      # with a remark
"""


def test_a_page_is_wrapped_to_the_width() -> None:
    assert (
        page(TEXT, 40, color=False)
        == """\
A heading
  A paragraph of `names` that is wrapped
  to the width.

  term   What it means, in as many lines
         as it takes.
  a much longer term than others
         Its meaning
  alone

    an example  that is never wrapped

    a line      # with a remark
"""
    )


def test_in_color_heading_names_terms_and_examples_are_styled() -> None:
    shown = page("# A heading\nA `name`.\n\n  term  meaning\n\n    run   # it\n", 80, color=True)
    bold, cyan, dim, off = "\x1b[1m", "\x1b[36m", "\x1b[2m", "\x1b[0m"
    assert shown == (
        f"{bold}A heading{off}\n  A {cyan}name{off}.\n\n"
        f"  {cyan}term{off}  meaning\n\n{cyan}    run{off}{dim}   # it{off}\n"
    )


def test_no_line_of_prose_is_longer_than_100_cells() -> None:
    lines = page("word " * 100, 500, color=False).splitlines()
    assert max(map(len, lines)) in range(96, 101)
