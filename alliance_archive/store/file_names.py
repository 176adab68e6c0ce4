"""Files that are named almost like an archive's: other endings, and copies that programs leave."""

from __future__ import annotations

import re
from collections.abc import Collection

_YAML = r"\.(?:ya?ml|yamll?|ymal|yalm)"
# What programs add to the name of a copy, before its ending.
_MARKS = (
    r"\.sync-conflict-.*",  # Syncthing
    r"[ _-]*\([^()]*conflict[^()]*\)",  # Dropbox, Nextcloud, Seafile
    r"[._]conflict(?:[-_. ].*)?",  # ownCloud, Resilio
    r" ?\(\d+\)",  # browsers, Google Drive
    r"(?: -)? \(?(?:(?:another|\d+(?:st|nd|rd|th)) )?copy(?: ?\(?\d+\)?)?\)?",  # desktops
    r"(?: -)?(?: |の)\(?(?:Kopie|copie|copia|kopia|복사본|コピー|副本)(?: ?\(?\d+\)?)?\)?",
    r"_(?:backup|base|local|remote)_\d+",  # git mergetool
    r"\.(?:bak|backup|copy|old|orig|save)",
)
_PREFIX = r"copy (?:\(\d+\) )?of "
# After the ending: editors, patch, Subversion.
_AFTER = r"~|\.(?:~\d+~|bak|backup|copy|mine|old|orig|rej|r?\d+|save?|sw[op]|temp|theirs|tmp)"
# Marks that are part of an ordinary name as well, unless the file without them is there too.
_POSSIBLE = r"[-_](?:bak|backup|copy|old|orig)[-_]?\d*| \d+"
_MARKED = f"(?:{'|'.join(_MARKS)})+"
# Kept as text, which re compiles on first use: few archives have a name that could be a copy's.
_COPY = (
    rf"(?i:(?:{_PREFIX})(?P<first>.+){_YAML}|(?P<second>.+?){_MARKED}{_YAML}"
    rf"|#?(?P<third>.+?)(?:{_MARKED})?{_YAML}(?:{_AFTER}|#|{_MARKED})+)"
)
_POSSIBLE_COPY = rf"(?i:(.+?)(?:{_POSSIBLE})\.yaml)"
_OTHER_ENDING = rf"(?i:(.+?)(?:{_YAML})+(?:\.te?xt)?[ .]*)"


def is_ordinary(stem: str) -> bool:
    """Return whether a name without its ending certainly marks no copy.

    Quick, because every look-up asks it; also of many names at once, joined by hyphens.
    """
    return stem.replace("-", "").isalnum() and not (
        # Not in a loop, which takes ten times as long.
        "bak" in stem or "backup" in stem or "copy" in stem or "old" in stem or "orig" in stem
    )


def original(name: str, beside: Collection[str]) -> str | None:
    """Return the name of the file that a file is a copy of by its name; None for other names.

    `beside` are the names of all files in the folder; the original need not be among them.
    """
    if match := re.fullmatch(_COPY, name):
        return f"{''.join(filter(None, match.groups())).rstrip()}.yaml"
    if match := re.fullmatch(_POSSIBLE_COPY, name):
        stem = f"{match[1]}.yaml"
        return stem if stem in beside else None
    return None


def with_ending(name: str) -> str | None:
    """Return the name under which a file would be read, as x.yaml for x.yml; None for others."""
    match = re.fullmatch(_OTHER_ENDING, name)
    return f"{match[1]}.yaml" if match else None
