"""`duizhao compare`: the second version of a text against the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.inputs import piped
from duizhao.cli.options import (
    FILE,
    STDIN,
    OutputOptions,
    ProfileOptions,
    RuleOptions,
    config_option,
    output_options,
    profile_options,
    rule_options,
    settings,
)
from duizhao.cli.outputs import chosen, ready, write_out
from duizhao.cli.terminal import note, width
from duizhao.operating_system import LongPath

EPILOG = """\
两稿可以一份是文本、一份是 Word 文件，这时版式的问题不比。
换了位置、改了几个字而毛病没有去掉的，算“还在”；改好或删去的，算“已改”。
一稿是审阅稿的，其中的批注逐条列出，写明所在的段落改了没有；填好的意见单或写着意见的文本，用 --opinions 给出。
给两个文件夹，就按名称和文字逐份配对，终端里一份一行；配不上的写明原因。详见 docs/review.md。

退出码：0 没有还在的，也没有新出现的；1 有；2 出错，或有一稿读不了。

例：duizhao compare 一稿.docx 二稿.docx --opinions 意见单.docx
    duizhao compare 一稿/ 二稿/ -o 两稿对比.html
"""


@click.command("compare", cls=ChineseCommand, epilog=EPILOG)
@click.argument("first", metavar="一稿")
@click.argument("second", metavar="二稿")
@click.option(
    "--opinions",
    type=FILE,
    multiple=True,
    metavar="文件",
    help="对一稿的意见：填好的意见单，或一行一条的文本；可写几次",
)
@output_options("、".join(api.VERSION_FORMATS))
@profile_options
@rule_options
@config_option
def command(
    first: str,
    second: str,
    opinions: tuple[Path, ...],
    out: OutputOptions,
    profiles: ProfileOptions,
    rules: RuleOptions,
    config_file: Path | None,
) -> int:
    """比较两稿：一稿的问题和意见，二稿改了哪些，还在哪些，新出现哪些。也可以是两个文件夹；一稿可用 - 读标准输入。"""
    form = chosen(api.VERSION_FORMATS, out)
    config = settings((second, first), config_file, profiles, rules)
    ready([out.output], _read_files(first, second), config)
    compare = _compare_folders if _are_folders(first, second) else _compare_files
    with api.Checker(config) as checker:
        data, code = compare(
            first, second, opinions, checker, partial(_write, form.name, out, checker)
        )
    write_out(data, out.output, api.OutputKind.COMPARISON)
    return code


def _read_files(*places: str) -> Iterator[Path]:
    """Every file that is read for these places, so that none is written over."""
    for place in map(LongPath, places):
        yield from place.rglob("*") if place.is_dir() else (place,)


Write = Callable[[Callable[..., str | bytes], object], str | bytes]


def _write(
    form: str,
    out: OutputOptions,
    checker: api.Checker,
    write: Callable[..., str | bytes],
    compared: object,
) -> str | bytes:
    return write(form, compared, checker.by_code, colour=out.is_coloured, width=width())


def _compare_files(
    first: str, second: str, opinions: Sequence[Path], checker: api.Checker, write: Write
) -> tuple[str | bytes, int]:
    before, after = _read(first, second)
    returned = [each for path in opinions for each in _opinions(path, before)]
    compared = api.compare_versions(before, after, checker, opinions=returned)
    return write(api.write_versions, compared), int(not compared.is_clean)


def _opinions(path: Path, first: api.Source) -> Sequence[api.ReturnedOpinion]:
    found = list(api.opinions_in(api.read(path), first))
    if not found:
        note(f"{path}：里面没有对这份材料的意见")
    return found


def _compare_folders(
    first: str, second: str, opinions: Sequence[Path], checker: api.Checker, write: Write
) -> tuple[str | bytes, int]:
    returned = [api.read(path) for path in opinions]
    compared = api.compare_folders(LongPath(first), LongPath(second), checker, opinions=returned)
    if not compared.pairs:
        note("两个文件夹里没有一份能配上对")
    is_unread = any(each.is_unread for each in compared.unpaired)
    code = 2 if is_unread or not compared.pairs else int(not compared.is_clean)
    return write(api.write_folder_versions, compared), code


def _are_folders(first: str, second: str) -> bool:
    """Are both folders? Raises UsageError for a folder and a file."""
    are = [path != STDIN and LongPath(path).is_dir() for path in (first, second)]
    if any(are) and not all(are):
        raise click.UsageError("一稿、二稿请都给文件，或都给文件夹")
    return all(are)


def _read(*paths: str) -> Iterator[api.Source]:
    """The versions as they were read. Raises UsageError for what is not one file, and what reading raises."""
    if all(path == STDIN for path in paths):
        raise click.UsageError("标准输入（-）只能是两稿中的一稿")
    for path in paths:
        yield piped() if path == STDIN else api.read(LongPath(path))
