"""What a text is weighed by costs little on texts made to hurt: one piece, repeated to the length that is read."""

from __future__ import annotations

import pytest

from cost import assert_costs_less
from duizhao.statement.recognition.traits import traits

READ_CHARACTERS = 1_500
LIMIT = 0.3
"""Seconds on the reference machine. Blank lines before a heading once took a minute."""


@pytest.mark.parametrize(
    "piece",
    [
        "\n", " ", "\n　", "　\n", "|", "（", "一、\n", "1", "2023年", "工作\n", "甲", "甲：\n", "“", "要", "我，",
        "张三：好。\n", "不", "明年", "主要工作", "—", "·\n",
    ],
)  # fmt: skip
def test_one_piece_repeated_is_weighed_soon(piece: str) -> None:
    text = piece * (READ_CHARACTERS // len(piece))
    assert_costs_less(lambda: traits("", text, ()), LIMIT)
    assert_costs_less(lambda: traits(text, "", ()), LIMIT)
