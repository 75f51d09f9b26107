"""`duizhao screen stats`: what an index holds, and what it takes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import config_option, settings
from duizhao.cli.screen.opening import KINDS, index_option, list_format_option, open_index
from duizhao.cli.terminal import put

MAX_LISTED = 10
KILO = 1024


@click.command("stats", cls=ChineseCommand)
@index_option
@list_format_option
@config_option
def command(form: str, index_folder: Path | None, config_file: Path | None) -> None:
    """索引收了多少材料，占多大地方，多少份都有的话算常见说法。"""
    with open_index(index_folder, settings((), config_file)) as index:
        stats = index.stats()
    if form == "json":
        # `asdict` makes of a Counter one of its pairs, before Python 3.12.
        values = {each.name: getattr(stats, each.name) for each in fields(stats)}
        put(json.dumps(values, ensure_ascii=False, indent=1) + "\n")
        return
    kinds = {KINDS[kind]: count for kind, count in stats.kinds.items()}
    each = stats.bytes / stats.documents / KILO if stats.documents else 0
    lines = [
        f"{stats.documents} 份{_counted(kinds)}",
        f"年度{_counted(stats.years)}",
        f"单位{_counted(stats.units)}",
        f"比对用的片段 {stats.fingerprints} 个",
        f"占 {stats.bytes / KILO / KILO:.1f} MB，每份 {each:.1f} KB",
        f"超过 {stats.most_documents} 份材料都有的话，算常见说法，不计",
    ]
    put("".join(f"{line}\n" for line in lines))


def _counted(counts: Mapping[str, int]) -> str:
    """`：2024 12，2023 9，另有 3 种`, the most frequent first."""
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    shown = [f"{name or '不详'} {count}" for name, count in ordered[:MAX_LISTED]]
    rest = [f"另有 {len(ordered) - MAX_LISTED} 种"] if len(ordered) > MAX_LISTED else []
    return f"：{'，'.join(shown + rest)}" if shown else "：无"
