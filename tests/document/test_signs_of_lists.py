"""Signs before lines: those that stand above lines with other signs head them, brackets alone head a part."""

from __future__ import annotations

from duizhao import document
from duizhao.text import Source

ABOVE = "供电所班子对照检查材料\n按照要求，班子作了检查。\n"


def headings(body: str) -> list[tuple[int, str]]:
    parsed = document.parse(Source(ABOVE + body))
    return [(each.level, parsed.of(each.title)) for each in parsed.headings]


def test_a_sign_above_lines_with_another_sign_heads_them() -> None:
    body = "二、整改措施\n● 样品管理\n—— 三本账合成一本；\n—— 冷库有人值夜；\n● 传帮带\n—— 每人带一个徒弟。\n"
    assert headings(body) == [(1, "整改措施"), (3, "样品管理"), (3, "传帮带")]


def test_a_sign_before_lines_of_a_list_heads_nothing() -> None:
    body = "一、存在的问题\n● 懒，怕跑路\n● 信没人回\n二、整改措施\n● 每周下乡\n● 三天回信\n"
    assert headings(body) == [(1, "存在的问题"), (1, "整改措施")]


def test_names_of_parts_in_brackets_head_them() -> None:
    body = "【会前】谈心11人次。\n【今年问题】\n—— 传达慢了11天\n【根子】\n—— 不当一回事\n【改】\n—— 传达不过周\n"
    assert headings(body) == [(1, "今年问题"), (1, "根子"), (1, "改")]


def test_a_list_with_signs_is_not_wrapped() -> None:
    body = "一、存在的问题\n" + "".join(
        f"● {name}没有人管\n— 去年坏了三回还在用\n" for name in ("水泵房", "配电室", "食堂灶")
    )
    parsed = document.parse(Source(ABOVE + body))
    assert parsed.whole_title == "供电所班子对照检查材料"
