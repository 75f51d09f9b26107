"""What the findings ask, as a sheet for the author."""

from __future__ import annotations

from duizhao import api
from duizhao.report.question_sheet import PAGE_MM, QuestionSheet

HEAD = (
    "县水务局局长民主生活会个人对照检查材料\n本人认真查找了不足，现对照检查如下。\n一、存在的问题\n"
)
TEXT = (
    HEAD
    + "一是有的同志作风不实。有时检查走过场。\n二是××件事有两件过了期。\n三是某些干部怕得罪人。\n"
)


def sheets_of(text: str) -> tuple[QuestionSheet, ...]:
    checker = api.default_checker()
    return QuestionSheet.from_checked(checker.check(api.Source(text)), checker.by_code)


def test_each_question_stands_once_with_its_places() -> None:
    (sheet,) = sheets_of(TEXT)
    asked = [each.asks for each in sheet.questions]
    assert asked
    assert len(asked) == len(set(asked))
    assert all(each.endswith("？") for each in asked)
    assert all("行" in each.where for each in sheet.questions)


def test_sheet_fits_on_a_page_and_counts_the_rest() -> None:
    long = HEAD + "".join(
        f"（{at}）有的同志在第{at}件事上不够主动，“××”没有落实，某些环节{at}天没人管，一定程度上存在应付。\n"
        for at in range(40)
    )
    (sheet,) = sheets_of(long)
    assert sum(each.height for each in sheet.questions) <= PAGE_MM


def test_page_has_lines_to_write_on_and_escapes_words() -> None:
    checker = api.default_checker()
    checked = checker.check(api.Source(TEXT.replace("有的同志", "有的<b>同志")))
    html = api.questions_html(checked, checker.by_code)
    assert '<p class="line"></p>' in html
    assert "<b>同志" not in html


def test_text_that_is_no_statement_has_no_sheet() -> None:
    assert not sheets_of("明天上午九点开会，请带好材料。\n")
