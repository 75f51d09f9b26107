from __future__ import annotations

import pytest

from cost import assert_grows_no_faster
from duizhao.text.wrap import wrap

LIST = "、".join(f"{line}:3" for line in range(1, 20_000))


def test_lines_part_where_chinese_text_may_and_fill_the_room() -> None:
    lines = wrap("一是学习不够深入，联系实际不够紧密。二是担当不足", 20)
    assert lines == ["一是学习不够深入，联", "系实际不够紧密。二是", "担当不足"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("使用了国产办公软件LibreOffice打开", ["使用了国产办公软件", "LibreOffice打开"]),
        ("他在会上讲到了三条《意见》", ["他在会上讲到了三条", "《意见》"]),
        ("本人走访群众共计二十，户", ["本人走访群众共计二", "十，户"]),
        ("台账里记的户数一共是125户", ["台账里记的户数一共是", "125户"]),
        ("一二三四五六七八九十", ["一二三四五六七八九十"]),
        ("一二三四五六七八九 十一", ["一二三四五六七八九", "十一"]),
        ("甲（（（（（（（（（（乙", ["甲（（（（（（（（（", "（乙"]),
    ],
)
def test_no_word_is_parted_and_no_mark_stands_where_it_may_not(text: str, lines: list[str]) -> None:
    assert wrap(text, 20) == lines


def test_marks_without_a_width_stay_on_the_line_of_their_letter() -> None:
    assert wrap("a" + "\u0301" * 300 + "b" * 25, 20) == ["a" + "\u0301" * 300 + "b" * 19, "b" * 6]


def test_a_long_list_of_places_is_wrapped_in_time_that_grows_with_it() -> None:
    assert "".join(wrap(LIST, 96)) == LIST
    assert_grows_no_faster(
        lambda: wrap(LIST[: len(LIST) // 8], 96), lambda: wrap(LIST, 96), times=14, fixed=0.01
    )
