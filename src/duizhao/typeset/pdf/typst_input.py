"""The plan of a document as JSON for the template: looks by number, paragraphs with their runs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from duizhao.layout import Layout, Role
from duizhao.layout.model import POINTS
from duizhao.text.width import width
from duizhao.typeset.block import Block, PictureRun, TableBlock
from duizhao.typeset.fonts import FontChoice
from duizhao.typeset.pdf.breaks import unbreakable_pieces

BOLD_WEIGHT = 700
STROKE_PER_WEIGHT = 0.01
"""The stroke in em that makes a font look heavier by a weight of 100."""

AREA_ALLOWANCE = 0.02
"""Added to the type area, in mm, so that sums of rounded lengths still fit."""


def typst_input(
    blocks: Sequence[Block],
    layout: Layout,
    choices: Mapping[str, FontChoice],
    names: Mapping[int, str] | None = None,
) -> str:
    """The JSON object that the template reads. `names` are those of the image files, by identity."""
    looks = _looks(layout, choices)
    numbers = {role: at for at, role in enumerate(looks)}
    titles = [block for block in blocks if block.role is Role.TITLE]
    several = len(titles) > 1
    return json.dumps(
        {
            "title": titles[0].text.replace("\n", "") if titles else "",
            "paper": {"width": layout.paper.width, "height": layout.paper.height},
            "area": _area(layout),
            "grid": {
                "size": layout.roles[Role.BODY].size,
                "pitch": filled_pitch(layout),
                "advance": layout.advance,
            },
            "colour": f"#{layout.text.colour}",
            "looks": list(looks.values()),
            "number": _page_number(layout, len(looks) - 1),
            "signature": {
                "characters": layout.grid.characters,
                "right": layout.signature.right,
                "offset": layout.signature.date_offset,
            },
            "body": numbers[Role.BODY],
            "paragraphs": list(_paragraphs(blocks, layout, numbers, several, names or {})),
        },
        ensure_ascii=False,
    )


def filled_pitch(layout: Layout) -> float:
    """The distance from one line to the next, in pt, with which lines fill the type area (GB/T 9704 5.2.3: 撑满版心).

    For the standard that is 29.6 pt. The pitch that offices set in Word (28.95 pt) is meant for line boxes, which are
    higher than their characters. A pitch within 1 pt of the filling one is replaced by it; any other is used as given.
    """
    lines = layout.grid.lines
    full = (layout.height * POINTS - layout.roles[Role.BODY].size) / max(lines - 1, 1)
    return full if abs(full - layout.grid.pitch) <= 1 else layout.grid.pitch


def _used_height(layout: Layout) -> float:
    """The height of the lines of a full page, in mm."""
    lines = layout.roles[Role.BODY].size + (layout.grid.lines - 1) * filled_pitch(layout)
    return min(layout.height, lines / POINTS)


def _area(layout: Layout) -> dict[str, float]:
    margins = layout.margins
    # The tracking narrows every character except the last one of a paragraph.
    tight = max(layout.roles[Role.BODY].size - layout.advance, 0) / POINTS
    return {
        "top": margins.top,
        "bottom": layout.paper.height - margins.top - _used_height(layout) - AREA_ALLOWANCE,
        "left": margins.left,
        "right": margins.right - AREA_ALLOWANCE - tight,
    }


def _looks(layout: Layout, choices: Mapping[str, FontChoice]) -> dict[Role | None, dict[str, Any]]:
    """The look of the characters of each role; that of the page number under None."""
    body = layout.roles[Role.BODY].size
    found: dict[Role | None, dict[str, Any]] = {}
    for role, look in layout.roles.items():
        tracking = layout.advance - body if look.size == body else 0
        found[role] = _look(choices[look.face], layout, choices, look.size, tracking)
        if look.bold:
            found[role] |= _bold_stroke(choices[look.face])
    number = layout.page_number
    found[None] = _look(choices[number.face], layout, choices, number.size, 0)
    return found


def _look(
    choice: FontChoice,
    layout: Layout,
    choices: Mapping[str, FontChoice],
    size: float,
    tracking: float,
) -> dict[str, Any]:
    # Characters that the font lacks come from these two faces, before typst falls back to any font.
    names = [
        choice.font.family,
        *(choices[n].font.family for n in ("宋体", "黑体") if n in choices),
    ]
    latin = [{"name": layout.text.latin, "covers": "latin-in-cjk"}] if layout.text.latin else []
    return {
        "fonts": [*latin, *dict.fromkeys(names)],
        "weight": choice.font.weight,
        "stroke": choice.added_weight / 100 * STROKE_PER_WEIGHT,
        "size": size,
        "tracking": tracking,
    }


def _bold_stroke(choice: FontChoice) -> dict[str, Any]:
    missing = max(BOLD_WEIGHT - choice.font.weight, choice.added_weight, 0)
    return {"stroke": missing / 100 * STROKE_PER_WEIGHT}


def _page_number(layout: Layout, look: int) -> dict[str, Any]:
    number = layout.page_number
    before, _, after = number.form.partition("{}")
    return {
        "look": look,
        "before": before,
        "after": after,
        "mark": (before + after).strip()[:1] or "—",
        # The number keeps its place below the type area where the lines of a page do not fill the area.
        "below": number.below + layout.height - _used_height(layout),
        "odd": number.odd,
        "even": number.even,
        "indent": number.indent,
    }


def _paragraphs(
    blocks: Sequence[Block],
    layout: Layout,
    numbers: Mapping[Role | None, int],
    several: bool,
    names: Mapping[int, str],
) -> Iterator[dict[str, Any]]:
    """Each block as an entry. A signature and the date below it are one, because their places depend on each other."""
    place = layout.signature
    room = layout.grid.characters - place.right - place.date_offset
    waiting: dict[str, Any] | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        entry = _entry(block, layout, numbers, several, names)
        roles = (block.role, following.role if following else None)
        if waiting:
            yield waiting | {"date": entry["runs"]}
            waiting = None
        elif roles == (Role.SIGNATURE, Role.DATE) and width(block.text) < room:
            waiting = entry
        else:
            yield entry


def _entry(
    block: Block,
    layout: Layout,
    numbers: Mapping[Role | None, int],
    several: bool,
    names: Mapping[int, str],
) -> dict[str, Any]:
    if isinstance(block, TableBlock):
        return _table(block, layout, numbers, names)
    runs = [run for run in block.runs if run.text or isinstance(run, PictureRun)]
    level = _bookmark_level(block, several) if runs else 0
    return {
        "runs": [
            _picture(run, names)
            if isinstance(run, PictureRun)
            else {"look": numbers[run.role], "pieces": unbreakable_pieces(run.text)}
            for run in runs
        ],
        "align": block.align or layout.roles[block.role].align,
        "first": block.first,
        "left": block.left,
        "right": block.right,
        "above": block.above,
        "page": block.new_page,
        "level": level,
        "keep": level > 0 and len(runs) == 1 and layout.grid.keep_headings,
    }


def _picture(run: PictureRun, names: Mapping[int, str]) -> dict[str, Any]:
    crop = run.shape.crop
    return {
        "image": names[id(run.image)],
        "width": run.width,
        "height": run.height,
        "crop": [crop.left, crop.top, crop.right, crop.bottom],
        "turn": run.shape.turn,
        "flips": run.shape.flips,
        "alt": run.shape.description,
    }


def _table(
    table: TableBlock,
    layout: Layout,
    numbers: Mapping[Role | None, int],
    names: Mapping[int, str],
) -> dict[str, Any]:
    return {
        "columns": table.columns,
        "heads": table.heads,
        "size": table.size,
        "padding": table.padding,
        "borders": table.has_borders,
        "above": table.above,
        "page": table.new_page,
        "rows": [
            {
                "height": row.height,
                "holds": row.holds,
                "cells": [
                    {
                        "columns": cell.columns,
                        "rows": cell.rows,
                        "vertical": cell.vertical,
                        "blocks": [
                            _entry(each, layout, numbers, False, names) for each in cell.blocks
                        ],
                    }
                    for cell in row.cells
                    if cell.rows
                ],
            }
            for row in table.rows
        ],
    }


def _bookmark_level(block: Block, several: bool) -> int:
    """The level of a bookmark. In a file of several documents, titles stand above all headings."""
    if block.role is Role.TITLE:
        return int(several)
    if block.role is Role.ATTACHMENT_LABEL:
        return 1 + several
    level = block.runs[0].role.level if block.runs else 0
    return level + several if level else 0
