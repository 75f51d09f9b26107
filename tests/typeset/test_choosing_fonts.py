"""Which font shows which face, on machines with many fonts and with few."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.typeset.fonts import Font, FontChoice, FontRank, choose_fonts, faces

NOTO = [
    Font(f"Noto {style} CJK SC", weight) for style in ("Sans", "Serif") for weight in (400, 700)
]
SEEN_TOGETHER = ("仿宋", "黑体", "楷体", "小标宋")
NAMES = sorted({name for f in faces() for c in (*f.official, *f.alike) for name in c.names})


def chosen(*fonts: Font) -> Mapping[str, FontChoice]:
    return choose_fonts(faces(), fonts)


def named(*families: str) -> list[Font]:
    return [Font(family, 400) for family in families]


def test_office_fonts_are_taken_as_they_are() -> None:
    fonts = named("FangSong_GB2312", "KaiTi_GB2312", "SimHei", "SimSun", "FZXiaoBiaoSong-B05S")
    found = chosen(*fonts, *NOTO)
    assert {name: choice.font.family for name, choice in found.items()} == {
        "仿宋": "FangSong_GB2312",
        "黑体": "SimHei",
        "楷体": "KaiTi_GB2312",
        "小标宋": "FZXiaoBiaoSong-B05S",
        "宋体": "SimSun",
    }
    assert {choice.rank for choice in found.values()} == {FontRank.OFFICIAL}
    assert not any(choice.added_weight for choice in found.values())


@pytest.mark.parametrize("name", ["仿宋_GB2312", "CESI仿宋-GB2312", "cesi_fs_gb2312", "STFANGSONG"])
def test_font_is_known_by_its_chinese_name_too(name: str) -> None:
    assert chosen(Font(name, 400))["仿宋"].rank is FontRank.OFFICIAL


def test_layouts_own_font_goes_first() -> None:
    own = faces({"仿宋": ("单位仿宋", "仿宋_GB2312")})
    found = choose_fonts(own, named("FangSong_GB2312", "单位仿宋"))
    assert found["仿宋"].font.family == "单位仿宋"


def test_layouts_own_face_is_found_or_stood_in_for() -> None:
    own = faces({"隶书": ("LiSu",)})
    assert choose_fonts(own, [*NOTO, Font("LiSu", 400)])["隶书"].rank is FontRank.OFFICIAL
    assert choose_fonts(own, NOTO)["隶书"].rank is FontRank.STAND_IN


@pytest.mark.parametrize(
    ("name", "family"),
    [("华文中宋", "Noto Serif CJK SC"), ("方正兰亭黑", "Noto Sans CJK SC")],
)
def test_layouts_own_face_is_stood_in_for_by_one_of_its_style(name: str, family: str) -> None:
    found = choose_fonts(faces({name: (name,)}), NOTO)
    assert found[name].font.family == family
    assert not any(found[name].looks_like(found[other]) for other in SEEN_TOGETHER)


def test_free_fonts_of_the_same_style_are_next() -> None:
    found = chosen(*named("Zhuque Fangsong", "LXGW WenKai"), *NOTO, Font("Noto Serif CJK SC", 900))
    assert {name: choice.rank for name, choice in found.items()} == dict.fromkeys(
        found, FontRank.ALIKE
    )
    assert found["小标宋"].font.weight == 900


def test_with_noto_alone_levels_differ_without_drawing_any() -> None:
    found = chosen(*NOTO)
    looks = {(found[name].font.family, found[name].font.weight) for name in SEEN_TOGETHER}
    assert len(looks) == 4
    assert not any(choice.added_weight for choice in found.values())


@pytest.mark.parametrize("family", ["SimSun", "KaiTi", "WenQuanYi Zen Hei", "Noto Sans CJK SC"])
def test_with_a_single_font_levels_differ_by_thickness(family: str) -> None:
    found = chosen(Font(family, 400))
    weights = [
        found[name].font.weight + found[name].added_weight for name in ("仿宋", "楷体", "黑体")
    ]
    assert weights == sorted(set(weights))
    assert found["仿宋"].added_weight == 0


@given(st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from([300, 400, 700])), min_size=1))
def test_levels_never_look_the_same(cuts: set[tuple[str, int]]) -> None:
    found = chosen(*(Font(*cut) for cut in cuts))
    assert list(found) == [face.name for face in faces()]
    levels = [found[name] for name in ("仿宋", "黑体", "楷体")]
    for at, one in enumerate(levels):
        assert not any(one.looks_like(other) for other in levels[at + 1 :])


def test_without_a_chinese_font_nothing_is_chosen() -> None:
    assert not chosen(*named("DejaVu Sans", "Noto Sans CJK JP"))
