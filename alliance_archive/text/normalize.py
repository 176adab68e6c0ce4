"""The normalized form of a source's text, in which offsets count, and its fingerprint."""

from __future__ import annotations

import hashlib

from ..model.records import Fingerprint
from .marks import nfc


def normalize(data: bytes | str, name: str = "") -> str:
    r"""Return the text in Unicode form NFC, with `\n` line ends and no trailing white space.

    Bytes are read as UTF-8, and a byte order mark is dropped. Raises UnicodeDecodeError, or
    TooManyMarks, which calls the text by `name`.
    """
    text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return nfc(text, name).rstrip()


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a normalized text: SHA-256 of its UTF-8, length in code points."""
    return Fingerprint(hashlib.sha256(text.encode()).hexdigest(), len(text))
