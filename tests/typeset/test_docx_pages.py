"""Our .docx on the page, as LibreOffice prints it: lines, characters, margins, page numbers."""

from __future__ import annotations

import pytest
from planned import plan
from rendered import Line, pages, to_pdf

from duizhao.layout import standard_layout
from duizhao.typeset.docx import write_docx

pytestmark = pytest.mark.libreoffice

SENTENCE = "平时读原文少写笔记少对分管工作中的难题想得不深办法不多"
TEXT = (
    "2023年主题教育专题民主生活会个人对照检查材料\n县水务局党组成员　周明远\n（2024年1月8日）\n"
    "一、存在的问题\n" + "".join(f"{SENTENCE * 12}。\n" for _ in range(6))
    + "二、原因剖析\n（一）学习抓得不紧。没有读原文。\n中共云溪县水务局党组\n2024年1月8日\n"
)  # fmt: skip
TOP, BOTTOM, LEFT, RIGHT = 37, 262, 28, 184


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "a.docx").write_bytes(write_docx(plan(TEXT), standard_layout()))
    return pages(to_pdf(folder / "a.docx", folder / "profile"))


def body(page: list[Line]) -> list[Line]:
    return [line for line in page if not is_number(line)]


def is_number(line: Line) -> bool:
    return line.text.startswith("—") and line.text.endswith("—")


def test_full_page_has_22_lines(printed: list[list[Line]]) -> None:
    assert len(printed) >= 3
    assert [len(body(page)) for page in printed[1:-1]] == [22] * (len(printed) - 2)


def test_full_line_has_28_characters(printed: list[list[Line]]) -> None:
    lines = [line.text for page in printed[1:-1] for line in body(page)]
    full = [line for line in lines if line[0] != SENTENCE[0] or len(line) == 28]
    assert sum(len(line) == 28 for line in full) > 0.8 * len(full)
    assert max(map(len, lines)) == 28


def test_text_stays_within_a_millimetre_of_the_margins(printed: list[list[Line]]) -> None:
    for page in printed:
        lines = body(page)
        assert min(line.left for line in lines) >= LEFT - 1
        assert max(line.right for line in lines) <= RIGHT + 1
        assert min(line.top for line in lines) >= TOP - 1
        assert max(line.bottom for line in lines) <= BOTTOM + 1
    lines = body(printed[1])
    assert min(line.left for line in lines) == pytest.approx(LEFT, abs=1)
    assert max(line.right for line in lines) == pytest.approx(RIGHT, abs=1)


def test_page_number_stands_right_on_odd_and_left_on_even_pages(printed: list[list[Line]]) -> None:
    indent = 14 * 25.4 / 72
    for count, page in enumerate(printed, 1):
        number = next(line for line in page if is_number(line))
        assert number.text == f"—{count}—"
        if count % 2:
            assert number.right == pytest.approx(RIGHT - indent, abs=1)
        else:
            assert number.left == pytest.approx(LEFT + indent, abs=1)
        assert (number.top + number.bottom) / 2 == pytest.approx(BOTTOM + 7, abs=1)


def test_title_is_centred_in_lines_of_whole_words(printed: list[list[Line]]) -> None:
    first, second = printed[0][:2]
    assert (first.text, second.text) == ("2023年主题教育专题民主生活会", "个人对照检查材料")
    for line in (first, second):
        assert (line.left + line.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_signature_and_date_stand_as_the_clause_says(printed: list[list[Line]]) -> None:
    signature, date = body(printed[-1])[-2:]
    character = 16 * 25.4 / 72
    assert signature.text == "中共云溪县水务局党组"
    assert signature.right == pytest.approx(RIGHT - 2 * character, abs=1)
    assert date.left - signature.left == pytest.approx(2 * character, abs=1)
