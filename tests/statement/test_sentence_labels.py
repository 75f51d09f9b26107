"""Sentences labelled together: statements whose titles announce nothing. The weights were not fitted on these texts."""

from __future__ import annotations

from operator import itemgetter

import pytest
from bench.marked import found_points, unmarked

from duizhao.statement.outline.labelled_points import labels_by
from duizhao.statement.outline.sentence_labels import (
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
FEWEST_RIGHT = 0.7
"""In words that nothing was fitted on; of marked statements kept apart some nine sentences in ten are right."""


@pytest.mark.parametrize("marked", [MATTER_BY_MATTER, IN_ORDER])
def test_most_sentences_without_titles_or_numbers_are_told_apart(marked: str) -> None:
    text, points = unmarked(marked)
    sentences = sentences_of(text, Span(0, len(text)))
    truth = labels_by(points, sentences)
    read = interpreted(text)
    found = labels_by(sorted(found_points(read), key=itemgetter(1)), sentences)
    right = [one.upper() == other.upper() for one, other in zip(truth, found, strict=True)]
    assert sum(right) >= FEWEST_RIGHT * len(right), (truth, found)


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
    assert {len(row) for row in known.pieces.values()} == {5}
    assert [len(rows) for rows in known.follows] == [len(LABELS) + 1] * 2
