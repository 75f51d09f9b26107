"""Questions to the author as a page to print: one page for each statement, with lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duizhao.lint import CheckedSource, Rule
from duizhao.page import escaped
from duizhao.report.question_sheet import LINES_FOR_ANSWER, AuthorQuestion, QuestionSheet

NOTE = "这些问题只问文字里看不出来的事；怎么写，由写材料的人自己定。"


def questions_html(checked: CheckedSource, rules: Mapping[str, Rule]) -> str:
    """A section for each statement of a text."""
    sheets = QuestionSheet.from_checked(checked, rules)
    if not sheets:
        return (
            f'<section class="question-sheet"><h2>{escaped(checked.source.name)}</h2>'
            "<p>没有认出是对照检查材料，没有要问的。</p></section>"
        )
    return "".join(_sheet(each, checked.source.name) for each in sheets)


def _sheet(sheet: QuestionSheet, name: str) -> str:
    title = f"《{escaped(sheet.title)}》" if sheet.title else escaped(name)
    role = f"<p>{escaped(sheet.role)}</p>" if sheet.role else ""
    return (
        f'<section class="question-sheet"><header><h2>请作者回答</h2><p class="of">{title}</p>{role}</header>'
        f"{''.join(_body(sheet))}</section>"
    )


def _body(sheet: QuestionSheet) -> Iterator[str]:
    if not sheet.questions:
        yield "<p>没有要问的。</p>"
        return
    yield f"<ol>{''.join(_question(each) for each in sheet.questions)}</ol>"
    yield f'<p class="note">{NOTE}</p>'
    if sheet.others:
        items = "".join(_question(each, lines=0) for each in sheet.others)
        yield (
            f"<details><summary>另有 {len(sheet.others)} 个问题，一页写不下</summary>"
            f'<ol start="{len(sheet.questions) + 1}">{items}</ol></details>'
        )


def _question(question: AuthorQuestion, lines: int = LINES_FOR_ANSWER) -> str:
    return (
        f'<li><p class="asks">{escaped(question.asks)}</p>'
        f'<p class="about">{escaped(question.where)}：{escaped(question.about)}</p>'
        + '<p class="line"></p>' * lines
        + "</li>"
    )
