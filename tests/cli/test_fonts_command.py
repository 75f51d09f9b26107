"""`duizhao fonts`: what is found, what is not, and how to get it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from calling import Call

FACES = ("仿宋", "黑体", "楷体", "小标宋", "宋体")


def test_every_face_is_listed(call: Call) -> None:
    ran = call("fonts")
    assert ran.code == 0
    lines = ran.out.splitlines()[1:6]
    assert tuple(line.strip().partition("（")[0] for line in lines) == FACES


def test_folder_in_the_configuration_is_looked_at(call: Call, folder: Path) -> None:
    (folder / "字体").mkdir()
    (folder / "字体" / "坏.ttf").write_bytes(b"x")
    (folder / "duizhao.toml").write_text('fonts = "字体"\n', encoding="utf-8")
    ran = call("fonts")
    assert "读不懂的字体文件" in ran.out
    assert "坏.ttf" in ran.out


LAYOUT = """\
[roles.title]
face = "华文中宋"
[roles.heading-1]
face = "粗黑"
[fonts]
"华文中宋" = ["没有这种中宋"]
"粗黑" = ["Noto Sans CJK SC"]
"仿宋" = ["本单位仿宋"]
"""


def test_faces_of_a_unit_s_layout_are_looked_for(call: Call, folder: Path) -> None:
    (folder / "版式.toml").write_text(LAYOUT, encoding="utf-8")
    ran = call("fonts", "--layout", "版式.toml")
    lines = [line.strip() for line in ran.out.splitlines()[1:8]]
    assert tuple(line.partition("（")[0] for line in lines) == (*FACES, "华文中宋", "粗黑")
    assert "代用：" in lines[5]
    assert "华文中宋系统不带时，请向本单位管字体的部门领取" in ran.out
    assert lines[6].startswith("粗黑（版式自定）")
    # The configuration may name the layout as well.
    (folder / "duizhao.toml").write_text('layout = "版式.toml"\n', encoding="utf-8")
    assert call("fonts").out == ran.out


def test_wrong_layout_is_one_line(call: Call, folder: Path) -> None:
    (folder / "版式.toml").write_text("[margins]\ntopp = 3\n", encoding="utf-8")
    ran = call("fonts", "--layout", "版式.toml")
    assert ran.code == 2
    assert ran.err.startswith("错误：版式.toml：没有“margins.topp”这一项")
    assert ran.err.count("\n") == 1


def test_wrong_folder_is_one_line(call: Call) -> None:
    ran = call("fonts", "--fonts", "没有")
    assert ran.code == 2
    assert ran.err == "错误：没有：没有这个字体文件夹，请检查路径\n"


def test_machine_without_chinese_fonts_is_told_how_to_get_them(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from duizhao.typeset.fonts import installed

    bare = installed.installed_fonts(system=False)
    monkeypatch.setattr(installed, "installed_fonts", lambda *_: bare)
    ran = call("fonts")
    assert ran.code == 0
    assert ran.out.count("：没有\n") + ran.out.count("  没有\n") == len(FACES)
    assert "sudo apt install fonts-noto-cjk" in ran.out


def test_without_the_extra_it_says_what_to_install(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.delitem(sys.modules, "duizhao.typeset.fonts.installed", raising=False)
    ran = call("fonts")
    assert ran.code == 2
    assert ran.err.startswith("错误：写 PDF、查字体要用 typst，尚未安装；请")
    assert ran.err.endswith("[pdf]'\n")
