"""PDFs: their lines as paragraphs, without what is repeated at the edges of the pages."""

from __future__ import annotations

import contextlib
import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdf

from . import Document, NoText

EXTRACTOR = f"pypdf {pypdf.__version__}"
_MOST = 1000  # pages
_EDGE = 2  # lines at the top and at the bottom of a page that may be a header or a footer
_APART = 1.25  # lines that are farther apart than this, in usual distances, are two paragraphs
_SMALLEST = 4.0  # points from line to line
_SAME = 2.0  # points by which parts of one line may differ in height
_SHORT = 0.75  # of the longest line: a shorter one that ends a sentence ends its paragraph
_END = re.compile(r"[.?!:…][”\"’')\]]*$")
_LABEL = re.compile(r"(?:Q|A|[A-Z][A-Z.’' -]{2,40}):\s")
_NUMBER = re.compile(r"(?:page\s*)?[-–—\s]*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.I)
_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
_BROKEN = re.compile(r"([^\W\d_]+)(-|\xad)\n([^\W\d_]+)")
# What programs make a title of when there is none.
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|html?|txt|indd|tex)$|^Microsoft Word\b|^untitled$", re.I)


class _PageLine(NamedTuple):
    """A line of a page: its words, where it begins from the left, and its height, in points."""

    words: str
    left: float
    height: float


def read(data: bytes, name: str) -> Document:
    """Return the text of a PDF and its properties. Raises NoText."""
    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # damage is told in our words, or repaired
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        refused = _refusal(reader)
        pages = [] if refused else [list(_lines(page)) for page in reader.pages]
        stated: Any = {} if refused else reader.metadata or {}
        title, author = (_stated(stated.get(key)) for key in ("/Title", "/Author"))
        created = _day(stated)
    except Exception:
        raise NoText(name, "is a damaged PDF: save it again") from None
    if refused:
        raise NoText(name, refused)
    text = _joined(_paragraphs(_without_edges(pages)))
    if not any(map(str.isalpha, text)):
        raise NoText(name, "has no text, only pictures: scan it with text recognition")
    title = None if title and _FILE_NAME.search(title) else title
    return Document(text, title=title, author=author, made=created, extractor=EXTRACTOR)


def _refusal(reader: Any) -> str | None:
    """Return why the pages of a PDF are not read; None if they are."""
    if reader.is_encrypted and not _opens(reader):
        return "is encrypted: save it without a password"
    if len(reader.pages) > _MOST:
        return f"has {len(reader.pages):,} pages: draft one article at a time"
    return None


def _opens(reader: Any) -> bool:
    """Return whether a PDF opens without a password: many only forbid printing."""
    with contextlib.suppress(pypdf.errors.PyPdfError, NotImplementedError):
        return bool(reader.decrypt(""))
    return False


def _stated(value: Any) -> str | None:
    return " ".join(str(value or "").split()) or None


def _day(stated: Any) -> str | None:
    with contextlib.suppress(ValueError, AttributeError):
        return str(stated.creation_date.date().isoformat())
    return None


def _lines(page: Any) -> Iterator[_PageLine]:
    """Yield the lines of a page in the order in which it draws them."""
    pieces: list[tuple[str, float, float]] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], *_: object) -> None:
        left = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
        pieces.append((text, left, cm[1] * tm[4] + cm[3] * tm[5] + cm[5]))

    page.extract_text(visitor_text=visit)
    words, left, height = "", 0.0, 0.0
    for text, x, y in pieces:
        for part in text.splitlines(keepends=True):
            if words and abs(y - height) > _SAME:
                yield _PageLine(words, left, height)
                words = ""
            if part.strip():
                left, height = (left, height) if words else (x, y)
                words += part.rstrip("\n")
            if words and part.endswith("\n"):
                yield _PageLine(words, left, height)
                words = ""
    if words:
        yield _PageLine(words, left, height)


def _without_edges(pages: list[list[_PageLine]]) -> list[list[_PageLine]]:
    """Return the lines without page numbers, headers and footers."""
    edges = [set(_edges(lines)) for lines in pages]
    repeated = Counter(_masked(line) for page in edges for line in page)
    return [
        [
            line
            for line in lines
            if line not in edge
            or not (
                _NUMBER.fullmatch(line.words.strip())
                or (len(pages) > 1 and repeated[_masked(line)] * 2 > len(pages))
            )
        ]
        for lines, edge in zip(pages, edges, strict=True)
    ]


def _edges(lines: Sequence[_PageLine]) -> list[_PageLine]:
    by_height = sorted(lines, key=lambda line: line.height)
    return [*by_height[:_EDGE], *by_height[-_EDGE:]]


def _masked(line: _PageLine) -> str:
    return re.sub(r"\d+", "0", line.words.strip())


def _paragraphs(pages: Sequence[Sequence[_PageLine]]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph, which may go on from one page to the next."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    gaps = [a.height - b.height for a, b in pairwise(lines)]
    # Where most paragraphs are a single line, the median would be the distance between these.
    distances = sorted(gap for gap in gaps if gap > _SMALLEST)
    usual = distances[len(distances) // 10] if distances else 0.0
    full = max(len(line.words) for line in lines)
    margin = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    paragraph: list[str] = []
    for line, gap in zip(lines, [0.0, *gaps], strict=True):
        last = paragraph[-1] if paragraph else ""
        ended = bool(_END.search(last.rstrip()))
        indented = line.words[:1].isspace() or usual / 2 < line.left - margin < 4 * usual
        goes_on = not ended if gap < 0 else gap <= usual * _APART
        short = ended and len(last) < full * _SHORT
        if paragraph and (not goes_on or short or (ended and indented) or _LABEL.match(line.words)):
            yield paragraph
            paragraph = []
        paragraph.append(line.words)
    if paragraph:
        yield paragraph


def _joined(paragraphs: Iterator[list[str]]) -> str:
    """Return the text, with words that a line breaks in one piece."""
    blocks = [
        "\n".join(" ".join(line.translate(_LETTERS).split()) for line in lines)
        for lines in paragraphs
    ]
    whole_words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(blocks)))

    def whole(match: re.Match[str]) -> str:
        start, mark, end = match.groups()
        compound = mark == "-" and (f"{start}-{end}" in whole_words or not end[0].islower())
        return f"{start}-{end}" if compound else f"{start}{end}"

    return "\n\n".join(_BROKEN.sub(whole, block).replace("\n", " ").strip() for block in blocks)
