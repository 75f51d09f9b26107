"""Which index a command works on, and how the rows of documents are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.options import FILE, Decorator, bundle, filled_by

SHOWN_FORMATS = "text、json、html、xlsx"
"""The formats of a comparison, for a help page: their own table needs numpy."""
KINDS = {"statement": "材料", "template": "范文"}

index_option = click.option(
    "--index",
    "index_folder",
    type=FILE,
    metavar="文件夹",
    help="索引所在的文件夹；默认用配置里 [screen] 的 index",
)
list_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="格式",
    help="text 或 json",
)


roster_option = click.option(
    "--labels", "roster", type=FILE, metavar="名单", help="名单（.csv），写明每个文件是谁的、哪年的"
)


def _field(option: str, metavar: str, meaning: str) -> Decorator:
    return click.option(option, metavar=metavar, default="", help=meaning)


@dataclass(frozen=True, slots=True)
class LabelOptions:
    """The person, unit, year and campaign of a text; an empty field is not given."""

    person: str = filled_by(_field("--person", "姓名", "谁的"))
    unit: str = filled_by(_field("--unit", "单位", "哪个单位的"))
    year: str = filled_by(_field("--year", "年度", "哪一年的"))
    campaign: str = filled_by(_field("--campaign", "活动", "哪次活动，如 2023"))

    def label(self, kind: str = "") -> api.DocumentLabel:
        """The label that these options give."""
        of_kind = api.DocumentKind(kind)
        return api.DocumentLabel(self.person, self.unit, self.year, self.campaign, of_kind)


label_options = bundle("labels", LabelOptions)


@dataclass(frozen=True, slots=True)
class WordingOptions:
    """What does not count as shared, in addition to the configuration."""

    phrases: tuple[Path, ...] = filled_by(
        click.option(
            "--phrases",
            type=FILE,
            multiple=True,
            metavar="文件",
            help="本单位固定提法的清单，一行一句，不计；可写几次",
        )
    )
    documents: tuple[Path, ...] = filled_by(
        click.option(
            "--documents",
            type=FILE,
            multiple=True,
            metavar="文件",
            help="人人照着写的文件，其中的句子不计；可写几次",
        )
    )
    common_share: float | None = filled_by(
        click.option(
            "--common-share",
            type=click.FloatRange(0, 1),
            metavar="比例",
            help="超过这个比例的材料都有的算常见说法，不计；默认 0.05，至少 64 份",
        )
    )


wording_options = bundle("wording", WordingOptions)
NO_WORDING = WordingOptions((), (), None)


def with_wording(config: api.Config, wording: WordingOptions) -> api.Config:
    """The configuration with what does not count either."""
    own = config.screen
    share = own.common_share if wording.common_share is None else wording.common_share
    screen = replace(
        own,
        phrases=(*own.phrases, *wording.phrases),
        documents=(*own.documents, *wording.documents),
        common_share=share,
    )
    return replace(config, screen=screen)


def open_index(
    folder: Path | None,
    config: api.Config,
    wording: WordingOptions = NO_WORDING,
    *,
    create: bool = False,
) -> api.ScreenIndex:
    """The index in `folder`, or the one that the configuration names, to be closed by the caller.

    Raises UsageError if neither names one, DuizhaoError if it cannot be opened.
    """
    place = folder or config.screen.index
    if place is None:
        raise click.UsageError(
            "请用 --index 给出索引所在的文件夹，或在配置的 [screen] 里写 index；"
            "不用索引，当场比：duizhao screen 今年/ 去年/"
        )
    return api.open_index(place, with_wording(config, wording).screen, create=create)


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
