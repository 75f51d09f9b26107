"""What is listed of a rule that finds one fault thousands of times."""

from __future__ import annotations

import pytest

from duizhao.lint import Finding, Severity
from duizhao.lint.limit import limited
from duizhao.text import Span


def found(code: str, start: int) -> Finding:
    return Finding(code, Span(start, start + 1), "有误。", Severity.WARNING, "文字常识")


@pytest.mark.parametrize(
    ("count", "listed", "advice"),
    [
        (0, 0, []),
        (1, 1, [""]),
        (3, 3, ["", "", ""]),
        (4, 3, ["", "", "（同类问题还有1处，未逐一列出）"]),
        (9, 3, ["", "", "（同类问题还有6处，未逐一列出）"]),
    ],
)
def test_last_of_too_many_counts_those_left_out(count: int, listed: int, advice: list[str]) -> None:
    kept = limited((found("DZ602", at) for at in range(count)), 3)
    assert [each.span.start for each in kept] == list(range(listed))
    assert [each.advice for each in kept] == advice


def test_each_rule_has_its_own_limit() -> None:
    mixed = [found(code, at) for at, code in enumerate(("DZ1", "DZ2", "DZ1", "DZ1", "DZ2"))]
    kept = limited(mixed, 2)
    assert [(each.code, each.span.start) for each in kept] == [
        ("DZ1", 0),
        ("DZ2", 1),
        ("DZ1", 2),
        ("DZ2", 4),
    ]
    assert [bool(each.advice) for each in kept] == [False, False, True, False]
