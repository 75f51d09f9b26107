"""The profiles that come with the program say what the campaigns asked for."""

from __future__ import annotations

import pytest

from duizhao.errors import UnknownName
from duizhao.profiles import Profile, Status, shipped

ASPECTS = {
    "2023": ["理论学习", "政治素质", "能力本领", "担当作为", "工作作风", "廉洁自律"],
    "2024": [
        "带头严守政治纪律和政治规矩、维护党的团结统一",
        "带头增强党性、严守纪律、砥砺作风",
        "带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新",
        "带头履行全面从严治党政治责任",
    ],
    "2025": [
        "带头强化政治忠诚、提高政治能力",
        "带头固本培元、增强党性",
        "带头敬畏人民、敬畏组织、敬畏法纪",
        "带头干事创业、担当作为",
        "带头坚决扛起管党治党责任",
    ],
    "2022": [
        "带头深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”",
        "带头坚持不懈用习近平新时代中国特色社会主义思想凝心铸魂",
        "带头坚持和加强党的全面领导",
        "带头坚持以人民为中心的发展思想",
        "带头发扬斗争精神",
        "带头落实全面从严治党责任",
    ],
    "2020": [
        "学懂弄通做实习近平新时代中国特色社会主义思想",
        "坚持和加强党的全面领导",
        "履职尽责、担当作为",
        "学习贯彻党的十九届五中全会精神",
        "落实全面从严治党责任",
    ],
    "2018": ["思想政治", "精神状态", "工作作风"],
    "2019": ["理论学习", "思想政治", "干事创业", "为民服务", "清正廉洁"],
    "2015": ["严以修身", "严以用权", "严以律己"],
    "2013": [
        "遵守党的政治纪律",
        "贯彻中央八项规定",
        "形式主义",
        "官僚主义",
        "享乐主义",
        "奢靡之风",
    ],
    "branch-2023": ["学习贯彻党的创新理论", "党性修养提高", "联系服务群众", "发挥先锋模范作用"],
    "branch-2022": ["政治信仰", "党员意识", "理论学习", "能力本领", "作用发挥", "纪律作风"],
    "generic": [],
    "inspection": [],
    "duty": [],
}


@pytest.mark.parametrize(("id", "names"), ASPECTS.items())
def test_aspects_have_their_official_names(id: str, names: list[str]) -> None:
    assert [aspect.name for aspect in shipped().named(id).aspects] == names


@pytest.mark.parametrize("id", ["2025", "2024", "2023", "2020", "branch-2023"])
def test_aspects_read_in_the_rule_are_verified(id: str) -> None:
    assert {aspect.status for aspect in shipped().named(id).aspects} == {Status.VERIFIED}


def test_the_case_that_one_county_asked_for_in_2025_is_no_verified_requirement() -> None:
    (case,) = (r for r in shipped().named("2025").requirements if r.id == "statement-case")
    assert case.status is Status.LOCAL


@pytest.mark.parametrize("id", ["2019", "2018", "2015", "2013"])
def test_aspects_known_from_secondary_texts_say_so(id: str) -> None:
    assert {aspect.status for aspect in shipped().named(id).aspects} == {Status.SECONDARY}


def test_of_2022_only_the_first_aspect_is_verified() -> None:
    first, *others = shipped().named("2022").aspects
    assert first.status is Status.VERIFIED
    assert {each.status for each in others} == {Status.SECONDARY}


def test_every_shipped_profile_is_listed_here() -> None:
    assert set(ASPECTS) == set(shipped().by_id)


@pytest.mark.parametrize("profile", shipped().all(), ids=lambda profile: profile.id)
def test_every_profile_and_requirement_names_its_source(profile: Profile) -> None:
    assert profile.source
    assert all(requirement.source for requirement in profile.requirements)


@pytest.mark.parametrize("profile", shipped().all(), ids=lambda profile: profile.id)
def test_no_name_belongs_to_two_aspects(profile: Profile) -> None:
    names = [name for aspect in profile.aspects for name in {aspect.name, *aspect.aliases}]
    assert len(names) == len(set(names))


def test_unknown_profile_offers_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"没有名为“branch2023”.*是不是“branch-2023”"):
        shipped().named("branch2023")
