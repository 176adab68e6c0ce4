"""`draft` on saved pages, PDFs and DOCX, and on many files at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alliance_archive import Archive
from alliance_archive.change import changes, undo
from alliance_archive.draft import batch
from alliance_archive.model.records import Anchor
from tests.articles import article, page
from tests.conftest import Run
from tests.corrad import ARTICLE
from tests.saved import docx, pdf


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with an empty archive `mine` and an empty folder `saved`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLIANCE_ARCHIVE", str(empty_archive(tmp_path / "mine")))
    (tmp_path / "saved").mkdir()
    return tmp_path


def empty_archive(folder: Path) -> Path:
    folder.mkdir()
    (folder / "archive.yaml").write_text("archive: {title: Test}\n")
    return folder


def files(root: Path) -> dict[str, bytes]:
    """Return the content of an archive's files by their paths, but for the lock."""
    paths = [path for path in root.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


def save(folder: Path, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        (folder / f"{number:03}.txt").write_text(article(number), encoding="utf-8")


HEAD = """<meta name="author" content="By Ada Brekke"><meta property="og:url" content=
"https://example.org/sea"><meta property="article:published_time" content="2021-10-05T08:00:00Z">"""


@pytest.mark.interop("trafilatura", "lxml")
def test_a_page_states_its_source_and_its_text_is_kept(run: Run, home: Path) -> None:
    saved = page(ARTICLE, "Daily Example", "The straits stay open").replace(
        "</head>", f"{HEAD}</head>"
    )
    Path("sea.html").write_text(saved, encoding="utf-8")
    done = run("draft", "sea.html", "--add")
    assert done == (
        0,
        "mine/sources/daily-example-2021-10-05.yaml\n",
        "alliance-archive: read as an article; for another kind: --kind KIND\n"
        "alliance-archive: 5 statements (4 need a summary), 2 new participants, 1 new meeting\n"
        "alliance-archive: to review them: alliance-archive review daily-example-2021-10-05\n",
    )
    record = Path("mine/sources/daily-example-2021-10-05.yaml").read_text(encoding="utf-8")
    head, _, rest = record.partition("  text:\n")
    assert head == (
        "source:\n  id: daily-example-2021-10-05\n"
        "  publisher: Daily Example\n  date: 2021-10-05\n  kind: article\n"
        "  title: The straits stay open\n  author: Ada Brekke\n"
        '  url: "https://example.org/sea"\n  dateline: PORT AVEL\n  language: en\n'
    )
    assert "    extractor: trafilatura " in rest
    text = Path("mine/texts/daily-example-2021-10-05.txt").read_text(encoding="utf-8")
    assert text.startswith("The straits stay open\n\nPORT AVEL, Oct. 4, 2021 (Corrad) -- ")
    assert run("check").code == 0
    assert run("verify", "--status", "draft").err == (
        "alliance-archive: daily-example-2021-10-05: the text matches the recorded fingerprint\n"
        "alliance-archive: 4 quotations: 4 verbatim; 5 passages: 5 in place\n"
    )


LINES = [line for part in ARTICLE.split("\n\n") for line in (*part.split("\n"), "")]


@pytest.mark.interop("trafilatura", "lxml", "pypdf", "docx")
def test_one_document_in_several_files_is_recognized_by_its_words(run: Run, home: Path) -> None:
    Path("sea.html").write_text(page(ARTICLE), encoding="utf-8")
    Path("sea.pdf").write_bytes(pdf([LINES]))
    Path("sea.docx").write_bytes(docx(ARTICLE.split("\n\n")))
    assert run("draft", "sea.html", "--add").code == 0
    before = files(home / "mine")
    for name in ("sea.pdf", "sea.docx"):
        assert run("draft", name, "--add") == (
            1,
            "",
            "alliance-archive: this is the same document as corrad-2021-10-04, by its words; "
            "nothing was written. To add it as a corrected edition: --replaces corrad-2021-10-04; "
            "as a document of its own: --id ID\n",
        )
    assert files(home / "mine") == before
    assert run("draft", "sea.pdf", "--add", "--id", "sea").code == 0
    # Another page is a reprint if its publisher is another, and is its own source.
    reprint = page(ARTICLE, "Daily Example", "The straits")
    Path("reprint.html").write_text(reprint, encoding="utf-8")
    assert run("draft", "reprint.html", "--add").code == 0


@pytest.mark.interop("trafilatura", "lxml", "pypdf")
def test_one_document_in_several_files_of_a_folder(run: Run, home: Path) -> None:
    Path("saved/sea.html").write_text(page(ARTICLE), encoding="utf-8")
    Path("saved/sea.pdf").write_bytes(pdf([LINES]))
    expected = (
        "1 of 2 files added: 5 statements (4 need a summary)\n"
        "1 the same document as another, by the words:\n"
        "  saved/sea.pdf: the same as corrad-2021-10-04\n"
        "2 new participants:\n  norwegian-defense-minister-ida-orlova: Norwegian Defense Minister Ida Orlova\n"
    )
    done = run("draft", "saved", "--add")
    assert done.code == 0
    assert (
        done.out.partition("2 new participants")[0] == expected.partition("2 new participants")[0]
    )
    assert run("draft", "saved", "--add").out == (
        "0 of 2 files added: 0 statements\n1 text already in the archive\n"
        "1 the same document as another, by the words:\n"
        "  saved/sea.pdf: the same as corrad-2021-10-04\n"
    )


@pytest.mark.interop("pypdf")
def test_the_day_on_which_a_pdf_was_made_is_the_last_resort(run: Run, home: Path) -> None:
    Path("x.pdf").write_bytes(pdf([["Minister Ida Orlova said that the straits stay open."]]))
    record = run("draft", "x.pdf", "--publisher", "Wire").out
    assert "  date: 2021-10-05\n  date_basis: inferred\n" in record
    Path("x.pdf").write_bytes(pdf([LINES]))
    assert "  date: 2021-10-04\n  kind:" in run("draft", "x.pdf").out


@pytest.mark.interop("pypdf")
def test_an_archive_without_a_mark_needs_a_folder_of_texts(run: Run, home: Path) -> None:
    Path("mine/archive.yaml").unlink()
    Path("mine/topics.yaml").write_text("topics: []\n")
    Path("sea.pdf").write_bytes(pdf([LINES]))
    Path("sea.txt").write_text(ARTICLE)
    refused = run("draft", "sea.pdf", "--add")
    assert refused == (
        2,
        "",
        "alliance-archive: mine has no folder for the texts of pages, PDFs and DOCX: add --texts "
        f"DIR, or mark the archive: alliance-archive init {home}/mine\n",
    )
    done = run("draft", "sea.pdf", "--add", "--texts", "new/texts")
    assert (done.code, done.err.splitlines()[-1]) == (
        0,
        "alliance-archive: to review them: alliance-archive review corrad-2021-10-04 "
        "--texts new/texts",
    )
    assert Path("new/texts/corrad-2021-10-04.txt").read_text().startswith("PORT AVEL, ")
    assert run("draft", "sea.txt", "--add", "--id", "sea").code == 0
    assert not Path("mine/texts").exists()


def test_another_text_of_that_name_is_kept(run: Run, home: Path) -> None:
    Path("mine/texts").mkdir(exist_ok=True)
    Path("mine/texts/corrad-2021-10-04.txt").write_text("Mine.")
    Path("sea.txt").write_text(ARTICLE)
    before = files(home / "mine")
    assert run("draft", "sea.txt", "--add") == (
        2,
        "",
        f"alliance-archive: {home}/mine/texts/corrad-2021-10-04.txt contains another text; "
        "nothing was written. Rename it, or choose another id with --id\n",
    )
    assert files(home / "mine") == before


def test_an_address_is_not_read(run: Run, home: Path) -> None:
    for more in ([], ["--add"], ["--add", "saved"]):
        assert run("draft", "https://example.org/sea", *more) == (
            2,
            "",
            "alliance-archive: https://example.org/sea is an address, not a file: save the page "
            "first, and name the file\n",
        )


def test_without_the_packages_a_message_says_what_to_install(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("trafilatura", "pypdf", "docx"):
        monkeypatch.setitem(sys.modules, name, None)
    for form in ("html", "mhtml", "pdf", "docx"):
        monkeypatch.delitem(sys.modules, f"alliance_archive.documents.{form}", raising=False)
    Path("sea.html").write_text(page(ARTICLE))
    Path("sea.pdf").write_bytes(pdf([LINES]))
    for name in ("sea.html", "sea.pdf"):
        assert run("draft", name) == (
            2,
            "",
            f"alliance-archive: {name}: pages, PDFs and DOCX need more packages. To install them: "
            "pip install 'alliance-archive[documents]'\n",
        )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a", "b"], "several files are drafted only with --add"),
        (["saved"], "several files are drafted only with --add"),
        (["saved", "--add", "--id", "x"], "--id is for one file"),
        (["saved", "--add", "--replaces", "x"], "--replaces is for one file"),
        (["a", "--texts", "t"], "--texts needs --add"),
        (["a", "--jobs", "2"], "--jobs needs --add"),
        (["saved", "none", "--add"], "none does not exist"),
        (
            ["saved", "--add"],
            "no documents there: draft reads .txt, .html, .htm, .mhtml, .mht, .pdf, .docx",
        ),
    ],
)
def test_requests_that_cannot_be_met(
    run: Run, home: Path, arguments: list[str], message: str
) -> None:
    assert run("draft", *arguments) == (2, "", f"alliance-archive: {message}\n")


@pytest.mark.interop("trafilatura", "lxml")
def test_a_folder_of_all_sorts(run: Run, home: Path) -> None:
    save(home / "saved", 2)
    deep = home / "saved" / "deep"
    (deep / "page_files").mkdir(parents=True)
    (deep / "page.html").write_text("<html><body>Home", encoding="utf-8")
    (deep / "page_files" / "frame.html").write_text("An advertisement.")
    (deep / "picture.png").write_bytes(b"\x89PNG")
    (deep / ".hidden.txt").write_text(article(3))
    (deep / "link.txt").symlink_to(home / "saved" / "000.txt")
    (deep / "again.txt").write_text(article(0), encoding="utf-8")
    (deep / "empty.txt").write_text("")
    (deep / "undated.txt").write_text("Minister Ida Orlova said it is over. (Corrad)")
    (deep / "utf-16.txt").write_text(article(4), encoding="utf-16")
    done = run("draft", "saved", "--add")
    assert done.code == 1
    assert done.out.startswith("""\
2 of 7 files added: 12 statements (10 need a summary)
1 text already in the archive
1 other file in the folders, not read
4 not drafted:
  saved/deep/empty.txt is empty: nothing to draft from
  saved/deep/page.html is cut off before its end: save the page again
  saved/deep/undated.txt: no date found in the text: add --date YYYY-MM-DD
  saved/deep/utf-16.txt is UTF-16: save it as UTF-8
6 new participants:
""")


NAMED = """\
PORT AVEL, Oct. {}, 2021 (Corrad) -- Norwegian Defense Minister {} said that the straits stay open.

{} vowed to keep watch.
"""


def test_people_whom_only_drafts_name_are_matched_by_their_full_name_alone(
    run: Run, home: Path
) -> None:
    for day, (name, short) in enumerate(
        [("Ida Orlova", "Orlova"), ("Orlova", "Orlova"), ("Ida Orlova", "Orlova")], 4
    ):
        Path(f"saved/{day}.txt").write_text(NAMED.format(day, name, short))
    done = run("draft", "saved", "--add")
    assert done.out == (
        "3 of 3 files added: 6 statements (6 need a summary)\n"
        "2 new participants:\n  ida-orlova: Ida Orlova\n  orlova: Orlova\n"
    )
    records = [path.read_text() for path in sorted(Path("mine/sources").iterdir())]
    people = ["ida-orlova", "orlova", "ida-orlova"]
    for record, ident in zip(records, people, strict=True):
        assert record.count(f"attributed_to: [{ident}]\n") == 2
    # A later run knows her as little as this one did at its start.
    Path("7.txt").write_text(NAMED.format(7, "Orlova", "Orlova"))
    Path("8.txt").write_text(NAMED.format(8, "Ida Orlova", "Orlova"))
    assert run("draft", "7.txt", "8.txt", "--add").out.endswith(
        "1 new participant:\n  orlova-b: Orlova\n"
    )


def test_any_number_of_processes_makes_the_same_archive(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "CHANGE", 8)
    save(home / "saved", 20)
    archives = []
    for jobs in ("1", "3"):
        folder = empty_archive(home / jobs)
        assert run("--archive", folder, "draft", "saved", "--add", "--jobs", jobs).code == 0
        archives.append(files(folder))
    assert archives[0] == archives[1]
    assert len([name for name in archives[0] if name.startswith("texts/")]) == 20


def test_so_many_files_are_one_change_that_can_be_taken_back(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert batch.CHANGE == 100
    monkeypatch.setattr(batch, "CHANGE", 20)
    save(home / "saved", 26)
    before = files(home / "mine")
    assert run("draft", "saved", "--add", "--jobs", "1").code == 0
    with Archive.open(home / "mine") as archive:
        assert [entry.command for entry in changes(archive)] == [
            "draft --add (6 files)",
            "draft --add (20 files)",
        ]
        undo(archive, 2).write()
    assert files(home / "mine") == before


class Killed(Exception):
    pass


def test_an_interrupted_run_is_completed_by_the_next(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(home / "saved", 20)
    # Somebody whom the archive knows at the start, before any draft names them.
    number = next(
        n for n in range(20) if " Orlova agreed" not in article(n) and "Orlova" in article(n)
    )
    full = next(word for word in article(number).split("Minister ") if "Orlova" in word)
    known = f"participants:\n  - {{id: boss, name: {' '.join(full.split()[:2])}, kind: person}}\n"
    monkeypatch.setattr(batch, "CHANGE", 5)
    whole, torn = empty_archive(home / "whole"), empty_archive(home / "torn")
    for folder in (whole, torn):
        (folder / "participants.yaml").write_text(known)
    assert run("--archive", whole, "draft", "saved", "--add", "--jobs", "1").code == 0
    write, written = batch.write_drafts, []

    def until_killed(*arguments: object) -> None:
        if len(written) == 2:
            raise Killed
        write(*arguments)  # type: ignore[arg-type]
        written.append(1)

    with monkeypatch.context() as changed:
        changed.setattr(batch, "write_drafts", until_killed)
        with pytest.raises(Killed):
            run("--archive", torn, "draft", "saved", "--add", "--jobs", "1")
    assert len(list((torn / "sources").glob("corrad-*"))) == 10
    done = run("--archive", torn, "draft", "saved", "--add", "--jobs", "2")
    assert done.out.startswith("10 of 20 files added: ")
    assert files(torn) == files(whole)


def test_a_killed_run_is_completed_by_the_next(run: Run, home: Path) -> None:
    save(home / "saved", 26)
    script = (
        "import sys\n"
        "from alliance_archive.cli import main\n"
        "from alliance_archive.draft import batch\n"
        "batch.CHANGE = 10\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", script, "draft", "saved", "--add", "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    sources = home / "mine" / "sources"
    while process.poll() is None and len(list(sources.glob("*.yaml"))) < 10:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert run("draft", "saved", "--add").code == 0
    whole = empty_archive(home / "whole")
    assert run("--archive", whole, "draft", "saved", "--add", "--jobs", "1").code == 0
    assert files(home / "mine") == files(whole)
    assert not os.path.exists(home / "mine" / batch.STATE)


def test_a_file_that_stops_the_program_is_named_and_the_others_are_added(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(home / "saved", 4)
    read, record = batch.read, batch.record

    def read_until_a_bug(text: str, *arguments: object, **options: object) -> object:
        if "report 1." in text:
            raise IndexError("list index out of range")
        return read(text, *arguments, **options)  # type: ignore[arg-type]

    def record_until_a_bug(document: object, *arguments: object) -> object:
        if "report 2." in document.text:  # type: ignore[attr-defined]
            raise KeyError("x")
        return record(document, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "read", read_until_a_bug)
    monkeypatch.setattr(batch, "record", record_until_a_bug)
    done = run("draft", "saved", "--add", "--jobs", "1")
    assert (done.code, done.out.partition("6 new")[0]) == (
        1,
        "2 of 4 files added: 12 statements (10 need a summary)\n"
        "2 not drafted:\n"
        "  saved/001.txt: a bug (IndexError: list index out of range). To see "
        "where: alliance-archive draft saved/001.txt\n"
        "  saved/002.txt: a bug (KeyError: 'x'). To see where: alliance-archive "
        "draft saved/002.txt\n",
    )


def test_a_draft_that_would_add_an_error_is_named_and_the_others_are_added(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(home / "saved", 5)
    # Neither is the same document as what is not added.
    Path("saved/001b.txt").write_text(Path("saved/001.txt").read_text())
    record, whole = batch.record, empty_archive(home / "whole")

    def record_backwards(document: object, *arguments: object) -> object:
        drafted = record(document, *arguments)  # type: ignore[arg-type]
        if "report 1." not in drafted.text:
            return drafted
        wrong = drafted.statements[0]._replace(anchor=Anchor(7, 3))
        return drafted._replace(statements=(wrong, *drafted.statements[1:]))

    with monkeypatch.context() as changed:
        changed.setattr(batch, "record", record_backwards)
        done = run("draft", "saved", "--add", "--jobs", "1")
    reason = "the draft would add an error: anchor-order: the passage must end after it begins: start is 7, end 3"
    assert (done.code, done.out.partition("12 new")[0]) == (
        1,
        "4 of 6 files added: 24 statements (20 need a summary)\n"
        f"2 not drafted:\n  saved/001.txt: {reason}\n  saved/001b.txt: {reason}\n",
    )
    Path("saved/001.txt").unlink()
    Path("saved/001b.txt").unlink()
    assert run("--archive", whole, "draft", "saved", "--add", "--jobs", "1").code == 0
    assert files(home / "mine") == files(whole)


def test_what_another_run_has_added_meanwhile_is_not_added_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(home / "saved", 3)
    Path("page.txt").write_text(article(2) + "\n\nShare this")
    read_document = batch.read_document

    def meanwhile(done: int, files: int, path: str) -> None:
        if not done:
            with Archive.open(home / "mine") as other:
                assert batch.file_many(other, ["saved/000.txt", "page.txt"]).filed == 2

    def from_a_page(data: bytes, path: str) -> batch.Document:
        document = read_document(data, path)
        return document._replace(extractor="pages 1" if path == "page.txt" else None)

    monkeypatch.setattr(batch, "read_document", from_a_page)
    with Archive.open(home / "mine") as archive:
        texts = [f"saved/{number:03}.txt" for number in range(3)]
        filing = batch.file_many(archive, texts, jobs=1, progress=meanwhile)
    assert (filing.filed, filing.known) == (1, 1)
    assert filing.same == [("saved/002.txt", "corrad-1990-01-03")]
    assert len(list(Path("mine/sources").iterdir())) == 3
