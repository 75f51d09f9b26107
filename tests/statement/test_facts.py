"""What counts as a fact: tables of words, each with what can be checked in it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from duizhao.statement.facts.finders import facts
from duizhao.statement.interpreter import vocabulary


def found(text: str) -> list[tuple[str, str]]:
    return [
        (kind.value, text[start:end]) for start, end, kind in facts(text, vocabulary().scan(text))
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023年", "2023年"),
        ("2023年7月", "2023年7月"),
        ("2023年7月15日", "2023年7月15日"),
        ("２０２３年７月", "２０２３年７月"),
        ("2023年上半年", "2023年上半年"),
        ("2023年春节", "2023年春节"),
        ("7月15日", "7月15日"),
        ("7月底", "7月底"),
        ("7月上旬", "7月上旬"),
        ("15日", "15日"),
        ("3季度", "3季度"),
        ("七月份", "七月份"),
        ("六月开会", "六月"),
        ("十二月", "十二月"),
        ("八月十五日", "八月十五日"),
        ("十二月底", "十二月底"),
        ("三月上旬", "三月上旬"),
        ("二〇二三年七月", "二〇二三年七月"),
        ("二○二三年", "二○二三年"),
        ("去年国庆", "去年国庆"),
        ("前年", "前年"),
        ("下半年", "下半年"),
        ("二季度", "二季度"),
        ("年底", "年底"),
        ("汛期", "汛期"),
        ("中秋", "中秋"),
    ],
)
def test_a_date_is_found_whole(text: str, date: str) -> None:
    assert found(f"那件事是，{text}，做的。") == [("date", date)]


@pytest.mark.parametrize(
    "text",
    [
        "2023年主题教育",
        "2023年度",
        "2023年专题民主生活会",
        "2035年远景",
        "去年度",
        "今年",
        "每年底",
        "历年底",
        "一月一次",
        "十月革命",
        "每年三月",
        "近两年",
        "三年行动",
        "两年来",
    ],
)
def test_names_of_campaigns_and_what_comes_every_year_are_no_dates(text: str) -> None:
    assert found(f"学习，{text}，") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12次", "12次"),
        ("3.5公里", "3.5公里"),
        ("40％", "40％"),
        ("２４篇", "２４篇"),
        ("三次", "三次"),
        ("二十四名", "二十四名"),
        ("三个村", "三个村"),
        ("两个工作日", "两个工作日"),
        ("百分之三十", "百分之三十"),
        ("百分之90", "百分之90"),
        ("过半", "过半"),
        ("三分之一", "三分之一"),
        ("一半", "一半"),
        ("半个月", "半个月"),
        ("跑了四趟", "四趟"),
        ("拖了两年", "两年"),
        ("五个夜班", "五个夜班"),
        ("九点一刻", "九点一刻"),
        ("半数", "半数"),
        ("86万元", "86万元"),
        ("5个百分点", "5个百分点"),
        ("七栋", "七栋"),
        ("差三张", "三张"),
        ("六个标段", "六个标段"),
        ("只到过八个", "八个"),
        ("漏了十一户", "十一户"),
        ("二十多次", "二十多次"),
        ("百余封", "百余封"),
        ("欠了二百万元", "二百万元"),
        ("二十一个", "二十一个"),
    ],
)
def test_a_number_is_found_with_its_unit(text: str, number: str) -> None:
    assert found(f"一共，{text}，都是。") == [("number", number)]


@pytest.mark.parametrize(
    "text",
    [
        "第12次", "第三次", "每次", "三项纪律", "两项规定", "二十次全会", "两条原则", "三项制度", "“四项",
        "这三项", "三心二意", "两手抓", "千万不要", "十一期间", "十一放假", "四个意识", "两个确立", "一百单八将",
    ],
)  # fmt: skip
def test_ordinals_and_set_expressions_are_no_numbers(text: str) -> None:
    assert [kind for kind, _ in found(f"讲到，{text}，的话。") if kind == "number"] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在柳湾村停水时", "柳湾村"),
        ("到石桥镇去过", "石桥镇"),
        ("赴云溪县学习", "云溪县"),
        ("青石街道的管网", "青石街道"),
        ("河东乡的来信", "河东乡"),
        ("到东风水库守夜", "东风水库"),
        ("南坪园区停工", "南坪园区"),
    ],
)
def test_a_place_is_found_by_its_name(text: str, place: str) -> None:
    assert found(f"那次，{text}。") == [("place", place)]


@pytest.mark.parametrize(
    "text",
    [
        "在坚持下村上", "每月下乡",
        "在全县推开", "到各乡镇去", "在美丽乡村建设中", "到偏远山区去", "在景区管理上", "到农村去", "在市场上",
        "对全区干部", "在误区里", "向县委报告", "与有关乡镇沟通", "到贫困村去", "在城区巡查", "对上级市级部门",
    ],
)  # fmt: skip
def test_classes_of_places_are_no_places(text: str) -> None:
    assert found(f"那次{text}。") == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("对张建国同志说", "张建国同志"),
        ("张主任来过", "张主任"),
        ("和李大爷约好", "李大爷"),
        ("找王老师谈话", "王老师"),
        ("和老赵吵过", "老赵"),
        ("让小马带路", "小马"),
        ("对周海同志讲", "周海同志"),
        ("向陈局长报告", "陈局长"),
        ("帮刘大妈搬家", "刘大妈"),
        ("對劉建國同志說", "劉建國同志"),
    ],
)
def test_a_person_is_found_by_surname_and_title(text: str, person: str) -> None:
    assert found(f"那次，{text}。") == [("person", person)]


@pytest.mark.parametrize(
    "text",
    [
        "对老同志关心不够",
        "许多同志都说",
        "其余同志",
        "任何同志",
        "分管主任",
        "办公室主任",
        "高同志位",
        "周边老人",
        "从小许下心愿",
        "小周期",
        "小王国",
        "老任务",
        "小马拉大车",
    ],
)
def test_groups_and_offices_are_no_persons(text: str) -> None:
    assert found(f"那次{text}。") == []


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("《农村供水规划》没有落实", "《农村供水规划》"),
        ("“清河行动”没有到场", "“清河行动”"),
        ("“暖心工程”拖了下来", "“暖心工程”"),
        ("“一张网平台”没有上线", "“一张网平台”"),
        ("“9·12案”没有通报", "“9·12案”"),
    ],
)
def test_a_document_meeting_or_project_is_found_by_its_name(text: str, work: str) -> None:
    assert found(text) == [("work", work)]


@pytest.mark.parametrize(
    "text",
    [
        "《中国共产党章程》学得不细", "《习近平谈治国理政》没有读完", "《纪律处分条例》不熟", "《××县规划》没有落实",
        "“两个确立”领悟不深", "《》空着", "没有开头的》", "“项目”重、服务轻，“没有”的系统”",
    ],
)  # fmt: skip
def test_common_reading_and_blanks_name_nothing(text: str) -> None:
    assert found(text) == []


def test_facts_come_in_text_order_and_apart() -> None:
    text = "2023年7月，在柳湾村停水三天，我对王海涛同志说《供水规划》只做了12次检查。"
    assert [kind for kind, _ in found(text)] == [
        "date", "place", "number", "person", "work", "number",
    ]  # fmt: skip
    spans = [(start, end) for start, end, _ in facts(text, vocabulary().scan(text))]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_of_two_that_begin_together_the_longer_counts() -> None:
    assert found("，去年上半年，") == [("date", "去年上半年")]
