"""What becomes of references when the cells D to G from row 10 on move down by two."""

from __future__ import annotations

import pytest

from duizhao.ledger.xlsx.references import RowShift, SharedFormula

MOVE = RowShift("汇总", 3, 6, 10, 2)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("D10+$G$11", "D12+$G$13"),
        ("D9+C10+H10", "D9+C10+H10"),
        ("SUM(E6:E12)", "SUM(E6:E14)"),
        ("SUM(E10:F12)", "SUM(E12:F14)"),
        ("SUM(C6:E12)", "SUM(C6:E12)"),
        ("SUM(E:E)", "SUM(E:E)"),
        ("LOG10(D10)", "LOG10(D12)"),
        ('"D10"&D10&"说“D10”"', '"D10"&D12&"说“D10”"'),
        ('"a""D10"&D10', '"a""D10"&D12'),
        ("整改台账!D10+汇总!D10", "整改台账!D10+汇总!D12"),
        ("'汇总'!D10+'汇 总'!D10+'a''D10'!D10", "'汇总'!D12+'汇 总'!D10+'a''D10'!D10"),
        ("[1]汇总!D10", "[1]汇总!D10"),
        ("D10_合计+甲D10+D10.1", "D10_合计+甲D10+D10.1"),
    ],
)
def test_formula_calls_the_cells_where_they_are_now(before: str, after: str) -> None:
    assert MOVE.adjust(before, "汇总") == after


def test_formula_of_another_sheet_calls_only_by_name() -> None:
    assert MOVE.adjust("D10+汇总!D10:E10", "我的表") == "D10+汇总!D12:E12"


def test_shared_formula_is_moved_but_for_what_it_holds_fast() -> None:
    assert SharedFormula('$D6+D$6+$D$6+D6&"D6"').copied(2, 1) == '$D8+E$6+$D$6+E8&"D6"'
