"""A point in several paragraphs stands on one line of the ledger."""

from __future__ import annotations

import pytest

from duizhao.document import parse
from duizhao.ledger.one_line import on_one_line
from duizhao.text import Source, Span


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("一是碰硬不够。\n拖了21天才上门。", "一是碰硬不够。拖了21天才上门。"),
        ("一是碰硬不够\n拖了21天才上门", "一是碰硬不够。拖了21天才上门"),
        ("一是碰硬不够。\n— 2 —\n第 3 页 共 9 页\n  拖了21天。", "一是碰硬不够。拖了21天。"),
        ("一是三天上门。\n责任人：王强\n时限：6月底", "一是三天上门。责任人：王强。时限：6月底"),
        ("一是碰硬不够。\n\n\n", "一是碰硬不够。"),
        ("  一是碰硬不够。", "一是碰硬不够。"),
    ],
)
def test_paragraphs_are_parted_by_a_full_stop_and_page_numbers_left_out(
    text: str, line: str
) -> None:
    assert on_one_line(parse(Source(text)), Span(0, len(text))) == line


def test_a_line_broken_by_hand_just_goes_on() -> None:
    lines = [f"一是碰硬不够，这一行由人用回车断开在句子的中间{at}处然后接着" for at in range(9)]
    text = "\n".join(lines) + "写完。"
    assert "。" not in on_one_line(parse(Source(text)), Span(0, len(text)))[:-1]
