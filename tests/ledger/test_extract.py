"""Rows are what the statement says, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledgers import TEXT, cells, ledger_of

from duizhao import api
from duizhao.errors import DuizhaoError, UnreadableDocument
from duizhao.ledger import FileExtract, assemble
from duizhao.ledger.assemble import MAX_ROWS
from duizhao.ledger.column import COLUMNS
from duizhao.ledger.extract import MAX_POINTS_OF_FILE

LEDGER = ledger_of(TEXT)
FIRST, SECOND, THIRD, FOURTH, MEASURE = cells(LEDGER)


def test_problem_carries_its_chain() -> None:
    assert FIRST["aspect"] == "理论学习"
    assert FIRST["problem"] == "学习前松后紧。我把自学放在周末。"
    assert FIRST["example"] == "比如，2023年4月我应当写笔记12篇，实际只写了5篇。"
    assert FIRST["causes"] == "理论学习抓得不紧。我把学习当成软任务。"
    assert FIRST["measures"] == "理论学习方面。我每周自学2小时。"
    assert FIRST["basis"] == (
        "原因（第11段第1字）点名：理论学习\n措施（第14段第1字）点名：理论学习"
    )


def test_labelled_words_go_to_their_columns_and_nothing_is_said_twice() -> None:
    assert (FIRST["owner"], FIRST["leader"], FIRST["department"]) == ("周明远", "李建国", "")
    assert (FIRST["deadline"], FIRST["due"]) == ("2024年6月底前", "2024-06-30")
    assert (FIRST["mark"], FIRST["goal"], FIRST["term"]) == ("笔记24篇", "", "")


def test_what_is_not_labelled_is_the_words_of_time_and_no_date_without_a_year() -> None:
    assert THIRD["owner"] == "我"
    assert THIRD["term"] == "立行立改"
    assert THIRD["deadline"] == "立行立改；3月底前"
    assert THIRD["due"] == ""


def test_what_the_statement_lacks_is_empty() -> None:
    assert SECOND["example"] == ""
    assert (FOURTH["example"], FOURTH["causes"], FOURTH["goal"], FOURTH["due"]) == ("", "", "", "")
    for column in COLUMNS:
        if not column.is_read:
            assert {row[column.key] for row in cells(LEDGER)} == {""}


def test_measure_without_a_problem_and_cause_without_one_are_seen() -> None:
    assert MEASURE["id"].startswith("M-")
    assert MEASURE["problem"] == ""
    assert MEASURE["measures"].startswith("关心老同志。")
    ((label, loose),) = LEDGER.loose
    assert (label, loose.place.label) == ("甲.txt", "第12段第1字")
    assert loose.text.startswith("信念的根扎得浅。")


def test_place_leads_back_to_the_exact_sentence() -> None:
    lines = [line for line in TEXT.split("\n") if line.strip()]
    for row in cells(LEDGER):
        start, end = map(int, row["span"].split("–"))
        assert TEXT[start:end].strip() == row["sentence"]
        assert row["sentence"][:8] in lines[int(row["paragraph"]) - 1]
        assert row["place"].startswith(f"甲.txt 第{row['paragraph']}段第")


def test_several_measures_are_numbered_and_the_last_day_counts() -> None:
    text = TEXT.replace(
        "三是关心老同志。每月登门一次。",
        "三是理论学习方面。再读两本书。责任人：王五；完成时限：2024年9月1日前。",
    )
    first = cells(ledger_of(text))[0]
    assert first["measures"] == "1. 理论学习方面。我每周自学2小时。\n2. 理论学习方面。再读两本书。"
    assert first["owner"] == "1. 周明远\n2. 王五"
    assert first["due"] == "2024-09-01"


def test_file_that_is_no_statement_gives_nothing_and_is_named() -> None:
    made = api.extract_rows(api.Source("会议通知\n定于周三上午九时开会。\n", "通知.txt"))
    assert not made.is_statement
    assert made.drafts == ()


def test_report_on_an_inspection_is_known_as_what_promises_nothing() -> None:
    text = (Path(__file__).parents[1] / "papers/texts/inspection-水利局.txt").read_text("utf-8")
    made = api.extract_rows(api.Source(text, "整改报告.txt"))
    assert (made.is_statement, made.is_report, made.drafts) == (True, True, ())


def test_file_with_more_points_than_people_can_follow_is_refused() -> None:
    points = "一是学习不够。我写笔记少。\n二是检查不细。我不看现场。\n" * (MAX_POINTS_OF_FILE // 2)
    source = api.Source(
        f"个人对照检查材料\n一、存在的问题\n{points}二、整改措施\n一是改。\n", "甲.txt"
    )
    with pytest.raises(UnreadableDocument, match="请拆分后再试"):
        api.extract_rows(source, api.Checker())


def test_ledger_with_more_rows_than_people_can_work_with_is_refused() -> None:
    (draft, *_) = api.extract_rows(api.Source(TEXT, "甲.txt"), api.Checker()).drafts
    many = FileExtract("甲.txt", drafts=(draft,) * (MAX_ROWS + 1))
    with pytest.raises(DuizhaoError, match="请分几份台账来做"):
        assemble([many])
