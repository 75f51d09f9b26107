"""A cause by one word or rare character: only where it is ahead of all others, and never for a problem that has one."""

from __future__ import annotations

import pytest

from duizhao.statement.links.faint_words import MAX_COMPARED, FaintWords, faintly_told

PROBLEMS = [
    "呼叫铃响了没人应，最久一次响了七分钟。",
    "新来的护士带教糊弄，签名是一次补齐的。",
    "对护工说话难听。",
    "压疮上报打了折扣，少报了两例。",
]


@pytest.mark.parametrize(
    ("causes", "expected"),
    [
        (["夜里人手紧，只能让铃等一等。", "看重考核的分数。"], {0: 0}),
        (["看重考核的分数。", "带教费工夫，能省就省。"], {1: 1}),
        (["图省力。", "心里有高低之分。"], {}),
        (["铃声听惯了。", "铃一响就烦。"], {}),
    ],
)
def test_cause_of_the_word_is_found(causes: list[str], expected: dict[int, int]) -> None:
    found = faintly_told(FaintWords(PROBLEMS, causes), {})
    assert {problem: cause for problem, (cause, _) in found.items()} == expected


def _told(*causes: str) -> dict[int, tuple[int, tuple[str, ...]]]:
    return faintly_told(FaintWords(PROBLEMS, causes), {})


def test_words_are_told() -> None:
    found = _told("夜里人手紧，只能让铃等一等。", "看重考核的分数。")
    assert found[0][1] == ("铃",)


def test_problem_with_a_cause_is_left_alone() -> None:
    causes = ["夜里人手紧，只能让铃等一等。", "看重考核的分数。"]
    assert 0 not in faintly_told(FaintWords(PROBLEMS, causes), {0: [1]})


def test_very_many_points_are_not_compared() -> None:
    assert faintly_told(FaintWords(PROBLEMS * MAX_COMPARED, ["让铃等一等。"] * 2), {}) == {}


def test_few_causes_of_many_problems_share_words_by_chance() -> None:
    cause = "夜里人手紧，呼叫铃响了只能让铃等一等，带教费工夫，签名补齐了事。"
    assert _told(cause) == {}


def test_field_of_both_is_told_in_other_words() -> None:
    problems = ("中秋皮卡拉过岳父家的柜子。", "老太太等到天黑。", "花圃没有浇。")
    causes = ("不知道站久了腿酸。", "车钥匙谁来要都给，熟人更不用说。")
    assert _pairs(FaintWords(problems, causes)) == {(0, 1): ("亲戚", "车")}


def test_measure_is_told_by_two_things_and_not_by_one() -> None:
    problems = ("夜里少走了四趟。", "桶满了。", "门铃坏了。")
    measures = ("夜里每两小时走一趟。", "桶刷成白色。", "请人来讲课。")
    found = _pairs(FaintWords(problems, measures, are_causes=False))
    assert found.keys() == {(0, 0)}


def _pairs(words: FaintWords) -> dict[tuple[int, int], tuple[str, ...]]:
    return {(problem, at): told for problem, (at, told) in faintly_told(words, {}).items()}
