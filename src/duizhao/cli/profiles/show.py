"""`duizhao profiles show`: the campaigns known, or what one of them asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand, table
from duizhao.cli.options import FILE, settings
from duizhao.cli.terminal import put


@click.command("show", cls=ChineseCommand)
@click.argument("name", required=False, metavar="[模板]")
@click.option("--profiles", type=FILE, metavar="文件夹", help="自备活动模板所在的文件夹")
def command(name: str | None, profiles: Path | None) -> None:
    """列出活动模板；写出一个（如 2023），则列出它的对照方面和要求。"""
    known = api.load_profiles(profiles or settings((), None).profiles)
    if name is not None:
        put(_one(known.named(name)))
        return
    put("".join(_listed(known.all())).lstrip("\n"))


def _listed(profiles: Sequence[api.Profile]) -> Iterator[str]:
    """The profiles by kind of paper: those of meetings first."""
    reports = [each for each in profiles if each.parts]
    rows = [(each.id, each.title) for each in profiles if each not in reports]
    yield table("对照检查材料的活动模板（个人和班子通用）", rows)
    if reports:
        yield table("其他材料的模板", [(each.id, each.title) for each in reports])


def _one(profile: api.Profile) -> str:
    """Everything about a campaign, each requirement with its source and how far it is known."""
    aspects = [(each.name, "、".join(each.aliases)) for each in profile.aspects]
    asked = [
        (f"{each.id} {each.text}", f"{each.source}（{each.status.label}）")
        for each in profile.requirements
    ]
    parts = [(each.name, f"标题里有{'、'.join(each.words[:4])}等") for each in profile.parts]
    return "".join(
        [
            f"{profile.id} {profile.title}\n依据：{profile.source}（{profile.status.label}）\n",
            table("对照方面", aspects) if aspects else "",
            table("要求", asked) if asked else "",
            table("应有的部分", parts) if parts else "",
        ]
    )
