"""Checks and joins for the tests of the outputs: statements of our own, filed in a real index and screened by it."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from duizhao.reuse.index import Index
from duizhao.reuse.model import DocumentLabel
from duizhao.reuse.recurrence import RecurringPoint
from duizhao.reuse.view import FiledTexts, ShownCheck, ShownJoin
from duizhao.text import Span

OFFICIAL = "为人民服务"
QUOTED = "《关于进一步改进工作作风密切联系群众的若干规定》"
SHARED = (
    "一是调查研究不够深入，{year}年到{place}只听汇报，没有走进农户家里，对{count}户低收入家庭的实际困难了解不全面。",
    "二是抓落实的韧劲不足，{place}灌溉渠道修复工程原定{year}年6月完工，实际拖到10月，其间只到现场看过两次。",
    "三是联系群众不够经常，全年接待来访{count}次，其中7次没有在十五日内答复，有两位老人为同一件事来了三趟。",
    "四是工作方法比较简单，布置{place}环境整治任务时只讲期限不讲办法，村干部加班四个周末，仍有两处需要返工。",
    "五是学习存在应付现象，集中学习缺席{count}次，事后只抄笔记没有补课，交流发言两次用了别人起草的稿子。",
)
OWN = (
    "我在分管信访工作期间，对积压的十一件旧案没有逐件过堂，直到上级催办才排出时间表，其中三件的当事人已经搬离本县。",
    "去年汛期我值班四天，夜里只打电话询问水位，没有到现场查看，第二天才知道东坝有一段护坡松动，幸好没有造成损失。",
    "项目评审会上我明知预算偏高，碍于情面没有提出来，后来审计指出多列支二十六万元，我应当负主要责任。",
    "对年轻同志的培养，我往往交任务多、教方法少，两名新来的同志半年里没有独立办过一件完整的事情。",
    "我主持的例会平均开两个半小时，议题准备不充分，有五次会后又重新征求意见，占用了大家下乡的时间。",
    "机关食堂改造时我只看了报价单，没有征求职工意见，开伙后才发现没有给夜班同志留出取餐的窗口。",
    "我对下属单位的考核偏重台账，检查组进门先看材料后看现场，基层为此多做了三套内容相近的表格。",
    "营商环境问卷收回四十份，我只看了汇总数字，没有回访提出意见的九家企业，其中一家的用电问题拖了五个月。",
)
PLACES = ("青石镇", "白河乡", "柳树沟村", "东岭街道", "上川镇", "石桥乡")
PEOPLE = ("张三", "李四", "王五", "赵六", "孙七", "周八")
TITLE = "个人对照检查材料"
HOSTILE = (
    "<script>alert(1)</script>“\u202e倒着看”\u200b=1+1 &amp; ]]> \ud800 ⟦假｜的⟧\r\n\x07"
    "<img src=x onerror=alert(1)>"
    + "这一段文字写得足够长，两份材料里一字不差，用来看看会不会出错。"
    * 2
)


def statement(who: int, shared: tuple[int, ...], year: str = "2024") -> str:
    """A statement of the `who`th person with these of the shared sentences, names of places and figures their own."""
    told = [
        SHARED[each].format(year=year, place=PLACES[who % len(PLACES)], count=3 + 2 * who)
        for each in shared
    ]
    own = random.Random(who).sample(OWN, 3)
    return "\n".join(
        (TITLE, f"根据{QUOTED}的要求，我对照岗位职责作了检查。", *told, *own, "以上请批评指正。")
    )


def label(who: int, year: str = "2024", unit: str = "县水利局办公室") -> DocumentLabel:
    return DocumentLabel(person=PEOPLE[who], unit=unit, year=year, campaign="2024 年度")


def made_index(folder: Path) -> Index:
    """A template, five people who wrote from it, last year's statement of one of them."""
    index = Index(folder)
    template = "\n".join(
        each.format(year="20××", place="某某乡镇", count="若干") for each in SHARED
    )
    index.add(template, "范文.docx", DocumentLabel(kind="template"))
    for who in range(1, 6):
        shared = tuple(range(len(SHARED)))[: 2 + who % 4]
        index.add(statement(who, shared), f"{PEOPLE[who]}.docx", label(who))
    index.add(statement(0, (0, 1, 2), "2023"), "张三2023.docx", label(0, "2023"))
    return index


def check(folder: Path) -> ShownCheck:
    index = made_index(folder)
    text = statement(0, (0, 1, 2, 3))
    screened = index.check(text, label(0))
    return ShownCheck(
        "张三2024.docx", text, label(0), screened, FiledTexts.from_index(index), version="0.1.0"
    )


def join(folder: Path) -> ShownJoin:
    index = made_index(folder)
    return ShownJoin(index.join(), FiledTexts.from_index(index), version="0.1.0")


def hostile(folder: Path) -> ShownCheck:
    """A text that tries to be markup, a formula, a terminal's command, or what JSON and XML cannot hold."""
    index = Index(folder)
    index.add(
        HOSTILE + "对方独有的一句。", "=cmd|' /C calc'!A0", DocumentLabel("<b>甲</b>", "\u202e单位")
    )
    text = HOSTILE + "本材料独有的一句。"
    name = "<img src=x>.txt"
    return ShownCheck(
        name,
        text,
        DocumentLabel("+乙"),
        index.check(text, DocumentLabel("+乙")),
        FiledTexts.from_index(index),
    )


def with_recurring(shown: ShownCheck) -> ShownCheck:
    """The same check, one problem of last year's statement having come back."""
    entry = shown.screened.matches[0].entry
    sentence = SHARED[2].format(year="2024", place="", count=3)
    left, right = (
        Span(text.index(sentence), text.index(sentence) + len(sentence))
        for text in (shown.text, shown.filed.text(entry.id))
    )
    return replace(
        shown, recurring={entry.id: (RecurringPoint(left, right, "查摆的问题 三是", 1.0),)}
    )
