"""Folders of fonts: what can be read, what cannot, and what a user is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from duizhao.errors import BadConfiguration
from duizhao.typeset.fonts.installed import installed_fonts

NOTO = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
needs_noto = pytest.mark.skipif(not NOTO.exists(), reason="fonts-noto-cjk is not installed")


def test_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(BadConfiguration, match="没有这个字体文件夹"):
        installed_fonts(Path("没有"))


def test_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"")
    with pytest.raises(BadConfiguration, match=r"a\.ttf"):
        installed_fonts(tmp_path / "a.ttf")


def test_folder_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(BadConfiguration, match="字体文件夹打不开，没有权限"):
        installed_fonts(tmp_path)


def test_files_that_are_no_fonts_are_listed_and_harm_nothing(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "坏.TTF").write_bytes(b"\0\1\0\0" + b"\xff" * 100)
    (tmp_path / "空.otf").write_bytes(b"")
    (tmp_path / "readme.txt").write_text("no font")
    found = installed_fonts(tmp_path, system=False)
    assert {path.name for path in found.broken} == {"坏.TTF", "空.otf"}


@needs_noto
def test_font_in_a_folder_of_ones_own_is_found(tmp_path: Path) -> None:
    (tmp_path / "字体").mkdir()
    (tmp_path / "字体" / "a.ttc").symlink_to(NOTO)
    found = installed_fonts(tmp_path, system=False)
    assert not found.broken
    assert "Noto Serif CJK SC" in {font.family for font in found.fonts}


@needs_noto
def test_font_cut_short_is_listed_or_left_out(tmp_path: Path) -> None:
    with NOTO.open("rb") as font, (tmp_path / "a.ttc").open("wb") as short:
        shutil.copyfileobj(font, short, 1 << 16)
        short.truncate(1 << 16)
    assert installed_fonts(tmp_path, system=False).broken == (tmp_path / "a.ttc",)


@needs_noto
@pytest.mark.parametrize("place", [".local/share/fonts/单位 字体", ".kingsoft/office6/fonts"])
def test_fonts_of_the_user_and_of_wps_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / place).mkdir(parents=True)
    files = {font.file for font in installed_fonts().fonts if font.file}
    own = tmp_path / place / "小标宋.ttf"
    shutil.copyfile(min(files, key=lambda file: file.stat().st_size), own)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert {font.file for font in installed_fonts().fonts if font.file} == {*files, own}
