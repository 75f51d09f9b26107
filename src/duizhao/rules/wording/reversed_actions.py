"""解决并发现了问题 → 发现并解决了问题"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

# What comes first, and what can only follow it.
ORDER = (
    ("发现", "解决 纠正 整改 处理 化解"),
    ("重视", "解决"),
    ("制定", "落实 实施 执行 贯彻"),
    ("学习", "贯彻"),
    ("调查", "处理"),
    ("研究", "解决"),
    ("征求", "采纳"),
    ("听取", "采纳"),
    ("收集", "整理 归类 汇总 反馈"),
    ("查找", "整改 纠正"),
    ("查摆", "整改"),
    ("讨论", "通过"),
    ("认识", "改正 纠正"),
    ("了解", "解决"),
    ("起草", "印发"),
    ("传达", "贯彻 落实"),
    ("分析", "解决"),
    ("拟定", "落实 实施"),
    ("排查", "整治 化解"),
)
JOINTS = ("", "和", "并", "与", "及", "、")
# Written side by side without a joint these are other words: 落实制定, 解决发现.
WITHOUT_JOINT = frozenset(("贯彻学习", "贯彻传达", "落实传达", "整改查摆"))
REVERSED = {
    second + joint + first: first + joint + second
    for first, seconds in ORDER
    for second in seconds.split()
    for joint in JOINTS
    if joint or second + first in WITHOUT_JOINT
}
PHRASES = Phrases(
    dict.fromkeys(REVERSED, "(?![^，。；、\n]{0,4}(?:制度|情况|工作机制|机制|成果|习惯))")
)


@rule(
    "DZ650",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.USUALLY,
    beyond_statements=True,
)
def reversed_actions(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """先后两件事写倒了"""
    words = reading.of(phrase)
    first = REVERSED[words][:2]
    yield Hit(
        phrase,
        f"先“{first}”，后面的事才做得成，如“{REVERSED[words]}”",
        asks="两件事谁在前？",
    )
