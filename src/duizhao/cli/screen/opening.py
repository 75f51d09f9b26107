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

form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="格式",
    help="text 或 json",
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


def wording_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--phrases`, `--documents` and `--common-share`: what does not count, besides what the configuration says."""
    for option in (
        click.option(
            "--common-share",
            type=click.FloatRange(0, 1),
            metavar="比例",
            help="超过这个比例的材料都有的算常见说法，不计；默认 0.05，至少 64 份",
        ),
        click.option(
            "--documents",
            type=FILE,
            multiple=True,
            metavar="文件",
            help="人人照着写的文件，其中的句子不计；可写几次",
        ),
        click.option(
            "--phrases",
            type=FILE,
            multiple=True,
            metavar="文件",
            help="本单位固定提法的清单，一行一句，不计；可写几次",
        ),
    ):
        command = option(command)
    return command


def opened(given: dict[str, Any], near: Path = Path(), *, create: bool = False) -> api.ScreenIndex:
    """The index that a call names, or the configuration found upwards from `near`, which goes into `given`.

    Raises UsageError where neither names one, DuizhaoError where it cannot be opened.
    """
    config = given["settings"] = api.load(given["config"] or api.find(near))
    own = config.screen
    folder = given["index"] or own.index
    if folder is None:
        raise click.UsageError("请用 --index 给出索引所在的文件夹，或在配置的 [screen] 里写 index")
    wording = api.unit_wording(
        (*own.phrases, *given.get("phrases", ())), (*own.documents, *given.get("documents", ()))
    )
    share = given.get("common_share")
    if share is None:
        share = own.common_share
    more = {} if share is None else {"common_share": share}
    return api.ScreenIndex(folder, wording, create=create, **more)


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
