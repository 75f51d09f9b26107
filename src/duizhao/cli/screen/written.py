"""How what screening found is written: the options of form and file, and where it goes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from duizhao import api
from duizhao.cli.output import as_bytes, is_coloured, note, put, width

FILE = click.Path(path_type=Path)
WHEN = click.Choice(["auto", "always", "never"])


def written_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--format`, `-o` and `--color`."""
    # Not a Choice: the names of the forms are known where numpy is, and a help page does without.
    for option in (
        click.option(
            "--color",
            type=WHEN,
            default="auto",
            metavar="何时",
            help="颜色：auto（默认）、always 或 never",
        ),
        click.option(
            "--output", "-o", type=FILE, metavar="文件", help="写入文件；格式可由后缀认出"
        ),
        click.option(
            "--format", "-f", "form", metavar="格式", help="text、json、html、xlsx；默认 text"
        ),
    ):
        command = option(command)
    return command


def form_of(given: dict[str, Any]) -> api.Output:
    """The form asked for, by name or by the output's suffix; refused where it cannot be shown."""
    output, name = given["output"], given["form"]
    suffix = output.suffix.lower() if output else None
    by_suffix = next((each.name for each in api.OUTPUTS.values() if each.suffix == suffix), "text")
    form = api.OUTPUTS.get(name or by_suffix)
    if form is None:
        raise click.UsageError(f"没有这种格式：{name}，可用：{'、'.join(api.OUTPUTS)}")
    if form.is_binary and output is None and sys.stdout.isatty():
        raise click.UsageError("这种格式不能显示在终端，请用 -o 给出文件名")
    return form


def put_out(form: api.Output, shown: api.ShownCheck | api.ShownJoin, given: dict[str, Any]) -> None:
    """Onto the terminal, or whole into a file."""
    output = given["output"]
    colour = is_coloured(given["color"], output is not None)
    data = api.write_shown(form.name, shown, colour=colour, width=width())
    if output is None:
        put(data)
    else:
        api.write_whole(output, as_bytes(data))
        note(f"已写入 {output}")
