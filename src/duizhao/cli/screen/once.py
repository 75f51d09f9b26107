"""`duizhao screen 今年/ 去年/`: files against each other in one go, without an index that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import takewhile
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.inputs import Inputs, with_progress
from duizhao.cli.options import (
    FILE,
    OutputOptions,
    RunOptions,
    config_option,
    output_options,
    run_options,
    settings,
)
from duizhao.cli.outputs import chosen, ready, without_own, write_out
from duizhao.cli.screen.opening import (
    SHOWN_FORMATS,
    WordingOptions,
    roster_option,
    with_wording,
    wording_options,
)
from duizhao.cli.tally import READ, note_tally
from duizhao.cli.terminal import note, width

EPILOG = """\
第一个路径是要看的材料，后面的是拿来比的：要看的每一份与拿来比的逐份比，要看的也两两相比，拿来比的彼此不比。
只给一个文件夹，或只给文件，就两两相比。同一个人去年的材料另外标明（本人以往），不算他人。
姓名、单位、年度从材料的落款、署名行、日期里认，也看文件名；认不准的可以用 --labels 给一份名单。
内容不留存：比完就删。常用同一批材料来比的，先收进索引：duizhao screen add。

once 可以不写：duizhao screen 今年/ 去年/。文件夹恰好叫 add、check 等命令的名字时，写成 ./add。

退出码：0 没有相同段落；1 有；2 出错，或有文件读不了。

例：duizhao screen 今年/ 去年/ -o 相同段落.html
例：duizhao screen 材料/ -o 相同段落.xlsx
例：duizhao screen 张三.docx 去年/
"""
NAMED_PLACES = 3
"""Paths up to which what is compared is named by all of them."""


@click.command("once", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="路径…")
@wording_options
@roster_option
@output_options(SHOWN_FORMATS)
@config_option
@run_options
def command(
    paths: tuple[Path, ...],
    wording: WordingOptions,
    roster: Path | None,
    out: OutputOptions,
    config_file: Path | None,
    run: RunOptions,
) -> int:
    """不用索引，当场比：今年的材料和去年的有哪些相同段落，今年的彼此之间有哪些。"""
    form = chosen(api.SCREENING_FORMATS, out)
    config = with_wording(settings(paths, config_file), wording)
    labeller = api.Labeller(listed=api.label_list(roster) if roster else {})
    looked_at, others = _parted(paths)
    inputs = without_own(
        Inputs.from_files(paths, config, run), out.output, api.OutputKind.SCREENING
    )
    ready([out.output], inputs.files, config)
    newer = Inputs.from_files(looked_at, config, run).files
    older = [file for file in inputs.files if file not in newer]
    with api.screen_files(
        list(newer),
        older,
        api.Checker(config),
        labeller,
        scope=partial(_scope, looked_at, others),
        unread=[api.Failure(each.name, _reason(each)) for each in inputs.passed_over],
        jobs=run.jobs,
        watch=partial(with_progress, count=len(inputs.files), run=run, label="读入"),
    ) as shown:
        data = api.write_shown(form.name, shown, colour=out.is_coloured, width=width())
        write_out(data, out.output, api.OutputKind.SCREENING)
    failures = shown.unread[: len(shown.unread) - len(inputs.passed_over)]
    read = len(inputs.files) - len(failures)
    if out.output:
        note_tally(inputs, run, READ, read, failures)
    else:
        # The text names them.
        note(api.tally_line(read, len(failures), inputs.passed_over, READ))
    if failures:
        return 2
    return int(bool(shown.joined.groups or shown.joined.pairs))


def _reason(passed_over: api.PassedOver) -> str:
    return "；".join(filter(None, (passed_over.reason, passed_over.cure)))


def _parted(paths: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The paths to look at, and those to compare with: the first one, with the files that follow a first file."""
    files = tuple(takewhile(lambda path: not path.is_dir(), paths))
    looked_at = files or paths[:1]
    return looked_at, paths[len(looked_at) :]


def _scope(looked_at: Sequence[Path], others: Sequence[Path], newer: int, older: int) -> str:
    """`今年 30 份，两两相比，也与 去年 30 份相比`."""
    ours = f"{_named(looked_at)} {newer} 份"
    if not others:
        return f"{ours}，两两相比"
    together = "，两两相比，也与" if newer > 1 else "，与"
    return f"{ours}{together} {_named(others)} {older} 份相比"


def _named(places: Sequence[Path]) -> str:
    names = [place.name or place.resolve().name for place in places]
    return "、".join(names) if len(names) <= NAMED_PLACES else f"{names[0]} 等"
