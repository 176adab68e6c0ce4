"""Acts in SQL: their reports, the one that stands for an act, and how acts are counted.

A statement without an act is the only report of its own. Drafts, and statements of replaced
sources, do not count as reports.
"""

from __future__ import annotations

from ..index.schema import IS_REPORT
from .filter import Condition

REPORT = IS_REPORT.format("s")
# The ids of the other reports of the act of a row `s`, the canonical one first.
OTHERS = f"""CASE WHEN s.act NOTNULL THEN (SELECT group_concat(id, '; ') FROM (
    SELECT r.id FROM statement r WHERE r.act = s.act AND r.pk <> s.pk
        AND {IS_REPORT.format("r")} ORDER BY r.report_rank, r.id)) END"""
COUNT = "count(*) - count(s.act) + count(DISTINCT s.act)"
"""The number of acts among rows `s`, if each statement is one row."""
KEY = "coalesce(s.act, s.pk)"
"""What the reports of one act among rows `s` have in common, and no others."""


def one_per_act(condition: Condition) -> Condition:
    """Return the condition for one statement of each act: the best-ranked that meets another."""
    first = (
        "SELECT pk FROM (SELECT s.pk, row_number() OVER"
        " (PARTITION BY s.act ORDER BY s.report_rank, s.id) AS place"
        f" FROM statement s WHERE s.act NOTNULL AND {condition.sql}) WHERE place = 1"
    )
    sql = f"{condition.sql} AND (s.act IS NULL OR s.pk IN ({first}))"
    return Condition(sql, condition.values * 2)
