"""Refuses figures that no page can have, before anything is set by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from duizhao.errors import BadConfiguration
from duizhao.layout.model import Layout

ALIGNMENTS = ("left", "center", "right", "justify")
SIDES = ("left", "center", "right")
COLOUR = re.compile("[0-9A-Fa-f]{6}")


def refuse_impossible(layout: Layout, path: Path) -> None:
    """Raises BadConfiguration for the first impossible figure."""
    for key, fault in _faults(layout):
        raise BadConfiguration(f"{path}：“{key}”{fault}")


def _faults(layout: Layout) -> Iterator[tuple[str, str]]:
    yield from _page_faults(layout)
    for role, look in layout.roles.items():
        key = f"roles.{role.value}"
        if look.face not in layout.fonts:
            yield f"{key}.face", _unknown_face(look.face, layout)
        if not 5 <= look.size <= 72:
            yield f"{key}.size", "应在 5 到 72 磅之间"
        if look.align not in ALIGNMENTS:
            yield f"{key}.align", f"应为 {'、'.join(ALIGNMENTS)} 之一"
        if not 0 <= look.first <= layout.grid.characters / 2:
            yield f"{key}.first", "应在 0 字到半行之间"
    number = layout.page_number
    if number.face not in layout.fonts:
        yield "page-number.face", _unknown_face(number.face, layout)
    if "{}" not in number.form or len(number.form) > 20:
        yield "page-number.form", "应含 {}，即页码的位置，不超过 20 字"
    if not {number.odd, number.even} <= set(SIDES):
        yield "page-number.odd/even", f"应为 {'、'.join(SIDES)} 之一"
    if not COLOUR.fullmatch(layout.text.colour):
        yield "text.colour", "应为六位十六进制颜色，如 000000"


def _page_faults(layout: Layout) -> Iterator[tuple[str, str]]:
    if not (50 <= layout.paper.width <= 1000 and 50 <= layout.paper.height <= 1000):
        yield "paper", "应在 50 到 1000 毫米之间"
    margins = layout.margins
    if not all(
        0 <= each <= 300 for each in (margins.top, margins.bottom, margins.left, margins.right)
    ):
        yield "margins", "应在 0 到 300 毫米之间"
    if not (layout.width >= 30 and layout.height >= 30):
        yield "margins", "使版心小于 30 毫米，请减小"
    if not (1 <= layout.grid.lines <= 200 and 1 <= layout.grid.characters <= 200):
        yield "grid", "的行数、字数应在 1 到 200 之间"
    if not 5 <= layout.grid.pitch <= 200:
        yield "grid.pitch", "应在 5 到 200 磅之间"
    gaps = layout.gaps
    if not all(
        0 <= n <= 10 for n in (gaps.opening, gaps.note, gaps.signature, gaps.attachment_title)
    ):
        yield "gaps", "应在 0 到 10 行之间"
    place = layout.signature
    if not (0 <= place.right <= 20 and 0 <= place.date_offset <= 20):
        yield "signature", "应在 0 到 20 字之间"
    if not (
        0 <= layout.page_number.below <= margins.bottom and 0 <= layout.page_number.indent <= 20
    ):
        yield "page-number", "应在下边距以内"
    if not 5 <= layout.page_number.size <= 72:
        yield "page-number.size", "应在 5 到 72 磅之间"


def _unknown_face(face: str, layout: Layout) -> str:
    return f"的“{face}”没有对应的字体，请在 [fonts] 里写上；现有：{'、'.join(layout.fonts)}"
