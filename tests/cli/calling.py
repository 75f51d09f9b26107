"""A statement with faults, and what a call of the program gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FAULTY = """\
个人对照检查材料
一、存在的问题
（一）推进xx工作不力，服务于部职工不够。
二、原因剖析
理论学习抓得不紧。
三、整改措施
每月通读一章原文。
"""
GOOD_ENOUGH = "会议通知\n定于周三上午九时开会。\n"


@dataclass(frozen=True)
class Ran:
    """What a call gave back."""

    code: int
    out: str
    err: str


Call = Callable[..., Ran]
