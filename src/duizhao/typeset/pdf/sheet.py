"""The plan of a document as data for the template: looks by number, paragraphs with their runs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from duizhao.layout import Layout, Role
from duizhao.layout.model import POINTS
from duizhao.text.width import width
from duizhao.typeset.block import Block
from duizhao.typeset.fonts import Choice
from duizhao.typeset.pdf.breaks import pieces

BOLD = 700
STROKE = 0.01
"""Thickness of a stroke, in em, that makes a font look heavier by a weight of 100."""

HAIR = 0.02
"""What the type area is larger than its figures, in mm: sums of rounded lengths must still fit."""


def sheet(blocks: Sequence[Block], layout: Layout, choices: Mapping[str, Choice]) -> str:
    """The JSON object that the template reads."""
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
                "pitch": pitch(layout),
                "advance": layout.advance,
            },
            "colour": f"#{layout.text.colour}",
            "looks": list(looks.values()),
            "number": _number(layout, len(looks) - 1),
            "signature": {
                "characters": layout.grid.characters,
                "right": layout.signature.right,
                "offset": layout.signature.date_offset,
            },
            "paragraphs": list(_paragraphs(blocks, layout, numbers, several)),
        },
        ensure_ascii=False,
    )


def pitch(layout: Layout) -> float:
    """From one line to the next, in pt, so that the lines fill the type area (GB/T 9704 5.2.3: 撑满版心).

    That is 29.6 pt for the standard. The figure that offices set in Word (28.95 pt) is made for line boxes that reach
    beyond the characters; where it is near enough to mean the same, the area is filled, else it is taken at its word.
    """
    lines = layout.grid.lines
    full = (layout.height * POINTS - layout.roles[Role.BODY].size) / max(lines - 1, 1)
    return full if abs(full - layout.grid.pitch) <= 1 else layout.grid.pitch


def _used(layout: Layout) -> float:
    """The height in mm that the lines of a full page take."""
    lines = layout.roles[Role.BODY].size + (layout.grid.lines - 1) * pitch(layout)
    return min(layout.height, lines / POINTS)


def _area(layout: Layout) -> dict[str, float]:
    margins = layout.margins
    # The last character of a paragraph stands at its full width, the others are drawn together by the tracking.
    tight = max(layout.roles[Role.BODY].size - layout.advance, 0) / POINTS
    return {
        "top": margins.top,
        "bottom": layout.paper.height - margins.top - _used(layout) - HAIR,
        "left": margins.left,
        "right": margins.right - HAIR - tight,
    }


def _looks(layout: Layout, choices: Mapping[str, Choice]) -> dict[Role | None, dict[str, Any]]:
    """How each role's characters look; under None those of the page number."""
    body = layout.roles[Role.BODY].size
    found: dict[Role | None, dict[str, Any]] = {}
    for role, look in layout.roles.items():
        tracking = layout.advance - body if look.size == body else 0
        found[role] = _look(choices[look.face], layout, choices, look.size, tracking)
        if look.bold:
            found[role] |= _heavier(choices[look.face])
    number = layout.page_number
    found[None] = _look(choices[number.face], layout, choices, number.size, 0)
    return found


def _look(
    choice: Choice, layout: Layout, choices: Mapping[str, Choice], size: float, tracking: float
) -> dict[str, Any]:
    # Characters that the face's own font lacks come from its neighbours, before the typesetter looks for any font.
    names = [
        choice.font.family,
        *(choices[n].font.family for n in ("宋体", "黑体") if n in choices),
    ]
    latin = [{"name": layout.text.latin, "covers": "latin-in-cjk"}] if layout.text.latin else []
    return {
        "fonts": [*latin, *dict.fromkeys(names)],
        "weight": choice.font.weight,
        "stroke": choice.thickened / 100 * STROKE,
        "size": size,
        "tracking": tracking,
    }


def _heavier(choice: Choice) -> dict[str, Any]:
    missing = max(BOLD - choice.font.weight, choice.thickened, 0)
    return {"stroke": missing / 100 * STROKE}


def _number(layout: Layout, look: int) -> dict[str, Any]:
    number = layout.page_number
    before, _, after = number.form.partition("{}")
    return {
        "look": look,
        "before": before,
        "after": after,
        "mark": (before + after).strip()[:1] or "—",
        # Lines that leave a part of the type area free do not draw the number up with them.
        "below": number.below + layout.height - _used(layout),
        "odd": number.odd,
        "even": number.even,
        "indent": number.indent,
    }


def _paragraphs(
    blocks: Sequence[Block], layout: Layout, numbers: Mapping[Role | None, int], several: bool
) -> Iterator[dict[str, Any]]:
    """Each block; a signature and the date below it as one, because the one stands by the other."""
    place = layout.signature
    room = layout.grid.characters - place.right - place.date_offset
    waiting: dict[str, Any] | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        entry = _paragraph(block, layout, numbers, several)
        roles = (block.role, following.role if following else None)
        if waiting:
            yield waiting | {"date": entry["runs"]}
            waiting = None
        elif roles == (Role.SIGNATURE, Role.DATE) and width(block.text) < room:
            waiting = entry
        else:
            yield entry


def _paragraph(
    block: Block, layout: Layout, numbers: Mapping[Role | None, int], several: bool
) -> dict[str, Any]:
    runs = [run for run in block.runs if run.text]
    level = _level(block, several) if runs else 0
    return {
        "runs": [{"look": numbers[run.role], "pieces": pieces(run.text)} for run in runs],
        "align": layout.roles[block.role].align,
        "first": block.first,
        "left": block.left,
        "right": block.right,
        "above": block.above,
        "page": block.new_page,
        "level": level,
        "keep": level > 0 and len(runs) == 1 and layout.grid.keep_headings,
    }


def _level(block: Block, several: bool) -> int:
    """The level of a bookmark; where a file holds several documents, their titles come above all headings."""
    if block.role is Role.TITLE:
        return int(several)
    if block.role is Role.ATTACHMENT_LABEL:
        return 1 + several
    level = block.runs[0].role.level if block.runs else 0
    return level + several if level else 0
