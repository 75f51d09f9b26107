"""Where the text of a problem passes on to its cause or its measure without a heading."""

from __future__ import annotations

import pytest

from duizhao.statement import ChapterKind
from duizhao.statement.cues import Cues
from duizhao.statement.interpreter import vocabulary


def cues(text: str) -> list[tuple[str, ChapterKind]]:
    found = Cues(text, vocabulary().scan(text)).within(0, len(text))
    return [(text[start:end], kind) for start, end, kind in found]


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("只去过三次。究其原因，是怕麻烦。", "究其原因", ChapterKind.CAUSES),
        ("只去过三次。产生上述问题的原因，一是怕麻烦。", "产生上述问题", ChapterKind.CAUSES),
        ("只去过三次。深刻剖析原因，是怕麻烦。", "深刻剖析原因", ChapterKind.CAUSES),
        ("只去过三次；根源在于怕麻烦。", "根源在于", ChapterKind.CAUSES),
        ("只去过三次。原因是怕麻烦。", "原因是", ChapterKind.CAUSES),
        ("只去过三次。整改措施：每月去一次。", "整改措施：", ChapterKind.MEASURES),
        ("只去过三次。整改：每月去一次。", "整改：", ChapterKind.MEASURES),
        ("努力方向：每月去一次。", "努力方向：", ChapterKind.MEASURES),
    ],
)
def test_a_cue_opens_a_clause(text: str, cue: str, kind: ChapterKind) -> None:
    assert cues(text) == [(cue, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "没有问清其中的原因是什么。", "三项工作的整改措施：落实不到位。", "对出现这些问题的单位没有约谈。",
        "只去过三次。", "产生这些问题以后没有报告。",
    ],
)  # fmt: skip
def test_the_same_words_inside_a_clause_are_no_cue(text: str) -> None:
    assert cues(text) == []
