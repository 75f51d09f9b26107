"""Statements whose problems, causes and measures stand in tables, of Word files and of text."""

from __future__ import annotations

import pytest

from duizhao import api
from duizhao.statement import Link, Measure, Statement
from duizhao.text import Source
from read.made import p
from read.made import source as word_file
from read.test_tables import BEGINS, GOES_ON, row, table

OPENING = ("个人对照检查材料", "县水务局副局长  陈立新", "现将有关情况报告如下：")


def of_word(*body: str) -> Statement:
    (found,) = api.interpret(word_file("".join(map(p, OPENING)) + "".join(body)))
    return found


def of_text(text: str, form: str = "txt") -> Statement:
    (found,) = api.interpret(Source("\n".join(OPENING) + "\n" + text, format=form))
    return found


def is_measure(link: Link) -> bool:
    return isinstance(link.answer, Measure)


def drawn(read: Statement) -> list[tuple[str, ...]]:
    """Each problem with its causes, and its measures with owner and deadline."""
    return [
        (
            problem.claim.of(read.text),
            *(
                "，".join(
                    each.of(read.text)
                    for each in (
                        getattr(link.answer, "action", link.answer.span),
                        getattr(link.answer, "owner", None),
                        getattr(link.answer, "deadline", None),
                    )
                    if each
                )
                for link in sorted(read.answers(problem), key=is_measure)
            ),
        )
        for problem in read.problems
    ]


READ = [
    ("学习不深入，全年只记了2篇笔记", "以为忙可以少学", "每周学半天，陈立新，2025年12月"),
    ("下基层少，去年只到水厂3次", "嫌路远", "每月到水厂2次，李涛，2025年6月"),
]
HEAD = ("序号", "存在问题", "原因分析", "整改措施", "责任 领导", "完成时限", "备注")
ROWS = (
    (
        "1",
        "学习不深入，全年只记了2篇笔记",
        "以为忙可以少学",
        "每周学半天",
        "陈立新",
        "2025年12月",
        "",
    ),
    ("2", "下基层少，去年只到水厂3次", "嫌路远", "每月到水厂2次", "李涛", "2025年6月", ""),
)


def test_rows_of_a_word_table_are_problems_with_their_answers() -> None:
    read = of_word(p("一、问题及措施"), table(row(*HEAD), *(row(*each) for each in ROWS)))
    assert drawn(read) == READ


def test_head_that_comes_again_on_the_next_page_is_no_row() -> None:
    rows = [row(*ROWS[0]), row(*HEAD), row(*ROWS[1])]
    assert drawn(of_word(table(row(*HEAD), *rows))) == READ


def test_columns_may_come_in_any_order_and_under_a_title() -> None:
    order = (3, 4, 5, 1, 2)
    title = row(f'<w:gridSpan w:val="{len(order)}"/>|整改一览')
    rows = [row(*(each[at] for at in order)) for each in (HEAD, *ROWS)]
    assert drawn(of_word(table(title, *rows))) == READ


def test_problem_over_several_rows_has_all_their_measures() -> None:
    head = row("存在问题", "整改措施", "责任人")
    first = row(f"{BEGINS}|学习不深入，全年只记了2篇笔记", "每周学半天", f"{BEGINS}|陈立新")
    second = row(f"{GOES_ON}|", "年底前写出3篇心得", f"{GOES_ON}|")
    assert drawn(of_word(table(head, first, second))) == [
        (
            "学习不深入，全年只记了2篇笔记",
            "每周学半天，陈立新，每周",
            "年底前写出3篇心得，陈立新，年底前",
        )
    ]


def test_counted_measures_of_a_cell_are_several() -> None:
    head = row("存在问题", "整改措施", "完成时限")
    cell = "".join(map(p, ("1.每周学半天", "2.每月讲一课")))
    counted = f"{row('学习不深入')[:-7]}<w:tc><w:tcPr/>{cell}</w:tc>{row('6月底')[6:]}"
    assert drawn(of_word(table(head, counted))) == [
        ("学习不深入", "每周学半天，6月底", "每月讲一课，6月底")
    ]


def test_problems_and_answers_counted_in_one_row_belong_together_by_number() -> None:
    head = row("存在问题", "原因分析", "整改措施", "责任人")
    cells = (
        ("1.学习少", "2.下乡少"),
        ("1.以为忙", "2.嫌路远"),
        ("1.每周学半天", "2.每月下乡2次"),
        ("李涛",),
    )
    counted = f"<w:tr>{''.join(several(*each) for each in cells)}</w:tr>"
    assert drawn(of_word(table(head, counted))) == [
        ("学习少", "1.以为忙", "每周学半天，李涛，每周"),
        ("下乡少", "2.嫌路远", "每月下乡2次，李涛，每月"),
    ]


def test_title_between_rows_is_no_chapter() -> None:
    across = f'<w:gridSpan w:val="{len(HEAD)}"/>|'
    titles = row(f"{across}一、学习方面"), row(f"{across}二、作风方面")
    body = table(row(*HEAD), titles[0], row(*ROWS[0]), titles[1], row(*ROWS[1]))
    read = of_word(p("一、问题及措施"), body, p("二、其他"), p("无。"))
    assert drawn(read) == READ
    assert [read.document.of(each.title) for each in read.document.headings] == [
        "问题及措施",
        "其他",
    ]


def test_title_between_lines_with_tabs_is_no_chapter() -> None:
    lines = (
        "\t".join(HEAD[1:6]),
        "一、学习方面",
        "\t".join(ROWS[0][1:6]),
        "二、作风方面",
        "\t".join(ROWS[1][1:6]),
    )
    read = of_text("\n".join(("一、问题及措施", *lines, "二、今后打算", "多听意见。", "")))
    assert drawn(read)[:2] == READ
    assert [read.document.of(each.title) for each in read.document.headings] == [
        "问题及措施",
        "今后打算",
    ]


def test_points_of_feedback_stand_in_a_word_table() -> None:
    lines = (
        "某局党组关于巡察整改进展情况的报告",
        "县委巡察组反馈了2个问题，现报告如下：",
        "一、整改进展",
    )
    rows = (
        ("反馈问题", "整改措施", "整改成效", "完成情况"),
        ("清单更新滞后", "修订清单", "印发新清单", "已完成"),
        ("处置未竞价", "进场交易", "追回差价", "已完成"),
    )
    title = row('<w:gridSpan w:val="4"/>|一、党的领导方面')
    body = table(row(*rows[0]), title, *(row(*each) for each in rows[1:]))
    (read,) = api.interpret(word_file("".join(map(p, lines)) + body))
    assert [each.title.of(read.text) for each in read.feedback] == ["清单更新滞后", "处置未竞价"]


def test_cell_that_says_nothing_is_no_point() -> None:
    read = of_text("存在问题\t原因分析\t整改措施\n学习少\t/\t每周学半天\n暂无\t无\t无\n")
    assert drawn(read) == [("学习少", "每周学半天，每周")]
    assert not read.causes


def test_labels_beside_their_words_are_a_table_on_its_side() -> None:
    rows = [
        row(label, *cells)
        for label, *cells in zip(HEAD[1:6], *(each[1:6] for each in ROWS), strict=True)
    ]
    assert drawn(of_word(table(*rows))) == READ
    named = row("项目", "问题一", "问题二")
    assert drawn(of_word(table(named, *rows))) == READ
    one_below_the_other = [
        row(label, cell) for each in ROWS for label, cell in zip(HEAD[1:6], each[1:6], strict=True)
    ]
    assert drawn(of_word(table(*one_below_the_other))) == READ


def test_table_that_lays_out_a_whole_statement_is_read_as_its_paragraphs() -> None:
    words = (
        "一、存在的问题",
        "一是学习不深入，全年只记了2篇笔记。",
        "二、整改措施",
        "一是每周学半天。",
    )
    cell = f"<w:tc><w:tcPr/>{''.join(map(p, words))}</w:tc>"
    read = of_word(table(f"<w:tr>{row('内容')[6:-7]}{cell}</w:tr>"))
    assert [each.claim.of(read.text) for each in read.problems] == ["学习不深入，全年只记了2篇笔记"]
    assert [each.action.of(read.text) for each in read.measures] == ["每周学半天"]


@pytest.mark.parametrize("between", ["\t", "|", "｜", " | ", "    "])
def test_rows_of_text_are_read_alike(between: str) -> None:
    edge = between if between == "|" else ""
    kept = [each[:6] for each in (HEAD, *ROWS)]
    lines = [f"{edge}{between.join(cells).replace('责任 ', '责任')}{edge}" for cells in kept]
    lines.insert(1, "|---|---|---|---|---|---|" if edge else "")
    assert drawn(of_text("\n".join(filter(None, lines)) + "\n")) == READ


def test_second_table_answers_the_first_by_the_words_of_its_problems() -> None:
    read = of_text(
        "表一  问题清单\n序号\t存在问题\t主要表现\n1\t学习不深入\t全年只记了2篇笔记\n2\t下基层少\t去年去了3次\n"
        "表二  措施清单\n序号\t对应问题\t整改措施\t完成时限\n1\t学习不深入\t每周学半天\t6月底\n"
        "2\t下基层少\t每月下2次\t12月底\n"
    )
    assert drawn(read) == [("学习不深入", "每周学半天，6月底"), ("下基层少", "每月下2次，12月底")]
    assert read.problems[0].span.of(read.text) == "学习不深入\t全年只记了2篇笔记"


def test_no_row_is_a_heading_a_page_number_or_a_sentence_without_stop() -> None:
    rows = [row("一、", *each[1:]) for each in ROWS]
    checked = api.check_source(
        word_file("".join(map(p, OPENING)) + p("一、问题及措施") + table(row(*HEAD), *rows))
    )
    read = checked.readings[0].document
    assert [read.of(each.title) for each in read.headings] == ["问题及措施"]
    codes = {each.code for each in checked.findings}
    assert not codes & {
        "DZ106",
        "DZ205",
        "DZ215",
        "DZ404",
        "DZ503",
        "DZ504",
        "DZ505",
        "DZ507",
        "DZ508",
        "DZ623",
    }


ASPECTS = (
    "带头严守政治纪律和政治规矩、维护党的团结统一方面",
    "带头增强党性、严守纪律、砥砺作风方面",
    "带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新方面",
    "带头履行全面从严治党政治责任方面",
)


def test_column_of_aspects_names_them() -> None:
    claims = ("学习不深入", "下基层少", "推进水价改革慢", "对两名所长谈心少")
    rows = "\n".join(
        f"{aspect}\t{claim}\t每月一次" for aspect, claim in zip(ASPECTS, claims, strict=True)
    )
    text = f"2024年度民主生活会个人对照检查材料\n现将有关情况报告如下：\n对照方面\t主要表现\t整改措施\n{rows}\n"
    checked = api.check_source(Source(text))
    problems = checked.readings[0].statement.problems
    assert [f"{each.aspect.name}方面" for each in problems if each.aspect] == list(ASPECTS)
    assert "DZ107" not in {each.code for each in checked.findings}


def test_label_on_two_lines_heads_a_long_cell() -> None:
    problems = ("一是学习不深入。", "二是下基层少。", "三是办事拖拉。", "四是怕难。", "五是粗心。")
    measures = ("一是每周学半天。", "二是每月下乡。", "三是当日事当日办。", "四是带头攻坚。")
    rows = (("存在的", "问题"), problems), (("整改", "措施"), measures)
    read = of_word(
        table(*(f"<w:tr>{several(*label)}{several(*cell)}</w:tr>" for label, cell in rows))
    )
    assert [len(read.problems), len(read.measures)] == [5, 4]


def several(*words: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(map(p, words))}</w:tc>"


def test_line_of_fields_names_who_filled_in_the_list_and_when() -> None:
    (read,) = api.interpret(
        Source(
            "个人问题检视整改清单\n单位：下坪村党支部      姓名：韦小兰      填表时间：2025年1月10日\n"
            "序号\t存在问题\t整改措施\n1\t学习不深入，全年2次\t每周读2小时\n"
        )
    )
    assert len(read.document.roles) == 1
    assert read.document.of(read.document.dateline) == "2025年1月10日"


@pytest.mark.parametrize(
    ("head", "cells", "counted"),
    [
        (
            "主要问题（具体表现）|症结所在|整改举措|整改期限",
            "报修拖延|嫌麻烦|24小时内到场|3月",
            (1, 1, 1),
        ),
        ("检视出的问题|产生根源|改进办法|兑现时间", "管得松|重进度|到场签字|即日起", (1, 1, 1)),
        ("序号|问题清单|任务清单|责任清单", "1|巡查有漏项|补查13处|温国梁", (1, 0, 1)),
        ("类别|存在差距|努力方向", "学习|读书少|每月读1本书", (1, 0, 1)),
        ("我的问题|为什么会这样|怎么改|什么时候改完", "说话急|没有耐心|先听后说|下半年", (1, 1, 1)),
        ("反馈意见|意见来源|问题认领|整改措施", "施工扰民|来信|管得不严|22点停工", (1, 0, 1)),
        ("项目|自查情况|存在问题|整改打算", "公车|有登记|漏填3次|当面填", (1, 0, 1)),
    ],
)
def test_head_says_what_its_columns_hold(
    head: str, cells: str, counted: tuple[int, int, int]
) -> None:
    read = of_text("一、问题整改清单\n" + f"{head}\n{cells}\n".replace("|", "\t"))
    assert (len(read.problems), len(read.causes), len(read.measures)) == counted
    assert len(read.answers(read.problems[0])) == sum(counted[1:])
