"""Under wine: the entries of Explorer, and old files read by a WPS that really is asked over COM."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from office_computer import OfficeComputer, as_windows

pytestmark = pytest.mark.wine

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STAND_IN = Path(__file__).with_name("stand_in_wps.py")
STARTS = 3
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOOK = """
import json, sys, winreg
from explorer_entries import DESKTOP, MENUS, SEND_TO, _known_folder
def command(menu):
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, menu + r"\\duizhao\\command") as key:
            return winreg.QueryValueEx(key, None)[0]
    except FileNotFoundError:
        return None
links = [_known_folder(each) / "对照.lnk" for each in (SEND_TO, DESKTOP)]
target = sys.argv[1].encode("utf-16-le")
found = [each.exists() and target in each.read_bytes() for each in links]
json.dump([sorted(set(map(str, map(command, MENUS)))), found], open(sys.argv[2], "w"))
"""


def python(computer: OfficeComputer, folder: Path, *arguments: str) -> str:
    """Run the Python of the folder, and return what it says."""
    for _ in range(STARTS):
        answer = computer._wine([str(computer.python), *arguments], folder)
        # Where wine itself does not start a program, there is neither a word of it nor a traceback.
        if answer.code == 0 or answer.out or answer.err:
            break
    assert answer.code == 0, answer
    return answer.out


def test_entries_come_and_go(computer: OfficeComputer, tmp_path: Path) -> None:
    program = as_windows(computer.program / "对照.exe")
    look, seen = tmp_path / "look.py", tmp_path / "seen.json"
    look.write_text(LOOK, encoding="utf-8")
    for shown in computer.prefix.glob("drive_c/users/*/*"):
        # wine makes the desktop a link to a folder of this machine.
        if shown.is_symlink():
            shown.unlink()
            shown.mkdir()

    def entries() -> object:
        python(computer, tmp_path, str(look), program, str(seen))
        return json.loads(seen.read_text())

    def double_clicked(name: str) -> str:
        return computer._wine(["cmd", "/c", name], computer.program).out

    assert "已经加上" in double_clicked("添加右键菜单.cmd")
    assert entries() == [[f'"{program}" "%1"'], [True, True]]
    assert "已经去掉" in double_clicked("去掉右键菜单.cmd")
    assert entries() == [["None"], [False, False]]


@contextmanager
def wps(computer: OfficeComputer, folder: Path) -> Iterator[None]:
    """WPS is registered for as long as the block runs."""
    place = computer.python.with_name(STAND_IN.name)
    shutil.copy(STAND_IN, place)
    # What answers COM imports it, which what asks does not: the folder is without it.
    constants = place.with_name("win32con.py")
    constants.write_text("HKEY_CLASSES_ROOT = -0x80000000\n")
    copy = folder / "copy.docx"
    shutil.copy(EXAMPLES / "good.docx", copy)
    python(computer, folder, str(place), as_windows(copy))
    try:
        yield
    finally:
        python(computer, folder, str(place))
        place.unlink()
        constants.unlink()


# One test: what one process of the tests registers, the other would find.
def test_old_files_are_read_by_wps_where_it_is(computer: OfficeComputer, tmp_path: Path) -> None:
    folder = tmp_path / "支部 & 50%"
    folder.mkdir()
    (folder / "张三 100%.wps").write_bytes(OLE + b"whole")
    (folder / "李四.doc").write_bytes(OLE + b"broken")
    without = computer.run(tmp_path, "check", folder.name)
    assert without.code == 2
    assert "要用 Word、WPS 或 LibreOffice，这台电脑上没有找到" in without.out + without.err
    with wps(computer, tmp_path):
        answer = computer.run(tmp_path, "check", folder.name)
    assert "张三 100%.wps  没有发现问题" in answer.out
    assert "李四.doc：WPS 打不开，文件可能已加密或损坏" in answer.out + answer.err
