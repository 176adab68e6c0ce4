"""Saved pages: the article, what the page states of it, and pages that are not read."""

from __future__ import annotations

import contextlib

import pytest

from alliance_archive.documents import Document, NoText, read_document
from tests.articles import page
from tests.saved import mhtml

pytestmark = pytest.mark.interop("trafilatura", "lxml")

TEXT = """\
PORT AVEL (Corrad) -- Norwegian Defense Minister Ida Orlova met the fishermen of the town on Monday.

“We have agreed on a common picture of the sea,” Orlova told reporters in the harbor hall.

Orlova called the plan “long overdue” and vowed to put it to work before the winter comes."""
STATED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Corrad"},
{"@type": ["NewsArticle"], "headline": "The sea stays open", "datePublished": "2021-10-04T09:00:00Z",
"author": [{"name": "Ada Brekke"}, {"name": "Jan Holm"}], "publisher": {"name": "Corrad News"},
"mainEntityOfPage": {"@id": "https://example.org/sea"}}]}</script>"""
TAGS = """<meta property="og:site_name" content="Corrad"><meta name="author" content="By Ada Brekke">
<meta property="article:published_time" content="2021-10-04T09:00:00Z">
<link rel="canonical" href="https://example.org/sea">"""


def read(html: str | bytes, name: str = "page.html") -> Document:
    return read_document(html if isinstance(html, bytes) else html.encode(), name)


def with_head(head: str) -> str:
    return page(TEXT).replace("</head>", f"{head}</head>")


def test_the_article_below_its_title_without_menu_and_footer() -> None:
    assert read(page(TEXT)).text == f"The ministers agree\n\n{TEXT}"


def test_control_characters_are_left_out_as_browsers_do() -> None:
    html = with_head('<meta name="author" content="Ada &#7;Brekke">').replace(
        "Orlova", "Or&#x1B;lo\x02va"
    )
    document = read(html)
    assert document.text == f"The ministers agree\n\n{TEXT}"
    assert document.author == "Ada Brekke"


def test_json_ld_states_more_than_the_tags() -> None:
    document = read(with_head(STATED))
    assert document[1:7] == (
        "The sea stays open", "Ada Brekke, Jan Holm", "Corrad News", "https://example.org/sea",
        "2021-10-04", None,
    )  # fmt: skip
    assert (document.extractor or "").startswith("trafilatura ")


def test_the_tags_state_what_json_ld_does_not() -> None:
    document = read(with_head(TAGS))
    assert document[1:7] == (
        "The ministers agree", "Ada Brekke", "Corrad", "https://example.org/sea", "2021-10-04", None
    )  # fmt: skip


@pytest.mark.parametrize(
    "json_ld",
    ["{", "[]", '"x"', '{"@type": "Article"}', '{"@type": "Article", "headline": {"a": [1]}}',
     "[" * 50_000],
)  # fmt: skip
def test_json_ld_that_says_nothing_is_passed_over(json_ld: str) -> None:
    head = f'<script type="application/ld+json">{json_ld}</script>'
    assert read(with_head(head)).title == "The ministers agree"


LABELS = """<p><strong>MS. ADEYEMI:</strong> Good afternoon. We have agreed on a common picture.</p>
<p><b>Q:</b> Yes?</p><p>MS. ADEYEMI: No.<br><br>Q: And the minister?<br>MS. ADEYEMI: He stays.</p>"""


def test_labels_breaks_and_short_turns_survive() -> None:
    html = page(TEXT).replace("</article>", f"{LABELS}</article>")
    assert read(html).text.endswith(
        "\n\nMS. ADEYEMI: Good afternoon. We have agreed on a common picture.\n\nQ: Yes?\n\n"
        "MS. ADEYEMI: No.\nQ: And the minister?\nMS. ADEYEMI: He stays."
    )


def test_what_the_page_hides_is_left_out() -> None:
    hidden = '<p style="color: red; display:none">Nobody may see this sentence in the article.</p>'
    assert read(page(TEXT).replace("<article>", f"<article>{hidden}")).text.endswith(TEXT)


def test_an_encoding_that_the_page_declares() -> None:
    html = page(TEXT).replace("utf-8", "windows-1252")
    assert read(html.encode("cp1252")).text.endswith(TEXT)
    # Browsers save pages in UTF-8 whatever these once declared.
    assert read(html.encode()).text.endswith(TEXT)


def test_a_page_with_its_pictures_and_address() -> None:
    url = "https://example.org/x"
    for charset in ("utf-8", "windows-1252"):
        document = read(mhtml(page(TEXT).replace("utf-8", "x-y"), url, charset), "page.mhtml")
        assert (document.text, document.url) == (f"The ministers agree\n\n{TEXT}", url)


REFUSED = [
    (page(TEXT).replace('<meta charset="utf-8">', "").encode("cp1252"),
     "page.html is not UTF-8 and declares no encoding (bad byte at offset 434): save it as UTF-8"),
    (page(TEXT).replace("utf-8", "x-strange").encode("cp1252"),
     "page.html declares the unknown encoding x-strange: save it as UTF-8"),
    (page(TEXT).replace("utf-8", "euc-kr").encode("cp1252"),
     "page.html is not euc-kr, as it declares (bad byte at offset 504): save it as UTF-8"),
    (page(TEXT)[:600], "page.html is cut off before its end: save the page again"),
    (page(TEXT)[:-30], "page.html is cut off before its end: save the page again"),
    ("<p>Half a paragraph, and then <a href=", "page.html is cut off before its end: save the page again"),
    (page("Home\n\nNews"), "page.html holds no article: save the article's own page, as the browser shows it"),
    ("<html></html>", "page.html holds no article: save the article's own page, as the browser shows it"),
    (" \n", "page.html is empty: nothing to draft from"),
    (page("They met on Monday and agreed.\n\n" * 25_001),
     "page.html has more than 25,000 paragraphs: draft one article at a time"),
    (b"\0" * 33 * 2**20, "page.html is larger than 32 MiB: too long for one article"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "message"), REFUSED, ids=range(len(REFUSED)))
def test_pages_that_are_not_read(html: str | bytes, message: str) -> None:
    with pytest.raises(NoText) as raised:
        read(html)
    assert str(raised.value) == message


def test_half_a_page_with_its_pictures_is_not_read() -> None:
    with pytest.raises(NoText, match=r"page\.mhtml is cut off before its end"):
        read(mhtml(page(TEXT), "https://example.org/x")[:900], "page.mhtml")


@pytest.mark.parametrize(
    "html",
    ["<!---->" * 5000, "<div>" * 50_000, "<!--" * 50_000, "<p>" + "word " * 400_000,
     "<html>" + "<a" * 50_000, page("[" * 100_000), page("Nobody said it. " * 20_000)],
    ids=range(7),
)  # fmt: skip
def test_odd_pages_are_read_or_refused_quickly(html: str) -> None:
    with contextlib.suppress(NoText):
        read(html)


def test_parts_within_parts_without_end_are_not_read() -> None:
    header = 'Content-Type: multipart/mixed; boundary="{0}"\n\n--{0}\n'
    with pytest.raises(NoText, match="holds no page"):
        read("".join(header.format(f"b{number}") for number in range(3000)), "page.mhtml")
