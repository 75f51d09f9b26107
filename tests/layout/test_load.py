"""The standard's figures, and a unit's own file laid over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.errors import BadConfiguration
from duizhao.layout import FigureStrength, Role, load_layout, standard_layout


def written(folder: Path, text: str) -> Path:
    path = folder / "版式.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(BadConfiguration) as fault:
        load_layout(written(folder, text))
    assert "\n" not in str(fault.value)
    return str(fault.value)


def test_standard_has_the_type_area_of_its_clause() -> None:
    layout = standard_layout()
    assert (layout.width, layout.height) == (156, 225)
    assert (layout.grid.lines, layout.grid.characters) == (22, 28)
    assert set(layout.roles) == set(Role)


def test_every_figure_says_what_it_rests_on_and_how_firmly() -> None:
    bases = standard_layout().bases
    assert bases["margins.top"].source == "GB/T 9704-2012 5.2.1"
    assert bases["margins.top"].within == 1
    assert {basis.strength for basis in bases.values()} == set(FigureStrength)
    for key, basis in bases.items():
        assert basis.strength is FigureStrength.PRACTICE or basis.source.startswith(
            "GB/T 9704-2012 "
        ), key


def test_unit_deviates_in_what_it_writes_and_in_nothing_else(tmp_path: Path) -> None:
    layout = load_layout(
        written(
            tmp_path,
            'title = "江州市委办版式"\n[margins]\ntop = 35\n[roles.heading-2]\nbold = true\n'
            '[roles.title]\nface = { value = "华文中宋", clause = "第三条" }\n'
            '[fonts]\n"华文中宋" = ["华文中宋"]\n',
        )
    )
    assert layout.margins.top == 35.0
    assert layout.bases["margins.top"].source == "江州市委办版式"
    assert layout.bases["margins.top"].strength is FigureStrength.MUST
    assert layout.bases["roles.title.face"].source == "江州市委办版式 第三条"
    assert layout.roles[Role.HEADING_2].bold
    assert layout.font(layout.roles[Role.TITLE].face) == "华文中宋"
    assert layout.margins.left == standard_layout().margins.left
    assert layout.bases["margins.left"] == standard_layout().bases["margins.left"]


def test_no_file_is_the_standard() -> None:
    assert load_layout(None) is standard_layout()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[margins]\ntopp = 35\n", "是不是“margins.top”"),
        ("[roles.heading2]\nsize = 16\n", "是不是“roles.heading-2.size”"),
        ('[margins]\ntop = "35"\n', "“margins.top”应为数"),
        ("[grid]\nlines = 22.5\n", "“grid.lines”应为整数"),
        ("[margins]\ntop = true\n", "“margins.top”应为数"),
        ("[margins]\ntop = { value = 35, klausel = 1 }\n", "没有“klausel”"),
        ('[margins]\ntop = { value = 35, strength = "maybe" }\n', "strength"),
        ("[margins]\ntop = nan\n", "毫米"),
        ("[roles.body]\nsize = inf\n", "“roles.body.size”应在 5 到 72 磅之间"),
        ("[margins]\ntop = 300\n", "版心"),
        ('[roles.body]\nface = "幼圆"\n', "没有对应的字体"),
        ('[roles.body]\nalign = "middle"\n', "justify"),
        ('[text]\ncolour = "red"\n', "颜色"),
        ('[page-number]\nform = "页码"\n', "{}"),
        ('[fonts]\n"仿宋" = []\n', "一列文字"),
        ("fonts = 3\n", "没有“fonts”"),
        ("[fonts]\n仿宋 = [1]\n", "不是合格的 TOML"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(tmp_path: Path, text: str, says: str) -> None:
    assert says in refusal(tmp_path, text)


def test_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "版式.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadConfiguration, match="UTF-8"):
        load_layout(path)
    with pytest.raises(BadConfiguration, match="打不开"):
        load_layout(tmp_path / "没有.toml")
