"""What cannot be shown is written out."""

from __future__ import annotations

import sys

from duizhao.text.visible import UNSEEN, on_one_line, shown


def test_whatever_is_written_out_python_calls_unprintable() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not [found for found in UNSEEN.findall(every) if found.isprintable()]


def test_hidden_characters_are_written_out_and_breaks_too() -> None:
    assert shown("对\u200b照\u202e") == "对<U+200B>照<U+202E>"
    assert shown("对照\n检查") == "对照\n检查"
    assert on_one_line("对照\r\n检\t查\u3000。") == "对照<U+000D><U+000A>检 查\u3000。"
