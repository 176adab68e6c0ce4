"""The archive as relations: what `sql` shows as views, and what the exports hold as tables.

Only sound records are in them. A reference to a record that an error keeps out is NULL, or its
row in a link table is not there; `attributed_to`, `voiced_by` and `topics` of `statements` keep
every id as it was written.
"""

from __future__ import annotations

from .entities import MEETINGS, PARTICIPANTS, SOURCES, TOPICS
from .sayings import STATEMENTS

# Each after those it refers to.
RELATIONS = (*PARTICIPANTS, *MEETINGS, *TOPICS, *SOURCES, *STATEMENTS)
