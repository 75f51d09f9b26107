"""Puts 对照 on the desktop, into “发送到” and into the menu of the right mouse button, and takes it away again.

    python.exe -m explorer_entries add|remove

Everything is this user's alone: no administrator is asked, and no other user of the computer sees it. It stands apart
from the program, which is the same on every system.
"""

from __future__ import annotations

import ctypes
import sys
import uuid
import winreg
from contextlib import suppress
from pathlib import Path

NAME = "对照"
PROGRAM = Path(sys.executable).resolve().parents[1] / f"{NAME}.exe"
VERB, WORDS = "duizhao", "用对照检查"
SUFFIXES = (".docx", ".doc", ".wps", ".pdf", ".rtf", ".odt", ".txt", ".zip")
MENUS = (
    *(rf"Software\Classes\SystemFileAssociations\{suffix}\shell" for suffix in SUFFIXES),
    r"Software\Classes\Directory\shell",
)
# KNOWNFOLDERID: where they are differs by language, by settings and by what keeps a copy in the cloud.
SEND_TO, DESKTOP = (
    "{8983036C-27C0-404B-8F08-102D10DCFD74}",
    "{B4BFCC3A-DB2C-424C-B029-7FE99A87C641}",
)
CLSID_SHELL_LINK = "{00021401-0000-0000-C000-000000000046}"
IID_SHELL_LINK_W = "{000214F9-0000-0000-C000-000000000046}"
IID_PERSIST_FILE = "{0000010B-0000-0000-C000-000000000046}"
QUERY_INTERFACE, RELEASE, SAVE = 0, 2, 6
SET_DESCRIPTION, SET_WORKING_DIRECTORY, SET_ICON_LOCATION, SET_PATH = 7, 9, 17, 20
"""Places in the tables of these interfaces, as ShObjIdl_core.h and ObjIdl.h list them."""
IN_PROCESS, MADE_IF_MISSING, CHANGED_ASSOCIATIONS = 1, 0x8000, 0x08000000


def main(wanted: str) -> int:
    """Add or remove all entries. Returns the exit code."""
    if not sys.stdout.isatty():
        # A window shows any character, a pipe those of its code page.
        sys.stdout.reconfigure(encoding="utf-8")
    if wanted == "add" and not PROGRAM.is_file():
        print(f"没有找到 {PROGRAM}：请在解压好的整个文件夹里运行")
        return 1
    try:
        _add() if wanted == "add" else _remove()
    except OSError as fault:
        print(f"没有做成：{fault}")
        return 1
    # Explorer looks again.
    ctypes.windll.shell32.SHChangeNotify(CHANGED_ASSOCIATIONS, 0, None, None)
    return 0


def _add() -> None:
    for place in _links():
        _write_link(place)
    for menu in MENUS:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{menu}\{VERB}") as key:
            winreg.SetValueEx(key, None, 0, winreg.REG_SZ, WORDS)
            winreg.SetValueEx(key, "Icon", 0, winreg.REG_SZ, f'"{PROGRAM}",0')
            # With several files chosen Explorer would start the program once for each: that is for “发送到”.
            winreg.SetValueEx(key, "MultiSelectModel", 0, winreg.REG_SZ, "Single")
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{menu}\{VERB}\command") as key:
            winreg.SetValueEx(key, None, 0, winreg.REG_SZ, f'"{PROGRAM}" "%1"')
    print(
        "已经加上：桌面上的“对照”；右键点一份材料或一个文件夹，有“用对照检查”；选中几份，右键“发送到”里有“对照”。"
    )
    print("Windows 11 的右键菜单里，先点“显示更多选项”。")


def _remove() -> None:
    for place in _links():
        place.unlink(missing_ok=True)
    for menu in MENUS:
        for key in (rf"{menu}\{VERB}\command", rf"{menu}\{VERB}"):
            with suppress(FileNotFoundError):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
    print("已经去掉：桌面、右键菜单和“发送到”里不再有对照。放进来的材料都没有动。")


def _links() -> list[Path]:
    return [_known_folder(each) / f"{NAME}.lnk" for each in (SEND_TO, DESKTOP)]


def _known_folder(identifier: str) -> Path:
    found = ctypes.c_wchar_p()
    _check(
        ctypes.windll.shell32.SHGetKnownFolderPath(
            _guid(identifier), MADE_IF_MISSING, None, ctypes.byref(found)
        )
    )
    return Path(str(found.value))


def _write_link(place: Path) -> None:
    """Write a shortcut to the program, with IShellLinkW: the scripting host knows no names outside the code page."""
    ole32 = ctypes.windll.ole32
    ole32.CoInitialize(None)
    link, file = ctypes.c_void_p(), ctypes.c_void_p()
    made = (_guid(CLSID_SHELL_LINK), None, IN_PROCESS, _guid(IID_SHELL_LINK_W), ctypes.byref(link))
    _check(ole32.CoCreateInstance(*made))
    _call(link, SET_PATH, ctypes.c_wchar_p(str(PROGRAM)))
    _call(link, SET_WORKING_DIRECTORY, ctypes.c_wchar_p(str(PROGRAM.parent)))
    _call(link, SET_DESCRIPTION, ctypes.c_wchar_p("检查对照检查材料"))
    _call(link, SET_ICON_LOCATION, ctypes.c_wchar_p(str(PROGRAM)), ctypes.c_int(0))
    _call(link, QUERY_INTERFACE, _guid(IID_PERSIST_FILE), ctypes.pointer(file))
    _call(file, SAVE, ctypes.c_wchar_p(str(place)), ctypes.c_int(1))
    for each in (file, link):
        _method(each, RELEASE)(each)


def _call(thing: ctypes.c_void_p, number: int, *arguments: object) -> None:
    _check(_method(thing, number, *map(type, arguments))(thing, *arguments))


def _method(thing: ctypes.c_void_p, number: int, *types: object) -> object:
    table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    return ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *types)(table[number])


def _guid(text: str) -> ctypes.c_char_p:
    return ctypes.c_char_p(uuid.UUID(text).bytes_le)


def _check(result: int) -> None:
    if result < 0:
        raise ctypes.WinError(result)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
