"""How figures are said: sizes by their Chinese names, lengths in mm, and what a figure rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duizhao.lint import Severity

if TYPE_CHECKING:
    from duizhao.layout import Basis

SIZES = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
    14: "四号", 12: "小四", 10.5: "五号", 9: "小五",
}  # fmt: skip
# By the value of the strength: a clean text does not wait for `layout`.
ASKED = {"must": "应为", "usually": "一般为", "practice": "惯例为", "derived": "推算应为"}
SEVERITIES = {"must": Severity.ERROR, "usually": Severity.WARNING}
TWIPS_A_MILLIMETRE = 1440 / 25.4


def size_named(points: float) -> str:
    """三号 for 16; the points where the size has no name."""
    return SIZES.get(points) or f"{points:g}磅"


def millimetres(twips: float) -> str:
    return f"{twips / TWIPS_A_MILLIMETRE:.1f}".removesuffix(".0")


def asked(wanted: str, basis: Basis) -> str:
    """What a figure ought to be, how firmly, and who says so: 一般为仿宋三号（GB/T 9704-2012 5.2.2）."""
    if basis.strength.value == "practice" and basis.source.startswith("GB/T"):
        return f"惯例为{wanted}（标准未作规定）"
    return f"{ASKED[basis.strength.value]}{wanted}（{basis.source}）"


def weight(basis: Basis) -> Severity:
    """The most that a deviation from a figure may weigh: only what must be is an error."""
    return SEVERITIES.get(basis.strength.value, Severity.HINT)
