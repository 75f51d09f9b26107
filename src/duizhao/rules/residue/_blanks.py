"""Blanks left to be filled in later: the anchors of such marks, and the patterns for whole marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.document.people import CLEAR_SURNAMES, SURNAMES
from duizhao.lint import Reading
from duizhao.rules.residue._pasted_marks import bold_stars
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

_COUNTED = "年月日省市县区局厅委办项名个人次号条场户份篇"
_MASKS = "×*＊xXＸ○◯□_"
_DASHES = "－—–-"
_GAPS = " \u3000"
_STARRED = "年月日届次期市县区镇乡局村名个"
_SURNAMES = "习毛邓"
_FULL_NAMES = ("近平", "泽东", "小平")
ANCHORS = (
    *("xx", "XX", "××", "ＸＸ", "× ×", "×　×", "**", "＊＊", "__", "＿＿", "某某"),
    *("□□", "■■", "△△", "▲▲", "○○", "●●", "◯◯", "年 ", "年　", "月 ", "月　"),
    *(dots + unit for dots in ("…", "……") for unit in "年月日"),
    *("【】", "【 ", "【　", "（）", "（ ", "（　", "()", "( ", "《》", "《 ", "《　"),
    *("〔〕", "〔 ", "[]", "[ ", "“”", "“ ", "“　"),
    *(letter + unit for letter in "xX×" for unit in (*_COUNTED, "同志", "书记", "主任", "科长")),
    *(star + unit for star in "*＊" for unit in _STARRED),
    *("〔*", "〔＊"),
    *(surname + mask for surname in _SURNAMES for mask in _MASKS + _DASHES),
    *(mask + name for mask in _MASKS for name in _FULL_NAMES),
    *("N" + unit for unit in ("项", "名", "人", "年", "万", "场", "期", "条", "余")),
    *(blank + unit for unit in "条项次人户名个场篇" for blank in " \u3000"),
)

_LETTERS = LazyPattern(
    r"(?<![A-Za-zＸｘ@._\\])(?<![A-Za-z0-9][-/])(?<![A-Za-z.] )(?<![A-Za-z]\d)[xXＸ]+(?![A-Za-z@_]|\.[A-Za-z]|染色体)"
)
_CROSSES = LazyPattern(r"(?<![\d×])×(?:[ 　]?×)*(?!\d)")
_ONE_LETTER = LazyPattern(
    r"(?<![A-Za-z0-9.@_/\\-])(?<![A-Za-z.] )[xXN](?![A-Za-z]|条[件形纹码]|户型|场[强效])"
)
_STARS = LazyPattern(r"(?<!\*)\*{2,}")
_LINE = LazyPattern(r"(?<![A-Za-z0-9_＿])[_＿]{2,}(?![A-Za-z0-9])")
_SHAPES = LazyPattern(r"(?<!＊)([某＊□■△▲●])\1+|(?<![二一九])([○◯])\2+(?![一-九〇])")
_DATE = LazyPattern(
    r"…+(?=[年月日](?![复常后子益均渐]))|(?<!…)年[ 　]+月(?:[ 　]*日)?"
    r"|(?<=[0-9〇一二三四五六七八九十])月[ 　]+日(?![均常期程渐前后内])"
)
# 走访党员群众   户、座谈  次，收到意见    条: what is counted stands behind a gap.
_UNITS = LazyPattern(
    "(?:[条项次户场篇个]|人次?|名)(?=[，。；、）])|条(?=意见|建议)|项(?=措施|问题)|个(?=问题|方面)|名(?=党员|干部|群众|职工|同志)"
)
_WIDEST_GAP = 12
_BRACKETS = LazyPattern(
    r"【[ 　]*】|（[ 　]*）|《[ 　]*》|〔[ 　]*〕|“[ 　]*”"
    r"|(?<![\w\])])\([ 　]*\)|(?<![-*+\w] )(?<![\w\])])\[[ 　]*\](?!\()"
)
# A star for a number or a name; none of those that mark what must be filled in (姓名*年龄).
_STAR = LazyPattern(
    r"(?<=[\u4e00-\u9fff“，。、；：])[*＊](?=年(?![龄级薪])|月(?!薪)|日(?![期常])|届|期|次(?![数日序])|市(?![场值价])|县"
    r"|区(?![域分别])|镇|乡|局(?![部面])|村|名(?![称字单])|个(?![人体性别]))"
    r"|(?<=\n)[*＊](?=年|月)|(?<=〔)[*＊](?=〕)"
)
_MASKED_NAME = LazyPattern(
    f"(?<=习)(?:[{_MASKS}]{{1,2}}(?=近?平|总书记|主席|同志|思想|新时代)|[{_DASHES}]{{1,2}}(?=近?平(?![台时均常等面安衡原稳凡方])))"
    f"|(?<=邓)[{_MASKS}{_DASHES}]{{1,2}}(?=小?平|理论|同志)"
    f"|(?<=毛)[{_MASKS}{_DASHES}]{{1,2}}(?=泽?东|思想|主席|同志)"
    f"|(?<![{_SURNAMES}{_MASKS}])[{_MASKS}](?={'|'.join(_FULL_NAMES)})"
)
_LINE_START, _LINE_END = LazyPattern(r"[ 　]*(?:\n|$)"), LazyPattern(r"[ 　]*(?:[\r\n]|$)")
# What is left blank in a template: 2024年×月, 第××号, ××元.
_TEMPLATE = LazyPattern(
    r"(?:[×xXＸ]|某某|[_＿*＊]{2})[ 　]*[年月日号届次元项个名条期]|年[ 　]+月|[xXＸ]{2}|[_＿]{2}|〔[×xX]"
)
_NEIGHBOURHOOD = 1000
# Surnames that also end words: 工程某某段, 照顾某某, 规范某某.
_AMBIGUOUS = "".join(
    sorted(frozenset(SURNAMES) - CLEAR_SURNAMES | frozenset("程顾付范梁余段钟石田白叶毛雷龙武孔"))
)
_CLEAR = "".join(sorted(CLEAR_SURNAMES - frozenset(_AMBIGUOUS)))
# 周某某违规审批案: a person who is not named is called so, and so is 刘×× where a case is told.
_PERSON = LazyPattern(
    f"(?:(?<=[{_CLEAR}])|(?<=^[{_AMBIGUOUS}])|(?<=[^\u4e00-\u9fff〇][{_AMBIGUOUS}])|(?<=[对照以和与同长理任记员师民友][{_AMBIGUOUS}]))"
    "(?:某某?(?![某市县区镇乡村街社局厅处科室股所站厂公项年月日])"
    "|[×xXＸ*]{1,2}(?=(?!同志)[^，。；：\n]{0,14}(?:案|[违涉]|受贿|贪污|挪用|腐败)))"
)
_BY_FIRST = {
    **dict.fromkeys("×", _CROSSES),
    **dict.fromkeys("*", _STARS),
    **dict.fromkeys("_＿", _LINE),
    **dict.fromkeys("某＊□■△▲●○◯", _SHAPES),
    **dict.fromkeys("…年月", _DATE),
    **dict.fromkeys("【（《〔“([", _BRACKETS),
    **dict.fromkeys("xXＸ", _LETTERS),
    "N": _ONE_LETTER,
}


def blanks(reading: Reading, code: str) -> Iterator[Span]:
    """The blanks of a text, at the anchors of a rule."""
    places = reading.marks.longest(code)
    if not places:
        return
    bold, done = bold_stars(reading), -1
    for anchor in places:
        is_new = anchor.start >= done and anchor.start not in bold
        if is_new and _PERSON.match(reading.text, anchor.start):
            done = anchor.end
        elif is_new and (found := _blank_at(anchor, reading.text)):
            done = found[1]
            yield Span(*found)


def _blank_at(anchor: Span, text: str) -> tuple[int, int] | None:
    """The blank that begins at an anchor; None if it is part of a word, an address, a formula or a ruled line."""
    start, end = anchor
    first = text[start]
    if first in _GAPS:
        return _gap_before(start, end, text)
    if first in _SURNAMES:
        # Two marks in a row are anchors of their own.
        is_own = text[start + 1 : start + 3] in ANCHORS
        return None if is_own else _span(_MASKED_NAME.match(text, start + 1))
    if text[start + 1 : end] in _FULL_NAMES:
        return _span(_MASKED_NAME.match(text, start))
    if (
        first in "*＊〔"
        and text[end - 1] in _STARRED + "*＊"
        and text[start:end] not in ("**", "＊＊")
    ):
        return _span(_STAR.match(text, start + (first == "〔")))
    pattern = _BY_FIRST[first]
    if pattern is _LETTERS and text[start + 1] not in "xXＸ":
        pattern = _ONE_LETTER
    found = pattern.match(text, start)
    if found is None or (first in "*_＊＿" and _stands_alone(text, *found.span())):
        return None
    return found.span()


def _gap_before(start: int, end: int, text: str) -> tuple[int, int] | None:
    """The gap of two blanks or more behind a word and before a unit of counting."""
    first = start
    while first > 0 and text[first - 1] in _GAPS and start - first < _WIDEST_GAP:
        first -= 1
    before = text[first - 1 : first]
    if first == start or not "\u4e00" <= before <= "\u9fff" or not _UNITS.match(text, end - 1):
        return None
    return first, end - 1


def _span(found: re.Match[str] | None) -> tuple[int, int] | None:
    return found.span() if found else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True for a ruled line: nothing else stands in the line but blanks."""
    return _LINE_START.match(text[max(0, start - 20) : start][::-1]) is not None and (
        _LINE_END.match(text, end) is not None
    )


def is_withheld(blank: Span, text: str) -> bool:
    """True if 某某 or ×× may stand for a name that nobody is to read: near it no date or number is left blank."""
    if blank.of(text)[0] not in "某×":
        return False
    return not _TEMPLATE.search(
        text[max(0, blank.start - _NEIGHBOURHOOD) : blank.end + _NEIGHBOURHOOD]
    )
