"""What holds of any text, any archive, any filter: see the README for a longer run."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive import Archive, Filter
from alliance_archive.check.codes import CODES
from alliance_archive.cli import main
from alliance_archive.errors import Problem
from alliance_archive.model.dates import day_span, days
from alliance_archive.model.records import Anchor, Quote, Statement, from_plain
from alliance_archive.queries.search import matches, terms
from alliance_archive.store.parse import parse
from alliance_archive.text.folding import words
from tests.strategies import DATES, WORDS, Made, archives

KEYS = "participants meetings topics source statements id name kind date form attributed_to quotes anchor exact start end"
YAML = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.one_of(
            st.sampled_from(
                [*(f"{key}:" for key in KEYS.split()), "\n", "\n  ", "\n- ", "\n  - ", "- ", "[", "]", "{", "}",
                 "&a ", "*a", "!!int ", "---\n", "...\n", "? ", "|\n", ">-\n", '"', "'", "#", "%", "@", "`", "~",
                 "person", "direct", "2017-10", "a-b", "12", " ", ",", "\t", "\x00", "\ufeff", "\u2028", "\r"]
            ),
            st.text(max_size=5),
        ),
        max_size=60,
    ).map("".join),
)  # fmt: skip


@given(YAML)
def test_any_text_gives_records_or_problems(text: str) -> None:
    parsed = parse("x.yaml", text.encode("utf-8", "surrogatepass"))
    assert all(problem.code in CODES for problem in parsed.problems)
    lines = text.count("\n") + text.count("\r") + text.count("\u2028") + text.count("\x85") + 2
    assert all(0 <= problem.line <= lines + text.count("\u2029") for problem in parsed.problems)


@given(st.binary(max_size=300))
def test_any_bytes_give_records_or_problems(data: bytes) -> None:
    assert all(isinstance(problem, Problem) for problem in parse("x.yaml", data).problems)


@contextlib.contextmanager
def on_disk(made: Made) -> Iterator[Archive]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in made.files().items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        yield Archive.open(folder)


@given(archives())
def test_records_survive_yaml(made: Made) -> None:
    with on_disk(made) as archive:
        assert [each for each in archive.problems() if each.severity == "error"] == []
        for listed in made:
            assert [archive.get(each.id) for each in listed] == list(listed)


def run(*arguments: str) -> str:
    with (
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(io.StringIO()),
    ):
        assert main(arguments) == 0
    return out.getvalue()


ALL = ("--status", "reviewed", "--status", "draft")
OWN = [*Statement.__dataclass_fields__]


@given(archives())
def test_statements_survive_json_and_yaml_and_csv(made: Made) -> None:
    with on_disk(made) as archive:
        command = ("export", *ALL, "--archive", str(archive.root))
        wanted = {each.id: each for each in made.statements}
        as_json = [of_object(row) for row in json.loads(run(*command, "--json"))]
        assert {each.id: each for each in as_json} == wanted
        as_yaml = yaml.safe_load(run(*command, "--format", "yaml")) or []
        for row in as_yaml:
            row["date"] = str(row["date"])  # dates are written bare: a year is a number to YAML 1.1
        assert {each["id"]: of_object(each) for each in as_yaml} == wanted
        rows = csv.DictReader(io.StringIO(run(*command), newline=""))
        assert {each.id: each for each in map(of_csv, rows)} == wanted


def of_object(row: dict[str, Any]) -> Statement:
    own = {key: value for key, value in row.items() if key in OWN and value is not None}
    if row["date_from"] != "statement":
        del own["date"]
    statement: Statement = from_plain(Statement, own)
    return statement


def of_csv(row: dict[str, str]) -> Statement:
    quotes, rest = [], row["quotes"]
    for span in filter(None, row["quote_offsets"].split("; ")):
        start, end = map(int, span.split("-"))
        quotes.append(Quote(rest[: end - start], start, end))
        rest = rest[end - start + 2 :]
    start, end = map(int, row["anchor"].split("-"))
    own: dict[str, Any] = {key: value or None for key, value in row.items() if key in OWN}
    for key in ("attributed_to", "voiced_by", "topics"):
        own[key] = tuple(row[key].split("; ")) if row[key] else ()
    own |= {"quotes": tuple(quotes), "anchor": Anchor(start, end)}
    own["date"] = row["date"] if row["date_from"] == "statement" else None
    return Statement(**own)


MATCHES = st.lists(st.sampled_from((*WORDS, "“it's”", '"of peace"', "peac*")), max_size=2).map(
    " ".join
)


@given(st.data(), archives())
def test_a_filter_is_what_plain_python_would_let_through(data: st.DataObject, made: Made) -> None:
    some = lambda values: st.lists(st.sampled_from(values), max_size=2).map(tuple)  # noqa: E731
    ids = lambda listed: some([each.id for each in listed]) if listed else st.just(())  # noqa: E731
    known = {each.country for each in made.participants if each.country}
    wanted = Filter(
        speaker=data.draw(ids(made.participants)),
        voiced_by=data.draw(ids(made.participants)),
        attributed_to=data.draw(ids(made.participants)),
        country=data.draw(some(sorted(known)) if known else st.just(())),
        meeting=data.draw(ids(made.meetings)),
        topic=data.draw(ids(made.topics)),
        source=data.draw(ids(made.sources)),
        form=data.draw(some(["direct", "mixed", "indirect"])),
        verbatim=data.draw(st.booleans()),
        match=data.draw(st.lists(MATCHES, max_size=1).map(tuple)),
        since=data.draw(st.none() | DATES),
        until=data.draw(st.none() | DATES),
        status=data.draw(some(["draft", "reviewed"])),
    )
    with on_disk(made) as archive:
        found = [row.id for row in archive.statements(wanted, sort="id")]
        assert found == sorted(each.id for each in made.statements if passes(each, wanted, made))
        assert archive.count(wanted) == len(found)


def passes(one: Statement, wanted: Filter, made: Made) -> bool:
    countries = {each.id: each.country for each in made.participants}
    people = {*one.attributed_to, *one.voiced_by}
    quoted = [words(quote.exact) for quote in one.quotes]
    texts = [words(one.summary)] if one.summary else quoted
    first, last = date_of(one, made)
    return all(
        (
            not wanted.speaker or people & {*wanted.speaker},
            not wanted.attributed_to or {*one.attributed_to} & {*wanted.attributed_to},
            not wanted.voiced_by or {*one.voiced_by} & {*wanted.voiced_by},
            not wanted.country or {countries[each] for each in people} & {*wanted.country},
            not wanted.meeting or above(one.meeting, "part_of", made.meetings) & {*wanted.meeting},
            not wanted.topic
            or any(above(each, "broader", made.topics) & {*wanted.topic} for each in one.topics),
            not wanted.source or one.source in wanted.source,
            not wanted.form or one.form in wanted.form,
            not wanted.verbatim or one.quotes,
            not wanted.match or any(holds(search, texts) for search in wanted.match),
            not wanted.since or last >= day_span(wanted.since)[0],
            not wanted.until or first <= day_span(wanted.until)[1],
            one.status in (wanted.status or ("reviewed",)),
        )
    )


def holds(search: str, texts: list[list[str]]) -> bool:
    found = terms(search)
    return bool(found) and all(any(matches(term, text) for text in texts) for term in found)


def above(ident: str | None, field: str, listed: tuple[Any, ...]) -> set[str]:
    by_id = {each.id: getattr(each, field) for each in listed}
    found = set()
    while ident:
        found.add(ident)
        ident = by_id[ident]
    return found


def date_of(one: Statement, made: Made) -> tuple[str, str]:
    meeting = next((each for each in made.meetings if each.id == one.meeting), None)
    source = next(each for each in made.sources if each.id == one.source)
    return days(one.date or (meeting.date if meeting else source.date))


@given(archives(), st.text(max_size=30))
def test_any_name_is_found_or_refused_in_a_word(made: Made, name: str) -> None:
    with on_disk(made) as archive, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(["said", "--archive", str(archive.root), "--count", "--", name])
        assert code in (0, 2)
        assert "Traceback" not in err.getvalue()
