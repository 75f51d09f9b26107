"""改善了工作效率 → 提高了工作效率"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.lint.phrases import beginnings
from duizhao.rules.wording import _governing_verb as governing
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

ENDS = "(?=[，。；、：！\n]|$|不|还|和|有限|较|很)"
# Verbs with things that they do not go with, and the verb that goes with these.
VERBS = (
    ("改善 改进 加强 增强", "提高", "效能"),
    ("加强 增强", "提高", "觉悟"),
    ("增强", "增加", "收入"),
    ("开展", "召开", "会议 座谈会"),
    ("提高 提升", "加快", "速度 工作速度 进度 工作进度"),
    ("改进", "改正", "错误"),
    ("贯彻", "落实", "责任 主体责任"),
    ("实现", "完成", "任务 工作任务"),
    ("担任", "承担", "任务 责任 重要任务 重要责任"),
    ("采取", "听取", "意见 建议 群众意见 群众的意见 各方意见"),
    ("建立", "树立", "榜样"),
    ("形成", "造成", "损失 浪费"),
    ("加强", "增强", "责任感 使命感 紧迫感"),
    ("增强", "提高", "警惕"),
    ("取得", "达到", "水平"),
    ("加深", "深化", "改革"),
    ("获得", "取得", "进展"),
    ("起到", "产生", "不良影响 负面影响 坏影响"),
    ("养成", "形成", "合力 共识"),
    ("执行", "履行", "一岗双责 主体责任 第一责任人责任"),
    ("发挥", "发扬", "艰苦奋斗的作风 优良作风"),
    ("开展", "实行", "责任制"),
    ("提高", "增强", "政治意识 责任意识 服务意识 大局意识 纪律意识 廉洁意识"),
    ("提高 提升", "增强", "责任感 紧迫感 使命感 责任心"),
    ("树立 树立好", "发挥", "作用 带头作用 模范作用 表率作用 示范作用"),
    ("采取", "开展", "教育活动 主题活动 培训活动"),
    ("改正 纠正", "弥补", "不足"),
    ("弥补 补齐", "改正", "错误 缺点"),
    ("弥补", "补齐", "短板弱项"),
    ("履行", "完成", "任务 工作任务 目标任务"),
    ("造成", "引起", "重视 高度重视"),
    ("引起", "造成", "损失 浪费"),
    ("夯牢", "夯实", "基础"),
    ("达到", "取得", "成绩 成效"),
    ("取得", "达到", "目的 预期目的"),
    ("坚定", "增强", "信任 意识"),
    ("增加", "增强", "意识 本领 责任感"),
    ("增长", "增强", "意识 责任感"),
    ("执行", "履行", "第一责任人职责 岗位职责 领导职责"),
    ("履行", "执行", "上级决定 党委决定 党组决定 组织决定 集体决定 上级决策"),
    ("消除", "解决", "困难 实际困难 群众困难 群众的困难 群众的实际困难"),
    ("查询", "查处", "违纪违法案件 违法案件 违纪案件 违规行为 违纪行为 违法行为"),
)  # fmt: skip
WITHIN = ("", "了", "工作", "了工作", "思想", "学习")
# A thing, what is said of it, and the verb that it takes.
BEHIND = (
    ("水平 效率 质量 觉悟 素质", "提高", "改进 改善 加强 增强"),
    ("氛围", "形成", "建立"),
    ("意识 责任感", "增强", "提高 改善 改进"),
    ("作风", "改进", "提高 增强"),
)  # fmt: skip
# What became of a thing, with the verb that it does not go with.
BECAME = {
    "{水平,质量,效率,素质}": (
        "提高",
        "[^，。；：、\n]{0,8}(?:有了|得到了?|有|取得了?)(?:较大|很大|明显|显著|一定|进一步|不断|大幅)?(?:程度)?的?(?:增加|加大|扩大|增长)",
    ),
    "{取得,取得了}{明显,显著,很大,较大,一定,长足}": ("有", "的?(?:提高|提升|改善|增强|加强|好转|转变|改观)"),
    "加大": ("加强", "(?:了|对[^，。；]{1,8}的)?[^，。；、和与力]{0,6}(?:学习|领导|协调|沟通|锻炼|团结|配合)"),
    "发挥": ("发扬", "(?:了|好)?[^，。；、和与作]{0,12}(?:精神|传统)"),
    "克服": ("解决", "(?:了|好)?[^，。；、和与]{0,10}问题"),
    "建立": (
        "树立",
        "(?:了|好|起)?[^，。；、在]{0,8}(?:权力观|政绩观|世界观|人生观|价值观|利益观|事业观|地位观|荣辱观)",
    ),
    "发扬": ("发挥", "(?:了|好)?[^，。；、和与]{0,10}作用"),
}  # fmt: skip
BETWEEN = (
    "没有",
    "没有得到",
    "需要",
    "仍需",
    "得到了",
    "得到",
    "有所",
    "有了",
    "有待",
    "有待进一步",
    "需要进一步",
    "得到进一步",
)
LITTLE = {
    verb + what + little: f"{what}{little}"
    for verb in ("缺少", "缺乏")
    for what in ("认识", "学习", "思考", "研究", "了解", "经验", "能力")
    for little in ("不足", "不够", "不深")
}
BECAME_BY_BEGINNING = {
    word[:2]: right for begin, (right, _) in BECAME.items() for word in beginnings(begin)
}
MATCHED = {
    wrong + within + thing: right + within + thing
    for verbs, right, things in VERBS
    for wrong in verbs.split()
    for thing in things.split()
    for within in WITHIN
} | {
    thing + between + wrong: thing + between + right
    for things, right, verbs in BEHIND
    for thing in things.split()
    for between in BETWEEN
    for wrong in verbs.split()
}
# Two constructions in one sentence: how the second one ends, and how the first began.
BECAUSE = LazyPattern("因为[^，。；：]{1,24}$")
REASON = LazyPattern("原因，?(?:主要)?(?:还)?(?:是|在于)[^，。；]{1,40}$")
TWICE = {"的原因，": BECAUSE, "的缘故，": BECAUSE} | dict.fromkeys(
    ("造成的。", "导致的。", "引起的。", "所致。"), REASON
)
# 能否做到廉洁自律，是干部的底线: two sides are asked for, and one is answered.
ONE_SIDED = (
    "(?P<what>[^，。；]{2,16})，是(?!否|不是|衡量|检验|判断|评价|[^，。；]{0,20}(?:标准|试金石|分水岭))(?:(?!能否|是否|能不能|与否|好坏|成败)[^，。；]){2,30}"
    "(?:关键|前提|底线|基础|保证|保障|根本|标志|条件|要求|职责)(?=[，。；]|$)"
)
WHETHER = LazyPattern(f"(?:能否|能不能|是否){ONE_SIDED}")
STARTS = LazyPattern("(?:^|[。；：！？\n])[ 　]*$")
PHRASES = Phrases(
    {
        **dict.fromkeys((*MATCHED, *LITTLE, *governing.RIGHT), ENDS),
        **{begin: rest + ENDS for begin, (_, rest) in BECAME.items()},
        **dict.fromkeys(TWICE, ""),
        "关注度不够重视": "",
        "{能否,能不能,是否}": ONE_SIDED,
    }
)
FARTHEST = 48
SHOWN_WORDS = 4
IS_IT_MEANT = "要说的是这个意思吗？"
TWO_PATTERNS = "两种说法混在一句里"


@rule(
    "DZ648",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.USUALLY,
    beyond_statements=True,
)
def mismatched_words(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """词语搭配不当或句式杂糅"""
    text, words = reading.text, reading.of(phrase)
    before = text[max(0, phrase.start - FARTHEST) : phrase.start]
    if words in governing.RIGHT:
        if wrong := governing.mismatch(text, phrase):
            yield _instead(wrong.span.of(text), wrong.span, wrong.verb, wrong.right)
    elif right := MATCHED.get(words):
        yield Hit(phrase, f"“{words}”搭配不当，一般说“{right}”", asks=IS_IT_MEANT)
    elif right := LITTLE.get(words):
        yield Hit(phrase, f"{TWO_PATTERNS}：“{words}”，意思反了，如“{right}”", asks=IS_IT_MEANT)
    elif words == "关注度不够重视":
        yield Hit(phrase, f"{TWO_PATTERNS}，如“重视不够”", asks=IS_IT_MEANT)
    elif became := BECAME_BY_BEGINNING.get(words[:2]):
        is_behind = became == BECAME["{水平,质量,效率,素质}"][0]
        yield _instead(words, phrase, words[-2:] if is_behind else words[:2], became)
    elif pattern := TWICE.get(words):
        if found := pattern.search(before):
            yield from _twice(phrase, found.group(), words)
    elif (found := WHETHER.match(text, phrase.start)) and STARTS.search(before):
        what = found["what"][:SHOWN_WORDS]
        yield Hit(
            Span(phrase.start, phrase.start + len(words) - len(words.lstrip("能否不是"))),
            f"前面说“{words[:2]}”，后面只说了一面，删去“{words[:2]}”，如“{what}”",
            asks="后面说的是做到了，还是没有做到？",
        )


def _instead(words: str, span: Span, wrong: str, right: str) -> Hit:
    shown = right.join(words.rsplit(wrong, 1) if words.endswith(wrong) else words.split(wrong, 1))
    return Hit(span, f"“{words}”搭配不当，一般说“{shown}”", asks=IS_IT_MEANT)


def _twice(phrase: Span, opening: str, words: str) -> Iterator[Hit]:
    if words.endswith("，"):
        span = Span(phrase.start, phrase.end - 1)
        kept = f"{opening[-SHOWN_WORDS:]}，"
        message = f"“{opening[:2]}”已经说明原因，后面的“{words[:-1]}”多余：“{kept}”"
        yield Hit(span, message, asks=IS_IT_MEANT)
    else:
        span = Span(phrase.start, phrase.end - 1)
        message = f"{TWO_PATTERNS}：前面说了“原因是”，后面的“{words[:-1]}”多余：“{opening[-SHOWN_WORDS:]}。”"
        yield Hit(span, message, asks=IS_IT_MEANT)
