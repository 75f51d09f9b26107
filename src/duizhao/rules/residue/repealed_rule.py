from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from duizhao.chronology import PartyRule, chronology
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.residue._days import last_day_in, written_between
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

NAMES = (
    "纪律处分条例", "问责条例", "廉洁从政若干准则", "廉政准则", "党内监督条例（试行）", "巡视工作条例（试行）",
    "巡视工作条例", "八项规定实施细则", "厉行节约反对浪费条例", "党员权利保障条例", "干部选拔任用工作条例",
    "干部任用条例", "行政监察法", "监察法", "关于领导干部报告个人有关事项的规定", "中国共产党章程", "党章",
)  # fmt: skip
"""Names, as the table has them, of rules that were repealed or have an edition that was replaced."""
# 《…条例》（2015年）, 《…条例（2015年修订）》
YEAR_BEHIND = LazyPattern("》?[（(]((?:19|20)[0-9]{2})年?[^（）()\n]{0,8}[）)]")
# 2015年修订的《中国共产党…条例》
YEAR_BEFORE = LazyPattern(
    "((?:19|20)[0-9]{2})年(?:新?(?:修订|修正|修改|制定|印发|颁布|发布|通过|版|版本)的?(?:新?修订的?)?[《“]?|[《“])"
    "[^，。；》《\n]{0,8}$"
)
LONGEST_BEFORE = 30
SENTENCE_ENDS = "。；！？!?\n"
LONGEST_SENTENCE = 100
# Then the year is the one of a change, and not the name of an edition.
CHANGED = LazyPattern("[》”]?[^，。；\n]{0,3}(?:修订|修改|施行|实施|出台|颁布|印发|发布)")
# The text knows that it is an old one.
KNOWN = LazyPattern("原[《“来有]|当时|旧|废止|修订前|失效|新旧|对比|变化|取代|代替|前后|老的")


@rule(
    "DZ327",
    anchors=NAMES,
    severity=Severity.HINT,
    source="党内法规和有关法律的发布、施行、废止条款",
    strength=Strength.VERIFIED,
    criteria=("G2",),
)
def repealed_rule(name: Span, reading: Reading) -> Iterator[Hit]:
    """引了已经废止或者修订过的法规"""
    written = written_between(reading.document)
    if written is None or _is_part(name, reading):
        return
    cited = chronology().rule(reading.of(name))
    if cited is None:
        return
    place, year = _year(name, reading.text)
    ended = _ended(cited, year)
    if ended is None or written[0] < ended or _is_of_the_past(place, reading.text, ended):
        return
    day = f"{ended.year}年{ended.month}月{ended.day}日"
    new = f"《{cited.replaced_by}》" if cited.repealed else "新的版本"
    yield Hit(
        place,
        f"“{reading.of(place)}”从{day}起由{new}代替",
        asks="这里要对照的是不是现行的规定？",
        related=((written[2], "材料的日期"),),
    )


def _is_part(name: Span, reading: Reading) -> bool:
    """True if the name is a part of a longer one of the list."""
    around = reading.text[max(0, name.start - 2) : name.end + 4]
    return any(
        len(each) > len(reading.of(name)) and reading.of(name) in each and each in around
        for each in NAMES
    )


def _year(name: Span, text: str) -> tuple[Span, int | None]:
    """The words that name a rule with its year, and the year."""
    first = max(0, name.start - LONGEST_BEFORE)
    opened = text.rfind("《", first, name.start)
    start = name.start if opened < 0 or "》" in text[opened : name.start] else opened
    end = name.end + (start == opened and text.startswith("》", name.end))
    behind = YEAR_BEHIND.match(text, name.end)
    if behind:
        return Span(start, behind.end()), int(behind[1])
    before = YEAR_BEFORE.search(text[first : name.start])
    if before and not CHANGED.match(text, name.end):
        return Span(first + before.start(), end), int(before[1])
    return Span(start, end), None


def _ended(cited: PartyRule, year: int | None) -> date | None:
    """The day from which the cited rule, or the edition called by that year, is no longer in force."""
    if cited.repealed:
        return cited.repealed
    edition = cited.called(year) if year else None
    return edition.replaced if edition else None


def _is_of_the_past(place: Span, text: str, ended: date) -> bool:
    """True if the sentence is about a time when it was in force, or states that it no longer is."""
    first, last = max(0, place.start - LONGEST_SENTENCE), place.end + LONGEST_SENTENCE
    start = max(first, *(text.rfind(mark, first, place.start) + 1 for mark in SENTENCE_ENDS))
    ends = [at for at in (text.find(mark, place.end, last) for mark in SENTENCE_ENDS) if at >= 0]
    if KNOWN.search(text, start, min(ends, default=last)):
        return True
    told = last_day_in(text, Span(start, place.start))
    return told is not None and told.last < ended
