"""What reviewers ask of a statement: sentences that must be shown, and ordinary ones beside them."""

from __future__ import annotations

import pytest

import duizhao.rules
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source

LINTERS = {rule.code: Linter([rule], shipped().all()) for rule in collect(duizhao.rules)}
PROBLEMS = (
    "个人对照检查材料\n一、存在的问题\n一是{}\n二是调研走马观花。我到柳河村只在会议室听汇报。\n"
)


def found(code: str, text: str) -> list[str]:
    source = Source(text)
    return [each.span.of(text) for each in LINTERS[code].check(source).findings]


@pytest.mark.parametrize(
    ("problem", "concession"),
    [
        ("虽然取得了一定成绩，但与先进单位比还有差距。", "虽然取得了一定成绩"),
        ("虽说平时能认真看书，但看过就忘，笔记只有3页。", "虽说平时能认真看书"),
        ("能够自觉遵守廉洁规定，但对亲属提醒少。", "能够自觉遵守廉洁规定"),
        ("能按要求参加组织生活，但发言都是念稿。", "能按要求参加组织生活"),
        ("尽管防汛值班做到了不脱岗，却没有去看过涵闸。", "尽管防汛值班做到了不脱岗"),
        (
            "在担当作为方面，虽然完成了年度任务、成绩较好，但碰到积案就绕开。",
            "虽然完成了年度任务、成绩较好",
        ),
        ("总的来说我对党建工作比较重视，但只布置不检查。", "总的来说我对党建工作比较重视"),
        (
            "近年来，虽然窗口服务有了明显改观，不过午间仍无人接件。",
            "虽然窗口服务有了明显改观",
        ),
        ("能按时上班，能按时下班，下村却少有。", "能按时上班，能按时下班"),
        ("本人虽有坚持下村的习惯，但去的都是近处。", "虽有坚持下村的习惯"),
    ],
)
def test_praise_before_the_problem_is_shown(problem: str, concession: str) -> None:
    assert found("DZ414", PROBLEMS.format(problem)) == [concession]


@pytest.mark.parametrize(
    "problem",
    [
        "虽然会上点了名，我仍没有改，材料又晚交了4天。",
        "虽然家里离单位近，但去年迟到了9次。",
        "尽管文件写得明白，我却没有照办，多收了6户的钱。",
        "虽然明知不妥，但碍于情面签了字。",
        "自学少，有时虽然坚持了几天，但很快又放下。",
        "学习不系统。虽然能够坚持参加集中学习，但自学不够。",
        "能够解决的困难没有解决，但报告里写成了已办。",
        "总体上没有把积案放在心上，但嘴上说得多。",
        "虽然没有取得成绩，但总结里写了成绩。",
        "对群众反映的积水，虽然去过两次，但每次都空手而回。",
        "虽然认真的时候不多，但自以为是。",
        "虽然任务书上写着5月完工，但到10月才开工。",
        "我没有坚持值班制度，但签到表是满的。",
    ],
)
def test_what_is_no_praise_before_the_problem(problem: str) -> None:
    assert found("DZ414", PROBLEMS.format(problem)) == []


MEASURES = """个人对照检查材料
现将有关情况报告如下：
一、存在的问题
一是窗口排号机坏了两个月没有人修。
二是对五户漏雨的房子不闻不问。
二、整改措施
{}
"""


@pytest.mark.parametrize(
    "measures",
    [
        "一是加强理论学习，每月读书2本。\n二是召开专题会议，研究窗口工作制度。",
        "一是制定学习计划和方案。\n二是印发通知，传达文件精神。",
        "1.参加培训不少于3次，提高业务能力。\n2.修订学习制度，年底前出台。\n3.开展研讨，切实转变作风。",
        "一是每周集中学习一次，写心得体会4篇。\n二是讲专题党课2次，增强宗旨意识。",
        "（一）学习方面。制定学习计划，每季度研讨1次。\n（二）作风方面。召开作风会议，印发文件。",
        "一是召开职工会议，统一思想认识，由王某负责。\n二是建立健全窗口工作机制，6月底前印发。",
        "一是通读党章，做到入脑入心，长期坚持。\n二是召开动员会，传达上级要求精神，强化责任担当。",
        "一是开展对照检查专题研讨。\n二是下发窗口服务通知，学习先进单位文件。",
    ],
)
def test_measures_of_meetings_papers_and_study_are_shown(measures: str) -> None:
    assert len(found("DZ513", MEASURES.format(measures))) == 1


@pytest.mark.parametrize(
    "measures",
    [
        "一是加强理论学习，每月读书2本。\n二是请厂家来换一块主板。",
        "一是召开专题会议。\n二是五户漏雨房六月底前修好。",
        "一是召开现场会，把排号机搬到楼下。\n二是学习先进单位做法。",
        "一是印发通知。\n二是自己动手铺油毡。",
        "一是传达文件精神。\n二是申请经费3万元，买一台新的。",
        "一是学习操作手册，当周把机器调通。\n二是开会通报维修进度。",
        "一是制定方案，6月底前办结。\n二是每月研讨1次。",
        "一是召开会议布置，我每周上门看一次。\n二是学习房屋政策。",
        "一是学习规章。\n二是向窗口群众道歉，听取意见。",
        "一是组织培训，考试不合格的不上岗。\n二是出台值守制度，午间安排两人接件。",
        "一是学习窗口业务，6月起每周三坐班。\n二是开会。",
        "一是印发通知，三天内给五户铺油毡。\n二是学习房屋政策。",
        "一是按方案换水管12公里。\n二是召开动员会。",
        "一是加强理论学习。",
        "一是提高政治站位，增强责任担当。\n二是切实转变作风，强化宗旨意识。",
        "",
    ],
)
def test_one_act_among_the_measures_is_enough(measures: str) -> None:
    assert found("DZ513", MEASURES.format(measures)) == []


LAST_YEAR = """个人对照检查材料
现将有关情况报告如下：
一、上年度整改措施落实情况
{}
二、存在的问题
一是自学少。我全年只记了2篇笔记。
"""


@pytest.mark.parametrize(
    ("account", "words"),
    [
        ("上年度的问题已基本整改到位。", ["基本整改到位"]),
        ("3项整改措施基本完成，收到较好效果。", ["基本完成"]),
        ("调研少的问题基本得到解决，作风有了转变。", ["基本得到解决"]),
        ("整改工作取得阶段性成果。", ["阶段性成果"]),
        ("各项措施大部分已完成，成效明显。", ["大部分已完成"]),
        (
            "一是学习制度基本落实。\n二是下村调研取得了一定成效。",
            ["基本落实", "取得了一定成效"],
        ),
        ("2022年查摆的6个问题基本销号。", ["基本销号"]),
        ("（一）学习方面。通过坚持自学，初见成效。", ["初见成效"]),
        ("2023年1月认领的措施全部启动，基本做到件件有着落。", ["基本做到"]),
    ],
)
def test_basically_done_without_what_is_left_is_shown(account: str, words: list[str]) -> None:
    assert found("DZ122", LAST_YEAR.format(account)) == words


@pytest.mark.parametrize(
    "account",
    [
        "4项措施全部完成，验收单存办公室。",
        "整改基本到位，尚有1项要等汛后施工。",
        "5项措施完成4项，剩下的一项3月底前办结。",
        "12项措施完成了11项，整改基本到位。",
        "公示问题基本解决，14个村里只剩2个没有张榜。",
        "排号机故障问题基本解决，换主板两次，投诉从9件降到1件。",
        "漏雨问题基本解决，五户翻修了屋面。",
        "基本农田划定一项已经办完，图纸交档案室。",
        "整改取得阶段性成效，正在办理的有2件。",
        "一是值班制度基本落实。\n二是账目公示没有完成，账本还在核对。",
        "学习制度基本落实，全年12次学习到会11次。",
        "基本情况是：3项认领，3项完成。",
        "上年度没有认领整改事项。",
    ],
)
def test_what_is_left_is_said(account: str) -> None:
    assert found("DZ122", LAST_YEAR.format(account)) == []


@pytest.mark.parametrize(
    "problem", ["满足于基本完成，不求过得硬。", "年底把基本到位的事报成已完成，有2件。"]
)
def test_basically_done_in_a_problem_is_no_account_of_last_year(problem: str) -> None:
    assert found("DZ122", PROBLEMS.format(problem)) == []
