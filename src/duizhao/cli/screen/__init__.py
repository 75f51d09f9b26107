"""`duizhao screen`: an index of texts, and what they share."""

from __future__ import annotations

import re
from pathlib import Path

import click

from duizhao.cli.chinese import LazyGroup

AT_ONCE = "once"
WORD = re.compile("[A-Za-z-]+")

EPILOG = """\
今年的和去年的当场比，不留索引：duizhao screen 今年/ 去年/ -o 相同段落.html
一个文件夹里两两相比：duizhao screen 材料/ -o 相同段落.html

常用同一批材料来比，就先收进索引。索引是一个文件夹，只在本机，不联网；用 --index 给出，或在 duizhao.toml 的
[screen] 里写 index。

例：duizhao screen add 去年材料/ --index 查重 --year 2024
例：duizhao screen check 张三.docx --index 查重 -o 张三的相同段落.html
例：duizhao screen join --index 查重 -o 相同段落.xlsx

duizhao screen 命令 --help 看一条命令的用法。
"""


class ScreenGroup(LazyGroup):
    """The group of commands, where paths in the place of a command are compared at once."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.lazy or _is_mistyped(args[0]):
            return super().resolve_command(ctx, args)
        return super().resolve_command(ctx, [AT_ONCE, *args])


def _is_mistyped(word: str) -> bool:
    """Is it rather a command with a letter wrong than the name of a file?"""
    return bool(WORD.fullmatch(word)) and not word.startswith("-") and not Path(word).exists()


command = ScreenGroup(
    "screen",
    help="查相同段落：看谁和谁有相同的文字，在哪里，占多少。只列证据，不下结论。",
    lazy={
        "once": ("duizhao.cli.screen.once", "不用索引，当场比；once 可以不写：screen 今年/ 去年/"),
        "add": ("duizhao.cli.screen.add", "把材料和范文收进索引"),
        "check": ("duizhao.cli.screen.check", "看一份材料和索引里哪些材料有相同段落"),
        "join": ("duizhao.cli.screen.join", "看索引里的材料两两之间有哪些相同段落"),
        "list": ("duizhao.cli.screen.listing", "列出索引里的材料"),
        "remove": ("duizhao.cli.screen.remove", "从索引里移出材料，原文一并抹掉"),
        "stats": ("duizhao.cli.screen.stats", "索引有多大，收了多少材料"),
    },
    subcommand_metavar="路径…｜命令 …",
    epilog=EPILOG,
    context_settings={"ignore_unknown_options": True},
)
