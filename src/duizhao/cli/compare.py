"""`duizhao compare`: the second version of a text against the first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.inputs import piped
from duizhao.cli.options import (
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
from duizhao.cli.outputs import chosen, refuse_overwriting, write_out
from duizhao.cli.terminal import width

EPILOG = """\
两稿可以一份是文本、一份是 Word 文件，这时版式的问题不比。
换了位置、改了几个字而毛病没有去掉的，算“还在”；改好或删去的，算“已改”。详见 docs/review.md。

退出码：0 没有还在的，也没有新出现的；1 有；2 出错，或有一稿读不了。

例：duizhao compare 一稿.docx 二稿.docx
    duizhao compare 一稿.docx 二稿.docx -o 两稿对比.html
"""


@click.command("compare", cls=ChineseCommand, epilog=EPILOG)
@click.argument("first", metavar="一稿")
@click.argument("second", metavar="二稿")
@output_options("、".join(api.VERSION_FORMATS))
@profile_options
@rule_options
@config_option
def command(
    first: str,
    second: str,
    out: OutputOptions,
    profiles: ProfileOptions,
    rules: RuleOptions,
    config_file: Path | None,
) -> int:
    """比较一份材料的两稿：一稿的问题，二稿改了哪些，还在哪些，新出现哪些。其中一稿可用 - 读标准输入。"""
    form = chosen(api.VERSION_FORMATS, out)
    if out.output is not None:
        refuse_overwriting([out.output], map(Path, (first, second)))
    config = settings((second, first), config_file, profiles, rules)
    before, after = _read(first, second)
    with api.Checker(config) as checker:
        compared = api.compare_versions(before, after, checker)
        data = api.write_versions(
            form.name, compared, checker.by_code, colour=out.is_coloured, width=width()
        )
    write_out(data, out.output)
    return int(not compared.is_clean)


def _read(*paths: str) -> Iterator[api.Source]:
    """The versions as they were read. Raises UsageError for what is not one file, and what reading raises."""
    if all(path == STDIN for path in paths):
        raise click.UsageError("标准输入（-）只能是两稿中的一稿")
    for path in paths:
        if Path(path).is_dir():
            raise click.UsageError(f"{path} 是文件夹；请给出一稿、二稿各一个文件")
    for path in paths:
        yield piped() if path == STDIN else api.read(Path(path))
