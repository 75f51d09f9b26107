"""Blanks left to be filled in later: the anchors of such marks, and the patterns for whole marks."""

from __future__ import annotations

import re

from duizhao.text import Source
from duizhao.text.pattern import LazyPattern

_COUNTED = "年月日省市县区局厅委办项名个人次号"
ANCHORS = (
    *("xx", "XX", "××", "ＸＸ", "× ×", "×　×", "**", "＊＊", "__", "＿＿", "某某"),
    *("□□", "■■", "△△", "▲▲", "○○", "●●", "◯◯", "年 ", "年　"),
    *(dots + unit for dots in ("…", "……") for unit in "年月日"),
    *("【】", "【 ", "【　", "（）", "（ ", "（　", "()", "( ", "《》", "《 ", "《　"),
    *("〔〕", "〔 ", "[]", "[ ", "“”", "“ ", "“　"),
    *(letter + unit for letter in "xX×" for unit in (*_COUNTED, "同志", "书记", "主任", "科长")),
    *("N" + unit for unit in ("项", "名", "人", "年", "万", "场", "期", "条", "余")),
)

_LETTERS = LazyPattern(
    r"(?<![A-Za-zＸｘ@._\\])(?<![A-Za-z0-9][-/])(?<![A-Za-z.] )[xXＸ]+(?![A-Za-z@_]|\.[A-Za-z]|染色体)"
)
_CROSSES = LazyPattern(r"(?<![\d×])×(?:[ 　]?×)*(?!\d)")
_ONE_LETTER = LazyPattern(r"(?<![A-Za-z0-9.@_/\\-])(?<![A-Za-z.] )[xXN](?![A-Za-z])")
_STARS = LazyPattern(r"(?<!\*)\*{2,}")
_LINE = LazyPattern(r"(?<![A-Za-z0-9_＿])[_＿]{2,}(?![A-Za-z0-9])")
_SHAPES = LazyPattern(r"([某＊□■△▲●])\1+|(?<![二一九])([○◯])\2+(?![一-九〇])")
_DATE = LazyPattern(r"…+(?=[年月日](?![复常后子益均渐]))|(?<!…)年[ 　]+月(?:[ 　]*日)?")
_BRACKETS = LazyPattern(
    r"【[ 　]*】|（[ 　]*）|《[ 　]*》|〔[ 　]*〕|“[ 　]*”"
    r"|(?<![\w\])])\([ 　]*\)|(?<![-*+\w] )(?<![\w\])])\[[ 　]*\](?!\()"
)
_BY_FIRST = {
    **dict.fromkeys("×", _CROSSES),
    **dict.fromkeys("*", _STARS),
    **dict.fromkeys("_＿", _LINE),
    **dict.fromkeys("某＊□■△▲●○◯", _SHAPES),
    **dict.fromkeys("…年", _DATE),
    **dict.fromkeys("【（《〔“([", _BRACKETS),
    **dict.fromkeys("xXＸ", _LETTERS),
    "N": _ONE_LETTER,
}


def blank_at(anchor: tuple[int, int], source: Source) -> tuple[int, int] | None:
    """The blank that begins at an anchor; None if it is part of a word, an address, a formula or a ruled line."""
    text, start = source.text, anchor[0]
    first = text[start]
    pattern = _BY_FIRST[first]
    if pattern is _LETTERS and text[start + 1] not in "xXＸ":
        pattern = _ONE_LETTER
    found = pattern.match(text, start)
    if found is None or (first in "*_" and _is_markup(found, source)):
        return None
    return found.span()


def _is_markup(run: re.Match[str], source: Source) -> bool:
    """True if stars or underscores are a ruled line, or bold type in Markdown."""
    text, start, end = source.text, run.start(), run.end()
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n", "\r")
    return alone or (source.format == "md" and end - start <= 3)
