"""What the system refuses is said in Chinese, once for every error."""

from __future__ import annotations

import errno
import re

import pytest

from duizhao.os_reason import IN_USE, is_of_place, reason_of

SAID = {
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "不存在",
    errno.ENOTDIR: "不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENAMETOOLONG: "太长",
    errno.EINVAL: "不接受的字符",
    errno.EILSEQ: "不接受的字符",
    errno.EBUSY: "请先关闭",
    errno.ETXTBSY: "请先关闭",
    errno.EFBIG: "文件大小",
    errno.EIO: "读写出错",
    errno.ESTALE: "断开",
    errno.EMFILE: "太多",
    errno.ENOMEM: "内存不足",
}


@pytest.mark.parametrize("number", SAID, ids=errno.errorcode.__getitem__)
def test_each_error_has_its_words(number: int) -> None:
    said = reason_of(OSError(number, "words of the system"))
    assert SAID[number] in said
    assert not re.search("[a-z]", re.sub("Word|Excel", "", said))
    assert said.count("请") == 1 or "，或请" in said


def test_an_error_without_words_has_its_name() -> None:
    assert reason_of(OSError(errno.EXDEV, "Invalid cross-device link")) == "系统不允许（EXDEV）"
    assert reason_of(OSError("拔掉了")) == "系统不允许（拔掉了）"


@pytest.mark.parametrize(("code", "said"), [(32, IN_USE), (33, IN_USE), (123, "不接受的字符")])
def test_windows_says_more_in_codes_of_its_own(code: int, said: str) -> None:
    fault = PermissionError(errno.EACCES, "Permission denied")
    fault.winerror = code  # type: ignore[attr-defined]
    assert said in reason_of(fault)


def test_other_words_may_fit_better() -> None:
    fault = FileNotFoundError(errno.ENOENT, "No such file")
    assert reason_of(fault, ENOENT="上级文件夹不存在") == "上级文件夹不存在"
    assert reason_of(fault, EACCES="没有读取权限") == reason_of(fault)


def test_a_fault_of_the_place_is_one_for_every_file() -> None:
    of_place = {each for each in SAID if is_of_place(OSError(each, ""))}
    assert of_place == {
        errno.ENOSPC,
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.EIO,
        errno.ESTALE,
    }
