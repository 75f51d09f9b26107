"""Idioms with one wrong character are found by what is left of them; what plays on an idiom is left alone."""

from __future__ import annotations

import pytest

import duizhao.rules
from duizhao.lint import Linter, Severity, collect
from duizhao.profiles import shipped
from duizhao.rules.wording.misspellings import certain
from duizhao.rules.wording.misspellings.idioms import idioms, is_one_off, pieces
from duizhao.text import Source

CODES = ("DZ601", "DZ625", "DZ630", "DZ634")
LINTER = Linter([rule for rule in collect(duizhao.rules) if rule.code in CODES], shipped().all())
MISWRITTEN = {
    "处理信访案件快刀斩乱嘛。": "快刀斩乱麻",
    "汇报时避实就须，不谈责任。": "避实就虚",
    "问题面前闪烁其辞，避而不淡。": "避而不谈",
    "分工不清，各自为阵。": "各自为政",
    "制度成了束之高搁的摆设。": "束之高阁",
    "学习三天打渔，两天晒网。": "三天打鱼",
    "项目审批讳疾忌衣。": "讳疾忌医",
    "对群众意见充而不闻。": "充耳不闻",
    "遇到矛盾就明哲保生。": "明哲保身",
    "只求过得去，得过切过。": "得过且过",
    "对自己网开一免。": "网开一面",
    "议事时人云亦芸，没有主见。": "人云亦云",
    "抓落实虎头蛇未。": "虎头蛇尾",
    "下乡走马观化，浮光略影。": "浮光掠影",
    "解决问题隔靴搔氧。": "隔靴搔痒",
    "整改敷衍了是，没有回头看。": "敷衍了事",
    "作风漂浮，好大喜工。": "好大喜功",
    "对老同志敬而圆之。": "敬而远之",
    "遇事优柔寡段。": "优柔寡断",
    "用人任人唯亲，厚此薄比。": "厚此薄彼",
    "开支寅吃卯量。": "寅吃卯粮",
    "工作拈清怕重。": "拈轻怕重",
    "发言陈词滥掉。": "陈词滥调",
    "台账张冠李代。": "张冠李戴",
    "责任心不强，玩忽值守。": "玩忽职守",
    "对歪风听之认之。": "听之任之",
    "班子里一团和汽。": "一团和气",
    "遇事推三阻泗。": "推三阻四",
    "数据以讹传鹅。": "以讹传讹",
    "总想一劳永亦。": "一劳永逸",
    "不求有功，但求无国。": "但求无过",
    "思想根深蒂故。": "根深蒂固",
    "先入为住，听不进意见。": "先入为主",
    "对下属颐指气驶。": "颐指气使",
}


@pytest.mark.parametrize("sentence", MISWRITTEN)
def test_an_idiom_is_found_by_what_is_left_of_it(sentence: str) -> None:
    messages = [each.full_message for each in LINTER.check(Source(sentence)).findings]
    assert any(MISWRITTEN[sentence] in message for message in messages), messages


@pytest.mark.parametrize(
    "sentence",
    [
        "思想有些松懈，学习自成一个体系，比赛完了一走了事。",
        "理屈词穷与理屈辞穷，作风漂浮与作风飘浮，唯利是图与惟利是图。",
        "先进事迹举世注目，歌声婉转悠扬，名花争奇斗艳。",
        "火力击中目标，执法犯法的人，历经艰辛，重现天日。",
        "怕得罪领导，久拖不办，往心里去，发奋图强，奋发图强。",
        "走街串巷，走村串户，当家做主，当家作主，故步自封。",
    ],
)
def test_what_is_like_an_idiom_is_no_mistake(sentence: str) -> None:
    found = LINTER.check(Source(sentence)).findings
    assert not [each.message for each in found if each.severity != Severity.HINT]


def test_no_listed_mistake_is_an_idiom() -> None:
    assert not idioms() & certain().keys()


def test_pieces_are_halves_or_have_a_third_character() -> None:
    assert {len(piece) for piece in pieces()} == {2, 3}


def test_characters_that_idioms_interchange_are_none_wrong() -> None:
    assert not is_one_off("理屈辞穷", "理屈词穷", alike=False)
    assert is_one_off("理屈同穷", "理屈词穷", alike=False)
