"""`sql --schema`: the views as a person reads them."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Run

SCHEMA = """\
statements: Who said what, statement by statement.
  id             The statement's id, unique in the archive. (key)
  source         The source that reports it. → sources.id
  form           Full quote (direct), partial quote (mixed) or paraphrase
                 (indirect). One of direct, mixed, indirect.
  words          The statement as it is shown; quoted words are verbatim.
  summary        The statement in the archive's own words, with its quotations.
  attributed_to  Whose statement or act it is; empty if the source leaves that
                 open. Ids joined by '; '.
  voiced_by      Who said it on their behalf, such as a spokesperson. Ids joined
                 by '; '.
  as_given       How the source names the speakers, such as “They”.
  document       The document in which it was made, such as a joint statement.
  cue            The source's verb of saying, such as “reaffirmed”.
  meeting        The meeting at which it was made. → meetings.id
  date           When it was made: a day, month or year, or an interval with a
                 slash.
  date_from      What that date is taken from. One of statement, meeting,
                 source.
  first_day      The first day that it may be.
  last_day       The last day that it may be.
  topics         What it is about. Ids joined by '; '.
  anchor_start   Where the passage begins in the source's text, in Unicode code
                 points. (integer)
  anchor_end     Where it ends, exclusive. (integer)
  status         Whether it has been reviewed or is a draft. One of reviewed,
                 draft.
  about          The meetings that it speaks of. Ids joined by '; '.
  act            The act that it reports; all statements with this id report one
                 act.
  not_act        Statements that report other acts, although they look alike.
                 Ids joined by '; '.
  turn           What it is in a conversation. One of question, answer, remarks.
  in_reply_to    The question that it answers. → statements.id
  translated_by  Who interpreted, such as interpreter.
  former_ids     Its ids before it was renamed; it is still found by them. Ids
                 joined by '; '.
  folded         The words as searches compare them: without case, accents and
                 marks.
  note           A note by the editors of the archive.

attributions: Who made a statement, and in which capacity.
  statement    The statement. (key) → statements.id
  participant  The participant. (key) → participants.id
  capacity     Attributed to them, or said by them on behalf of others. One of
               attributed, voiced. (key)
  position     Their position among those of that capacity, from 1. (integer)
  role         The office they held on that day.

quotes: The quoted words, verbatim.
  statement     The statement. (key) → statements.id
  position      Its position in the list, from 1. (key, integer)
  exact         The words, without quotation marks.
  start_offset  Where the words begin in the source's text, in Unicode code
                points. (integer)
  end_offset    Where the words end, exclusive. (integer)

statement_topics: What a statement is about.
  statement  The statement. (key) → statements.id
  topic      The topic. (key) → topics.id
  position   Its position in the list, from 1. (integer)

statement_about: The meetings that a statement speaks of.
  statement  The statement. (key) → statements.id
  meeting    The meeting. (key) → meetings.id
  position   Its position in the list, from 1. (integer)

participants: People, organizations and states to whom statements are
  attributed.
  id           The participant's id, unique in the archive. (key)
  name         The usual name.
  kind         The kind of participant. One of person, organization, state.
  family_name  A person's family name.
  country      The country, as an ISO 3166-1 alpha-2 code.
  note         A note by the editors of the archive.

participant_names: Other names of the participant, in any spelling and script;
  never a title alone.
  participant  The participant. (key) → participants.id
  position     Its position in the list, from 1. (key, integer)
  name         Another name.

memberships: The offices that the participant has held.
  participant   The participant. (key) → participants.id
  position      Its position in the list, from 1. (key, integer)
  role          The office.
  organization  The organization in which it is held.
  country       The country, as an ISO 3166-1 alpha-2 code.
  since         The first day, month or year in office.
  until         The last day, month or year in office.

participant_identifiers: Identifiers of the participant in other databases.
  participant  The participant. (key) → participants.id
  scheme       The database, such as wikidata. (key)
  value        The identifier.

participant_former_ids: Its ids before it was renamed; it is still found by
  them.
  participant  The participant. (key) → participants.id
  position     Its position in the list, from 1. (key, integer)
  name         An id.

meetings: Meetings, held and planned.
  id         The meeting's id, unique in the archive. (key)
  name       The name of the meeting.
  kind       The kind of meeting. One of bilateral, trilateral, multilateral,
             conference.
  status     Whether it has been held or is planned. One of held, planned.
  date       The day, month or year in which it begins.
  end_date   The day, month or year in which it ends.
  first_day  The first day that it may fall on.
  last_day   The last day that it may fall on.
  place      The city or building.
  country    The country, as an ISO 3166-1 alpha-2 code.
  part_of    The meeting on whose sidelines it is held. → meetings.id
  note       A note by the editors of the archive.

meeting_names: Other names of the meeting, such as acronyms.
  meeting   The meeting. (key) → meetings.id
  position  Its position in the list, from 1. (key, integer)
  name      Another name.

meeting_participants: Who takes part in the meeting.
  meeting      The meeting. (key) → meetings.id
  position     Its position in the list, from 1. (key, integer)
  participant  A participant. → participants.id

meeting_former_ids: Its ids before it was renamed; it is still found by them.
  meeting   The meeting. (key) → meetings.id
  position  Its position in the list, from 1. (key, integer)
  name      An id.

topics: Subjects and alliances.
  id       The topic's id, unique in the archive. (key)
  name     The name of the topic.
  kind     The kind of topic. One of alliance, issue, cooperation.
  broader  The broader topic that it belongs to. → topics.id
  note     A note by the editors of the archive.

topic_names: Other names and keywords, such as CVID.
  topic     The topic. (key) → topics.id
  position  Its position in the list, from 1. (key, integer)
  name      Another name.

topic_members: The member countries of an alliance.
  topic     The alliance. (key) → topics.id
  position  Its position in the list, from 1. (key, integer)
  country   The country, as an ISO 3166-1 alpha-2 code.

topic_former_ids: Its ids before it was renamed; it is still found by them.
  topic     The topic. (key) → topics.id
  position  Its position in the list, from 1. (key, integer)
  name      An id.

sources: The documents in which statements were published.
  id          The source's id, unique in the archive. (key)
  publisher   Who published it.
  date        When it was published.
  first_day   The first day of that date.
  last_day    The last day of that date.
  date_basis  Whether the date is printed in the document or has been inferred.
              One of printed, inferred.
  kind        The kind of document. One of article, press-release, readout,
              joint-statement, transcript.
  title       Its title.
  author      Its author, as the document names them.
  url         Its web address.
  dateline    The place named in its dateline.
  language    The language, as a BCP 47 tag.
  via         The agency whose text it carries.
  replaces    The earlier edition that it corrects. → sources.id
  sha256      SHA-256 of the normalized text in UTF-8, in hexadecimal.
  length      The length of that text in Unicode code points. (integer)
  extractor   What took the text out of a page, PDF or DOCX, with its version.
  note        A note by the editors of the archive.

source_issued_by: The ministries or offices that issued the source.
  source       The source. (key) → sources.id
  position     Its position in the list, from 1. (key, integer)
  participant  An issuer. → participants.id

source_parties: Whose joint statement it is.
  source       The source. (key) → sources.id
  position     Its position in the list, from 1. (key, integer)
  participant  A party. → participants.id

source_former_ids: Its ids before it was renamed; it is still found by them.
  source    The source. (key) → sources.id
  position  Its position in the list, from 1. (key, integer)
  name      An id.
"""


def test_every_view_with_its_columns_and_no_name_broken(run: Run) -> None:
    assert run("sql", "--schema", COLUMNS="80") == (0, SCHEMA, "")


def test_without_a_terminal_each_column_takes_one_line(run: Run, tmp_path: Path) -> None:
    piped = run("sql", "--schema").out
    assert piped.split() == SCHEMA.split()
    assert (
        "  form           Full quote (direct), partial quote (mixed) or paraphrase (indirect). "
        "One of direct, mixed, indirect.\n" in piped
    )
    run("sql", "--schema", "-o", tmp_path / "schema.txt")
    assert (tmp_path / "schema.txt").read_text(encoding="utf-8") == piped
