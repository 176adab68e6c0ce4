"""Pages: the article's paragraphs, without what surrounds them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import trafilatura

from . import Document, NoText
from .metadata import read_metadata

EXTRACTOR = f"trafilatura {trafilatura.__version__}"
_MOST = 25_000  # paragraphs: trafilatura's time grows with the square of their number
_TAIL = 10_000  # code points at the end in which a tag may be cut off
_HEAD = 4096  # bytes in which a page declares its encoding
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?([\w:.-]+)""", re.I
)
# What browsers take these names for (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1"), "cp1252"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis"), "cp932"),
}
_OPENED = re.compile(r"<(?:html|body)\b", re.I)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.I)
_TORN = re.compile(r"</?[a-z][^<>]*\Z", re.I)
_WORDS = 6  # that a sentence of an article has at least, other than the lines of a menu
_ENDS = (".", "?", "!", "…", ":")
_CLOSING = "”\"’')]"
_UNSPACED = re.compile(r"\S{15,}[。！？다]")  # a sentence of a script without spaces
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+")  # what XML cannot hold
_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "code", "div"))


def read(data: bytes, name: str) -> Document:
    """Return the article of a page. Raises NoText."""
    return read_page(_decoded(data, name), name)


def _decoded(data: bytes, name: str) -> str:
    """Return a page's text: in UTF-8, which no other encoding looks like, else as it declares."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bad = error.start
    declared = _DECLARED.search(data[:_HEAD])
    label = declared[1].decode("ascii").lower() if declared else "utf-8"
    try:
        return data.decode(_MEANT.get(label, label))
    except LookupError:
        reason = f"declares the unknown encoding {label}"
    except UnicodeDecodeError as error:
        bad = error.start
        reason = f"is not {label}, as it declares (bad byte at offset {bad})"
    if declared is None:
        reason = f"is not UTF-8 and declares no encoding (bad byte at offset {bad})"
    raise NoText(name, f"{reason}: save it as UTF-8")


def read_page(html: str, name: str) -> Document:
    """Return the article of a page's markup. Raises NoText."""
    if not _CLOSED.search(html) and (_OPENED.search(html) or _TORN.search(html[-_TAIL:])):
        raise NoText(name, "is cut off before its end: save the page again")
    try:
        tree = lxml.html.document_fromstring(html.encode(), parser=_parser())
    except (ValueError, lxml.etree.ParserError):
        raise NoText(name, _NO_ARTICLE) from None
    if sum(1 for _ in tree.iter("p", "div", "li")) > _MOST:
        raise NoText(name, f"has more than {_MOST:,} paragraphs: draft one article at a time")
    for element in tree.iter():
        _leave_out_control(element)
    metadata = read_metadata(tree)
    for element in [part for part in tree.iter() if part is not tree and _is_hidden(part)]:
        element.drop_tree()
    article = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    text = "" if article is None else _text(article.body, metadata.title)
    if not any(map(_has_sentence, text.split("\n"))):
        raise NoText(name, _NO_ARTICLE)
    return Document(text, **metadata._asdict(), extractor=EXTRACTOR)


def _leave_out_control(element: Any) -> None:
    """Leave out control characters, which browsers do not show and trafilatura fails on."""
    for name in ("text", "tail"):
        if _CONTROL.search(getattr(element, name) or ""):
            setattr(element, name, _CONTROL.sub("", getattr(element, name)))
    for name, value in element.attrib.items():
        if _CONTROL.search(value):
            element.set(name, _CONTROL.sub("", value))


def _has_sentence(line: str) -> bool:
    words = line.split()[_WORDS - 1 :]
    return any(word.rstrip(_CLOSING).endswith(_ENDS) for word in words) or bool(
        _UNSPACED.search(line[:10_000])
    )


def _is_hidden(element: Any) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return bool(hidden) and element.getparent() is not None


_NO_ARTICLE = "holds no article: save the article's own page, as the browser shows it"


def _parser() -> Any:
    return lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _text(body: Any, title: str | None) -> str:
    """Return the paragraphs, an empty line between them, below the title."""
    for line_break in body.iter("lb"):
        line_break.text = "\n"
    paragraphs = [lines for block in _blocks(body) if (lines := _lines(block))]
    if title and not any(_key(title) in _key(lines) for lines in paragraphs[:3]):
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs)


def _key(line: str) -> str:
    """Return a line without what a title is written with: capitals, marks, spaces."""
    return "".join(filter(str.isalnum, line.casefold()))


def _blocks(element: Any) -> Iterator[str]:
    """Yield the text between the bounds of blocks, its line breaks as they are."""
    words = [element.text or ""]
    for child in element:
        if any(part.tag in _BLOCKS for part in child.iter()):
            yield "".join(words)
            yield from _blocks(child)
            words = [child.tail or ""]
        else:
            words += [*child.itertext(), " " * (child.tag == "cell"), child.tail or ""]
    yield "".join(words)


def _lines(block: str) -> str:
    """Return a block with single spaces, its breaks kept, two or more of them as an empty line."""
    lines = "\n".join(" ".join(line.split()) for line in block.split("\n"))
    return re.sub(r"\n{2,}", "\n\n", lines).strip()
