"""`duizhao screen remove`: documents out of an index, text and all."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import config_option, settings
from duizhao.cli.screen.opening import index_option, open_index
from duizhao.cli.terminal import note

EPILOG = """\
编号用 duizhao screen list 看，写开头几位即可；也可以写文件名。移出之后，原文和比对用的数据都不留在索引里，不能撤销，
要用时再收一次。

例：duizhao screen remove 3f9a 去年材料/张三.docx --index 查重
"""


@click.command("remove", cls=ChineseCommand, epilog=EPILOG)
@click.argument("names", nargs=-1, required=True, metavar="编号…")
@index_option
@config_option
def command(names: tuple[str, ...], index_folder: Path | None, config_file: Path | None) -> None:
    """从索引里移出材料，原文一并抹掉。"""
    with open_index(index_folder, settings((), config_file)) as index:
        entries = index.entries()
        found = [entry for name in names for entry in _meant(name, entries)]
        index.remove_all(entry.id for entry in found)
    for entry in dict.fromkeys(found):
        note(f"已移出 {entry.id} {entry.name}")


def _meant(name: str, entries: list[api.Entry]) -> list[api.Entry]:
    """What a name stands for: a document's id, its beginning, or a file. Raises UsageError."""
    named = [entry for entry in entries if entry.name == name]
    if named:
        return named
    begun = [entry for entry in entries if entry.id.startswith(name)]
    if len(begun) == 1:
        return begun
    if begun:
        raise click.UsageError(f"有 {len(begun)} 份材料的编号以 {name} 开头，请多写几位")
    raise click.UsageError(f"索引里没有 {name}；编号用 duizhao screen list 看")
