"""`sql --schema`: the views as a person reads them."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Run

SCHEMA = """\
statements: Who said what: one row a statement.
  id             The statement's id. (key)
  source         Where it was published. → sources.id
  form           Verbatim, partly so, or paraphrased. One of direct, mixed,
                 indirect.
  words          As it is read; what stands in “ ” is verbatim.
  summary        The archive's own wording.
  attributed_to  Whose it is: ids joined by '; '.
  voiced_by      Who uttered it for them: ids joined by '; '.
  as_given       How the source words the attribution.
  document       The vehicle: a joint statement, for example.
  cue            The source's verb of saying.
  meeting        Where it was made. → meetings.id
  date           When: a day, month or year, or an interval with a slash.
  date_from      Whose date that is. One of statement, meeting, source.
  first_day      The first day of that date.
  last_day       The last day of that date.
  topics         What it is about: ids joined by '; '.
  anchor_start   Where the passage begins in the source's text, in Unicode code
                 points. (integer)
  anchor_end     Where it ends, exclusive. (integer)
  status         Reviewed or draft. One of reviewed, draft.
  in_reply_to    The question that it answers. → statements.id
  note           A remark of the archive's.

attributions: Who stands behind a statement, in which capacity.
  statement    The statement. (key) → statements.id
  participant  Who. (key) → participants.id
  capacity     Attributed to them, or voiced by them for others. One of
               attributed, voiced. (key)
  position     Their place among those named, from 1. (integer)
  role         The office they held on that day.

quotes: The words verbatim.
  statement     The statement. (key) → statements.id
  position      Its place in the record's list, from 1. (key, integer)
  exact         The words.
  start_offset  Where they begin in the source's text, in Unicode code points.
                (integer)
  end_offset    Where they end, exclusive. (integer)

statement_topics: What a statement is about.
  statement  The statement. (key) → statements.id
  topic      The topic. (key) → topics.id
  position   Its place in the list, from 1. (integer)

participants: People, organizations and states that can say something.
  id           The participant's id. (key)
  name         The name they go by.
  kind         What they are. One of person, organization, state.
  family_name  A person's family name.
  country      ISO 3166-1 alpha-2 code.
  note         A remark of the archive's.

participant_names: Their other names: spellings, scripts, titles.
  participant  The participant. (key) → participants.id
  position     Its place in the record's list, from 1. (key, integer)
  name         Another name.

memberships: The offices they held.
  participant   The participant. (key) → participants.id
  position      Its place in the record's list, from 1. (key, integer)
  role          The office.
  organization  Where it is held.
  country       ISO 3166-1 alpha-2 code.
  since         The first day, month or year of it.
  until         The last day, month or year of it.

participant_identifiers: Their identifiers elsewhere.
  participant  The participant. (key) → participants.id
  scheme       Whose identifier it is. (key)
  value        The identifier.

meetings: Meetings, held and planned.
  id         The meeting's id. (key)
  name       What it is called.
  kind       Who meets. One of bilateral, trilateral, multilateral, conference.
  status     Held or planned. One of held, planned.
  date       The day, month or year it begins.
  end_date   The day, month or year it ends.
  first_day  The first day it can be on.
  last_day   The last day it can be on.
  place      Where it is held.
  country    In which country: ISO 3166-1 alpha-2 code.
  part_of    The meeting beside which it is held. → meetings.id
  note       A remark of the archive's.

meeting_participants: Who takes part in which meeting.
  meeting      The meeting. (key) → meetings.id
  position     Its place in the record's list, from 1. (key, integer)
  participant  Who takes part. → participants.id

topics: Subjects and alliances.
  id       The topic's id. (key)
  name     What it is called.
  kind     What sort of subject it is. One of alliance, issue, cooperation.
  broader  The topic it belongs to. → topics.id
  note     A remark of the archive's.

topic_members: The countries of an alliance.
  topic     The alliance. (key) → topics.id
  position  Its place in the record's list, from 1. (key, integer)
  country   ISO 3166-1 alpha-2 code.

sources: Where statements were published.
  id         The source's id. (key)
  publisher  Who published it.
  date       When it was published.
  first_day  The first day of that date.
  last_day   The last day of that date.
  kind       What sort of text it is. One of article, press-release,
             joint-statement, transcript.
  title      Its title.
  author     Its author, as named there.
  url        Its address.
  dateline   The place it is written from.
  language   BCP 47 tag.
  replaces   The earlier edition that it corrects. → sources.id
  sha256     SHA-256 of its normalised text in UTF-8, in hexadecimal.
  length     The length of that text in Unicode code points. (integer)
  note       A remark of the archive's.

source_issued_by: Whose text it is: the ministries or offices that issued it.
  source       The source. (key) → sources.id
  position     Its place in the record's list, from 1. (key, integer)
  participant  Who issued it. → participants.id
"""


def test_every_view_with_its_columns_and_no_name_broken(run: Run) -> None:
    assert run("sql", "--schema", COLUMNS="80") == (0, SCHEMA, "")


def test_without_a_terminal_each_column_takes_one_line(run: Run, tmp_path: Path) -> None:
    piped = run("sql", "--schema").out
    assert piped.split() == SCHEMA.split()
    assert (
        "  form           Verbatim, partly so, or paraphrased. One of direct, mixed, indirect.\n"
        in piped
    )
    run("sql", "--schema", "-o", tmp_path / "schema.txt")
    assert (tmp_path / "schema.txt").read_text(encoding="utf-8") == piped
