"""`duizhao screen join`: what the documents of an index share with each other."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import (
    OutputOptions,
    config_option,
    jobs_option,
    output_options,
    settings,
)
from duizhao.cli.outputs import chosen, ready, write_out
from duizhao.cli.screen.opening import (
    SHOWN_FORMATS,
    WordingOptions,
    index_option,
    open_index,
    wording_options,
)
from duizhao.cli.terminal import is_terminal, width

EPILOG = """\
几份材料出自同一份底稿的，列成一组，以其中与别份相同最多的一份作底稿，有范文的以范文作底稿；其余的两两列出。

退出码：0 没有相同段落；1 有；2 出错。

例：duizhao screen join --index 查重
例：duizhao screen join --index 查重 -o 相同段落.xlsx
例：duizhao screen join --index 查重 --engine spark://10.0.0.5:7077
"""
MEGA = 1 << 20


@click.command("join", cls=ChineseCommand, epilog=EPILOG)
@index_option
@wording_options
@click.option(
    "--memory",
    type=click.IntRange(min=16),
    default=512,
    metavar="MB",
    help="比对时最多用多少内存，结果除外；默认 512",
)
@click.option(
    "--engine",
    metavar="引擎",
    help="材料太多时改用别的引擎找相同之处，结果一样：duckdb、local（本机 Spark）、spark://主机:端口"
    "（各台机器都要看得到索引文件夹）",
)
@jobs_option
@output_options(SHOWN_FORMATS)
@config_option
def command(
    index_folder: Path | None,
    wording: WordingOptions,
    memory: int,
    engine: str | None,
    jobs: int | None,
    out: OutputOptions,
    config_file: Path | None,
) -> int:
    """看索引里的材料两两之间有哪些相同段落，同一底稿的归成一组。"""
    form = chosen(api.SCREENING_FORMATS, out)
    config = settings((), config_file)
    ready([out.output], (), config)
    with open_index(index_folder, config, wording) as index:
        shown = api.compare_all(index, memory=memory * MEGA, engine=engine, jobs=jobs)
        is_brief = out.output is None and is_terminal()
        data = api.write_shown(
            form.name, shown, colour=out.is_coloured, width=width(), is_brief=is_brief
        )
        write_out(data, out.output, api.OutputKind.SCREENING)
    return int(bool(shown.joined.groups or shown.joined.pairs))
