"""Which of our columns the head of an office's own ledger names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.ledger.column import COLUMN_BY_HEAD, COLUMN_BY_KEY, STATE_WORDS
from duizhao.process import RowState

NOT_TAKEN, AS_REMARK = "", "+remark"
"""What becomes of a column that is none of ours: left out, or put with its head into the remarks."""

IN_BRACKETS = re.compile(r"[（(\[【][^）)\]】]*[）)\]】]|[\s\u3000*：:]+")
HEAD_WORDS: Sequence[tuple[str, str]] = (
    ("number", "^序号$|^编?号$|^No\\.?$"),
    ("unfinished", "未完成"),
    ("postponed", "延期(?:至|到|时间)"),
    ("closed", "(?:销号|验收).{0,3}(?:时间|日期)"),
    ("acceptor", "(?:验收|销号|审核).{0,2}(?:人|领导|单位)|^审核$"),
    ("done", "(?:完成|到位|落实|结束)(?:的?时间|日期)$"),
    ("deadline", "时限|期限|限期|完成时间|时间要求|时间节点|进度安排|时间安排"),
    ("partner", "配合|协办|协同|协助"),
    ("leader", "(?:责任|分管|牵头|包抓|包保|主管|督办).{0,2}领导"),
    ("owner", "责任人|负责人|责任主体|经办人|承办人|联系人"),
    ("department", "(?:责任|牵头|承办|主办|主责|落实).{0,3}(?:单位|部门|科室|股室|处室|支部)"),
    ("evidence", "佐证|附件|证明材料|印证材料|支撑材料"),
    ("reply", "反馈对象|回应|反馈情况"),
    ("mark", "标志|标准|可核验"),
    ("goal", "目标|整改要求"),
    ("causes", "原因"),
    ("measures", "措施|办法|整改内容与要求"),
    ("status", "状态|是否|销号情况"),
    ("progress", "进展|成效|(?:落实|整改|完成|实施|推进)情况|整改结果|进度"),
    ("origin", "来源|提出人|渠道"),
    ("category", "归类|类别|分类|类型|领域"),
    ("aspect", "方面"),
    ("example", "表现|事例|案例"),
    ("problem", "问题|隐患|不足|意见.{0,2}建议|整改内容|事项$"),
    ("person", "^姓名|^整改对象$|^对象$"),
    ("remark", "备注|说明"),
)  # fmt: skip
"""Columns by words in a head that is nobody's standard one, the more telling words first."""

STATE_BY_WORD = {
    **{word: word for word in STATE_WORDS},
    **dict.fromkeys(
        ("未整改", "未开始", "未落实", "未完成", "尚未启动", "待整改", "未销号", "草稿", "否"),
        RowState.NOT_STARTED.value,
    ),
    **dict.fromkeys(
        ("进行中", "正在推进", "正在整改", "推进中", "持续推进", "整改进行中", "基本完成", "部分完成", "逾期"),
        RowState.RUNNING.value,
    ),
    **dict.fromkeys(
        ("待审核", "待销号", "已完成", "完成", "已整改", "整改完成", "已落实", "完成整改", "已整改到位", "是"),
        RowState.WAITING.value,
    ),
    **dict.fromkeys(("销号", "已验收", "已办结", "办结"), RowState.CLOSED.value),
    **dict.fromkeys(("已驳回", "驳回", "退回", "退回整改"), RowState.RETURNED.value),
    **dict.fromkeys(("持续坚持", "长期整改", "长期"), RowState.STANDING.value),
    **dict.fromkeys(("整改延期", "申请延期"), RowState.POSTPONED.value),
    **dict.fromkeys(("已移交", "移交办理"), RowState.HANDED_OVER.value),
}  # fmt: skip
"""The states that offices write in words of their own. What is done waits until somebody accepts it."""
HEAD_LETTERS, STATE_LETTERS = 14, 8
"""What is longer is no head; a column whose cells are longer tells of progress, whatever its head."""


def plain_head(words: str) -> str:
    """A head without blanks, line breaks and what stands in brackets."""
    return IN_BRACKETS.sub("", words)


def key_of(parts: Sequence[str], samples: Sequence[str]) -> str:
    """The key of our column for a head, which has one part for each of its lines; `samples` are cells below it."""
    plain = [found for part in parts if (found := plain_head(part))]
    if not plain:
        return NOT_TAKEN
    key = _exact(plain) or _by_words(plain) or AS_REMARK
    # 整改时限 of an office holds a day or any words, ours only kinds; both are read from those words.
    if key == "term":
        return "deadline"
    if key == "place":
        return "origin"
    if key in ("status", "progress") and samples:
        is_state = all(len(each) <= STATE_LETTERS for each in samples) and any(
            each in STATE_BY_WORD for each in samples
        )
        return "status" if is_state else "progress"
    return (
        key
        if key not in ("id", "change", "basis", "file", "paragraph", "span", "sentence")
        else AS_REMARK
    )


def likelihood(parts: Sequence[str]) -> int:
    """How sure it is what a head names: 2 for one of our heads, 1 for one that ledgers are known to have, else 0."""
    plain = [found for part in parts if (found := plain_head(part))]
    key = _exact(plain) if plain else ""
    return 0 if not key else 1 + (COLUMN_BY_KEY[key].head in plain)


def _exact(parts: Sequence[str]) -> str:
    """By the heads that are known: the lowest part, then all parts together, then the upper ones."""
    for head in (parts[-1], "".join(parts), *reversed(parts[:-1])):
        if head in COLUMN_BY_HEAD:
            return COLUMN_BY_HEAD[head].key
    return ""


def _by_words(parts: Sequence[str]) -> str:
    for head in (parts[-1], "".join(parts)):
        for key, words in HEAD_WORDS:
            if len(head) <= HEAD_LETTERS and re.search(words, head):
                return key
    return ""
