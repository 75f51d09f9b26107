"""Hints for whoever writes down a criticism (criterion I1): advice and praise in the place of a fault."""

from __future__ import annotations

import pytest

from duizhao.statement.criticism import criticism_hints

FAULTS = (
    "你分管的清淤项目三月就该开工，拖到七月还没进场，你一次也没去过。",
    "去年十一月信访件转给你，二十天没有回音，群众又跑了一趟县里，责任心不强。",
    "开会爱抢话，别人的意见听不进去，定安置点的时候就没有让老吴把话说完。",
    "对下属太软，小刘连着三次考勤造假，你只是口头说了两句。希望今后敢管敢严。",
    "联系群众不够，蹲点只住过一晚；建议把时间排进日程。",
    "有老好人思想，预算超支的事心里清楚，会上不说。",
    "学习不系统，党组中心组缺席四次，发言稿是别人代写的。",
)
ADVICE = (
    "希望你今后多到基层走一走，和年轻同志多谈谈心。",
    "建议进一步加强理论学习，提升统筹能力。",
    "作为分管领导，要更加大胆地抓管理，继续发扬好的作风。",
    "可以再多关心一下窗口单位的同志，期待明年更上一层楼。",
)
PRAISE = (
    "老周同志工作兢兢业业，是我们学习的榜样。",
    "今年防汛你带队值守，做得很好，大家有目共睹。",
)
MERITS = (
    "你最大的缺点就是工作太拼，不注意身体。",
    "对自己要求太严，只顾着工作，家里老人都没人照看。",
    "平时加班太多，不顾家庭，我要批评你这一点。",
)
NOTHING = ("我没有什么意见，都挺好的。", "共事三年，我对他没意见可提。")


@pytest.mark.parametrize("text", FAULTS)
def test_named_fault_gets_no_hint(text: str) -> None:
    assert criticism_hints(text) == ()


@pytest.mark.parametrize("text", ADVICE)
def test_advice_without_a_fault_is_shown(text: str) -> None:
    (hint,) = criticism_hints(text)
    assert "今后要怎样" in hint.message
    assert hint.span.of(text) in hint.message


@pytest.mark.parametrize("text", PRAISE)
def test_praise_without_a_fault_is_shown(text: str) -> None:
    (hint,) = criticism_hints(text)
    assert "优点" in hint.message


@pytest.mark.parametrize("text", MERITS)
def test_merit_called_a_fault_is_shown(text: str) -> None:
    assert "听着是批评" in criticism_hints(text)[0].message


@pytest.mark.parametrize("text", NOTHING)
def test_criticism_that_says_nothing_is_shown(text: str) -> None:
    assert "等于没有批评" in criticism_hints(text)[0].message


def test_text_that_has_just_begun_is_left_alone() -> None:
    assert criticism_hints("希望你") == ()
