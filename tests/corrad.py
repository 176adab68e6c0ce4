"""An article of an invented agency, Corrad, and an archive that knows the people in it."""

from __future__ import annotations

ARCHIVE = """\
participants:
  - {id: ida-orlova, name: Ida Orlova, kind: person, family_name: Orlova, country: "NO"}
  - {id: jan-wolan, name: Jan Wolan, kind: person, family_name: Wolan, country: PL}
  - {id: norway, name: Norway, kind: state, country: "NO"}
  - {id: poland, name: Republic of Poland, kind: state, other_names: [Poland], country: PL}
meetings:
  - id: norway-poland-2021
    name: Talks in Port Avel
    date: 2021-10-04
    kind: bilateral
    participants: [ida-orlova, jan-wolan]
topics:
  - {id: drills, name: Joint exercise}
  - {id: seas, name: Seas}
  - {id: radar, name: Common picture of the sea, broader: seas}
"""
ARTICLE = """\
PORT AVEL, Oct. 4, 2021 (Corrad) -- The defense chiefs of Norway and Poland reaffirmed Monday that their two navies remain "a single watch" over the northern straits.

Norwegian Defense Minister Ida Orlova met with her Polish counterpart, Jan Wolan, on the sidelines of a shipbuilders' fair.

"We have agreed on a common picture of the sea," Orlova told reporters. "What one radar sees, the other will know."

They vowed to hold a joint exercise every spring and urged other coastal states to take part.

Wolan called the plan "long overdue," according to a statement from his ministry.
(Corrad)
"""
