"""A cause of circumstances and others alone is asked about oneself; one with a word of oneself is not."""

from __future__ import annotations

import pytest

import duizhao.rules
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source

RULES = [rule for rule in collect(duizhao.rules) if rule.code in ("DZ408", "DZ416")]
TEXT = (
    "{}对照检查材料\n现将有关情况报告如下：\n一、存在的问题\n一是调研走马观花。我到柳河村只在会议室听汇报。\n"
    "二是改造拖了工期，我只去过工地2次。\n二、原因剖析\n（一）{}。\n（二）放松了要求。\n"
    "三、整改措施\n2024年3月底前，由本人带队到六个村走访，形成走访记录。\n"
)


def asked(cause: str, whose: str = "个人") -> list[str]:
    linter = Linter(RULES, shipped().all())
    return [each.code for each in linter.check(Source(TEXT.format(whose, cause))).findings]


@pytest.mark.parametrize(
    "cause",
    [
        "任务重，人手少",
        "工作任务重、压力大",
        "上级要求高，时间紧",
        "经费有限，编制不足",
        "家长不配合",
        "部分干部不担当，人手不够",
        "上级任务多，头绪多，没有时间学习",
        "乡镇和业主单位配合不力，项目用地、环评手续繁琐",
    ],
)
def test_circumstances_and_others_alone(cause: str) -> None:
    assert asked(cause) == ["DZ416"]


@pytest.mark.parametrize(
    "cause",
    [
        "任务重的时候就把学习放下了",
        "人手少是事实，但更多的是图省事",
        "基础差，又不肯补",
        "业主反映多，嫌烦",
        "家长工作做得不细",
        "群众立场不稳",
        "企业服务不够，基层调研少",
        "对历史遗留问题不愿碰",
        "上级部署落实不力，手续繁琐",
        "经费不足时等靠要",
        "点多面广，跑得少",
        "施工单位不听话，拿不出办法",
        "因为任务重，我只求数量",
        "由于工作忙，总觉得学习可以放一放",
    ],
)
def test_a_word_of_oneself_is_enough(cause: str) -> None:
    assert asked(cause) == []


def test_who_blames_and_says_nothing_of_oneself_is_asked_once() -> None:
    assert asked("由于任务繁重、人手不足") == ["DZ408"]
