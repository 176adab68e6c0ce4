"""Files to text: what a page, PDF or DOCX says, and what it states of itself. Knows no records.

Pages need trafilatura, PDFs pypdf and DOCX python-docx, which the extra `documents` installs; each
is imported only for a file of its format.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from ..errors import ArchiveError

MAX_BYTES = 32 * 2**20
"""The largest file that is read; saved pages contain their pictures."""
_SAVE_AS = "save the article as .txt, .html, .pdf or .docx first"
_OLE = b"\xd0\xcf\x11\xe0"
_NAMED = {
    ".html": "html",
    ".htm": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".docx": "docx",
}
ENDINGS = (".txt", *_NAMED)
_MHTML = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/", re.I)
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_BINARY = (b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"PK\x03\x04", _OLE)


class NoText(ArchiveError):
    """A file from which no text can be taken; the message begins with its name."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} {reason}")


class NotInstalled(ArchiveError):
    """A format whose package is missing."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: pages, PDFs and DOCX need more packages. To install them: "
            "pip install 'alliance-archive[documents]'"
        )


class Document(NamedTuple):
    """The text of a file and what the file states of it; dates are ISO 8601.

    `date` is that of publication, `made` the day on which the file was made. `extractor` names what
    took the text out of the file, with its version: None for plain text.
    """

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    made: str | None = None
    extractor: str | None = None


def refuse_address(path: str) -> None:
    """Raise ArchiveError if a path is the address of a page."""
    if re.match("https?://", path, re.IGNORECASE):
        raise ArchiveError(
            f"{path} is an address, not a file: save the page first, and name the file"
        )


def read_document(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes, whose format shows in them, else in its name's ending.

    Raises NoText, which calls it by `name`, or NotInstalled.
    """
    if len(data) > MAX_BYTES:
        raise NoText(name, f"is larger than {MAX_BYTES // 2**20} MiB: too long for one article")
    if not data.strip():
        raise NoText(name, "is empty: nothing to draft from")
    form = _format(data, name)
    if form == "text":
        return Document(decode(data, name))
    try:
        module = import_module(f".{form}", __name__)
    except ImportError:
        raise NotInstalled(name) from None
    read: Callable[[bytes, str], Document] = module.read
    return read(data, name)


def _format(data: bytes, name: str) -> str:
    """Return the format of a file: the name of the module that reads it, or “text”."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return "docx"
    if _MHTML.match(data[:4096]):
        return "mhtml"
    if _HTML.match(data[:4096]):
        return "html"
    form = _NAMED.get(name[name.rfind(".") :].lower(), "text") if "." in name else "text"
    if form in ("pdf", "docx"):
        fault = (
            "a Word document of before 2007" if data.startswith(_OLE) else f"not a {form.upper()}"
        )
        raise NoText(name, f"is {fault}: {_SAVE_AS}")
    return form


def decode(data: bytes, name: str) -> str:
    """Return the text of UTF-8 bytes, as it is. Raises NoText, which calls it by `name`."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NoText(name, "is UTF-16: save it as UTF-8")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if data.startswith(_BINARY) or b"\0" in data[:4096]:
            raise NoText(name, f"is not text: {_SAVE_AS}") from None
        raise NoText(
            name, f"is not valid UTF-8 (bad byte at offset {error.start}): save it as UTF-8"
        ) from None
