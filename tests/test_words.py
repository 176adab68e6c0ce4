"""Texts are in plain American English, and every line of help fits into 80 columns."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from alliance_archive.cli.app import COMMANDS
from tests.conftest import Run

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "alliance_archive"

# Phrases that made a native reader stop, as regular expressions that ignore case, and better ones.
# {} is a value in an f-string.
PHRASES = {
    # shapes
    r"(?<!there )\b(is|are|was|were|be) no (?!longer\b|more\b|less\b|fewer\b|later\b|wider\b|bigger\b)": "is not a …, invalid …, must be …",
    r"(?<!there )\b(is|are) (?-i:none)\b": "is not one; no … called …",
    r"\bstands? (already|also|twice|second|first|there|where|again|empty|apart|in|at|on|"
    r"between|beside|below|above|behind|before|after|outside|within|inside|elsewhere|unquoted|"
    r"further|one|under)\b": "is in, is at, comes before …",
    r"\bstood (beside|in|between|at|there|before)\b": "was in, was at …",
    r"\bnothing but\b": "only",
    r"(?<!problem )\blies? (in|before|among|beside|below|above|there|around)\b|\blay in\b": "is in, is below …",
    r"\btak(e|es|en|ing) the place of\b|\bin (its|their|another's) place\b": "replace",
    r"\btaken away\b|\btakes? away\b": "delete",
    # words
    r"\banew\b": "again, re-",
    r"\bparted\b": "separated",
    r"(?<!over)\bmend(s|ed|ing)?\b": "fix",
    r"\bfare(s|d)?\b": "the state of",
    r"\bto be had\b": "available, allowed",
    r"\bof theirs\b": "their",
    r"\bbeneath\b|\bthereof\b|\bwherein\b": "below, of it, in which",
    r"\bwhence\b|\bthence\b|\bhence\b": "so",
    r"\bheld (beside|alongside)\b|\bmeeting beside\b|\bbeside (a|another|the|this) (larger )?(one|meeting)\b": "on its sidelines",
    r"\bslip of the pen\b": "typing error",
    r"\bat hand\b": "… not found, no text for …",
    r"\bsummed up\b": "need a summary",
    r"\bis to be (written|read|made|taken|done|given|found|shown|kept)\b": "must be …, is still missing",
    r"\bgone through\b": "done; review one at a time",
    r"\bgoes by the (name|ending)\b|\bgo by the name\b": "is called; cannot write .…",
    r"\bbrought up to date\b|\bbring(s)? (it |the index )?up to date\b|\bnot kept\b": "updated",
    r"\bdoes without\b": "uses no …",
    r"\bis not known here\b": "must be … or …",
    r"\bone statement of both|\bstatements of both\b": "joint statements",
    r"\bnot said who\b": "unattributed",
    r"\bvoiced by\b|\brelayed by\b": "via",
    r"\bwhat he is on record with\b": "what he is on record as saying",
    # the first list: summaries and notes of the record
    r"\ba matter that presses\b": "a pressing issue",
    r"\bby twos and by threes\b": "bilateral and trilateral cooperation",
    r"\bgo on building up what their countries do with\b": "keep strengthening",
    r"\bwholly, in a way that can be checked\b": "completely, verifiably and irreversibly",
    r"\bjoin hands more closely\b": "agreed to cooperate",
    r"\blearns more of what the others know\b": "information sharing",
    r"\btake their talks further\b": "continue their talks",
    r"\btheir countries hold every year\b": "annual",
    r"\bDenounced North Korea for its provocations\b": "Condemned North Korea's provocations",
    r"\bthrough whom the words are known\b": "who relayed the words",
    r"\bas the sentence is built\b": "as the sentence reads",
    r"\bthe act is Mattis's alone\b": "Mattis alone reaffirmed it",
    r"\bof the (newspaper|archive|program|author|user)'s(?=[.,;:)]|$)|\binsertion of the newspaper's\b": "the newspaper's insertion",
    r"\bit follows on the meeting\b": "comes after",
    # labels
    r"\bin: \{\}": "in a …",
    r"\bphrase, of\b": "Phrase and topic",
    r"\bin whose words\b": "verbatim or not",
    r"\bstill draft\b": "drafts",
    r"\bspeakers, in either capacity\b": "Speakers (own or via)",
    r"\bphrases  in quotation marks\b": "Quoted phrases",
    r", without a meeting\b": "No meeting: …",
    r"\((the|its) (meeting|source|\{\})'s\)": "(the date of the meeting)",
    # messages
    r"\bchecked: nothing\b": "nothing to check",
    r"\bpeople new\b": "new people",
    r"\bdoes not tell\b|\bthe text does not say\b": "no date found in the text: add …",
    r"\bthe one that was fingerprinted\b|\bthan was fingerprinted\b|\banother text than\b": "does not match the recorded fingerprint",
    r"\bthe summary quotes\b|\bquotes: holds\b": "keep the quoted words exactly: “…”",
    r"\bempty: not now\b": "Enter to skip",
    r"\bq leave\b|\bleave when you like\b": "quit any time",
    r"\bwho is it\?": "who said it?",
    r"\bthis very\b": "this text is already in the archive",
    r"\bnothing by \{\}": "nothing attributed to …",
    # help
    r"^only results and errors\b": "print nothing but results and errors",
    r"\bat most so many\b": "show at most N rows",
    r"^only the number of rows\b": "print just the count",
    r"\blong tables straight to the terminal\b": "do not page long tables",
    r"\bpartly so\b": "partial quote",
    r"\bon it, or on a narrower topic\b": "on this topic or a narrower one",
    r"(?<!was )\bpublished there\b": "from this source",
    r"\buttered by them for others\b": "said by them on behalf of others",
    r"\bholds quoted words\b": "only statements that contain quoted words",
    r"\bis on record with\b": "is on record as saying",
    r"\bhow much, from when to when\b|\bat a glance\b": "counts by form, speaker, country, topic and year",
    r"\bwhat is there is never overwritten\b": "existing files are left alone",
    r"\bbefore or behind any command\b|\bbefore the command or behind\b": "before or after the command",
    r"\bdefault: made of\b": "default: PUBLISHER-DATE",
    r"\bwhom the archive does not know\b": "people not yet in the archive",
    r"\bhas to do with the word\b": "whose statements use the word",
    r"\bcome to more than all\b": "add up to more than 100%",
    r"\ba phrase is what a paraphrase quotes\b|\bwhich are no phrases themselves\b": "say what counts as a phrase",
    r"\bfor no bound\b|\bfor no limit\b": "0 = no limit",
    r"^every problem in the archive's files\b": "check the files for errors",
    r"\bplain text turned into a record\b": "draft a record from an article",
    r"\bproved against\b": "checked against",
    r"\bover part_of\b|\bover its broader\b": "following part_of",
    r"\bpart it\b": "split it",
    # pages
    r"\bkeeps apart whose\b": "records separately",
    r"\bthat comes along\b": "the bundled example",
    r"\bPyYAML and rich, no more\b": "needs only …",
    r"\bturns it round\b": "does the reverse",
    r"\bwhat fits several records\b|\bfinds nothing says what might\b": "an ambiguous name lists the candidates",
    r"\bquicker to live with\b": "faster",
    r"\btells everything about\b": "documents",
    r"\btakes the `status: draft` away\b": "removes",
    r"\bit goes on there\b": "the next review resumes there",
    r"\b(a|one) (row|source|line|file) (a|one) (statement|file|row|person|line|source)\b|\bone source a file\b|\ba line each\b": "one row per statement",
    # the second list
    r"\b(direct|mixed|indirect|\{\}) statement has (no )?quotes\b": "needs at least one quote; must not have quotes",
    r"\bno part of it\b": "not valid UTF-8 (bad byte at offset 3)",
    r"\bno PRAGMA but\b": "only PRAGMA table_info(VIEW) is allowed",
    r"\bsomething else of these belongs\b|\bwhere text belongs\b|\b(list|mapping|fields) belongs here\b": "expected a list",
    r"\bnothing of them is touched\b": "nothing was changed",
    r"\bnothing (was|is) sought\b": "not English; nothing drafted",
    r"\bnone has to count\b": "store the counts shown by every command",
}  # fmt: skip

# British spellings, and the American one.
SPELLINGS = {
    r"(?<!dis)(?<!un)colour|behaviour|favour|neighbour|honour|labour(?! party)|rumour|endeavour|harbour": "-or",
    r"(?:normal|recogn|summar|serial|capital|organ|emphas|minim|optim|real|final|general|special|initial|token|local|roman|character|standard|synchron|categor|prior)is(?:e[sdr]?|ing|ation|ations)\b": "-ize",
    r"analys(?:e[sd]?|ing)\b(?!\))|catalogue|dialogue box|\bcentre|\bcentred": "-yze, -og, -er",
    r"labelled|labelling|cancelled|cancelling|travelled|modelled|modelling|signalled|levelled|marshalled": "one l",
    r"\bdefence(?! ministers' meeting)|\bpretence|\boffence|\blicence": "-se",
    r"\bgrey\b|\bwhilst\b|\bamongst\b|\btowards\b|\bjudgement\b|\bartefact|\bprogramme\b|\bsceptic": "gray, while, among, toward, artifact, program",
    r"\bfull stops?\b": "period",
    r"\blearnt\b|\bspelt\b|\bburnt\b|\bcheque\b|\bfulfil\b|\benrol\b": "American spelling",
}  # fmt: skip

# Few texts have any of them, so one search tells most texts apart.
ANY = re.compile("|".join(f"(?:{pattern})" for pattern in PHRASES | SPELLINGS), re.IGNORECASE)

# Whole literals: labels that are shown as they are.
LABELS = {
    "Beside": "On the sidelines of",
    "As given": "Named in the source as",
    "Cue": "Verb",
    "Voiced by": "Via",
    "as above": "see above",
    "nothing matches": "no statement matches “…”",
}


class Text(NamedTuple):
    """A text of the project and the line in which it begins; `literal` if a program may show it."""

    path: Path
    line: int
    words: str
    literal: bool = False


def literals(path: Path) -> Iterator[Text]:
    """Yield every string literal and docstring of a module; values in f-strings become {}."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    formatted = [node for node in nodes if isinstance(node, ast.JoinedStr)]
    pieces = {id(piece) for node in formatted for piece in node.values}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            parts = (getattr(piece, "value", "") for piece in node.values)
            words = "".join(part if isinstance(part, str) else "{}" for part in parts)
            yield Text(path, node.lineno, words)
        elif isinstance(node, ast.Constant) and id(node) not in pieces:
            words = node.value if isinstance(node.value, str) else ""
            yield Text(path, node.lineno, words, literal=True)


def docstrings(path: Path) -> Iterator[Text]:
    """Yield the docstrings of a module of tests, and the names of its tests as sentences."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            line = getattr(node, "lineno", 1)
            yield Text(path, line, ast.get_docstring(node) or "")
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield Text(path, line, node.name.replace("_", " "))


def comments(path: Path) -> Iterator[Text]:
    """Yield the comments of a module, with consecutive lines as one text."""
    block: list[str] = []
    start = end = 0
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type != tokenize.COMMENT:
                continue
            line = token.start[0]
            if block and line != end + 1:
                yield Text(path, start, " ".join(block))
                block = []
            start = start if block else line
            block.append(token.string.lstrip("#: "))
            end = line
    yield Text(path, start, " ".join(block))


def paragraphs(path: Path) -> Iterator[Text]:
    """Yield the paragraphs and list items of a page or of a record's file."""
    line = 1
    for part in re.split(r"(\n\s*\n|\n(?= *- ))", path.read_text(encoding="utf-8")):
        yield Text(path, line, part)
        line += part.count("\n")


def texts_of(room: str) -> Iterator[Text]:
    """Yield every text of a file, or of a folder of the project."""
    path = ROOT / room
    for file in [path] if path.is_file() else sorted(path.rglob("*")):
        if file.suffix in (".md", ".yaml") or (
            file.suffix == ".txt" and file.parent.name == "help"
        ):
            yield from paragraphs(file)
        elif file.parent.name == "words":
            lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
            yield from (Text(file, line, words) for line, words in lines if words[:1] == "#")
        elif file.suffix == ".py" and file != Path(__file__):
            yield from (docstrings if room == "tests" else literals)(file)
            yield from comments(file)


def rooms() -> list[str]:
    """Return the rooms of the package, and the other files and folders with texts."""
    inside = [
        str(path.relative_to(ROOT))
        for path in sorted(PACKAGE.iterdir())
        if path.suffix == ".py" or (path.is_dir() and path.name != "__pycache__")
    ]
    return [*inside, "tests", "data", "README.md", "CHANGELOG.md", ".github/CONTRIBUTING.md"]


def offenses(text: Text) -> Iterator[str]:
    """Yield each poor wording of a text, with its path, line and context, and a better one."""
    place = f"{text.path.relative_to(ROOT)}:{text.line}"
    if text.literal and text.words in LABELS:
        yield f"{place}: “{text.words}” → {LABELS[text.words]}"
    # Code within a text keeps its spelling.
    words = re.sub(r"`[^`]*`|[\w-]*not-normalized|\w+_\w+", "`…`", " ".join(text.words.split()))
    if not ANY.search(words):
        return
    for pattern, better in (PHRASES | (SPELLINGS if " " in words else {})).items():
        for match in re.finditer(pattern, words, re.IGNORECASE):
            context = words[max(match.start() - 25, 0) : match.end() + 25]
            yield f"{place}: …{context}… “{match[0]}” → {better}"


@pytest.mark.parametrize("room", rooms())
def test_no_text_makes_a_native_reader_stop(room: str) -> None:
    poor = dict.fromkeys(offense for text in texts_of(room) for offense in offenses(text))
    assert not poor, "\n" + "\n".join(poor)


def test_no_line_of_help_exceeds_80_columns(run: Run) -> None:
    pages = {name: run(*name, "--help", COLUMNS="80").out for name in ((), *zip(COMMANDS))}
    long = [
        f"{' '.join(name)}: {line}"
        for name, page in pages.items()
        for line in page.splitlines()
        if len(line) > 80
    ]
    assert not long, "\n" + "\n".join(long)


@pytest.mark.parametrize(
    ("words", "better"),
    [
        ("“x” is no id", "is not a …, invalid …, must be …"),
        ("the index is made anew", "again, re-"),
        ("in colour on a terminal", "-or"),
        ("Beside", "On the sidelines of"),
    ],
)
def test_a_poor_wording_is_reported_with_a_better_one(words: str, better: str) -> None:
    (offense,) = offenses(Text(PACKAGE / "x.py", 3, words, literal=True))
    assert offense.startswith("alliance_archive/x.py:3: ")
    assert offense.endswith(f"→ {better}")


@pytest.mark.parametrize(
    "words", ["There is no archive here.", "it is no longer a file", "`color` and normalize_it"]
)
def test_plain_words_are_left_alone(words: str) -> None:
    assert list(offenses(Text(PACKAGE / "x.py", 3, words))) == []
