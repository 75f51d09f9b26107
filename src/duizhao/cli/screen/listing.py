"""`duizhao screen list`: the documents of an index."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.output import note, put
from duizhao.cli.screen.opening import (
    config_option,
    form_option,
    index_option,
    label_options,
    listed,
    opened,
)

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
@form_option
@config_option
def command(form: str, **given: Any) -> None:
    """列出索引里的材料：编号、类别、姓名、单位、年度、活动、文件。写了姓名等，就只列这些。"""
    index = opened(given)
    wanted = {name: given[name] for name in ("person", "unit", "year", "campaign", "kind")}
    entries = [
        each
        for each in index.entries()
        if all(not value or getattr(each.label, name) == value for name, value in wanted.items())
    ]
    if form == "json":
        put(json.dumps([asdict(each) for each in entries], ensure_ascii=False, indent=1) + "\n")
    else:
        put(_aligned([HEAD, *listed(entries)]))
        note(f"共 {len(entries)} 份")


def _aligned(rows: list[Any]) -> str:
    from duizhao.text.columns import columns

    widths = [max(columns(row[at]) for row in rows) + GAP for at in range(len(HEAD))]
    return "".join(
        "".join(
            f"{cell}{' ' * (width - columns(cell))}"
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        + "\n"
        for row in rows
    )
