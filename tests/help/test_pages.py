"""The pages of help are right: every option, command, field and word in them exists."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import alliance_archive
from alliance_archive import errors
from alliance_archive.archive import SORTS
from alliance_archive.cli.app import COMMANDS, cli
from alliance_archive.cli.listing import _OFF
from alliance_archive.cli.options import ENDINGS, FORMATS
from alliance_archive.cli.reference import SLOTS, filled
from alliance_archive.help import TOPICS, page
from alliance_archive.index.views import RELATIONS
from alliance_archive.model.fields import FORMS, KINDS, SECTIONS, Field
from alliance_archive.model.wording import FORM_LABELS
from alliance_archive.reports.statements import STATEMENTS, long_view
from alliance_archive.store.cells import BASE
from alliance_archive.store.parse import parse
from alliance_archive.verify import VERDICTS
from tests.conftest import SHIPPED, Run, Write
from tests.help_pages import calls, examples, sections, terms

PACKAGE = Path(alliance_archive.__file__).parent


def test_every_page_is_a_topic() -> None:
    pages = {path.stem for path in (PACKAGE / "help").glob("*.txt")}
    assert pages == set(TOPICS)


def test_every_slot_is_on_a_page() -> None:
    used = {slot for topic in TOPICS for slot in re.findall(r"\{\{(\w+)", page(topic))}
    assert used == set(SLOTS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_is_plain_text_of_80_columns(topic: str) -> None:
    for line in page(topic).splitlines():
        assert len(line) <= 80
        assert line == line.rstrip()


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("width", [30, 80, 200])
def test_a_page_fits_the_width(run: Run, topic: str, width: int) -> None:
    done = run("help", topic, COLUMNS=str(width))
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= min(width, 100)


# Options and commands


def options(command: str) -> set[str]:
    loaded = cli if command == "" else cli.get_command(click.Context(cli), command)
    assert loaded is not None
    context = click.Context(loaded, help_option_names=["-h", "--help"])
    return {name for param in loaded.get_params(context) for name in param.opts}


ALL_OPTIONS = set.union(*map(options, ("", *COMMANDS)))


@pytest.mark.parametrize("topic", TOPICS)
def test_options_exist(topic: str) -> None:
    text = filled(topic).replace("EDITOR='code --wait'", "")
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) <= ALL_OPTIONS


@pytest.mark.parametrize("topic", TOPICS)
def test_examples_call_commands_with_options_that_they_have(topic: str) -> None:
    for call in calls(filled(topic)):
        words = [word for word in shlex.split(call) if word not in options("")]
        if words[:1] == ["help"]:
            assert words[1] in {*TOPICS, *COMMANDS}
        given = {word for word in words[1:] if re.match(r"--?[a-z]", word)}
        assert given <= options(words[0]) | set(SORT_KEYS), call


SORT_KEYS = [f"-{key}" for key in SORTS]


def test_filters_and_fields_and_views_are_all_there(run: Run) -> None:
    shown = sections("filters")
    filters = terms("filters", next(iter(shown)))
    assert len(filters) >= 14
    assert {"--speaker", "--replaced"} <= {term.split()[0] for term in filters}
    for kind in KINDS:
        listed = terms("format", f"Fields of a {kind}")
        assert listed == list(names(KINDS[kind].fields))
    views = terms("databases", "SQL, without any other program")
    assert views == [relation.name for relation in RELATIONS]


def names(fields: tuple[Field, ...], prefix: str = "") -> Iterator[str]:
    for field in fields:
        yield prefix + field.name
        yield from names(field.fields, f"{prefix}{field.name}.")


# Words between backticks

COLUMNS = {column.key for view in (long_view(), STATEMENTS) for column in view.fields} | {BASE}
FIELDS = {name for kind in SECTIONS.values() for name in names(kind.fields)}
VIEWS = {relation.name for relation in RELATIONS}
VIEWS |= {column.name for relation in RELATIONS for column in relation.attributes}
KNOWN = {
    *COMMANDS, *ALL_OPTIONS, *COLUMNS, *VIEWS, *SECTIONS,
    *(part for name in FIELDS for part in name.split(".")),
    # words to search for
    "threat", "UN", "linchpin", "jong",
}  # fmt: skip


@pytest.mark.parametrize("topic", TOPICS)
def test_names_in_a_page_exist(topic: str) -> None:
    prose = re.sub("(?m)^    .*$", "", filled(topic))
    for name in re.findall("`(.+?)`", " ".join(prose.split())):
        if name.startswith("alliance_archive."):
            assert (PACKAGE / name.partition(".")[2]).exists()
            continue
        first, *rest = name.split()
        assert first.removesuffix(":") in KNOWN, name
        if first in COMMANDS:
            assert {word for word in rest if word.startswith("-")} <= options(first)
        if first.endswith(":") and rest != ["[]"]:
            choices = [field.choices for kind in KINDS.values() for field in kind.fields
                       if field.name == first[:-1]]  # fmt: skip
            assert any(rest[0] in values for values in choices), name


# Tables


def test_forms_are_those_of_statements_with_their_labels() -> None:
    heading = "Full quote, partial quote, paraphrase"
    assert terms("attribution", heading) == list(FORMS)
    text = " ".join(sections("attribution")[heading].split())
    for form, label in FORM_LABELS.items():
        assert f"{form} {label.capitalize()}: " in text
    assert heading.lower() == ", ".join(FORM_LABELS.values())


def test_formats_and_endings() -> None:
    assert terms("output", "Formats") == list(FORMATS)
    assert all(f".{ending}" in sections("output")["Formats"] for ending in ENDINGS)


def test_verdicts() -> None:
    assert sorted(terms("verify", "Verdicts")) == sorted(VERDICTS)


def test_columns() -> None:
    text = sections("output")["Columns"].replace("\n", " ")
    assert ", ".join(column.key for column in STATEMENTS.fields) in text


def test_exit_codes(run: Run, write: Write) -> None:
    codes = terms("exit-codes", "What the exit codes mean")
    assert codes == ["0", "1", "2", "130"]
    raised = {each.exit_code for each in vars(errors).values() if hasattr(each, "exit_code")}
    assert raised == {1, 2}
    assert run("who", "nothing-of-the-kind").code == 0
    assert run("unknown-command").code == run("show", "nobody").code == 2
    assert run("statements", "--since", "soon").code == 2
    assert run("statements", "-o", "/nowhere/at/all.csv").code == 2
    write({"x.yaml": "topics: [{id: one}]\n"})
    assert run("check").code == run("topics").code == 1
    rows = terms("exit-codes", "When the exit code is 1")
    assert {row for row in rows if row in COMMANDS} == {
        *("check", "verify", "draft", "import", "diff")
    }


# Variables


READERS = {"os.getenv", "os.environ.get", "os.environ.pop", "os.environ.setdefault"}


def variables_read() -> set[str]:
    """Return every environment variable that a module of the package reads."""
    variables: set[str] = set()
    for text in (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")):
        # Most modules read none, and walking through all of them takes seconds.
        for scope in ast.walk(ast.parse(text if re.search("getenv|environ", text) else "")):
            if isinstance(scope, ast.FunctionDef | ast.Module):
                for name in filter(None, map(name_read, ast.walk(scope))):
                    variables |= constants(name, scope)
    return variables


def name_read(node: ast.AST) -> ast.expr | None:
    """Return the name of the variable, as an expression, in code that reads one."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) in READERS:
        return node.args[0]
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
        return node.slice
    return None


def constants(name: ast.expr, scope: ast.AST) -> set[str]:
    """Return the values of an expression: its own, or for a name, the constants of its function."""
    if isinstance(name, ast.Constant):
        return {str(name.value)}
    if isinstance(scope, ast.Module):
        return set()
    texts = {str(node.value) for node in ast.walk(scope) if isinstance(node, ast.Constant)}
    return {text for text in texts if re.fullmatch("[A-Z_]+", text)}


def test_every_variable_that_the_program_reads_is_on_the_page() -> None:
    listed = {name for term in terms("environment", "Variables") for name in term.split(", ")}
    assert listed == variables_read()


def test_every_word_that_turns_links_off_is_on_the_page() -> None:
    text = " ".join(sections("environment")["Variables"].split())
    off = re.search("Set it to (.*?) if", text)
    assert off
    assert sorted(re.split(", | or ", off[1])) == sorted(_OFF)


# Examples


def test_the_complete_example_has_no_problem(run: Run, write: Write) -> None:
    text = "\n".join(examples(sections("format")["A complete example"]))
    root = write({"archive.yaml": "archive:\n", "example.yaml": text})
    assert run("check") == (
        0,
        "",
        f"alliance-archive: {root}: no problems; "
        "1 statement, 1 source, 1 topic, 1 meeting, 2 participants\n",
    )
    by_office = run(
        "export", "--long", "--speaker", "Norwegian Defense Minister", "--fields", "name,role"
    )
    assert 'Ida Orlova,"Defense Minister, Norway"' in by_office.out


def test_a_spokespersons_sentence_about_a_minister(run: Run, write: Write) -> None:
    text = examples(sections("attribution")["By whom, and via whom"])[0]
    source = "source: {id: corrad, publisher: Corrad, date: 2021-10-04, kind: article}\n"
    people = """\
participants:
  - {id: ida-orlova, name: Ida Orlova, kind: person}
  - {id: per-aune, name: Per Aune, kind: person}
"""
    assert parse("x.yaml", (source + text + people).encode()).problems == []
    write({"archive.yaml": "archive:\n", "x.yaml": source + text + people})
    assert run("check").code == 0
    assert "Ida Orlova, via Per Aune" in sections("attribution")["By whom, and via whom"]
    done = run("statements", "--voiced-by", "aune", "--fields", "attributed_names,words")
    assert done.out == "Attributed to  Words\nIda Orlova     “The minister welcomes the plan”\n"


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped archive, as if it were the user's, and with texts."""
    home = tmp_path / "home"
    shutil.copytree(SHIPPED, home / "data")
    mark = home / "data" / "archive.yaml"
    mark.write_text(mark.read_text().replace("  example: true\n", ""))
    for source in ("data/texts/yonhap-2017-10-23", "articles/yonhap-2017-10-23",
                   "my-archive/texts/corrad-2021-10-04"):  # fmt: skip
        text = home / f"{source}.txt"
        text.parent.mkdir(parents=True)
        text.write_text("Not the article.\n")
    monkeypatch.chdir(home)
    monkeypatch.delenv("ALLIANCE_ARCHIVE")
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    monkeypatch.setenv("HOME", str(home))
    return home


# The examples of these have tests of their own.
OWN = ("draft", "editing", "spreadsheets", "distributed", "databases")
RUN = [topic for topic in TOPICS if topic not in OWN]


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("topic", RUN)
def test_examples(run: Run, topic: str) -> None:
    for call in calls(filled(topic)):
        words = [os.path.expanduser(word) for word in shlex.split(call)]
        # These texts are not the ones that the archive was made from.
        expected = {0, 1} if words[0] == "verify" else {0}
        done = run(*words, EDITOR="true", COLUMNS="80")
        assert done.code in expected, call
        silent = {"open", "-o", "check"}
        assert done.out or silent & set(words), call


@pytest.mark.usefixtures("at_home")
def test_the_examples_of_editing_in_their_order(run: Run) -> None:
    for call in calls(filled("editing")):
        words = shlex.split(call)
        options = () if "--dry-run" in words or "--list" in words else ("--yes",)
        done = run(*words, *options)
        assert done.code == 0, (call, done.err)
        assert done.out or "To take it back: " in done.err or "took back" in done.err, call


SENTENCE = """\
PORT AVEL, Oct. {}, 2021 (Corrad) -- "The straits stay open to all," Norwegian Defense \
Minister Ida Orlova said Monday.
"""


def test_the_examples_of_draft_in_their_order(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "empty"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.delenv("ALLIANCE_ARCHIVE")
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    begin, *rest = calls(filled("draft"))
    assert run(*begin.split()).code == 0
    texts = home / "my-archive" / "texts"
    texts.mkdir()
    (texts / "port-avel.txt").write_text(SENTENCE.format(4))
    (home / "new.txt").write_text(SENTENCE.format(5))
    (home / "saved-pages").mkdir()
    (home / "saved-pages" / "one.txt").write_text(SENTENCE.format(6))
    answers = home / "answers"
    answers.write_text("a\n")
    for call in rest:
        with answers.open() as stdin:
            monkeypatch.setattr("sys.stdin", stdin)
            done = run(*shlex.split(call))
        assert done.code == 0, (call, done)
        if call.startswith("who"):
            assert "“The straits stay open to all" in done.out
