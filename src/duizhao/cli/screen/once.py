"""`duizhao screen 今年/ 去年/`: files against each other in one go, without an index that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    PathArgument,
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
from duizhao.cli.terminal import is_terminal, note, width
from duizhao.text.visible import names_decoded

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
FAULT = 2
FEWEST = 2
"""Files, of which one can be compared with another."""

NAMED_PLACES = 3
"""Paths up to which what is compared is named by all of them."""


@click.command("once", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", cls=PathArgument, nargs=-1, required=True, type=FILE, metavar="路径…")
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
    sides = _Sides.from_paths(paths, config, run, out.output)
    ready([out.output], sides.inputs.files, config)
    with api.screen_files(
        sides.newer,
        sides.older,
        api.Checker(config),
        labeller,
        scope=sides.scope,
        unread=[api.Failure(each.name, _reason(each)) for each in sides.inputs.passed_over],
        jobs=run.jobs,
        watch=partial(with_progress, count=len(sides.inputs.files), run=run, label="读入"),
    ) as shown:
        return _write(shown, sides.inputs, form.name, out, run)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The files to look at, and the older ones to compare them with; both are among the inputs."""

    inputs: Inputs
    looked_at: tuple[Path, ...]
    others: tuple[Path, ...]
    newer: Sequence[Path]
    older: Sequence[Path]

    @classmethod
    def from_paths(
        cls, paths: tuple[Path, ...], config: api.Config, run: RunOptions, output: Path | None
    ) -> _Sides:
        """The first path is looked at, with the files that follow a first file. Raises UnreadableDocument."""
        files = tuple(takewhile(lambda path: not path.is_dir(), paths))
        looked_at = files or paths[:1]
        others = paths[len(looked_at) :]
        if others:
            # Raises where they have nothing to read.
            Inputs.from_files(others, config, run)
        ours = Inputs.from_files(looked_at, config, run).files
        inputs = without_own(
            Inputs.from_files(paths, config, run), output, api.OutputKind.SCREENING
        )
        newer = [file for file in inputs.files if file in ours]
        older = [file for file in inputs.files if file not in ours]
        return cls(inputs, looked_at, others if older else (), newer, older)

    def scope(self, newer: int, older: int) -> str:
        """What is compared, by the numbers of files that could be read: `今年 30 份，两两相比，也与 去年 30 份相比`."""
        ours = f"{_named(self.looked_at)} {newer} 份"
        if not self.others:
            return f"{ours}，两两相比"
        together = "，两两相比，也与" if newer > 1 else "，与"
        return f"{ours}{together} {_named(self.others)} {older} 份相比"


def _write(
    shown: api.ShownJoin, inputs: Inputs, form: str, out: OutputOptions, run: RunOptions
) -> int:
    """Write what was found, count the files, and return the exit code."""
    failures = shown.unread[: len(shown.unread) - len(inputs.passed_over)]
    read = len(inputs.files) - len(failures)
    if read < FEWEST:
        note_tally(inputs, run, READ, read, failures)
        raise api.DuizhaoError(f"能读的材料只有 {read} 份，至少要有两份才能比")
    is_brief = out.output is None and is_terminal() and not run.is_verbose
    data = api.write_shown(form, shown, colour=out.is_coloured, width=width(), is_brief=is_brief)
    write_out(data, out.output, api.OutputKind.SCREENING)
    if out.output:
        note_tally(inputs, run, READ, read, failures)
    else:
        # The text names them.
        note(api.tally_line(read, len(failures), inputs.passed_over, READ))
    if failures:
        return FAULT
    return int(bool(shown.joined.groups or shown.joined.pairs))


def _reason(passed_over: api.PassedOver) -> str:
    return "；".join(filter(None, (passed_over.reason, passed_over.cure)))


def _named(places: Sequence[Path]) -> str:
    names = [names_decoded(place.name or place.resolve().name) for place in places]
    return "、".join(names) if len(names) <= NAMED_PLACES else f"{names[0]} 等"
