"""A small archive of invented people, some with Hangul names, for the reports."""

from __future__ import annotations

RECORDS = """\
participants:
  - {id: mara-voss, name: Mara Voss, kind: person, country: US}
  - {id: kim-seo-yeon, name: 김서연, kind: person, other_names: [Kim Seo-yeon], country: KR}
  - {id: arai, name: 新井健二, kind: person, other_names: [Kenji Arai], country: JP}
  - {id: joe-bell, name: Joe Bell, kind: person, country: US}
  - {id: korea, name: Korea, kind: state, country: KR}
  - {id: america, name: America, kind: state, country: US}
topics:
  - {id: korea-us, name: Korea–US alliance, kind: alliance, members: [KR, US]}
  - {id: drills, name: Joint drills, broader: korea-us}
  - {id: sea-lanes, name: Sea lanes, kind: issue}
meetings:
  - id: harbor
    name: Harbor Dialogue
    date: 2024-05-31
    end_date: 2024-06-02
    kind: conference
    place: {name: Busan, country: KR}
  - id: harbor-two
    name: Talks of two
    date: 2024-06-01
    kind: bilateral
    participants: [mara-voss, kim-seo-yeon]
    part_of: harbor
  - id: harbor-three
    name: Talks of three
    date: 2024-06-02
    kind: trilateral
    participants: [mara-voss, kim-seo-yeon, arai]
    part_of: harbor
  - id: next
    name: Autumn talks
    date: 2024-06-20
    kind: bilateral
    status: planned
    participants: [mara-voss, kim-seo-yeon]
"""
STATEMENTS = """\
source:
  id: wire
  publisher: Example Wire
  date: 2024-06-03
  kind: article
statements:
  - id: wire-1
    form: mixed
    attributed_to: [mara-voss, kim-seo-yeon]
    summary: Called the alliance the “anchor” of peace.
    quotes: [{exact: anchor, start: 10, end: 16}]
    anchor: {start: 0, end: 30}
    meeting: harbor-two
    topics: [korea-us]
  - id: wire-2
    form: direct
    attributed_to: [mara-voss]
    voiced_by: [joe-bell]
    quotes: [{exact: "The alliance is the anchor of all we do,", start: 41, end: 81}]
    anchor: {start: 40, end: 82}
    meeting: harbor-two
    topics: [korea-us]
  - id: wire-3
    form: mixed
    attributed_to: [arai]
    summary: Wants the sea lanes “free and open”, as an anchor of trade.
    quotes: [{exact: free and open, start: 100, end: 113}]
    anchor: {start: 90, end: 120}
    meeting: harbor-three
    topics: [sea-lanes]
  - id: wire-4
    form: indirect
    attributed_to: [mara-voss, kim-seo-yeon, arai]
    as_given: They
    summary: Will hold drills together.
    anchor: {start: 130, end: 160}
    meeting: harbor-three
    topics: [drills, sea-lanes]
  - id: wire-5
    form: mixed
    attributed_to: [kim-seo-yeon]
    summary: The “닻” holds.
    quotes: [{exact: 닻, start: 170, end: 171}]
    anchor: {start: 165, end: 180}
    date: 2024-06-03
  - id: wire-6
    form: indirect
    attributed_to: []
    as_given: officials
    summary: Expect more.
    anchor: {start: 190, end: 200}
    status: draft
"""
FILES = {"records.yaml": RECORDS, "wire.yaml": STATEMENTS}
