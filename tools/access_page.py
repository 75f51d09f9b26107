"""The page on permissions: for each act of an app its address, and what every role reaches with it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from markdown import NOTE, table

from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure

OPENING = """\
# 谁能做什么

`duizhao serve` 里，每个网址做一件事，谁能对什么做这件事，都写在下面的表里；程序按这几张表答复，
测试逐个网址、逐个角色、逐种关系核对。
空格表示不能：网址答 404，和没有这样东西时一样。“只在本机”的两件事只有 `duizhao desk` 有。

- 系统管理员、安全管理员、审计管理员看不到任何人的材料；管理员不能兼别的角色，别的角色也不能兼管理员。
- “本单位及下属单位”从角色所在的单位算起。下级的管理员改不了在上级单位有角色的人。
- 管全部单位的系统管理员、安全管理员、审计管理员，有了就至少要留一个。有了安全管理员，系统管理员就不再给、收角色。
- 代别人办的时候，只有那个人的那一个角色；管理员的角色不能代，管理员也不能代人办。
- 不登录只打得开登录页、凭邀请条进来的页面和第一次设置的页面；“我的账号”里的事，有账号就行。

"""
NAMED = re.compile(r"<\w+:(\w+)>")
TITLES = {
    "desk": "材料",
    "meetings": "会议",
    "announcements": "通报和满意度测评",
    "papers": "会议文书",
    "archive": "档案",
    "supervision": "各单位",
    "overview": "要办的、会议总览、搜索",
    "opinions": "征求意见",
    "talks": "谈心谈话",
    "submissions": "对照检查材料",
    "minutes": "会议记录",
    "rectification": "整改",
    "roster": "名册",
    "accounts": "单位、人员和角色",
    "audit": "操作记录",
}
"""The apps in the order of the page, with their titles."""


def access_page() -> str:
    """The table of every app, act × role."""
    with tempfile.TemporaryDirectory() as folder:
        data = DataFolder(Path(folder))
        data.make()
        configure(data, is_desk=False)
        return f"{NOTE}{OPENING}{''.join(_apps())}"


def _apps() -> Iterator[str]:
    from duizhao.web.person_role import PersonRole

    known = dict(_addresses())
    for app, title in TITLES.items():
        access = import_module(f"duizhao.web.{app}.access").TABLE
        rows = [
            (
                f"`{act}`",
                known.get(f"{access.app}:{act}", "只在本机"),
                *(by_role[role].name if role in by_role else "" for role in PersonRole),
            )
            for act, by_role in access.acts.items()
        ]
        head = ("操作", "网址", *PersonRole.labels)
        yield f"## {title}\n\n{table(head, rows)}\n"


def _addresses(resolver: Any = None, app: str = "", before: str = "/") -> Iterator[tuple[str, str]]:
    """The addresses of the site by the names of their acts."""
    from django.urls import URLPattern, get_resolver

    for each in (resolver or get_resolver()).url_patterns:
        place = f"{before}{each.pattern}"
        if isinstance(each, URLPattern):
            named = NAMED.sub(r"{\1}", place)
            yield f"{app}:{each.name}", f"`{named}`"
        else:
            yield from _addresses(each, each.app_name or app, place)
