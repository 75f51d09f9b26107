"""Errors of the operating system about a file, in the words of an office: what is wrong, what to do."""

from __future__ import annotations

import errno
from collections.abc import Mapping

_SHARING_VIOLATIONS = frozenset((32, 33))
_BAD_NAME = 123
"""Codes of Windows, which Python does not map: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_INVALID_NAME."""

IN_USE = "正被别的程序使用，可能正在 Word、Excel 或 WPS 里打开，请先关闭"
_BAD_CHARACTERS = "文件名里有这个磁盘不接受的字符，请改名"
_AWAY = "网络盘或移动盘断开了，请检查连接"
_FULL = "磁盘已满，请腾出空间，或换一个位置"

_REASONS: Mapping[str, str] = {
    "ENOSPC": _FULL,
    "EDQUOT": "分给您的磁盘空间已用完，请腾出空间，或换一个位置",
    "EFBIG": "超过了允许的文件大小，请换一个位置，或请管理员放宽限制",
    "EROFS": "磁盘是只读的，请换一个位置",
    "EACCES": "没有权限，请换一个位置，或请管理员开放权限",
    "EPERM": "没有权限，请换一个位置，或请管理员开放权限",
    "ENOENT": "文件或文件夹不存在，请检查路径",
    "ENOTDIR": "路径里有一段是文件，不是文件夹，请检查路径",
    "EISDIR": "这是一个文件夹，请给出文件名",
    "EEXIST": "同名的文件已经在那里，请换一个名称",
    "ENOTEMPTY": "文件夹不是空的，请换一个名称",
    "ENAMETOOLONG": "文件名或路径太长，请改短",
    "EINVAL": _BAD_CHARACTERS,
    "EILSEQ": _BAD_CHARACTERS,
    "ELOOP": "链接绕成了圈，请检查它指向哪里",
    "EBUSY": IN_USE,
    "ETXTBSY": IN_USE,
    "EIO": "磁盘读写出错，请检查磁盘或移动盘",
    "ENXIO": _AWAY,
    "ENODEV": _AWAY,
    "ESTALE": _AWAY,
    "ENOTCONN": _AWAY,
    "EHOSTDOWN": _AWAY,
    "EHOSTUNREACH": _AWAY,
    "ETIMEDOUT": _AWAY,
    "EMFILE": "同时打开的文件太多，请关闭一些程序再试",
    "ENFILE": "同时打开的文件太多，请关闭一些程序再试",
    "ENOMEM": "内存不足，请关闭一些程序再试",
}
"""By the name of the error, which every system has a number of its own for, or none."""

_OF_THE_PLACE = frozenset(
    ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO", "ENXIO", "ENODEV", "ESTALE", "ENOTCONN",
     "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT")
)  # fmt: skip


def reason_of(fault: OSError, **others: str) -> str:
    """Why it failed, in Chinese; `others` are words that fit better for some errors, by their names."""
    if getattr(fault, "winerror", None) in _SHARING_VIOLATIONS:
        return IN_USE
    if getattr(fault, "winerror", None) == _BAD_NAME:
        return _BAD_CHARACTERS
    name = errno.errorcode.get(fault.errno or 0, "")
    known = others.get(name) or _REASONS.get(name)
    # A number can be looked up where the words of the system are in no language that people here read.
    return known or f"系统不允许（{name or fault}）"


def is_of_place(fault: OSError) -> bool:
    """Would every other file that is written to the same place have the same fault?"""
    return errno.errorcode.get(fault.errno or 0) in _OF_THE_PLACE
