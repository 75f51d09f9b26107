"""Which fonts of the standard the machine has, in the settings."""

from __future__ import annotations

import sys

from django.conf import settings
from django.urls import reverse

from duizhao import api
from duizhao.typeset.fonts import installed


def page(browse) -> str:
    return browse.get(reverse("desk:fonts")).content.decode()


def bare(monkeypatch) -> None:
    found = installed.installed_fonts(system=False)
    monkeypatch.setattr(installed, "installed_fonts", lambda *_: found)


def test_settings_lead_to_the_fonts(browse) -> None:
    address = reverse("desk:fonts")
    assert f'hx-get="{address}"' in browse.get(reverse("desk:settings")).content.decode()


def test_every_face_of_the_standard_is_listed(browse) -> None:
    shown = page(browse)
    assert [
        face for face in ("仿宋", "黑体", "楷体", "小标宋", "宋体") if f"<td>{face}（" not in shown
    ] == []


def test_machine_without_fonts_says_what_to_do(browse, monkeypatch) -> None:
    bare(monkeypatch)
    monkeypatch.setattr(settings, "IS_DESK", True)
    # As the settings ask for it: without the frame, whose ways out a server does not have.
    address = reverse("desk:fonts")
    shown = browse.get(address, headers={"HX-Request": "true"}).content.decode()
    assert shown.count("没有</td>") == 5
    assert "怎样得到没有的：系统或其中的 WPS 一般带有" in shown
    assert str(settings.DATA_FOLDER.fonts) in shown


def test_windows_is_told_what_windows_has(browse, monkeypatch) -> None:
    bare(monkeypatch)
    monkeypatch.setattr(sys, "platform", "win32")
    shown = page(browse)
    assert "可选功能 → 简体中文补充字体" in shown
    assert "右键点字体文件，选“安装”" in shown
    assert "apt" not in shown
    assert "麒麟" not in shown


def test_font_file_in_the_data_folder_is_looked_at(browse) -> None:
    broken = settings.DATA_FOLDER.fonts / "坏.ttf"
    broken.write_bytes(b"x")
    try:
        shown = page(browse)
    finally:
        broken.unlink()
    assert "读不懂的字体文件" in shown
    assert str(broken) in shown


def test_fault_is_one_line(browse, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise api.DuizhaoError("字体文件夹打不开，没有权限")

    monkeypatch.setattr(api, "find_fonts", fail)
    assert '<p class="fault" role="alert">字体文件夹打不开，没有权限</p>' in page(browse)
