"""Sentences labelled together: statements whose titles announce nothing. The weights were not fitted on these texts."""

from __future__ import annotations

from operator import itemgetter

import pytest
from bench.marked import found_points, unmarked

from duizhao.statement.outline.labelled_points import labels_by
from duizhao.statement.outline.sentence_labels import (
    BEGINS,
    KINDS,
    LABELS,
    best_labels,
    may_follow,
    sentences_of,
    weights,
)
from duizhao.text import Span

from .reading import interpreted

MATTER_BY_MATTER = """给支部的检查
我在粮站管保管，七号仓的事、台账的事，一件一件说。
⟦P五月里七号仓漏雨，我看见顶上有水印，没有爬上去看，结果六袋麦种发了芽。⟧⟦C我那时嫌梯子晃，又想着一场雨漏不了多少。⟧⟦M瓦已经换了，往后下雨第二天我上仓顶走一圈，拍照给站长。⟧
⟦P台账上三月到六月的温度，有十一天是月底一块儿填的。⟧⟦C填数没人看，我就觉得填真填假一个样。⟧⟦M从七月起每天下班前填，小何每周五抽三天对。⟧
⟦P老乡来卖粮，我让人家排在太阳底下，自己在棚里喝茶。⟧⟦C我忘了我爹也这样排过队。⟧⟦M秋收前我把棚子往外接六米，凳子放十条。⟧
"""
IN_ORDER = """我的检查
我是公交三分公司的调度员郭小燕，二十岁进场，今年三十九。
⟦P四月十一日晚上末班车提前四分钟发了，站台上落下两个下夜班的护士。⟧
⟦P五月份排班，我把难跑的线路连着排给了新来的小段，他连熬了九天。⟧
⟦P乘客打来的电话，我挂断过三回，有一回人家话还没说完。⟧
⟦C我总盼着早点收车回家，心思不在站台上。⟧
⟦C小段面嫩不会吵，我就拣软的捏。⟧
⟦C夜里电话多，我耳朵起了茧子，听见铃响先烦三分。⟧
⟦M末班车不见时刻不放行，发车前我对一遍站台的监控。⟧
⟦M排班表每月二十五号贴出来，连着三天难线的，下三天一定调开。⟧
⟦M电话响三声以内接，说不清的记下来，第二天上午回过去。⟧
"""
BELOW_TITLES = """领导班子对照检查材料
一、存在的突出问题
（一）理论学习方面
⟦P中心组全年该学十二次，实学九次，有四次是办公室代写的体会。去年十一月上级抽查，三名成员答不出当月学了什么。⟧⟦P学用也脱节。学了两遍基层治理，物业投诉照旧在科室之间转圈，最长的一件转了四十天。⟧
（二）工作作风方面
⟦P下去调研爱走熟路，全年二十六次有十九次去的是三个示范村。偏远的石坎村两年没有班子成员到过。⟧⟦P文件越写越长，上半年印发的方案平均十七页，乡镇同志说看完一份要半个上午。⟧
二、原因剖析
⟦C我们把学习当成任务，总想着忙完这阵再补，久而久之就习惯了应付。⟧⟦C到条件好的村去，材料好写，也不挨骂，说到底是怕碰难题。⟧
三、整改措施
⟦M中心组每月第二个周五下午学习，体会自己写，由宣传委员抽查两份。⟧⟦M投诉件定一个牵头科室，七个工作日办不完的由分管领导督办。⟧⟦M十月底前班子成员把九个偏远村走一遍，每人写一张问题清单。⟧
"""
WITH_LABELS = """民主生活会发言提纲
我是营业厅主任，说四件事。
20:10　老芮：⟦P四月里有三位老人在机器上按错金额，当场哭了，我在办公室没有出来。⟧
20:12　老芮：⟦P存折补登的窗口只开半天，早到的人在台阶上坐到下午两点。⟧
20:14　老芮：⟦P柜员小芮一个月上了九个晚班，我排班时图省事，谁不吭声就多排谁。⟧
20:16　老芮：⟦P保险柜的双人双锁，有十一天是我一个人开的，登记簿上代签了老简的名字。⟧
20:18　老芮：⟦C我眼里只有考核的百分之九十，没有人。⟧
20:20　老芮：⟦C我嫌麻烦，总想着图自己省心，怕得罪资格老的。⟧
20:22　老芮：⟦M每天开一个人工窗口，老人来了先问要人工还是要机器。⟧
20:24　老芮：⟦M下周起补登窗口全天开，午饭轮着吃。⟧
20:26　老芮：⟦M晚班表每月二十五号贴出来，每人不超过五个，我也排进去。⟧
20:28　老芮：⟦M双锁当天就恢复，老简不在场我不开柜，月底请监察员抽查三天。⟧
"""
FEWEST_RIGHT = 0.7
"""In words that nothing was fitted on; of marked statements kept apart some nine sentences in ten are right."""


@pytest.mark.parametrize("marked", [MATTER_BY_MATTER, IN_ORDER, BELOW_TITLES])
def test_most_sentences_without_titles_or_numbers_are_told_apart(marked: str) -> None:
    text, points = unmarked(marked)
    sentences = sentences_of(text, Span(0, len(text)))
    truth = labels_by(points, sentences)
    read = interpreted(text)
    found = labels_by(sorted(found_points(read), key=itemgetter(1)), sentences)
    right = [one.upper() == other.upper() for one, other in zip(truth, found, strict=True)]
    assert sum(right) >= FEWEST_RIGHT * len(right), (truth, found)


def test_a_label_ahead_of_a_point_is_no_part_of_it() -> None:
    text, points = unmarked(WITH_LABELS)
    read = interpreted(text)
    starts = {each.span.start for each in (*read.problems, *read.causes, *read.measures)}
    assert starts <= {span.start for _, span in points}


def test_what_is_told_behind_each_problem_answers_it() -> None:
    read = interpreted(unmarked(MATTER_BY_MATTER)[0])
    pairs = {(read.problems.index(each.problem), each.answer.span) for each in read.links}
    for at, (problem, cause, measure) in enumerate(
        zip(read.problems[:2], read.causes[:2], read.measures[:2], strict=True)
    ):
        assert problem.span < cause.span < measure.span
        assert {(at, cause.span), (at, measure.span)} <= pairs


def test_a_point_goes_on_only_behind_its_own_kind() -> None:
    assert may_follow("P", "p") == may_follow("p", "p") == may_follow("O", "C") == 0
    assert may_follow("C", "p") < 0 > may_follow("", "m")


def test_labels_are_those_of_the_point_with_most_of_a_sentence() -> None:
    sentences = [Span(0, 10), Span(10, 20), Span(20, 30), Span(30, 40)]
    points = [("P", Span(0, 20)), ("C", Span(26, 30)), ("M", Span(30, 40))]
    assert labels_by(points, sentences) == "PpOM"


def test_the_best_labels_never_say_less_than_the_reading_they_replace() -> None:
    text, _ = unmarked(IN_ORDER)
    sentences = sentences_of(text, Span(0, len(text)))
    found = best_labels(text, sentences, "O" * len(sentences))
    assert found.ahead > 0
    assert len(found.labels) == len(sentences)
    assert set(found.labels) <= {*LABELS}
    again = best_labels(text, sentences, found.labels)
    assert again.ahead >= 0


def test_every_piece_has_a_weight_for_each_kind_and_for_beginning() -> None:
    known = weights()
    assert {len(row) for row in known.pieces.values()} == {len(KINDS) + len(BEGINS)}
    assert [len(rows) for rows in known.follows] == [len(LABELS) + 1] * 2
