from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

# Of each character: characters that it ends a word with, and characters that it begins one with. The common words of
# two characters are looked up; here stand the further ones, and the last two characters of longer words (实事求是).
# 有 and 对 are no such: 明知他人有有组织犯罪行为, 客户对对账单.
SINGLE = {
    "的": ("有目似标靶众打", "确士"),
    "了": ("时得目草知甚", "解结却断然事如不之望得无"),
    "是": ("求为国唯一各之其", "非否日处"),
    "在": ("重贵志早尚仍健自好只不长", "建编册押逃岗读研京此理行学身售途制位野朝处场籍职校线任"),
    "和": ("谐人义宽说随颐泰昌雍仁饱总", "谐美约气"),
    "与": ("参给赋授付寄赠施干", "会其否非日此人时众世民虎生国"),
    "从": ("服听随遵盲跟", "一无我紧优重快轻简实众军教警医容业事前来严"),
    "把": ("几车扫拖", "握关脉"),
    "将": ("干闯强良", "帅"),
    "为": ("", "人官期由政何先什本全止"),
}  # fmt: skip
# Words that no sentence has twice in a row, except in 坚持坚持再坚持.
FUNCTION_WORDS = (
    "们", "我们", "你们", "他们", "本人", "由于", "因此", "但是", "以及", "或者", "同时", "进行", "开展", "坚持",
    "存在", "通过", "认真", "深入", "严格", "积极", "主动", "切实", "不断", "进一步", "对于", "缺乏", "不足",
    "没有", "不到位", "不够", "应当", "能够", "尤其", "比如", "例如", "贯彻", "执行",
)  # fmt: skip
# Nouns that also begin longer ones (做好工作工作人员才放心): certain only where the second one ends.
NOUNS = (
    "方面", "思想", "理论", "政治", "职工", "作风", "纪律", "担当", "能力", "措施", "原因", "廉洁", "自律", "意识",
    "标准", "实际", "基层", "工作", "问题", "群众", "作用", "水平", "内容", "情况", "效果", "任务", "目标", "重点",
)  # fmt: skip
# Verbs that may rightly stand twice: 把责任落实落实, 落实落实再落实.
VERBS = ("落实", "推进", "推动", "强化", "提高", "提升", "完善", "健全", "加强", "改进", "调研")
HAN = LazyPattern("[\u4e00-\u9fff]")
# 在办案件 and 为老服务 are things: behind 在在 and 为为 only these prove that one is too many.
ATTRIBUTIVE = frozenset("在为")
PLAIN = LazyPattern(
    "[这那我各全]|工作|思想|学习|实际|日常|平时|政治|作风|执行|落实|推进|调研|会议|群众|基层|企业|职工|发展"
)
# 世上没有没有缺点的人.
TWO_NEGATIVES = LazyPattern("没有没有[^，。；！？]{1,12}的")
ONCE_MORE = LazyPattern("[再又]|率|面")
# 再坚持坚持, 好好反思反思: said twice to urge somebody.
URGED = LazyPattern("(?:[再先该多]|好好)$")
NOUN_ENDS = LazyPattern(
    "[的、，。；：！？”）》不与及]|上(?![级访岗班])|中(?![心央层国小])|里(?!程)|是(?!非)|和(?!谐)|等(?!级)|$"
)


@rule(
    "DZ602",
    anchors=(*(word * 2 for word in (*SINGLE, "被", *FUNCTION_WORDS, *NOUNS, *VERBS)),),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def doubled_word(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """字词重复"""
    text, (start, end) = reading.text, anchor
    middle = (start + end) // 2
    word = text[start:middle]
    if word in SINGLE and _belongs_to_neighbour(text, start, middle):
        return
    is_urged = word in FUNCTION_WORDS and URGED.search(text, max(0, start - 2), start)
    if is_urged or TWO_NEGATIVES.match(text, start):
        return
    is_single = word in SINGLE
    if _stands_apart(text, start, end) if is_single else _is_doubled(text, word, end):
        message = f"“{word}”连写了两遍，多是修改时留下的；请删去一个"
        yield Hit(anchor, message, (Edit(Span(middle, end), ""),))
    elif not ONCE_MORE.match(text, end) and not _reads_as_two(text, word, end):
        message = f"“{word}”连写了两遍"
        yield Hit(
            anchor, message, severity=Severity.HINT, asks="是多写了一个，还是前后各属一个词？"
        )


def _belongs_to_neighbour(text: str, start: int, middle: int) -> bool:
    """True if the first of two equal characters may end a word, or the second begin one: 旨在在全局, 是是非非."""
    before, behind = SINGLE[text[start]]
    left, right = text[start - 1 : start], text[middle + 1 : middle + 2]
    if (left and left in before) or (right and right in behind) or text[start] in (left, right):
        return True
    return not common_words().isdisjoint((left + text[start], text[middle] + right))


def _stands_apart(text: str, start: int, end: int) -> bool:
    """True if a common word or a mark stands before, so that no name ends here, and no 在办案件 behind."""
    before = text[max(0, start - 2) : start]
    if before and before not in common_words() and HAN.match(before[-1]):
        return False
    return text[start] not in ATTRIBUTIVE or PLAIN.match(text, end) is not None


def _is_doubled(text: str, word: str, end: int) -> bool:
    if word in FUNCTION_WORDS:
        return not ONCE_MORE.match(text, end)
    return word in NOUNS and NOUN_ENDS.match(text, end) is not None


def _reads_as_two(text: str, word: str, end: int) -> bool:
    """True for 被被征地, 工作工作人员, 落实落实: both readings are Chinese."""
    behind = text[end : end + 1]
    if word in "被在和与从把将为":
        return True
    return word in VERBS or word[-1:] + behind in common_words() or not behind
