"""`duizhao screen check`: which documents of an index share passages with a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.piped import piped
from duizhao.cli.screen.opening import (
    config_option,
    index_option,
    label,
    label_options,
    opened,
    wording_options,
)
from duizhao.cli.screen.written import form_of, put_out, written_options

EPILOG = """\
没有给出的姓名、单位、年度和活动，从材料的落款、署名行、日期和内容里认：据此分本人以往、同事和他人。
引文、固定提法和许多材料都有的常见说法不计，都列出来。内容完全相同的一份就是它自己，不列。

退出码：0 没有相同段落；1 有；2 出错。

例：duizhao screen check 张三.docx --index 查重
例：duizhao screen check 张三.docx --index 查重 -o 张三的相同段落.html
"""
STDIN = "-"


@click.command("check", cls=ChineseCommand, epilog=EPILOG)
@click.argument("path", metavar="文件")
@index_option
@label_options
@wording_options
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=50,
    metavar="数",
    help="最多和多少份材料逐字比对，相同最多的在前；默认 50",
)
@written_options
@config_option
def command(path: str, **given: Any) -> int:
    """看一份材料和索引里哪些材料有相同段落：在哪里、多少字、哪些词不同。用 - 读标准输入。"""
    form = form_of(given)
    index = opened(given, Path() if path == STDIN else Path(path).parent)
    try:
        checker = api.Checker(given["settings"])
        source = piped() if path == STDIN else api.read(Path(path))
        labelling = api.Labelling(label(given))
        shown = api.compare_text(index, source, checker, labelling, most=given["most"])
        put_out(form, shown, given)
    finally:
        index.close()
    return int(bool(shown.screened.matches))
