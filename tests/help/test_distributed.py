"""The programs on the page `distributed` draft the same records as the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.articles import article
from tests.conftest import Run
from tests.help_pages import calls, examples, sections

PAGE = sections("distributed")


def code(heading: str) -> str:
    """Return the examples below a heading that are not commands."""
    blocks = [block for block in examples(PAGE[heading]) if not calls(f"    {block}")]
    return "\n".join(block for block in blocks if not block.startswith("pip "))


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new archive, beside a folder `articles` that is still empty."""
    monkeypatch.chdir(tmp_path)
    run("init", "mine")
    monkeypatch.setenv("ALLIANCE_ARCHIVE", str(tmp_path / "mine"))
    (tmp_path / "articles").mkdir()
    return tmp_path


def write_articles(folder: Path, count: int) -> None:
    for number in range(count):
        path = folder / "articles" / f"{number:04}.txt"
        path.write_text(article(number), encoding="utf-8")


def python(program: str, folder: Path) -> str:
    (folder / "program.py").write_text(program, encoding="utf-8")
    # Spark's workers would otherwise be those of whatever `python3` is first on the path.
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(
        [sys.executable, "program.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def of_the_command(run: Run, folder: Path) -> set[str]:
    """Return the files of sources that `draft --add` writes, without the line for editors."""
    assert run("draft", "articles", "--add", "--jobs", "2").code == 0
    texts = [path.read_text("utf-8") for path in folder.glob("mine/sources/corrad-*.yaml")]
    return {text.partition("\n")[2] for text in texts}


def test_concurrent_futures(run: Run, folder: Path) -> None:
    write_articles(folder, 30)
    program = f"{code('What is computed where')}\n{code('concurrent.futures')}"
    printed = python(program.replace("print(path, len(record))", "print(record)"), folder)
    records = {f"source:{text}".rstrip() for text in printed.split("source:")[1:]}
    assert records == {text.rstrip() for text in of_the_command(run, folder)}


@pytest.mark.spark
@pytest.mark.interop("pyspark", "java")
def test_spark(run: Run, folder: Path) -> None:
    write_articles(folder, 500)
    program = f"{code('What is computed where')}\n{code('PySpark')}"
    keep = "import json\nprint(json.dumps(records.values().collect()))\nspark.stop()"
    timed = f"import time\nbegan = time.monotonic()\n{keep}\nprint(time.monotonic() - began)"
    printed = python(program.replace('records.saveAsTextFile("records")', timed), folder)
    records, seconds = printed.splitlines()
    assert set(json.loads(records)) == of_the_command(run, folder)
    sys.stdout.write(f"500 articles on local[2]: {500 / float(seconds):.0f} a second\n")
