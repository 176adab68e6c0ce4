"""PDFs: lines as paragraphs, the edges of pages left out, and PDFs that are not read."""

from __future__ import annotations

import io

import pytest

from alliance_archive.documents import NoText, read_document
from tests.saved import pdf

pytestmark = pytest.mark.interop("pypdf")

FIRST = [
    "Corrad, Monday",
    "",
    "The sea stays open",
    "",
    "PORT AVEL (Corrad) -- Norwegian Defense Minister Ida Orlova met the fish-",
    "ermen of the town on Monday, and the harbor-",
    "master, who is well-known, was there, too.",
    "",
    "“We have agreed on a common picture of the sea,” Orlova told reporters",
    "1",
]
SECOND = [
    "Corrad, Monday",
    "in the harbor hall. It is a well-",
    "known hall.",
    "",
    "She left.",
    "2",
]
TEXT = """\
The sea stays open

PORT AVEL (Corrad) -- Norwegian Defense Minister Ida Orlova met the fishermen of the town on Monday, \
and the harbormaster, who is well-known, was there, too.

“We have agreed on a common picture of the sea,” Orlova told reporters in the harbor hall. It is a \
well-known hall.

She left."""


def test_paragraphs_over_lines_and_pages() -> None:
    document = read_document(pdf([FIRST, SECOND], "The sea"), "x.pdf")
    assert document.text == TEXT
    assert document[1:7] == ("The sea", None, None, None, None, "2021-10-05")
    assert (document.extractor or "").startswith("pypdf ")


def test_a_file_name_is_not_taken_for_a_title() -> None:
    assert read_document(pdf([FIRST], "Microsoft Word - sea.docx"), "x.pdf").title is None


def encrypted(password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(pdf([FIRST])))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert "Ida Orlova" in read_document(encrypted(""), "x.pdf").text


def test_pdfs_that_are_not_read() -> None:
    for data, reason in (
        (encrypted("secret"), "is encrypted: save it without a password"),
        (
            pdf([[""], [""]], image=True),
            "has no text, only pictures: scan it with text recognition",
        ),
        (b"%PDF-1.4\n\xe2\xe3", "is a damaged PDF: save it again"),
        (b"Only words.", "is not a PDF: save the article as .txt, .html, .pdf or .docx first"),
        (pdf([["x"]] * 1001), "has 1,001 pages: draft one article at a time"),
    ):
        with pytest.raises(NoText) as raised:
            read_document(data, "x.pdf")
        assert str(raised.value) == f"x.pdf {reason}"
