"""Word documents: paragraphs and tables, and documents that are not read."""

from __future__ import annotations

import io
import zipfile

import pytest

from alliance_archive.documents import NoText, read_document
from tests.saved import docx

pytestmark = pytest.mark.interop("docx")

LINES = ["The sea stays open", "“We have agreed,” Orlova told\nreporters.", "Q: And the minister?"]


def test_paragraphs_and_properties() -> None:
    document = read_document(docx(LINES, "The sea", "Ada Brekke"), "x.docx")
    assert document.text == "\n\n".join(LINES)
    assert document[1:7] == ("The sea", "Ada Brekke", None, None, None, "2021-10-05")
    assert (document.extractor or "").startswith("python-docx ")


def changed(old: str, new: str) -> bytes:
    """Return the document with another text in its XML."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(LINES))) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.decode().replace(old, new).encode()
            target.writestr(name, data)
    return stream.getvalue()


def test_tracked_changes_are_read_as_accepted() -> None:
    tracked = (
        '</w:t></w:r><w:ins w:id="1"><w:r><w:t xml:space="preserve"> now</w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText> never</w:delText><w:t> never</w:t></w:r></w:del>'
        "<w:r><w:t>"
    )
    assert read_document(changed("open<", f"open{tracked}<"), "x.docx").text.startswith(
        "The sea stays open now\n\n"
    )


def test_documents_that_are_not_read() -> None:
    bomb = changed("<w:body>", f"<w:body><!--{' ' * 30_000_000}-->")
    entities = changed("<w:body>", "<w:body>&x;").replace(b"word/doc", b"word/dox")
    for data, reason in (
        (bomb, "unpacks to far more than its size, and is not read"),
        (docx(LINES)[:5000], "is damaged: open it in Word and save it again"),
        (entities, "is damaged: open it in Word and save it again"),
        (docx([""]), "has no text: nothing to draft from"),
        (b"\xd0\xcf\x11\xe0" * 9,
         "is a Word document of before 2007: save the article as .txt, .html, .pdf or .docx first"),
        (b"Only words.", "is not a DOCX: save the article as .txt, .html, .pdf or .docx first"),
    ):  # fmt: skip
        with pytest.raises(NoText) as raised:
            read_document(data, "x.docx")
        assert str(raised.value) == f"x.docx {reason}"
