"""The cases: what is compared with what, and the bar that each has to meet."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.articles import article

from . import floors, peers
from .bench import Bench
from .measure import Command, CommandFailed, Ratio
from .report import Row, at_least, at_most, megabytes
from .vocabulary import RARE, person

_PLAIN = "import click, sqlite3"
_RICH = "import click, sqlite3, rich.table, rich.console"
_LIMIT = ("--limit", "50", "--format", "csv")
_MANY = 100_000
_SHIPPED = {
    "speaker": ("statements", "--speaker", "jim-mattis", *_LIMIT),
    "topic": ("statements", "--topic", "north-korea", *_LIMIT),
    "full text": ("who", "linchpin", *_LIMIT),
}
_SPEAKER = person(2).ident
_GENERATED = {
    "speaker": ("statements", "--speaker", _SPEAKER, *_LIMIT),
    "topic": ("statements", "--topic", "north-korea", *_LIMIT),
    "full text": ("who", RARE, *_LIMIT),
}


def startup(bench: Bench) -> Iterator[Row]:
    """One word in the shipped archive, against loading the libraries alone."""
    bench.warm(None)
    cases = (("CSV", False, _PLAIN, 1.2), ("table in a terminal", True, _RICH, 1.15))
    for label, terminal, code, bar in cases:
        line = ("who", "linchpin", *(() if terminal else ("--format", "csv")))
        measured = bench.program(*line, "--no-pager", terminal=terminal)
        yield _compared(
            f'one-word look-up, {label}, against `python -c "{code}"`',
            None,
            lambda measured=measured, code=code, terminal=terminal: bench.compare(
                measured, bench.python(code, terminal=terminal)
            ),
            bar,
        )


def drafting(bench: Bench) -> Iterator[Row]:
    """Articles read in one process, against finding their words ten times; processor time."""
    texts = bench.settings.work / "articles.txt"
    numbers = [range(first, first + 8) for first in range(0, 400, 8)]
    texts.write_text("\f".join("\n".join(map(article, few)) for few in numbers), encoding="utf-8")
    measured, baseline = (
        _Timed(bench.python(code, str(texts))) for code in (floors.DRAFT, floors.WORDS)
    )
    name = f'drafting of {len(numbers)} articles, against `re.findall(r"\\w+", text)` ten times'
    yield _compared(name, None, lambda: bench.compare(measured, baseline), 8.5)


class _Timed(Command):
    """A command that prints the seconds of what is measured, without its start."""

    def __new__(cls, command: Command) -> _Timed:
        return super().__new__(cls, *command)

    def run(self) -> float:
        done = subprocess.run(
            self.line, env=self.variables(), cwd=self.folder, capture_output=True, text=True
        )
        if done.returncode:
            raise CommandFailed(self.line, done.returncode, done.stderr)
        return float(done.stdout)


def of_size(bench: Bench, size: int) -> Iterator[Row]:
    """Every case on the archive of that many statements."""
    yield _first_index(bench, size)
    bench.warm(bench.archive(size))
    for look_up in _GENERATED:
        yield _lookup(bench, size, look_up)
    yield _against_import(bench, size)
    yield _lookup_memory(bench, size)
    yield _check(bench, size)
    yield _no_index(bench, size)
    yield _changed(bench, size)
    yield _edited(bench, size)
    yield _renamed(bench, size)
    yield from _export(bench, size)
    yield from _reports(bench, size)
    yield _import(bench, size)
    yield _diff(bench, size)
    if bench.settings.peers:
        yield from _against_peers(bench, size)


def _compared(
    name: str, size: int | None, measure: Callable[[], Ratio], bar: float | None = None
) -> Row:
    try:
        ratio = measure()
    except CommandFailed as error:
        return Row.failed(name, size, error)
    return Row.of_ratio(name, size, ratio, bar)


def _lookup(bench: Bench, size: int, look_up: str) -> Row:
    bench.warm(archive := bench.archive(size))
    measured = bench.program(*_GENERATED[look_up], archive=archive)
    baseline = bench.program(*_SHIPPED[look_up])
    name = f"{look_up} look-up, --limit 50, against the same in the shipped archive"
    return _compared(name, size, lambda: bench.compare(measured, baseline))


def _against_import(bench: Bench, size: int) -> Row:
    measured = bench.program(*_GENERATED["full text"], archive=bench.archive(size))
    name = f'full text look-up, --limit 50, against `python -c "{_PLAIN}"`'
    return _compared(name, size, lambda: bench.compare(measured, bench.python(_PLAIN)), 1.8)


def _lookup_memory(bench: Bench, size: int) -> Row:
    name = "peak memory of a look-up above that in the shipped archive"
    peaks = [
        bench.program(*_GENERATED[look_up], archive=bench.archive(size)).peak()
        - bench.program(*_SHIPPED[look_up]).peak()
        for look_up in _GENERATED
    ]
    return Row(name, size, megabytes(max(peaks)), *at_most(max(peaks) / 2**20, 20, "MB"))


def _first_index(bench: Bench, size: int) -> Row:
    """A look-up with an empty cache folder: the whole archive is read, as for a new user."""
    archive = bench.archive(size)
    with tempfile.TemporaryDirectory(dir=bench.settings.work) as folder:
        numbers = iter(range(10**6))

        def measured() -> Command:
            return bench.program(*_GENERATED["full text"], archive=archive, cache=fresh())

        def fresh() -> Path:
            return Path(folder) / str(next(numbers))

        baseline = bench.python(peers.LOAD, str(archive))
        name = "first look-up, with making the index, against `yaml.load(…, CSafeLoader)` alone"
        bar = 0.55 if size >= _MANY else None
        return _compared(name, size, lambda: bench.compare(_Anew(measured), baseline), bar)


class _Anew(Command):
    """A command that differs in each run."""

    def __new__(cls, make: Callable[[], Command]) -> _Anew:
        self = super().__new__(cls, ())
        self.make = make
        return self

    def run(self) -> float:
        return self.make().run()


def _check(bench: Bench, size: int) -> Row:
    name = "`check` with nothing changed, against a look-up"
    if not bench.can("check"):
        return Row.missing(name, size)
    archive = bench.archive(size)
    bench.warm(archive)
    measured = bench.program("check", archive=archive)
    baseline = bench.program(*_GENERATED["full text"], archive=archive)
    return _compared(name, size, lambda: bench.compare(measured, baseline), 1.3)


def _no_index(bench: Bench, size: int) -> Row:
    name = "look-up with `--no-index`, against one with it"
    archive = bench.archive(size)
    bench.warm(archive)
    baseline = bench.program(*_GENERATED["full text"], archive=archive)
    for line in (
        ("--no-index", *_GENERATED["full text"]),
        (*_GENERATED["full text"], "--no-index"),
    ):
        measured = bench.program(*line, archive=archive)
        try:
            measured._replace(line=(*measured.line, "--help")).run()
            break
        except CommandFailed:
            continue
    else:
        return Row.missing(name, size)
    return _compared(name, size, lambda: bench.compare(measured, baseline))


def _changed(bench: Bench, size: int) -> Row:
    archive = bench.archive(size)
    files = bench.plan(size).sources
    with bench.changing(size) as change:
        measured = bench.program(*_GENERATED["full text"], archive=archive, prepare=change)
        baseline = bench.program(*_GENERATED["full text"], archive=archive)
        name = f"look-up after one of {files:,} files changed, against one without"
        return _compared(name, size, lambda: bench.compare(measured, baseline), 1.6)


def _edited(bench: Bench, size: int) -> Row:
    archive = bench.archive(size)
    bench.warm(archive)
    look_up = bench.program(*_GENERATED["speaker"], archive=archive)
    before, after = (
        bench.program("set", _SPEAKER, f"note={note}", "--yes", archive=archive)
        for note in ("Before.", "After.")
    )

    def prepare() -> None:
        before.run()
        look_up.run()  # the index is as fresh as that of the baseline

    name = "`set` of one record, against a look-up"
    measured = after._replace(prepare=prepare)
    return _compared(name, size, lambda: bench.compare(measured, look_up), 2.5)


_LOAD = """import sys, yaml
for path in open(sys.argv[1]).read().splitlines():
    with open(path, "rb") as stream:
        yaml.load(stream, yaml.CSafeLoader)"""


def _renamed(bench: Bench, size: int) -> Row:
    archive = bench.archive(size)
    bench.warm(archive)
    other = f"{_SPEAKER}-again"
    there, back = (
        bench.program("rename", *pair, "--yes", archive=archive)
        for pair in ((_SPEAKER, other), (other, _SPEAKER))
    )
    look_up = bench.program("topics", "--format", "csv", archive=archive)
    named = re.compile(rf"\b{_SPEAKER}\b(?!-)")
    files = [
        str(path)
        for path in sorted(archive.rglob("*.yaml"))
        if named.search(path.read_text(encoding="utf-8"))
    ]
    listed = bench.elsewhere / "renamed.txt"
    listed.write_text("\n".join(files), encoding="utf-8")
    pending = False

    def prepare() -> None:
        nonlocal pending
        if pending:
            back.run()
        look_up.run()
        pending = True

    name = f"`rename` that touches {len(files):,} files, against loading them with CSafeLoader"
    try:
        return _compared(
            name,
            size,
            lambda: bench.compare(
                there._replace(prepare=prepare), bench.python(_LOAD, str(listed))
            ),
            3.0,
        )
    finally:
        if pending:
            back.run()


def _export(bench: Bench, size: int) -> Iterator[Row]:
    bench.warm(archive := bench.archive(size))
    folder = bench.settings.work
    lines = {
        "csv": ("export",),
        "jsonl": ("export", "--format", "jsonl"),
        "sqlite": ("export", "-o", str(folder / "export.sqlite")),
        "datapackage": ("export", "--datapackage", str(folder / "export")),
    }
    for form, line in lines.items():
        measured = bench.program(*line, archive=archive)
        name = f"export of everything as {form}, against sqlite3, csv or json alone"
        bar = 1.5 if form == "csv" else 2.5
        yield _compared(
            name,
            size,
            lambda form=form, measured=measured: bench.compare(
                measured, floors.floor(bench, size, form)
            ),
            bar if size >= _MANY else None,
        )
    above = bench.program("export", archive=archive).peak() - bench.python("pass").peak()
    name = "peak memory of the export above the interpreter's"
    bar = 60 if size >= 1_000_000 else None
    yield Row(name, size, megabytes(above), *at_most(above / 2**20, bar, "MB"))


_REPORTS = {
    "summary": ("summary",),
    "timeline": ("timeline",),
    "phrases": ("phrases",),
    "compare": ("compare", "US", "KR"),
    "corroborate": ("corroborate",),
}


def _reports(bench: Bench, size: int) -> Iterator[Row]:
    """How reports grow: the time they take of all statements, beside a tenth of these."""
    if not _MANY // 10 <= size <= _MANY:
        return
    bench.warm(archive := bench.archive(size))
    bench.warm(smaller := bench.archive(size // 10))
    for command, line in _REPORTS.items():
        measured, baseline = (
            bench.program(*line, "--format", "csv", archive=folder) for folder in (archive, smaller)
        )
        more = len(bench.answer(measured)) / len(bench.answer(baseline))
        name = f"`{command}`, against the same in an archive a tenth as large ({more:.1f} × the output)"
        # Linear in what it prints, which for `phrases` is each use, or in the statements to read.
        bar = round(max(10.0, more), 1)
        yield _compared(
            name,
            size,
            lambda measured=measured, baseline=baseline: bench.compare(measured, baseline),
            bar,
        )


def _import(bench: Bench, size: int) -> Row:
    """An editable export of which every hundredth row was changed, compared with the archive."""
    name = "`import` of an editable export with 1 row in 100 changed, shown, not written"
    if not bench.can("import"):
        return Row.missing(name, size)
    bench.warm(archive := bench.archive(size))
    exported = bench.answer(bench.program("export", "--editable", "--sort", "id", archive=archive))
    header, *rows = list(csv.reader(io.StringIO(exported, newline="")))
    # Within some sources, as a colleague corrects them: else all files would be read as well.
    for row in rows[: len(rows) // 100]:
        row[header.index("note")] += "Corrected."
    file = bench.settings.work / f"edit-{size}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])
    measured = bench.program("import", str(file), "--dry-run", archive=archive)
    try:
        speed = len(rows) / median(measured.run() for _ in range(min(bench.settings.runs, 3)))
    except CommandFailed as error:
        return Row.failed(name, size, error)
    bar = 20_000 if size == _MANY else None
    return Row(name, size, f"{speed:,.0f} rows a second", *at_least(speed, bar, "rows a second"))


def _diff(bench: Bench, size: int) -> Row:
    """Two folders of which every file with statements differs in one of them."""
    name = (
        "`diff` with a copy in which a statement of each source is changed, against a first look-up"
    )
    if not bench.can("diff"):
        return Row.missing(name, size)
    archive = bench.archive(size)
    bench.warm(archive)
    with tempfile.TemporaryDirectory(dir=bench.settings.work) as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(archive, copy)
        for path in copy.rglob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text("    cue: corrected ".join(text.rsplit("    cue: ", 1)))
        numbers = iter(range(10**6))

        def first_look_up() -> Command:
            cache = Path(folder) / str(next(numbers))
            return bench.program(*_GENERATED["full text"], archive=archive, cache=cache)

        measured = bench.program("diff", str(copy), "--stat", archive=archive)
        bar = 3.0 if size >= _MANY else None
        return _compared(name, size, lambda: bench.compare(measured, _Anew(first_look_up)), bar)


def _against_peers(bench: Bench, size: int) -> Iterator[Row]:
    archive = bench.archive(size)
    bench.warm(archive)
    ids_line = ("statements", "--attributed-to", _SPEAKER, "--fields", "id", "--format", "csv")
    ids = bench.program(*ids_line, archive=archive)
    full_text = bench.program(*_GENERATED["full text"], archive=archive)
    counted = bench.program("who", RARE, "--count", archive=archive)

    if program := peers.debian("recsel"):
        baseline = peers.recsel(program, peers.rec_file(bench, size), _SPEAKER)
        name = "ids of what one person said, against recutils' `recsel`"
        if set(bench.answer(ids).split()[1:]) != set(bench.answer(baseline).split()):
            yield Row(name, size, "the answers differ", met=False)
        yield _compared(
            name, size, lambda: bench.compare(ids, baseline), 0.1 if size >= _MANY else None
        )
    else:
        yield Row.absent("recutils' `recsel`", size)

    if program := peers.debian("rg"):
        lines = peers.ripgrep(program, archive, RARE)
        name = "count of statements with a word, against `rg --count`"
        yield _compared(name, size, lambda: bench.compare(counted, lines))
    else:
        yield Row.absent("`rg`", size)

    if script := peers.sqlite_utils(bench.settings.work):
        searched = peers.search(script, peers.database(bench, script, size), RARE)
        name = "full-text look-up, against `sqlite-utils search`"
        yield _compared(name, size, lambda: bench.compare(full_text, searched))
    else:
        yield Row.absent("`sqlite-utils`", size)

    loaded = bench.python(peers.LOAD, str(archive))
    name = "full-text look-up, against reading the files with PyYAML"
    yield _compared(name, size, lambda: bench.compare(full_text, loaded))
