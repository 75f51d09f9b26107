"""What a measure states about owner, deadline and result: after a label (责任人：张三) or in a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from duizhao.document.frame.signatory import SELF_WORDS
from duizhao.document.people import HAN
from duizhao.statement.facts.actors import actor_at
from duizhao.text import Span

LABELS: Mapping[str, tuple[str, ...]] = {
    "goal": ("整改目标", "目标任务", "工作目标"),
    "mark": ("完成标志", "可核验标志", "验收标准", "完成标准", "整改标准", "检验标准"),
    "leader": ("责任领导", "牵头领导", "分管领导", "牵头人"),
    "department": (
        *("牵头部门", "责任部门", "牵头单位", "责任单位", "牵头科室", "责任科室"),
        *("承办单位", "主办单位", "整改单位", "落实单位", "承办科室", "责任主体"),
    ),
    "partner": ("配合单位", "协办单位", "配合部门", "协办部门", "配合科室", "协同单位"),
    "owner": ("责任人", "负责人", "落实人", "包保人", "谁办", "谁来办", "谁负责"),
    "deadline": (
        *("完成时限", "整改时限", "完成时间", "整改期限", "完成期限", "时限"),
        *("完成日期", "办结时间", "时间节点", "时间要求"),
        *("几时办完", "何时办完", "何时完成", "什么时候办完"),
    ),
}
FIELD_OF_LABEL = {word: key for key, words in LABELS.items() for word in words}
# 牵头：工程科；配合：化验室. Behind a colon alone: 配合为主 is no label.
FIELD_OF_BARE_LABEL = {
    "牵头": "department", "承办": "department", "主办": "department",
    "配合": "partner", "协办": "partner", "期限": "deadline",
}  # fmt: skip
# Longer labels first, or 时限 would match within 完成时限. After a label 为 counts as a colon, but 为了 does not.
WORDS = f"(?:{'|'.join(sorted(FIELD_OF_LABEL, key=len, reverse=True))})"
# 整改责任人：, 责任领导及责任人：; not 明确整改责任人：.
AHEAD = f"(?:(?<!{HAN})(?:整改|具体|第一|直接|主要|包保|牵头|办结|落实|责任领导[及和、]))?"
LABEL = (
    rf"(?:{AHEAD}{WORDS}\s*(?:[：:]|为(?=[^了]))|【{WORDS}】[：:]?"
    rf"|(?<!{HAN})(?:{'|'.join(FIELD_OF_BARE_LABEL)})\s*[：:])"
)
NEXT_LABEL = rf"(?:[，,]\s*{LABEL}|【{WORDS}】)"
LABELLED_VALUE = re.compile(
    rf"(?P<label>{LABEL})\s*(?P<value>(?:(?!{NEXT_LABEL})[^；;。\n])*)(?:[；;。]|[，,](?=\s*{LABEL}))?\s*"
)
# （责任人：王芳，时限：6月底）
BRACKETED = re.compile(rf"[（(]\s*(?P<inner>{LABEL}[^（）()\n]*)[）)]")
CLAUSE_ENDS = "，。；：！？\n,;:"


def split_labels(text: str) -> tuple[dict[str, str], str]:
    """The values after labels, by the field of `RowMeasure` that they fill, and the text without labels and values."""
    found: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        label, value = match["label"].strip("【】：:为 　"), match["value"].strip("，, 　")
        key = FIELD_OF_BARE_LABEL.get(label) or _field(label)
        if label == "牵头" and (who := actor_at(value, 0)) and who.is_person:
            key = "leader"
        if not value or key in found:
            return match[0]
        found[key] = value
        return ""

    rest = LABELLED_VALUE.sub(take, BRACKETED.sub(r"\g<inner>；", text)).strip()
    return found, _with_full_stop(rest)


def _field(label: str) -> str:
    """The field of a label, whatever stands ahead of its word: 整改责任人."""
    longest = max(filter(label.endswith, FIELD_OF_LABEL), key=len)
    return FIELD_OF_LABEL[longest]


def _with_full_stop(text: str) -> str:
    return text[:-1] + "。" if text.endswith(("；", "，", ";", ",")) else text


def clause_around(text: str, within: Span, place: Span) -> str:
    """The words around `place` up to the nearest punctuation, no further than `within`."""
    start, end = place
    while start > within.start and text[start - 1] not in CLAUSE_ENDS:
        start -= 1
    while end < within.end and text[end] not in CLAUSE_ENDS:
        end += 1
    return text[start:end].strip()


def self_reference(words: str) -> str:
    """本人 or 我 if the words contain one of them, else nothing."""
    found = SELF_WORDS.search(words)
    return found[0] if found else ""
