"""The page that tells which rule answers what reviewers ask agrees with the rules and with the reasons of a return."""

from __future__ import annotations

import re
from pathlib import Path

import duizhao.rules
from duizhao.lint import collect
from duizhao.web.submissions.criteria import BY_ID

PAGE = Path(__file__).parents[2] / "docs" / "criteria.md"
ROW = re.compile(r"^\| ([A-J]\d+) \|([^|]+)\|([^|]*)\|([^|]*)\|$", re.MULTILINE)
CODE = re.compile(r"DZ\d{3}")
ROWS = {row[1]: row for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))}
JUDGING = ("DZ4", "DZ5", "DZ8")
"""Rules on what a statement says: each is there because somebody asks it."""


def codes(criterion: str) -> set[str]:
    return set(CODE.findall(ROWS[criterion][3]))


def test_page_has_every_criterion_once_and_in_order() -> None:
    numbers = [(key[0], int(key[1:])) for key in ROWS]
    assert numbers == sorted(numbers)
    for letter in "ABCDEFGHIJ":
        of_part = [number for part, number in numbers if part == letter]
        assert of_part == list(range(1, len(of_part) + 1))


def test_rules_on_the_page_are_rules() -> None:
    known = {rule.code for rule in collect(duizhao.rules)}
    assert {code for key in ROWS for code in codes(key)} <= known


def test_rules_that_judge_a_statement_stand_on_the_page() -> None:
    told = {code for key in ROWS for code in codes(key)}
    assert not [
        rule.code
        for rule in collect(duizhao.rules)
        if rule.code.startswith(JUDGING) and rule.code not in told
    ]


def test_every_criterion_has_a_rule_or_a_reason() -> None:
    assert not [key for key, row in ROWS.items() if not codes(key) and not row[4].strip()]


def test_reasons_of_a_return_have_the_rules_of_the_page() -> None:
    assert {key: set(each.rules) for key, each in BY_ID.items()} == {
        key: codes(key) for key in BY_ID
    }
