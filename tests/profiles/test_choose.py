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
        ("对照检查材料", "存在的问题 原因剖析 整改措施", "generic"),
        ("個人對照檢查材料", "理論學習 政治素質 能力本領 擔當作為 工作作風 廉潔自律", "2023"),
    ],
)  # fmt: skip
def test_the_campaign_is_told_from_title_and_headings(title: str, headings: str, id: str) -> None:
    assert chosen(title, headings).profile.id == id


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
