"""What a section without a telling title tells."""

from __future__ import annotations

import pytest

from duizhao.statement import ChapterKind
from duizhao.statement.outline.told_kind import told_kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.图省钱。2.求快。", ChapterKind.CAUSES),
        ("（一）把老人当负担。（二）把发电量当成唯一的考卷。", ChapterKind.CAUSES),
        ("群众观念淡了，把自己当成发证的人。", ChapterKind.CAUSES),
        ("对规定重视不够，觉得打听时间不算过问。", ChapterKind.CAUSES),
        ("线索十日内办结。报修由班长登记。", ChapterKind.MEASURES),
        ("C1.工伤材料三个工作日内报送。C2.排班表上墙。", ChapterKind.MEASURES),
        ("给老于赔个不是，今天会上就赔。", ChapterKind.MEASURES),
        ("戴党徽是上墙的规定，我四个月没有戴。", ChapterKind.PROBLEMS),
        ("去年三次到村部，我只签了字。", ChapterKind.PROBLEMS),
    ],
)
def test_behind_problems_the_text_tells_what_a_section_is_for(
    text: str, expected: ChapterKind
) -> None:
    assert told_kind(text, {ChapterKind.PROBLEMS}, named_faults=True) is expected


def test_before_the_first_problem_nothing_is_an_answer() -> None:
    assert told_kind("每周读一章。", set(), named_faults=True) is None
    assert told_kind("怕麻烦，读书不多。", set(), named_faults=True) is ChapterKind.PROBLEMS
