"""Reports on rectification after an inspection, and on duty and integrity: their kind, and what they are asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao import api
from duizhao.profiles import PaperKind
from duizhao.text import Source

TEXTS = Path(__file__).with_name("texts")
OF_REPORTS = {f"DZ{number}" for number in range(131, 140)}
FOUND = {
    "inspection-水利局": set(),
    "inspection-镇通报": set(),
    "inspection-公司": set(),
    "inspection-学校无状态": {"DZ132", "DZ133", "DZ134"},
    "inspection-医院未完成": {"DZ132", "DZ135"},
    "inspection-局只表态": {"DZ133", "DZ134"},
    "inspection-民政局分方面": {"DZ133"},
    "inspection-供水集团列表": {"DZ133"},
    "inspection-二中逐句": {"DZ133", "DZ134"},
    "inspection-中医院分状态": set(),
    "duty-局长述责述廉": set(),
    "duty-村支书抓党建": set(),
    "duty-校长述职述廉": set(),
    "duty-镇党委班子": set(),
    "duty-国企经理": set(),
    "duty-只说业务": {"DZ137", "DZ138"},
    "duty-缺部分": {"DZ131"},
}


def checked(name: str) -> api.CheckedSource:
    return api.check_source(Source((TEXTS / f"{name}.txt").read_text(encoding="utf-8")))


@pytest.mark.parametrize(("name", "codes"), FOUND.items(), ids=FOUND)
def test_report_is_read_as_its_kind_and_asked_what_it_lacks(name: str, codes: set[str]) -> None:
    found = checked(name)
    assert found.readings[0].statement.kind.key == name.partition("-")[0]
    assert {each.code for each in found.findings} & OF_REPORTS == codes


@pytest.mark.parametrize("name", FOUND)
def test_report_is_not_asked_what_a_statement_is_asked(name: str) -> None:
    codes = {each.code for each in checked(name).findings}
    assert not [code for code in codes if code in ("DZ101", "DZ105", "DZ107", "DZ115")]
    assert not [code for code in codes if code.startswith("DZ5")]


def kind_of(title: str, opening: str = "现将有关情况报告如下。") -> PaperKind | None:
    text = (
        f"{title}\n{opening}\n一、存在的问题\n一是下乡少，去年3次。\n二、整改措施\n每月下乡2次。\n"
    )
    (found,) = api.interpret(Source(text))
    return found.kind if found.recognised else None


@pytest.mark.parametrize(
    "title",
    [
        "中共县计划生育协会党组巡察整改报告",
        "关于县委第三巡察组反馈意见整改落实情况的报告",
        "市公路局党委关于落实巡视整改任务进展情况的通报",
        "关于巡察整改“回头看”情况的汇报（第二稿）",
        "中共岭下乡委员会關於巡察整改情況的報告",
    ],
)
def test_title_names_a_report_on_an_inspection(title: str) -> None:
    assert kind_of(title) is PaperKind.INSPECTION


def test_opening_names_the_inspection_where_the_title_does_not() -> None:
    opening = "县委第二巡察组6月向我局反馈了4个问题，现将整改情况报告如下。"
    assert kind_of("关于反馈意见整改落实情况的报告", opening) is PaperKind.INSPECTION
    assert kind_of("消防隐患整改落实情况的报告") is not PaperKind.INSPECTION


@pytest.mark.parametrize(
    "title",
    [
        "2025年度述责述廉报告",
        "乡党委书记述职述责述廉报告",
        "个人述廉材料",
        "关于履行全面从严治党主体责任情况的报告",
        "述学述职述廉述法报告",
        "2024年度抓基层党建工作述职报告",
    ],
)
def test_title_names_a_report_on_duty(title: str) -> None:
    assert kind_of(title) is PaperKind.DUTY


@pytest.mark.parametrize(
    "title",
    [
        "巡察整改专题民主生活会对照检查材料",
        "县林业局党组巡视整改专题民主生活会班子检视剖析材料",
        "述职述廉会前个人对照检查材料（民主生活会）",
    ],
)
def test_statement_for_a_meeting_on_an_inspection_is_a_statement(title: str) -> None:
    assert kind_of(title) in (PaperKind.PERSON, PaperKind.TEAM)


def test_file_that_the_user_calls_a_statement_is_read_as_one() -> None:
    checker = api.Checker(api.Config(as_statement=("*",)))
    text = (TEXTS / "inspection-公司.txt").read_text(encoding="utf-8")
    (found,) = api.interpret(Source(text, path=Path("公司.txt")), checker)
    assert found.recognised
    assert found.kind in (PaperKind.PERSON, PaperKind.TEAM)


POINTS_AT_THE_TOP = """\
中共岭下中学支部委员会关于巡察整改进展情况的报告
县委教育工委：
县委第二巡察组反馈我校的4个问题，支部逐条认领，现报告整改进展。
1.“议事制度执行不严”。已修订议事规则，9月以来学习6次。完成。
2.“食堂结余资金使用不规范”。退还伙食费结余3.1万元。完成。
3.“有偿补课屡禁不止”。约谈3人，长期坚持。
4.“实验楼渗水拖了两年”。余下西墙5间12月底前完成。正在推进。
下一步，请家长委员会每学期看一遍。
"""


def test_points_need_no_chapter_of_their_own() -> None:
    found = api.check_source(Source(POINTS_AT_THE_TOP))
    assert len(found.readings[0].statement.feedback) == 4
    assert {each.code for each in found.findings} & OF_REPORTS == {"DZ131"}


def test_news_about_an_inspection_is_no_report() -> None:
    text = (
        "江州市公布巡视整改进展情况\n反馈的31个问题已完成26个。欢迎监督。联系电话：0700-1234567。\n"
    )
    assert not api.interpret(Source(text))[0].recognised


def test_a_chapter_whose_paragraphs_begin_no_point_is_read() -> None:
    text = (
        "农业农村局党组关于巡察整改进展情况的报告\n县委巡察办：\n县委第三巡察组反馈了意见，现报告整改进展。\n"
        "一、关于专项资金拨付慢的问题\n已拨付300万元，余款年底前拨完。\n二、整改落实情况\n集中学习六次。\n"
    )
    found = api.check_source(Source(text)).readings[0].statement
    assert found.kind is PaperKind.INSPECTION


def test_account_of_duty_and_integrity_holds_no_problems() -> None:
    text = (
        "城南税务所所长2024年述责述廉报告\n现将有关情况报告如下。\n一、认真履职，抓好责任制落实\n全年学习12次。\n"
        "二、严格自律，做到廉洁从税\n本人未接受过宴请，没有不按规定报告的事项。\n"
        "三、存在问题\n（一）政策学习不深，说错过1次比例。\n（二）对年轻干部管得少。\n"
        "四、整改措施\n（一）每周学政策。\n（二）每半年谈心1次。\n"
    )
    read = api.check_source(Source(text)).readings[0].statement
    assert [each.claim.of(read.text) for each in read.problems] == [
        "政策学习不深，说错过1次比例",
        "对年轻干部管得少",
    ]
