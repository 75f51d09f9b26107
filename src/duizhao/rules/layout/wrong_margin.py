from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import (
    TWIPS_A_MILLIMETRE,
    WORDING_BY_STRENGTH,
    max_severity,
    millimetres,
    requirement,
)

if TYPE_CHECKING:
    from duizhao.office.typography import PageFormat

DEFAULTS = {
    (25.4, 25.4, 31.8, 31.8): "Word、WPS 的默认值",
    (25.4, 25.4, 25.4, 25.4): "Word、WPS 的默认值",
    (25.4, 25.4, 19.1, 19.1): "Word 的“中等”页边距",
    (12.7, 12.7, 12.7, 12.7): "Word 的“窄”页边距",
    (25.4, 25.4, 50.8, 50.8): "Word 的“宽”页边距",
    (20, 20, 20, 20): "LibreOffice 的默认值",
}
"""Margins that a program set and nobody chose: top, bottom, left, right, in mm."""

DEFAULT_WITHIN = 0.15
"""In mm: 3.17 cm, 3.18 cm and 1800 twips are one setting."""
CURE = "用 duizhao typeset 可以一次排好整份材料"

SIDES = {"top": "上", "left": "左", "bottom": "下", "right": "右"}


@rule(
    "DZ702",
    on=FormattedDocument,
    severity=Severity.ERROR,
    source="GB/T 9704-2012 5.2.1",
    strength=Strength.MUST,
)
def wrong_margin(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """页边距不合版心"""
    reported: set[str] = set()
    for page in formatted.typography.pages:
        sides = (
            []
            if page.width > page.height
            else [side for side in SIDES if _is_off(page, side, formatted)]
        )
        if sides:
            message = _message(page, sides, formatted)
            if message not in reported:
                reported.add(message)
                heaviest = max_severity(formatted.layout.bases[f"margins.{sides[0]}"])
                opening = formatted.opening(page)
                if _default_name(page):
                    yield Hit(opening, message, advice=CURE, severity=Severity.HINT)
                else:
                    yield Hit(opening, message, severity=heaviest)


def _is_off(page: PageFormat, side: str, formatted: FormattedDocument) -> bool:
    wanted = getattr(formatted.layout.margins, side)
    within = formatted.layout.bases[f"margins.{side}"].within
    # A twip is a 57th of a millimetre, so 0.05 mm is rounding.
    return bool(abs(getattr(page, side) / TWIPS_A_MILLIMETRE - wanted) > within + 0.05)


def _default_name(page: PageFormat) -> str:
    """What set these margins, if a program did; "" where a person chose them."""
    sides = [page.top, page.bottom, page.left, page.right]
    actual = [side / TWIPS_A_MILLIMETRE for side in sides]
    return next(
        (
            name
            for default, name in DEFAULTS.items()
            if all(abs(a - b) <= DEFAULT_WITHIN for a, b in zip(actual, default, strict=True))
        ),
        "",
    )


def _message(page: PageFormat, sides: list[str], formatted: FormattedDocument) -> str:
    layout = formatted.layout
    each = "、".join(
        f"{SIDES[side]}{millimetres(getattr(page, side))}毫米（{_wanted(side, formatted)}）"
        for side in sides
    )
    area = f"{millimetres(page.text_width)}×{millimetres(page.text_height)}毫米"
    wanted = requirement(f"{layout.width:g}×{layout.height:g}毫米", layout.bases["margins.top"])
    by_program = f"还是 {name}：" if (name := _default_name(page)) else ""
    return f"页边距{by_program or '：'}{each}；版心现在是{area}，{wanted}"


def _wanted(side: str, formatted: FormattedDocument) -> str:
    basis = formatted.layout.bases[f"margins.{side}"]
    within = f"±{basis.within:g}" if basis.within and basis.strength.value == "must" else ""
    return f"{WORDING_BY_STRENGTH[basis.strength.value]}{getattr(formatted.layout.margins, side):g}{within}"
