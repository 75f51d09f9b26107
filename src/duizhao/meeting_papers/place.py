"""Named places: {{会议名称}} in a text stands for a fact of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.text import Span

PLACE = re.compile(r"\{\{([^{}\n]{1,40})\}\}")

PLACES = {
    "单位": "本单位的全称",
    "会议名称": "如“2026年度民主生活会”",
    "会议种类": "民主生活会、组织生活会等",
    "年度": "会议的年度",
    "会议主题": "方案里定的主题",
    "会议日期": "开会那一天",
    "会议时间": "日期和钟点",
    "会议地点": "开会的地点",
    "主持人": "主持会议的人",
    "记录人": "做记录的人",
    "上级通知": "上级通知的标题和文号",
    "应到人数": "应到会的人数",
    "应到人员": "应到会的人，带职务，每人一段",
    "列席人员": "列席的人，带职务",
    "督导人员": "督导组的人，带职务",
    "到会人数": "实际到会的人数",
    "缺席人员": "缺席的人和事由",
    "对照检查的方面": "今年的方面，每个一段",
    "会议程序": "会议的程序，每项一段",
    "会前要求": "会前各项要求和办理的期限，每项一段",
    "会后要求": "会后各项要求和办理的期限，每项一段",
    "学习次数": "会前集中学习的次数",
    "学习情况": "每次集中学习的日期和内容，每次一段",
    "发出征求意见": "发出的征求意见码或者表的份数",
    "收回征求意见": "收回的份数",
    "意见条数": "征求到的意见条数",
    "班子意见条数": "其中对领导班子的条数",
    "个人意见条数": "其中对班子成员个人的条数",
    "班子意见原话": "对领导班子的意见，照原话，每条一段",
    "意见答复条数": "已经答复的意见条数",
    "谈话次数": "会前谈心谈话的次数",
    "应谈次数": "按要求应当谈的次数",
    "材料份数": "交来的对照检查材料份数",
    "材料稿数": "各份材料前后改过的稿数，加在一起",
    "查摆问题条数": "材料里查摆的问题条数",
    "查摆问题": "材料里查摆的问题，按方面，每条一段",
    "整改措施条数": "台账里的整改措施条数",
    "整改措施": "台账里的整改措施，每条一段",
    "批评意见条数": "会上相互批评的条数",
    "会议决定": "会上的决定，每项一段",
    "上年整改条数": "上年度台账的条数",
    "上年已销号条数": "其中已销号的条数",
    "上年未完成": "上年度还没有销号的事项，每项一段",
    "落款日期": "做这份文书的日期",
}
"""Every name that a place may have, with what stands there."""


@dataclass(frozen=True, slots=True)
class PaperFact:
    """What stands at a named place. Several `lines` become a paragraph each where the place stands in a line alone.

    `source` says what was counted or quoted, `address` where its rows are.
    """

    lines: tuple[str, ...]
    source: str = ""
    address: str = ""


def named_places(text: str) -> Iterator[tuple[str, Span]]:
    """The named places of a text, in its order, known or not."""
    for found in PLACE.finditer(text):
        yield found[1].strip(), Span(*found.span())


def unknown_places(text: str) -> tuple[str, ...]:
    """The names in a text that mean nothing here, each once."""
    return tuple(dict.fromkeys(name for name, _ in named_places(text) if name not in PLACES))
