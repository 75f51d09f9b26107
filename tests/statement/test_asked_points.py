"""Questions tell what the answers to them are: faults, causes or measures."""

from __future__ import annotations

import pytest
from tests.statement.reading import interpreted, words

ASKED = """仓库保管员的检查（支部书记问，本人答）
书记：这一年你觉得哪里做得最差？
答：盘库。全年该盘四次，我只盘了一次，账上少了九桶漆也没有发现。另外，借出去的梯子没有登记。
书记：怎么会这样？
答：人熟，总觉得都是自家东西。说白了就是懒。
书记：往后呢？
答：每季度最后一天关门盘库，账贴在门上。借东西先写条子，没有条子不给钥匙。
书记：班组的人说你脾气大，有没有？
答：有。七月里发手套，小许多要一双，我当着大家骂了他。那天骂人，是因为我自己记错了数。
书记：这一条想好怎么改了吗？
答：还没想好，请支部帮我出主意。
书记：还有什么要说的？
答：没有了，请大家监督。
"""


def test_a_question_tells_what_its_answer_is() -> None:
    read = interpreted(ASKED)
    assert words(read, [each.span for each in read.problems]) == [
        "盘库。全年该盘四次，我只盘了一次，账上少了九桶漆也没有发现。",
        "另外，借出去的梯子没有登记。",
        "七月里发手套，小许多要一双，我当着大家骂了他。",
    ]
    assert words(read, [each.span for each in read.causes]) == [
        "人熟，总觉得都是自家东西。说白了就是懒。",
        "那天骂人，是因为我自己记错了数。",
    ]
    assert words(read, [each.span for each in read.measures]) == [
        "每季度最后一天关门盘库，账贴在门上。",
        "借东西先写条子，没有条子不给钥匙。",
    ]


def test_an_answer_belongs_to_the_problems_asked_about_before_it() -> None:
    read = interpreted(ASKED)
    text = read.document.text
    causes = {
        (text[each.problem.span.start], text[each.answer.span.start])
        for each in read.links
        if each.answer in read.causes
    }
    assert causes == {("盘", "人"), ("另", "人"), ("七", "那")}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("当时怎么想的？", "causes"),
        ("毛病出在哪儿？", "causes"),
        ("改得了吗？", "measures"),
        ("支部想听你怎么改。", "measures"),
        ("大家对你意见最大的是什么？", "problems"),
    ],
)
def test_kinds_of_questions(question: str, kind: str) -> None:
    answer = "车间里那本值班簿，我一个月没有翻过。"
    read = interpreted(
        "我的检查\n问：最差的是哪件事？\n答：门卫换岗没人接，空了四十分钟。\n"
        f"问：{question}\n答：{answer}\n问：食堂的事呢？\n答：剩饭倒了一桶，我没有管。\n"
    )
    assert answer in words(read, [each.span for each in getattr(read, kind)])
