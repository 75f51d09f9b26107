"""The report for a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import (
    BLANK,
    RULES,
    SLIP,
    TEXT,
    UNSIGNED,
    VAGUE,
    checked,
    finding,
    made_rule,
    report,
    sample,
)

from duizhao.lint import UNVERIFIED_NOTE, Finding, Rule, Severity
from duizhao.report.excerpt import Excerpter, _MeasuredLine
from duizhao.report.finding_lines import changes_in_words
from duizhao.report.text import render, render_part
from duizhao.text import Edit, Source, Span
from duizhao.text.visible import on_one_line
from duizhao.text.width import columns
from duizhao.text.wrap import NOT_FIRST, wrap


def drawn(text: str, *spans: tuple[int, int], room: int = 60) -> list[tuple[str, str]]:
    found = Excerpter(Source(text), room).excerpts([Span(*span) for span in spans])
    return [(each.text, each.marks) for each in found]


def test_marks_stand_under_double_width_characters() -> None:
    assert drawn("要求于部职工参加", (2, 6)) == [("要求于部职工参加", "    ^^^^^^^^")]


def test_half_width_full_width_and_ambiguous_characters_are_counted_apart() -> None:
    assert drawn("ab“×”Ａ错", (6, 7)) == [("ab“×”Ａ错", "       ^^")]


def test_place_without_characters_gets_one_mark() -> None:
    assert drawn("末句。", (3, 3)) == [("末句。", "      ^")]
    assert drawn("", (0, 0)) == [("", "^")]


def test_neighbours_on_one_line_share_an_excerpt() -> None:
    assert drawn("联系××工作、××项目", (2, 4), (7, 9)) == [("联系××工作、××项目", "    ^^      ^^")]


def test_long_paragraph_is_shown_as_a_window() -> None:
    [(text, marks)] = drawn("前" * 600 + "错字" + "后" * 600, (600, 602))
    assert text.startswith("…前")
    assert text.endswith("后…")
    assert columns(text) <= 60
    assert marks.strip() == "^^^^"
    assert columns(text[: text.index("错")]) == len(marks) - 4


def test_long_finding_shows_its_beginning_and_its_end() -> None:
    [(text, marks)] = drawn("开头" + "中" * 500 + "结尾", (0, 504))
    assert text.startswith("开头")
    assert " …… " in text
    assert text.endswith("结尾")
    assert columns(text) <= 60
    assert len(marks) == columns(text)


def test_finding_over_several_lines_is_shown_by_the_first_with_text() -> None:
    assert drawn("甲\n\n乙丙\n丁", (1, 7)) == [("乙丙", "^^^^")]


def test_characters_without_shape_are_written_out_and_marked() -> None:
    assert drawn("干\u200b部", (1, 2)) == [("干<U+200B>部", "  ^^^^^^^^")]


@given(
    st.text("甲，a“×\u3000\u0301\u200b\t", max_size=60),
    st.integers(0, 60),
    st.integers(-2, 90),
)
def test_measured_line_is_as_wide_as_its_characters(text: str, at: int, room: int) -> None:
    line = _MeasuredLine(f"头{text}尾", Span(1, len(text) + 1))
    at = 1 + min(at, len(text))
    ends = [columns(on_one_line(text[:n])) for n in range(len(text) + 1)]
    here = ends[at - 1]
    assert line.columns(1, at) == here
    fitting = [n for n, width in enumerate(ends) if n >= at - 1 and width - here <= max(room, 0)]
    assert line.end_within(at, room) == 1 + fitting[-1]
    fitting = [n for n, width in enumerate(ends) if n <= at - 1 and here - width <= max(room, 0)]
    assert line.start_within(at, room) == 1 + fitting[0]


@given(
    st.text("甲乙，ab×\u200b\n", max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30)), min_size=1, max_size=6),
    st.integers(30, 100),
)
def test_excerpts_keep_their_width_and_mark_only_what_was_found(
    text: str, places: list[tuple[int, int]], room: int
) -> None:
    spans = [Span(min(s, len(text)), min(s + n, len(text))) for s, n in places]
    for each in Excerpter(Source(text), room).excerpts(spans):
        assert columns(each.text) <= room + 4
        assert len(each.marks) <= max(columns(each.text), 1) + 1
        marked = [part for part, is_marked in each.parts if is_marked]
        assert marked
        if " …… " not in each.text:
            assert all(part in on_one_line(text) for part in marked)


def test_lines_break_where_chinese_lines_may() -> None:
    lines = wrap(
        "此处留空未填，读者不知道说的是什么：是哪个单位、哪项工作、哪一年？请填实，或删去DZ301这句。",
        30,
    )
    assert all(columns(line) <= 30 for line in lines)
    assert not any(line[0] in NOT_FIRST for line in lines)
    assert any("DZ301" in line for line in lines)


def test_header_gives_file_line_column_severity_code_and_title() -> None:
    shown_text = render(report())
    assert re.search(
        r"^材料/水务局\.txt:5:31 应改 DZ601 固定说法中的错字$", shown_text, re.MULTILINE
    )
    assert "  可改 “于” → “干”" in shown_text
    assert "  依据：《现代汉语词典》" in shown_text
    assert "  参见 6:1 “二是抓落实不够。” 同一方面的下一个问题" in shown_text


def shown(text: str, *found: Finding, rules: tuple[Rule, ...] = RULES, form: str = "txt") -> str:
    """What the terminal shows of these findings in a file of this format."""
    given = checked(text, *found, name=f"材料.{form}")
    given = replace(given, source=replace(given.source, format=form))
    return render_part(given, {rule.code: rule for rule in rules})


def test_repeats_stand_under_one_header_the_first_with_their_lines_and_all_are_there() -> None:
    text = "一、问题\n" + "".join(f"第{n}处写着××没有填。\n" for n in range(24))
    found = [finding(text, BLANK, "××", "空着。", nth=n) for n in range(24)]
    written = shown(text, *found)
    assert written.count("DZ301") == 1
    assert "共 24 处" in written
    assert len(re.findall(r"^ +│ +\^\^$", written, re.MULTILINE)) == 3
    assert "另 21 处：5:6、6:6、" in written
    assert written.count("空着。") == 1
    listed = set(re.findall(r"(?<!\d)(\d+):\d+", written))
    assert listed == {str(line) for line in range(2, 26)}


def test_of_many_hundred_places_the_first_are_listed_and_all_are_counted() -> None:
    text = "一、问题\n" + "".join(f"第{n}处写着××没有填。\n" for n in range(700))
    written = shown(text, *[finding(text, BLANK, "××", "空着。", nth=n) for n in range(700)])
    assert "共 700 处" in written
    assert "另 697 处：5:6、" in written
    listed = written.partition("另 ")[2].partition("……")[0].replace("\n  ", "")
    assert len(re.findall(r"\d+:\d", listed)) == 500
    assert listed.endswith("、504:8")


def test_many_different_findings_of_one_rule_get_a_line_each_after_the_first() -> None:
    text = "一、问题\n" + "".join(f"第{n}处写着空{n}没有填。\n" for n in range(9))
    found = [finding(text, BLANK, f"空{n}", f"空{n}没有填。") for n in range(9)]
    written = shown(text, *found)
    assert written.count("│ ") == 2 * 5
    for n in range(5, 9):
        assert f"\n  {n + 2}:6 “空{n}” 空{n}没有填。\n" in written


def test_layout_is_one_finding_with_its_cure_and_its_parts_in_a_line_each() -> None:
    margin, bold = (
        made_rule(code, name, title, "layout", severity, "GB/T 9704")
        for code, name, title, severity in (
            ("DZ702", "wrong_margin", "页边距不合版心", Severity.ERROR),
            ("DZ711", "bold_text", "标题加粗", Severity.HINT),
        )
    )
    found = (
        finding(TEXT, bold, "存在的问题", "标题是粗体。"),
        finding(TEXT, margin, "某县", "页边距" + "不对，" * 60),
        finding(TEXT, SLIP, "于部职工", "疑为“干部职工”。"),
        finding(TEXT, BLANK, "xx", "空着。"),
    )
    written = shown(TEXT, *found, rules=(*RULES, margin, bold), form="docx")
    assert "材料.docx 必改 版式 2 处与规定不同\n" in written
    assert (
        "  不用手改，一次排好：duizhao typeset 材料.docx\n  DZ702 第1段 页边距不合版心：" in written
    )
    assert "\n  DZ711 第3段 标题加粗：标题是粗体。\n" in written
    # Errors about words, the layout, then warnings.
    assert [written.index(each) for each in ("DZ301", "DZ702", "DZ601")] == sorted(
        written.index(each) for each in ("DZ301", "DZ702", "DZ601")
    )
    assert all(columns(line) <= 100 for line in written.splitlines())


def test_what_is_not_verified_stands_last_without_lines() -> None:
    reminder = replace(
        finding(TEXT, UNSIGNED, "某县", "没有看到“上年度整改”。" + UNVERIFIED_NOTE),
        severity=Severity.HINT, is_unverified=True,
    )  # fmt: skip
    written = shown(TEXT, reminder, finding(TEXT, VAGUE, "二是抓落实不够。", "没有例子。"))
    assert written.index("DZ401") < written.index("1 条要求未经核实，以上级通知为准")
    assert "\n  DZ110 没有看到“上年度整改”。\n" in written


def test_places_in_a_word_file_are_paragraphs() -> None:
    found = [finding(TEXT, BLANK, "××", "空着。", nth=n) for n in (0, 1)]
    written = shown(TEXT, *found, form="docx")
    assert written.startswith("材料.docx 第 5 段 必改 DZ301 空白未填  共 2 处\n")
    assert "\n    第5段 │ " in written


def test_report_ends_with_the_first_things_to_do() -> None:
    lines = render_part(sample(), {rule.code: rule for rule in RULES}).splitlines()
    end = lines.index("要先做的三件事")
    assert lines[end + 1].startswith("  1. 第 2 行“xx”等 3 处：空白未填。")
    assert lines[end + 2] == "  2. 第 5 行“于部职工”：固定说法中的错字。可改：“于” → “干”"
    assert lines[end + 3].startswith("  3. 第 10 行：没有落款。")
    assert not any(lines[end + 4 :])


def test_one_finding_alone_needs_no_list_of_things_to_do() -> None:
    assert "要先做的" not in shown(TEXT, finding(TEXT, BLANK, "xx", "空着。"))


def test_errors_come_first_and_the_sum_last() -> None:
    shown_text = render(report(sample("甲.txt"), sample("乙.txt")))
    assert (
        shown_text.index("必改 DZ301")
        < shown_text.index("应改 DZ601")
        < shown_text.index("供参考 DZ401")
    )
    assert shown_text.endswith("查了 2 份\n共 6 处必改、4 处应改、2 处供参考\n")
    assert "甲.txt：3 处必改、2 处应改、1 处供参考" in shown_text


def test_profile_and_its_reason_are_told() -> None:
    clean = checked(TEXT)
    shown_text = render(report(clean)).replace("\n  ", "")
    assert "没有发现问题" in shown_text
    assert clean.readings[0].statement.profile.title in shown_text
    assert clean.readings[0].statement.why in shown_text


def test_text_cannot_begin_a_line_of_its_own() -> None:
    name = "a.txt:1:1 必改 DZ000 假的\nb.txt"
    faked = checked(TEXT, finding(TEXT, BLANK, "xx", "空着\n假的.txt:1:1 错误"), name=name)
    lines = render(report(faked, failures=((name, name),))).splitlines()
    assert not [line for line in lines if line.startswith(("b.txt", "假的.txt"))]


def test_tab_takes_one_column() -> None:
    assert drawn("一\t于部", (2, 4)) == [("一 于部", "   ^^^^")]


def test_colours_only_when_asked_for() -> None:
    assert "\x1b" not in render(report())
    assert "\x1b[31m" in render(report(), colour=True)
    plain = re.sub(r"\x1b\[\d+m", "", render(report(), colour=True))
    assert plain == render(report())


@pytest.mark.parametrize("letters", ["对照检查材料", "abc", "对a照b", "对\u200b照"])
@pytest.mark.parametrize("room", [40, 41, 86])
def test_excerpt_that_leaves_something_out_says_so_at_that_end(letters: str, room: int) -> None:
    for length in range(10, 3 * room, 7):
        text = (letters * length)[:length]
        source = Source(text)
        for start in range(0, length - 1, 5):
            (excerpt,) = Excerpter(source, room).excerpts([Span(start, start + 1)])
            left, right = excerpt.parts[0][0], excerpt.parts[-1][0]
            assert columns(excerpt.text) <= room
            assert left.startswith("…") or left == on_one_line(text[:start])
            assert right.endswith("…") or right == on_one_line(text[start + 1 :])


def test_changes_alike_are_shown_once_with_their_number() -> None:
    source = Source("会前,我学习,讨论;没有")
    commas = (Edit(Span(2, 3), "，"), Edit(Span(6, 7), "，"), Edit(Span(9, 10), "；"))
    assert changes_in_words(source, commas) == "2 处“,” → “，”，“;” → “；”"
