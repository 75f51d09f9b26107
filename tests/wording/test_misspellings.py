"""Misspelt words: the lists agree with each other, and correct sentences stay silent."""

from __future__ import annotations

import pytest
from bench.slips.measure import lines

import duizhao.rules
from duizhao.lint import Finding, Linter, collect
from duizhao.profiles import shipped
from duizhao.rules.wording import misspellings
from duizhao.text import Source

CODES = ("DZ630", "DZ633")
LINTER = Linter([rule for rule in collect(duizhao.rules) if rule.code in CODES], shipped().all())
LISTS = (misspellings.certain(), misspellings.at_borders(), misspellings.variants())


def findings(text: str) -> list[Finding]:
    return [*LINTER.check(Source(text)).findings]


def test_no_right_form_is_a_wrong_one_elsewhere() -> None:
    wrong = {form for listed in LISTS for form in listed}
    rights = {right for listed in LISTS for right in listed.values()}
    assert not wrong & rights


def test_a_wrong_form_stands_in_one_list() -> None:
    assert sum(map(len, LISTS)) == len({form for listed in LISTS for form in listed})


def test_a_right_form_holds_no_wrong_one() -> None:
    for listed in LISTS:
        for right in listed.values():
            assert not findings(right), right


def test_correct_sentences_stay_silent() -> None:
    assert not [each.message for each in findings("\n".join(lines("correct.txt")))]


@pytest.mark.parametrize(
    "text",
    [
        "资金来自已经核销的项目。",
        "赛德克已到场，伊拉克已经恢复供电。",
        "表决对全体成员有约束力，裁决对双方生效。",
        "交通迅速恢复，标注消防通道。",
        "这项决定由王松驰同志宣读。",
        "由陈安祥、李明两名同志负责。",
    ],
)
def test_words_that_meet_and_names_are_no_mistake(text: str) -> None:
    assert not findings(text)
