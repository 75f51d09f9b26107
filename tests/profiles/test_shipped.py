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
    "generic": [],
}


@pytest.mark.parametrize(("id", "names"), ASPECTS.items())
def test_aspects_have_their_official_names(id: str, names: list[str]) -> None:
    assert [aspect.name for aspect in shipped().named(id).aspects] == names


def test_only_the_first_aspect_of_2025_is_verified() -> None:
    known = [aspect.status for aspect in shipped().named("2025").aspects]
    assert known == [Status.VERIFIED, *[Status.RECALLED] * 4]


@pytest.mark.parametrize("id", ["2019", "2015", "2013"])
def test_aspects_known_from_secondary_texts_say_so(id: str) -> None:
    assert {aspect.status for aspect in shipped().named(id).aspects} == {Status.SECONDARY}


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
