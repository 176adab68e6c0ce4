"""What generated archives are made of: names, words and countries. Nobody in it is real."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import NamedTuple

COUNTRIES = ("KR", "US", "JP", "PH", "AU", "CA", "GB", "FR", "DE", "NO", "PL", "VN", "TH", "ID")
STATES = (
    ("south-korea", "South Korea", "대한민국", "大韓民國", "KR"),
    ("united-states", "United States", "미국", "美國", "US"),
    ("japan", "Japan", "일본", "日本", "JP"),
    ("philippines", "Philippines", "필리핀", "菲律賓", "PH"),
    ("norway", "Norway", "노르웨이", "挪威", "NO"),
)
OFFICES = (
    "Defense Minister",
    "Foreign Minister",
    "Vice Minister",
    "Ambassador",
    "chief spokesperson",
    "National Security Adviser",
    "Chairman of the Joint Chiefs",
)
PUBLISHERS = ("Harbour Gazette", "Northern Wire", "Ministry of Foreign Affairs", "The Strait Times")
CUES = ("said", "reaffirmed", "agreed", "condemned", "vowed", "called on", "pledged", "noted")
TOPICS = (
    ("alliance", "Alliance", None),
    ("north-korea", "North Korea", None),
    ("north-korea-weapons", "North Korea's weapons", "north-korea"),
    ("north-korea-pressure", "Pressure on North Korea", "north-korea"),
    ("cooperation", "Cooperation", None),
    ("information-sharing", "Sharing of information", "cooperation"),
    ("trilateral-cooperation", "Trilateral cooperation", "cooperation"),
    ("maritime-security", "Maritime security", None),
    ("freedom-of-navigation", "Freedom of navigation", "maritime-security"),
    ("arms-control", "Arms control", None),
    ("missile-tests", "Missile tests", "north-korea-weapons"),
    ("exercises", "Joint exercises", "alliance"),
)
# Romanized, Hangul, Han. No syllable is in two columns, so that no two people share a name.
_FAMILY = (
    ("Kim", "김", "金"), ("Lee", "이", "李"), ("Park", "박", "朴"), ("Choi", "최", "崔"),
    ("Jung", "정", "鄭"), ("Kang", "강", "姜"), ("Cho", "조", "趙"), ("Yoon", "윤", "尹"),
    ("Jang", "장", "張"), ("Lim", "임", "林"), ("Han", "한", "韓"), ("Oh", "오", "吳"),
)  # fmt: skip
_FIRST = (
    ("Young", "영", "永"), ("Min", "민", "敏"), ("Seo", "서", "瑞"), ("Ji", "지", "智"),
    ("Hyun", "현", "賢"), ("Dong", "동", "東"), ("Sang", "상", "相"), ("Tae", "태", "泰"),
    ("Kyung", "경", "慶"), ("Jae", "재", "在"), ("Sung", "성", "成"), ("Chan", "찬", "燦"),
)  # fmt: skip
_SECOND = (
    ("su", "수", "洙"), ("ho", "호", "浩"), ("joon", "준", "俊"), ("hee", "희", "熙"),
    ("woo", "우", "宇"), ("jin", "진", "鎭"), ("won", "원", "源"), ("hwan", "환", "煥"),
    ("seok", "석", "錫"), ("mi", "미", "美"), ("ah", "아", "雅"), ("geun", "근", "根"),
)  # fmt: skip
_GIVEN = (
    "Ada", "Bruno", "Clara", "Dario", "Edith", "Fergus", "Greta", "Hugo", "Ines", "Jonas", "Karin",
    "Léon", "Marta", "Nils", "Olga", "Pavel", "Rosa", "Søren", "Tilda", "Ulrich", "Vera", "Zoë",
)  # fmt: skip
_STEMS = (
    "Ash", "Birk", "Carl", "Dahl", "Elm", "Frost", "Grim", "Holm", "Ivar", "Karls", "Lind", "Mar",
    "Nor", "Oster", "Quill", "Ravn", "Stein", "Thor", "Ulv", "Vester", "Winter", "Yard",
)  # fmt: skip
_ENDINGS = ("berg", "dal", "feld", "gaard", "hurst", "ley", "mond", "sen", "stad", "wick")

_COMMON = """
the of to and in on a with for their that our by as is will this be from at its all we which
security peace region alliance cooperation nuclear missile threat pressure sanctions talks
defense forces minister ministers joint trilateral bilateral commitment resolve deter respond
provocations programs denuclearization stability international community council resolutions
maritime freedom navigation waters exercise exercises readiness deterrence extended umbrella
dialogue diplomacy diplomatic economic regime peninsula capability capabilities posture share
information partners partnership support continue strengthen reaffirmed committed pledged
close closely full fully implement any attack against both countries two three common values
rule law order based open free strong stronger time next year must not never only until
"""
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya zu"
_FOREIGN = (
    "동맹",
    "안보를",
    "북한의",
    "협력",
    "핵심축",
    "同盟",
    "安全保障",
    "朝鲜半岛",
    "Zürich",
    "São",
)
RARE = "linchpin"
"""A word that about one statement in two hundred quotes, as the searches of the benchmark want."""


class Person(NamedTuple):
    """A made-up name: its id, how it is written, and its other scripts."""

    ident: str
    name: str
    family: str
    others: tuple[str, ...]


def person(serial: int) -> Person:
    """The person of a number; every number has a name of its own."""
    half, korean = divmod(serial, 2)
    if korean and half < len(_FAMILY) * len(_FIRST) * len(_SECOND):
        family = _FAMILY[half % 12]
        first = _FIRST[half // 12 % 12]
        second = _SECOND[(half // 144 + half) % 12]
        name = f"{family[0]} {first[0]}-{second[0]}"
        scripts = (family[1] + first[1] + second[1], family[2] + first[2] + second[2])
        return Person(f"{name.lower().replace(' ', '-')}", name, family[0], scripts)
    stem, ending = _STEMS[serial // 22 % 22], _ENDINGS[serial // 484 % 10]
    first_name, more = _GIVEN[serial % 22], serial // 4840
    family_name = f"{stem}{ending}" + (f"-{_STEMS[more % 22]}{more // 22 or ''}" if more else "")
    return Person(f"person-{serial}", f"{first_name} {family_name}", family_name, ())


def stream(rng: random.Random, length: int) -> list[str]:
    """Words in the proportions of prose: a few common ones, and a long tail of rare ones."""
    syllables = _SYLLABLES.split()
    tail = ["".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(20_000)]
    words = [*_COMMON.split(), *_FOREIGN, *tail]
    weights = accumulate(1 / (rank + 3) for rank in range(len(words)))
    return rng.choices(words, cum_weights=list(weights), k=length)
