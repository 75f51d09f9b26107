"""What the sentence before a list announces."""

from __future__ import annotations

import pytest

from duizhao.profiles import ChapterKind
from duizhao.statement.outline.end_of_list import pledges
from duizhao.statement.outline.lead_in import CAUSE_SENTENCE, announced

CAUSES, MEASURES, PROBLEMS = ChapterKind.CAUSES, ChapterKind.MEASURES, ChapterKind.PROBLEMS


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("出现这几个问题，原因有几条：", CAUSES),
        ("深挖思想根源，主要是：", CAUSES),
        ("问题的由来，有三条：", CAUSES),
        ("缘由，我们反复谈过，有三层意思。", CAUSES),
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
        ("上面这些毛病，根子在我身上，主要有三条：", CAUSES),
        ("问题虽出在表面，根源却在思想深处：", CAUSES),
        ("出现上述问题，既有客观原因，更有主观原因，概括起来主要有以下四点：", CAUSES),
        ("检视自身存在的问题，究其思想根源，主要有以下几个方面：", CAUSES),
        ("认真剖析产生上述问题的深层次原因，主要有：", CAUSES),
        ("对于上述存在的问题，我进行了深刻反思，主要原因有以下几点：", CAUSES),
        ("这些问题之所以发生，我看主要是：", CAUSES),
        ("为什么会有这些问题？我想了想，有这么几条：", CAUSES),
        ("冷静下来想一想，造成上述问题的主观原因有：", CAUSES),
        ("上述问题产生的原因，从主观上讲，主要是：", CAUSES),
        ("透过现象看本质，产生问题的根源主要在于：", CAUSES),
        ("存在的问题原因分析如下：", CAUSES),
        ("对存在问题产生原因的分析：", CAUSES),
        ("班子存在上述问题，根本原因是：", CAUSES),
        ("查摆问题不是目的，挖出根子才是目的。我的思想根源有：", CAUSES),
        ("我之所以犯这些错误，一来二去，归结为三条：", CAUSES),
        ("造成以上问题，我负有直接责任，原因如下：", CAUSES),
        ("剖析原因，主要有：", CAUSES),
        ("扪心自问，我觉得是：", CAUSES),
        ("从根本上说，", CAUSES),
        ("原因剖析如下：", CAUSES),
        ("成因有三：", CAUSES),
        ("今后一个时期，我将从四个方面加以改进：", MEASURES),
        ("针对上述问题，我将在今后的工作中认真整改：", MEASURES),
        ("对查摆出来的问题，我决心抓好整改落实，做到：", MEASURES),
        ("为切实解决上述问题，我制定了如下整改措施：", MEASURES),
        ("努力的方向和改进措施：", MEASURES),
        ("知错就要改。我准备：", MEASURES),
        ("针对以上不足，本人制定整改措施如下。", MEASURES),
        ("下一步整改措施主要有：", MEASURES),
        ("改进工作，从以下四点入手：", MEASURES),
        ("我向组织保证：", MEASURES),
        ("接下来，班子将重点抓好五件事：", MEASURES),
        ("以后我打算这么干：", MEASURES),
        ("针对存在的问题，提出以下改进意见：", MEASURES),
        ("现提出如下整改措施：", MEASURES),
        ("整改思路和措施：", MEASURES),
        ("以这次会议为契机，我将抓好以下整改：", MEASURES),
        ("今后努力的方向是：", MEASURES),
        ("针对剖析出的原因，采取如下办法：", MEASURES),
        ("对照“六个方面”，查找出以下突出问题：", PROBLEMS),
        ("深刻检视自己，主要存在以下不足：", PROBLEMS),
        ("通过谈心谈话，梳理出自身问题如下：", PROBLEMS),
        ("细数下来，我的缺点有这几个：", PROBLEMS),
        ("具体来说，我的问题是：", PROBLEMS),
        ("同志们给我提了五条意见，我认领的问题有：", PROBLEMS),
        ("我没有做好的事有这么几件：", PROBLEMS),
        ("我在履职中暴露出来的短板主要有：", PROBLEMS),
        ("归纳起来，主要问题有三个：", PROBLEMS),
        ("需要向大家检讨的有：", PROBLEMS),
        ("支部班子还存在以下几个方面的问题和不足：", PROBLEMS),
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
        "由来访群众打分，排出先后：",
        "比如：",
        "去年三月，我在会上说：",
        "责任人：",
        "学习上，",
        "会前，我做了以下准备：",
        "根据会议安排，我从以下几个方面作汇报：",
        "一年来，主要做了以下工作：",
        "去年的整改情况是：",
        "他当时对我说：",
        "主要体现在三个方面：",
        "通过学习，我有三点体会：",
        "下面我从三个方面对照检查：",
        "去年查摆的问题整改情况如下：",
    ],
)
def test_other_words_before_a_list_announce_nothing(sentence: str) -> None:
    assert announced(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "出现这个问题，主要是我怕得罪人。",
        "这些毛病是一根藤上的瓜：我总想着两三年就走。",
        "这几个毛病同一个病根：怕得罪人。",
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


@pytest.mark.parametrize(
    ("text", "is_pledge"),
    [
        ("我将以这次会议为契机，把工作做得更好，不辜负组织的信任。", True),
        ("以这次会议为契机，由我牵头每周查一次闸门。", False),
        ("以这次会议为契机，每月15日前核对一次台账。", False),
    ],
)
def test_a_pledge_names_nobody_and_no_day(text: str, is_pledge: bool) -> None:
    assert pledges(text, 0, len(text)) is is_pledge
