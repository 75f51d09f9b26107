"""The PDF against GB/T 9704, measured on the page by another program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from printed import block, body, ink, needs_poppler, plan, printed, run, words

from duizhao.layout import Role, load_layout

pytestmark = needs_poppler
ADVANCE = 156 / 28
FULL = block(Role.BODY, "国" * 28 * 22 * 3, first=0)


def test_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    pages = words(printed(tmp_path, [FULL]))
    assert [[len(word.text) for word in body(page)] for page in pages] == [[28] * 22] * 3


def test_date_is_not_parted_from_the_signature(tmp_path: Path) -> None:
    signed = (block(Role.SIGNATURE, "云溪县水务局"), block(Role.DATE, "2026年12月20日"))
    for lines in range(19, 23):
        pages = words(printed(tmp_path, [block(Role.BODY, "国" * 28 * lines, first=0), *signed]))
        last = "".join(word.text for word in body(pages[-1]))
        assert "云溪县水务局" in last
        assert "2026年12月20日" in last


def test_lines_of_every_face_keep_the_pitch(tmp_path: Path) -> None:
    roles = (Role.ROLE_LINE, Role.SALUTATION, Role.BODY, Role.TITLE)
    blocks = [block(role, "国国国国", first=0) for role in roles * 6]
    pages = words(printed(tmp_path, blocks))
    assert [len(body(page)) for page in pages] == [22, 2]


def test_characters_fill_the_type_area_to_a_millimetre(tmp_path: Path) -> None:
    pdf = printed(tmp_path, [FULL])
    for page in (1, 2, 3):
        assert ink(pdf, page) == pytest.approx((28, 37, 210 - 26, 297 - 35), abs=1)


def test_page_numbers_stand_outside_below_the_type_area(tmp_path: Path) -> None:
    pdf = printed(tmp_path, [FULL])
    for at, page in enumerate(words(pdf)):
        number = [word for word in page if word.top > 262]
        assert "".join(word.text for word in number) == f"—{at + 1}—"
        if at % 2 == 0:
            assert number[-1].right == pytest.approx(210 - 26 - ADVANCE, abs=0.5)
        else:
            assert number[0].left == pytest.approx(28 + ADVANCE, abs=0.5)


def test_dash_of_the_page_number_is_7_mm_below(tmp_path: Path) -> None:
    pdf = printed(tmp_path, [block(Role.BODY, "国")])
    number = next(word for word in words(pdf)[0] if word.text == "—")
    assert (number.top + number.bottom) / 2 == pytest.approx(262 + 7, abs=1)


def test_first_line_is_set_in_by_two_characters(tmp_path: Path) -> None:
    first, second, *_ = body(words(printed(tmp_path, [block(Role.BODY, "国" * 60)]))[0])
    assert len(first.text) == 26
    assert first.left - second.left == pytest.approx(2 * ADVANCE, abs=0.1)


def test_title_is_centred_in_22_points(tmp_path: Path) -> None:
    title = block(Role.TITLE, "个人对照检查材料")
    left, _, right, _ = ink(printed(tmp_path, [title]))
    assert (left + right) / 2 == pytest.approx(28 + 78, abs=0.5)
    assert right - left == pytest.approx(8 * 22 * 25.4 / 72, abs=1.5)


def test_run_in_heading_has_two_faces_in_one_line(tmp_path: Path) -> None:
    both = block(Role.BODY, ("（一）学习不够。", Role.HEADING_2), "我没有读完。")
    pdf = printed(tmp_path, [both])
    assert [word.text for word in body(words(pdf)[0])] == ["（一）学习不够。我没有读完。"]
    laid = run("pdftohtml", "-xml", "-i", "-stdout", str(pdf))
    fonts = dict(re.findall(r'font="(\d+)">(?:<b>)?([^<]+)', laid))
    assert set(fonts.values()) >= {"（一）学习不够。", "我没有读完。"}


@pytest.mark.parametrize(
    ("name", "date"),
    [("周明远", "2024年1月8日"), ("中共云溪县水务局党组织委员会", "2024年1月8日")],
)
def test_date_begins_two_characters_behind_the_signature(
    tmp_path: Path, name: str, date: str
) -> None:
    text = f"对照检查材料\n\n一、存在的问题\n学习不够。\n\n{name}\n{date}\n"
    page = body(words(printed(tmp_path, plan(text)))[0])
    signed, dated = page[-2:]
    assert (signed.text, dated.text) == (name, date)
    assert dated.left - signed.left == pytest.approx(2 * ADVANCE, abs=0.3)
    assert max(signed.right, dated.right) == pytest.approx(184 - 2 * ADVANCE, abs=0.5)
    # One blank line above.
    assert signed.top - page[-3].top == pytest.approx(2 * (dated.top - signed.top), abs=0.1)


def test_attachment_begins_a_page_and_its_title_stands_on_line_3(tmp_path: Path) -> None:
    blocks = [
        block(Role.BODY, "正文。"),
        block(Role.ATTACHMENT_LABEL, "附件1", new_page=True),
        block(Role.ATTACHMENT_TITLE, "整改清单", above=1),
    ]
    label, title = body(words(printed(tmp_path, blocks))[1])
    assert label.left == pytest.approx(28, abs=0.1)
    pitch = (225 - 16 * 25.4 / 72) / 21
    middles = [(word.top + word.bottom) / 2 for word in (label, title)]
    assert middles[1] - middles[0] == pytest.approx(2 * pitch, abs=0.5)


def test_long_address_stays_on_the_page(tmp_path: Path) -> None:
    rows = ["见 https://example.com/" + "x" * 300, "。" * 200, "—" * 200, "……" * 100]
    pdf = printed(tmp_path, [block(Role.BODY, row) for row in rows])
    assert ink(pdf)[2] <= 184 + 1


def test_unit_may_ask_for_other_figures(tmp_path: Path) -> None:
    own = tmp_path / "unit.toml"
    own.write_text("[grid]\npitch = 28\nlines = 20\n[margins]\ntop = 40\n", encoding="utf-8")
    pages = words(printed(tmp_path, [FULL], load_layout(own)))
    assert len(body(pages[0])) == 20
    tops = [word.top for word in body(pages[0])]
    assert (tops[-1] - tops[0]) / 19 == pytest.approx(28 * 25.4 / 72, abs=0.02)
    assert ink(tmp_path / "out.pdf")[1] == pytest.approx(40, abs=1)
