"""Which campaign a text belongs to, and why."""

from __future__ import annotations

import pytest

from duizhao.errors import UnknownName
from duizhao.profiles import ProfileChoice, choose, shipped


def chosen(title: str, headings: str = "", opening: str = "") -> ProfileChoice:
    return choose(shipped().all(), title=title, headings=headings.split(), opening=opening)


@pytest.mark.parametrize(
    ("title", "headings", "id"),
    [
        ("2023年主题教育专题民主生活会对照检查材料", "存在的问题 理论学习方面 政治素质方面", "2023"),
        ("个人对照检查材料", "理论学习 政治素质 能力本领 担当作为 工作作风 廉洁自律", "2023"),
        ("2024年度民主生活会对照检查材料", "带头增强党性、严守纪律、砥砺作风 带头履行全面从严治党政治责任", "2024"),
        ("2025年度民主生活会五个带头对照检查材料", "强化政治忠诚、提高政治能力方面", "2025"),
        ("“不忘初心、牢记使命”专题民主生活会检视剖析材料", "理论学习 思想政治 干事创业 为民服务 清正廉洁", "2019"),
        ("“三严三实”专题民主生活会对照检查材料", "严以修身 严以用权 严以律己", "2015"),
        ("党的群众路线教育实践活动对照检查材料", "形式主义方面 官僚主义方面 享乐主义方面 奢靡之风方面", "2013"),
        ("2023年主题教育组织生活会个人对照检查材料", "学习贯彻党的创新理论 党性修养提高 联系服务群众", "branch-2023"),
        ("学习贯彻习近平新时代中国特色社会主义思想主题教育专题民主生活会对照检查材料", "基本情况", "2023"),
        ("党史学习教育专题民主生活会对照检查材料", "带头深刻领悟“两个确立” 带头发扬斗争精神 以人民为中心", "generic"),
        ("对照检查材料", "存在的问题 原因剖析 整改措施", "generic"),
        ("個人對照檢查材料", "理論學習 政治素質 能力本領 擔當作為 工作作風 廉潔自律", "2023"),
    ],
)  # fmt: skip
def test_the_campaign_is_told_from_title_and_headings(title: str, headings: str, id: str) -> None:
    assert chosen(title, headings).profile.id == id


def test_a_name_inside_a_longer_one_names_no_aspect() -> None:
    title = "2023年个人对照检查材料"
    assert chosen(title, "政治能力方面 担当作为方面").profile.id == "generic"
    assert chosen(title, "政治能力方面 能力方面 担当作为方面").profile.id == "2023"


def test_half_of_the_aspects_name_no_year() -> None:
    title = "民主生活会个人对照检查材料"
    common = "理论学习方面 联系群众方面 担当作为方面 廉洁自律方面"
    assert chosen(title, common).profile.id == "generic"
    assert chosen(title, f"{common} 能力本领方面 政治素质方面").profile.id == "2023"
    assert chosen(f"2023年{title}", common).profile.id == "2023"


@pytest.mark.parametrize(
    "author", ["机关党支部委员会", "河西社区支委会", "第三党支部"], ids=lambda each: each
)
def test_a_committee_is_not_asked_for_the_aspects_of_members(author: str) -> None:
    title = "2023年主题教育专题组织生活会{}对照检查材料"
    assert chosen(title.format("个人")).profile.id == "branch-2023"
    assert chosen(author + title.format("")).profile.id == "generic"


def test_the_reason_names_what_was_found() -> None:
    why = chosen("2023年主题教育专题民主生活会材料", "理论学习方面 政治素质方面").why
    assert "标题中有“2023年”“主题教育”" in why
    assert "小标题对上 6 个方面中的 2 个" in why


def test_where_nothing_speaks_for_a_campaign_the_reason_says_so() -> None:
    assert chosen("工作总结").why == "标题、开头和小标题都没有指明专题，按通用要求检查"


def test_profiles_without_the_generic_one_are_refused_by_name() -> None:
    others = [profile for profile in shipped().all() if profile.id != "generic"]
    with pytest.raises(UnknownName, match="generic"):
        choose(others, title="工作总结", headings=(), opening="")


BRANCH = "学习党的创新理论方面 党性修养方面 联系群众方面 先锋模范作用方面"
SIX = "理论学习 政治素质 能力本领 担当作为 工作作风 廉洁自律"
FIVE = "政治忠诚方面 固本培元方面 敬畏组织方面 干事创业方面 管党治党责任方面"


@pytest.mark.parametrize(
    ("title", "headings", "id"),
    [
        ("物价局班子2024年度民主生活会对照检查材料", BRANCH, "2024"),
        ("2023年度班子民主生活会对照检查材料", BRANCH, "2023"),
        ("盐业公司组织生活会个人对照检查材料", SIX, "generic"),
        ("粮库主任民主生活会发言提纲", BRANCH, "generic"),
        ("2026年度民主生活会个人对照检查材料", FIVE, "generic"),
        ("二〇二六年度民主生活会个人对照检查材料", FIVE, "generic"),
        ("2026年民主生活会个人对照检查材料", FIVE, "2025"),
        ("二○二五年度民主生活会个人对照检查材料", "", "2025"),
        ("2025民主生活会个人对照检查材料", "", "2025"),
        ("2022年度民主生活会对照检查材料", SIX, "2022"),
        ("2021年度民主生活会对照检查材料", SIX, "generic"),
        ("民主生活会“六个带头”对照检查材料", "凝心铸魂方面 斗争精神方面", "2022"),
        ("2023年主题教育专题民主生活会和组织生活会材料", BRANCH, "branch-2023"),
        ("2020年度民主生活会对照检查材料", "学懂弄通做实方面 履职尽责方面", "2020"),
        ("2022年度组织生活会个人对照检查材料", "政治信仰方面 作用发挥方面", "branch-2022"),
        ("二〇一八年度民主生活会对照检查材料", "思想政治 精神状态 工作作风", "2018"),
        ("個人對照檢查材料（2024年度民主生活會）", BRANCH, "2024"),
        ("个人对照检查材料", "思想政治方面 工作作风方面 安全生产方面", "generic"),
        ("“三严三实”专题民主生活会材料", "严以修身 严以用权", "2015"),
    ],
)  # fmt: skip
def test_another_year_or_meeting_in_the_title_rules_a_profile_out(
    title: str, headings: str, id: str
) -> None:
    assert chosen(title, headings).profile.id == id


@pytest.mark.parametrize(
    ("opening", "id"),
    [
        ("根据《关于开好2025年度民主生活会的通知》，现将本人情况报告如下。", "2025"),
        ("按照县委安排，在2020年度民主生活会上，我作如下检查。", "2020"),
        ("2025年1月7日召开2024年度民主生活会，现作对照检查。", "2024"),
        ("围绕“三严三实”专题民主生活会主题，现对照检查如下。", "2015"),
        ("支部定于下周召开2022年度组织生活会，现汇报如下。", "branch-2022"),
        ("针对2024年度民主生活会查摆的问题，本人逐条整改。", "generic"),
        ("对照上年度即2024年民主生活会，现把整改情况报告如下。", "generic"),
        ("2024年以来我分管园林，忙于琐事。支部召开民主生活会，现检查如下。", "generic"),
    ],
)
def test_a_meeting_that_only_the_opening_names_counts(opening: str, id: str) -> None:
    assert chosen("个人对照检查材料", "存在的问题 整改措施", opening).profile.id == id


def test_the_title_outweighs_the_opening() -> None:
    found = chosen("2024年度民主生活会材料", SIX, "根据2023年主题教育专题民主生活会通知")
    assert found.profile.id == "2024"


def test_the_opening_rules_out_another_year() -> None:
    assert chosen("个人材料", SIX, "根据2025年度民主生活会安排").profile.id == "2025"


def test_where_no_profile_is_of_the_year_the_reason_says_so() -> None:
    found = chosen("2026年度民主生活会个人对照检查材料", FIVE)
    assert found.why == "没有2026年民主生活会的活动模板，按通用要求检查"


def test_the_reason_tells_title_and_opening_apart() -> None:
    found = chosen("民主生活会发言提纲", "", "根据2025年度民主生活会通知，现检查如下。")
    assert found.why == "标题中有“民主生活会”；开头中有“2025年”"


def test_a_meeting_on_a_matter_of_its_own_follows_no_campaign() -> None:
    headings = "政治站位不高 责任落实不力 担当精神不足 工作作风不实"
    own = chosen(
        "个人对照检查材料", headings, "按照省委巡视反馈整改专题民主生活会要求，我作了检查。"
    )
    assert own.profile.id == "generic"
    assert own.why == "没有巡视反馈整改专题民主生活会的活动模板，按通用要求检查"
