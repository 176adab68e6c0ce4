"""Documents as programs save them: PDFs, MHTML and DOCX made of lines."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

_LEADING, _TOP, _LEFT = 14, 760, 72  # points


def pdf(pages: Sequence[Sequence[str]], title: str = "", image: bool = False) -> bytes:
    """Return a PDF with these lines on its pages, an empty line for a gap; or only pictures."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 "
               b"/BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    kids = []
    for lines in pages:
        content = b"0 0 100 100 re f" if image else _content(lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) /CreationDate (D:20211005120000Z) >>" % title.encode("cp1252"))
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(objects), len(data))
    )


def _content(lines: Sequence[str]) -> bytes:
    shown = []
    for position, line in enumerate(lines):
        if line:
            escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            place = b"1 0 0 1 %d %d Tm" % (_LEFT, _TOP - position * _LEADING)
            shown.append(place + b" (" + escaped.encode("cp1252") + b") Tj")
    return b"BT /F1 11 Tf " + b"\n".join(shown) + b" ET"


def docx(paragraphs: Sequence[str], title: str = "", author: str = "") -> bytes:
    """Return a Word document with these paragraphs, the last one in a table."""
    import datetime

    import docx as word

    document: Any = word.Document()
    for line in paragraphs[:-1]:
        document.add_paragraph(line)
    document.add_table(1, 1).cell(0, 0).text = paragraphs[-1]
    document.core_properties.title = title
    document.core_properties.author = author
    document.core_properties.created = datetime.datetime(2021, 10, 5)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def mhtml(page: str, url: str, charset: str = "utf-8") -> bytes:
    """Return a page with its address as browsers save it, a picture beside it."""
    return (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {url}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n'
        f'----x\r\nContent-Type: text/html; charset="{charset}"\r\n'
        f"Content-Transfer-Encoding: 8bit\r\nContent-Location: {url}\r\n\r\n"
    ).encode() + page.replace("\n", "\r\n").encode(charset) + (
        b"\r\n----x\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        b"R0lGODlhAQABAAAAACw=\r\n----x--\r\n"
    )  # fmt: skip
