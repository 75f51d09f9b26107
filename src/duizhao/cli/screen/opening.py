"""Which index a command works on, and how the rows of documents are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from duizhao import api

FILE = click.Path(path_type=Path)
KINDS = {"statement": "材料", "template": "范文"}

index_option = click.option(
    "--index", type=FILE, metavar="文件夹", help="索引所在的文件夹；默认用配置里 [screen] 的 index"
)
config_option = click.option(
    "--config", type=FILE, metavar="文件", help="配置文件；默认向上找 duizhao.toml"
)


def label_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--person`, `--unit`, `--year` and `--campaign`: whose a text is, and what for."""
    for name, metavar, says in (
        ("--campaign", "活动", "哪次活动，如 2023"),
        ("--year", "年度", "哪一年的"),
        ("--unit", "单位", "哪个单位的"),
        ("--person", "姓名", "谁的"),
    ):
        command = click.option(name, metavar=metavar, default="", help=says)(command)
    return command


def label(given: dict[str, Any], kind: str = "") -> api.Label:
    """The label that the options of a call give; an empty field is not given."""
    return api.Label(given["person"], given["unit"], given["year"], given["campaign"], kind)


def opened(given: dict[str, Any], *, create: bool = False, **more: Any) -> api.ScreenIndex:
    """The index that a call names, or its configuration. Raises UsageError where neither does, DuizhaoError."""
    folder = given["index"]
    if folder is None:
        raise click.UsageError("请用 --index 给出索引所在的文件夹，或在配置的 [screen] 里写 index")
    return api.ScreenIndex(folder, create=create, **more)


def listed(entries: Iterable[api.Entry]) -> list[Sequence[str]]:
    """A row for each document: id, kind, person, unit, year, campaign, name."""
    return [
        (
            each.id,
            KINDS[each.label.kind],
            each.label.person,
            each.label.unit,
            each.label.year,
            each.label.campaign,
            each.name,
        )
        for each in entries
    ]
