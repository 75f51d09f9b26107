"""What the sentence before a list announces."""

from __future__ import annotations

import pytest

from duizhao.profiles import ChapterKind
from duizhao.statement.lead_in import CAUSE_SENTENCE, announced

CAUSES, MEASURES, PROBLEMS = ChapterKind.CAUSES, ChapterKind.MEASURES, ChapterKind.PROBLEMS


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("出现这几个问题，原因有几条：", CAUSES),
        ("深挖思想根源，主要是：", CAUSES),
        ("造成这些不足，主要是：", CAUSES),
        ("反思这些问题，主要原因有：", CAUSES),
        ("产生上述这些问题原因很多，归纳起来有以下几个方面：", CAUSES),
        ("产生这些问题的原因是多方面的。主要有：", CAUSES),
        ("这些问题的产生，有制度上的原因，但主要还是思想上的原因。", CAUSES),
        ("之所以存在这些问题，主要有以下几点：", CAUSES),
        ("分析其中的原因，我觉得有三个方面：", CAUSES),
        ("究其根本，有三：", CAUSES),
        ("追根溯源，产生以上问题的原因主要有以下几点：", CAUSES),
        ("存在以上问题，其主要原因：", CAUSES),
        ("认真反思以上问题，原因主要在于：", CAUSES),
        ("整改不力的原因有：", CAUSES),
        ("说到底，", CAUSES),
        ("对上述问题进行深刻剖析，主要有以下几个原因：", CAUSES),
        ("对照查摆出的问题，我深刻剖析，根子在：", CAUSES),
        ("上述问题的根源是：", CAUSES),
        ("下一步，我打算从以下几个方面改起：", MEASURES),
        ("针对以上问题，我将这样改：", MEASURES),
        ("针对存在的问题和原因，我将重点在以下方面下功夫：", MEASURES),
        ("今后我要做到：", MEASURES),
        ("对这些问题，我打算这样整改：", MEASURES),
        ("为改正这些问题，我打算：", MEASURES),
        ("下步，我将从三个方面整改。", MEASURES),
        ("针对上述差距，今后重点抓好以下几方面：", MEASURES),
        ("今后，我要从这样几个方面努力：", MEASURES),
        ("整改措施如下：", MEASURES),
        ("我的改进办法有三条：", MEASURES),
        ("从下个月起，我准备这样改：", MEASURES),
        ("针对查摆出的问题，结合思想和工作实际，主要采取以下措施：", MEASURES),
        ("在今后的工作中，我将努力做到：", MEASURES),
        ("为此，我将抓好以下工作：", MEASURES),
        ("我的毛病有三条：", PROBLEMS),
        ("我的不足主要有：", PROBLEMS),
        ("存在三个不足：", PROBLEMS),
        ("经梳理，有这样几个问题：", PROBLEMS),
        ("分管工作中，我有以下几点做得不好：", PROBLEMS),
        ("我身上有两个问题。", PROBLEMS),
        ("我存在这些问题：", PROBLEMS),
        ("现就本人存在的问题检查如下：", PROBLEMS),
        ("主要存在以下几个方面的问题：", PROBLEMS),
        ("对照党章，我还存在以下差距：", PROBLEMS),
        ("在抓好安全生产上，主要存在：", PROBLEMS),
        ("以上问题主要表现在以下方面：", PROBLEMS),
    ],
)
def test_a_lead_in_announces_what_its_last_telling_words_name(
    sentence: str, kind: ChapterKind
) -> None:
    assert announced(sentence, 0, len(sentence)) is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "主要表现为：",
        "主要表现在：",
        "在整改落实方面：",
        "按照会议要求，现将有关情况报告如下：",
        "具体情况如下：",
        "比如：",
        "去年三月，我在会上说：",
        "责任人：",
        "学习上，",
    ],
)
def test_other_words_before_a_list_announce_nothing(sentence: str) -> None:
    assert announced(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "出现这个问题，主要是我怕得罪人。",
        "认真反思上述不足，根子在于我放松了自己。",
        "这些问题的产生，根源是党性不强。",
        "之所以存在这些差距，是因为我离群众远了。",
    ],
)
def test_a_paragraph_that_looks_back_tells_causes(paragraph: str) -> None:
    assert CAUSE_SENTENCE.match(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "这个项目拖了半年，主要是我没有去催。",
        "存在的主要问题有三个。",
        "针对这些问题的原因，我将逐条改。",
        "对工程停工的原因没有查清。",
    ],
)
def test_a_paragraph_of_other_matters_tells_none(paragraph: str) -> None:
    assert CAUSE_SENTENCE.match(paragraph) is None
