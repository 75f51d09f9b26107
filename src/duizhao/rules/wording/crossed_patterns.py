"""本着以群众满意为原则 → 本着群众满意的原则"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.lint.phrases import beginnings
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CLAUSE = "[^，。；：\n]"
# How each mixture begins, and the two ways to say it.
BOTH = {
    "本着": ("本着……的原则", "以……为原则"),
    "旨在": ("旨在……", "以……为目的"),
    "目的": ("目的是……", "以……为目的"),
    "围绕": ("围绕……", "以……为中心"),
    "根据": ("根据……", "从……出发"),
    "按照": ("按照……", "从……出发"),
    "基于": ("基于……", "从……出发"),
    "重点": ("重点是……", "以……为重点"),
    "内容": ("内容是……", "以……为内容"),
    "任务": ("任务是……", "以……为主"),
    "关键": ("关键是……", "……起决定作用"),
    "重要": ("重要的是……", "……很重要"),
    "靠的": ("靠的是……", "是靠……取得的"),
    "出于": ("出于……", "为……起见"),
    "包括": ("包括……", "由……组成"),
    "有": ("有……", "由……组成"),
    "对": ("对……问题", "在……问题上"),
    "通过": ("通过……", "在……下"),
    "经过": ("经过……", "在……下"),
    "是因": ("是因为……", "是……造成的"),
    "由于": ("由于……", "因……的缘故"),
    "鉴于": ("鉴于……", "因……的缘故"),
}
# How it ends, and how it must have begun.
CROSSED = {
    "为{目的,目标,宗旨,原则,出发点,落脚点}": (
        "",
        f"(?P<head>本着|旨在|目的是|目的在于){CLAUSE}{{2,20}}$",
    ),
    "为{中心,主题,重点,主线,主要内容}": (
        "(?=[，。；]|$)",
        f"(?P<head>围绕着?|(?:重点|任务)是以|内容是?以){CLAUSE}{{2,16}}$",
    ),
    "为主": ("(?=[，。；]|$)", f"(?P<head>(?:重点|内容|任务)是以){CLAUSE}{{2,16}}$"),
    "{态度,精神,要求,原则,需要}出发": (
        "(?=[，。；]|$)",
        f"(?P<head>本着|根据|按照|基于){CLAUSE}{{1,20}}$",
    ),
    "{是最重要的,最重要,最关键,是关键,很重要,十分重要,非常重要,至关重要}": (
        "(?=[，。；]|$)",
        f"(?P<head>关键是|关键在于|重要的是){CLAUSE}{{2,20}}$",
    ),
    "{起决定作用,起决定性作用,是决定因素}": ("", f"(?P<head>关键是|关键在于){CLAUSE}{{2,20}}$"),
    "{取得,完成,实现,换来}的": ("(?=[，。；]|$)", f"(?P<head>靠的是){CLAUSE}{{2,24}}$"),
    "起见": ("", f"(?P<head>出于){CLAUSE}{{2,12}}$"),
    "{组成,构成}": (
        "(?=[，。；]|$)",
        f"(?<![没所具享含拥写])(?P<head>包括|有(?![关限人])){CLAUSE}{{3,30}}$",
    ),
    "{问题,工作,建设}上": (
        "(?=，)",
        f"(?<![在面针相应反绝核校])(?P<head>对(?![待付方准象照策])){CLAUSE}{{2,12}}$",
    ),
    "的{帮助,教育,努力,领导,支持,关心,指导}下": (
        "(?=，)",
        f"(?P<head>通过|经过){CLAUSE}{{2,16}}$",
    ),
    "{造成的,导致的,引起的,所致}": (
        "(?=[，。；])",
        f"(?P<head>是因为){CLAUSE}{{2,24}}$",
    ),
    "{的原因,的缘故}": (
        "(?=[，。；])",
        f"(?P<head>是因为|由于|鉴于){CLAUSE}{{2,24}}$",
    ),
    "{缺乏,缺少}": (
        "(?!足够|应有)[^，。；：\n而使但且的]{2,9}(?:不够深入|不够深|不够|不足|不强|不深入|不深|不高|不严|不到位|不力)(?=[，。；]|$)",
        "(?P<head>)$",
    ),
}
PHRASES = Phrases({end: rest for end, (rest, _) in CROSSED.items()})
BEGUN = {
    word: LazyPattern(begin) for end, (_, begin) in CROSSED.items() for word in beginnings(end)
}
REASONS = ("的原因", "的缘故", "造成的", "导致的", "引起的", "所致")
# What is said by everyone, in laws too: 由于历史的原因, 由于不可抗力的原因.
SET_REASON = LazyPattern(
    "由于(?:[^，。]{0,4}(?:历史|种种|各种|客观|身体|多种|个人|这样|那样|工作|这个|同样|不可)|.{0,2}$)"
)
FROM = LazyPattern("由[^，。；：\n]{0,40}$")
MIXED, WHICH = "两种说法混在一句里", "要说的是哪一种？"
SHOWN_WORDS = 4
FARTHEST = 44


@rule(
    "DZ655",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.USUALLY,
    beyond_statements=True,
)
def crossed_patterns(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """句式杂糅"""
    words, text = reading.of(phrase), reading.text
    before = text[max(0, phrase.start - FARTHEST) : phrase.start]
    if words.startswith(("缺乏", "缺少")):
        yield Hit(phrase, f"{MIXED}，如“{words[2:]}”", asks=WHICH)
        return
    word = next(word for word in BEGUN if words.startswith(word))
    found = BEGUN[word].search(before)
    if found is None or _is_set(found["head"], before, found.start()):
        return
    one, other = next(both for begin, both in BOTH.items() if found["head"].startswith(begin))
    shown = f"用“{one}”或“{other}”"
    if words.startswith(REASONS):
        shown = f"如“{before[-SHOWN_WORDS:]}{text[phrase.end : phrase.end + 1]}”，{shown}"
    span = Span(phrase.start - len(before) + found.start("head"), phrase.end)
    yield Hit(span, f"{MIXED}，{shown}", asks=WHICH)


def _is_set(head: str, before: str, at: int) -> bool:
    """True for 由市委有关部门组成 and 由于历史的原因."""
    if head == "有":
        return FROM.search(before[:at]) is not None
    return SET_REASON.match(before[at:]) is not None
