"""`duizhao profiles`: the campaigns known, what one of them asks for, and new ones."""

from __future__ import annotations

import click

from duizhao.cli.chinese import LazyGroup

SHOW = "show"
EPILOG = """\
例：duizhao profiles
例：duizhao profiles 2025
例：duizhao profiles new

duizhao profiles 命令 --help 看一条命令的用法。
"""


class ProfilesGroup(LazyGroup):
    """The group of commands, where anything else than a command, also nothing, is for `show`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.lazy and args[0] != "--help"):
            args = [SHOW, *args]
        return super().parse_args(ctx, args)


command = ProfilesGroup(
    "profiles",
    help="活动模板：一次会议的材料要写哪些方面、哪几部分。",
    lazy={
        SHOW: (
            "duizhao.cli.profiles.show",
            "列出活动模板，或说明其中一个；show 可以不写：profiles 2025",
        ),
        "new": ("duizhao.cli.profiles.new", "照通知录入今年的方面，写成活动模板"),
    },
    subcommand_metavar="[模板]｜命令 …",
    epilog=EPILOG,
)
