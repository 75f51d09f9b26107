from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

OPEN, CLOSE = "{（,(,【,[,〔}", r"[）)】\]〕]"
INSIDE = r"[^）)】\]〕\n]{0,30}"
# Names of form fields: alone in brackets, they were meant to be replaced.
FIELDS = "{姓名,单位,单位名称,职务,部门,日期,时间,地点,年月日,某单位,具体事例,具体案例,举例,填写姓名,本人姓名}"
# Behind a noun these are another name of it: 各部门（单位）, 经办人（姓名）, 示范区（单位）.
GLOSS = LazyPattern(r"[（(【\[〔](?:姓名|单位(?:名称)?|职务|部门|日期|时间|地点|年月日)[）)】\]〕]")
NOUN_BEFORE = LazyPattern("(?![是在任为于由到向和与我责])[\u4e00-\u9fff]")
# 【时间】控制在十分钟内: the name of what follows.
LABEL = LazyPattern(r"【(?:日期|时间|地点|部门)】[ \u3000]*[^\s，。；：、的]")
ACTS = "填写|填入|补充|插入|修改|替换|举例|展开|省略|略去|自行"
ADVICE = "(?:情况)?(?:进行)?(?:自行)?(?:修改|填写|增减|删减|调整|补充)(?!完善|[了的过])"
NUMBERED = r"(?:[一二三四五六七八九十\d]{1,3}|[:：])"
# What a sentence can say too: 可根据实际情况调整, 并根据实际情况进行调整, 检测结果仅供参考.
SENTENCE_PARTS = LazyPattern("(?:可?根据|可?结合|仅供)")
PHRASES = Phrases(
    {
        OPEN + FIELDS: CLOSE,
        OPEN + "{此处,这里,请,可,需,建议,结合}": f"{INSIDE}?(?:{ACTS}){INSIDE}{CLOSE}",
        OPEN + "此处": INSIDE + CLOSE,
        OPEN + "范文": r"[^）)】\]〕\n]{0,6}" + CLOSE,
        OPEN + "{模板,样本,参考版,参考稿,参考范文,参考模板}": CLOSE,
        "{请,可}{根据,结合}{,自身,本人,个人,本单位,单位}实际": ADVICE,
        "{根据,结合}{,自身,本人}实际": ADVICE,
        "{,内容,材料,范文}仅供": "(?:大家)?(?:学习)?参考",
        # Only at the head of a line.
        "范文": r"(?<![^\n]范文)" + NUMBERED,
        "优秀范文": r"(?<![^\n]优秀范文)" + NUMBERED,
    }
)


@rule(
    "DZ309",
    phrases=PHRASES,
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    criteria=("F5",),
)
def template_instruction(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """范文提示未删"""
    words, before = reading.of(phrase), reading.text[max(0, phrase.start - 1) : phrase.start]
    if GLOSS.fullmatch(words) and NOUN_BEFORE.match(before):
        return
    if before in ("", "\n") and LABEL.match(reading.text, phrase.start):
        return
    if SENTENCE_PARTS.match(words) and not _stands_alone(phrase, reading):
        return
    message = f"“{words}”是写给填写人看的提示，不是材料的内容；请按提示填好后删去"
    yield Hit(phrase, message)


def _stands_alone(phrase: Span, reading: Reading) -> bool:
    """True if a phrase fills a line, a bracket or a sentence: it does not report who adjusts what."""
    before = reading.text[max(0, phrase.start - 1) : phrase.start]
    behind = reading.text[phrase.end : phrase.end + 1]
    return before in "\n （(【[〔。；　" and behind in "\n）)】]〕。；"
