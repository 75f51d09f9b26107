"""Slips of writing that reviewers mark by hand: found with the right form, and silent where the words are right."""

from __future__ import annotations

import pytest

import duizhao.rules
from duizhao.lint import Finding, Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source

LINTER = Linter(collect(duizhao.rules), shipped().all())


def findings(text: str, code: str) -> list[Finding]:
    return [each for each in LINTER.check(Source(text)).findings if each.code == code]


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("全年慰问困难职工20余多户。", "DZ618", "20余户"),
        ("合格率提高了3个百分点左右以上。", "DZ618", "点左右"),
        ("没有传达镇党发〔2023年〕6号文件。", "DZ637", "〔2023〕6号"),
        ("支委会从14:30-16:00召开。", "DZ619", "—"),
        ("21年以来本人分管食堂。", "DZ638", "2021年"),
        ("全年接访七、八十户。", "DZ639", "七八十"),
        ("对制度研究地不透。", "DZ641", "研究得不透"),
        ("惨痛地教训没有吸取。", "DZ641", "惨痛的教训"),
        ("职工提出得意见没有回音。", "DZ641", "提出的意见"),
        ("能够主动的配合巡察。", "DZ641", "主动地配合"),
        ("重新学习了《准则》，《条例》等。", "DZ616", "》《"),
        ("没有落实(包括督办落实）有关要求。", "DZ606", "("),
        ("有的说：“等上面通知再办”。", "DZ644", "再办。”"),
        ("自己也不清楚这样处理是否合规？就签了字。", "DZ644", "合规，"),
        ("是否守住底线，是一名干部的基本要求。", "DZ648", "守住底线"),
        ("杜绝同样的错误不再出现。", "DZ617", "杜绝同样的错误再"),
        ("材料截至到6月30日还没有报。", "DZ617", "截至"),
        ("工作中缺少斗斗争精神。", "DZ646", "斗争"),
        ("和服务对象接侍过密，审合不细。", "DZ630", "接待"),
    ],
)
def test_right_form_is_shown(text: str, code: str, right: str) -> None:
    found = findings(text, code)
    assert found, text
    edits = [edit.replacement for each in found for edit in each.edits]
    assert right in found[0].full_message or right in edits


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("以钉钉子精神抓落实，国务院院务会议，运输业业务量。", "DZ646"),
        ("规规矩矩做事，实实在在做人。", "DZ646"),
        ("根据《甲办法》，《乙规定》另有要求的除外。", "DZ616"),
        ("是否守住底线，是衡量一名干部的标准。", "DZ648"),
        ("会场电话010-6601，编号12-30。", "DZ619"),
        ("不知道他走了没有，我们为什么不去问一问？", "DZ644"),
        ("整改的不少，研究的不多。", "DZ641"),
        ("起草即定稿，审核合规。", "DZ630"),
        ("二十、三十个人都来过。", "DZ639"),
    ],
)
def test_right_words_stay(text: str, code: str) -> None:
    assert not findings(text, code)


@pytest.mark.parametrize(
    ("text", "code"), [("（一）、理想信念方面。", "DZ210"), ("一，存在的主要问题", "DZ211")]
)
def test_mark_behind_a_number_is_found_in_any_text(text: str, code: str) -> None:
    assert findings(text, code)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("开会心不在蔫", "心不在焉"),
        ("对难题一踌莫展", "一筹莫展"),
        ("对小利锱珠必较", "锱铢必较"),
        ("执行中阳逢阴违", "阳奉阴违"),
    ],
)
def test_idioms_with_rare_characters_are_known(wrong: str, right: str) -> None:
    messages = [each.full_message for each in LINTER.check(Source(f"{wrong}。")).findings]
    assert any(right in each for each in messages), messages
