"""`review`: what a person types, what the file then contains, and what the terminal shows."""

from __future__ import annotations

import difflib
import io
import os
import re
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from alliance_archive.edit.missed import missed_statement
from alliance_archive.edit.review import ReviewSession
from alliance_archive.edit.source_file import ChangedUnderneath, SourceFile
from alliance_archive.model.records import Source
from tests.conftest import Done, Run, Write
from tests.corrad import ARCHIVE, ARTICLE

NAME = "corrad-2021-10-04"
DRAFT = """\
source:
  id: corrad-2021-10-04
  publisher: Corrad
  date: 2021-10-04
  kind: article
  dateline: PORT AVEL
  language: en
  text:
    sha256: 2e9188c4588b4ed220e59591ece29d1111a40193f3d3107b5d861be06dd9927e
    length: 595

statements:
  - id: corrad-2021-10-04-01
    form: mixed
    attributed_to: []
    as_given: The defense chiefs of Norway and Poland
    cue: reaffirmed
    summary:  # that their two navies remain "a single watch" over the northern straits
    quotes:
      - {exact: a single watch, start: 124, end: 138}
    anchor: {start: 94, end: 165}
    status: draft

  - id: corrad-2021-10-04-02
    form: direct
    attributed_to: [ida-orlova]
    as_given: Orlova
    cue: told
    quotes:
      - {exact: We have agreed on a common picture of the sea, start: 294, end: 339}
      - {exact: "What one radar sees, the other will know.", start: 366, end: 407}
    anchor: {start: 293, end: 408}
    meeting: norway-poland-2021
    topics: [radar]
    status: draft

  - id: corrad-2021-10-04-03
    form: indirect
    attributed_to: [ida-orlova, jan-wolan]
    as_given: They
    cue: vowed
    summary:  # to hold a joint exercise every spring
    anchor: {start: 421, end: 458}
    meeting: norway-poland-2021
    topics: [drills]
    status: draft

  - id: corrad-2021-10-04-04
    form: indirect
    attributed_to: [ida-orlova, jan-wolan]
    as_given: They
    cue: urged
    summary:  # other coastal states to take part
    anchor: {start: 469, end: 502}
    meeting: norway-poland-2021
    status: draft

  - id: corrad-2021-10-04-05
    form: mixed
    attributed_to: [jan-wolan]
    as_given: Wolan
    document: statement from his ministry
    cue: called
    summary:  # the plan "long overdue," according to a statement from his ministry
    quotes:
      - {exact: long overdue, start: 528, end: 540}
    anchor: {start: 518, end: 585}
    meeting: norway-poland-2021
    status: draft
"""


@pytest.fixture
def path(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft of the article, in the archive; its text is in texts/."""
    write({"a.yaml": ARCHIVE})
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / f"{NAME}.txt").write_text(ARTICLE, encoding="utf-8")
    path = tmp_path / "archive" / "sources" / f"{NAME}.yaml"
    path.parent.mkdir()
    path.write_text(DRAFT, encoding="utf-8")
    return path


Answer = Callable[..., Done]


@pytest.fixture
def answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Review with these lines typed: answer("a", "n", "q")."""

    def call(*lines: str, arguments: tuple[str, ...] = ("--texts", "texts"), **env: str) -> Done:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return run("review", *arguments, **env)

    return call


def diff(old: str, new: str) -> str:
    both = old.splitlines(keepends=True), new.splitlines(keepends=True)
    lines = list(difflib.unified_diff(*both, n=0))[2:]
    return "".join(line for line in lines if not line.startswith("@@"))


def test_the_first_statement(path: Path, answer: Answer) -> None:
    original = path.read_text(encoding="utf-8")
    done = answer("s", "orlova, Jan Wolan", "a", "They hold their navies to be one.",
                  'They hold their navies to be "a single watch".', "q")  # fmt: skip
    assert (
        done.out
        == """\

1 of 5  corrad-2021-10-04-01  partial quote

Attributed to           unattributed
Named in the source as  “The defense chiefs of Norway and Poland”
Verb                    reaffirmed
Summary                 not written yet

PORT AVEL, Oct. 4, 2021 (Corrad) -- [The defense chiefs of Norway and Poland]
⟨reaffirmed⟩ Monday «that their two navies remain "a single watch" over the
northern straits».

[speaker]  ⟨verb⟩  «passage»

a accept  s speaker  o other  v via  g named as  c verb  m meeting  t topics
w summary  e edit  n next  d drop  + add  b back  q quit  ? help
>
Attributed to: nobody. Whose statement is it? (names separated by commas; - for nobody)
names>

1 of 5  corrad-2021-10-04-01  partial quote

Attributed to           Ida Orlova, Jan Wolan
Named in the source as  “The defense chiefs of Norway and Poland”
Verb                    reaffirmed
Summary                 not written yet

PORT AVEL, Oct. 4, 2021 (Corrad) -- [The defense chiefs of Norway and Poland]
⟨reaffirmed⟩ Monday «that their two navies remain "a single watch" over the
northern straits».

[speaker]  ⟨verb⟩  «passage»

a accept  s speaker  o other  v via  g named as  c verb  m meeting  t topics
w summary  e edit  n next  d drop  + add  b back  q quit  ? help
>
Summary in your own words, quoting “a single watch” (an empty line skips):
summary>
keep the quoted words exactly: “a single watch”
summary>

2 of 5  corrad-2021-10-04-02  full quote

Attributed to           Ida Orlova
Named in the source as  “Orlova”
Verb                    told
Meeting                 Talks in Port Avel, 2021-10-04
Topics                  Common picture of the sea

«"We have agreed on a common picture of the sea," [Orlova] ⟨told⟩ reporters.
"What one radar sees, the other will know."»

[speaker]  ⟨verb⟩  «passage»

a accept  s speaker  o other  v via  g named as  c verb  m meeting  t topics
w summary  e edit  n next  d drop  + add  b back  q quit  ? help
>
"""
    )
    assert done.err == (
        f"alliance-archive: archive/sources/{NAME}.yaml: 5 drafts to review\n"
        f"alliance-archive: 4 drafts left in archive/sources/{NAME}.yaml\n"
    )
    assert (
        diff(original, path.read_text(encoding="utf-8"))
        == """\
-    attributed_to: []
+    attributed_to: [ida-orlova, jan-wolan]
-    summary:  # that their two navies remain "a single watch" over the northern straits
+    summary: They hold their navies to be “a single watch”.
-    status: draft
"""
    )


def test_quotation_marks_in_a_summary_are_proven(path: Path, answer: Answer) -> None:
    """Marks around words that are not quoted are refused, whatever they look like."""
    done = answer("n", "n", "a", 'Vowed "war".', "Vowed ‘war’.", "Vowed “war.", "Vowed war.",
                  "n", "a", 'Called it “long overdue” and "mad".', 'Called it "long overdue,".')  # fmt: skip
    told = [line for line in done.out.splitlines() if "statement has no" in line or "keep" in line]
    assert told == [
        'the summary has "war", but the statement has no quotes: delete the marks',
        "the summary has ‘war’, but the statement has no quotes: delete the marks",
        "the summary has a quotation mark, but the statement has no quotes: delete the marks",
        "keep the quoted words exactly: “long overdue”",
    ]
    written = path.read_text(encoding="utf-8")
    assert "summary: Vowed war.\n" in written
    assert "summary: Called it “long overdue”.\n" in written


def test_the_comma_inside_the_marks_is_left_out_on_acceptance(path: Path, answer: Answer) -> None:
    """An older draft has the article's comma, and the reviewer types a period there."""
    old = DRAFT.replace("{exact: long overdue, start: 528, end: 540}",
                        '{exact: "long overdue,", start: 528, end: 541}')  # fmt: skip
    old = old.replace("sea, start: 294, end: 339", 'sea,", start: 294, end: 340')
    old = old.replace("{exact: We have agreed", '{exact: "We have agreed')
    path.write_text(old, encoding="utf-8")
    done = answer("n", "a", "n", "n", "a", 'Called the plan "overdue".',
                  'Called the plan "long overdue."')  # fmt: skip
    assert "Summary in your own words, quoting “long overdue” (an empty line skips):\n" in done.out
    assert "keep the quoted words exactly: “long overdue”\n" in done.out
    assert (
        diff(old, path.read_text(encoding="utf-8"))
        == """\
-      - {exact: "We have agreed on a common picture of the sea,", start: 294, end: 340}
+      - {exact: "We have agreed on a common picture of the sea", start: 294, end: 339}
-    status: draft
-    summary:  # the plan "long overdue," according to a statement from his ministry
+    summary: Called the plan “long overdue”.
-      - {exact: "long overdue,", start: 528, end: 541}
+      - {exact: "long overdue", start: 528, end: 540}
-    status: draft
"""
    )


def test_a_summary_must_not_be_the_words_of_the_source(path: Path, answer: Answer) -> None:
    words = "to hold a joint exercise every spring"
    done = answer("n", "n", "a", words, "Vowed a joint exercise every spring.", "q")
    assert (
        "summary>\n"
        "these are still the source's words: use your own, or clear the line to skip\n"
        "summary>\n"
    ) in done.out
    written = path.read_text(encoding="utf-8")
    assert "    summary: Vowed a joint exercise every spring.\n" in written
    assert f"summary: {words}" not in written


def test_it_resumes_where_it_was_left(path: Path, answer: Answer, run: Run) -> None:
    answer("n", "a", "q")
    done = answer("q", arguments=("corrad",))
    assert "1 of 4  corrad-2021-10-04-01" in done.out
    answer("d", "d", "d", "d")
    assert answer() == (0, "", "alliance-archive: no drafts to review\n")
    assert run("check", "--strict").err == (
        "alliance-archive: archive: no problems; 1 statement, 1 source, 3 topics, 1 meeting, 4 participants\n"
    )


def test_without_the_text_the_record_alone(path: Path, answer: Answer) -> None:
    done = answer("n", "n", "q", arguments=(f"archive/sources/{NAME}.yaml",))
    assert (
        f"passages are not shown: {NAME}: no text found. Save it as archive/texts/{NAME}.txt, "
        "or name its folder with --texts DIR\n"
    ) in done.err
    assert (
        """
3 of 5  corrad-2021-10-04-03  paraphrase

  id: corrad-2021-10-04-03
  form: indirect
  attributed_to: [ida-orlova, jan-wolan]
  as_given: They
  cue: vowed
  summary:  # to hold a joint exercise every spring
  anchor: {start: 421, end: 458}
  meeting: norway-poland-2021
  topics: [drills]
  status: draft
"""
        in done.out
    )


def test_another_text_is_not_shown(path: Path, answer: Answer, tmp_path: Path) -> None:
    for text, why in (
        (b"Another.", "does not match the recorded fingerprint"),
        (b"\xff", "is not valid UTF-8"),
    ):
        (tmp_path / "texts" / f"{NAME}.txt").write_bytes(text)
        done = answer("q")
        assert why in done.err
        assert "  summary:  # that their two" in done.out


def test_dropped_ones_come_back(path: Path, answer: Answer) -> None:
    original = path.read_text(encoding="utf-8")
    done = answer("b", "d", "d", "b", "b", "b", "q")
    assert done.out.count("dropped. To restore it: b, or alliance-archive undo afterward") == 2
    assert done.out.count("this is the first draft") == 2
    assert path.read_text(encoding="utf-8") == original
    answer("n", "d", "d", "n", "b", "b", "q")
    assert f"{NAME}-02" not in path.read_text(encoding="utf-8")
    assert f"{NAME}-03" in path.read_text(encoding="utf-8")


def test_people(path: Path, answer: Answer) -> None:
    done = answer("s", "nobody-at-all", "", "poland, norway", "v", "wol", "v", "", "s", "-", "q")
    assert (
        "no participant called “nobody-at-all” in the archive. To add “nobody-at-all”, say what "
        "it is:\np person  o organization  s state  (Enter: another name)>\nnames>\n"
    ) in done.out
    assert "Attributed to           Republic of Poland, Norway\n" in done.out
    assert "Via                     Jan Wolan\n" in done.out
    text = path.read_text(encoding="utf-8")
    assert "    attributed_to: []\n    voiced_by: [jan-wolan]\n    as_given: The defense" in text
    answer("v", "-", "q")
    assert "voiced_by" not in path.read_text(encoding="utf-8")


def test_a_person_is_added_in_place(path: Path, answer: Answer, run: Run) -> None:
    done = answer(
        *("s", "Orlova, Mette van der Berg", "p", "van der Berg", "Denemark", "Denmark"),
        *("Navy Chief", "Royal Danish Navy", "v", "Navy League", "o", "", "q"),
    )
    assert "no country called “Denemark”: give its English name or ISO code\n" in done.out
    assert "mette-van-der-berg added to archive/participants.yaml\n" in done.out
    assert "Attributed to           Ida Orlova, Mette van der Berg\n" in done.out
    assert "Via                     Navy League\n" in done.out
    assert (
        (path.parent.parent / "participants.yaml").read_text(encoding="utf-8")
        == """\
participants:
  - id: mette-van-der-berg
    name: Mette van der Berg
    kind: person
    family_name: van der Berg
    country: DK
    memberships:
      - {role: Navy Chief, organization: Royal Danish Navy, country: DK}

  - id: navy-league
    name: Navy League
    kind: organization
"""
    )
    assert run("check").err.startswith("alliance-archive: archive: no problems; ")


def test_a_meeting_and_a_topic_are_added_in_place(path: Path, answer: Answer, run: Run) -> None:
    done = answer(
        *("m", "Bergen summit", "May", "2021-10-04", "x", "b", "Port Avel", "Norway"),
        *("t", "drills, Harbor fees", "i", "q"),
    )
    assert "“May” is not a date: write it like 2017, 2017-10, 2017-10-23, Oct 2017," in done.out
    assert "Meeting                 Bergen summit, 2021-10-04, Port Avel\n" in done.out
    assert "bergen-summit added to archive/meetings.yaml\n" in done.out
    assert "harbor-fees added to archive/topics.yaml\n" in done.out
    meetings = (path.parent.parent / "meetings.yaml").read_text(encoding="utf-8")
    assert (
        meetings
        == """\
meetings:
  - id: bergen-summit
    name: Bergen summit
    date: 2021-10-04
    kind: bilateral
    place: {name: Port Avel, country: "NO"}
"""
    )
    assert "    topics: [drills, harbor-fees]\n" in path.read_text(encoding="utf-8")
    assert run("check").err.startswith("alliance-archive: archive: no problems; ")


def test_a_meeting_years_from_the_source_is_asked_about(path: Path, answer: Answer) -> None:
    done = answer("m", "Bergen summit", "2012-10-04", "", "2021-10-03", "b", "", "", "q")
    assert (
        "2012-10-04 is 9 years before the source\n"
        "y keep it (Enter: another date)>\n"
        "date, such as 2021-10-04 (Enter: another name)>\n" in done.out
    )
    assert "    date: 2021-10-03\n" in (path.parent.parent / "meetings.yaml").read_text()


def test_meeting_and_topics(path: Path, answer: Answer) -> None:
    done = answer("m", "nowhere", "", "norway poland", "t", "radar, drills", "q")
    assert (
        "name>\nno meeting called “nowhere” in the archive. To add “nowhere”, say when it was held:\n"
        "date, such as 2021-10-04 (Enter: another name)>\nname>\n"
    ) in done.out
    assert "Meeting: none. At which meeting was it said? (- for none)\n" in done.out
    assert "Topics: none. What is it about? (names separated by commas; - for none)\n" in done.out
    assert (
        diff(DRAFT, path.read_text(encoding="utf-8"))
        == """\
+    meeting: norway-poland-2021
+    topics: [radar, drills]
"""
    )
    answer("n", "m", "-", "t", "-", "q")
    text = path.read_text(encoding="utf-8")
    assert "topics: [radar]\n" not in text
    assert text.count("meeting: norway-poland-2021\n") == DRAFT.count("meeting: norway-poland-2021")


def test_the_other_person_who_may_be_meant(path: Path, answer: Answer) -> None:
    doubtful = DRAFT.replace(
        "    topics: [radar]\n",
        "    topics: [radar]\n    resolution: {by: pronoun, or: [jan-wolan]}\n",
    )
    path.write_text(doubtful, encoding="utf-8")
    done = answer("o", "n", "o", "q")
    assert "the draft names nobody else; s sets the speaker\n" in done.out
    assert "Speaker found           by pronoun; o takes: Jan Wolan\n" in done.out
    assert "Speaker found           by pronoun; o takes: Ida Orlova\n" in done.out
    assert (
        diff(doubtful, path.read_text(encoding="utf-8"))
        == """\
-    attributed_to: [ida-orlova]
+    attributed_to: [jan-wolan]
-    resolution: {by: pronoun, or: [jan-wolan]}
+    resolution: {by: pronoun, or: [ida-orlova]}
"""
    )
    answer("n", "a", "q")
    assert "resolution" not in path.read_text(encoding="utf-8")


def test_a_speaker_who_is_set_settles_it(path: Path, answer: Answer) -> None:
    doubtful = DRAFT.replace("    topics: [radar]\n", "    resolution: {by: title}\n")
    path.write_text(doubtful, encoding="utf-8")
    done = answer("n", "s", "Jan Wolan", "q")
    assert "Speaker found           by title\n" in done.out
    assert (
        diff(doubtful, path.read_text(encoding="utf-8"))
        == """\
-    attributed_to: [ida-orlova]
+    attributed_to: [jan-wolan]
-    resolution: {by: title}
"""
    )


def test_the_summary_alone(path: Path, answer: Answer) -> None:
    answer("w", 'Called their navies "a single watch".', "q")
    assert (
        diff(DRAFT, path.read_text(encoding="utf-8"))
        == """\
-    summary:  # that their two navies remain "a single watch" over the northern straits
+    summary: Called their navies “a single watch”.
"""
    )


def test_an_accepted_statement_is_reviewed_again(path: Path, answer: Answer, run: Run) -> None:
    answer("n", "a", "q")
    accepted = path.read_text(encoding="utf-8")
    ident = f"{NAME}-02"
    done = answer("s", "Jan Wolan", "d", "a", arguments=(ident, "--texts", "texts"))
    assert f"\n1 of 1  {ident}  full quote, reviewed\n" in done.out
    assert (
        f"{ident} is reviewed; only drafts are dropped here. To delete it in its file: "
        f"alliance-archive open {ident}\n"
    ) in done.out
    assert done.err == f"alliance-archive: archive/sources/{NAME}.yaml: done, 4 drafts left\n"
    assert (
        diff(accepted, path.read_text(encoding="utf-8"))
        == """\
-    attributed_to: [ida-orlova]
+    attributed_to: [jan-wolan]
"""
    )


def test_people_of_a_draft_outside_the_archive(
    path: Path, answer: Answer, run: Run, tmp_path: Path
) -> None:
    run("draft", f"texts/{NAME}.txt", "--no-known", "--publisher", "Wire", "-o", "draft.yaml")
    answer("s", "orlova", "q", arguments=("draft.yaml",))
    answer("v", "jan", "q", arguments=("draft.yaml",))
    text = (tmp_path / "draft.yaml").read_text(encoding="utf-8")
    assert "    attributed_to: [ida-orlova]\n    voiced_by: [jan-wolan]\n" in text


EDITOR = """
import pathlib, sys
path = pathlib.Path(sys.argv[-1])
old, new = sys.argv[1:3]
path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
"""


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str, str], str]:
    """An EDITOR that replaces one text by another."""
    script = tmp_path / "editor.py"
    script.write_text(EDITOR)
    return lambda old, new: f"{sys.executable} {script} '{old}' '{new}'"


def test_the_editor(path: Path, answer: Answer, editor: Callable[[str, str], str]) -> None:
    original = path.read_text(encoding="utf-8")
    answer("e", "q", EDITOR=editor("cue: reaffirmed", "cue: hold anew  # odd"))
    assert (
        diff(original, path.read_text(encoding="utf-8"))
        == """\
-    cue: reaffirmed
+    cue: hold anew  # odd
"""
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "form: mixed",
            "form: indirect",
            "line 8: an indirect statement must not have quotes; make it mixed or direct",
        ),
        ("attributed_to: []", "attributed_to: [ida]", "no record has the id “ida”"),
        ("attributed_to: []", "attributed: []", "line 3: unknown field “attributed”"),
        ("id: corrad", "- id: corrad", "line 2: "),
    ],
)
def test_an_edited_statement_is_checked(
    path: Path, answer: Answer, editor: Callable[[str, str], str], old: str, new: str, problem: str
) -> None:
    original = path.read_bytes()
    done = answer("e", "e", "no", "q", EDITOR=editor(old, new))
    assert problem in done.out
    assert done.out.count("e edit again, Enter to discard the changes>") >= 1
    assert path.read_bytes() == original


def test_an_editor_that_fails(path: Path, answer: Answer) -> None:
    assert "cannot edit with no-such-editor" in answer("e", "q", EDITOR="no-such-editor").out
    assert "false exited with code 1: nothing changed" in answer("e", "q", EDITOR="false").out
    assert "nothing changed" in answer("e", "q", EDITOR="true").out


def test_help_and_other_keys(path: Path, answer: Answer) -> None:
    done = answer("?", "x", "a", "", "q")
    assert done.out.count("  d  drop it: not a statement, or not wanted; b restores it\n") == 2
    assert done.out.count(">\nunknown answer “x”; the answers are:\n  a  accept it; ") == 1
    assert "not accepted: still a draft" in done.out


def test_the_end_of_the_input_quits(path: Path, answer: Answer) -> None:
    for lines in ((), ("a",), ("s",)):
        done = answer(*lines)
        assert done.code == 0
        assert done.err.endswith(f"5 drafts left in archive/sources/{NAME}.yaml\n")


def test_to_the_end(path: Path, answer: Answer) -> None:
    done = answer("n", "a", "a", "Will train together.", "n", "n")
    assert done.err.endswith(f"archive/sources/{NAME}.yaml: done, 3 drafts left\n")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no.yaml", "no.yaml does not exist"),
        ("archive/a.yaml", "archive/a.yaml has no source"),
        ("nothing", "no source called “nothing” in the archive"),
        ("latin.yaml", "latin.yaml is not UTF-8"),
        (
            "broken.yaml",
            "broken.yaml:1:9: yaml-syntax: this bracket is never closed: add the missing }",
        ),
    ],
)
def test_files_that_are_not_sources(
    path: Path, answer: Answer, tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"\xff")
    (tmp_path / "broken.yaml").write_text("source: {id: x\n")
    done = answer(arguments=(name,))
    assert (done.code, done.out) == (2, "")
    assert done.err == f"alliance-archive: {message}\n"


def test_a_file_changed_underneath_is_read_again(path: Path) -> None:
    session = ReviewSession(SourceFile(path))
    text = path.read_text(encoding="utf-8")
    theirs = text.replace("cue: reaffirmed", "cue: repeated").replace("cue: told", "cue: assured")
    path.write_text(theirs, encoding="utf-8")
    with pytest.raises(ChangedUnderneath, match="nothing was written, and the file was read again"):
        session.drop()
    assert path.read_text(encoding="utf-8") == theirs
    assert session.current is not None
    assert session.current.cue == "repeated"
    session.correct("attributed_to", ["jan-wolan"])
    assert (
        diff(theirs, path.read_text(encoding="utf-8"))
        == """\
-    attributed_to: []
+    attributed_to: [jan-wolan]
"""
    )
    path.unlink()
    with pytest.raises(Exception, match=r"cannot write .*: No such file"):
        session.drop()


def test_an_edit_is_kept_if_the_file_changed_in_the_meantime(
    path: Path, answer: Answer, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    # While the first edit is open, somebody else changes another statement.
    editor.write_text(
        "#!/bin/sh\n"
        'sed -i "s/^cue: reaffirmed/cue: repeated/" "$1"\n'
        f'sed -i "s/cue: told/cue: assured/" {path}\n'
    )
    editor.chmod(0o755)
    answer("e", "q", EDITOR=str(editor))
    assert (
        diff(DRAFT, path.read_text(encoding="utf-8"))
        == """\
-    cue: reaffirmed
+    cue: repeated
-    cue: told
+    cue: assured
"""
    )


def test_an_edit_is_shown_if_the_statement_itself_has_changed(
    path: Path, answer: Answer, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\n"
        'sed -i "s/^cue: reaffirmed/cue: repeated/" "$1"\n'
        f'sed -i "s/cue: reaffirmed/cue: assured/" {path}\n'
    )
    editor.chmod(0o755)
    done = answer("e", "q", EDITOR=str(editor))
    assert (
        "archive/sources/corrad-2021-10-04.yaml has changed; nothing was written, and the file was "
        "read again. What you wrote:\n\nid: corrad-2021-10-04-01\n"
    ) in done.out
    assert "\ncue: repeated\n" in done.out
    assert (
        diff(DRAFT, path.read_text(encoding="utf-8"))
        == """\
-    cue: reaffirmed
+    cue: assured
"""
    )


def test_two_reviewers_of_one_file_do_not_stop_each_other(path: Path) -> None:
    one, other = ReviewSession(SourceFile(path)), ReviewSession(SourceFile(path))
    other.skip()
    other.accept()
    one.correct("attributed_to", ["jan-wolan"])
    other.drop()
    one.drop()
    assert [(left.id[-2:], left.status) for left in SourceFile(path).statements] == [
        ("02", "reviewed"),
        ("04", "draft"),
        ("05", "draft"),
    ]


def test_statements_deleted_in_the_meantime_are_skipped(path: Path) -> None:
    session = ReviewSession(SourceFile(path))
    text = path.read_text(encoding="utf-8")
    start, end = (
        text.index("  - id: corrad-2021-10-04-01"),
        text.index("  - id: corrad-2021-10-04-03"),
    )
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    session.file.load()
    assert session.current is not None
    assert session.current.id == f"{NAME}-03"
    assert not session.back()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no pseudo-terminals")
def test_in_a_terminal(path: Path, tmp_path: Path) -> None:
    """Tab completes the second of two names; Ctrl-C quits, and the decisions are in the file."""
    import pty

    main, side = pty.openpty()
    program = [sys.executable, "-m", "alliance_archive", "review", "--texts", "texts"]
    with subprocess.Popen(
        program, stdin=side, stdout=side, stderr=side, start_new_session=True,
        env=os.environ | {"COLUMNS": "80", "TERM": "xterm", "INPUTRC": "/dev/null"},
        preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0),
    ) as process:  # fmt: skip
        os.close(side)
        # If the test fails, the program must not wait for keys forever.
        watch = threading.Timer(60, process.kill)
        watch.start()
        screen = b""

        def until(expected: str, again: bytes = b"") -> str:
            nonlocal screen
            while expected.encode() not in screen:
                # readline does not hear a signal that comes before it waits for keys
                if again and not select.select([main], [], [], 2)[0]:
                    os.write(main, again)
                    continue
                screen += os.read(main, 65536)  # fails when the program has ended
            upto, _, screen = screen.partition(expected.encode())
            return upto.decode()

        first_screen = until("? help\r\n> ")
        assert re.search(
            "\x1b\\[[0-9;]*m.?reaffirmed\x1b", first_screen
        )  # marked by color, not by signs
        assert "⟨" not in first_screen
        os.write(main, b"s\n")
        until("names> ")
        os.write(main, b"Ida Orlova, jan\t")
        until("Jan Wolan")
        os.write(main, b"\n")
        until("? help\r\n> ")
        os.write(main, b"a\n")
        # The reported words are there, to be edited.
        until('summary> that their two navies remain "a single watch" over the northern straits')
        os.write(main, b"half a summ\x03")
        until("nothing changed", again=b"\x03")
        until("? help\r\n> ")
        os.write(main, b"\x03")
        until("5 drafts left", again=b"\x03")
        assert process.wait(20) == 0
        watch.cancel()
    os.close(main)
    text = path.read_text(encoding="utf-8")
    assert "    attributed_to: [ida-orlova, jan-wolan]\n    as_given: The defense" in text
    assert "half" not in text


def test_a_kill_between_decisions_loses_nothing(path: Path) -> None:
    program = [sys.executable, "-m", "alliance_archive", "review"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"n\na\n")
        process.stdin.flush()
        for line in process.stdout:
            if b"3 of 5" in line:
                break
        process.send_signal(signal.SIGKILL)
    assert path.read_text(encoding="utf-8").count("status: draft") == 4


@pytest.mark.parametrize(
    ("encoding", "answer", "speaker"),
    [
        ("utf-8", "what you typed is not utf-8: nothing changed\n", "[]"),
        ("ascii", "what you typed is not ascii: nothing changed\n", "[]"),
        ("latin-1", "Named in the source as  \\u201cThe defense chiefs", "[jan-wolan]"),
    ],
)
def test_names_are_read_in_the_encoding_of_the_terminal(
    path: Path, encoding: str, answer: str, speaker: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "alliance_archive", "review", "--texts", "texts"],
        input=b"s\nJ\xe1n\nq\n",
        env=os.environ | {"PYTHONIOENCODING": encoding, "COLUMNS": "80"},
        capture_output=True,
        timeout=60,
    )
    shown = done.stdout.decode(encoding)
    assert done.returncode == 0
    assert answer in shown.partition("names>")[2]
    assert f"attributed_to: {speaker}" in path.read_text(encoding="utf-8")


PROPOSED = """\
GRAZ, June 3, 2031 (Alpwire) -- Austrian Chancellor Ruth Keller met Portuguese Foreign Minister Ana Prado in Graz on Monday.

"The dam holds," Keller said.

"It leaks," Prado said.
"""


@pytest.fixture
def proposed(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """An archive with a draft of an article that reports a meeting, and the meeting itself."""
    root = write({"archive.yaml": "archive: {title: Dams}\n"})
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    (root / "texts").mkdir()
    (root / "texts" / "graz.txt").write_text(PROPOSED, encoding="utf-8")
    assert run("draft", "archive/texts/graz.txt", "--add").code == 0
    return root / "meetings.yaml"


MEETING = """\
  - id: austria-portugal-2031-06-02
    name: Austria–Portugal talks
    date: 2031-06-02
    kind: bilateral
    place: {name: Graz}
    participants: [ruth-keller, ana-prado]
    note: Drafted from alpwire-2031-06-03.
"""


def test_the_meeting_that_a_draft_proposes(proposed: Path, answer: Answer) -> None:
    assert proposed.read_text(encoding="utf-8").endswith(MEETING)
    done = answer("q", arguments=())
    assert (
        "Meeting                 Austria–Portugal talks, 2031-06-02, Graz, proposed for\n"
        "                        Ruth Keller, Ana Prado\n"
    ) in done.out


def test_it_goes_with_the_last_draft_that_names_it(
    proposed: Path, answer: Answer, run: Run
) -> None:
    deleted = (
        "austria-portugal-2031-06-02 deleted: the draft proposed it, and no statement names it now"
    )
    before = proposed.read_text(encoding="utf-8")
    done = answer("d", "q", arguments=())
    assert (
        "alpwire-2031-06-03-01 dropped. To restore it: b, or alliance-archive undo afterward\n"
        in done.out
    )
    assert deleted not in done.out
    assert proposed.read_text(encoding="utf-8") == before
    done = answer("d", arguments=())
    assert deleted in done.out
    assert proposed.read_text(encoding="utf-8") == before.replace(MEETING, "")
    assert run("check", "--strict").code == 0


def test_b_brings_it_back(proposed: Path, answer: Answer) -> None:
    before = proposed.read_text(encoding="utf-8")
    done = answer("n", "m", "-", "b", "d", "b", "q", arguments=())
    assert "austria-portugal-2031-06-02 deleted: " in done.out
    assert "Austria–Portugal talks, 2031-06-02, Graz" in done.out.partition(" deleted: ")[2]
    assert proposed.read_text(encoding="utf-8") == before


def test_it_goes_when_the_reviewer_says_that_there_was_none(
    proposed: Path, answer: Answer, run: Run
) -> None:
    done = answer("m", "-", "a", "m", "-", "a", arguments=())
    assert done.out.count("austria-portugal-2031-06-02 deleted: ") == 1
    assert MEETING not in proposed.read_text(encoding="utf-8")
    assert run("check", "--strict").code == 0


def test_an_accepted_statement_keeps_it(proposed: Path, answer: Answer) -> None:
    answer("a", "d", arguments=())
    assert proposed.read_text(encoding="utf-8").endswith(MEETING)


def test_a_meeting_of_the_archive_stays(proposed: Path, answer: Answer) -> None:
    """Whoever has looked at it has written another note, or none."""
    own = proposed.read_text(encoding="utf-8").replace("note: Drafted from", "note: From")
    proposed.write_text(own, encoding="utf-8")
    answer("d", "d", arguments=())
    assert proposed.read_text(encoding="utf-8") == own


def test_a_statement_that_the_draft_missed(path: Path, answer: Answer) -> None:
    without = "\n\n".join(
        block for block in DRAFT.split("\n\n") if "id: corrad-2021-10-04-05" not in block
    )
    path.write_text(f"{without}\n", encoding="utf-8")
    done = answer(
        "n", "n", "+", "the plan “long overdue,”", "s", "Jan Wolan", "a",
        'Called the plan "long overdue".', "+", "radar radar", "+", "the", "+", "", "q",
    )  # fmt: skip
    assert (
        "corrad-2021-10-04-05 added; s sets who said it, g how the source names them, c the verb\n"
        in done.out
    )
    assert "\n3 of 5  corrad-2021-10-04-05  partial quote\n" in done.out
    assert (
        "the text does not have “radar radar”: paste the words as they are there\n"
        "a accept  s speaker" in done.out
    )
    assert "the text has “the” 5 times: paste more of the passage\n" in done.out
    assert (
        diff(f"{without}\n", path.read_text(encoding="utf-8"))
        == """\
+
+  - id: corrad-2021-10-04-05
+    form: mixed
+    attributed_to: [jan-wolan]
+    summary: Called the plan “long overdue”.
+    quotes:
+      - {exact: long overdue, start: 528, end: 540}
+    anchor: {start: 518, end: 542}
"""
    )


def test_a_source_without_drafts_offers_to_add_a_statement(path: Path, answer: Answer) -> None:
    answer("d", "d", "d", "d", "n")
    path.write_text(path.read_text("utf-8").replace("    status: draft\n", ""), encoding="utf-8")
    corrad = ("corrad", "--texts", "texts")
    done = answer("y", "+", "radar radar", "+", "urged other coastal states to take part", "n",
                  "q", arguments=corrad)  # fmt: skip
    assert done.out.startswith(
        """\
+ add a statement that the draft missed  q quit
>
unknown answer “y”; the answers are:
  +  add a statement that the draft missed: paste its words from the text
  q  quit
+ add a statement that the draft missed  q quit
>
The statement's words, as they are in the text (an empty line cancels):
words>
the text does not have “radar radar”: paste the words as they are there
+ add a statement that the draft missed  q quit
>
The statement's words, as they are in the text (an empty line cancels):
words>
corrad-2021-10-04-06 added; s sets who said it, g how the source names them, c the verb

1 of 1  corrad-2021-10-04-06  paraphrase
"""
    )
    shown = f"archive/sources/{NAME}.yaml"
    assert done.err == (
        f"alliance-archive: {shown}: no drafts to review\n"
        f"alliance-archive: {shown}: done, 1 draft left\n"
    )


@pytest.mark.parametrize("section", ["\nstatements: []\n", "\nstatements:\n", ""])
def test_a_statement_is_added_to_a_source_that_has_none(
    path: Path, answer: Answer, section: str
) -> None:
    head = DRAFT.partition("\nstatements:")[0]
    path.write_text(head + section, encoding="utf-8")
    done = answer("+", "a single watch", "q", arguments=("corrad", "--texts", "texts"))
    assert "\n1 of 1  corrad-2021-10-04-01  full quote\n" in done.out
    assert (
        path.read_text(encoding="utf-8")
        == f"""\
{head}
statements:
  - id: corrad-2021-10-04-01
    form: direct
    attributed_to: []
    quotes:
      - {{exact: a single watch, start: 124, end: 138}}
    anchor: {{start: 124, end: 138}}
    status: draft
"""
    )


def test_a_source_without_drafts_and_text_offers_nothing(path: Path, answer: Answer) -> None:
    path.write_text(DRAFT.replace("    status: draft\n", ""), encoding="utf-8")
    done = answer(arguments=("corrad",))
    assert done.out == ""
    assert done.err == (
        f"alliance-archive: archive/sources/{NAME}.yaml: no drafts to review\n"
        f"alliance-archive: passages are not shown: {NAME}: no text found. Save it as "
        f"archive/texts/{NAME}.txt, or name its folder with --texts DIR\n"
    )
    done = answer("q", arguments=("corrad", "--texts", "texts"))
    assert done.out == "+ add a statement that the draft missed  q quit\n>\n"
    assert done.err == (
        f"alliance-archive: archive/sources/{NAME}.yaml: no drafts to review\n"
        f"alliance-archive: no drafts left in archive/sources/{NAME}.yaml\n"
    )


@pytest.mark.parametrize(
    ("words", "form", "exacts"),
    [
        ("long overdue", "direct", ["long overdue"]),
        ('"long overdue,"', "direct", ["long overdue"]),
        ("We have agreed on a common picture", "direct", ["We have agreed on a common picture"]),
        ("urged other coastal states to take part", "indirect", []),
        ("navies remain “a single watch” over the northern straits", "mixed", ["a single watch"]),
    ],
)
def test_the_form_of_a_missed_statement(words: str, form: str, exacts: list[str]) -> None:
    source = Source("corrad-2021-10-04", "Corrad", "2021-10-04", kind="article", language="en")
    statement = missed_statement(words, ARTICLE, source, None, "corrad-2021-10-04-06")
    assert (statement.form, [quote.exact for quote in statement.quotes]) == (form, exacts)
    assert all(ARTICLE[quote.start : quote.end] == quote.exact for quote in statement.quotes)


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
@pytest.mark.parametrize("gap", ["\n\n", "\n", " \n\n\n"])
@pytest.mark.parametrize(
    ("first", "last", "form", "exacts"),
    [
        ("We", "wait", "direct", ["We will act.", "We will not wait"]),
        ("act.", "We will not", "direct", ["act.", "We will not"]),
        ("We will", "act.", "direct", ["We will act."]),
        ("Poland said", "wait,", "mixed", ["never", "We will act.", "We will not wait,"]),
        ("We", "Wolan", "mixed", ["We will act.", "We will not wait,"]),
    ],
)
def test_a_missed_quotation_of_two_paragraphs(
    marks: str, gap: str, first: str, last: str, form: str, exacts: list[str]
) -> None:
    opening, closing = marks
    text = (
        f"Poland said {opening}never{closing}. {opening}We will act.{gap}"
        f"{opening}We will not wait,{closing} said Wolan."
    )
    words = text[text.index(first) : text.index(last) + len(last)]
    source = Source("corrad-2021-10-04", "Corrad", "2021-10-04", kind="article", language="fr")
    statement = missed_statement(words, text, source, None, "corrad-2021-10-04-06")
    assert (statement.form, [quote.exact for quote in statement.quotes]) == (form, exacts)
    assert all(text[quote.start : quote.end] == quote.exact for quote in statement.quotes)


@pytest.mark.parametrize("start", ['A boat 30" wide came. ', 'He said "we\nagree" so. '])
def test_a_mark_that_closes_leaves_no_quotation_open(start: str) -> None:
    text = f'{start}They left.\n"We will not wait," said Wolan.'
    source = Source("corrad-2021-10-04", "Corrad", "2021-10-04", kind="article", language="en")
    statement = missed_statement("They left.", text, source, None, "corrad-2021-10-04-06")
    assert (statement.form, statement.quotes) == ("indirect", ())


def test_words_that_a_statement_has_are_not_added_again(path: Path, answer: Answer) -> None:
    done = answer("+", "a single watch", "q")
    assert "corrad-2021-10-04-01 has these words already: review corrad-2021-10-04-01\n" in done.out
    assert path.read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("a single watch", f"{NAME}-01 has these words already: review {NAME}-01"),
        ('agreed on a common picture of the sea," Orlova told', "the words begin or end inside a "
         "quotation: paste all of it, or only words inside it"),
        (".", "the text does not have “.”: paste the words as they are there"),
        ("Orlova told reporters", f"{NAME}-06 added; s sets who said it, g how the source names them, c the verb"),
    ],
)  # fmt: skip
def test_words_that_can_be_added(path: Path, answer: Answer, words: str, message: str) -> None:
    assert f"{message}\n" in answer("+", words, "q").out


def test_a_statement_is_added_only_with_the_text(path: Path, answer: Answer) -> None:
    (path.parent.parent.parent / "texts" / f"{NAME}.txt").unlink()
    done = answer("+", "q")
    assert (
        "to add a statement, review needs the source's text: alliance-archive review --texts DIR\n"
        in done.out
    )


def test_a_pronoun_is_shown_with_the_paragraph_before(path: Path, answer: Answer) -> None:
    doubtful = DRAFT.replace(
        "    topics: [drills]\n", "    topics: [drills]\n    resolution: {by: pronoun}\n"
    )
    path.write_text(doubtful, encoding="utf-8")
    done = answer("n", "n", "q")
    assert (
        """\
"We have agreed on a common picture of the sea," Orlova told reporters. "What
one radar sees, the other will know."

[They] ⟨vowed⟩ «to hold a joint exercise every spring» and urged other coastal
states to take part.
"""
        in done.out
    )


def test_an_answer_is_shown_with_its_question(path: Path, answer: Answer) -> None:
    asked = DRAFT.replace(
        "    topics: [radar]\n", "    topics: [radar]\n    turn: question\n"
    ).replace(
        "    cue: vowed\n", "    cue: vowed\n    turn: answer\n    in_reply_to: " + NAME + "-02\n"
    )
    path.write_text(asked, encoding="utf-8")
    done = answer("n", "n", "q")
    assert (
        "In reply to             “We have agreed on a common picture of the sea … What\n"
        "                        one radar sees, the other will know.”\n" in done.out
    )


def test_the_list_of_drafts_shows_the_passages_without_a_summary(path: Path, run: Run) -> None:
    listing = ("statements", "--status", "draft", "--limit", "3")
    assert (
        run(*listing, COLUMNS="80").out
        == """\
Who                           Words                         ID, form, date
────────────────────────────────────────────────────────────────────────────────
unattributed (“The defense    “a single watch”              corrad-2021-10-04-01
chiefs of Norway and          [summary not written yet]     partial quote
Poland”)                                                    2021-10-04 (article)

Ida Orlova                    “We have agreed on a common   corrad-2021-10-04-02
                              picture of the sea” … “What   full quote
                              one radar sees, the other     2021-10-04
                              will know.”

Ida Orlova                    [summary not written yet]     corrad-2021-10-04-03
Jan Wolan                                                   paraphrase
                                                            2021-10-04
"""
    )
    assert (
        run(*listing, COLUMNS="80", ALLIANCE_ARCHIVE_TEXTS="texts").out
        == """\
Who                           Words                         ID, form, date
────────────────────────────────────────────────────────────────────────────────
unattributed (“The defense    “a single watch”              corrad-2021-10-04-01
chiefs of Norway and          [summary not written yet:     partial quote
Poland”)                      that their two navies remain  2021-10-04 (article)
                              "a single watch" over the
                              northern straits]

Ida Orlova                    “We have agreed on a common   corrad-2021-10-04-02
                              picture of the sea” … “What   full quote
                              one radar sees, the other     2021-10-04
                              will know.”

Ida Orlova                    [summary not written yet: to  corrad-2021-10-04-03
Jan Wolan                     hold a joint exercise every   paraphrase
                              spring]                       2021-10-04
"""
    )
    assert run(*listing, "--fields", "id,words", "--format", "csv").out.count("not written") == 0


def test_a_corrected_speaker_may_be_named_differently_in_the_source(
    answer: Answer, path: Path
) -> None:
    done = answer("n", "s", "wolan", "g", "Wolan", "c", "-", "q")
    assert "names>\nstill named in the source as “Orlova”; g changes that\n" in done.out
    assert (
        "Named in the source as: “Orlova”. How does the source name them? (- for none)\nnamed as>\n"
        in done.out
    )
    assert "Verb: “told”. Which verb reports it? (- for none)\nverb>\n" in done.out
    text = path.read_text(encoding="utf-8")
    assert "    attributed_to: [jan-wolan]\n    as_given: Wolan\n    quotes:\n" in text


def test_a_new_persons_rank_is_left_out_and_a_date_may_be_in_words(
    answer: Answer, path: Path
) -> None:
    person = ("s", "Lt. Gen. Aksel von Brandt", "p", "von Brandt", "", "")
    meeting = ("m", "Bergen summit", "Oct 3, 2021", "b", "", "")
    done = answer(*person, *meeting, "q")
    assert "aksel-von-brandt added to " in done.out
    assert "bergen-summit added to " in done.out
    archive = path.parents[1]
    texts = "".join(file.read_text(encoding="utf-8") for file in archive.rglob("*.yaml"))
    assert "name: Aksel von Brandt\n" in texts
    assert "date: 2021-10-03\n" in texts


def test_keys_that_do_nothing_say_why(answer: Answer, path: Path) -> None:
    done = answer("", "b", "q")
    assert done.out.count("1 of 5") == 1
    end = done.out[done.out.index("? help\n>\n") :]
    keys = end[len("? help\n>\n") :]
    assert keys.startswith("type one of these letters; ? explains them\n")
    assert "this is the first draft\n" in keys


def test_going_back_shows_the_paragraph_before_again(answer: Answer, path: Path) -> None:
    pronoun = "    as_given: Orlova\n    cue: told\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(pronoun, pronoun + "    resolution: {by: pronoun}\n"), encoding="utf-8"
    )
    done = answer("n", "a", "b", "q")
    first, again = done.out.split("2 of 5")[1:]
    before = "met with her Polish counterpart"
    assert before in first.partition("3 of 5")[0]
    assert before in again


def test_undo_lists_what_each_decision_was(answer: Answer, run: Run, path: Path) -> None:
    answer("s", "wolan", "n", "a", "d", "q")
    lines = run("undo", "--list").out.splitlines()[::2]
    assert [line[:5] + line[23:] for line in lines] == [
        "  1  review corrad-2021-10-04-03: dropped",
        "  2  review corrad-2021-10-04-02: accepted",
        "  3  review corrad-2021-10-04-01: speaker",
    ]


def test_an_editor_that_nobody_has_chosen_is_named_before_it_opens(
    answer: Answer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alliance_archive.cli.commands.open.shutil.which", lambda program: program)
    monkeypatch.setattr("alliance_archive.cli.commands.open._DEFAULTS", ("vi",))
    done = answer("e", "n", "q")
    assert (
        "Enter opens vi, n does not; to choose another editor: set EDITOR>\nnothing changed\n"
        in done.out
    )
