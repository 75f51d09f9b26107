"""The page of what reviewers ask agrees with the rules, which name the criteria they answer, and with the reasons of a
return."""

from __future__ import annotations

import re
from pathlib import Path

from new_rule import JUDGING

from duizhao.api import rules
from duizhao.lint import Family
from duizhao.web.submissions.criteria import BY_ID

PAGE = Path(__file__).parents[2] / "docs" / "criteria.md"
ROW = re.compile(r"^\| ([A-J]\d+) \|([^|]+)\|([^|]*)\|([^|]*)\|$", re.MULTILINE)
ROWS = {row[1]: row for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))}


def test_page_has_every_criterion_once_and_in_order() -> None:
    numbers = [(key[0], int(key[1:])) for key in ROWS]
    assert numbers == sorted(numbers)
    for letter in "ABCDEFGHIJ":
        of_part = [number for part, number in numbers if part == letter]
        assert of_part == list(range(1, len(of_part) + 1))


def test_rules_name_criteria_that_stand_on_the_page() -> None:
    assert {key for rule in rules() for key in rule.criteria} <= ROWS.keys()


def test_rules_that_judge_a_statement_answer_a_criterion() -> None:
    judging = [each for each in rules() if Family.from_code(each.code) in JUDGING]
    assert judging
    assert not [each.code for each in judging if not each.criteria]


def test_every_criterion_has_a_rule_or_a_reason() -> None:
    answered = {key for rule in rules() for key in rule.criteria}
    assert not [key for key, row in ROWS.items() if key not in answered and not row[4].strip()]


def test_reasons_of_a_return_are_criteria_of_the_page() -> None:
    assert ROWS.keys() >= BY_ID.keys()
