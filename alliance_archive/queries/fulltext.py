"""Searches as SQL: where a statement must contain the words that are searched for."""

import sqlite3
from collections.abc import Iterable

from .filter import Condition
from .search import Term, expressions, terms

SCOPES = ("words", "all")
"""What a user can choose to search: summaries and quotations, or also what is known of them."""
_COLUMNS = {"words": "text", "own": "text cue", "all": "text cue named"}
_MATCHING = "SELECT rowid FROM words WHERE words MATCH ?"
# A whole statement is quoted, or its summary is not written yet: then its text is the quotation.
_QUOTED_WHOLE = "(s.form = 'direct' OR s.summary IS NULL) AND s.quotes <> ''"
_SUBJECTS = """(s.pk IN (SELECT rowid FROM words WHERE words MATCH ?1)
    OR s.pk IN (SELECT statement FROM statement_topic WHERE topic IN (
        SELECT id FROM topic WHERE sound AND pk IN (
            SELECT rowid FROM topic_words WHERE topic_words MATCH ?1)))
    OR s.meeting IN ({meetings})
    OR s.pk IN (SELECT statement FROM mention WHERE meeting IN ({meetings})))"""
_MEETINGS = """SELECT id FROM meeting WHERE sound AND pk IN (
    SELECT rowid FROM meeting_words WHERE meeting_words MATCH ?1)"""
# SQLite limits the depth of an expression. Searches beyond are passed as one value, in JSON.
_MOST_CONDITIONS = 100


def search_condition(text: str, scope: str, quoted: bool = False) -> Condition:
    """Return the condition that a statement contains all terms of a search.

    `scope` is "words" (summary and quotations), "own" (these and the verb) or "all" (also what the
    source names, topics and meetings). With `quoted`, they must be between quotation marks.
    """
    search_terms = terms(text)
    if not search_terms:
        return Condition("0", ())  # without a letter or digit, nothing can be found
    if quoted:
        inside = _all_of(search_terms, "quoted")
        whole = _all_of(search_terms, "text")
        sql = f"({inside.sql} OR ({_QUOTED_WHOLE} AND {whole.sql}))"
        return Condition(sql, (*inside.values, *whole.values))
    if scope == "all" and len(search_terms) <= _MOST_CONDITIONS:
        return _anywhere(search_terms)
    return _all_of(search_terms, _COLUMNS[scope])


def _all_of(search_terms: Iterable[Term], columns: str) -> Condition:
    """Return the condition that all terms are in some columns of the table `words`."""
    values = tuple(f"{{{columns}}} : ({part})" for part in expressions(search_terms))
    if len(values) == 1:
        sql = f"s.pk IN ({_MATCHING})"
        # The unary plus hides the column from SQLite's planner, which would otherwise fetch the
        # whole set first (https://www.sqlite.org/optoverview.html, “Disqualifying terms”).
        return Condition(sql, values, _MATCHING, f"+{sql}")
    if len(values) <= _MOST_CONDITIONS:
        return Condition(f"({' AND '.join([f's.pk IN ({_MATCHING})'] * len(values))})", values)
    import json  # here, because only an endless search needs it

    missing = "SELECT 1 FROM json_each(?) WHERE s.pk NOT IN (SELECT rowid FROM words"
    return Condition(f"NOT EXISTS ({missing} WHERE words MATCH value))", (json.dumps(values),))


def _anywhere(search_terms: Iterable[Term]) -> Condition:
    """Return the condition that each term is in the statement or in what is known of it."""
    conditions, values = [], []
    subjects = _SUBJECTS.format(meetings=_MEETINGS)
    for term in search_terms:
        (expression,) = expressions([term])
        conditions.append(subjects.replace("?1", "?"))
        values += [expression] * subjects.count("?1")
    return Condition(f"({' AND '.join(conditions)})", tuple(values))


def similar_words(connection: sqlite3.Connection, text: str) -> list[str]:
    """Return words of the archive that begin with a word of a search, or else are close to one.

    Only for words that the archive does not have; the most frequent come first.
    """
    from ..text.folding import nearest

    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')"
    )
    similar: list[str] = []
    for term in terms(text):
        if len(term.words) > 1:
            continue  # what is close to its last part may be far from the whole
        word = term.words[-1]
        spellings = [form[-1] for form in (term.words, *term.forms) if len(form) == len(term.words)]
        if term.open or len(word) < _SHORTEST or _has_any(connection, spellings):
            continue
        sql = "SELECT term FROM temp.vocabulary WHERE term GLOB ? AND {} ORDER BY doc DESC LIMIT ?"
        longer = connection.execute(sql.format("1"), (f"{word}*", _SUGGESTED)).fetchall()
        if not longer:
            # A typing error is seldom in the first letter, which keeps the choice small.
            size = f"length(term) BETWEEN {max(_SHORTEST + 1, len(word) - 2)} AND {len(word) + 2}"
            close = connection.execute(sql.format(size), (f"{word[0]}*", _MOST_COMPARED))
            longer = [(name,) for name in nearest(word, [name for (name,) in close])]
        similar += [name for (name,) in longer]
    return list(dict.fromkeys(similar))[:_SUGGESTED]


def _has_any(connection: sqlite3.Connection, spellings: list[str]) -> bool:
    marks = ", ".join("?" * len(spellings))
    sql = f"SELECT 1 FROM temp.vocabulary WHERE term IN ({marks}) LIMIT 1"
    return connection.execute(sql, spellings).fetchone() is not None


_SHORTEST = 3
_SUGGESTED = 3
_MOST_COMPARED = 2000
