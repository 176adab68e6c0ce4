"""Read an article on standard input and print the machine's view of its draft as JSON."""

from __future__ import annotations

import json
import sys

from . import extract, machine_view


def main() -> None:
    """Print a JSON array on standard output; bytes that are no UTF-8 are replaced."""
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    json.dump(machine_view(text, extract(text)), sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
