"""Screening as a terminal shows it."""

from __future__ import annotations

import re
from dataclasses import replace

import click
import pytest
from screens import OWN, label, with_recurring

from duizhao.lint import Relation
from duizhao.reuse.index import Index
from duizhao.reuse.model import DocumentLabel, JoinResult, ScreenResult
from duizhao.reuse.view import ShownCheck, ShownJoin, write
from duizhao.reuse.view.excerpt import excerpt
from duizhao.reuse.view.words import differing_line, percent, place, relation_name
from duizhao.text import Source, Span
from duizhao.text.width import columns


def test_check_says_who_where_how_much_and_which_words_differ(checked):
    told = str(write("text", checked))
    assert (
        "张三2024.docx：索引里有 7 份材料与它有相同段落（他人 5 份，本人 1 份，范文 1 份）" in told
    )
    assert "1. 张三2023.docx（张三 · 县水利局办公室 · 2023年）  本人以往" in told
    assert "205 字，只有这 2 处不同：2024→2023、2024年6月→2023年6月" in told
    assert "到⟦青石镇｜柳树沟村⟧只听汇报" in told
    assert "引文 24 字：书名号或引号 1 处" in told


def test_share_says_what_it_is_a_share_of(checked):
    match = checked.screened.matches[0]
    told = str(write("text", checked))
    assert f"计入的共 {checked.counted} 字，百分比以此为整体" in told
    assert f"{match.characters} 字，占本材料的 {match.characters / checked.counted:.0%}" in told


def test_documents_that_were_not_compared_are_told_of(checked):
    assert "没有逐字比对" not in str(write("text", checked))
    more = replace(checked, screened=replace(checked.screened, not_compared=12))
    assert "另有 12 份材料也有少量相同文字，比上面的少，没有逐字比对" in str(write("text", more))


def test_problems_that_came_back_are_listed_with_both_places(checked):
    told = str(write("text", with_recurring(checked)))
    assert "那一份里查摆的问题，有 1 个逐字再次出现：" in told
    assert "第 5 段 ↔ 第 5 段  查摆的问题 三是：三是联系群众不够经常" in told


def test_group_names_its_hub_its_members_and_what_they_share(joined):
    told = str(write("text", joined))
    assert "第 1 组  7 份材料，以 范文.docx 作底稿来比，其余各有它的" in told
    assert "至少三份共有的文字" in told
    assert "李四.docx ↔ 范文.docx" in told


def test_pair_outside_all_groups_shows_its_passages(joined):
    (first, *_) = joined.joined.groups[0].pairs
    told = str(write("text", ShownJoin(JoinResult(7, (), (first,)), joined.filed)))
    assert told.startswith("索引里 7 份材料：1 对有相同段落（范文 1 对）\n")
    assert "占后者的 100%" in told
    assert "⟦9｜若干⟧" in told


def test_nothing_found_is_said(joined):
    assert write("text", ShownJoin(JoinResult(7, (), ()), joined.filed)) == (
        "索引里 7 份材料：没有找到相同段落\n"
    )
    checked = ShownCheck("新.txt", "无。", DocumentLabel(), ScreenResult((), ()), joined.filed)
    assert write("text", checked) == "新.txt：没有找到相同段落\n"


@pytest.mark.parametrize("width", [60, 100])
def test_no_line_of_text_is_wider_than_the_terminal(checked, width):
    lines = str(write("text", checked, width=width)).splitlines()
    assert max(columns(line) for line in lines if "│" in line or "不同：" in line) <= width


def test_hostile_text_reaches_no_terminal(hostile):
    told = str(write("text", hostile))
    assert "<U+202E>" in told
    assert not {"\u202e", "\x07", "\ud800", "\r"} & set(told)


def test_colour_changes_nothing_but_colour(checked):
    coloured = str(write("text", checked, colour=True))
    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == write("text", checked)


def test_label_without_a_name_makes_nobody_a_colleague():
    assert relation_name(Relation.COLLEAGUE, label(0), label(1)) == "同事"
    assert relation_name(Relation.COLLEAGUE, label(0), label(1, unit="县司法局")) == "他人"
    assert relation_name(Relation.COLLEAGUE, label(0), DocumentLabel()) == "他人（未认出姓名）"
    assert relation_name(Relation.OWN_PAST, label(0), label(0, "2023")) == "本人以往"
    assert relation_name(Relation.OWN_PAST, label(0), label(0)) == "本人同年另一稿"


def test_percent_rounds_neither_to_nothing_nor_to_all():
    told = [percent(each) for each in (0, 0.004, 0.29, 0.998, 1)]
    assert told == ["0%", "不到 1%", "29%", "99%", "100%"]


def test_words_that_differ_are_whole(tmp_path):
    left = (
        "我负责的几项重点民生工程进度偏慢，去年在青石镇只办成了3件实事，另外两件一直拖到了年底才开工。"
        "2024年夏天又到附近几个村走访，听取群众意见之后没有逐条整改落实到位，群众对此意见比较集中。"
    )
    right = left.replace("青石镇", "青山镇").replace("3件", "12件").replace("2024", "2023")
    index = Index(tmp_path)
    index.add(right, "乙")
    (match,) = index.check(left).matches
    told = differing_line(match.passages, left, right)
    assert told == "只有这 3 处不同：青石镇→青山镇、3→12、2024→2023"


def test_place_is_the_paragraph_in_which_the_words_of_a_passage_begin():
    source = Source("标题\n一是甲。\n二是乙。")
    assert place("张三.docx", source, Span(6, 12)) == "第 3 段"
    assert place("张三.txt", source, Span(3, 5)) == "第 2 行"
    assert place("张三.docx", source, Span(6, 8)) == "第 2 段"


def test_long_passage_shows_where_the_sides_first_part_and_cuts_no_mark(tmp_path):
    left = "".join(OWN) + "到青石镇走访" + "".join(OWN[::-1])
    right = left.replace("青石镇", "白河乡").replace("二十六万", "三十八万")
    index = Index(tmp_path)
    index.add(right, "乙")
    (passage, *_) = index.check(left).matches[0].passages
    for room in range(30, 120, 7):
        told = "".join(part for line in excerpt(passage, left, right, room) for part, _ in line)
        assert re.search("⟦二十六万｜三十八万⟧|⟦青石镇｜白河乡⟧", told)
        assert re.sub("⟦[^⟦⟧]*｜[^⟦⟧]*⟧", "", told).count("⟦") == 0
        assert columns(told) <= room * 4
