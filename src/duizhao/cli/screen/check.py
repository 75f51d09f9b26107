"""`duizhao screen check`: which documents of an index share passages with a text."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.inputs import piped
from duizhao.cli.options import STDIN, OutputOptions, config_option, output_options, settings
from duizhao.cli.outputs import chosen, ready, write_out
from duizhao.cli.screen.opening import (
    SHOWN_FORMATS,
    LabelOptions,
    WordingOptions,
    index_option,
    label_options,
    open_index,
    wording_options,
)
from duizhao.cli.terminal import width
from duizhao.operating_system import LongPath

EPILOG = """\
没有给出的姓名、单位、年度和活动，从材料的落款、署名行、日期和内容里认：据此分本人以往、同事和他人。
引文、固定提法和许多材料都有的常见说法不计，都列出来。内容完全相同的一份就是它自己，不列。

退出码：0 没有相同段落；1 有；2 出错。

例：duizhao screen check 张三.docx --index 查重
例：duizhao screen check 张三.docx --index 查重 -o 张三的相同段落.html
"""


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
@output_options(SHOWN_FORMATS)
@config_option
def command(
    path: str,
    index_folder: Path | None,
    labels: LabelOptions,
    wording: WordingOptions,
    most: int,
    out: OutputOptions,
    config_file: Path | None,
) -> int:
    """看一份材料和索引里哪些材料有相同段落：在哪里、多少字、哪些词不同。用 - 读标准输入。"""
    form = chosen(api.SCREENING_FORMATS, out)
    config = settings((path,), config_file)
    ready([out.output], () if path == STDIN else (LongPath(path),), config)
    with open_index(index_folder, config, wording) as index:
        source = piped() if path == STDIN else api.read(LongPath(path))
        labeller = api.Labeller(labels.label())
        shown = api.compare_text(index, source, api.Checker(config), labeller, most=most)
        data = api.write_shown(form.name, shown, colour=out.is_coloured, width=width())
        write_out(data, out.output, api.OutputKind.SCREENING)
    return int(bool(shown.screened.matches))
