"""`duizhao screen`: an index of texts, and what they share."""

from __future__ import annotations

from duizhao.cli.chinese import LazyGroup

EPILOG = """\
索引是一个文件夹，只在本机，不联网。用 --index 给出，或在 duizhao.toml 的 [screen] 里写 index。

例：duizhao screen add 去年材料/ --index 查重 --year 2024
例：duizhao screen check 张三.docx --index 查重 -o 张三的相同段落.html
例：duizhao screen join --index 查重 -o 相同段落.xlsx

duizhao screen 命令 --help 看一条命令的用法。
"""

command = LazyGroup(
    "screen",
    help="查相同段落：把材料收进索引，看谁和谁有相同的文字。只列证据，不下结论。",
    lazy={
        "add": ("duizhao.cli.screen.add", "把材料和范文收进索引"),
        "check": ("duizhao.cli.screen.check", "看一份材料和索引里哪些材料有相同段落"),
        "join": ("duizhao.cli.screen.join", "看索引里的材料两两之间有哪些相同段落"),
        "list": ("duizhao.cli.screen.listing", "列出索引里的材料"),
        "remove": ("duizhao.cli.screen.remove", "从索引里移出材料，原文一并抹掉"),
        "stats": ("duizhao.cli.screen.stats", "索引有多大，收了多少材料"),
    },
    subcommand_metavar="命令 …",
    epilog=EPILOG,
)
