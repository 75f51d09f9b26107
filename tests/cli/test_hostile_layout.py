"""The rules of the layout on Word files made to be slow: a result, soon and in little memory."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest

from duizhao.office.limits import MAX_MARKUP
from hostile import bombs
from hostile.cases import Case
from hostile.process import run
from hostile.word import save

MARKUP = MAX_MARKUP - 16_000
OPENING = "个人对照检查材料", "一、存在的问题", "一是学习不够。", "二、整改措施", "一是学习。"
BOMBS = [bombs.of_lists, bombs.of_based_styles, bombs.of_insertions, bombs.up_to_every_limit]


def assert_bounded(file: Path) -> str:
    asked = "--select", "DZ7", "--format", "json", "--no-progress"
    ran = run(file.parent, "check", *asked, file.name)
    ran.assert_modest()
    assert ran.code in (0, 1), ran.said
    return ran.said


@pytest.mark.parametrize("case", BOMBS, ids=lambda case: case.__name__)
def test_bomb_is_checked_soon_and_in_little_memory(case: Case, tmp_path: Path) -> None:
    assert_bounded(case(tmp_path))


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def looks(at: int) -> tuple[str, str]:
    """Formats that are all unlike: nothing that is kept for the next helps."""
    return (
        f'<w:ind w:left="{at % 3000}" w:firstLine="{at % 997}"/><w:spacing w:line="{at % 900 + 1}"/>',
        f'<w:spacing w:val="{at % 500 - 250}"/><w:sz w:val="{at % 90 + 1}"/>',
    )


UNITS = {
    "bodies": ("学习不够深。",),
    "headings": ("一、存在的问题", "（一）学习", "1.读书少", "（1）不学"),
    "attachments": ("附件1", "附件", "附件：1.清单", "2.清单"),
    "signatures": ("周明远", "2024年1月8日"),
}
SECTIONS = (
    '<w:sectPr><w:cols w:num="2"/><w:pgMar w:footer="{0}" w:bottom="{0}"/>'
    '<w:docGrid w:type="linesAndChars" w:linePitch="312" w:charSpace="{0}"/></w:sectPr>'
)


@pytest.mark.parametrize(
    ("name", "in_sections"),
    [("bodies", False), ("headings", False), ("attachments", True), ("signatures", True)],
)
def test_longest_file_of_one_kind_of_paragraph_is_checked_soon(
    name: str, in_sections: bool, tmp_path: Path
) -> None:
    body = "".join(map(paragraph, OPENING))
    pieces, left = [], MARKUP - 2 * body.count("<")
    for at, text in enumerate(cycle(UNITS[name])):
        properties, run = looks(at)
        section = SECTIONS.format(at % 4000) if in_sections else ""
        made = paragraph(text, properties + section, run)
        left -= made.count("<")
        if left < 0 or at > 40_000:
            break
        pieces.append(made)
    said = assert_bounded(save(tmp_path, body=body + "".join(pieces)))
    assert '"DZ7' in said
