"""Which row of the old ledger a new row continues: by its words, in its file, whatever its place."""

from __future__ import annotations

import pytest

from duizhao.ledger.row import Row
from duizhao.ledger.rows.match import match_rows
from duizhao.text import Span
from duizhao.text.paragraph_place import ParagraphPlace

LEARNING = ("学习不够主动", "一是学习不够主动。报纸送来，多数没有拆。")
LEARNING_AS_THIRD = ("学习不够主动", "三是学习不够主动。报纸送来，多数没有拆。")
LEARNING_MORE = ("学习不够主动", "一是学习不够主动。全年只写了3页笔记。")
LEARNING_MORE_AS_SECOND = ("学习不够主动", "二是学习不够主动。全年只写了3页笔记。")
LEARNING_OTHERWISE = ("学习还不够主动", "一是学习还不够主动。报纸送来，大多没有拆。")
VISITS = ("下乡次数少", "二是下乡次数少。去年只去过2个村。")
WINDOW = ("窗口排队长", "三是窗口排队长。群众等了一个上午。")

Point = tuple[str, str, str]
"""The file of a row, its claim and its sentence."""


def at(file: str, *points: tuple[str, str]) -> list[Point]:
    return [(file, *point) for point in points]


def row(point: Point, *, is_problem: bool = True) -> Row:
    file, claim, sentence = point
    return Row(
        id="P1",
        file=file,
        is_problem=is_problem,
        claim=claim,
        text=sentence,
        place=ParagraphPlace(1, 1),
        span=Span(0, 1),
        sentence=sentence,
    )


def cells(point: Point, *, is_problem: bool = True) -> dict[str, str]:
    names = dict(zip(("file", "claim", "sentence"), point, strict=True))
    return {"id": "P1" if is_problem else "M1", **names}


MATCHED: dict[str, tuple[list[Point], list[Point], dict[int, int]]] = {
    "the same": (at("甲", LEARNING, VISITS), at("甲", LEARNING, VISITS), {0: 0, 1: 1}),
    "at other places": (at("甲", LEARNING, VISITS), at("甲", VISITS, LEARNING_AS_THIRD), {0: 1, 1: 0}),
    "a row that is new": (at("甲", LEARNING), at("甲", WINDOW, LEARNING), {1: 0}),
    "a row that is gone": (at("甲", LEARNING, VISITS), at("甲", VISITS), {0: 1}),
    "with another example": (at("甲", LEARNING, VISITS), at("甲", VISITS, LEARNING_MORE), {0: 1, 1: 0}),
    "in other words": (at("甲", VISITS, LEARNING), at("甲", LEARNING_OTHERWISE), {0: 1}),
    "the same text first, then the same claim": (
        at("甲", LEARNING_MORE, LEARNING), at("甲", LEARNING, LEARNING_MORE), {0: 1, 1: 0},
    ),
    "under other numbers": (
        at("甲", LEARNING, LEARNING_MORE), at("甲", LEARNING_MORE_AS_SECOND, LEARNING_AS_THIRD), {0: 1, 1: 0},
    ),
    "one that became two": (at("甲", LEARNING), at("甲", LEARNING, LEARNING_MORE), {0: 0}),
    "one beside which another came": (at("甲", LEARNING), at("甲", LEARNING, LEARNING_OTHERWISE), {0: 0}),
    "the same characters in another order": (
        at("甲", ("村民路灯维修", "村民路灯维修")), at("甲", ("修维灯路民村", "修维灯路民村")), {},
    ),
    "twice the same": (at("甲", LEARNING, LEARNING), at("甲", LEARNING, LEARNING), {0: 0, 1: 1}),
    "once where it was twice": (at("甲", LEARNING, LEARNING), at("甲", LEARNING), {0: 0}),
    "in another file that was there": (at("甲", LEARNING) + at("乙", VISITS), at("乙", LEARNING, VISITS), {1: 1}),
    "in a file of another name": (at("甲", LEARNING, VISITS), at("甲（二稿）", LEARNING, VISITS), {0: 0, 1: 1}),
    "half of it in a file of another name": (at("甲", LEARNING, VISITS), at("丙", LEARNING, WINDOW), {0: 0}),
    "too little in a file of another name": (
        at("甲", LEARNING, VISITS, WINDOW), at("丙", LEARNING, ("甲", "甲。"), ("乙", "乙。")), {},
    ),
    "in two new files": (
        at("甲", LEARNING, VISITS), at("丙", LEARNING, VISITS) + at("丁", LEARNING), {0: 0, 1: 1},
    ),
    "of two old files": (
        at("甲", LEARNING, VISITS) + at("乙", LEARNING), at("丙", LEARNING, VISITS), {0: 0, 1: 1},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MATCHED)
def test_row_continues_the_row_with_its_words(case: str) -> None:
    old, new, found = MATCHED[case]
    assert match_rows([*map(cells, old)], [*map(row, new)]) == found


def test_problem_continues_no_measure() -> None:
    point = ("甲", *LEARNING)
    assert match_rows([cells(point, is_problem=False)], [row(point)]) == {}
    assert match_rows([cells(point, is_problem=False)], [row(point, is_problem=False)]) == {0: 0}


def test_likelier_row_is_taken_first() -> None:
    """一 shares half with the old row, 二 nearly all of it: 二 continues it though it stands behind."""
    old = ("甲", "甲", "巡河记录补写三次")
    far, near = ("甲", "乙", "巡河记录补写两回也是常有"), ("甲", "丙", "巡河记录补写四次")
    assert match_rows([cells(old)], [row(far), row(near)]) == {1: 0}
    assert match_rows([cells(old)], [row(far)]) == {0: 0}


def test_likelier_of_two_old_rows_is_continued() -> None:
    new = ("甲", "甲", "巡河记录补写三次")
    far, near = ("甲", "乙", "巡河记录补写两回也是常有"), ("甲", "丙", "巡河记录补写四次")
    assert match_rows([cells(near), cells(far)], [row(new)]) == {0: 0}
    assert match_rows([cells(far), cells(near)], [row(new)]) == {0: 1}


def test_file_that_was_written_anew_is_not_compared_row_by_row() -> None:
    old = [cells(("甲", f"第{n}项", f"第{n}项记录补写三次")) for n in range(300)]
    new = [row(("甲", f"第{n}条", f"第{n}条记录补写三次")) for n in range(300)]
    assert match_rows(old, new) == {}
    assert len(match_rows(old[:20], new[:20])) == 20
