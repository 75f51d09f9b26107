"""A vow behind the measures belongs to none of them; what says who, when or how many goes on with the last."""

from __future__ import annotations

import pytest

from .reading import interpreted, words

COUNTED = """党组对照检查材料
一、存在的主要问题
（一）会议多，全年开了61次。
（二）窗口周六不开门。
二、整改措施
（一）压减会议。明年不超过40次。
（二）开放窗口。下月起周六由王敏值班。
"""
IN_PARAGRAPHS = COUNTED.replace("（一）压减", "压减").replace("（二）开放", "开放")
VOWS = [
    "局党组将以更加饱满的状态真抓实改，向县委交出一份合格答卷。",
    "大队党委将以一往无前的姿态，奋力开创地质工作新局面！",
    "下一步，局党组将持续巩固学习教育成果，把过紧日子的要求落到每一度电上。",
    "支部将以更严的标准、更实的作风，努力建设坚强的战斗堡垒。",
    "支部全体党员将知责于心、担责于身、履责于行，让群众办事更舒心。",
    "我坚信，在全体教职工的支持下，学校的明天一定会更加美好！",
    "我请求组织给予我处分。",
    "就这些。大伙儿接着批评。",
    "我要说的就这么多，请同志们接着提。",
    "请巡视组的同志和各位班子成员监督我、批评我。",
]


@pytest.mark.parametrize("vow", VOWS)
@pytest.mark.parametrize("text", [COUNTED, IN_PARAGRAPHS])
def test_a_vow_is_no_part_of_the_last_measure(text: str, vow: str) -> None:
    read = interpreted(f"{text}{vow}\n")
    told = words(read, [each.span for each in read.measures])
    assert len(told) == 2
    assert told[-1].rstrip().endswith("王敏值班。")


@pytest.mark.parametrize(
    "rest",
    ["同时在大厅公示值班表，由办公室每月抽查。", "年底前把意见簿交党组看，形成问题清单。"],
)
def test_what_says_who_or_when_goes_on_with_the_last_measure(rest: str) -> None:
    read = interpreted(f"{COUNTED}{rest}\n")
    assert words(read, [each.span for each in read.measures])[-1].rstrip().endswith(rest)


def test_a_last_word_behind_one_paragraph_of_measures_is_none_of_them() -> None:
    read = interpreted(
        "村支部书记对照检查材料\n毛病在哪里\n账目拖到10月才贴。\n开会我先把话说死。\n下一步怎么办\n"
        "沟今年汛前衬砌，我在现场盯。账目每季度贴到外墙。学习每月一次，由我先讲。\n请镇党委和乡亲们看着我改。\n"
    )
    told = words(read, [each.span for each in read.measures])
    assert [each[:2] for each in told] == ["沟今", "账目", "学习"]


ONE_LINE_EACH = f"{COUNTED}（三）值班电话不转接。由保卫科每晚拨一次。\n"


@pytest.mark.parametrize(
    "word",
    [
        "督查组还会回来看。我不怕看，请支部每月把这三条念一遍。",
        "写完又想起一件高兴事：大厅去年评了先进，那是窗口同志的功劳。",
        "班子恳请来办事的人继续往箱子里投纸条，骂得越具体越好。",
    ],
)
def test_a_last_word_behind_measures_of_one_line_each_is_none_of_them(word: str) -> None:
    told = words(
        read := interpreted(f"{ONE_LINE_EACH}{word}\n"), [each.span for each in read.measures]
    )
    assert told[-1].rstrip().endswith("每晚拨一次。")


@pytest.mark.parametrize(
    "rest", ["责任人：我和小王。", "同时由我每周把公示贴到大厅。", "5月底前由我向支部交值班表。"]
)
def test_who_and_when_go_on_with_a_measure_of_one_line(rest: str) -> None:
    read = interpreted(f"{ONE_LINE_EACH}{rest}\n")
    assert words(read, [each.span for each in read.measures])[-1].rstrip().endswith(rest)


PLAIN = (
    ONE_LINE_EACH.replace("（一）压减", "压减")
    .replace("（二）开放", "开放")
    .replace("（三）值", "值")
)


@pytest.mark.parametrize(
    "word",
    [
        "哪一条没有做到，请组织处理我。",
        "我今年五十三，还有七年，想把欠下的补上。",
        "写这份材料的时候，我想起老主任的话。",
        "只要大家信得过，我就一条一条改下去。",
        "心里有愧，脚下才有劲。",
    ],
)
@pytest.mark.parametrize("text", [ONE_LINE_EACH, PLAIN])
def test_a_leave_taking_is_no_measure(text: str, word: str) -> None:
    read = interpreted(f"{text}{word}\n")
    told = words(read, [each.span for each in read.measures])
    assert len(told) == 3
    assert told[-1].rstrip().endswith("每晚拨一次。")


@pytest.mark.parametrize(
    "measure",
    [
        "做不到的事不在会上答应。",
        "我的检查结果先给小组看，再交上来。",
        "对批评过我的老赵，我登门认错。",
        "请老主任回来讲一讲账怎么记。",
        "我去老霍家坐一晚上，他说完我再说。",
        "不在会上先表态。",
        "请法律顾问审查合同。",
    ],
)
def test_a_plain_last_measure_stays_one(measure: str) -> None:
    read = interpreted(f"{PLAIN}{measure}\n")
    assert words(read, [each.span for each in read.measures])[-1].rstrip() == measure
