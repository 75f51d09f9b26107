"""What a statement says in one part and writes otherwise in another: done and left, denied and received, told."""

from __future__ import annotations

import pytest

import duizhao.rules
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source

CODES = ("DZ139", "DZ140", "DZ141", "DZ142")
LINTER = Linter([each for each in collect(duizhao.rules) if each.code in CODES], shipped().all())
LAST_YEAR = "个人对照检查材料\n一、上年度整改措施落实情况\n{}\n二、存在的问题\n一是渡口的灯坏了9天。\n二是学习少。\n"
MATTERS = "2023年度民主生活会个人对照检查材料\n一、存在的问题\n一是{}\n二是学习少。\n二、个人有关事项\n{}\n"
TOLD = (
    "个人对照检查材料\n{}\n一、存在的问题\n一是渡口的灯坏了9天没有修。\n二是船票多收了40元。\n二、整改措施\n"
    "一是渡口的灯三天内换新。\n二是船票退到人。\n"
)
OPINIONS = "个人对照检查材料\n一、征求到的意见\n{}\n二、存在的问题\n一是渡口的灯坏了9天没有修。\n二是船票多收了40元。\n"


def found(code: str, text: str) -> list[str]:
    findings = LINTER.check(Source(text)).findings
    return [each.span.of(text) for each in findings if each.code == code]


@pytest.mark.parametrize(
    ("account", "said"),
    [
        ("7项措施全部完成。候船室的漏雨还没有解决，等拨款。", ["全部完成"]),
        ("上年问题均已销号。其中救生衣更换尚未完成，4月底前配齐。", ["均已销号"]),
        ("承诺的3件事都已完成。厕所改造正在推进，6月完工。", ["都已完成"]),
        ("整改率100%。栈桥加固没有完成，汛期后开工。", ["整改率100%"]),
        ("7项措施完成6项，候船室的漏雨还没有解决，等拨款。", []),
        ("除漏雨一项外全部完成。漏雨还没有解决，等拨款。", []),
        ("7项措施全部完成，年初尚未完成的厕所改造也在5月完工。", []),
        ("生活会上的7项全部完成。审计指出的2项，有1项正在推进，6月办结。", []),
        ("没有全部完成，栈桥加固尚未完成，汛期后开工。", []),
    ],
)
def test_all_done_and_something_left(account: str, said: list[str]) -> None:
    assert found("DZ139", LAST_YEAR.format(account)) == said


@pytest.mark.parametrize(
    ("problem", "matters", "said"),
    [
        ("漏报船期两次，我被海事处约谈。", "没有需要说明的事项。", ["没有需要说明"]),
        ("去年11月因超载被通报批评。", "本人无其他需要说明的事项。", ["无其他需要说明"]),
        ("救生衣过期没有换，为此受到诫勉谈话。", "约谈函询、个人事项两项均无。", ["均无"]),
        ("救生衣过期没有换，为此受到诫勉谈话。", "家属从业情况已报告，均无违规。", []),
        ("2023年3月受到警告处分，我认账。", "未受到处分。", ["未受到处分"]),
        (
            "漏报船期两次，我被海事处约谈。",
            "被海事处约谈一事已向支部说明，其他没有需要说明的事项。",
            [],
        ),
        ("对船员管得松，有两人受到处分。", "没有需要说明的事项。", []),
        ("我怕被问责，事故晚报了半天。", "没有需要说明的事项。", []),
        ("我没有被约谈过，就以为自己没有毛病。", "没有需要说明的事项。", []),
        ("通报批评了三个人，我没有谈过心。", "没有需要说明的事项。", []),
    ],
)
def test_received_and_denied(problem: str, matters: str, said: list[str]) -> None:
    assert found("DZ140", MATTERS.format(problem, matters)) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("县委巡察组指出我“船票多收”“公车钓鱼”，现对照检查如下。", ["公车钓鱼"]),
        ("审计反馈的问题：船票多收、食堂挂账两年，现对照检查如下。", ["食堂挂账两年"]),
        ("督导组点明：一是渡口的灯长期不亮，二是候船室漏雨。现对照检查如下。", ["候船室漏雨"]),
        ("县委巡察组指出我“船票多收”“渡口没有灯”，现对照检查如下。", []),
        ("县委巡察组指出了3个问题，现对照检查如下。", []),
        ("按照巡察整改要求，我走访了6个码头，现对照检查如下。", []),
        ("会前征求意见12条，督导组审阅了材料，现对照检查如下。", []),
    ],
)
def test_told_by_superiors_and_not_heeded(told: str, said: list[str]) -> None:
    assert found("DZ141", TOLD.format(told)) == said


@pytest.mark.parametrize(
    ("opinions", "said"),
    [
        ("1.船票贵。\n2.食堂的面条坨成一块。", ["食堂的面条坨成一块"]),
        ("一是渡口晚上黑。\n二是候船室没有座椅。\n三是船票价目看不见。", ["候船室没有座椅"]),
        ("1.船票贵。\n2.食堂的面条坨成一块。已换了锅。", []),
        ("1.船票贵。\n2.渡口没有灯。", []),
        ("1.食堂的面条坨成一块。\n2.候船室没有座椅。", []),
    ],
)
def test_opinion_without_an_answer(opinions: str, said: list[str]) -> None:
    assert found("DZ142", OPINIONS.format(opinions)) == said
