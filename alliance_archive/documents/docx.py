"""Word documents: their paragraphs, and those of their tables, in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import docx
from docx.oxml.ns import qn

from . import Document, NoText

EXTRACTOR = f"python-docx {version('python-docx')}"
_MOST = 200 * 2**20  # bytes of all parts together, unpacked
_RATIO = 200  # a part that shrinks by more than this hides something
_SMALL = 2**20  # bytes below which the ratio of a part says nothing
# Tracked deletions, and what is drawn a second time for programs without its feature.
_LEFT_OUT = (
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}


def read(data: bytes, name: str) -> Document:
    """Return the text of a document and its properties. Raises NoText."""
    _refuse_bomb(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        properties = document.core_properties
        paragraphs = [
            line
            for paragraph in document.element.body.iter(qn("w:p"))
            if (line := _line(paragraph))
        ]
        created = properties.created.date().isoformat() if properties.created else None
        title, author = properties.title, properties.author
    except Exception:
        raise NoText(name, "is damaged: open it in Word and save it again") from None
    if not paragraphs:
        raise NoText(name, "has no text: nothing to draft from")
    return Document(
        "\n\n".join(paragraphs),
        title=title.strip() or None,
        author=author.strip() or None,
        made=created,
        extractor=EXTRACTOR,
    )


def _refuse_bomb(data: bytes, name: str) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise NoText(name, "is damaged: open it in Word and save it again") from None
    packed = [part for part in parts if part.file_size > max(_SMALL, _RATIO * part.compress_size)]
    if packed or sum(part.file_size for part in parts) > _MOST:
        raise NoText(name, "unpacks to far more than its size, and is not read")


def _line(paragraph: Any) -> str:
    """Return the words of a paragraph, without those of text boxes in it, which have their own."""
    return "\n".join(
        " ".join(line.split()) for line in "".join(_words(paragraph)).split("\n")
    ).strip()


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT or child.tag == qn("w:p"):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _words(child)
