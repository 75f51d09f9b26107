from __future__ import annotations

from cost import assert_grows_no_faster
from duizhao.text.wrap import wrap

LIST = "、".join(f"{line}:3" for line in range(1, 20_000))


def test_lines_part_where_chinese_text_may_and_fill_the_room() -> None:
    lines = wrap("一是学习不够深入，联系实际不够紧密。二是担当不足", 20)
    assert lines == ["一是学习不够深入，联", "系实际不够紧密。二是", "担当不足"]


def test_marks_without_a_width_stay_on_the_line_of_their_letter() -> None:
    assert wrap("a" + "\u0301" * 300 + "b" * 25, 20) == ["a" + "\u0301" * 300 + "b" * 19, "b" * 6]


def test_a_long_list_of_places_is_wrapped_in_time_that_grows_with_it() -> None:
    assert "".join(wrap(LIST, 96)) == LIST
    assert_grows_no_faster(
        lambda: wrap(LIST[: len(LIST) // 8], 96), lambda: wrap(LIST, 96), times=14, fixed=0.01
    )
