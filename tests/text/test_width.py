"""Width in a terminal, where an ambiguous character is narrow, and on a page, where it is in a Chinese font."""

from __future__ import annotations

import pytest

from duizhao.text.width import columns, width


@pytest.mark.parametrize(
    ("text", "in_terminal", "on_page"),
    [
        ("", 0, 0.0),
        ("abc", 3, 1.5),
        ("学习", 4, 2.0),
        ("“学”", 4, 3.0),
        ("ａ１", 4, 2.0),
        ("e\u0301", 1, 0.5),
        ("学\u200b习", 5, 2.0),
    ],
)
def test_width_of_text(text: str, in_terminal: int, on_page: float) -> None:
    assert (columns(text), width(text)) == (in_terminal, on_page)
