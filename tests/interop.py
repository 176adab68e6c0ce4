"""The programs and libraries that read what the archive exports, and how to install each.

`python -m tests.interop` lists the Debian packages of the programs that are missing.
"""

from __future__ import annotations

import glob
import importlib.util
import os
import shutil
import sys

# The libraries of other extras than `interop`.
EXTRAS = {
    **dict.fromkeys(("docx", "lxml", "pypdf", "trafilatura"), "documents"),
    "pyspark": "spark",
}
# Programs, with the Debian package of each; all others are libraries.
PACKAGES = {
    "fish": "fish",
    "java": "default-jre-headless",
    "initdb": "postgresql",
    "psql": "postgresql",
    "Rscript": "r-cran-rsqlite",
    "soffice": "libreoffice-calc",
    "sqlite3": "sqlite3",
    "zsh": "zsh",
}


def program_path(name: str) -> str | None:
    """Return the path of a program, also in the folder of Debian's PostgreSQL server."""
    folders = [os.environ.get("PATH", os.defpath), *sorted(glob.glob("/usr/lib/postgresql/*/bin"))]
    return shutil.which(name, path=os.pathsep.join(folders))


def missing(tool: str) -> str | None:
    """Return what to install for a tool that is missing, or None."""
    if package := PACKAGES.get(tool):
        return None if program_path(tool) else f"needs {tool}: apt-get install {package}"
    extra = EXTRAS.get(tool, "interop")
    return None if importlib.util.find_spec(tool) else f"needs {tool}: pip install -e '.[{extra}]'"


if __name__ == "__main__":
    absent = sorted({package for name, package in PACKAGES.items() if not program_path(name)})
    sys.stdout.write(" ".join(absent))
