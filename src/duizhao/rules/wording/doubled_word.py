from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

# What may rightly stand before or after a doubled character (目的的, 为了了解, 实实在在, 以及及时).
SINGLE = {
    "的": (r"目标有靶众的", r"的确士"),
    "了": (r"时目了", r"了解结却断然事如不之望"),
    "是": (r"于还但可就只总要若或凡便正是", r"是非否"),
    "在": (r"实现存正所潜内外自健好在", r"在处职岗编校任"),
    "和": (r"总饱缓温和柔", r"和气美睦谐解平"),
    "与": (r"参赋给授付与", r"与会人其此"),
    "被": (r"棉被", r"被子褥动告"),
    "从": (r"服听随遵盲跟从", r"从容业事前来严"),
    "把": (r"一两几把火", r"把关握守柄"),
    "将": (r"大干名主老武将", r"将领军来士"),
    "为": (r"作行成认以因人改变化称分为", r"为难何此止"),
}
_LINES = """\
我们 你们 他们 本人 自己 方面 落实 进行 开展 坚持 存在 通过 由于 因此 但是
以及 或者 同时 认真 深入 思想 理论 政治 职工 作风 纪律 担当 能力 措施 原因
推进 推动 强化 提高 提升 完善 健全 严格 积极 主动 切实 不断 进一步 对于
关于 有时 缺乏 不足 不到位 不够 应当 能够 可以 特别 尤其 比如 例如 贯彻
执行 廉洁 自律 意识 标准 实际 结合 调研 基层 一线 工作 问题 加强 群众 改进
作用 水平 内容 情况 效果 任务 目标 重点
"""
WORDS = tuple(_LINES.split())
PATTERNS = {
    each: LazyPattern(rf"(?<![{before}])({each})\1(?![{behind}])")
    for each, (before, behind) in SINGLE.items()
}


@rule(
    "DZ602",
    anchors=(*(each * 2 for each in SINGLE), *(word * 2 for word in WORDS)),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def doubled_word(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """字词重复"""
    start, end = anchor
    pattern = PATTERNS.get(reading.text[start]) if end - start == 2 else None
    if pattern and not pattern.match(reading.text, start):
        return
    middle = (start + end) // 2
    word = reading.text[start:middle]
    yield Hit(
        anchor,
        f"“{word}”连写了两遍，多是修改时留下的；请删去一个",
        (Edit(Span(middle, end), ""),),
    )
