"""Pages saved with their pictures in one file (RFC 2557)."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from . import Document, NoText
from .html import read as read_html


def read(data: bytes, name: str) -> Document:
    """Return the article of the page that the file was saved from. Raises NoText."""
    try:
        message = message_from_bytes(data)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    except RecursionError:
        pages = []
    if not pages:
        raise NoText(name, "holds no page: save the page again")
    page = _root(message, pages)
    if message.defects or page.defects:
        raise NoText(name, "is cut off before its end: save the page again")
    content = page.get_payload(decode=True)
    assert isinstance(content, bytes)
    charset = page.get_content_charset()
    if charset and charset != "utf-8":
        # What the part's header says of the encoding comes before what the page says.
        content = b'<?xml version="1.0" encoding="%s"?>' % charset.encode() + content
    document = read_html(content, name)
    return document._replace(url=document.url or _address(message, page))


def _root(message: Message, pages: list[Message]) -> Message:
    """Return the page that others are frames of: named by the file, else the first."""
    start = message.get_param("start")
    return next((page for page in pages if start and page["Content-ID"] == start), pages[0])


def _address(message: Message, page: Message) -> str | None:
    for value in (message["Snapshot-Content-Location"], page["Content-Location"]):
        if value and str(value).startswith(("http:", "https:")):
            return "".join(str(value).split())
    return None
