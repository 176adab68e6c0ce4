"""Text for a terminal's cells: safe to show, on one line, cut or padded to a width.

A Hangul or Han character takes two cells, a combining accent none. rich measures them; it is
imported only where that is needed, because formats for other programs do not use it.
"""

from __future__ import annotations

import codecs
import os
import re

# DEL, C1, line and paragraph separators, direction marks, surrogates: the ranges of a pattern. Kept
# as text, which re compiles on first use and caches: few look-ups for other programs need it.
UNSAFE = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
_C0 = "\x00-\x08\x0b-\x1f"  # except tab and line feed
# A fragment of a word that is shorter than this is cut off, too.
_PART = 12
# The octets that an address has as they are.
_UNRESERVED = b"-._~/:" + bytes(octet for octet in range(128) if chr(octet).isalnum())
# The name, for codecs, of what to do with characters that an encoding does not have.
ESCAPED = "alliance-archive"
# What draws lines, bars and marks: a terminal without them gets ASCII of the same width.
_PLAIN = {ord(sign): plain for sign, plain in zip("─━╸│┴└├●○⟨⟩\u202f", "-=-|+`|*o<> ", strict=True)}


class Terminal:
    """What the terminal can show: everything, unless the edge of the process has set `encoding`."""

    encoding: str | None = None
    lacking: str | None = None
    """The encoding that did not have a character of this run."""

    @classmethod
    def shows(cls, encoding: str | None) -> None:
        """Set the encoding in which text is shown from now on; None for UTF-8."""
        cls.encoding, cls.lacking = None if encoding and is_unicode(encoding) else encoding, None


def is_unicode(encoding: str) -> bool:
    """Return whether an encoding has every character."""
    name = codecs.lookup(encoding).name
    return name.startswith(("utf", "gb18030"))


def _escape(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return for codecs what replaces characters that cannot be encoded, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    if codecs.lookup(error.encoding).name == "utf-8":  # lacks only surrogates, which are not text
        return pictured(text).encode(), error.end
    plain = text.translate(_PLAIN)
    if not (plain.isascii() or is_unicode(error.encoding)):
        Terminal.lacking = error.encoding
    return plain.encode("ascii", "backslashreplace").decode("ascii"), error.end


codecs.register_error(ESCAPED, _escape)


def visible(text: str) -> str:
    """Return the text, escaping characters that a terminal obeys or a reader cannot see.

    Each becomes a control picture (␛) or its code (⟨U+202E⟩), or, where the terminal's encoding
    does not have it, its escape (\\u201c).
    """
    text = pictured(text)
    return escaped(text, Terminal.encoding) if Terminal.encoding else text


def pictured(text: str) -> str:
    """Return the text as `visible` does, for a file or a program, which can read all encodings."""
    if text.isprintable():  # as most messages are; compiling the pattern takes longer than reading
        return text
    return re.sub(f"[{_C0}{UNSAFE}]", _picture, text)


def escaped(text: str, encoding: str) -> str:
    """Return the text with escapes for the characters that an encoding does not have."""
    encodable = text.encode(encoding, "backslashreplace").decode(encoding)
    if encodable != text:
        Terminal.lacking = encoding
    return encodable


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def one_line(text: str) -> str:
    """Return the text on one line: each run of white space becomes one space."""
    return re.sub(r"\s+", " ", visible(text))


def pad(text: str, width: int, right: bool = False) -> str:
    """Return the text padded with spaces to a width in cells; a longer text is returned as is."""
    from rich.cells import cell_len

    blanks = " " * (width - cell_len(text))
    return blanks + text if right else text + blanks


def shorten(text: str, width: int, end: bool = False) -> str:
    """Return as much of a text's beginning, or end, as fits in `width` cells; … marks the cut.

    The text is cut between words if a space is near.
    """
    from bisect import bisect_right

    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""

    def kept_of(size: int) -> str:
        return text[len(text) - size :] if end else text[:size]

    # By bisection, because the context of a word may be a whole speech.
    sizes = range(1, len(text))
    size = bisect_right(sizes, width - 1, key=lambda size: cell_len(kept_of(size)))
    kept = kept_of(size)
    if end:
        part, _, words = kept.partition(" ")
    else:
        words, _, part = kept.rpartition(" ")
    if words and len(part) < _PART and (end or not text[len(kept)].isspace()):
        kept = words
    return f"…{kept.lstrip()}" if end else f"{kept.rstrip()}…"


def wrapped(text: str, width: int) -> str:
    """Return the text with its longer lines broken at blanks, to fit into `width` cells.

    What continues a line is indented; a word is never broken.
    """
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    if line.isascii() and len(line) <= width:  # as most are; importing rich takes longer
        return line
    from rich.cells import cell_len

    begun, *words = line.lstrip(" ").split(" ")
    margin = " " * (len(line) - len(line.lstrip(" ")))
    lines = [margin + begun]
    for word in words:
        if cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{margin}  {word}")
    return "\n".join(lines)


def counted(count: int, noun: str, *, grouped: bool = False) -> str:
    """Return a count with its noun: “1 record”, “2 records”; `grouped` separates thousands."""
    digits = f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if grouped else str(count)
    return f"{digits} {noun}{'s' * (count != 1)}"


def file_address(path: str, line: int) -> str:
    """Return the file: address of a line, in ASCII; the path must be absolute.

    It names the machine, so that a terminal at the other end of a connection does not look for the
    file on its own disk. The line follows the #, which VS Code and others understand.
    """
    host = _octets(os.uname().nodename) if hasattr(os, "uname") else ""
    return f"file://{host}/{_octets(path.replace(os.sep, '/').lstrip('/'))}#{line}"


def _octets(text: str) -> str:
    """Return the text as a part of an address: by octets, as RFC 3986 (2.1) writes them."""
    # Not with urllib.parse: importing it takes longer than writing all the addresses of a table.
    return "".join(
        chr(octet) if octet in _UNRESERVED else f"%{octet:02X}" for octet in os.fsencode(text)
    )
