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
