"""The archives of the benchmark have the properties asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from alliance_archive import Archive, Filter

from . import generate
from .generate import Plan
from .vocabulary import person

PLAN = Plan(sources=12, statements=20, seed=7)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    generate.generate(folder, PLAN)
    return folder


def test_an_archive_has_no_problem_and_the_size_asked_for(folder: Path) -> None:
    archive = Archive.open(folder)
    assert archive.problems() == []
    assert archive.left_out() == (0, 0)
    every = Filter(status=("reviewed", "draft"))
    assert archive.count(every) == 240
    assert len(list((folder / "sources").iterdir())) == 12


def test_archive_has_every_form_and_both_capacities(folder: Path) -> None:
    rows = list(Archive.open(folder).statements())
    assert {row.form for row in rows} == {"direct", "mixed", "indirect"}
    assert any(row.voiced_by for row in rows)
    assert any(row.meeting for row in rows)
    assert {row.date_from for row in rows} == {"statement", "meeting", "source"}


def test_names_in_hangul_and_han_are_found(folder: Path) -> None:
    archive = Archive.open(folder)
    someone = person(1)
    assert re.fullmatch("[가-힣]{3}", someone.others[0])
    assert re.fullmatch("[一-鿿]{3}", someone.others[1])
    for name in (someone.name, *someone.others):
        assert archive.resolve("participant", name) == someone.ident


def test_no_two_people_share_an_id_or_a_name() -> None:
    people = [person(serial) for serial in range(3000)]
    assert len({someone.ident for someone in people}) == 3000
    names = [name for someone in people for name in (someone.name, *someone.others)]
    assert len(set(names)) == len(names)


def test_same_plan_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    generate.generate(tmp_path, PLAN)
    for path in sorted(folder.rglob("*.yaml")):
        assert (tmp_path / path.relative_to(folder)).read_bytes() == path.read_bytes()


def test_another_seed_gives_other_statements(folder: Path, tmp_path: Path) -> None:
    generate.generate(tmp_path, PLAN._replace(seed=8))
    name = "sources/source-00003.yaml"
    assert (tmp_path / name).read_bytes() != (folder / name).read_bytes()


def test_another_edition_of_a_source_keeps_its_ids_and_is_sound(
    folder: Path, tmp_path: Path
) -> None:
    generate.generate(tmp_path, PLAN)
    path = tmp_path / "sources" / "source-00003.yaml"
    original = path.read_text("utf-8")
    path.write_text("".join(generate.source(generate.world(PLAN), 3, 1)), "utf-8")
    ids = re.compile("(?m)^  - id: (.*)$")
    assert path.read_text("utf-8") != original
    assert ids.findall(path.read_text("utf-8")) == ids.findall(original)
    assert Archive.open(tmp_path).problems() == []
