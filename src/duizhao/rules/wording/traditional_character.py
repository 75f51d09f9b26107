from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.document.people import FURTHER_SURNAMES, SURNAMES
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern
from duizhao.text.simplified import ONLY_TRADITIONAL

CODE = "DZ615"
RUN = LazyPattern(f"[{''.join(ONLY_TRADITIONAL)}]+")
# A text with more traditional characters than one in fifty was written so on purpose.
CHARACTERS_PER_SLIP = 50
LONGEST_QUOTE = 60
QUOTES = {"“": "”", "《": "》", "‘": "’", "〈": "〉"}


@rule(
    CODE,
    on=Document,
    anchors=tuple(ONLY_TRADITIONAL),
    severity=Severity.WARNING,
    source="《通用规范汉字表》（2013）",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    as_written=True,
    corrects=True,
)
def traditional_character(document: Document, reading: Reading) -> Iterator[Hit]:
    """简体文中夹杂繁体字"""
    places = reading.marks.get(CODE)
    start, end = document.span
    if len(places) * CHARACTERS_PER_SLIP > max(end - start, CHARACTERS_PER_SLIP * 5):
        return
    done = -1
    for at, _ in places:
        found = RUN.match(reading.text, at) if at >= done else None
        if found:
            done = found.end()
            yield _hit(reading.text, Span(at, done))


def _hit(text: str, run: Span) -> Hit:
    simple = "".join(map(ONLY_TRADITIONAL.__getitem__, run.of(text)))
    message = f"“{run.of(text)}”是繁体字，通用规范汉字是“{simple}”"
    if _is_in_common_word(text, run, simple) and not _is_quoted(text, run):
        return Hit(run, message, (Edit(run, simple),))
    return Hit(
        run,
        message,
        severity=Severity.HINT,
        asks="是姓名、字号，还是引用的原文？",
        advice="是就照原样保留，姓名以身份证件为准；不是就改",
    )


def _is_in_common_word(text: str, run: Span, simple: str) -> bool:
    """True if every character of the run stands in a common word that cannot be a name: 發展, not 邓啟棠 or 王建國."""
    left, right = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    plain = left + simple + right
    covered = set[int]()
    for at in range(len(plain) - 1):
        if plain[at : at + 2] in common_words() and not _follows_surname(
            text, run.start - len(left) + at
        ):
            covered |= {at, at + 1}
    return covered >= set(range(len(left), len(left) + len(simple)))


def _follows_surname(text: str, at: int) -> bool:
    """True if a surname may stand before `at`: one that is not the end of a common word (黄金時代)."""
    surname = text[at - 1 : at]
    if not surname or surname not in SURNAMES + FURTHER_SURNAMES:
        return False
    return text[at - 2 : at] not in common_words()


def _is_quoted(text: str, run: Span) -> bool:
    """True inside quotation or title marks: an old text, a shop's sign and a seal are quoted as they are."""
    before = text[max(0, run.start - LONGEST_QUOTE) : run.start].rpartition("\n")[2]
    return any(before.rfind(left) > before.rfind(right) for left, right in QUOTES.items())
