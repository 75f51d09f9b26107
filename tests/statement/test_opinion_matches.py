"""An opinion and the problems that share rare words with it: suggested, never decided."""

from __future__ import annotations

from duizhao.api import StatedProblem, matches_of_opinion

PROBLEMS = [
    StatedProblem(text, text)
    for text in (
        "走访群众不够。到村里少，东山村吃水问题拖了半年。",
        "会议开得多，文件发得长，基层干部忙于陪会。",
        "对年轻干部培养不够，两年没有派人到省里跟班。",
        "工作作风不够扎实，抓落实的力度不够。",
    )
]


def test_problem_with_the_rare_words_comes_first() -> None:
    first, *_ = matches_of_opinion("东山村吃水难，反映半年了没人管", PROBLEMS)
    assert first.number == 0
    assert "东山村吃水" in first.words or "吃水" in first.words


def test_words_of_every_statement_suggest_nothing() -> None:
    assert matches_of_opinion("工作作风要再扎实，抓落实要加大力度", PROBLEMS[:3]) == []


def test_nothing_is_suggested_where_nothing_is_shared() -> None:
    assert matches_of_opinion("食堂饭菜太咸", PROBLEMS) == []
    assert matches_of_opinion("", PROBLEMS) == []
    assert matches_of_opinion("吃水难", []) == []


def test_no_more_are_suggested_than_wanted() -> None:
    same = [StatedProblem("食堂", f"食堂排队的第{at}个问题") for at in range(9)]
    assert len(matches_of_opinion("食堂排队", [*same, *PROBLEMS], most=3)) <= 3
