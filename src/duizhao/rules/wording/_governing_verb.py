"""Verbs that stand some words before what they govern: 加强执法监督的力度."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# Things, the verb that they take, and verbs that they do not go with.
TABLE = (
    ("力度", "加大", "加强 提高 提升 增强 扩大 加快"),
    ("步伐", "加快", "提高 加大 扩大 加强 增强 提升 增加"),
    ("水平", "提高", "改善 改进 增加 加强 增强 加大 扩大 完善"),
    ("质量", "提高", "改善 改进 增强 加强 扩大 加大 加快 增加 完善"),
    ("效率", "提高", "改善 改进 加强 增强 加大 扩大 加快"),
    ("素质", "提高", "加强 增强 扩大 加大 改善 增加"),
    ("标准", "提高", "加强 加大 增强"),
    ("意识", "增强", "加强 发扬 加大 扩大 改善 增加 发挥 完善 深化"),
    ("信心", "增强", "提高 加强 加大"),
    ("能力", "提升", "扩大 加大 改善 改进"),
    ("措施", "采取", "开展 进行"),
    ("职责", "履行", "遵守 发挥 完成"),
    ("本领 战斗力 凝聚力 执行力 公信力", "增强", "加强 加大 扩大 改善 增加"),
    ("修养", "加强", "加大 扩大 增加"),
    ("决心", "坚定", "加强 提高 增强 加大"),
    ("感情", "增进", "加强 提高 加大"),
    ("政治生态", "营造", "建立 树立"),
    ("氛围", "营造", "建立 打造 建设 造成 树立 培养"),
    ("风气", "形成", "建立 打造"),
    ("习惯", "养成", "树立 营造 建立"),
    ("形象", "树立", "培养 营造"),
    ("机制", "建立", "树立 营造 培养"),
    ("作风", "改进", "提高 增强 改善 加大"),
    ("好评", "得到", "达到 取得"),
    ("隐患", "消除", "解决 改正 克服 弥补"),
    ("漏洞", "堵塞", "解决 改正 纠正 克服"),
    ("短板 弱项", "补齐", "解决 改正 纠正 克服 消除"),
    ("缺点 错误", "改正", "解决 改善"),
    ("差距", "缩小", "减少 解决 缩短 改正"),
    ("规模", "扩大", "提高 加大 加强 增强 加快"),
    ("范围 覆盖面", "扩大", "加大 提高 增强 加强"),
    ("进度", "加快", "扩大 加大 加强 增强"),
    ("次数 人数 数量", "减少", "降低 缩小"),
    ("视野 思路", "拓宽", "提高 增强 加强 扩大"),
)
RIGHT = {thing: right for things, right, _ in TABLE for thing in things.split()}
WRONG = {
    thing: LazyPattern(
        f"(?P<verb>{verbs.replace(' ', '|')})(?P<within>了?[^，。；：、\n和与及并是有等]{{0,10}})$"
    )
    for things, _, verbs in TABLE
    for thing in things.split()
}
# 增强身体素质 and 改善空气质量 are right.
RIGHTLY_SO = {
    "素质": ("身体",),
    "质量": ("空气", "环境", "水", "生活", "生态", "大气", "睡眠", "住房"),
}
# 加强领导加大力度: the nearer verb governs.
_NEARER = "推进 推动 提升 强化 保证 促进 需要 产生 进行 开展 落实 实现"
NEARER = frozenset(
    verb for _, right, verbs in TABLE for verb in (right, *verbs.split())
) | frozenset(_NEARER.split())
FARTHEST = 13
"""How many characters before a thing are looked at."""


class Mismatch(NamedTuple):
    """A verb with what it governs, and the verb that this takes."""

    span: Span
    verb: str
    right: str


def mismatch(text: str, thing: Span) -> Mismatch | None:
    """The verb before `thing` that does not go with it."""
    word = thing.of(text)
    found = WRONG[word].search(text[max(0, thing.start - FARTHEST) : thing.start])
    within = found["within"] if found else ""
    if found is None or any(each in within for each in (*NEARER, *RIGHTLY_SO.get(word, ()))):
        return None
    start = thing.start - len(found.group())
    return Mismatch(Span(start, thing.end), found["verb"], RIGHT[word])
