"""`duizhao screen list`: the documents of an index."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import config_option, settings
from duizhao.cli.screen.opening import (
    LabelOptions,
    index_option,
    label_options,
    list_format_option,
    listed,
    open_index,
)
from duizhao.cli.terminal import note, put

HEAD = ("编号", "类别", "姓名", "单位", "年度", "活动", "文件")
GAP = 2


@click.command("list", cls=ChineseCommand)
@index_option
@label_options
@click.option(
    "--kind",
    type=click.Choice(["statement", "template"]),
    metavar="类别",
    help="只列材料（statement）或范文（template）",
)
@list_format_option
@config_option
def command(
    index_folder: Path | None,
    labels: LabelOptions,
    kind: str | None,
    form: str,
    config_file: Path | None,
) -> None:
    """列出索引里的材料：编号、类别、姓名、单位、年度、活动、文件。写了姓名等，就只列这些。"""
    wanted = asdict(labels) | {"kind": kind}
    with open_index(index_folder, settings((), config_file)) as index:
        entries = [each for each in index.entries() if _has(each.label, wanted)]
    if form == "json":
        put(json.dumps([asdict(each) for each in entries], ensure_ascii=False, indent=1) + "\n")
    else:
        put(_aligned([HEAD, *listed(entries)]))
        note(f"共 {len(entries)} 份")


def _has(label: api.DocumentLabel, wanted: Mapping[str, str | None]) -> bool:
    """Does a label have all the values that were given?"""
    return all(not value or getattr(label, name) == value for name, value in wanted.items())


def _aligned(rows: list[Any]) -> str:
    from duizhao.text.width import columns

    widths = [max(columns(row[at]) for row in rows) + GAP for at in range(len(HEAD))]
    return "".join(
        "".join(
            f"{cell}{' ' * (width - columns(cell))}"
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        + "\n"
        for row in rows
    )
